"""In a language nobody speaks, whatever can still be read was never given to the translators."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator

import pytest
from PySide6.QtCore import QLocale

from tests.shell.conftest import Room
from tests.shell.whole_day import dressed, live_a_day, settle, texts_of, views
from wisestep_desktop.core.settings import SETTINGS
from wisestep_desktop.shell.theme import Theme

LETTERS = re.compile(r"[^\W\d_]{2,}")
INNERMOST = re.compile(r"\[!!! (?:(?!\[!!! ).)*? !!!\]", re.DOTALL)
PROGRAMS = {"wisestep", "hartleyco", "actionstep", "replay", "ctrl", "shift", "alt", "true", "false", "join"}
ENGLISH = QLocale("en")
LONG, SHORT = QLocale.FormatType.LongFormat, QLocale.FormatType.ShortFormat
DATES = {
    name.casefold()
    for form in (LONG, SHORT)
    for name in (
        *(ENGLISH.dayName(number, form) for number in range(1, 8)),
        *(ENGLISH.monthName(number, form) for number in range(1, 13)),
    )
}
NO_WORDS = PROGRAMS | DATES
"""Names of programs, firms and keys, values and links as they are typed, and what Qt's own tables say of dates."""


@pytest.fixture
def pseudo(theme: Theme) -> Iterator[None]:
    with dressed(theme, "pseudo"):
        yield


def readable(text: str) -> set[str]:
    """Return the words of a text that are in no pseudo."""
    while INNERMOST.search(text):
        text = INNERMOST.sub(" ", text)
    return {word.casefold() for word in LETTERS.findall(text)}


def data(room: Room) -> set[str]:
    """Return the words of titles, applications, matters, activity types, settings, packages and folders."""
    day = room.window._page._model.day
    assert day is not None
    types = room.office.store.read(lambda books: books.matters.activity_types())
    told = [
        *(f"{row.window.application} {row.window.title}" for row in day.rows),
        *(f"{each.name} {each.reference} {each.clients}" for each in day.matters.values()),
        *(each.name for each in types),
        *(each.name for each in SETTINGS),
        *(f"{each.name} {each.licence} {each.home}" for each in room.desk.packages().packages),
        f"{room.desk.folder} KeePass Signal Steam kB MB",
    ]
    return {word.casefold() for each in told for word in LETTERS.findall(each)}


def test_every_text_that_is_shown_can_be_translated(pseudo: None, connected: Room) -> None:
    assert pseudo is None
    live_a_day(connected)
    known = data(connected) | NO_WORDS
    wrong: dict[str, str] = {}
    seen = 0
    for name, window in views(connected):
        settle()
        for who, text in texts_of(window):
            seen += 1
            if readable(text) - known:
                wrong[f"{type(who).__name__}: {text[:80]}"] = name
    assert wrong == {}
    assert seen > 1_000


@pytest.mark.parametrize("code", ["", "capture.gnome_extension_missing", "capture.no_display"])
def test_questions_before_the_day_can_be_translated(pseudo: None, code: str, make_room: Callable[..., Room]) -> None:
    assert pseudo is None
    room = make_room(None, (code,) if code else ())
    if code:
        room.recording.consent()
        room.until(lambda: room.recording.trouble is not None and not room.window._stage.shows_day)
    names = {"gnome", "enable", "focused", "window", "local", "share", "shell", "extensions", "bus", "calls", "desktop"}
    assert [text for _, text in texts_of(room.window._stage.currentWidget()) if readable(text) - NO_WORDS - names] == []
