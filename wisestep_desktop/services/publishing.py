"""Publishing a team's profile: nobody's edition is lost, and nobody publishes over what they have not seen."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from wisestep_desktop.core.errors import BadInput, Unavailable
from wisestep_desktop.core.ids import TeamId
from wisestep_desktop.core.invitation import is_web_place
from wisestep_desktop.core.team import Profile
from wisestep_desktop.core.team_wire import MOST_PROFILE
from wisestep_desktop.ports.store import Books
from wisestep_desktop.ports.team import EditionTaken, Membership
from wisestep_desktop.services import membership as belonging
from wisestep_desktop.services.believing import anchor_of, believed, roster_signature, signed_profile, signed_roster
from wisestep_desktop.services.drafting import changes, logged
from wisestep_desktop.services.membership import TeamTools
from wisestep_desktop.services.team_standing import Standing, check_draft, seed_of, standing_of

_TRIES = 20
"""Editions whose names hold something nobody can believe are passed over, up to so many."""


def publish(tools: TeamTools, team: TeamId) -> tuple[str, ...]:
    """Publish the draft; return the names of settings that changed here by it.

    Raises:
        BadInput: ``team.nothing_to_publish``; ``team.published_meanwhile`` if somebody else was first: their
            edition holds now, and the draft waits on top of it to be looked at and published again;
            ``team.place.read_only`` for a web address.
        Unavailable: if the place cannot be reached; the draft stays.
    """
    standing = standing_of(tools, team)
    place = standing.membership.place
    if is_web_place(place):
        raise BadInput("team.place.read_only", place=place)
    _meet_others(tools, standing)
    for passed in range(_TRIES):
        data, profile = _signed(tools, standing, passed)
        try:
            tools.places.publish(place, profile.edition, data)
        except EditionTaken:
            _take_theirs(tools, standing, profile.edition)
        else:
            return _keep_published(tools, team, data)
    raise Unavailable("team.place.littered", place=place)


def publish_as_file(tools: TeamTools, team: TeamId, write: Callable[[bytes], None]) -> None:
    """Write the next profile, to be uploaded by hand to where the members ask for it; the present one without a draft.

    Args:
        tools: with this person's key.
        team: whose.
        write: takes the profile; only once it is done does the profile hold here.

    Raises:
        BadInput: as ``publish`` does.
        Unavailable: if what is there now cannot be read: somebody else may have published.
    """
    standing = standing_of(tools, team)
    seed_of(tools, standing)
    _meet_others(tools, standing)
    if standing.draft.is_empty:  # the first upload, or one that was lost
        write(standing.membership.profile)
        return
    data, _ = _signed(tools, standing, 0)
    write(data)
    _keep_published(tools, team, data)


def _signed(tools: TeamTools, standing: Standing, passed: int) -> tuple[bytes, Profile]:
    """Return the next profile signed, passing over a number of editions."""
    if standing.draft.is_empty:
        raise BadInput("team.nothing_to_publish")
    check_draft(standing, standing.draft)
    seed = seed_of(tools, standing)
    before, after = standing.profile, standing.pending
    signature = roster_signature(standing.membership.profile)
    if after.roster.managers != before.roster.managers:
        roster = replace(after.roster, version=before.roster.version + 1)
        after, signature = replace(after, roster=roster), signed_roster(roster, seed, tools.signatures)
    key, now = tools.signatures.public_key(seed), tools.now()
    after = replace(after, version=before.version + 1 + passed, published=now, by=key)
    after = logged(after, changes(before, after, now, after.publisher))
    data = signed_profile(after, signature, seed, tools.signatures)
    if len(data) > MOST_PROFILE:
        raise BadInput("profile.too_large", limit=MOST_PROFILE // 1_000)
    return data, after


def _meet_others(tools: TeamTools, standing: Standing) -> None:
    """Take a newer profile that is there already, and say so: nobody publishes over what they have not seen."""
    membership = standing.membership
    try:
        data = tools.places.fetch(membership.place, most=MOST_PROFILE)
    except Unavailable as error:
        if error.code == "team.place.nothing_there":
            return  # the first upload, or somebody cleared the folder
        raise
    try:
        theirs = believed(data, anchor_of(membership), tools.signatures, tools.now())
    except BadInput:
        return  # what cannot be believed is published over
    if theirs.edition > standing.profile.edition:
        _adopt_theirs(tools, membership, data, theirs)


def _take_theirs(tools: TeamTools, standing: Standing, edition: tuple[int, int]) -> None:
    """Take the profile that has the edition we wanted, if it is one; else that edition is passed over."""
    membership = standing.membership
    data = tools.places.edition(membership.place, edition, most=MOST_PROFILE)
    if data is None:
        return
    try:
        theirs = believed(data, anchor_of(membership), tools.signatures, tools.now())
    except BadInput:
        return
    tools.places.make_current(membership.place, data)
    _adopt_theirs(tools, membership, data, theirs)


def _adopt_theirs(tools: TeamTools, membership: Membership, data: bytes, theirs: Profile) -> None:
    now = tools.now()
    tools.store.write(lambda books: belonging.adopt(books, membership.team, data, now)).result()
    raise BadInput("team.published_meanwhile", name=theirs.publisher, version=theirs.version)


def _keep_published(tools: TeamTools, team: TeamId, data: bytes) -> tuple[str, ...]:
    now = tools.now()

    def keep(books: Books) -> tuple[str, ...]:
        membership = books.teams.membership(team)
        if membership is None:
            return ()
        books.teams.put(replace(membership, profile=data, draft="", checked=now, trouble=None, params={}))
        return belonging.apply(books)

    return tools.store.write(keep).result()
