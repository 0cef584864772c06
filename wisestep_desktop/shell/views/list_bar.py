"""What stands above the list: filters that stay, the order, and the button for more time; and what is searched for."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QButtonGroup, QComboBox, QLineEdit, QWidget

from wisestep_desktop.shell.metrics import margins
from wisestep_desktop.shell.models.day_items import Arrangement, Filter
from wisestep_desktop.shell.views.day_parts import ALWAYS, arrangements, filters
from wisestep_desktop.shell.widgets.flow import Flow
from wisestep_desktop.shell.widgets.parts import button
from wisestep_desktop.shell.words import tr


class ListBar(QWidget):
    """Pills for the filters; those that would show nothing and are rarely wanted are left out."""

    narrowed = Signal()
    arranged = Signal(object)
    add_asked = Signal()

    def __init__(self, parent: QWidget, search: QLineEdit) -> None:
        super().__init__(parent)
        self._search = search
        self._filters = QButtonGroup(self)
        self._order = QComboBox()
        self._order.setObjectName("quiet")
        self._order.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToContents)
        self._order.setAccessibleName(tr("Order of the list"))
        for arrangement, text in arrangements():
            self._order.addItem(text, arrangement)
        self._add = button(tr("+ Add time"), "quiet", hint=tr("Write down time that no window saw. Keys: Ctrl+N"))
        self._add.clicked.connect(self.add_asked)
        layout = Flow(self, space=2)
        layout.setContentsMargins(*margins(20, 12, 20, 6))
        for number, (_, text) in enumerate(filters()):
            pill = button(text, "pill")
            pill.setCheckable(True)
            pill.setChecked(not number)
            self._filters.addButton(pill, number)
            layout.addWidget(pill)
        layout.add_gap()
        layout.addWidget(self._order)
        layout.addWidget(self._add)
        self._search.textChanged.connect(self.narrowed)
        self._filters.idToggled.connect(self._toggled)
        self._order.currentIndexChanged.connect(lambda _number: self.arranged.emit(self.arrangement))

    @property
    def filter(self) -> Filter:
        """Return the filter chosen."""
        return filters()[max(0, self._filters.checkedId())][0]

    @property
    def text(self) -> str:
        """Return what is searched for."""
        return self._search.text()

    @property
    def arrangement(self) -> Arrangement:
        """Return the order chosen."""
        return Arrangement(self._order.currentData())

    @property
    def narrow(self) -> bool:
        """Tell whether not everything is shown."""
        return bool(self.text) or self.filter is not Filter.ALL

    def begin(self, wanted: Filter, arrangement: Arrangement) -> None:
        """Show what was chosen last time."""
        with QSignalBlocker(self._filters), QSignalBlocker(self._order):
            self._order.setCurrentIndex(self._order.findData(arrangement))
        self.choose(wanted)
        self.arranged.emit(arrangement)

    def choose(self, wanted: Filter) -> None:
        """Choose a filter."""
        number = next(number for number, (each, _) in enumerate(filters()) if each is wanted)
        self._filters.button(number).setChecked(True)

    def press(self, number: int) -> None:
        """Choose a filter by its number, from 1."""
        if 0 < number <= len(filters()):
            self._filters.button(number - 1).click()

    def clear_search(self) -> None:
        """Search for nothing."""
        self._search.clear()

    def focus_search(self) -> None:
        """Put the keyboard on the search."""
        self._search.setFocus()
        self._search.selectAll()

    def show_counts(self, count: Callable[[Filter], int]) -> None:
        """Show how many rows each filter would show."""
        for number, (wanted, text) in enumerate(filters()):
            found = count(wanted)
            pill = self._filters.button(number)
            pill.setText(text if wanted is Filter.ALL or not found else f"{text} {found}")
            pill.setVisible(wanted in ALWAYS or bool(found) or pill.isChecked())

    def _toggled(self, _number: int, on: bool) -> None:  # noqa: FBT001  a Qt slot
        if on:
            self.narrowed.emit()
