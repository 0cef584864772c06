"""Who is signed in, where and until when; disconnecting asks; an address can be pasted from a browser elsewhere."""

from __future__ import annotations

import threading
from collections.abc import Callable

from PySide6.QtWidgets import QDialogButtonBox, QLineEdit, QMessageBox, QPushButton

from tests.services.office import Office, PageWalker
from tests.shell.conftest import Room
from tests.shell.test_after_sending import PICTURES, picture
from wisestep_desktop.core.errors import SignInFailed
from wisestep_desktop.ports.sign_in import AuthorizationRequest
from wisestep_desktop.services.facts import SIGN_IN_LASTS, ConnectionState
from wisestep_desktop.shell.views.connection_menu import disconnect_question, paste_address

HOUR = 3_600_000


class AwayBrowser(PageWalker):
    """A browser whose way back to us is blocked: the person has to bring the address by hand."""

    def __init__(self, office: Office) -> None:
        super().__init__(office.sandbox)
        self.ended_at = ""
        self._given = threading.Event()
        self._answer = ""

    def ask(self, request: AuthorizationRequest, hosts: tuple[str, ...], announce: Callable[[str], None]) -> str:
        self.ended_at = super().ask(request, hosts, announce)
        if not self._given.wait(20) or not self._answer:
            raise SignInFailed("signin.cancelled")
        return self._answer

    def answer(self, redirected: str) -> bool:
        if "code=" not in redirected:
            return False
        self._answer = redirected
        self._given.set()
        return True

    def close(self) -> None:
        super().close()
        self._given.set()


def lines(room: Room) -> list[str]:
    menu = room.window._connection._menu
    menu.refresh()
    return [action.text() for action in menu.actions() if action.text()]


def test_who_where_and_until_when(connected: Room) -> None:
    told = lines(connected)
    assert any("hartleyco" in line for line in told)
    assert any("Tester, Terry" in line and "terry.tester@hartley.example" in line for line in told)
    assert any("lasts until" in line for line in told)
    assert told[-4:] == ["Sync now", "Sign in again…", "Connection settings…", "Disconnect…"]


def test_disconnecting_asks_and_says_what_happens_to_the_queue(connected: Room) -> None:
    connected.office.sandbox.inject("503=200:*")
    number = connected.office.add(10482)
    connected.actionstep.send(number, closed_too=False, refused=lambda _error: None)
    connected.until(lambda: connected.actionstep.state.outbox == 1)
    question = disconnect_question(connected.actionstep, connected.window)
    assert "not told" in question.informativeText()
    assert "1 entry waits here" in question.informativeText()
    question.accepted.connect(connected.actionstep.disconnect_from_actionstep)
    [yes] = [each for each in question.buttons() if question.buttonRole(each) is QMessageBox.ButtonRole.AcceptRole]
    assert isinstance(yes, QPushButton)
    question.open()
    yes.click()
    connected.until(lambda: connected.actionstep.state.state is ConnectionState.DISCONNECTED)
    assert len(connected.office.entries()) == 1
    question.deleteLater()


def test_the_address_is_pasted_and_cleared_at_once(office: Office, make_room: Callable[..., Room]) -> None:
    browser = AwayBrowser(office)
    room = make_room(walker=browser)
    room.begin()
    room.actionstep.connect_to_actionstep("system")
    room.until(lambda: browser.ended_at)
    notice = room.window._connection
    assert "paste that page's address" in notice._said.text()
    dialog = paste_address(room.actionstep, room.window)
    [line] = dialog.findChildren(QLineEdit)
    [buttons] = dialog.findChildren(QDialogButtonBox)
    agree = buttons.button(QDialogButtonBox.StandardButton.Ok)
    line.setText("https://example.org/nothing")
    agree.click()
    assert line.text() == ""
    assert dialog.isVisible()
    PICTURES.mkdir(parents=True, exist_ok=True)
    assert dialog.grab().save(str(PICTURES / "paste-address.png"))
    line.setText(browser.ended_at)
    agree.click()
    assert line.text() == ""
    room.until(lambda: room.actionstep.state.state is ConnectionState.READY)
    assert not dialog.isVisible()


def test_a_sign_in_about_to_end_is_told_calmly(connected: Room) -> None:
    connected.office.clock.advance(SIGN_IN_LASTS - 48 * HOUR)
    connected.window._connection.show_state()
    assert "the sign-in ends at" in connected.window._connection._said.text()
    picture(connected, "ends-soon")


def test_after_signing_in_it_says_who_is_connected_to_what(make_room: Callable[..., Room]) -> None:
    """The organisation was chosen on a page of Actionstep's, which is gone."""
    room = make_room()
    room.begin()
    room.actionstep.connect_to_actionstep()
    bar = room.window._connection
    room.until(lambda: bar._said.text() == "Connected to hartleyco as Tester, Terry.")
    room.until(lambda: not room.actionstep.syncing and bar.notice.isVisible())
    assert not bar._mend.isVisible()
    picture(room, "connected")
    bar._welcomed()
    assert not bar.notice.isVisible()
