"""A firm of three matters, a store with a recogniser over it, and what a person says of a day's rows."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from datetime import UTC, date
from pathlib import Path
from typing import TypeVar

from tests.fakes.clock import MONDAY
from tests.services.office import open_store
from wisestep_desktop.core.ids import MatterId, TitleId
from wisestep_desktop.core.instants import HOUR, MINUTE
from wisestep_desktop.core.matching import Match
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.presence import Presence, PresenceSpan
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import learning, verdicts
from wisestep_desktop.services.matching import Recogniser
from wisestep_desktop.services.timeline import Day, DayRow, read_day

T = TypeVar("T")
ONE, TWO, THREE = MatterId(10482), MatterId(10483), MatterId(10484)
FIRM = (
    Matter(ONE, "Marlow v Hartley Shipping", "HS-2026/014", clients=("Marlow, Jane",)),
    Matter(TWO, "Wattle Lease", "LS-9/2"),
    Matter(THREE, "Estate of O'Brien"),
)
NOW = Instant(MONDAY + 8 * HOUR)
DAY = date(2026, 3, 2)


class Firm:
    """A store with a recogniser over it, and a day that is filled window by window."""

    def __init__(self, folder: Path, matters: Iterable[Matter] = FIRM) -> None:
        self.folder = folder
        self.store = open_store(folder)
        self.recogniser = Recogniser()
        self.at = MONDAY
        self.put(*matters)

    def close(self) -> None:
        self.store.close()

    def write(self, job: Callable[[Books], T]) -> T:
        return self.store.write(job).result()

    def put(self, *matters: Matter) -> None:
        self.write(lambda books: books.matters.put_matters(matters))

    def see(self, *titles: str | Window, minutes: int = 5, settled: bool = False) -> None:
        """Let windows be in front one after the other; ``settled`` as the recorder does, read at once."""

        def job(books: Books) -> None:
            for title in titles:
                window = title if isinstance(title, Window) else Window("Word", title)
                end = Instant(self.at + minutes * MINUTE)
                found = books.timeline.open_visit(self.at, window)
                if settled and found is not None:
                    self.recogniser.settle(books, found)
                books.timeline.extend_visit(self.at, end)
                books.timeline.put_presence(PresenceSpan(Span(self.at, end), Presence.ACTIVE))
                self.at = end

        self.write(job)

    def rematch(self) -> int:
        return self.recogniser.rematch(self.store)

    def kept(self) -> dict[TitleId, Match]:
        def job(books: Books) -> dict[TitleId, Match]:
            numbers = [title for title, _ in books.timeline.windows(None, 10_000)]
            return {number: title.match for number, title in books.timeline.titles(numbers).items()}

        return self.store.read(job)

    def afresh(self) -> dict[TitleId, Match]:
        """Return what somebody says who never read anything before; but what had a matter that is closed keeps it."""
        other, kept = Recogniser(), self.kept()
        self.store.read(other.refresh)

        def job(books: Books) -> dict[TitleId, Match]:
            said = {title: other.match(window) for title, window in books.timeline.windows(None, 10_000)}
            closed = {each.id for each in books.matters.matters() if each.is_hidden(closed_too=False)}
            mute = [title for title, match in said.items() if match.assigned is None]
            return said | {title: kept[title] for title in mute if kept[title].assigned in closed}

        return self.store.read(job)

    def meant(self) -> dict[str, int | None]:
        """Return what each title is assigned to in the store."""

        def job(books: Books) -> dict[str, int | None]:
            numbers = [title for title, _ in books.timeline.windows(None, 10_000)]
            return {each.window.title: each.match.assigned for each in books.timeline.titles(numbers).values()}

        return self.store.read(job)

    def day(self) -> Day:
        return self.store.read(lambda books: read_day(books, DAY, UTC))

    def row(self, title: str) -> DayRow:
        [found] = [row for row in self.day().rows if row.window.title == title]
        return found

    def said(self, title: str) -> list[int]:
        return [each.matter for each in self.row(title).match.candidates]

    def accept(self, title: str, matter: MatterId | None = None, at: Instant = NOW) -> learning.Offer | None:
        row = self.row(title)
        return self.write(lambda books: verdicts.accept(books, self.recogniser, [row], matter, at))

    def reject(self, title: str, at: Instant = NOW) -> int:
        row = self.row(title)
        return self.write(lambda books: verdicts.reject(books, self.recogniser, [row], at))

    def lessons(self) -> dict[tuple[str, str, int], tuple[float, float]]:
        known = self.store.read(lambda books: books.learning.lessons())
        return {(each.trait.value, each.key, each.matter): (each.accepted, each.refused) for each in known}
