"""After an unexpected end: the next start tells of it at the bell, the report is looked at, saved and deleted."""

from __future__ import annotations

import json
import os
import signal
import subprocess
import sys
from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from tests.shell.conftest import Room
from tests.shell.test_bell import Make, counts, make_bell, press
from tests.shell.test_recognising import said
from tests.shell.waiting import both
from wisestep_desktop.adapters.system.faults import REPORT
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.services import crashes
from wisestep_desktop.services.updates import DAY
from wisestep_desktop.shell.views.crash_window import CrashWindow

__all__ = ["make_bell"]

ROOT = Path(__file__).parents[2]
TITLE = "Harbour Holdings v Quay - advice.docx"
TEXT = """WiseStep crash report

program: WiseStep 1.2.9
python: 3.11.7
qt: 6.11.3
system: Linux-6.1.0-x86_64-with-glibc2.36
started: 2026-03-02 22:14 UTC
ended: 2026-03-03 03:05 UTC

stack:
  Fatal Python error: Segmentation fault
  Thread (most recent call first):
    threading.py:327 in wait
    wisestep_desktop/services/capture.py:88 in _run
    threading.py:982 in run
  Current thread (most recent call first):
    wisestep_desktop/shell/views/row_list.py:61 in paintEvent
    wisestep_desktop/shell/app.py:232 in run
    wisestep_desktop/cli/main.py:47 in main

log:
  2026-03-02 22:14:02Z INFO wisestep.capture windows x11
  2026-03-02 22:14:02Z INFO wisestep.capture inputs x11
  2026-03-02 22:44:10Z WARNING wisestep.updates news of versions was ignored release.older
"""


def ended(room: Room, at: Instant | None = None) -> None:
    """Have ended unexpectedly, with a report."""
    (room.office.folder / REPORT).write_text(TEXT, "utf-8")
    clock = room.office.clock
    when = clock.read().wall if at is None else at
    room.office.store.write(lambda books: crashes.note(books, when, clock.zone())).result()


def noted(room: Room) -> crashes.UnexpectedEnd | None:
    return room.office.store.read(crashes.noted)


# The bell and the window -------------------------------------------------------------------------------------------


def test_the_bell_tells_of_it_calmly_and_opens_the_report(connected: Room, make_bell: Make) -> None:
    ended(connected)
    bell = make_bell(connected)
    counts(connected, bell, 1)
    asked: list[bool] = []
    bell.crash_asked.connect(lambda: asked.append(True))
    bell.click()
    told = said(bell.panel)
    assert "WiseStep ended unexpectedly on" in told
    assert "Your time up to 09:00 is kept." in told
    both(connected, bell.panel, "bell-crash")
    press(bell, "Look at the report…")
    assert asked == [True]


def test_where_nothing_was_recorded_that_day_no_time_is_named(connected: Room, make_bell: Make) -> None:
    ended(connected, Instant(connected.office.clock.read().wall - 3 * DAY))
    bell = make_bell(connected)
    counts(connected, bell, 1)
    bell.click()
    assert "Your recorded time is kept." in said(bell.panel)
    press(bell, "Not today")
    connected.until(lambda: "Nothing needs you." in said(bell.panel))
    assert noted(connected) is not None


def open_report(room: Room) -> CrashWindow:
    room.window._bell.crash_asked.emit()
    window = room.window.others.window("crash")
    assert isinstance(window, CrashWindow)
    room.qtbot.waitExposed(window)
    room.until(window.text.toPlainText)
    return window


def test_the_window_shows_exactly_what_would_be_saved(connected: Room) -> None:
    ended(connected)
    window = open_report(connected)
    assert window.text.toPlainText() == TEXT
    assert window.text.isReadOnly()
    assert window.save.hasFocus()
    both(connected, window, "crash-report")
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert noted(connected) is not None


def test_saved_it_is_no_longer_kept_here(connected: Room, tmp_path: Path) -> None:
    ended(connected)
    window = open_report(connected)
    connected.until(lambda: len(connected.window._board.notices) == 1)
    window.save.click()
    box = window.findChild(QFileDialog)
    assert isinstance(box, QFileDialog)
    target = tmp_path / "saved.txt"
    box.fileSelected.emit(str(target))
    box.close()
    connected.until(lambda: "Saved as saved.txt." in said(window))
    assert target.read_text("utf-8") == TEXT
    assert not (connected.office.folder / REPORT).exists()
    assert noted(connected) is None
    connected.until(lambda: not connected.window._board.notices)
    assert not window.save.isEnabled()
    assert not window.delete.isEnabled()
    both(connected, window, "crash-report-saved")


def test_deleted_it_is_gone(connected: Room) -> None:
    ended(connected)
    window = open_report(connected)
    window.delete.click()
    connected.until(lambda: "The report was deleted." in said(window))
    assert not (connected.office.folder / REPORT).exists()
    assert noted(connected) is None
    window.close()
    connected.window.others.crash()
    connected.until(lambda: "There is no report any more." in said(window))


def test_a_report_that_somebody_deleted_by_hand_is_not_told_of_for_ever(connected: Room) -> None:
    ended(connected)
    (connected.office.folder / REPORT).unlink()
    connected.window.others.crash()
    connected.until(lambda: noted(connected) is None)
    window = connected.window.others.window("crash")
    assert window is not None
    connected.until(lambda: "There is no report any more." in said(window))


def test_where_it_cannot_be_saved_it_stays(connected: Room, tmp_path: Path) -> None:
    ended(connected)
    window = open_report(connected)
    window.save_to(tmp_path / "no such folder" / "saved.txt")
    connected.until(lambda: "saved.txt cannot be written" in said(window))
    assert (connected.office.folder / REPORT).read_text("utf-8") == TEXT
    assert window.save.isEnabled()


# The whole program ------------------------------------------------------------------------------------------------

PROGRAM = """
import json, os, signal, sys, threading
from pathlib import Path
from PySide6.QtCore import QTimer
from wisestep_desktop.bootstrap import running
from wisestep_desktop.shell import app
from wisestep_desktop.services import notices

folder, way, title, usual = Path(sys.argv[1]), sys.argv[2], sys.argv[3], app.run

def tell(desk):
    from datetime import UTC
    scene = notices.Scene(desk.clock.read().wall, UTC)
    found = desk.store.read(lambda books: notices.gather(books, scene))
    print(json.dumps({"notices": [each.kind for each in found], "report": desk.crashes.report()}), flush=True)

def act(application, shown):
    match way:
        case "crash": os.kill(os.getpid(), signal.SIGSEGV)
        case "kill": os.kill(os.getpid(), signal.SIGKILL)
        case "slot-then-kill":
            QTimer.singleShot(200, lambda: os.kill(os.getpid(), signal.SIGKILL))
            raise ValueError(shown)
        case "slot-then-quit":
            QTimer.singleShot(200, application.quit)
            raise ValueError(shown)
        case "quit": application.quit()

def run(application, desk, instance, *, hidden, opens, attend):
    tell(desk)
    QTimer.singleShot(300, lambda: act(application, title))
    return usual(application, desk, instance, hidden=hidden, opens=opens, attend=attend)

app.run = run
sys.exit(running.run_app(str(folder), hidden=False))
"""


@pytest.fixture
def start(tmp_path: Path) -> Callable[[str], tuple[int, dict[str, object]]]:
    """Return how to run the whole program until it ends in some way; it tells what it found when it started."""
    key = tmp_path / "key"
    key.write_text("5e" * 32)
    key.chmod(0o600)
    environment = {**os.environ, "WISESTEP_KEY_FILE": str(key), "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}

    def run(way: str) -> tuple[int, dict[str, object]]:
        done = subprocess.run(
            [sys.executable, "-c", PROGRAM, str(tmp_path / "data"), way, TITLE],
            cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False,
        )  # fmt: skip
        assert "Harbour" not in done.stderr
        return done.returncode, json.loads(done.stdout)

    return run


Start = Callable[[str], tuple[int, dict[str, object]]]


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
@pytest.mark.parametrize("way", ["crash", "slot-then-kill"])
def test_a_crash_of_the_whole_program_is_offered_at_the_next_start_without_any_title(
    start: Start, tmp_path: Path, way: str
) -> None:
    status, told = start(way)
    assert status == -(signal.SIGSEGV if way == "crash" else signal.SIGKILL)
    assert told == {"notices": ["connect"], "report": None}
    status, told = start("quit")
    assert status == 0
    assert told["notices"] == ["crash", "connect"]
    report = str(told["report"])
    assert ("Segmentation fault" if way == "crash" else "Uncaught ValueError in MainThread") in report
    assert "wisestep_desktop/shell/app.py:" in report or way != "crash"
    for secret in ("Harbour", "Quay", str(tmp_path), str(ROOT)):
        assert secret not in report
    log = (tmp_path / "data" / "wisestep.log").read_text("utf-8")
    assert "ended.unexpectedly" in log
    assert "Harbour" not in log
    assert start("quit")[1]["report"] == report  # until somebody deals with it


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_a_kill_is_in_the_log_and_nowhere_else(start: Start, tmp_path: Path) -> None:
    start("kill")
    assert start("quit") == (0, {"notices": ["connect"], "report": None})
    assert "ended.abruptly" in (tmp_path / "data" / "wisestep.log").read_text("utf-8")


@pytest.mark.skipif(os.name == "nt", reason="signals of POSIX")
def test_an_error_in_a_slot_and_an_end_in_order_are_no_crash(start: Start) -> None:
    assert start("slot-then-quit")[0] == 0
    assert start("quit") == (0, {"notices": ["connect"], "report": None})
