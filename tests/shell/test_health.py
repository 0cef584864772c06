"""What somebody sees of the health of recording, of pauses, of names that are hidden, and of what is missing."""

from __future__ import annotations

from collections.abc import Callable
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QMessageBox, QPushButton, QScrollArea

from tests.fakes.watcher import Display, Listen, Lock, Lose, ReplayWatcher, Show, Sicken, Tick
from tests.shell.conftest import MINUTE, Room
from wisestep_desktop.core.observation import Window
from wisestep_desktop.ports.capture import Health, SignalHealth, SignalName
from wisestep_desktop.services import preferences
from wisestep_desktop.shell.guides import guide
from wisestep_desktop.shell.models.day import Away
from wisestep_desktop.shell.views.guide_page import GuidePage
from wisestep_desktop.shell.views.health_page import HealthWindow
from wisestep_desktop.shell.views.status_bar import StatusBar

Make = Callable[..., Room]
DEED = "10482 Deed of Lease.docx - Word"
BLANK = SignalHealth(SignalName.TITLES, Health.DEGRADED, "capture.blank_titles")
GUIDES = (
    "capture.gnome_extension_missing",
    "capture.no_toplevel_protocol",
    "capture.no_wayland_library",
    "capture.no_display",
)


def said(within: object) -> str:
    """Return every word a widget shows."""
    labels = within.findChildren(QLabel)  # type: ignore[attr-defined]
    buttons = within.findChildren(QPushButton)  # type: ignore[attr-defined]
    return "\n".join(each.text() for each in (*labels, *buttons) if each.isVisible())


def picture(room: Room, widget: object, name: str) -> None:
    folder = Path("build/pictures")
    folder.mkdir(parents=True, exist_ok=True)
    widget.grab().save(str(folder / f"{name}.png"))  # type: ignore[attr-defined]
    assert room.window is not None


def open_health(room: Room) -> HealthWindow:
    room.window.show_health()
    page: HealthWindow = room.window.findChild(HealthWindow)
    room.until(page.isVisible)
    return page


def test_the_health_page_names_every_signal_since_when_and_what_was_tried(room: Room) -> None:
    room.watcher.play(Sicken(SignalHealth(SignalName.MICROPHONE, Health.OFF, "capture.no_microphone")))
    room.work("Word", DEED, 1)
    page = open_health(room)
    room.until(lambda: "Calls" in said(page))
    told = said(page)
    for words in (
        "Window titles",
        "Screen lock",
        "since ",
        "Wayland (wlroots)",
        "a call without a touch counts as away",
    ):
        assert words in told
    [area] = page.findChildren(QScrollArea)
    room.until(lambda: not area.verticalScrollBar().isVisible())  # the page fits
    picture(room, page, "health")
    page.close()


def test_titles_that_go_blank_turn_amber_in_window_and_page_and_mark_the_hour(room: Room) -> None:
    room.work("Word", DEED, 5)
    room.watcher.play(Sicken(BLANK))
    room.work("Word", "", 5)
    bar = room.window.findChild(StatusBar)
    room.until(lambda: "Limited: Window titles" in said(bar))
    page = open_health(room)
    assert "Windows show no titles any more" in said(page)
    picture(room, page, "health-degraded")
    room.work("Word", "Inbox", 1)
    room.leave()
    room.row("Inbox")
    room.until(lambda: any(row.marks for row in room.rows()))
    picture(room, room.window, "timeline-degraded")
    marked = [row.window.title for row in room.rows() if row.marks]
    assert "" in marked
    assert DEED not in marked
    page.close()


def test_what_an_administrator_needs_is_copied_without_a_title(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    copied: list[str] = []
    monkeypatch.setattr("PySide6.QtGui.QClipboard.setText", lambda _self, text: copied.append(text))
    room.work("Word", DEED, 1)
    room.watcher.play(Sicken(BLANK))
    room.watcher.settle()
    page = open_health(room)
    room.until(lambda: "Limited" in said(page))
    next(each for each in page.findChildren(QPushButton) if "administrator" in each.text()).click()
    assert "titles: degraded capture.blank_titles" in copied[0]
    assert "windows: replay (tried wlroots: capture.no_wayland)" in copied[0]
    assert "10482" not in copied[0]
    page.close()


@pytest.mark.parametrize("code", GUIDES)
def test_each_missing_thing_has_a_page_of_steps(make_room: Make, code: str) -> None:
    room = make_room(None, (code,))
    room.recording.consent()
    page = room.window.findChild(GuidePage)
    room.until(page.isVisible)
    steps = guide(code)
    assert steps is not None
    for words in (steps.title, steps.why, steps.meanwhile, *steps.steps):
        assert words in said(page)
    picture(room, room.window, f"guide-{code.removeprefix('capture.')}")
    again = next(each for each in page.findChildren(QPushButton) if each.text() == "Try again")
    again.click()
    room.until(lambda: room.recording.running)
    room.until(lambda: not page.isVisible())


def test_a_missing_permission_is_asked_for_with_its_reason_while_applications_are_recorded(room: Room) -> None:
    room.work("Word", "", 1)
    room.watcher.play(Sicken(SignalHealth(SignalName.TITLES, Health.DEGRADED, "capture.no_accessibility")))
    page = room.window.findChild(GuidePage)
    room.until(page.isVisible)
    assert "never reads what is in a window and never types" in said(page)
    picture(room, room.window, "guide-no_accessibility")
    next(each for each in page.findChildren(QPushButton) if each.text() == "Ask macOS now").click()
    assert room.watcher.asked == 1
    next(each for each in page.findChildren(QPushButton) if "applications only" in each.text()).click()
    room.until(lambda: not page.isVisible())
    assert room.recording.running
    room.watcher.play(Sicken(SignalHealth(SignalName.TITLES, Health.WORKS)))  # allowed, and taken away again
    room.watcher.play(Tick(0))
    room.watcher.settle()
    room.until(lambda: "Limited" not in said(room.window.findChild(StatusBar)))
    room.watcher.play(Sicken(SignalHealth(SignalName.TITLES, Health.DEGRADED, "capture.no_accessibility")))
    room.until(page.isVisible)


def test_the_keyboard_is_on_the_answer_of_each_question(make_room: Make) -> None:
    room = make_room(None, ("capture.gnome_extension_missing",))
    assert isinstance(room.window.focusWidget(), QPushButton)
    assert room.window.focusWidget().text() == "Next"
    QTest.keyClick(room.window.focusWidget(), Qt.Key.Key_Return)
    assert room.window.focusWidget().text() == "Start recording"
    room.recording.consent()
    room.until(lambda: room.window.findChild(GuidePage).isVisible())
    assert room.window.focusWidget().text() == "Try again"


def test_one_can_go_on_without_recording(make_room: Make) -> None:
    room = make_room(None, ("capture.gnome_extension_missing",))
    room.recording.consent()
    page = room.window.findChild(GuidePage)
    room.until(page.isVisible)
    next(each for each in page.findChildren(QPushButton) if each.text() == "Go on without recording").click()
    room.until(lambda: not page.isVisible())
    assert "Log out and in again" not in said(room.window)
    assert "▲" in said(room.window.findChild(StatusBar))


def test_a_display_that_comes_back_is_recorded_again(make_room: Make) -> None:
    room = make_room()
    room.recording._try_soon = 0
    room.begin()
    room.work("Word", DEED, 3)
    room.displays.append(ReplayWatcher())
    room.watcher.play(Lose())
    room.until(lambda: room.recording._watcher is room.displays[-1] and room.recording.running)
    again = room.displays[-1]
    again.play(Show(Window("Word", "after the restart")))
    again.settle()
    room.office.clock.advance(2 * MINUTE)
    again.play(Show(Window("WiseStep", "WiseStep")))
    again.settle()
    room.office.store.write(lambda _books: None).result()
    room.window.refresh()
    assert room.row("after the restart").row.worked == 2 * MINUTE
    assert room.row(DEED).row.worked == 3 * MINUTE


# Pauses and forgetting --------------------------------------------------------------------------------------------


def test_a_pause_says_until_when_and_ends_by_itself(room: Room) -> None:
    room.work("Word", DEED, 3)
    room.recording.pause(15 * MINUTE)
    bar = room.window.findChild(StatusBar)
    room.until(lambda: "Paused until " in said(bar))
    room.work("Word", "while paused", 14)
    room.work("Word", "after the pause", 2)
    room.watcher.play(Tick(0))
    room.watcher.settle()
    room.work("Word", "after the pause", 3)
    room.until(lambda: room.recording.running)
    room.leave()
    room.row("after the pause")
    titles = {row.window.title: row.row.worked for row in room.rows()}
    assert "while paused" not in titles
    assert titles["after the pause"] >= 3 * MINUTE


def test_a_pause_until_tomorrow_outlives_a_restart(make_room: Make) -> None:
    room = make_room()
    room.recording.consent()
    room.until(lambda: room.recording.running)
    room.recording.pause_until_tomorrow()
    room.recording.close()
    again = make_room()
    again.recording.start()
    again.until(lambda: again.recording.paused)
    assert "Paused until " in said(again.window.findChild(StatusBar))


def test_forgetting_the_last_minutes_takes_them_out_of_the_day(room: Room) -> None:
    room.work("Word", DEED, 30)
    room.work("Word", "a slip", 10)
    room.leave()
    room.recording.forget_last(15 * MINUTE)
    room.until(lambda: "a slip" not in {row.window.title for row in room.rows()})
    assert sum(row.row.worked for row in room.rows()) <= 26 * MINUTE


def test_an_application_is_forgotten_after_one_question_and_recorded_no_more(room: Room) -> None:
    room.work("Signal", "Zebulon", 10)
    room.work("Word", DEED, 5)
    room.leave()
    room.row("Zebulon")
    menu = room.window._page.desks.menu
    question = menu.ask_application("Signal")
    assert "cannot be brought back" in question.informativeText()
    box = question.checkBox()
    assert box is not None
    box.setChecked(True)
    picture(room, question, "forget")
    next(each for each in question.buttons() if each.text() == "Forget").click()
    room.until(lambda: "Zebulon" not in {row.window.title for row in room.rows()})
    excluded = room.office.store.read(
        lambda books: preferences.preference(books, "privacy.excluded_applications").value
    )
    assert excluded == ("Signal",)
    for box_shown in room.window.findChildren(QMessageBox):
        box_shown.close()


# Names hidden -----------------------------------------------------------------------------------------------------


def test_hidden_names_are_nowhere_in_the_window(connected: Room) -> None:
    connected.work("Word", DEED, 24)
    connected.leave()
    connected.until(lambda: any(DEED in str(text) for text in texts(connected)))
    connected.discretion.ask(True)
    connected.until(lambda: not any("Deed" in str(text) or "Wattle" in str(text) for text in texts(connected)))
    assert any("Title hidden" in str(text) for text in texts(connected))
    connected.window._page._list.selectAll()
    assert "Deed" not in said(connected.window)
    picture(connected, connected.window, "names-hidden")
    bar = connected.window.findChild(StatusBar)
    next(each for each in bar.findChildren(QPushButton) if "Show them" in each.text()).click()
    connected.until(lambda: any(DEED in str(text) for text in texts(connected)))


def texts(room: Room) -> list[object]:
    """Return what the list says, shows on hovering and tells a screen reader."""
    model = room.window._page._model
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleTextRole)
    return [model.data(model.index(row), role) for row in range(model.rowCount()) for role in roles]


# Presence in the day ----------------------------------------------------------------------------------------------


def test_a_call_counts_and_quiet_reading_is_offered(room: Room) -> None:
    room.work("Adobe Acrobat", "Brief.pdf", 2)
    room.watcher.play(Tick(0))
    room.watcher.settle()
    for minute in range(1, 15):
        room.office.clock.advance(MINUTE)
        room.watcher.play(Tick(minute * MINUTE))
        room.watcher.settle()
    room.watcher.play(Tick(0))
    room.watcher.settle()
    room.work("Zoom", "Zoom Meeting", 1)
    room.watcher.play(Listen(frozenset({"zoom"})))
    for minute in range(1, 30):
        room.office.clock.advance(MINUTE)
        room.watcher.play(Tick(minute * MINUTE))
        room.watcher.settle()
    bar = room.window.findChild(StatusBar)
    room.until(lambda: "in a call" in said(bar))
    room.watcher.play(Listen(frozenset()), Tick(0), Display(on=False), Lock(locked=True), Lock(locked=False))
    room.leave()
    model = room.window._page._model
    room.until(lambda: any(isinstance(item, Away) and item.possible for item in items(room)))
    assert any(str(said).startswith("Quiet reading? Possible work 14 min") for said in texts(room))
    assert "possible 14 min" in said(bar)
    called: Callable[[], list[int]] = lambda: [  # noqa: E731
        row.row.worked for row in room.rows() if row.window.application == "Zoom"
    ]
    room.until(lambda: sum(called()) >= 29 * MINUTE)  # a reading that began earlier may be shown first
    assert model.rowCount() > 0
    picture(room, room.window, "presence")


def items(room: Room) -> list[object]:
    model = room.window._page._model
    return [model.item(model.index(row)) for row in range(model.rowCount())]
