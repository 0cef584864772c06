"""The bell: how much waits for the person, and a panel that says what and offers to do it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import QPoint, QRect, QSize, Qt, Signal
from PySide6.QtGui import QColor, QFont, QFontMetrics, QKeyEvent, QPainter, QPaintEvent
from PySide6.QtWidgets import QFrame, QLabel, QPushButton, QScrollArea, QVBoxLayout, QWidget

from wisestep_desktop.services.notices import Notice, NoticeKind
from wisestep_desktop.shell.browsing import open_page
from wisestep_desktop.shell.icons import icon
from wisestep_desktop.shell.metrics import margins, scaled
from wisestep_desktop.shell.notice_board import NoticeBoard
from wisestep_desktop.shell.notice_words import Deed, bell_name, deed_of, deed_words, said
from wisestep_desktop.shell.theme import Theme, sized
from wisestep_desktop.shell.views.day_parts import short_date
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button, column, row, words
from wisestep_desktop.shell.words import tr

_WIDTH = 400
_MOST_HEIGHT = 560
_HIGHEST = 700
"""Pixels that fit below the bell on every screen, however large the text."""
_URGENT = frozenset({NoticeKind.SIGN_IN_AGAIN, NoticeKind.HEALTH, NoticeKind.REFUSED, NoticeKind.CLOSED})


class NoticePanel(QFrame):
    """What waits, a sentence and its buttons each. Escape closes it; arrows and Tab walk the buttons."""

    acted = Signal(object)
    put_off = Signal(object)
    skipped = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Popup)
        self.setObjectName("notices")
        self.setAccessibleName(tr("Notifications"))
        self._lines: QWidget | None = None
        self._buttons: list[QPushButton] = []
        self._area = QScrollArea()
        self._area.setWidgetResizable(True)
        self._area.setFrameShape(QFrame.Shape.NoFrame)
        self._area.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._area.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(1, 1, 1, 1)
        outer.addWidget(self._area)

    def show_notices(self, found: tuple[Notice, ...]) -> None:
        """Show what waits; the keyboard stays on the same line, or on the last."""
        held = next((number for number, each in enumerate(self._buttons) if each.hasFocus()), 0)
        self._buttons = []
        inside = QWidget()
        lines = column(words(tr("Notifications"), pixels=15, strong=True), space=0)
        lines.setContentsMargins(*margins(20, 16, 16, 12))
        if not found:
            lines.addSpacing(scaled(8))
            lines.addWidget(words(tr("Nothing needs you."), name="dim"))
        for each in found:
            lines.addSpacing(scaled(12))
            lines.addWidget(self._line(each))
        lines.addStretch(1)
        inside.setLayout(lines)
        self._area.setWidget(inside)
        wide, most = scaled(_WIDTH), min(scaled(_MOST_HEIGHT), _HIGHEST)
        room = lines.totalHeightForWidth(wide - 2) if found else lines.totalSizeHint().height()
        self.setFixedSize(wide, min(most, room + 8))
        if self._buttons:
            self._buttons[min(held, len(self._buttons) - 1)].setFocus(Qt.FocusReason.PopupFocusReason)
        else:
            self.setFocus(Qt.FocusReason.PopupFocusReason)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Walk with the arrows, press with Enter, close with Escape."""
        held = self.focusWidget()
        match event.key():
            case Qt.Key.Key_Return | Qt.Key.Key_Enter if isinstance(held, QPushButton):
                held.click()
            case Qt.Key.Key_Escape:
                self.close()
            case Qt.Key.Key_Down | Qt.Key.Key_Right:
                self.focusNextPrevChild(True)  # noqa: FBT003  Qt's own signature
            case Qt.Key.Key_Up | Qt.Key.Key_Left:
                self.focusNextPrevChild(False)  # noqa: FBT003  Qt's own signature
            case _:
                super().keyPressEvent(event)

    def hideEvent(self, event: object) -> None:
        """Tell that it closed, by whatever."""
        super().hideEvent(event)  # type: ignore[arg-type]
        self.closed.emit()

    def _line(self, notice: Notice) -> QFrame:
        since = "" if notice.since is None else short_date(notice.since)
        text = words(said(notice, since), wrap=True)
        act = button(deed_words(notice), "deed", hint=f"{deed_words(notice)}: {text.text()}")
        act.setToolTip("")
        act.clicked.connect(partial(self.acted.emit, notice))
        buttons = [act]
        if deed_of(notice) is Deed.VERSION:
            skip = button(tr("Skip this version"), "quiet", hint=tr("Skip this version: {what}", what=text.text()))
            skip.setToolTip("")
            skip.clicked.connect(partial(self.skipped.emit, notice))
            buttons.append(skip)
        if notice.can_wait:
            later = button(tr("Not today"), "quiet", hint=tr("Not today: {what}", what=text.text()))
            later.setToolTip("")
            later.clicked.connect(partial(self.put_off.emit, notice))
            buttons.append(later)
        self._buttons += buttons
        urgent = notice.kind in _URGENT
        mark = QLabel("!" if urgent else "•")
        mark.setObjectName("care" if urgent else "dim")
        mark.setAlignment(Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignHCenter)
        mark.setFixedWidth(scaled(12))
        told = column(text, flow(*buttons, space=4), space=8)
        line = row(mark, told, space=8)
        line.setStretch(1, 1)
        made = QFrame()
        made.setObjectName("line")
        line.setContentsMargins(*margins(0, 12, 0, 0))
        made.setLayout(line)
        return made


class Bell(QPushButton):
    """Shows how much waits, and opens the panel.

    Signals: what a person chose to do. ``day_asked`` carries a ``date``, ``setting_asked`` the name of a setting
    or the key of a page of the settings.
    """

    connect_asked = Signal()
    sync_asked = Signal()
    refused_asked = Signal(object)
    day_asked = Signal(object)
    radar_asked = Signal()
    health_asked = Signal()
    timer_stop_asked = Signal()
    setting_asked = Signal(str)
    crash_asked = Signal()

    def __init__(self, board: NoticeBoard, theme: Theme, parent: QWidget | None = None) -> None:
        super().__init__(parent)
        self._board = board
        self._theme = theme
        self.setObjectName("flat")
        self.setAutoDefault(False)
        self.setCursor(Qt.CursorShape.PointingHandCursor)
        self.setIconSize(QSize(scaled(20), scaled(20)))
        self.setFixedSize(scaled(40), scaled(34))
        self._panel = NoticePanel(self)
        self._panel.acted.connect(self._act)
        self._panel.put_off.connect(board.put_off)
        self._panel.skipped.connect(board.skip)
        self._panel.closed.connect(self._closed)
        self.clicked.connect(self.open)
        board.changed.connect(self._show)
        theme.changed.connect(self._show)
        self._show()

    @property
    def panel(self) -> NoticePanel:
        """Return the panel, open or not."""
        return self._panel

    def open(self) -> None:
        """Open the panel below the bell, inside the screen."""
        self._board.refresh()
        self._panel.setLayoutDirection(self.layoutDirection())  # a window of its own does not take it over
        self._panel.show_notices(self._board.notices)
        self._panel.move(self._place(self._panel.size()))
        self._panel.show()
        self._panel.show_notices(self._board.notices)  # only what is shown takes the keyboard

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Open with Enter too: outside a dialogue, Qt leaves that key alone."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter, Qt.Key.Key_Down):
            self.open()
            return
        super().keyPressEvent(event)

    def paintEvent(self, event: QPaintEvent) -> None:
        """Paint the count over the corner."""
        super().paintEvent(event)
        count = len(self._board.notices)
        if not count:
            return
        t = self._theme.tokens
        text = str(count) if count < 10 else "9+"
        font = sized(self.font(), 10, weight=QFont.Weight.DemiBold)
        metrics = QFontMetrics(font)
        high = metrics.height() + 1
        wide = max(high, metrics.horizontalAdvance(text) + 8)
        left = 4 if self.layoutDirection() is Qt.LayoutDirection.RightToLeft else self.width() - wide - 4
        badge = QRect(left, 2, wide, high)
        painter = QPainter(self)
        painter.setRenderHint(QPainter.RenderHint.Antialiasing)
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor(t.panel))
        painter.drawRoundedRect(badge.adjusted(-2, -2, 2, 2), high / 2 + 2, high / 2 + 2)
        painter.setBrush(QColor(t.wrong))
        painter.drawRoundedRect(badge, high / 2, high / 2)
        painter.setPen(QColor(t.panel))
        painter.setFont(font)
        painter.drawText(badge, Qt.AlignmentFlag.AlignCenter, text)
        painter.end()

    def _show(self) -> None:
        count = len(self._board.notices)
        self.setAccessibleName(bell_name(count))
        self.setToolTip(bell_name(count) if count else tr("Nothing needs you."))
        self.setIcon(icon("bell", self._theme.tokens.text if count else self._theme.tokens.dim))
        self.update()
        if self._panel.isVisible():
            self._panel.show_notices(self._board.notices)

    def _place(self, size: QSize) -> QPoint:
        """Return where the panel goes: below, its outer edge at the bell's."""
        right = self.layoutDirection() is not Qt.LayoutDirection.RightToLeft
        corner = self.mapToGlobal(QPoint(self.width() - size.width() if right else 0, self.height() + 4))
        room = self.screen().availableGeometry()
        x = min(max(corner.x(), room.left() + 4), max(room.left(), room.right() - size.width() - 4))
        return QPoint(x, min(corner.y(), max(room.top(), room.bottom() - size.height() - 4)))

    def _act(self, notice: Notice) -> None:
        self._panel.close()
        match deed_of(notice):
            case Deed.CONNECT:
                self.connect_asked.emit()
            case Deed.SYNC:
                self.sync_asked.emit()
            case Deed.SHOW:
                self.refused_asked.emit(notice.since)
            case Deed.HEALTH:
                self.health_asked.emit()
            case Deed.DAY:
                self.day_asked.emit(notice.since)
            case Deed.RADAR:
                self.radar_asked.emit()
            case Deed.STOP_TIMER:
                self.timer_stop_asked.emit()
            case Deed.SETTING:
                self.setting_asked.emit(notice.about)
            case Deed.TEAM:
                self.setting_asked.emit("team")
            case Deed.CRASH:
                self.crash_asked.emit()
            case Deed.VERSION:
                open_page(str(notice.params["notes"]))

    def _closed(self) -> None:
        self.setFocus(Qt.FocusReason.PopupFocusReason)
