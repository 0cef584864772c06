"""The radar: what was worked and is not sent, whatever it is made of, oldest first."""

from __future__ import annotations

from collections.abc import Callable
from datetime import UTC, timedelta

import pytest

from tests.fakes.clock import FakeClock
from tests.services.reading_firm import ONE, TWO, Firm
from tests.services.waiting_firm import DEED, EVENING, INBOX, TODAY, ago, draft, lying, work
from wisestep_desktop.core.instants import MINUTE, local_date
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.services import preferences
from wisestep_desktop.services.review import draft_tagged
from wisestep_desktop.services.timeline import RowState, read_day
from wisestep_desktop.services.unsent import look


def test_nothing_waits_in_an_empty_store(firm: Firm) -> None:
    found = lying(firm)
    assert (found.lines, found.total, found.late) == ((), None, None)


def test_it_lists_days_and_matters_oldest_first_and_adds_up(firm: Firm) -> None:
    work(firm, ago(2), 50)
    work(firm, ago(9), 45)
    draft(firm, ago(9), minutes=15)
    draft(firm, ago(9), matter=TWO, state=EntryState.REFUSED, reason="refused.other")
    draft(firm, ago(5), matter=None)
    draft(firm, ago(5), matter=TWO, state=EntryState.UNCERTAIN)
    told = [
        (
            line.day,
            line.matter,
            line.tagged // MINUTE,
            line.untagged // MINUTE,
            line.drafts,
            line.refused,
            line.uncertain,
        )
        for line in lying(firm).lines
    ]
    assert told == [
        (ago(9), ONE, 45, 0, 1, 0, 0),
        (ago(9), TWO, 0, 0, 0, 1, 0),
        (ago(5), TWO, 0, 0, 0, 0, 1),
        (ago(5), None, 0, 0, 1, 0, 0),
        (ago(2), ONE, 50, 0, 0, 0, 0),
    ]
    total = lying(firm).total
    assert total is not None
    assert total.millis == sum(line.millis for line in lying(firm).lines)
    assert (total.day, total.entries) == (ago(9), 4)


def test_what_an_entry_claims_is_counted_once_and_what_is_sent_or_on_its_way_not_at_all(firm: Firm) -> None:
    work(firm, ago(4), 50)
    [line] = lying(firm).lines
    assert (line.tagged, line.drafted) == (50 * MINUTE, 0)
    [entry] = firm.write(lambda books: draft_tagged(books, ago(4), UTC, "UTC"))
    [line] = lying(firm).lines
    assert (line.tagged, line.drafted, line.drafts) == (0, 50 * MINUTE, 1)
    firm.write(lambda books: books.entries.remove(entry))
    for state in (EntryState.QUEUED, EntryState.SENDING, EntryState.SENT):
        draft(firm, ago(4), state=state)
    [line] = lying(firm).lines
    assert (line.tagged, line.entries) == (50 * MINUTE, 0)


@pytest.mark.parametrize(
    ("days", "older", "late"),
    [(3, 3, False), (4, 3, True), (0, 1, False), (2, 1, True), (90, 90, False), (60, 0, False)],
)
def test_a_day_is_late_once_more_days_have_passed_than_a_reminder_waits(
    firm: Firm, days: int, older: int, late: bool
) -> None:
    work(firm, ago(days), 10)
    assert (lying(firm, older).late is not None) is late
    assert lying(firm, older).lines


def test_it_looks_ninety_days_back(firm: Firm) -> None:
    draft(firm, ago(90))
    draft(firm, ago(91))
    draft(firm, TODAY + timedelta(days=1))
    assert [line.day for line in lying(firm).lines] == [ago(90)]


def test_crumbs_are_not_listed_and_a_little_time_without_a_matter_is_no_reason_to_remind(firm: Firm) -> None:
    work(firm, ago(8), 0, INBOX)
    work(firm, ago(7), 25, INBOX)
    assert [(line.day, line.untagged, line.late) for line in lying(firm).lines] == [(ago(7), 25 * MINUTE, False)]
    work(firm, ago(6), 35, INBOX)
    assert [line.late for line in lying(firm).lines] == [False, True]


def test_it_says_of_open_time_what_the_rows_of_the_days_say(firm: Firm) -> None:
    for days, minutes, title in ((6, 40, DEED), (6, 50, INBOX), (3, 20, DEED), (0, 15, INBOX)):
        work(firm, ago(days), minutes, title)
    for line in lying(firm).lines:
        rows = firm.store.read(lambda books, day=line.day: read_day(books, day, UTC)).rows  # type: ignore[misc]
        same = sum(row.row.worked for row in rows if row.state is RowState.OPEN and row.matter == line.matter)
        assert line.tagged + line.untagged == same


def test_looking_keeps_the_sums_of_days_that_are_over_and_heeds_the_setting(firm: Firm) -> None:
    clock = FakeClock(EVENING)
    work(firm, ago(4), 30)
    first, last = ago(90), local_date(EVENING, UTC)
    owed: Callable[[], tuple[object, ...]] = lambda: firm.store.read(  # noqa: E731
        lambda books: books.captured.to_keep(first, last, UTC, EVENING)
    )
    assert owed()
    found = look(firm.store, clock)
    assert not owed()
    assert found.late is not None
    assert found.matters[ONE].name == "Marlow v Hartley Shipping"
    firm.write(lambda books: preferences.change(books, "review.remind_after_days", "0"))
    assert look(firm.store, clock).late is None
