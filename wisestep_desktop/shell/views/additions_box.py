"""What goes out below the narrative, by the settings or by a tick, and the way to the text as it is sent."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QCheckBox, QWidget

from wisestep_desktop.core.entries import Draft
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button
from wisestep_desktop.shell.words import tr


class AdditionsBox(QWidget):
    """A tick that stands as the settings say says nothing of its own: who changes the settings changes the entry."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._summary = _tick(tr("Add summary"), tr("Totals below the narrative"))
        self._list = _tick(tr("Add activities"), tr("What was in front, and for how long. Read it before sending"))
        self._preview = button(tr("Preview as sent"), "link")
        self._preview.setCheckable(True)
        for each in (self._summary, self._list, self._preview):
            each.clicked.connect(self.changed)
        self.setLayout(flow(self._summary, self._list, 1, self._preview, space=12))

    @property
    def with_summary(self) -> bool | None:
        """Return what was ticked, None if the setting decides."""
        return _ticked(self._summary)

    @property
    def with_list(self) -> bool | None:
        """Return what was ticked, None if the setting decides."""
        return _ticked(self._list)

    @property
    def previewing(self) -> bool:
        """Tell whether the text as sent is shown."""
        return self._preview.isChecked()

    def fill(self, draft: Draft | None, *, summary: bool, listed: bool) -> None:
        """Show what a draft says; ``summary`` and ``listed`` are what the settings say where it says nothing."""
        _set(self._summary, None if draft is None else draft.with_summary, default=summary)
        _set(self._list, None if draft is None else draft.with_list, default=listed)

    def set_editable(self, *, editable: bool) -> None:
        """Let the ticks be changed, or not; what was sent can be looked at either way."""
        self._summary.setEnabled(editable)
        self._list.setEnabled(editable)


def _tick(text: str, hint: str) -> QCheckBox:
    made = QCheckBox(text)
    made.setToolTip(hint)
    made.setAccessibleDescription(hint)
    return made


def _set(tick: QCheckBox, value: bool | None, *, default: bool) -> None:  # noqa: FBT001
    tick.setProperty("default", default)
    tick.setChecked(default if value is None else value)


def _ticked(tick: QCheckBox) -> bool | None:
    return None if tick.isChecked() == tick.property("default") else tick.isChecked()
