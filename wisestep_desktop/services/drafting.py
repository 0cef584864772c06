"""What an owner or a manager changed and has not published yet: differences, so that they outlive somebody else's."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field, replace
from decimal import Decimal
from typing import Any

from wisestep_desktop.core.signed import from_text, to_text
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.core.team import MOST_CHANGES, Change, MemberSettings, Profile, Signer, same_address


@dataclass(frozen=True, slots=True)
class Draft:
    """Differences from whatever profile is current when they are published.

    Attributes:
        name, logo: in place of the present ones; None leaves them.
        settings: texts by exact names; blank takes a decision back.
        members: what is said of members, by address; None drops one.
        managers: in place of the present ones, which only the owner may say; None leaves them.
    """

    name: str | None = None
    logo: bytes | None = field(default=None, repr=False)
    settings: Mapping[str, str] = field(default_factory=dict)
    members: Mapping[str, MemberSettings | None] = field(default_factory=dict)
    managers: tuple[Signer, ...] | None = None

    @property
    def is_empty(self) -> bool:
        """Tell whether it changes nothing."""
        return self == Draft()


def draft_text(draft: Draft) -> str:
    """Return a draft as it is kept; an empty one is an empty text."""
    if draft.is_empty:
        return ""
    return json.dumps(
        {
            "name": draft.name,
            "logo": None if draft.logo is None else to_text(draft.logo),
            "settings": dict(draft.settings),
            "members": {email: None if each is None else _told(each) for email, each in draft.members.items()},
            "managers": None if draft.managers is None else [[to_text(each.key), each.name] for each in draft.managers],
        }
    )


def read_draft(text: str) -> Draft:
    """Return a draft that was kept."""
    if not text:
        return Draft()
    told = json.loads(text)
    managers = told["managers"]
    return Draft(
        name=told["name"],
        logo=None if told["logo"] is None else from_text(told["logo"]),
        settings=told["settings"],
        members={email: None if each is None else _member(email, each) for email, each in told["members"].items()},
        managers=None if managers is None else tuple(Signer(from_text(key) or b"", name) for key, name in managers),
    )


def applied(profile: Profile, draft: Draft) -> Profile:
    """Return a profile with a draft's differences; its edition, date and log are left as they are."""
    settings = {**profile.settings, **draft.settings}
    dropped = {email for email, each in draft.members.items() if each is None}
    kept = [each for each in profile.members if not any(same_address(each.email, email) for email in draft.members)]
    added = [each for email, each in draft.members.items() if email not in dropped and each is not None]
    managers = profile.roster.managers if draft.managers is None else draft.managers
    return replace(
        profile,
        name=profile.name if draft.name is None else draft.name,
        logo=profile.logo if draft.logo is None else draft.logo,
        settings={name: text for name, text in sorted(settings.items()) if text.strip()},
        members=tuple(sorted((*kept, *added), key=lambda each: each.email.casefold())),
        roster=replace(profile.roster, managers=managers),
    )


def narrowed(profile: Profile, draft: Draft) -> Draft:
    """Return a draft without what is so already."""
    after = applied(profile, draft)
    now = {each.email: each for each in profile.members}
    return Draft(
        name=None if after.name == profile.name else draft.name,
        logo=None if after.logo == profile.logo else draft.logo,
        settings={
            name: text for name, text in draft.settings.items() if profile.settings.get(name, "") != text.strip()
        },
        members={email: each for email, each in draft.members.items() if now.get(email) != each},
        managers=None if after.roster.managers == profile.roster.managers else draft.managers,
    )


def changes(profile: Profile, after: Profile, at: Instant, by: str) -> tuple[Change, ...]:
    """Return the lines that tell in the log what a publication changed."""
    names = sorted(profile.settings.keys() | after.settings.keys())
    told = [
        Change(at, by, after.version, name, profile.settings.get(name, ""), after.settings.get(name, ""))
        for name in names
        if profile.settings.get(name) != after.settings.get(name)
    ]
    if profile.name != after.name:
        told.append(Change(at, by, after.version, "name", profile.name, after.name))
    for what, one, other in (
        ("logo", profile.logo, after.logo),
        ("members", profile.members, after.members),
        ("managers", profile.roster.managers, after.roster.managers),
    ):
        if one != other:
            told.append(Change(at, by, after.version, what))
    return tuple(told)


def logged(profile: Profile, news: tuple[Change, ...]) -> Profile:
    """Return a profile with lines added to its log; the oldest are let go."""
    return replace(profile, log=(*profile.log, *news)[-MOST_CHANGES:])


def _told(member: MemberSettings) -> dict[str, Any]:
    goal = None if member.goal is None else f"{member.goal:f}"
    return {"name": member.name, "weighting": member.weighting, "goal": goal}


def _member(email: str, told: Mapping[str, Any]) -> MemberSettings:
    goal = None if told["goal"] is None else Decimal(told["goal"])
    return MemberSettings(email, told["name"], told["weighting"], goal)
