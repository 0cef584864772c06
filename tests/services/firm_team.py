"""People of one firm for tests: each with a real encrypted store and own keys, sharing a folder and a clock."""

from __future__ import annotations

import secrets
from collections.abc import Callable
from pathlib import Path

from tests.fakes.clock import FakeClock
from tests.services.office import KEY
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.adapters.team.ed25519 import Ed25519Signatures
from wisestep_desktop.adapters.team.folder import CURRENT
from wisestep_desktop.adapters.team.places import Places
from wisestep_desktop.core.ids import ParticipantId, TeamId
from wisestep_desktop.core.matters import Person
from wisestep_desktop.core.team import Profile
from wisestep_desktop.services import facts, membership, preferences
from wisestep_desktop.services.believing import held
from wisestep_desktop.services.inviting import Invited, invite
from wisestep_desktop.services.membership import Checked, TeamTools
from wisestep_desktop.services.publishing import publish
from wisestep_desktop.services.team_standing import Standing, standing_of
from wisestep_desktop.services.teamwork import Teamwork


class KeysInMemory:
    """Keeps the promises of ``ports.signing.SigningKeys``."""

    def __init__(self) -> None:
        self.kept: dict[str, bytes] = {}

    def load(self, name: str) -> bytes | None:
        return self.kept.get(name)

    def keep(self, name: str, seed: bytes) -> None:
        self.kept[name] = seed

    def forget(self, name: str) -> None:
        self.kept.pop(name, None)


class Colleague:
    """One person's WiseStep as far as teams go."""

    def __init__(self, folder: Path, clock: FakeClock) -> None:
        folder.mkdir()
        self.store = SqlStore(folder, KEY, "0.0.1")
        self.keys = KeysInMemory()
        self.tools = TeamTools(self.store, clock, Ed25519Signatures(), self.keys, Places("0.0.1"))
        self.work = Teamwork(self.tools, secrets.token_bytes)

    def create(self, place: Path, name: str = "Hartley & Co", owner: str = "Olive Owner") -> TeamId:
        return self.work.create(name, owner, str(place))

    def invite(self, team: TeamId, *, days: int | None = 14, with_secret: bool = False) -> Invited:
        return invite(self.tools, secrets.token_bytes, team, days=days, with_secret=with_secret)

    def join(self, text: str | bytes, code: str = "") -> tuple[str, ...]:
        return membership.join(self.tools, membership.read_offer(self.tools, text, code))

    def check(self) -> Checked:
        return membership.check(self.tools)

    def publish(self, team: TeamId) -> tuple[str, ...]:
        return publish(self.tools, team)

    def standing(self, team: TeamId) -> Standing:
        return standing_of(self.tools, team)

    def set(self, name: str, text: str) -> None:
        self.store.write(lambda books: preferences.change(books, name, text)).result()

    def value(self, name: str) -> object:
        return self.preference(name).value

    def preference(self, name: str) -> preferences.Preference:
        return self.store.read(lambda books: preferences.preference(books, name))

    def profile(self) -> Profile:
        active = self.store.read(lambda books: books.teams.active())
        assert active is not None
        return held(active)

    def sign_in(self, email: str) -> None:
        one = Person(ParticipantId(7), "Terry Tester", email)

        def keep(books: object) -> None:
            facts.keep_person(books, one)  # type: ignore[arg-type]
            membership.apply(books)  # type: ignore[arg-type]

        self.store.write(keep).result()


class TeamFirm:
    """A folder everybody can read, a clock, and people."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = FakeClock()
        self.shared = folder / "shared"
        self.shared.mkdir()
        self._people: list[Colleague] = []

    def colleague(self) -> Colleague:
        made = Colleague(self.folder / f"person{len(self._people)}", self.clock)
        self._people.append(made)
        return made

    def founded(self, change: Callable[[Colleague], None] = lambda _owner: None) -> tuple[Colleague, TeamId]:
        """Return an owner and a team that is published."""
        owner = self.colleague()
        change(owner)
        return owner, owner.create(self.shared)

    def with_manager(self) -> tuple[Colleague, Colleague, TeamId]:
        """Return an owner, a manager who knows that they are one, and their team."""
        owner, team = self.founded()
        manager = self.colleague()
        manager.join(owner.invite(team).link)
        owner.work.add_manager(team, manager.work.ask_to_manage(team, "Mina Manager"))
        owner.publish(team)
        manager.check()
        return owner, manager, team

    @property
    def published(self) -> Path:
        return self.shared / CURRENT

    def close(self) -> None:
        for each in self._people:
            each.store.close()
