"""What every window is walked for: names and roles, size, contrast, and where Tab leads."""

from __future__ import annotations

from collections import Counter
from collections.abc import Callable
from itertools import pairwise

from PySide6.QtCore import QPoint, QRect, Qt
from PySide6.QtGui import QAccessible, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import (
    QAbstractButton,
    QAbstractItemView,
    QAbstractSpinBox,
    QApplication,
    QCalendarWidget,
    QCheckBox,
    QComboBox,
    QLabel,
    QLineEdit,
    QPlainTextEdit,
    QRadioButton,
    QSplitter,
    QTabBar,
    QWidget,
)

from wisestep_desktop.shell.tokens import contrast

LEAST_CONTRAST = 4.5
LEAST_SIZE = 24
LARGER = 3
ROLES: tuple[tuple[type[QWidget], tuple[QAccessible.Role, ...]], ...] = (
    (QCheckBox, (QAccessible.Role.CheckBox,)),
    (QRadioButton, (QAccessible.Role.RadioButton,)),
    (QAbstractButton, (QAccessible.Role.Button, QAccessible.Role.CheckBox, QAccessible.Role.ButtonMenu)),
    (QLineEdit, (QAccessible.Role.EditableText,)),
    (QPlainTextEdit, (QAccessible.Role.EditableText,)),
    (QComboBox, (QAccessible.Role.ComboBox,)),
    (QAbstractSpinBox, (QAccessible.Role.SpinBox,)),
    (QAbstractItemView, (QAccessible.Role.List, QAccessible.Role.Table, QAccessible.Role.Tree)),
    (QTabBar, (QAccessible.Role.PageTabList,)),
)


def shown(window: QWidget) -> list[QWidget]:
    """Return what of a window is to be seen, without what a widget of Qt is made of inside."""
    return [each for each in window.findChildren(QWidget) if each.isVisible() and not _inside(each)]


def _inside(widget: QWidget) -> bool:
    if widget.objectName().startswith("qt_"):
        return True
    if isinstance(widget, QLineEdit | QAbstractButton) and isinstance(
        widget.parentWidget(), QAbstractSpinBox | QComboBox | QLineEdit
    ):
        return True
    above = widget.parentWidget()
    while above is not None and not above.isWindow():
        if isinstance(above, QCalendarWidget):
            return True
        above = above.parentWidget()
    return False


def used(window: QWidget) -> list[QWidget]:
    """Return what takes the keyboard or a click."""
    return [
        each
        for each in shown(window)
        if isinstance(each, QAbstractButton) or each.focusPolicy() & Qt.FocusPolicy.TabFocus
    ]


def told(widget: QWidget) -> str:
    return (
        f"{type(widget).__name__} {widget.objectName()!r} {widget.accessibleName() or getattr(widget, 'text', str)()!r}"
    )


def unnamed(window: QWidget) -> list[str]:
    found = []
    for each in used(window):
        access = QAccessible.queryAccessibleInterface(each)
        name = access.text(QAccessible.Text.Name) if access is not None and access.isValid() else ""
        if not name.strip(" ×‹›"):
            found.append(f"no name: {told(each)}")
        roles = next((roles for kind, roles in ROLES if isinstance(each, kind)), None)
        if roles is not None and access is not None and access.role() not in roles:
            found.append(f"{access.role()}: {told(each)}")
        if isinstance(each, QAbstractItemView) and (model := each.model()) is not None:
            for number in range(model.rowCount()):
                index = model.index(number, 0)
                text = index.data(Qt.ItemDataRole.AccessibleTextRole) or index.data(Qt.ItemDataRole.DisplayRole)
                if not str(text or "").strip():
                    found.append(f"line {number} says nothing: {told(each)}")
    return found


def small(window: QWidget) -> list[str]:
    return [
        f"{each.width()}x{each.height()}: {told(each)}"
        for each in used(window)
        if isinstance(each, QAbstractButton | QLineEdit | QComboBox | QAbstractSpinBox)
        and (each.width() < LEAST_SIZE or each.height() < LEAST_SIZE)
    ]


def faint(window: QWidget) -> list[str]:
    """Return the words that stand out too little from what is behind them, by their pixels."""
    found = []
    large = enlarged(window)
    for each in shown(window):
        if not isinstance(each, QLabel | QAbstractButton) or not each.text().strip() or not each.isEnabled():
            continue
        if each.visibleRegion().boundingRect() != each.rect() or each.width() < 8:
            continue  # scrolled out of sight, wholly or in part
        place = QRect(each.mapTo(window, QPoint(3, 3)), each.size()).adjusted(0, 0, -6, -6)
        seen = ratio(large, QRect(place.topLeft() * LARGER, place.size() * LARGER))
        if seen < LEAST_CONTRAST:
            found.append(f"{seen:.2f}: {told(each)}")
    return found


def enlarged(widget: QWidget) -> QImage:
    """Return a picture in which the strokes of letters are wide enough to have their whole colour."""
    image = QImage(widget.size() * LARGER, QImage.Format.Format_RGB32)
    image.setDevicePixelRatio(LARGER)
    widget.render(image)
    image.setDevicePixelRatio(1)
    return image


def ratio(image: QImage, place: QRect) -> float:
    """Return the contrast of the commonest colour and the one furthest from it: ground and letters."""
    part = image.copy(place.intersected(image.rect()))
    colours = Counter(memoryview(part.constBits()).cast("B").cast("I"))
    if not colours:
        return 21.0
    ground = f"#{colours.most_common(1)[0][0] & 0xFFFFFF:06x}"
    return max(contrast(ground, f"#{each & 0xFFFFFF:06x}") for each in colours)


def walked(window: QWidget) -> list[str]:
    """Press Tab all around; return what was missed, visited twice or leads against the order of reading."""
    due = [
        each
        for each in shown(window)
        if each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and not _other_radio(each)
        if each.focusProxy() is None
    ]
    if not due:
        return []
    due[0].setFocus(Qt.FocusReason.TabFocusReason)
    first = window.focusWidget()
    order: list[QWidget] = []
    for _ in range(len(due) + 8):
        held = window.focusWidget()
        assert held is not None
        if not order or order[-1] is not held or not isinstance(held, QAbstractSpinBox):
            order.append(held)  # Tab walks the parts of a date
        QTest.keyClick(held, Qt.Key.Key_Tab)
        if window.focusWidget() is first:
            break
    else:
        return [f"Tab never comes back, it ends at {told(order[-1])}"]
    missed = [f"missed: {told(each)}" for each in due if each not in order]
    twice = [f"twice: {told(each)}" for each in dict.fromkeys(order) if order.count(each) > 1]
    return missed + twice + _out_of_order(order)


def _out_of_order(order: list[QWidget]) -> list[str]:
    """Return where Tab leads against the order of reading: along a line, then down, one part after another.

    Once it has to, from the end to the beginning.
    """
    found = []
    for one, other in pairwise([*order, order[0]]):
        here, there = _apart(one, other)
        if here is not None and there is not None and not _reads_first(here, there):
            found.append(f"{told(one)} leads back to {told(other)}")
    return found if len(found) > 1 else []


def _other_radio(widget: QWidget) -> bool:
    """Tell whether the arrows lead to a button rather than Tab, because another of its group is chosen."""
    return (
        isinstance(widget, QAbstractButton)
        and widget.isCheckable()
        and widget.group() is not None
        and widget.group().exclusive()
        and not widget.isChecked()
    )


def unlit(window: QWidget) -> list[str]:
    """Return the kinds of widgets on which the keyboard is not to be seen."""
    kinds: dict[tuple[type, str], QWidget] = {}
    for each in shown(window):
        if each.isEnabled() and each.focusPolicy() & Qt.FocusPolicy.TabFocus and not each.visibleRegion().isEmpty():
            kinds.setdefault((type(each), each.objectName()), each)
    found = []
    for each in kinds.values():
        other = next((one for one in kinds.values() if one is not each), None)
        if other is None:
            continue
        other.setFocus(Qt.FocusReason.TabFocusReason)
        before = each.grab().toImage()
        each.setFocus(Qt.FocusReason.TabFocusReason)
        if each.hasFocus() and each.grab().toImage() == before:
            found.append(f"no focus seen: {told(each)}")
    return found


def _reads_first(one: QWidget, other: QWidget) -> bool:
    here, there = one.geometry(), other.geometry()
    shared = min(here.bottom(), there.bottom()) - max(here.top(), there.top())
    if isinstance(one.parentWidget(), QSplitter) or shared > min(here.height(), there.height()) / 2:
        return here.x() < there.x()
    return here.y() < there.y()


def _apart(one: QWidget, other: QWidget) -> tuple[QWidget | None, QWidget | None]:
    """Return the parts that hold two widgets, side by side in the same part; nothing if one holds the other."""
    above = []
    here: QWidget | None = one
    while here is not None:
        above.append(here)
        here = here.parentWidget()
    there: QWidget | None = other
    while there is not None and there.parentWidget() not in above:
        there = there.parentWidget()
    if there is None or one is there.parentWidget() or other in above:
        return None, None
    return above[above.index(there.parentWidget()) - 1], there


CHECKS: tuple[Callable[[QWidget], list[str]], ...] = (unnamed, small, faint, unlit, walked)


def troubles(window: QWidget) -> list[str]:
    window.activateWindow()
    QApplication.processEvents()
    return [each for check in CHECKS for each in check(window)]
