"""Which of a team's documents are believed: signatures, rosters, editions and clocks. What is good outlives all."""

from __future__ import annotations

import hashlib
from base64 import b32encode
from dataclasses import dataclass

from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.ids import TeamId
from wisestep_desktop.core.instants import HOUR
from wisestep_desktop.core.invitation import Invitation, invitation_body, read_invitation
from wisestep_desktop.core.signed import Signed, message, written
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.core.team import Profile, Roster
from wisestep_desktop.core.team_wire import PROFILE, ROSTER, profile_body, read_profile, roster_body
from wisestep_desktop.ports.signing import Signatures
from wisestep_desktop.ports.team import Membership

_AHEAD = 26 * HOUR
"""How far a publisher's clock may be ahead of ours: a wrong time zone is forgiven, a wrong year is not."""


@dataclass(frozen=True, slots=True)
class Anchor:
    """What is known of a team before a document of it is read.

    Attributes:
        team: which.
        owner: the owner's public key.
        least: the edition known; older ones are refused.
        held: the profile of that edition as it was published; empty where only an invitation names it.
    """

    team: TeamId
    owner: bytes
    least: tuple[int, int]
    held: bytes = b""


def believed(data: bytes, anchor: Anchor, signatures: Signatures, now: Instant) -> Profile:
    """Return what a profile says, once everything about it is in order.

    Raises:
        BadInput: ``profile.*``, saying what is wrong with it: unreadable, another team's, signed by nobody who may,
            older than the one known, another one of the same edition, or from a day to come.
    """
    profile, document, roster = read_profile(data)
    if profile.roster.team != anchor.team or profile.roster.owner.key != anchor.owner:
        raise BadInput("profile.other_team")
    if not signatures.verify(roster.key, roster.message, roster.signature):
        raise BadInput("profile.forged")
    if not signatures.verify(document.key, document.message, document.signature):
        raise BadInput("profile.forged")
    if profile.roster.version < anchor.least[0] or profile.edition < anchor.least:
        raise BadInput("profile.older", version=profile.version, known=anchor.least[1])
    if profile.edition == anchor.least and anchor.held and anchor.held != data:
        raise BadInput("profile.forked", version=profile.version)
    if profile.published > now + _AHEAD:
        raise BadInput("profile.from_the_future")
    return profile


def anchor_of(membership: Membership) -> Anchor:
    """Return what is known of a team this person belongs to."""
    held, _, _ = read_profile(membership.profile, kept=True)
    return Anchor(membership.team, membership.owner, held.edition, membership.profile)


def held(membership: Membership) -> Profile:
    """Return the last good profile of a team; it was believed when it was kept."""
    return read_profile(membership.profile, kept=True)[0]


def signed_roster(roster: Roster, seed: bytes, signatures: Signatures) -> bytes:
    """Return the owner's signature under a roster."""
    return signatures.sign(seed, message(ROSTER, roster_body(roster)))


def roster_signature(profile: bytes) -> bytes:
    """Return the owner's signature out of a published profile."""
    return read_profile(profile, kept=True)[2].signature


def signed_profile(profile: Profile, signature: bytes, seed: bytes, signatures: Signatures) -> bytes:
    """Return a profile as it is published.

    Args:
        profile: what it says.
        signature: the owner's, under its roster.
        seed: the publisher's private key.
        signatures: to sign with.
    """
    body = profile_body(profile, signature)
    key = signatures.public_key(seed)
    return written(Signed(PROFILE, body, key, signatures.sign(seed, message(PROFILE, body))))


def signed_invitation(invitation: Invitation, seed: bytes, signatures: Signatures) -> Signed:
    """Return an invitation as it is handed out."""
    body = invitation_body(invitation)
    return Signed("invitation", body, invitation.by, signatures.sign(seed, message("invitation", body)))


def believed_invitation(text: str | bytes, signatures: Signatures, now: Instant) -> Invitation:
    """Return what an invitation says, if nobody changed it and it is still good.

    Raises:
        BadInput: ``invitation.*``.
    """
    invitation, document = read_invitation(text)
    if not signatures.verify(document.key, document.message, document.signature):
        raise BadInput("invitation.forged")
    if invitation.expires is not None and now >= invitation.expires:
        raise BadInput("invitation.expired", team=invitation.name)
    return invitation


def fingerprint(key: bytes) -> str:
    """Return how people compare an owner's key: 160 bits of its SHA-256, in eight groups of four."""
    letters = b32encode(hashlib.sha256(key).digest()[:20]).decode()
    return "-".join(letters[at : at + 4] for at in range(0, len(letters), 4))
