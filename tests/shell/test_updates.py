"""Later versions as the windows tell of them: at the bell and under About, looked for on request, never installed."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, QUrl
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QPushButton

from tests.services.releasing import ADDRESS, allow, later, signed
from tests.shell.conftest import Room
from tests.shell.test_bell import Make, counts, make_bell, press
from tests.shell.test_recognising import said
from tests.shell.waiting import both
from wisestep_desktop.core.layers import Source
from wisestep_desktop.services import preferences, updates
from wisestep_desktop.services.notices import NoticeKind
from wisestep_desktop.services.updates import DAY
from wisestep_desktop.shell.browsing import open_page
from wisestep_desktop.shell.updates import Updates
from wisestep_desktop.shell.views.settings.about_page import AboutPage
from wisestep_desktop.shell.views.settings.updates_card import UpdatesLine
from wisestep_desktop.shell.views.settings.window import SettingsWindow

__all__ = ["make_bell"]


@pytest.fixture
def opened(monkeypatch: pytest.MonkeyPatch) -> list[str]:
    """Return the pages that the system was asked to open."""
    pages: list[str] = []

    def take(url: QUrl) -> bool:
        pages.append(url.toString())
        return True

    monkeypatch.setattr(QDesktopServices, "openUrl", take)
    return pages


def heard(room: Room, document: bytes) -> None:
    """Have asked, and been answered."""
    allow(room.office)
    room.office.releases.document = document
    updates.check(room.desk.updates())


def about(room: Room) -> UpdatesLine:
    room.window.others.settings("about")
    window = room.window.others.window("settings")
    assert isinstance(window, SettingsWindow)
    room.qtbot.waitExposed(window)
    page = next(each for each in window.pages if isinstance(each, AboutPage))
    page.updates.refresh()
    room.until(lambda: page.updates._standing is not None)
    return page.updates


def settled(line: UpdatesLine, room: Room) -> str:
    room.until(lambda: line._head.text() not in {"Reading…", "Checking…"})
    return said(line)


def shown(line: UpdatesLine) -> list[str]:
    return [each.text() for each in line.findChildren(QPushButton) if each.isVisible()]


# The bell ---------------------------------------------------------------------------------------------------------


def test_the_bell_tells_of_it_and_opens_what_it_brings(connected: Room, make_bell: Make, opened: list[str]) -> None:
    heard(connected, later(7))
    bell = make_bell(connected)
    counts(connected, bell, 1)
    bell.click()
    assert "WiseStep 1.3.0 is available." in said(bell.panel)
    assert opened == []
    both(connected, bell.panel, "bell-update")
    press(bell, "See what it brings")
    assert opened == ["https://firm.example/notes"]


def test_one_that_closes_a_gap_says_so(connected: Room, make_bell: Make) -> None:
    heard(connected, later(7, important=True))
    bell = make_bell(connected)
    counts(connected, bell, 1)
    assert bell._board.notices[0].kind is NoticeKind.UPDATE_IMPORTANT
    bell.click()
    assert "It closes a security gap, so do not wait long." in said(bell.panel)


def test_a_version_is_skipped_from_the_bell(connected: Room, make_bell: Make) -> None:
    heard(connected, later(7))
    bell = make_bell(connected)
    counts(connected, bell, 1)
    bell.click()
    press(bell, "Skip this version")
    connected.until(lambda: "Nothing needs you." in said(bell.panel))
    heard(connected, later(8, "1.3.1"))
    counts(connected, bell, 1)


def test_where_an_administrator_silences_it_the_bell_and_the_page_are_silent(connected: Room, make_bell: Make) -> None:
    heard(connected, later(7))
    connected.office.store.write(
        lambda books: preferences.decide(books, Source.POLICY, {"updates.check": "FALSE"})
    ).result()
    bell = make_bell(connected)
    counts(connected, bell, 0)
    line = about(connected)
    assert "Your administrator looks after new versions" in settled(line, connected)
    assert "1.3.0" not in said(line)
    assert shown(line) == []
    both(connected, line.window(), "about-silenced")


# About ------------------------------------------------------------------------------------------------------------


def test_without_an_address_the_page_says_that_nobody_is_asked(room: Room) -> None:
    line = about(room)
    told = settled(line, room)
    assert "Not checked" in told
    assert "No address is set" in told
    assert shown(line) == []


def test_check_now_asks_once_and_says_what_came_of_it(connected: Room, opened: list[str]) -> None:
    allow(connected.office)
    connected.office.set("updates.check", "FALSE")
    connected.office.releases.document = later(7, "1.2.9")
    line = about(connected)
    assert "WiseStep looks only when you ask it to" in settled(line, connected)
    assert connected.office.releases.asked == []
    line.check.click()
    connected.until(lambda: "You have the latest version" in said(line))
    both(connected, line.window(), "about-latest")
    connected.office.releases.document = later(8)
    line.check.click()
    connected.until(lambda: "Version 1.3.0 is available" in said(line))
    assert connected.office.releases.asked == [ADDRESS, ADDRESS]
    assert shown(line) == ["Check now", "See what it brings", "Open the download page", "Skip this version"]
    both(connected, line.window(), "about-later")
    line.page.click()
    line.notes.click()
    assert opened == ["https://firm.example/linux", "https://firm.example/notes"]
    line.skip.click()
    connected.until(lambda: "You skipped it" in said(line))
    assert "Skip this version" not in shown(line)


@pytest.mark.parametrize(
    ("document", "words"),
    [(None, "cannot be reached (URLError)"), (signed()[:-3], "cannot be read, so it was ignored")],
)
def test_what_stands_in_the_way_is_said(connected: Room, document: bytes | None, words: str) -> None:
    allow(connected.office)
    connected.office.releases.document = document
    line = about(connected)
    settled(line, connected)
    line.check.click()
    connected.until(lambda: words in said(line))
    assert "Not checked" in said(line)


# By itself --------------------------------------------------------------------------------------------------------


def test_the_tray_app_asks_off_the_qt_thread_when_it_is_time_and_tells_the_bell(
    connected: Room, make_bell: Make
) -> None:
    allow(connected.office)
    connected.office.releases.document = later(7)
    owner = QObject()
    desk = Updates(connected.desk, connected.tasks, owner)
    bell = make_bell(connected)
    desk.heard.connect(bell._board.refresh)

    def look() -> None:
        desk.look()
        desk.look()
        connected.until(lambda: not desk._looking)

    look()
    assert connected.office.releases.asked == []
    connected.office.clock.advance(DAY)
    look()
    assert connected.office.releases.asked == [ADDRESS]
    connected.until(lambda: any(each.kind is NoticeKind.UPDATE for each in bell._board.notices))
    look()
    assert connected.office.releases.asked == [ADDRESS]
    desk.begin()
    desk.close()
    owner.deleteLater()


@pytest.mark.parametrize("address", ["http://firm.example/", "file:///etc/passwd", "javascript:alert(1)", "", "https:"])
def test_only_https_is_ever_opened(opened: list[str], address: str) -> None:
    assert not open_page(address) or address == "https:"
    assert [each for each in opened if not each.startswith("https:")] == []
