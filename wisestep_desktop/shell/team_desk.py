"""Teams as the windows see them: what is kept, asked for again and again, and changed only off the Qt thread."""

from __future__ import annotations

import logging
from collections.abc import Callable
from pathlib import Path
from random import SystemRandom
from typing import TypeVar

from PySide6.QtCore import QObject, Qt, QTimer, Signal

from wisestep_desktop.core.errors import BadInput, WiseStepError
from wisestep_desktop.core.invitation import MOST_INVITATION, SUFFIX, Invitation, is_invitation_link
from wisestep_desktop.core.team import Profile
from wisestep_desktop.ports.store import Books
from wisestep_desktop.ports.team import Membership
from wisestep_desktop.services import membership
from wisestep_desktop.services.believing import believed_invitation, held
from wisestep_desktop.services.membership import Checked, Offer
from wisestep_desktop.services.teamwork import Teamwork
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.tasks import Tasks

_log = logging.getLogger(__name__)
_MINUTE = 60_000
_AGAIN = 15 * _MINUTE
_START = 2_000
"""Milliseconds after the start before the first look: recording comes first."""

T = TypeVar("T")


class TeamDesk(QObject):
    """Follows the team in force, and does what the windows ask for. Signals come on the Qt thread.

    Signals: ``changed`` when what is kept of teams may be otherwise; ``applied`` with the names of settings that are
    otherwise because of a team.
    """

    changed = Signal()
    applied = Signal(object)

    def __init__(self, desk: Desk, tasks: Tasks, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._checking = False
        self._membership: Membership | None = None
        self._profile: Profile | None = None
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setTimerType(Qt.TimerType.VeryCoarseTimer)
        self._timer.timeout.connect(self.check)
        self._read(desk.store.read(lambda books: books.teams.active()))

    @property
    def membership(self) -> Membership | None:
        """Return the team in force as last read; None without."""
        return self._membership

    @property
    def profile(self) -> Profile | None:
        """Return what the team in force decides."""
        return self._profile

    @property
    def work(self) -> Teamwork:
        """Return what owners and managers do; call it off the Qt thread only."""
        return Teamwork(self._desk.teams(), self._desk.mint)

    @property
    def _follows(self) -> bool:
        return self._membership is not None or self._desk.policy.team_place is not None

    @property
    def checking(self) -> bool:
        """Tell whether the profile is being asked for."""
        return self._checking

    def begin(self) -> None:
        """Follow the team in force from now on."""
        if self._follows:
            self._timer.start(_START)

    def check(self) -> None:
        """Ask for the newest profile; a second call while one is asked for does nothing."""
        if self._checking:
            return
        self._checking = True
        self.changed.emit()
        self._tasks.run(self._check, self._checked, self._check_failed, network=True)

    def read_invitation(self, opened: str, done: Callable[[Invitation], None], failed: _Failed) -> None:
        """Read an invitation, given as its link or the path of its file, without asking anybody for anything."""
        tools = self._desk.teams

        def read() -> Invitation:
            return believed_invitation(_content(opened), tools().signatures, tools().now())

        self._tasks.run(read, done, failed, network=True)

    def read_offer(self, opened: str, code: str, done: Callable[[Offer], None], failed: _Failed) -> None:
        """Open an invitation, given as its link or the path of its file."""
        tools = self._desk.teams
        self._tasks.run(lambda: membership.read_offer(tools(), _content(opened), code), done, failed, network=True)

    def join(self, offer: Offer, *, activate: bool, done: Callable[[], None], failed: _Failed) -> None:
        """Belong to the team of an offer."""
        self.act(lambda: membership.join(self._desk.teams(), offer, activate=activate), lambda _names: done(), failed)

    def ask(self, job: Callable[[], T], done: Callable[[T], None], failed: _Failed) -> None:
        """Read something off the Qt thread that may wait for the keyring."""
        self._tasks.run(job, done, failed, network=True)

    def act(self, job: Callable[[], T], done: Callable[[T], None], failed: _Failed) -> None:
        """Do something with a team off the Qt thread, then tell everybody what is otherwise because of it."""

        def work() -> tuple[T, tuple[str, ...]]:
            before = self._texts()
            result = job()
            after = self._texts()
            names = tuple(sorted(name for name in before.keys() | after.keys() if before.get(name) != after.get(name)))
            self._follow(names)
            return result, names

        def finished(both: tuple[T, tuple[str, ...]]) -> None:
            result, names = both
            self._reread(names)
            done(result)

        def refused(error: WiseStepError) -> None:
            self._reread(())  # somebody else's version may have come
            failed(error)

        self._tasks.run(work, finished, refused, network=True)

    def looked_at(self) -> None:
        """Note that the person saw what the team changed."""
        if self._membership is not None and self._membership.news:
            store = self._desk.store
            self._tasks.run(
                lambda: store.write(membership.looked_at).result(), lambda _done: self._reread(()), self._unread
            )

    def someone_signed_in(self) -> None:
        """Let what is said of single members hold for whoever is signed in now."""
        if self._membership is not None:
            self._reread(())

    def close(self) -> None:
        """Follow nothing any more."""
        self._timer.stop()

    def _check(self) -> Checked:
        checked = membership.check(self._desk.teams(), self._desk.policy)
        self._follow(checked.changed)
        return checked

    def _checked(self, checked: Checked) -> None:
        self._checking = False
        if checked.trouble is not None:
            _log.warning("the team's profile was not taken: %s", checked.trouble.code)
        self._reread(checked.changed)

    def _check_failed(self, error: WiseStepError) -> None:
        self._checking = False
        self._unread(error)

    def _follow(self, names: tuple[str, ...]) -> None:
        """Let titles mean what they mean under the new settings."""
        if "SHOW_CLOSED_CASES" in names:
            self._desk.recogniser.rematch(self._desk.store)

    def _texts(self) -> dict[str, str]:
        return self._desk.store.read(lambda books: books.settings.all())

    def _reread(self, names: tuple[str, ...]) -> None:
        def done(found: tuple[Membership | None, int]) -> None:
            self._read(found[0])
            self._plan(found[1])
            self.changed.emit()
            if names:
                self.applied.emit(names)

        def read(books: Books) -> tuple[Membership | None, int]:
            return books.teams.active(), membership.follows(books)

        self._tasks.run(lambda: self._desk.store.read(read), done, self._unread)

    def _read(self, active: Membership | None) -> None:
        if active is None:
            self._membership = self._profile = None
        elif self._membership is None or active != self._membership:
            self._membership, self._profile = active, held(active)

    def _plan(self, minutes: int) -> None:
        if not self._follows:
            self._timer.stop()
            return
        spread = 0.9 + 0.1 * SystemRandom().random()  # a firm's computers must not ask in step, nor later than promised
        self._timer.start(round(minutes * _MINUTE * spread))

    def _unread(self, _error: WiseStepError) -> None:
        """Keep what was known, and ask again later: whatever cannot be read is told where the day is read."""
        if self._follows and not self._timer.isActive():
            self._timer.start(_AGAIN)
        self.changed.emit()


_Failed = Callable[[WiseStepError], None]


def _content(opened: str) -> str | bytes:
    if is_invitation_link(opened) or not opened.casefold().endswith(SUFFIX):
        return opened
    try:
        with Path(opened).open("rb") as stream:
            return stream.read(4 * MOST_INVITATION + 1)
    except OSError as error:
        raise BadInput("team.file_unreadable", file=opened, reason=error.strerror or "") from error
