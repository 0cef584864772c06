"""Labels, buttons and rows of them, made the same way everywhere. Text is always plain, never markup."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFocusEvent, QFont
from PySide6.QtWidgets import QFrame, QHBoxLayout, QLabel, QLayout, QPushButton, QScrollArea, QVBoxLayout, QWidget

from wisestep_desktop.shell import metrics
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.theme import sized
from wisestep_desktop.shell.widgets.reading_order import follow_reading
from wisestep_desktop.shell.words import tr


def words(
    text: str,
    *,
    pixels: int = 13,
    strong: bool = False,
    name: str = "",
    wrap: bool = False,
    parent: QWidget | None = None,
) -> QLabel:
    """Return a label that shows ``text`` as it is, whatever is in it."""
    made = QLabel(parent)
    made.setTextFormat(Qt.TextFormat.PlainText)
    made.setText(text)
    made.setObjectName(name)
    made.setWordWrap(wrap)
    made.setFont(sized(made.font(), pixels, weight=QFont.Weight.DemiBold if strong else QFont.Weight.Normal))
    return made


def button(text: str, name: str = "", *, hint: str = "") -> QPushButton:
    """Return a button; ``name`` is its style: ``primary``, ``flat``, ``link``, ``pill`` or plain."""
    made = QPushButton(text)
    made.setObjectName(name)
    made.setAccessibleName(hint or text)
    if hint:
        made.setToolTip(hint)
    made.setCursor(Qt.CursorShape.PointingHandCursor)
    made.setAutoDefault(False)
    return made


def row(*parts: QWidget | QLayout | int, space: int = 8) -> QHBoxLayout:
    """Return parts side by side; a number is a stretch."""
    made = QHBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(scaled(space))
    _fill(made, parts)
    return made


def column(*parts: QWidget | QLayout | int, space: int = 8) -> QVBoxLayout:
    """Return parts below each other; a number is a stretch."""
    made = QVBoxLayout()
    made.setContentsMargins(0, 0, 0, 0)
    made.setSpacing(scaled(space))
    _fill(made, parts)
    return made


def _fill(into: QHBoxLayout | QVBoxLayout, parts: tuple[QWidget | QLayout | int, ...]) -> None:
    for part in parts:
        match part:
            case int():
                into.addStretch(part)
            case QWidget():
                into.addWidget(part)
            case _:
                into.addLayout(part)


def frame(name: str, layout: QLayout, *, margins: tuple[int, int, int, int] = (20, 16, 20, 16)) -> QFrame:
    """Return a framed part of a window: ``card``, ``panel``, ``bar`` or ``why``."""
    made = QFrame()
    made.setObjectName(name)
    layout.setContentsMargins(*metrics.margins(*margins))
    made.setLayout(layout)
    return made


def scroller(page: QWidget) -> QScrollArea:
    """Return a page that scrolls up and down where it has less room than it needs."""
    area = QScrollArea()
    area.setObjectName("plain")
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
    area.setWidget(page)
    return area


class _Page(QScrollArea):
    """Shows that it has the keyboard only to who walks by Tab: there, a ring around everything says something."""

    def focusInEvent(self, event: QFocusEvent) -> None:
        """Remember how the keyboard came."""
        walked = event.reason() in (Qt.FocusReason.TabFocusReason, Qt.FocusReason.BacktabFocusReason)
        self.setProperty("walked", walked)
        self.style().polish(self)
        super().focusInEvent(event)


def fill_scrolling(page: QWidget, whole: QLayout) -> None:
    """Fill a page with a layout that scrolls up and down where the window is too low for it."""
    inside = QWidget()
    whole.setContentsMargins(*metrics.margins(28, 20, 28, 20))
    inside.setLayout(whole)
    area = _Page()
    area.setObjectName("page")
    area.setAccessibleName(page.windowTitle() or page.accessibleName() or tr("Contents"))
    area.setWidgetResizable(True)
    area.setFrameShape(QFrame.Shape.NoFrame)
    area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
    area.setWidget(inside)
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(area)
    follow_reading(page)
