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


def step_as_read(window: QWidget, *, forward: bool) -> bool:
    """Give the keyboard to what is read next, or before; tell whether there is anything that takes it.

    For windows whose parts are made anew while they are open: Qt's own chain, in which every part has its place, breaks
    after some replacing of parts that pass their focus on (Qt 6.11), and then never comes back to the first.
    """
    order = [each for each in _reached(window) if each is not window and _takes_keys(each)]
    if not order:
        return False
    held = window.focusWidget()
    here = next((place for place, each in enumerate(order) if each is held), None)
    if here is None:
        here = -1 if forward else 0
    reason = Qt.FocusReason.TabFocusReason if forward else Qt.FocusReason.BacktabFocusReason
    order[(here + (1 if forward else -1)) % len(order)].setFocus(reason)
    return True


def _takes_keys(widget: QWidget) -> bool:
    return widget.isVisible() and widget.isEnabled() and widget.focusProxy() is None


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
