"""Finding what was recorded by the words in its title."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from typing import Protocol

from wisestep_desktop.core.ids import TitleId
from wisestep_desktop.core.spans import Instant, Span


@dataclass(frozen=True, slots=True)
class Seen:
    """A visit that was found."""

    title: TitleId
    span: Span


class SearchBook(Protocol):
    """Titles by their words, and when they were in front."""

    def titles(self, text: str, limit: int) -> tuple[TitleId, ...]:
        """Return titles that hold every word of ``text``, newest first; the last word may be unfinished.

        Case and accents do not count. A text without words finds nothing.
        """
        ...

    def visits(self, titles: Iterable[TitleId], before: Instant | None, limit: int) -> tuple[Seen, ...]:
        """Return visits to some titles, newest first: the newest of all, or those that began before an instant."""
        ...
