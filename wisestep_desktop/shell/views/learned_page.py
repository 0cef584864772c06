"""What WiseStep has learned, all of it: to be read, searched, changed, taken back and carried away."""

from __future__ import annotations

import json
from collections.abc import Callable
from pathlib import Path
from typing import TypeVar

from PySide6.QtCore import Qt
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QLineEdit, QMessageBox, QVBoxLayout, QWidget

from wisestep_desktop.core.errors import BadInput, WiseStepError
from wisestep_desktop.core.learning import Lesson, Phrase
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import learned
from wisestep_desktop.services.learned import Everything
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.discretion import Discretion
from wisestep_desktop.shell.learned_words import learned_shape
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.views.day_parts import Stock
from wisestep_desktop.shell.views.entry_parts import Catalogue
from wisestep_desktop.shell.views.learned_lists import LessonList, PhraseList
from wisestep_desktop.shell.views.phrase_form import PhraseForm
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button, column, fill_scrolling, frame, row, words
from wisestep_desktop.shell.words import tr

T = TypeVar("T")


class LearnedPage(QWidget):
    """Two cards: the names that were given, and what corrections taught.

    Args:
        desk: with the store and the recogniser.
        tasks: for everything that is read or written.
        discretion: while names are hidden, they are hidden here too.
        changed: hears whenever rows may mean another matter than before.
        pixels: how large the heading is; smaller where the page is a part of another one.
    """

    def __init__(
        self, desk: Desk, tasks: Tasks, discretion: Discretion, changed: Callable[[], None], *, pixels: int = 17
    ) -> None:
        super().__init__()
        self._heading = words(tr("What WiseStep has learned"), pixels=pixels, strong=True)
        self._desk = desk
        self._tasks = tasks
        self._discretion = discretion
        self._changed = changed
        self._stock = Stock()
        self._found = Everything((), (), {})
        self._make_parts()
        self._lay_out()
        discretion.changed.connect(self._show)
        self.refresh()

    def refresh(self) -> None:
        """Read everything again."""

        def read(books: Books) -> tuple[Everything, Catalogue]:
            return learned.everything(books), self._stock.catalogue(books)

        self._tasks.run(lambda: self._desk.store.read(read), self._take, self._failed)

    def export_to(self, file: Path) -> None:
        """Write everything into a file that only this person can read."""
        found, zone = self._found, self._desk.clock.zone()

        def write() -> None:
            shape = learned_shape(found, zone)
            try:
                file.touch(mode=0o600)
                file.write_text(json.dumps(shape, indent=2, ensure_ascii=False) + "\n", "utf-8")
            except OSError as error:
                raise BadInput("learned.not_written", file=str(file), reason=error.strerror or "") from error

        self._tasks.run(write, lambda _done: self._say(tr("Exported to {file}.", file=file.name)), self._failed)

    def ask_to_forget_all(self) -> QMessageBox:
        """Ask whether everything that corrections taught is to be forgotten."""
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(tr("Forget"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(tr("Forget everything that your corrections taught?"))
        box.setInformativeText(
            tr("The names you gave stay, and so does every matter you put on a row. Suggestions start afresh.")
        )
        box.addButton(tr("Forget all"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(tr("Keep it"), QMessageBox.ButtonRole.RejectRole))
        box.accepted.connect(self._forget_all)
        box.open()
        return box

    def _make_parts(self) -> None:
        self._search = QLineEdit()
        self._search.setPlaceholderText(tr("Search what was learned"))
        self._search.setAccessibleName(tr("Search what was learned"))
        self._search.setClearButtonEnabled(True)
        self._search.setMinimumWidth(scaled(240))
        self._search.setMaximumWidth(scaled(320))
        self._search.textChanged.connect(self._show)
        self._export = button(tr("Export…"), hint=tr("Write everything into a JSON file"))
        self._export.clicked.connect(self._ask_where)
        self._message = words("", wrap=True, name="dim")
        self._form = PhraseForm(self._desk, self._tasks)
        self._form.saved.connect(self._reread)
        self._phrases = PhraseList()
        self._phrases.change_asked.connect(self._form.change)
        self._phrases.drop_asked.connect(self._drop_phrase)
        self._lessons = LessonList()
        self._lessons.drop_asked.connect(self._drop_lesson)
        self._all = button(tr("Forget all…"), "quiet")
        self._all.clicked.connect(self.ask_to_forget_all)

    def _lay_out(self) -> None:
        given = tr("Words that mean a matter by your own word, wherever they stand in a title.")
        about = tr("It stays on this computer. Whatever is wrong can be changed or deleted.")
        self._hidden = words(tr("Names are hidden while others see this screen."), name="dim")
        self._given = frame(
            "card",
            column(
                words(tr("Names you gave"), strong=True),
                words(given, name="dim", wrap=True),
                self._form,
                self._phrases,
                space=10,
            ),
        )
        self._taught = frame(
            "card",
            column(row(words(tr("From your corrections"), strong=True), 1, self._all), self._lessons, space=10),
        )
        whole = column(
            flow(self._heading, 1, self._search, self._export),
            words(about, name="dim", wrap=True),
            self._message,
            self._hidden,
            self._given,
            self._taught,
            1,
            space=12,
        )
        fill_scrolling(self, whole)
        self._message.hide()

    def _take(self, read: tuple[Everything, Catalogue]) -> None:
        self._found, catalogue = read
        self._form.offer(catalogue.search)
        self._show()

    def _show(self) -> None:
        found, text = self._found, self._search.text()
        hides = self._discretion.hides
        for part in (self._given, self._taught, self._search, self._export):
            part.setVisible(not hides)
        self._hidden.setVisible(hides)
        if hides:
            found = Everything((), (), {})
        self._export.setEnabled(bool(found.phrases or found.lessons))
        self._all.setVisible(bool(found.lessons))
        self._phrases.show_phrases(found, text)
        self._lessons.show_lessons(found, text)

    def _run(self, job: Callable[[], T]) -> None:
        """Change something, read the titles again that it concerns, and show what is left."""
        self._tasks.run(job, lambda _done: self._reread(), self._failed)

    def _drop_phrase(self, phrase: Phrase) -> None:
        desk = self._desk

        def job() -> None:
            desk.store.write(lambda books: books.learning.drop_phrase(phrase.text)).result()
            desk.recogniser.rematch(desk.store)

        self._run(job)

    def _drop_lesson(self, lesson: Lesson) -> None:
        desk, now = self._desk, self._desk.clock.read().wall
        self._run(
            lambda: desk.store.write(
                lambda books: learned.forget_lessons(books, desk.recogniser, [lesson], now)
            ).result()
        )

    def _forget_all(self) -> None:
        desk, now = self._desk, self._desk.clock.read().wall
        self._run(
            lambda: desk.store.write(lambda books: learned.forget_all_lessons(books, desk.recogniser, now)).result()
        )

    def _reread(self) -> None:
        self._message.hide()
        self.refresh()
        self._changed()

    def _ask_where(self) -> None:
        box = QFileDialog(self, tr("Export what was learned"), "wisestep-learned.json", "JSON (*.json)")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        box.setDefaultSuffix("json")
        box.fileSelected.connect(lambda file: self.export_to(Path(file)))
        box.open()

    def _say(self, text: str, name: str = "dim") -> None:
        self._message.setText(text)
        self._message.setObjectName(name)
        self._message.style().polish(self._message)
        self._message.show()

    def _failed(self, error: WiseStepError) -> None:
        self._say(explain(error), "care")


class LearnedWindow(QDialog):
    """The page in a window of its own; never modal."""

    def __init__(self, page: LearnedPage, parent: QWidget) -> None:
        super().__init__(parent)
        self._page = page
        self.setWindowTitle(tr("WiseStep: what was learned"))
        self.resize(980, 680)
        self.setMinimumSize(720, 420)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is so now."""
        super().showEvent(event)
        self._page.refresh()
