"""Recording into the real store: every second is accounted for, private titles never are, no clock doubles time."""

from __future__ import annotations

from collections.abc import Iterator
from concurrent.futures import Future
from itertools import pairwise
from pathlib import Path

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.clock import FakeClock
from tests.services.office import open_store
from tests.services.recording_desk import MAIL, VAULT, WORD, Desk, everything
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.core.instants import HOUR, MINUTE, SECOND
from wisestep_desktop.core.observation import NOTHING, Window
from wisestep_desktop.core.redaction import Privacy, exclusions
from wisestep_desktop.core.timekeeping import TOLERANCE
from wisestep_desktop.services import preferences
from wisestep_desktop.services.capture import PAUSED_UNTIL, Rules
from wisestep_desktop.services.timeline import RowState


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    store = open_store(tmp_path)
    yield Desk(store, FakeClock())
    store.close()


def test_every_second_is_accounted_for(desk: Desk) -> None:
    desk.look(WORD)
    desk.work(90 * SECOND)
    desk.look(MAIL)
    desk.work(1_234)
    desk.look(WORD)
    desk.work(10 * SECOND)
    desk.recorder.close()
    assert desk.seconds() == {"Lease.docx": 100, "Inbox": 1.234}
    assert desk.presence() == [("active", 101.234)]
    assert [(visit.window.title, visit.span.length) for visit, _ in desk.closed] == [
        ("Lease.docx", 90_000),
        ("Inbox", 1_234),
        ("Lease.docx", 10_000),
    ]


def test_going_away_is_back_dated_to_the_last_touch(desk: Desk) -> None:
    desk.look(WORD)
    desk.work(60 * SECOND)
    desk.work(10 * MINUTE, hands=False)
    desk.idle = 0
    desk.work(30 * SECOND)
    desk.recorder.close()
    assert desk.presence() == [("active", 60), ("away", 605), ("active", 25)]
    assert desk.seconds() == {"Lease.docx": 85}


def test_a_private_window_that_renames_itself_is_kept_each_time_for_the_watcher_does_not_tick_then(desk: Desk) -> None:
    desk.recorder.window(Window("KeePass", "one"))
    for number in range(10):
        desk.clock.advance(2 * SECOND)
        desk.recorder.window(Window("KeePass", f"entry {number}"))
    desk.store.write(lambda _books: None).result()
    assert desk.presence() == [("active", 20)]


def test_lock_counts_at_once_and_an_unlock_is_a_person(desk: Desk) -> None:
    desk.look(WORD)
    desk.work(20 * SECOND)
    desk.recorder.locked(locked=True)
    desk.work(60 * SECOND, hands=False)
    desk.recorder.locked(locked=False)
    desk.work(5 * SECOND)
    desk.recorder.close()
    assert desk.presence() == [("active", 20), ("locked", 60), ("active", 5)]
    assert desk.seconds() == {"Lease.docx": 25}


def test_sleep_is_nobodys_time(desk: Desk) -> None:
    desk.look(WORD)
    desk.work(20 * SECOND)
    desk.recorder.suspending()
    desk.clock.sleep(2 * HOUR)
    desk.recorder.tick(0)  # asked at once on waking; the touch may be one from before
    desk.work(10 * SECOND)
    desk.recorder.close()
    assert desk.presence() == [("active", 20), ("asleep", 7_200), ("away", 5), ("active", 5)]
    assert desk.seconds() == {"Lease.docx": 25}


def test_sleep_that_nobody_announced_is_found_by_the_clocks(desk: Desk) -> None:
    desk.look(WORD)
    desk.clock.sleep(8 * HOUR)
    desk.recorder.tick(0)  # a watcher asks before each window
    desk.look(MAIL)
    desk.work(10 * SECOND)
    desk.recorder.close()
    assert sum(row.row.worked for row in desk.day().rows) == 5 * SECOND  # from the first touch after waking


def test_a_clock_set_back_an_hour_loses_and_doubles_nothing(desk: Desk) -> None:
    desk.look(WORD)
    desk.work(30 * MINUTE)
    desk.clock.set_wall(desk.clock.read().wall - HOUR)
    desk.work(30 * MINUTE)
    desk.look(MAIL)
    desk.work(30 * MINUTE)
    desk.recorder.close()
    visits, presence = everything(desk)
    assert not any(left.end > right.start for left, right in pairwise(visits))
    assert not any(left.end > right.start for left, right in pairwise(presence))
    assert sum(span.length for span in visits) == 90 * MINUTE == sum(span.length for span in presence)


def test_a_restart_after_the_clock_was_set_back_does_not_write_over_the_past(desk: Desk) -> None:
    desk.look(WORD)
    desk.work(HOUR)
    desk.recorder.close()
    desk.store.write(lambda _books: None).result()
    desk.clock.set_wall(desk.clock.read().wall - HOUR // 2)
    desk.start()
    desk.look(MAIL)
    desk.work(10 * MINUTE)
    desk.recorder.close()
    visits, _ = everything(desk)
    assert [span.length for span in visits] == [HOUR, 10 * MINUTE]
    assert visits[0].end <= visits[1].start


def test_a_private_window_is_time_and_nothing_more(desk: Desk) -> None:
    desk.look(WORD)
    desk.work(10 * SECOND)
    desk.look(VAULT)
    desk.work(20 * SECOND)
    desk.look(Window("Mail", "Re: DIVORCE papers", "divorce.pdf"))
    desk.work(5 * SECOND)
    desk.look(WORD)
    desk.recorder.close()
    day = desk.day()
    assert {row.state: row.row.worked for row in day.rows} == {
        RowState.OPEN: 10 * SECOND,
        RowState.PRIVATE: 25 * SECOND,
    }
    assert day.totals.private == 25 * SECOND
    private = [visit for visit, _ in desk.closed if visit.window.private]
    assert {(visit.window.title, visit.window.application, visit.window.document) for visit in private} == {
        ("", "", None)
    }
    texts = desk.store.read(lambda books: [window.title for _, window in books.timeline.windows(None, 99)])
    assert texts == ["Lease.docx"]


def test_new_rules_judge_the_window_in_front_at_once(desk: Desk) -> None:
    desk.look(MAIL)
    desk.work(10 * SECOND)
    desk.rules = Rules(180_000, Privacy(exclusions(("Mail",), ())))
    desk.store.write(lambda books: preferences.change(books, "privacy.excluded_applications", "Mail")).result()
    desk.recorder.heed()
    desk.work(5 * SECOND)
    desk.recorder.close()
    assert {row.state.value: row.row.worked // SECOND for row in desk.day().rows} == {"open": 10, "private": 5}


def test_rules_that_another_program_changed_hold_within_two_checkpoints(desk: Desk) -> None:
    desk.look(MAIL)
    desk.work(10 * SECOND)
    desk.rules = Rules(180_000, Privacy(exclusions(("Mail",), ())))
    desk.store.write(lambda books: preferences.change(books, "privacy.excluded_applications", "Mail")).result()
    for _ in range(4):  # nobody tells the recorder; its own writes do
        desk.work(5 * SECOND)
        desk.store.write(lambda _books: None).result()
    desk.recorder.close()
    told = {row.state.value: row.row.worked // SECOND for row in desk.day().rows}
    assert sum(told.values()) == 30
    assert told["private"] >= 10


def test_a_pause_is_nobodys_time_and_what_comes_after_counts(desk: Desk) -> None:
    desk.look(WORD)
    desk.work(10 * SECOND)
    desk.recorder.pause()
    assert (desk.recorder.state().paused, desk.recorder.state().recording) == (True, False)
    desk.look(MAIL)
    desk.work(60 * SECOND)
    desk.recorder.resume()
    assert desk.recorder.state().recording
    desk.work(5 * SECOND)
    desk.recorder.close()
    assert desk.seconds() == {"Lease.docx": 10, "Inbox": 5}
    assert desk.day().totals.away == 60 * SECOND


def test_a_pause_that_a_wrong_clock_named_ends_with_the_program(desk: Desk) -> None:
    now = desk.clock.read().wall
    for until, paused in ((now + 20 * HOUR, True), (now + 400 * 24 * HOUR, False), (now - HOUR, False)):
        desk.store.write(lambda books, at=until: books.settings.put_fact(PAUSED_UNTIL, str(at))).result()
        assert desk.start().state().paused is paused


def test_the_display_goes_away(desk: Desk) -> None:
    desk.look(WORD)
    desk.work(7 * SECOND)
    desk.clock.advance(1_500)
    desk.recorder.lost("capture.display_lost")
    assert desk.ended == 1
    state = desk.recorder.state()
    assert (state.recording, state.trouble) == (False, "capture.display_lost")
    desk.recorder.close()
    assert desk.seconds() == {"Lease.docx": 8.5}


def test_a_bare_desktop_is_a_window_too(desk: Desk) -> None:
    desk.look(NOTHING)
    desk.work(5 * SECOND)
    desk.recorder.close()
    assert desk.seconds() == {"": 5}


def test_a_window_left_open_for_weeks_is_still_there_on_the_last_day(desk: Desk) -> None:
    desk.look(WORD)
    desk.recorder.locked(locked=True)
    for _ in range(10):
        desk.clock.advance(24 * HOUR)
        desk.recorder.tick(0)
    desk.recorder.locked(locked=False)
    desk.work(30 * SECOND)
    desk.recorder.close()
    assert desk.seconds() == {"Lease.docx": 30}


def test_facts_outlive_a_store_that_is_closed_for_a_while(tmp_path: Path) -> None:
    """What cannot be written is held and written later; nothing is lost and nothing comes twice."""
    store = open_store(tmp_path)
    clock = FakeClock()
    flaky = Refusing(store)
    desk = Desk(flaky, clock)  # type: ignore[arg-type]
    desk.look(WORD)
    desk.work(10 * SECOND)
    flaky.refuses = True
    desk.look(MAIL)
    desk.work(20 * SECOND)
    assert desk.recorder.state().trouble == "store.disk_full"
    assert desk.recorder.state().held > 0
    flaky.refuses = False
    desk.look(WORD)
    desk.work(5 * SECOND)
    desk.recorder.close()
    assert desk.seconds() == {"Lease.docx": 15, "Inbox": 20}
    state = desk.recorder.state()
    assert (state.trouble, state.held, state.lost) == (None, 0, 0)
    store.close()


class Refusing:
    """The real store, which for a while says that the disk is full."""

    def __init__(self, store: SqlStore) -> None:
        self._store, self.refuses = store, False
        self.read = store.read

    def write(self, job: object) -> Future[object]:
        from wisestep_desktop.core.errors import StoreError  # noqa: PLC0415

        if self.refuses:
            failed: Future[object] = Future()
            failed.set_exception(StoreError("store.disk_full"))
            return failed
        future = self._store.write(job)  # type: ignore[arg-type]
        future.exception()
        return future


# Anything at any time -------------------------------------------------------------------------------------------

steps = st.lists(
    st.one_of(
        st.tuples(st.just("look"), st.sampled_from([WORD, MAIL, VAULT, NOTHING])),
        st.tuples(st.just("work"), st.integers(1, 400_000)),
        st.tuples(st.just("idle"), st.integers(1, 900_000)),
        st.tuples(st.just("lock"), st.booleans()),
        st.tuples(st.just("sleep"), st.integers(1, 5 * HOUR)),
        st.tuples(st.just("set"), st.integers(-2 * HOUR, 2 * HOUR)),
        st.tuples(st.just("pause"), st.booleans()),
        st.tuples(st.just("restart"), st.none()),
    ),
    max_size=25,
)


@given(steps=steps)
@settings(max_examples=80)
def test_whatever_happens_time_adds_up(
    steps: list[tuple[str, object]], tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = open_store(tmp_path_factory.mktemp("timeline"))
    try:
        desk = Desk(store, FakeClock())
        check(desk, play(desk, steps), sum(what in {"sleep", "set"} for what, _ in steps))
    finally:
        store.close()


def play(desk: Desk, steps: list[tuple[str, object]]) -> int:
    """Do everything; return the milliseconds that the computer was awake and recording."""
    lived = 0
    for what, value in steps:
        if what in {"work", "idle"} and isinstance(value, int) and desk.recorder.state().recording:
            lived += value
        match what, value:
            case "look", Window() as window:
                desk.look(window)
            case "work", int(millis):
                desk.work(millis)
            case "idle", int(millis):
                desk.work(millis, hands=False)
            case "lock", bool(locked):
                desk.recorder.locked(locked=locked)
            case "sleep", int(millis):
                desk.clock.sleep(millis)
            case "set", int(millis):
                desk.clock.set_wall(desk.clock.read().wall + millis)
            case "pause", True:
                desk.recorder.pause()
            case "pause", False:
                desk.recorder.resume()
            case _:
                desk.recorder.close()
                desk.store.write(lambda _books: None).result()
                desk.start()
    desk.recorder.close()
    return lived


def check(desk: Desk, lived: int, steps_of_the_clock: int) -> None:
    visits, presence = everything(desk)
    for spans in (visits, presence):
        assert not any(left.end > right.start for left, right in pairwise(spans))
        assert abs(sum(span.length for span in visits) - lived) <= TOLERANCE * steps_of_the_clock
    totals = desk.day().totals
    assert totals.elapsed == totals.active + totals.private + totals.possible + totals.away
    assert min(totals.active, totals.private, totals.away) >= 0
