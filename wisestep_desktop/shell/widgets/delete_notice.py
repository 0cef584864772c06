"""The one question before something is gone for good, asked in the window and not in its way."""

from __future__ import annotations

from collections.abc import Sequence

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QWidget

from wisestep_desktop.services.timeline import DayRow
from wisestep_desktop.shell import texts
from wisestep_desktop.shell.metrics import margins
from wisestep_desktop.shell.widgets.parts import button, row, words
from wisestep_desktop.shell.words import tr, trn


class DeleteNotice(QFrame):
    """Asks whether rows in the trash are to be deleted; no answer is no."""

    agreed = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("done")
        self._rows: tuple[DayRow, ...] = ()
        self._said = words("", wrap=True)
        self._yes = button(tr("Delete"))
        self._no = button(tr("Keep"), "flat")
        self._yes.clicked.connect(self._agree)
        self._no.clicked.connect(self.hide)
        line = row(self._said, self._yes, self._no, space=8)
        line.setStretch(0, 1)
        line.setContentsMargins(*margins(20, 6, 12, 6))
        self.setLayout(line)
        self.hide()

    def ask(self, rows: Sequence[DayRow]) -> None:
        """Ask about some rows."""
        self._rows = tuple(rows)
        time = texts.spoken(sum(each.row.worked for each in rows))
        self._said.setText(
            trn(
                "Delete {count} row for good? Its {time} cannot be brought back.",
                "Delete {count} rows for good? Their {time} cannot be brought back.",
                len(rows),
                time=time,
            )
        )
        self.show()
        self._no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _agree(self) -> None:
        self.hide()
        self.agreed.emit(self._rows)
