"""Names that a title has in part, in another order, cut off, or with a letter wrong. Only suggests.

Looks only at matters that share a rare word with the title, so that its cost does not grow with the firm.
"""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.matter_index import MatterIndex
from wisestep_desktop.core.normalise import Token

_RARE_AT_MOST = 12
"""Matters that may bear a word that is to lead to them."""

_RARE_WORTH = 3.0
_MOST_LOOKED_AT = 50
_MOST_WORDS = 64
"""Bounds of the work for one title, whatever is in it."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much of a matter's name and clients a title has.

    Attributes:
        matter: the matter.
        worth: what the words found tell, in nats; words with a letter wrong count less.
        share: the worth found of all that the name has, 0 to 1.
        exact: whether no word was cut off or wrong.
        places: positions of the words among the tokens given.
    """

    matter: MatterId
    worth: float
    share: float
    exact: bool
    places: tuple[int, ...]


def alike(index: MatterIndex, found: Sequence[Token], cut: frozenset[int]) -> list[Likeness]:
    """Return the matters that a title is like, the likest first.

    Args:
        index: of all matters.
        found: the telling tokens of the title.
        cut: positions of tokens that were cut off at their end.
    """
    found = found[:_MOST_WORDS]
    candidates: dict[MatterId, None] = {}
    for token in found:
        bearers = index.bearers(token.text)
        if bearers and len(bearers) <= _RARE_AT_MOST and index.worth(token.text) >= _RARE_WORTH:
            candidates |= dict.fromkeys(bearers)
        if len(candidates) >= _MOST_LOOKED_AT:
            break
    looked = [_compare(index, matter, found, cut) for matter in list(candidates)[:_MOST_LOOKED_AT]]
    return sorted(looked, key=lambda each: (-each.worth, each.matter))


def _compare(index: MatterIndex, matter: MatterId, found: Sequence[Token], cut: frozenset[int]) -> Likeness:
    name = index.name_of(matter)
    places = {token.text: place for place, token in reversed([*enumerate(found)]) if token.text in name}
    worth = sum(map(index.worth, places))
    missing = [word for word in name if word not in places and len(word) > 4 and word.isalpha()]
    taken = set(places.values())
    free = [place for place, token in enumerate(found) if place not in taken and token.text.isalpha()]
    near: dict[int, str] = {}
    for word in missing:
        for place in free:
            if place not in near and _is_near(word, found[place].text, is_cut=place in cut):
                near[place] = word
                break
    worth += sum(0.7 * index.worth(word) for word in near.values())
    whole = sum(map(index.worth, name)) or 1.0
    return Likeness(matter, worth, min(1.0, worth / whole), not near, tuple(sorted({*places.values(), *near})))


def _is_near(word: str, other: str, *, is_cut: bool) -> bool:
    if is_cut and len(other) >= 4 and word.startswith(other):
        return True
    allowed = 1 if len(word) < 9 else 2
    if abs(len(word) - len(other)) > allowed or len(other) < 4 or word[0] != other[0]:
        return False
    return distance(word, other, allowed) <= allowed


def distance(one: str, other: str, most: int) -> int:
    """Return how many letters are wrong, missing, added or swapped with the next; ``most`` + 1 if more than ``most``.

    The restricted edit distance (optimal string alignment), by rows.
    """
    before: list[int] = []
    row = list(range(len(other) + 1))
    for i, left in enumerate(one, start=1):
        above, before, row = before, row, [i]
        for j, right in enumerate(other, start=1):
            cost = min(before[j] + 1, row[j - 1] + 1, before[j - 1] + (left != right))
            if above and j > 1 and left == other[j - 2] and one[i - 2] == right:
                cost = min(cost, above[j - 2] + 1)
            row.append(cost)
        if min(row) > most:
            return most + 1
    return min(row[-1], most + 1)
