"""Worked and billed side by side, and what becomes of them on the bill."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QButtonGroup, QLineEdit, QRadioButton, QWidget

from wisestep_desktop.core.entries import Charge, Draft, Figures
from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.hours_text import read_hours
from wisestep_desktop.core.instants import SECOND
from wisestep_desktop.services.review import MOST_BY_HAND
from wisestep_desktop.shell import formats, texts
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.theme import sized
from wisestep_desktop.shell.views.entry_words import charges
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button, column, row, words
from wisestep_desktop.shell.words import tr


class BillingBox(QWidget):
    """What was worked is only shown; what is billed can be put in, and goes back to what was worked at a click."""

    changed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._billed_seconds: int | None = None
        self._worked = words("", pixels=22, strong=True)
        self._worked.setAccessibleName(tr("Worked"))
        self._billed = QLineEdit()
        self._billed.setObjectName("figure")
        self._billed.setAccessibleName(tr("Billed, in hours"))
        self._billed.setToolTip(tr("Type hours such as 0.6 or 1:30 to bill another time than was worked"))
        self._billed.setFont(sized(self._billed.font(), 20))
        self._billed.editingFinished.connect(self._typed)
        self._rounding = words("", name="dim", pixels=11)
        self._back = button(tr("As worked"), "quiet", hint=tr("Bill what was worked"))
        self._back.clicked.connect(self._as_worked)
        self._wrong = words("", name="wrong", pixels=12, wrap=True)
        self._charges = QButtonGroup(self)
        for number, (_, text) in enumerate(charges()):
            choice = QRadioButton(text)
            choice.setChecked(not number)
            self._charges.addButton(choice, number)
        self._charges.idToggled.connect(self._toggled)
        self._lay_out()

    def _lay_out(self) -> None:
        self._rounding.setMinimumWidth(1)
        numbers = flow(
            column(words(tr("Worked"), name="dim", pixels=12), self._worked, 1, space=2),
            column(
                words(tr("Billed"), name="dim", pixels=12),
                row(self._billed, words(tr("h"), name="dim"), self._rounding, self._back, 1, space=6),
                space=2,
            ),
            space=48,
        )
        self._billed.setFixedWidth(scaled(84))
        choices = flow(*(self._charges.button(number) for number in range(len(charges()))), space=12)
        layout = column(numbers, self._wrong, choices, space=6)
        self._wrong.hide()
        self.setLayout(layout)

    @property
    def charge(self) -> Charge:
        """Return what becomes of the time on the bill."""
        return charges()[max(0, self._charges.checkedId())][0]

    @property
    def billed(self) -> int | None:
        """Return the whole seconds that were put in, None if what was worked decides."""
        return self._billed_seconds

    def fill(self, draft: Draft | None) -> None:
        """Show what a draft says."""
        self._billed_seconds = None if draft is None else draft.billed
        self._wrong.hide()
        self.set_charge(Charge.BILL if draft is None else draft.charge)

    def set_charge(self, charge: Charge) -> None:
        """Choose what becomes of the time on the bill."""
        for number, (each, _) in enumerate(charges()):
            self._charges.button(number).setChecked(each is charge)

    def show_figures(self, told: Figures, charge: Charge, *, billed: str | None = None) -> None:
        """Show worked and billed as they would be sent now with a charge, or as they were sent."""
        self._worked.setText(texts.clock_face(told.worked_seconds))
        if not self._billed.isModified() or not self._billed.hasFocus():
            with QSignalBlocker(self._billed):
                self._billed.setText(billed or _hours(told.billed_hours))
        self._rounding.setText(_how(told, put_in=self._billed_seconds is not None, charge=charge))
        self._rounding.setVisible(bool(self._rounding.text()))
        self._back.setVisible(self._billed_seconds is not None and self._billed.isEnabled())

    def set_editable(self, *, editable: bool) -> None:
        """Let everything be changed, or nothing."""
        for part in (self._billed, *self._charges.buttons()):
            part.setEnabled(editable)
        self._back.setVisible(editable and self._billed_seconds is not None)

    def _typed(self) -> None:
        """Take the figure that was typed; one that makes no sense is said so, and the one before stays."""
        if not self._billed.isModified():
            return
        self._billed.setModified(False)
        text = self._billed.text().strip()
        try:
            self._billed_seconds = read_hours(text, most=MOST_BY_HAND) if text else None
        except BadInput as error:
            self._wrong.setText(explain(error))
            self._wrong.show()
        else:
            self._wrong.hide()
        self.changed.emit()

    def _as_worked(self) -> None:
        self._billed_seconds = None
        self._wrong.hide()
        self._billed.setModified(False)
        self._billed.setFocus(Qt.FocusReason.OtherFocusReason)
        self.changed.emit()

    def _toggled(self, _number: int, on: bool) -> None:  # noqa: FBT001  a Qt slot
        if on:
            self.changed.emit()


def _hours(hours: Decimal) -> str:
    """Return hours with one decimal, with two where the second says something."""
    return f"{hours:.2f}".removesuffix("0").replace(".", formats.formats().point)


def _how(told: Figures, *, put_in: bool, charge: Charge) -> str:
    """Return how worked became billed, in as few words as will do."""
    if charge is Charge.NON_BILLABLE:
        return tr("Non-billable: nothing is charged.")
    said = []
    if put_in:
        said.append(tr("put in by you"))
    elif told.weighted_seconds != told.worked_seconds:
        spared = texts.spoken((told.worked_seconds - told.weighted_seconds) * SECOND)
        said.append(tr("less {time} weighting", time=spared))
    extra = told.billed_seconds - told.weighted_seconds
    if extra > 0:
        said.append(tr("+{time} rounding", time=texts.spoken(extra * SECOND)))
    return " · ".join(said)
