"""A window that renames itself without end costs a bounded number of titles, and the last name is always told."""

from __future__ import annotations

from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.core.blankness import STILL_THERE, SUSPICIOUS, Blankness, look
from wisestep_desktop.core.observation import NOTHING, PRIVATE, Window
from wisestep_desktop.core.renames import BURST, REFILL, Renames, overdue, take


def spin(millis: int, every: int, start: Renames | None = None) -> tuple[Renames, list[str]]:
    """Let one window rename itself, and give it every chance to be told late."""
    renames, told = start or Renames(), []
    for now in range(0, millis, every):
        renames, window = take(renames, Window("Player", f"{now} s"), now)
        told += [window.title] if window else []
        renames, late = overdue(renames, now)
        told += [late.title] if late else []
    return renames, told


def test_a_hundred_renames_a_second_for_a_minute_are_about_one_a_second() -> None:
    _, told = spin(60_000, 10)
    assert len(told) <= BURST + 60_000 // REFILL + 1


def test_the_last_name_is_told_at_last() -> None:
    renames, told = spin(5_000, 10)
    assert renames.due is not None
    _, late = overdue(renames, renames.due)
    assert late == Window("Player", "4990 s")
    assert told[-1] != "4990 s"


def test_who_works_at_a_human_pace_is_told_at_once() -> None:
    renames = Renames()
    for number in range(200):
        window = Window("Word", f"Letter {number}.docx")
        renames, told = take(renames, window, number * 1_500)
        assert told == window
        assert renames.due is None


def test_another_program_in_front_is_told_at_once_whatever_went_before() -> None:
    renames, _ = spin(5_000, 10)
    renames, told = take(renames, Window("Word", "Lease.docx"), 5_000)
    assert told == Window("Word", "Lease.docx")
    assert renames.waiting is None


@given(st.lists(st.tuples(st.integers(0, 2_000), st.sampled_from("abc"), st.sampled_from("xyz")), max_size=60))
def test_what_is_told_last_is_what_is_in_front_once_nothing_waits(steps: list[tuple[int, str, str]]) -> None:
    renames, now, last = Renames(), 0, NOTHING
    for step, application, title in steps:
        now += step
        window = Window(application, title)
        renames, told = take(renames, window, now)
        last = told or last
        assert (renames.waiting or renames.told) == window
    if renames.due is not None:
        renames, told = overdue(renames, renames.due)
        last = told or last
    assert steps == [] or last == Window(*steps[-1][1:])


# Titles that went blank -------------------------------------------------------------------------------------------


def use(windows: list[Window], idle: int | None = 0, step: int = 5_000) -> Blankness:
    state, now = Blankness(), 0
    for window in windows:
        state = look(state, window, idle, now)
        now += step
    return state


def test_programs_without_a_single_title_are_noticed_within_a_minute() -> None:
    assert SUSPICIOUS < 60_000
    assert use([Window("Word", "")] * 12).blank


def test_one_title_is_proof_that_titles_work() -> None:
    assert not use([*[Window("Word", "")] * 12, Window("Mail", "Inbox")]).blank
    assert not use([*[Window("Word", "")] * 12, PRIVATE]).blank


def test_a_bare_desktop_or_an_absent_person_says_nothing() -> None:
    assert not use([NOTHING] * 50).blank
    assert not use([Window("Word", "")] * 50, idle=STILL_THERE + 1).blank
    assert not use([Window("Word", "")] * 50, idle=None).blank
