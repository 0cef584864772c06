"""What stands beside the list: the day as a whole, an entry, the form for more time, or the form for parting it."""

from __future__ import annotations

from PySide6.QtCore import QSize, Signal
from PySide6.QtWidgets import QStackedWidget, QWidget

from wisestep_desktop.core.lists import Lists
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.views.add_time import AddTime
from wisestep_desktop.shell.views.day_panel import DayPanel
from wisestep_desktop.shell.views.entry_panel import EntryPanel
from wisestep_desktop.shell.views.entry_parts import Subject, focused
from wisestep_desktop.shell.views.split_form import SplitForm
from wisestep_desktop.shell.widgets.parts import scroller

_MOST = 480
"""Pixels that the panel asks for at most, however large the text: the list needs room too."""


class Side(QStackedWidget):
    """Shows one of them; a form that is open gives way to whatever is selected next."""

    left = Signal()
    """A form was closed that had the keyboard."""

    def __init__(self, parent: QWidget, lists: Lists) -> None:
        super().__init__(parent)
        self._areas: dict[QWidget, QWidget] = {}
        self.day = DayPanel(self)
        self.entry = EntryPanel(self)
        self.add = AddTime(self)
        self.split = SplitForm(self, lists)
        for page in (self.day, self.entry, self.add, self.split):
            self._areas[page] = page if page is self.entry else scroller(page)  # an entry scrolls by itself
            self.addWidget(self._areas[page])
        self.setMinimumWidth(min(scaled(392), _MOST))
        self.add.closed.connect(self.close_form)
        self.split.closed.connect(self.close_form)

    def hasHeightForWidth(self) -> bool:
        """Ask for no height: whatever is shown scrolls by itself."""
        return False

    def minimumSizeHint(self) -> QSize:
        """Return what is needed to read a line or two of it."""
        return QSize(self.minimumWidth(), scaled(180))

    def currentWidget(self) -> QWidget:
        """Return what is shown, without what it scrolls in."""
        shown = super().currentWidget()
        return next(page for page, area in self._areas.items() if area is shown)

    def setCurrentWidget(self, page: QWidget) -> None:
        """Show one of them."""
        super().setCurrentWidget(self._areas[page])

    def show_subject(self, subject: Subject | None, *, again: bool) -> None:
        """Show an entry, or the day where nothing is selected; ``again``: what is shown is only read anew."""
        self.entry.show_subject(subject)
        if not (again and self.currentWidget() in (self.add, self.split)):
            self._show_selection()

    def close_form(self) -> None:
        """Show what the selection is about; who was in a form goes back to the list."""
        was_in = any(form.isAncestorOf(focused(self)) for form in (self.add, self.split))
        self._show_selection()
        if was_in:
            self.left.emit()

    def _show_selection(self) -> None:
        self.setCurrentWidget(self.day if self.entry.subject is None else self.entry)
