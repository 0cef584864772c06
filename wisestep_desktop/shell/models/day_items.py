"""What stands in the list of a day, and in which order: headings, rows, their visits, absences, entries by hand."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Collection, Iterable, Mapping
from dataclasses import dataclass
from datetime import date, tzinfo
from enum import StrEnum

from wisestep_desktop.core.entries import Entry
from wisestep_desktop.core.ids import MatterId, RowId
from wisestep_desktop.core.instants import MINUTE, SECOND, hour_start
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.spans import Instant, Span, merge
from wisestep_desktop.core.stated import Occupation
from wisestep_desktop.services.day_sum import Kind, Stretch, stretches
from wisestep_desktop.services.searching import Found
from wisestep_desktop.services.timeline import Day, DayRow, RowState
from wisestep_desktop.shell import texts
from wisestep_desktop.shell.words import tr

SHORTEST_ROW = SECOND
"""Milliseconds; windows that only flicker by are kept and counted, but not shown as work to review."""
_SHORTEST_AWAY = MINUTE
"""Milliseconds; shorter absences are part of how people work."""


class Filter(StrEnum):
    """Which rows are shown."""

    ALL = "all"
    UNTAGGED = "untagged"
    SUGGESTED = "suggested"
    TAGGED = "tagged"
    SENT = "sent"
    FAILED = "failed"
    PRIVATE = "private"
    TRASH = "trash"


class Arrangement(StrEnum):
    """In which order rows stand, and under which headings."""

    HOUR = "hour"
    MATTER = "matter"
    LONGEST = "longest"
    TITLE = "title"


@dataclass(frozen=True, slots=True)
class Heading:
    """Where a clock hour, a matter or another day begins.

    Attributes:
        key: tells headings apart.
        text: what stands there.
        told: at the right edge; blank for none.
        matter: whose rows follow, where they are arranged so.
    """

    key: str
    text: str
    told: str = ""
    matter: MatterId | None = None


@dataclass(frozen=True, slots=True)
class Away:
    """A stretch in which nobody touched anything.

    Attributes:
        possible: whether the same document was in front before and after, so that it may have been read.
        asked: whether it is worth a question.
        rested: whether the person said that it was a break.
    """

    span: Span
    possible: bool = False
    asked: bool = False
    rested: bool = False


@dataclass(frozen=True, slots=True)
class VisitLine:
    """One uninterrupted stay, below the row it belongs to."""

    row: RowId
    span: Span


@dataclass(frozen=True, slots=True)
class EntryLine:
    """An entry that no row shows: time written down by hand."""

    entry: Entry


Item = Heading | Away | DayRow | VisitLine | EntryLine | Found


@dataclass(frozen=True, slots=True)
class Wanted:
    """What of a day is shown, and how.

    Attributes:
        search: casefolded words; all of them have to be there.
        opened: rows whose visits are shown.
    """

    filter: Filter = Filter.ALL
    search: str = ""
    arrangement: Arrangement = Arrangement.HOUR
    opened: Collection[RowId] = ()


def fits(row: DayRow, wanted: Filter) -> bool:
    """Tell whether a row belongs to a filter."""
    loose = row.state is RowState.OPEN and row.matter is None
    match wanted:
        case Filter.ALL:
            return row.state is not RowState.TRASH
        case Filter.UNTAGGED:
            return loose
        case Filter.SUGGESTED:
            return loose and bool(row.match.offered)
        case Filter.TAGGED:
            return row.state in (RowState.OPEN, RowState.DRAFT) and row.matter is not None
        case Filter.SENT:
            return row.state is RowState.SENT
        case Filter.FAILED:
            return row.fate in (EntryState.REFUSED, EntryState.UNCERTAIN)
        case Filter.PRIVATE:
            return row.state is RowState.PRIVATE
        case Filter.TRASH:
            return row.state is RowState.TRASH


def flickers(row: DayRow) -> bool:
    """Tell whether a row is too short to be looked at."""
    return row.row.worked < SHORTEST_ROW and row.row.entry is None


def start_of(item: DayRow | Away) -> Instant:
    """Return when a row or an absence begins."""
    return item.span.start if isinstance(item, Away) else item.row.span.start


def key_of(item: Item) -> object:
    """Return what an item is known by while it changes."""
    match item:
        case Heading():
            return item.key
        case Away():
            return ("away", item.span.start)
        case DayRow():
            return item.row.id
        case VisitLine():
            return (item.row, item.span.start)
        case EntryLine():
            return ("entry", item.entry.id)
        case Found():
            return ("hit", item.day, item.title)


def absences(day: Day) -> tuple[Away, ...]:
    """Return the stretches of a minute and more without anybody there, possible reading and breaks, by start."""
    asked = {gap.span for gap in day.gaps}
    told = stretches(day.rows, day.presence, day.stated)
    away = _ends_cut([each for each in told if each.kind is Kind.AWAY], told)
    found = [Away(span, asked=span in asked) for span in merge(away)]
    found += [
        Away(span, possible=True, asked=span in asked)
        for span in merge(each.span for each in told if each.kind is Kind.POSSIBLE)
    ]
    found += [Away(each.span, rested=True) for each in day.stated if each.occupation is Occupation.BREAK]
    return tuple(sorted((each for each in found if each.span.length >= _SHORTEST_AWAY), key=start_of))


def _ends_cut(away: list[Stretch], told: tuple[Stretch, ...]) -> list[Span]:
    """Leave out what comes before the first and after the last activity: nobody was missed then."""
    busy = [each.span for each in told if each.kind not in (Kind.AWAY, Kind.POSSIBLE)]
    if not busy:
        return []
    return [each.span for each in away if busy[0].start <= each.span.start and each.span.end <= busy[-1].end]


def items_of(day: Day, zone: tzinfo, wanted: Wanted) -> list[Item]:
    """Return what is listed of a day, in order."""
    rows = [row for row in day.rows if fits(row, wanted.filter) and not flickers(row) and _says(row, day, wanted)]
    everything = wanted.filter is Filter.ALL and not wanted.search
    by_hand = [EntryLine(entry) for entry in day.entries if _shown(entry, day, wanted)]
    items: list[Item]
    match wanted.arrangement:
        case Arrangement.HOUR:
            away = absences(day) if everything else ()
            items = _by_hour([*rows, *away], zone)
        case Arrangement.MATTER:
            items = _by_matter(rows, day.matters)
        case Arrangement.LONGEST:
            items = [*sorted(rows, key=lambda row: (-row.row.worked, row.row.span.start))]
        case Arrangement.TITLE:
            items = [*sorted(rows, key=_title_key)]
    if by_hand:
        items += [Heading("hand", tr("Written down by hand")), *by_hand]
    return _opened(items, wanted.opened)


def hits_of(hits: Iterable[Found], day: date, spell: Callable[[date], str]) -> list[Item]:
    """Return what a search found on other days, under their dates, newest first."""
    items: list[Item] = []
    for hit in hits:
        if hit.day == day:
            continue
        heading = Heading(f"day {hit.day}", spell(hit.day))
        if heading not in items:
            items.append(heading)
        items.append(hit)
    return items


def _by_hour(shown: Iterable[DayRow | Away], zone: tzinfo) -> list[Item]:
    items: list[Item] = []
    hour: Instant | None = None
    for item in sorted(shown, key=start_of):
        begins = hour_start(start_of(item), zone)
        if begins != hour:
            hour = begins
            items.append(Heading(f"hour {begins}", texts.time_of_day(begins, zone)))
        items.append(item)
    return items


def _by_matter(rows: Iterable[DayRow], matters: Mapping[MatterId, Matter]) -> list[Item]:
    groups: defaultdict[MatterId | None, list[DayRow]] = defaultdict(list)
    private: list[DayRow] = []
    for row in rows:
        (private if row.state is RowState.PRIVATE else groups[row.matter]).append(row)
    items: list[Item] = []
    ordered = sorted(groups, key=lambda matter: (matter is not None, -sum(row.row.worked for row in groups[matter])))
    for matter in ordered:
        some = groups[matter]
        name = tr("No matter yet") if matter is None else texts.matter_name(matter, matters)
        items += [Heading(f"matter {matter}", name, _told(some), matter), *some]
    if private:
        items += [Heading("private", tr("Private"), _told(private)), *private]
    return items


def _told(rows: Iterable[DayRow]) -> str:
    return texts.spoken(sum(row.row.worked for row in rows))


def _title_key(row: DayRow) -> tuple[str, str, Instant]:
    return (row.window.application.casefold(), texts.row_title(row).casefold(), row.row.span.start)


def _opened(items: Iterable[Item], opened: Collection[RowId]) -> list[Item]:
    if not opened:
        return list(items)
    shown: list[Item] = []
    for item in items:
        shown.append(item)
        if isinstance(item, DayRow) and item.row.id in opened:
            shown += [VisitLine(item.row.id, span) for span in item.row.spans]
    return shown


def _says(row: DayRow, day: Day, wanted: Wanted) -> bool:
    if not wanted.search:
        return True
    told = " ".join((row.window.application, texts.row_title(row), _matter_words(row.matter, day.matters)))
    return all(word in told.casefold() for word in wanted.search.split())


def _matter_words(matter: MatterId | None, matters: Mapping[MatterId, Matter]) -> str:
    if matter is None:
        return ""
    known = matters.get(matter)
    return f"{matter} {known.name} {known.reference or ''}" if known else str(matter)


def _shown(entry: Entry, day: Day, wanted: Wanted) -> bool:
    """Tell whether an entry without rows is listed."""
    if not entry.draft.by_hand or any(row.row.entry == entry.id for row in day.rows):
        return False
    told = f"{entry.draft.narrative} {_matter_words(entry.draft.matter, day.matters)}".casefold()
    if not all(word in told for word in wanted.search.split()):
        return False
    match wanted.filter:
        case Filter.ALL:
            return True
        case Filter.SENT:
            return entry.state is EntryState.SENT
        case Filter.FAILED:
            return entry.state in (EntryState.REFUSED, EntryState.UNCERTAIN)
        case Filter.TAGGED:
            return entry.state is not EntryState.SENT and entry.draft.matter is not None
        case Filter.UNTAGGED:
            return entry.state is not EntryState.SENT and entry.draft.matter is None
        case Filter.SUGGESTED | Filter.PRIVATE | Filter.TRASH:
            return False
