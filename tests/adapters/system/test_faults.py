"""What is written down while a real process ends unexpectedly, and what the next start makes of it."""

from __future__ import annotations

import os
import signal
import subprocess
import sys
from pathlib import Path

import pytest

from wisestep_desktop.adapters.system.faults import FAULTS, REPORT, FaultFiles
from wisestep_desktop.adapters.system.logs import NAME
from wisestep_desktop.core.errors import StoreError

ROOT = Path(__file__).parents[3]
TITLE = "Harbour Holdings v Quay - advice.docx"
CHILD = """
import faulthandler, logging, os, signal, sys, threading
from pathlib import Path
from wisestep_desktop.adapters.system.faults import FaultFiles, facts
from wisestep_desktop.adapters.system.logs import NAME, log_kept_in
from wisestep_desktop.core.errors import StoreError

folder, way = Path(sys.argv[1]), sys.argv[2]
files = FaultFiles(folder, folder / NAME, facts("1.2.3", "6.11.3"))
sys.excepthook = lambda *_: None
threading.excepthook = lambda _: None

def crash(title):
    shown = [title, {"narrative": title}]
    match way:
        case "segv": os.kill(os.getpid(), signal.SIGSEGV)
        case "abort": os.abort()
        case "kill": os.kill(os.getpid(), signal.SIGKILL)
        case "raise": raise ValueError(title)
        case "explained": raise StoreError("store.disk_full")
        case "thread":
            thread = threading.Thread(target=fail, args=(title,), name="watching")
            thread.start()
            thread.join()
            os.kill(os.getpid(), signal.SIGKILL)
        case "thread-then-quit":
            thread = threading.Thread(target=fail, args=(title,), name="watching")
            thread.start()
            thread.join()
        case "many":
            for _ in range(1000):
                sys.excepthook(*caught(title))
            os.kill(os.getpid(), signal.SIGKILL)
        case "quit": pass

def caught(title):
    try:
        fail(title)
    except ValueError:
        return sys.exc_info()

def fail(title):
    raise ValueError(title)

with log_kept_in(folder), files.watched():
    logging.getLogger("wisestep.capture").info("windows: x11")
    crash(sys.argv[3])
"""


def end(folder: Path, way: str) -> int:
    """Run a program that ends so; return its exit status."""
    done = subprocess.run(
        [sys.executable, "-c", CHILD, str(folder), way, TITLE],
        env={"PATH": os.environ["PATH"], "PYTHONPATH": str(ROOT), "HOME": str(folder)},
        capture_output=True, cwd=folder, timeout=60, check=False,
    )  # fmt: skip
    return done.returncode


def files(folder: Path) -> FaultFiles:
    return FaultFiles(folder, folder / NAME, {"program": "WiseStep 9.9.9"})


def kept(folder: Path) -> str:
    """Make the report as the next start does."""
    shelf = files(folder)
    left = shelf.left()
    assert left is not None
    assert shelf.keep(left)
    told = shelf.report()
    assert told is not None
    return told


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize(("way", "number"), [("segv", signal.SIGSEGV), ("abort", signal.SIGABRT)])
def test_a_crash_leaves_where_it_was_and_no_title(tmp_path: Path, way: str, number: signal.Signals) -> None:
    assert end(tmp_path, way) == -number
    if os.name == "posix":
        assert (tmp_path / FAULTS).stat().st_mode & 0o777 == 0o600
    told = kept(tmp_path)
    assert "Fatal Python error" in told
    assert "<string>:" in told
    assert "in crash" in told
    for fact in ("program: WiseStep 1.2.3", "qt: 6.11.3", "python: 3.", "system: ", "started: 20", "ended: 20"):
        assert fact in told
    assert "INFO wisestep.capture windows x11" in told
    for secret in ("Harbour", "Quay", "advice", str(tmp_path), str(ROOT), os.environ.get("USER", "nobody at all")):
        assert secret not in told
    assert (tmp_path / REPORT).stat().st_mode & 0o777 == 0o600


@pytest.mark.parametrize("way", ["quit", "explained", "thread-then-quit"])
def test_an_end_in_order_leaves_nothing(tmp_path: Path, way: str) -> None:
    end(tmp_path, way)
    assert not (tmp_path / FAULTS).exists()
    assert files(tmp_path).left() is None


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_a_kill_is_noticed_and_is_no_crash(tmp_path: Path) -> None:
    assert end(tmp_path, "kill") == -signal.SIGKILL
    left = files(tmp_path).left()
    assert left is not None
    assert left.fault is None
    assert not files(tmp_path).keep(left)
    assert files(tmp_path).report() is None


def test_an_error_that_nobody_caught_ends_the_program_with_its_kind_and_place(tmp_path: Path) -> None:
    end(tmp_path, "raise")
    told = kept(tmp_path)
    assert "Uncaught ValueError in MainThread" in told
    assert "in crash" in told
    assert "Harbour" not in (tmp_path / FAULTS).read_text() + told


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_so_does_one_in_a_thread_before_an_end_out_of_order(tmp_path: Path) -> None:
    end(tmp_path, "thread")
    told = kept(tmp_path)
    assert "Uncaught ValueError in watching" in told
    assert "in fail" in told
    assert "Harbour" not in (tmp_path / FAULTS).read_text() + told


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_a_thousand_errors_do_not_fill_the_disk(tmp_path: Path) -> None:
    end(tmp_path, "many")
    assert (tmp_path / FAULTS).stat().st_size < 10_000


def test_what_was_found_is_replaced_by_the_next_start(tmp_path: Path) -> None:
    end(tmp_path, "raise")
    with files(tmp_path).watched():
        left = files(tmp_path).left()
        assert left is not None
        assert left.fault is None
    assert files(tmp_path).left() is None


def test_the_report_is_deleted_and_need_not_be_there(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    end(tmp_path, "raise")
    kept(tmp_path)
    shelf = files(tmp_path)
    shelf.discard()
    assert shelf.report() is None
    shelf.discard()

    def refuse(_self: Path, **_: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "unlink", refuse)
    with pytest.raises(StoreError, match="erase"):
        shelf.discard()


def test_what_handled_exceptions_wrote_does_not_grow_for_ever(tmp_path: Path) -> None:
    shelf = files(tmp_path)
    with shelf.watched():
        with (tmp_path / FAULTS).open("ab") as file:
            file.write(b"Windows fatal exception: code 0x6ba\n" * 20_000)
        shelf.trim()
        head = (tmp_path / FAULTS).read_text()
        assert head.count("\n") == 1
        shelf.trim()
        assert (tmp_path / FAULTS).read_text() == head
    shelf.trim()


def test_without_a_disk_the_program_runs_all_the_same(tmp_path: Path) -> None:
    shelf = files(tmp_path / "nowhere")
    with shelf.watched():
        shelf.trim()
    assert shelf.left() is None
    assert shelf.report() is None


def test_a_file_of_nonsense_is_no_crash(tmp_path: Path) -> None:
    (tmp_path / FAULTS).write_bytes(b"\xff\xfe\x00" * 100)
    left = files(tmp_path).left()
    assert left is not None
    assert left.fault is None
    assert left.facts == {}
