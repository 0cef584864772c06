"""What the entry panel is about and what it is made of."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date

from PySide6.QtWidgets import QLayout, QScrollArea, QVBoxLayout, QWidget

from wisestep_desktop.core.activity import TypeSearch
from wisestep_desktop.core.entries import Draft, Entry, Figures, figures, without_matter
from wisestep_desktop.core.ids import ActivityTypeId, MatterId
from wisestep_desktop.core.instants import SECOND
from wisestep_desktop.core.matter_search import MatterSearch
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.records import RecordedEntry
from wisestep_desktop.services.standings import SentEntry
from wisestep_desktop.services.timeline import DayRow
from wisestep_desktop.shell.metrics import margins, scaled
from wisestep_desktop.shell.widgets.choice_picker import Named
from wisestep_desktop.shell.widgets.parts import column, scroller, words


@dataclass(frozen=True, slots=True)
class Subject:
    """What the panel is about: open rows, or an entry that exists.

    Attributes:
        rows: selected open rows, or the rows of the entry.
        entry: the entry, if there is one.
        day: on which the rows lie.
        date: as shown in the heading.
        sent: how it stands in Actionstep, if it was sent.
        elsewhere: what was made elsewhere on that day.
        due: the time of day when it is tried next, if it waits to be sent.
        matters: those that rows and entry name, also ones that are not offered any more.
    """

    rows: tuple[DayRow, ...]
    entry: Entry | None
    day: date
    date: str
    sent: SentEntry | None = None
    elsewhere: tuple[RecordedEntry, ...] = ()
    due: str = ""
    matters: Mapping[MatterId, Matter] = field(default_factory=dict)

    @property
    def worked(self) -> int:
        """Milliseconds."""
        if self.entry is not None:
            return self.entry.draft.worked_seconds * SECOND
        return sum(each.row.worked for each in self.rows)


@dataclass(frozen=True, slots=True)
class Catalogue:
    """What can be chosen from, and the rules that decide what is billed.

    Attributes:
        search, by_id: matters.
        types, labels: activity types that may be picked, and what they are called here.
        free: names of those that are never billed, for comparing.
        unit: billing steps in seconds.
        weighting: per cent of worked time that is billed.
        summary, listed: whether totals and list of activities go out where an entry does not say.
        people: whose time may be written down besides one's own.
        matterless: whether an entry may be sent without a matter.
    """

    search: MatterSearch
    by_id: Mapping[MatterId, Matter]
    types: TypeSearch = field(default_factory=TypeSearch)
    labels: Mapping[ActivityTypeId, str] = field(default_factory=dict)
    free: frozenset[str] = frozenset()
    unit: int = 0
    weighting: int = 100
    summary: bool = False
    listed: bool = False
    people: tuple[Named, ...] = ()
    matterless: bool = False

    def reckon(self, draft: Draft) -> Figures:
        """Return what a draft says and bills."""
        charged = without_matter(draft, allowed=self.matterless)
        return figures(charged, unit=self.unit, weighting=self.weighting)

    def is_ready(self, draft: Draft) -> bool:
        """Tell whether a draft has all it needs of matters."""
        return draft.matter is not None or self.matterless


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


def scrolling(*parts: QWidget | QLayout) -> QScrollArea:
    """Return the parts of a form below each other; they scroll where the window is too low for them."""
    form = QWidget()
    layout = QVBoxLayout(form)
    layout.setContentsMargins(*margins(20, 16, 20, 12))
    layout.setSpacing(scaled(12))
    for part in parts:
        layout.addWidget(part) if isinstance(part, QWidget) else layout.addLayout(part)
    layout.addStretch(1)
    return scroller(form)
