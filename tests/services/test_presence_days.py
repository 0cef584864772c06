"""Whole days of presence, by name: what other trackers get wrong. Over the real recorder and the real store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC, date, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.fakes.clock import FakeClock
from tests.services.office import open_store
from tests.services.recording_desk import MAIL, WORD, Desk, everything
from wisestep_desktop.core.instants import HOUR, MINUTE, SECOND
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.presence import LONGEST_CALL
from wisestep_desktop.core.spans import total
from wisestep_desktop.ports.capture import Health, SignalHealth, SignalName
from wisestep_desktop.services.timeline import Mark

BRIEF = Window("Reader", "Brief.pdf")
OTHER = Window("Reader", "Other.pdf")
CALL = Window("Zoom", "Zoom Meeting")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    store = open_store(tmp_path)
    yield Desk(store, FakeClock())
    store.close()


def counted(desk: Desk) -> float:
    """Return the seconds that count as worked, whatever they are called."""
    desk.recorder.close()
    totals = desk.day().totals
    return (totals.active + totals.private) / SECOND


# Sleep and lock ---------------------------------------------------------------------------------------------------


def test_a_lid_closed_overnight_is_nobodys_time(desk: Desk) -> None:
    """Twelve hours, in which the computer wakes a few times for its own business, as modern ones do."""
    desk.look(WORD)
    desk.work(30 * MINUTE)
    desk.recorder.suspending()
    for _ in range(8):
        desk.clock.sleep(90 * MINUTE)
        desk.idle += 90 * MINUTE
        desk.recorder.tick(desk.idle)  # asked at once on waking, as the watcher does
        desk.work(20 * SECOND, hands=False)
        desk.recorder.suspending()
    desk.clock.sleep(5 * MINUTE)
    desk.recorder.locked(locked=True)
    desk.work(10 * SECOND, hands=False)
    desk.recorder.locked(locked=False)
    desk.work(10 * MINUTE)
    desk.recorder.close()
    assert desk.day().totals.active == 40 * MINUTE
    visits, _ = everything(desk)
    assert total(visits) == 40 * MINUTE + 8 * 20 * SECOND + 10 * SECOND  # the window was there, nobody looked


def test_a_lid_closed_overnight_without_a_word_from_the_system_is_found_by_the_clocks(desk: Desk) -> None:
    desk.look(WORD)
    desk.work(10 * MINUTE)
    desk.clock.sleep(12 * HOUR)
    desk.idle += 12 * HOUR
    desk.work(5 * MINUTE)
    assert counted(desk) == pytest.approx(15 * 60, abs=5)


def test_a_computer_that_wakes_by_itself_where_idle_stands_still_in_sleep_counts_nothing(desk: Desk) -> None:
    """X11 does not count sleep as idle: after each wake-up the last touch seems to be seconds ago."""
    desk.look(WORD)
    desk.work(10 * MINUTE)
    for _ in range(20):
        desk.clock.sleep(30 * MINUTE)
        desk.recorder.tick(desk.idle)
        desk.work(90 * SECOND, hands=False)
    assert counted(desk) == pytest.approx(600, abs=5)


def test_a_pause_that_ends_behind_a_locked_screen_finds_nobody(desk: Desk) -> None:
    desk.look(WORD)
    desk.work(MINUTE)
    desk.recorder.pause(desk.clock.read().wall + 15 * MINUTE)  # type: ignore[arg-type]
    desk.recorder.locked(locked=True)
    desk.work(40 * MINUTE)
    desk.recorder.locked(locked=False)
    desk.work(MINUTE)
    assert counted(desk) == pytest.approx(120, abs=5)
    assert [state for state, _ in desk.presence()] == ["active", "locked", "active"]


def test_a_suspend_during_a_call_ends_the_call(desk: Desk) -> None:
    desk.look(CALL)
    desk.work(2 * MINUTE)
    desk.recorder.microphone(frozenset({"zoom"}))
    desk.work(20 * MINUTE, hands=False)
    desk.recorder.suspending()
    desk.clock.sleep(3 * HOUR)
    desk.idle += 3 * HOUR
    desk.work(30 * MINUTE, hands=False)  # awake by itself, the meeting still open, nobody there
    assert counted(desk) == pytest.approx(22 * 60, abs=5)
    assert [state for state, _ in desk.presence()] == ["active", "present", "asleep", "away"]


def test_a_lock_for_lunch_is_away_at_once_even_in_a_call(desk: Desk) -> None:
    desk.look(CALL)
    desk.recorder.microphone(frozenset({"zoom"}))
    desk.work(10 * MINUTE)
    desk.recorder.locked(locked=True)
    desk.work(45 * MINUTE, hands=False)
    desk.recorder.locked(locked=False)
    desk.work(5 * MINUTE)
    assert counted(desk) == 15 * 60
    assert desk.presence() == [("active", 600), ("locked", 2_700), ("active", 300)]


# Reading ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("minutes", [4, 14, 16, 19])
def test_reading_a_brief_is_possible_work_whole_without_a_cliff(desk: Desk, minutes: int) -> None:
    desk.look(BRIEF)
    desk.work(MINUTE)
    desk.work(minutes * MINUTE, hands=False)
    desk.work(MINUTE)
    assert counted(desk) == pytest.approx(120, abs=10)  # offered, never counted by itself
    told = desk.day()
    assert told.totals.possible == pytest.approx(minutes * MINUTE, abs=10 * SECOND)
    assert told.totals.away == 0
    assert [(stay.presence, stay.proof) for stay in told.presence] == [
        ("active", None),
        ("present", "reading"),
        ("active", None),
    ]


def test_a_brief_opened_by_the_last_touch_is_what_was_read(desk: Desk) -> None:
    """A double click, a moment until the window comes, and then only reading."""
    desk.look(MAIL)
    desk.work(MINUTE)
    desk.clock.advance(2 * SECOND)
    desk.recorder.tick(2 * SECOND)
    desk.look(BRIEF)
    desk.idle = 2 * SECOND
    desk.work(14 * MINUTE, hands=False)
    desk.work(MINUTE)
    desk.recorder.close()
    assert desk.day().totals.possible == pytest.approx(14 * MINUTE, abs=10 * SECOND)


def test_a_lid_shut_over_a_brief_is_no_reading(desk: Desk) -> None:
    desk.look(BRIEF)
    desk.work(MINUTE)
    desk.clock.advance(2 * SECOND)
    desk.recorder.display(on=False)
    desk.idle = 2 * SECOND
    desk.work(10 * MINUTE, hands=False)
    desk.recorder.display(on=True)
    desk.work(MINUTE)
    desk.recorder.close()
    assert desk.day().totals.possible == 0


def test_longer_than_anybody_reads_is_away(desk: Desk) -> None:
    desk.look(BRIEF)
    desk.work(MINUTE)
    desk.work(25 * MINUTE, hands=False)
    desk.work(MINUTE)
    desk.recorder.close()
    assert desk.day().totals.possible == 0


@pytest.mark.parametrize("after", [OTHER, MAIL, WORD])
def test_another_document_on_return_is_no_reading(desk: Desk, after: Window) -> None:
    desk.look(BRIEF)
    desk.work(MINUTE)
    desk.work(10 * MINUTE, hands=False)
    desk.look(after)  # it came to the front by itself
    desk.work(MINUTE)
    desk.recorder.close()
    assert desk.day().totals.possible == 0


def test_a_program_in_which_nobody_reads_proves_nothing(desk: Desk) -> None:
    desk.look(WORD)
    desk.work(MINUTE)
    desk.work(10 * MINUTE, hands=False)
    desk.work(MINUTE)
    desk.recorder.close()
    assert desk.day().totals.possible == 0


def test_nobody_reads_a_dark_screen(desk: Desk) -> None:
    desk.look(BRIEF)
    desk.work(MINUTE)
    desk.work(8 * MINUTE, hands=False)
    desk.recorder.display(on=False)
    desk.work(2 * MINUTE, hands=False)
    desk.recorder.display(on=True)
    desk.work(MINUTE)
    desk.recorder.close()
    assert desk.day().totals.possible == 0


def test_a_screen_that_goes_dark_at_once_is_a_lid_that_was_shut(desk: Desk) -> None:
    desk.look(BRIEF)
    desk.work(MINUTE)
    desk.recorder.display(on=False)
    desk.work(2 * MINUTE, hands=False)
    assert counted(desk) == 60


# Calls ------------------------------------------------------------------------------------------------------------


def test_a_call_of_fifty_minutes_without_a_touch_counts(desk: Desk) -> None:
    desk.look(CALL)
    desk.work(MINUTE)
    desk.recorder.microphone(frozenset({"zoom"}))
    desk.work(50 * MINUTE, hands=False)
    desk.recorder.tick(0)  # hanging up takes a click
    desk.recorder.microphone(frozenset())
    desk.work(MINUTE)
    assert counted(desk) == pytest.approx(52 * 60, abs=5)
    assert desk.presence() == [("active", 60), ("present", 3_000), ("active", 60)]


def test_a_microphone_in_the_hands_of_dictation_is_no_call(desk: Desk) -> None:
    desk.look(CALL)
    desk.work(MINUTE)
    desk.recorder.microphone(frozenset({"dragon"}))
    desk.work(50 * MINUTE, hands=False)
    assert counted(desk) == pytest.approx(60, abs=5)


def test_after_hanging_up_the_rest_is_away(desk: Desk) -> None:
    desk.look(CALL)
    desk.recorder.microphone(frozenset({"ZOOM.exe"}))
    desk.work(30 * MINUTE, hands=False)
    desk.recorder.microphone(frozenset())
    desk.work(30 * MINUTE, hands=False)
    assert counted(desk) == 30 * 60


def test_a_meeting_left_open_overnight_is_no_work(desk: Desk) -> None:
    desk.look(CALL)
    desk.recorder.microphone(frozenset({"zoom"}))
    desk.work(10 * HOUR, hands=False)
    assert counted(desk) == pytest.approx(LONGEST_CALL / SECOND, abs=5)


# Clocks -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("step", [-HOUR, -10 * MINUTE, 10 * MINUTE, HOUR])
def test_a_clock_set_back_or_forward_neither_loses_nor_doubles_work(desk: Desk, step: int) -> None:
    desk.look(WORD)
    desk.work(30 * MINUTE)
    desk.clock.set_wall(desk.clock.read().wall + step)
    desk.work(30 * MINUTE)
    # A step forward looks like a sleep until the next touch is heard of.
    assert counted(desk) == pytest.approx(60 * 60, abs=5 if step > 0 else 0)


@pytest.mark.parametrize(
    ("zone", "night", "hours"),
    [
        ("Australia/Sydney", date(2026, 4, 5), 25),
        ("Australia/Sydney", date(2026, 10, 4), 23),
        ("America/New_York", date(2026, 3, 8), 23),
        ("America/New_York", date(2026, 11, 1), 25),
        ("Australia/Lord_Howe", date(2026, 4, 5), 24.5),
    ],
)
def test_nights_on_which_the_clocks_change_add_up(tmp_path: Path, zone: str, night: date, hours: float) -> None:
    midnight = datetime(night.year, night.month, night.day, tzinfo=ZoneInfo(zone)).astimezone(UTC)
    store = open_store(tmp_path)
    desk = Desk(store, FakeClock(int(midnight.timestamp()) * 1_000, zone))
    desk.look(WORD)
    desk.work(int(hours * HOUR))
    desk.recorder.close()
    told = desk.day(night)
    assert told.totals.elapsed == told.totals.active == hours * HOUR
    assert all(row.row.worked <= HOUR for row in told.rows)
    store.close()


def test_a_zone_changed_in_flight_moves_no_second(desk: Desk) -> None:
    """From London to Sydney with the laptop at work: the instants stay, only the names of the days differ."""
    desk.look(WORD)
    desk.work(4 * HOUR)
    desk.clock.travel("Australia/Sydney")
    desk.look(MAIL)
    desk.work(4 * HOUR)
    desk.recorder.close()
    days = [desk.day(date(2026, 3, day)) for day in (2, 3)]
    assert sum(day.totals.active for day in days) == 8 * HOUR
    visits, presence = everything(desk)
    assert total(visits) == total(presence) == 8 * HOUR


# What to look at before believing it ------------------------------------------------------------------------------


def test_hours_in_one_window_without_a_break_are_pointed_out(desk: Desk) -> None:
    desk.look(WORD)
    desk.work(2 * HOUR + MINUTE)
    desk.look(MAIL)
    desk.work(2 * HOUR - MINUTE)
    desk.recorder.close()
    marked = {row.window.title for row in desk.day().rows if Mark.LONG_RUN in row.marks}
    assert marked == {"Lease.docx"}


def test_two_hours_with_a_pause_in_between_are_nothing_unusual(desk: Desk) -> None:
    desk.look(WORD)
    desk.work(70 * MINUTE)
    desk.work(10 * MINUTE, hands=False)
    desk.work(70 * MINUTE)
    desk.recorder.close()
    assert not any(row.marks for row in desk.day().rows)


def test_hours_recorded_while_titles_were_blank_are_marked(desk: Desk) -> None:
    well = SignalHealth(SignalName.TITLES, Health.WORKS)
    blank = SignalHealth(SignalName.TITLES, Health.DEGRADED, "capture.blank_titles")
    off = SignalHealth(SignalName.MICROPHONE, Health.OFF, "capture.no_microphone")
    desk.recorder.health((well, off))
    desk.look(WORD)
    desk.work(10 * MINUTE)
    desk.recorder.health((blank, off))
    desk.look(MAIL)
    desk.work(10 * MINUTE)
    desk.recorder.health((well, off))
    desk.look(WORD)
    desk.work(HOUR)
    desk.recorder.close()
    told = desk.day()
    assert {row.window.title for row in told.rows if Mark.DEGRADED in row.marks} == {"Inbox"}
    assert [(each.health.reason, each.span.length) for each in told.ailments] == [("capture.blank_titles", 10 * MINUTE)]


# The last moment ---------------------------------------------------------------------------------------------------


def test_what_was_recorded_is_durable_before_the_computer_sleeps_or_the_session_ends(
    desk: Desk, tmp_path: Path
) -> None:
    """The writer is busy with something slow, and still nothing is promised before it is kept."""
    held: list[str] = []
    desk.look(WORD)
    desk.work(7 * SECOND)
    desk.store.write(lambda _books: held.append("slow"))
    desk.recorder.suspending()
    assert held == ["slow"]
    assert desk.recorder.state().held == 0
    copy = tmp_path / "as it is on the disk now"
    copy.mkdir()
    for file in tmp_path.glob("timeline.db*"):
        (copy / file.name).write_bytes(file.read_bytes())
    other = open_store(copy)
    until = other.read(lambda books: books.timeline.recorded_until())
    other.close()
    assert until == desk.clock.read().wall
    desk.recorder.close()
