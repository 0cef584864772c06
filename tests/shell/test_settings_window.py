"""What somebody finds in the settings, changes, is refused, and is told of who decided."""

from __future__ import annotations

import json
from pathlib import Path

import pytest
from PySide6.QtCore import QCoreApplication, QEvent, QObject, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QMessageBox, QPushButton, QWidget

from tests.shell.conftest import Room
from tests.shell.evening import DEED
from tests.shell.test_recognising import both, picture, said
from wisestep_desktop.core.days_of_use import LONG_ENOUGH, NEEDED
from wisestep_desktop.core.instants import local_date
from wisestep_desktop.core.layers import Source
from wisestep_desktop.core.settings import SETTINGS
from wisestep_desktop.ports.packages import Installed, Package
from wisestep_desktop.services import days_of_use, preferences
from wisestep_desktop.services.notices import Notice, NoticeKind
from wisestep_desktop.services.preferences import Preference
from wisestep_desktop.shell import formats
from wisestep_desktop.shell.tidying import Tidying
from wisestep_desktop.shell.tray import Tray
from wisestep_desktop.shell.views.settings.about_page import AboutPage
from wisestep_desktop.shell.views.settings.connections_page import ConnectionsPage
from wisestep_desktop.shell.views.settings.editors import ChoiceEditor, FieldEditor, SwitchEditor
from wisestep_desktop.shell.views.settings.general_page import GeneralPage
from wisestep_desktop.shell.views.settings.line import SettingLine
from wisestep_desktop.shell.views.settings.list_editor import ListEditor
from wisestep_desktop.shell.views.settings.page import ORDER, Find, SettingsPage
from wisestep_desktop.shell.views.settings.privacy_page import PrivacyPage
from wisestep_desktop.shell.views.settings.values import SettingValues
from wisestep_desktop.shell.views.settings.window import SettingsWindow

MINUTE = 60_000


def open_settings(room: Room, wanted: str = "") -> SettingsWindow:
    room.window.others.settings(wanted)
    window = room.window.others.window("settings")
    assert isinstance(window, SettingsWindow)
    room.qtbot.waitExposed(window)
    window.activateWindow()
    room.until(window.isActiveWindow)
    room.until(lambda: line(window, "appearance.theme").isEnabled())
    return window


def line(window: SettingsWindow, name: str) -> SettingLine:
    """Return the line of a setting on the first page that has it."""
    page = next(page for page in window.pages if any(find.name == name for find in page.finds()))
    return next(each for each in page.findChildren(SettingLine) if each.name == name)


def on(window: SettingsWindow, key: str) -> SettingsPage:
    window.open_at(key)
    return next(page for page in window.pages if page.key == key)


def kept(room: Room, name: str) -> Preference:
    return room.office.store.read(lambda books: preferences.preference(books, name))


def field(window: SettingsWindow, name: str) -> FieldEditor:
    editor = line(window, name).editor
    assert isinstance(editor, FieldEditor)
    return editor


def names(window: SettingsWindow, name: str) -> ListEditor:
    editor = line(window, name).editor
    assert isinstance(editor, ListEditor)
    return editor


def press(window: QWidget, hint: str) -> None:
    """Click the button that a screen reader calls so."""
    [found] = [each for each in window.findChildren(QPushButton) if each.accessibleName() == hint and each.isVisible()]
    found.click()


# Finding ----------------------------------------------------------------------------------------------------------


def test_every_setting_has_a_line_and_the_pages_stand_in_order(connected: Room) -> None:
    window = open_settings(connected)
    assert [page.key for page in window.pages] == list(ORDER)
    everywhere = {find.name for page in window.pages for find in page.finds()}
    assert {known.name for known in SETTINGS} <= everywhere
    listed = {each.name for each in on(window, "all").findChildren(SettingLine)}
    assert listed == {known.name for known in SETTINGS}


def test_searching_finds_a_setting_by_what_it_does_and_opens_it(connected: Room) -> None:
    window = open_settings(connected)
    QTest.keyClicks(window.search, "keyboard mouse")
    connected.until(lambda: "What was found" in said(window))
    assert "Away after" in said(window)
    assert "Calls count as work" in said(window)
    assert "Client secret" not in said(window)
    both(connected, window, "settings-search")
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert window.list.currentRow() == 0
    assert window.search.text() == ""
    assert field(window, "capture.idle_limit_seconds").field.hasFocus()


def test_searching_goes_on_with_the_arrows_and_ends_with_escape(connected: Room) -> None:
    window = open_settings(connected)
    window.search.setFocus()
    QTest.keyClicks(window.search, "client_secret")
    QTest.keyClick(window.search, Qt.Key.Key_Down)
    held = window.focusWidget()
    assert isinstance(held, QPushButton)
    assert held.text() == "Client secret"
    window.search.setText("no such thing")
    assert "No setting is called or does that." in said(window)
    window.search.setFocus()
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert window._stack.currentWidget() is window.pages[0]
    QTest.keyClick(window.search, Qt.Key.Key_Escape)
    assert not window.isVisible()


def test_the_bell_the_tray_and_the_keys_open_it(connected: Room) -> None:
    connected.window._bell._act(Notice(NoticeKind.NAMES_IN_VAIN, about="ACTIVITY_TYPES_NON_BILLABLE"))
    window = open_settings(connected)
    page = window.pages[window.list.currentRow()]
    assert isinstance(page, ConnectionsPage)
    assert page.table.lines["ACTIVITY_TYPES_NON_BILLABLE"].isAncestorOf(window.focusWidget())
    window.close()
    connected.window.activateWindow()
    connected.until(connected.window.isActiveWindow)
    QTest.keyClick(connected.window, Qt.Key.Key_Comma, Qt.KeyboardModifier.ControlModifier)
    connected.until(window.isVisible)
    window.close()
    owner = QObject()
    tray = Tray(connected.recording, connected.actionstep, connected.discretion, owner)
    tray.settings_asked.connect(connected.window.others.settings)
    next(each for each in tray._menu.actions() if each.text() == "Settings…").trigger()
    connected.until(window.isVisible)
    tray.close()


def test_others_add_pages_in_their_place(connected: Room) -> None:
    class Extra(SettingsPage):
        def __init__(self, values: SettingValues) -> None:
            super().__init__("extra", "Extra")
            self.values = values
            self.revealed: list[str] = []

        def finds(self) -> tuple[Find, ...]:
            return (Find("emblem", "Emblem of the extra"),)

        def reveal(self, name: str) -> None:
            self.revealed.append(name)

    connected.window.others.add_page(Extra)
    window = open_settings(connected, "extra")
    assert [page.key for page in window.pages] == [*ORDER, "extra"]  # one that is in no order comes last
    page = window.pages[window.list.currentRow()]
    assert isinstance(page, Extra)
    window.search.setText("emblem")
    QTest.keyClick(window.search, Qt.Key.Key_Return)
    assert page.revealed == ["emblem"]


def test_a_narrow_window_has_a_drop_down_of_pages(connected: Room) -> None:
    window = open_settings(connected)
    window.resize(700, 600)
    connected.until(window._drop.isVisible)
    assert not window.list.isVisible()
    window._drop.setCurrentIndex(1)
    window._drop.activated.emit(1)
    assert window.pages[window.list.currentRow()].key == "privacy"
    picture(window, "settings-narrow")


class Windows(QObject):
    """Notes every window that appears, however briefly."""

    def __init__(self) -> None:
        super().__init__()
        self.seen: list[str] = []

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:  # noqa: N802  Qt's own name
        if event.type() is QEvent.Type.Show and isinstance(watched, QWidget) and watched.isWindow():
            self.seen.append(type(watched).__name__)
        return False


def test_nothing_flashes_up_while_pages_are_made(connected: Room, qapp: QApplication) -> None:
    windows = Windows()
    qapp.installEventFilter(windows)
    window = open_settings(connected)
    for page in window.pages:
        window.open_at(page.key)
        connected.qtbot.wait(50)
    window.search.setText("a")
    window.search.setText("ab")
    connected.qtbot.wait(50)
    qapp.removeEventFilter(windows)
    assert windows.seen == ["SettingsWindow"]


# Changing ---------------------------------------------------------------------------------------------------------


def test_what_is_put_in_is_kept_at_once_and_taken_back_by_a_blank(connected: Room) -> None:
    window = open_settings(connected)
    idle = field(window, "capture.idle_limit_seconds")
    assert idle.field.placeholderText() == "180 (default)"
    idle.field.setFocus()
    QTest.keyClicks(idle.field, "240")
    QTest.keyClick(idle.field, Qt.Key.Key_Return)
    connected.until(lambda: kept(connected, "capture.idle_limit_seconds").value == 240)
    where = line(window, "capture.idle_limit_seconds")
    connected.until(lambda: "Set by you" in said(where))
    assert "Default: 180 seconds." in said(where)
    press(where, "Back to the default: Away after")
    connected.until(lambda: kept(connected, "capture.idle_limit_seconds").source is Source.DEFAULT)
    connected.until(lambda: idle.field.text() == "")
    assert not where.body._back.isVisible()


def test_a_bad_value_is_told_at_the_field_and_the_old_one_stays(connected: Room) -> None:
    connected.office.set("capture.idle_limit_seconds", "240")
    window = open_settings(connected)
    where, idle = line(window, "capture.idle_limit_seconds"), field(window, "capture.idle_limit_seconds")
    connected.until(lambda: idle.field.text() == "240")
    idle.field.setFocus()
    idle.field.selectAll()
    QTest.keyClicks(idle.field, "7")
    QTest.keyClick(idle.field, Qt.Key.Key_Return)
    connected.until(lambda: "“Away after” must lie between 30 and 3600, not 7. The old value stays." in said(where))
    assert idle.field.property("wrong")
    assert kept(connected, "capture.idle_limit_seconds").value == 240
    both(connected, window, "settings-refused")
    window.pages[0].refresh()
    connected.qtbot.wait(100)
    assert idle.field.text() == "7"  # to be mended, not to be typed again
    QTest.keyClick(idle.field, Qt.Key.Key_Escape)
    assert window.isVisible()
    assert idle.field.text() == "240"
    assert "must lie" not in said(where)


def test_leaving_a_field_keeps_what_is_in_it(connected: Room) -> None:
    window = open_settings(connected)
    goal = field(window, "review.goal_hours")
    goal.field.setFocus()
    QTest.keyClicks(goal.field, "7,5")
    QTest.keyClick(goal.field, Qt.Key.Key_Tab)
    connected.until(lambda: str(kept(connected, "review.goal_hours").value) == "7.5")


def test_a_switch_and_a_choice_act_at_once(connected: Room) -> None:
    window = open_settings(connected)
    switch = line(window, "privacy.hide_names_in_calls").editor
    assert isinstance(switch, SwitchEditor)
    on(window, "privacy")
    switch.switch.setFocus()
    QTest.keyClick(switch.switch, Qt.Key.Key_Space)
    connected.until(lambda: kept(connected, "privacy.hide_names_in_calls").value is True)
    connected.until(lambda: connected.discretion._in_calls)
    connected.discretion.hear(calling=True)
    assert connected.discretion.hides
    switch.switch.click()
    connected.until(lambda: not connected.discretion.hides)
    assert kept(connected, "privacy.hide_names_in_calls").source is Source.DEFAULT
    look = line(window, "appearance.theme").editor
    assert isinstance(look, ChoiceEditor)
    look.box.setCurrentIndex(look.box.findData("dark"))
    look.box.activated.emit(look.box.currentIndex())
    connected.until(lambda: connected.theme.tokens.dark)
    durations = line(window, "appearance.durations").editor
    assert isinstance(durations, ChoiceEditor)
    durations.box.activated.emit(durations.box.findData("clock"))
    connected.until(lambda: formats.formats().durations == "clock")
    durations.box.activated.emit(durations.box.findData("spoken"))
    connected.until(lambda: formats.formats().durations == "spoken")
    connected.theme.choose("light")


def test_what_waits_for_the_next_start_says_so(connected: Room) -> None:
    window = open_settings(connected)
    where = line(window, "appearance.language")
    assert isinstance(where.editor, ChoiceEditor)
    where.editor.box.activated.emit(where.editor.box.findData("de"))
    connected.until(lambda: kept(connected, "appearance.language").value == "de")
    assert "Takes effect when WiseStep starts next." in said(where)


def test_names_are_added_and_taken_out_one_by_one(connected: Room) -> None:
    window = open_settings(connected, "privacy.excluded_applications")
    excluded = names(window, "privacy.excluded_applications")
    assert excluded.field.hasFocus()
    for name in ("Signal", "Steam, the game", "Signal"):
        QTest.keyClicks(excluded.field, name)
        QTest.keyClick(excluded.field, Qt.Key.Key_Return)
        connected.until(lambda: excluded.field.text() == "")
    assert kept(connected, "privacy.excluded_applications").value == ("Signal", "Steam, the game")
    press(window, "Take out: Signal")
    connected.until(lambda: kept(connected, "privacy.excluded_applications").value == ("Steam, the game",))
    assert excluded.field.hasFocus()


def test_a_name_nobody_has_is_refused_where_it_was_typed(connected: Room) -> None:
    window = open_settings(connected, "activity.by_kind")
    where, pairs = line(window, "activity.by_kind"), names(window, "activity.by_kind")
    QTest.keyClicks(pairs.field, "dance=Drafting")
    QTest.keyClick(pairs.field, Qt.Key.Key_Return)
    connected.until(lambda: "there is no kind of work called “dance”" in said(where))
    assert pairs.field.text() == "dance=Drafting"
    assert pairs.field.property("wrong")
    picture(window, "settings-list-refused")
    QTest.keyClick(pairs.field, Qt.Key.Key_Escape)
    assert "no kind of work" not in said(where)
    assert window.isVisible()


def test_a_secret_is_never_shown(connected: Room) -> None:
    window = open_settings(connected, "connection.client_secret")
    secret = field(window, "connection.client_secret")
    connected.until(lambda: secret.field.placeholderText() == "(kept, not shown)")
    assert secret.field.text() == ""
    QTest.keyClicks(secret.field, "hunter2")
    QTest.keyClick(secret.field, Qt.Key.Key_Return)
    connected.until(lambda: secret.field.text() == "")
    assert connected.office.registration().client_secret == "hunter2"


def test_what_others_decide_is_locked_and_says_who(connected: Room) -> None:
    store = connected.office.store
    store.write(
        lambda books: preferences.decide(
            books,
            Source.TEAM,
            {"retention.days": "60", "narrative.template": "list", "privacy.excluded_applications": "KeePass, Signal"},
        )
    ).result()
    store.write(
        lambda books: preferences.decide(books, Source.POLICY, {"privacy.hide_names_in_calls": "TRUE"})
    ).result()
    connected.office.set("privacy.excluded_applications", "Steam")
    window = open_settings(connected, "retention.days")
    days = line(window, "retention.days")
    assert "Set by your team" in said(days)
    editor = field(window, "retention.days")
    assert (editor.field.text(), editor.field.isEnabled(), days.body._lock.isVisible()) == ("60", False, True)
    assert not days.body._back.isVisible()
    names_hidden = line(window, "privacy.hide_names_in_calls")
    assert "Set by your administrator" in said(names_hidden)
    assert isinstance(names_hidden.editor, SwitchEditor)
    assert not names_hidden.editor.switch.isEnabled()
    template = line(window, "narrative.template").editor
    assert isinstance(template, ChoiceEditor)
    assert (template.box.currentText(), template.box.isEnabled()) == ("A list", False)
    excluded = line(window, "privacy.excluded_applications")
    assert "KeePass  ·  your team" in said(excluded)
    taken = [each.accessibleName() for each in excluded.findChildren(QPushButton) if each.isVisible()]
    assert "Take out: Steam" in taken
    assert not [each for each in taken if "KeePass" in each or "Signal" in each]
    both(connected, window, "settings-locked")


def test_starting_with_the_computer_is_what_the_system_says(connected: Room) -> None:
    window = open_settings(connected)
    page = on(window, "general")
    assert isinstance(page, GeneralPage)
    switch = page.start.switch
    connected.until(switch.isEnabled)
    switch.click()
    entry = connected.office.folder / "autostart" / "wisestep.desktop"
    connected.until(entry.exists)
    connected.until(switch.isChecked)
    entry.unlink()
    entry.parent.rmdir()
    entry.parent.write_text("in the way")
    switch.click()
    connected.until(lambda: "could not be changed" in said(page))
    assert switch.isChecked()  # as it was


# Privacy ----------------------------------------------------------------------------------------------------------


def privacy(room: Room) -> PrivacyPage:
    page = on(open_settings(room), "privacy")
    assert isinstance(page, PrivacyPage)
    return page


def test_recording_is_paused_and_resumed_from_the_page(room: Room) -> None:
    page = privacy(room)
    press(page, "For 1 hour")
    room.until(lambda: "Paused until" in said(page))
    press(page, "Resume")
    room.until(lambda: "● Recording" in said(page))


def test_an_application_is_forgotten_from_the_page(room: Room) -> None:
    room.work("Signal", "Zebulon", 10)
    room.work("Word", DEED, 5)
    room.leave()
    room.row("Zebulon")
    page = privacy(room)
    assert not page.forget.application.isEnabled()
    page.forget.field.setText("signal")
    page.forget.application.click()
    [question] = page.findChildren(QMessageBox)
    assert "signal" in question.text()
    next(each for each in question.buttons() if each.text() == "Forget").click()
    room.until(lambda: "Forgotten: " in said(page))
    assert page.forget.field.text() == ""
    assert not room.window.findChildren(QMessageBox, options=Qt.FindChildOption.FindDirectChildrenOnly)


def test_a_word_is_forgotten_and_recorded_no_more(room: Room) -> None:
    room.work("Word", "Zebulon affair", 10)
    room.leave()
    room.row("Zebulon affair")
    page = privacy(room)
    page.forget.field.setText("zebulon")
    page.forget.word.click()
    [question] = page.findChildren(QMessageBox)
    box = question.checkBox()
    assert box is not None
    box.setChecked(True)
    next(each for each in question.buttons() if each.text() == "Forget").click()
    room.until(lambda: "Forgotten: " in said(page))
    assert kept(room, "privacy.excluded_titles").value == ("zebulon",)


def test_what_is_stored_is_counted(room: Room) -> None:
    room.work("Word", DEED, 5)
    room.leave()
    page = privacy(room)
    room.until(lambda: "Stays in windows" in said(page))
    told = said(page.stored).splitlines()
    assert int(told[told.index("Window titles") + 1]) >= 1
    assert "kB" in told[told.index("The timeline, encrypted") + 1]


def test_old_time_goes_from_the_page_and_unsent_time_only_after_a_question(evening: Room) -> None:
    evening.office.clock.advance(120 * 86_400_000)
    page = privacy(evening)
    evening.until(lambda: "would be deleted" in said(page))
    assert "So WiseStep waits" in said(page)
    assert "after 5 more days of use" in said(page)
    assert "have a matter and are not sent, so they stay" in said(page)
    page.keep_in_view(page.keeping)
    evening.qtbot.wait(50)
    both(evening, page.window(), "settings-old")
    before = len(evening.rows())
    page.keeping.now.click()
    question = asked(evening)
    assert "its clock went ahead" in question.informativeText()
    picture(question, "settings-clock")
    next(each for each in question.buttons() if each.text() == "Keep it").click()
    assert len(evening.rows()) == before
    page.keeping.now.click()
    next(each for each in asked(evening).buttons() if each.text() == "Delete it").click()
    evening.until(lambda: "is left to delete" in said(page))
    evening.window.refresh()
    evening.until(lambda: 0 < len(evening.rows()) < before)
    question = page.keeping.ask_unsent()
    picture(question, "settings-unsent")
    next(each for each in question.buttons() if each.text() == "Keep it").click()
    evening.until(page.keeping.unsent.isVisible)
    next(each for each in page.keeping.ask_unsent().buttons() if each.text() == "Delete it").click()
    evening.until(lambda: not page.keeping.unsent.isVisible())
    evening.window.refresh()
    evening.until(lambda: not evening.rows())


def test_a_hold_keeps_everything(room: Room) -> None:
    room.office.set("retention.legal_hold", "TRUE")
    page = privacy(room)
    room.until(lambda: "Everything is kept." in said(page.keeping))
    page.delete.ask.click()
    room.until(lambda: "A legal hold is on" in said(page))
    assert not page.delete._step.isVisible()


def test_everything_is_exported_and_a_bad_place_is_told(room: Room, tmp_path: Path) -> None:
    room.work("Word", DEED, 5)
    room.leave()
    page = privacy(room)
    page.export.export_to(tmp_path / "all.jsonl")
    room.until(lambda: "written to all.jsonl" in said(page))
    kinds = {json.loads(each)["kind"] for each in (tmp_path / "all.jsonl").read_text("utf-8").splitlines()}
    assert {"about", "visit", "setting"} <= kinds
    page.export.export_to(tmp_path / "nowhere" / "all.jsonl")
    room.until(lambda: "There is no folder" in said(page))


def test_everything_is_deleted_in_two_steps(room: Room) -> None:
    page = privacy(room)
    page.delete.ask.click()
    room.until(page.delete._step.isVisible)
    assert page.delete.keep.hasFocus()
    page.keep_in_view(page.delete)
    room.qtbot.wait(50)
    both(room, page.window(), "settings-delete")
    page.delete.keep.click()
    assert not page.delete._step.isVisible()
    assert room.office.deleted == []
    page.delete.ask.click()
    room.until(page.delete._step.isVisible)
    page.delete.sure.click()
    assert room.office.deleted == [True]


def asked(room: Room) -> QMessageBox:
    """Return the question that is open."""
    room.until(lambda: isinstance(QApplication.activeModalWidget(), QMessageBox))
    question = QApplication.activeModalWidget()
    assert isinstance(question, QMessageBox)
    return question


def test_old_time_goes_at_once_where_the_days_agree_with_the_clock(evening: Room) -> None:
    clock = evening.office.clock
    clock.advance(120 * 86_400_000)
    use(evening)
    page = privacy(evening)
    evening.until(lambda: "That happens by itself within 5 days of use." in said(page))
    page.keeping.now.click()
    evening.until(lambda: "is left to delete" in said(page))


def use(room: Room) -> None:
    """Use the computer on as many days as it takes to believe its clock."""
    for _ in range(NEEDED):
        room.office.clock.advance(86_400_000)
        room.office.store.write(lambda books: days_of_use.note(books, room.office.clock, LONG_ENOUGH)).result()


def test_old_time_goes_once_a_day_in_the_background(evening: Room) -> None:
    owner = QObject()
    tidying = Tidying(evening.desk, evening.tasks, owner)
    done: list[object] = []
    tidying.done.connect(done.append)
    tidying.begin()
    evening.office.clock.sleep(120 * 86_400_000)
    use(evening)
    tidying.look()
    tidying.look()
    evening.until(lambda: done)
    tidying.look()
    evening.qtbot.wait(200)
    assert len(done) == 1
    tidying.close()
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


def test_the_program_counts_the_days_on_which_it_runs(evening: Room) -> None:
    owner, clock = QObject(), evening.office.clock
    tidying = Tidying(evening.desk, evening.tasks, owner)
    tidying.begin()
    shown = []
    for _ in range(NEEDED):
        clock.sleep(86_400_000)
        shown.append(local_date(clock.read().wall, clock.zone()))
        clock.advance(LONG_ENOUGH)
        tidying.look()
        evening.until(lambda: evening.office.store.read(days_of_use.read).days == tuple(shown))
        evening.until(lambda: not tidying._looking)
    tidying.close()
    owner.deleteLater()
    QCoreApplication.sendPostedEvents(None, QEvent.Type.DeferredDelete)


# About ------------------------------------------------------------------------------------------------------------


def test_versions_and_licences_are_told_and_copied(room: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    page = on(open_settings(room), "about")
    assert isinstance(page, AboutPage)
    room.until(lambda: "PySide6" in said(page))
    assert "LGPL" in said(page)
    assert "MIT License" in page._licence.toPlainText()
    copied: list[str] = []
    clipboard = type("Clipboard", (), {"setText": lambda _self, text: copied.append(text)})()
    monkeypatch.setattr("wisestep_desktop.shell.views.settings.about_page.QGuiApplication.clipboard", lambda: clipboard)
    page._copy.click()
    assert "sqlcipher3" in copied[0]
    assert QApplication.instance() is not None


def test_an_installed_program_shows_the_notices_of_everybody_in_it(room: Room) -> None:
    window = open_settings(room)
    page = on(window, "about")
    assert isinstance(page, AboutPage)
    room.until(lambda: "PySide6" in said(page))
    assert page._theirs.isHidden()  # a source tree has none
    page._show(
        Installed((Package("Qt", "6.11.3", "LGPL-3.0-only", ""),), "MIT License", "3.11.7", "Qt is used under …")
    )
    assert not page._theirs.isHidden()
    assert page._notices.toPlainText() == "Qt is used under …"
    assert page._notices.isReadOnly()
