"""Titles are read once and again where something changed: what the store keeps is always what a full reading says."""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterable, Iterator
from concurrent.futures import Future
from dataclasses import replace
from datetime import UTC, date
from pathlib import Path
from typing import TypeVar

import pytest
from hypothesis import example, given, settings
from hypothesis import strategies as st

from tests.fakes.clock import MONDAY
from tests.services.office import open_store
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.ids import MatterId, TitleId
from wisestep_desktop.core.instants import HOUR, MINUTE
from wisestep_desktop.core.learning import Trait
from wisestep_desktop.core.matching import Kind, Match
from wisestep_desktop.core.matter_index import RARE_AT_MOST
from wisestep_desktop.core.matters import Matter, MatterStatus
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.presence import Presence, PresenceSpan
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import learned, learning, preferences, review, verdicts
from wisestep_desktop.services.matching import Recogniser
from wisestep_desktop.services.timeline import Day, DayRow, RowState, TaggedBy, read_day

T = TypeVar("T")
ONE, TWO, THREE = MatterId(10482), MatterId(10483), MatterId(10484)
FIRM = (
    Matter(ONE, "Marlow v Hartley Shipping", "HS-2026/014", clients=("Marlow, Jane",)),
    Matter(TWO, "Wattle Lease", "LS-9/2"),
    Matter(THREE, "Estate of O'Brien"),
)
NOW = Instant(MONDAY + 8 * HOUR)
DAY = date(2026, 3, 2)


class Firm:
    """A store with a recogniser over it, and a day that is filled window by window."""

    def __init__(self, folder: Path, matters: Iterable[Matter] = FIRM) -> None:
        self.folder = folder
        self.store = open_store(folder)
        self.recogniser = Recogniser()
        self.at = MONDAY
        self.put(*matters)

    def close(self) -> None:
        self.store.close()

    def write(self, job: Callable[[Books], T]) -> T:
        return self.store.write(job).result()

    def put(self, *matters: Matter) -> None:
        self.write(lambda books: books.matters.put_matters(matters))

    def see(self, *titles: str | Window, minutes: int = 5, settled: bool = False) -> None:
        """Let windows be in front one after the other; ``settled`` as the recorder does, read at once."""

        def job(books: Books) -> None:
            for title in titles:
                window = title if isinstance(title, Window) else Window("Word", title)
                end = Instant(self.at + minutes * MINUTE)
                found = books.timeline.open_visit(self.at, window)
                if settled and found is not None:
                    self.recogniser.settle(books, found)
                books.timeline.extend_visit(self.at, end)
                books.timeline.put_presence(PresenceSpan(Span(self.at, end), Presence.ACTIVE))
                self.at = end

        self.write(job)

    def rematch(self) -> int:
        return self.recogniser.rematch(self.store)

    def kept(self) -> dict[TitleId, Match]:
        def job(books: Books) -> dict[TitleId, Match]:
            numbers = [title for title, _ in books.timeline.windows(None, 10_000)]
            return {number: title.match for number, title in books.timeline.titles(numbers).items()}

        return self.store.read(job)

    def afresh(self) -> dict[TitleId, Match]:
        """Return what somebody says who never read anything before."""
        other = Recogniser()
        self.store.read(other.refresh)
        return self.store.read(
            lambda books: {title: other.match(window) for title, window in books.timeline.windows(None, 10_000)}
        )

    def meant(self) -> dict[str, int | None]:
        """Return what each title is assigned to in the store."""

        def job(books: Books) -> dict[str, int | None]:
            numbers = [title for title, _ in books.timeline.windows(None, 10_000)]
            return {each.window.title: each.match.assigned for each in books.timeline.titles(numbers).values()}

        return self.store.read(job)

    def day(self) -> Day:
        return self.store.read(lambda books: read_day(books, DAY, UTC))

    def row(self, title: str) -> DayRow:
        [found] = [row for row in self.day().rows if row.window.title == title]
        return found

    def said(self, title: str) -> list[int]:
        return [each.matter for each in self.row(title).match.candidates]

    def accept(self, title: str, matter: MatterId | None = None, at: Instant = NOW) -> learning.Offer | None:
        row = self.row(title)
        return self.write(lambda books: verdicts.accept(books, self.recogniser, [row], matter, at))

    def reject(self, title: str, at: Instant = NOW) -> int:
        row = self.row(title)
        return self.write(lambda books: verdicts.reject(books, self.recogniser, [row], at))

    def lessons(self) -> dict[tuple[str, str, int], tuple[float, float]]:
        known = self.store.read(lambda books: books.learning.lessons())
        return {(each.trait.value, each.key, each.matter): (each.accepted, each.refused) for each in known}


@pytest.fixture
def firm(tmp_path: Path) -> Iterator[Firm]:
    made = Firm(tmp_path)
    yield made
    made.close()


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
    open_only = firm.kept()
    assert firm.meant() == {"Wattle Lease": None, "10482 - Letter.docx": ONE}
    firm.write(lambda books: preferences.change(books, "SHOW_CLOSED_CASES", "TRUE"))
    firm.rematch()
    assert firm.meant() == {"Wattle Lease": TWO, "10482 - Letter.docx": ONE}
    firm.write(lambda books: preferences.change(books, "SHOW_CLOSED_CASES", "FALSE"))
    firm.rematch()
    assert firm.kept() == open_only == firm.afresh()


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


# phrases and lessons --------------------------------------------------------------------------------------------


def test_a_phrase_takes_effect_on_old_titles_and_goes_again(firm: Firm) -> None:
    firm.see("Blue folder notes", "Minutes")
    firm.rematch()
    firm.write(lambda books: learning.add_phrase(books, "blue folder", TWO, NOW))
    assert firm.rematch() == 1
    assert firm.meant() == {"Blue folder notes": TWO, "Minutes": None}
    assert [find.kind for find in firm.row("Blue folder notes").match.candidates[0].evidence] == [Kind.RULE]
    firm.write(lambda books: learned.change_phrase(books, "blue folder", "Blue  FOLDER", ONE, NOW))
    firm.rematch()
    assert firm.meant() == {"Blue folder notes": ONE, "Minutes": None}
    firm.write(lambda books: learned.drop_phrase(books, "the blue folder"))
    firm.rematch()
    assert firm.meant() == {"Blue folder notes": None, "Minutes": None}
    with pytest.raises(BadInput, match=r"phrase\.unknown"):
        firm.write(lambda books: learned.drop_phrase(books, "blue folder"))


@pytest.mark.parametrize(
    ("text", "code"),
    [
        ("", "blank"),
        ("  -- ", "blank"),
        ("a", "blank"),
        ("zebulon " * 30, "too_long"),
        ("letter", "too_common"),
        ("meeting notes", "too_common"),
        ("12", "too_common"),
    ],
)
def test_a_phrase_that_cannot_mean_a_matter_is_refused(firm: Firm, text: str, code: str) -> None:
    with pytest.raises(BadInput, match=rf"phrase\.{code}"):
        firm.write(lambda books: learning.add_phrase(books, text, TWO, NOW))
    assert firm.store.read(lambda books: books.learning.phrases()) == ()


def test_a_phrase_for_a_matter_nobody_knows_is_refused(firm: Firm) -> None:
    with pytest.raises(BadInput, match=r"matter\.unknown"):
        firm.write(lambda books: learning.add_phrase(books, "blue folder", MatterId(99), NOW))


def test_a_lesson_takes_effect_on_the_title_and_on_those_that_share_a_part(firm: Firm) -> None:
    firm.see("Zebulon affair - letter", "Zebulon affair - costs", "Minutes")
    firm.rematch()
    taught, other = (firm.row(title).row.title for title in ("Zebulon affair - letter", "Zebulon affair - costs"))
    assert taught is not None
    assert other is not None
    firm.write(lambda books: learning.teach(books, firm.recogniser, [taught], ONE, NOW))
    assert firm.kept()[taught].candidates[0].matter == ONE
    assert firm.kept()[taught].assigned is None
    firm.write(lambda books: learned.spread(books, firm.recogniser, [taught], [other]))
    assert firm.kept()[other].candidates[0].matter == ONE
    assert firm.kept() == firm.afresh()
    firm.write(lambda books: learned.forget_all_lessons(books, firm.recogniser, NOW))
    assert firm.kept() == firm.afresh()
    assert all(not match.candidates for match in firm.kept().values())


def test_a_lesson_of_another_program_is_known_here(firm: Firm) -> None:
    firm.see("Zebulon affair - letter")
    firm.rematch()
    title = firm.row("Zebulon affair - letter").row.title
    assert title is not None
    firm.write(lambda books: learning.teach(books, Recogniser(), [title], ONE, NOW))
    assert firm.recogniser.match(Window("Word", "Zebulon affair - costs")).candidates == ()
    firm.store.read(firm.recogniser.refresh)
    assert firm.recogniser.match(Window("Word", "Zebulon affair - costs")).candidates[0].matter == ONE


# verdicts -------------------------------------------------------------------------------------------------------


def test_a_yes_tags_the_row_and_teaches(firm: Firm) -> None:
    firm.see("Jane Marlow - call")
    firm.rematch()
    assert firm.said("Jane Marlow - call") == [ONE]
    assert firm.accept("Jane Marlow - call") is None
    row = firm.row("Jane Marlow - call")
    assert (row.matter, row.tagged_by, row.state) == (ONE, TaggedBy.PERSON, RowState.OPEN)
    assert firm.lessons() == {
        ("title", "jane marlow - call", ONE): (1.0, 0.0),
        ("part", "jane marlow", ONE): (1.0, 0.0),
    }
    assert firm.kept() == firm.afresh()


def test_another_matter_than_the_one_said_is_a_yes_and_a_no(firm: Firm) -> None:
    firm.see("Marlow v Hartley Shipping - costs", "Marlow v Hartley Shipping - letter")
    firm.rematch()
    firm.accept("Marlow v Hartley Shipping - costs", TWO)
    assert firm.row("Marlow v Hartley Shipping - costs").matter == TWO
    known = firm.lessons()
    assert known["title", "marlow v hartley shipping - costs", TWO] == (1.0, 0.0)
    assert known["title", "marlow v hartley shipping - costs", ONE] == (0.0, 1.0)
    assert ("part", "marlow v hartley shipping", ONE) not in known  # the name itself goes on meaning it
    assert firm.row("Marlow v Hartley Shipping - letter").matter == ONE


def test_a_no_takes_the_matter_off_and_it_does_not_come_back(firm: Firm) -> None:
    firm.see("10482 - Letter.docx")
    firm.rematch()
    assert firm.row("10482 - Letter.docx").matter == ONE
    assert firm.reject("10482 - Letter.docx") == 1
    row = firm.row("10482 - Letter.docx")
    assert (row.matter, row.tagged_by, row.match.candidates) == (None, None, ())
    firm.put(replace(FIRM[0], name="Letter"))
    firm.rematch()
    assert firm.row("10482 - Letter.docx").matter is None
    assert firm.reject("10482 - Letter.docx") == 0


def test_a_no_to_a_persons_own_tag_takes_that_matter_off(firm: Firm) -> None:
    firm.see("10482 - Letter.docx")
    firm.rematch()
    firm.write(lambda books: review.tag_row(books, firm.row("10482 - Letter.docx").row.id, TWO))
    assert firm.reject("10482 - Letter.docx") == 1
    found = firm.row("10482 - Letter.docx")
    assert found.matter == ONE  # the matcher speaks again: nobody said that it was wrong
    assert ("title", "10482 - letter.docx", TWO) in firm.lessons()


def test_a_no_to_what_the_rows_around_suggest_is_about_that_matter(firm: Firm) -> None:
    firm.see("10482 - Letter.docx", "Wattle")
    firm.rematch()
    firm.see("untitled")
    firm.rematch()
    firm.see("10482 - Letter.docx")
    assert firm.said("untitled") == [ONE]
    assert firm.reject("untitled") == 1
    assert firm.lessons() == {("title", "untitled", ONE): (0.0, 1.0)}
    assert firm.said("untitled") == []


def test_after_a_no_a_yes_counts(firm: Firm) -> None:
    firm.see("Zebulon - costs")
    firm.rematch()
    firm.accept("Zebulon - costs", ONE)
    firm.reject("Zebulon - costs")
    assert firm.said("Zebulon - costs") == []
    firm.accept("Zebulon - costs", ONE)
    firm.accept("Zebulon - costs", ONE)
    assert firm.meant()["Zebulon - costs"] == ONE


def test_rows_that_are_not_open_are_left_alone(firm: Firm) -> None:
    firm.see("Wattle Lease", "Zebulon", Window("", "", private=True))
    firm.rematch()
    day = firm.day()
    number = firm.row("Wattle Lease").row.id
    firm.write(lambda books: review.draft_rows(books, day, [number], review.Wish(TWO), "UTC"))
    rows = [row for row in firm.day().rows if row.window.title != "Zebulon"]
    assert {row.state for row in rows} == {RowState.DRAFT, RowState.PRIVATE}
    firm.write(lambda books: verdicts.accept(books, firm.recogniser, rows, ONE, NOW))
    assert firm.write(lambda books: verdicts.reject(books, firm.recogniser, rows, NOW)) == 0
    assert firm.lessons() == {}
    assert firm.row("Wattle Lease").matter == TWO


def test_a_yes_to_a_row_that_says_nothing_changes_nothing(firm: Firm) -> None:
    firm.see("Minutes")
    firm.rematch()
    assert firm.accept("Minutes") is None
    assert (firm.row("Minutes").matter, firm.lessons()) == (None, {})


def test_a_yes_to_a_matter_nobody_knows_keeps_nothing(firm: Firm) -> None:
    firm.see("Minutes")
    firm.rematch()
    with pytest.raises(BadInput, match=r"matter\.unknown"):
        firm.accept("Minutes", MatterId(99))
    assert (firm.row("Minutes").tagged_by, firm.lessons()) == (None, {})


def test_an_entry_that_says_what_the_rows_said_teaches_nothing(firm: Firm) -> None:
    firm.see("10482 - Letter.docx")
    firm.rematch()
    rows = [firm.row("10482 - Letter.docx")]
    firm.write(lambda books: verdicts.confirmed(books, firm.recogniser, rows, ONE, NOW))
    firm.write(lambda books: verdicts.confirmed(books, firm.recogniser, rows, None, NOW))
    assert firm.lessons() == {}


def test_an_entry_of_rows_that_a_person_tagged_so_teaches_nothing_more(firm: Firm) -> None:
    firm.see("Zebulon - costs")
    firm.rematch()
    firm.accept("Zebulon - costs", ONE)
    once = firm.lessons()
    rows = [firm.row("Zebulon - costs")]
    firm.write(lambda books: verdicts.confirmed(books, firm.recogniser, rows, ONE, NOW))
    assert firm.lessons() == once
    assert firm.meant()["Zebulon - costs"] is None  # one decision suggests, however often it is passed on


def test_an_entry_that_says_something_else_teaches(firm: Firm) -> None:
    firm.see("10482 - Letter.docx")
    firm.rematch()
    rows = [firm.row("10482 - Letter.docx")]
    firm.write(lambda books: verdicts.confirmed(books, firm.recogniser, rows, TWO, NOW))
    assert firm.lessons()["title", "10482 - letter.docx", TWO] == (1.0, 0.0)
    assert firm.lessons()["title", "10482 - letter.docx", ONE] == (0.0, 1.0)
    with pytest.raises(BadInput, match=r"matter\.unknown"):
        firm.write(lambda books: verdicts.confirmed(books, firm.recogniser, rows, MatterId(99), NOW))


# a phrase to offer ----------------------------------------------------------------------------------------------


def three_yes(firm: Firm, matter: MatterId = ONE) -> learning.Offer | None:
    titles = [f"Zebulon affair - {what}" for what in ("costs", "letter", "brief")]
    firm.see(*titles)
    firm.rematch()
    return [firm.accept(title, matter) for title in titles][-1]


def test_a_phrase_is_offered_after_the_third_yes_and_not_before(firm: Firm) -> None:
    firm.see("Zebulon affair - one", "Zebulon affair - two")
    firm.rematch()
    assert [firm.accept(f"Zebulon affair - {what}", ONE) for what in ("one", "two")] == [None, None]
    firm.see("Zebulon affair - three")
    firm.rematch()
    assert firm.accept("Zebulon affair - three", ONE) == learning.Offer("Zebulon affair", ONE)


def test_a_phrase_that_was_declined_is_not_offered_again(firm: Firm) -> None:
    offered = three_yes(firm)
    assert offered is not None
    firm.write(lambda books: learning.decline(books, offered))
    firm.see("Zebulon affair - more")
    firm.rematch()
    assert firm.accept("Zebulon affair - more", ONE) is None


def test_a_phrase_that_is_one_already_is_not_offered(firm: Firm) -> None:
    firm.write(lambda books: learning.add_phrase(books, "Zebulon affair", ONE, NOW))
    assert three_yes(firm) is None


def test_a_phrase_that_is_the_matters_name_is_not_offered(firm: Firm) -> None:
    firm.put(Matter(MatterId(9), "Zebulon affair"))
    assert three_yes(firm, MatterId(9)) is None


# what if --------------------------------------------------------------------------------------------------------


def promised(firm: Firm, text: str, matter: MatterId) -> dict[str, tuple[int | None, int | None]]:
    moves = firm.store.read(lambda books: learning.what_if(books, firm.recogniser, text, matter, NOW))
    assert [each.millis for each in moves] == sorted((each.millis for each in moves), reverse=True)
    return {each.window.title: (each.before, each.after) for each in moves}


def happened(firm: Firm, text: str, matter: MatterId) -> dict[str, tuple[int | None, int | None]]:
    before = firm.meant()
    firm.write(lambda books: learning.add_phrase(books, text, matter, NOW))
    firm.rematch()
    after = firm.meant()
    return {title: (before[title], after[title]) for title in before if before[title] != after[title]}


def test_what_if_keeps_nothing(firm: Firm) -> None:
    firm.see("Blue folder notes", minutes=30)
    firm.see("Blue folder letter")
    firm.rematch()
    version, index = firm.recogniser.version, firm.recogniser.index
    assert promised(firm, "blue folder", TWO) == {"Blue folder notes": (None, TWO), "Blue folder letter": (None, TWO)}
    assert (firm.recogniser.version, firm.recogniser.index) == (version, index)
    assert firm.store.read(lambda books: books.learning.phrases()) == ()
    assert firm.rematch() == 0
    assert firm.meant() == {"Blue folder notes": None, "Blue folder letter": None}


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("blue folder", TWO),
        ("The Blue Folder", TWO),
        ("Wattle", ONE),
        ("Zebulon Pty Ltd", TWO),
        ("Ltd Zebulon", TWO),
        ("Marlow", TWO),
        ("green binder", TWO),
        ("green binder", ONE),
        ("nothing says this", ONE),
    ],
)
def test_what_if_says_what_then_happens(firm: Firm, text: str, matter: MatterId) -> None:
    firm.write(lambda books: learning.add_phrase(books, "green binder", ONE, NOW))
    firm.write(lambda books: learning.add_phrase(books, "red box", TWO, NOW))
    firm.see(
        "Blue folder notes",
        "Wattle Lease",
        "Wattle",
        "Zebulon minutes",
        "Green binder",
        "Red box and the blue folder",
        "Red box Wattle",
        "Marlow v Hartley Shipping",
        "Jane Marlow",
        "Zebulon costs",
        "Minutes",
    )
    firm.rematch()
    for _ in range(2):
        firm.accept("Zebulon costs", THREE)
    firm.write(lambda books: books.timeline.drop_tag(firm.row("Zebulon costs").row.title, MONDAY))  # type: ignore[arg-type]
    assert firm.meant()["Zebulon costs"] == THREE
    assert promised(firm, text, matter) == happened(firm, text, matter)


def test_what_if_leaves_out_what_a_person_or_an_entry_holds(firm: Firm) -> None:
    firm.see("Blue folder one", "Blue folder two", "Blue folder three")
    firm.rematch()
    firm.write(lambda books: review.tag_row(books, firm.row("Blue folder one").row.id, ONE))
    day, claimed = firm.day(), firm.row("Blue folder two").row.id
    firm.write(lambda books: review.draft_rows(books, day, [claimed], review.Wish(ONE), "UTC"))
    assert promised(firm, "blue folder", TWO) == {"Blue folder three": (None, TWO)}


def test_what_if_of_nothing_moves_nothing(firm: Firm) -> None:
    firm.see("Blue folder")
    firm.rematch()
    assert promised(firm, "", TWO) == promised(firm, "--", TWO) == promised(firm, "blue folder", MatterId(99)) == {}


def test_everything_learned_is_shown_with_its_matter(firm: Firm) -> None:
    three_yes(firm)
    firm.write(lambda books: learning.add_phrase(books, "blue folder", TWO, NOW))
    told = firm.store.read(learned.everything)
    assert [each.text for each in told.phrases] == ["blue folder"]
    assert {each.trait for each in told.lessons} == {Trait.TITLE, Trait.PART}
    assert set(told.matters) == {ONE, TWO}
    assert firm.write(lambda books: learned.forget_all_lessons(books, firm.recogniser, NOW)) == len(told.lessons)
    assert firm.store.read(learned.everything).lessons == ()
    assert len(firm.store.read(learned.everything).phrases) == 1


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
