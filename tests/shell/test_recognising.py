"""How somebody goes through a day with one key for yes and one for no, and finds any matter by typing."""

from __future__ import annotations

from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QPoint, Qt
from PySide6.QtGui import QAction
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QLabel, QPushButton, QWidget

from tests.fakes.watcher import Show
from tests.shell.conftest import Room
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.learning import Trait
from wisestep_desktop.core.matter_search import MatterSearch
from wisestep_desktop.core.matters import Matter, MatterStatus
from wisestep_desktop.core.observation import Window
from wisestep_desktop.services.timeline import RowState, TaggedBy
from wisestep_desktop.shell.models.day import Filter
from wisestep_desktop.shell.tokens import DARK, LIGHT, contrast
from wisestep_desktop.shell.widgets.matter_picker import MatterPicker

PICTURES = Path(__file__).parents[2] / "build" / "pictures"
COSTS = "Costs agreement – Smith 10611 / Jones 10877.docx – Word"
TIMETABLE = "Marlow, Jane – probate timetable – Message"
CALL = "Call – J. Marlow"
LEASE = "Northgate lease notes – Word"
NOTHING = "Inbox – Outlook"


def said(within: QWidget) -> str:
    """Return every word a widget shows."""
    parts = [each for each in within.findChildren(QWidget) if each.isVisibleTo(within)]
    return "\n".join(each.text() for each in parts if isinstance(each, QLabel | QPushButton))


def picture(widget: QWidget, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    QCoreApplication.processEvents()
    assert widget.grab().save(str(PICTURES / f"{name}.png"))


def both(room: Room, widget: QWidget, name: str) -> None:
    """Take a picture in light and one in dark."""
    for scheme in ("dark", "light"):
        room.theme.choose(scheme)
        picture(widget, f"{name}-{scheme}")


def say(room: Room, title: str, matter: str) -> None:
    """Type a matter for a row and press Enter twice: once to choose it, once to say so."""
    room.select(title)
    room.window._page._panel.focus_matter()
    QTest.keyClicks(picker(room), matter)
    QTest.keyClick(picker(room), Qt.Key.Key_Return)
    QTest.keyClick(picker(room), Qt.Key.Key_Return)
    room.until(lambda: not room.window._page.desks.verdicts._busy and str(room.row(title).matter) == matter)


def wharf_job(room: Room) -> list[str]:
    titles = [f"wharf job – {what} – Word" for what in ("estimates", "drawings", "snags", "handover")]
    for title in titles:
        room.work("Word", title, 4)
    room.leave()
    return titles


@pytest.fixture
def day(connected: Room) -> Room:
    """A day with two matters in one title, a likely one, a name that several bear, and a title that says nothing."""
    for title, minutes in ((COSTS, 9), (TIMETABLE, 5), (CALL, 8), (LEASE, 7), (NOTHING, 3)):
        connected.work(title.rsplit(" – ", maxsplit=1)[-1], title, minutes)
    connected.leave()
    connected.row(NOTHING)
    connected.until(lambda: connected.row(COSTS).match.candidates)
    front(connected)
    return connected


def front(room: Room) -> None:
    room.window.activateWindow()
    room.qtbot.waitActive(room.window)


def press(room: Room, key: Qt.Key) -> None:
    room.window._page._list.setFocus()
    QTest.keyClick(room.window._page._list, key)


def picker(room: Room) -> MatterPicker:
    return room.window._page._panel._matter


def selected(room: Room) -> list[str]:
    return [each.window.title for each in room.window._page._chosen()]


def lines(field: MatterPicker) -> list[str]:
    model = field._choices
    return [str(model.index(number).data()) for number in range(model.rowCount())]


def test_a_day_is_gone_through_with_yes_no_and_another_one(day: Room) -> None:
    day.select(TIMETABLE)
    press(day, Qt.Key.Key_A)
    day.until(lambda: day.row(TIMETABLE).matter == 10990)
    assert day.row(TIMETABLE).tagged_by is TaggedBy.PERSON
    day.until(lambda: selected(day) == [CALL])  # on to the next that needs a matter
    assert day.window.focusWidget() is day.window._page._list
    press(day, Qt.Key.Key_R)
    day.until(picker(day).hasFocus)
    assert picker(day).text() == ""
    assert selected(day) == [CALL]
    QTest.keyClicks(picker(day), "smi nor")
    assert lines(picker(day))[0].startswith("10611")
    QTest.keyClick(picker(day), Qt.Key.Key_Return)
    assert picker(day).matter == 10611
    assert day.row(CALL).matter is None  # chosen, not yet said
    QTest.keyClick(picker(day), Qt.Key.Key_Return)
    day.until(lambda: day.row(CALL).matter == 10611)
    assert all(each.state is RowState.OPEN for each in day.rows())  # no draft was made of it
    assert day.office.entries() == ()
    day.until(lambda: day.window.focusWidget() is day.window._page._list)
    assert CALL not in selected(day)


def test_several_rows_each_get_their_own_likeliest(day: Room) -> None:
    day.select(COSTS, TIMETABLE)
    press(day, Qt.Key.Key_A)
    day.until(lambda: day.row(TIMETABLE).matter == 10990)
    assert day.row(COSTS).matter is None  # of two that are alike none is the likeliest


def test_yes_to_two_alike_asks_which_and_no_means_neither(day: Room) -> None:
    day.select(COSTS)
    press(day, Qt.Key.Key_A)
    day.until(picker(day).hasFocus)
    assert day.row(COSTS).matter is None
    press(day, Qt.Key.Key_R)
    day.until(lambda: not {10611, 10877} & {each.matter for each in day.row(COSTS).match.candidates})
    lessons = day.office.store.read(lambda books: books.learning.lessons())
    assert {each.matter for each in lessons if each.refused} == {10611, 10877}


def test_without_a_suggestion_yes_asks_which(day: Room) -> None:
    day.select(NOTHING)
    press(day, Qt.Key.Key_A)
    day.until(picker(day).hasFocus)
    assert day.row(NOTHING).matter is None


def test_whoever_types_an_a_types_an_a(day: Room) -> None:
    day.select(COSTS)
    for field in (day.window._page._panel._narrative, picker(day), day.window._page._tools._search):
        field.setFocus()
        QTest.keyClicks(field, "ar")
    assert day.window._page._panel._narrative.toPlainText() == "ar"
    assert day.window._page._tools._search.text() == "ar"
    assert not day.window._page.desks.verdicts._busy
    assert day.office.store.read(lambda books: books.learning.lessons()) == ()


def test_the_card_says_how_sure_and_why_and_shows_both_keys(day: Room) -> None:
    day.select(COSTS)
    panel = day.window._page._panel
    day.until(lambda: "may be meant" in said(panel))
    told = said(panel)
    for words in ("10611  Smith v Northgate Council?", "“10611” is its number", "“10877” is its number"):
        assert words in told
    assert "possible" in told or "likely" in told
    keys = [each for each in panel.findChildren(QPushButton) if each.objectName() == "key" and each.isVisible()]
    assert [each.text().split() for each in keys] == [["None", "of", "these", "R"]]  # none is ahead to say yes to
    assert all("Key: " in each.accessibleName() for each in keys)
    both(day, day.window, "recognising-two")
    keys[0].click()
    day.until(picker(day).hasFocus)
    day.until(lambda: all(each.matter is None for each in day.rows() if each.window.title == COSTS))
    assert "may be meant" not in said(panel) or "10611" not in said(panel)


def test_a_likely_matter_has_a_key_for_yes_and_one_for_no(day: Room) -> None:
    day.select(TIMETABLE)
    panel = day.window._page._panel
    day.until(lambda: "One may be meant" in said(panel))
    keys = [each for each in panel.findChildren(QPushButton) if each.objectName() == "key" and each.isVisible()]
    assert [each.text().split() for each in keys] == [["Accept", "A"], ["Not", "this", "one", "R"]]
    assert all("Key: " in each.accessibleName() for each in keys)


def test_hovering_a_row_says_the_same(day: Room) -> None:
    index = day.window._page._model.index_of(day.row(COSTS).row.id)
    tip = str(index.data(Qt.ItemDataRole.ToolTipRole))
    assert "10611 Smith v Northgate Council: " in tip
    assert "“10611” is its number" in tip
    assert tip.count("•") >= 2
    assert "<b" not in tip.replace("<br>", "")


def test_the_menu_of_a_row_offers_both_and_the_list(day: Room) -> None:
    day.select(TIMETABLE)
    menu = day.window._page.desks.menu.menu(day.row(TIMETABLE))
    actions = {each.text().split("\t")[0]: each for each in menu.actions()}
    accept = next(action for text, action in actions.items() if text.startswith("Accept "))
    assert isinstance(accept, QAction)
    assert accept.text().endswith("\tA")
    assert "What WiseStep has learned…" in actions
    actions["Not this matter"].trigger()
    day.until(picker(day).hasFocus)
    menu.deleteLater()


def test_a_rejected_row_stays_in_sight_while_another_matter_is_chosen(day: Room) -> None:
    day.select(TIMETABLE)
    press(day, Qt.Key.Key_A)
    day.until(lambda: day.row(TIMETABLE).matter is not None and not day.window._page.desks.verdicts._busy)
    day.window._page._tools._filters.button([each.value for each in Filter].index("tagged")).click()
    day.select(TIMETABLE)
    press(day, Qt.Key.Key_R)
    day.until(picker(day).hasFocus)
    assert selected(day) == [TIMETABLE]


def test_an_entry_with_another_matter_teaches(day: Room) -> None:
    day.select(COSTS)
    picker(day).setFocus()
    QTest.keyClicks(picker(day), "10990")
    QTest.keyClick(picker(day), Qt.Key.Key_Return)
    day.window._page._panel._keep.click()
    day.until(lambda: len(day.office.entries()) == 1)
    lessons = day.office.store.read(lambda books: books.learning.lessons())
    assert (Trait.TITLE, MatterId(10990)) in {(each.trait, each.matter) for each in lessons if each.accepted}


def test_what_was_said_three_times_is_offered_as_a_name(connected: Room) -> None:
    titles = wharf_job(connected)
    for title in titles[:3]:
        say(connected, title, "10990")
    notice = connected.window._page.desks.offer
    connected.until(notice.isVisible)
    assert "You said three times that “wharf job” means 10990 Marlow Estate." in said(notice)
    both(connected, connected.window, "recognising-offer")
    notice._yes.click()
    connected.until(lambda: "It would tag" in said(notice))
    picture(notice, "recognising-offer-what-if")
    notice._yes.click()
    connected.until(lambda: not notice.isVisible())
    connected.until(lambda: connected.row(titles[3]).matter == 10990)
    [phrase] = connected.office.store.read(lambda books: books.learning.phrases())
    assert (phrase.text, phrase.matter) == ("wharf job", 10990)


def test_never_is_never(connected: Room) -> None:
    titles = wharf_job(connected)
    notice = connected.window._page.desks.offer
    for number, title in enumerate(titles):
        say(connected, title, "10990")
        if number == 2:
            connected.until(notice.isVisible)
            notice._never.click()
            connected.until(lambda: not notice.isVisible())
    connected.until(lambda: not connected.window._page.desks.verdicts._busy)
    assert not notice.isVisible()
    assert connected.office.store.read(lambda books: books.learning.phrases()) == ()


NAMESAKES = (
    Matter(MatterId(10482), "Harbour Holdings v Quay Pty Ltd", "HAR-2024-017", clients=("Harbour Holdings Pty Ltd",)),
    Matter(MatterId(10483), "Harbour Holdings v Quay Pty Ltd (No 2)", "HAR-2025-002", clients=("Quay Pty Ltd",)),
    Matter(
        MatterId(9120),
        "Harbour Holdings – acquisition of the whole of the issued share capital of Quay Pty Ltd",
        "HAR-2019-044",
        MatterStatus.CLOSED,
        ("Harbour Holdings Pty Ltd", "Northgate Superannuation Fund"),
    ),
    Matter(MatterId(9001), "Harbour"),
)


@pytest.fixture
def field(day: Room) -> MatterPicker:
    made = picker(day)
    day.select(NOTHING)
    made.offer(MatterSearch(NAMESAKES))
    made.setFocus()
    return made


def popup_picture(room: Room, field: MatterPicker, name: str) -> None:
    for scheme in ("dark", "light"):
        room.theme.choose(scheme)
        QCoreApplication.processEvents()
        picture(field._popup, f"{name}-{scheme}")


def test_namesakes_are_told_apart_in_the_list(day: Room, field: MatterPicker) -> None:
    QTest.keyClicks(field, "HAR")
    assert [line.split()[0] for line in lines(field)] == ["10482", "10483", "9120", "9001"]
    read_aloud = str(field._choices.index(2).data(Qt.ItemDataRole.AccessibleTextRole))
    for words in ("closed", "HAR-2019-044", "Northgate Superannuation Fund"):
        assert words in read_aloud
    assert field._popup.isVisible()
    QTest.keyClick(field._popup, Qt.Key.Key_Down)
    popup_picture(day, field, "picker")
    QTest.keyClick(field._popup, Qt.Key.Key_Down)
    QTest.keyClick(field._popup, Qt.Key.Key_Return)
    assert field.matter == 10483
    field._popup.hide()


def test_nothing_that_fits_is_said_calmly_and_cannot_be_chosen(day: Room, field: MatterPicker) -> None:
    QTest.keyClicks(field, "zzz")
    assert lines(field) == ["No matter fits. Try its number, or the beginnings of its words."]
    popup_picture(day, field, "picker-nothing")
    QTest.keyClick(field._popup, Qt.Key.Key_Down)
    QTest.keyClick(field._popup, Qt.Key.Key_Return)
    assert field.matter is None
    field._popup.hide()
    day.window._page._list.setFocus()
    assert field.text() == ""


def test_what_is_suggested_opens_with_down_in_the_empty_field(day: Room) -> None:
    day.select(COSTS)
    made = picker(day)
    made.setFocus()
    QTest.keyClick(made, Qt.Key.Key_Down)
    day.until(made._popup.isVisible)
    assert {line.split()[0] for line in lines(made)} == {"10611", "10877"}
    QTest.keyClick(made._popup, Qt.Key.Key_Down)
    QTest.keyClick(made._popup, Qt.Key.Key_Return)
    assert made.matter in {10611, 10877}
    assert QApplication.activePopupWidget() is None
    assert day.window.childAt(QPoint(5, 5)) is not None


def test_what_was_learned_of_one_row_shows_in_the_others_at_once(connected: Room) -> None:
    titles = wharf_job(connected)
    for title in titles[:2]:
        say(connected, title, "10990")
    connected.until(lambda: 10990 in {each.matter for each in connected.row(titles[3]).match.candidates})
    assert connected.row(titles[3]).matter is None  # a suggestion, no more
    connected.select(titles[3])
    connected.until(lambda: "“wharf job”: learned from your correction of" in said(connected.window._page._panel))
    both(connected, connected.window, "recognising-learned")


def test_what_a_title_does_not_show_is_said_and_marks_nothing(connected: Room) -> None:
    folder = "C:/Clients/Marlow"
    for name in ("one", "two"):
        for _ in range(40):
            connected.watcher.play(Show(Window("Word", f"{name}.docx – Word", f"{folder}/{name}.docx")))
            connected.watcher.settle()
            connected.office.clock.advance(5_000)
    connected.leave()
    say(connected, "one.docx – Word", "10990")
    connected.until(lambda: connected.row("two.docx – Word").match.candidates)
    connected.select("two.docx – Word")
    connected.until(
        lambda: "The document's folder: learned from your correction of" in said(connected.window._page._panel)
    )
    picture(connected.window, "recognising-folder")


def test_saying_yes_again_makes_nothing_truer(connected: Room) -> None:
    [title, *_] = wharf_job(connected)
    say(connected, title, "10990")
    before = connected.office.store.read(lambda books: books.learning.lessons())
    connected.select(title)
    for _ in range(3):
        connected.window._page.desks.verdicts.accept()
        connected.until(lambda: not connected.window._page.desks.verdicts._busy)
        connected.select(title)
    assert connected.office.store.read(lambda books: books.learning.lessons()) == before


def test_names_in_the_list_can_be_read_in_both_schemes(day: Room, field: MatterPicker) -> None:
    QTest.keyClicks(field, "no such")
    for scheme, tokens in (("dark", DARK), ("light", LIGHT)):
        day.theme.choose(scheme)
        assert QApplication.palette().placeholderText().color().name() == tokens.dim
        assert contrast(tokens.dim, tokens.panel) >= 4.5
    field._popup.hide()
