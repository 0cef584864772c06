"""What holds for single members: a line each with what of their time is billed, and their goal."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace
from decimal import Decimal
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QGridLayout, QLineEdit, QWidget

from wisestep_desktop.core.errors import BadSetting
from wisestep_desktop.core.settings import read, setting
from wisestep_desktop.core.team import MemberSettings
from wisestep_desktop.services.drafting import Draft
from wisestep_desktop.services.team_standing import Standing
from wisestep_desktop.shell.formats import plain
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.views.team.card import Card
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button, words
from wisestep_desktop.shell.words import tr

_SHOWN = 200
_AROUND = 32
"""Pixels beside what a field is called, which stands in it."""


class PeopleCard(Card):
    """A list, and a form for one more."""

    edited = Signal(object)
    """A function from draft to draft."""

    def __init__(self) -> None:
        super().__init__()
        self._email = _field(tr("E-mail address in Actionstep"), 200)
        self._name = _field(tr("Name"), 140)
        self._weighting = _field(tr("Billed, %"), 90)
        self._goal = _field(tr("Hours a day"), 90)
        add = button(tr("Add"))
        add.clicked.connect(self._add)
        for field in (self._email, self._name, self._weighting, self._goal):
            field.returnPressed.connect(self._add)
        about = tr(
            "Members are known by the address they sign in with. What is said here of somebody goes before what the "
            "team decides for everybody."
        )
        form = flow(self._email, self._name, self._weighting, self._goal, add)
        self.lay_out(tr("Single members"), about, self.lines, form, self.said)

    def show_standing(self, now: Standing) -> None:
        """Show the members of whom something is said, draft included."""
        lines = QWidget()
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(scaled(20))
        grid.setVerticalSpacing(scaled(2))
        grid.setColumnStretch(0, 1)
        for number, each in enumerate(now.pending.members[:_SHOWN]):
            self._line(grid, number, each)
        self.show_lines(lines)
        lines.setVisible(bool(now.pending.members))

    def _line(self, grid: QGridLayout, number: int, member: MemberSettings) -> None:
        called = f"{member.name} · {member.email}" if member.name else member.email
        billed = "–" if member.weighting is None else tr("{percent} % billed", percent=member.weighting)
        goal = "–" if member.goal is None else tr("{hours} h a day", hours=plain(member.goal))
        drop = button(tr("Remove"), "link", hint=tr("Remove {name}", name=called))
        drop.clicked.connect(partial(self.edited.emit, _with(member.email, None)))
        for column_number, part in enumerate(
            (words(called, wrap=True), words(billed, name="dim"), words(goal, name="dim"))
        ):
            grid.addWidget(part, number, column_number, Qt.AlignmentFlag.AlignVCenter)
        grid.addWidget(drop, number, 3)

    def _add(self) -> None:
        email = self._email.text().strip()
        try:
            member = MemberSettings(email, self._name.text().strip(), self._percent(), self._hours())
        except BadSetting as error:
            self.refused(error)
            return
        self.say("")
        self.edited.emit(_with(email, member))

    def added(self) -> None:
        """Make room for the next, once one was taken."""
        if self.said.text():
            return
        for field in (self._email, self._name, self._weighting, self._goal):
            field.clear()

    def _percent(self) -> int | None:
        text = self._weighting.text().strip().removesuffix("%").strip()
        value = read(setting("billing.weighting_percent"), text)
        return int(value) if text and isinstance(value, int) else None

    def _hours(self) -> Decimal | None:
        text = self._goal.text().strip()
        value = read(setting("review.goal_hours"), text)
        return value if text and isinstance(value, Decimal) else None


def _with(email: str, member: MemberSettings | None) -> Callable[[Draft], Draft]:
    """Return what puts a member into a draft, or takes one out."""
    return lambda draft: replace(draft, members={**draft.members, email: member})


def _field(name: str, width: int) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(name)
    made.setMinimumWidth(max(scaled(width), made.fontMetrics().horizontalAdvance(name) + scaled(_AROUND)))
    return made
