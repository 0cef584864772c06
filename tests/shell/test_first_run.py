"""The first run: four pages, nothing recorded before the yes, every step by keyboard, nothing done unasked."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QProcess, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QCheckBox, QPushButton, QWidget

from tests.shell.conftest import Room
from tests.shell.test_recognising import said
from tests.shell.waiting import both
from wisestep_desktop.core.errors import AutostartFailed
from wisestep_desktop.ports.autostart import Autostart
from wisestep_desktop.shell.views.first_run import Dots, FirstSteps, Welcome
from wisestep_desktop.shell.views.stage import Stage

Make = Callable[..., Stage]


@pytest.fixture
def make_stage() -> Iterator[Callable[..., Stage]]:
    stages: list[Stage] = []

    def make(room: Room, autostart: Callable[[], Autostart] | None = None) -> Stage:
        desk = room.desk if autostart is None else replace(room.desk, autostart=autostart)
        steps = FirstSteps(desk, room.tasks, room.actionstep)
        day, head = QWidget(), QWidget()
        stage = Stage(day, head, room.recording, room.theme, None, steps)  # type: ignore[arg-type]
        head.setParent(stage)
        stages.append(stage)
        stage.resize(900, 640)
        stage.show()
        room.qtbot.waitExposed(stage)
        stage.focus_first()
        return stage

    yield make
    for stage in stages:
        stage.close()
        stage.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def welcome(stage: Stage) -> Welcome:
    found = stage.findChild(Welcome)
    assert isinstance(found, Welcome)
    return found


def press(stage: Stage, key: Qt.Key = Qt.Key.Key_Return) -> None:
    held = stage.focusWidget()
    assert held is not None
    QTest.keyClick(held, key)


def page(stage: Stage) -> str:
    return stage.findChild(Dots).accessibleName()


def has_focus(stage: Stage) -> str:
    held = stage.focusWidget()
    assert isinstance(held, QPushButton)
    return held.text()


def agree(room: Room, stage: Stage) -> None:
    press(stage)
    press(stage)
    room.until(lambda: room.recording.running)


def test_enter_alone_leads_to_the_yes_and_nothing_is_recorded_before_it(
    make_room: Callable[..., Room], make_stage: Make
) -> None:
    room = make_room()
    stage = make_stage(room)
    told = said(stage)
    assert page(stage) == "Page 1 of 4"
    for words in ("the application, its title and document", "On this computer only, encrypted", "“Start recording”"):
        assert words in told
    both(room, stage, "first-run-1")
    press(stage)
    assert page(stage) == "Page 2 of 4"
    assert "what you type, pictures of the screen, sound" in said(stage)
    assert has_focus(stage) == "Start recording"
    assert not room.recording.consented
    assert not room.recording.running
    both(room, stage, "first-run-2")
    press(stage)
    room.until(lambda: room.recording.running)
    assert page(stage) == "Page 3 of 4"
    room.until(stage.findChild(QCheckBox).isEnabled)
    both(room, stage, "first-run-3")


def test_back_leads_back_and_not_now_records_nothing(make_room: Callable[..., Room], make_stage: Make) -> None:
    room = make_room()
    stage = make_stage(room)
    press(stage)
    QTest.keyClick(stage.focusWidget(), Qt.Key.Key_Escape)  # no way past the question but an answer
    assert page(stage) == "Page 2 of 4"
    welcome(stage)._back.click()
    assert page(stage) == "Page 1 of 4"
    assert "Back" not in said(stage)
    welcome(stage)._pass.click()
    assert stage.shows_day
    assert not room.recording.consented


def test_starting_with_the_computer_is_offered_and_not_done_unasked(
    make_room: Callable[..., Room], make_stage: Make
) -> None:
    room = make_room()
    stage = make_stage(room)
    agree(room, stage)
    system = room.desk.autostart()
    box = stage.findChild(QCheckBox)
    assert not box.isChecked()
    press(stage)
    assert page(stage) == "Page 4 of 4"
    assert not system.state()
    welcome(stage)._back.click()
    room.until(box.isEnabled)
    box.setFocus()
    press(stage, Qt.Key.Key_Space)
    press(stage)
    room.until(lambda: page(stage) == "Page 4 of 4")
    assert system.state()
    [entry] = Path(room.office.folder / "autostart").iterdir()
    assert "run --hidden" in entry.read_text().replace('"', "")
    welcome(stage)._back.click()
    room.until(box.isChecked)


def test_a_system_that_refuses_is_quoted_and_one_goes_on(make_room: Callable[..., Room], make_stage: Make) -> None:
    class Locked:
        def state(self) -> bool:
            return False

        def enable(self, command: object) -> None:
            assert command
            raise AutostartFailed("autostart/wisestep.desktop", "Permission denied")

        def disable(self) -> None:
            raise AssertionError("nobody asked")

    room = make_room()
    stage = make_stage(room, Locked)
    agree(room, stage)
    box = stage.findChild(QCheckBox)
    room.until(box.isEnabled)
    box.setChecked(True)
    press(stage)
    room.until(lambda: "Permission denied" in said(stage))
    assert page(stage) == "Page 3 of 4"
    assert not box.isChecked()
    both(room, stage, "first-run-3-refused")
    press(stage)
    assert page(stage) == "Page 4 of 4"


def test_the_last_page_connects_or_waits(make_room: Callable[..., Room], make_stage: Make) -> None:
    room = make_room()
    stage = make_stage(room)
    agree(room, stage)
    press(stage)
    assert has_focus(stage) == "Connect to Actionstep"
    both(room, stage, "first-run-4")
    with room.qtbot.waitSignal(room.actionstep.connected, timeout=20_000):
        press(stage)
    assert stage.shows_day


def test_what_comes_after_the_yes_can_be_passed(make_room: Callable[..., Room], make_stage: Make) -> None:
    room = make_room()
    stage = make_stage(room)
    agree(room, stage)
    press(stage, Qt.Key.Key_Escape)
    assert stage.shows_day
    assert room.recording.running


def test_practising_starts_a_process_of_its_own(
    make_room: Callable[..., Room], make_stage: Make, monkeypatch: pytest.MonkeyPatch
) -> None:
    started: list[tuple[object, ...]] = []
    answers = [(False, 0), (True, 4711)]

    def start(*told: object) -> tuple[bool, int]:
        started.append(told)
        return answers[len(started) - 1]

    monkeypatch.setattr(QProcess, "startDetached", staticmethod(start))
    room = make_room()
    stage = make_stage(room)
    agree(room, stage)
    press(stage)
    welcome(stage)._practise.click()
    assert "type: wisestep demo" in said(stage)
    welcome(stage)._practise.click()
    assert started == [("wisestep", ["demo"])] * 2
    assert "opens in a window of its own" in said(stage)
    assert has_focus(stage) == "Connect to Actionstep"


def test_a_yes_from_elsewhere_shows_the_day(make_room: Callable[..., Room], make_stage: Make) -> None:
    room = make_room()
    stage = make_stage(room)
    room.recording.consent()
    room.until(lambda: stage.shows_day)
