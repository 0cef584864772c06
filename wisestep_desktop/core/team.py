"""A team's profile as a value: who may decide, what is decided, for whom, and who decided what. Pure; verifies nothing.

The *roster* says whose signature counts. Only the owner signs it, so no manager can keep a place that was taken away.
Versions are pairs of the roster's and the profile's: the owner's next roster goes before whatever a removed manager
published, however high a number they gave it.
"""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from decimal import Decimal
from enum import StrEnum

from wisestep_desktop.core.ids import TeamId
from wisestep_desktop.core.spans import Instant

MOST_MEMBERS = 5_000
MOST_MANAGERS = 50
MOST_CHANGES = 200
"""Of the change log: the oldest are let go."""
LONGEST_NAME = 120
MOST_LOGO = 256_000
"""Bytes of a logo."""


class Role(StrEnum):
    """What somebody may do in a team."""

    OWNER = "owner"
    MANAGER = "manager"
    MEMBER = "member"


@dataclass(frozen=True, slots=True)
class Signer:
    """Somebody whose signature counts.

    Attributes:
        key: their public key, 32 bytes.
        name: as others see it.
    """

    key: bytes
    name: str


@dataclass(frozen=True, slots=True)
class Roster:
    """Whose signature counts, as the owner says.

    Attributes:
        team: of which team.
        version: grows with each change.
        owner: signs rosters, and profiles.
        managers: sign profiles.
    """

    team: TeamId
    version: int
    owner: Signer
    managers: tuple[Signer, ...] = ()

    def role_of(self, key: bytes | None) -> Role:
        """Return what the holder of a key may do; nobody's key is a member's."""
        if key == self.owner.key:
            return Role.OWNER
        return Role.MANAGER if any(each.key == key for each in self.managers) else Role.MEMBER

    def name_of(self, key: bytes) -> str | None:
        """Return the name of a signer; None for anybody else."""
        return next((each.name for each in (self.owner, *self.managers) if each.key == key), None)


@dataclass(frozen=True, slots=True)
class MemberSettings:
    """What is said of one member.

    Attributes:
        email: the address under which Actionstep knows them; compared regardless of case.
        name: for the team's own lists.
        weighting: percent of their worked time that is billed; None for the team's.
        goal: hours a day; None for the team's.
    """

    email: str
    name: str = ""
    weighting: int | None = None
    goal: Decimal | None = None


@dataclass(frozen=True, slots=True)
class Change:
    """One line of the change log.

    Attributes:
        at: when it was published.
        by: who did.
        version: of the profile it came with.
        what: the name of a setting, or ``name``, ``logo``, ``members``, ``managers``.
        before, after: texts of a setting; blank where it was not decided, and for what is no setting.
    """

    at: Instant
    by: str
    version: int
    what: str
    before: str = ""
    after: str = ""


@dataclass(frozen=True, slots=True)
class Profile:
    """Everything a team decides.

    Attributes:
        roster: who may decide.
        version: grows with each publication.
        published: when, by the publisher's clock.
        by: the public key of whoever signed it.
        name: of the team.
        logo: a small PNG; empty for none.
        settings: texts by exact names.
        members: what is said of single members.
        log: the newest changes, oldest first.
    """

    roster: Roster
    version: int
    published: Instant
    by: bytes
    name: str
    logo: bytes = field(default=b"", repr=False)
    settings: Mapping[str, str] = field(default_factory=dict)
    members: tuple[MemberSettings, ...] = ()
    log: tuple[Change, ...] = ()

    @property
    def edition(self) -> tuple[int, int]:
        """Return what orders profiles: the roster's version first."""
        return self.roster.version, self.version

    @property
    def publisher(self) -> str:
        """Return the name of whoever signed it."""
        return self.roster.name_of(self.by) or ""

    def member(self, email: str) -> MemberSettings | None:
        """Return what is said of one member."""
        return next((each for each in self.members if same_address(each.email, email)), None)

    def decided_for(self, email: str | None) -> dict[str, str]:
        """Return the texts that hold for one member: the team's, with what is said of them alone."""
        texts = dict(self.settings)
        own = None if email is None else self.member(email)
        if own is not None and own.weighting is not None:
            texts["billing.weighting_percent"] = str(own.weighting)
        if own is not None and own.goal is not None:
            texts["review.goal_hours"] = f"{own.goal:f}"
        return texts


def same_address(one: str, other: str) -> bool:
    """Tell whether two e-mail addresses are the same person's."""
    return bool(one.strip()) and one.strip().casefold() == other.strip().casefold()
