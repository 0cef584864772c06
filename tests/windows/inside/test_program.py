"""The program itself on Windows: its command line records real windows with the key from the Credential Manager."""

from __future__ import annotations

import contextlib
import json
import os
import queue
import subprocess
import sys
import threading
from collections.abc import Iterator
from pathlib import Path
from typing import IO, Any

import keyring
import pytest

from tests.windows.inside.stage import PATIENCE, Probe, hands, probe
from wisestep_desktop.adapters.secrets.keyring_vault import SERVICE

ROOT = Path(__file__).parents[3]
RUN = (
    "import sys; sys.path.insert(0, {root!r}); from wisestep_desktop.cli import main; raise SystemExit(main({words!r}))"
)


TITLE = "Deed – HAR-2024-017 – 株式会社"


class Program:
    """WiseStep as somebody starts it, on a timeline of its own."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.environment = {**os.environ, "WISESTEP_DATA_DIR": str(folder)}

    def command(self, *words: str) -> list[str]:
        """Return how to start it; the embeddable Python reads no search path from the environment."""
        return [sys.executable, "-X", "utf8", "-c", RUN.format(root=str(ROOT), words=list(words))]

    def ask(self, *words: str) -> Any:  # noqa: ANN401
        done = subprocess.run(
            self.command(*words, "--json"), env=self.environment, capture_output=True, timeout=PATIENCE * 2, check=False
        )
        assert done.returncode == 0, done.stderr.decode(errors="replace")
        return json.loads(done.stdout)


@pytest.fixture
def program(tmp_path: Path) -> Iterator[Program]:
    made = Program(tmp_path / "data")
    yield made
    keyring.delete_password(SERVICE, str(made.folder))


def test_doctor_names_what_watches_windows_and_where_the_key_is(program: Program) -> None:
    told = program.ask("doctor")
    assert told["capture"] == "winapi"
    assert told["key"] == "keyring"
    assert {each["need"]: each["name"] for each in told["choice"]} | {"microphone": None} == {
        "windows": "winapi",
        "inputs": "winapi",
        "power": "winapi",
        "microphone": None,
    }
    health = {each["signal"]: each["health"] for each in told["signals"]}
    assert (health["titles"], health["idle"]) == ("works", "works")


def test_real_windows_become_rows(program: Program) -> None:
    with probe() as window:
        window.retitle(TITLE)
        window.activate()
        hands("key", "space")  # somebody is there
        with subprocess.Popen(
            program.command("record", "--json"), env=program.environment, stdout=subprocess.PIPE
        ) as process:
            assert process.stdout is not None
            lines: queue.SimpleQueue[bytes] = queue.SimpleQueue()
            reader = threading.Thread(target=_read, args=(process.stdout, lines), name="reader")
            reader.start()
            try:
                first = _until_told(window, lines)
                window.retitle("Lease – HAR-2024-018")
                second = json.loads(lines.get(timeout=PATIENCE))
            finally:
                process.kill()  # as Windows ends a program without a window; its time is kept all the same
                reader.join(PATIENCE)
    assert first["application"] == second["application"] == "Probe Editor"
    day = program.ask("timeline")
    titles = {row["title"] for row in day["rows"]}
    assert first["title"].startswith(TITLE)
    assert first["title"] in titles
    log = (program.folder / "wisestep.log").read_text("utf-8")
    assert "windows: winapi" in log
    assert "HAR-2024" not in log


def _until_told(window: Probe, lines: queue.SimpleQueue[bytes]) -> dict[str, Any]:
    """Change the title until the recorder, which takes a moment to start, tells of a visit."""
    for number in range(400):
        window.retitle(f"{TITLE} {number}")
        with contextlib.suppress(queue.Empty):
            told: dict[str, Any] = json.loads(lines.get(timeout=0.25))
            return told
    raise AssertionError("nothing was recorded")


def _read(source: IO[bytes], lines: queue.SimpleQueue[bytes]) -> None:
    for line in source:
        lines.put(line)
