"""Phrases and lessons take effect on old titles, and what a phrase would do is said before it is kept."""

from __future__ import annotations

import pytest

from tests.fakes.clock import MONDAY
from tests.services.reading_firm import NOW, ONE, THREE, TWO, Firm
from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.matching import Kind
from wisestep_desktop.core.observation import Window
from wisestep_desktop.services import learned, learning, review
from wisestep_desktop.services.matching import Recogniser

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


def test_a_hostile_phrase_is_one_line_of_valid_text(firm: Firm) -> None:
    made = firm.write(lambda books: learning.add_phrase(books, "blue\u202e\nfolder \udcff", TWO, NOW))
    assert made.text == "blue folder ?"
