"""What few entries need: another work date, another timekeeper, UTBMS codes. Closed until it is asked for."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date

from PySide6.QtCore import QDate, QLocale, Signal
from PySide6.QtWidgets import QDateEdit, QWidget

from wisestep_desktop.core.entries import Draft
from wisestep_desktop.core.ids import ParticipantId
from wisestep_desktop.core.utbms import UtbmsCode
from wisestep_desktop.shell import habits
from wisestep_desktop.shell.views.entry_parts import field_of
from wisestep_desktop.shell.widgets.choice_picker import ChoicePicker, Find, Named
from wisestep_desktop.shell.widgets.parts import button, column, row
from wisestep_desktop.shell.words import tr


class DetailsBox(QWidget):
    """Opens by itself where something in it is not as usual."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._more = button(tr("More…"), "quiet", hint=tr("Work date, timekeeper and codes"))
        self._more.setCheckable(True)
        self._more.toggled.connect(self._show_more)
        self._date = QDateEdit()
        self._date.setCalendarPopup(True)
        self._date.setAccessibleName(tr("Work date"))
        self._date.setDisplayFormat(habits.pattern(QLocale(), weekday="ddd", month="MMM", year=True))
        self._timekeeper = ChoicePicker(self, tr("Timekeeper"), tr("Me"))
        self._task = ChoicePicker(self, tr("Task code"), tr("None"))
        self._activity = ChoicePicker(self, tr("Activity code"), tr("None"))
        self._keeper_field, self._codes_field = QWidget(), QWidget()
        self._keeper_field.setLayout(column(field_of(tr("Timekeeper"), self._timekeeper)))
        codes = row(field_of(tr("Task code"), self._task), field_of(tr("Activity code"), self._activity), space=12)
        self._codes_field.setLayout(codes)
        self._body = QWidget()
        self._body.setLayout(
            column(field_of(tr("Work date"), self._date), self._keeper_field, self._codes_field, space=12)
        )
        self.setLayout(column(row(self._more, 1), self._body, space=4))
        self._people: tuple[Named, ...] = ()
        self._codes: dict[str, Named] = {}
        self._body.hide()
        self._keeper_field.hide()
        self._codes_field.hide()
        self._date.dateChanged.connect(self.changed)
        for picker in (self._timekeeper, self._task, self._activity):
            picker.picked.connect(self.changed)

    @property
    def work_date(self) -> date:
        """Return the work date chosen."""
        return self._date.date().toPython()  # type: ignore[return-value]  # the stubs say object

    @property
    def timekeeper(self) -> ParticipantId | None:
        """Return whose time it is; None is the person signed in."""
        chosen = self._timekeeper.chosen
        return ParticipantId(chosen) if isinstance(chosen, int) else None

    @property
    def codes(self) -> tuple[str | None, str | None]:
        """Return the task code and the activity code."""
        task, activity = self._task.chosen, self._activity.chosen
        return (task if isinstance(task, str) else None, activity if isinstance(activity, str) else None)

    def supply(self, people: Sequence[Named]) -> None:
        """Take whose time may be written down besides one's own."""
        self._people = tuple(people)
        self._timekeeper.offer(_finder(self._people))
        self._keeper_field.setVisible(bool(people))

    def offer_codes(self, tasks: Sequence[UtbmsCode], activities: Sequence[UtbmsCode]) -> None:
        """Take the codes that the matter wants; none hides them."""
        named = [_named(each) for each in tasks], [_named(each) for each in activities]
        self._codes = {str(each.id): each for some in named for each in some}
        for picker, some in zip((self._task, self._activity), named, strict=True):
            picker.offer(_finder(some))
        self._codes_field.setVisible(bool(tasks or activities))
        if tasks or activities:
            self._more.setChecked(True)

    def fill(self, draft: Draft | None, day: date) -> None:
        """Show what a draft says, or a day."""
        shown = day if draft is None else draft.work_date
        self._date.setDate(QDate(shown.year, shown.month, shown.day))
        keeper = None if draft is None else draft.timekeeper
        self._timekeeper.choose(next((each for each in self._people if each.id == keeper), None))
        if keeper is not None and self._timekeeper.chosen is None:
            self._timekeeper.choose(Named(keeper, str(keeper)))
        for picker, code in (
            (self._task, None if draft is None else draft.task_code),
            (self._activity, None if draft is None else draft.activity_code),
        ):
            picker.choose(None if code is None else self._codes.get(code, Named(code, code)))
        unusual = shown != day or keeper is not None or any(self.codes)
        self._more.setChecked(unusual)

    def set_editable(self, *, editable: bool) -> None:
        """Let everything be changed, or nothing."""
        for part in (self._date, self._timekeeper, self._task, self._activity):
            part.setEnabled(editable)

    def _show_more(self, on: bool) -> None:  # noqa: FBT001  a Qt slot
        self._more.setText(tr("Less") if on else tr("More…"))
        self._body.setVisible(on)


def _named(code: UtbmsCode) -> Named:
    return Named(code.code, f"{code.code} {code.description}".strip())


def _finder(choices: Sequence[Named]) -> Find:
    def find(text: str) -> list[Named]:
        wanted = text.casefold().split()
        return [each for each in choices if all(word in each.name.casefold() for word in wanted)]

    return find
