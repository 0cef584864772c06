"""Brings the cache of matters and activity types up to date; what is half walked hides nothing.

Three depths. *Changes* asks only for what changed since the newest change known; a *walk* by id also finds what was
deleted or restricted; a *full* walk reads everything again, also what Actionstep may change without saying so. What is
only *due* is left alone before its property wants it, matters and activity types apart.
"""

from __future__ import annotations

import json
from collections.abc import Callable, Iterator
from dataclasses import asdict, dataclass, replace
from enum import StrEnum
from functools import partial

from wisestep_desktop.core.errors import Refused, Unavailable
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.instants import HOUR, MINUTE
from wisestep_desktop.core.matters import ActivityType, Matter, MatterMark
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.clock import Clock
from wisestep_desktop.ports.practice import Page, Practice
from wisestep_desktop.ports.store import Books, Store
from wisestep_desktop.ports.turn import Turn
from wisestep_desktop.services import facts
from wisestep_desktop.services.matching import Recogniser

_WALK_EVERY = 24 * HOUR
_FULL_EVERY = 7 * 24 * HOUR
_FEW = 20
"""Of fewer matters, any number may well go at once."""
_NEARLY = 0.85
"""Share of an interval after which it counts as over."""
_RESUME_WITHIN = 20 * HOUR
"""Shorter than the overlap with which changes are asked for, so what changed behind a resumed walk is found."""


class Depth(StrEnum):
    """How thoroughly matters are looked through; ``DUE`` asks for nothing before its property wants it."""

    DUE = "due"
    CHANGES = "changes"
    WALK = "walk"
    FULL = "full"


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a sync is: matters so far, and of how many as far as Actionstep knows."""

    matters: int
    of: int


@dataclass(frozen=True, slots=True)
class SyncResult:
    """What a sync did. ``milliseconds`` by the awake clock; ``depth`` as it was gone about in the end."""

    matters: int
    activity_types: int
    added: int
    changed: int
    removed: int
    requests: int
    milliseconds: int
    depth: Depth


@dataclass(frozen=True, slots=True)
class _Tally:
    added: int = 0
    changed: int = 0
    removed: int = 0

    def plus(self, kept: tuple[int, int], removed: int = 0) -> _Tally:
        return _Tally(self.added + kept[0], self.changed + kept[1], self.removed + removed)


@dataclass(frozen=True, slots=True)
class _Walk:
    """Where a walk by id stands, kept so that an interrupted one goes on.

    Attributes:
        number: of the walk, under which missing matters are noted.
        last: the highest id walked.
        seen: matters met.
        of: how many there are as far as Actionstep knows; 0 where it does not.
        exact: nothing can have slipped through so far.
        steady: Actionstep named the same count all the way.
        newest: the newest change met.
    """

    number: int
    depth: Depth
    began: Instant
    last: int = 0
    seen: int = 0
    of: int = 0
    exact: bool = True
    steady: bool = True
    newest: int = 0


def sync_alone(
    turn: Turn,
    store: Store,
    clock: Clock,
    practice: Practice,
    recogniser: Recogniser,
    tell: Callable[[Progress], None] = lambda _progress: None,
    depth: Depth = Depth.WALK,
) -> SyncResult:
    """Sync while holding the turn, so that two programs never walk at once and others can see that one does.

    Raises:
        Unavailable: ``net.sync_running`` if another one does; and whatever ``sync`` raises.
    """
    with turn.take() as ours:
        if not ours:
            raise Unavailable("net.sync_running")
        return sync(store, clock, practice, recogniser, tell, depth)


def sync(
    store: Store,
    clock: Clock,
    practice: Practice,
    recogniser: Recogniser,
    tell: Callable[[Progress], None] = lambda _progress: None,
    depth: Depth = Depth.WALK,
) -> SyncResult:
    """Bring the cache up to date; each page is kept at once, and nothing is hidden before the last.

    Args:
        store: of the cache.
        clock: for what is due.
        practice: the connection.
        recogniser: matches titles again where the matters changed.
        tell: hears how far it is.
        depth: at least this thorough; it goes deeper where it is time to, or where there is nothing yet.

    Raises:
        SignInAgain, Unavailable, Refused, Misunderstood: and everything kept so far stays. Where only the activity
            types are refused, the matters are brought up to date all the same.
    """
    now, asked = clock.read(), practice.requests()
    if depth is Depth.DUE and not store.read(lambda books: _matters_due(books, now.wall)):
        _sync_types_if_due(store, practice, now.wall)
        return _result(store, practice, _Tally(), Depth.CHANGES, asked, clock.read().awake - now.awake)
    depth = max(depth, Depth.CHANGES, store.read(lambda books: due_depth(books, now.wall)), key=list(Depth).index)
    types_due = depth is not Depth.CHANGES or store.read(lambda books: _types_due(books, now.wall))
    if depth is not Depth.CHANGES:
        person = practice.whoami()
        store.write(lambda books: facts.keep_person(books, person)).result()
        practice.zone()
    without_types = _sync_types(store, practice, now.wall) if types_due else None
    desk = _MatterDesk(store, practice, tell)
    tally: _Tally | None = desk.changes() if depth is Depth.CHANGES else None
    if tally is None:
        depth = depth if depth is Depth.FULL else Depth.WALK
        tally = desk.walk(depth, now.wall)
    at = clock.read()
    store.write(lambda books: facts.keep_synced(books, at.wall)).result()
    recogniser.rematch(store)
    if without_types is not None:
        raise without_types
    return _result(store, practice, tally, depth, asked, clock.read().awake - now.awake)


def _result(store: Store, practice: Practice, tally: _Tally, depth: Depth, asked: int, took: int) -> SyncResult:
    matters, kinds = store.read(lambda books: (books.matters.count(), len(books.matters.activity_types())))
    return SyncResult(
        matters=matters,
        activity_types=kinds,
        added=tally.added,
        changed=tally.changed,
        removed=tally.removed,
        requests=practice.requests() - asked,
        milliseconds=took,
        depth=depth,
    )


def due_depth(books: Books, now: Instant) -> Depth:
    """Return how thorough the next sync must be at least."""
    full, walked = _instant(books, facts.FULL), _instant(books, facts.WALKED)
    if full is None or not 0 <= now - full < _FULL_EVERY or books.settings.fact(facts.HIGH_WATER) is None:
        return Depth.FULL
    if walked is None or not 0 <= now - walked < _WALK_EVERY:
        return Depth.WALK
    return Depth.CHANGES


def next_sync(books: Books, now: Instant) -> Instant:
    """Return when the next sync by itself is due: matters and activity types each have an interval of their own."""
    settings = Settings(books.settings.all())
    synced, types = books.settings.fact(facts.SYNCED), books.settings.fact(facts.TYPES)
    if synced is None or types is None:
        return now
    return Instant(
        min(
            int(synced) + settings.number("ACTION_SYNC_INTERVAL_MINUTES") * MINUTE,
            int(types) + settings.number("QUICK_CODE_SYNC_INTERVAL_MINUTES") * MINUTE,
        )
    )


class _MatterDesk:
    """Goes through the matters of one sync."""

    def __init__(self, store: Store, practice: Practice, tell: Callable[[Progress], None]) -> None:
        self._store = store
        self._practice = practice
        self._tell = tell

    def changes(self) -> _Tally | None:
        """Keep what changed; None if Actionstep cannot be asked for changes, so that only a walk helps."""
        newest = int(self._store.read(lambda books: books.settings.fact(facts.HIGH_WATER)) or 0)
        tally, seen = _Tally(), 0
        for page in self._practice.changed(Instant(newest)):
            if not page.exact:
                return None
            rows = _last_of_each(page)
            kept = self._store.write(partial(_keep_matters, matters=rows)).result()
            tally, seen = tally.plus(kept), seen + len(rows)
            newest = max(newest, _newest(page))
            self._tell(Progress(seen, max(seen, page.left)))
        self._store.write(lambda books: books.settings.put_fact(facts.HIGH_WATER, str(newest))).result()
        return tally

    def walk(self, depth: Depth, now: Instant) -> _Tally:
        """Walk every matter by id, from where an interrupted walk of this depth stopped."""
        walk = self._store.write(lambda books: _begin(books, depth, now)).result()
        tally = _Tally()
        for rows, matters in self._pages(walk):
            after = _step(walk, rows)
            kept = self._store.write(partial(_keep_page, matters=matters, before=walk, after=after, page=rows)).result()
            tally, walk = tally.plus(kept), after
            self._tell(Progress(walk.seen, max(walk.of, walk.seen)))
        removed = self._store.write(lambda books: _finish(books, walk, now)).result()
        return tally.plus((0, 0), removed)

    def _pages(self, walk: _Walk) -> Iterator[tuple[Page[Matter] | Page[MatterMark], tuple[Matter, ...]]]:
        """Give each page with the matters it tells of anew."""
        beyond = MatterId(walk.last) if walk.last else None
        if walk.depth is Depth.FULL:
            for page in self._practice.matters(beyond):
                yield page, _last_of_each(page)
            return
        for marks in self._practice.marks(beyond):
            strange = self._store.read(partial(_unlike, marks=marks.rows))
            yield marks, self._practice.named(strange) if strange else ()


def _keep_matters(books: Books, matters: tuple[Matter, ...]) -> tuple[int, int]:
    return books.matters.put_matters(matters)


def _unlike(books: Books, marks: tuple[MatterMark, ...]) -> tuple[MatterId, ...]:
    return books.matters.unlike(marks)


def _begin(books: Books, depth: Depth, now: Instant) -> _Walk:
    """Go on with an interrupted walk, or begin one."""
    kept = books.settings.fact(facts.WALK)
    if kept is not None:
        told = json.loads(kept)
        walk = _Walk(**{**told, "depth": Depth(told["depth"])})
        if walk.depth is depth and walk.exact and 0 <= now - walk.began < _RESUME_WITHIN:
            return walk
    number = int(books.settings.fact(facts.WALKS) or 0) + 1
    books.settings.put_fact(facts.WALKS, str(number))
    return _Walk(number, depth, now)


def _step(walk: _Walk, page: Page[Matter] | Page[MatterMark]) -> _Walk:
    """Return where a walk stands after a page."""
    ids = sorted({row.id for row in page.rows})
    fresh = [each for each in ids if each > walk.last]
    of = walk.seen + page.left if page.left else 0
    ordered = page.exact or not ids or ids[0] > walk.last or not fresh
    return replace(
        walk,
        last=max(walk.last, ids[-1]) if ids else walk.last,
        seen=walk.seen + len(fresh),
        of=of or walk.of,
        exact=walk.exact and page.exact,
        steady=walk.steady and ordered and (not walk.of or of == walk.of),
        newest=max(walk.newest, _newest(page)),
    )


def _keep_page(
    books: Books,
    *,
    matters: tuple[Matter, ...],
    before: _Walk,
    after: _Walk,
    page: Page[Matter] | Page[MatterMark],
) -> tuple[int, int]:
    kept = books.matters.put_matters(matters)
    span = MatterId(before.last), MatterId(after.last)
    books.matters.note_missing(before.number, *span, (row.id for row in page.rows))
    books.settings.put_fact(facts.WALK, json.dumps(asdict(after)))
    return kept


def _finish(books: Books, walk: _Walk, now: Instant) -> int:
    """End a walk: what it certainly did not meet is gone.

    Where pages were turned, a matter may have slipped from one to the one before while somebody deleted another.
    Unless the count stayed the same all the way, nothing is hidden then, and the next walk decides.
    """
    books.matters.note_missing(walk.number, MatterId(walk.last), None, ())
    books.settings.put_fact(facts.WALK, None)
    if _is_strange(books, walk):
        books.settings.put_fact(facts.WALKED, None)  # so that the next sync walks again
        return 0
    sure = walk.exact or (walk.steady and walk.seen >= walk.of)
    removed = books.matters.hide_missing(walk.number) if sure else 0
    books.settings.put_fact(facts.WALKED, str(now))
    if walk.depth is Depth.FULL:
        books.settings.put_fact(facts.FULL, str(now))
        books.settings.put_fact(facts.HIGH_WATER, str(walk.newest))
    return removed


def _is_strange(books: Books, walk: _Walk) -> bool:
    """Tell whether so many matters are missing that another walk has to say so too before any is hidden.

    A person who may see nothing for a moment, or a server that answers with nothing, must not empty the cache.
    """
    known = books.matters.count()
    strange = known >= _FEW and 2 * books.matters.count_missing(walk.number) > known
    seen_before = books.settings.fact(facts.STRANGE) is not None
    books.settings.put_fact(facts.STRANGE, str(walk.number) if strange and not seen_before else None)
    return strange and not seen_before


def _sync_types(store: Store, practice: Practice, now: Instant) -> Refused | None:
    """Bring the activity types up to date; return why they cannot be read, which is no reason to go without matters."""
    try:
        types = practice.activity_types()
    except Refused as refused:
        return refused
    store.write(lambda books: _keep_types(books, types, now)).result()
    codes = practice.utbms_codes() or ()
    store.write(lambda books: books.activity.put_utbms_codes(codes)).result()
    return None


def _sync_types_if_due(store: Store, practice: Practice, now: Instant) -> None:
    refused = _sync_types(store, practice, now) if store.read(lambda books: _types_due(books, now)) else None
    if refused is not None:
        raise refused


def _keep_types(books: Books, types: tuple[ActivityType, ...], now: Instant) -> None:
    books.matters.put_activity_types(types)
    books.settings.put_fact(facts.TYPES, str(now))


def _types_due(books: Books, now: Instant) -> bool:
    return _due(books, facts.TYPES, "QUICK_CODE_SYNC_INTERVAL_MINUTES", now)


def _matters_due(books: Books, now: Instant) -> bool:
    return _due(books, facts.SYNCED, "ACTION_SYNC_INTERVAL_MINUTES", now)


def _due(books: Books, fact: str, name: str, now: Instant) -> bool:
    """Tell whether something is due; a little early counts, for timers are spread around the moment."""
    last = _instant(books, fact)
    interval = Settings(books.settings.all()).number(name) * MINUTE
    return last is None or not 0 <= now - last < _NEARLY * interval


def _instant(books: Books, name: str) -> Instant | None:
    told = books.settings.fact(name)
    return None if told is None else Instant(int(told))


def _newest(page: Page[Matter] | Page[MatterMark]) -> int:
    return max((row.modified for row in page.rows if row.modified is not None), default=0)


def _last_of_each(page: Page[Matter]) -> tuple[Matter, ...]:
    """A page may tell of one matter twice while somebody changes it; the later word counts."""
    return tuple({matter.id: matter for matter in page.rows}.values())
