"""Work past midnight on the day before: in the day, the week, the sums and in what Actionstep receives."""

from __future__ import annotations

from datetime import UTC, date, time, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from tests.fakes.clock import FakeClock
from tests.services.office import WORDS, Office
from tests.services.reading_firm import Firm
from wisestep_desktop.core.instants import HOUR, MINUTE, at_time, days_beginning_at, local_date, to_datetime
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.sandbox.practice import Sandbox
from wisestep_desktop.services import reporting, review
from wisestep_desktop.services.day_clock import DayClock
from wisestep_desktop.services.timeline import DayRow, read_day, worked_by_day
from wisestep_desktop.services.week import monday_of, read_week

SUNDAY = date(2026, 3, 1)
MONDAY = date(2026, 3, 2)
SYDNEY = ZoneInfo("Australia/Sydney")


@pytest.fixture
def late(firm: Firm) -> Firm:
    """Return a firm in which somebody worked from eleven in the evening of a Sunday to three at night."""
    firm.at = at_time(SUNDAY, time(23), UTC)
    firm.see(*(f"10482 - Letter {number}.docx" for number in range(48)))
    firm.rematch()
    return firm


@pytest.mark.parametrize(("hour", "hours"), [(0, (1, 3)), (1, (2, 2)), (2, (3, 1)), (4, (4, 0)), (6, (4, 0))])
def test_a_day_holds_the_night_that_ends_it(late: Firm, hour: int, hours: tuple[int, int]) -> None:
    zone = days_beginning_at(hour, UTC)
    read = [late.store.read(lambda books, day=day: read_day(books, day, zone)) for day in (SUNDAY, MONDAY)]
    assert tuple(each.totals.worked // HOUR for each in read) == hours
    told = late.store.read(lambda books: worked_by_day(books, SUNDAY, MONDAY, zone))
    assert (told[SUNDAY] // HOUR, told[MONDAY] // HOUR) == hours
    clocks = [to_datetime(row.row.span.start, zone).hour for row in read[0].rows]
    assert clocks == sorted(clocks, key=lambda each: (each < hour, each))  # times of day are as ever
    week = late.store.read(lambda books: read_week(books, monday_of(SUNDAY), zone, Instant(late.at + HOUR)))
    assert week.days[6].worked // HOUR == hours[0]


def test_sums_that_are_kept_are_those_of_the_days_as_they_begin_now(late: Firm) -> None:
    clock = DayClock(FakeClock(late.at + 60 * HOUR))
    reports = []
    for hour in (0, 4, 0):
        clock.begin_days_at(hour)
        told = reporting.account(late.store, clock, SUNDAY, MONDAY).ledger
        by_day = dict.fromkeys((SUNDAY, MONDAY), 0)
        for each in told.captured:
            by_day[each.day] += each.seconds
        reports.append(tuple(by_day.values()))
    assert reports == [(3_600, 10_800), (14_400, 0), (3_600, 10_800)]


def test_rows_and_their_hours_are_the_same_whatever_day_they_are_on(late: Firm) -> None:
    def rows(hour: int) -> dict[str, DayRow]:
        zone = days_beginning_at(hour, UTC)
        days = [late.store.read(lambda books, day=day: read_day(books, day, zone)) for day in (SUNDAY, MONDAY)]
        return {row.row.id: row for day in days for row in day.rows}

    assert rows(0) == rows(3) == rows(6)
    row = next(iter(rows(0)))
    late.write(lambda books: review.tag_row(books, row, None))  # type: ignore[arg-type]
    assert rows(0)[row].matter is rows(6)[row].matter is None


def test_the_work_date_is_the_day_before_in_actionstep_too(tmp_path: Path) -> None:
    with Sandbox(matters=60) as sandbox, Office(tmp_path, sandbox) as office:
        office.connect()
        office.sync()
        zone = days_beginning_at(4, SYDNEY)
        yesterday = local_date(office.clock.read().wall, SYDNEY) - timedelta(days=1)
        start = at_time(yesterday, time(1, 30), zone)
        assert to_datetime(start, SYDNEY).date() == yesterday + timedelta(days=1)
        _record(office, start)
        [made] = office.store.write(
            lambda books: review.draft_tagged(books, yesterday, zone, office.clock.zone_name())
        ).result()
        office.courier().queue(made, WORDS)
        office.drain()
        sent = office.entry(made)
        assert (sent.state, sent.reason, sent.draft.work_date) == (EntryState.SENT, None, yesterday)
        [row] = office.ledger()
        assert str(row["timestampDate"])[:10] == yesterday.isoformat()
        assert row["startTime"] == "01:30:00"
        assert row["actualHours"] == "0.50"


def _record(office: Office, start: Instant) -> None:
    from wisestep_desktop.core.observation import Window  # noqa: PLC0415
    from wisestep_desktop.core.presence import Presence, PresenceSpan  # noqa: PLC0415
    from wisestep_desktop.core.spans import Span  # noqa: PLC0415
    from wisestep_desktop.ports.store import Books  # noqa: PLC0415

    end = Instant(start + 30 * MINUTE)

    def job(books: Books) -> None:
        books.timeline.open_visit(start, Window("Word", "10482 - Night letter.docx"))
        books.timeline.extend_visit(start, end)
        books.timeline.put_presence(PresenceSpan(Span(start, end), Presence.ACTIVE))

    office.store.write(job).result()
    office.recogniser.rematch(office.store)
