"""Takes over another tracker's history: redacted before anything is stored, beside what was recorded, never over it.

The whole file is read before the first write. Then each day is one transaction, and a day that is there is left alone:
importing the same file again, or again after it was broken off, adds what is missing and nothing twice.
"""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass, replace
from functools import partial

from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.imported import (
    Attended,
    History,
    Noted,
    by_day,
    fresh,
    one_at_a_time,
    presence_of,
    worked_millis,
)
from wisestep_desktop.core.instants import MINUTE
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.presence import PresenceSpan
from wisestep_desktop.core.redaction import Privacy, redact
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.ports.clock import Clock
from wisestep_desktop.ports.importing import OtherHistory
from wisestep_desktop.ports.store import Books, Store
from wisestep_desktop.services.capture import Rules
from wisestep_desktop.services.held import open_visit
from wisestep_desktop.services.matching import Recogniser

_LATELY = 5 * MINUTE
"""Milliseconds before now of which nothing is taken over: a running recorder may not have written them yet."""


@dataclass(frozen=True, slots=True)
class Imported:
    """What an import did, or would do.

    Attributes:
        days: on which anything was new.
        visits: stays in windows.
        private: those of which nothing but the time is kept.
        millis: their length.
        worked: the part of it in which somebody was there.
        known: milliseconds left out because they are recorded here already.
        first, last: of everything that was new.
    """

    days: int = 0
    visits: int = 0
    private: int = 0
    millis: int = 0
    worked: int = 0
    known: int = 0
    first: Instant | None = None
    last: Instant | None = None

    def __add__(self, history: History) -> Imported:
        spans = [note.span for note in history.visits] + [stay.span for stay in history.presence]
        return Imported(
            self.days + bool(spans),
            self.visits + len(history.visits),
            self.private + sum(note.window.private for note in history.visits),
            self.millis + sum(note.span.length for note in history.visits),
            self.worked + worked_millis(history),
            self.known + history.known,
            self.first if self.first is not None else min((span.start for span in spans), default=None),
            max((span.end for span in spans), default=self.last),
        )


def take_over(
    store: Store,
    clock: Clock,
    recogniser: Recogniser,
    source: OtherHistory,
    read_rules: Callable[[Books], Rules],
    *,
    without_presence: bool = False,
    dry_run: bool = False,
) -> Imported:
    """Add another tracker's history to the timeline; with ``dry_run`` only tell what that would add.

    Args:
        store: with the timeline.
        clock: nothing of the last minutes or the future is taken over.
        recogniser: asked once per title.
        source: the other history.
        read_rules: what must not be kept.
        without_presence: where the source says nothing of who was there, somebody was wherever a window was.
        dry_run: write nothing.

    Raises:
        BadInput: for a file that cannot be used, ``import.no_windows`` or ``import.no_presence`` where something is
            missing in it; before anything is written.
    """
    notes, stretches = _read(source, Instant(clock.read().wall - _LATELY))
    if not any(note.span.length for note in notes):
        raise BadInput("import.no_windows")
    if not stretches and not without_presence:
        raise BadInput("import.no_presence")
    windows = tuple(one_at_a_time(notes))
    presence = presence_of(stretches or (Attended(note.span, there=True) for note in windows))
    privacy = store.read(lambda books: read_rules(books).privacy)
    done = Imported()
    for visits, stays in by_day(windows, presence):
        job = partial(_look, visits, stays, privacy)
        done += store.read(job) if dry_run else store.write(partial(_keep, job, recogniser)).result()
    return done


def _read(source: OtherHistory, until: Instant) -> tuple[list[Noted], list[Attended]]:
    notes: list[Noted] = []
    stretches: list[Attended] = []
    for event in source.events():
        if event.span.start >= until:
            continue
        kept = replace(event, span=Span(event.span.start, min(event.span.end, until)))
        if isinstance(kept, Noted):
            notes.append(kept)
        else:
            stretches.append(kept)
    return notes, stretches


def _look(visits: Sequence[Noted], stays: Sequence[PresenceSpan], privacy: Privacy, books: Books) -> History:
    """Return what of a day is new."""
    spans = [note.span for note in visits] + [stay.span for stay in stays]
    within = Span(min(span.start for span in spans), max(span.end for span in spans))
    recorded = [visit.span for visit in books.timeline.visits(within)]
    recorded += [stay.span for stay in books.timeline.presence(within)]
    fits: dict[Window, Window] = {}

    def fit(window: Window) -> Window:
        if window not in fits:
            fits[window] = redact(window, privacy)
        return fits[window]

    return fresh(visits, stays, recorded, fit)


def _keep(job: Callable[[Books], History], recogniser: Recogniser, books: Books) -> History:
    history = job(books)
    for note in history.visits:
        open_visit(books, recogniser, note.span.start, note.window)
        books.timeline.extend_visit(note.span.start, note.span.end)
    for stay in history.presence:
        books.timeline.put_presence(stay)
    return history
