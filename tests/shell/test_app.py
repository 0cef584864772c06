"""The tray app as a whole, as far as no process is needed: where a message of the system leads."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from datetime import timedelta
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent
from PySide6.QtWidgets import QApplication

from tests.shell.conftest import Room
from tests.shell.test_recognising import said
from tests.shell.waiting import entry, today
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.services.notices import Notice, NoticeKind
from wisestep_desktop.shell.app import App
from wisestep_desktop.shell.instance import Instance
from wisestep_desktop.shell.views.radar_page import RadarWindow


def test_a_message_leads_to_the_radar_or_to_the_day_and_the_radar_to_a_day(
    connected: Room, qapp: QApplication, tmp_path: Path
) -> None:
    entry(connected, 5, state=EntryState.REFUSED)
    day = today(connected) - timedelta(days=5)
    instance = Instance(tmp_path)
    assert instance.take()
    app = App(qapp, connected.desk, instance)
    app._reminders.opened.emit(Notice(NoticeKind.REFUSED, since=day))
    window = app._window
    assert window is not None
    assert (window.isVisible(), window.day) == (True, day)
    window.go_to(today(connected))
    app._reminders.opened.emit(Notice(NoticeKind.UNSENT, since=day))
    radar = window.findChild(RadarWindow)
    assert radar is not None
    connected.until(lambda: "one not sent" in str(radar.page._model.index(0, 4).data()))
    assert "Not sent yet" in said(radar)
    radar.page._day.click()
    assert window.day == day
    qapp.aboutToQuit.disconnect(app.close)
    app.close()
    app.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


OPENED = """
import sys
from PySide6.QtCore import QCoreApplication, QUrl
from PySide6.QtGui import QFileOpenEvent
from wisestep_desktop.shell.app import make_application

application = make_application([sys.argv[0]])
application.opened.connect(print)
for opened in (QUrl("wisestep://join/abc"), "/tmp/Hartley & Co.wisestep"):
    QCoreApplication.sendEvent(application, QFileOpenEvent(opened))
"""


def test_what_the_system_hands_a_running_program_is_opened() -> None:
    """As macOS does; a process of its own, for there is one application in each."""
    done = subprocess.run(
        [sys.executable, "-c", OPENED], cwd=Path(__file__).parents[2], capture_output=True, text=True, timeout=60,
        check=False, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert done.stdout.splitlines() == ["wisestep://join/abc", "/tmp/Hartley & Co.wisestep"], done.stderr


DELETES = """
import json, os, sys
from pathlib import Path

import pytest
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QMessageBox
from wisestep_desktop.bootstrap import running
from wisestep_desktop.shell import app

folder, usual, said, seen = Path(sys.argv[1]), app.run, [], []
QMessageBox.exec = lambda box: said.append(box.text())

def run(application, desk, instance, *, hidden, opens, attend):
    def end():
        seen.extend(each.name for each in folder.iterdir())
        desk.delete_at_end()
    QTimer.singleShot(300, end)
    return usual(application, desk, instance, hidden=hidden, opens=opens, attend=attend)

app.run = run
status = running.run_app(str(folder), hidden=False)
print(json.dumps({"status": status, "said": said, "seen": seen}))
"""


def test_the_program_ends_and_leaves_nothing_behind(tmp_path: Path) -> None:
    key = tmp_path / "key"
    key.write_text("5e" * 32)
    key.chmod(0o600)
    folder = tmp_path / "data"
    environment = {**os.environ, "WISESTEP_KEY_FILE": str(key), "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}
    done = subprocess.run(
        [sys.executable, "-c", DELETES, str(folder)],
        cwd=Path(__file__).parents[2], env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    told = json.loads(done.stdout)
    assert told["status"] == 0
    assert {"timeline.db", "wisestep.log"} <= set(told["seen"])
    assert told["said"][0].startswith("Everything was deleted")
    assert not folder.exists()
    assert key.exists()


UNHEARD = """
import sys
from pathlib import Path

import pytest
from PySide6.QtCore import QLockFile
from wisestep_desktop.shell import app
from wisestep_desktop.shell.instance import Instance, hand_over

folder = Path(sys.argv[1])
print(hand_over(folder))
held = QLockFile(str(folder / "program.lock"))
held.tryLock(0)
print(hand_over(folder))
held.unlock()
application = app.make_application(["wisestep"])
print(Instance(folder).take())
"""


def test_a_start_that_nobody_hears_becomes_the_program(tmp_path: Path) -> None:
    """Where none runs, and where one holds the lock that does not listen yet, or no more."""
    done = subprocess.run(
        [sys.executable, "-c", UNHEARD, str(tmp_path)], cwd=Path(__file__).parents[2], capture_output=True, text=True,
        timeout=60, check=False, env={**os.environ, "QT_QPA_PLATFORM": "offscreen"},
    )  # fmt: skip
    assert (done.stdout.split(), done.stderr) == (["False", "False", "True"], ""), done


REFUSES = """
import sys
from PySide6.QtWidgets import QMessageBox
from wisestep_desktop.bootstrap import starting
from wisestep_desktop.core.errors import StoreError

said = []
QMessageBox.exec = lambda box: said.append(box.text())
starting.windowed = lambda: sys.argv[2] == "windowed"
try:
    starting.start(sys.argv[1], hidden=True)
except StoreError as error:
    print(error.code, *said, sep="|")
"""


@pytest.mark.parametrize("form", ["windowed", "in a terminal"])
def test_who_cannot_see_a_terminal_is_told_in_a_window_why_it_does_not_start(tmp_path: Path, form: str) -> None:
    (tmp_path / "file").touch()
    folder = tmp_path / "file" / "data"
    environment = {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path), "LANGUAGE": "en", "LC_ALL": "C"}
    done = subprocess.run(
        [sys.executable, "-c", REFUSES, str(folder), form],
        cwd=Path(__file__).parents[2], env=environment, capture_output=True, text=True, timeout=60, check=False,
    )  # fmt: skip
    code, *said = done.stdout.strip().split("|")
    assert code == "store.no_folder", done.stderr
    assert [str(folder) in each for each in said] == ([True] if form == "windowed" else [])
