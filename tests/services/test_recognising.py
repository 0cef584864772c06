"""Titles are read once and again where something changed: what the store keeps is always what a full reading says."""

from __future__ import annotations

import threading
from collections.abc import Callable
from concurrent.futures import Future
from dataclasses import replace
from pathlib import Path

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.services.office import open_store
from tests.services.reading_firm import FIRM, NOW, ONE, THREE, TWO, Firm, T
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.instants import HOUR
from wisestep_desktop.core.matter_index import RARE_AT_MOST
from wisestep_desktop.core.matters import Matter, MatterStatus
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import learning, preferences, review, verdicts
from wisestep_desktop.services.history import History
from wisestep_desktop.services.matching import Recogniser
from wisestep_desktop.services.timeline import RowState, TaggedBy

# reading again --------------------------------------------------------------------------------------------------


def test_every_title_is_read_and_then_none_again(firm: Firm) -> None:
    firm.see("10482 - Letter.docx", "Wattle Lease", "Minutes")
    assert firm.rematch() == 3
    assert firm.meant() == {"10482 - Letter.docx": ONE, "Wattle Lease": TWO, "Minutes": None}
    assert firm.rematch() == 0


def test_after_a_rename_only_titles_that_speak_of_it_are_read(firm: Firm) -> None:
    firm.see("Zebulon Lease draft", "Wattle Lease", "10482 - Letter.docx", *(f"Minutes {n}" for n in range(250)))
    firm.rematch()
    firm.put(replace(FIRM[1], name="Zebulon Lease"))
    read = firm.rematch()
    assert firm.meant()["Zebulon Lease draft"] == TWO
    assert firm.meant()["Wattle Lease"] == TWO  # people go on writing what it was called
    assert 2 <= read < 10
    assert firm.kept() == firm.afresh()


def test_a_matter_that_is_gone_is_on_no_title(firm: Firm) -> None:
    firm.see("Wattle Lease", "Minutes")
    firm.rematch()
    firm.put(replace(FIRM[1], gone=True))
    firm.rematch()
    assert firm.meant() == {"Wattle Lease": None, "Minutes": None}
    assert firm.kept() == firm.afresh()


NAMES = ("Marlow Estate", "Marlow v Hartley", "Bros Mfg", "Wattle Lease", "Govt Dept inquiry", "O'Brien", "Zebulon")
made = st.builds(
    Matter,
    id=st.sampled_from([ONE, TWO, THREE, MatterId(312), MatterId(55_001)]),
    name=st.sampled_from(NAMES),
    reference=st.sampled_from([None, "HS-2026/014", "TM/77", "Rd-12", "0012.0345"]),
    status=st.sampled_from([MatterStatus.ACTIVE, MatterStatus.ACTIVE, MatterStatus.CLOSED]),
    clients=st.lists(st.sampled_from(["Marlow, Jane", "Acme Co", "Hartley Pty Ltd"]), max_size=1).map(tuple),
    gone=st.sampled_from([False, False, False, True]),
)
written = st.lists(
    st.sampled_from(
        [*NAMES, "10482", "[312]", "55001 letter", "HS 2026 014", "Rd-12", "Jane Marlow", "Acme", "Minutes"]
    ),
    min_size=1,
    max_size=3,
).map(" - ".join)


@given(
    st.lists(made, min_size=1, max_size=5, unique_by=lambda each: each.id),
    st.lists(written, min_size=1, max_size=8, unique=True),
    st.lists(st.lists(made, min_size=1, max_size=2, unique_by=lambda each: each.id), min_size=1, max_size=3),
)
@example([Matter(ONE, "Minutes")], ["Bros Mfg"], [[Matter(ONE, "Bros Mfg")]])
@example(
    [Matter(ONE, "Wattle", "TM/77"), Matter(TWO, "Marlow")], ["10482 letter"], [[Matter(TWO, "Marlow", "HS-2026/014")]]
)
@settings(max_examples=30)
def test_reading_in_parts_says_what_reading_everything_says(
    tmp_path_factory: pytest.TempPathFactory,
    matters: list[Matter],
    titles: list[str],
    changes: list[list[Matter]],
) -> None:
    firm = Firm(tmp_path_factory.mktemp("firm"), matters)
    try:
        firm.see(*titles)
        firm.rematch()
        assert firm.kept() == firm.afresh()
        for change in changes:
            firm.put(*change)
            firm.rematch()
            assert firm.kept() == firm.afresh(), firm.meant()
    finally:
        firm.close()


def test_a_word_that_becomes_too_common_leads_to_none_of_those_who_bear_it(tmp_path: Path) -> None:
    bearers = [Matter(MatterId(5_000 + n), f"Zebulon Okonkwo matter{n}") for n in range(RARE_AT_MOST)]
    firm = Firm(tmp_path, bearers)
    try:
        firm.see("Okonkwo and Zebulon notes")
        firm.rematch()
        firm.put(Matter(MatterId(9_000), "Zebulon Okonkwo appeal"))
        firm.rematch()
        assert firm.kept() == firm.afresh()
    finally:
        firm.close()


def test_titles_seen_before_anything_is_in_force_are_read_later(firm: Firm) -> None:
    firm.see("Wattle Lease", settled=True)
    assert firm.meant() == {"Wattle Lease": None}
    assert firm.rematch() == 1
    assert firm.meant() == {"Wattle Lease": TWO}
    firm.see("10482 - Letter.docx", settled=True)
    assert firm.meant()["10482 - Letter.docx"] == ONE
    assert firm.rematch() == 0


def test_titles_that_nobody_read_are_read_also_where_nothing_changed(firm: Firm) -> None:
    firm.rematch()
    firm.see("Wattle Lease", *(f"Minutes {n}" for n in range(230)))
    assert firm.rematch() == 231
    assert firm.meant()["Wattle Lease"] == TWO


def test_a_change_by_another_program_is_noticed(firm: Firm) -> None:
    firm.see("Zebulon Lease")
    firm.rematch()
    other = open_store(firm.folder)
    try:
        other.write(lambda books: books.matters.put_matters([replace(FIRM[1], name="Zebulon Lease")])).result()
        assert firm.store.read(firm.recogniser.refresh)
        assert firm.recogniser.match(Window("Word", "Zebulon Lease")).assigned == TWO
        firm.rematch()
        assert firm.meant() == {"Zebulon Lease": TWO}
        assert not firm.store.read(firm.recogniser.refresh)
    finally:
        other.close()


def test_what_another_program_read_is_not_read_again(firm: Firm) -> None:
    firm.see("Wattle Lease", "Minutes")
    firm.rematch()
    assert Recogniser().rematch(firm.store) == 0


def test_closed_matters_are_shown_and_hidden_again(firm: Firm) -> None:
    firm.put(replace(FIRM[1], status=MatterStatus.CLOSED))
    firm.see("Wattle Lease", "10482 - Letter.docx")
    firm.rematch()
    assert firm.meant() == {"Wattle Lease": None, "10482 - Letter.docx": ONE}
    firm.write(lambda books: preferences.change(books, "SHOW_CLOSED_CASES", "TRUE"))
    firm.rematch()
    assert firm.meant() == {"Wattle Lease": TWO, "10482 - Letter.docx": ONE}
    firm.write(lambda books: preferences.change(books, "SHOW_CLOSED_CASES", "FALSE"))
    firm.rematch()
    firm.see("Wattle Lease")
    firm.rematch()
    assert [row.matter for row in firm.day().rows] == [TWO, ONE, None]  # what had the tag keeps it
    firm.put(replace(FIRM[1], name="Acacia Lease", aliases=()))
    firm.rematch()
    firm.put(replace(FIRM[1], status=MatterStatus.CLOSED))
    firm.rematch()
    assert firm.kept() == firm.afresh()


def test_what_was_recorded_keeps_the_matter_that_is_closed_since(firm: Firm) -> None:
    """Also where the window stays the same: what comes after belongs to no closed matter by itself."""
    firm.see("Wattle Lease", settled=True)
    firm.rematch()
    firm.put(replace(FIRM[1], status=MatterStatus.CLOSED))
    firm.rematch()
    firm.see("Wattle Lease", "Minutes", settled=True)
    firm.rematch()
    told = [(row.window.title, row.matter, row.tagged_by) for row in firm.day().rows]
    assert told == [("Wattle Lease", TWO, TaggedBy.MATCHER), ("Wattle Lease", None, None), ("Minutes", None, None)]
    assert firm.kept() == firm.afresh()
    firm.put(replace(FIRM[1], status=MatterStatus.ACTIVE))
    firm.rematch()
    assert [row.matter for row in firm.day().rows] == [TWO, TWO, None]


def test_a_no_to_what_was_kept_is_a_no(firm: Firm) -> None:
    firm.see("Wattle Lease", settled=True)
    firm.rematch()
    firm.at = Instant(firm.at + 2 * HOUR)
    firm.see("Wattle Lease", settled=True)
    firm.put(replace(FIRM[1], status=MatterStatus.CLOSED))
    firm.rematch()
    first, second = firm.day().rows
    assert (first.matter, second.matter) == (TWO, TWO)
    firm.write(lambda books: verdicts.reject(books, firm.recogniser, [first], NOW))
    assert [row.matter for row in firm.day().rows] == [None, None]


def test_undo_of_a_no_to_what_was_kept_brings_it_back(firm: Firm) -> None:
    """And a yes to one row takes the tag from no other."""
    firm.see("Wattle Lease", settled=True)
    firm.rematch()
    firm.at = Instant(firm.at + 2 * HOUR)
    firm.see("Wattle Lease", settled=True)
    firm.put(replace(FIRM[1], status=MatterStatus.CLOSED))
    firm.rematch()
    first, _ = firm.day().rows
    titles = [first.row.title] if first.row.title is not None else []
    history = History(firm.store, firm.recogniser)
    history.do("no", lambda books: verdicts.reject(books, firm.recogniser, [first], NOW), taught=titles)
    assert [row.matter for row in firm.day().rows] == [None, None]
    history.undo()
    assert [row.matter for row in firm.day().rows] == [TWO, TWO]
    firm.write(lambda books: verdicts.accept(books, firm.recogniser, [first], TWO, NOW))
    assert [row.matter for row in firm.day().rows] == [TWO, TWO]


def test_another_organisations_matters_are_kept_on_nothing(firm: Firm) -> None:
    firm.see("Wattle Lease", settled=True)
    firm.rematch()
    firm.put(replace(FIRM[1], status=MatterStatus.CLOSED))
    firm.rematch()
    firm.write(lambda books: books.timeline.forget_tags())
    assert firm.meant() == {"Wattle Lease": None}


def test_two_that_read_at_once_end_with_the_newest(firm: Firm) -> None:
    firm.see(*(f"Wattle Lease {n} | Minutes" for n in range(150)), "Zebulon Lease")
    together = threading.Barrier(2, timeout=30)
    failed: list[BaseException] = []

    def read(change: Matter) -> None:
        try:
            together.wait()
            for number in range(4):
                firm.put(replace(change, reference=f"REF-{number}/77"))
                firm.rematch()
        except BaseException as error:  # noqa: BLE001  told below
            failed.append(error)

    hands = [
        threading.Thread(target=read, args=(change,), name=f"reader-{change.id}")
        for change in (replace(FIRM[1], name="Zebulon Lease"), replace(FIRM[0], name="Marlow v Okonkwo"))
    ]
    for hand in hands:
        hand.start()
    for hand in hands:
        hand.join()
    assert not failed
    firm.rematch()
    assert firm.meant()["Zebulon Lease"] == TWO
    assert firm.kept() == firm.afresh()
    assert not firm.store.read(firm.recogniser.refresh)


def test_what_is_seen_after_another_programs_change_is_read_by_what_changed(firm: Firm) -> None:
    firm.rematch()
    other = Recogniser()
    firm.put(replace(FIRM[1], name="Zebulon Lease"))
    other.rematch(firm.store)
    firm.see("Zebulon Lease draft", settled=True)  # we have not heard of it yet
    firm.rematch()
    assert firm.meant() == {"Zebulon Lease draft": TWO}
    assert firm.kept() == firm.afresh()


def test_what_is_seen_after_another_programs_lesson_is_read_by_it(firm: Firm) -> None:
    firm.see("Zebulon affair - letter")
    firm.rematch()
    title = firm.row("Zebulon affair - letter").row.title
    assert title is not None
    firm.write(lambda books: learning.teach(books, Recogniser(), [title], ONE, NOW))
    firm.see("Zebulon affair - costs", settled=True)
    firm.rematch()
    assert firm.said("Zebulon affair - costs") == [ONE]


class Overtaken:
    """A store at whose first write somebody else was quicker."""

    def __init__(self, store: SqlStore, quicker: Callable[[], object]) -> None:
        self._store, self._quicker = store, quicker
        self.read = store.read

    def write(self, job: Callable[[Books], T]) -> Future[T]:
        quicker, self._quicker = self._quicker, lambda: None
        quicker()
        return self._store.write(job)


def test_who_is_overtaken_while_reading_puts_nothing_older_back(firm: Firm) -> None:
    firm.see("Zebulon Lease", "Okonkwo Lease")
    firm.rematch()

    def quicker() -> None:
        firm.put(replace(FIRM[1], name="Okonkwo Lease", reference="ZZ-1/1"), replace(FIRM[0], name="Zebulon Lease"))
        firm.rematch()

    firm.put(replace(FIRM[1], name="Zebulon Lease", reference="ZZ-1/1"))
    firm.recogniser.rematch(Overtaken(firm.store, quicker))  # type: ignore[arg-type]
    assert firm.kept() == firm.afresh()


def test_who_is_asked_to_stop_leaves_the_rest_to_the_next_start(firm: Firm) -> None:
    firm.see(*(f"Wattle Lease {n}" for n in range(150)))
    firm.recogniser.close()
    assert firm.rematch() < 150
    firm.recogniser = Recogniser()
    firm.rematch()
    assert firm.kept() == firm.afresh()
    assert set(firm.meant().values()) == {TWO}


# what a person or an entry said ---------------------------------------------------------------------------------


def test_what_a_person_tagged_stays_whatever_the_titles_come_to_mean(firm: Firm) -> None:
    firm.see("Wattle Lease", "10482 - Letter.docx", "Zebulon")
    firm.rematch()
    firm.write(lambda books: review.tag_row(books, firm.row("Wattle Lease").row.id, ONE))
    firm.write(lambda books: review.tag_row(books, firm.row("Zebulon").row.id, None))
    firm.put(replace(FIRM[1], name="Zebulon"), replace(FIRM[0], gone=True))
    firm.rematch()
    assert (firm.row("Wattle Lease").matter, firm.row("Wattle Lease").tagged_by) == (ONE, TaggedBy.PERSON)
    assert (firm.row("Zebulon").matter, firm.row("Zebulon").tagged_by) == (None, TaggedBy.PERSON)
    assert firm.row("10482 - Letter.docx").matter is None


def test_rows_of_an_entry_keep_its_matter(firm: Firm) -> None:
    firm.see("Wattle Lease")
    firm.rematch()
    row = firm.row("Wattle Lease").row.id
    day = firm.day()
    firm.write(lambda books: review.draft_rows(books, day, [row], review.Wish(TWO), "UTC"))
    firm.put(replace(FIRM[1], gone=True), Matter(MatterId(9), "Wattle Lease"))
    firm.rematch()
    found = firm.row("Wattle Lease")
    assert (found.matter, found.state) == (TWO, RowState.DRAFT)
    assert found.match.assigned == 9  # said beside it, and changes nothing
