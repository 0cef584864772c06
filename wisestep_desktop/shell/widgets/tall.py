"""A page that is as high as its window, and scrolls where the window is lower than the page can be."""

from __future__ import annotations

from PySide6.QtCore import QEvent, QObject, Qt
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QApplication, QFrame, QLayout, QScrollArea, QWidget

from wisestep_desktop.shell.metrics import scaled


class Tall(QScrollArea):
    """Gives a page the least height its layout can live with.

    Qt's own resizable scroll area asks for the height a page would like, so that pages with lists of their own would
    scroll although they need not.
    """

    def __init__(self, page: QWidget) -> None:
        super().__init__()
        self._page = page
        self.setFrameShape(QFrame.Shape.NoFrame)
        self.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.setFocusPolicy(Qt.FocusPolicy.NoFocus)
        self.setWidget(page)
        page.installEventFilter(self)
        application = QApplication.instance()
        if isinstance(application, QApplication):
            application.focusChanged.connect(self._follow)

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Fit the page anew."""
        super().resizeEvent(event)
        self._fit()

    def eventFilter(self, watched: QObject, event: QEvent) -> bool:
        """Fit the page anew when something in it grew or went."""
        if watched is self._page and event.type() is QEvent.Type.LayoutRequest:
            self._fit()
        return super().eventFilter(watched, event)

    def _follow(self, _before: QWidget | None, now: QWidget | None) -> None:
        """Show what has the keyboard."""
        if now is not None and self._page.isAncestorOf(now):
            self.ensureWidgetVisible(now, 0, scaled(8))

    def _fit(self) -> None:
        layout, room = self._page.layout(), self.maximumViewportSize()
        if layout is None:
            return
        least = _least(layout, room.width())
        if least > room.height():  # then the bar takes some of the width
            room.setWidth(room.width() - self.verticalScrollBar().sizeHint().width())
            least = _least(layout, room.width())
        self._page.resize(room.width(), max(room.height(), least))


def _least(layout: QLayout, width: int) -> int:
    return layout.minimumHeightForWidth(width) if layout.hasHeightForWidth() else layout.minimumSize().height()
