"""Teams as they are kept here, and the places where their profiles are published."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from typing import Protocol

from wisestep_desktop.core.ids import TeamId
from wisestep_desktop.core.spans import Instant


@dataclass(frozen=True, slots=True)
class Membership:
    """A team this person belongs to.

    Attributes:
        team: which.
        place: where its profile is asked for.
        owner: the owner's public key, as the invitation said; no other is ever believed.
        profile: the last good one, as it was published.
        active: whether its settings hold; of one team at most.
        joined: when.
        checked: when its place last answered with something good.
        trouble: code of why the newest profile was not taken; None while all is well.
        params: what the sentence of the trouble names.
        news: names of settings that changed since the person last looked.
        secret: the client secret out of the invitation; empty for none.
        draft: what was edited here and is not published yet, as ``services.drafting`` writes it; empty for nothing.
    """

    team: TeamId
    place: str
    owner: bytes
    profile: bytes
    active: bool
    joined: Instant
    checked: Instant | None = None
    trouble: str | None = None
    params: Mapping[str, str | int] = field(default_factory=dict)
    news: tuple[str, ...] = ()
    secret: str = field(default="", repr=False)
    draft: str = ""


class TeamBook(Protocol):
    """Teams this person belongs to, inside one transaction."""

    def memberships(self) -> tuple[Membership, ...]:
        """Return all, by when they were joined."""
        ...

    def membership(self, team: TeamId) -> Membership | None:
        """Return one; None if this person does not belong to it."""
        ...

    def active(self) -> Membership | None:
        """Return the one whose settings hold; None without."""
        ...

    def put(self, membership: Membership) -> None:
        """Keep a membership; where it is the active one, no other is."""
        ...

    def drop(self, team: TeamId) -> None:
        """Forget a team."""
        ...


class ProfilePlace(Protocol):
    """Where profiles are published: a folder everybody in the firm can read, or a web address. May block."""

    def fetch(self, place: str, *, most: int) -> bytes:
        """Return the profile that is published there, up to one byte more than ``most``.

        Raises:
            Unavailable: ``team.place.*``, if it cannot be read now.
        """
        ...

    def publish(self, place: str, edition: tuple[int, int], data: bytes) -> None:
        """Put a profile there, wholly or not at all, unless one of that edition is there already.

        Raises:
            EditionTaken: if somebody else published that edition.
            BadInput: ``team.place.read_only`` for a web address, which is uploaded to by hand.
            Unavailable: if it cannot be written now.
        """
        ...

    def make_current(self, place: str, data: bytes) -> None:
        """Make a profile that has its edition the one that is fetched: whoever published it was cut off in between.

        Raises:
            Unavailable: if it cannot be written now.
        """
        ...

    def edition(self, place: str, edition: tuple[int, int], *, most: int) -> bytes | None:
        """Return what was published as an edition; None where nothing was, or nobody keeps editions.

        Raises:
            Unavailable: if it cannot be read now.
        """
        ...


class EditionTaken(Exception):
    """Somebody else published that edition first."""
