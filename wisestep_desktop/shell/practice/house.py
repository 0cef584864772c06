"""A practice Actionstep and a throw-away timeline: what both the interactive and the self-driving demo stand on."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
import urllib.request
from collections.abc import Sequence
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from wisestep_desktop.shell.practice.robot import Child, PracticeFailed


@dataclass(frozen=True, slots=True)
class House:
    """Where the practice happens.

    Attributes:
        command: how to start this program.
        folder: of the throw-away timeline; its key lies beside it, as it is worth nothing.
    """

    command: Sequence[str]
    folder: Path

    @property
    def environment(self) -> dict[str, str]:
        """Return what the program needs to work on the throw-away timeline."""
        return {"WISESTEP_DATA_DIR": str(self.folder / "data"), "WISESTEP_KEY_FILE": str(self.folder / "key")}

    def furnish(self, facts: dict[str, Any]) -> None:
        """Make the key, and point the settings at the practice Actionstep."""
        key = self.folder / "key"
        key.touch(mode=0o600)
        key.write_text(secrets.token_hex(32))
        self.set("connection.environment", "custom")
        for name in ("authorize_url", "token_url", "client_id", "client_secret", "redirect_uri"):
            self.set(f"connection.{name}", facts[name])

    def set(self, name: str, value: str) -> None:
        """Change a setting of the throw-away timeline."""
        self.ask("settings", "set", name, value)

    def ask(self, *words: str) -> Any:  # noqa: ANN401  whatever the command's shape is
        """Run a command with ``--json`` and return its answer.

        Raises:
            PracticeFailed: with what it said, if it failed.
        """
        done = subprocess.run(
            [*self.command, *words, "--json"],
            capture_output=True,
            text=True,
            env={**os.environ, **self.environment},
            check=False,
        )
        if done.returncode:
            raise PracticeFailed(f"wisestep {words[0]}: {done.stderr.strip()}")
        return json.loads(done.stdout)

    def sandbox(self, *words: str) -> Child:
        """Start the practice Actionstep; its first line says where it is."""
        return Child([*self.command, "sandbox", *words], {}, self.folder / "sandbox.log")

    def app(self) -> Child:
        """Start the tray app on the throw-away timeline."""
        return Child([*self.command, "run"], self.environment, self.folder / "app.log")

    def stage(self, application: str) -> Child:
        """Start an application whose windows the robot will use."""
        words = [sys.executable, "-c", _STAGE, application]
        return Child(words, {}, self.folder / "stage.log")


_STAGE = "import sys; from wisestep_desktop.shell.practice.stage import main; sys.exit(main(sys.argv[1]))"


def control(address: str, path: str, body: dict[str, Any] | None = None) -> Any:  # noqa: ANN401
    """Ask the practice Actionstep's control address, which the program under practice never knows of."""
    data = None if body is None else json.dumps(body).encode()
    request = urllib.request.Request(address + path, data, {"Content-Type": "application/json"})  # noqa: S310  loopback
    with urllib.request.urlopen(request, timeout=10) as answer:  # noqa: S310
        return json.loads(answer.read())
