"""The timeline's own book: visits, presence, titles and tags, and taking them back."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass
from typing import Protocol

from wisestep_desktop.core.ids import MatterId, TitleId
from wisestep_desktop.core.matching import Match
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.presence import PresenceSpan
from wisestep_desktop.core.rows import TitleVisit
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.ports.capture import SignalHealth


@dataclass(frozen=True, slots=True)
class Title:
    """An interned window and what the matcher last said of it; ``matched`` names matcher and matter cache."""

    id: TitleId
    window: Window
    match: Match
    matched: str


@dataclass(frozen=True, slots=True)
class Tag:
    """What a person said about the row of one title in one hour: a matter, or deliberately none, or the trash."""

    title: TitleId
    hour: Instant
    matter: MatterId | None
    trashed: bool = False


@dataclass(frozen=True, slots=True)
class Ailment:
    """A stretch in which a signal was not well."""

    span: Span
    health: SignalHealth


@dataclass(frozen=True, slots=True)
class Forgotten:
    """What was forgotten.

    Attributes:
        visits: stays in windows that are gone.
        millis: their length.
        titles: window titles that are gone.
        drafts: drafts that lost time; empty ones are gone with it.
        kept: sent entries, or entries being sent, whose evidence is gone while their hours stay.
    """

    visits: int = 0
    millis: int = 0
    titles: int = 0
    drafts: int = 0
    kept: int = 0


class ForgettingBook(Protocol):
    """Takes back what was recorded. What is forgotten leaves no row, no index entry and no evidence behind."""

    def span(self, within: Span) -> Forgotten:
        """Forget every visit and presence inside ``within``; what reaches out of it is cut at its edge."""
        ...

    def application(self, name: str) -> Forgotten:
        """Forget every visit to an application, by its name as shown, regardless of case and ``.exe``."""
        ...

    def word(self, text: str) -> Forgotten:
        """Forget every visit to a title or document that contains ``text``, regardless of case and accents of form."""
        ...


class TimelineBook(Protocol):
    """Visits, presence, titles and tags."""

    def open_visit(self, start: Instant, window: Window, *, exactly: bool = False) -> Title | None:
        """Begin a stored visit; return its title, or None for a private window. Its end is its start for now.

        Titles that differ only in what comes and goes (counts, marks, progress) are one title, shown as it was first
        seen; ``exactly`` keeps this one apart.
        """
        ...

    def intern(self, window: Window) -> Title:
        """Return the title of a window, kept from now on, without a visit."""
        ...

    def extend_visit(self, start: Instant, end: Instant) -> None:
        """Move the end of the visit that began at ``start``."""
        ...

    def put_presence(self, stay: PresenceSpan) -> None:
        """Write a stretch, replacing what was known of one that began at the same instant."""
        ...

    def put_ailment(self, span: Span, health: SignalHealth) -> None:
        """Write that a signal was not well, replacing an earlier end of the same stretch."""
        ...

    def ailments(self, within: Span) -> tuple[Ailment, ...]:
        """Return the stretches that touch ``within`` in which a signal was not well, whole, by start."""
        ...

    def visits(self, within: Span) -> tuple[TitleVisit, ...]:
        """Return the visits that touch ``within``, whole, by start."""
        ...

    def presence(self, within: Span) -> tuple[PresenceSpan, ...]:
        """Return the stretches that touch ``within``, whole, by start."""
        ...

    def recorded_until(self) -> Instant | None:
        """Return the newest instant any record speaks of."""
        ...

    def titles(self, ids: Iterable[TitleId]) -> Mapping[TitleId, Title]:
        """Return the titles by id; unknown ids are missing."""
        ...

    def windows(self, before: TitleId | None, limit: int) -> tuple[tuple[TitleId, Window], ...]:
        """Return titles, newest first: the newest of all, or those before one."""
        ...

    def unread(self, limit: int) -> tuple[tuple[TitleId, Window], ...]:
        """Return titles that no matcher has read yet."""
        ...

    def open_time(self, within: Span) -> Mapping[TitleId, int]:
        """Return the milliseconds of visits that begin in a span, by title, without what is tagged or in an entry."""
        ...

    def save_matches(self, matches: Iterable[tuple[TitleId, Match]], version: str) -> None:
        """Keep what a matcher of ``version`` said."""
        ...

    def assigned(self, titles: Sequence[TitleId]) -> Mapping[TitleId, MatterId]:
        """Return the matters that titles certainly mean; those that mean none are missing."""
        ...

    def keep_matches(self, titles: Iterable[TitleId]) -> None:
        """Hold what titles say now, whatever is saved later. The same windows begin other titles from now on."""
        ...

    def kept(self, titles: Sequence[TitleId]) -> Mapping[TitleId, Match]:
        """Return what ``keep_matches`` holds; titles of which nothing is held are missing."""
        ...

    def tags(self, within: Span) -> tuple[Tag, ...]:
        """Return what a person said about rows whose hour begins inside ``within``."""
        ...

    def put_tag(self, tag: Tag) -> None:
        """Keep what a person says of a row; it outranks the matcher for ever."""
        ...

    def drop_tag(self, title: TitleId, hour: Instant) -> None:
        """Forget what a person said of a row; the matcher speaks again."""
        ...

    def forget_tags(self) -> None:
        """Forget every tag and everything kept with a matter: the matters are another organisation's."""
        ...
