"""A row of pills of which one is chosen."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QPushButton, QWidget

from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.widgets.parts import button


class Pills(QWidget):
    """Tells what is chosen; only a person's choice is told, not one that was set.

    Args:
        names: what each is called, in order.
        about: what they are a choice of, for screen readers.
    """

    chosen = Signal(object)

    def __init__(self, names: Mapping[object, str], about: str) -> None:
        super().__init__()
        self.setAccessibleName(about)
        self._values = tuple(names)
        self._group = QButtonGroup(self)
        line = QHBoxLayout(self)
        line.setContentsMargins(0, 0, 0, 0)
        line.setSpacing(scaled(4))
        for number, name in enumerate(names.values()):
            pill = button(name, "pill")
            pill.setCheckable(True)
            self._group.addButton(pill, number)
            line.addWidget(pill)
        self._group.idClicked.connect(lambda number: self.chosen.emit(self._values[number]))

    def choose(self, value: object) -> None:
        """Show one as chosen."""
        self.pill(value).setChecked(True)

    def pill(self, value: object) -> QPushButton:
        """Return the pill of a value."""
        found = self._group.button(self._values.index(value))
        assert isinstance(found, QPushButton)  # noqa: S101  only such are in the group
        return found
