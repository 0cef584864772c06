"""Sums over days against the rows of each day: to the millisecond, kept or worked out anew, whatever changed since."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable, Iterator, Mapping
from datetime import date, timedelta, tzinfo
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.services.office import open_store
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.adapters.store.captured import SqlCaptured
from wisestep_desktop.core.entries import Draft, Part
from wisestep_desktop.core.ids import MatterId, TitleId
from wisestep_desktop.core.instants import HOUR, MINUTE, day_span, days_beginning_at, hour_start
from wisestep_desktop.core.matching import Candidate, Match
from wisestep_desktop.core.observation import PRIVATE, Window
from wisestep_desktop.core.presence import Presence, PresenceSpan, Proof
from wisestep_desktop.core.report import days
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.core.stated import Occupation, Stated
from wisestep_desktop.ports.store import Books
from wisestep_desktop.ports.timeline import Tag
from wisestep_desktop.services.review import Wish, draft_rows
from wisestep_desktop.services.timeline import RowState, read_day

NIGHTS = [
    (date(2026, 4, 5), "Australia/Sydney"),
    (date(2026, 10, 4), "Australia/Sydney"),
    (date(2026, 4, 5), "Australia/Lord_Howe"),
    (date(2026, 6, 1), "Asia/Kathmandu"),
    (date(2026, 3, 8), "America/Havana"),
    (date(2026, 6, 1), "UTC"),
]
STATES = [
    (Presence.ACTIVE, None),
    (Presence.ACTIVE, None),
    (Presence.PRESENT, Proof.CALL),
    (Presence.PRESENT, Proof.READING),
    (Presence.AWAY, None),
    (Presence.LOCKED, None),
]
ASSIGNED = {"a": 10482, "b": 10611, "c": None}
OCCUPATIONS = (Occupation.CALL, Occupation.BREAK, Occupation.PRIVATE)
lengths = st.lists(st.integers(0, 9_000_000), min_size=1, max_size=25)
Sums = Mapping[date, Mapping[MatterId | None, int]]


class Undo(Exception):
    """Leaves the store as it was, so that one store serves every example."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlStore]:
    made = open_store(tmp_path_factory.mktemp("captured"))
    yield made
    made.close()


def trying(store: SqlStore, job: Callable[[Books], None]) -> None:
    def and_undo(books: Books) -> None:
        job(books)
        raise Undo

    with pytest.raises(Undo):
        store.write(and_undo).result()


def by_rows(books: Books, first: date, last: date, zone: tzinfo) -> Sums:
    """Say the same by reading each day as a person sees it."""
    found = {}
    for day in days(first, last):
        sums = Counter[MatterId | None]()
        for row in read_day(books, day, zone).rows:
            if row.state is RowState.OPEN:
                sums[row.matter] += row.row.worked
        if sums:
            found[day] = dict(sums)
    return found


def meaning(matter: int | None) -> Match:
    if matter is None:
        return Match(None, (Candidate(MatterId(10990), 0.4, ()),))
    return Match(MatterId(matter), (Candidate(MatterId(matter), 0.99, ()),))


def record(books: Books, at: int, title: str | None, length: int) -> TitleId | None:
    window = PRIVATE if title is None else Window("Word", title)
    found = books.timeline.open_visit(Instant(at), window)
    books.timeline.extend_visit(Instant(at), Instant(at + length))
    if found is not None and title in ASSIGNED:
        books.timeline.save_matches([(found.id, meaning(ASSIGNED[title]))], "v")
    return found.id if found else None


@st.composite
def stories(draw: st.DrawFn) -> tuple[date, ZoneInfo, Callable[[Books], list[Callable[[Books], None]]]]:
    """Draw three days around a night, and changes that may come afterwards."""
    day, name = draw(st.sampled_from(NIGHTS))
    zone = ZoneInfo(name)
    first = day_span(day - timedelta(days=1), zone).start + draw(st.integers(-3 * HOUR, 30 * HOUR))
    visits = [(draw(st.sampled_from(["a", "b", "c", None])), length) for length in draw(lengths)]
    stays = [(draw(st.sampled_from(STATES)), length) for length in draw(lengths)]
    shift = draw(st.integers(-HOUR, HOUR))
    picks = draw(st.lists(st.tuples(st.integers(0, 24), st.integers(0, 9), st.integers(0, HOUR)), max_size=12))

    def tell(books: Books) -> list[Callable[[Books], None]]:
        at, told = first, []
        for title, length in visits:
            told.append((at, length, record(books, at, title, length)))
            at += length
        at = first + shift
        for (presence, proof), length in stays:
            books.timeline.put_presence(PresenceSpan(Span(Instant(at), Instant(at + length)), presence, proof))
            at += length
        return [change(zone, told[index % len(told)], kind, size) for index, kind, size in picks]

    return day, zone, tell


def change(zone: ZoneInfo, visit: tuple[int, int, TitleId | None], kind: int, size: int) -> Callable[[Books], None]:
    """Return something that may happen to a visit, by its number."""
    at, length, title = visit
    hour = hour_start(Instant(at), zone)

    def say(books: Books, title: TitleId) -> None:
        books.timeline.put_tag(Tag(title, hour, MatterId(10877) if size % 2 else None, trashed=size % 5 == 0))

    def claim(books: Books, title: TitleId) -> None:
        end = min(at + 1 + size % max(1, length), at + length, hour + HOUR)
        free = Span(Instant(at), Instant(max(end, at + 1)))
        if length and not books.entries.parts(free):
            books.entries.add(Draft(date(2026, 3, 1), "UTC", None, parts=(Part(title, free),)))

    def cut(books: Books, title: TitleId) -> None:
        books.stated.put_cut(title, Instant(at + size))
        if size % 3:
            books.timeline.put_tag(Tag(title, Instant(at + size), MatterId(10990), trashed=size % 4 == 0))

    def state(books: Books, title: TitleId | None) -> None:
        span = Span(Instant(at), Instant(at + 1 + size * (3 if kind == 6 else 40)))
        if all(each.span.start == span.start for each in books.stated.stated(span)):
            books.stated.put(Stated(span, OCCUPATIONS[size % 3], title if size % 3 == 0 else None))

    titled = {
        0: say,
        1: lambda books, title: books.timeline.drop_tag(title, hour),
        2: claim,
        3: lambda books, title: books.timeline.save_matches([(title, meaning(10611 if size % 2 else None))], "w"),
        8: cut,
        9: lambda books, title: books.stated.drop_cut(title, Instant(at + size)),
    }
    gone = Span(Instant(at + size), Instant(at + size + 20 * MINUTE))
    away = PresenceSpan(Span(Instant(at), Instant(at + size % 60_000)), Presence.AWAY)
    other = {
        4: lambda books, _title: books.forgetting.span(gone),
        5: lambda books, _title: books.timeline.put_presence(away),
        6: state,
        7: state,
        9: lambda books, _title: books.stated.drop(Instant(at)),
    }

    def job(books: Books) -> None:
        if title is not None and not books.timeline.titles([title]):
            return  # forgotten meanwhile
        if kind in other:
            other[kind](books, title)
        if kind in titled and title is not None:
            titled[kind](books, title)

    return job


@settings(suppress_health_check=[HealthCheck.function_scoped_fixture], deadline=None)
@given(stories())
def test_sums_say_what_the_rows_say_whatever_happened_since(
    store: SqlStore, story: tuple[date, ZoneInfo, Callable[[Books], list[Callable[[Books], None]]]]
) -> None:
    day, zone, tell = story
    first, last = day - timedelta(days=3), day + timedelta(days=3)

    def job(books: Books) -> None:
        changes = tell(books)
        assert books.captured.by_day(first, last, zone) == by_rows(books, first, last, zone)
        for each in changes:
            books.captured.keep(tuple(days(first, last)), zone)
            assert books.captured.by_day(first, last, zone) == by_rows(books, first, last, zone)
            each(books)
            assert books.captured.by_day(first, last, zone) == by_rows(books, first, last, zone)

    trying(store, job)


def hours(books: Books, day: date, zone: ZoneInfo, count: int = 3) -> None:
    start = day_span(day, zone).start + 9 * HOUR
    for number in range(count):
        record(books, start + number * HOUR, "abc"[number % 3], HOUR)
    books.timeline.put_presence(PresenceSpan(Span(Instant(start), Instant(start + count * HOUR)), Presence.ACTIVE))


def test_kept_sums_are_read_without_the_visits_and_new_days_leave_them_kept(store: SqlStore) -> None:
    zone, monday = ZoneInfo("Australia/Sydney"), date(2026, 3, 2)

    def job(books: Books) -> None:
        for day in days(monday, monday + timedelta(days=4)):
            hours(books, day, zone)
        end = day_span(monday + timedelta(days=4), zone).start
        over = books.captured.to_keep(date(2000, 1, 1), date(2100, 1, 1), zone, end)
        assert over == tuple(days(monday, monday + timedelta(days=3)))
        books.captured.keep(over, zone)
        assert books.captured.to_keep(monday, monday + timedelta(days=3), zone, end) == ()
        record(books, end + 13 * HOUR, "brand new", HOUR)  # capture goes on, with a title nobody knew
        books.timeline.save_matches([(books.timeline.windows(None, 1)[0][0], meaning(10990))], "v")
        assert books.captured.to_keep(monday, monday + timedelta(days=3), zone, end) == ()
        books.timeline.put_tag(Tag(TitleId(books.timeline.visits(day_span(monday, zone))[0].title or 0),
                                   Instant(day_span(monday, zone).start + 9 * HOUR), MatterId(7)))  # fmt: skip
        assert books.captured.to_keep(monday, monday + timedelta(days=3), zone, end) == (monday,)
        assert books.captured.by_day(monday, monday, zone)[monday] == {7: HOUR, 10611: HOUR, None: HOUR}

    trying(store, job)


def test_an_entry_taken_apart_gives_its_time_back(store: SqlStore) -> None:
    zone, monday = ZoneInfo("America/New_York"), date(2026, 3, 2)

    def job(books: Books) -> None:
        hours(books, monday, zone)
        read = read_day(books, monday, zone)
        books.captured.keep((monday,), zone)
        number = draft_rows(books, read, [read.rows[0].row.id], Wish(None), zone.key)
        assert books.captured.by_day(monday, monday, zone)[monday] == {10611: HOUR, None: HOUR}
        books.captured.keep((monday,), zone)
        books.entries.remove(number)
        assert books.captured.by_day(monday, monday, zone)[monday] == {10482: HOUR, 10611: HOUR, None: HOUR}

    trying(store, job)


def test_two_zones_are_kept_beside_each_other(store: SqlStore) -> None:
    sydney, perth, monday = ZoneInfo("Australia/Sydney"), ZoneInfo("Australia/Perth"), date(2026, 3, 2)

    def job(books: Books) -> None:
        hours(books, monday, sydney, count=20)
        wanted = tuple(days(monday, monday + timedelta(days=2)))
        for zone in (sydney, perth):
            books.captured.keep(wanted, zone)
            assert books.captured.by_day(wanted[0], wanted[-1], zone) == by_rows(books, wanted[0], wanted[-1], zone)
        assert books.captured.to_keep(wanted[0], wanted[-1], sydney, Instant(2**50)) == ()

    trying(store, job)


def test_days_that_begin_in_the_night_are_summed_anew_beside_those_of_midnight(store: SqlStore) -> None:
    sydney, monday = ZoneInfo("Australia/Sydney"), date(2026, 4, 4)  # the clocks change in the night that follows
    wanted = tuple(days(monday, monday + timedelta(days=2)))

    def job(books: Books) -> None:
        hours(books, monday, sydney, count=24)
        found = []
        for hour in (0, 4, 2, 0, 6):
            zone = days_beginning_at(hour, sydney)
            rows = by_rows(books, wanted[0], wanted[-1], zone)
            assert books.captured.by_day(wanted[0], wanted[-1], zone) == rows
            books.captured.keep(wanted, zone)
            assert books.captured.by_day(wanted[0], wanted[-1], zone) == rows
            found.append(rows)
        assert found[0] == found[3] != found[1]
        totals = [Counter[MatterId | None]() for _ in found]
        for total, rows in zip(totals, found, strict=True):
            for sums in rows.values():
                total.update(sums)
        assert all(total == totals[0] for total in totals)  # nothing is lost or counted twice

    trying(store, job)


def test_nothing_recorded_is_nothing(store: SqlStore) -> None:
    def job(books: Books) -> None:
        assert isinstance(books.captured, SqlCaptured)
        assert books.captured.by_day(date(1970, 1, 1), date(2900, 1, 1), ZoneInfo("UTC")) == {}

    trying(store, job)


def test_entries_between_dates_come_with_what_they_add_up_to(store: SqlStore) -> None:
    def job(books: Books) -> None:
        record(books, 10**9, "a", HOUR)
        part = Part(books.timeline.windows(None, 1)[0][0], Span(Instant(10**9), Instant(10**9 + 1_234)))
        for day, parts, by_hand in ((1, (part,), 0), (2, (), 5_000), (3, (), 1), (2, (), 0)):
            books.entries.add(Draft(date(2026, 3, day), "UTC", None, parts=parts, by_hand=by_hand))
        found = books.entries.between(date(2026, 3, 1), date(2026, 3, 2))
        assert [(entry.draft.work_date.day, millis) for entry, millis in found] == [(1, 1_234), (2, 5_000), (2, 0)]
        assert books.entries.between(date(2026, 3, 4), date(2026, 3, 1)) == ()

    trying(store, job)
