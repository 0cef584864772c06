"""Every way in which people write a matter: its number, its reference, its name, its clients, its former names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.name_words import LEGAL_FORMS, LEGAL_FORMS_DENSE, PREFACES
from wisestep_desktop.core.normalise import telling, words


class Kind(StrEnum):
    """What spoke for a matter."""

    ID = "id"
    REFERENCE = "reference"
    NAME = "name"
    CLIENT = "client"
    ALIAS = "alias"
    LIKENESS = "likeness"
    RULE = "rule"
    LEARNED = "learned"
    CONTEXT = "context"


class Key(NamedTuple):
    """One way of writing a matter.

    Attributes:
        kind: what of the matter it is.
        words: folded, without those that come and go.
        whole: whether it is all of what the matter is called, and not a part or a short form.
    """

    kind: Kind
    words: tuple[str, ...]
    whole: bool = True


_PERSON = re.compile(r"[^,\d]+,[^,\d]+")
_LONGEST = 24
"""Words of a key; nobody writes more of a name, and a hostile one must not cost time."""


def keys_of(matter: Matter) -> frozenset[Key]:
    """Return the keys of a matter."""
    return frozenset(key for key in _keys(matter) if key.words and len(key.words) <= _LONGEST)


def is_reference(text: str) -> bool:
    """Tell a reference from a name: it has a digit, and no two words that are only letters and long."""
    found = words(text)
    long = [word for word in found if len(word) > 3 and word.isalpha()]
    return any(char.isdigit() for char in text) and len(long) < 2


def _keys(matter: Matter) -> Iterator[Key]:
    yield Key(Kind.ID, (str(matter.id),))
    if matter.reference:
        yield from _references(matter.reference, Kind.REFERENCE)
    yield from _names(matter.name, Kind.NAME)
    for former in matter.aliases:
        yield from _references(former, Kind.ALIAS) if is_reference(former) else _names(former, Kind.ALIAS)
    for client in matter.clients:
        yield from _clients(client)
    for phrase in matter.phrases:
        yield Key(Kind.RULE, telling(words(phrase)))


def _references(text: str, kind: Kind) -> Iterator[Key]:
    """As written, without separators, and without the zeros that lead its numbers."""
    found = words(text)
    yield Key(kind, found)
    if len(found) > 1 and any(char.isdigit() for char in text):
        yield Key(kind, ("".join(found),))
        bare = tuple(word.lstrip("0") if word.isdigit() else word for word in found)
        if bare != found and all(bare) and sum(map(len, bare)) >= 5:
            yield Key(kind, bare, whole=False)


def _names(text: str, kind: Kind) -> Iterator[Key]:
    whole = _named(text)
    yield Key(kind, whole)
    yield Key(kind, _without_forms(whole))
    yield from (Key(kind, key) for key in _turned(text))
    yield from _estates(whole, kind)
    if "v" in whole[1:-1]:
        yield from _parties(text, kind)


def _named(text: str) -> tuple[str, ...]:
    """Return the telling words of a name, without what only says that it is a matter."""
    found = telling(words(text))
    for preface in PREFACES:
        if found[: len(preface)] == preface and len(found) > len(preface):
            return found[len(preface) :]
    return found


def _without_forms(found: tuple[str, ...]) -> tuple[str, ...]:
    kept = tuple(word for word in found if word not in LEGAL_FORMS)
    joined = "".join(kept)
    for form in LEGAL_FORMS_DENSE:
        if form in joined and joined != form and all(len(word) == 1 for word in kept):
            kept = tuple(joined.replace(form, ""))
            joined = "".join(kept)
    return kept or found


def _turned(text: str) -> Iterator[tuple[str, ...]]:
    """People write "Jane Marlow", Actionstep says "Marlow, Jane"; and the other way round."""
    if _PERSON.fullmatch(text):
        surname, given = (telling(words(part)) for part in text.split(","))
        if not LEGAL_FORMS & {*given} and len(given) <= 3:
            yield (*given, *surname)


def _estates(whole: tuple[str, ...], kind: Kind) -> Iterator[Key]:
    """The estate of Jane Marlow is also Jane Marlow's estate, and the Marlow estate."""
    if "estate" not in whole:
        return
    rest = tuple(word for word in whole if word not in {"estate", "deceased"})
    if not rest or any(word.isdigit() for word in rest) or len(rest) > 4:
        return
    yield Key(kind, ("estate", *rest))
    yield Key(kind, (*rest, "estate"))
    if len(rest) > 1:
        yield Key(kind, ("estate", rest[-1]), whole=False)
        yield Key(kind, (rest[-1], "estate"), whole=False)


def _parties(text: str, kind: Kind) -> Iterator[Key]:
    """John Smith v Jane Jones is written Smith v Jones; a company loses its legal form."""
    sides = re.split(r"\s+[-\u2013]?v(?:s|ersus)?[.]?[-\u2013]?\s+", text, flags=re.IGNORECASE)
    if len(sides) != 2:
        return
    short = [_short(side) for side in sides]
    if all(short):
        yield Key(kind, (*short[0], "v", *short[1]), whole=False)


def _short(side: str) -> tuple[str, ...]:
    """Return what one side is called for short: a company without its form, a person by the surname."""
    if _PERSON.fullmatch(side):
        return telling(words(side.split(",", maxsplit=1)[0]))
    found = _named(side)
    kept = _without_forms(found)
    if kept != found or len(found) > 3 or len(found) < 2:
        return kept
    return found[-1:]


def _clients(text: str) -> Iterator[Key]:
    whole = telling(words(text))
    yield Key(Kind.CLIENT, whole)
    yield Key(Kind.CLIENT, _without_forms(whole))
    for turned in _turned(text):
        yield Key(Kind.CLIENT, turned)
        surname = telling(words(text.split(",", maxsplit=1)[0]))
        yield Key(Kind.CLIENT, (turned[0][:1], *surname), whole=False)  # J Marlow
        yield Key(Kind.CLIENT, (*surname, turned[0][:1]), whole=False)
