"""Parts side by side that go on in the next line where a line is full: other languages have longer words."""

from __future__ import annotations

from PySide6.QtCore import QPoint, QRect, QSize, Qt
from PySide6.QtWidgets import QLayout, QLayoutItem, QWidget

from wisestep_desktop.shell.metrics import scaled


class Flow(QLayout):
    """As wide as it is given, as high as it then needs. Starts at the right where the language does."""

    def __init__(self, *parts: QWidget, across: int = 8, down: int = 4) -> None:
        super().__init__()
        self._items: list[QLayoutItem] = []
        self._across, self._down = scaled(across), scaled(down)
        self.setContentsMargins(0, 0, 0, 0)
        for part in parts:
            self.addWidget(part)

    def addItem(self, item: QLayoutItem) -> None:
        """Take another part."""
        self._items.append(item)

    def count(self) -> int:
        """Return how many parts there are."""
        return len(self._items)

    def itemAt(self, index: int) -> QLayoutItem | None:
        """Return a part, None beyond the last."""
        return self._items[index] if 0 <= index < len(self._items) else None

    def takeAt(self, index: int) -> QLayoutItem | None:
        """Let go of a part."""
        return self._items.pop(index) if 0 <= index < len(self._items) else None

    def expandingDirections(self) -> Qt.Orientation:
        """Want no more room than is needed."""
        return Qt.Orientation(0)

    def hasHeightForWidth(self) -> bool:
        """Tell that the height depends on the width."""
        return True

    def heightForWidth(self, width: int) -> int:
        """Return the height of the lines that a width makes."""
        return self._arrange(QRect(0, 0, width, 0), place=False)

    def setGeometry(self, rect: QRect) -> None:
        """Place every part."""
        super().setGeometry(rect)
        self._arrange(rect, place=True)

    def sizeHint(self) -> QSize:
        """Return the size of one line."""
        shown = [item.sizeHint() for item in self._items if not item.isEmpty()]
        width = sum(size.width() for size in shown) + self._across * max(0, len(shown) - 1)
        return QSize(width, max((size.height() for size in shown), default=0))

    def minimumSize(self) -> QSize:
        """Return the size of the widest part."""
        size = QSize()
        for item in self._items:
            if not item.isEmpty():
                size = size.expandedTo(item.minimumSize())
        return size

    def _arrange(self, rect: QRect, *, place: bool) -> int:
        x, y, high = 0, 0, 0
        for item in self._items:
            if item.isEmpty():
                continue
            size = item.sizeHint()
            if x and x + size.width() > rect.width():
                x, y, high = 0, y + high + self._down, 0
            if place:
                item.setGeometry(QRect(self._corner(rect, x, y, size.width()), size))
            x += size.width() + self._across
            high = max(high, size.height())
        return y + high

    def _corner(self, rect: QRect, x: int, y: int, width: int) -> QPoint:
        parent = self.parentWidget()
        if parent is not None and parent.isRightToLeft():
            return QPoint(rect.right() - x - width + 1, rect.top() + y)
        return QPoint(rect.left() + x, rect.top() + y)
