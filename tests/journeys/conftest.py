"""The whole program as a process, on a display of its own, over a timeline of its own."""

from __future__ import annotations

import contextlib
import json
import os
import secrets
import subprocess
import sys
import time
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from pathlib import Path
from typing import Any

import pytest

from tests import desktop

PATIENCE = 40.0


@dataclass
class Machine:
    """A computer with a screen, and WiseStep on it."""

    display: str
    folder: Path
    environment: dict[str, str]

    def command(self, *words: str) -> list[str]:
        """Return how WiseStep is started."""
        return [sys.executable, "-m", "wisestep_desktop", *words]

    def ask(self, *words: str) -> Any:  # noqa: ANN401
        """Run a command with ``--json`` and return what it printed."""
        done = subprocess.run(
            [*self.command(*words), "--json"],
            env=self.environment,
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=True,
        )
        return json.loads(done.stdout)

    def say(self, *words: str, status: int = 1, **more: str) -> str:
        """Run a command that fails, and return the one sentence it says."""
        done = subprocess.run(
            self.command(*words),
            env={**self.environment, **more},
            capture_output=True,
            text=True,
            timeout=PATIENCE,
            check=False,
        )
        assert done.returncode == status, done.stderr
        assert "Traceback" not in done.stderr
        return done.stderr.strip()

    @contextlib.contextmanager
    def app(self, *words: str, **more: str) -> Iterator[subprocess.Popen[str]]:
        """Run the tray app; end it in order."""
        process = subprocess.Popen(
            self.command("run", *words),
            env={**self.environment, **more},
            stdout=subprocess.PIPE,
            stderr=subprocess.PIPE,
            text=True,
        )
        try:
            yield process
        finally:
            if process.poll() is None:
                process.terminate()
            _, complaints = process.communicate(timeout=PATIENCE)
        assert complaints == ""
        assert process.returncode == 0

    def rows(self) -> dict[str, dict[str, Any]]:
        """Return today's rows by title."""
        return {row["title"]: row for row in self.ask("timeline")["rows"]}


def until(holds: Callable[[], Any], what: str) -> Any:  # noqa: ANN401
    """Wait until something holds; each look is work of its own, so this never spins idly for long."""
    deadline = time.monotonic() + PATIENCE
    while time.monotonic() < deadline:
        found = holds()
        if found:
            return found
    raise AssertionError(f"waited in vain for {what}")


def windows(machine: Machine, title: str) -> list[str]:
    """Return the visible windows with a title."""
    try:
        found = desktop.xdotool(machine.display, "search", "--onlyvisible", "--name", f"^{title}")
    except subprocess.CalledProcessError:
        return []
    return found.split()


@pytest.fixture
def machine(tmp_path: Path) -> Iterator[Machine]:
    key = tmp_path / "key"
    key.touch(mode=0o600)
    key.write_text(secrets.token_hex(32))
    with desktop.display() as name:
        environment = {
            "PATH": os.environ["PATH"],
            "HOME": str(tmp_path),
            "DISPLAY": name,
            "WISESTEP_DATA_DIR": str(tmp_path / "data"),
            "WISESTEP_KEY_FILE": str(key),
            "PYTHONPATH": str(Path(__file__).parents[2]),
        }
        yield Machine(name, tmp_path, environment)


@pytest.fixture
def agreed(machine: Machine) -> Machine:
    """Return a machine whose owner agreed to be recorded."""
    machine.ask("settings", "set", "privacy.consent", "2026-03-02T09:00:00+00:00")
    return machine
