"""Reads and changes settings. A bad value is refused with the setting named, and the old one stays."""

from __future__ import annotations

from dataclasses import dataclass

from wisestep_desktop.core.lists import Lists
from wisestep_desktop.core.redaction import NOBODY, Privacy, exclusions
from wisestep_desktop.core.settings import SETTINGS, Setting, Settings, Value, read, setting
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import activity_types
from wisestep_desktop.services.capture import RULES_CHANGED, Rules

_TITLE_PATTERNS = frozenset({"privacy.excluded_titles", "privacy.masked_titles"})
_GOVERNS = ("privacy.", "capture.")
"""What a running recorder has to hear of, in whatever process it runs."""


@dataclass(frozen=True, slots=True)
class Preference:
    """A setting as it stands. A secret's value is None whether set or not; ``source`` tells."""

    name: str
    value: Value | None
    default: Value
    source: str


def preference(books: Books, name: str) -> Preference:
    """Return one setting.

    Raises:
        BadSetting: if there is none of that name.
    """
    return _preference(setting(name), Settings(books.settings.all()))


def preferences(books: Books) -> tuple[Preference, ...]:
    """Return every setting, in the order of the table."""
    settings = Settings(books.settings.all())
    return tuple(_preference(known, settings) for known in SETTINGS)


def change(books: Books, name: str, text: str) -> Preference:
    """Set a setting; a blank text brings the default back.

    Raises:
        BadSetting: naming the setting and what it must be.
    """
    known = setting(name)
    text = text.encode("utf-8", "replace").decode("utf-8")  # an argument may hold bytes that are no text
    value = read(known, text)
    if known.name in _TITLE_PATTERNS and isinstance(value, tuple):
        exclusions((), value, known.name)
    activity_types.check_names(books, known.name, text)
    books.settings.put(known.name, text)
    if known.name.startswith(_GOVERNS):
        count = books.settings.fact(RULES_CHANGED) or "0"
        books.settings.put_fact(RULES_CHANGED, str(int(count) + 1))
    return _preference(known, Settings(books.settings.all()))


def recording_rules(books: Books, lists: Lists) -> Rules:
    """Return what governs recording now: the settings, and the lists that come with the program."""
    settings = Settings(books.settings.all())
    names = settings.names
    privacy = Privacy(
        excluded=exclusions(names("privacy.excluded_applications"), names("privacy.excluded_titles")),
        masked=exclusions(names("privacy.masked_applications"), names("privacy.masked_titles")),
        shipped=lists.private if settings.flag("privacy.shipped_exclusions") else NOBODY,
        allowed=exclusions(names("privacy.recorded_anyway"), ()),
    )
    meetings = lists.meetings if settings.flag("capture.calls") else frozenset()
    return Rules(settings.number("capture.idle_limit_seconds") * 1_000, privacy, lists.reading, meetings)


def _preference(known: Setting, settings: Settings) -> Preference:
    source = "mine" if known.name in settings.texts else "default"
    value = None if known.secret else settings.value(known.name)
    return Preference(known.name, value, known.default, source)
