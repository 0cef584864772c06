"""The settings window: a search, the list of pages, and the page. It knows no page, only that there are some."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QFont, QKeyEvent, QKeySequence, QResizeEvent, QShortcut, QShowEvent
from PySide6.QtWidgets import QComboBox, QDialog, QLineEdit, QListWidget, QListWidgetItem, QStackedWidget, QWidget

from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.views.settings.page import ORDER, SettingsPage
from wisestep_desktop.shell.views.settings.results import Results
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import column, frame, row, words
from wisestep_desktop.shell.widgets.reading_order import follow_reading
from wisestep_desktop.shell.words import tr

_LIST = 210
_NARROW = 900
"""Pixels below which the list of pages becomes a drop-down above the page."""


class SettingsWindow(QDialog):
    """Never modal. What is changed on a page applies at once, so there is no button to confirm.

    Args:
        pages: in any order; they are listed by their keys as ``ORDER`` says.
        parent: the main window.
    """

    def __init__(self, pages: Sequence[SettingsPage], parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("WiseStep: settings"))
        self.resize(1080, 760)
        self.setMinimumSize(560, 420)
        known = {key: place for place, key in enumerate(ORDER)}
        self.pages = tuple(sorted(pages, key=lambda page: known.get(page.key, len(ORDER))))
        self._before = 0
        self._make_parts()
        self._lay_out()
        self._wire()
        follow_reading(self)
        self.list.setCurrentRow(0)

    def open_at(self, wanted: str) -> None:
        """Show a page by its key, or something on a page by its name, such as a setting's; else what was shown."""
        self.search.clear()
        for number, page in enumerate(self.pages):
            if page.key == wanted:
                self.list.setCurrentRow(number)
                return
        for number, page in enumerate(self.pages):
            if any(find.name == wanted for find in page.finds()):
                self.list.setCurrentRow(number)
                page.reveal(wanted)
                return

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is so now."""
        super().showEvent(event)
        self._current().refresh()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """List the pages beside the page, or above it."""
        super().resizeEvent(event)
        narrow = self.width() < scaled(_NARROW)
        self._side.setVisible(not narrow)
        self._above.setVisible(narrow)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """End a search with Escape, then close."""
        if event.key() == Qt.Key.Key_Escape and self.search.text():
            self.search.clear()
            return
        if event.key() == Qt.Key.Key_Down and self.search.hasFocus() and self.search.text():
            self._results.focus_first()
            return
        super().keyPressEvent(event)

    def _make_parts(self) -> None:
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search settings"))
        self.search.setAccessibleName(tr("Search settings"))
        self.search.setClearButtonEnabled(True)
        self.search.setMinimumWidth(scaled(180))
        self.search.setMaximumWidth(scaled(260))
        self.search.setFixedHeight(scaled(36))  # the ring of the keyboard would move everything below
        self.list = QListWidget()
        self.list.setObjectName("places")
        self.list.setAccessibleName(tr("Pages"))
        self.list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self.list.setFixedWidth(scaled(_LIST))
        self._drop = QComboBox()
        self._drop.setAccessibleName(tr("Page"))
        self._stack = QStackedWidget()
        for page in self.pages:
            self.list.addItem(QListWidgetItem(page.title))
            self._drop.addItem(page.title)
            self._stack.addWidget(page)
        self._results = Results()
        self._stack.addWidget(self._results)

    def _lay_out(self) -> None:
        head = frame("bar", flow(words(tr("Settings"), pixels=17, strong=True), 1, self.search), margins=(20, 9, 20, 9))
        head.setProperty("edge", "bottom")
        self._side = frame("side", column(self.list, space=0), margins=(0, 12, 0, 12))
        self._above = frame("bar", row(self._drop, 1), margins=(20, 8, 20, 8))
        self._above.setProperty("edge", "bottom")
        self._above.hide()
        right = QWidget()
        inside = column(self._above, self._stack, space=0)
        inside.setStretch(1, 1)
        right.setLayout(inside)
        body = row(self._side, right, space=0)
        body.setStretch(1, 1)
        whole = column(head, body, space=0)
        whole.setStretch(1, 1)
        self.setLayout(whole)

    def _wire(self) -> None:
        self.list.currentRowChanged.connect(self._show)
        self.list.itemClicked.connect(lambda _item: self.search.clear())
        self._drop.activated.connect(self._chose)
        self.search.textChanged.connect(self._search)
        self.search.returnPressed.connect(self._results.open_first)
        self._results.opened.connect(self._found)
        self._find = QShortcut(QKeySequence(QKeySequence.StandardKey.Find), self)
        self._find.activated.connect(self.search.setFocus)

    def _current(self) -> SettingsPage:
        return self.pages[max(0, self.list.currentRow())]

    def _chose(self, number: int) -> None:
        self.search.clear()
        self.list.setCurrentRow(number)

    def _show(self, number: int) -> None:
        """Show a page; its name in the list is strong."""
        for place in range(self.list.count()):
            item = self.list.item(place)
            font = QFont(self.list.font())
            font.setWeight(QFont.Weight.DemiBold if place == number else QFont.Weight.Normal)
            item.setFont(font)
        with QSignalBlocker(self._drop):
            self._drop.setCurrentIndex(number)
        self._stack.setCurrentIndex(number)
        if self.isVisible():
            self.pages[number].refresh()

    def _search(self, text: str) -> None:
        chosen = self.list.item(max(0, self.list.currentRow()))
        chosen.setSelected(not text.strip())  # what was found is on no page
        if not text.strip():
            self._stack.setCurrentWidget(self._current())
            return
        self._results.show_finds(text, [(page, find) for page in self.pages for find in page.finds()])
        self._stack.setCurrentWidget(self._results)

    def _found(self, page: SettingsPage, name: str) -> None:
        self.search.clear()
        self.list.setCurrentRow(self.pages.index(page))
        page.reveal(name)
