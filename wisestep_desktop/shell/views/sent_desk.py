"""What the timeline window does after "send": holds back, looks what Actionstep has, changes there, takes back."""

from __future__ import annotations

from collections.abc import Callable
from datetime import date

from PySide6.QtCore import QObject

from wisestep_desktop.core.entries import Entry
from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.core.instants import MINUTE
from wisestep_desktop.services import records, review
from wisestep_desktop.services.facts import ConnectionState
from wisestep_desktop.services.review import Wish
from wisestep_desktop.services.standings import DayRecords
from wisestep_desktop.shell import texts
from wisestep_desktop.shell.connection import ActionstepDesk
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.views.entry_panel import EntryPanel
from wisestep_desktop.shell.views.entry_parts import Subject

_LOOK_AGAIN = 5 * MINUTE


class SentDesk(QObject):
    """Sits between the entry panel and Actionstep; ``changed`` hears whenever the day may look different."""

    def __init__(
        self, desk: Desk, tasks: Tasks, actionstep: ActionstepDesk, panel: EntryPanel, changed: Callable[[], None]
    ) -> None:
        super().__init__(panel)
        self._desk = desk
        self._tasks = tasks
        self._actionstep = actionstep
        self._panel = panel
        self._changed = changed
        self._looking: date | None = None
        panel.amend_asked.connect(self._amend)
        panel.recall_asked.connect(self._recall)
        panel.withdraw_asked.connect(self._withdraw)

    def look(self, day: date, known: DayRecords, *, now: bool = False) -> None:
        """Ask what Actionstep has of a day, unless it was asked a moment ago or cannot be."""
        fresh = known.seen is not None and 0 <= self._desk.clock.read().wall - known.seen < _LOOK_AGAIN
        if self._looking == day or (fresh and not now) or self._actionstep.state.state is not ConnectionState.READY:
            return
        self._looking = day
        desk = self._desk
        self._tasks.run(
            lambda: records.look(desk.store, desk.clock, desk.practice(), day),
            self._looked,
            self._not_looked,
            network=True,
        )

    def _looked(self, _records: DayRecords) -> None:
        self._looking = None
        self._changed()

    def _not_looked(self, _error: WiseStepError) -> None:
        """Say nothing: what was known is still shown, and syncing or sending tell what is wrong."""
        self._looking = None

    def _amend(self, subject: Subject, wish: Wish, over_theirs: bool) -> None:  # noqa: FBT001  a Qt slot
        entry, desk = subject.entry, self._desk
        if entry is None:
            return
        self._tasks.run(
            lambda: records.amend(
                desk.store, desk.practice(), entry.id, wish, texts.summary_words(), over_theirs=over_theirs
            ),
            self._done,
            self._refused,
            network=True,
        )

    def _recall(self, subject: Subject, over_theirs: bool) -> None:  # noqa: FBT001  a Qt slot
        entry, desk = subject.entry, self._desk
        if entry is None:
            return
        self._tasks.run(
            lambda: records.recall(desk.store, desk.practice(), entry.id, over_theirs=over_theirs),
            self._done,
            self._refused,
            network=True,
        )

    def _withdraw(self, subject: Subject) -> None:
        entry, desk = subject.entry, self._desk
        if entry is None:
            return
        self._tasks.run(
            lambda: desk.store.write(lambda books: review.withdraw(books, entry.id)).result(),
            self._done,
            self._refused,
        )

    def _done(self, _entry: Entry) -> None:
        self._panel.finish_change()
        self._changed()

    def _refused(self, error: WiseStepError) -> None:
        self._panel.refuse(error.code, explain(error))
        self._changed()
