"""A recorder over a real store, and hands that use the computer: days of an attorney in a few lines."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from datetime import date

from tests.fakes.clock import FakeClock
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.core.instants import SECOND, local_date
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.presence import Presence
from wisestep_desktop.core.redaction import Privacy, exclusions
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.core.visits import Visit
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services.capture import Recorder, Rules
from wisestep_desktop.services.matching import Recogniser
from wisestep_desktop.services.timeline import Day, read_day

RULES = Rules(
    180_000,
    Privacy(exclusions(("KeePass",), ("*divorce*",))),
    reading=frozenset({"reader"}),
    meetings=frozenset({"zoom"}),
)
WORD, MAIL, VAULT = Window("Word", "Lease.docx"), Window("Mail", "Inbox"), Window("KeePass", "all passwords")


class Desk:
    """A recorder over a real store, and hands that use the computer."""

    def __init__(self, store: SqlStore, clock: FakeClock) -> None:
        self.store, self.clock = store, clock
        self.closed: list[tuple[Visit, Presence]] = []
        self.ended = 0
        self.idle = 0
        self.rules = RULES
        self.recogniser = Recogniser()
        self.read_rules: Callable[[Books], Rules] = lambda _books: self.rules
        self.recorder = self.start()

    def start(self) -> Recorder:
        self.recorder = Recorder(
            self.store,
            self.clock,
            self.recogniser,
            self.read_rules,
            closed=lambda visit, presence: self.closed.append((visit, presence)),
            ended=self._end,
        )
        return self.recorder

    def _end(self) -> None:
        self.ended += 1

    def look(self, window: Window) -> None:
        self.recorder.window(window)

    def work(self, millis: int, *, hands: bool = True) -> None:
        """Let time pass with a tick every five seconds, as a watcher tells it."""
        while millis:
            step = min(millis, 5 * SECOND)
            millis -= step
            self.clock.advance(step)
            self.idle = 0 if hands else self.idle + step
            self.recorder.tick(self.idle)

    def day(self, day: date | None = None) -> Day:
        self.store.write(lambda _books: None).result()
        now = self.clock.read().wall
        return self.store.read(
            lambda books: read_day(books, day or local_date(now, self.clock.zone()), self.clock.zone())
        )

    def seconds(self) -> dict[str, float]:
        found: Counter[str] = Counter()
        for row in self.day().rows:
            found[row.window.title] += row.row.worked
        return {title: millis / SECOND for title, millis in found.items()}

    def presence(self) -> list[tuple[str, float]]:
        return [(stay.presence.value, stay.span.length / SECOND) for stay in self.day().presence]


def everything(desk: Desk) -> tuple[list[Span], list[Span]]:
    desk.store.write(lambda _books: None).result()
    ever = Span(Instant(0), Instant(4_000_000_000_000))
    return desk.store.read(
        lambda books: (
            [visit.span for visit in books.timeline.visits(ever)],
            [stay.span for stay in books.timeline.presence(ever)],
        )
    )
