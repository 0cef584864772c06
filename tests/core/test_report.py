"""Reports add up: in every grouping, to the second."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.core.entries import Charge, Draft, Entry, figures
from wisestep_desktop.core.ids import ActivityTypeId, EntryId, MatterId
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.report import Booked, By, Captured, Ledger, Sums, booked, days, goal_of, report

MONDAY = date(2026, 3, 16)
SUNDAY = MONDAY + timedelta(days=6)
dates = st.dates(MONDAY, SUNDAY)
matters = st.none() | st.integers(1, 4).map(MatterId)
drafts = st.builds(
    Draft,
    work_date=dates,
    zone=st.just("UTC"),
    matter=matters,
    activity_type=st.none() | st.integers(1, 3).map(ActivityTypeId),
    charge=st.sampled_from(Charge),
    by_hand=st.integers(0, 86_400_000),
    billed=st.none() | st.integers(0, 90_000),
)
entries = st.builds(
    Entry,
    st.integers(1, 10**6).map(EntryId),
    drafts,
    st.sampled_from(EntryState),
    billed_sent=st.none() | st.decimals(0, 24, places=2),
)
ledgers = st.builds(
    Ledger,
    st.just(MONDAY),
    st.just(SUNDAY),
    st.lists(st.builds(Captured, dates, matters, st.integers(1, 86_400))).map(tuple),
    st.tuples(st.lists(entries), st.sampled_from([0, 1, 36, 360, 900]), st.integers(1, 100)).map(
        lambda told: tuple(booked(each, each.draft.by_hand, unit=told[1], weighting=told[2]) for each in told[0])
    ),
    st.dictionaries(st.integers(1, 4).map(MatterId), st.lists(st.sampled_from(["A", "B"])).map(tuple)),
)


@given(ledgers)
def test_every_grouping_adds_up_to_the_same_total_and_no_second_is_lost(ledger: Ledger) -> None:
    made = {by: report(ledger, by) for by in By}
    for told in made.values():
        assert sum((line.sums for line in told.lines), Sums()) == told.total == made[By.MATTER].total
        assert len({line.key for line in told.lines}) == len(told.lines)
    total = made[By.DAY].total
    assert total.captured == sum(each.seconds for each in ledger.captured)
    assert total.worked == sum(each.worked for each in ledger.booked)
    assert total.billed == sum(each.billed for each in ledger.booked)
    assert total.entries == len(ledger.booked)
    assert [line.key for line in made[By.DAY].lines] == list(days(MONDAY, SUNDAY))


@given(ledgers)
def test_worked_less_what_is_given_away_plus_rounding_is_billed(ledger: Ledger) -> None:
    for by in By:
        for sums in (*(line.sums for line in report(ledger, by).lines), report(ledger, by).total):
            assert sums.worked - sums.given_away + sums.adjusted + sums.rounding == sums.billed
            assert sums.drafted + sums.delivered == sums.worked
            assert 0 <= sums.billed_sent <= sums.billed
            assert (sums.realisation is None) == (sums.worked == 0)


@given(drafts, st.sampled_from([0, 1, 36, 360]), st.integers(1, 100))
def test_a_draft_counts_as_it_would_be_sent(draft: Draft, unit: int, weighting: int) -> None:
    told = figures(draft, unit=unit, weighting=weighting)
    counted = booked(Entry(EntryId(1), draft), draft.by_hand, unit=unit, weighting=weighting)
    assert counted.worked == told.worked_seconds
    if draft.charge is Charge.BILL:
        assert (counted.weighted, counted.billed) == (told.weighted_seconds, told.billed_seconds)


def entry(seconds: int, charge: Charge = Charge.BILL, sent: str | None = None, matter: int = 1) -> Booked:
    draft = Draft(MONDAY, "UTC", MatterId(matter), charge=charge, by_hand=seconds * 1_000)
    state = EntryState.DRAFT if sent is None else EntryState.SENT
    fate = Entry(EntryId(1), draft, state, billed_sent=None if sent is None else Decimal(sent))
    return booked(fate, draft.by_hand, unit=360)


def test_two_minutes_bill_six_and_rounding_tells_four() -> None:
    total = report(Ledger(MONDAY, MONDAY, booked=(entry(120),)), By.MATTER).total
    assert (total.worked, total.billed, total.rounding, total.realisation) == (120, 360, 240, Decimal("300.0"))


@pytest.mark.parametrize("charge", [Charge.NON_BILLABLE, Charge.NO_CHARGE, Charge.HIDE])
def test_what_brings_nothing_is_given_away_and_no_rounding(charge: Charge) -> None:
    total = report(Ledger(MONDAY, MONDAY, booked=(entry(3_600, charge), entry(3_600))), By.MATTER).total
    assert (total.given_away, total.billed, total.rounding, total.realisation) == (3_600, 3_600, 0, Decimal("50.0"))


def test_what_was_sent_counts_as_it_was_sent() -> None:
    total = report(Ledger(MONDAY, MONDAY, booked=(entry(120, sent="0.25"), entry(120))), By.MATTER).total
    assert (total.billed, total.billed_sent, total.sent_hours) == (900 + 360, 900, Decimal("0.25"))


def test_weighting_and_figures_put_in_are_no_rounding() -> None:
    draft = Draft(MONDAY, "UTC", MatterId(1), by_hand=3_600_000)
    half = booked(Entry(EntryId(1), draft), draft.by_hand, unit=360, weighting=50)
    own = booked(Entry(EntryId(2), replace(draft, billed=4_000)), draft.by_hand, unit=360, weighting=50)
    total = report(Ledger(MONDAY, MONDAY, booked=(half, own)), By.MATTER).total
    assert (total.worked, total.adjusted, total.rounding, total.billed) == (7_200, -1_800 + 400, 320, 6_120)


def test_lines_come_longest_first_and_those_without_a_name_last() -> None:
    ledger = Ledger(
        MONDAY,
        MONDAY,
        (Captured(MONDAY, None, 9_000), Captured(MONDAY, MatterId(2), 100)),
        (entry(500, matter=1), entry(50, matter=3)),
    )
    assert [line.key for line in report(ledger, By.MATTER).lines] == [1, 2, 3, None]


def test_clients_of_one_matter_stand_together_so_that_nothing_counts_twice() -> None:
    ledger = Ledger(MONDAY, MONDAY, booked=(entry(60), entry(60, matter=2)), clients={MatterId(1): ("A", "B")})
    assert {line.key: line.sums.worked for line in report(ledger, By.CLIENT).lines} == {("A", "B"): 60, (): 60}


def test_the_goal_counts_monday_to_friday_up_to_today() -> None:
    goal = goal_of(Decimal("7.5"), MONDAY, SUNDAY, MONDAY + timedelta(days=2))
    assert goal is not None
    assert (goal.days, goal.seconds, goal.days_due, goal.seconds_due) == (5, 135_000, 3, 81_000)
    assert goal_of(Decimal(0), MONDAY, SUNDAY, MONDAY) is None
