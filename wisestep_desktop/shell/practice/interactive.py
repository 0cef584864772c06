"""The practice day with the person at the keyboard: a practice Actionstep, a throw-away timeline, the real program."""

from __future__ import annotations

import tempfile
from collections.abc import Callable, Sequence
from pathlib import Path

from wisestep_desktop.shell.practice.house import House
from wisestep_desktop.shell.words import tr


def run_demo(command: Sequence[str], say: Callable[[str], None]) -> int:
    """Run until the person quits; nothing of it is kept."""
    with tempfile.TemporaryDirectory(prefix="wisestep-demo-") as folder:
        house = House(command, Path(folder))
        with house.sandbox() as sandbox:
            facts = sandbox.read()
            house.furnish(facts)
            person = facts["users"][0]
            say(
                tr(
                    "A practice day. Work in any window, then choose “Connect to Actionstep” and sign in as {email} "
                    "with the password {password}. Nothing of it is kept.",
                    **person,
                )
            )
            with house.app() as app:
                return app.wait()
