"""The buttons below a sent entry: change it in Actionstep, or take it back, while it is not billed."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QWidget

from wisestep_desktop.core.records import Standing
from wisestep_desktop.services.standings import SentEntry
from wisestep_desktop.shell.widgets.parts import button, column, row, words
from wisestep_desktop.shell.words import tr

_SETTLED = frozenset({Standing.BILLED, Standing.LOCKED})


class SentBar(QWidget):
    """Asks before it takes anything away; what somebody changed there is overwritten only after a second yes."""

    editing_changed = Signal()
    dropped = Signal()
    amend_asked = Signal(bool)
    recall_asked = Signal(bool)

    def __init__(self) -> None:
        super().__init__()
        self._sent: SentEntry | None = None
        self._editing = False
        self._asking = False
        self._changed_there = False
        self._question = words("", wrap=True, name="care")
        self._change = button(tr("Change…"))
        self._change.clicked.connect(self._go_on)
        self._back = button(tr("Take back…"), "flat")
        self._back.clicked.connect(self._take_back)
        self._cancel = button(tr("Cancel"), "flat")
        self._cancel.clicked.connect(self._drop)
        self.setLayout(column(self._question, row(self._change, self._back, 1, self._cancel)))
        self._show_state()

    @property
    def editing(self) -> bool:
        """Tell whether the fields of the sent entry may be changed now."""
        return self._editing

    def show_entry(self, sent: SentEntry | None) -> None:
        """Show another sent entry, or none."""
        self._sent = sent
        self._show_state()

    def stop_editing(self) -> None:
        """Give up, or be done with, what was begun."""
        self._editing = self._asking = self._changed_there = False
        self._show_state()

    def refuse(self, code: str) -> None:
        """Hear that it was refused; a second try may overwrite what somebody changed there."""
        self._changed_there = code == "record.changed"
        self._show_state()

    def _go_on(self) -> None:
        if self._editing:
            self.amend_asked.emit(self._changed_there)
            return
        self._editing = True
        self._show_state()
        self.editing_changed.emit()

    def _take_back(self) -> None:
        if self._asking:
            self.recall_asked.emit(self._changed_there)
            return
        self._asking = True
        self._show_state()

    def _drop(self) -> None:
        was_editing = self._editing
        self.stop_editing()
        if was_editing:
            self.dropped.emit()
            self.editing_changed.emit()

    def _show_state(self) -> None:
        sent = self._sent
        self.setVisible(sent is not None and sent.standing not in _SETTLED)
        deleted = sent is not None and sent.standing is Standing.DELETED
        self._change.setVisible(not self._asking and not deleted)
        self._back.setVisible(not self._editing)
        self._cancel.setVisible(self._editing or self._asking)
        over = tr("Overwrite in Actionstep") if self._changed_there else tr("Change in Actionstep")
        self._change.setText(over if self._editing else tr("Change…"))
        self._back.setText(tr("Delete there") if self._asking else tr("Take back…"))
        self._question.setText(tr("Delete it in Actionstep and make it a draft again here?"))
        self._question.setVisible(self._asking)
        for each, name in (
            (self._change, "primary" if self._editing else ""),
            (self._back, "" if self._asking else "flat"),
        ):
            each.setObjectName(name)
            each.style().polish(each)
