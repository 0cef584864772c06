"""How a real Windows program ends unexpectedly, what faulthandler writes then, and what the next start makes of it."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.clock import FakeClock
from tests.services.office import open_store
from tests.windows.inside.stage import PATIENCE
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.adapters.system.faults import FAULTS, REPORT, FaultFiles
from wisestep_desktop.bootstrap.ending import watched
from wisestep_desktop.services import crashes

ROOT = Path(__file__).parents[3]
TITLE = "Harbour Holdings v Quay - advice.docx"
ACCESS_VIOLATION = 0xC0000005
CHILD = """
import ctypes, logging, msvcrt, sys, threading
from pathlib import Path
from wisestep_desktop.adapters.system.faults import FaultFiles, facts
from wisestep_desktop.adapters.system.logs import NAME, log_kept_in

msvcrt.SetErrorMode(msvcrt.SEM_NOGPFAULTERRORBOX)  # no dialog that waits for somebody, on Windows itself
folder, way = Path(sys.argv[1]), sys.argv[2]
files = FaultFiles(folder, folder / NAME, facts("1.2.3", "6.11.3"))
kernel = ctypes.WinDLL("kernel32")

def crash(title):
    shown = {"narrative": title}
    ctypes.c_char.from_address(8).value

def crash_elsewhere(title):
    kernel.CreateThread(None, 0, ctypes.c_void_p(8), None, 0, None)  # a thread that is not Python's
    threading.Event().wait(20)

def handle(call, *arguments):
    try:
        call(*arguments)
    except OSError:  # ctypes makes one of what a function raised
        return
    raise SystemExit("nothing was raised")

with log_kept_in(folder), files.watched():
    logging.getLogger("wisestep.capture").info("windows: winapi")
    match way:
        case "crash": crash(sys.argv[3])
        case "elsewhere": crash_elsewhere(sys.argv[3])
        case "handled": handle(ctypes.string_at, 8)
        case "remote": handle(kernel.RaiseException, 0x8001010D, 0, 0, None)
    if way == "remote":
        kernel.TerminateProcess(ctypes.c_void_p(-1), 3)  # as the task manager does
"""


def end(folder: Path, way: str) -> int:
    """Run a program that ends so; return its exit status, as Windows has it."""
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", CHILD, str(folder), way, TITLE],
        capture_output=True, timeout=PATIENCE, check=False,
    )  # fmt: skip
    assert b"nothing was raised" not in done.stderr
    return done.returncode & 0xFFFFFFFF


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    opened = open_store(tmp_path)
    yield opened
    opened.close()


def next_start(folder: Path, store: SqlStore) -> FaultFiles:
    """Look back as the next start does."""
    with watched(folder, store, FakeClock(), "6.11.3") as files:
        return files


@pytest.mark.parametrize("way", ["crash", "elsewhere"])
def test_an_access_violation_leaves_where_it_was_and_no_title(tmp_path: Path, store: SqlStore, way: str) -> None:
    assert end(tmp_path, way) == ACCESS_VIOLATION
    told = next_start(tmp_path, store).report()
    assert told is not None
    assert store.read(crashes.noted) is not None
    assert "  Windows fatal exception: access violation" in told
    assert "<string>:" in told
    assert ("Current thread (most recent call first):" in told) == (way == "crash")
    assert f"in {'crash' if way == 'crash' else 'crash_elsewhere'}" in told
    assert "lines left out" not in told
    for fact in ("program: WiseStep 1.2.3", "qt: 6.11.3", "python: 3.11", "system: Win", "started: 20", "ended: 20"):
        assert fact in told
    assert "INFO wisestep.capture windows winapi" in told
    for secret in ("Harbour", "Quay", "advice", "narrative", str(tmp_path), str(ROOT), "Z:", "\\"):
        assert secret not in told
    assert not (tmp_path / FAULTS).exists()


def test_an_exception_that_was_handled_leaves_nothing_where_the_program_ended_in_order(
    tmp_path: Path, store: SqlStore
) -> None:
    assert end(tmp_path, "handled") == 0
    assert not (tmp_path / FAULTS).exists()
    assert next_start(tmp_path, store).report() is None
    assert store.read(crashes.noted) is None


def test_an_exception_of_a_remote_call_that_was_handled_is_none_to_tell_of(tmp_path: Path, store: SqlStore) -> None:
    assert end(tmp_path, "remote") == 3
    assert "Windows fatal exception: code 0x8001010d" in (tmp_path / FAULTS).read_text("utf-8")
    assert next_start(tmp_path, store).report() is None
    assert store.read(crashes.noted) is None
    assert not (tmp_path / REPORT).exists()
