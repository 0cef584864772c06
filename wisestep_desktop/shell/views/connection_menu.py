"""What the connection is, and what can be done about it: who, where, until when; sync, sign in again, disconnect."""

from __future__ import annotations

from datetime import UTC

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QDialog, QDialogButtonBox, QLineEdit, QMenu, QMessageBox, QVBoxLayout, QWidget

from wisestep_desktop.core.instants import to_datetime
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.shell import formats, habits
from wisestep_desktop.shell.connection import ActionstepDesk
from wisestep_desktop.shell.metrics import margins, scaled
from wisestep_desktop.shell.widgets.parts import words
from wisestep_desktop.shell.words import tr, trn


def when(at: Instant) -> str:
    """Return a date and time as people here write them."""
    moment = to_datetime(at, UTC).astimezone()
    return f"{habits.day_and_month(moment.date())}, {formats.clock(moment)}"


class ConnectionMenu(QMenu):
    """Opens below the connection's chip; ``set_up_asked`` tells that its settings are wanted."""

    set_up_asked = Signal()

    def __init__(self, actionstep: ActionstepDesk, parent: QWidget) -> None:
        super().__init__(parent)
        self._actionstep = actionstep

    def refresh(self) -> None:
        """Say what is so now."""
        self.clear()
        state = self._actionstep.state
        lines = [tr("Organisation: {name}", name=state.organisation or "–")]
        if state.person is not None:
            lines.append(tr("Signed in as {name} ({email})", name=state.person.name, email=state.person.email))
        if state.region is not None:
            lines.append(tr("Region: {region}", region=state.region))
        if state.sign_in_ends is not None:
            lines.append(tr("The sign-in lasts until {date}, and longer when used", date=when(state.sign_in_ends)))
        if state.last_sync is not None:
            lines.append(tr("Last synced {date}", date=when(state.last_sync)))
        for line in lines:
            self.addAction(line.replace("&", "&&")).setEnabled(False)
        self.addSeparator()
        self.addAction(tr("Sync now"), self._actionstep.sync)
        self.addAction(tr("Sign in again…"), self._actionstep.connect_to_actionstep)
        self.addAction(tr("Connection settings…"), self.set_up_asked.emit)
        self.addAction(tr("Disconnect…"), self._ask_disconnect)

    def _ask_disconnect(self) -> None:
        question = disconnect_question(self._actionstep, self)
        question.accepted.connect(self._actionstep.disconnect_from_actionstep)
        question.open()


def disconnect_question(actionstep: ActionstepDesk, parent: QWidget) -> QMessageBox:
    """Return the question whether to disconnect; accepting it is a yes."""
    waiting = actionstep.state.outbox
    question = QMessageBox(parent.window())
    question.setIcon(QMessageBox.Icon.Question)
    question.setWindowTitle(tr("Disconnect"))
    question.setText(tr("Disconnect from Actionstep?"))
    told = [tr("The sign-in is forgotten on this computer. Actionstep itself is not told; you can withdraw it there.")]
    if waiting:
        told.append(
            trn("{count} entry waits here until you connect again.", "{count} entries wait here until then.", waiting)
        )
    question.setInformativeText(" ".join(told))
    yes = question.addButton(tr("Disconnect"), QMessageBox.ButtonRole.AcceptRole)
    question.setDefaultButton(question.addButton(QMessageBox.StandardButton.Cancel))
    yes.setAutoDefault(False)
    return question


def paste_address(actionstep: ActionstepDesk, parent: QWidget) -> QDialog:
    """Open the dialog that takes the address the browser ended at; what was pasted is cleared at once."""
    dialog = QDialog(parent.window())
    dialog.setWindowTitle(tr("Paste the address"))
    told = words(tr("Copy the whole address of the page your browser ended at, and paste it here."), wrap=True)
    line = QLineEdit()
    line.setAccessibleName(tr("Address"))
    line.setPlaceholderText("http://127.0.0.1/…?code=…")
    line.setMinimumWidth(scaled(420))
    wrong = words("", name="care", wrap=True)
    wrong.hide()
    buttons = QDialogButtonBox(QDialogButtonBox.StandardButton.Ok | QDialogButtonBox.StandardButton.Cancel)
    layout = QVBoxLayout(dialog)
    layout.setContentsMargins(*margins(20, 16, 20, 16))
    layout.setSpacing(scaled(10))
    for part in (told, line, wrong, buttons):
        layout.addWidget(part)

    def take() -> None:
        pasted = line.text()
        line.clear()
        if actionstep.paste(pasted):
            dialog.accept()
            return
        wrong.setText(tr("That is not it. The right address holds “code=” and “state=”."))
        wrong.show()
        dialog.adjustSize()

    buttons.accepted.connect(take)
    buttons.rejected.connect(dialog.reject)
    dialog.open()
    return dialog
