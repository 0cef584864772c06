"""A yes, a no or another matter: what it puts on the row, what it teaches, and what it leaves alone."""

from __future__ import annotations

from dataclasses import replace

import pytest

from tests.services.reading_firm import FIRM, NOW, ONE, TWO, Firm
from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.learning import Trait
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.observation import Window
from wisestep_desktop.services import learned, learning, review, verdicts
from wisestep_desktop.services.timeline import RowState, TaggedBy

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


def test_a_part_shared_by_two_matters_is_remembered_of_both(firm: Firm) -> None:
    firm.see("Zebulon affair - letter", "Zebulon affair - costs")
    firm.rematch()
    firm.accept("Zebulon affair - letter", ONE)
    firm.accept("Zebulon affair - costs", TWO)
    lessons = firm.lessons()
    assert lessons["part", "zebulon affair", ONE] == (0.5, 0.0)
    assert lessons["part", "zebulon affair", TWO] == (1.0, 0.0)
    assert lessons["title", "zebulon affair - letter", ONE] == (1.0, 0.0)
