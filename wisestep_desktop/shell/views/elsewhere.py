"""Time that Actionstep has of the day and that was made elsewhere: beside ours, so that no hour is billed twice."""

from __future__ import annotations

from collections.abc import Mapping
from decimal import Decimal

from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.records import RecordedEntry
from wisestep_desktop.shell import formats, texts
from wisestep_desktop.shell.metrics import margins, scaled
from wisestep_desktop.shell.views.entry_words import quoted
from wisestep_desktop.shell.widgets.parts import words
from wisestep_desktop.shell.words import tr, trn

_MOST_LINES = 4


class Elsewhere(QFrame):
    """A heading with the sum, and a line for each; hidden while there is nothing."""

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("bar")
        self.setProperty("edge", "top")
        self._lines: list[QLabel] = []
        self._layout = QVBoxLayout(self)
        self._layout.setContentsMargins(*margins(20, 10, 20, 10))
        self._layout.setSpacing(scaled(3))
        self._heading = words("", strong=True, pixels=12)
        self._layout.addWidget(self._heading)
        self.hide()

    def show_records(self, records: tuple[RecordedEntry, ...], matters: Mapping[MatterId, Matter]) -> None:
        """Show other records."""
        for line in self._lines:
            self._layout.removeWidget(line)
            line.deleteLater()
        self._lines = [words(_line(each, matters), name="dim", pixels=12) for each in records[:_MOST_LINES]]
        if len(records) > _MOST_LINES:
            more = len(records) - _MOST_LINES
            self._lines.append(words(trn("and {count} more", "and {count} more", more), name="dim", pixels=12))
        for line in self._lines:
            line.setMinimumWidth(1)
            self._layout.addWidget(line)
        hours = sum((each.actual_hours for each in records), Decimal(0))
        self._heading.setText(tr("Made elsewhere in Actionstep · {hours} h", hours=formats.hours(hours)))
        self.setVisible(bool(records))


def _line(record: RecordedEntry, matters: Mapping[MatterId, Matter]) -> str:
    """Return one record: hours, matter, text, and the bill it is on."""
    matter = tr("no matter") if record.matter is None else texts.matter_name(record.matter, matters)
    parts = [tr("{hours} h", hours=formats.hours(record.actual_hours)), matter, quoted(record.text)]
    if record.bill_reference is not None:
        parts.append(tr("on bill {bill}", bill=record.bill_reference))
    return "  ·  ".join(part for part in parts if part)
