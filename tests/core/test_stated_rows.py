"""What a person states and cuts: every moment is still in one row at most, and in the row it ought to be in."""

from __future__ import annotations

from collections import Counter
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.core.ids import EntryId, TitleId
from wisestep_desktop.core.instants import HOUR, MINUTE, hour_start
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.presence import Presence, PresenceSpan, Proof
from wisestep_desktop.core.rows import EntryPart, TitleVisit, rows_of
from wisestep_desktop.core.spans import Instant, Span, total
from wisestep_desktop.core.stated import (
    OFF_SCREEN,
    Gap,
    Occupation,
    Stated,
    Timer,
    gaps_of,
    occupation_of,
    off_screen,
    until,
)

STEP = 5 * MINUTE
TICK = MINUTE // 2
NINE = Instant(1_780_000_200_000 // HOUR * HOUR)
WITHIN = Span(NINE, Instant(NINE + 30 * STEP))
UTC = ZoneInfo("UTC")
Owner = tuple[int | None, int | None] | None


def spans(first: int, lengths: list[int]) -> list[Span]:
    made, at = [], NINE + first * STEP
    for length in lengths:
        made.append(Span(Instant(at), Instant(at + length * STEP)))
        at += length * STEP
    return made


lengths = st.lists(st.integers(1, 5), max_size=8)
titles = st.none() | st.integers(1, 3).map(TitleId)


@st.composite
def days(
    draw: st.DrawFn,
) -> tuple[list[TitleVisit], list[PresenceSpan], list[EntryPart], list[Stated], dict[TitleId, list[Instant]]]:
    visits = [TitleVisit(span, draw(titles)) for span in spans(draw(st.integers(-3, 5)), draw(lengths))]
    presence = [
        PresenceSpan(span, draw(st.sampled_from(Presence))) for span in spans(draw(st.integers(-3, 5)), draw(lengths))
    ]
    stated = []
    for span in spans(draw(st.integers(-3, 9)), draw(lengths)):
        occupation = draw(st.sampled_from(Occupation))
        bare = occupation in (Occupation.BREAK, Occupation.PRIVATE)
        if draw(st.booleans()):
            stated.append(Stated(span, occupation, None if bare else draw(st.integers(2, 5).map(TitleId))))
    parts = [
        EntryPart(EntryId(draw(st.integers(1, 3))), draw(st.integers(1, 5).map(TitleId)), span)
        for span in spans(draw(st.integers(-3, 9)), draw(lengths))
        if draw(st.booleans())
    ]
    cuts: dict[TitleId, list[Instant]] = {}
    for title in draw(st.sets(st.integers(1, 5).map(TitleId), max_size=3)):
        at = draw(st.sets(st.integers(-2, 32), max_size=3))
        cuts[title] = sorted(Instant(NINE + each * STEP // 2) for each in at)
    return visits, presence, parts, stated, cuts


def at_most_one(found: list[Span], at: int) -> Span | None:
    return next((span for span in found if Instant(at) in span), None)


def owner(
    at: int, visits: list[TitleVisit], there: list[Span], parts: list[EntryPart], stated: list[Stated]
) -> tuple[bool, int | None, int | None]:
    """Say in words of one moment whose it is: (is it in a row, of which title, of which entry)."""
    claim = next((part for part in parts if Instant(at) in part.span), None)
    seen = next((visit.title for visit in visits if Instant(at) in visit.span), "nothing")
    present = at_most_one(there, at) is not None
    said = next((each for each in stated if Instant(at) in each.span and each.occupation is not Occupation.BREAK), None)
    if claim is not None:
        backed = (present and seen == claim.title) or (said is not None and said.title == claim.title)
        return (True, claim.title, claim.entry) if backed else (False, None, None)
    if said is not None:
        return (True, None if present and seen is None else said.title, None)
    if present and seen != "nothing":
        return (True, seen, None)  # type: ignore[return-value]
    return (False, None, None)


@given(days())
def test_entries_and_private_windows_outrank_what_is_stated_and_that_outranks_what_was_captured(
    made: tuple[list[TitleVisit], list[PresenceSpan], list[EntryPart], list[Stated], dict[TitleId, list[Instant]]],
) -> None:
    visits, presence, parts, stated, cuts = made
    rows = rows_of(visits, presence, parts, within=WITHIN, zone=UTC, stated=stated, cuts=cuts)
    found = Counter(
        (at, row.title, row.entry) for row in rows for span in row.spans for at in range(span.start, span.end, TICK)
    )
    there = [stay.span for stay in presence if stay.counts]
    told = ((*owner(at, visits, there, parts, stated), at) for at in range(WITHIN.start, WITHIN.end, TICK))
    wanted = Counter((at, title, entry) for held, title, entry, at in told if held)
    assert found == wanted
    assert len({row.id for row in rows}) == len(rows)
    for row in rows:
        since = max(
            [
                hour_start(row.span.start, UTC),
                *(c for c in cuts.get(row.title or TitleId(0), ()) if c <= row.span.start),
            ]
        )
        assert row.since == since
        assert not any(row.span.start < c < row.span.end for c in cuts.get(row.title or TitleId(0), ()))


def stay(first: int, last: int, presence: Presence = Presence.ACTIVE, proof: Proof | None = None) -> PresenceSpan:
    return PresenceSpan(Span(Instant(NINE + first * MINUTE), Instant(NINE + last * MINUTE)), presence, proof)


def minutes(first: int, last: int) -> Span:
    return Span(Instant(NINE + first * MINUTE), Instant(NINE + last * MINUTE))


def test_gaps_are_absences_between_activity_that_nobody_accounted_for() -> None:
    presence = [
        stay(0, 30),
        stay(30, 90, Presence.AWAY),
        stay(90, 100),
        stay(100, 112, Presence.PRESENT, Proof.READING),
        stay(112, 120),
        stay(120, 124, Presence.LOCKED),
        stay(124, 130),
        stay(130, 200, Presence.ASLEEP),
    ]
    assert gaps_of(presence, [], shortest=5 * MINUTE) == (
        Gap(minutes(30, 90)),
        Gap(minutes(100, 112), possible=True),
    ), "what is short, and what follows the last activity, is not asked about"
    assert gaps_of(presence, [minutes(40, 60)], shortest=5 * MINUTE)[:2] == (
        Gap(minutes(30, 40)),
        Gap(minutes(60, 90)),
    )
    assert gaps_of(presence, [minutes(210, 220)], shortest=5 * MINUTE)[-1] == Gap(minutes(130, 200))
    assert gaps_of([], [], shortest=0) == ()


def test_a_timer_does_not_run_while_the_computer_sleeps() -> None:
    timer = Timer(Instant(NINE), Occupation.CALL, TitleId(4))
    presence = [stay(10, 20, Presence.ASLEEP), stay(20, 30, Presence.LOCKED)]
    counted = until(timer, Instant(NINE + 40 * MINUTE), presence)
    assert [each.span for each in counted] == [minutes(0, 10), minutes(20, 40)]
    assert all(each.timed and each.title == 4 for each in counted)
    assert until(timer, Instant(NINE), presence) == ()
    assert total(each.span for each in until(timer, Instant(NINE - 5), [])) == 0


def test_off_screen_work_is_told_from_windows() -> None:
    for occupation in OFF_SCREEN:
        assert occupation_of(off_screen(occupation, "Call with J. Marlow")) is occupation
    assert occupation_of(Window("Microsoft Word", "@call.docx")) is None
    assert occupation_of(Window("@something", "x")) is None
