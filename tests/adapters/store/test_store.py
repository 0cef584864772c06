"""The encrypted file: nothing readable on disk, nothing half written, and a plain word for everything that fails."""

from __future__ import annotations

import os
import stat
import threading
from collections.abc import Iterator
from concurrent.futures import Future, ThreadPoolExecutor
from datetime import date
from pathlib import Path

import pytest

from tests.adapters.store.disks import small_disk
from tests.fakes.clock import MONDAY, FakeClock
from tests.services.office import KEY, open_store
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.adapters.store.store import prepare_folder
from wisestep_desktop.core.entries import Draft
from wisestep_desktop.core.errors import BadInput, KeyUnavailable, StoreError, WiseStepError
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.presence import Presence, PresenceSpan
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.ports.sign_in import Grant
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services.capture import Recorder, Rules
from wisestep_desktop.services.matching import Recogniser

EVER = Span(Instant(0), Instant(4_000_000_000_000))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    made = open_store(tmp_path)
    yield made
    made.close()


def put(store: SqlStore, name: str, text: str) -> Future[None]:
    return store.write(lambda books: books.settings.put(name, text))


# Secrecy --------------------------------------------------------------------------------------------------------

CANARIES = {
    "title": "canary-title-Marlow-divorce",
    "application": "canary-application",
    "document": "/home/canary-document.pdf",
    "narrative": "canary-narrative privileged",
    "matter": "canary-matter v Hartley",
    "client": "canary-client, Jane",
    "access": "canary-access-token",
    "refresh": "canary-refresh-token",
    "secret": "canary-client-secret",
}


def plant(books: Books) -> None:
    window = Window(CANARIES["application"], CANARIES["title"], CANARIES["document"])
    for minute in range(500):
        at = Instant(MONDAY + minute * 60_000)
        books.timeline.open_visit(at, window)
        books.timeline.extend_visit(at, Instant(at + 60_000))
        books.timeline.put_presence(PresenceSpan(Span(at, Instant(at + 60_000)), Presence.ACTIVE))
    books.matters.put_matters([Matter(MatterId(1), CANARIES["matter"], clients=(CANARIES["client"],))])
    books.entries.add(Draft(date(2026, 3, 2), "UTC", MatterId(1), narrative=CANARIES["narrative"], by_hand=60_000))
    books.settings.put("connection.client_secret", CANARIES["secret"])
    now = Instant(MONDAY)
    books.settings.put_grant(Grant(CANARIES["access"], CANARIES["refresh"], now, "https://x/", "org", "s", now))


def test_nothing_of_a_day_can_be_read_on_disk(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    store.write(plant).result()

    def leaks() -> list[tuple[str, str]]:
        written = {file.name: file.read_bytes() for file in tmp_path.iterdir()}
        assert {"timeline.db", "timeline.db-wal"} <= written.keys()
        assert sum(map(len, written.values())) > 20_000
        return [
            (name, what)
            for name, content in written.items()
            for what, text in CANARIES.items()
            for encoding in ("utf-8", "utf-16-le", "utf-16-be")
            if text.encode(encoding) in content or b"canary" in content
        ]

    assert leaks() == []
    store.write(lambda books: books.settings.put("privacy.consent", "yes")).result()
    assert leaks() == []
    store.close()
    file = (tmp_path / "timeline.db").read_bytes()
    assert not file.startswith(b"SQLite format 3")
    assert b"canary" not in file
    assert b"CREATE TABLE" not in file


@pytest.mark.skipif(os.name != "posix", reason="modes are a matter of POSIX systems")
def test_file_and_folder_are_for_this_user_only(tmp_path: Path) -> None:
    folder = tmp_path / "deep" / "er"
    open_store(folder).close()
    assert stat.S_IMODE(folder.stat().st_mode) == 0o700
    assert stat.S_IMODE((folder / "timeline.db").stat().st_mode) == 0o600


def test_the_wrong_key_opens_nothing_and_changes_nothing(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    put(store, "appearance.theme", "dark").result()
    store.close()
    before = (tmp_path / "timeline.db").read_bytes()
    with pytest.raises(KeyUnavailable, match=r"store\.wrong_key"):
        SqlStore(tmp_path, bytes(32), "0.0.1")
    assert (tmp_path / "timeline.db").read_bytes() == before
    again = open_store(tmp_path)
    assert again.read(lambda books: books.settings.all()) == {"appearance.theme": "dark"}
    again.close()


@pytest.mark.parametrize("length", [0, 16, 31, 33])
def test_a_key_has_256_bits(tmp_path: Path, length: int) -> None:
    with pytest.raises(KeyUnavailable, match=r"key\.length"):
        SqlStore(tmp_path, KEY[:length] + bytes(max(0, length - 32)), "0.0.1")


@pytest.mark.parametrize("content", [b"not a database at all, just a text" * 100, b"SQLite format 3\x00" + bytes(4096)])
def test_a_file_that_is_no_timeline_is_left_alone(tmp_path: Path, content: bytes) -> None:
    (tmp_path / "timeline.db").write_bytes(content)
    with pytest.raises(WiseStepError, match=r"store\."):
        open_store(tmp_path)
    assert (tmp_path / "timeline.db").read_bytes() == content


# Order and durability -------------------------------------------------------------------------------------------


def test_writes_happen_in_the_order_they_were_asked_for(store: SqlStore) -> None:
    seen: list[int] = []
    futures = [store.write(lambda _books, number=number: seen.append(number)) for number in range(300)]
    futures[-1].result()
    assert seen == list(range(300))


def test_all_writes_happen_on_one_thread_and_not_on_the_callers(store: SqlStore) -> None:
    names = {store.write(lambda _books: threading.current_thread().name).result() for _ in range(5)}
    assert names == {"store"}


@pytest.mark.parametrize("error", [BadInput("row.unknown"), ZeroDivisionError("a fault of ours")])
def test_a_failing_job_keeps_nothing_and_the_next_one_works(store: SqlStore, error: Exception) -> None:
    def job(books: Books) -> None:
        books.settings.put("appearance.theme", "dark")
        raise error

    with pytest.raises(type(error)):
        store.write(job).result()
    assert store.read(lambda books: books.settings.all()) == {}
    put(store, "appearance.theme", "light").result()
    assert store.read(lambda books: books.settings.all()) == {"appearance.theme": "light"}


def test_a_reader_sees_one_picture_while_somebody_writes(store: SqlStore) -> None:
    put(store, "a", "1").result()

    def look(books: Books) -> tuple[dict[str, str], dict[str, str]]:
        first = books.settings.all()
        put(store, "a", "2").result()
        return first, books.settings.all()

    first, second = store.read(look)
    assert first == second == {"a": "1"}
    assert store.read(lambda books: books.settings.all()) == {"a": "2"}


def test_a_reader_cannot_write(store: SqlStore) -> None:
    with pytest.raises(StoreError, match=r"store\.read_only"):
        store.read(lambda books: books.settings.put("a", "1"))


def test_two_programs_share_one_file(tmp_path: Path) -> None:
    left, right = open_store(tmp_path), open_store(tmp_path)
    done = [(left if number % 2 else right).write(_count) for number in range(100)]
    for each in done:
        each.result()
    assert right.read(lambda books: books.settings.fact("count")) == "100"
    left.close()
    right.close()


def _count(books: Books) -> None:
    books.settings.put_fact("count", str(int(books.settings.fact("count") or "0") + 1))


def test_after_closing_everything_asked_is_done_and_nothing_more_is_taken(tmp_path: Path) -> None:
    store = open_store(tmp_path)
    asked = [put(store, f"name{number}", "x") for number in range(200)]
    store.close()
    store.close()
    assert all(future.done() and future.exception() is None for future in asked)
    with pytest.raises(StoreError, match=r"store\.closed"):
        put(store, "late", "x").result(timeout=10)
    with pytest.raises(StoreError, match=r"store\.closed"):
        store.read(lambda books: books.settings.all())


def test_whoever_asks_while_it_closes_gets_an_answer(tmp_path: Path) -> None:
    for turn in range(20):
        store = open_store(tmp_path / str(turn))
        gate = threading.Barrier(5)
        futures: list[Future[None]] = []

        def ask(store: SqlStore = store, gate: threading.Barrier = gate, into: list[Future[None]] = futures) -> None:
            gate.wait(10)
            into.extend(put(store, "name", "x") for _ in range(40))

        threads = [threading.Thread(target=ask) for _ in range(4)]
        for thread in threads:
            thread.start()
        gate.wait(10)
        store.close()
        for thread in threads:
            thread.join(10)
        for future in futures:
            assert future.exception(timeout=10) is None or isinstance(future.exception(), StoreError)


# When the disk says no ------------------------------------------------------------------------------------------


def test_a_folder_below_a_file_is_refused_by_name(tmp_path: Path) -> None:
    (tmp_path / "file").write_text("x")
    with pytest.raises(StoreError, match=r"store\.no_folder") as refused:
        open_store(tmp_path / "file" / "folder")
    assert refused.value.params["folder"] == str(tmp_path / "file" / "folder")
    assert refused.value.params["reason"]


def test_a_read_only_disk_is_refused_by_name(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        open_store(disk.path).close()
        disk.read_only()
        with pytest.raises(StoreError, match=r"store\.no_folder.*Read-only"):
            open_store(disk.path)


def test_a_full_disk_costs_no_second(tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        store = open_store(disk.path)
        clock = FakeClock()
        told = threading.Semaphore(0)
        recorder = Recorder(store, clock, Recogniser(), lambda _books: Rules(), stored=told.release)

        def look(number: int) -> None:
            recorder.window(Window("Word", f"{number} " + "long title " * 60))
            assert told.acquire(timeout=10)
            clock.advance(1_000)

        for number in range(10):
            look(number)
        ballast = disk.fill()
        number = 10
        while recorder.state().trouble is None:
            look(number)
            number += 1
            assert number < 5_000
        assert recorder.state().trouble == "store.disk_full"
        for _ in range(20):
            look(number)
            number += 1
        assert recorder.state().held >= 20
        ballast.unlink()
        recorder.close()
        assert told.acquire(timeout=10)
        state = recorder.state()
        assert (state.trouble, state.held, state.lost) == (None, 0, 0)
        visits = store.read(lambda books: books.timeline.visits(EVER))
        assert [visit.span.length for visit in visits] == [1_000] * number
        assert len({visit.title for visit in visits}) == number
        store.close()


def test_many_programs_may_prepare_one_folder_at_the_same_moment(tmp_path: Path) -> None:
    def prepare(_number: int) -> Path:
        return prepare_folder(tmp_path / "data")

    with ThreadPoolExecutor(8) as programs:
        assert set(programs.map(prepare, range(400))) == {tmp_path / "data"}
