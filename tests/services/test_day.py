"""The day as the attorney reviews it: tags, drafts, totals, and who outranks whom."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.clock import MONDAY
from tests.services.office import open_store
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.core.entries import Charge
from wisestep_desktop.core.errors import BadInput, BadSetting
from wisestep_desktop.core.ids import ActivityTypeId, EntryId, MatterId, RemoteEntryId, RowId
from wisestep_desktop.core.instants import HOUR, MINUTE
from wisestep_desktop.core.lists import Lists
from wisestep_desktop.core.matters import ActivityType, Matter, MatterStatus
from wisestep_desktop.core.observation import PRIVATE, Window
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.presence import Presence, PresenceSpan, Proof
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.ports.store import Books, row_hour_and_title
from wisestep_desktop.ports.timeline import Tag
from wisestep_desktop.services import preferences, review
from wisestep_desktop.services.matching import Recogniser
from wisestep_desktop.services.review import Wish
from wisestep_desktop.services.timeline import Day, RowState, TaggedBy, read_day, worked_by_day

UTC = ZoneInfo("UTC")
DAY = date(2026, 3, 2)
MARLOW, LEASE = MatterId(10482), MatterId(10483)
ADMIN = ActivityType(ActivityTypeId(301), "Admin, internal")


class Desk:
    """A store with two matters, and a way to have worked."""

    def __init__(self, store: SqlStore) -> None:
        self.store = store
        self.recogniser = Recogniser()
        matters = [Matter(MARLOW, "Marlow v Hartley"), Matter(LEASE, "Wattle Lease")]
        self.write(lambda books: books.matters.put_matters(matters))
        self.write(lambda books: books.matters.put_activity_types([ADMIN]))

    def write(self, job: object) -> object:
        return self.store.write(job).result()  # type: ignore[arg-type]

    def worked(self, start: int, minutes: int, title: str | None, presence: Presence = Presence.ACTIVE) -> None:
        window = PRIVATE if title is None else Window("Word", title)
        at = Instant(MONDAY + start * MINUTE)

        def job(books: Books) -> None:
            books.timeline.open_visit(at, window)
            books.timeline.extend_visit(at, Instant(at + minutes * MINUTE))
            proof = Proof.CALL if presence is Presence.PRESENT else None
            books.timeline.put_presence(PresenceSpan(Span(at, Instant(at + minutes * MINUTE)), presence, proof))

        self.write(job)

    def rematch(self) -> int:
        return self.recogniser.rematch(self.store)

    def day(self, day: date = DAY, zone: ZoneInfo = UTC) -> Day:
        return self.store.read(lambda books: read_day(books, day, zone))

    def draft(self, *rows: RowId, matter: MatterId | None = MARLOW, **wish: object) -> EntryId:
        day = self.day()
        made = Wish(matter, **wish)  # type: ignore[arg-type]
        return self.store.write(lambda books: review.draft_rows(books, day, rows, made, "UTC")).result()

    def send(self, number: EntryId) -> None:
        def job(books: Books) -> None:
            entry = books.entries.entry(number)
            assert entry is not None
            books.entries.put(replace(entry, state=EntryState.SENT, remote=RemoteEntryId(9)))

        self.write(job)


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    store = open_store(tmp_path)
    yield Desk(store)
    store.close()


def refused(desk: Desk, code: str, job: object) -> None:
    with pytest.raises(BadInput) as error:
        desk.write(job)
    assert error.value.code == code


# Tags -----------------------------------------------------------------------------------------------------------


def test_a_sync_tags_old_rows_and_says_why(desk: Desk) -> None:
    desk.worked(0, 10, "Marlow v Hartley.docx")
    desk.worked(10, 10, "Inbox")
    assert {row.matter for row in desk.day().rows} == {None}
    assert desk.rematch() == 2
    marlow, inbox = desk.day().rows
    assert (marlow.matter, marlow.tagged_by, marlow.match.assigned) == (MARLOW, TaggedBy.MATCHER, MARLOW)
    assert marlow.match.candidates[0].evidence[0].text == "Marlow v Hartley"
    assert (inbox.matter, inbox.tagged_by) == (None, None)
    assert set(desk.day().matters) == {MARLOW}
    assert desk.rematch() == 0


def test_a_persons_word_outranks_the_matcher_for_ever(desk: Desk) -> None:
    desk.worked(0, 10, "Marlow v Hartley.docx")
    desk.rematch()
    row = desk.day().rows[0].row.id
    desk.write(lambda books: review.tag_row(books, row, LEASE))
    desk.write(lambda books: books.matters.put_matters([Matter(MatterId(5), "Another one")]))
    desk.rematch()
    tagged = desk.day().rows[0]
    assert (tagged.matter, tagged.tagged_by, tagged.match.assigned) == (LEASE, TaggedBy.PERSON, MARLOW)
    desk.write(lambda books: review.tag_row(books, row, None))
    assert (desk.day().rows[0].matter, desk.day().rows[0].tagged_by) == (None, TaggedBy.PERSON)
    hour, title = row_hour_and_title(row)
    assert title is not None
    desk.write(lambda books: books.timeline.drop_tag(title, hour))
    assert desk.day().rows[0].tagged_by is TaggedBy.MATCHER


def test_a_tag_is_for_one_hour(desk: Desk) -> None:
    desk.worked(0, 120, "Inbox")
    first, second = desk.day().rows
    desk.write(lambda books: review.tag_row(books, first.row.id, LEASE))
    assert [row.matter for row in desk.day().rows] == [LEASE, None]
    assert second.row.since - first.row.since == HOUR


@pytest.mark.parametrize(
    ("row", "code"),
    [
        ("nonsense", "row.unknown"),
        ("", "row.unknown"),
        ("zz-1", "row.unknown"),
        ("65f2a8e0-p", "row.private"),
        ("65f2a8e0-999", "row.unknown"),
        (f"65f2a8e0-{10**30}", "row.unknown"),
        (f"{'f' * 40}-1", "row.unknown"),
    ],
)
def test_only_rows_that_exist_can_be_tagged(desk: Desk, row: str, code: str) -> None:
    desk.worked(0, 10, "Inbox")
    refused(desk, code, lambda books: review.tag_row(books, RowId(row), LEASE))


@pytest.mark.parametrize("matter", [99, -1, 10**30])
def test_only_matters_that_exist_can_be_put_on_rows_and_entries(desk: Desk, matter: int) -> None:
    desk.worked(0, 10, "Inbox")
    row = desk.day().rows[0].row.id
    refused(desk, "matter.unknown", lambda books: review.tag_row(books, row, MatterId(matter)))
    refused(desk, "matter.unknown", lambda books: review.add_by_hand(books, DAY, 60, Wish(MatterId(matter)), "UTC"))


def test_closed_matters_are_recognised_only_where_that_is_wished(desk: Desk) -> None:
    desk.worked(0, 10, "Wattle Lease.docx")
    desk.write(lambda books: books.matters.put_matters([Matter(LEASE, "Wattle Lease", status=MatterStatus.CLOSED)]))
    desk.rematch()
    assert desk.day().rows[0].matter is None
    desk.write(lambda books: preferences.change(books, "show_closed_cases", " true "))
    desk.rematch()
    assert desk.day().rows[0].matter == LEASE


def test_templates_and_matters_that_are_gone_are_never_recognised(desk: Desk) -> None:
    desk.worked(0, 10, "Wattle Lease.docx")
    desk.write(lambda books: preferences.change(books, "SHOW_CLOSED_CASES", "TRUE"))
    lease = Matter(LEASE, "Wattle Lease")
    for matter in (replace(lease, status=MatterStatus.TEMPLATE), replace(lease, gone=True)):
        desk.write(lambda books, matter=matter: books.matters.put_matters([matter]))
        desk.rematch()
        assert desk.day().rows[0].match.candidates == ()


# Drafts ---------------------------------------------------------------------------------------------------------


def test_rows_become_a_draft_and_are_free_again_when_it_is_discarded(desk: Desk) -> None:
    desk.worked(0, 10, "a")
    desk.worked(10, 5, "b")
    rows = [row.row.id for row in desk.day().rows]
    number = desk.draft(*rows, narrative="  Two\x00 things ")
    entry = desk.day().entries[0]
    assert (entry.draft.worked_seconds, entry.draft.narrative, entry.draft.started) == (900, "Two things", MONDAY)
    assert [row.state for row in desk.day().rows] == [RowState.DRAFT] * 2
    assert {row.matter for row in desk.day().rows} == {MARLOW}
    refused(desk, "row.unknown", lambda books: review.draft_rows(books, desk.day(), rows, Wish(LEASE), "UTC"))
    desk.write(lambda books: review.discard(books, number))
    assert [row.row.id for row in desk.day().rows] == rows
    assert [row.state for row in desk.day().rows] == [RowState.OPEN] * 2


def test_no_second_is_ever_in_two_entries(desk: Desk) -> None:
    desk.worked(0, 10, "a")
    before = desk.day()
    row = before.rows[0].row.id
    desk.draft(row)
    refused(desk, "row.taken", lambda books: review.draft_rows(books, before, [row], Wish(LEASE), "UTC"))
    desk.worked(20, 5, "a")  # more work in the same window and hour: a row of its own, still open
    assert {row.state: row.row.worked for row in desk.day().rows} == {
        RowState.DRAFT: 10 * MINUTE,
        RowState.OPEN: 5 * MINUTE,
    }


@pytest.mark.parametrize(("title", "code"), [(None, "row.private")])
def test_private_rows_make_no_draft(desk: Desk, title: str | None, code: str) -> None:
    desk.worked(0, 10, title)
    row = desk.day().rows[0].row.id
    refused(desk, code, lambda books: review.draft_rows(books, desk.day(), [row], Wish(MARLOW), "UTC"))


def test_trashed_rows_make_no_draft_and_no_total(desk: Desk) -> None:
    desk.worked(0, 10, "Marlow v Hartley")
    desk.rematch()
    row = desk.day().rows[0]
    assert row.row.title is not None
    tag = Tag(row.row.title, row.row.since, None, trashed=True)
    desk.write(lambda books: books.timeline.put_tag(tag))
    assert desk.day().rows[0].state is RowState.TRASH
    assert desk.day().totals.tagged == 0
    refused(desk, "row.trashed", lambda books: review.draft_rows(books, desk.day(), [row.row.id], Wish(MARLOW), "UTC"))
    refused(desk, "rows.none", lambda books: review.draft_rows(books, desk.day(), [], Wish(MARLOW), "UTC"))
    assert desk.write(lambda books: review.draft_tagged(books, DAY, UTC, "UTC")) == ()


def test_one_draft_for_each_matter(desk: Desk) -> None:
    desk.worked(0, 10, "Marlow v Hartley")
    desk.worked(10, 10, "Wattle Lease")
    desk.worked(20, 10, "Marlow v Hartley - draft")
    desk.worked(30, 10, "Inbox")
    desk.rematch()
    assert len(desk.write(lambda books: review.draft_tagged(books, DAY, UTC, "UTC"))) == 2  # type: ignore[arg-type]
    assert {entry.draft.matter: entry.draft.worked_seconds for entry in desk.day().entries} == {
        MARLOW: 1_200,
        LEASE: 600,
    }
    assert desk.write(lambda books: review.draft_tagged(books, DAY, UTC, "UTC")) == ()


def test_an_edited_draft_forgets_what_was_refused(desk: Desk) -> None:
    number = desk.store.write(lambda books: review.add_by_hand(books, DAY, 3_600, Wish(MARLOW), "UTC")).result()

    def refuse(books: Books) -> None:
        entry = books.entries.entry(number)
        assert entry is not None
        was = replace(entry, state=EntryState.REFUSED, reason="matter.closed", text_sent="old", billed_sent=Decimal(1))
        books.entries.put(was)

    desk.write(refuse)
    wish = Wish(LEASE, narrative="new", charge=Charge.NON_BILLABLE)
    after = desk.store.write(lambda books: review.edit(books, number, wish)).result()
    assert (after.state, after.reason, after.text_sent, after.billed_sent) == (EntryState.DRAFT, None, None, None)


@pytest.mark.parametrize("state", [EntryState.QUEUED, EntryState.SENDING, EntryState.UNCERTAIN, EntryState.SENT])
def test_what_is_on_its_way_is_not_the_persons_to_change(desk: Desk, state: EntryState) -> None:
    number = desk.store.write(lambda books: review.add_by_hand(books, DAY, 60, Wish(MARLOW), "UTC")).result()

    def move(books: Books) -> None:
        entry = books.entries.entry(number)
        assert entry is not None
        books.entries.put(replace(entry, state=state, remote=RemoteEntryId(1)))

    desk.write(move)
    refused(desk, "entry.not_ours", lambda books: review.edit(books, number, Wish(LEASE)))
    refused(desk, "entry.not_ours", lambda books: review.discard(books, number))
    refused(desk, "entry.unknown", lambda books: review.discard(books, EntryId(77)))


@pytest.mark.parametrize("seconds", [0, -1, 86_401, 10**30])
def test_a_day_has_at_most_a_day(desk: Desk, seconds: int) -> None:
    refused(desk, "seconds.range", lambda books: review.add_by_hand(books, DAY, seconds, Wish(MARLOW), "UTC"))


def test_the_activity_type_decides_whether_it_is_billed(desk: Desk) -> None:
    travel = ActivityType(ActivityTypeId(302), "Travel")
    desk.write(lambda books: books.matters.put_activity_types([ADMIN, travel]))
    desk.write(lambda books: preferences.change(books, "ACTIVITY_TYPES_NON_BILLABLE", '" admin,  INTERNAL ", Travel'))
    desk.write(lambda books: books.matters.put_activity_types([ADMIN]))
    assert desk.store.read(lambda books: review.activity_type_named(books, "ADMIN,  internal")) == ADMIN.id
    for wish, charge in (
        (Wish(MARLOW, ADMIN.id), Charge.NON_BILLABLE),
        (Wish(MARLOW, ADMIN.id, charge=Charge.BILL), Charge.BILL),
        (Wish(MARLOW), Charge.BILL),
    ):
        number = desk.store.write(lambda books, wish=wish: review.add_by_hand(books, DAY, 60, wish, "UTC")).result()
        entry = desk.store.read(lambda books, number=number: books.entries.entry(number))
        assert entry is not None
        assert entry.draft.charge is charge
    known = Settings(desk.store.read(lambda books: books.settings.all()))
    assert review.unknown_non_billable(known, [ADMIN.name]) == ("Travel",)
    refused(desk, "activity_type.unknown", lambda books: review.activity_type_named(books, "Adminn"))


def test_an_entry_seen_from_another_zone_is_still_that_entry(desk: Desk) -> None:
    """Worked and sent in London, looked at from Sydney, where it is the next day."""
    desk.worked(16 * 60, 10, "Marlow v Hartley")  # 01:00 UTC on the day after
    desk.worked(5 * 60, 10, "Marlow v Hartley")
    number = desk.draft(desk.day().rows[0].row.id)
    desk.send(number)
    sydney = desk.day(date(2026, 3, 3), ZoneInfo("Australia/Sydney"))
    states = {row.row.entry: (row.state, row.matter) for row in sydney.rows}
    assert states[number] == (RowState.SENT, MARLOW)
    assert sydney.totals.sent == 10 * MINUTE


# Totals ---------------------------------------------------------------------------------------------------------


@given(
    st.lists(
        st.tuples(
            st.integers(0, 20),
            st.integers(1, 200),
            st.sampled_from([None, "a", "Marlow v Hartley", "Wattle Lease"]),
            st.sampled_from(Presence),
        ),
        max_size=12,
    ),
    st.booleans(),
)
@settings(max_examples=40)
def test_elapsed_is_active_and_private_and_away(
    tmp_path_factory: pytest.TempPathFactory, stays: list[tuple[int, int, str | None, Presence]], drafted: bool
) -> None:
    store = open_store(tmp_path_factory.mktemp("day"))
    try:
        desk = Desk(store)
        at = 0
        told = {"active": 0, "private": 0}
        for gap, length, title, presence in stays:
            at += gap
            if at + length < 14 * 60:
                desk.worked(at, length, title, presence)
                there = length * MINUTE if presence in (Presence.ACTIVE, Presence.PRESENT) else 0
                told["private" if title is None else "active"] += there
                at += length
        desk.rematch()
        if drafted:
            for number in desk.write(lambda books: review.draft_tagged(books, DAY, UTC, "UTC")):  # type: ignore[attr-defined]
                desk.send(number)
        day = desk.day()
        totals = day.totals
        assert totals.elapsed == totals.active + totals.private + totals.possible + totals.away
        assert {"active": totals.active, "private": totals.private} == told
        assert totals.away >= 0
        assert 0 <= totals.sent <= totals.tagged <= totals.active
        assert totals.sent == (totals.tagged if drafted else 0)
        assert store.read(lambda books: worked_by_day(books, DAY, DAY, UTC))[DAY] == totals.worked == totals.active
    finally:
        store.close()


# Preferences ----------------------------------------------------------------------------------------------------


def test_a_bad_value_is_refused_and_the_old_one_stays(desk: Desk) -> None:
    desk.write(lambda books: preferences.change(books, "billable_time_rounding_sec", " 360 "))
    with pytest.raises(BadSetting, match="BILLABLE_TIME_ROUNDING_SEC"):
        desk.write(lambda books: preferences.change(books, "BILLABLE_TIME_ROUNDING_SEC", "six minutes"))
    now = desk.store.read(lambda books: preferences.preference(books, "billable_TIME_rounding_sec"))
    assert (now.name, now.value, now.default, now.source) == ("BILLABLE_TIME_ROUNDING_SEC", 360, 0, "mine")
    desk.write(lambda books: preferences.change(books, "BILLABLE_TIME_ROUNDING_SEC", "  "))
    now = desk.store.read(lambda books: preferences.preference(books, "BILLABLE_TIME_ROUNDING_SEC"))
    assert (now.value, now.source) == (0, "default")


def test_the_secret_is_never_shown(desk: Desk) -> None:
    desk.write(lambda books: preferences.change(books, "connection.client_secret", "hunter2"))
    shown = desk.store.read(preferences.preferences)
    assert "hunter2" not in repr(shown)
    assert {each.name: each.source for each in shown}["connection.client_secret"] == "mine"


def test_a_pattern_too_wild_is_refused_by_name(desk: Desk) -> None:
    with pytest.raises(BadSetting) as error:
        desk.write(lambda books: preferences.change(books, "privacy.excluded_titles", "*a*b*c*d*e*f*g*h*i*"))
    assert error.value.name == "privacy.excluded_titles"
    rules = desk.store.read(lambda books: preferences.recording_rules(books, Lists()))
    assert rules.privacy.excluded.titles == ()


def test_text_that_no_file_can_hold_is_no_crash(desk: Desk) -> None:
    desk.write(lambda books: preferences.change(books, "connection.client_id", "half \udcff a letter"))
