"""The team's page among the settings. What stands there depends on the role: nobody sees what they cannot do."""

from __future__ import annotations

from collections.abc import Callable, Iterable
from dataclasses import dataclass, replace
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtWidgets import QFileDialog, QScrollArea, QWidget

from wisestep_desktop.core.errors import BadInput, WiseStepError
from wisestep_desktop.core.ids import TeamId
from wisestep_desktop.core.team import Role
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import facts, membership, publishing
from wisestep_desktop.services.believing import held
from wisestep_desktop.services.drafting import Draft
from wisestep_desktop.services.inviting import Invited, invite
from wisestep_desktop.services.team_standing import Standing, standing_of
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.team_desk import TeamDesk
from wisestep_desktop.shell.team_words import decisions, summary
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.views.settings.line import SettingLine
from wisestep_desktop.shell.views.settings.page import Find, SettingsPage
from wisestep_desktop.shell.views.team.found_card import FoundCard
from wisestep_desktop.shell.views.team.head_card import HeadCard, OneTeam
from wisestep_desktop.shell.views.team.identity_card import IdentityCard
from wisestep_desktop.shell.views.team.invite_card import InviteCard
from wisestep_desktop.shell.views.team.log_card import LogCard
from wisestep_desktop.shell.views.team.managers_card import ManagersCard, MemberCard
from wisestep_desktop.shell.views.team.parts import decided_card
from wisestep_desktop.shell.views.team.people_card import PeopleCard
from wisestep_desktop.shell.views.team.publish_card import PublishCard
from wisestep_desktop.shell.views.team.sheet import write_sheet
from wisestep_desktop.shell.views.team.team_lines import TeamValues, group_card, groups
from wisestep_desktop.shell.widgets.parts import column, fill_scrolling, words
from wisestep_desktop.shell.words import tr

_Edit = Callable[[Draft], Draft]
_Failed = Callable[[WiseStepError], None]


@dataclass(frozen=True, slots=True)
class _Read:
    now: Standing | None
    teams: tuple[OneTeam, ...]
    mine: dict[str, str]


class TeamPage(SettingsPage):
    """Create or join; then what the team decides, or its settings for whoever decides them.

    Args:
        desk: with store, keys and places.
        theme: of what is painted.
        teams: follows the team in force.
    """

    open_asked = Signal(str)

    def __init__(self, desk: Desk, theme: Theme, teams: TeamDesk) -> None:
        super().__init__("team", tr("Team"))
        self._desk = desk
        self._theme = theme
        self._teams = teams
        self._now: Standing | None = None
        self._mine: dict[str, str] = {}
        self._found = FoundCard(teams)
        self._head = HeadCard(desk)
        self._publish = PublishCard()
        self._identity = IdentityCard()
        self._people = PeopleCard()
        self._managers = ManagersCard()
        self._member = MemberCard()
        self._invite = InviteCard(desk)
        self._log = LogCard(desk)
        self._said = words("", name="care", wrap=True)
        self._said.hide()
        self._decided: QWidget = QWidget()
        self._values = TeamValues(teams, self._take_standing)
        self._lines: dict[str, SettingLine] = {}
        self._groups: list[QWidget] = []
        self._lay_out()
        self._wire()
        teams.changed.connect(self._changed)
        teams.ask(self._read, self._take, self._failed)

    def finds(self) -> Iterable[Find]:
        """Return what can be done here now, and for whoever decides, each setting of the team."""
        yield Find("team", self.title, tr("Create a team, join one, invite, leave"))
        if self._now is None:
            yield Find("team.create", tr("Create a team"))
            yield Find("team.join", tr("Join a team"))
            return
        if self._now.role is Role.MEMBER:
            return
        yield Find("team.publish", tr("Publish"))
        yield Find("team.invite", tr("Invite"))
        for name, line in self._lines.items():
            yield Find(f"team.{name}", *line.searched)

    def reveal(self, name: str) -> None:
        """Bring something of ``finds`` into view, with the keyboard on it."""
        places = {
            "team.create": self._found.name,
            "team.join": self._found.link,
            "team.publish": self._publish.publish,
            "team.invite": self._invite.make,
        }
        line = self._lines.get(name.removeprefix("team."))
        part = places.get(name, self._head if line is None else line)
        target = getattr(line.editor, "target", part) if line is not None else part
        target.setFocus(Qt.FocusReason.TabFocusReason)  # which selects what a field holds
        area = self.findChild(QScrollArea, "page")
        if isinstance(area, QScrollArea):
            QTimer.singleShot(0, self, lambda: area.ensureWidgetVisible(part, 0, scaled(40)))

    def refresh(self) -> None:
        """Read the team in force again; what it changed counts as seen."""
        self._teams.looked_at()
        self._teams.ask(self._read, self._take, self._failed)

    def _lay_out(self) -> None:
        whole = column(words(self.title, pixels=17, strong=True), self._said, space=16)
        self._whole = whole
        first = (self._head, self._publish, self._decided, self._found, self._invite, self._people, self._managers)
        for part in (*first, self._identity):
            whole.addWidget(part)
        for title, about, names in groups():
            lines = [SettingLine(name, self._values, self._theme, named=True) for name in names]
            self._lines |= {line.name: line for line in lines}
            card = group_card(title, about, lines)
            self._groups.append(card)
            whole.addWidget(card)
        for part in (self._member, self._log):
            whole.addWidget(part)
        whole.addStretch(1)
        fill_scrolling(self, whole)
        for part in (*self._of_deciders(), self._head, self._member, self._log, self._found):
            part.hide()

    def _wire(self) -> None:
        self._found.open_asked.connect(self.open_asked)
        self._found.made.connect(self.refresh)
        self._head.check_asked.connect(self._teams.check)
        self._head.leave_agreed.connect(self._leave)
        self._head.use_asked.connect(self._use)
        self._publish.publish_asked.connect(self._publish_it)
        self._publish.file_asked.connect(self._choose_upload)
        self._publish.discard_asked.connect(lambda: self._edit(lambda _draft: Draft(), self._publish.refused))
        self._identity.named.connect(self._rename)
        self._identity.logo_chosen.connect(self._set_logo)
        self._people.edited.connect(lambda change: self._edit(change, self._people.refused, self._people.added))
        self._managers.add_asked.connect(self._add_manager)
        self._managers.remove_asked.connect(self._remove_manager)
        self._managers.sheet_asked.connect(self._choose_sheet)
        self._member.request_asked.connect(self._ask_to_manage)
        self._member.recovery_asked.connect(self._recover)
        self._invite.asked.connect(self._invite_them)

    def _of_deciders(self) -> tuple[QWidget, ...]:
        return (self._publish, self._identity, *self._groups, self._people, self._managers, self._invite)

    def _read(self) -> _Read:
        tools, store = self._desk.teams(), self._desk.store
        active = store.read(lambda books: books.teams.active())
        every = store.read(lambda books: books.teams.memberships())
        return _Read(
            None if active is None else standing_of(tools, active.team),
            tuple(OneTeam(each.team, held(each).name, each.active) for each in every),
            store.read(lambda books: books.settings.mine()),
        )

    def _take(self, found: _Read) -> None:
        self._said.hide()
        self._mine = found.mine
        self._head.show_team(found.now, found.teams, checking=self._teams.checking)
        self._head.setVisible(found.now is not None or bool(found.teams))
        self._found.setVisible(found.now is None)
        self._take_standing(found.now)

    def _take_standing(self, now: Standing | None) -> None:
        self._now = now
        decides = now is not None and now.role is not Role.MEMBER
        for part in self._of_deciders():
            part.setVisible(decides)
        self._log.setVisible(now is not None)
        self._member.setVisible(now is not None and not decides)
        self._show_decided(now if not decides else None)
        if now is None:
            return
        self._managers.setVisible(now.role is Role.OWNER)
        for card in (self._identity, self._people, self._managers, self._member, self._log, self._publish):
            card.show_standing(now)
        if not decides:
            self._publish.hide()
        self._values.show_standing(now)

    def _show_decided(self, now: Standing | None) -> None:
        """Show a member what holds for them."""
        fresh = QWidget()
        if now is not None:
            person = self._desk.store.read(_address)
            items = decisions(now.profile.decided_for(person), self._mine)
            fresh = decided_card(items, summary(items))
        self._whole.replaceWidget(self._decided, fresh)
        self._decided.hide()
        self._decided.deleteLater()
        self._decided = fresh
        fresh.setVisible(now is not None)

    def _changed(self) -> None:
        if self.isVisible():
            self._teams.ask(self._read, self._take, self._failed)

    def _failed(self, error: WiseStepError) -> None:
        self._said.setText(explain(error))
        self._said.show()

    def _team(self) -> TeamId | None:
        return None if self._now is None else self._now.membership.team

    def _edit(self, change: _Edit, refused: _Failed, done: Callable[[], None] = lambda: None) -> None:
        team = self._team()
        if team is None:
            return

        def taken(now: Standing) -> None:
            self._publish.say("")
            self._take_standing(now)
            done()

        self._teams.act(lambda: self._teams.work.edit(team, change), taken, refused)

    def _rename(self, name: str) -> None:
        self._edit(lambda draft: replace(draft, name=name), self._identity.refused)

    def _set_logo(self, logo: bytes) -> None:
        self._edit(lambda draft: replace(draft, logo=logo), self._identity.refused)

    def _publish_it(self) -> None:
        team = self._team()
        if team is not None:
            self._publish.publish.setEnabled(False)
            tools = self._desk.teams
            self._teams.act(lambda: publishing.publish(tools(), team), self._published, self._not_published)

    def _published(self, _names: object) -> None:
        self._publish.say(tr("Published. Members' programs take it within minutes."))
        self.refresh()

    def _not_published(self, error: WiseStepError) -> None:
        self._publish.refused(error)
        self.refresh()

    def _choose_upload(self) -> None:
        box = QFileDialog(self, tr("Save the profile"), "team.wisestep-profile")
        box.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        box.fileSelected.connect(lambda file: self.save_upload(Path(file)))
        box.open()

    def save_upload(self, file: Path) -> None:
        """Write the next profile into a file, to be uploaded by hand."""
        team = self._team()
        if team is None:
            return
        tools = self._desk.teams

        def done(_nothing: None) -> None:
            self._publish.say(tr("Saved as {file}. Upload it now: members find it there.", file=file.name))
            self.refresh()

        self._teams.act(
            lambda: publishing.publish_as_file(tools(), team, partial(_write, file)), done, self._not_published
        )

    def _leave(self, team: TeamId) -> None:
        tools = self._desk.teams
        self._teams.act(
            lambda: membership.leave(tools(), team, self._desk.policy), lambda _done: self.refresh(), self._failed
        )

    def _use(self, team: TeamId | None) -> None:
        tools = self._desk.teams
        self._teams.act(lambda: membership.use(tools(), team), lambda _names: self.refresh(), self._failed)

    def _add_manager(self, request: str) -> None:
        self._work(
            lambda team: self._teams.work.add_manager(team, request), self._managers.added, self._managers.refused
        )

    def _remove_manager(self, key: bytes) -> None:
        self._work(lambda team: self._teams.work.remove_manager(team, key), lambda: None, self._managers.refused)

    def _recover(self, key: str) -> None:
        self._work(lambda team: self._teams.work.recover(team, key), self._member.recovered, self._member.refused)

    def _work(self, job: Callable[[TeamId], Standing], done: Callable[[], None], refused: _Failed) -> None:
        team = self._team()
        if team is None:
            return

        def taken(now: Standing) -> None:
            self._take_standing(now)
            done()

        self._teams.act(partial(job, team), taken, refused)

    def _ask_to_manage(self, name: str) -> None:
        team = self._team()
        if team is not None:
            work = self._teams.work
            self._teams.ask(lambda: work.ask_to_manage(team, name), self._member.show_request, self._member.refused)

    def _invite_them(self, days: int | None, with_secret: bool) -> None:  # noqa: FBT001  a Qt slot
        team, desk = self._team(), self._desk
        if team is not None:
            self._teams.ask(
                lambda: invite(desk.teams(), desk.mint, team, days=days, with_secret=with_secret),
                self._invited,
                self._invite.refused,
            )

    def _invited(self, invited: Invited) -> None:
        self._invite.show_invited(invited)

    def _choose_sheet(self) -> None:
        box = QFileDialog(self, tr("Save the recovery sheet"), "wisestep-recovery.pdf", "PDF (*.pdf)")
        box.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        box.setDefaultSuffix("pdf")
        box.fileSelected.connect(lambda file: self.save_sheet(Path(file)))
        box.open()

    def save_sheet(self, file: Path) -> None:
        """Write the recovery sheet."""
        now = self._now
        if now is None:
            return

        def write(key: str) -> None:
            try:
                write_sheet(file, now, key)
            except WiseStepError as error:
                self._managers.refused(error)
                return
            self._managers.say(tr("Saved as {file}. Print it, then delete the file.", file=file.name))

        self._teams.ask(lambda: self._teams.work.recovery(now.membership.team), write, self._managers.refused)


def _address(books: Books) -> str | None:
    person = facts.last_person(books)
    return None if person is None else person.email


def _write(file: Path, data: bytes) -> None:
    try:
        file.write_bytes(data)
    except OSError as error:
        raise BadInput("team.file_not_written", file=str(file), reason=error.strerror or "") from error
