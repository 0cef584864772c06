"""What an entry is made of, and what it says in figures."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.core.entries import Charge, Draft, Part, figures, only_date, parts_of
from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.ids import EntryId, MatterId, RowId, TitleId
from wisestep_desktop.core.rows import TimeRow
from wisestep_desktop.core.spans import Instant, Span

DAY = date(2026, 3, 16)


def span(start: int, end: int) -> Span:
    return Span(Instant(start), Instant(end))


def row(name: str, title: int | None, *spans: Span, entry: int | None = None) -> TimeRow:
    return TimeRow(
        RowId(name),
        Instant(0),
        None if title is None else TitleId(title),
        spans,
        None if entry is None else EntryId(entry),
    )


@given(st.lists(st.integers(1, 3_600_000), max_size=20), st.integers(0, 3_600_000))
def test_worked_seconds_are_rounded_once_and_not_for_each_part(lengths: list[int], by_hand: int) -> None:
    parts = tuple(Part(TitleId(1), span(0, length)) for length in lengths)
    draft = Draft(DAY, "UTC", MatterId(1), parts=parts, by_hand=by_hand)
    assert abs(draft.worked_seconds * 1_000 - sum(lengths) - by_hand) <= 500


@pytest.mark.parametrize(
    ("charge", "billed"),
    [(Charge.BILL, "0.10"), (Charge.NO_CHARGE, "0.10"), (Charge.HIDE, "0.10"), (Charge.NON_BILLABLE, "0.00")],
)
def test_two_minutes_at_six_bill_a_tenth_unless_non_billable(charge: Charge, billed: str) -> None:
    told = figures(Draft(DAY, "UTC", MatterId(1), charge=charge, by_hand=120_000), unit=360)
    assert (told.worked_seconds, told.worked_hours, told.billed_hours) == (120, Decimal("0.03"), Decimal(billed))


@given(st.integers(0, 10**6), st.integers(0, 86_400), st.sampled_from(Charge))
def test_nobody_bills_less_than_was_worked_but_by_choice(worked: int, unit: int, charge: Charge) -> None:
    told = figures(Draft(DAY, "UTC", None, charge=charge, by_hand=worked * 1_000), unit=unit)
    assert told.worked_seconds == worked
    if charge is Charge.NON_BILLABLE:
        assert (told.billed_seconds, told.billed_hours) == (0, 0)
    else:
        assert told.billed_seconds >= worked
        assert told.billed_hours >= told.worked_hours


@given(st.integers(0, 10**5), st.none() | st.integers(0, 10**5), st.integers(0, 3_600), st.integers(1, 100))
def test_what_the_person_puts_in_is_billed_unweighted_and_in_whole_steps(
    worked: int, put_in: int | None, unit: int, weighting: int
) -> None:
    draft = Draft(DAY, "UTC", None, by_hand=worked * 1_000, billed=put_in)
    told = figures(draft, unit=unit, weighting=weighting)
    assert told.worked_seconds == worked, "what was worked is never touched"
    wanted = -(-worked * weighting // 100) if put_in is None else put_in
    assert told.weighted_seconds == wanted
    assert 0 <= told.billed_seconds - wanted < max(1, unit)
    assert unit < 2 or told.billed_seconds % unit == 0
    free = figures(replace(draft, charge=Charge.NON_BILLABLE), unit=unit, weighting=weighting)
    assert (free.billed_seconds, free.weighted_seconds) == (0, 0)


def test_parts_are_every_stretch_of_the_rows_in_order_of_time() -> None:
    parts = parts_of([row("b", 2, span(50, 60), span(90, 95)), row("a", 1, span(10, 20))])
    assert [(part.title, part.span.start, part.span.end) for part in parts] == [(1, 10, 20), (2, 50, 60), (2, 90, 95)]


@pytest.mark.parametrize(
    ("bad", "code"),
    [(row("p", None, span(0, 1)), "row.private"), (row("t", 1, span(0, 1), entry=4), "row.taken")],
)
def test_private_and_taken_rows_make_no_entry(bad: TimeRow, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        parts_of([row("a", 1, span(0, 5)), bad])
    assert refused.value.code == code


def test_an_entry_has_one_date() -> None:
    assert only_date([(RowId("a"), DAY), (RowId("b"), DAY)]) == DAY
    for days, code in ([], "rows.none"), ([(RowId("a"), DAY), (RowId("b"), date(2026, 3, 17))], "rows.several_days"):
        with pytest.raises(BadInput, match=code):
            only_date(days)
