"""Sits between what shows a day and the store: does things to the day, takes them back, and does them again."""

from __future__ import annotations

from collections.abc import Callable, Iterable, Sequence
from typing import Any, Protocol, TypeVar

from PySide6.QtCore import QObject, Signal

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.core.ids import RowId, TitleId
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services.history import History
from wisestep_desktop.services.timeline import Day
from wisestep_desktop.shell.deed_words import Deed, done_words, redone_words, undone_words
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.words import tr

T = TypeVar("T")
Choice = Callable[[Day], Sequence[RowId]]


class DayView(Protocol):
    """What shows the day, as those see it who change something in it."""

    def follow(self, choose: Choice, then: Callable[[], None], *, in_sight: bool = False) -> None:
        """Read the day shown again, select rows in it, then go on; ``in_sight``: even if no filter shows them."""
        ...

    def refresh(self) -> None:
        """Read the day again soon."""
        ...

    def refused(self, error: WiseStepError) -> None:
        """Say why something was not done."""
        ...


class ReviewDesk(QObject):
    """Everything a person does to a day goes through here, so that everything can be taken back."""

    told = Signal(str, bool)
    """What was done, in words, and whether it can be taken back."""
    reverted = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, view: DayView, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._view = view
        self._history = History(desk.store, desk.recogniser)

    @property
    def history(self) -> History:
        """Return the steps so far."""
        return self._history

    def do(
        self,
        deed: Deed,
        job: Callable[[Books], T],
        then: Callable[[T], None] | None = None,
        *,
        failed: Callable[[WiseStepError], None] | None = None,
        taught: Iterable[TitleId] = (),
        among: Iterable[TitleId] = (),
    ) -> None:
        """Do something off the Qt thread; then go on with its result, or read the day again."""

        def done(result: T) -> None:
            self.told.emit(done_words(deed), True)  # noqa: FBT003  a Qt signal
            if then is None:
                self._view.refresh()
            else:
                then(result)

        self._tasks.run(
            lambda: self._history.do(deed, job, taught=taught, among=among), done, failed or self._view.refused
        )

    def undo(self) -> None:
        """Take the last step back."""
        self._tasks.run(self._history.undo, lambda name: self._moved(name, undone_words), self._not_moved)

    def redo(self) -> None:
        """Do the last step again that was taken back."""
        self._tasks.run(self._history.redo, lambda name: self._moved(name, redone_words), self._not_moved)

    def finally_(self, job: Callable[[Books], T], then: Callable[[], None]) -> None:
        """Do something that cannot be taken back, and forget the steps before it: they stood on what is gone."""

        def work() -> None:
            self._desk.store.write(job).result()
            self._history.forget()

        def done(_result: None) -> None:
            then()
            self._view.refresh()

        self._tasks.run(work, done, self._view.refused)

    def forget(self) -> None:
        """Remember no steps any more: what was forgotten or deleted for good must not come back."""
        self._tasks.run(self._history.forget, _nothing, _nothing)

    def _moved(self, name: str | None, said: Callable[[Deed], str]) -> None:
        if name is None:
            self.told.emit(tr("There is nothing to take back."), False)  # noqa: FBT003
            return
        self.told.emit(said(Deed(name)), False)  # noqa: FBT003
        self.reverted.emit()
        self._view.refresh()

    def _not_moved(self, error: WiseStepError) -> None:
        self._view.refused(error)


def _nothing(_result: Any) -> None:  # noqa: ANN401  whatever a task ends with
    """Do nothing."""
