"""Belonging to a team: joining by an invitation, following its profile, leaving. What is good outlives what is not."""

from __future__ import annotations

from dataclasses import dataclass, field, replace

from wisestep_desktop.core.errors import BadInput, Unavailable, WiseStepError
from wisestep_desktop.core.ids import TeamId
from wisestep_desktop.core.invitation import Invitation, is_place
from wisestep_desktop.core.layers import Source
from wisestep_desktop.core.policy import Policy
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.core.team import Profile, Role
from wisestep_desktop.core.team_wire import MOST_PROFILE, good_settings, read_profile
from wisestep_desktop.ports.clock import Clock
from wisestep_desktop.ports.signing import Signatures, SigningKeys
from wisestep_desktop.ports.store import Books, Store
from wisestep_desktop.ports.team import Membership, ProfilePlace
from wisestep_desktop.services import facts, preferences
from wisestep_desktop.services.believing import Anchor, anchor_of, believed, believed_invitation, fingerprint, held


@dataclass(frozen=True, slots=True)
class TeamTools:
    """What everything about teams works with.

    Attributes:
        store: keeps memberships.
        clock: for what expires, and for what cannot be from tomorrow.
        signatures: make and verify.
        keys: keep this person's private keys, under the team's id.
        places: where profiles are.
    """

    store: Store
    clock: Clock
    signatures: Signatures
    keys: SigningKeys
    places: ProfilePlace

    def now(self) -> Instant:
        """Return UTC milliseconds."""
        return self.clock.read().wall


@dataclass(frozen=True, slots=True)
class Offer:
    """What joining would bring, before anybody said yes.

    Attributes:
        invitation: what was opened.
        profile: the team's, believed.
        published: the same, as it was published.
        known: this person belongs to the team already.
        other: the name of the team whose settings hold now, if there is one.
        secret: the client secret out of the invitation; empty for none.
    """

    invitation: Invitation
    profile: Profile
    published: bytes
    known: bool
    other: str | None
    secret: str = field(default="", repr=False)


@dataclass(frozen=True, slots=True)
class Checked:
    """What asking for a profile came to.

    Attributes:
        changed: names of settings that are otherwise than before.
        trouble: why the newest was not taken; None while all is well.
    """

    changed: tuple[str, ...] = ()
    trouble: WiseStepError | None = None


def read_offer(tools: TeamTools, text: str | bytes, code: str = "") -> Offer:
    """Open an invitation and fetch what it leads to. Nothing is kept. May block.

    Raises:
        BadInput: ``invitation.*`` or ``profile.*``; ``invitation.code_needed`` where it holds a secret and no code
            was given.
        Unavailable: if the profile cannot be fetched.
    """
    invitation = believed_invitation(text, tools.signatures, tools.now())
    secret = _unsealed(tools.signatures, invitation, code)
    anchor = Anchor(invitation.team, invitation.owner, invitation.least)
    data = tools.places.fetch(invitation.place, most=MOST_PROFILE)
    profile = believed(data, anchor, tools.signatures, tools.now())
    if profile.roster.role_of(invitation.by) is Role.MEMBER:
        raise BadInput("invitation.by_nobody", team=profile.name)
    known, active = tools.store.read(lambda books: (books.teams.membership(invitation.team), books.teams.active()))
    other = None if active is None or active.team == invitation.team else held(active).name
    return Offer(invitation, profile, data, known is not None, other, secret)


def join(tools: TeamTools, offer: Offer, *, activate: bool = True) -> tuple[str, ...]:
    """Belong to the team of an offer; return the names of settings that changed by it.

    Who belongs already only gets the new place and the secret. With ``activate`` false, the team in force stays.

    Raises:
        BadInput: ``invitation.expired`` if it was looked at for too long.
    """
    now, invitation = tools.now(), offer.invitation
    if invitation.expires is not None and now >= invitation.expires:
        raise BadInput("invitation.expired", team=invitation.name)

    def keep(books: Books) -> tuple[str, ...]:
        before = books.teams.membership(invitation.team)
        newest = offer.published
        if before is not None and held(before).edition > offer.profile.edition:
            newest = before.profile
        books.teams.put(
            Membership(
                team=invitation.team,
                place=invitation.place,
                owner=invitation.owner,
                profile=newest,
                active=activate or (before is not None and before.active),
                joined=now if before is None else before.joined,
                checked=now,
                secret=offer.secret or ("" if before is None else before.secret),
                draft="" if before is None else before.draft,
            )
        )
        return apply(books)

    return tools.store.write(keep).result()


def check(tools: TeamTools, policy: Policy | None = None) -> Checked:
    """Ask for the profile of the team in force, and take it if it is good. May block; raises nothing of ours.

    Where an administrator named a team, this computer belongs to it first.
    """
    if policy is not None and policy.team_place is not None:
        try:
            changed = _follow(tools, policy.team_place, policy.team_fingerprint or "")
        except (BadInput, Unavailable) as refused:
            return Checked(trouble=refused)
        if changed is not None:
            return Checked(changed)
    membership = tools.store.read(lambda books: books.teams.active())
    if membership is None:
        return Checked()
    try:
        data = tools.places.fetch(membership.place, most=MOST_PROFILE)
        believed(data, anchor_of(membership), tools.signatures, tools.now())
    except (BadInput, Unavailable) as refused:
        trouble = refused
        tools.store.write(lambda books: _note_trouble(books, membership.team, trouble)).result()
        return Checked(trouble=refused)
    now = tools.now()
    return Checked(tools.store.write(lambda books: adopt(books, membership.team, data, now)).result())


def is_managed(membership: Membership, policy: Policy) -> bool:
    """Tell whether an administrator put this computer into a team."""
    return policy.team_place is not None and _plain(fingerprint(membership.owner)) == _plain(
        policy.team_fingerprint or ""
    )


def _follow(tools: TeamTools, place: str, wanted: str) -> tuple[str, ...] | None:
    """Belong to the team an administrator named; return the names of what changed, None where that is so already.

    Raises:
        BadInput: ``team.policy_fingerprint`` where the profile is signed with another key than was named.
        Unavailable: if the profile cannot be fetched.
    """
    known = next(
        (each for each in tools.store.read(lambda books: books.teams.memberships())
         if _plain(fingerprint(each.owner)) == _plain(wanted)),
        None,
    )  # fmt: skip
    if known is not None and known.active and known.place == place:
        return None
    data = tools.places.fetch(place, most=MOST_PROFILE)
    roster = read_profile(data)[0].roster
    if _plain(fingerprint(roster.owner.key)) != _plain(wanted):
        raise BadInput("team.policy_fingerprint", place=place)
    anchor = Anchor(roster.team, roster.owner.key, (1, 1)) if known is None else anchor_of(known)
    believed(data, anchor, tools.signatures, tools.now())
    now = tools.now()
    fresh = Membership(roster.team, place, roster.owner.key, data, active=True, joined=now, checked=now)
    if known is not None:
        fresh = replace(known, place=place, profile=data, active=True, checked=now, trouble=None, params={})

    def keep(books: Books) -> tuple[str, ...]:
        books.teams.put(fresh)
        return apply(books)

    return tools.store.write(keep).result()


def _plain(text: str) -> str:
    """Return a fingerprint however it was written."""
    return "".join(char for char in text.upper() if char.isalnum())


def adopt(books: Books, team: TeamId, data: bytes, now: Instant) -> tuple[str, ...]:
    """Keep a believed profile unless a newer one came meanwhile; return the names of settings that changed."""
    membership = books.teams.membership(team)
    if membership is None:
        return ()
    fresh = replace(membership, checked=now, trouble=None, params={})
    if data != membership.profile and _edition(data) > _edition(membership.profile):
        fresh = replace(fresh, profile=data)
    books.teams.put(fresh)
    changed = apply(books)
    if changed:
        books.teams.put(replace(fresh, news=tuple(dict.fromkeys((*fresh.news, *changed)))))
    return changed


def apply(books: Books) -> tuple[str, ...]:
    """Let the settings of the team in force hold, for whoever is signed in; return the names of what changed.

    To be called again when somebody else signs in: a team may say something of single members.
    """
    active = books.teams.active()
    if active is None:
        return preferences.decide(books, Source.TEAM, {})
    person = facts.last_person(books)
    texts = held(active).decided_for(None if person is None else person.email)
    return preferences.decide(books, Source.TEAM, good_settings(texts), client_secret=active.secret)


def move(tools: TeamTools, team: TeamId, place: str) -> tuple[str, ...]:
    """Ask for the profile somewhere else from now on; return the names of settings that changed by it. May block.

    What is there must be this team's, and as new as what is known. Invitations made from then on lead there.

    Raises:
        BadInput: ``team.unknown``, ``team.bad_place``, or ``profile.*`` for what cannot be believed; nothing is moved.
        Unavailable: if nothing can be read there; likewise.
    """
    membership = tools.store.read(lambda books: books.teams.membership(team))
    if membership is None:
        raise BadInput("team.unknown")
    if not is_place(place):
        raise BadInput("team.bad_place")
    data = tools.places.fetch(place, most=MOST_PROFILE)
    believed(data, anchor_of(membership), tools.signatures, tools.now())
    now = tools.now()

    def keep(books: Books) -> tuple[str, ...]:
        present = books.teams.membership(team)
        if present is None:
            return ()
        books.teams.put(replace(present, place=place))
        return adopt(books, team, data, now)

    return tools.store.write(keep).result()


def leave(tools: TeamTools, team: TeamId, policy: Policy | None = None) -> None:
    """Belong to a team no longer: own settings hold again, its key and its secret are forgotten. May block.

    Raises:
        BadInput: ``team.unknown``, or ``team.by_policy`` where an administrator put this computer into the team.
        KeyUnavailable: if a key of this person's cannot be forgotten; then nothing was changed.
    """
    known = tools.store.read(lambda books: books.teams.membership(team))
    if known is None:
        raise BadInput("team.unknown")
    if policy is not None and is_managed(known, policy):
        raise BadInput("team.by_policy")
    tools.keys.forget(team)

    def drop(books: Books) -> None:
        books.teams.drop(team)
        apply(books)

    tools.store.write(drop).result()


def use(tools: TeamTools, team: TeamId | None) -> tuple[str, ...]:
    """Let another team's settings hold, or no team's; return the names of settings that changed.

    Raises:
        BadInput: ``team.unknown``.
    """

    def switch(books: Books) -> tuple[str, ...]:
        for each in books.teams.memberships():
            if each.active:
                books.teams.put(replace(each, active=False))
        if team is not None:
            wanted = books.teams.membership(team)
            if wanted is None:
                raise BadInput("team.unknown")
            books.teams.put(replace(wanted, active=True))
        return apply(books)

    return tools.store.write(switch).result()


def looked_at(books: Books) -> None:
    """Note that the person saw what the team changed."""
    active = books.teams.active()
    if active is not None and active.news:
        books.teams.put(replace(active, news=()))


def follows(books: Books) -> int:
    """Return after how many minutes the profile is asked for again."""
    return Settings(books.settings.all()).number("team.check_minutes")


def _edition(data: bytes) -> tuple[int, int]:
    return read_profile(data, kept=True)[0].edition


def _note_trouble(books: Books, team: TeamId, trouble: WiseStepError) -> None:
    membership = books.teams.membership(team)
    if membership is not None:
        books.teams.put(replace(membership, trouble=trouble.code, params=trouble.params))


def _unsealed(signatures: Signatures, invitation: Invitation, code: str) -> str:
    if not invitation.sealed:
        return ""
    if not code.strip():
        raise BadInput("invitation.code_needed", team=invitation.name)
    secret = signatures.unseal(code, invitation.sealed, seal_context(invitation.team, invitation.id))
    if secret is None:
        raise BadInput("invitation.wrong_code")
    return secret


def seal_context(team: TeamId, invitation: bytes) -> bytes:
    """Return what ties a sealed secret to one invitation."""
    return b"wisestep-secret-1\n" + team.encode() + invitation
