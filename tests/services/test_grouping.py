"""Entries made by themselves, searching all days, and edits that were overtaken: over a real store."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Sequence
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.fakes.clock import FakeClock
from tests.services.office import open_store
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.adapters.system.lists import load
from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.facts_of_work import Fact
from wisestep_desktop.core.ids import EntryId, MatterId
from wisestep_desktop.core.instants import MINUTE
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.presence import Presence, PresenceSpan
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.core.stated import Occupation
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import grouping, off_screen, review, searching
from wisestep_desktop.services.forget import forget_application, forget_last, forget_word
from wisestep_desktop.services.history import History
from wisestep_desktop.services.matching import Recogniser
from wisestep_desktop.services.review import Wish
from wisestep_desktop.services.timeline import Day, read_day
from wisestep_desktop.shell.words import resources

ZONE = ZoneInfo("Australia/Sydney")
NINE = Instant(1_773_612_000_000)  # 2026-03-16 09:00 in Sydney
TODAY = date(2026, 3, 16)
HARBOUR = MatterId(10482)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    made = open_store(tmp_path)
    made.write(lambda books: books.matters.put_matters((Matter(HARBOUR, "Harbour Holdings v Quay"),))).result()
    yield made
    made.close()


def visit(store: SqlStore, title: str, start: int, minutes: int, application: str = "Word") -> None:
    span = Span(Instant(NINE + start * MINUTE), Instant(NINE + (start + minutes) * MINUTE))

    def job(books: Books) -> None:
        books.timeline.open_visit(span.start, Window(application, title))
        books.timeline.extend_visit(span.start, span.end)
        books.timeline.put_presence(PresenceSpan(span, Presence.ACTIVE))

    store.write(job).result()


def found(store: SqlStore, text: str) -> list[str]:
    return [each.window.title for each in store.read(lambda books: searching.find(books, text, ZONE))]


def today(store: SqlStore, after: int = 600) -> Day:
    return store.read(lambda books: read_day(books, TODAY, ZONE, Instant(NINE + after * MINUTE)))


def test_search_minds_neither_accents_nor_case_nor_unfinished_words(store: SqlStore) -> None:
    visit(store, "Café Müller lease.docx", 0, 5)
    visit(store, "Lease of Unit 6.docx", 5, 9)
    for text in ("cafe", "CAFÉ", "muller", "mül", "lease cafe", "lease mull"):
        assert "Café Müller lease.docx" in found(store, text), text
    assert found(store, "lease") == ["Lease of Unit 6.docx", "Café Müller lease.docx"], "the longest of a day first"
    assert found(store, "lease caf ") == [], "a finished word is that word"
    assert found(store, '"lease" OR *') == []
    assert found(store, "") == found(store, "…") == []


def test_search_has_the_newest_day_first(store: SqlStore) -> None:
    visit(store, "Deed one.docx", -2_880, 60)
    visit(store, "Deed two.docx", 0, 2)
    assert found(store, "deed") == ["Deed two.docx", "Deed one.docx"]


def test_an_edit_that_was_overtaken_is_refused_whole(store: SqlStore) -> None:
    visit(store, "Deed one.docx", 0, 20)
    history = History(store, Recogniser())
    day = today(store)
    rows = [each.row.id for each in day.rows]
    made = history.do("draft", lambda books: review.draft_rows(books, day, rows, Wish(HARBOUR), "Australia/Sydney"))
    store.write(lambda books: review.edit(books, made, Wish(HARBOUR, narrative="written meanwhile"))).result()
    with pytest.raises(BadInput, match=r"edit\.overtaken"):
        history.undo()
    entry = today(store).entries[0]
    assert entry.draft.narrative == "written meanwhile"
    assert entry.draft.parts, "nothing is half put back"
    assert [each.row.entry for each in today(store).rows] == [made]
    assert history.undo() is None


def test_what_another_program_forgot_is_not_put_back(store: SqlStore) -> None:
    visit(store, "Deed one.docx", 0, 20)
    history = History(store, Recogniser())
    day = today(store)
    rows = [each.row.id for each in day.rows]
    made = history.do("draft", lambda books: review.draft_rows(books, day, rows, Wish(HARBOUR), "Australia/Sydney"))
    history.do("discard", lambda books: review.discard(books, made))
    store.write(lambda books: books.forgetting.word("Deed")).result()
    with pytest.raises(BadInput, match=r"edit\.overtaken"):
        history.undo()
    assert today(store).rows == today(store).entries == ()


def test_time_is_not_stated_twice_nor_ahead_of_now(store: SqlStore) -> None:
    now = Instant(NINE + 120 * MINUTE)
    first = Span(NINE, Instant(NINE + 30 * MINUTE))
    wide = Span(Instant(NINE - 10 * MINUTE), Instant(NINE + 45 * MINUTE))

    def state(span: Span) -> int:
        return sum(
            each.span.length
            for each in store.write(
                lambda books: off_screen.state(
                    books, span, Occupation.CALL, "with J. Marlow", now=now, matter=None, zone=ZONE
                )
            ).result()
        )

    assert state(first) == 30 * MINUTE
    assert state(wide) == 25 * MINUTE, "what is stated already stays as it is"
    with pytest.raises(BadInput, match=r"time\.taken"):
        state(first)
    with pytest.raises(BadInput, match=r"time\.future"):
        state(Span(now, Instant(now + MINUTE)))
    with pytest.raises(BadInput, match=r"time\.range"):
        state(Span(NINE, NINE))


def test_a_timer_that_ran_for_no_second_leaves_nothing(store: SqlStore) -> None:
    store.write(
        lambda books: off_screen.start_timer(books, Occupation.CALL, "", now=NINE, matter=None, zone=ZONE)
    ).result()
    assert store.write(lambda books: off_screen.stop_timer(books, now=NINE, zone=ZONE)).result() == ()
    with pytest.raises(BadInput, match=r"timer\.none"):
        store.write(lambda books: off_screen.stop_timer(books, now=NINE, zone=ZONE)).result()


MARLOW = MatterId(10990)
LISTS = load(resources())


def say(told: Sequence[Fact]) -> str:
    """Put facts into words, roughly."""
    return f"{len(told)} facts"


def tagged(store: SqlStore, application: str, title: str, start: int, minutes: int, matter: MatterId) -> None:
    visit(store, title, start, minutes, application)
    day = today(store)
    rows = [each.row.id for each in day.rows if each.window.title == title]
    store.write(lambda books: [review.tag_row(books, each, matter) for each in rows]).result()


def group(store: SqlStore) -> tuple[EntryId, ...]:
    scribe = grouping.Scribe(LISTS, Recogniser(), say)
    day = today(store)
    return store.write(lambda books: grouping.group_day(books, day, scribe, "Australia/Sydney")).result()


def worked(store: SqlStore) -> dict[tuple[int | None, int], int]:
    """Return the minutes of each entry, by matter and number of rows."""
    day = today(store)
    rows = {each.id: sum(row.row.entry == each.id for row in day.rows) for each in day.entries}
    return {(each.draft.matter, rows[each.id]): each.draft.worked_seconds // 60 for each in day.entries}


def test_entries_are_by_matter_and_kind_and_what_is_small_joins(store: SqlStore) -> None:
    store.write(lambda books: books.matters.put_matters((Matter(MARLOW, "Marlow Estate"),))).result()
    tagged(store, "Microsoft Word", "Deed.docx - Word", 0, 20, HARBOUR)
    tagged(store, "Microsoft Word", "Will.docx - Word", 20, 10, MARLOW)
    tagged(store, "Microsoft Outlook", "RE: terms - Message (HTML)", 30, 3, HARBOUR)
    tagged(store, "Zoom", "Zoom Meeting", 33, 2, HARBOUR)
    group(store)
    assert worked(store) == {(HARBOUR, 2): 23, (HARBOUR, 1): 2, (MARLOW, 1): 10}


def test_later_rows_go_into_the_draft_and_what_was_written_stays(store: SqlStore) -> None:
    tagged(store, "Microsoft Word", "Deed.docx - Word", 0, 20, HARBOUR)
    (made,) = group(store)
    by_itself = today(store).entries[0].draft.narrative
    assert by_itself
    tagged(store, "Microsoft Word", "Schedule.docx - Word", 20, 15, HARBOUR)
    assert group(store) == (made,)
    assert today(store).entries[0].draft.narrative != by_itself, "it is still the one made by itself"
    assert worked(store) == {(HARBOUR, 2): 35}
    store.write(lambda books: review.edit(books, made, Wish(HARBOUR, narrative="Settling the deed"))).result()
    tagged(store, "Microsoft Word", "Annexure.docx - Word", 35, 12, HARBOUR)
    assert group(store) == (made,)
    assert today(store).entries[0].draft.narrative == "Settling the deed"
    assert worked(store) == {(HARBOUR, 3): 47}


def test_ten_thousand_titles_are_searched_to_the_newest_hundred(store: SqlStore) -> None:
    def job(books: Books) -> None:
        for number in range(10_000):
            at = Instant(NINE + number * 1_000)
            books.timeline.open_visit(at, Window("Word", f"Letter {number} to counsel.docx"))
            books.timeline.extend_visit(at, Instant(at + 1_000))

    store.write(job).result()
    assert len(found(store, "letter counsel")) == 100
    assert set(found(store, "letter")) == {f"Letter {number} to counsel.docx" for number in range(9_900, 10_000)}
    assert found(store, "letter 4711 ") == ["Letter 4711 to counsel.docx"]


def stated(store: SqlStore) -> int:
    day = Span(Instant(NINE - 600 * MINUTE), Instant(NINE + 600 * MINUTE))
    return sum(each.span.length for each in store.read(lambda books: books.stated.stated(day))) // MINUTE


@pytest.mark.parametrize(
    "forget",
    [
        lambda store, clock: forget_word(store, clock, "Zebulon", exclude=False),
        lambda store, clock: forget_last(store, clock, 60 * MINUTE),
        lambda store, clock: forget_application(store, clock, "@call", exclude=False),
    ],
    ids=["word", "span", "application"],
)
def test_forgetting_takes_stated_time_along(store: SqlStore, forget: Callable[[SqlStore, FakeClock], object]) -> None:
    now = Instant(NINE + 40 * MINUTE)
    store.write(
        lambda books: off_screen.state(
            books,
            Span(NINE, Instant(NINE + 30 * MINUTE)),
            Occupation.CALL,
            "with Zebulon",
            now=now,
            matter=HARBOUR,
            zone=ZONE,
        )
    ).result()
    assert stated(store) == 30
    forget(store, FakeClock(now, "Australia/Sydney"))
    assert stated(store) == 0
    assert found(store, "zebulon") == []
    assert today(store).rows == ()


def test_words_that_were_forgotten_are_found_no_more(store: SqlStore) -> None:
    visit(store, "Zebulon affair.docx", 0, 5)
    visit(store, "Deed one.docx", 5, 5)
    forget_word(store, FakeClock(Instant(NINE + 20 * MINUTE)), "zebulon", exclude=False)
    assert found(store, "affair") == []
    assert found(store, "deed") == ["Deed one.docx"]
