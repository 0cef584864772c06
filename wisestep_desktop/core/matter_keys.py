"""Every way in which people write a matter: its number, its reference, its name, its clients, its former names."""

from __future__ import annotations

import re
from collections.abc import Iterator
from enum import StrEnum
from typing import NamedTuple

from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.name_words import LEGAL_FORMS, LEGAL_FORMS_DENSE, PREFACES, left_out
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
    """Return the keys of a matter, but its number: that one needs no index."""
    return frozenset(key for key in _keys(matter) if key.words and len(key.words) <= _LONGEST)


def told(text: str) -> tuple[str, ...]:
    """Return the words of a name by which it is looked for: without those that people leave out."""
    found = words(text)
    kept = _without_dense_forms(tuple(word for word in found if not left_out(word)))
    return kept or telling(found)


def is_reference(text: str) -> bool:
    """Tell a reference from a name: it has a digit, and no two words that are only letters and long."""
    found = words(text)
    long = [word for word in found if len(word) > 3 and word.isalpha()]
    return any(char.isdigit() for char in text) and len(long) < 2


def _keys(matter: Matter) -> Iterator[Key]:
    if matter.reference:
        yield from _references(matter.reference, Kind.REFERENCE)
    yield from _names(matter.name, Kind.NAME)
    for former in matter.aliases:
        yield from _references(former, Kind.ALIAS) if is_reference(former) else _names(former, Kind.ALIAS)
    for client in matter.clients:
        yield Key(Kind.CLIENT, told(client))
        for turned in _turned(client):
            yield Key(Kind.CLIENT, turned)
            yield from _named_after(told(client), turned, _named(matter.name))
    for phrase in matter.phrases:
        yield Key(Kind.RULE, told(phrase))


def _references(text: str, kind: Kind) -> Iterator[Key]:
    """Without separators, however it is written; and without the zeros that lead its numbers."""
    found = words(text)
    if any(map(str.isdigit, text)):
        yield Key(kind, ("".join(found),))
        bare = tuple(word.lstrip("0") if word.isdigit() else word for word in found)
        if len(found) > 1 and bare != found and all(bare) and sum(map(len, bare)) >= 5:
            yield Key(kind, ("".join(bare),), whole=False)
    else:
        yield Key(kind, told(text))


def _names(text: str, kind: Kind) -> Iterator[Key]:
    whole = _named(text)
    yield Key(kind, whole)
    yield from (Key(kind, key) for key in _turned(text))
    yield from _estates(whole, kind)
    if "v" in whole[1:-1]:
        yield from _parties(text, kind)


def _named(text: str) -> tuple[str, ...]:
    """Return the telling words of a name, without what only says that it is a matter."""
    found = told(text)
    for preface in PREFACES:
        if found[: len(preface)] == preface and len(found) > len(preface):
            return found[len(preface) :]
    return found


def _without_dense_forms(found: tuple[str, ...]) -> tuple[str, ...]:
    """Leave out legal forms in scripts that are told apart by character."""
    if not found or any(len(word) > 1 for word in found):
        return found
    joined = "".join(found)
    for form in LEGAL_FORMS_DENSE:
        if joined != form:
            joined = joined.replace(form, "")
    return tuple(joined)


def _turned(text: str) -> Iterator[tuple[str, ...]]:
    """People write "Jane Marlow", Actionstep says "Marlow, Jane"; and the other way round."""
    if _PERSON.fullmatch(text):
        surname, given = (telling(words(part)) for part in text.split(","))
        if not LEGAL_FORMS & {*given} and len(given) <= 3:
            yield (*given, *surname)


def _named_after(client: tuple[str, ...], turned: tuple[str, ...], name: tuple[str, ...]) -> Iterator[Key]:
    """A matter that begins with its client's name is also called with that name turned round."""
    for one, other in ((client, turned), (turned, client)):
        if name[: len(one)] == one and len(name) > len(one):
            yield Key(Kind.NAME, (*other, *name[len(one) :]))


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
    """John Smith v Jane Jones is written Smith v Jones."""
    sides = re.split(r"\s+[-\u2013]?v(?:s|ersus)?[.]?[-\u2013]?\s+", text, flags=re.IGNORECASE)
    if len(sides) != 2:
        return
    short = [_short(side) for side in sides]
    if all(short):
        yield Key(kind, (*short[0], "v", *short[1]), whole=False)


def _short(side: str) -> tuple[str, ...]:
    """Return what one side is called for short: a person by the surname."""
    if _PERSON.fullmatch(side):
        return told(side.split(",", maxsplit=1)[0])
    found = _named(side)
    if LEGAL_FORMS & {*words(side)} or not 2 <= len(found) <= 3:
        return found
    return found[-1:]
