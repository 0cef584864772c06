"""Between a team's profile and the body of its signed document. Bounds every field; believes no signature."""

from __future__ import annotations

from contextlib import suppress
from decimal import Decimal
from typing import Any

from wisestep_desktop.core.errors import BadInput, BadSetting
from wisestep_desktop.core.fields import Fields
from wisestep_desktop.core.ids import TeamId
from wisestep_desktop.core.layers import Source, decidable
from wisestep_desktop.core.logo import is_small_picture
from wisestep_desktop.core.settings import setting
from wisestep_desktop.core.signed import KEY_BYTES, SIGNATURE_BYTES, Body, Signed, read_signed, to_text
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.core.team import (
    LONGEST_NAME,
    MOST_CHANGES,
    MOST_LOGO,
    MOST_MANAGERS,
    MOST_MEMBERS,
    Change,
    MemberSettings,
    Profile,
    Roster,
    Signer,
)

PROFILE = "profile"
ROSTER = "roster"
MOST_PROFILE = 2_000_000
"""Bytes of a profile: far more than the largest firm has to say, far less than could hurt."""
_MOST_SETTINGS = 500
_LONGEST_SETTING = 400_000
"""Characters: ten thousand activity types fit."""
_LONGEST_SHOWN = 300
"""Characters of a value that the change log keeps."""
_MOST_VERSION = 2**40
_MOST_TIME = 2**45
_TEAM_ID = 26


def read_profile(data: bytes, *, kept: bool = False) -> tuple[Profile, Signed, Signed]:
    """Read a profile without believing it.

    Args:
        data: as it was published.
        kept: it was believed before, perhaps by a program with other rules; no value in it stops this one.

    Returns:
        What it says, the document, and the roster's document inside it; both signatures are still to be verified.

    Raises:
        BadInput: with the field that is wrong, or ``profile.bad_setting`` with the name of a setting.
    """
    document = read_signed(data, PROFILE, most=MOST_PROFILE)
    fields = Fields(PROFILE, document.body)
    inner = fields.part("roster")
    roster = _read_roster(inner.part("body"))
    signed_roster = Signed(
        ROSTER,
        inner.part("body").told,
        roster.owner.key,
        inner.data("signature", least=SIGNATURE_BYTES, most=SIGNATURE_BYTES),
    )
    profile = Profile(
        roster=roster,
        version=fields.number("version", 1, _MOST_VERSION),
        published=Instant(fields.number("published", 0, _MOST_TIME)),
        by=document.key,
        name=fields.text("name", most=LONGEST_NAME),
        logo=fields.data("logo", least=0, most=MOST_LOGO),
        settings=fields.texts("settings", most=_MOST_SETTINGS, longest=_LONGEST_SETTING),
        members=tuple(map(_read_member, fields.parts("members", most=MOST_MEMBERS))),
        log=tuple(map(_read_change, fields.parts("log", most=MOST_CHANGES))),
    )
    if not kept:
        _check(profile)
    return profile, document, signed_roster


def profile_body(profile: Profile, roster_signature: bytes) -> Body:
    """Return what a profile's document says."""
    return {
        "log": [_change(each) for each in profile.log[-MOST_CHANGES:]],
        "logo": to_text(profile.logo),
        "members": [_member(each) for each in profile.members],
        "name": profile.name,
        "published": profile.published,
        "roster": {"body": roster_body(profile.roster), "signature": to_text(roster_signature)},
        "settings": dict(profile.settings),
        "version": profile.version,
    }


def roster_body(roster: Roster) -> Body:
    """Return what a roster's document says."""
    return {
        "managers": [_signer(each) for each in roster.managers],
        "owner": _signer(roster.owner),
        "team": roster.team,
        "version": roster.version,
    }


def good_settings(texts: dict[str, str]) -> dict[str, str]:
    """Return those settings of a profile that can hold here, without what other rules let through."""
    good: dict[str, str] = {}
    for name, text in known_settings(texts).items():
        with suppress(BadSetting):
            good |= decidable(Source.TEAM, {name: text})
    return good


def known_settings(texts: dict[str, str]) -> dict[str, str]:
    """Return those settings of a profile that this program knows; a newer one may decide more."""
    known: dict[str, str] = {}
    for name, text in texts.items():
        try:
            setting(name)
        except BadSetting:
            continue
        known[name] = text
    return known


def shortened(text: str) -> str:
    """Return as much of a value as the change log keeps."""
    return text if len(text) <= _LONGEST_SHOWN else f"{text[: _LONGEST_SHOWN - 1]}…"


def _check(profile: Profile) -> None:
    """See that every setting this program knows may be decided by a team, and that the logo is a small picture."""
    for name, text in known_settings(dict(profile.settings)).items():
        try:
            decidable(Source.TEAM, {name: text})
        except BadSetting as wrong:
            raise BadInput("profile.bad_setting", name=wrong.name) from wrong
    if profile.logo and not is_small_picture(profile.logo):
        raise BadInput("profile.bad_field", field="logo")
    if profile.roster.name_of(profile.by) is None:
        raise BadInput("profile.not_signed_by_team")


def _read_roster(fields: Fields) -> Roster:
    team = fields.text("team", most=_TEAM_ID)
    if len(team) != _TEAM_ID or not (team.isascii() and team.isalnum()):
        fields.refuse("team")
    return Roster(
        TeamId(team),
        fields.number("version", 1, _MOST_VERSION),
        _read_signer(fields.part("owner")),
        tuple(map(_read_signer, fields.parts("managers", most=MOST_MANAGERS))),
    )


def _read_signer(fields: Fields) -> Signer:
    return Signer(fields.data("key", least=KEY_BYTES, most=KEY_BYTES), fields.text("name", most=LONGEST_NAME))


def _signer(signer: Signer) -> dict[str, Any]:
    return {"key": to_text(signer.key), "name": signer.name}


def _read_member(fields: Fields) -> MemberSettings:
    goal = fields.maybe_number("goal", 0, 2_400)
    return MemberSettings(
        fields.text("email", most=LONGEST_NAME),
        fields.text("name", most=LONGEST_NAME, empty=True),
        fields.maybe_number("weighting", 1, 100),
        None if goal is None else Decimal(goal) / 100,
    )


def _member(member: MemberSettings) -> dict[str, Any]:
    goal = None if member.goal is None else int((member.goal * 100).to_integral_value())
    return {"email": member.email, "goal": goal, "name": member.name, "weighting": member.weighting}


def _read_change(fields: Fields) -> Change:
    return Change(
        Instant(fields.number("at", 0, _MOST_TIME)),
        fields.text("by", most=LONGEST_NAME),
        fields.number("version", 1, _MOST_VERSION),
        fields.text("what", most=LONGEST_NAME),
        fields.text("before", most=_LONGEST_SHOWN, empty=True),
        fields.text("after", most=_LONGEST_SHOWN, empty=True),
    )


def _change(change: Change) -> dict[str, Any]:
    return {
        "after": shortened(change.after),
        "at": change.at,
        "before": shortened(change.before),
        "by": change.by,
        "version": change.version,
        "what": change.what,
    }
