"""One program per timeline, and what its tray icon tells."""

from __future__ import annotations

import threading
from pathlib import Path

from PySide6.QtCore import QObject
from PySide6.QtNetwork import QLocalSocket
from pytestqt.qtbot import QtBot

from tests.shell.conftest import Room
from wisestep_desktop.shell.instance import Instance
from wisestep_desktop.shell.tray import Tray
from wisestep_desktop.shell.views.learned_page import LearnedWindow


def test_a_second_start_raises_the_first(qtbot: QtBot, tmp_path: Path) -> None:
    first = Instance(tmp_path)
    assert first.take()
    second: list[bool] = []
    with qtbot.waitSignal(first.raised, timeout=10_000):
        asking = threading.Thread(target=lambda: second.append(Instance(tmp_path).take()))
        asking.start()
    asking.join()
    assert second == [False]
    first.release()
    again = Instance(tmp_path)
    assert again.take()
    again.release()


def hand_over(qtbot: QtBot, folder: Path, wanted: str) -> list[str]:
    """Return what the first program is asked to open when a second is started for it."""
    first = Instance(folder)
    assert first.take("not mine to open")
    told: list[str] = []
    first.opened.connect(told.append)
    with qtbot.waitSignal(first.raised, timeout=20_000):
        asking = threading.Thread(target=lambda: Instance(folder).take(wanted))
        asking.start()
    asking.join()
    first.release()
    return told


def test_a_second_start_hands_over_what_it_was_to_open(qtbot: QtBot, tmp_path: Path) -> None:
    link = "wisestep://join/" + "A" * 8_000
    assert hand_over(qtbot, tmp_path, link) == [link]
    file = "/home/ü/two  spaces/Hartley & Co.wisestep"
    assert hand_over(qtbot, tmp_path, file) == [file]
    assert hand_over(qtbot, tmp_path, "wisestep://join/x\nwisestep 1 show") == ["wisestep://join/x wisestep 1 show"]
    assert hand_over(qtbot, tmp_path, " ") == []


def test_whoever_wants_the_program_to_end_asks_and_waits(qtbot: QtBot, tmp_path: Path) -> None:
    first = Instance(tmp_path)
    assert first.take()
    first.quit_asked.connect(first.release)
    ended: list[bool] = []
    with qtbot.waitSignal(first.quit_asked, timeout=10_000):
        asking = threading.Thread(target=lambda: ended.append(Instance(tmp_path).end(10_000)))
        asking.start()
    asking.join()
    assert ended == [True]
    assert Instance(tmp_path).end(0)  # nobody there, nothing to wait for


def test_a_program_that_does_not_end_is_not_said_to_have(qtbot: QtBot, tmp_path: Path) -> None:
    first = Instance(tmp_path)
    assert first.take()
    ended: list[bool] = []
    with qtbot.waitSignal(first.quit_asked, timeout=10_000):
        asking = threading.Thread(target=lambda: ended.append(Instance(tmp_path).end(200)))
        asking.start()
    asking.join()
    assert ended == [False]
    first.release()


def test_whoever_says_too_much_is_hung_up_on(qtbot: QtBot, tmp_path: Path) -> None:
    first = Instance(tmp_path)
    assert first.take()
    raised: list[str] = []
    first.opened.connect(raised.append)
    socket = QLocalSocket()
    socket.connectToServer(first._name)
    assert socket.waitForConnected(5_000)
    with qtbot.waitSignal(socket.disconnected, timeout=10_000):
        socket.write(b"wisestep 1 open " + b"x" * 60_000)
    assert raised == []
    first.release()


def test_the_tray_opens_what_was_learned(room: Room) -> None:
    owner = QObject()
    tray = Tray(room.recording, room.actionstep, room.discretion, owner)
    tray.learned_asked.connect(room.window.show_learned)
    next(each for each in tray._menu.actions() if each.text() == "What WiseStep has learned").trigger()
    page = room.window.findChild(LearnedWindow)
    room.until(page.isVisible)
    tray.close()


def test_the_tray_shows_the_worst_of_what_goes_on(room: Room) -> None:
    owner = QObject()
    tray = Tray(room.recording, room.actionstep, room.discretion, owner)
    assert tray._icon.toolTip() == "WiseStep: Recording"
    tray.show_total(3 * 3_600_000 + 5 * 60_000)
    assert tray._total.text() == "Today: 3 h 05"
    tray._pauses.actions()[0].trigger()
    room.until(lambda: tray._icon.toolTip().startswith("WiseStep: Paused until "))
    assert tray._resume.isVisible()
    assert tray._connect.isVisible()
    tray._resume.trigger()
    room.until(lambda: tray._icon.toolTip() == "WiseStep: Recording")
    tray.close()
