"""What every editor of a setting does."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wisestep_desktop.services.preferences import Preference

FIELD = 36
"""Pixels that a field is high, with a ring around it or without."""


class Editor(QWidget):
    """Shows a setting and tells what it shall be.

    Attributes:
        below: whether it takes the whole width, below the words.
        target: what takes the keyboard. No focus proxy: Qt's Tab goes in circles in a child that stands for its parent.
    """

    given = Signal(str)
    below = False
    target: QWidget

    def show_preference(self, standing: Preference) -> None:
        """Show a setting as it stands."""
        raise NotImplementedError

    def mark(self, *, wrong: bool) -> None:
        """Mark that what was put in is refused, or is not any more."""
