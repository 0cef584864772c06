"""A desktop that never rests, recorded for real: the work stays bounded and no second is lost."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Iterator
from dataclasses import dataclass
from itertools import pairwise
from pathlib import Path

import pytest

from tests.desktop import RealWindow, real_window
from tests.fakes.sink import RecordingSink
from tests.services.office import open_store
from tests.watching import x11_watcher
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.adapters.system.clock import SystemClock
from wisestep_desktop.core.renames import BURST
from wisestep_desktop.core.rows import TitleVisit
from wisestep_desktop.core.spans import Instant, Span, total
from wisestep_desktop.services.capture import Recorder, Rules
from wisestep_desktop.services.matching import Recogniser

pytestmark = pytest.mark.display
EVER = Span(Instant(0), Instant(4_000_000_000_000))


@dataclass
class Recording:
    """A real desktop recorded into a real store."""

    store: SqlStore
    screen: str

    @contextlib.contextmanager
    def run(self) -> Iterator[Recorder]:
        recorder = Recorder(self.store, SystemClock(), Recogniser(), lambda _books: Rules())
        watcher = x11_watcher(self.screen)
        with contextlib.closing(watcher):
            watcher.start(recorder)
            yield recorder
        recorder.close()
        self.store.write(lambda _books: None).result()

    def visits(self) -> list[TitleVisit]:
        return list(self.store.read(lambda books: books.timeline.visits(EVER)))

    def titles(self) -> list[str]:
        visits = self.visits()
        known = self.store.read(lambda books: books.timeline.titles(visit.title for visit in visits if visit.title))
        return [known[visit.title].window.title for visit in visits if visit.title]


@pytest.fixture
def recording(tmp_path: Path, screen: str) -> Iterator[Recording]:
    store = open_store(tmp_path)
    yield Recording(store, screen)
    store.close()


def seamless(visits: list[TitleVisit]) -> bool:
    """Tell whether each visit begins where the one before it ended."""
    return all(left.span.end == right.span.start for left, right in pairwise(visits))


def until_recorded(recording: Recording, title: str) -> None:
    """Wait until a title is in the store; each look is a transaction of its own."""
    deadline = time.monotonic() + 20
    while title not in recording.titles():
        assert time.monotonic() < deadline, f"{title} was never recorded"


def test_a_thousand_focus_changes_lose_no_second(recording: Recording) -> None:
    with (
        real_window(recording.screen, "Lease", "Word") as lease,
        real_window(recording.screen, "Inbox", "Mail") as mail,
    ):
        with recording.run():
            until_recorded(recording, "Inbox")
            began = time.time_ns() // 1_000_000
            for _ in range(500):
                lease.ask_front()
                mail.ask_front()
            lease.retitle("Lease, at the end")
            lease.activate()
            until_recorded(recording, "Lease, at the end")
        elapsed = time.time_ns() // 1_000_000 - began
        visits = recording.visits()
    assert seamless(visits)
    assert total(visit.span for visit in visits) >= elapsed - 1_000
    assert len(visits) >= 20  # what came and went between two looks leaves no trace, and no gap either
    assert set(recording.titles()) <= {"", "Lease", "Inbox", "Lease, at the end"}


def test_a_window_that_renames_itself_without_end_costs_little_and_loses_nothing(recording: Recording) -> None:
    with real_window(recording.screen, "Player", "Player") as player:
        with recording.run():
            until_recorded(recording, "Player")
            began = time.monotonic()
            renames = 0
            while time.monotonic() - began < 3 or renames < 300:
                player.retitle(f"Player {renames}")
                renames += 1
            lasted = time.monotonic() - began
            player.retitle("Player, at rest")
            until_recorded(recording, "Player, at rest")
        visits = recording.visits()
    assert renames / lasted > 100
    assert seamless(visits)
    assert len(recording.titles()) <= BURST + lasted + 6


def test_another_window_in_the_middle_of_a_storm_is_told_soon(screen: str) -> None:
    sink = RecordingSink()
    watcher = x11_watcher(screen)
    with (
        contextlib.closing(watcher),
        real_window(screen, "Lease", "Word") as lease,
        real_window(screen, "Player", "Player") as player,
    ):
        watcher.start(sink)
        sink.wait_title("Player")
        for number in range(200):
            player.retitle(f"Player {number}")
        lease.activate()
        sink.wait_title("Lease")
        assert isinstance(lease, RealWindow)
    assert sink.titles()[-1] in {"Lease", "", "Player 199"}
