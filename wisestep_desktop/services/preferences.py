"""Reads and changes settings. A bad value is refused with the setting named, and the old one stays."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wisestep_desktop.core.errors import BadSetting
from wisestep_desktop.core.layers import ABOVE, Source, decidable, in_force, locked_by, source_of
from wisestep_desktop.core.lists import Lists
from wisestep_desktop.core.redaction import NOBODY, Privacy, exclusions
from wisestep_desktop.core.setting_values import Value
from wisestep_desktop.core.settings import SETTINGS, Setting, Settings, read, setting
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import activity_types
from wisestep_desktop.services.capture import RULES_CHANGED, Rules

_TITLE_PATTERNS = frozenset({"privacy.excluded_titles", "privacy.masked_titles"})
_GOVERNS = ("privacy.", "capture.")
"""What a running recorder has to hear of, in whatever process it runs."""


@dataclass(frozen=True, slots=True)
class Preference:
    """A setting as it stands.

    Attributes:
        name: as in the table of settings.
        value: in force; None for a secret, whether set or not: ``source`` tells.
        default: what a blank text means.
        source: who decided it.
        locked: whether somebody above decided it, so that the person cannot.
        own: the person's own text, in force or not; blank for a secret.
        given: of a list that adds up, the names that others put into it, each with who did.
    """

    name: str
    value: Value | None
    default: Value
    source: Source
    locked: bool = False
    own: str = ""
    given: tuple[tuple[str, Source], ...] = ()


def preference(books: Books, name: str) -> Preference:
    """Return one setting.

    Raises:
        BadSetting: if there is none of that name.
    """
    return _preferences(books, (setting(name),))[0]


def preferences(books: Books) -> tuple[Preference, ...]:
    """Return every setting, in the order of the table."""
    return _preferences(books, SETTINGS)


def change(books: Books, name: str, text: str) -> Preference:
    """Set a setting of the person's; a blank text brings the default back.

    Raises:
        BadSetting: naming the setting and what it must be, or who decided it.
    """
    known, text = acceptable(books, name, text)
    books.settings.put(known.name, text)
    if known.name.startswith(_GOVERNS):
        _tell_the_recorder(books)
    return preference(books, known.name)


def acceptable(books: Books, name: str, text: str) -> tuple[Setting, str]:
    """Return a setting and the text that the person may give it.

    Raises:
        BadSetting: as ``change`` does.
    """
    known = setting(name)
    locker = locked_by(known, books.settings.above())
    if locker is not None:
        raise BadSetting(known.name, f"locked_by_{locker}")
    return known, checked(books, known, text)


def checked(books: Books, known: Setting, text: str) -> str:
    """Return a text that a setting may have.

    Raises:
        BadSetting: naming the setting and what it must be.
    """
    text = text.encode("utf-8", "replace").decode("utf-8")  # an argument may hold bytes that are no text
    check_patterns(known, text)
    activity_types.check_names(books, known.name, text)
    return text


def check_patterns(known: Setting, text: str) -> None:
    """See that a setting may have a text, also where it holds patterns.

    Raises:
        BadSetting: naming the setting and what it must be.
    """
    value = read(known, text)
    if known.name in _TITLE_PATTERNS and isinstance(value, tuple):
        exclusions((), value, known.name)


def decide(books: Books, source: Source, texts: Mapping[str, str], client_secret: str = "") -> tuple[str, ...]:
    """Keep what a team or an administrator decides; return the names of what is otherwise than before.

    Args:
        books: where it is kept.
        source: who decides.
        texts: all they decide, by names.
        client_secret: the one that came sealed in an invitation; no profile may carry one.

    Raises:
        BadSetting: as ``layers.decidable`` does; nothing is kept then.
    """
    texts = decidable(source, texts)
    if client_secret:
        texts["connection.client_secret"] = client_secret
    before = books.settings.above().get(source, {})
    changed = tuple(name for name in sorted(before.keys() | texts.keys()) if before.get(name) != texts.get(name))
    if changed:
        books.settings.decide(source, texts)
    if any(name.startswith(_GOVERNS) for name in changed):
        _tell_the_recorder(books)
    return changed


def _tell_the_recorder(books: Books) -> None:
    count = books.settings.fact(RULES_CHANGED) or "0"
    books.settings.put_fact(RULES_CHANGED, str(int(count) + 1))


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


def _preferences(books: Books, wanted: Iterable[Setting]) -> tuple[Preference, ...]:
    mine, above = books.settings.mine(), books.settings.above()
    settings = Settings(in_force(mine, above))
    return tuple(
        Preference(
            known.name,
            None if known.secret else settings.value(known.name),
            known.default,
            source_of(known, mine, above),
            locked_by(known, above) is not None,
            "" if known.secret else mine.get(known.name, ""),
            _given(known, above),
        )
        for known in wanted
    )


def _given(known: Setting, above: Mapping[Source, Mapping[str, str]]) -> tuple[tuple[str, Source], ...]:
    if not known.adds:
        return ()
    texts = ((source, above.get(source, {}).get(known.name, "")) for source in ABOVE)
    return tuple((name, source) for source, text in texts for name in Settings({known.name: text}).names(known.name))
