"""Who decided a setting: the program, the person, the team or the administrator; and what is in force of it all."""

from __future__ import annotations

from collections.abc import Mapping
from enum import StrEnum

from wisestep_desktop.core.errors import BadSetting
from wisestep_desktop.core.setting_values import listed
from wisestep_desktop.core.settings import Setting, Settings, read, setting

Texts = Mapping[str, str]
"""Texts of settings by their exact names."""


class Source(StrEnum):
    """Where a value comes from, the weakest first."""

    DEFAULT = "default"
    MINE = "mine"
    TEAM = "team"
    POLICY = "policy"


ABOVE = (Source.TEAM, Source.POLICY)
"""Whoever decides over the person."""


def in_force(mine: Texts, above: Mapping[Source, Texts]) -> dict[str, str]:
    """Return the texts in force: what is decided above goes before what is mine; lists that add up are joined."""
    texts = dict(mine)
    for source in ABOVE:
        for name, text in above.get(source, {}).items():
            known = _known(name)
            if known is not None and known.adds:
                joined = (*Settings({name: text}).names(name), *Settings(texts).names(name))
                texts[name] = listed(dict.fromkeys(joined))
            elif known is None or not known.holds or not Settings(texts).flag(name):
                texts[name] = text
    return texts


def source_of(known: Setting, mine: Texts, above: Mapping[Source, Texts]) -> Source:
    """Return who decided a setting; where words are added up, the person as soon as they said anything."""
    deciders = _deciders(known, above)
    if deciders and not (known.adds and known.name in mine):
        return deciders[-1]
    return Source.MINE if known.name in mine else Source.DEFAULT


def locked_by(known: Setting, above: Mapping[Source, Texts]) -> Source | None:
    """Return who decided a setting so that the person cannot; None where they can, or can add to it."""
    deciders = _deciders(known, above)
    return None if known.adds or not deciders else deciders[-1]


def decidable(source: Source, texts: Texts) -> dict[str, str]:
    """Return what a team or an administrator decides, by exact names and checked; blank texts decide nothing.

    Raises:
        BadSetting: naming a setting that is unknown, that is not theirs to decide, or whose value is wrong.
    """
    checked: dict[str, str] = {}
    for name, text in texts.items():
        known = setting(name)
        if known.personal or (source is Source.TEAM and not known.of_team):
            raise BadSetting(known.name, "not_theirs")
        if text.strip():
            read(known, text)
            checked[known.name] = text.strip()
    return checked


def _deciders(known: Setting, above: Mapping[Source, Texts]) -> list[Source]:
    """Return who decided a setting above the person; of a hold, only those who hold."""
    told = [source for source in ABOVE if known.name in above.get(source, {})]
    return [source for source in told if not known.holds or Settings(dict(above[source])).flag(known.name)]


def _known(name: str) -> Setting | None:
    try:
        return setting(name)
    except BadSetting:
        return None
