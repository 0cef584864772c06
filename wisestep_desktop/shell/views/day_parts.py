"""What the timeline window needs besides itself: filters and dates in words, and what entries can be made of."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Mapping
from datetime import date

from wisestep_desktop.core.activity import TypeSearch
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.matter_search import MatterSearch
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import activity_types, review
from wisestep_desktop.shell import habits
from wisestep_desktop.shell.models.day_items import Arrangement, Filter
from wisestep_desktop.shell.views.entry_parts import Catalogue
from wisestep_desktop.shell.widgets.choice_picker import Named
from wisestep_desktop.shell.words import tr


def filters() -> tuple[tuple[Filter, str], ...]:
    """Return the filters above the list, as people call them."""
    return (
        (Filter.ALL, tr("All")),
        (Filter.UNTAGGED, tr("Untagged")),
        (Filter.SUGGESTED, tr("Suggested")),
        (Filter.TAGGED, tr("Tagged")),
        (Filter.SENT, tr("Sent")),
        (Filter.FAILED, tr("Not sent")),
        (Filter.PRIVATE, tr("Private")),
        (Filter.TRASH, tr("Trash")),
    )


EARLIEST = date(2000, 1, 1)
"""The first day that is shown."""

ALWAYS = frozenset({Filter.ALL, Filter.UNTAGGED, Filter.SUGGESTED, Filter.TAGGED, Filter.SENT})
"""Filters that are shown even where nothing fits; the others only where something does."""


def arrangements() -> tuple[tuple[Arrangement, str], ...]:
    """Return the orders of the list, as people call them."""
    return (
        (Arrangement.HOUR, tr("By hour")),
        (Arrangement.MATTER, tr("By matter")),
        (Arrangement.LONGEST, tr("Longest first")),
        (Arrangement.TITLE, tr("By application")),
    )


def _people(pairs: Iterable[str]) -> Iterator[Named]:
    """Read the timekeepers: names, and their participant numbers in Actionstep."""
    for pair in pairs:
        name, _, number = pair.rpartition("=")
        if number.strip().isdigit():
            yield Named(int(number), name.strip())


class Stock:
    """What an entry can be made of. Indexed again only when the matters changed; called off the Qt thread."""

    def __init__(self) -> None:
        self._version: object = None
        self._search = MatterSearch()
        self._by_id: Mapping[MatterId, Matter] = {}

    def catalogue(self, books: Books) -> Catalogue:
        """Return what can be chosen from, as it is now."""
        settings = Settings(books.settings.all())
        closed_too = settings.flag("SHOW_CLOSED_CASES")
        version = (books.matters.version(), closed_too)
        if version != self._version:
            offered = [each for each in books.matters.matters() if each.offered(closed_too=closed_too)]
            self._search, self._by_id = MatterSearch(offered), {each.id: each for each in offered}
            self._version = version
        offers = activity_types.offers(books)
        return Catalogue(
            search=self._search,
            by_id=self._by_id,
            types=TypeSearch(offers),
            labels={each.type.id: each.label for each in offers},
            free=review.non_billable_names(settings),
            unit=settings.number("BILLABLE_TIME_ROUNDING_SEC"),
            weighting=settings.number("billing.weighting_percent"),
            summary=settings.flag("ADD_SUMMARY_TO_NARRATIVE"),
            listed=settings.flag("narrative.add_activity_list"),
            people=tuple(_people(settings.names("connection.timekeepers"))),
            matterless=not settings.flag("review.require_matter"),
        )


def long_date(day: date) -> str:
    """Return a date as the heading shows it."""
    return habits.long_day(day)


def short_date(day: date) -> str:
    """Return a date as the entry panel shows it."""
    return habits.short_day(day)


def why_empty(*, narrowed: bool, today: bool, running: bool) -> str:
    """Return why there are no rows."""
    if narrowed:
        return tr("No rows fit here. Choose “All” or clear the search.")
    if not today:
        return tr("Nothing was recorded on this day.")
    if running:
        return tr("Recording has begun. Rows appear here as you work.")
    return tr("Nothing recorded yet today.")
