"""One application of the practice day: a real window whose title changes when told. Runs as a process of its own."""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import QObject, QRectF, QSocketNotifier, Qt
from PySide6.QtGui import QColor, QPainter, QPaintEvent
from PySide6.QtWidgets import QApplication, QWidget


class _Page(QWidget):
    """Looks like a document with something written in it."""

    def __init__(self) -> None:
        super().__init__()
        self.resize(900, 620)

    def paintEvent(self, _event: QPaintEvent) -> None:
        painter = QPainter(self)
        painter.fillRect(self.rect(), QColor("#dfe3e8"))
        page = QRectF(self.width() / 2 - 260, 40, 520, self.height() + 40)
        painter.fillRect(page, QColor("#ffffff"))
        painter.setPen(Qt.PenStyle.NoPen)
        painter.setBrush(QColor("#c9d0d8"))
        for number in range(18):
            width = 400 - (number * 61) % 160
            painter.drawRoundedRect(QRectF(page.left() + 60, page.top() + 60 + number * 26, width, 8), 4, 4)
        painter.end()


class _Stage(QObject):
    """Reads one JSON line a change from stdin and answers each with a line on stdout."""

    def __init__(self, page: _Page) -> None:
        super().__init__()
        self._page = page
        self._notifier = QSocketNotifier(sys.stdin.fileno(), QSocketNotifier.Type.Read, self)
        self._notifier.activated.connect(self._told)

    def _told(self) -> None:
        line = sys.stdin.readline()
        if not line:
            self._notifier.setEnabled(False)
            QApplication.quit()
            return
        self._page.setWindowTitle(json.loads(line)["title"])
        self._page.show()
        sys.stdout.write(json.dumps({"window": int(self._page.winId())}) + "\n")
        sys.stdout.flush()


def main(application_name: str) -> int:
    """Be an application of that name until stdin ends."""
    QApplication.setDesktopFileName("")
    application = QApplication([application_name])
    application.setApplicationName(application_name)
    application.setApplicationDisplayName("")
    application.setQuitOnLastWindowClosed(False)
    page = _Page()
    stage = _Stage(page)
    status = application.exec()
    del stage
    return status
