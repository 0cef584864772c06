"""A field for a comma list of names that there are: while a name is typed, those that fit it are offered."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, QStringListModel, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView

from wisestep_desktop.core.setting_values import listed
from wisestep_desktop.shell.words import tr

_SEEN = 9
"""Lines of the list without scrolling."""

Find = Callable[[str], Sequence[str]]


class NameListField(QLineEdit):
    """Holds a comma list as text; whether each name is known is for somebody else to say."""

    def __init__(self, name: str) -> None:
        super().__init__()
        self._find: Find = lambda _text: ()
        self._lines = QStringListModel(self)
        completer = QCompleter(self._lines, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(_SEEN)
        completer.setWidget(self)
        self._popup = QListView(self)
        self._popup.setObjectName("picker")
        self._popup.setAccessibleName(tr("Activity types"))
        completer.setPopup(self._popup)
        completer.activated[QModelIndex].connect(self._take)  # type: ignore[index]  # the stubs lack overloads
        self._completer = completer  # not the field's own: that would put one name in place of the whole list
        self.setAccessibleName(name)
        self.textEdited.connect(self._typed)

    def offer(self, find: Find) -> None:
        """Let these names be found; blank text finds the first ones."""
        self._find = find

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open the list with Down; leave Enter and Escape to it while it is open."""
        open_now = self._popup.isVisible()
        if event.key() == Qt.Key.Key_Down and not open_now and not self.isReadOnly():
            self._show(self._piece()[2])
            return
        if open_now and event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Escape):
            row = self._popup.currentIndex().row()
            self._popup.hide()
            if event.key() != Qt.Key.Key_Escape and row >= 0:
                self._put(self._lines.stringList()[row])
            return
        super().keyPressEvent(event)

    def _typed(self, _text: str) -> None:
        piece = self._piece()[2]
        if piece:
            self._show(piece)
        else:
            self._popup.hide()

    def _show(self, piece: str) -> None:
        found = list(self._find(piece))
        if not found or found == [piece]:
            self._popup.hide()
            return
        self._lines.setStringList(found)
        self._completer.complete()

    def _piece(self) -> tuple[int, int, str]:
        """Return where the name at the cursor begins and ends, and its text; commas in quotes part nothing."""
        text, at = self.text(), self.cursorPosition()
        begins, ends, quoted = 0, len(text), False
        for place, char in enumerate(text):
            if char == '"':
                quoted = not quoted
            if char == "," and not quoted:
                if place < at:
                    begins = place + 1
                else:
                    ends = place
                    break
        return begins, ends, text[begins:ends].strip(' "')

    def _take(self, index: QModelIndex) -> None:
        self._put(str(index.data()))

    def _put(self, name: str) -> None:
        begins, ends, _ = self._piece()
        text = self.text()
        before = text[:begins].rstrip() + (" " if begins else "")
        self.setText(f"{before}{listed([name])}{text[ends:]}")
        self.setCursorPosition(len(before) + len(listed([name])))
        self.textEdited.emit(self.text())
        self._popup.hide()
