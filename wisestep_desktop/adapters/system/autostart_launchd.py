"""Starting with macOS, by an agent of this person that launchd reads at sign-in."""

from __future__ import annotations

import plistlib
from collections.abc import Sequence
from pathlib import Path
from typing import Final
from xml.parsers.expat import ExpatError

from wisestep_desktop.adapters.system import autostart_file

LABEL: Final = "org.wisestep.desktop"


class LaunchdAutostart:
    """Keeps the promises of ``ports.autostart.Autostart``.

    Args:
        folder: of the agents; None means ``~/Library/LaunchAgents``.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._path = (folder or Path.home() / "Library" / "LaunchAgents") / f"{LABEL}.plist"

    def state(self) -> bool:
        """Tell whether there is an agent that runs at sign-in."""
        content = autostart_file.read(self._path)
        agent = _agent(content) if content is not None else {}
        runs = agent.get("RunAtLoad") is True and agent.get("Disabled") is not True
        return runs and bool(agent.get("ProgramArguments"))

    def enable(self, command: Sequence[str]) -> None:
        """Write the agent; it is not loaded now, since we run already."""
        agent = {
            "Label": LABEL,
            "ProgramArguments": list(command),
            "RunAtLoad": True,
            "LimitLoadToSessionType": "Aqua",
            "ProcessType": "Interactive",
        }
        autostart_file.write(self._path, plistlib.dumps(agent))

    def disable(self) -> None:
        """Remove the agent; what runs goes on running."""
        autostart_file.remove(self._path)


def _agent(content: bytes) -> dict[str, object]:
    """Return an agent as launchd would read it; nothing of a broken one."""
    try:
        agent = plistlib.loads(content)
    except (plistlib.InvalidFileException, ExpatError, ValueError, TypeError, AttributeError, LookupError):
        return {}
    return agent if isinstance(agent, dict) else {}
