"""Inviting to a team: a link and a file, good for a while, with the client secret under a code if that is wanted."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, field

from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.ids import TeamId
from wisestep_desktop.core.instants import HOUR
from wisestep_desktop.core.invitation import SUFFIX, Invitation, link
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.core.signed import written
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.services.believing import signed_invitation
from wisestep_desktop.services.membership import TeamTools, seal_context
from wisestep_desktop.services.team_standing import seed_of, standing_of

Mint = Callable[[int], bytes]
"""Gives a number of random bytes."""


@dataclass(frozen=True, slots=True)
class Invited:
    """What is handed out.

    Attributes:
        invitation: what it says.
        link: to be mailed.
        file: the content of a ``.wisestep`` file.
        file_name: what to call that.
        code: opens the sealed secret, to be told on another way; empty where there is none.
    """

    invitation: Invitation
    link: str
    file: bytes
    file_name: str
    code: str = field(default="", repr=False)


def invite(tools: TeamTools, mint: Mint, team: TeamId, *, days: int | None, with_secret: bool) -> Invited:
    """Make an invitation.

    Args:
        tools: with this person's key.
        mint: gives a number of random bytes.
        team: to which.
        days: for how long it is good; None for ever.
        with_secret: whether the client secret goes along, sealed under a code that is told separately.

    Raises:
        BadInput: ``team.not_yours``, or ``team.no_secret`` where there is none to go along.
    """
    standing = standing_of(tools, team)
    seed = seed_of(tools, standing)
    profile = standing.profile
    identity = mint(16)
    code, sealed = "", b""
    if with_secret:
        secret = tools.store.read(lambda books: Settings(books.settings.all()).text("connection.client_secret"))
        if not secret:
            raise BadInput("team.no_secret")
        code = tools.signatures.new_code()
        sealed = tools.signatures.seal(code, secret, seal_context(team, identity))
    key = tools.signatures.public_key(seed)
    invitation = Invitation(
        id=identity,
        team=team,
        name=profile.name,
        owner=profile.roster.owner.key,
        by=key,
        host=profile.roster.name_of(key) or "",
        place=standing.membership.place,
        least=profile.edition,
        expires=None if days is None else Instant(tools.now() + days * 24 * HOUR),
        sealed=sealed,
    )
    document = signed_invitation(invitation, seed, tools.signatures)
    return Invited(invitation, link(document), written(document), _file_name(profile.name), code)


def _file_name(team: str) -> str:
    bare = "".join(char if char.isalnum() or char in " -" else " " for char in team)
    return (" ".join(bare.split())[:40] or "team") + SUFFIX
