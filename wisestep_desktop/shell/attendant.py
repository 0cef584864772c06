"""Stands beside a program that a self-test started: tells on stdout how it goes, and ends it when stdin ends.

One JSON object a line: ``{"ready": true}`` once the loop runs, ``{"recording": true}`` or ``{"trouble": code}``,
``{"opened": text}`` for what a second start handed over. The other side owns the pipe, so that nothing is left running
when it dies; and ending so works on every system, where only some have a signal for it.
"""

from __future__ import annotations

import json
import os
import sys
import threading
from collections.abc import Callable
from io import UnsupportedOperation
from typing import Any, TextIO

from PySide6.QtCore import QCoreApplication, QObject, Qt, QTimer, Signal, Slot

from wisestep_desktop.shell.instance import Instance
from wisestep_desktop.shell.recording import Recording

_OFTEN = 100
"""Milliseconds between two looks whether recording has begun: it is told to nobody while no window follows the day."""


class ParentWatch(QObject):
    """Tells when the process at the other end of stdin is gone, or wants no more."""

    left = Signal()

    def __init__(self, stdin: TextIO, parent: QObject | None = None) -> None:
        super().__init__(parent)
        self._source = _descriptor(stdin)
        threading.Thread(target=self._wait, name="parent", daemon=True).start()

    def _wait(self) -> None:
        """Block on a thread of its own, which ends with the process; reads below any buffer and its lock."""
        try:
            while self._source is not None and os.read(self._source, 4_096):
                pass
        except OSError:
            pass
        self.left.emit()


class Attendant(QObject):
    """Says each thing once."""

    def __init__(self, recording: Recording, instance: Instance, say: Callable[[dict[str, Any]], None]) -> None:
        super().__init__()
        self._recording = recording
        self._say = say
        self._told: set[str] = set()
        instance.opened.connect(self._opened)
        self._often = QTimer(self)
        self._often.timeout.connect(self._look)
        QTimer.singleShot(0, self._ready)

    @Slot()
    def _ready(self) -> None:
        self._say({"ready": True})
        self._often.start(_OFTEN)
        self._look()

    @Slot()
    def _look(self) -> None:
        if self._recording.running:
            self._often.stop()
            self._tell_once({"recording": True})
        elif self._recording.trouble is not None:
            self._tell_once({"trouble": self._recording.trouble.code})

    @Slot(str)
    def _opened(self, text: str) -> None:
        self._say({"opened": text})

    def _tell_once(self, news: dict[str, Any]) -> None:
        line = json.dumps(news)
        if line not in self._told:
            self._told.add(line)
            self._say(news)


def attend(recording: Recording, instance: Instance) -> QObject:
    """Return who tells the process that started this one how it goes."""
    made = Attendant(recording, instance, say)
    watch = ParentWatch(sys.stdin, made)
    application = QCoreApplication.instance()
    if application is not None:
        watch.left.connect(application.quit, Qt.ConnectionType.QueuedConnection)
    return made


def say(news: dict[str, Any]) -> None:
    """Write one line; whoever is gone needs none."""
    try:
        sys.stdout.write(json.dumps(news) + "\n")
        sys.stdout.flush()
    except (OSError, AttributeError):
        pass


def _descriptor(stdin: TextIO | None) -> int | None:
    """Return what to watch; where nothing was handed over, it has ended already."""
    try:
        return None if stdin is None else stdin.fileno()
    except (OSError, UnsupportedOperation, ValueError):
        return None
