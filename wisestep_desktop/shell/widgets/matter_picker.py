"""A field in which a matter is found by typing any part of its number, name, reference or client."""

from __future__ import annotations

from collections.abc import Callable, Sequence

from PySide6.QtCore import QModelIndex, Qt, Signal
from PySide6.QtGui import QFocusEvent, QKeyEvent, QMouseEvent
from PySide6.QtWidgets import QCompleter, QLineEdit, QListView, QWidget

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.matter_search import MatterSearch
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.shell.widgets.matter_lines import MatterLineDelegate, MatterLines, label
from wisestep_desktop.shell.words import tr

_MOST = 40
_SEEN = 7
"""Lines of the list without scrolling."""


class MatterPicker(QLineEdit):
    """Holds one matter or none; what is typed and not chosen counts as none.

    ``picked`` hears of every change; ``entered`` when Enter is pressed on a matter that is chosen already.
    """

    picked = Signal()
    entered = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._matter: Matter | None = None
        self._search = MatterSearch()
        self._suggested: tuple[Matter, ...] = ()
        self._choices = MatterLines(self)
        completer = QCompleter(self._choices, self)
        completer.setCompletionMode(QCompleter.CompletionMode.UnfilteredPopupCompletion)
        completer.setMaxVisibleItems(_SEEN)
        self._popup = QListView(self)
        self._popup.setObjectName("picker")
        self._popup.setMouseTracking(True)
        self._popup.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        completer.setPopup(self._popup)
        self._popup.setItemDelegate(MatterLineDelegate(self._popup))  # the completer has put its own there
        completer.activated[QModelIndex].connect(self._activated)  # type: ignore[index]  # the stubs lack overloads
        self.setCompleter(completer)
        self.setPlaceholderText(tr("Type a number, name, reference or client"))
        self.setAccessibleName(tr("Matter"))
        self.textEdited.connect(self._typed)

    @property
    def matter(self) -> MatterId | None:
        """Return the matter chosen."""
        return None if self._matter is None else self._matter.id

    def offer(self, search: MatterSearch) -> None:
        """Let these matters be chosen from."""
        self._search = search

    def suggest(self, matters: Sequence[Matter]) -> None:
        """Offer these first, while nothing is typed."""
        self._suggested = tuple(matters)

    def choose(self, matter: Matter | None) -> None:
        """Show a matter as chosen, or none."""
        self._matter = matter
        self.setText("" if matter is None else label(matter))
        self.setCursorPosition(0)

    def open_suggestions(self) -> None:
        """Show what is suggested, while the field is empty and has the keyboard."""
        if self._suggested and not self.text() and self.isEnabled() and self.hasFocus():
            self._choices.show_matters(self._suggested)
            self.completer().setCompletionPrefix("")
            self.completer().complete()

    def _typed(self, text: str) -> None:
        self._matter = None
        wanted = text.strip()
        nothing = tr("No matter fits. Try its number, or the beginnings of its words.")
        self._choices.show_matters(self._search.find(wanted, _MOST) if wanted else (), nothing if wanted else "")
        self.picked.emit()

    def _activated(self, index: QModelIndex) -> None:
        model = self.completer().completionModel()
        source: Callable[[QModelIndex], QModelIndex] | None = getattr(model, "mapToSource", None)
        self._take(self._choices.at(source(index) if source else index))

    def _take(self, matter: Matter | None) -> None:
        if matter is not None:
            self.choose(matter)
            self.picked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open what is suggested with Down; with Enter take the first that fits, or confirm what is chosen."""
        if event.key() == Qt.Key.Key_Down and not self.text() and not self._popup.isVisible():
            self.open_suggestions()
            return
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and not event.modifiers() & ~_KEYPAD:
            if self._matter is not None and not self._popup.isVisible():
                self.entered.emit()
                return
            if self._popup.isVisible() or self.text().strip():
                self._popup.hide()
                self._take(self._choices.at(self._popup.currentIndex()) or self._first())
                return
        super().keyPressEvent(event)

    def _first(self) -> Matter | None:
        return self._choices.first() if self.text().strip() else None

    def mousePressEvent(self, event: QMouseEvent) -> None:
        """Open what is suggested with a click into the empty field."""
        super().mousePressEvent(event)
        self.open_suggestions()

    def focusOutEvent(self, event: QFocusEvent) -> None:
        """Choose what the text can only mean, or clear it: a half-typed matter must not look chosen."""
        if self._matter is None and self.text().strip() and not self._popup.isVisible():
            only = self._search.find(self.text().strip(), 2)
            self.choose(only[0] if len(only) == 1 else None)
            self.picked.emit()
        super().focusOutEvent(event)


_KEYPAD = Qt.KeyboardModifier.KeypadModifier
