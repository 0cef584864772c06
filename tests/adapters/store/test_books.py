"""What goes into the books comes out of them, whatever it is."""

from __future__ import annotations

from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.services.office import open_store
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.core.entries import Charge, Draft, Entry, Part
from wisestep_desktop.core.errors import BadInput, StoreError
from wisestep_desktop.core.ids import (
    ActivityTypeId,
    EntryId,
    MatterId,
    ParticipantId,
    PostingKey,
    RemoteEntryId,
    TitleId,
)
from wisestep_desktop.core.matching import Candidate, Evidence, Kind, Match
from wisestep_desktop.core.matters import ActivityType, Matter, MatterMark, MatterStatus
from wisestep_desktop.core.observation import PRIVATE, Window
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.presence import Presence, PresenceSpan
from wisestep_desktop.core.records import RecordedEntry
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.ports.sign_in import Grant
from wisestep_desktop.ports.store import Books
from wisestep_desktop.ports.timeline import Tag

EVER = Span(Instant(0), Instant(4_000_000_000_000))
texts = st.text(st.characters(codec="utf-8"), max_size=30)
numbers = st.integers(1, 10**15 - 1)
instants = st.integers(0, 4 * 10**12).map(Instant)


class Undo(Exception):
    """Leaves the store as it was, so that one store serves every example."""


@pytest.fixture(scope="module")
def store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlStore]:
    made = open_store(tmp_path_factory.mktemp("books"))
    made.write(lambda books: books.timeline.open_visit(Instant(1), Window("Word", "x"))).result()
    yield made
    made.close()


def trying(store: SqlStore, job: object) -> None:
    """Run a job whose own assertions count, and undo it."""

    def and_undo(books: Books) -> None:
        job(books)  # type: ignore[operator]
        raise Undo

    with pytest.raises(Undo):
        store.write(and_undo).result()


parts = st.lists(st.tuples(st.integers(0, 10_000), st.integers(1, 3_600_000)), max_size=5).map(
    lambda pairs: tuple(
        Part(TitleId(1), Span(Instant(index * 10**7 + start), Instant(index * 10**7 + start + length)))
        for index, (start, length) in enumerate(pairs)
    )
)
drafts = st.builds(
    Draft,
    work_date=st.dates(date(1970, 1, 1), date(2200, 1, 1)),
    zone=st.sampled_from(["UTC", "Australia/Sydney"]),
    matter=st.none() | numbers.map(MatterId),
    activity_type=st.none() | numbers.map(ActivityTypeId),
    narrative=texts,
    charge=st.sampled_from(Charge),
    parts=parts,
    by_hand=st.integers(0, 86_400_000),
    started=st.none() | instants,
)


fates = st.fixed_dictionaries(
    {
        "state": st.sampled_from([state for state in EntryState if state is not EntryState.SENT]),
        "key": st.none() | texts.map(PostingKey),
        "remote": st.none() | numbers.map(RemoteEntryId),
        "text_sent": st.none() | texts,
        "billed_sent": st.none() | st.decimals(0, 10_000, places=2),
        "reason": st.none() | texts,
        "detail": st.none() | texts,
    }
)


@given(drafts, fates)
def test_entries(store: SqlStore, draft: Draft, told: dict[str, Any]) -> None:
    def job(books: Books) -> None:
        number = books.entries.add(draft)
        assert books.entries.entry(number) == Entry(number, draft)
        fate = Entry(number, draft, **told)
        books.entries.put(fate)
        assert books.entries.entry(number) == fate
        assert books.entries.entries(draft.work_date) == (fate,) == books.entries.entries()
        assert {part.span for part in books.entries.parts(EVER)} == {part.span for part in draft.parts}
        books.entries.remove(number)
        assert books.entries.entry(number) is None
        assert books.entries.parts(EVER) == ()
        assert books.entries.add(draft) == number + 1  # a number is never used twice

    trying(store, job)


@given(st.lists(st.tuples(st.integers(0, 50), st.integers(1, 20)), max_size=8))
def test_no_stretch_belongs_to_two_entries(store: SqlStore, claims: list[tuple[int, int]]) -> None:
    def job(books: Books) -> None:
        taken: set[int] = set()
        for start, length in claims:
            wanted = set(range(start, start + length))
            part = Part(TitleId(1), Span(Instant(start), Instant(start + length)))
            try:
                books.entries.add(Draft(date(2026, 3, 2), "UTC", None, parts=(part,)))
            except BadInput:
                assert wanted & taken
            else:
                assert not wanted & taken
                taken |= wanted

    trying(store, job)


def test_an_entry_cannot_be_sent_without_a_record(store: SqlStore) -> None:
    def job(books: Books) -> None:
        number = books.entries.add(Draft(date(2026, 3, 2), "UTC", None))
        books.entries.put(Entry(number, Draft(date(2026, 3, 2), "UTC", None), EntryState.SENT))

    with pytest.raises(StoreError):
        store.write(job).result()


def test_the_outbox_owes_until_it_is_settled(store: SqlStore) -> None:
    def job(books: Books) -> None:
        draft = Draft(date(2026, 3, 2), "UTC", MatterId(1), by_hand=60_000)
        entry = Entry(books.entries.add(draft), draft, EntryState.QUEUED, key=PostingKey("k"))
        books.entries.enqueue(entry, Instant(100))
        assert books.entries.claim(entry.id, Instant(99)) is None
        claimed = books.entries.claim(entry.id, Instant(100))
        assert claimed is not None
        assert claimed.state is EntryState.SENDING
        assert books.entries.claim(entry.id, Instant(200)) is None
        assert books.entries.sending() == (entry.id,)
        [record] = books.entries.outbox()
        assert (record.attempts, record.attempted, record.not_before, record.key) == (1, 100, 100, "k")
        books.entries.settle(Entry(entry.id, draft, EntryState.UNCERTAIN, key=entry.key, reason="r"))
        [record] = books.entries.outbox()
        assert (record.state, record.not_before, record.reason) == (EntryState.UNCERTAIN, 100, "r")
        books.entries.settle(Entry(entry.id, draft, EntryState.QUEUED, key=entry.key), not_before=Instant(500))
        assert books.entries.outbox()[0].not_before == 500
        books.entries.settle(Entry(entry.id, draft, EntryState.SENT, key=entry.key, remote=RemoteEntryId(5)))
        assert books.entries.outbox() == ()
        assert books.entries.sending() == ()

    trying(store, job)


matters = st.builds(
    Matter,
    id=numbers.map(MatterId),
    name=texts,
    reference=st.none() | texts.filter(bool),
    status=st.sampled_from(MatterStatus),
    clients=st.lists(texts, max_size=3).map(tuple),
    modified=st.none() | instants,
    gone=st.booleans(),
    billable=st.none() | st.booleans(),
)


@given(st.lists(matters, max_size=6, unique_by=lambda matter: matter.id))
def test_matters(store: SqlStore, some: list[Matter]) -> None:
    def job(books: Books) -> None:
        before = books.matters.version()
        assert books.matters.put_matters(some) == (len(some), 0)
        assert books.matters.matters() == tuple(sorted(some, key=lambda matter: matter.id))
        assert all(books.matters.matter(matter.id) == matter for matter in some)
        changed = books.matters.version()
        assert (changed > before) == bool(some)
        assert books.matters.put_matters(some) == (0, 0)
        assert books.matters.version() == changed
        marks = [MatterMark(each.id, each.status, each.modified, each.gone) for each in some]
        assert books.matters.unlike(marks) == ()
        assert books.matters.count() == sum(not each.gone for each in some)
        keep = {matter.id for matter in some[::2]}
        last = max((each.id for each in some), default=MatterId(0))
        books.matters.note_missing(1, MatterId(-1), last, keep)
        books.matters.note_missing(1, last, None, ())
        assert {each.id for each in books.matters.matters() if not each.gone} == {e.id for e in some if not e.gone}
        assert books.matters.hide_missing(2) == 0
        assert books.matters.hide_missing(1) == sum(not each.gone for each in some if each.id not in keep)
        assert {each.id for each in books.matters.matters() if not each.gone} <= keep
        books.matters.forget()
        assert books.matters.matters() == ()
        assert books.matters.version() > changed

    trying(store, job)


@given(
    st.lists(st.builds(ActivityType, numbers.map(ActivityTypeId), texts, texts), max_size=5, unique_by=lambda t: t.id)
)
def test_activity_types_that_vanish_are_kept_for_old_entries(store: SqlStore, types: list[ActivityType]) -> None:
    def job(books: Books) -> None:
        books.matters.put_activity_types(types)
        assert sorted(books.matters.activity_types(), key=lambda each: each.id) == sorted(
            types, key=lambda each: each.id
        )
        books.matters.put_activity_types(types[:1])
        assert books.matters.activity_types() == tuple(types[:1])
        assert all(books.matters.activity_type(each.id) == each for each in types)

    trying(store, job)


evidence = st.builds(Evidence, st.sampled_from(Kind), texts, st.integers(0, 999), st.integers(0, 999))
candidates = st.builds(
    Candidate, numbers.map(MatterId), st.floats(0, 1, width=32), st.lists(evidence, max_size=3).map(tuple)
)


@given(texts, texts, st.none() | texts.filter(bool), st.lists(candidates, min_size=1, max_size=3), st.booleans())
def test_titles_and_their_matches(
    store: SqlStore, application: str, title: str, document: str | None, found: list[Candidate], assigned: bool
) -> None:
    window = Window(application, title, document)
    match = Match(found[0].matter if assigned else None, tuple(found))

    def job(books: Books) -> None:
        known = books.timeline.open_visit(Instant(10), window)
        assert known is not None
        assert known.window == window
        again = books.timeline.open_visit(Instant(20), window)
        assert again is not None
        assert again.id == known.id
        books.timeline.save_matches([(known.id, match)], "v1")
        kept = books.timeline.titles([known.id, TitleId(10**9)])
        assert list(kept) == [known.id]
        assert (kept[known.id].match, kept[known.id].matched, kept[known.id].window) == (match, "v1", window)
        assert known.id not in {title for title, _ in books.timeline.unread(10)}
        assert (known.id, window) in books.timeline.windows(None, 10)
        assert (known.id, window) not in books.timeline.windows(known.id, 10)

    trying(store, job)


def test_visits_and_presence_that_touch_a_span_are_given_whole(store: SqlStore) -> None:
    week = 7 * 86_400_000

    def job(books: Books) -> None:
        at = Instant(2 * 10**12)
        books.timeline.open_visit(at, PRIVATE)
        books.timeline.extend_visit(at, Instant(at + 3 * week))
        books.timeline.put_presence(PresenceSpan(Span(at, Instant(at + 3 * week)), Presence.LOCKED))
        for start, end, seen in (
            (0, 1, True),
            (-1, 0, False),
            (2 * week, 2 * week + 1, True),
            (3 * week, 4 * week, False),
        ):
            within = Span(Instant(at + start), Instant(at + end))
            assert [visit.span.length for visit in books.timeline.visits(within)] == [3 * week] * seen
            assert [stay.presence for stay in books.timeline.presence(within)] == [Presence.LOCKED] * seen
        assert books.timeline.recorded_until() == at + 3 * week

    trying(store, job)


def test_tags(store: SqlStore) -> None:
    def job(books: Books) -> None:
        for tag in (Tag(TitleId(1), Instant(0), MatterId(5)), Tag(TitleId(1), Instant(0), None, trashed=True)):
            books.timeline.put_tag(tag)
            assert books.timeline.tags(EVER) == (tag,)
        assert books.timeline.tags(Span(Instant(1), Instant(2))) == ()
        books.timeline.drop_tag(TitleId(1), Instant(0))
        assert books.timeline.tags(EVER) == ()

    trying(store, job)


@given(texts, texts, instants, instants, texts)
def test_the_grant(store: SqlStore, access: str, refresh: str, expires: Instant, renewed: Instant, org: str) -> None:
    grant = Grant(access, refresh, expires, "https://x/api/rest/", org, "a b", renewed)

    def job(books: Books) -> None:
        books.settings.put_grant(grant)
        assert books.settings.grant() == grant
        books.settings.put_grant(None)
        assert books.settings.grant() is None

    trying(store, job)


def test_a_grant_never_shows_its_tokens() -> None:
    grant = Grant("access-canary", "refresh-canary", Instant(0), "https://x/", "org", "s", Instant(0))
    assert "canary" not in repr(grant) + str(grant)


@given(st.sampled_from(["a", "b"]), texts)
def test_settings_and_facts(store: SqlStore, name: str, text: str) -> None:
    def job(books: Books) -> None:
        books.settings.put(name, text)
        assert books.settings.all() == ({name: text.strip()} if text.strip() else {})
        books.settings.put(name, " ")
        assert books.settings.all() == {}
        books.settings.put_fact(name, text)
        assert books.settings.fact(name) == text
        books.settings.put_fact(name, None)
        assert books.settings.fact(name) is None

    trying(store, job)


def test_unknown_entries_are_none(store: SqlStore) -> None:
    assert store.read(lambda books: books.entries.entry(EntryId(10**9))) is None


def test_what_a_matter_was_called_stays_known(store: SqlStore) -> None:
    def job(books: Books) -> None:
        one = Matter(MatterId(7), "Smith v Jones", "SMI-1")
        books.matters.put_matters([one])
        books.matters.put_matters([replace(one, name="Smith v Jones and another")])
        books.matters.put_matters([replace(one, name="Smith v Jones and another", reference="SMI-0001")])
        known = books.matters.matter(MatterId(7))
        assert known is not None
        assert known.aliases == ("SMI-1", "Smith v Jones")
        assert books.matters.matters() == (known,)
        books.matters.put_matters([one])
        known = books.matters.matter(MatterId(7))
        assert known is not None
        assert known.aliases == ("SMI-0001", "Smith v Jones and another")

    trying(store, job)


def test_a_matter_that_was_merely_opened_makes_no_title_be_matched_again(store: SqlStore) -> None:
    def job(books: Books) -> None:
        one = Matter(MatterId(7), "Smith v Jones", modified=Instant(1))
        books.matters.put_matters([one])
        before = books.matters.version()
        assert books.matters.put_matters([replace(one, modified=Instant(2))]) == (0, 1)
        assert books.matters.version() == before
        assert books.matters.put_matters([replace(one, status=MatterStatus.CLOSED)]) == (0, 1)
        assert books.matters.version() > before

    trying(store, job)


records = st.builds(
    RecordedEntry,
    id=numbers.map(RemoteEntryId),
    key=st.none() | texts.map(PostingKey),
    work_date=st.sampled_from([date(2026, 3, 16), date(2026, 3, 17)]),
    text=texts,
    actual_hours=st.decimals(0, 24, places=2),
    billable_hours=st.decimals(0, 24, places=2),
    charge=st.sampled_from(Charge),
    matter=st.none() | numbers.map(MatterId),
    activity_type=st.none() | numbers.map(ActivityTypeId),
    owner=numbers.map(ParticipantId),
    started=st.none() | instants,
    created=st.none() | instants,
    bill_reference=st.none() | texts,
    locked=st.booleans(),
)


@given(st.lists(records, max_size=5, unique_by=lambda record: record.id))
def test_records(store: SqlStore, some: list[RecordedEntry]) -> None:
    def job(books: Books) -> None:
        day = date(2026, 3, 16)
        for record in some:
            books.records.put(record)
            assert books.records.record(record.id) == record
        here = sorted((each for each in some if each.work_date == day), key=lambda each: each.id)
        assert books.records.day(day) == tuple(here)
        assert books.records.seen(day) is None
        books.records.put_day(day, here[1:], Instant(5))
        assert books.records.seen(day) == 5
        assert [each.gone for each in books.records.day(day)] == [True] * len(here[:1]) + [False] * len(here[1:])
        for record in here[1:]:
            books.records.lose(record.id)
        assert all(each.gone for each in books.records.day(day))
        books.records.forget()
        assert books.records.day(day) == ()
        assert books.records.seen(day) is None

    trying(store, job)
