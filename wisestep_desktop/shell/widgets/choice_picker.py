"""A field in which one of many named things is found by typing any part of its name; or nothing is chosen."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from dataclasses import dataclass

from PySide6.QtCore import QModelIndex, QStringListModel, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

_SEEN = 9
"""Lines of the list without scrolling."""


@dataclass(frozen=True, slots=True)
class Named:
    """What can be chosen: whatever stands for it, and its name as shown."""

    id: object
    name: str


Find = Callable[[str], Sequence[Named]]


class ChoicePicker(QLineEdit):
    """Holds one choice or none; what is typed and not chosen counts as what was chosen before."""

    picked = Signal()

    def __init__(self, parent: QWidget, name: str, nothing: str) -> None:
        super().__init__(parent)
        self._chosen: Named | None = None
        self._find: Find = lambda _text: ()
        self._shown: list[Named] = []
        self._lines = QStringListModel(self)
        completer = QCompleter(self._lines, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(_SEEN)
        self._popup = QListView(self)
        self._popup.setObjectName("picker")
        self._popup.setAccessibleName(name)
        completer.setPopup(self._popup)
        completer.activated[QModelIndex].connect(self._activated)  # type: ignore[index]  # the stubs lack overloads
        self.setCompleter(completer)
        self.setAccessibleName(name)
        self.setPlaceholderText(nothing)
        self.setClearButtonEnabled(True)
        self.textEdited.connect(self._typed)

    @property
    def chosen(self) -> object | None:
        """Return what is chosen."""
        return None if self._chosen is None else self._chosen.id

    def offer(self, find: Find) -> None:
        """Let these be chosen from; blank text finds the first ones."""
        self._find = find

    def choose(self, choice: Named | None) -> None:
        """Show something as chosen, or nothing."""
        self._chosen = choice
        self.setText("" if choice is None else choice.name)
        self.setCursorPosition(0)

    def open_list(self) -> None:
        """Show everything that can be chosen."""
        if self.isEnabled() and self.hasFocus():
            self._show(self._find(""))
            self.completer().setCompletionPrefix("")
            self.completer().complete()

    def _show(self, found: Sequence[Named]) -> None:
        self._shown = list(found)
        self._lines.setStringList([each.name for each in found])

    def _typed(self, text: str) -> None:
        self._show(self._find(text.strip()))
        if not text.strip() and self._chosen is not None:
            self._chosen = None
            self.picked.emit()

    def _activated(self, index: QModelIndex) -> None:
        if 0 <= index.row() < len(self._shown):
            self._take(self._shown[index.row()])

    def _take(self, choice: Named) -> None:
        self.choose(choice)
        self.picked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open everything with Down; with Enter take what is marked, or the first that fits."""
        if event.key() == Qt.Key.Key_Down and not self._popup.isVisible():
            self.open_list()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() and self._popup.isVisible():
            row = max(0, self._popup.currentIndex().row())
            self._popup.hide()
            if self.text().strip() and row < len(self._shown):
                self._take(self._shown[row])
            return
        super().keyPressEvent(event)

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open everything with a click."""
        super().mousePressEvent(event)
        if event.button() is Qt.MouseButton.LeftButton:
            self.open_list()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Show what is chosen again: something half typed must not look chosen."""
        if not self._popup.isVisible():
            self.choose(self._chosen)
        super().focusOutEvent(event)
