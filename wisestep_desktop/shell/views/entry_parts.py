"""What the entry panel is about and what it is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QVBoxLayout, QWidget

from wisestep_desktop.core.entries import Entry
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.instants import SECOND
from wisestep_desktop.core.matter_search import MatterSearch
from wisestep_desktop.core.matters import ActivityType, Matter
from wisestep_desktop.core.records import RecordedEntry
from wisestep_desktop.services.standings import SentEntry
from wisestep_desktop.services.timeline import DayRow
from wisestep_desktop.shell.widgets.parts import column, words
from wisestep_desktop.shell.words import tr


@dataclass(frozen=True, slots=True)
class Subject:
    """What the panel is about: open rows, or an entry that exists.

    Attributes:
        rows: selected open rows, or the rows of the entry.
        entry: the entry, if there is one.
        date: as shown in the heading.
        sent: how it stands in Actionstep, if it was sent.
        elsewhere: what was made elsewhere on that day.
        due: the time of day when it is tried next, if it waits to be sent.
    """

    rows: tuple[DayRow, ...]
    entry: Entry | None
    date: str
    sent: SentEntry | None = None
    elsewhere: tuple[RecordedEntry, ...] = ()
    due: str = ""

    @property
    def worked(self) -> int:
        """Milliseconds."""
        if self.entry is not None:
            return self.entry.draft.worked_seconds * SECOND
        return sum(each.row.worked for each in self.rows)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What can be chosen from, and the rules that decide what is billed."""

    search: MatterSearch
    by_id: Mapping[MatterId, Matter]
    types: tuple[ActivityType, ...]
    free: frozenset[str]
    unit: int


def empty() -> QWidget:
    """Return what the panel says while nothing is selected."""
    made = QWidget()
    layout = QVBoxLayout(made)
    layout.setContentsMargins(28, 0, 28, 0)
    layout.addStretch(2)
    heading = words(tr("Make an entry"), pixels=15, strong=True)
    heading.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    layout.addWidget(heading)
    text = words(
        tr("Select the rows that belong together. Choose the matter, say what you did, and send."),
        name="dim",
        wrap=True,
    )
    text.setAlignment(Qt.AlignmentFlag.AlignHCenter)
    layout.addWidget(text)
    layout.addStretch(3)
    return made


def field_of(title: str, field: QWidget) -> QVBoxLayout:
    """Return a field below its label."""
    label = words(title, name="dim", pixels=12)
    label.setBuddy(field)
    return column(label, field, space=4)


def is_same(one: Subject, other: Subject) -> bool:
    """Tell whether two subjects are about the same rows and entry, so that what was typed stays."""
    ids = [[each.row.id for each in subject.rows] for subject in (one, other)]
    fates = [(each.entry.id, each.entry.state, each.entry.text_sent) if each.entry else None for each in (one, other)]
    return ids[0] == ids[1] and fates[0] == fates[1]


def focused(panel: QWidget) -> QWidget:
    """Return the widget that has the keyboard, or the window where none has."""
    found: QWidget | None = panel.window().focusWidget()
    return panel.window() if found is None else found
