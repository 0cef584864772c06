"""The rows around a row suggest; they never put a matter on it, and leave alone what is decided."""

from __future__ import annotations

from collections.abc import Iterable, Iterator, Sequence
from pathlib import Path

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.clock import MONDAY, FakeClock
from tests.services.office import open_store
from tests.services.recording_desk import Desk
from wisestep_desktop.core.context import NEAR, PAGE_NEAR, Neighbour, Surroundings, suggested
from wisestep_desktop.core.ids import MatterId, RowId
from wisestep_desktop.core.instants import MINUTE
from wisestep_desktop.core.matching import ASSIGN, MOST_CANDIDATES, NO_MATCH, Candidate, Evidence, Kind, Match
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.services import review
from wisestep_desktop.services.timeline import DayRow, TaggedBy

ONE, TWO = MatterId(10482), MatterId(10483)
CLIENT = Evidence(Kind.CLIENT, "Marlow", 0, 6)
NOTES, SCAN = Window("Notes", "untitled"), Window("Reader", "scan0001.pdf", "/scans/scan0001.pdf")


def around(
    window: Window, spans: Sequence[Span], day: Iterable[Neighbour], lately: Iterable[MatterId] = ()
) -> dict[MatterId, float]:
    return Surroundings(day, lately).speak_for(window, spans)


def at(start: int, end: int) -> tuple[Span, ...]:
    return (Span(Instant(start), Instant(end)),)


def near(window: Window, gap: int, other: Window) -> dict[MatterId, float]:
    """Return what a row says whose matter is ONE and that ended ``gap`` milliseconds before."""
    return around(window, at(10_000_000, 10_060_000), [Neighbour(ONE, other, at(1_000, 10_000_000 - gap))])


def test_a_row_nearby_suggests_its_matter_to_one_that_says_nothing() -> None:
    found = suggested(NO_MATCH, near(NOTES, NEAR, Window("Word", "Marlow.docx")))
    assert found.assigned is None
    assert [each.matter for each in found.candidates] == [ONE]
    assert [find.kind for find in found.candidates[0].evidence] == [Kind.CONTEXT]


def test_a_row_far_away_suggests_nothing() -> None:
    for gap in (NEAR + 1, PAGE_NEAR, 5_000_000):
        assert suggested(NO_MATCH, near(NOTES, gap, Window("Word", "Marlow.docx"))) == NO_MATCH


def test_a_page_of_actionstep_is_heard_further_and_says_more() -> None:
    page = Window("Google Chrome", "10482 - Marlow v Hartley - Actionstep - Google Chrome")
    closer, further, too_far = (near(NOTES, gap, page)[ONE] for gap in (NEAR, PAGE_NEAR, PAGE_NEAR + 1))
    assert closer == further > near(NOTES, NEAR, Window("Word", "Marlow.docx"))[ONE] > too_far
    assert suggested(NO_MATCH, near(NOTES, PAGE_NEAR, page)).candidates[0].matter == ONE
    assert suggested(NO_MATCH, near(NOTES, PAGE_NEAR + 1, page)) == NO_MATCH


def test_the_same_document_suggests_at_any_distance() -> None:
    far = near(SCAN, 9_000_000, Window("Editor", "scan0001", SCAN.document))
    assert suggested(NO_MATCH, far).candidates[0].matter == ONE
    assert suggested(NO_MATCH, near(SCAN, 9_000_000, Window("Editor", "scan0001", "/scans/other.pdf"))) == NO_MATCH


def test_the_same_program_and_document_say_more_than_being_near() -> None:
    plain = near(SCAN, 0, Window("Word", "x"))[ONE]
    program = near(SCAN, 0, Window("Reader", "x"))[ONE]
    document = near(SCAN, 0, Window("Word", "x", SCAN.document))[ONE]
    both = near(SCAN, 0, Window("Reader", "x", SCAN.document))[ONE]
    assert plain < program < document < both


def test_saying_it_in_many_rows_says_no_more() -> None:
    rows = [Neighbour(ONE, Window("Word", str(number)), at(9_000_000, 9_990_000)) for number in range(50)]
    assert around(NOTES, at(10_000_000, 10_060_000), rows) == around(NOTES, at(10_000_000, 10_060_000), rows[:1])


def test_a_row_on_both_sides_is_near_on_either() -> None:
    before, later = Neighbour(ONE, NOTES, at(0, 1_000)), Neighbour(ONE, NOTES, at(50_000, 60_000))
    between = at(20_000, 30_000)
    assert (
        around(NOTES, between, [before]) == around(NOTES, between, [later]) == around(NOTES, between, [before, later])
    )


def test_a_title_with_a_hint_and_a_row_nearby_say_more_together() -> None:
    hint = Match(None, (Candidate(ONE, 0.4, (Evidence(Kind.CLIENT, "Jane", 0, 4),)),))
    found = suggested(hint, {ONE: 1.0, TWO: 0.5})
    assert [each.matter for each in found.candidates] == [ONE]
    assert found.candidates[0].p > 0.4
    assert [find.kind for find in found.candidates[0].evidence] == [Kind.CLIENT, Kind.CONTEXT]


def test_a_row_nearby_of_another_matter_makes_a_hint_less_likely() -> None:
    hint = Match(None, (Candidate(ONE, 0.4, (Evidence(Kind.CLIENT, "Jane", 0, 4),)),))
    found = suggested(hint, {TWO: 3.0})
    assert {each.matter for each in found.candidates} == {ONE, TWO}
    assert next(each.p for each in found.candidates if each.matter == ONE) < 0.4


numbers = st.integers(1, 30).map(MatterId)
candidates = st.lists(st.tuples(numbers, st.floats(0.02, 1)), max_size=MOST_CANDIDATES, unique_by=lambda each: each[0])
contexts = st.dictionaries(numbers, st.floats(0, 3), max_size=20)


@given(candidates, contexts)
def test_context_never_assigns_nor_comes_near_it(
    some: list[tuple[MatterId, float]], context: dict[MatterId, float]
) -> None:
    whole = max(1.0, sum(p for _, p in some))
    match = Match(None, tuple(Candidate(matter, p / whole, ()) for matter, p in some))
    found = suggested(match, context)
    assert found.assigned is None
    assert len(found.candidates) <= MOST_CANDIDATES
    if context:
        assert all(0 < each.p <= ASSIGN - 0.05 + 1e-9 for each in found.candidates)
        assert [each.p for each in found.candidates] == sorted((each.p for each in found.candidates), reverse=True)


@given(contexts)
def test_what_is_decided_stays(context: dict[MatterId, float]) -> None:
    sure = Match(ONE, (Candidate(ONE, 0.99, (Evidence(Kind.ID, "10482", 0, 5),)),))
    assert suggested(sure, context) == sure


# over a whole day -----------------------------------------------------------------------------------------------

LEASE = Window("Word", "Marlow v Hartley - Lease.docx - Word")
PAGE = Window("Google Chrome", "10483 - Wattle Lease - Actionstep - Google Chrome")


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    store = open_store(tmp_path)
    matters = [Matter(ONE, "Marlow v Hartley"), Matter(TWO, "Wattle Lease")]
    store.write(lambda books: books.matters.put_matters(matters)).result()
    made = Desk(store, FakeClock(MONDAY))
    store.read(made.recogniser.refresh)
    yield made
    made.recorder.close()
    store.close()


def row(desk: Desk, title: str) -> DayRow:
    [found] = [each for each in desk.day().rows if each.window.title == title]
    return found


def visit(desk: Desk, *windows: tuple[Window, int]) -> None:
    for window, minutes in windows:
        desk.look(window)
        desk.work(minutes * MINUTE)
    desk.recorder.close()


def tag(desk: Desk, number: RowId, matter: MatterId | None) -> None:
    desk.store.write(lambda books: review.tag_row(books, number, matter)).result()


def test_a_day_shows_what_the_rows_around_suggest(desk: Desk) -> None:
    visit(desk, (LEASE, 10), (NOTES, 5))
    assert row(desk, LEASE.title).matter == ONE
    found = row(desk, NOTES.title)
    assert (found.matter, found.tagged_by, found.match.assigned) == (None, None, None)
    assert [each.matter for each in found.match.candidates] == [ONE]
    assert found.match.candidates[0].evidence[0].kind is Kind.CONTEXT
    assert desk.day().totals.tagged == 10 * MINUTE
    assert ONE in desk.day().matters


def test_a_day_shows_the_matter_of_the_page_that_was_open(desk: Desk) -> None:
    visit(desk, (PAGE, 2), (Window("Mail", "Inbox"), 4), (NOTES, 5))
    assert [each.matter for each in row(desk, NOTES.title).match.candidates] == [TWO]


def test_a_day_suggests_nothing_far_from_every_matter(desk: Desk) -> None:
    visit(desk, (LEASE, 10), (Window("Mail", "Inbox"), 8), (NOTES, 5))
    assert row(desk, NOTES.title).match == NO_MATCH


def test_what_a_person_decided_hears_nothing(desk: Desk) -> None:
    visit(desk, (LEASE, 5), (NOTES, 5), (Window("Mail", "Inbox"), 1))
    for matter in (None, TWO):
        number = row(desk, NOTES.title).row.id
        tag(desk, number, matter)
        found = row(desk, NOTES.title)
        assert (found.matter, found.tagged_by, found.match) == (matter, TaggedBy.PERSON, NO_MATCH)


def test_a_tag_by_a_person_is_heard_by_the_rows_around(desk: Desk) -> None:
    visit(desk, (Window("Mail", "Inbox"), 5), (NOTES, 5))
    assert row(desk, NOTES.title).match == NO_MATCH
    tag(desk, row(desk, "Inbox").row.id, TWO)
    assert [each.matter for each in row(desk, NOTES.title).match.candidates] == [TWO]


def test_what_the_store_keeps_of_a_title_knows_no_context(desk: Desk) -> None:
    visit(desk, (LEASE, 5), (NOTES, 5))
    number = row(desk, NOTES.title).row.title
    assert number is not None
    assert row(desk, NOTES.title).match.candidates
    assert desk.store.read(lambda books: books.timeline.titles([number])[number].match) == NO_MATCH


def test_what_was_worked_on_lately_is_the_likelier_of_two_but_is_never_suggested_by_that_alone() -> None:
    two = Match(None, (Candidate(ONE, 0.3, (CLIENT,)), Candidate(TWO, 0.3, (CLIENT,))))
    found = suggested(two, around(NOTES, at(10_000_000, 10_060_000), [], [TWO]))
    assert [each.matter for each in found.candidates] == [TWO, ONE]
    assert found.assigned is None
    assert suggested(NO_MATCH, around(NOTES, at(10_000_000, 10_060_000), [], [TWO])) == NO_MATCH


somewhen = st.lists(st.integers(0, 3_000), min_size=2, max_size=6, unique=True).map(
    lambda marks: tuple(
        Span(Instant(one * 1_000), Instant(other * 1_000))
        for one, other in zip(sorted(marks)[::2], sorted(marks)[1::2], strict=False)
    )
)
neighbours = st.builds(
    Neighbour,
    matter=st.sampled_from([ONE, TWO, MatterId(7)]),
    window=st.sampled_from([NOTES, SCAN, Window("Chrome", "Matter 10482 | Actionstep")]),
    spans=somewhen,
)


@given(st.lists(neighbours, max_size=8), st.sampled_from([NOTES, SCAN]), somewhen)
def test_all_rows_of_a_day_say_together_what_each_says_alone(
    day: list[Neighbour], window: Window, spans: tuple[Span, ...]
) -> None:
    alone: dict[MatterId, float] = {}
    for each in day:
        for matter, weight in around(window, spans, [each]).items():
            alone[matter] = max(alone.get(matter, 0.0), weight)
    assert around(window, spans, day) == alone
