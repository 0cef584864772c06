"""What owners and managers do before they publish: make a team, change what it decides, say who may publish too."""

from __future__ import annotations

from base64 import b32encode
from collections.abc import Callable
from dataclasses import replace

from wisestep_desktop.core.errors import BadInput, Unavailable
from wisestep_desktop.core.ids import TeamId
from wisestep_desktop.core.invitation import is_place, is_web_place
from wisestep_desktop.core.settings import PROPERTIES, setting
from wisestep_desktop.core.team import Profile, Role, Roster, Signer
from wisestep_desktop.ports.store import Books
from wisestep_desktop.ports.team import EditionTaken, Membership, ProfilePlace
from wisestep_desktop.services import membership as belonging
from wisestep_desktop.services import preferences
from wisestep_desktop.services.believing import held, signed_profile, signed_roster
from wisestep_desktop.services.credentials import read_recovery, read_request, recovery_text, request_text
from wisestep_desktop.services.drafting import Draft, applied, draft_text, narrowed
from wisestep_desktop.services.inviting import Mint
from wisestep_desktop.services.membership import TeamTools
from wisestep_desktop.services.team_standing import (
    Standing,
    check_draft,
    check_logo,
    check_name,
    membership_of,
    seed_of,
    standing_of,
)


class Teamwork:
    """Everything that needs a signature. Every method may block: never on the Qt thread.

    Args:
        tools: store, clock, signatures, keys and places.
        mint: random bytes.
    """

    def __init__(self, tools: TeamTools, mint: Mint) -> None:
        self._tools = tools
        self._mint = mint

    def create(self, name: str, owner: str, place: str, logo: bytes = b"") -> TeamId:
        """Make a team, publish its first profile, and belong to it. Its settings begin as the owner's own.

        Raises:
            BadInput: naming the field that cannot be so.
            Unavailable: if nothing can be published there; then there is no team.
            KeyUnavailable: if the key cannot be kept; likewise.
        """
        check_name("team.bad_team_name", name)
        check_name("team.bad_your_name", owner)
        check_logo(logo)
        if not is_place(place):
            raise BadInput("team.bad_place")
        tools = self._tools
        team = TeamId(b32encode(self._mint(16)).decode().rstrip("=").lower())
        seed = tools.signatures.new_seed()
        key = tools.signatures.public_key(seed)
        roster = Roster(team, 1, Signer(key, owner.strip()))
        own = tools.store.read(_own_settings)
        profile = Profile(roster, 1, tools.now(), key, name.strip(), logo, own)
        data = signed_profile(profile, signed_roster(roster, seed, tools.signatures), seed, tools.signatures)
        tools.keys.keep(team, seed)
        if not is_web_place(place):
            self._publish_first(place, team, data)
        now = tools.now()
        fresh = Membership(team, place, key, data, active=True, joined=now, checked=now)

        def keep(books: Books) -> None:
            books.teams.put(fresh)
            belonging.apply(books)

        tools.store.write(keep).result()
        return team

    def edit(self, team: TeamId, change: Callable[[Draft], Draft]) -> Standing:
        """Change the draft; nothing is published.

        Raises:
            BadInput: ``team.not_yours`` for members, ``team.owner_only`` for managers who would change managers.
            BadSetting: naming a setting that is not the team's to decide, or whose value is wrong.
        """
        standing = standing_of(self._tools, team)
        draft = narrowed(standing.profile, change(standing.draft))
        check_draft(standing, draft)
        kept = replace(standing.membership, draft=draft_text(draft))

        def keep(books: Books) -> None:
            present = books.teams.membership(team)  # another process may have taken a newer profile meanwhile
            if present is not None:
                books.teams.put(replace(present, draft=kept.draft))

        self._tools.store.write(keep).result()
        return replace(standing, membership=kept, draft=draft, pending=applied(standing.profile, draft))

    def decide(self, team: TeamId, name: str, text: str) -> Standing:
        """Put a setting into the draft; a blank text leaves it to each member."""
        known = setting(name)
        text = self._tools.store.read(lambda books: preferences.checked(books, known, text)).strip()
        return self.edit(team, lambda draft: replace(draft, settings={**draft.settings, known.name: text}))

    def ask_to_manage(self, team: TeamId, name: str) -> str:
        """Make a key of this person's own; return the request that the owner pastes to let them publish.

        Raises:
            BadInput: for a name that is none.
            KeyUnavailable: if the key cannot be kept.
        """
        check_name("team.bad_your_name", name)
        membership_of(self._tools, team)
        seed = self._tools.keys.load(team)
        if seed is None:
            seed = self._tools.signatures.new_seed()
            self._tools.keys.keep(team, seed)
        return request_text(Signer(self._tools.signatures.public_key(seed), name.strip()))

    def add_manager(self, team: TeamId, request: str) -> Standing:
        """Put a manager into the draft, by the request they made.

        Raises:
            BadInput: ``team.bad_request``, or as ``edit`` does.
        """
        signer = read_request(request)

        def change(draft: Draft) -> Draft:
            present = self._managers(team, draft)
            return replace(draft, managers=(*(each for each in present if each.key != signer.key), signer))

        return self.edit(team, change)

    def remove_manager(self, team: TeamId, key: bytes) -> Standing:
        """Take a manager out; once published, nothing they sign counts any more."""

        def change(draft: Draft) -> Draft:
            return replace(draft, managers=tuple(each for each in self._managers(team, draft) if each.key != key))

        return self.edit(team, change)

    def recovery(self, team: TeamId) -> str:
        """Return the owner's private key as the recovery sheet shows it.

        Raises:
            BadInput: ``team.not_yours``.
        """
        return recovery_text(seed_of(self._tools, standing_of(self._tools, team)))

    def recover(self, team: TeamId, text: str) -> Standing:
        """Take a key from a recovery sheet for a team this person belongs to.

        Raises:
            BadInput: ``team.bad_recovery`` for a text that is none, or one of another team.
        """
        seed = read_recovery(text)
        profile = held(membership_of(self._tools, team))
        if profile.roster.role_of(self._tools.signatures.public_key(seed)) is Role.MEMBER:
            raise BadInput("team.bad_recovery")
        self._tools.keys.keep(team, seed)
        return standing_of(self._tools, team)

    def _managers(self, team: TeamId, draft: Draft) -> tuple[Signer, ...]:
        present = held(membership_of(self._tools, team)).roster.managers
        return present if draft.managers is None else draft.managers

    def _publish_first(self, place: str, team: TeamId, data: bytes) -> None:
        """Publish where nobody else does; whatever keeps us from it, no key is left behind."""
        places = self._tools.places
        try:
            _see_that_nothing_is_there(places, place)
            places.publish(place, (1, 1), data)
        except EditionTaken:
            self._tools.keys.forget(team)
            raise BadInput("team.place.taken", place=place) from None
        except (BadInput, Unavailable):
            self._tools.keys.forget(team)
            raise


def _see_that_nothing_is_there(places: ProfilePlace, place: str) -> None:
    try:
        places.fetch(place, most=1)
    except Unavailable as error:
        if error.code == "team.place.nothing_there":
            return
        raise
    raise BadInput("team.place.taken", place=place)


def _own_settings(books: Books) -> dict[str, str]:
    """Return what the owner set for themselves that a team would decide: the connection and the six properties."""
    wanted = {each.name for each in PROPERTIES}
    return {
        name: text
        for name, text in sorted(books.settings.mine().items())
        if (name in wanted or name.startswith("connection.")) and setting(name).of_team
    }
