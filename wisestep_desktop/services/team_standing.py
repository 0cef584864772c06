"""Where a team stands on this computer: what holds, what this person may do, and what waits."""

from __future__ import annotations

from dataclasses import dataclass

from wisestep_desktop.core.errors import BadInput, BadSetting
from wisestep_desktop.core.ids import TeamId
from wisestep_desktop.core.layers import Source, decidable
from wisestep_desktop.core.logo import is_small_picture
from wisestep_desktop.core.team import (
    LONGEST_NAME,
    MOST_LOGO,
    MOST_MANAGERS,
    MOST_MEMBERS,
    MemberSettings,
    Profile,
    Role,
)
from wisestep_desktop.ports.team import Membership
from wisestep_desktop.services.believing import held
from wisestep_desktop.services.drafting import Draft, applied, narrowed, read_draft
from wisestep_desktop.services.membership import TeamTools


@dataclass(frozen=True, slots=True)
class Standing:
    """A team as its settings page shows it.

    Attributes:
        membership: as it is kept.
        profile: the last good one.
        role: what this person may do.
        draft: what was changed and is not published.
        pending: the profile as it would be published.
    """

    membership: Membership
    profile: Profile
    role: Role
    draft: Draft
    pending: Profile


def standing_of(tools: TeamTools, team: TeamId) -> Standing:
    """Return a team as its settings page shows it. May block on the keyring.

    Raises:
        BadInput: ``team.unknown``.
        KeyUnavailable: if the keyring does not say whether there is a key.
    """
    membership = membership_of(tools, team)
    profile = held(membership)
    draft = narrowed(profile, read_draft(membership.draft))  # what somebody published meanwhile waits no more
    seed = tools.keys.load(team)
    role = profile.roster.role_of(None if seed is None else tools.signatures.public_key(seed))
    return Standing(membership, profile, role, draft, applied(profile, draft))


def membership_of(tools: TeamTools, team: TeamId) -> Membership:
    """Return a membership.

    Raises:
        BadInput: ``team.unknown``.
    """
    found = tools.store.read(lambda books: books.teams.membership(team))
    if found is None:
        raise BadInput("team.unknown")
    return found


def seed_of(tools: TeamTools, standing: Standing) -> bytes:
    """Return the private key with which this person publishes.

    Raises:
        BadInput: ``team.not_yours``.
        KeyUnavailable: if the keyring refuses.
    """
    seed = tools.keys.load(standing.membership.team)
    if seed is None or standing.role is Role.MEMBER:
        raise BadInput("team.not_yours")
    return seed


def check_draft(standing: Standing, draft: Draft) -> None:
    """See that a draft is this person's to make, and that every part of it can be so.

    Raises:
        BadInput, BadSetting: naming what cannot be.
    """
    if standing.role is Role.MEMBER:
        raise BadInput("team.not_yours")
    if draft.managers is not None and standing.role is not Role.OWNER:
        raise BadInput("team.owner_only")
    after = applied(standing.profile, draft)
    check_name("team.bad_team_name", after.name)
    check_logo(after.logo)
    decidable(Source.TEAM, draft.settings)
    if len(after.members) > MOST_MEMBERS or len(after.roster.managers) > MOST_MANAGERS:
        raise BadInput("team.too_many")
    for each in draft.members.values():
        if each is not None:
            check_member(each)


def check_name(code: str, text: str) -> None:
    """Refuse a name that is blank, too long, or cannot be shown in a line, as ``code`` says."""
    if not text.strip() or len(text) > LONGEST_NAME or not text.isprintable():
        raise BadInput(code)


def check_logo(logo: bytes) -> None:
    """Refuse what is no small picture, as ``team.bad_logo``; none at all is good."""
    if logo and (len(logo) > MOST_LOGO or not is_small_picture(logo)):
        raise BadInput("team.bad_logo")


def check_member(member: MemberSettings) -> None:
    """Refuse what cannot be said of a member, naming the field."""
    name, at, host = member.email.strip().partition("@")
    if not (name and at and host) or len(member.email) > LONGEST_NAME or not member.email.isprintable():
        raise BadInput("team.bad_email")
    if member.weighting is not None and not 1 <= member.weighting <= 100:
        raise BadSetting("billing.weighting_percent", "from_1_to_100", str(member.weighting))
    if member.goal is not None and not 0 <= member.goal <= 24:
        raise BadSetting("review.goal_hours", "from_0_to_24", f"{member.goal:f}")
