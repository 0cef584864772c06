"""Which team it is, how its settings arrive, and which of several teams' settings hold."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QMessageBox, QVBoxLayout, QWidget

from wisestep_desktop.core.ids import TeamId
from wisestep_desktop.core.instants import local_date
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.core.team import Role
from wisestep_desktop.services.believing import fingerprint
from wisestep_desktop.services.team_standing import Standing
from wisestep_desktop.shell import texts
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.sentences import sentence
from wisestep_desktop.shell.team_words import role_word
from wisestep_desktop.shell.views.day_parts import short_date
from wisestep_desktop.shell.views.team.parts import logo_label, proof
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button, column, frame, row, words
from wisestep_desktop.shell.words import tr


@dataclass(frozen=True, slots=True)
class OneTeam:
    """A team this person belongs to, among several."""

    team: TeamId
    name: str
    active: bool


class HeadCard(QWidget):
    """Name, role, version, place and health of the team in force."""

    check_asked = Signal()
    leave_agreed = Signal(object)
    use_asked = Signal(object)

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._outer = QVBoxLayout(self)
        self._outer.setContentsMargins(0, 0, 0, 0)
        self._card: QWidget | None = None

    def show_team(self, now: Standing | None, teams: Sequence[OneTeam], *, checking: bool) -> None:
        """Show the team in force, and the others."""
        whole = column(space=12)
        if now is not None:
            whole.addLayout(self._head(now, checking=checking))
            whole.addWidget(self._health(now))
            whole.addWidget(proof(fingerprint(now.profile.roster.owner.key), now.membership.place))
        if now is None or len(teams) > 1:
            whole.addLayout(self._others(teams))
        made = frame("card", whole)
        if self._card is not None:
            self._outer.removeWidget(self._card)
            self._card.hide()
            self._card.deleteLater()
        self._card = made
        self._outer.addWidget(made)
        made.show()

    def ask_to_leave(self, now: Standing) -> QMessageBox:
        """Ask whether the team is to be left; nothing is lost, but it takes an invitation to come back."""
        box = QMessageBox(self)
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setWindowTitle(tr("Leave the team"))
        box.setTextFormat(Qt.TextFormat.PlainText)
        box.setText(tr("Leave {team}?", team=now.profile.name))
        told = tr("Your own settings hold again, and your time stays. It takes an invitation to come back.")
        if now.role is not Role.MEMBER:
            told += " " + tr("The key with which you publish is forgotten on this computer.")
        box.setInformativeText(told)
        yes = box.addButton(tr("Leave"), QMessageBox.ButtonRole.AcceptRole)
        box.setDefaultButton(box.addButton(tr("Stay"), QMessageBox.ButtonRole.RejectRole))
        yes.clicked.connect(box.accept)
        box.accepted.connect(partial(self.leave_agreed.emit, now.membership.team))
        box.open()
        return box

    def _head(self, now: Standing, *, checking: bool) -> QVBoxLayout:
        profile = now.profile
        version = tr(
            "Version {version}, published by {name} on {day}",
            version=profile.version,
            name=profile.publisher,
            day=self._day(profile.published),
        )
        name = words(profile.name, pixels=17, strong=True, wrap=True)
        role = words(role_word(now.role), pixels=11, name="chip")
        said = column(flow(name, role, space=10), words(version, name="dim", wrap=True), space=2)
        logo = logo_label(profile.logo, profile.name)
        check = button(tr("Asking…") if checking else tr("Check now"))
        check.setEnabled(not checking)
        check.clicked.connect(self.check_asked)
        leave = button(tr("Leave…"), "flat", hint=tr("Leave the team"))
        leave.clicked.connect(lambda: self.ask_to_leave(now))
        line = row(said, space=16) if logo is None else row(logo, said, space=16)
        line.setStretch(line.count() - 1, 1)
        acts = row(check, leave)
        acts.setAlignment(Qt.AlignmentFlag.AlignTop)
        line.addLayout(acts)
        return column(line)

    def _health(self, now: Standing) -> QWidget:
        one = now.membership
        if one.trouble is not None:
            return words(sentence(one.trouble, one.params), name="care", wrap=True)
        if one.checked is None:
            return words(tr("Its place has not answered yet."), name="dim", wrap=True)
        told = tr("✓  Up to date, asked on {day} at {time}", day=self._day(one.checked), time=self._time(one.checked))
        return words(told, name="good", wrap=True)

    def _others(self, teams: Sequence[OneTeam]) -> QVBoxLayout:
        """Let the person choose whose settings hold."""
        whole = column(words(tr("Whose settings hold"), strong=True), space=6)
        for each in teams:
            if each.active:
                whole.addLayout(row(words(tr("✓  {team}", team=each.name)), 1))
                continue
            use = button(tr("Use"), "link", hint=tr("Let the settings of {team} hold", team=each.name))
            use.clicked.connect(partial(self.use_asked.emit, each.team))
            whole.addLayout(row(words(each.name, name="dim"), use, 1))
        if any(each.active for each in teams):
            none = button(tr("No team's for now"), "link", hint=tr("Let your own settings hold"))
            none.clicked.connect(partial(self.use_asked.emit, None))
            whole.addLayout(row(none, 1))
        return whole

    def _day(self, at: Instant) -> str:
        return short_date(local_date(at, self._desk.clock.zone()))

    def _time(self, at: Instant) -> str:
        return texts.time_of_day(at, self._desk.clock.zone())
