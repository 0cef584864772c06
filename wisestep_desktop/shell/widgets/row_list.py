"""The list of a day's rows: keys that mean something here, and rows that can be dragged onto one another."""

from __future__ import annotations

from PySide6.QtCore import QModelIndex, QPersistentModelIndex, Qt, Signal
from PySide6.QtGui import QKeyEvent, QPainter, QPaintEvent, QPalette, QPen
from PySide6.QtWidgets import QAbstractItemView, QListView, QWidget

from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.tokens import ROW
from wisestep_desktop.shell.words import tr

_AROUND = 48
_RING = 2
_CHOOSING = Qt.KeyboardModifier.ShiftModifier


class RowList(QListView):
    """Tells which key was pressed; what it does is decided elsewhere. Up and down are Qt's own."""

    key_pressed = Signal(str)
    """A letter in capitals, ``Del``, ``Enter`` or ``?``."""
    stepped = Signal(int)
    """Days to go: one for an arrow key, seven with Shift."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("rows")
        self.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setUniformItemSizes(True)  # ten thousand rows are laid out at once
        self.setDragDropMode(QAbstractItemView.DragDropMode.DragDrop)
        self.setDefaultDropAction(Qt.DropAction.MoveAction)
        self.setDropIndicatorShown(True)
        self.setMinimumHeight(scaled(3 * ROW))
        self.setAccessibleName(tr("Time rows"))
        self._instead = ""

    def say_instead(self, text: str) -> None:
        """Say something where rows would be: the list keeps the keyboard, so that arrows go on to other days."""
        self._instead = text
        self.setAccessibleDescription(text)
        self.viewport().update()

    def paintEvent(self, event: QPaintEvent) -> None:
        """Draw the rows, or what is said instead of them."""
        super().paintEvent(event)
        if not self._instead:
            return
        painter = QPainter(self.viewport())
        painter.setPen(self.palette().color(QPalette.ColorRole.PlaceholderText))
        place = self.viewport().rect().adjusted(_AROUND, _AROUND, -_AROUND, -_AROUND)
        flags = Qt.AlignmentFlag.AlignHCenter | Qt.AlignmentFlag.AlignTop | Qt.TextFlag.TextWordWrap
        painter.drawText(place, flags, self._instead)
        if self.hasFocus():  # no line shows where the keyboard is
            painter.setPen(QPen(self.palette().color(QPalette.ColorRole.Accent), _RING))
            painter.drawRoundedRect(self.viewport().rect().adjusted(4, 4, -4, -4), 8, 8)
        painter.end()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take the keys that mean something here; leave the others to Qt."""
        said = _said(event)
        if said:
            self.key_pressed.emit(said)
            return
        step = step_of(event, mirrored=self.isRightToLeft())
        if step:
            self.stepped.emit(step)
            return
        if event.key() in (Qt.Key.Key_Home, Qt.Key.Key_End) and not event.modifiers():
            self._go_to_end(first=event.key() == Qt.Key.Key_Home)
            return
        super().keyPressEvent(event)

    def keyboardSearch(self, _text: str) -> None:
        """Letters are keys here; there is a field for searching."""

    def _go_to_end(self, *, first: bool) -> None:
        model = self.model()
        numbers = range(model.rowCount()) if first else range(model.rowCount() - 1, -1, -1)
        found = (model.index(number, 0) for number in numbers)
        index = next((each for each in found if _can_be_chosen(each)), None)
        if index is not None:
            self.setCurrentIndex(index)


def step_of(event: QKeyEvent, *, mirrored: bool) -> int:
    """Return how many days an arrow key goes, 0 for any other key."""
    ways = {Qt.Key.Key_Left: -1, Qt.Key.Key_Right: 1}
    way = ways.get(Qt.Key(event.key()), 0)
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held not in (Qt.KeyboardModifier.NoModifier, _CHOOSING):
        return 0
    return (-way if mirrored else way) * (7 if held == _CHOOSING else 1)


def _said(event: QKeyEvent) -> str:
    held = event.modifiers() & ~Qt.KeyboardModifier.KeypadModifier
    if held not in (Qt.KeyboardModifier.NoModifier, _CHOOSING):
        return ""
    if event.key() == Qt.Key.Key_Delete:
        return "Del"
    if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
        return "Enter"
    text = event.text().upper()
    return text if len(text) == 1 and (text.isalpha() or text == "?") and not event.isAutoRepeat() else ""


def _can_be_chosen(index: QModelIndex | QPersistentModelIndex) -> bool:
    return bool(index.flags() & Qt.ItemFlag.ItemIsSelectable)
