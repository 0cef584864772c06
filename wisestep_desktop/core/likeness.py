"""Names that a title has in part, in another order, cut off, or with a letter wrong. Only suggests.

Looks only at matters that share a rare word with the title, so that its cost does not grow with the firm.
"""

from __future__ import annotations

import heapq
from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.matter_index import RARE_AT_MOST, MatterIndex
from wisestep_desktop.core.normalise import Token

_LEADING = 3.5
"""Worth that the words leading to a matter must have together."""

_MOST_LOOKED_AT = 12
_MOST_FUZZY = 6
_MOST_WORDS = 64
"""Bounds of the work for one title, whatever is in it."""


@dataclass(frozen=True, slots=True)
class Likeness:
    """How much of a matter's name and clients a title has.

    Attributes:
        matter: the matter.
        worth: what the words found tell, in nats; words with a letter wrong count less.
        share: the worth found of all that its name has, 0 to 1; words that mean another matter by themselves count.
        exact: whether no word was cut off or wrong.
        places: positions of the words among the tokens given.
    """

    matter: MatterId
    worth: float
    share: float
    exact: bool
    places: tuple[int, ...]


def alike(index: MatterIndex, found: Sequence[Token], cut: frozenset[int], explained: frozenset[str]) -> list[Likeness]:
    """Return the matters that a title is like, the likest first.

    Args:
        index: of all matters.
        found: the telling tokens of the title.
        cut: positions of tokens that were cut off at their end.
        explained: words of the title that plainly mean a matter already; they lead nowhere by themselves.
    """
    found = found[:_MOST_WORDS]
    places = {token.text: place for place, token in reversed([*enumerate(found)])}
    leading: defaultdict[MatterId, float] = defaultdict(float)
    for word in places:
        bearers = index.bearers(word)
        if len(bearers) <= RARE_AT_MOST:
            worth = index.worth(word)
            for matter in bearers:
                leading[matter] += worth
    if explained:
        for matter in leading:
            leading[matter] += sum(index.worth(word) for word in index.name_of(matter) if word in explained)
    led = heapq.nsmallest(_MOST_LOOKED_AT, ((-worth, matter) for matter, worth in leading.items() if worth >= _LEADING))
    looked = [
        _compare(index, matter, places, found, cut, explained, fuzzy=number < _MOST_FUZZY)
        for number, (_, matter) in enumerate(led)
    ]
    return sorted(looked, key=lambda each: (-each.worth, each.matter))


def _compare(
    index: MatterIndex,
    matter: MatterId,
    places: Mapping[str, int],
    found: Sequence[Token],
    cut: frozenset[int],
    explained: frozenset[str],
    *,
    fuzzy: bool,
) -> Likeness:
    name, called = index.name_of(matter), index.called(matter)
    same = [word for word in name if word in places]
    missing = [word for word in name if word not in places and word not in explained]
    near = _near(missing, {places[word] for word in same}, found, cut) if fuzzy else {}
    told = {*same, *(word for word in name if word in explained)}
    worth = sum(map(index.worth, told)) + sum(0.7 * index.worth(word) for word in near.values())
    whole = sum(map(index.worth, called)) or 1.0
    share = sum(index.worth(word) for word in called if word in told or word in near.values()) / whole
    return Likeness(matter, worth, share, not near, tuple(sorted({*(places[word] for word in same), *near})))


def _near(missing: Iterable[str], taken: set[int], found: Sequence[Token], cut: frozenset[int]) -> dict[int, str]:
    """Return which free places of a title hold a word of a name with a letter wrong, or its beginning."""
    near: dict[int, str] = {}
    for word in missing:
        if len(word) > 4 and word.isalpha():
            for place, token in enumerate(found):
                if place not in taken and place not in near and _is_near(word, token.text, is_cut=place in cut):
                    near[place] = word
                    break
    return near


def _is_near(word: str, other: str, *, is_cut: bool) -> bool:
    if is_cut and len(other) >= 4 and word.startswith(other):
        return True
    if word[0] != other[0] or len(other) < 4:
        return False
    allowed = 1 if len(word) < 9 else 2
    if abs(len(word) - len(other)) > allowed or not other.isalpha():
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
