"""A small window with a chosen title, for a self-test to be seen by the recording. A process of its own.

Reads one JSON line ``{"title"}``, says ``{"shown": true}`` on stdout, and closes when stdin ends.
"""

from __future__ import annotations

import json
import sys

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QApplication, QLabel

from wisestep_desktop.shell.attendant import ParentWatch, say
from wisestep_desktop.shell.words import tr

_AGAIN = 500
"""Milliseconds after which a window that is not in front asks again to be."""


def main() -> int:
    """Show the window until stdin ends; return the exit status."""
    title = str(json.loads(sys.stdin.readline())["title"])
    application = QApplication(["WiseStep self-test"])
    application.setApplicationName("WiseStep self-test")
    application.setApplicationDisplayName("")  # or some systems would add it to the title
    window = QLabel(tr("WiseStep tests itself. This window closes by itself in a moment."))
    window.setTextFormat(Qt.TextFormat.PlainText)
    window.setAlignment(Qt.AlignmentFlag.AlignCenter)
    window.setMargin(24)
    window.setWindowTitle(title)
    window.show()

    def come_forward() -> None:
        if not window.isActiveWindow():
            window.raise_()
            window.activateWindow()

    again = QTimer(application)
    again.timeout.connect(come_forward)
    again.start(_AGAIN)
    watch = ParentWatch(sys.stdin, application)
    watch.left.connect(application.quit, Qt.ConnectionType.QueuedConnection)
    come_forward()
    say({"shown": True})
    status = application.exec()
    window.close()
    return status
