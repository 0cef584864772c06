"""After sending: what Actionstep has of the day is shown, changed and taken back in the window."""

from __future__ import annotations

from datetime import date
from pathlib import Path

from PySide6.QtCore import QCoreApplication

from tests.shell.conftest import Room
from wisestep_desktop.core.instants import local_date
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.records import Standing
from wisestep_desktop.shell.views.sent_bar import SentBar

TITLE = "10482 - Letter of demand.docx"
PICTURES = Path(__file__).parents[2] / "build" / "pictures"


def today(room: Room) -> date:
    return local_date(room.office.clock.read().wall, room.office.clock.zone())


def send(room: Room) -> None:
    room.work("Word", TITLE, 42)
    room.leave()
    room.select(TITLE)
    room.window._page._panel._narrative.setPlainText("Drafting letter of demand")
    room.window._page._panel._send.click()
    room.until(lambda: room.sent() == 1)
    room.until(lambda: not bar(room).isHidden())


def bar(room: Room) -> SentBar:
    return room.window._page._panel._sent


def look(room: Room) -> None:
    """Let the window look again what Actionstep has."""
    room.office.clock.advance(6 * 60_000)
    room.window.refresh()


def notice(room: Room) -> str:
    return room.window._page._panel._notice.text()


def chip(room: Room) -> str:
    """What the list says of the selected row."""
    [index] = room.window._page._list.selectionModel().selectedIndexes()
    return str(index.data()).split(", ")[3]


def picture(room: Room, name: str) -> None:
    PICTURES.mkdir(parents=True, exist_ok=True)
    QCoreApplication.processEvents()
    assert room.window.grab().save(str(PICTURES / f"{name}.png"))


def test_what_was_made_elsewhere_stands_beside_ours(connected: Room) -> None:
    connected.office.sandbox.add_entry(today(connected).isoformat(), "0.50", "Call with client", 10482)
    connected.work("Word", TITLE, 30)
    connected.leave()
    elsewhere = connected.window._page._elsewhere
    connected.until(elsewhere.isVisible)
    assert "0.50" in elsewhere._heading.text()
    assert "Call with client" in elsewhere._lines[0].text()
    connected.select(TITLE)
    connected.until(lambda: "0.50 h on this matter" in notice(connected))
    picture(connected, "elsewhere")


def test_a_sent_entry_is_changed_there_and_here(connected: Room) -> None:
    send(connected)
    panel = connected.window._page._panel
    assert not panel._narrative.isEnabled()
    bar(connected)._change.click()
    assert panel._narrative.isEnabled()
    picture(connected, "changing")
    panel._narrative.setPlainText("Drafting and sending letter of demand")
    bar(connected)._change.click()
    connected.until(lambda: not panel._narrative.isEnabled())
    [row] = connected.office.sandbox.ledger()
    assert row["description"] == "Drafting and sending letter of demand"
    [entry] = connected.office.entries()
    assert entry.text_sent == "Drafting and sending letter of demand"


def test_a_change_that_is_given_up_leaves_everything(connected: Room) -> None:
    send(connected)
    panel = connected.window._page._panel
    bar(connected)._change.click()
    panel._narrative.setPlainText("Something else")
    bar(connected)._cancel.click()
    assert panel._narrative.toPlainText() == "Drafting letter of demand"
    assert not panel._narrative.isEnabled()


def test_taking_back_asks_first(connected: Room) -> None:
    send(connected)
    bar(connected)._back.click()
    assert len(connected.office.sandbox.ledger()) == 1
    assert bar(connected)._question.text()
    picture(connected, "taking-back")
    bar(connected)._back.click()
    connected.until(lambda: connected.office.entries()[0].state is EntryState.DRAFT)
    assert connected.office.sandbox.ledger() == []
    connected.until(connected.window._page._panel._send.isVisible)


def test_what_is_on_a_bill_says_so_and_cannot_be_changed(connected: Room) -> None:
    send(connected)
    [entry] = connected.office.entries()
    bill = connected.office.sandbox.bill(int(entry.remote or 0))
    look(connected)
    connected.until(lambda: f"on bill {bill}" in notice(connected))
    assert bar(connected).isHidden()
    assert chip(connected).startswith("Billed · 10482")
    picture(connected, "billed")


def test_what_somebody_changed_there_is_overwritten_only_after_a_second_yes(connected: Room) -> None:
    send(connected)
    [entry] = connected.office.entries()
    connected.office.sandbox.change_entry(int(entry.remote or 0), description="Changed by a colleague")
    look(connected)
    connected.until(lambda: "Changed by a colleague" in notice(connected))
    assert chip(connected).startswith("Changed there · 10482")
    picture(connected, "changed-there")
    bar(connected)._change.click()
    connected.window._page._panel._narrative.setPlainText("Mine again")
    bar(connected)._change.click()
    connected.until(lambda: "Overwrite" in bar(connected)._change.text())
    assert connected.office.sandbox.ledger()[0]["description"] == "Changed by a colleague"
    bar(connected)._change.click()
    connected.until(lambda: connected.office.sandbox.ledger()[0]["description"] == "Mine again")


def test_what_was_deleted_there_can_be_taken_back(connected: Room) -> None:
    send(connected)
    [entry] = connected.office.entries()
    connected.office.practice.remove(entry.remote)  # type: ignore[arg-type]
    look(connected)
    connected.until(lambda: "deleted in Actionstep" in notice(connected))
    assert chip(connected).startswith("Deleted there · 10482")
    assert connected.window._page._panel.subject is not None
    assert connected.window._page._panel.subject.sent is not None
    assert connected.window._page._panel.subject.sent.standing is Standing.DELETED
    bar(connected)._back.click()
    bar(connected)._back.click()
    connected.until(lambda: connected.office.entries()[0].state is EntryState.DRAFT)


def test_what_actionstep_rounded_is_shown_as_it_is_there(connected: Room) -> None:
    connected.office.sandbox.set_switch("org_rules", "round")
    connected.office.set("BILLABLE_TIME_ROUNDING_SEC", "")
    connected.work("Word", TITLE, 40)
    connected.leave()
    connected.select(TITLE)
    connected.window._page._panel._send.click()
    connected.until(lambda: "rounded the hours billed by its own rules" in notice(connected))
    assert notice(connected).count("Sent") == 1
    assert connected.window._page._panel._billing._billed.text() == "0.70"
    picture(connected, "rounded")
