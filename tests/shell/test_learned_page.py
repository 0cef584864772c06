"""What somebody sees of what was learned, changes of it, and takes back."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QMessageBox, QPushButton, QWidget

from tests.shell.conftest import Room
from tests.shell.test_recognising import both, picture, said, say, wharf_job
from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.learning import Lesson, Phrase, Trait
from wisestep_desktop.core.matters import Matter, MatterStatus
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.store import Books
from wisestep_desktop.shell.views.learned_page import LearnedPage, LearnedWindow

DAY = 86_400_000
OLD = MatterId(9120)


def fill(room: Room) -> None:
    """Let a year of corrections have taught something."""
    now = room.office.clock.read().wall

    def job(books: Books) -> None:
        books.matters.put_matters([Matter(OLD, "Old Mill acquisition", "MIL-2019-4", MatterStatus.CLOSED)])
        for text, matter in (("the bakery", 10482), ("old mill", OLD), ("Jane's place", 10990)):
            books.learning.put_phrase(Phrase(text, MatterId(matter), Instant(now - 9 * DAY)))
        books.learning.put(
            Lesson(trait, text.casefold(), text, MatterId(matter), yes, no, Instant(now - ago * DAY))
            for trait, text, matter, yes, no, ago in (
                (Trait.PART, "wharf job", 10990, 3.0, 0.0, 0),
                (Trait.FOLDER, "c:/clients/northgate/2026", 10611, 2.0, 0.0, 3),
                (
                    Trait.TITLE,
                    "Re: boundary survey and the easement over lot 14, second draft – Message",
                    10482,
                    1,
                    0,
                    5,
                ),
                (Trait.TITLE, "Weekly list – Excel", 10877, 0.0, 1.0, 8),
                (Trait.PART, "mill deed", OLD, 1.0, 0.0, 40),
                (Trait.PART, "somebody gone", 4711, 2.0, 0.0, 60),
            )
        )

    room.office.store.write(job).result()


def open_learned(room: Room) -> LearnedWindow:
    QTest.keyClick(room.window, Qt.Key.Key_L, Qt.KeyboardModifier.ControlModifier | Qt.KeyboardModifier.ShiftModifier)
    window = room.window.findChild(LearnedWindow)
    assert window is not None
    room.until(window.isVisible)
    return window


def page(window: LearnedWindow) -> LearnedPage:
    found = window.findChild(LearnedPage)
    assert found is not None
    return found


def press(window: QWidget, hint: str) -> None:
    """Click the button that a screen reader calls so."""
    [found] = [each for each in window.findChildren(QPushButton) if each.accessibleName() == hint and each.isVisible()]
    found.click()


def test_before_anything_is_learned_it_says_what_will_stand_here(connected: Room) -> None:
    window = open_learned(connected)
    connected.until(lambda: "Nothing yet." in said(window))
    assert "You have given no names yet." in said(window)
    both(connected, window, "learned-empty")


def test_everything_is_listed_in_words_and_found_by_searching(connected: Room) -> None:
    fill(connected)
    window = open_learned(connected)
    connected.until(lambda: "“the bakery”" in said(window))
    told = said(window)
    for words in (
        "10482 Harbour Holdings v Quay Pty Ltd",
        "meant 3 times, last on",
        "meant once, on",
        "not meant, said on",
    ):
        assert words in told
    assert "9120 Old Mill acquisition" in told
    assert {"closed", "gone"} <= set(told.splitlines())
    assert "4711 (no longer known)" in told
    both(connected, window, "learned")
    page(window)._search.setText("mill")
    connected.until(lambda: "wharf job" not in said(window))
    assert "“old mill”" in said(window)
    assert "“the bakery”" not in said(window)
    page(window)._search.setText("no such thing")
    assert "Nothing fits the search." in said(window)


def test_a_name_shows_what_it_would_change_before_it_is_kept(connected: Room) -> None:
    titles = wharf_job(connected)
    connected.row(titles[3])
    window = open_learned(connected)
    form = page(window)._form
    connected.until(lambda: len(form._matter._search) > 0)
    form._text.setFocus()
    QTest.keyClicks(form._text, "wharf job")
    form._matter.setFocus()
    QTest.keyClicks(form._matter, "marl est")
    QTest.keyClick(form._matter, Qt.Key.Key_Return)
    connected.until(lambda: "It would tag 4 more titles (16 min)." in said(window))
    assert titles[0] in said(window)
    assert connected.row(titles[0]).matter is None
    both(connected, window, "learned-what-if")
    form._save.click()
    connected.until(lambda: "“wharf job”" in said(page(window)._phrases))
    connected.until(lambda: all(connected.row(each).matter == 10990 for each in titles))
    press(window, "Change “wharf job”")
    assert form._text.text() == "wharf job"
    form._text.setText("wharf")
    form._save.click()
    connected.until(lambda: "“wharf”" in said(page(window)._phrases))
    assert "“wharf job”" not in said(page(window)._phrases)
    press(window, "Delete “wharf”")
    connected.until(lambda: "You have given no names yet." in said(window))
    connected.until(lambda: connected.row(titles[0]).matter is None)


def test_a_name_that_means_nothing_is_refused_in_a_sentence(connected: Room) -> None:
    window = open_learned(connected)
    form = page(window)._form
    connected.until(lambda: len(form._matter._search) > 0)
    form._text.setText("letter")
    QTest.keyClicks(form._matter, "10990")
    QTest.keyClick(form._matter, Qt.Key.Key_Return)
    form._save.click()
    connected.until(lambda: "“letter” stands in too many titles" in said(window))
    assert form._text.text() == "letter"


def test_a_lesson_is_forgotten_and_the_row_knows_nothing_again(connected: Room) -> None:
    titles = wharf_job(connected)
    say(connected, titles[0], "10990")
    connected.window.refresh()
    window = open_learned(connected)
    connected.until(lambda: "wharf job" in said(page(window)._lessons))
    for _ in range(2):
        hint = next(
            each.accessibleName()
            for each in page(window)._lessons.findChildren(QPushButton)
            if each.accessibleName().startswith("Forget") and each.isVisibleTo(window)
        )
        before = said(page(window)._lessons)
        press(window, hint)
        connected.until(lambda was=before: said(page(window)._lessons) != was)
    assert connected.row(titles[0]).matter == 10990  # what was said of the row itself stays


def test_all_is_forgotten_only_after_a_question(connected: Room) -> None:
    fill(connected)
    window = open_learned(connected)
    connected.until(lambda: "wharf job" in said(window))
    page(window)._all.click()
    [question] = window.findChildren(QMessageBox)
    picture(question, "learned-forget-all")
    assert "names you gave stay" in question.informativeText()
    question.reject()
    assert len(connected.office.store.read(lambda books: books.learning.lessons())) == 6
    page(window).ask_to_forget_all().accept()
    connected.until(lambda: "Nothing yet." in said(window))
    assert "“the bakery”" in said(window)


def test_everything_is_exported_for_nobody_else_to_read(connected: Room, tmp_path: Path) -> None:
    fill(connected)
    window = open_learned(connected)
    connected.until(lambda: "wharf job" in said(window))
    page(window).export_to(tmp_path / "learned.json")
    connected.until(lambda: "Exported to learned.json." in said(window))
    told = json.loads((tmp_path / "learned.json").read_text("utf-8"))
    assert len(told["phrases"]) == 3
    assert {each["meant"] for each in told["lessons"]} == {True, False}
    assert (tmp_path / "learned.json").stat().st_mode & 0o077 == 0
    page(window).export_to(tmp_path / "no" / "where.json")
    connected.until(lambda: "cannot be written" in said(window))


def test_names_are_hidden_here_too_while_others_look(connected: Room) -> None:
    fill(connected)
    window = open_learned(connected)
    connected.until(lambda: "wharf job" in said(window))
    connected.discretion.ask(hide=True)
    connected.until(lambda: "Names are hidden" in said(window))
    assert "wharf job" not in said(window)
    assert "Harbour" not in said(window)


def test_changing_a_name_that_cannot_be_used_keeps_the_old_one(connected: Room) -> None:
    from wisestep_desktop.services import learned  # noqa: PLC0415

    fill(connected)
    now = connected.office.clock.read().wall
    with pytest.raises(BadInput):
        connected.office.store.write(
            lambda books: learned.change_phrase(books, "the bakery", "letter", MatterId(10482), now)
        ).result()
    phrases = connected.office.store.read(lambda books: books.learning.phrases())
    assert "the bakery" in {each.text for each in phrases}
