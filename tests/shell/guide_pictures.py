"""The pictures of the guide, made afresh from the real windows over the seeded day. Run by scripts/guide-pictures.

Not a test: it is collected only where it is named. What it shows is what the tests drive.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from contextlib import closing
from dataclasses import replace
from decimal import Decimal
from pathlib import Path
from typing import TypeVar

import pytest
from PySide6.QtCore import QBuffer, QIODevice, QLocale, QPoint, Qt
from PySide6.QtGui import QColor, QPainter, QPixmap
from PySide6.QtWidgets import QApplication, QLabel, QLineEdit, QPushButton, QScrollArea, QWidget

from tests import eight_hours
from tests.services.firm_team import TeamFirm
from tests.services.office import Office
from tests.shell.conftest import Room, _wait_for_morning
from wisestep_desktop.adapters.team.places import Places
from wisestep_desktop.core.instants import local_date, to_datetime
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.team import MemberSettings
from wisestep_desktop.sandbox.practice import Sandbox
from wisestep_desktop.services.drafting import Draft
from wisestep_desktop.services.sync import Progress
from wisestep_desktop.services.timeline import RowState
from wisestep_desktop.shell import formats, habits, words
from wisestep_desktop.shell.models.day_items import Arrangement
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.views.settings.connections_page import ConnectionsPage
from wisestep_desktop.shell.views.settings.page import SettingsPage
from wisestep_desktop.shell.views.settings.window import SettingsWindow
from wisestep_desktop.shell.views.team.join_window import JoinWindow
from wisestep_desktop.shell.views.team.team_page import TeamPage
from wisestep_desktop.shell.words import tr

SHARE = r"\\hartley\wisestep"
"""Where the firm of the pictures publishes."""
Page = TypeVar("Page", bound=SettingsPage)
INTO = Path(os.environ.get("GUIDE_INTO", "build/guide"))
LANGUAGE = os.environ.get("GUIDE_LANGUAGE", "en")
_THURSDAY = "4"
"""Whenever they are made, the pictures show the same day of a week."""


@pytest.fixture(params=os.environ.get("GUIDE_SCHEMES", "light,dark").split(","))
def scheme(request: pytest.FixtureRequest, theme: Theme) -> Iterator[str]:
    locale = habits.locale_for(LANGUAGE, QLocale(QLocale.Language.English, QLocale.Country.Australia))
    before = QLocale()
    QLocale.setDefault(locale)
    formats.write_as(habits.formats_of(locale, "spoken"))
    words.speak(LANGUAGE)
    qts_own = habits.speak(QApplication.instance(), locale)
    theme.choose(request.param)
    yield request.param
    theme.choose("light")
    if qts_own is not None:
        QApplication.removeTranslator(qts_own)
    words.speak("en")
    formats.write_as(formats.Formats())
    QLocale.setDefault(before)


@pytest.fixture
def office(tmp_path: Path) -> Iterator[Office]:
    with Sandbox(data=eight_hours.firm()) as sandbox, Office(tmp_path, sandbox) as made:
        _wait_for_morning(made)
        while to_datetime(made.clock.read().wall, made.clock.zone()).strftime("%u") != _THURSDAY:
            _wait_for_morning(made)
        made.set("BILLABLE_TIME_ROUNDING_SEC", "360")
        made.set("review.goal_hours", "7")
        yield made


class Album:
    """Takes pictures of one scheme."""

    def __init__(self, room: Room, scheme: str) -> None:
        self.room = room
        self.scheme = scheme

    def take(self, name: str, widget: QWidget | None = None) -> None:
        """Keep what a window shows, once everything it asked for is there."""
        shown = widget or self.room.window
        reading = words.tr("Reading…")
        self.room.until(
            lambda: all(each.text() != reading or not each.isVisible() for each in shown.findChildren(QLabel))
        )
        self.room.qtbot.wait(250)
        INTO.mkdir(parents=True, exist_ok=True)
        assert shown.grab().save(str(INTO / f"{name}-{self.scheme}.png"))

    def take_with(self, name: str, window: QWidget, popup: QWidget, anchor: QWidget) -> None:
        """Keep what a window shows, with what popped up below a part of it, which is a window of its own."""
        self.room.qtbot.wait(250)
        corner = anchor.mapTo(window, QPoint(anchor.width() - popup.width(), anchor.height() + 4))
        below, above = window.grab(), popup.grab()
        painter = QPainter(below)
        painter.drawPixmap(corner, above)
        painter.end()
        assert below.save(str(INTO / f"{name}-{self.scheme}.png"))


def live(office: Office) -> None:
    """Live a full day."""
    zone = office.clock.zone()
    day = local_date(office.clock.read().wall, zone)
    office.store.write(lambda books: eight_hours.live(books, office.recogniser, day, zone)).result()
    wait = eight_hours.evening(day, zone) - office.clock.read().wall
    office.clock.advance(wait)
    office.sandbox.advance(wait / 1_000)


def test_first_run(make_room: Callable[..., Room], scheme: str) -> None:
    room = make_room()
    album = Album(room, scheme)
    for number in range(1, 5):
        album.take(f"first-{number}")
        room.qtbot.keyClick(room.window.focusWidget() or room.window, Qt.Key.Key_Return)


def test_the_day(office: Office, make_room: Callable[..., Room], scheme: str) -> None:
    office.connect()
    office.sync()
    office.set("privacy.consent", "2026-01-01T00:00:00+00:00")
    live(office)
    room = make_room()
    room.recording.start()
    album, page = Album(room, scheme), room.window._page
    room.until(lambda: len(room.rows()) > 40)
    album.take("day")
    page._select([room.row(eight_hours.TWO_MATTERS).row.id])
    album.take("two-matters")
    page._next_gap()
    album.take("absence")
    page._tools._order.setCurrentIndex(list(Arrangement).index(Arrangement.MATTER))
    album.take("by-matter")
    page._tools._order.setCurrentIndex(0)
    page.add_time()
    album.take("add-time")
    row = next(each for each in room.rows() if each.matter == 10482 and each.state is RowState.OPEN)
    page._select([row.row.id])
    page.desks._ask_split()
    album.take("split")
    page.show_the_day()
    page.desks.group_day()
    room.until(lambda: len(office.entries()) > 9)
    album.take("entries")
    page._select_entry(office.entries()[1].id)
    page._panel._additions._preview.click()
    album.take("entry")
    page._tools._search.setText("deed")
    album.take("search")
    page._tools.clear_search()
    page.show_the_day()
    page.desks.send_day()
    room.until(lambda: all(each.state is EntryState.SENT for each in office.entries()))
    album.take("sent")
    others(room, album)


def others(room: Room, album: Album) -> None:
    """Take what lies beside the day."""
    room.window.show_week(week=True)
    album.take("week")
    room.window.show_week(week=False)
    for name in ("report", "radar", "keys"):
        getattr(room.window.others, name)()
        opened = room.window.others.window(name)
        assert opened is not None
        album.take(name, opened)
        opened.close()
    room.window.others.settings()
    settings = room.window.others.window("settings")
    assert isinstance(settings, SettingsWindow)
    for key in ("general", "privacy"):
        settings.open_at(key)
        album.take(f"settings-{key}", settings)
    settings.close()


def test_connecting(office: Office, make_room: Callable[..., Room], scheme: str) -> None:
    room = make_room()
    not_set_up(office)
    album, window = Album(room, scheme), opened(room, "connections")
    page = page_of(window, ConnectionsPage)
    room.until(lambda: page._details is not None)
    album.take("connection-none", window)
    page.new.click()
    room.until(lambda: page.form._standing)
    for name, text in (
        ("client_id", "hartley-wisestep"),
        ("client_secret", "not a secret"),
        ("redirect_uri", "http://localhost:8912/callback"),
    ):
        editor = page.form._fields[f"connection.{name}"].editor
        assert isinstance(editor, QLineEdit)
        editor.setText(text)
    album.take("connection-form", window)
    page.form.close_form()
    office.connect()
    office.sync()
    room.actionstep.reread()
    room.until(lambda: page.card.state.text().startswith("●"))
    page.refresh()
    room.until(lambda: "hartleyco" in page.card._summary.text())
    album.take("connection-green", window)
    room.actionstep._syncing, room.actionstep._progress = True, Progress(918, 1_480)
    page.card.show_state()
    album.take("connection-syncing", window)
    room.actionstep._syncing, room.actionstep._progress = False, None
    page.card.show_state()
    page.card._more.setChecked(True)
    album.take("connection-details", window)
    page.card._more.setChecked(False)
    to_the_top(window, page.table)
    album.take("properties", window)
    window.close()


class Elsewhere(Places):
    """The firm's share, which is a folder of the test."""

    def __init__(self, folder: Path) -> None:
        super().__init__("0")
        self._there = str(folder)

    def fetch(self, place: str, *, most: int) -> bytes:
        return super().fetch(place.replace(SHARE, self._there), most=most)

    def publish(self, place: str, edition: tuple[int, int], data: bytes) -> None:
        super().publish(place.replace(SHARE, self._there), edition, data)


@pytest.fixture
def firm(tmp_path_factory: pytest.TempPathFactory, monkeypatch: pytest.MonkeyPatch) -> Iterator[TeamFirm]:
    folder = tmp_path_factory.mktemp("firm")
    for module in ("tests.shell.conftest", "tests.services.firm_team"):
        monkeypatch.setattr(f"{module}.Places", lambda _program: Elsewhere(folder / "shared"))
    with closing(TeamFirm(folder)) as made:
        yield made


def begun(office: Office, firm: TeamFirm, make_room: Callable[..., Room]) -> Room:
    """Return a room after a day's work, not connected to anything yet."""
    office.set("privacy.consent", "2026-01-01T00:00:00+00:00")
    live(office)
    room = make_room()
    room.recording.start()
    not_set_up(office)
    firm.clock.set_wall(office.clock.read().wall)
    return room


def not_set_up(office: Office) -> None:
    """Forget what the practice Actionstep needs."""
    for name in ("client_id", "client_secret", "authorize_url", "token_url", "environment"):
        office.set(f"connection.{name}", "")


def opened(room: Room, key: str) -> SettingsWindow:
    """Return the settings, open at a page."""
    room.window.others.settings(key)
    window = room.window.others.window("settings")
    assert isinstance(window, SettingsWindow)
    return window


def page_of(window: SettingsWindow, kind: type[Page]) -> Page:
    """Return the page of a kind."""
    return next(each for each in window.pages if isinstance(each, kind))


def go_on(window: QWidget) -> list[QPushButton]:
    """Return the button that goes on to where an invitation leads, if it is there."""
    return [each for each in window.findChildren(QPushButton) if each.isVisible() and each.text() == tr("Go on")]


def to_the_top(window: SettingsWindow, part: QWidget) -> None:
    """Scroll a page until a part of it is at its top."""
    for _ in range(3):
        QApplication.processEvents()  # what was made anew finds its place
    for area in window.findChildren(QScrollArea, "page"):
        inside = area.widget()
        if inside is not None and inside.isAncestorOf(part):
            area.verticalScrollBar().setValue(part.mapTo(inside, QPoint(0, 0)).y() - 20)


def logo() -> bytes:
    """Return the firm's letter on a square."""
    picture = QPixmap(128, 128)
    picture.fill(QColor("#24505c"))
    painter = QPainter(picture)
    font = painter.font()
    font.setFamily("serif")
    font.setPixelSize(84)
    painter.setFont(font)
    painter.setPen(QColor("#f4ede0"))
    painter.drawText(picture.rect(), Qt.AlignmentFlag.AlignCenter, "H")
    painter.end()
    buffer = QBuffer()
    buffer.open(QIODevice.OpenModeFlag.WriteOnly)
    picture.save(buffer, "PNG")
    return bytes(buffer.data().data())


def test_joining(office: Office, firm: TeamFirm, make_room: Callable[..., Room], scheme: str) -> None:
    room = begun(office, firm, make_room)
    owner = firm.colleague()
    for name, text in (
        ("BILLABLE_TIME_ROUNDING_SEC", "360"),
        ("ACTIVITY_TYPES_NON_BILLABLE", "Correspondence"),
        ("connection.client_id", "hartley-wisestep"),
        ("connection.client_secret", "not a secret"),
        ("connection.redirect_uri", "http://localhost:8912/callback"),
    ):
        owner.set(name, text)
    team = owner.create(Path(SHARE), owner="Robin Hartley")
    owner.work.edit(team, lambda draft: replace(draft, logo=logo()))
    for name, text in (("review.goal_hours", "6"), ("privacy.excluded_applications", "KeePass, Spotify")):
        owner.work.decide(team, name, text)
    owner.publish(team)
    office.set("BILLABLE_TIME_ROUNDING_SEC", "")
    office.set("review.goal_hours", "7")
    album = Album(room, scheme)
    invited = owner.invite(team, with_secret=True)
    offered = JoinWindow(room.desk, room.teams, room.window)
    offered.show()
    offered.open_invitation(invited.link)
    room.until(lambda: go_on(offered))  # a network folder is asked about first
    go_on(offered)[0].click()
    room.until(lambda: [each for each in offered.findChildren(QLineEdit) if each.isVisible()])
    album.take("join-code", offered)
    offered._read(invited.code)
    room.until(lambda: offered._offer is not None)
    album.take("join", offered)
    offered._join.click()
    room.until(lambda: not offered.isVisible())
    bell = room.window._bell
    bell._board.refresh()
    room.until(lambda: bell._board.notices and not bell._board._reading)
    bell.open()
    album.take_with("bell", room.window, bell.panel, bell)
    bell.panel.close()
    window = opened(room, "team")
    page = page_of(window, TeamPage)
    room.until(lambda: page._now is not None and page._member.isVisible())
    album.take("team-member", window)
    window.close()


def test_the_owner(office: Office, firm: TeamFirm, make_room: Callable[..., Room], scheme: str) -> None:
    room = begun(office, firm, make_room)
    office.set("connection.client_id", "hartley-wisestep")
    office.set("connection.client_secret", "not a secret")
    album, window = Album(room, scheme), opened(room, "team")
    page = page_of(window, TeamPage)
    room.until(page._found.isVisible)
    page._found.name.setText("Hartley & Co")
    page._found._owner.setText("Robin Hartley")
    page._found._place.setText(SHARE)
    album.take("team-create", window)
    page._found._create()
    room.until(lambda: page._now is not None and page._identity.isVisible())
    assert page._now is not None
    team, work = page._now.membership.team, room.teams.work
    june = MemberSettings("june.ellis@hartley.example", "June Ellis", 55)
    sam = MemberSettings("sam.okoye@hartley.example", "Sam Okoye", goal=Decimal(5))
    people = {each.email: each for each in (june, sam)}
    work.edit(team, lambda _draft: Draft(logo=logo(), members=people))
    work.decide(team, "ACTIVITY_TYPES_NON_BILLABLE", "Correspondence")
    page._publish_it()
    room.until(lambda: page._now is not None and page._now.profile.version == 2)
    other = firm.colleague()
    page._invite.asked.emit(14, False)
    room.until(page._invite.link.isVisible)
    other.join(page._invite.link.text())
    page._managers.add_asked.emit(other.work.ask_to_manage(team, "Mina Park"))
    room.until(lambda: page._now is not None and page._now.draft.managers)
    page._publish_it()
    room.until(lambda: page._now is not None and page._now.profile.version == 3)
    page._publish.say("")
    page._values.change("review.require_activity_type", "TRUE", page._publish.refused)
    room.until(lambda: page._now is not None and len(page._now.draft.settings) == 1)
    page._values.change("privacy.excluded_applications", "KeePass, Spotify", page._publish.refused)
    room.until(lambda: page._now is not None and len(page._now.draft.settings) == 2)
    page._invite._made.hide()
    album.take("team-owner", window)
    page._invite._secret.setChecked(True)
    page._invite.asked.emit(14, True)
    room.until(page._invite.link.isVisible)
    to_the_top(window, page._invite)
    album.take("team-invite", window)
    to_the_top(window, page._people)
    album.take("team-people", window)
    to_the_top(window, page._groups[0])
    album.take("team-decides", window)
    to_the_top(window, page._log)
    album.take("team-log", window)
    window.close()
