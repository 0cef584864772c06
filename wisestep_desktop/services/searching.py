"""Searching every day that was recorded: newest first, a line for each title and day."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, tzinfo

from wisestep_desktop.core.ids import TitleId
from wisestep_desktop.core.instants import local_date
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.store import Books

_MOST_TITLES = 2_000
_MOST_VISITS = 5_000


@dataclass(frozen=True, slots=True)
class Found:
    """A title on a day.

    Attributes:
        since: its first visit of that day.
        millis: in front, somebody there or not.
    """

    day: date
    title: TitleId
    window: Window
    since: Instant
    millis: int


def find(books: Books, text: str, zone: tzinfo, *, most: int = 100) -> tuple[Found, ...]:
    """Return what was in front with every word of a text in its title, newest day first, the longest of a day first.

    At most ``most`` lines, out of the newest visits; a text that is in everything does not read everything.
    """
    titles = books.search.titles(text, _MOST_TITLES)
    if not titles:
        return ()
    since: dict[tuple[date, TitleId], Instant] = {}
    spent: dict[tuple[date, TitleId], int] = {}
    for seen in books.search.visits(titles, None, _MOST_VISITS):
        key = (local_date(seen.span.start, zone), seen.title)
        if key not in spent and len(spent) == most:
            break
        since[key] = seen.span.start
        spent[key] = spent.get(key, 0) + seen.span.length
    windows = books.timeline.titles(title for _, title in spent)
    found = (
        Found(day, title, windows[title].window, since[day, title], millis)
        for (day, title), millis in spent.items()
        if title in windows
    )
    return tuple(sorted(found, key=lambda each: (-each.day.toordinal(), -each.millis, each.title)))
