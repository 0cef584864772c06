"""What this process is: a source tree under Python, or one of the two programs of an installation."""

from __future__ import annotations

import sys
from pathlib import Path

APP = "WiseStep"
"""The program with windows and no terminal. Its twin has a terminal and no windows of its own at start."""


def frozen() -> bool:
    """Tell whether this is an installed program."""
    return bool(getattr(sys, "frozen", False))


def windowed() -> bool:
    """Tell whether nobody sees what this process writes to its standard error: it has windows only."""
    program = Path(sys.executable)
    # Windows tells the name as it was typed, and the two programs apart by their end.
    return frozen() and (program.name == APP or program.name.casefold() == f"{APP}.exe".casefold())


def own_command(*arguments: str) -> list[str]:
    """Return how to start this program again; the app itself without a terminal, whoever asks."""
    if not frozen():
        return [sys.executable, "-m", "wisestep_desktop", *arguments]
    program = Path(sys.executable)
    if arguments[:1] == ("run",):
        app = program.with_name(APP + (".exe" if sys.platform == "win32" else ""))
        program = app if app.exists() else program
    return [str(program), *arguments]
