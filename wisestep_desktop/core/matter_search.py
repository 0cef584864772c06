"""Finds matters as they are typed: by id, reference, name, client or what they were called before.

Words may come in any order and need only be begun; case, accents and the separators of a reference make no difference.
An index of sorted words, looked up by halving, so that a keystroke among tens of thousands of matters is not felt.
"""

from __future__ import annotations

from bisect import bisect_left
from collections import defaultdict
from collections.abc import Iterable, Sequence
from heapq import nsmallest

from wisestep_desktop.core.matters import Matter, MatterStatus
from wisestep_desktop.core.normalise import tokens, words

_LONGEST = 200
"""Characters of what was typed that are read; nobody types more, and a page pasted by mistake must not cost time."""

_PARTS = 6
"""Words of a reference from which it may be written together."""


class _Beginnings:
    """Texts in order, each with the places it stands for."""

    def __init__(self, places: dict[str, list[int]]) -> None:
        self._texts = sorted(places)
        self._places = [tuple(places[text]) for text in self._texts]

    def exactly(self, text: str) -> set[int]:
        at = bisect_left(self._texts, text)
        return set(self._places[at]) if at < len(self._texts) and self._texts[at] == text else set()

    def begun(self, text: str) -> set[int]:
        first = bisect_left(self._texts, text)
        after = bisect_left(self._texts, f"{text}\U0010ffff", first)
        return set().union(*self._places[first:after])


class MatterSearch:
    """Built once for a list of matters; read from any thread.

    Args:
        matters: those that may be chosen.
    """

    def __init__(self, matters: Iterable[Matter] = ()) -> None:
        named = [(_closed(each), words(each.name), each.id, each) for each in matters]
        named.sort(key=lambda each: each[:3])
        self._matters = [matter for *_, matter in named]
        spoken: defaultdict[str, list[int]] = defaultdict(list)
        numbers: defaultdict[str, list[int]] = defaultdict(list)
        names: defaultdict[str, list[int]] = defaultdict(list)
        for place, (_, name, _, matter) in enumerate(named):
            names[" ".join(name)].append(place)
            reference = words(matter.reference or "")
            for number in {str(matter.id), "".join(reference)} - {""}:
                numbers[number].append(place)
            for word in _said_of(matter, name, reference):
                spoken[word].append(place)
        self._words, self._numbers, self._names = map(_Beginnings, (spoken, numbers, names))

    def __len__(self) -> int:
        return len(self._matters)

    def find(self, text: str, most: int = 40) -> list[Matter]:
        """Return the matters that ``text`` may mean, at most some of them.

        First one whose id is the text, then one whose reference is, then those whose id or reference begins with it,
        then those whose name does, then those that hold all of its words as beginnings; among equals open ones come
        before closed ones, and then they go by name. Nothing typed finds nothing.
        """
        typed = _typed(text)
        if not typed:
            return []
        number = "".join(told for told, _ in typed)
        ranks = (
            self._as_id(number),
            self._numbers.exactly(number),
            self._numbers.begun(number),
            self._names.begun(" ".join(told for told, _ in typed)) | self._names.begun(" ".join(_raw(typed))),
            self._with_all(typed),
        )
        found: list[int] = []
        for rank in ranks:
            found += nsmallest(most - len(found), rank.difference(found))
            if len(found) == most:
                break
        return [self._matters[place] for place in found]

    def _as_id(self, number: str) -> set[int]:
        return {place for place in self._numbers.exactly(number) if str(self._matters[place].id) == number}

    def _with_all(self, typed: Sequence[tuple[str, str]]) -> set[int]:
        found: set[int] | None = None
        for told, raw in typed:
            begun = self._words.begun(told) if told == raw else self._words.begun(told) | self._words.begun(raw)
            found = begun if found is None else found & begun
            if not found:
                return set()
        return found or set()


def _closed(matter: Matter) -> bool:
    return matter.gone or matter.status is MatterStatus.CLOSED


def _typed(text: str) -> list[tuple[str, str]]:
    """Return each word as it is told apart, and as it stands: "co" may be a company, or the beginning of Cooper."""
    found = tokens(text[:_LONGEST])
    return [(each.text, text[each.start : each.end].casefold()) for each in found]


def _raw(typed: Sequence[tuple[str, str]]) -> list[str]:
    return [told for told, _ in typed[:-1]] + [typed[-1][1]]


def _said_of(matter: Matter, name: Sequence[str], reference: Sequence[str]) -> set[str]:
    """Return every word by which a matter is found; a reference also from each of its words on, written together."""
    said = {str(matter.id), *name, *reference}
    said.update("".join(reference[first:]) for first in range(min(len(reference), _PARTS)))
    for other in (*matter.clients, *matter.aliases, *matter.phrases):
        said.update(words(other))
    return said
