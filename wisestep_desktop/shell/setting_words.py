"""What each setting is called and does, in words for people, and how its values are said. No Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from decimal import Decimal

from wisestep_desktop.core.layers import Source
from wisestep_desktop.core.setting_values import Choice, Value
from wisestep_desktop.core.settings import Setting
from wisestep_desktop.shell.formats import plain
from wisestep_desktop.shell.setting_sentences import CHOICES, WORDS, Words
from wisestep_desktop.shell.words import N_, tr

_SOURCES: Mapping[Source, str] = {
    Source.DEFAULT: N_("Default"),
    Source.MINE: N_("Set by you"),
    Source.TEAM: N_("Set by your team"),
    Source.POLICY: N_("Set by your administrator"),
}

_GIVERS: Mapping[Source, str] = {Source.TEAM: N_("your team"), Source.POLICY: N_("your administrator")}


@dataclass(frozen=True, slots=True)
class Told:
    """A setting in words.

    Attributes:
        label: its name for people.
        about: what it does, in a sentence or two.
        unit: what its number counts; empty for none.
        later: whether a change takes effect at the next start only.
    """

    label: str
    about: str
    unit: str = ""
    later: bool = False


def told(known: Setting) -> Told:
    """Return a setting in words."""
    said = WORDS.get(known.name, Words(known.name, ""))
    return Told(tr(said.label), tr(said.about), tr(said.unit), said.later)


def choice_word(known: Setting, value: str) -> str:
    """Return what one of a setting's choices is called; what has no word is shown as it is."""
    return tr(CHOICES.get((known.name, value)) or CHOICES.get(("", value), value))


def source_word(source: Source) -> str:
    """Return who decided, in words."""
    return tr(_SOURCES[source])


def given_words(name: str, source: Source) -> str:
    """Return a name on a list and who put it there."""
    return f"{name}  ·  {tr(_GIVERS[source])}" if source in _GIVERS else name


def value_words(known: Setting, value: Value | None) -> str:
    """Return a value in words."""
    match value:
        case None | "" | ():
            return tr("none")
        case bool():
            return tr("on") if value else tr("off")
        case tuple():
            return ", ".join(value)
        case str():
            return choice_word(known, value) if isinstance(known.read, Choice) else value
        case int() | Decimal():
            unit = told(known).unit
            number = plain(Decimal(value))
            return f"{number} {unit}" if unit else number
