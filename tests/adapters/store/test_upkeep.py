"""Counting, letting go of what is old, and carrying everything away, over a real timeline."""

from __future__ import annotations

import json
from collections.abc import Iterator, Mapping
from dataclasses import replace
from datetime import date, timedelta
from functools import partial
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest
from hypothesis import HealthCheck, given, settings
from hypothesis import strategies as st

from tests.adapters.store.test_captured import meaning, record, stories, trying
from tests.adapters.store.test_forgetting import raw
from tests.fakes.clock import MONDAY, FakeClock
from tests.services.office import KEY, open_store
from wisestep_desktop.adapters.export.json_lines import JsonLines
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.bootstrap.leaving import premises
from wisestep_desktop.core.days_of_use import LONG_ENOUGH, NEEDED, Leap
from wisestep_desktop.core.entries import Draft, Part
from wisestep_desktop.core.errors import BadInput, KeyUnavailable, StoreError
from wisestep_desktop.core.ids import MatterId, PostingKey, RemoteEntryId, TitleId
from wisestep_desktop.core.instants import HOUR, MINUTE, day_span, local_date
from wisestep_desktop.core.learning import Lesson, Trait
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.presence import Presence, PresenceSpan
from wisestep_desktop.core.report import days
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.ports.store import Books
from wisestep_desktop.ports.timeline import Tag
from wisestep_desktop.ports.upkeep import FileKind
from wisestep_desktop.services import preferences
from wisestep_desktop.services.capture import Recorder, Rules
from wisestep_desktop.services.days_of_use import leap, needs_noting, note, read
from wisestep_desktop.services.forget import SCRUB_OWED
from wisestep_desktop.services.leaving import carry_away, delete_everything
from wisestep_desktop.services.matching import Recogniser
from wisestep_desktop.services.reporting import recorded
from wisestep_desktop.services.retention import Sweep, due, kept_of, last, sweep
from wisestep_desktop.services.stored import stored
from wisestep_desktop.services.timeline import DayRow, RowState, read_day

ZONE = ZoneInfo("Australia/Sydney")
OLD = 120


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    opened = open_store(tmp_path)
    yield opened
    opened.close()


@pytest.fixture
def clock() -> FakeClock:
    return FakeClock(MONDAY, "Australia/Sydney")


def put(store: SqlStore, name: str, text: str) -> None:
    store.write(lambda books: preferences.change(books, name, text)).result()


def ago(clock: FakeClock, many: int, hour: int = 9) -> Instant:
    """Return an hour of a day so many days ago."""
    day = local_date(clock.read().wall, ZONE) - timedelta(days=many)
    return Instant(day_span(day, ZONE).start + hour * HOUR)


def live(books: Books, at: Instant) -> dict[str, TitleId | None]:
    """Live half a day: a title of a matter, one without, a private window, one thrown away, one drafted, one sent."""
    books.timeline.put_presence(PresenceSpan(Span(at, Instant(at + 4 * HOUR)), Presence.ACTIVE, None))
    made = {}
    for number, name in enumerate(("tagged", "idle", None, "trash", "draft", "sent")):
        made[str(name)] = record(books, at + number * 30 * MINUTE, name, 30 * MINUTE)
    tagged, trash, draft, sent = (made[name] for name in ("tagged", "trash", "draft", "sent"))
    assert tagged is not None
    assert trash is not None
    assert draft is not None
    assert sent is not None
    books.timeline.save_matches([(tagged, meaning(10482))], "v")
    books.timeline.put_tag(Tag(trash, Instant(at + HOUR), None, trashed=True))
    day = local_date(at, ZONE)
    for title, start in ((draft, at + 2 * HOUR), (sent, at + 2 * HOUR + 30 * MINUTE)):
        span = Span(Instant(start), Instant(start + 30 * MINUTE))
        key = books.entries.add(
            Draft(day, "Australia/Sydney", MatterId(10482), narrative="x", parts=(Part(title, span),))
        )
        if title == sent:
            entry = books.entries.entry(key)
            assert entry is not None
            books.entries.put(
                replace(
                    entry, state=EntryState.SENT, key=PostingKey(f"ws-{at}"), remote=RemoteEntryId(7), text_sent="x"
                )
            )
    return made


def live_on(store: SqlStore, clock: FakeClock, many: int) -> None:
    """Use the computer on so many days; the clock stands in the evening of the last."""
    for number in range(many):
        clock.advance(24 * HOUR if number else 0)
        store.write(lambda books: note(books, clock, LONG_ENOUGH)).result()


def rows(store: SqlStore, at: Instant) -> dict[str, DayRow]:
    return store.read(
        lambda books: {each.window.title: each for each in read_day(books, local_date(at, ZONE), ZONE).rows}
    )


def test_what_is_old_and_nobody_needs_goes_and_the_rest_stays(
    store: SqlStore, clock: FakeClock, tmp_path: Path
) -> None:
    old, young = ago(clock, OLD), ago(clock, 3)
    store.write(lambda books: live(books, old)).result()
    before = rows(store, old)
    told = sweep(store, clock, vouched=True)
    assert told == Sweep(
        "2026-03-02", "2025-12-02", visits=3, millis=90 * MINUTE, titles=2, days=1, unsent=1,
        unsent_millis=30 * MINUTE, drafts=1,
    )  # fmt: skip
    after = rows(store, old)
    assert set(after) == {"tagged", "draft", "sent"}
    assert {name: after[name] for name in after} == {name: before[name] for name in after}
    assert store.read(last) == told
    assert b"idle" not in raw(tmp_path)
    assert store.read(lambda books: books.settings.fact(SCRUB_OWED)) is None
    store.write(lambda books: live(books, young)).result()
    again = sweep(store, clock, vouched=True)
    assert again is not None
    assert (again.visits, again.days, again.unsent) == (0, 0, 1)
    assert len(rows(store, young)) == 6


def test_a_long_past_goes_in_parts_and_stays_due_until_the_last(store: SqlStore, clock: FakeClock) -> None:
    for many in range(OLD, OLD + 5):
        store.write(partial(live, at=ago(clock, many))).result()
    parts = [sweep(store, clock, vouched=True, most=2) for _ in range(3)]
    assert [each.days for each in parts if each is not None] == [2, 2, 1]
    assert store.read(lambda books: books.settings.fact(SCRUB_OWED)) is None
    assert store.read(last) == parts[-1]
    assert not store.read(lambda books: due(books, clock))


def test_with_a_warning_unsent_time_goes_too_and_reports_go_on_counting(store: SqlStore, clock: FakeClock) -> None:
    old = ago(clock, OLD)
    store.write(lambda books: live(books, old)).result()
    day = local_date(old, ZONE)
    counted = store.read(lambda books: recorded(books, day, day, ZONE))
    assert counted == {day: {MatterId(10482): 30 * MINUTE, None: 30 * MINUTE}}
    tried = sweep(store, clock, vouched=True, try_only=True, unsent_too=True)
    assert tried is not None
    assert (tried.visits, tried.unsent) == (4, 0)
    assert len(rows(store, old)) == 6
    assert store.read(last) is None
    sweep(store, clock, vouched=True)
    told = sweep(store, clock, vouched=True, unsent_too=True)
    assert told is not None
    assert (told.visits, told.millis) == (1, 30 * MINUTE)
    assert set(rows(store, old)) == {"draft", "sent"}
    assert store.read(lambda books: recorded(books, day, day, ZONE)) == counted
    assert store.read(lambda books: books.captured.by_day(day, day, ZONE)) == {}


@pytest.mark.parametrize(("name", "text"), [("retention.legal_hold", "TRUE"), ("retention.days", "0")])
def test_a_hold_or_no_limit_keeps_all(store: SqlStore, clock: FakeClock, name: str, text: str) -> None:
    store.write(lambda books: live(books, ago(clock, OLD))).result()
    put(store, name, text)
    assert sweep(store, clock, vouched=True) is None
    assert not store.read(lambda books: due(books, clock))
    assert len(rows(store, ago(clock, OLD))) == 6


def test_it_is_due_once_a_day(store: SqlStore, clock: FakeClock) -> None:
    live_on(store, clock, NEEDED)
    assert store.read(lambda books: due(books, clock))
    sweep(store, clock)
    assert not store.read(lambda books: due(books, clock))
    clock.advance(24 * HOUR)
    assert store.read(lambda books: due(books, clock))


def test_a_clock_that_jumped_lets_nothing_go_until_it_stood_for_days(store: SqlStore, clock: FakeClock) -> None:
    young = ago(clock, 3)
    store.write(lambda books: live(books, young)).result()
    assert sweep(store, clock) is None
    live_on(store, clock, NEEDED)
    right = clock.read().wall
    clock.set_wall(right + 365 * 24 * HOUR)
    for _ in range(NEEDED - 1):
        clock.advance(24 * HOUR)
        store.write(lambda books: note(books, clock, LONG_ENOUGH)).result()
        told = sweep(store, clock)
        assert told is not None
        assert (told.visits, told.days) == (0, 0)
    found = store.read(lambda books: leap(books, clock))
    assert found is not None
    assert (found.before, found.missing) == (local_date(right, ZONE), 1)
    clock.set_wall(right)
    store.write(lambda books: note(books, clock)).result()
    sweep(store, clock)
    assert store.read(lambda books: leap(books, clock)) is None
    assert len(rows(store, young)) == 6


def test_after_months_off_old_records_go_once_the_clock_stood_for_days(store: SqlStore, clock: FakeClock) -> None:
    old = ago(clock, 3)
    store.write(lambda books: live(books, old)).result()
    live_on(store, clock, NEEDED)
    clock.sleep(100 * 24 * HOUR)
    live_on(store, clock, NEEDED)
    sweep(store, clock)
    assert set(rows(store, old)) == {"tagged", "draft", "sent"}


def test_somebody_who_says_that_the_clock_is_right_is_believed(store: SqlStore, clock: FakeClock) -> None:
    old = ago(clock, OLD)
    store.write(lambda books: live(books, old)).result()
    assert store.read(lambda books: leap(books, clock)) == Leap(local_date(old, ZONE), date(2026, 3, 2), NEEDED)
    assert sweep(store, clock) is None
    told = sweep(store, clock, vouched=True)
    assert told is not None
    assert told.visits == 3


def test_what_was_recorded_by_a_clock_that_was_behind_is_kept_its_full_time(store: SqlStore, clock: FakeClock) -> None:
    live_on(store, clock, NEEDED)
    right = clock.read().wall
    clock.set_wall(MONDAY - 20_000 * 24 * HOUR)
    assert store.read(lambda books: needs_noting(books, clock))
    Recorder(store, clock, Recogniser(), lambda _books: Rules())
    lived = clock.read().wall
    store.write(lambda books: live(books, lived)).result()
    clock.set_wall(right + 24 * HOUR)
    store.write(lambda books: note(books, clock)).result()
    assert not store.read(lambda books: needs_noting(books, clock))
    sweep(store, clock, vouched=True)
    assert len(rows(store, lived)) == 6
    clock.sleep(91 * 24 * HOUR)
    sweep(store, clock, vouched=True)
    assert set(rows(store, lived)) == {"tagged", "draft", "sent"}
    assert not store.read(read).behind


def test_a_matter_that_was_put_on_an_hour_elsewhere_holds_it(store: SqlStore, clock: FakeClock) -> None:
    old = ago(clock, OLD)

    def job(books: Books) -> None:
        books.timeline.put_presence(PresenceSpan(Span(old, Instant(old + 2 * HOUR)), Presence.ACTIVE, None))
        title = record(books, old, "abroad", 2 * HOUR)
        assert title is not None
        books.timeline.put_tag(Tag(title, Instant(old + 15 * MINUTE), MatterId(10482)))  # an hour in Kathmandu

    store.write(job).result()
    day = local_date(old, ZONE)
    told = sweep(store, clock, vouched=True)
    assert told is not None
    assert (told.visits, told.millis) == (1, HOUR)
    left = store.read(lambda books: read_day(books, day, ZONE)).rows
    assert [each.row.span for each in left] == [
        Span(Instant(old + 15 * MINUTE), Instant(old + HOUR)),
        Span(Instant(old + HOUR), Instant(old + 75 * MINUTE)),
    ]
    assert store.read(lambda books: recorded(books, day, day, ZONE)) == {day: {None: 2 * HOUR}}
    assert sweep(store, clock, vouched=True, try_only=True) == Sweep("2026-03-02", "2025-12-02")


def test_what_was_learned_stays(store: SqlStore, clock: FakeClock) -> None:
    old = ago(clock, OLD)

    def job(books: Books) -> None:
        live(books, old)
        books.learning.put([Lesson(Trait.TITLE, "idle", "idle", MatterId(10482), 1.0, 0.0, old)])

    store.write(job).result()
    sweep(store, clock, vouched=True)
    assert len(store.read(lambda books: books.learning.lessons())) == 1


@settings(deadline=None, max_examples=60, suppress_health_check=[HealthCheck.function_scoped_fixture])
@given(stories(), st.booleans())
def test_whatever_happened_rows_that_stay_are_as_they_were_and_every_sum_is_right(
    drawn_store: SqlStore, story: object, unsent_too: bool
) -> None:
    day, zone, tell = story  # type: ignore[misc]
    first, until = day - timedelta(days=2), day + timedelta(days=3)

    def every(books: Books) -> list[DayRow]:
        return [row for each in days(first, until) for row in read_day(books, each, zone).rows]

    def job(books: Books) -> None:
        for change in tell(books):
            change(books)
        before, counted = every(books), recorded(books, first, until, zone)
        entries = books.entries.entries()
        for each in days(first, until):
            kept = kept_of(read_day(books, each, zone).rows, unsent_too=unsent_too)
            books.upkeep.expire(day_span(each, zone), kept)
            assert books.upkeep.spare(day_span(each, zone), kept) is None
        books.upkeep.drop_titles()
        after = every(books)
        stay = [each for each in before if _stays(each, unsent_too=unsent_too)]
        were, are = long_enough(stay), long_enough(after)
        assert told(are) == told(were)
        assert all(abs(one.row.worked - other.row.worked) <= SLACK for one, other in zip(are, were, strict=True))
        assert nearly(recorded(books, first, until, zone), counted)
        assert books.entries.entries() == entries

    trying(drawn_store, job)


Sums = Mapping[date, Mapping[MatterId | None, int]]
SLACK = 20
"""Milliseconds: where records overlap, those that are cut at one moment begin one after the other."""


def long_enough(rows: list[DayRow]) -> list[DayRow]:
    """Return the rows that are longer than the slack."""
    return [each for each in rows if each.row.worked > SLACK]


def told(rows: list[DayRow]) -> list[tuple[object, ...]]:
    """Return what rows say but for how long they are."""
    return [(each.row.title, each.row.since, each.row.entry, each.matter, each.state, each.window) for each in rows]


def nearly(sums: Sums, others: Sums) -> bool:
    """Tell whether sums of days are the same, to the slack."""
    keys = {(day, matter) for each in (sums, others) for day in each for matter in each[day]}
    return all(
        abs(sums.get(day, {}).get(matter, 0) - others.get(day, {}).get(matter, 0)) <= SLACK for day, matter in keys
    )


def _stays(row: DayRow, *, unsent_too: bool) -> bool:
    if row.state in (RowState.SENT, RowState.DRAFT):
        return True
    return row.state is RowState.OPEN and row.matter is not None and not unsent_too


@pytest.fixture(scope="module")
def drawn_store(tmp_path_factory: pytest.TempPathFactory) -> Iterator[SqlStore]:
    made = open_store(tmp_path_factory.mktemp("upkeep"))
    yield made
    made.close()


# What is stored, carried away, deleted -----------------------------------------------------------------------------


def test_everything_is_counted(store: SqlStore, clock: FakeClock, tmp_path: Path) -> None:
    old = ago(clock, OLD)
    store.write(lambda books: live(books, old)).result()
    (tmp_path / "timeline.db.schema3").write_bytes(b"x" * 100)
    (tmp_path / "wisestep.log").write_text("x")
    (tmp_path / "wisestep.faults").write_text("xx")
    (tmp_path / "crash-report.txt").write_text("xxx")
    (tmp_path / "mine.txt").write_text("x")
    told = stored(store, premises(tmp_path))
    count = told.census
    assert (count.visits, count.titles, count.tags, count.drafts, count.sent, count.waiting) == (6, 5, 1, 1, 1, 0)
    assert (count.since, count.until) == (old, old + 3 * HOUR)
    assert told.size(FileKind.COPY) == 100
    assert told.size(FileKind.LOG) == 1
    assert told.size(FileKind.CRASH) == 5
    assert told.size(FileKind.TIMELINE) > 100_000
    assert told.total == sum(each.size for each in told.files)
    assert "mine.txt" not in {each.name for each in told.files}


def test_an_empty_timeline_is_counted_too(store: SqlStore, tmp_path: Path) -> None:
    count = stored(store, premises(tmp_path)).census
    assert (count.since, count.until, count.visits) == (None, None, 0)


def test_everything_is_carried_away_without_secrets(store: SqlStore, clock: FakeClock, tmp_path: Path) -> None:
    store.write(lambda books: live(books, ago(clock, 1))).result()
    put(store, "connection.client_secret", "hunter2")
    put(store, "review.goal_hours", "7")
    target = tmp_path / "all.jsonl"
    counts = carry_away(store, clock, JsonLines(), target, version="1", force=False)
    lines = [json.loads(line) for line in target.read_text("utf-8").splitlines()]
    assert sum(counts.values()) == len(lines)
    assert lines[0]["kind"] == "about"
    assert target.stat().st_mode & 0o077 == 0
    assert "hunter2" not in target.read_text("utf-8")
    [visit] = [each for each in lines if each["kind"] == "visit" and each["title"] == "tagged"]
    assert visit == {
        "kind": "visit", "start": "2026-02-28T22:00:00.000+00:00", "milliseconds": 30 * MINUTE, "private": 0,
        "application": "Word", "title": "tagged", "document": None, "recognised": 10482,
    }  # fmt: skip
    assert {each["name"] for each in lines if each["kind"] == "setting"} == {"review.goal_hours"}
    assert counts["entry"] == counts["entry_part"] == 2
    with pytest.raises(BadInput) as refused:
        carry_away(store, clock, JsonLines(), target, version="1", force=False)
    assert refused.value.code == "export.exists"
    carry_away(store, clock, JsonLines(), target, version="1", force=True)


class Vault:
    """Keeps a key, and may refuse to forget it."""

    kind = "memory"

    def __init__(self) -> None:
        self.key: bytes | None = KEY

    def load(self) -> bytes | None:
        return self.key

    def keep(self, key: bytes) -> None:
        self.key = key

    def forget(self) -> None:
        self.key = None


def test_deleting_everything_leaves_what_is_not_ours(store: SqlStore, tmp_path: Path) -> None:
    (tmp_path / "wisestep.log.1").write_text("x")
    (tmp_path / "crash-report.txt").write_text("x")
    (tmp_path / "recording.lock").touch()
    (tmp_path / "mine.txt").write_text("x")
    vault = Vault()
    delete_everything(store, premises(tmp_path), vault)
    assert [each.name for each in tmp_path.iterdir()] == ["mine.txt"]
    assert vault.key is None
    with pytest.raises(StoreError):
        store.read(lambda books: books.upkeep.census())


def test_a_folder_of_nobody_else_goes_too(tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    delete_everything(open_store(folder), premises(folder), Vault())
    assert not folder.exists()


def test_a_legal_hold_stops_it(store: SqlStore, tmp_path: Path) -> None:
    put(store, "retention.legal_hold", "TRUE")
    vault = Vault()
    with pytest.raises(BadInput) as refused:
        delete_everything(store, premises(tmp_path), vault)
    assert refused.value.code == "erase.legal_hold"
    assert vault.key == KEY
    assert store.read(lambda books: books.upkeep.census()).visits == 0


def test_a_file_that_stays_is_named_and_the_key_is_kept(
    store: SqlStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    unlink = Path.unlink

    def refuse(path: Path, *, missing_ok: bool = False) -> None:
        if path.name == "timeline.db":
            raise PermissionError(13, "Permission denied")
        unlink(path, missing_ok=missing_ok)

    monkeypatch.setattr(Path, "unlink", refuse)
    vault = Vault()
    with pytest.raises(StoreError) as refused:
        delete_everything(store, premises(tmp_path), vault)
    assert (refused.value.code, vault.key) == ("erase.left", KEY)
    assert not (tmp_path / "wisestep.log").exists()


def test_a_keyring_that_refuses_says_so(store: SqlStore, tmp_path: Path) -> None:
    class Locked(Vault):
        def forget(self) -> None:
            raise KeyUnavailable("keyring.locked")

    with pytest.raises(KeyUnavailable):
        delete_everything(store, premises(tmp_path), Locked())


def test_a_day_is_a_date(clock: FakeClock) -> None:
    assert local_date(ago(clock, 0), ZONE) == date(2026, 3, 2)
