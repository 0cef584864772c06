"""The order in which Tab leads through a window: the one in which it is read, not the one in which it was made."""

from __future__ import annotations

from collections.abc import Iterator, Sequence
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtWidgets import (
    QAbstractItemView,
    QLayout,
    QMainWindow,
    QScrollArea,
    QSplitter,
    QStackedWidget,
    QWidget,
)

_OWN = Qt.FindChildOption.FindDirectChildrenOnly


def follow_reading(window: QWidget) -> None:
    """Let Tab lead through a window in the order of its layouts; what is added later comes last."""
    for one, other in pairwise(_reached(window)):
        QWidget.setTabOrder(one, other)


def _reached(widget: QWidget) -> Iterator[QWidget]:
    if widget.focusPolicy() & Qt.FocusPolicy.TabFocus:
        yield widget
    for part in _parts(widget):
        if part is not None and not part.isWindow():
            yield from _reached(part)


def _parts(widget: QWidget) -> Sequence[QWidget | None]:
    """Return what a widget holds, in the order in which it is read."""
    layout = widget.layout()
    match widget:
        case QMainWindow():
            return [widget.centralWidget()]
        case QSplitter() | QStackedWidget():
            return [widget.widget(number) for number in range(widget.count())]
        case QScrollArea():
            return [widget.widget()]
        case QAbstractItemView():
            return []
        case _ if layout is not None:
            return list(_inside(layout))
        case _:
            found = widget.findChildren(QWidget, options=_OWN)
            return [each for each in found if not each.objectName().startswith("qt_")]


def _inside(layout: QLayout) -> Iterator[QWidget]:
    for number in range(layout.count()):
        item = layout.itemAt(number)
        if item is None:
            continue
        part, below = item.widget(), item.layout()
        if part is not None:
            yield part
        elif below is not None:
            yield from _inside(below)
