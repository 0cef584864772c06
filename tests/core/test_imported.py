"""Another tracker's overlapping notes become one history: no second twice, none lost, none over what is recorded."""

from __future__ import annotations

import itertools

from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.core.imported import (
    DAY,
    Attended,
    Noted,
    by_day,
    fresh,
    one_at_a_time,
    presence_of,
    worked_millis,
)
from wisestep_desktop.core.observation import PRIVATE, Window
from wisestep_desktop.core.presence import Presence
from wisestep_desktop.core.spans import Instant, Span, intersect, merge, subtract, total

WINDOWS = [Window("Word", name) for name in "abc"]
spans = st.tuples(st.integers(0, 60), st.integers(0, 40)).map(
    lambda told: Span(Instant(told[0]), Instant(told[0] + told[1]))
)
notes = st.lists(st.builds(Noted, spans, st.sampled_from(WINDOWS)), max_size=12)
attended = st.lists(st.builds(Attended, spans, st.booleans()), max_size=10)


def in_front(told: list[Noted], at: int) -> Window | None:
    """Say by brute force what was in front: of those that hold, the one that came last."""
    held = [(note.span.start, number) for number, note in enumerate(told) if Instant(at) in note.span]
    return told[max(held)[1]].window if held else None


@given(notes)
def test_at_each_instant_the_window_that_came_last_is_in_front(told: list[Noted]) -> None:
    found = tuple(one_at_a_time(told))
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(found))
    assert all(note.span.length for note in found)
    for at in range(105):
        assert in_front(list(found), at) == in_front(told, at)


@given(attended)
def test_who_was_there(told: list[Attended]) -> None:
    found = presence_of(told)
    assert all(one.span.end <= other.span.start for one, other in itertools.pairwise(found))
    for at in map(Instant, range(105)):
        holds = [each.there for each in told if at in each.span]
        [said] = [stay.presence for stay in found if at in stay.span] or [None]
        assert said is (None if not holds else Presence.ACTIVE if any(holds) else Presence.AWAY)


@given(notes, attended, st.lists(spans, max_size=6))
def test_nothing_new_lies_over_what_is_recorded_and_a_second_time_there_is_nothing_new(
    told: list[Noted], stretches: list[Attended], recorded: list[Span]
) -> None:
    windows, presence = tuple(one_at_a_time(told)), presence_of(stretches)
    history = fresh(windows, presence, recorded, lambda window: window)
    new = [note.span for note in history.visits]
    assert merge(new) == subtract((note.span for note in windows), recorded)
    assert total(new) == total(merge(new))
    assert intersect((stay.span for stay in history.presence), recorded) == ()
    assert total(new) + history.known == total(note.span for note in windows)
    assert worked_millis(history) <= total(new)
    after = [*recorded, *new, *(stay.span for stay in history.presence)]
    again = fresh(windows, presence, after, lambda window: window)
    assert (again.visits, again.presence) == ((), ())


def test_what_must_not_be_kept_is_one_bare_stretch() -> None:
    told = [Noted(Span(Instant(n), Instant(n + 1)), window) for n, window in enumerate(WINDOWS)]
    history = fresh(told, (), (), lambda _window: PRIVATE)
    assert history.visits == (Noted(Span(Instant(0), Instant(3)), PRIVATE),)


@given(st.lists(st.tuples(st.integers(0, 3 * DAY), st.integers(1, 2 * DAY)), max_size=6))
def test_days_are_parted_and_nothing_is_lost(told: list[tuple[int, int]]) -> None:
    windows = tuple(one_at_a_time([Noted(Span(Instant(a), Instant(a + n)), WINDOWS[0]) for a, n in told]))
    presence = presence_of(Attended(note.span, there=True) for note in windows)
    dealt = list(by_day(windows, presence))
    assert merge(n.span for notes, _ in dealt for n in notes) == merge(note.span for note in windows)
    assert merge(s.span for _, stays in dealt for s in stays) == merge(stay.span for stay in presence)
    for visits, stays in dealt:
        assert len({each.span.start // DAY for each in (*visits, *stays)}) == 1
        assert len({(each.span.end - 1) // DAY for each in (*visits, *stays)}) == 1
