"""Visits follow each other without gap or overlap, whatever comes and however late."""

from __future__ import annotations

from itertools import pairwise

from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.core.observation import NOTHING, PRIVATE, Window, WindowSample
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.core.visits import OpenVisit, Visit, look

windows = st.sampled_from([Window("Word", "a"), Window("Word", "b"), Window("Mail", "a"), NOTHING, PRIVATE])


def test_another_window_closes_the_visit_at_that_moment() -> None:
    first, _ = look(None, WindowSample(Instant(10), Window("Word", "a")))
    second, closed = look(first, WindowSample(Instant(25), Window("Word", "b")))
    assert closed is not None
    assert (closed.span.start, closed.span.end, closed.window.title) == (10, 25, "a")
    assert second == OpenVisit(Instant(25), Window("Word", "b"))


def test_the_same_window_goes_on() -> None:
    first, _ = look(None, WindowSample(Instant(10), NOTHING))
    assert look(first, WindowSample(Instant(99), NOTHING)) == (first, None)


@given(st.lists(st.tuples(st.integers(-5, 50), windows), min_size=1, max_size=40))
def test_visits_tile_the_time_from_the_first_sample_to_the_last(samples: list[tuple[int, Window]]) -> None:
    at, open_visit = 100, None
    closed: list[Visit] = []
    began = latest = at + samples[0][0]
    for step, window in samples:
        at += step
        latest = max(latest, at)
        open_visit, ended = look(open_visit, WindowSample(Instant(at), window))
        closed.extend([ended] if ended else [])
        assert open_visit.window == window
    assert open_visit is not None
    spans = [*(visit.span for visit in closed), open_visit.until(Instant(latest)).span]
    assert spans[0].start == began
    assert spans[-1].end == latest
    assert all(left.end == right.start for left, right in pairwise(spans))
    assert all(visit.span.length for visit in closed)
