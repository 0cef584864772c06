"""The parts of the privacy page that end things: letting go of what is old, exporting all, deleting all."""

from __future__ import annotations

from collections.abc import Mapping
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QMessageBox, QWidget

from wisestep_desktop.core.days_of_use import Leap
from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import days_of_use, leaving, retention
from wisestep_desktop.services.retention import Sweep
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.habits import day_and_month
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.upkeep_words import carried_words, kept_words, leap_words, sweep_words, waiting_words
from wisestep_desktop.shell.views.settings.values import SettingValues
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button, column, frame, words
from wisestep_desktop.shell.words import tr

_dated = partial(day_and_month, year=True)
_DECIDES = ("retention.days", "retention.legal_hold")


class KeepingLine(QWidget):
    """What the limit did last, what it would do next, and what it leaves alone."""

    swept = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, values: SettingValues) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._leap: Leap | None = None
        self._told = words("", name="dim", wrap=True)
        self.now = button(tr("Delete now"), hint=tr("Delete now what is older than the limit"))
        self.now.setToolTip("")
        self.now.clicked.connect(self.ask_now)
        self.unsent = button(tr("Delete unsent time too…"), "quiet")
        self.unsent.clicked.connect(self.ask_unsent)
        buttons = QWidget()
        buttons.setLayout(flow(self.now, self.unsent))
        self.setLayout(column(self._told, buttons, space=8))
        for each in (self.now, self.unsent):
            each.hide()
        values.changed.connect(self._heard)

    def refresh(self) -> None:
        """Look what would go; not on the lane on which days are read."""
        store, clock = self._desk.store, self._desk.clock

        def look() -> tuple[Sweep | None, Sweep | None, Leap | None]:
            ahead = retention.sweep(store, clock, vouched=True, try_only=True)
            return ahead, store.read(retention.last), store.read(lambda books: days_of_use.leap(books, clock))

        self._tasks.run(look, self._show, self._failed, network=True)

    def ask_now(self) -> QMessageBox | None:
        """Delete what is old now; ask first where the clock may be wrong."""
        if self._leap is None:
            self._sweep(unsent_too=False)
            return None
        return self._ask(
            tr("Delete older time"), tr("Is the clock of this computer right?"), self._doubt(), unsent_too=False
        )

    def ask_unsent(self) -> QMessageBox:
        """Ask whether older rows that have a matter and are not sent are to go."""
        about = tr("It cannot be brought back, and it will never be billed. Reports go on counting it.")
        return self._ask(
            tr("Delete unsent time"),
            tr("Delete older time that has a matter and was never sent?"),
            f"{about} {self._doubt()}".strip(),
            unsent_too=True,
        )

    def _doubt(self) -> str:
        return "" if self._leap is None else leap_words(self._leap, _dated)

    def _ask(self, title: str, question: str, about: str, *, unsent_too: bool) -> QMessageBox:
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(title)
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(question)
        box.setInformativeText(about)
        box.addButton(tr("Delete it"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(tr("Keep it"), QMessageBox.ButtonRole.RejectRole))
        box.accepted.connect(lambda: self._sweep(unsent_too=unsent_too))
        box.open()
        return box

    def _heard(self, name: str) -> None:
        if name in _DECIDES:
            self.refresh()

    def _show(self, found: tuple[Sweep | None, Sweep | None, Leap | None]) -> None:
        ahead, last, self._leap = found
        self.now.setVisible(ahead is not None and bool(ahead.days))
        self.unsent.setVisible(ahead is not None and bool(ahead.unsent))
        if ahead is None:
            self._told.setText(tr("Everything is kept."))
            return
        lines = list(sweep_words(ahead, try_only=True, dated=_dated))
        if ahead.days:
            lines.append(waiting_words(self._leap, _dated))
        lines += kept_words(ahead)
        if last is not None and last.visits:
            lines += [tr("The last time:"), *sweep_words(last, dated=_dated)]
        self._told.setText(" ".join(lines))

    def _sweep(self, *, unsent_too: bool) -> None:
        store, clock = self._desk.store, self._desk.clock
        self.now.setEnabled(False)
        sweep = partial(retention.sweep, store, clock, vouched=True, unsent_too=unsent_too)
        self._tasks.run(sweep, self._done, self._failed, network=True)

    def _done(self, _sweep: Sweep | None) -> None:
        self.now.setEnabled(True)
        self.refresh()
        self.swept.emit()

    def _failed(self, error: WiseStepError) -> None:
        self.now.setEnabled(True)
        self._told.setText(explain(error))


class ExportLine(QWidget):
    """Writes everything of the person's into one file."""

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        about = tr(
            "Everything WiseStep keeps of you in one file for other programs, a record a line (JSON). No key, password "
            "or sign-in is in it. The file is not encrypted."
        )
        self.export = button(tr("Export everything…"))
        self.export.clicked.connect(self._ask_where)
        self._told = words("", name="good", wrap=True)
        self._told.hide()
        holder = QWidget()
        holder.setLayout(flow(self.export))
        self.setLayout(
            column(
                words(tr("Take everything with you"), strong=True),
                words(about, name="dim", wrap=True),
                holder,
                self._told,
                space=6,
            )
        )
        self.target = self.export

    def export_to(self, file: Path) -> None:
        """Write the file, in place of one that was there: whoever chose it was asked."""
        desk = self._desk
        self.export.setEnabled(False)
        self._say(tr("Writing…"), "dim")

        def work() -> Mapping[str, int]:
            return leaving.carry_away(desk.store, desk.clock, desk.archive(), file, version=desk.version, force=True)

        self._tasks.run(work, lambda counts: self._say(carried_words(counts, file.name)), self._failed, network=True)

    def _ask_where(self) -> None:
        box = QFileDialog(self, tr("Export everything"), "wisestep.jsonl", "JSON Lines (*.jsonl)")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        box.setDefaultSuffix("jsonl")
        box.fileSelected.connect(lambda file: self.export_to(Path(file)))
        box.open()

    def _say(self, text: str, name: str = "good") -> None:
        self.export.setEnabled(name != "dim")
        self._told.setText(text)
        self._told.setObjectName(name)
        self._told.style().polish(self._told)
        self._told.show()

    def _failed(self, error: WiseStepError) -> None:
        self._say(explain(error), "wrong")


class DeleteLine(QWidget):
    """Deletes everything, in two steps: the second one stands beside what it means."""

    grown = Signal()

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        about = tr("The timeline, its copies, the log and the key. What is in Actionstep stays there.")
        self.ask = button(tr("Delete everything…"))
        self.ask.clicked.connect(self._asked)
        self._refusal = words("", name="wrong", wrap=True)
        self._refusal.hide()
        self.sure = button(tr("Delete everything for good"), "danger")
        self.sure.clicked.connect(self._delete)
        self.keep = button(tr("Keep everything"))
        self.keep.clicked.connect(self._kept)
        warning = tr(
            "Nobody can bring it back, and what was not sent is lost. WiseStep closes, and begins afresh when it is "
            "started again. Export everything first if you may need it."
        )
        self._step = frame("warning", column(words(warning, wrap=True), flow(self.sure, self.keep), space=10))
        self._step.hide()
        holder = QWidget()
        holder.setLayout(flow(self.ask))
        self.setLayout(
            column(
                words(tr("Delete everything"), strong=True),
                words(about, name="dim", wrap=True),
                holder,
                self._refusal,
                self._step,
                space=6,
            )
        )
        self.target = self.ask

    def _asked(self) -> None:
        def look(books: Books) -> None:
            leaving.may_delete(books)

        self._tasks.run(lambda: self._desk.store.read(look), lambda _may: self._show(), self._failed)

    def _show(self) -> None:
        self._refusal.hide()
        self.ask.setEnabled(False)
        self._step.show()
        self.grown.emit()
        self.keep.setFocus(Qt.FocusReason.OtherFocusReason)

    def _kept(self) -> None:
        self._step.hide()
        self.ask.setEnabled(True)
        self.ask.setFocus(Qt.FocusReason.OtherFocusReason)

    def _delete(self) -> None:
        self.sure.setEnabled(False)
        self._desk.delete_at_end()

    def _failed(self, error: WiseStepError) -> None:
        self._kept()
        self._refusal.setText(explain(error))
        self._refusal.show()
        self.grown.emit()
