"""One quiet line above the list: the same was said three times, so may these words be one of the matter's names?"""

from __future__ import annotations

from collections.abc import Callable

from PySide6.QtWidgets import QWidget

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import learning
from wisestep_desktop.services.learning import Move, Offer
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.learned_words import matter_words, moves_words
from wisestep_desktop.shell.metrics import margins
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.widgets.parts import button, column, frame, row, words
from wisestep_desktop.shell.words import tr


class OfferNotice(QWidget):
    """Hidden while there is nothing to offer. Yes first shows what it would change, if anything."""

    def __init__(self, desk: Desk, tasks: Tasks, changed: Callable[[], None]) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._changed = changed
        self._offer: Offer | None = None
        self._shown_moves = False
        self._said = words("", wrap=True)
        self._yes = button(tr("Yes"))
        self._no = button(tr("No"), "flat", hint=tr("Not now"))
        self._never = button(tr("Never"), "flat", hint=tr("Never ask about these words and this matter again"))
        self._yes.clicked.connect(self._agreed)
        self._no.clicked.connect(self.put_away)
        self._never.clicked.connect(self._declined)
        line = row(self._said, self._yes, self._no, self._never, space=8)
        line.setStretch(0, 1)
        around = column(frame("offer", line, margins=(16, 8, 8, 8)))
        around.setContentsMargins(*margins(20, 12, 20, 0))
        self.setLayout(around)
        self.hide()

    def ask(self, offer: Offer) -> None:
        """Ask about a phrase; a newer question replaces an older one."""
        self._tasks.run(
            lambda: self._desk.store.read(lambda books: books.matters.matter(offer.matter)),
            lambda known: self._ask(offer, known),
            lambda _error: None,
        )

    def put_away(self) -> None:
        """Ask no more, for now."""
        self._offer = None
        self.hide()

    def _ask(self, offer: Offer, known: Matter | None) -> None:
        self._offer, self._shown_moves = offer, False
        self._said.setText(
            tr(
                "You said three times that “{text}” means {matter}. Treat it as one of its names from now on?",
                text=_short(offer.text),
                matter=matter_words(offer.matter, known),
            )
        )
        self._yes.setText(tr("Yes"))
        self._never.show()
        self.show()

    def _agreed(self) -> None:
        offer, desk = self._offer, self._desk
        if offer is None:
            return
        if self._shown_moves:
            self._add(offer)
            return
        now = desk.clock.read().wall
        self._tasks.run(
            lambda: desk.store.read(
                lambda books: learning.what_if(books, desk.recogniser, offer.text, offer.matter, now)
            ),
            lambda moves: self._weigh(offer, moves),
            self._failed,
        )

    def _weigh(self, offer: Offer, moves: tuple[Move, ...]) -> None:
        if offer != self._offer:
            return
        told = moves_words(moves, offer.matter)
        if not told:
            self._add(offer)
            return
        self._shown_moves = True
        self._said.setText(" ".join((tr("“{text}” becomes one of its names.", text=_short(offer.text)), *told)))
        self._yes.setText(tr("Do so"))
        self._never.hide()
        self._yes.setFocus()

    def _add(self, offer: Offer) -> None:
        desk = self._desk

        def job() -> None:
            now = desk.clock.read().wall
            desk.store.write(lambda books: learning.add_phrase(books, offer.text, offer.matter, now)).result()
            desk.recogniser.rematch(desk.store)

        self._tasks.run(job, lambda _done: self._settled(), self._failed)

    def _declined(self) -> None:
        offer, desk = self._offer, self._desk
        if offer is None:
            return

        def job(books: Books) -> None:
            learning.decline(books, offer)

        self._tasks.run(lambda: desk.store.write(job).result(), lambda _done: self.put_away(), self._failed)

    def _settled(self) -> None:
        self.put_away()
        self._changed()

    def _failed(self, error: WiseStepError) -> None:
        self._said.setText(explain(error))


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59].rstrip()}…"
