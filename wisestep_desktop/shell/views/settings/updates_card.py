"""Whether there is a later version: what is known, a look on request, and ways to the pages that tell more."""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.core.instants import local_date
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.services import updates
from wisestep_desktop.services.updates import Standing
from wisestep_desktop.shell.browsing import open_page
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.habits import day_and_month
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.update_words import details, headline
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button, column, words
from wisestep_desktop.shell.words import tr


class UpdatesLine(QWidget):
    """Reads what is kept when it is looked at; asks somebody only when “Check now” is pressed.

    Args:
        changed: hears that the bell may have something else to say.
    """

    def __init__(self, desk: Desk, tasks: Tasks, changed: Callable[[], None]) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._changed = changed
        self._standing: Standing | None = None
        self._head = words(tr("Reading…"), strong=True, wrap=True)
        self._told = words("", name="dim", wrap=True)
        self.check = button(tr("Check now"), hint=tr("Check now whether there is a newer version"))
        self.notes = button(tr("See what it brings"))
        self.page = button(tr("Open the download page"))
        self.skip = button(tr("Skip this version"), "quiet")
        self.check.clicked.connect(self._check)
        self.notes.clicked.connect(lambda: self._open(notes=True))
        self.page.clicked.connect(lambda: self._open(notes=False))
        self.skip.clicked.connect(self._skip)
        self._buttons = QWidget()
        self._buttons.setLayout(flow(self.check, self.notes, self.page, self.skip))
        self.setLayout(column(column(self._head, self._told, space=4), self._buttons, space=12))
        self._buttons.hide()

    def refresh(self) -> None:
        """Read what is known; nobody is asked."""
        desk = self._desk

        def read() -> Standing:
            return desk.store.read(lambda books: updates.standing(books, desk.version, desk.system))

        self._tasks.run(read, self._show, self._failed)

    def _check(self) -> None:
        made = self._desk.updates
        self.check.setEnabled(False)
        self._head.setText(tr("Checking…"))
        self._tasks.run(lambda: updates.check(made()), self._checked, self._failed, network=True)

    def _checked(self, standing: Standing) -> None:
        self._show(standing)
        self._changed()

    def _skip(self) -> None:
        later = None if self._standing is None else self._standing.later
        if later is not None:
            store, version = self._desk.store, later.version
            self._tasks.run(
                lambda: store.write(lambda books: updates.skip(books, version)).result(), self._skipped, self._failed
            )

    def _skipped(self, _done: None) -> None:
        self.refresh()
        self._changed()

    def _show(self, standing: Standing) -> None:
        self._standing = standing
        self._head.setText(headline(standing))
        self._told.setText(" ".join(details(standing, self._day, lambda day: day_and_month(day, year=True))))
        self.check.setEnabled(True)
        self.check.setVisible(bool(standing.address) and standing.has_key and not standing.silenced)
        there = standing.later is not None and not standing.silenced
        self.notes.setVisible(there and bool(standing.later and standing.later.notes))
        self.page.setVisible(there)
        self.skip.setVisible(there and not standing.skipped)
        self._buttons.setVisible(not self.check.isHidden() or there)

    def _open(self, *, notes: bool) -> None:
        later = None if self._standing is None else self._standing.later
        if later is not None:
            open_page(later.notes if notes else later.systems[self._desk.system].page)

    def _day(self, at: Instant) -> str:
        return day_and_month(local_date(at, self._desk.clock.zone()), year=True)

    def _failed(self, error: WiseStepError) -> None:
        self.check.setEnabled(True)
        self._head.setText(tr("Not checked"))
        self._told.setText(explain(error))
