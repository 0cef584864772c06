"""One line that says what was just done, with a way back. It comes and goes without asking anything."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QAccessible, QAccessibleEvent
from PySide6.QtWidgets import QFrame, QWidget

from wisestep_desktop.shell.metrics import margins
from wisestep_desktop.shell.widgets.parts import button, row, words
from wisestep_desktop.shell.words import tr

SHOWN = 9_000
"""Milliseconds."""


class DoneNotice(QFrame):
    """Shows the last thing done; another one takes its place."""

    undo_asked = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("done")
        self._said = words("", wrap=True)
        self._undo = button(tr("Undo"), "link", hint=tr("Take it back. Key: Ctrl+Z"))
        self._undo.clicked.connect(self.undo_asked)
        self._close = button("×", "quiet", hint=tr("Hide this message"))
        self._close.clicked.connect(self.hide)
        line = row(self._said, self._undo, self._close, space=8)
        line.setStretch(0, 1)
        line.setContentsMargins(*margins(20, 4, 12, 4))
        self.setLayout(line)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.timeout.connect(self.hide)
        self.hide()

    def pass_by(self) -> None:
        """Hide what offers a way back: it went out since, and the way is another one."""
        if not self._undo.isHidden():
            self.hide()

    def tell(self, text: str, undoable: bool) -> None:  # noqa: FBT001  a Qt slot
        """Say what was done."""
        self._said.setText(text)
        self._undo.setVisible(undoable)
        self.show()
        self._timer.start(SHOWN)
        event = QAccessibleEvent(self._said, QAccessible.Event.Alert)  # screen readers say it by themselves
        QAccessible.updateAccessibility(event)
