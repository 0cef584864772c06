"""Looking after what is kept: how much there is, letting go of what is old, and carrying all of it away."""

from __future__ import annotations

from collections.abc import Collection, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from wisestep_desktop.core.ids import MatterId, TitleId
from wisestep_desktop.core.spans import Instant, Span

ALWAYS = Instant(-(10**14))
"""Before anything that a clock could show."""

Fact = str | int | float | bool | None
Record = tuple[str, Mapping[str, Fact]]
"""A kind, and the fields of one kept thing of that kind."""


@dataclass(frozen=True, slots=True)
class Census:
    """How many of each there are.

    Attributes:
        since: the oldest instant anything was recorded at.
        until: the newest.
        visits: stays in windows, private ones included.
        titles: distinct window titles.
        presence: stretches of being there or away.
        tags: rows on which the person said something.
        stated: stretches the person vouched for.
        drafts: entries that are not on their way.
        waiting: entries on their way.
        sent: entries that Actionstep has.
        records: what Actionstep showed of the person's days.
        matters: in the cache.
        activity_types: in the cache.
        lessons: what corrections taught.
        phrases: names that were given to matters.
    """

    since: Instant | None
    until: Instant | None
    visits: int
    titles: int
    presence: int
    tags: int
    stated: int
    drafts: int
    waiting: int
    sent: int
    records: int
    matters: int
    activity_types: int
    lessons: int
    phrases: int


@dataclass(frozen=True, slots=True)
class Expired:
    """What was let go of: stays in windows, and their milliseconds."""

    visits: int = 0
    millis: int = 0


@dataclass(frozen=True, slots=True)
class Kept:
    """What of a day stays.

    Attributes:
        spans: by title, sorted and disjoint.
        rows: titles and the slices of their tags.
        sums: milliseconds of what goes and counts in reports, by matter; they go on counting.
    """

    spans: Mapping[TitleId, Sequence[Span]]
    rows: Collection[tuple[TitleId, Instant]]
    sums: Mapping[MatterId | None, int]


class UpkeepBook(Protocol):
    """What looks over everything that is kept."""

    def census(self) -> Census:
        """Count."""
        ...

    def recorded_since(self, at: Instant = ALWAYS) -> Instant | None:
        """Return the oldest instant, from one on, at which anything recorded begins."""
        ...

    def spare(self, within: Span, kept: Kept) -> Expired | None:
        """Return what ``expire`` would let go of; None where nothing of the day is spare."""
        ...

    def expire(self, within: Span, kept: Kept) -> None:
        """Let go of everything recorded inside a local day but what is kept; titles, lessons, entries and claims stay.

        What reaches out of the day is cut at its edges. ``kept.sums`` are added to what reports count for the day.
        """
        ...

    def drop_titles(self) -> int:
        """Delete the titles that nothing points at any more, and return how many; what they taught stays."""
        ...

    def everything(self) -> Iterator[Record]:
        """Return everything of the person's, a record at a time: no key, grant or secret among it.

        Instants are texts in UTC, ISO 8601; lengths whole milliseconds. Valid inside the transaction only.
        """
        ...


class FileKind(StrEnum):
    """What a file of ours is for."""

    TIMELINE = "timeline"
    COPY = "copy"
    LOG = "log"
    CRASH = "crash"
    LOCK = "lock"


@dataclass(frozen=True, slots=True)
class StoredFile:
    """A file of ours and its size in bytes."""

    kind: FileKind
    name: str
    size: int


class Premises(Protocol):
    """The folder in which everything is kept."""

    def files(self) -> tuple[StoredFile, ...]:
        """Return every file of ours in it, by kind and name."""
        ...

    def clear(self) -> None:
        """Overwrite and delete every file of ours; nothing of ours may be open. Other files stay.

        Raises:
            StoreError: ``erase.left`` naming the first file that could not be deleted; the others are gone.
        """
        ...


class Archive(Protocol):
    """Writes records into a file for other programs, one line of JSON each."""

    def write(self, target: Path, records: Iterator[Record], *, force: bool) -> Mapping[str, int]:
        """Write all records, whole or not at all, for this user's eyes only; return how many there are of each kind.

        Raises:
            BadInput: ``export.*`` naming what stands in the way.
        """
        ...
