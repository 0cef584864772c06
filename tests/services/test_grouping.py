"""Entries made by themselves, searching all days, and edits that were overtaken: over a real store."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import date
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.services.office import open_store
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.instants import MINUTE
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.presence import Presence, PresenceSpan
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.core.stated import Occupation
from wisestep_desktop.services import off_screen, review, searching
from wisestep_desktop.services.history import History
from wisestep_desktop.services.matching import Recogniser
from wisestep_desktop.services.review import Wish
from wisestep_desktop.services.timeline import Day, read_day

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


def visit(store: SqlStore, title: str, start: int, minutes: int) -> None:
    span = Span(Instant(NINE + start * MINUTE), Instant(NINE + (start + minutes) * MINUTE))

    def job(books: object) -> None:
        books.timeline.open_visit(span.start, Window("Word", title))  # type: ignore[attr-defined]
        books.timeline.extend_visit(span.start, span.end)  # type: ignore[attr-defined]
        books.timeline.put_presence(PresenceSpan(span, Presence.ACTIVE))  # type: ignore[attr-defined]

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
