"""Reads and changes settings. A bad value is refused with the setting named, and the old one stays."""

from __future__ import annotations

from dataclasses import dataclass

from wisestep_desktop.core.redaction import exclusions
from wisestep_desktop.core.settings import SETTINGS, Setting, Settings, Value, read, setting
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services.capture import Rules


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
    if known.name == "privacy.excluded_titles" and isinstance(value, tuple):
        exclusions((), value)
    books.settings.put(known.name, text)
    return _preference(known, Settings(books.settings.all()))


def recording_rules(books: Books) -> Rules:
    """Return what governs recording now."""
    settings = Settings(books.settings.all())
    return Rules(
        idle_limit=settings.number("capture.idle_limit_seconds") * 1_000,
        excluded=exclusions(settings.names("privacy.excluded_applications"), settings.names("privacy.excluded_titles")),
    )


def _preference(known: Setting, settings: Settings) -> Preference:
    source = "mine" if known.name in settings.texts else "default"
    value = None if known.secret else settings.value(known.name)
    return Preference(known.name, value, known.default, source)
