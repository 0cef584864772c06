"""What was recorded and is not durable yet: kept in memory in order, within a bound, until the disk takes it."""

from __future__ import annotations

import threading
from collections import deque
from collections.abc import Callable
from concurrent.futures import Future
from concurrent.futures import TimeoutError as NotYetError
from dataclasses import dataclass, replace

from wisestep_desktop.core.errors import StoreError, WiseStepError
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.presence import PresenceSpan
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.ports.capture import SignalHealth
from wisestep_desktop.ports.store import Books, Store
from wisestep_desktop.services.matching import Recogniser

MOST_HELD = 50_000
"""Facts held while the disk refuses: a day and more of window changes and checkpoints."""

FORGOTTEN_UNTIL = "recording.forgotten_until"
"""Fact: the instant before which nothing that is still held may be written any more."""


@dataclass(frozen=True, slots=True)
class Opened:
    """A visit began."""

    start: Instant
    window: Window


@dataclass(frozen=True, slots=True)
class Extended:
    """A visit lasted until ``end`` at least."""

    start: Instant
    end: Instant


@dataclass(frozen=True, slots=True)
class Attended:
    """A presence lasted for ``span`` at least."""

    stay: PresenceSpan


@dataclass(frozen=True, slots=True)
class Ailed:
    """A signal was not well for ``span`` at least."""

    span: Span
    health: SignalHealth


Fact = Opened | Extended | Attended | Ailed


def after(fact: Fact, floor: Instant) -> Fact | None:
    """Return what of a fact may still be written once everything before ``floor`` was forgotten."""
    match fact:
        case Opened(start) | Extended(start):
            return fact if start >= floor else None
        case Attended(stay):
            span = Span(max(stay.span.start, floor), stay.span.end) if stay.span.end >= floor else None
            return None if span is None else Attended(replace(stay, span=span))
        case Ailed():
            return fact


def open_visit(books: Books, recogniser: Recogniser, start: Instant, window: Window) -> None:
    """Begin a visit under a title that speaks of the same matters: a mark in one may be a number in another."""
    title = books.timeline.open_visit(start, window)
    if title is not None and not recogniser.says_the_same(title.window, window):
        title = books.timeline.open_visit(start, window, exactly=True)
    if title is not None:
        recogniser.settle(books, title)


class Held:
    """Facts on their way to the disk. Safe from any thread.

    Args:
        store: where they go.
        recogniser: asked once per title.
        told: called on the writer thread after each attempt.
        heeds: called on the writer thread inside the transaction, before anything is written; returns the instant
            before which everything is forgotten.
    """

    def __init__(
        self,
        store: Store,
        recogniser: Recogniser,
        told: Callable[[], None],
        heeds: Callable[[Books], Instant],
    ) -> None:
        self._store = store
        self._recogniser = recogniser
        self._told = told
        self._heeds = heeds
        self._facts: deque[Fact] = deque()
        self._lock = threading.Lock()
        self._last: Future[int] | None = None
        self.lost = 0
        self.trouble: str | None = None

    def __len__(self) -> int:
        with self._lock:
            return len(self._facts)

    def add(self, fact: Fact) -> None:
        """Hold a fact; beyond the bound it is counted as lost."""
        with self._lock:
            if len(self._facts) >= MOST_HELD:
                self.lost += 1
                return
            self._facts.append(fact)

    def write(self) -> None:
        """Ask the writer to write whatever is held by then."""
        if self._facts:
            self._last = self._store.write(self._write)
            self._last.add_done_callback(self._written)

    def settle(self, seconds: float) -> None:
        """Wait until what was asked for is written or refused, ``seconds`` at most."""
        if self._last is not None:
            try:
                self._last.exception(timeout=seconds)
            except NotYetError:
                return  # the disk is slow: what is held stays held

    def _write(self, books: Books) -> int:
        floor = self._heeds(books)
        with self._lock:
            facts = tuple(self._facts)
        for fact in facts:
            kept = after(fact, floor)
            if kept is not None:
                self._put(books, kept)
        return len(facts)

    def _put(self, books: Books, fact: Fact) -> None:
        match fact:
            case Opened(start, window):
                open_visit(books, self._recogniser, start, window)
            case Extended(start, end):
                books.timeline.extend_visit(start, end)
            case Attended(stay):
                books.timeline.put_presence(stay)
            case Ailed(span, health):
                books.timeline.put_ailment(span, health)

    def _written(self, done: Future[int]) -> None:
        """Forget what is durable now; on trouble keep holding, the next event tries again."""
        error = done.exception()
        if error is None:
            with self._lock:
                for _ in range(done.result()):
                    self._facts.popleft()
            self.trouble = None
        else:
            self.trouble = error.code if isinstance(error, StoreError | WiseStepError) else "store.failed"
        self._told()
