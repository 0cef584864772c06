"""The tray app on Windows, with real Qt: it records, a second start raises the first, and it ends in order."""

from __future__ import annotations

import json
import os
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Any

import keyring
import pytest
from PySide6.QtCore import QCoreApplication

from tests.windows.inside.stage import PATIENCE, hands, probe
from wisestep_desktop.adapters.secrets.keyring_vault import SERVICE
from wisestep_desktop.shell.instance import Instance

RUN = "import sys; from wisestep_desktop.cli import main; raise SystemExit(main({words!r}))"


class Program:
    """WiseStep with a window, on a timeline of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        # Wine passes no QT_ variable on; its own spelling reaches Qt.
        self.environment = {**os.environ, "WISESTEP_DATA_DIR": str(folder), "QT_QPA_PLATFORM": "offscreen"}

    def command(self, *words: str) -> list[str]:
        return [sys.executable, "-X", "utf8", "-c", RUN.format(words=list(words))]

    def ask(self, *words: str) -> Any:  # noqa: ANN401
        done = subprocess.run(
            self.command(*words, "--json"), env=self.environment, capture_output=True, timeout=PATIENCE * 2, check=False
        )
        assert done.returncode == 0, done.stderr.decode(errors="replace")
        return json.loads(done.stdout)

    def until(self, holds: Callable[[], object], what: str) -> None:
        deadline = time.monotonic() + PATIENCE * 2
        while not holds():
            assert time.monotonic() < deadline, f"waited in vain for {what}"


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    made = Program(tmp_path / "data")
    made.ask("settings", "set", "privacy.consent", "2026-03-02T09:00:00+00:00")
    yield made
    keyring.delete_password(SERVICE, str(made.folder))


def test_the_tray_app_records_and_a_second_start_ends_at_once(program: Program) -> None:
    with probe() as window:
        window.retitle("Deed – HAR-2024-017")
        window.activate()
        hands("key", "space")
        pipes = {"stdout": subprocess.PIPE, "stderr": subprocess.PIPE}
        with subprocess.Popen(program.command("run", "--hidden"), env=program.environment, **pipes) as process:
            try:
                program.until(
                    lambda: "Deed – HAR-2024-017" in {row["title"] for row in program.ask("timeline")["rows"]},
                    "the first row",
                )
                second = subprocess.run(
                    program.command("run"), env=program.environment, capture_output=True, timeout=PATIENCE, check=False
                )
                assert second.returncode == 0, second.stderr
                assert process.poll() is None
            finally:
                process.kill()


def test_one_program_per_timeline(tmp_path: Path) -> None:
    application = QCoreApplication.instance() or QCoreApplication([])
    first = Instance(tmp_path)
    assert first.take()
    assert first._server is not None
    assert first._server.isListening(), first._server.errorString()
    raised: list[bool] = []
    first.raised.connect(lambda: raised.append(True))
    second: list[bool] = []
    asking = threading.Thread(target=lambda: second.append(Instance(tmp_path).take()), name="second")
    asking.start()
    deadline = time.monotonic() + PATIENCE
    while not raised:
        assert time.monotonic() < deadline, "the first was never asked to show itself"
        application.processEvents()
    asking.join(PATIENCE)
    assert second == [False]
    first.release()
    again = Instance(tmp_path)
    assert again.take()
    again.release()
