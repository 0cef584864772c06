"""Searching all days while the day shown is narrowed at once: what is found elsewhere is listed below it."""

from __future__ import annotations

from PySide6.QtCore import QObject, QTimer, Signal

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.services.searching import Found, find
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.models.day import DayModel
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.views.row_choice import RowChoice

_STILL = 120
"""Milliseconds without a key after which other days are searched too."""
_SHORTEST = 2
"""Characters; one letter is in everything."""


class DaySearch(QObject):
    """An answer that comes after something else was typed is dropped."""

    found = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, model: DayModel, choice: RowChoice) -> None:
        super().__init__(model)
        self._desk = desk
        self._tasks = tasks
        self._model = model
        self._choice = choice
        self._text = ""
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_STILL)
        self._timer.timeout.connect(self._search)

    def look_for(self, text: str) -> None:
        """Search for a text once nothing more is typed; nothing is found of no text, at once."""
        if text == self._text:
            return
        self._text = text
        self._timer.start()
        if not text:
            self._show(text, ())

    def _search(self) -> None:
        text, zone = self._text, self._desk.clock.zone()
        if len(text.strip()) < _SHORTEST:
            self._show(text, ())
            return
        self._tasks.run(
            lambda: self._desk.store.read(lambda books: find(books, text, zone)),
            lambda hits: self._show(text, hits),
            self._failed,
        )

    def _show(self, text: str, hits: tuple[Found, ...]) -> None:
        if text == self._text:
            chosen = [each.row.id for each in self._choice.rows()]
            self._model.show_hits(hits)
            if chosen:
                self._choice.select(chosen)  # the list was rebuilt
            self.found.emit()

    def _failed(self, _error: WiseStepError) -> None:
        """Show nothing: whoever reads the day says what is wrong with the store."""
        self._show(self._text, ())
