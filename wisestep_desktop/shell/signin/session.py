"""One sign-in from the first page to the answer: ties the engine to the window and watches for the parent's end.

Knows both and the event loop; decides nothing. Loading this module loads the web engine.
"""

from __future__ import annotations

import os
import threading
from typing import Protocol, cast

from PySide6.QtCore import QObject, Qt, QUrl, Signal, SignalInstance, Slot
from PySide6.QtGui import QDesktopServices
from PySide6.QtWidgets import QApplication

from wisestep_desktop.shell.habits import take_on
from wisestep_desktop.shell.icons import icon
from wisestep_desktop.shell.signin.engine import Engine
from wisestep_desktop.shell.signin.question import Question
from wisestep_desktop.shell.signin.security_key import KeyRequest, SecurityKeyDialogue
from wisestep_desktop.shell.signin.window import SignInWindow
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.words import language

_SCHEMES = {"light": Qt.ColorScheme.Light, "dark": Qt.ColorScheme.Dark}


def sign_in(question: Question, parent: int | None, *, percent: int = 100) -> dict[str, object]:
    """Show the window until there is an answer; return it once everything is forgotten.

    Args:
        question: what to show.
        parent: a descriptor that reaches its end when nobody waits for the answer any more.
        percent: how large the text is.
    """
    QApplication.setAttribute(Qt.ApplicationAttribute.AA_DisableShaderDiskCache)  # nothing at all is left on disk
    app = QApplication(["WiseStep Desktop"])  # not our own arguments: the engine would read switches from them
    app.setApplicationName("WiseStep Desktop")
    app.setApplicationDisplayName("WiseStep Desktop")
    app.setDesktopFileName("wisestep-desktop")
    app.setWindowIcon(icon("wisestep", "currentColor"))
    take_on(app, language(), "spoken")
    session = _Session(app, question, percent)
    if parent is not None:
        session.watch(parent)
    app.exec()
    return session.close()


class _Session(QObject):
    """Holds what belongs to one sign-in; lives in the Qt thread."""

    _parent_left = Signal()

    def __init__(self, app: QApplication, question: Question, percent: int) -> None:
        super().__init__()
        self._app = app
        self._answer: dict[str, object] = {"cancelled": True}
        self._answered = False
        if question.theme in _SCHEMES:
            app.styleHints().setColorScheme(_SCHEMES[question.theme])  # pages ask for it too
        self._theme = Theme(app, question.theme, percent)
        self._engine = Engine(question.context, self._theme.tokens.panel)
        self._window = SignInWindow(self._engine.view, self._theme.tokens, question.heading)
        self._connect()
        self._engine.begin()
        self._window.show()  # after the engine has made its surface: otherwise Qt shows the window twice

    def watch(self, parent: int) -> None:
        """Close the window when the parent is gone."""
        self._parent_left.connect(self._app.quit)
        threading.Thread(target=self._wait_for, args=(parent,), name="parent", daemon=True).start()

    def close(self) -> dict[str, object]:
        """Forget everything and return the answer."""
        self._engine.close()
        self._window.close()
        return self._answer

    def _connect(self) -> None:
        engine, window = self._engine, self._window
        window.answered.connect(self._finish)
        window.retry_wanted.connect(engine.retry)
        window.back_wanted.connect(engine.back)
        window.outside_wanted.connect(self._open_outside)
        engine.caught.connect(self._catch)
        engine.left.connect(window.ask_outside)
        engine.refused.connect(window.tell_refused)
        engine.moved.connect(window.show_origin)
        engine.progressed.connect(window.show_progress)
        engine.troubled.connect(window.show_trouble)
        engine.loaded.connect(window.show_page)
        engine.security_key.connect(self._ask_for_key)
        self._theme.changed.connect(self._dress)

    def _wait_for(self, parent: int) -> None:
        """Block on a thread of its own, which ends with the process; reads below any buffer and its lock."""
        try:
            while os.read(parent, 4_096):
                pass
        except OSError:
            pass
        self._parent_left.emit()

    @Slot(str)
    def _catch(self, url: str) -> None:
        self._finish({"redirected": url})

    @Slot(dict)
    def _finish(self, answer: dict[str, object]) -> None:
        if not self._answered:
            self._answered, self._answer = True, answer
        self._app.quit()

    @Slot(str)
    def _open_outside(self, url: str) -> None:
        QDesktopServices.openUrl(QUrl(url))

    @Slot()
    def _dress(self) -> None:
        self._window.dress(self._theme.tokens)

    @Slot(QObject)
    def _ask_for_key(self, request: QObject) -> None:
        dialogue = SecurityKeyDialogue(self._window, cast("KeyRequest", request))
        cast("_Changing", request).stateChanged.connect(dialogue.go_on)
        dialogue.go_on()


class _Changing(Protocol):
    """A request that tells when its state changes."""

    stateChanged: SignalInstance
