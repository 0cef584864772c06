"""A field for a time of day, written as this person's region does."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QTimeEdit

from wisestep_desktop.shell.habits import time_pattern
from wisestep_desktop.shell.metrics import scaled


class TimeField(QTimeEdit):
    """Reads from left to right in every language: Qt would turn 16:55 around.

    Args:
        name: what a screen reader calls it.
        seconds: whether they are told.
    """

    def __init__(self, name: str, *, seconds: bool = False) -> None:
        super().__init__()
        self.setAccessibleName(name)
        self.setLayoutDirection(Qt.LayoutDirection.LeftToRight)
        self.setDisplayFormat(time_pattern(seconds=seconds))
        # A style sheet's padding does not reach the line inside a field with steps, whose steps are hidden.
        self.lineEdit().setTextMargins(scaled(8), 0, scaled(8), 0)
