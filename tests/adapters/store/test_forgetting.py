"""What is forgotten is gone: from every table, from the free pages, from the log, and from older copies of the file."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from concurrent.futures import Future
from datetime import date
from itertools import pairwise
from pathlib import Path

import pytest
from cryptography.hazmat.primitives.ciphers import Cipher, algorithms, modes
from hypothesis import given, settings
from hypothesis import strategies as st

from tests.fakes.clock import MONDAY, FakeClock
from tests.services.office import KEY, open_store
from tests.services.recording_desk import Desk
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.core.entries import Draft, Part
from wisestep_desktop.core.errors import BadInput, StoreError
from wisestep_desktop.core.ids import EntryId, MatterId, TitleId
from wisestep_desktop.core.instants import HOUR, MINUTE, SECOND
from wisestep_desktop.core.lists import Lists
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.presence import Presence, PresenceSpan
from wisestep_desktop.core.spans import Instant, Span, subtract, total
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import preferences
from wisestep_desktop.services.forget import forget_application, forget_last, forget_word, wipe_what_is_owed

PAGE, RESERVED, SALT = 4_096, 80, 16
SECRET = "Zebulon affair"
DAY = date(2026, 3, 2)


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    opened = open_store(tmp_path)
    yield opened
    opened.close()


def raw(folder: Path) -> bytes:
    """Return every page of the timeline, its log and its copies, decrypted: free pages and stale frames included.

    SQLCipher 4: pages of 4,096 bytes under AES-256-CBC, each with its own vector in the 80 reserved bytes at its end.
    """
    found = []
    for file in sorted(folder.glob("timeline.db*")):
        data = file.read_bytes()
        if file.name.endswith("-wal"):
            pages = [data[at + 24 : at + 24 + PAGE] for at in range(32, len(data), 24 + PAGE)]
        elif file.name.endswith("-shm"):
            continue
        else:
            pages = [data[at : at + PAGE] for at in range(0, len(data), PAGE)]
        found += [_page(page, skip=SALT if number == 0 and not file.name.endswith("-wal") else 0)
                  for number, page in enumerate(pages)]  # fmt: skip
    return b"".join(found)


def _page(page: bytes, *, skip: int) -> bytes:
    if len(page) < PAGE:
        return b""
    body, tail = page[skip : PAGE - RESERVED], page[PAGE - RESERVED :]
    first = _decrypt(body, tail)
    # In the log the first page carries the salt too; which frame it is cannot be told from outside, so try both.
    return first + (_decrypt(page[SALT : PAGE - RESERVED], tail) if not skip else b"")


def _decrypt(body: bytes, tail: bytes) -> bytes:
    decryptor = Cipher(algorithms.AES256(KEY), modes.CBC(tail[:16])).decryptor()
    return decryptor.update(body[: len(body) // 16 * 16])


def record(store: SqlStore, *stays: tuple[int, int, Window | None]) -> None:
    """Record stays given as minutes after nine, minutes long, and the window (None for private)."""

    def job(books: Books) -> None:
        for start, minutes, window in stays:
            at, end = Instant(MONDAY + start * MINUTE), Instant(MONDAY + (start + minutes) * MINUTE)
            books.timeline.open_visit(at, window or Window("", "", private=True))
            books.timeline.extend_visit(at, end)
            books.timeline.put_presence(PresenceSpan(Span(at, end), Presence.ACTIVE))

    store.write(job).result()


def claim(store: SqlStore, start: int, minutes: int, title: int, *, narrative: str = "") -> EntryId:
    span = Span(Instant(MONDAY + start * MINUTE), Instant(MONDAY + (start + minutes) * MINUTE))
    draft = Draft(DAY, "UTC", MatterId(1), narrative=narrative, parts=(Part(TitleId(title), span),))
    return store.write(lambda books: books.entries.add(draft)).result()


def test_nothing_of_a_forgotten_word_is_left_anywhere_on_the_disk(store: SqlStore, tmp_path: Path) -> None:
    record(
        store,
        *((minute, 1, Window("Word", f"{SECRET} draft {minute}.docx")) for minute in range(300)),
        (300, 5, Window("Word", "Lease.docx")),
    )
    (tmp_path / "timeline.db.schema3").write_bytes((tmp_path / "timeline.db").read_bytes())
    assert raw(tmp_path).count(b"Zebulon affair draft") > 300  # the search itself works
    outcome = forget_word(store, FakeClock(), "zebulon AFFAIR", exclude=False)
    assert (outcome.wiped, outcome.forgotten.titles, outcome.forgotten.visits) == (True, 300, 300)
    left = raw(tmp_path)
    assert b"Lease.docx" in left
    assert b"ebulon" not in left
    assert not list(tmp_path.glob("*.schema*"))


def test_nothing_of_a_forgotten_application_is_left(store: SqlStore, tmp_path: Path) -> None:
    record(store, (0, 5, Window("Signal", "Zebulon")), (5, 5, Window("Word", "Lease.docx")), (10, 5, None))
    outcome = forget_application(store, FakeClock(), " signal.EXE ", exclude=True)
    assert outcome.forgotten.millis == 5 * MINUTE
    assert b"Zebulon" not in raw(tmp_path)
    assert store.read(lambda books: books.settings.all()) == {"privacy.excluded_applications": "signal.EXE"}


def test_a_recorder_at_work_forgets_too_and_goes_on_from_there(store: SqlStore) -> None:
    desk = Desk(store, FakeClock())
    desk.look(Window("Word", SECRET))
    desk.work(40 * MINUTE)
    forget_last(store, desk.clock, 15 * MINUTE)
    desk.work(10 * SECOND)
    store.write(lambda _books: None).result()  # another program did it: heard of at the next write
    desk.work(5 * MINUTE)
    desk.recorder.close()
    assert desk.seconds() == {SECRET: 25 * 60 + 5 * 60 + 10}
    assert [(state, seconds) for state, seconds in desk.presence()] == [("active", 1_500), ("active", 310)]


def test_forgetting_and_excluding_what_is_in_front_keeps_no_moment_of_it(store: SqlStore, tmp_path: Path) -> None:
    desk = Desk(store, FakeClock())
    desk.read_rules = lambda books: preferences.recording_rules(books, Lists())
    desk.start()
    desk.look(Window("Word", SECRET))
    desk.work(10 * MINUTE)
    forget_word(store, desk.clock, "Zebulon", exclude=True)
    desk.recorder.heed()
    desk.work(2 * MINUTE)
    desk.look(Window("Word", "Lease.docx"))
    desk.work(MINUTE)
    desk.recorder.close()
    store.write(lambda _books: None).result()
    assert {row.window.title for row in desk.day().rows} == {"", "Lease.docx"}
    assert b"Zebulon affair" not in raw(tmp_path)


def test_a_draft_loses_what_is_forgotten_and_an_empty_one_goes(store: SqlStore) -> None:
    record(store, (0, 30, Window("Word", SECRET)), (30, 30, Window("Word", "Lease.docx")))
    gone, stays = claim(store, 0, 10, 1), claim(store, 30, 10, 2)
    outcome = forget_word(store, FakeClock(), "Zebulon", exclude=False)
    assert outcome.forgotten.drafts == 1
    assert store.read(lambda books: [entry.id for entry in books.entries.entries()]) == [stays]
    assert gone != stays


def test_a_draft_that_reaches_out_of_what_is_forgotten_keeps_the_rest(store: SqlStore) -> None:
    record(store, (0, 60, Window("Word", "Lease.docx")))
    entry = claim(store, 0, 60, 1, narrative="Lease")
    clock = FakeClock(MONDAY + HOUR)
    assert forget_last(store, clock, 15 * MINUTE).forgotten.millis == 15 * MINUTE
    kept = store.read(lambda books: books.entries.entry(entry))
    assert kept is not None
    assert total(part.span for part in kept.draft.parts) == 45 * MINUTE


def test_a_sent_entry_keeps_its_hours_without_its_evidence(store: SqlStore, tmp_path: Path) -> None:
    record(store, (0, 30, Window("Word", SECRET)))
    entry = claim(store, 0, 30, 1)
    store.write(_sent(entry)).result()
    outcome = forget_word(store, FakeClock(), "Zebulon", exclude=False)
    assert (outcome.forgotten.kept, outcome.forgotten.drafts) == (1, 0)
    kept = store.read(lambda books: books.entries.entry(entry))
    assert kept is not None
    assert total(part.span for part in kept.draft.parts) == 30 * MINUTE
    assert b"Zebulon" not in raw(tmp_path)


def _sent(entry: EntryId) -> Callable[[Books], None]:
    def job(books: Books) -> None:
        books.entries._db.execute("UPDATE entry SET state = 'sent', remote = 77 WHERE id = ?", (entry,))  # type: ignore[attr-defined]

    return job


def test_what_could_not_be_wiped_at_once_is_wiped_at_the_next_start(
    store: SqlStore, tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    record(store, (0, 5, Window("Word", SECRET)), (5, 5, Window("Word", "Lease.docx")))

    def busy(_store: SqlStore) -> Future[None]:
        failed: Future[None] = Future()
        failed.set_exception(StoreError("store.busy"))
        return failed

    with monkeypatch.context() as patched:
        patched.setattr(SqlStore, "scrub", busy)
        outcome = forget_word(store, FakeClock(), "Zebulon", exclude=False)
    assert (outcome.wiped, outcome.forgotten.titles) == (False, 1)
    assert b"Zebulon" in raw(tmp_path)  # in the log, under its key, until then
    wipe_what_is_owed(store)
    assert b"Zebulon" not in raw(tmp_path)
    (tmp_path / "timeline.db.schema1").write_bytes(b"a later copy")
    wipe_what_is_owed(store)  # nothing is owed any more
    assert (tmp_path / "timeline.db.schema1").exists()


@pytest.mark.parametrize("millis", [0, -1, 25 * HOUR])
def test_a_time_that_makes_no_sense_forgets_nothing(store: SqlStore, millis: int) -> None:
    with pytest.raises(BadInput, match=r"forget\.how_long"):
        forget_last(store, FakeClock(), millis)


def test_a_blank_word_forgets_nothing(store: SqlStore) -> None:
    record(store, (0, 5, Window("Word", "Lease.docx")))
    for name in ("", "  "):
        with pytest.raises(BadInput, match=r"forget\.nothing_named"):
            forget_word(store, FakeClock(), name, exclude=False)
        with pytest.raises(BadInput, match=r"forget\.nothing_named"):
            forget_application(store, FakeClock(), name, exclude=True)
    assert store.read(lambda books: len(books.timeline.visits(Span(MONDAY, Instant(MONDAY + HOUR))))) == 1


@given(
    stays=st.lists(st.tuples(st.integers(0, 30), st.integers(1, 90), st.sampled_from("abc")), max_size=8),
    within=st.tuples(st.integers(0, 400), st.integers(0, 400)),
)
@settings(max_examples=40)
def test_exactly_the_stretch_is_forgotten(
    stays: list[tuple[int, int, str]], within: tuple[int, int], tmp_path_factory: pytest.TempPathFactory
) -> None:
    store = open_store(tmp_path_factory.mktemp("timeline"))
    try:
        at, told = 0, []
        for gap, minutes, title in stays:
            told.append((at + gap, minutes, Window("Word", title)))
            at += gap + minutes
        record(store, *told)
        ever = Span(Instant(0), Instant(MONDAY * 2))
        before = store.read(lambda books: [visit.span for visit in books.timeline.visits(ever)])
        hole = Span(Instant(MONDAY + min(within) * MINUTE), Instant(MONDAY + max(within) * MINUTE))
        forgotten = store.write(lambda books: books.forgetting.span(hole)).result()
        after, there = store.read(
            lambda books: (
                [visit.span for visit in books.timeline.visits(ever)],
                [stay.span for stay in books.timeline.presence(ever)],
            )
        )
        assert after == list(_each(before, hole)) == there
        assert forgotten.millis == total(before) - total(after)
        assert not any(left.end > right.start for left, right in pairwise(after))
    finally:
        store.close()


def _each(spans: list[Span], hole: Span) -> Iterator[Span]:
    for span in spans:
        yield from subtract((span,), (hole,)) if hole.length else (span,)
