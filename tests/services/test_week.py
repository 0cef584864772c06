"""A week read from the store: it says of each day what the day itself says, and its matters add up."""

from __future__ import annotations

from datetime import UTC, date, timedelta

from tests.services.reading_firm import ONE, TWO, Firm
from tests.services.waiting_firm import EVENING, INBOX, TODAY, draft, work
from wisestep_desktop.core.instants import HOUR, MINUTE
from wisestep_desktop.core.observation import PRIVATE
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.services import preferences
from wisestep_desktop.services.day_sum import joined, stretches
from wisestep_desktop.services.review import draft_tagged
from wisestep_desktop.services.timeline import read_day
from wisestep_desktop.services.week import Week, monday_of, read_week

MONDAY = date(2026, 3, 16)


def read(firm: Firm, monday: date = MONDAY) -> Week:
    return firm.store.read(lambda books: read_week(books, monday, UTC, EVENING))


def test_every_day_has_its_monday() -> None:
    assert monday_of(TODAY) == monday_of(MONDAY) == monday_of(date(2026, 3, 22)) == MONDAY


def test_an_empty_week_has_seven_empty_days(firm: Firm) -> None:
    week = read(firm)
    assert [each.day for each in week.days] == [MONDAY + timedelta(days=number) for number in range(7)]
    assert all(each.is_empty for each in week.days)
    assert (week.worked, week.by_matter, week.monday, week.today) == (0, (), MONDAY, TODAY)


def test_it_says_of_each_day_what_the_day_says_and_its_matters_add_up(firm: Firm) -> None:
    work(firm, MONDAY, 90)
    firm.see(INBOX, minutes=40)
    firm.see(PRIVATE, minutes=20)
    work(firm, MONDAY + timedelta(days=1), 55)
    firm.write(lambda books: draft_tagged(books, MONDAY + timedelta(days=1), UTC, "UTC"))
    draft(firm, MONDAY + timedelta(days=2), matter=TWO, minutes=25, state=EntryState.SENT)
    draft(firm, MONDAY + timedelta(days=2), matter=TWO, minutes=15, state=EntryState.REFUSED)
    week = read(firm)
    for each in week.days[:5]:
        day = firm.store.read(lambda books, each=each: read_day(books, each.day, UTC, EVENING))  # type: ignore[misc]
        assert each.stretches == joined(stretches(day.rows, day.presence, day.stated))
        assert each.totals == day.totals
    monday, tuesday, wednesday = week.days[:3]
    assert dict(monday.by_matter) == {ONE: 90 * MINUTE, None: 40 * MINUTE}
    assert (monday.tagged, monday.untagged, monday.totals.private) == (90 * MINUTE, 40 * MINUTE, 20 * MINUTE)
    assert (tuesday.worked, tuesday.tagged, tuesday.drafts) == (55 * MINUTE, 0, 1)
    assert (wednesday.worked, wednesday.sent, wednesday.refused) == (40 * MINUTE, 25 * MINUTE, 1)
    assert [(matter, sum(millis) // MINUTE) for matter, millis in week.by_matter] == [(ONE, 145), (TWO, 40), (None, 40)]
    assert week.worked == sum(sum(millis) for _, millis in week.by_matter)
    assert set(week.matters) == {ONE, TWO}


def test_the_goal_is_for_working_days(firm: Firm) -> None:
    firm.write(lambda books: preferences.change(books, "review.goal_hours", "7.5"))
    assert [each.goal for each in read(firm).days] == [7.5 * HOUR] * 5 + [0, 0]


def test_what_is_written_down_for_a_day_to_come_is_there(firm: Firm) -> None:
    draft(firm, date(2026, 3, 22), minutes=30)
    assert [each.drafts for each in read(firm).days] == [0] * 6 + [1]
