"""Whatever a person does with a day, while capture runs: every second in one row, parts that add up, exact undo."""

from __future__ import annotations

import tempfile
from collections import Counter
from collections.abc import Callable, Iterable
from itertools import pairwise
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, precondition, rule

from tests.services.office import open_store
from wisestep_desktop.core.entries import Charge
from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.instants import MINUTE, SECOND, local_date
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.observation import PRIVATE, Window
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.presence import Presence, PresenceSpan, Proof
from wisestep_desktop.core.spans import Instant, Span, total
from wisestep_desktop.core.stated import Occupation
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import off_screen, rearranging, review, verdicts
from wisestep_desktop.services.day_sum import Kind, stretches, sums
from wisestep_desktop.services.history import History
from wisestep_desktop.services.matching import Recogniser
from wisestep_desktop.services.review import Wish
from wisestep_desktop.services.timeline import Day, RowState, read_day

SYDNEY = ZoneInfo("Australia/Sydney")
NINE = Instant(1_773_612_000_000 - 3_600_000)  # 2026-03-16 08:00 in Sydney
WINDOWS = (
    Window("Word", "Deed of settlement 10482.docx - Word", "Deed of settlement 10482.docx"),
    Window("Outlook", "Inbox - Outlook"),
    Window("Acrobat", "Lease 2019.pdf", "Lease 2019.pdf"),
    PRIVATE,
)
MATTERS = (Matter(MatterId(10482), "Harbour Holdings v Quay"), Matter(MatterId(10990), "Marlow Estate"))
EDITED = ("tag", "entry", "entry_part", "stated", "timer", "cut", "lesson", "phrase", "declined")

picks = st.lists(st.integers(0, 40), min_size=1, max_size=4)
matters = st.sampled_from([each.id for each in MATTERS])


class ReviewMachine(RuleBasedStateMachine):
    """One day of one person; time only goes on."""

    def __init__(self) -> None:
        super().__init__()
        self.folder = tempfile.TemporaryDirectory()
        self.store = open_store(Path(self.folder.name))
        self.recogniser = Recogniser()
        self.history = History(self.store, self.recogniser)
        self.now = NINE
        self.captured = Counter[str]()

    def teardown(self) -> None:
        self.store.close()
        self.folder.cleanup()

    @initialize()
    def morning(self) -> None:
        self.store.write(lambda books: books.matters.put_matters(MATTERS)).result()
        self.store.write(self.recogniser.refresh).result()
        for number in range(4):
            self.capture(number, 11, Presence.ACTIVE)

    @property
    def day(self) -> Day:
        at = self.now
        return self.store.read(lambda books: read_day(books, local_date(NINE, SYDNEY), SYDNEY, at))

    def state(self) -> dict[str, list[Any]]:
        def dump(books: Books) -> dict[str, list[Any]]:
            db = books.entries._db  # type: ignore[attr-defined]
            return {table: sorted(db.execute(f"SELECT * FROM {table}"), key=repr) for table in EDITED}  # noqa: S608

        return self.store.read(dump)

    def rows(self, picked: list[int], *states: RowState) -> list[Any]:
        fitting = [row for row in self.day.rows if not states or row.state in states]
        return list(dict.fromkeys(fitting[number % len(fitting)].row.id for number in picked)) if fitting else []

    def act(self, job: Callable[[Books], object], **titles: Iterable[Any]) -> None:
        """Do something; see that undo restores what was, to the row, and redo what came of it."""
        before = self.state()
        try:
            self.history.do("step", job, **titles)
        except BadInput:
            assert self.state() == before, "what is refused changes nothing"
            return
        after = self.state()
        if after == before:
            return
        assert self.history.undo() == "step"
        assert self.state() == before
        assert self.history.redo() == "step"
        assert self.state() == after

    # what happens by itself

    @rule(window=st.integers(0, 3), minutes=st.integers(1, 40), presence=st.sampled_from(Presence))
    def capture(self, window: int, minutes: int, presence: Presence) -> None:
        span = Span(self.now, Instant(self.now + minutes * MINUTE + 250))
        proof = Proof.READING if presence is Presence.PRESENT else None

        def job(books: Books) -> None:
            title = books.timeline.open_visit(span.start, WINDOWS[window])
            if title is not None:
                self.recogniser.settle(books, title)
            books.timeline.extend_visit(span.start, span.end)
            books.timeline.put_presence(PresenceSpan(span, presence, proof))

        self.store.write(job).result()
        self.now = span.end

    # what the person does

    @rule(picked=picks, matter=st.none() | matters)
    def tag(self, picked: list[int], matter: MatterId | None) -> None:
        rows = self.rows(picked, RowState.OPEN)
        self.act(lambda books: [review.tag_row(books, row, matter) for row in rows])

    @rule(picked=picks, matter=matters)
    def say_yes(self, picked: list[int], matter: MatterId) -> None:
        wanted = set(self.rows(picked, RowState.OPEN))
        rows = [row for row in self.day.rows if row.row.id in wanted]
        titles = [row.row.title for row in rows]
        self.act(
            lambda books: verdicts.accept(books, self.recogniser, rows, matter, self.now), taught=titles, among=titles
        )

    @rule(picked=picks)
    def say_no(self, picked: list[int]) -> None:
        wanted = set(self.rows(picked, RowState.OPEN))
        rows = [row for row in self.day.rows if row.row.id in wanted]
        self.act(lambda books: verdicts.reject(books, self.recogniser, rows, self.now))

    @rule(picked=picks, matter=st.none() | matters, charge=st.sampled_from(Charge))
    def group(self, picked: list[int], matter: MatterId | None, charge: Charge) -> None:
        day, rows = self.day, self.rows(picked)
        self.act(lambda books: review.draft_rows(books, day, rows, Wish(matter, charge=charge), "Australia/Sydney"))

    @rule()
    def group_the_day(self) -> None:
        self.act(lambda books: review.draft_tagged(books, self.day.day, SYDNEY, "Australia/Sydney"))

    @rule(picked=picks, at=st.integers(0, 3_600))
    def cut(self, picked: list[int], at: int) -> None:
        day, rows = self.day, self.rows(picked[:1], RowState.OPEN)
        if rows:
            begin = next(row for row in day.rows if row.row.id == rows[0]).row.span.start
            self.act(lambda books: rearranging.cut_row(books, day, rows[0], Instant(begin + at * SECOND)))

    @rule(picked=picks)
    def join(self, picked: list[int]) -> None:
        day, rows = self.day, self.rows(picked[:1], RowState.OPEN)
        if rows:
            self.act(lambda books: rearranging.join_rows(books, day, rows[0]))

    @rule(picked=picks)
    def trash(self, picked: list[int]) -> None:
        day, rows = self.day, self.rows(picked)
        self.act(lambda books: rearranging.trash_rows(books, day, rows))

    @rule(picked=picks)
    def restore(self, picked: list[int]) -> None:
        day, rows = self.day, self.rows(picked, RowState.TRASH)
        self.act(lambda books: rearranging.restore_rows(books, day, rows))

    @rule(picked=picks)
    def delete(self, picked: list[int]) -> None:
        day, rows = self.day, self.rows(picked, RowState.TRASH)
        if rows:
            gone = {row.row.id for row in day.rows if row.row.id in rows}
            self.store.write(lambda books: rearranging.delete_rows(books, day, rows)).result()
            self.history.forget()
            assert not gone & {row.row.id for row in self.day.rows if row.state is RowState.TRASH}

    @rule(picked=picks, into=st.integers(0, 5))
    def move(self, picked: list[int], into: int) -> None:
        day, rows = self.day, self.rows(picked)
        if day.entries:
            target = day.entries[into % len(day.entries)].id
            self.act(lambda books: rearranging.move_rows(books, day, rows, target))

    @rule(picked=picks)
    def release(self, picked: list[int]) -> None:
        day, rows = self.day, self.rows(picked, RowState.DRAFT)
        self.act(lambda books: rearranging.release_rows(books, day, rows))

    @rule(picked=picks)
    def split(self, picked: list[int]) -> None:
        day, rows = self.day, self.rows(picked, RowState.DRAFT)
        self.act(lambda books: rearranging.split_entry(books, day, rows))

    @rule(picked=picks)
    def merge(self, picked: list[int]) -> None:
        entries = self.day.entries
        if entries:
            chosen = [entries[number % len(entries)].id for number in picked]
            self.act(lambda books: rearranging.merge_entries(books, chosen))

    @rule(number=st.integers(0, 5), billed=st.none() | st.integers(0, 90_000), matter=st.none() | matters)
    def edit(self, number: int, billed: int | None, matter: MatterId | None) -> None:
        entries = self.day.entries
        if entries:
            wish = Wish(matter, narrative=f"Drafting {number}", billed=billed, with_list=True)
            self.act(lambda books: review.edit(books, entries[number % len(entries)].id, wish))

    @rule(number=st.integers(0, 5))
    def discard(self, number: int) -> None:
        entries = self.day.entries
        if entries:
            self.act(lambda books: review.discard(books, entries[number % len(entries)].id))

    @rule(seconds=st.integers(1, 9_000), matter=matters)
    def by_hand(self, seconds: int, matter: MatterId) -> None:
        self.act(lambda books: review.add_by_hand(books, self.day.day, seconds, Wish(matter), "Australia/Sydney"))

    @rule(
        start=st.integers(0, 90),
        minutes=st.integers(0, 90),
        occupation=st.sampled_from(Occupation),
        matter=st.none() | matters,
    )
    def state_time(self, start: int, minutes: int, occupation: Occupation, matter: MatterId | None) -> None:
        begin = Instant(self.now - start * MINUTE)
        span = Span(begin, Instant(begin + minutes * MINUTE))
        self.act(
            lambda books: off_screen.state(
                books, span, occupation, "with J. Marlow", now=self.now, matter=matter, zone=SYDNEY
            )
        )

    @rule(pick=st.integers(0, 9), matter=st.none() | matters)
    def answer_a_gap(self, pick: int, matter: MatterId | None) -> None:
        asked = self.day.gaps
        if not asked:
            return
        gap = asked[pick % len(asked)]
        if gap.possible:
            self.act(lambda books: off_screen.accept_reading(books, gap.span, matter=matter, zone=SYDNEY))
        else:
            self.act(
                lambda books: off_screen.state(
                    books, gap.span, Occupation.HEARING, "", now=self.now, matter=matter, zone=SYDNEY
                )
            )
        assert all(other.span.clip(gap.span) is None or other.span.length < gap.span.length for other in self.day.gaps)

    @rule(matter=st.none() | matters)
    def start_timer(self, matter: MatterId | None) -> None:
        self.act(
            lambda books: off_screen.start_timer(
                books, Occupation.CALL, "Mr Quay", now=self.now, matter=matter, zone=SYDNEY
            )
        )

    @rule()
    def stop_timer(self) -> None:
        running = self.day.timer is not None
        before = self.worked()
        self.act(lambda books: off_screen.stop_timer(books, now=self.now, zone=SYDNEY))
        if running:
            assert abs(self.worked() - before) < SECOND, "stopping a timer changes no total but by its last fraction"

    @precondition(lambda self: self.history.undoable)
    @rule(steps=st.integers(1, 6))
    def undo_and_redo(self, steps: int) -> None:
        before = self.state()
        back = 0
        for _ in range(steps):
            if self.history.undo() is None:
                break
            back += 1
            self.adds_up()
        for _ in range(back):
            self.history.redo()
        assert self.state() == before

    @precondition(lambda self: self.history.undoable)
    @rule(steps=st.integers(1, 3))
    def undo(self, steps: int) -> None:
        for _ in range(steps):
            self.history.undo()

    # what always holds

    def worked(self) -> int:
        return sum(row.row.worked for row in self.day.rows)

    @invariant()
    def adds_up(self) -> None:
        day = self.day
        told = stretches(day.rows, day.presence, day.stated)
        for one, other in pairwise(told):
            assert one.span.end == other.span.start, "stretches touch and never overlap: no second is in two rows"
        of = sums(told)
        totals = day.totals
        assert sum(of.values()) == totals.elapsed == (told[-1].span.end - told[0].span.start if told else 0)
        assert totals.elapsed == totals.active + totals.private + totals.possible + totals.away
        by_rows = sum(of[kind] for kind in (Kind.SENT, Kind.DRAFT, Kind.TAGGED, Kind.UNTAGGED, Kind.TRASH))
        assert by_rows == totals.active == sum(r.row.worked for r in day.rows if r.state is not RowState.PRIVATE)

    @invariant()
    def drafts_hold_what_their_rows_show(self) -> None:
        day = self.day
        for entry in day.entries:
            rows = [row for row in day.rows if row.row.entry == entry.id]
            assert total(part.span for part in entry.draft.parts) == sum(row.row.worked for row in rows)
            assert entry.state is EntryState.DRAFT
            assert entry.draft.parts or entry.draft.by_hand
        assert len({row.row.id for row in day.rows}) == len(day.rows)


TestReviewing = ReviewMachine.TestCase
TestReviewing.settings = settings(max_examples=25, stateful_step_count=30, deadline=None)
