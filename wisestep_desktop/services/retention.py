"""Letting go of what is old: once a day, for good, and never of what somebody still has to decide about.

Older than ``retention.days`` goes what was recorded and has no matter, is private or in the trash. What has a matter
and is not sent, drafts, and sent time with its evidence stay. Reports go on counting what went (docs/adr/0023). By
itself it goes by the days of use, not by the clock alone, which may have jumped (docs/adr/0028).
"""

from __future__ import annotations

import json
from collections import defaultdict
from collections.abc import Iterator, Sequence
from dataclasses import asdict, dataclass, replace
from datetime import date, timedelta, tzinfo

from wisestep_desktop.core.ids import MatterId, TitleId
from wisestep_desktop.core.instants import HOUR, day_span, local_date
from wisestep_desktop.core.posting import OURS_TO_EDIT
from wisestep_desktop.core.report import days
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.core.spans import Instant, Span, merge, subtract, total
from wisestep_desktop.ports.clock import Clock
from wisestep_desktop.ports.store import Books, Store
from wisestep_desktop.ports.timeline import Tag
from wisestep_desktop.ports.upkeep import Expired, Kept
from wisestep_desktop.services import days_of_use
from wisestep_desktop.services.days_of_use import today
from wisestep_desktop.services.forget import SCRUB_OWED, wipe_what_is_owed
from wisestep_desktop.services.timeline import DayRow, RowState, read_day

_REACH = timedelta(days=9)
"""No stay that begins on a day reaches further than this."""

LAST = "retention.last"
"""Fact: what came of the last time, with its date."""


@dataclass(frozen=True, slots=True)
class Sweep:
    """What letting go came to, or would come to.

    Attributes:
        day: on which it was done.
        before: the first day that was not looked at; ISO 8601.
        visits: stays that went.
        millis: of them.
        titles: window titles that went.
        days: on which something went.
        unsent: rows with a matter that are not sent and stay.
        unsent_millis: worked in them.
        drafts: entries of those days that stay as drafts.
    """

    day: str
    before: str
    visits: int = 0
    millis: int = 0
    titles: int = 0
    days: int = 0
    unsent: int = 0
    unsent_millis: int = 0
    drafts: int = 0


def due(books: Books, clock: Clock) -> bool:
    """Tell whether nothing was let go of yet today, though the settings want it."""
    found = last(books)
    return boundary(books, clock) is not None and (found is None or found.day != today(clock).isoformat())


def last(books: Books) -> Sweep | None:
    """Return what came of the last time; None where there was none."""
    told = books.settings.fact(LAST)
    return None if told is None else Sweep(**json.loads(told))


def boundary(books: Books, clock: Clock, *, vouched: bool = False) -> date | None:
    """Return the first day that stays whole; None where everything stays.

    It stays by the settings, for a legal hold, or because the clock is not to be believed yet.

    Args:
        books: to read.
        clock: what it shows counts as far as days of use agree with it.
        vouched: somebody said that the clock is right; then it decides alone.
    """
    settings = Settings(books.settings.all())
    limit = settings.number("retention.days")
    if not limit or settings.flag("retention.legal_hold"):
        return None
    now = today(clock) if vouched else days_of_use.believed(books, clock)
    return None if now is None else now - timedelta(days=limit)


def sweep(
    store: Store,
    clock: Clock,
    *,
    vouched: bool = False,
    try_only: bool = False,
    unsent_too: bool = False,
    most: int | None = None,
) -> Sweep | None:
    """Let go of what is old, a day at a time, and wipe its traces; return what came of it, None where all stays.

    Args:
        store: may be in use; nothing waits for longer than one day takes.
        clock: says what is old, as far as days of use agree with it.
        vouched: somebody said that the clock is right; then it decides alone.
        try_only: changes nothing, and says what would go.
        unsent_too: rows with a matter that are not sent go too; whoever asks for that was warned.
        most: days after which it stops, for others wait meanwhile. It stays due then, and its traces are wiped at the
            end of the last part.

    Raises:
        StoreError: if the store cannot be read or written; whole days are let go of then, or not.
    """
    before = store.read(lambda books: boundary(books, clock, vouched=vouched))
    if before is None:
        return None
    zone = clock.zone()
    told = Sweep(today(clock).isoformat(), before.isoformat())
    for day in store.read(lambda books: tuple(_old_days(books, before, zone))):
        if most is not None and told.days >= most:
            return told
        told = _let_go(store, day, zone, told, try_only=try_only, unsent_too=unsent_too)
    told = replace(told, drafts=store.read(lambda books: _drafts(books, before)))
    if try_only:
        return told

    def end(books: Books) -> Sweep:
        done = replace(told, titles=books.upkeep.drop_titles())
        days_of_use.release(books, before)
        books.settings.put_fact(LAST, json.dumps(asdict(done)))
        return done

    done = store.write(end).result()
    wipe_what_is_owed(store)
    return done


def kept_of(rows: Sequence[DayRow], tags: Sequence[Tag] = (), *, unsent_too: bool = False) -> Kept:
    """Return what of a day's rows stays, and what of the others goes on counting.

    A matter that was put on an hour holds all of that hour, though the rows may be cut otherwise where they are read
    now: half an hour later, in another zone.
    """
    spans: defaultdict[TitleId, list[Span]] = defaultdict(list)
    stay, go = set(), []
    for each in rows:
        if each.row.title is None:
            continue
        if _stays(each, unsent_too=unsent_too):
            spans[each.row.title] += each.row.spans
            stay.add((each.row.title, each.row.since))
        elif each.state is RowState.OPEN:
            go.append((each.row.title, each))
    known = {(each.row.title, each.row.since) for each in rows}
    for tag in tags if not unsent_too else ():
        if tag.matter is not None and not tag.trashed and (tag.title, tag.hour) not in known:
            spans[tag.title].append(Span(tag.hour, Instant(tag.hour + HOUR)))
            stay.add((tag.title, tag.hour))
    kept = {title: merge(each) for title, each in spans.items()}
    sums: defaultdict[MatterId | None, int] = defaultdict(int)
    for title, each in go:
        sums[each.matter] += total(subtract(each.row.spans, kept.get(title, ())))
    return Kept(kept, frozenset(stay), dict(sums))


def _stays(row: DayRow, *, unsent_too: bool) -> bool:
    match row.state:
        case RowState.SENT | RowState.DRAFT:
            return True
        case RowState.OPEN:
            return row.matter is not None and not unsent_too
        case RowState.TRASH | RowState.PRIVATE:
            return False


def _let_go(store: Store, day: date, zone: tzinfo, told: Sweep, *, try_only: bool, unsent_too: bool) -> Sweep:
    within = day_span(day, zone)

    def look(books: Books) -> tuple[tuple[DayRow, ...], Kept]:
        rows = read_day(books, day, zone).rows
        around = Span(Instant(within.start - HOUR), within.end)
        return rows, kept_of(rows, books.timeline.tags(around), unsent_too=unsent_too)

    def look_only(books: Books) -> tuple[tuple[DayRow, ...], Expired | None]:
        rows, kept = look(books)
        return rows, books.upkeep.spare(within, kept)

    def job(books: Books) -> Expired | None:
        _, kept = look(books)
        gone = books.upkeep.spare(within, kept)
        books.upkeep.expire(within, kept)
        books.settings.put_fact(SCRUB_OWED, "yes")
        return gone

    rows, gone = store.read(look_only)
    waiting = [each for each in rows if each.state is RowState.OPEN and each.matter is not None and not unsent_too]
    told = replace(
        told,
        unsent=told.unsent + len(waiting),
        unsent_millis=told.unsent_millis + sum(each.row.worked for each in waiting),
    )
    if gone is not None and not try_only:
        gone = store.write(job).result()
    if gone is None:
        return told
    return replace(told, days=told.days + 1, visits=told.visits + gone.visits, millis=told.millis + gone.millis)


def _old_days(books: Books, before: date, zone: tzinfo) -> Iterator[date]:
    """Walk the days that are old, and step over years without a record: a clock may have stood in 1970."""
    known = days_of_use.read(books)
    since = books.upkeep.recorded_since()
    while since is not None and (first := local_date(since, zone)) < before:
        for day in days(first, min(first + _REACH, before) - timedelta(days=1)):
            if not known.holds(day, before):
                yield day
        since = books.upkeep.recorded_since(day_span(first + _REACH, zone).start)


def _drafts(books: Books, before: date) -> int:
    return sum(entry.state in OURS_TO_EDIT for entry, _ in books.entries.between(date.min, before - timedelta(days=1)))
