"""A history of ActivityWatch becomes part of the timeline: redacted, once, beside what was recorded here."""

from __future__ import annotations

import contextlib
import itertools
import json
from collections.abc import Iterator
from datetime import UTC, datetime, timedelta
from pathlib import Path
from typing import Any

import pytest
from hypothesis import given
from hypothesis import strategies as st

from tests.fakes.clock import MONDAY, FakeClock
from tests.services.office import open_store
from tests.services.recording_desk import RULES
from wisestep_desktop.adapters.activitywatch import ActivityWatchFile
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.core.errors import BadInput, StoreError
from wisestep_desktop.core.instants import MINUTE
from wisestep_desktop.core.observation import PRIVATE, Window
from wisestep_desktop.core.presence import Presence, PresenceSpan
from wisestep_desktop.core.spans import Instant, Span, merge, total
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services.importing import Imported, take_over
from wisestep_desktop.services.matching import Recogniser
from wisestep_desktop.services.timeline import read_day

NINE = datetime(2026, 2, 24, 9, tzinfo=UTC)
START = int(NINE.timestamp() * 1_000)
EVER = Span(Instant(0), Instant(2**50))
LEASE, MAIL, VAULT = ("Word", "Lease.docx"), ("Outlook", "Inbox"), ("KeePass.exe", "all passwords")


def window(minute: float, minutes: float, app: str, title: str) -> dict[str, Any]:
    return event(minute, minutes, {"app": app, "title": title})


def afk(minute: float, minutes: float, status: str = "not-afk") -> dict[str, Any]:
    return event(minute, minutes, {"status": status})


def event(minute: float, minutes: float, data: dict[str, Any]) -> dict[str, Any]:
    at = NINE + timedelta(minutes=minute)
    return {"id": None, "timestamp": at.isoformat(), "duration": minutes * 60, "data": data}


def export(
    *windows: dict[str, Any], there: list[dict[str, Any]] | None = None, more: dict[str, Any] | None = None
) -> str:
    buckets: dict[str, Any] = {
        "aw-watcher-window_pc": {"id": "w", "created": "x", "type": "currentwindow", "events": list(windows)},
        "aw-watcher-web": {"type": "web.tab.current", "events": [event(0, 9, {"url": "https://x", "title": "secret"})]},
    }
    if there is not None:
        buckets["aw-watcher-afk_pc"] = {"type": "afkstatus", "events": there}
    return json.dumps({"buckets": buckets | (more or {})})


class Other:
    """A timeline, a clock a week after what is imported, and a file."""

    def __init__(self, folder: Path) -> None:
        self.store = open_store(folder / "data")
        self.clock = FakeClock()
        self.file = folder / "buckets.json"

    def take(self, text: str, **how: bool) -> Imported:
        self.file.write_text(text, "utf-8")
        return take_over(
            self.store, self.clock, Recogniser(), ActivityWatchFile(self.file), lambda _books: RULES, **how
        )

    def visits(self) -> list[tuple[float, float, Window]]:
        def job(books: Books) -> list[tuple[float, float, Window]]:
            found = books.timeline.visits(EVER)
            titles = books.timeline.titles(each.title for each in found if each.title is not None)
            return [
                (
                    (each.span.start - START) / MINUTE,
                    each.span.length / MINUTE,
                    PRIVATE if each.title is None else titles[each.title].window,
                )
                for each in found
            ]

        return self.store.read(job)


@pytest.fixture
def other(tmp_path: Path) -> Iterator[Other]:
    made = Other(tmp_path)
    yield made
    made.store.close()


def test_windows_and_presence_become_a_day_and_twice_is_once(other: Other) -> None:
    text = export(window(0, 20, *LEASE), window(20, 10, *MAIL), there=[afk(0, 25), afk(25, 60, "afk")])
    done = other.take(text)
    assert (done.days, done.visits, done.millis, done.worked, done.known) == (1, 2, 30 * MINUTE, 25 * MINUTE, 0)
    day = other.store.read(lambda books: read_day(books, NINE.date(), UTC))
    assert [(row.window.title, row.row.worked / MINUTE) for row in day.rows] == [("Lease.docx", 20), ("Inbox", 5)]
    before = other.visits()
    again = other.take(text)
    assert (again.days, again.visits, again.known) == (0, 0, 30 * MINUTE)
    assert other.visits() == before


def test_a_private_window_never_reaches_the_disk_nor_what_another_program_noted_in_a_browser(other: Other) -> None:
    done = other.take(export(window(0, 5, *VAULT), window(5, 5, "Word", "Smith divorce"), there=[afk(0, 10)]))
    assert done.private == done.visits == 1
    assert other.visits() == [(0, 10, PRIVATE)]
    other.store.close()
    assert all(b"passwords" not in file.read_bytes() for file in other.store.path.parent.iterdir())


def test_what_was_recorded_here_wins(other: Other) -> None:
    def job(books: Books) -> None:
        at = Instant(START + 5 * MINUTE)
        books.timeline.open_visit(at, Window("Word", "Ours"))
        books.timeline.extend_visit(at, Instant(at + 10 * MINUTE))
        books.timeline.put_presence(PresenceSpan(Span(at, Instant(at + 12 * MINUTE)), Presence.ACTIVE))

    other.store.write(job).result()
    done = other.take(export(window(0, 30, *LEASE), there=[afk(0, 30)]))
    assert (done.known, done.millis) == (12 * MINUTE, 18 * MINUTE)
    theirs = Window(*LEASE)
    assert other.visits() == [(0, 5, theirs), (5, 10, Window("Word", "Ours")), (17, 13, theirs)]


def test_nothing_of_the_last_minutes_and_the_future_is_taken_over(other: Other) -> None:
    late = (MONDAY - START) / MINUTE
    done = other.take(export(window(late - 10, 60, *LEASE), there=[afk(late - 10, 90)]))
    assert other.visits() == [(late - 10, 5, Window(*LEASE))]
    assert done.last == MONDAY - 5 * MINUTE


def test_without_presence_only_where_somebody_says_so(other: Other) -> None:
    text = export(window(0, 30, *LEASE))
    with pytest.raises(BadInput, match=r"import\.no_presence"):
        other.take(text)
    assert other.visits() == []
    assert other.take(text, without_presence=True).worked == 30 * MINUTE


def test_a_dry_run_tells_the_same_and_writes_nothing(other: Other) -> None:
    text = export(window(0, 20, *LEASE), window(10, 40 * 60, *MAIL), there=[afk(0, 3_000)])
    told = other.take(text, dry_run=True)
    assert other.visits() == []
    assert other.take(text) == told
    assert told.days == 3


def test_broken_off_in_the_middle_it_goes_on_where_it_was(other: Other) -> None:
    text = export(*(window(24 * 60 * day, 60, *LEASE) for day in range(4)), there=[afk(0, 24 * 60 * 4)])
    whole = other.take(text, dry_run=True)
    real = other.store.write
    left = [2]

    def fails(job: Any) -> Any:  # noqa: ANN401
        if not left[0]:
            raise StoreError("store.disk_full")
        left[0] -= 1
        return real(job)

    other.store.write = fails  # type: ignore[method-assign]
    with pytest.raises(StoreError):
        other.take(text)
    other.store.write = real  # type: ignore[method-assign]
    assert len(other.visits()) == 2
    rest = other.take(text)
    assert rest.visits == 2
    assert total(Span(Instant(round(a)), Instant(round(a + b))) for a, b, _ in other.visits()) * MINUTE == whole.millis


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "import.not_activitywatch"),
        ("[]", "import.not_activitywatch"),
        ("{}", "import.not_activitywatch"),
        ('{"buckets": 3}', "import.not_activitywatch"),
        ('{"buckets": {"a": {"type": "currentwindow", "events": [{', "import.not_activitywatch"),
        (export(window(0, 1, *LEASE), there=[])[:-1], "import.not_activitywatch"),
        (export(window(0, 1, *LEASE), there=[]) + "x", "import.not_activitywatch"),
        ('{"buckets": {"a": ' + "[" * 100_000, "import.not_activitywatch"),
        ('{"buckets": {"a": {"type": "' + "x" * 10_000_000, "import.not_activitywatch"),
        (export({"timestamp": "yesterday", "duration": 1, "data": {"app": "a", "title": "b"}}), "import.bad_event"),
        (export({"timestamp": "2026-02-24T09:00:00", "duration": 1, "data": {"app": "a"}}), "import.bad_event"),
        (export({**window(0, 1, *LEASE), "duration": -1}), "import.bad_event"),
        (export({**window(0, 1, *LEASE), "duration": "1"}), "import.bad_event"),
        (export({**window(0, 1, *LEASE), "duration": float("nan")}), "import.not_activitywatch"),
        (export({**window(0, 1, *LEASE), "data": None}), "import.bad_event"),
        (export(there=[afk(0, 1)]), "import.no_windows"),
    ],
)
def test_a_bad_file_is_one_sentence_and_nothing_is_written(other: Other, text: str, code: str) -> None:
    with pytest.raises(BadInput) as refused:
        other.take(text, without_presence=True)
    assert refused.value.code == code
    assert other.visits() == []


def test_a_file_that_is_not_there_or_no_text_or_too_large(other: Other) -> None:
    with pytest.raises(BadInput, match=r"file\.unreadable"):
        list(ActivityWatchFile(other.file).events())
    other.file.write_bytes(b"\xff\xfe{}")
    with pytest.raises(BadInput, match=r"import\.not_activitywatch"):
        list(ActivityWatchFile(other.file).events())
    other.file.write_bytes(b" " * 1_000_001)
    with pytest.raises(BadInput, match=r"import\.too_large"):
        list(ActivityWatchFile(other.file, largest=1).events())


def test_a_bucket_whose_kind_comes_last_is_read_all_the_same(other: Other) -> None:
    late = {"w": {"events": [window(0, 9, *LEASE)], "type": "currentwindow"}}
    done = other.take(export(there=[afk(0, 9)], more=late))
    assert done.worked == 9 * MINUTE


minutes = st.integers(0, 3_000)
events = st.lists(st.tuples(minutes, minutes, st.sampled_from([LEASE, MAIL, VAULT])), min_size=1, max_size=8)
stretches = st.lists(st.tuples(minutes, minutes, st.sampled_from(["afk", "not-afk"])), min_size=1, max_size=5)


@given(events, stretches)
def test_whatever_overlaps_no_second_is_there_twice(
    tmp_path_factory: pytest.TempPathFactory,
    told: list[tuple[int, int, tuple[str, str]]],
    there: list[tuple[int, int, str]],
) -> None:
    with contextlib.closing(SqlStore(tmp_path_factory.mktemp("overlap"), bytes(range(32)), "0")) as store:
        other = Other.__new__(Other)
        other.store, other.clock = store, FakeClock()
        other.file = store.path.with_name("buckets.json")
        text = export(*(window(at, long, *what) for at, long, what in told), there=[afk(*each) for each in there])
        noted = [Span(Instant(at), Instant(at + long)) for at, long, _ in told]
        if not total(noted):
            return
        done = other.take(text)
        assert done.millis == total(merge(noted)) * MINUTE
        found = other.visits()
        assert all(a + b <= c for (a, b, _), (c, _, _) in itertools.pairwise(found))
        assert sum(long for _, long, _ in found) == total(merge(noted))
        assert other.take(text).days == 0
