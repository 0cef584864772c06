"""Rows against brute force: each present second of each visit is in exactly one row, claimed or open."""

from __future__ import annotations

from collections import Counter
from datetime import date
from zoneinfo import ZoneInfo

from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.core.ids import EntryId, TitleId
from wisestep_desktop.core.instants import HOUR, MINUTE, day_span, hour_start
from wisestep_desktop.core.presence import Presence, PresenceSpan
from wisestep_desktop.core.rows import EntryPart, TimeRow, TitleVisit, rows_of
from wisestep_desktop.core.spans import Instant, Span

STEP = 5 * MINUTE
"""Everything happens on multiples of this, so that brute force can count."""
NIGHTS = [
    (date(2026, 4, 5), "Australia/Sydney"),
    (date(2026, 10, 4), "Australia/Sydney"),
    (date(2026, 4, 5), "Australia/Lord_Howe"),
    (date(2026, 6, 1), "Asia/Kathmandu"),
    (date(2026, 3, 8), "America/Havana"),
    (date(2026, 6, 1), "UTC"),
]
lengths = st.lists(st.integers(0, 30), min_size=1, max_size=25)


def tiled(start: int, pieces: list[int]) -> list[Span]:
    spans = []
    for piece in pieces:
        spans.append(Span(Instant(start), Instant(start + piece * STEP)))
        start += piece * STEP
    return spans


@st.composite
def days(draw: st.DrawFn) -> tuple[Span, ZoneInfo, list[TitleVisit], list[PresenceSpan], list[EntryPart]]:
    day, name = draw(st.sampled_from(NIGHTS))
    zone = ZoneInfo(name)
    within = day_span(day, zone)
    first = within.start + draw(st.integers(-20, 100)) * STEP
    titles = st.none() | st.integers(1, 3).map(TitleId)
    visits = [TitleVisit(span, draw(titles)) for span in tiled(first, draw(lengths))]
    presence = [
        PresenceSpan(span, draw(st.sampled_from(Presence)))
        for span in tiled(first + draw(st.integers(-5, 5)) * STEP, draw(lengths))
    ]
    parts = []
    for visit in visits:
        if visit.title is not None and visit.span.length and draw(st.booleans()):
            end = visit.span.start + draw(st.integers(1, visit.span.length // STEP)) * STEP
            entry = EntryId(draw(st.integers(1, 3)))
            parts.append(EntryPart(entry, visit.title, Span(visit.span.start, Instant(end))))
    return within, zone, visits, presence, parts


def ticks(span: Span) -> range:
    return range(span.start, span.end, STEP)


@given(days(), st.randoms(use_true_random=False))
def test_each_present_moment_of_each_visit_is_in_exactly_one_row(
    made: tuple[Span, ZoneInfo, list[TitleVisit], list[PresenceSpan], list[EntryPart]],
    dice: object,
) -> None:
    within, zone, visits, presence, parts = made
    rows = rows_of(visits, presence, parts, within=within, zone=zone)
    there = {at for stay in presence if stay.presence is Presence.ACTIVE for at in ticks(stay.span)}
    claimed = {at: part.entry for part in parts for at in ticks(part.span)}
    wanted = Counter(
        (at, visit.title, claimed.get(at) if visit.title is not None else None)
        for visit in visits
        for at in ticks(visit.span)
        if at in there and Instant(at) in within
    )
    found = Counter((at, row.title, row.entry) for row in rows for span in row.spans for at in ticks(span))
    assert found == wanted
    dice.shuffle(visits)  # type: ignore[attr-defined]
    dice.shuffle(parts)  # type: ignore[attr-defined]
    assert rows_of(visits, presence, parts, within=within, zone=zone) == rows
    check_rows(rows, zone)


def check_rows(rows: tuple[TimeRow, ...], zone: ZoneInfo) -> None:
    assert len({row.id for row in rows}) == len(rows)
    for row in rows:
        assert row.worked == sum(span.length for span in row.spans) > 0
        assert row.span.start == row.spans[0].start
        assert {hour_start(span.start, zone) for span in row.spans} == {row.since}
        assert {hour_start(Instant(span.end - 1), zone) for span in row.spans} == {row.since}
        assert row.span.length <= HOUR
    assert list(rows) == sorted(rows, key=lambda row: (row.span.start, row.id))


def test_a_row_keeps_its_id_while_it_grows() -> None:
    start = Instant(1_780_000_200_000)
    within = Span(Instant(start - HOUR), Instant(start + HOUR))
    ids = set()
    for length in (1, 1_000, 60_000):
        visit = TitleVisit(Span(start, Instant(start + length)), TitleId(4))
        stay = PresenceSpan(Span(start, Instant(start + length)), Presence.ACTIVE)
        ids |= {row.id for row in rows_of([visit], [stay], [], within=within, zone=ZoneInfo("UTC"))}
    assert len(ids) == 1


def test_private_time_of_an_hour_is_one_row() -> None:
    start = 1_780_000_200_000 // HOUR * HOUR
    spans = tiled(start, [1, 1, 1, 1])
    visits = [TitleVisit(span, TitleId(1) if index % 2 else None) for index, span in enumerate(spans)]
    stay = PresenceSpan(Span(spans[0].start, spans[-1].end), Presence.ACTIVE)
    rows = rows_of(visits, [stay], [], within=stay.span, zone=ZoneInfo("UTC"))
    assert [(row.title, row.worked) for row in rows] == [(None, 2 * STEP), (1, 2 * STEP)]
