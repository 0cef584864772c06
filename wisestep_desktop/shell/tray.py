"""The tray icon: recording, paused, or in need of the person; and the few things done from there."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QObject, Signal
from PySide6.QtGui import QAction
from PySide6.QtWidgets import QMenu, QSystemTrayIcon

from wisestep_desktop.services.facts import ConnectionState
from wisestep_desktop.services.forget import Outcome
from wisestep_desktop.shell.connection import ActionstepDesk
from wisestep_desktop.shell.discretion import Discretion
from wisestep_desktop.shell.health import headline, is_serious
from wisestep_desktop.shell.icons import icon
from wisestep_desktop.shell.pausing import HOUR, QUARTER, fill_pauses, recording_words
from wisestep_desktop.shell.recording import Recording
from wisestep_desktop.shell.sentences import explain, sentence
from wisestep_desktop.shell.texts import forgotten_words, spoken
from wisestep_desktop.shell.words import tr, trn


class Tray(QObject):
    """Lives as long as the program; appears when a tray does, which may be later than we start."""

    opened = Signal()
    quit_asked = Signal()
    looked_at = Signal()
    health_asked = Signal()
    learned_asked = Signal()
    settings_asked = Signal()
    message_clicked = Signal()

    def __init__(
        self, recording: Recording, actionstep: ActionstepDesk, discretion: Discretion, parent: QObject
    ) -> None:
        super().__init__(parent)
        self._discretion = discretion
        self._recording = recording
        self._actionstep = actionstep
        self._menu = QMenu()
        self._menu.aboutToShow.connect(self.looked_at)  # the day is read for its total only when somebody looks
        self._shown = ("", "")
        self._leads_somewhere = False
        self._fill_menu()
        self._icon = QSystemTrayIcon(self)
        self._icon.setContextMenu(self._menu)
        self._icon.activated.connect(self._activated)
        self._icon.messageClicked.connect(self._message_clicked)
        recording.forgotten.connect(self._forgot)
        recording.changed.connect(self.show_state)
        recording.stored.connect(self.show_state)
        actionstep.changed.connect(self.show_state)
        discretion.changed.connect(self.show_state)
        self.show_total(0)
        self.show_state()
        self._icon.show()
        self._shown = ("", "")
        self.show_state()  # Windows 11 forgets a tool tip that was set before show()

    def _fill_menu(self) -> None:
        recording = self._recording
        self._open = self._action(tr("Open timeline"), self.opened.emit)
        self._total = self._action("", self.opened.emit)
        self._menu.addSeparator()
        self._health = self._action("", self.health_asked.emit)
        self._pauses = QMenu(tr("Pause"), self._menu)
        fill_pauses(self._pauses, recording)
        self._menu.addMenu(self._pauses)
        self._resume = self._action(tr("Resume"), recording.resume)
        self._forget = QMenu(tr("Forget"), self._menu)
        for text, millis in ((tr("The last 15 minutes"), QUARTER), (tr("The last hour"), HOUR)):
            self._forget.addAction(text, partial(recording.forget_last, millis))
        self._menu.addMenu(self._forget)
        self._hide = self._action(tr("Hide names while others see this screen"), lambda: None)
        self._hide.setCheckable(True)
        self._hide.triggered.connect(self._discretion.ask)
        self._action(tr("What WiseStep has learned"), self.learned_asked.emit)
        self._action(tr("Settings…"), self.settings_asked.emit)
        self._menu.addSeparator()
        self._connect = self._action(tr("Connect to Actionstep"), self._act)
        self._menu.addSeparator()
        self._action(tr("Quit"), self.quit_asked.emit)

    @property
    def available(self) -> bool:
        """Tell whether there is a tray to live in."""
        return QSystemTrayIcon.isSystemTrayAvailable()

    def show_total(self, millis: int) -> None:
        """Show today's total."""
        self._total.setText(tr("Today: {time}", time=spoken(millis)))

    def show_state(self) -> None:
        """Show the worst of what is going on."""
        needs = self._needs()
        name = "needs" if needs else "recording" if self._recording.running else "paused"
        words = needs or recording_words(self._recording)[0].lstrip("●○❚▲ ")
        if self._shown != (name, words):
            self._shown = (name, words)
            self._icon.setIcon(icon(f"tray-{name}", "#ffffff"))
            self._icon.setToolTip(f"WiseStep: {words}")
        self._health.setText(headline(self._recording.signals) or tr("Health"))
        self._pauses.menuAction().setVisible(self._recording.running)
        self._resume.setVisible(self._recording.paused)
        self._hide.setChecked(self._discretion.hides)
        state = self._actionstep.state.state
        self._connect.setVisible(state in (ConnectionState.DISCONNECTED, ConnectionState.SIGN_IN_AGAIN))
        again = state is ConnectionState.SIGN_IN_AGAIN
        self._connect.setText(tr("Sign in again") if again else tr("Connect to Actionstep"))

    def notify(self, text: str) -> bool:
        """Let the system say a sentence, which a lock screen may show; tell whether it can.

        Where there is no tray, or none that says anything, nothing happens.
        """
        if not (self.available and QSystemTrayIcon.supportsMessages()):
            return False
        self._leads_somewhere = True
        self._icon.showMessage("WiseStep", text, self._icon.icon())
        return True

    def close(self) -> None:
        """Take the icon away."""
        self._icon.hide()
        self._menu.deleteLater()

    def _needs(self) -> str:
        """Return what the person should know, or nothing."""
        trouble = self._recording.trouble
        if trouble is not None:
            return explain(trouble)
        serious = next((each for each in self._recording.signals if is_serious(each)), None)
        if serious is not None and serious.health.reason is not None:
            return sentence(serious.health.reason)
        state = self._actionstep.state
        if state.state is ConnectionState.SIGN_IN_AGAIN:
            return tr("Actionstep asks you to sign in again")
        if state.refused:
            return trn("{count} entry needs you: not sent", "{count} entries need you: not sent", state.refused)
        if self._actionstep.ends_soon:
            return tr("Actionstep was not reached for long; go online soon, or the sign-in ends")
        return ""

    def _action(self, text: str, act: object) -> QAction:
        made = QAction(text, self._menu)
        made.triggered.connect(act)
        self._menu.addAction(made)
        return made

    def _activated(self, reason: QSystemTrayIcon.ActivationReason) -> None:
        if reason is QSystemTrayIcon.ActivationReason.Trigger:
            self.opened.emit()

    def _message_clicked(self) -> None:
        if self._leads_somewhere:
            self.message_clicked.emit()

    def _forgot(self, outcome: Outcome) -> None:
        self._leads_somewhere = False
        self._icon.showMessage("WiseStep", " ".join(forgotten_words(outcome)))

    def _act(self) -> None:
        self._actionstep.connect_to_actionstep()
        self.opened.emit()
