"""The algebra of spans against the plainest model there is: the set of milliseconds."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.core.spans import Instant, Span, cut, gaps, intersect, merge, subtract, total

small = st.integers(0, 40)
spans = st.tuples(small, small).map(lambda pair: Span(Instant(min(pair)), Instant(max(pair))))
many = st.lists(spans, max_size=8)


def milliseconds(*given_spans: Span) -> set[int]:
    return {at for span in given_spans for at in range(span.start, span.end)}


def is_tidy(found: tuple[Span, ...]) -> bool:
    """Sorted, disjoint, not touching, none empty."""
    return all(span.length for span in found) and all(left.end < right.start for left, right in pairwise(found))


def test_a_span_cannot_end_before_it_starts() -> None:
    with pytest.raises(ValueError, match="before it starts"):
        Span(Instant(5), Instant(4))


def test_a_span_holds_its_start_and_not_its_end() -> None:
    span = Span(Instant(3), Instant(5))
    assert [at in span for at in map(Instant, range(2, 7))] == [False, True, True, False, False]


@given(many)
def test_merge_holds_the_same_milliseconds_tidily(given_spans: list[Span]) -> None:
    merged = merge(given_spans)
    assert milliseconds(*merged) == milliseconds(*given_spans)
    assert is_tidy(merged)
    assert total(merged) == len(milliseconds(*given_spans))


@given(many, many)
def test_intersect_and_subtract_share_out_every_millisecond(left: list[Span], right: list[Span]) -> None:
    shared, rest = intersect(left, right), subtract(left, right)
    assert milliseconds(*shared) == milliseconds(*left) & milliseconds(*right)
    assert milliseconds(*rest) == milliseconds(*left) - milliseconds(*right)
    assert total(shared) + total(rest) == total(merge(left))
    assert is_tidy(shared)
    assert is_tidy(rest)


@given(many, spans)
def test_gaps_are_what_nobody_covers(given_spans: list[Span], within: Span) -> None:
    assert milliseconds(*gaps(given_spans, within)) == milliseconds(within) - milliseconds(*given_spans)


@given(spans, st.lists(small, max_size=6).map(sorted))
def test_pieces_add_up_to_what_was_cut(span: Span, at: list[int]) -> None:
    marks = [Instant(mark) for mark in at]
    pieces = cut(span, marks)
    assert pieces[0].start == span.start
    assert pieces[-1].end == span.end
    assert all(left.end == right.start for left, right in pairwise(pieces))
    assert {piece.start for piece in pieces[1:]} == {mark for mark in marks if span.start < mark < span.end}


@given(spans, spans)
def test_a_clip_is_shared_or_nothing(left: Span, right: Span) -> None:
    part = left.clip(right)
    assert milliseconds(*([part] if part else [])) == milliseconds(left) & milliseconds(right)
    assert part is None or part.length
