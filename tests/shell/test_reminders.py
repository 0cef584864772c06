"""What the system says: a few things, once each, without names, and nothing where others see the screen."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from dataclasses import dataclass, field

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject
from PySide6.QtWidgets import QSystemTrayIcon

from tests.fakes.watcher import Tick
from tests.shell.conftest import MINUTE, Room
from tests.shell.waiting import NARRATIVE, SECRET, entry, match, record, start_timer, trouble
from wisestep_desktop.core.errors import SignInAgain
from wisestep_desktop.core.instants import HOUR
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.services.notices import NoticeKind
from wisestep_desktop.shell.reminders import Reminders
from wisestep_desktop.shell.tray import Tray


@dataclass
class System:
    """A system that shows messages, or has nowhere to show them."""

    can: bool = True
    shown: list[str] = field(default_factory=list)

    def notify(self, text: str) -> bool:
        if self.can:
            self.shown.append(text)
        return self.can


@dataclass
class Post:
    """Reminders and the system they speak through."""

    room: Room
    system: System
    reminders: Reminders

    def look(self) -> list[str]:
        """Look until nothing more is to be said; return what was said."""
        before = len(self.system.shown)
        while True:
            said = len(self.system.shown)
            self.room.office.store.write(lambda _books: None).result()  # what the recorder told is written
            self.reminders.look()
            self.room.until(lambda: not self.reminders._looking)
            self.room.office.store.write(lambda _books: None).result()
            idle: list[bool] = []
            self.room.tasks.run(lambda: True, idle.append, lambda _error: None)
            self.room.until(lambda idle=idle: idle)  # type: ignore[misc]
            if len(self.system.shown) == said:
                return self.system.shown[before:]

    def work(self, minutes: float = 1) -> None:
        """Be at the computer, as its ticks tell."""
        self.room.watcher.play(Tick(0))
        self.room.work("Word", "Inbox", minutes)
        self.room.watcher.play(Tick(0))
        self.room.watcher.settle()

    def wait_for_the_hour(self) -> None:
        """Work on until after five."""
        self.room.office.clock.advance(9 * HOUR)
        self.work()


@pytest.fixture
def make_post() -> Iterator[Callable[[Room], Post]]:
    owners: list[QObject] = []

    def make(room: Room) -> Post:
        owner = QObject()
        owners.append(owner)
        system = System()
        reminders = Reminders(
            room.desk, room.tasks, room.recording, room.actionstep, room.discretion, system.notify, owner
        )
        return Post(room, system, reminders)

    yield make
    for owner in owners:
        owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


@pytest.fixture
def post(connected: Room, make_post: Callable[[Room], Post]) -> Post:
    made = make_post(connected)
    made.work()
    return made


def leave_work(post: Post) -> None:
    for ago in (5, 6):
        record(post.room, ago, 9, 90)
    match(post.room)


def test_unsent_work_is_spoken_of_at_its_hour_once_and_without_a_name(post: Post) -> None:
    leave_work(post)
    assert post.look() == []
    post.wait_for_the_hour()
    assert post.look() == ["3 h 00 of work from 2 days is not sent yet."]
    post.work(20)
    assert post.look() == []


def test_nobody_at_the_computer_is_told_nothing(post: Post) -> None:
    leave_work(post)
    post.room.office.clock.advance(9 * HOUR)
    for minute in range(4, 12):
        post.room.office.clock.advance(MINUTE)
        post.room.watcher.play(Tick(minute * MINUTE))
        post.room.watcher.settle()
    assert post.look() == []
    post.work()
    assert len(post.look()) == 1


def test_refused_entries_a_long_timer_and_an_ended_sign_in_are_said_one_after_the_other(post: Post) -> None:
    entry(post.room, 1, state=EntryState.REFUSED)
    start_timer(post.room, 9.5)
    trouble(post.room, SignInAgain("sign_in.again"))
    said = post.look()
    assert said == [
        "Actionstep asks you to sign in again. Your time is kept and goes out afterwards.",
        "One entry was not sent. Its time is kept; see why, then send it again.",
        "A timer has been running for 9 hours. Stop it, then take off what was not work.",
    ]
    assert not any(word in " ".join(said) for word in (SECRET, NARRATIVE, "Harbour", "10482"))
    assert post.look() == []


def test_while_others_see_the_screen_nothing_is_said_and_nothing_is_lost(post: Post) -> None:
    entry(post.room, 1, state=EntryState.REFUSED)
    post.room.discretion.ask(True)
    post.reminders.look()
    assert post.look() == []
    post.room.discretion.ask(False)
    assert len(post.look()) == 1


def test_silence_is_a_setting(post: Post) -> None:
    post.room.office.set("notifications.system", "FALSE")
    entry(post.room, 1, state=EntryState.REFUSED)
    leave_work(post)
    post.wait_for_the_hour()
    assert post.look() == []


def test_without_a_tray_nothing_counts_as_said(post: Post) -> None:
    entry(post.room, 1, state=EntryState.REFUSED)
    post.system.can = False
    assert post.look() == []
    post.system.can = True
    assert len(post.look()) == 1


def test_a_click_leads_to_what_the_message_was_about(post: Post) -> None:
    opened: list[NoticeKind] = []
    post.reminders.opened.connect(lambda notice: opened.append(notice.kind))
    post.reminders.clicked()
    entry(post.room, 1, state=EntryState.REFUSED)
    post.look()
    post.reminders.clicked()
    assert opened == [NoticeKind.REFUSED]


def test_it_looks_by_itself_after_sending(post: Post) -> None:
    post.reminders._soon.setInterval(0)
    entry(post.room, 1, state=EntryState.REFUSED)
    post.room.actionstep.reread()
    post.room.until(lambda: post.system.shown)
    post.reminders.close()


# The tray ----------------------------------------------------------------------------------------------------------


def test_a_tray_that_is_not_there_says_nothing(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: False))
    owner = QObject()
    tray = Tray(room.recording, room.actionstep, room.discretion, owner)
    assert not tray.notify("One entry was not sent.")
    tray.close()


def test_a_tray_says_a_sentence_and_hears_the_click(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    shown: list[tuple[object, ...]] = []
    monkeypatch.setattr(QSystemTrayIcon, "isSystemTrayAvailable", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "supportsMessages", staticmethod(lambda: True))
    monkeypatch.setattr(QSystemTrayIcon, "showMessage", lambda _self, *told: shown.append(told))
    owner = QObject()
    tray = Tray(room.recording, room.actionstep, room.discretion, owner)
    assert tray.notify("One entry was not sent.")
    assert shown[0][:2] == ("WiseStep", "One entry was not sent.")
    clicks: list[bool] = []
    tray.message_clicked.connect(lambda: clicks.append(True))
    tray._icon.messageClicked.emit()
    assert clicks
    tray.close()
