"""Who changed what, the newest first."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtWidgets import QGridLayout, QWidget

from wisestep_desktop.core.instants import local_date
from wisestep_desktop.services.team_standing import Standing
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.team_words import change_words
from wisestep_desktop.shell.views.day_parts import short_date
from wisestep_desktop.shell.views.team.card import Card
from wisestep_desktop.shell.widgets.parts import words
from wisestep_desktop.shell.words import tr, trn

_SHOWN = 30


class LogCard(Card):
    """The change log out of the profile."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._more = words("", name="dim", pixels=12)
        self.lay_out(tr("What was changed"), "", self.lines, self._more)

    def show_standing(self, now: Standing) -> None:
        """Show what was published."""
        log = tuple(reversed(now.profile.log))
        lines = QWidget()
        grid = QGridLayout(lines)
        grid.setContentsMargins(0, 0, 0, 0)
        grid.setHorizontalSpacing(scaled(20))
        grid.setVerticalSpacing(scaled(6))
        grid.setColumnStretch(1, 1)
        for number, each in enumerate(log[:_SHOWN]):
            day = short_date(local_date(each.at, self._desk.clock.zone()))
            who = tr("{day}, {name}", day=day, name=each.by)
            grid.addWidget(words(who, name="dim"), number, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words(change_words(each), wrap=True), number, 1)
        if not log:
            grid.addWidget(words(tr("Nothing was changed since the team was made."), name="dim", wrap=True), 0, 0, 1, 2)
        self.show_lines(lines)
        rest = max(0, len(log) - _SHOWN)
        self._more.setText(trn("One more before.", "{count} more before.", rest))
        self._more.setVisible(rest > 0)
