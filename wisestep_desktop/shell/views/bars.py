"""What stands above the day: the connection and how it goes."""

from __future__ import annotations

from PySide6.QtCore import QLocale, QObject, Qt, QTimer, Signal
from PySide6.QtWidgets import QProgressBar, QPushButton, QWidget

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.services.facts import Connection, ConnectionState
from wisestep_desktop.shell.connection import ActionstepDesk
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.theme import Theme, grown
from wisestep_desktop.shell.views.connection_menu import ConnectionMenu, paste_address, when
from wisestep_desktop.shell.views.connection_notice import NOTHING, Mend, in_words, notice, welcome
from wisestep_desktop.shell.widgets.parts import button, frame, row, words
from wisestep_desktop.shell.words import tr, trn

_WELCOME = 20_000
"""Milliseconds for which it is said who is connected to what."""


class ConnectionBar(QObject):
    """A chip for the header, a thin progress line, and a notice that says what to do when something is wrong.

    ``set_up_asked`` tells that the connection's settings are wanted.
    """

    set_up_asked = Signal()

    def __init__(self, actionstep: ActionstepDesk, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)  # what is connected to it ends with it
        self._actionstep = actionstep
        self._theme = theme
        self._trouble: WiseStepError | None = None
        self._notice = NOTHING
        self._put_away = ""
        self._welcomes = False
        self.chip = QPushButton(parent)
        self.chip.setCursor(Qt.CursorShape.PointingHandCursor)
        self.chip.clicked.connect(self._act)
        self.progress = QProgressBar(parent)
        self.progress.setTextVisible(False)
        self.progress.setAccessibleName(tr("Syncing matters"))
        self.progress.setFixedHeight(scaled(6))
        self._said = words("", wrap=True)
        self._mend = button("", "link")
        self._mend.clicked.connect(self._mend_it)
        self._hide = button("×", "flat", hint=tr("Hide this message"))
        self._hide.clicked.connect(self._forgive)
        line = row(self._said, self._mend, self._hide, space=12)
        line.setStretch(0, 1)
        self.notice = frame("notice", line, margins=(20, 8, 12, 8))
        self._menu = ConnectionMenu(actionstep, self.chip)
        self._menu.set_up_asked.connect(self.set_up_asked)
        actionstep.changed.connect(self.show_state)
        actionstep.trouble.connect(self._troubled)
        actionstep.connected.connect(self._welcome)
        theme.changed.connect(self.show_state)
        self.show_state()

    def show_state(self) -> None:
        """Show the connection as it is."""
        state = self._actionstep.state
        text, tone = _chip(self._actionstep, state)
        self.chip.setText(text)
        self.chip.setAccessibleName(tr("Actionstep: {state}", state=text))
        self.chip.setStyleSheet(grown(_chip_sheet(self._theme, tone)))
        progress = self._actionstep.progress
        self.progress.setVisible(self._actionstep.syncing)
        self.progress.setRange(0, progress.of if progress else 0)
        self.progress.setValue(progress.matters if progress else 0)
        if state.state is ConnectionState.READY and self._trouble is not None and not self._actionstep.syncing:
            self._trouble = self._trouble if self._trouble.code.startswith("unforeseen") else None
        self._show_notice(state)

    def _show_notice(self, state: Connection) -> None:
        ends = state.sign_in_ends
        self._notice = notice(
            state,
            self._trouble,
            takes_pasted=self._actionstep.takes_pasted,
            ends_soon=self._actionstep.ends_soon,
            until="" if ends is None else when(ends),
        )
        if self._welcomes and self._notice is NOTHING and state.state is ConnectionState.READY:
            self._notice = welcome(state)
        if self._notice.about != self._put_away:
            self._put_away = ""
        self._said.setText(self._notice.said)
        self._mend.setText(in_words(self._notice.mend))
        self._mend.setVisible(self._notice.mend is not Mend.NOTHING)
        t = self._theme.tokens
        ink, ground = (t.good, t.good_soft) if self._notice.good else (t.care, t.care_soft)
        self.notice.setStyleSheet(
            f"QFrame#notice {{ background: {ground}; border: none; border-bottom: 1px solid {t.line}; }}"
            f"QFrame#notice QLabel {{ color: {ink}; }}"
        )
        hidden = self._actionstep.signing_in and not self._actionstep.takes_pasted
        self.notice.setVisible(bool(self._notice.said) and not self._put_away and not hidden)

    def _troubled(self, error: WiseStepError) -> None:
        self._trouble = error
        self.show_state()

    def _welcome(self) -> None:
        """Say for a while who is connected to what."""
        self._welcomes, self._trouble = True, None
        QTimer.singleShot(_WELCOME, self.notice, self._welcomed)
        self.show_state()

    def _welcomed(self) -> None:
        self._welcomes = False
        self.show_state()

    def _forgive(self) -> None:
        """Put the notice away until something else is wrong: who works offline need not be told every minute."""
        self._put_away, self._welcomes = self._notice.about, False
        self._trouble = None
        self.notice.hide()

    def _mend_it(self) -> None:
        """Do what the notice offers."""
        if self._actionstep.signing_in and not self._actionstep.takes_pasted:
            return
        self._trouble = None
        match self._notice.mend:
            case Mend.PASTE:
                paste_address(self._actionstep, self.chip)
            case Mend.OWN_BROWSER:
                self._actionstep.connect_to_actionstep("system")
            case Mend.SIGN_IN:
                self._actionstep.connect_to_actionstep()
            case Mend.SYNC:
                self._actionstep.sync()
            case Mend.SET_UP:
                self.set_up_asked.emit()
            case Mend.NOTHING:
                return

    def _act(self) -> None:
        """Connect, or open the menu of what can be done with the connection there is."""
        state = self._actionstep.state.state
        if self._actionstep.takes_pasted:
            paste_address(self._actionstep, self.chip)
        if self._actionstep.signing_in:
            return
        if state in (ConnectionState.DISCONNECTED, ConnectionState.SIGN_IN_AGAIN):
            self._trouble = None
            self._actionstep.connect_to_actionstep()
            return
        self._menu.refresh()
        self._menu.popup(self.chip.mapToGlobal(self.chip.rect().bottomLeft()))


def _chip(actionstep: ActionstepDesk, state: Connection) -> tuple[str, str]:
    """Return the chip's words and tone."""
    if actionstep.signing_in:
        return tr("Waiting for you to sign in…"), "care"
    if actionstep.syncing:
        progress = actionstep.progress
        if progress is None:
            return tr("◐  Syncing matters…"), "care"
        so_far, of = _counted(progress.matters), _counted(progress.of)
        return tr("◐  Syncing {so_far} of about {of} matters", so_far=so_far, of=of), "care"
    match state.state:
        case ConnectionState.DISCONNECTED:
            return tr("Connect to Actionstep"), "primary"
        case ConnectionState.SIGN_IN_AGAIN:
            return tr("!  Sign in again"), "care"
        case ConnectionState.ERROR:
            return tr("!  {organisation} · not up to date", organisation=state.organisation or "Actionstep"), "care"
        case _:
            matters = trn("{shown} matter", "{shown} matters", state.matters, shown=_counted(state.matters))
            waiting = tr(" · {count} to send", count=state.outbox) if state.outbox else ""
            refused = tr(" · {count} not sent", count=state.refused) if state.refused else ""
            mark, tone = ("!", "care") if refused else ("●", "good")
            return f"{mark}  {state.organisation} · {matters}{waiting}{refused}", tone


def _counted(number: int) -> str:
    return QLocale().toString(number)


def _chip_sheet(theme: Theme, tone: str) -> str:
    t = theme.tokens
    ink, ground = {
        "good": (t.good, t.good_soft),
        "care": (t.care, t.care_soft),
        "primary": (t.on_accent, t.accent),
    }[tone]
    shape = "border: none; border-radius: 14px; min-height: 28px; padding: 0 14px;"
    if tone == "primary":
        shape = "border: none; border-radius: 8px; min-height: 32px; padding: 0 14px; font-weight: 600;"
    return (
        f"QPushButton {{ color: {ink}; background: {ground}; {shape} }}"
        f"QPushButton:focus {{ border: 2px solid {t.accent if tone != 'primary' else t.text}; padding: 0 12px; }}"
    )
