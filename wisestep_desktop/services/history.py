"""What a person did since the program began, to be taken back and done again. Lives in memory; the timeline is kept."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass
from typing import TypeVar

from wisestep_desktop.core.ids import TitleId
from wisestep_desktop.ports.store import Books, Edit, Store
from wisestep_desktop.services import learned
from wisestep_desktop.services.matching import Recogniser

T = TypeVar("T")

MOST = 200
"""Steps that are remembered; each holds what it changed, narratives included."""


@dataclass(frozen=True, slots=True)
class Step:
    """One thing a person did.

    Attributes:
        name: a code; the shell has words for it.
        edit: what it changed.
        taught: titles whose lessons it changed, if it taught something.
        among: titles that may have to be read again then.
    """

    name: str
    edit: Edit
    taught: frozenset[TitleId] = frozenset()
    among: frozenset[TitleId] = frozenset()


class History:
    """Steps back and forth. For one thread at a time, but the names may be read from any.

    Args:
        store: whose edits these are.
        recogniser: reads titles again where a step that taught something is taken back.
    """

    def __init__(self, store: Store, recogniser: Recogniser) -> None:
        self._store = store
        self._recogniser = recogniser
        self._done: list[Step] = []
        self._undone: list[Step] = []

    @property
    def undoable(self) -> str | None:
        """Return the name of what ``undo`` would take back."""
        return self._done[-1].name if self._done else None

    @property
    def redoable(self) -> str | None:
        """Return the name of what ``redo`` would do again."""
        return self._undone[-1].name if self._undone else None

    def do(
        self,
        name: str,
        job: Callable[[Books], T],
        *,
        taught: Iterable[TitleId] = (),
        among: Iterable[TitleId] = (),
    ) -> T:
        """Run a job in a transaction of its own and remember what it changed; one that changed nothing is no step.

        Raises:
            WiseStepError: whatever the job raises; then nothing was changed.
        """
        result, edit = self._store.edit(job).result()
        if edit:
            self._done = [*self._done[-MOST + 1 :], Step(name, edit, frozenset(taught), frozenset(among))]
            self._undone = []
        return result

    def undo(self) -> str | None:
        """Take the last step back; return its name, or None if there is none.

        Raises:
            BadInput: ``edit.overtaken`` if something else changed the same since; then that step, and all before it
                that it stood on, cannot be taken back any more, and nothing was changed.
        """
        return self._move(self._done, self._undone)

    def redo(self) -> str | None:
        """Do the step again that was taken back last; return its name, or None if there is none.

        Raises:
            BadInput: as ``undo``.
        """
        return self._move(self._undone, self._done)

    def forget(self) -> None:
        """Remember nothing any more: what was forgotten must not come back."""
        self._done, self._undone = [], []

    def _move(self, from_: list[Step], onto: list[Step]) -> str | None:
        if not from_:
            return None
        step = from_.pop()
        inverse = self._store.revert(step.edit).result()
        onto.append(Step(step.name, inverse, step.taught, step.among))
        if step.edit.teaches and step.taught:
            self._store.write(lambda books: self._read_again(books, step)).result()
        return step.name

    def _read_again(self, books: Books, step: Step) -> None:
        """Read the titles that the step taught, and those like them, by what is known now."""
        self._recogniser.read_again(books, sorted(step.taught))
        learned.spread(books, self._recogniser, step.taught, step.among)
