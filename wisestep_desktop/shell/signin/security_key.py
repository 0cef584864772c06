"""What a person is asked when a page wants a security key: which account, which PIN, a touch.

Knows the steps of the engine's request by their names; loads no engine. The PIN goes to the key and nowhere else.
"""

from __future__ import annotations

from enum import Enum
from typing import Protocol

from PySide6.QtCore import QObject, Slot
from PySide6.QtWidgets import QInputDialog, QLineEdit

from wisestep_desktop.shell.signin.window import Choice, SignInWindow
from wisestep_desktop.shell.words import tr


class PinRequest(Protocol):
    """Why a PIN is asked for, and what was wrong with the last one."""

    error: Enum
    remainingAttempts: int


class KeyRequest(Protocol):
    """What we use of ``QWebEngineWebAuthUxRequest``."""

    def state(self) -> Enum: ...  # noqa: D102
    def userNames(self) -> list[str]: ...  # noqa: D102
    def pinRequest(self) -> PinRequest: ...  # noqa: D102
    def setSelectedAccount(self, account: str) -> None: ...  # noqa: D102
    def setPin(self, pin: str) -> None: ...  # noqa: D102
    def retry(self) -> None: ...  # noqa: D102
    def cancel(self) -> None: ...  # noqa: D102


class SecurityKeyDialogue(QObject):
    """Leads a person through one request. Lives as long as the window."""

    def __init__(self, window: SignInWindow, request: KeyRequest) -> None:
        super().__init__(window)
        self._window = window
        self._request = request

    @Slot()
    def go_on(self) -> None:
        """Do what the request's present state asks for."""
        match self._request.state().name:
            case "SelectAccount":
                self._choose_account()
            case "CollectPin":
                self._ask_pin()
            case "FinishTokenCollection":
                self._window.notify(tr("Touch your security key."), Choice(tr("Cancel"), self._request.cancel))
            case "RequestFailed":
                again = Choice(tr("Try again"), self._request.retry)
                self._window.notify(tr("The security key did not work."), again)
            case "Cancelled" | "Completed":
                self._window.quiet()

    def _choose_account(self) -> None:
        names = self._request.userNames()
        title, label = tr("Security key"), tr("Which account?")
        chosen, agreed = QInputDialog.getItem(self._window, title, label, names, 0, editable=False)
        if agreed:
            self._request.setSelectedAccount(chosen)
        else:
            self._request.cancel()

    def _ask_pin(self) -> None:
        asked = self._request.pinRequest()
        label = tr("PIN of your security key")
        if asked.error.name != "NoError":
            label = tr("That PIN is not right. Attempts left: {count}", count=asked.remainingAttempts)
        pin, agreed = QInputDialog.getText(self._window, tr("Security key"), label, QLineEdit.EchoMode.Password)
        if agreed:
            self._request.setPin(pin)
        else:
            self._request.cancel()
