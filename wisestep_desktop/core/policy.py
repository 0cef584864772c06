"""What an administrator decides for a computer, as it was found there: each setting checked, each mistake told apart.

Knows names and values of any shape; refuses to know where they come from. One wrong setting is skipped, the rest holds.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from decimal import Decimal
from typing import Final
from urllib.parse import urlsplit

from wisestep_desktop.core.errors import BadSetting
from wisestep_desktop.core.setting_values import ByKind, Decimals, Flag, Names, Pairs, Whole, listed
from wisestep_desktop.core.settings import Setting, read, setting

TEAM_PLACE: Final = "team.place"
TEAM_FINGERPRINT: Final = "team.fingerprint"
OF_TEAM: Final = (TEAM_PLACE, TEAM_FINGERPRINT)
"""Names of a policy that are no settings: where a team's profile is, and whose key it must be signed with."""

MOST_BYTES: Final = 1024 * 1024
"""Of one file; a policy with ten thousand activity types is a quarter of it."""
_SHOWN = 60


@dataclass(frozen=True, slots=True)
class Complaint:
    """Something of a policy that does not hold: the code of its sentence, and what the sentence names."""

    code: str
    params: Mapping[str, str | int] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Policy:
    """What an administrator decided.

    Attributes:
        texts: of settings, by exact names, each one checked.
        team_place: the folder or https address of a team's profile.
        team_fingerprint: of the key that the profile must be signed with, as the administrator wrote it.
        complaints: what was skipped, and why.
        places: where something was found: files or registry keys, for people.
    """

    texts: Mapping[str, str] = field(default_factory=dict)
    team_place: str | None = None
    team_fingerprint: str | None = None
    complaints: tuple[Complaint, ...] = ()
    places: tuple[str, ...] = ()


def read_policy(found: Iterable[tuple[str, Mapping[str, object]]], complaints: Sequence[Complaint] = ()) -> Policy:
    """Return the policy that was found in some places.

    Args:
        found: each place with its names and values, the weakest first: what stands in a later one replaces it. Values
            are texts, numbers, true or false, or lists of texts; 0 and 1 also mean false and true.
        complaints: what went wrong in finding them.
    """
    texts: dict[str, str] = {}
    told: list[Complaint] = list(complaints)
    places: list[str] = []
    for place, values in found:
        if values:
            places.append(place)
        for name, value in values.items():
            outcome = _entry(name.strip(), value, place)
            if isinstance(outcome, Complaint):
                told.append(outcome)
            else:
                texts[outcome[0]] = outcome[1]
    place_of_team, fingerprint = texts.pop(TEAM_PLACE, None), texts.pop(TEAM_FINGERPRINT, None)
    held = {name: text for name, text in texts.items() if text}
    return Policy(held, place_of_team or None, fingerprint or None, tuple(told), tuple(dict.fromkeys(places)))


def values_of_lines(text: str, place: str) -> tuple[dict[str, object], tuple[Complaint, ...]]:
    """Return what lines of ``NAME=VALUE`` say, and the lines that say nothing; ``#`` begins a remark.

    Of a name that stands there twice, the first counts.
    """
    values: dict[str, object] = {}
    seen: set[str] = set()
    complaints = []
    lines = text.removeprefix("\ufeff").replace("\r\n", "\n").replace("\r", "\n").split("\n")
    for number, line in enumerate(map(str.strip, lines), start=1):
        if not line or line.startswith("#"):
            continue
        name, is_there, value = (part.strip() for part in line.partition("="))
        if not is_there or not name:
            complaints.append(Complaint("policy.no_equals", {"place": place, "line": number}))
        elif name.casefold() in seen:
            complaints.append(Complaint("policy.twice", {"place": place, "line": number, "name": _short(name)}))
        else:
            seen.add(name.casefold())
            values[name] = value
    return values, tuple(complaints)


def _entry(name: str, value: object, place: str) -> tuple[str, str] | Complaint:
    """Return the exact name and the text of an entry, or why it is skipped."""
    if name.casefold() in OF_TEAM:
        return _of_team(name.casefold(), value, place)
    try:
        known = setting(name)
    except BadSetting:
        return Complaint("policy.unknown", {"place": place, "name": _short(name)})
    if known.personal:
        return Complaint("policy.personal", {"place": place, "name": known.name})
    text = _text(known, value)
    if text is None:
        return Complaint("policy.wrong_type", {"place": place, "name": known.name, "kind": _kind(value)})
    try:
        read(known, text)
    except BadSetting as wrong:
        shown = "…" if known.secret else _short(text)
        return Complaint(wrong.code, {"place": place, "name": known.name, "value": shown})
    return known.name, text.strip()


def _of_team(name: str, value: object, place: str) -> tuple[str, str] | Complaint:
    if not isinstance(value, str):
        return Complaint("policy.wrong_type", {"place": place, "name": name, "kind": _kind(value)})
    text = value.strip()
    if name == TEAM_PLACE and text and not _is_place(text):
        return Complaint("policy.no_place", {"place": place, "name": name, "value": _short(text)})
    return name, text


def _is_place(text: str) -> bool:
    """Tell whether a text is an https address or the whole path of a folder."""
    if "://" in text:
        try:
            parts = urlsplit(text)
        except ValueError:
            return False
        return parts.scheme == "https" and bool(parts.hostname) and parts.username is None
    return text.startswith(("/", "\\\\", "~")) or text[1:3] in (":\\", ":/")


def _text(known: Setting, value: object) -> str | None:
    """Return a value as the text a person would type; None where it is of a kind the setting cannot have."""
    match value:
        case bool():
            return str(value).upper() if isinstance(known.read, Flag) else None
        case int():
            if isinstance(known.read, Flag):
                return {0: "FALSE", 1: "TRUE"}.get(value)
            return str(value) if isinstance(known.read, Whole | Decimals) else None
        case float():
            return str(Decimal(str(value))) if isinstance(known.read, Decimals) else None
        case str():
            return value
        case list() | tuple() if all(isinstance(each, str) for each in value):
            return listed(value) if isinstance(known.read, Names | Pairs | ByKind) else None
        case _:
            return None


def _kind(value: object) -> str:
    match value:
        case bool():
            return "boolean"
        case int() | float():
            return "number"
        case str():
            return "text"
        case list() | tuple():
            return "list"
        case _:
            return "other"


def _short(text: str) -> str:
    plain = "".join(char if char.isprintable() else " " for char in text)
    return plain if len(plain) <= _SHOWN else f"{plain[: _SHOWN - 1].rstrip()}…"
