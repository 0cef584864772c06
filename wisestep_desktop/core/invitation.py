"""An invitation to a team: a link or a file that says which team, where its profile is, and whose it must be."""

from __future__ import annotations

from dataclasses import dataclass, field

from wisestep_desktop.core.errors import BadInput, BadSetting
from wisestep_desktop.core.fields import Fields
from wisestep_desktop.core.ids import TeamId
from wisestep_desktop.core.setting_values import WebAddress
from wisestep_desktop.core.signed import KEY_BYTES, Body, Signed, from_text, read_signed, to_text, written
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.core.team import LONGEST_NAME

INVITATION = "invitation"
LINK = "wisestep://join/"
SUFFIX = ".wisestep"
MOST_INVITATION = 8_000
"""Bytes: a link has to survive being mailed."""
LONGEST_PLACE = 1_000
_MOST_VERSION = 2**40
_MOST_TIME = 2**45
_MOST_SEALED = 1_000


@dataclass(frozen=True, slots=True)
class Invitation:
    """What an invitation says.

    Attributes:
        id: of this invitation, at random.
        team, name: of the team.
        owner: the owner's public key: the anchor of everything that is believed later.
        by: the public key of whoever invites.
        host: the name of whoever invites.
        place: a folder or a web address where the profile is.
        least: the edition of the profile when it was written; an older one is refused.
        expires: from when on it is no longer good; None for never.
        sealed: the client secret under a code that is told separately; empty for none.
    """

    id: bytes
    team: TeamId
    name: str
    owner: bytes
    by: bytes
    host: str
    place: str
    least: tuple[int, int]
    expires: Instant | None = None
    sealed: bytes = field(default=b"", repr=False)


def read_invitation(text: str | bytes) -> tuple[Invitation, Signed]:
    """Read a link or the content of a file, without believing it.

    Raises:
        BadInput: ``invitation.unreadable``, ``invitation.newer``, ``invitation.too_large`` or ``invitation.bad_field``.
    """
    document = read_signed(_document(text), INVITATION, most=MOST_INVITATION)
    fields = Fields(INVITATION, document.body)
    expires = fields.maybe_number("expires", 0, _MOST_TIME)
    least = fields.part("least")
    place = fields.text("place", most=LONGEST_PLACE)
    if not is_place(place):
        fields.refuse("place")
    invitation = Invitation(
        id=fields.data("id", least=16, most=16),
        team=TeamId(fields.text("team", most=26)),
        name=fields.text("name", most=LONGEST_NAME),
        owner=fields.data("owner", least=KEY_BYTES, most=KEY_BYTES),
        by=document.key,
        host=fields.text("host", most=LONGEST_NAME),
        place=place,
        least=(least.number("roster", 1, _MOST_VERSION), least.number("profile", 1, _MOST_VERSION)),
        expires=None if expires is None else Instant(expires),
        sealed=fields.data("sealed", least=0, most=_MOST_SEALED),
    )
    return invitation, document


def invitation_body(invitation: Invitation) -> Body:
    """Return what an invitation's document says."""
    return {
        "expires": invitation.expires,
        "host": invitation.host,
        "id": to_text(invitation.id),
        "least": {"roster": invitation.least[0], "profile": invitation.least[1]},
        "name": invitation.name,
        "owner": to_text(invitation.owner),
        "place": invitation.place,
        "sealed": to_text(invitation.sealed),
        "team": invitation.team,
    }


def link(document: Signed) -> str:
    """Return an invitation as a link."""
    return LINK + to_text(written(document))


def is_invitation_link(text: str) -> bool:
    """Tell whether a text is one of our links, well or badly copied."""
    return text.strip().casefold().startswith("wisestep:")


def is_place(text: str) -> bool:
    """Tell whether a text can say where a profile is: a web address or the full path of a folder."""
    if text.startswith(("/", "\\\\")) or (text[1:3] in (":\\", ":/") and text[:1].isalpha()):
        return True
    return is_web_place(text)


def is_network_folder(place: str) -> bool:
    """Tell whether a folder is on a computer that the path names: Windows signs in there as soon as it is looked at."""
    return place.startswith(("\\\\", "//"))


def is_web_place(text: str) -> bool:
    """Tell whether a place is an address to ask, rather than a folder."""
    try:
        return bool(WebAddress()("place", text))
    except BadSetting:
        return False


def _document(text: str | bytes) -> bytes:
    """Return the document that a link or a file holds; mail programs break links and add signs around them."""
    if isinstance(text, bytes):
        if len(text) > 4 * MOST_INVITATION:
            raise BadInput("invitation.too_large", limit=MOST_INVITATION // 1_000)
        text = text.decode("utf-8-sig", "replace")
    if len(text) > 4 * MOST_INVITATION:
        raise BadInput("invitation.too_large", limit=MOST_INVITATION // 1_000)
    bare = "".join(text.split()).strip("<>\"'")
    if bare.startswith("{"):
        return text.strip().encode("utf-8", "replace")
    beginning, found, rest = bare.partition("/join/")
    data = from_text(rest.rstrip("/=")) if found and beginning.casefold() == "wisestep:/" else None
    if data is None:
        raise BadInput("invitation.unreadable")
    return data
