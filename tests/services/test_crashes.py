"""An unexpected end: up to when time is kept, and whether what was written down can have been the cause."""

from __future__ import annotations

from datetime import UTC

from tests.fakes.clock import MONDAY
from tests.services.reading_firm import Firm
from tests.services.waiting_firm import connect, kinds, scene
from wisestep_desktop.core.instants import HOUR, MINUTE
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.services import crashes

UNTIL = Instant(MONDAY + 25 * MINUTE)


def ended_by(firm: Firm, at: int) -> bool:
    return firm.store.read(lambda books: crashes.ended_by(books, Instant(at)))


def test_time_up_to_the_last_record_of_that_day_is_kept(firm: Firm) -> None:
    firm.see("One", "Two", "Three", "Four", "Five", minutes=5)
    firm.write(lambda books: crashes.note(books, Instant(UNTIL + 2 * MINUTE), UTC))
    end = firm.store.read(crashes.noted)
    assert end == crashes.UnexpectedEnd(Instant(UNTIL + 2 * MINUTE), UNTIL)
    assert crashes.minute_of(UNTIL, UTC) == 9 * 60 + 25


def test_records_of_another_day_say_nothing_of_this_one(firm: Firm) -> None:
    firm.see("One")
    at = Instant(MONDAY + 48 * HOUR)
    firm.write(lambda books: crashes.note(books, at, UTC))
    assert firm.store.read(crashes.noted) == crashes.UnexpectedEnd(at, None)


def test_what_was_written_before_more_was_recorded_ended_nothing(firm: Firm) -> None:
    assert ended_by(firm, MONDAY)
    firm.see("One", minutes=25)
    assert [ended_by(firm, UNTIL + minute * MINUTE) for minute in (-20, -2, -1, 0, 60)] == [
        False, False, True, True, True,
    ]  # fmt: skip


def test_it_waits_at_the_bell_until_somebody_dealt_with_it(firm: Firm) -> None:
    connect(firm)
    firm.write(lambda books: crashes.note(books, MONDAY, UTC))
    assert kinds(firm) == ["crash"]
    assert kinds(firm, scene(Instant(MONDAY + 900 * HOUR))) == ["crash"]
    firm.write(crashes.settle)
    assert kinds(firm) == []
    assert firm.store.read(crashes.noted) is None
