"""Parts side by side that go on below where the line is full: for large text, long words and narrow windows."""

from __future__ import annotations

from PySide6.QtCore import QRect, QSize, Qt
from PySide6.QtWidgets import QLabel, QLayout, QLayoutItem, QSizePolicy, QStyle, QWidget

from wisestep_desktop.shell.metrics import scaled

_APART = 6
"""Pixels between lines, where parts do not stand closer than that side by side."""
_ROOM = QSizePolicy.Policy.Expanding


class Flow(QLayout):
    """Keeps its parts on one line while they fit; a gap parts what stands at the beginning from what stands at the end.

    Where not all fits, what comes after the gap begins a line of its own. What is lower than its line stands in the
    middle of it, or at its ``top``.
    """

    def __init__(self, parent: QWidget | None = None, *, space: int = 8, top: bool = False) -> None:
        super().__init__() if parent is None else super().__init__(parent)
        self._top = top
        self._items: list[QLayoutItem] = []
        self._gap = -1
        self.setContentsMargins(0, 0, 0, 0)
        self.setSpacing(scaled(space))

    def add_gap(self) -> None:
        """Part what was added from what is added next."""
        self._gap = len(self._items)

    def addItem(self, item: QLayoutItem) -> None:
        """Take a part."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many parts there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return a part; None behind the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Give a part away."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Ask for the width there is."""
        return Qt.Orientation.Horizontal

    def hasHeightForWidth(self) -> bool:
        """Tell that lines are broken."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of as many lines as it takes."""
        return self._arrange(QRect(0, 0, width, 0), move=False)

    def sizeHint(self) -> QSize:
        """Return room for everything on one line."""
        inside = self._across([each for each in self._items if not each.isEmpty()])
        around = self.contentsMargins()
        width = inside + around.left() + around.right()
        return QSize(width, self._arrange(QRect(0, 0, width, 0), move=False))

    def minimumSize(self) -> QSize:
        """Return room for the widest part that cannot be broken."""
        around = self.contentsMargins()
        shown = [each for each in self._items if not each.isEmpty()]
        width = max((each.minimumSize().width() if _breaks(each) else _least(each) for each in shown), default=0)
        height = max((each.minimumSize().height() for each in shown), default=0)
        return QSize(width + around.left() + around.right(), height + around.top() + around.bottom())

    def setGeometry(self, rect: QRect) -> None:
        """Put every part in its place."""
        super().setGeometry(rect)
        self._arrange(rect, move=True)

    def _arrange(self, rect: QRect, *, move: bool) -> int:
        around = self.contentsMargins()
        inside = rect.marginsRemoved(around)
        top = inside.top()
        for number, (line, ends_apart) in enumerate(self._lines(inside.width())):
            top += min(self.spacing(), scaled(_APART)) if number else 0
            widths = _shared(line, inside.width() - self.spacing() * (len(line) - 1))
            heights = [_height(item, width) for item, width in zip(line, widths, strict=True)]
            if move:
                self._place(QRect(inside.left(), top, inside.width(), max(heights)), line, widths, ends_apart)
            top += max(heights)
        return top - rect.top() + around.bottom()

    def _place(self, room: QRect, line: list[QLayoutItem], widths: list[int], apart: int) -> None:
        parent = self.parentWidget()
        direction = parent.layoutDirection() if parent is not None else Qt.LayoutDirection.LeftToRight
        spare = room.width() - sum(widths) - self.spacing() * (len(line) - 1)
        left = room.left()
        for number, (item, width) in enumerate(zip(line, widths, strict=True)):
            left += spare if number == apart else 0
            height = _height(item, width)
            below = 0 if self._top or item.layout() is not None else (room.height() - height) // 2
            place = QRect(left, room.top() + below, width, height)
            item.setGeometry(QStyle.visualRect(direction, room, place))
            left += width + self.spacing()

    def _lines(self, width: int) -> list[tuple[list[QLayoutItem], int]]:
        """Return the parts line by line, each with the number of the part before which the gap lies, or -1."""
        before = [each for each in self._items[: max(0, self._gap)] if not each.isEmpty()]
        after = [each for each in self._items[max(0, self._gap) :] if not each.isEmpty()]
        if not before or not after or self._across([*before, *after]) <= width:
            whole = [*before, *after]
            if self._across(whole) <= width:
                return [(whole, len(before) if self._gap >= 0 else -1)] if whole else []
        lines, ends = self._broken(before, width), self._broken(after, width)
        if len(ends) == 1 and lines and self._across([*lines[-1], *ends[0]]) <= width:
            return [*((line, -1) for line in lines[:-1]), ([*lines[-1], *ends[0]], len(lines[-1]))]
        last = [(line, 0) for line in ends] if len(ends) == 1 else [(line, -1) for line in ends]
        return [*((line, -1) for line in lines), *last]

    def _broken(self, items: list[QLayoutItem], width: int) -> list[list[QLayoutItem]]:
        lines: list[list[QLayoutItem]] = []
        for item in items:
            if lines and self._across([*lines[-1], item]) <= width:
                lines[-1].append(item)
            else:
                lines.append([item])
        return lines

    def _across(self, items: list[QLayoutItem]) -> int:
        return sum(_least(each) for each in items) + self.spacing() * max(0, len(items) - 1)


def _breaks(item: QLayoutItem) -> bool:
    """Tell whether a part is a text that may be broken."""
    widget = item.widget()
    return (isinstance(widget, QLabel) and widget.wordWrap()) or item.layout() is not None


def _least(item: QLayoutItem) -> int:
    """Return the width a part needs; a field that takes what it gets needs only its least, a text one line."""
    widget = item.widget()
    if isinstance(widget, QLabel) and widget.wordWrap():
        return widget.fontMetrics().horizontalAdvance(widget.text()) + 2
    if widget is not None and widget.sizePolicy().horizontalPolicy() is _ROOM:
        return item.minimumSize().width()
    return min(max(item.sizeHint().width(), item.minimumSize().width()), item.maximumSize().width())


def _shared(line: list[QLayoutItem], room: int) -> list[int]:
    """Return how wide each part of a line is: none wider than the room, and fields with what is left."""
    widths = [min(_least(each), room) for each in line]
    fields = [number for number, each in enumerate(line) if _takes(each)]
    spare = room - sum(widths)
    for left, number in enumerate(fields):
        more = min(spare // (len(fields) - left), line[number].maximumSize().width() - widths[number])
        widths[number] += max(0, more)
        spare -= max(0, more)
    return widths


def _takes(item: QLayoutItem) -> bool:
    widget = item.widget()
    return widget is not None and widget.sizePolicy().horizontalPolicy() is _ROOM


def _height(item: QLayoutItem, width: int) -> int:
    return item.heightForWidth(width) if item.hasHeightForWidth() else item.sizeHint().height()


def flow(*parts: QWidget | QLayout | int, space: int = 8, top: bool = False) -> Flow:
    """Return parts side by side that go on below where the line is full; a number is the gap."""
    made = Flow(space=space, top=top)
    for part in parts:
        match part:
            case int():
                made.add_gap()
            case QWidget():
                made.addWidget(part)
            case _:
                made.addChildLayout(part)
                made.addItem(part)
    return made
