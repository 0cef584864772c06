"""The report of an unexpected end: all of it to look at, to be saved or deleted. Nothing is sent from here."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFontDatabase, QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QPlainTextEdit, QWidget

from wisestep_desktop.core.errors import BadInput, WiseStepError
from wisestep_desktop.services import crashes
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.metrics import margins, scaled
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.theme import sized
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button, column, words
from wisestep_desktop.shell.words import tr

_WIDEST, _HIGHEST = 1100, 760
"""Pixels that every screen has, however large the text."""


class CrashWindow(QDialog):
    """Never modal. The report is read anew whenever the window is shown."""

    settled = Signal()
    """The report was saved or deleted, so that the bell has nothing more to say of it."""

    def __init__(self, desk: Desk, tasks: Tasks, parent: QWidget | None) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("WiseStep: report"))
        self.resize(min(scaled(760), _WIDEST), min(scaled(560), _HIGHEST))
        self.setMinimumSize(min(scaled(480), _WIDEST), min(scaled(400), _HIGHEST))
        self._desk = desk
        self._tasks = tasks
        self._text: str | None = None
        self._told = words("", wrap=True)
        self._told.hide()
        self.text = QPlainTextEdit()
        self.text.setReadOnly(True)
        self.text.setTabChangesFocus(True)
        self.text.setAccessibleName(tr("The report"))
        self.text.setLineWrapMode(QPlainTextEdit.LineWrapMode.NoWrap)
        fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
        self.text.setFont(sized(fixed, 12))
        self.save = button(tr("Save…"), "primary", hint=tr("Save the report"))
        self.delete = button(tr("Delete"), hint=tr("Delete the report"))
        self.shut = button(tr("Close"), "quiet")
        for each in (self.save, self.delete):
            each.setToolTip("")
        self.save.clicked.connect(self._ask_where)
        self.delete.clicked.connect(self._delete)
        self.shut.clicked.connect(self.close)
        self._lay_out()

    def showEvent(self, event: QShowEvent) -> None:
        """Read the report."""
        super().showEvent(event)
        self._tasks.run(self._desk.crashes.report, self._show, self._failed)

    def save_to(self, file: Path) -> None:
        """Write the report as it is shown; it is no longer kept here then."""
        text, desk = self._text, self._desk
        if text is None:
            return

        def work() -> None:
            try:
                file.write_text(text, "utf-8", newline="\n")
            except OSError as error:
                raise BadInput("learned.not_written", file=file.name, reason=error.strerror or "") from error
            _let_go(desk)

        done = tr("Saved as {file}. It is no longer kept here.", file=file.name)
        self._tasks.run(work, lambda _done: self._over(done), self._failed)

    def _lay_out(self) -> None:
        about = tr(
            "This is what WiseStep wrote down when it ended: where in the program it was. There is no title, name or "
            "text of yours in it. It is only on this computer; if you want to pass it on, save it and send it "
            "yourself."
        )
        whole = column(
            words(tr("WiseStep ended unexpectedly"), pixels=17, strong=True),
            words(about, name="dim", wrap=True),
            self.text,
            self._told,
            flow(self.save, self.delete, 1, self.shut),
            space=12,
        )
        whole.setStretch(2, 1)
        whole.setContentsMargins(*margins(28, 20, 28, 20))
        self.setLayout(whole)
        self.text.setMinimumHeight(scaled(120))

    def _ask_where(self) -> None:
        box = QFileDialog(self, tr("Save the report"), "wisestep-report.txt", tr("Text (*.txt)"))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        box.setDefaultSuffix("txt")
        box.fileSelected.connect(lambda file: self.save_to(Path(file)))
        box.open()

    def _delete(self) -> None:
        desk = self._desk
        self._tasks.run(lambda: _let_go(desk), lambda _done: self._over(tr("The report was deleted.")), self._failed)

    def _show(self, text: str | None) -> None:
        self._text = text
        self.text.setPlainText(text or "")
        self._allow()
        if text is None:  # somebody else deleted it
            store, gone = self._desk.store, tr("There is no report any more.")
            self._tasks.run(lambda: store.write(crashes.settle).result(), lambda _done: self._over(gone), self._failed)
        else:
            self._told.hide()
            self.save.setFocus(Qt.FocusReason.OtherFocusReason)

    def _over(self, said: str) -> None:
        self._text = None
        self._allow()
        self._say(said, "good")
        self.shut.setFocus(Qt.FocusReason.OtherFocusReason)
        self.settled.emit()

    def _allow(self) -> None:
        for each in (self.save, self.delete):
            each.setEnabled(self._text is not None)

    def _say(self, text: str, name: str) -> None:
        self._told.setText(text)
        self._told.setObjectName(name)
        self._told.style().polish(self._told)
        self._told.show()

    def _failed(self, error: WiseStepError) -> None:
        self._say(explain(error), "wrong")


def _let_go(desk: Desk) -> None:
    """Delete the report, and let the bell forget it."""
    desk.crashes.discard()
    desk.store.write(crashes.settle).result()
