"""Brings the cache of matters and activity types up to date; what is half walked hides nothing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass

from wisestep_desktop.core.errors import Unavailable
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.matters import Matter, Person
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.clock import Clock
from wisestep_desktop.ports.practice import MatterPage, Practice
from wisestep_desktop.ports.store import Books, Store
from wisestep_desktop.ports.turn import Turn
from wisestep_desktop.services import facts
from wisestep_desktop.services.matching import Recogniser


@dataclass(frozen=True, slots=True)
class Progress:
    """How far a sync is: matters so far, and of how many as far as Actionstep knows."""

    matters: int
    of: int


@dataclass(frozen=True, slots=True)
class SyncResult:
    """What a sync did. ``milliseconds`` by the awake clock."""

    matters: int
    activity_types: int
    added: int
    changed: int
    removed: int
    requests: int
    milliseconds: int


def sync_alone(
    turn: Turn,
    store: Store,
    clock: Clock,
    practice: Practice,
    recogniser: Recogniser,
    tell: Callable[[Progress], None] = lambda _progress: None,
) -> SyncResult:
    """Sync while holding the turn, so that two programs never walk at once and others can see that one does.

    Raises:
        Unavailable: ``net.sync_running`` if another one does; and whatever ``sync`` raises.
    """
    with turn.take() as ours:
        if not ours:
            raise Unavailable("net.sync_running")
        return sync(store, clock, practice, recogniser, tell)


def sync(
    store: Store,
    clock: Clock,
    practice: Practice,
    recogniser: Recogniser,
    tell: Callable[[Progress], None] = lambda _progress: None,
) -> SyncResult:
    """Walk everything; keep each page at once, and only after the last one mark what was not seen as gone.

    If the number of matters changed during the walk, one may have slipped from a page to the one before: then nothing
    is marked, and the next sync decides.

    Raises:
        SignInAgain, Unavailable, Refused, Misunderstood: and everything kept so far stays.
    """
    began, asked = clock.read().awake, practice.requests()
    person = practice.whoami()
    types = practice.activity_types()
    store.write(lambda books: _keep_person(books, person)).result()
    store.write(lambda books: books.matters.put_activity_types(types)).result()
    seen: set[MatterId] = set()
    counts: set[int] = set()
    added = changed = 0
    for page in practice.matters():
        kept = store.write(lambda books, page=page: books.matters.put_matters(_last_of_each(page))).result()  # type: ignore[misc]
        added, changed = added + kept[0], changed + kept[1]
        seen.update(matter.id for matter in page.matters)
        counts.update({page.of} if page.of else ())
        tell(Progress(len(seen), max(page.of, len(seen))))
    now = clock.read().wall
    whole = len(counts) < 2 and len(seen) >= max(counts, default=0)
    removed = store.write(lambda books: _finish(books, seen if whole else None, now)).result()
    recogniser.rematch(store)
    return SyncResult(
        matters=len(seen),
        activity_types=len(types),
        added=added,
        changed=changed,
        removed=removed,
        requests=practice.requests() - asked,
        milliseconds=clock.read().awake - began,
    )


def _keep_person(books: Books, person: Person) -> None:
    facts.keep_person(books, person)


def _last_of_each(page: MatterPage) -> tuple[Matter, ...]:
    """A page may tell of one matter twice while somebody changes it; the later word counts."""
    return tuple({matter.id: matter for matter in page.matters}.values())


def _finish(books: Books, seen: set[MatterId] | None, now: Instant) -> int:
    removed = 0 if seen is None else books.matters.keep_only(seen)
    facts.keep_synced(books, now)
    return removed
