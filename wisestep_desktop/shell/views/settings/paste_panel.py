"""Where lines of NAME=VALUE are pasted or read from a file; they go into the table, and are saved only from there."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFileDialog, QFrame, QPlainTextEdit, QVBoxLayout

from wisestep_desktop.core.errors import BadInput, WiseStepError
from wisestep_desktop.core.property_lines import MOST_BYTES, Lines, decoded, read_lines
from wisestep_desktop.shell.metrics import margins, scaled
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.views.settings.property_line import name_font
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button, words
from wisestep_desktop.shell.words import tr

_EXAMPLE = "BILLABLE_TIME_ROUNDING_SEC=360\nSHOW_CLOSED_CASES=FALSE"


class PastePanel(QFrame):
    """``given`` hands over lines that can be read; ``closed`` tells that the panel is done with."""

    given = Signal(object)
    closed = Signal()

    def __init__(self, tasks: Tasks) -> None:
        super().__init__()
        self._tasks = tasks
        self.setObjectName("why")
        self.text = QPlainTextEdit()
        self.text.setAccessibleName(tr("Lines of NAME=VALUE"))
        self.text.setPlaceholderText(_EXAMPLE)
        self.text.setFont(name_font(self.text.font()))
        self.text.setTabChangesFocus(True)
        self.text.setFixedHeight(scaled(110))
        self.text.textChanged.connect(self._edited)
        self._wrong = words("", name="wrong", wrap=True)
        self.take = button(tr("Put into the table"))
        self.take.clicked.connect(self._take)
        self.choose = button(tr("From a file…"))
        self.choose.clicked.connect(self._ask_which)
        self.cancel = button(tr("Cancel"), "flat")
        self.cancel.clicked.connect(self.close_panel)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*margins(16, 12, 16, 12))
        layout.setSpacing(scaled(8))
        layout.addWidget(words(tr("Paste the lines here"), strong=True))
        about = tr("One NAME=VALUE a line; # begins a remark. Nothing is saved before you have seen what it does.")
        layout.addWidget(words(about, name="dim", wrap=True))
        layout.addWidget(self.text)
        layout.addWidget(self._wrong)
        layout.addLayout(flow(self.take, self.choose, self.cancel))
        self._edited()

    def open_panel(self) -> None:
        """Show it, empty, with the keyboard in it."""
        self.text.clear()
        self.show()
        self.text.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_panel(self) -> None:
        """Put it away."""
        self.text.clear()
        self.hide()
        self.closed.emit()

    def read_file(self, file: Path) -> None:
        """Take the lines of a file."""

        def read() -> Lines:
            try:
                with file.open("rb") as opened:
                    data = opened.read(MOST_BYTES + 1)
            except OSError as error:
                raise BadInput("file.unreadable", file=file.name, reason=error.strerror or "") from error
            return read_lines(decoded(data))

        self._tasks.run(read, self._found, self._failed)

    def _edited(self) -> None:
        self._wrong.hide()
        self.take.setEnabled(bool(self.text.toPlainText().strip()))

    def _take(self) -> None:
        text = self.text.toPlainText()
        self._tasks.run(lambda: read_lines(text), self._found, self._failed)

    def _found(self, lines: Lines) -> None:
        self.close_panel()
        self.given.emit(lines)

    def _failed(self, error: WiseStepError) -> None:
        self._wrong.setText(explain(error))
        self._wrong.show()

    def _ask_which(self) -> None:
        box = QFileDialog(self, tr("Read properties"))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setFileMode(QFileDialog.FileMode.ExistingFile)
        box.fileSelected.connect(lambda file: self.read_file(Path(file)))
        box.open()
