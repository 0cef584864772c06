"""Each failure that concerns Actionstep is told in one sentence with a next step, where the person looks."""

from __future__ import annotations

import pytest
from PySide6.QtCore import QObject, QPoint

from tests.shell.conftest import Room
from tests.shell.test_after_sending import TITLE, notice, picture
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.services.facts import ConnectionState
from wisestep_desktop.shell.tray import Tray


def work_and_send(room: Room) -> None:
    room.work("Word", TITLE, 42)
    room.leave()
    room.select(TITLE)
    room.window._page._panel._send.click()


@pytest.mark.parametrize(
    ("fault", "said"),
    [
        ("429=200:*", "asks for a pause"),
        ("503=200:*", "being maintained"),
        ("500:*", "has a problem"),
        ("drop:*", "broke off"),
        ("html:*", "could not be read"),
    ],
)
def test_each_failure_of_a_sync_is_one_sentence_with_a_next_step(connected: Room, fault: str, said: str) -> None:
    connected.office.sandbox.inject(fault)
    connected.actionstep.sync()
    shown = connected.window._connection
    connected.until(lambda: shown.notice.isVisible() and said in shown._said.text())
    assert shown._mend.isVisible()
    picture(connected, f"failure-{fault.split('=', maxsplit=1)[0].split(':', maxsplit=1)[0]}")


def test_a_revoked_sign_in_asks_to_sign_in_again_and_keeps_the_queue(connected: Room) -> None:
    connected.office.sandbox.revoke()
    work_and_send(connected)
    shown = connected.window._connection
    connected.until(lambda: shown._mend.isVisible() and shown._mend.text() == "Sign in again")
    assert [entry.state for entry in connected.office.entries()] == [EntryState.QUEUED]
    picture(connected, "sign-in-again")
    shown._mend.click()
    connected.until(lambda: connected.sent() == 1)


@pytest.mark.parametrize("fate", ["close_matter", "restrict_matter"])
def test_a_matter_that_closes_or_disappears_parks_the_entry_with_the_reason(connected: Room, fate: str) -> None:
    connected.work("Word", TITLE, 42)
    connected.leave()
    connected.select(TITLE)
    getattr(connected.office.sandbox, fate)(10482)
    connected.window._page._panel._send.click()
    connected.until(lambda: [entry.state for entry in connected.office.entries()] == [EntryState.REFUSED])
    word = "closed" if fate == "close_matter" else "no longer visible"
    connected.until(lambda: word in notice(connected))
    picture(connected, f"matter-{fate.split('_', maxsplit=1)[0]}")


def test_a_closed_matter_is_sent_to_only_after_a_yes(connected: Room) -> None:
    connected.work("Word", TITLE, 42)
    connected.leave()
    connected.select(TITLE)
    connected.office.sandbox.close_matter(10482)
    send_button = connected.window._page._panel._send
    send_button.click()
    connected.until(lambda: send_button.text() == "Send anyway")
    assert connected.office.sandbox.ledger() == []
    send_button.click()
    connected.until(lambda: connected.sent() == 1)


def test_what_waits_says_until_when(connected: Room) -> None:
    connected.office.sandbox.inject("429=200:*")
    work_and_send(connected)
    connected.until(lambda: "Next attempt at" in notice(connected))
    assert "asks for a pause" in notice(connected)
    picture(connected, "waiting")


def test_what_is_in_doubt_says_that_it_is_asked_for_and_when(connected: Room) -> None:
    connected.office.sandbox.inject("create-late=60:1")
    work_and_send(connected)
    connected.until(lambda: "asked before anything is sent again" in notice(connected))
    assert "Next attempt at 09:4" in notice(connected)
    assert "(" not in notice(connected)
    picture(connected, "doubt")


def test_a_missing_scope_is_named_and_mended_by_signing_in_again(connected: Room) -> None:
    office = connected.office
    office.set("connection.scopes", "users participants actions timeentries")
    office.connect()
    connected.actionstep.sync()
    shown = connected.window._connection
    connected.until(lambda: "the scope quickcodes" in shown._said.text())
    assert connected.actionstep.state.state is ConnectionState.ERROR
    assert shown._mend.text() == "Sign in again"
    picture(connected, "missing-scope")
    connected.actionstep.reread()  # as after a new start: the reason is kept with what it names
    shown._trouble = None
    shown.show_state()
    assert "the scope quickcodes" in shown._said.text()
    office.set("connection.scopes", "users participants actions timeentries quickcodes")
    shown._mend.click()
    connected.until(lambda: connected.actionstep.state.state is ConnectionState.READY)
    connected.until(lambda: shown._said.text().startswith("Connected to hartleyco"))


def test_the_menu_opens_also_where_something_is_wrong(connected: Room, monkeypatch: pytest.MonkeyPatch) -> None:
    opened: list[QPoint] = []
    connected.office.sandbox.inject("500:*")
    connected.actionstep.sync()
    connected.until(lambda: connected.actionstep.state.state is ConnectionState.ERROR)
    bar = connected.window._connection
    assert bar.chip.text() == "!  hartleyco · not up to date"
    monkeypatch.setattr(bar._menu, "popup", opened.append)  # Qt's display without a screen cannot hold a menu
    bar.chip.click()
    assert len(opened) == 1
    assert "Disconnect…" in [action.text() for action in bar._menu.actions()]
    connected.office.sandbox.clear_faults()
    bar._mend.click()
    connected.until(lambda: connected.actionstep.state.state is ConnectionState.READY)


def test_chip_and_tray_say_that_an_entry_needs_the_person(connected: Room) -> None:
    owner = QObject()
    tray = Tray(connected.recording, connected.actionstep, connected.discretion, owner)
    connected.work("Word", TITLE, 42)
    connected.leave()
    connected.select(TITLE)
    connected.office.sandbox.close_matter(10482)
    connected.window._page._panel._send.click()
    connected.until(lambda: "1 not sent" in connected.window._connection.chip.text())
    assert tray._icon.toolTip() == "WiseStep: 1 entry needs you: not sent"
    connected.until(lambda: "Not sent." in notice(connected))
    [index] = connected.window._page._list.selectionModel().selectedIndexes()
    assert "Not sent · 10482 · closed" in index.data()
    picture(connected, "not-sent")
    tray.close()


def test_the_tray_says_that_the_sign_in_is_about_to_end(connected: Room) -> None:
    owner = QObject()
    tray = Tray(connected.recording, connected.actionstep, connected.discretion, owner)
    connected.office.clock.advance(19 * 24 * 3_600_000)
    tray.show_state()
    assert "the sign-in ends" in tray._icon.toolTip()
    tray.close()


def test_what_waits_can_be_held_back(connected: Room) -> None:
    connected.office.sandbox.inject("429=200:*@actions")  # not even the matter can be asked about
    work_and_send(connected)
    panel = connected.window._page._panel
    connected.until(lambda: panel._withdraw.isVisible() and "Next attempt" in notice(connected))
    picture(connected, "waiting-offline")
    panel._withdraw.click()
    connected.until(lambda: connected.office.entries()[0].state is EntryState.DRAFT)
    connected.until(panel._send.isVisible)
    assert panel._narrative.isEnabled()


def test_a_notice_that_was_put_away_stays_away_until_something_else_is_wrong(connected: Room) -> None:
    """Who works in a train need not be told every minute that Actionstep cannot be reached."""
    shown = connected.window._connection
    connected.office.sandbox.inject("drop:*")
    connected.actionstep.sync()
    connected.until(lambda: shown.notice.isVisible() and connected.actionstep.state.state is ConnectionState.ERROR)
    shown._hide.click()
    assert not shown.notice.isVisible()
    connected.actionstep.sync()
    assert "Syncing" in shown.chip.text()
    connected.until(lambda: shown._trouble is not None)  # the same again, and told
    assert "not up to date" in shown.chip.text()
    assert not shown.notice.isVisible()
    connected.office.sandbox.clear_faults()
    connected.office.sandbox.inject("503:*")
    connected.actionstep.sync()
    connected.until(lambda: shown.notice.isVisible() and "maintained" in shown._said.text())


def test_a_rule_of_the_organisation_is_told_in_its_own_words(connected: Room) -> None:
    connected.office.sandbox.set_switch("org_rules", "enforce")
    work_and_send(connected)
    connected.until(lambda: "It says: “A quick code is required”." in notice(connected))
    assert notice(connected).startswith("Not sent. Actionstep did not accept this entry.")
    picture(connected, "refused-by-rule")
    panel = connected.window._page._panel
    panel._activity._take(panel._activity._find("Drafting")[0])
    panel._send.click()
    connected.until(lambda: connected.sent() == 1)


def test_without_a_network_the_day_goes_on_and_the_entry_waits(connected: Room) -> None:
    connected.office.sandbox.close()
    work_and_send(connected)
    connected.until(lambda: "cannot be reached" in notice(connected))
    assert notice(connected).startswith("Waits to be sent.")
    assert "Next attempt at" in notice(connected)
    connected.actionstep.sync()
    shown = connected.window._connection
    connected.until(lambda: shown.notice.isVisible() and "cannot be reached" in shown._said.text())
    assert shown._mend.text() == "Try again"
    picture(connected, "offline")
    connected.work("Word", "10482 - Reply.docx", 5)
    connected.leave()
    connected.row("10482 - Reply.docx")
