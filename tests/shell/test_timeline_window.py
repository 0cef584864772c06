"""What an attorney does in the window, from the first question to the sent entry."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QItemSelectionModel, Qt
from PySide6.QtTest import QAbstractItemModelTester
from PySide6.QtWidgets import QAbstractButton, QLabel, QWidget

from tests.services.office import Office
from tests.shell.conftest import Room
from wisestep_desktop.core.entries import Charge
from wisestep_desktop.core.errors import SignInFailed
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.services.facts import ConnectionState
from wisestep_desktop.services.timeline import RowState
from wisestep_desktop.shell.models.day import Away, Filter, Heading

DEED = "Deed of settlement – HAR-2024-017 v3.docx – Word"


def shown(widget: QWidget) -> str:
    """Return every word a visible part of a window shows."""
    parts = [each for each in widget.findChildren(QWidget) if each.isVisibleTo(widget)]
    return "\n".join(each.text() for each in parts if isinstance(each, QLabel | QAbstractButton))


def test_nothing_is_recorded_before_a_yes(make_room: Callable[..., Room]) -> None:
    room = make_room()
    assert "Start recording" in shown(room.window)
    assert "Connect to Actionstep" not in shown(room.window)
    assert not room.recording.running
    room.begin()
    room.until(lambda: "Recording" in shown(room.window))
    assert "Start recording" not in shown(room.window)


def test_not_now_shows_the_timeline_and_records_nothing(make_room: Callable[..., Room]) -> None:
    room = make_room()
    room.window._stage._consent.later.emit()
    room.until(lambda: "Not recording" in shown(room.window))
    assert not room.recording.running


def test_at_log_in_it_waits_for_the_window_manager(make_room: Callable[..., Room]) -> None:
    room = make_room(obstacles=("capture.no_window_list", "capture.no_window_list"))
    room.recording._try_soon = 0
    room.begin()
    room.until(lambda: "Recording" in shown(room.window))


def test_what_does_not_pass_by_itself_is_said(make_room: Callable[..., Room]) -> None:
    room = make_room(obstacles=("capture.unsupported",))
    room.recording.consent()
    room.until(lambda: "Reviewing and sending work" in shown(room.window))
    assert not room.recording._again.isActive()


def test_rows_appear_as_one_works(room: Room) -> None:
    room.work("Word", DEED, 24)
    room.work("Outlook", "RE: terms – Message", 11)
    room.leave()
    assert room.row(DEED).row.worked == 24 * 60_000
    assert room.row("RE: terms – Message").row.worked == 11 * 60_000
    assert any(isinstance(room.window._page._model.item(room.window._page._model.index(n)), Heading) for n in range(2))


def test_the_model_keeps_qts_contract(room: Room) -> None:
    tester = QAbstractItemModelTester(room.window._page._model, QAbstractItemModelTester.FailureReportingMode.Fatal)
    room.work("Word", DEED, 3)
    room.leave()
    room.row(DEED)
    room.window._page._tools._search.setText("nothing like this")
    room.until(lambda: not room.rows())
    room.until(lambda: "No rows fit here" in room.window._page._list.accessibleDescription())
    room.window._page._tools._search.clear()
    room.row(DEED)
    del tester


def test_a_row_stays_selected_while_the_day_grows(room: Room) -> None:
    room.work("Word", DEED, 3)
    room.leave()
    room.select(DEED)
    room.work("Word", DEED, 2)
    room.leave()
    room.until(lambda: room.row(DEED).row.worked == 5 * 60_000)
    subject = room.window._page._panel.subject
    assert subject is not None
    room.until(lambda: (now := room.window._page._panel.subject) is not None and now.worked == 5 * 60_000)


def test_flickers_are_counted_but_not_shown(room: Room) -> None:
    room.work("Word", DEED, 3)
    room.work("Word", "a flicker", 0.005)
    room.work("Word", DEED, 1)
    room.leave()
    room.until(lambda: room.row(DEED).row.worked == 4 * 60_000)
    assert all(each.window.title != "a flicker" for each in room.rows())
    day = room.window._page._model.day
    assert day is not None
    assert day.totals.elapsed == day.totals.active + day.totals.private + day.totals.away
    assert any(each.window.title == "a flicker" for each in day.rows)


def test_an_absence_is_a_line_that_asks_what_it_was(room: Room) -> None:
    room.work("Word", DEED, 3)
    room.office.clock.advance(12 * 60_000)
    room.watcher.play(*_idle(12 * 60_000))
    room.watcher.settle()
    room.leave()
    model = room.window._page._model
    room.until(lambda: any(isinstance(model.item(model.index(n)), Away) for n in range(model.rowCount())))
    away = next(model.index(n) for n in range(model.rowCount()) if isinstance(model.item(model.index(n)), Away))
    assert model.flags(away) & Qt.ItemFlag.ItemIsSelectable, "so that a key can answer it"
    assert not model.flags(away) & Qt.ItemFlag.ItemIsDragEnabled


def _idle(millis: int) -> tuple[object, ...]:
    from tests.fakes.watcher import Tick  # noqa: PLC0415

    return (Tick(millis), Tick(0))


def test_pausing_records_nothing_until_resumed(room: Room) -> None:
    room.work("Word", DEED, 3)
    room.recording.pause()
    room.until(lambda: "Paused: nothing is recorded" in shown(room.window))
    room.work("Word", "while paused", 5)
    room.recording.resume()
    room.work("Word", "after", 2)
    room.leave()
    assert room.row("after").row.worked == 2 * 60_000
    assert room.row(DEED).row.worked == 3 * 60_000
    assert all(each.window.title != "while paused" for each in room.rows())


def test_a_certain_matter_is_filled_in_with_the_reason(connected: Room) -> None:
    connected.work("Word", DEED, 24)
    connected.leave()
    connected.select(DEED)
    panel = connected.window._page._panel
    connected.until(lambda: panel.wish().matter == 10482)
    assert "“HAR-2024-017” is its reference" in shown(connected.window)
    assert "0:24:00" in shown(connected.window)
    assert connected.window._page._panel._billing._billed.text() == "0.4"


def test_two_matters_in_a_title_are_offered_and_never_chosen(connected: Room) -> None:
    title = "Costs agreement – Smith 10611 / Jones 10877.docx – Word"
    connected.work("Word", title, 9)
    connected.leave()
    connected.select(title)
    panel = connected.window._page._panel
    connected.until(lambda: "10611  Smith v Northgate Council?" in shown(connected.window))
    assert panel.wish().matter is None
    offer = next(each for each in panel._offers if "10877" in each.text())
    offer.click()
    assert panel.wish().matter == MatterId(10877)
    assert "“10877” is its number" in shown(connected.window)


def test_sending_arrives_once_and_locks_the_rows(connected: Room) -> None:
    connected.work("Word", DEED, 24)
    connected.leave()
    connected.select(DEED)
    connected.until(lambda: connected.window._page._panel.wish().matter == 10482)
    connected.window._page._panel._narrative.setPlainText("Settling the deed")
    connected.office.sandbox.inject("create-then-drop:1")
    connected.window._page._panel._send.click()
    connected.until(lambda: connected.sent() == 1)
    connected.until(lambda: connected.row(DEED).state is RowState.SENT)
    [record] = connected.office.ledger()
    assert (record["actualHours"], record["billableHours"], record["description"]) == (
        "0.40",
        "0.40",
        "Settling the deed",
    )
    connected.until(lambda: "Sent. It is number" in shown(connected.window))
    assert not connected.window._page._panel._send.isVisibleTo(connected.window)


def test_offline_it_waits_and_says_so(connected: Room) -> None:
    connected.work("Word", DEED, 24)
    connected.leave()
    connected.select(DEED)
    connected.until(lambda: connected.window._page._panel.wish().matter == 10482)
    connected.office.sandbox.inject("503:*")
    connected.window._page._panel._send.click()
    connected.until(lambda: [entry.state for entry in connected.office.entries()] == [EntryState.QUEUED])
    connected.until(lambda: "being maintained" in shown(connected.window))
    assert connected.office.ledger() == []


def test_without_a_connection_a_draft_is_kept(room: Room) -> None:
    room.work("Word", DEED, 24)
    room.leave()
    room.select(DEED)
    room.window._page._panel._send.click()
    room.until(lambda: "Connect to Actionstep to send it" in shown(room.window))
    [entry] = room.office.entries()
    assert entry.state is EntryState.DRAFT
    room.until(lambda: room.row(DEED).state is RowState.DRAFT)


def test_a_draft_can_be_changed_and_taken_apart(connected: Room) -> None:
    connected.work("Word", DEED, 24)
    connected.leave()
    connected.select(DEED)
    panel = connected.window._page._panel
    connected.until(lambda: panel.wish().matter == 10482)
    panel._keep.click()
    connected.until(lambda: connected.row(DEED).state is RowState.DRAFT)
    connected.until(lambda: (subject := panel.subject) is not None and subject.entry is not None)
    panel._narrative.setPlainText("Changed")
    panel._billing.set_charge(Charge.NON_BILLABLE)
    panel._keep.click()
    connected.until(lambda: [entry.draft.narrative for entry in connected.office.entries()] == ["Changed"])
    assert connected.office.entries()[0].draft.charge is Charge.NON_BILLABLE
    connected.until(lambda: panel._discard.isVisibleTo(connected.window))
    panel._discard.click()
    connected.until(lambda: connected.row(DEED).state is RowState.OPEN)
    assert connected.office.entries() == ()


def test_a_closed_matter_is_confirmed_before_it_is_sent(office: Office, make_room: Callable[..., Room]) -> None:
    office.connect()
    office.set("SHOW_CLOSED_CASES", "TRUE")
    office.sync()
    room = make_room()
    room.begin()
    room.work("Word", "QUA-2023-009 – submissions.docx – Word", 6)
    room.leave()
    room.select("QUA-2023-009 – submissions.docx – Word")
    panel = room.window._page._panel
    room.until(lambda: panel.wish().matter == 10305)
    panel._send.click()
    room.until(lambda: "The matter is closed in Actionstep" in shown(room.window))
    assert room.office.ledger() == []
    room.until(lambda: panel._send.text() == "Send anyway" and panel._send.isEnabled())
    room.until(lambda: (subject := panel.subject) is not None and subject.entry is not None)
    room.until(lambda: panel._send.text() == "Send anyway")
    panel._send.click()
    room.until(lambda: room.sent() == 1)


def test_connecting_shows_progress_and_then_the_firm(room: Room) -> None:
    seen: list[str] = []
    room.actionstep.changed.connect(lambda: seen.append(room.window._connection.chip.text()))
    room.window._connection.chip.click()
    room.until(lambda: room.actionstep.state.last_sync is not None and not room.actionstep.syncing)
    room.until(lambda: "hartleyco" in room.window._connection.chip.text())
    assert any("Waiting for you to sign in" in text for text in seen)
    assert any("Syncing" in text and "of about" in text for text in seen)


def test_a_closed_sign_in_window_leaves_everything_as_it_was(make_room: Callable[..., Room]) -> None:
    room = make_room(_Gone())
    room.begin()
    room.window._connection.chip.click()
    room.until(lambda: "The sign-in window was closed" in shown(room.window))
    assert room.actionstep.state.state is ConnectionState.DISCONNECTED
    assert room.recording.running


class _Gone:
    """Somebody closes the window at once."""

    def prepare(self, redirect_uri: str) -> str:
        return redirect_uri.replace(":0/", ":1/")

    def ask(self, *_: object) -> str:
        raise SignInFailed("signin.cancelled")

    def close(self) -> None:
        pass


def test_a_withdrawn_sign_in_asks_to_sign_in_again_and_keeps_the_queue(connected: Room) -> None:
    connected.work("Word", DEED, 24)
    connected.leave()
    connected.select(DEED)
    connected.until(lambda: connected.window._page._panel.wish().matter == 10482)
    connected.office.sandbox.revoke()
    connected.window._page._panel._send.click()
    connected.until(lambda: [entry.state for entry in connected.office.entries()] == [EntryState.QUEUED])
    connected.until(lambda: "Sign in again" in connected.window._connection.chip.text())
    assert "asks you to sign in again" in shown(connected.window)
    connected.window._connection.chip.click()
    connected.until(lambda: connected.sent() == 1)


def test_hostile_titles_are_shown_as_they_are(connected: Room) -> None:
    title = "<b>bold</b> <img src=x> \u202e10482 & HAR-2024-017"
    connected.work("Word", title, 5)
    connected.leave()
    connected.until(lambda: any("<b>bold</b>" in each.window.title for each in connected.rows()))
    [row] = [each for each in connected.rows() if "<b>" in each.window.title]
    assert "\u202e" not in row.window.title
    index = connected.window._page._model.index_of(row.row.id)
    assert "<b>" not in index.data(Qt.ItemDataRole.ToolTipRole)
    connected.window._page._list.selectionModel().select(index, QItemSelectionModel.SelectionFlag.ClearAndSelect)
    assert all(
        each.textFormat() is Qt.TextFormat.PlainText for each in connected.window.findChildren(QLabel) if each.text()
    )


def test_the_filters_count_and_narrow(connected: Room) -> None:
    connected.work("Word", DEED, 4)
    connected.work("Teams", "Call – J. Marlow", 4)
    connected.work("Outlook", "Marlow, Jane – timetable – Message", 4)
    connected.leave()
    connected.row("Call – J. Marlow")
    connected.until(lambda: connected.row(DEED).matter == 10482)
    model = connected.window._page._model
    assert model.count(Filter.TAGGED) == 1
    assert model.count(Filter.SUGGESTED) == 1  # that J. Marlow may be Jane is too little to be offered
    connected.window._page._tools._filters.button(3).click()
    connected.until(lambda: [each.window.title for each in connected.rows()] == [DEED])


def test_yesterday_is_empty_and_tomorrow_does_not_exist(room: Room) -> None:
    room.work("Word", DEED, 4)
    room.leave()
    room.row(DEED)
    room.window._head.back.click()
    room.until(lambda: "Nothing was recorded on this day" in room.window._page._list.accessibleDescription())
    room.window._head.forth.click()
    room.row(DEED)
    room.until(lambda: not room.window._head.forth.isEnabled())


def test_every_control_has_a_name_for_screen_readers(connected: Room) -> None:
    connected.work("Word", DEED, 4)
    connected.leave()
    connected.select(DEED)
    nameless = [
        type(each).__name__
        for each in connected.window.findChildren(QWidget)
        if each.focusPolicy() != Qt.FocusPolicy.NoFocus
        and each.isVisibleTo(connected.window)
        and not (each.accessibleName() or (isinstance(each, QAbstractButton) and each.text()))
        and each.objectName() != "qt_scrollarea_viewport"
    ]
    assert nameless == []
