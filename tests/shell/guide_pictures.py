"""The pictures of the guide, made afresh from the real windows over the seeded day. Run by scripts/guide-pictures.

Not a test: it is collected only where it is named. What it shows is what the tests drive.
"""

from __future__ import annotations

import os
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest
from PySide6.QtCore import QLocale, Qt
from PySide6.QtWidgets import QApplication, QLabel, QWidget

from tests import eight_hours
from tests.services.office import Office
from tests.shell.conftest import Room, _wait_for_morning
from wisestep_desktop.core.instants import local_date
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.sandbox.practice import Sandbox
from wisestep_desktop.services.timeline import RowState
from wisestep_desktop.shell import formats, habits, words
from wisestep_desktop.shell.models.day_items import Arrangement
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.views.settings.window import SettingsWindow

INTO = Path(os.environ.get("GUIDE_INTO", "build/guide"))
LANGUAGE = os.environ.get("GUIDE_LANGUAGE", "en")


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
