"""Time that no window saw, written down in a quiet form beside the day. Nothing pops up."""

from __future__ import annotations

from dataclasses import dataclass
from datetime import date, time, tzinfo

from PySide6.QtCore import QTime, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QLineEdit, QVBoxLayout, QWidget

from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.hours_text import read_hours
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.instants import MINUTE, SECOND, at_time, to_datetime
from wisestep_desktop.core.matter_search import MatterSearch
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.core.stated import OFF_SCREEN, Occupation
from wisestep_desktop.services.review import MOST_BY_HAND
from wisestep_desktop.shell import texts
from wisestep_desktop.shell.metrics import margins, scaled
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.views.day_parts import short_date
from wisestep_desktop.shell.views.entry_parts import field_of
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.matter_picker import MatterPicker
from wisestep_desktop.shell.widgets.parts import button, words
from wisestep_desktop.shell.widgets.time_field import TimeField
from wisestep_desktop.shell.words import tr


@dataclass(frozen=True, slots=True)
class TimeAsked:
    """What somebody wrote down.

    Attributes:
        span: when it was; None where only the length is known.
        seconds: how long.
    """

    occupation: Occupation
    note: str
    matter: MatterId | None
    span: Span | None
    seconds: int


class AddTime(QFrame):
    """Asks for what, how long, when if that is known, and for which matter; or starts a timer instead."""

    added = Signal(object)
    timer_asked = Signal(object)
    closed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("panel")
        self._day = date(2000, 1, 1)
        self._zone: tzinfo | None = None
        self._title = words("", pixels=15, strong=True, wrap=True)
        self._what = QComboBox()
        self._what.setAccessibleName(tr("What it was"))
        for each in OFF_SCREEN:
            self._what.addItem(texts.occupations()[each], each)
        self._note = QLineEdit()
        self._note.setAccessibleName(tr("With whom, or about what"))
        self._note.setPlaceholderText(tr("With whom, or about what"))
        self._matter = MatterPicker(self)
        self._long = QLineEdit()
        self._long.setAccessibleName(tr("How long"))
        self._long.setPlaceholderText(tr("0.5, 1:30 or 30 min"))
        self._from = TimeField(tr("From"))
        self._when = QComboBox()
        self._when.setAccessibleName(tr("When"))
        self._when.addItem(tr("From"), True)  # noqa: FBT003  data of the choice
        self._when.addItem(tr("Some time that day"), False)  # noqa: FBT003
        self._when.currentIndexChanged.connect(lambda: self._from.setVisible(bool(self._when.currentData())))
        self._wrong = words("", name="wrong", pixels=12, wrap=True)
        self._add = button(tr("Add"), "primary")
        self._add.clicked.connect(self._ask)
        self._start = button(tr("Start a timer"), hint=tr("Count from now on, beside what is recorded"))
        self._start.clicked.connect(self._ask_timer)
        self._cancel = button(tr("Cancel"), "flat")
        self._cancel.clicked.connect(self.closed)
        for field in (self._note, self._long):
            field.returnPressed.connect(self._ask)
        self._lay_out()

    def _lay_out(self) -> None:
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*margins(20, 16, 20, 12))
        layout.setSpacing(scaled(12))
        when = flow(self._when, self._from, space=8)
        whole = QWidget()
        whole.setLayout(when)
        for part in (
            self._title,
            field_of(tr("What it was"), self._what),
            field_of(tr("Note"), self._note),
            field_of(tr("Matter"), self._matter),
            field_of(tr("How long"), self._long),
            field_of(tr("When"), whole),
            self._wrong,
        ):
            layout.addWidget(part) if isinstance(part, QWidget) else layout.addLayout(part)
        layout.addStretch(1)
        layout.addLayout(flow(self._add, self._start, 1, self._cancel))
        self._wrong.hide()

    def supply(self, search: MatterSearch) -> None:
        """Take the matters that can be chosen from."""
        self._matter.offer(search)

    def begin(self, day: date, zone: tzinfo, now: Instant, *, today: bool) -> None:
        """Show the empty form for a day."""
        self._day, self._zone = day, zone
        self._title.setText(tr("Add time · {date}", date=short_date(day)))
        self._note.clear()
        self._long.clear()
        self._matter.choose(None)
        self._wrong.hide()
        around = to_datetime(Instant(now - 30 * MINUTE), zone).time() if today else time(9)
        self._from.setTime(QTime(around.hour, around.minute // 5 * 5))
        self._start.setVisible(today)
        self._what.setFocus()

    def refuse(self, text: str) -> None:
        """Say why it was not added; what was typed stays."""
        self._wrong.setText(text)
        self._wrong.show()

    def _ask(self) -> None:
        try:
            seconds = read_hours(self._long.text(), most=MOST_BY_HAND, least=1)
        except BadInput as error:
            self.refuse(explain(error))
            self._long.setFocus()
            return
        self._wrong.hide()
        self.added.emit(self._asked(self._span(seconds), seconds))

    def _ask_timer(self) -> None:
        self._wrong.hide()
        self.timer_asked.emit(self._asked(None, 0))

    def _asked(self, span: Span | None, seconds: int) -> TimeAsked:
        occupation = Occupation(self._what.currentData())
        return TimeAsked(occupation, self._note.text().strip(), self._matter.matter, span, seconds)

    def _span(self, seconds: int) -> Span | None:
        if not self._when.currentData() or self._zone is None:
            return None
        at = self._from.time()
        start = at_time(self._day, time(at.hour(), at.minute()), self._zone)
        return Span(start, Instant(start + seconds * SECOND))
