"""Where words are made a matter's name: the words, the matter, and what that would change, before it is kept."""

from __future__ import annotations

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QLineEdit, QWidget

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.learning import Phrase
from wisestep_desktop.core.matter_search import MatterSearch
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import learned, learning
from wisestep_desktop.services.learning import LONGEST_PHRASE, Move
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.learned_words import move_line, moves_words
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.matter_picker import MatterPicker
from wisestep_desktop.shell.widgets.parts import button, column, words
from wisestep_desktop.shell.words import tr, trn

_PAUSE = 250
"""Milliseconds without a key before it is looked what a phrase would change."""

_MOST_LINES = 5


class PhraseForm(QWidget):
    """Adds a phrase or changes one; ``saved`` hears when that is done."""

    saved = Signal()

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._before: str | None = None
        self._text = QLineEdit()
        self._text.setPlaceholderText(tr("Words, such as “the wharf job”"))
        self._text.setAccessibleName(tr("Words that mean a matter"))
        self._text.setMaxLength(LONGEST_PHRASE)
        self._matter = MatterPicker(self)
        self._save = button(tr("Add"))
        self._save.clicked.connect(self._store)
        self._cancel = button(tr("Cancel"), "flat")
        self._cancel.clicked.connect(self.clear)
        self._change = words("", wrap=True)
        self._moves = words("", wrap=True, pixels=12, name="dim")
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PAUSE)
        self._wait.timeout.connect(self._weigh)
        self._text.textChanged.connect(self._edited)
        self._text.returnPressed.connect(self._save.click)
        self._matter.picked.connect(self._edited)
        self._matter.entered.connect(self._save.click)
        line = flow(self._text, words(tr("means"), name="dim"), self._matter, self._save, self._cancel)
        self.setLayout(column(line, self._change, self._moves, space=6))
        self.clear()

    def offer(self, search: MatterSearch) -> None:
        """Let these matters be chosen from."""
        self._matter.offer(search)

    def change(self, phrase: Phrase, known: Matter | None) -> None:
        """Take a phrase to be changed."""
        self.clear()
        self._before = phrase.text
        self._save.setText(tr("Save"))
        self._cancel.show()
        self._matter.choose(known)
        self._text.setText(phrase.text)
        self._text.setFocus()

    def clear(self) -> None:
        """Begin anew."""
        self._before = None
        self._matter.choose(None)
        self._text.clear()
        self._save.setText(tr("Add"))
        self._cancel.hide()
        self._tell("")
        self._edited()

    def _edited(self) -> None:
        ready = bool(self._text.text().strip()) and self._matter.matter is not None
        self._save.setEnabled(ready)
        self._tell("")
        if ready:
            self._wait.start()
        else:
            self._wait.stop()

    def _weigh(self) -> None:
        """Show what would change, before it does."""
        text, matter, desk = self._text.text().strip(), self._matter.matter, self._desk
        if not text or matter is None:
            return
        now = desk.clock.read().wall
        self._tasks.run(
            lambda: desk.store.read(lambda books: learning.what_if(books, desk.recogniser, text, matter, now)),
            lambda moves: self._weighed(text, matter, moves),
            lambda error: self._tell(explain(error), "care"),
        )

    def _weighed(self, text: str, matter: MatterId, moves: tuple[Move, ...]) -> None:
        if (text, matter) != (self._text.text().strip(), self._matter.matter):
            return
        told = moves_words(moves, matter)
        self._tell(" ".join(told) or tr("It changes nothing in the past 90 days."), "" if told else "dim")
        lines = [f"•  {move_line(each)}" for each in moves[:_MOST_LINES]]
        if len(moves) > _MOST_LINES:
            more = len(moves) - _MOST_LINES
            lines.append(trn("and {count} more", "and {count} more", more))
        self._moves.setText("\n".join(lines))
        self._moves.setVisible(bool(lines))

    def _store(self) -> None:
        text, matter, desk, before = self._text.text(), self._matter.matter, self._desk, self._before
        if matter is None or not self._save.isEnabled():
            return
        now = desk.clock.read().wall

        def write(books: Books) -> Phrase:
            if before is None:
                return learning.add_phrase(books, text, matter, now)
            return learned.change_phrase(books, before, text, matter, now)

        def job() -> None:
            desk.store.write(write).result()
            desk.recogniser.rematch(desk.store)

        self._save.setEnabled(False)
        self._tasks.run(job, lambda _done: self._stored(), self._failed)

    def _stored(self) -> None:
        self.clear()
        self.saved.emit()

    def _failed(self, error: WiseStepError) -> None:
        self._save.setEnabled(True)
        self._tell(explain(error), "care")

    def _tell(self, text: str, name: str = "dim") -> None:
        self._moves.hide()
        self._change.setText(text)
        self._change.setObjectName(name)
        self._change.style().polish(self._change)
        self._change.setVisible(bool(text))
