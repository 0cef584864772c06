"""Every key of every matter, found by its words. Read by any number of threads; a change makes another index.

A dictionary of whole words, not an automaton of characters: it is as fast for titles, needs no native code, and takes
one changed matter in without being built again (docs/adr/0016).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import NamedTuple, Self

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.matter_keys import Key, Kind, keys_of
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.name_words import GENERIC, LEGAL_FORMS
from wisestep_desktop.core.normalise import telling, words


class Posting(NamedTuple):
    """A matter that a key means, and how."""

    kind: Kind
    matter: MatterId
    whole: bool


class Known(NamedTuple):
    """What the index remembers of a matter, so that it can be taken out again.

    Attributes:
        matter: as it was indexed.
        keys: its keys.
        name: the words of its name and clients that can be looked for one by one.
        called: those of its name alone.
    """

    matter: Matter
    keys: frozenset[Key]
    name: frozenset[str]
    called: frozenset[str]


_FIRM = 2_000
"""Matters of a middling firm: in a small one nothing is as rare as it looks."""

_GENERIC_WORTH, _CONNECTING_WORTH = 2.0, 0.4
"""Most that a word of many names tells, and a word of one or two letters."""


class MatterIndex:
    """An index over matters; build it with ``of`` or out of another one with ``changed``.

    Attributes:
        goes_by_references: whether this firm gives its matters references, so that few write their numbers.
    """

    def __init__(
        self,
        known: Mapping[MatterId, Known],
        postings: Mapping[tuple[str, ...], tuple[Posting, ...]],
        bearers: Mapping[str, tuple[MatterId, ...]],
        sizes: Mapping[str, tuple[int, ...]],
        heads: frozenset[str] = frozenset(),
    ) -> None:
        self._known = known
        self._postings = postings
        self._bearers = bearers
        self._sizes = sizes
        self._heads = heads
        self._worth = math.log(max(_FIRM, len(known)))
        self._worths: dict[str, float] = {}
        named = sum(1 for each in known.values() if each.matter.reference)
        self.goes_by_references = named > 0.6 * len(known)

    @classmethod
    def of(cls, matters: Iterable[Matter]) -> Self:
        """Return an index over some matters; of two with one id the later counts."""
        return cls({}, {}, {}, {}).changed(matters, ())

    def changed(self, put: Iterable[Matter], gone: Iterable[MatterId]) -> Self:
        """Return an index in which some matters are new or different and others are gone."""
        arriving = {matter.id: Known(matter, keys_of(matter), *_bare_words(matter)) for matter in put}
        leaving = [self._known[each] for each in {*arriving, *gone} if each in self._known]
        known, postings, bearers = dict(self._known), dict(self._postings), dict(self._bearers)
        sizes = dict(self._sizes)
        for old in leaving:
            del known[old.matter.id]
        _take_out(leaving, postings, bearers)
        known |= arriving
        _put_in(arriving, postings, bearers, sizes)
        heads = {
            key.words[0][:2]
            for each in arriving.values()
            for key in each.keys
            if len(key.words) == 1 and key.kind in {Kind.REFERENCE, Kind.ALIAS}
        }
        return type(self)(known, postings, bearers, sizes, self._heads | heads)

    def __len__(self) -> int:
        return len(self._known)

    def __contains__(self, matter: MatterId) -> bool:
        return matter in self._known

    def matters(self) -> Iterable[Matter]:
        """Return every matter."""
        return (each.matter for each in self._known.values())

    def matter(self, matter: MatterId) -> Matter | None:
        """Return a matter as it was indexed."""
        known = self._known.get(matter)
        return known.matter if known else None

    def name_of(self, matter: MatterId) -> frozenset[str]:
        """Return the words of a matter's name and clients; none of a matter that is not here."""
        known = self._known.get(matter)
        return known.name if known else frozenset()

    def vocabulary(self, matter: MatterId) -> frozenset[str]:
        """Return the first words of all its keys, and the words of its names: a title without any cannot mean it."""
        known = self._known.get(matter)
        return frozenset() if known is None else known.name | {key.words[0] for key in known.keys}

    def sizes(self, first: str) -> tuple[int, ...]:
        """Return how many words the keys have that begin with a word, the longest first."""
        return self._sizes.get(first, ())

    def may_begin(self, word: str) -> bool:
        """Tell whether a reference written without separators may begin with a word."""
        return word[:2] in self._heads or len(word) == 1

    def postings(self, key: tuple[str, ...]) -> tuple[Posting, ...]:
        """Return what a key means."""
        return self._postings.get(key, ())

    def bearers(self, word: str) -> tuple[MatterId, ...]:
        """Return the matters whose name or client has a word."""
        return self._bearers.get(word, ())

    def worth(self, word: str) -> float:
        """Return how much a word tells, in nats: rare words much, words that all firms use little."""
        known = self._worths.get(word)
        if known is None:
            known = self._worth_of(word)
            if word in self._bearers:  # of the words of titles there is no end
                self._worths[word] = known
        return known

    def called(self, matter: MatterId) -> frozenset[str]:
        """Return the words of a matter's name alone."""
        return self._known[matter].called

    def _worth_of(self, word: str) -> float:
        if len(word) < 3 and word.isascii():
            return _CONNECTING_WORTH
        rarity = self._worth - math.log(max(1, len(self._bearers.get(word, ()))))
        return min(rarity, _GENERIC_WORTH) if word in GENERIC or word in LEGAL_FORMS else max(0.0, rarity)


def _bare_words(matter: Matter) -> tuple[frozenset[str], frozenset[str]]:
    """Return the words of a matter's name and clients, and those of its name alone."""
    texts = (matter.name, *matter.clients, *matter.aliases)
    found = [frozenset(word for word in telling(words(text)) if word not in LEGAL_FORMS) for text in texts]
    return frozenset().union(*found), found[0]


def _take_out(
    leaving: Iterable[Known],
    postings: dict[tuple[str, ...], tuple[Posting, ...]],
    bearers: dict[str, tuple[MatterId, ...]],
) -> None:
    for old in leaving:
        number = old.matter.id
        for key in old.keys:
            left = tuple(each for each in postings.get(key.words, ()) if each.matter != number)
            if left:
                postings[key.words] = left
            else:
                postings.pop(key.words, None)  # its size may stay: looking for what is not there finds nothing
        for word in old.name:
            rest = tuple(each for each in bearers[word] if each != number)
            if rest:
                bearers[word] = rest
            else:
                del bearers[word]


def _put_in(
    arriving: Mapping[MatterId, Known],
    postings: dict[tuple[str, ...], tuple[Posting, ...]],
    bearers: dict[str, tuple[MatterId, ...]],
    sizes: dict[str, tuple[int, ...]],
) -> None:
    """Gather first and freeze once: a word that ten thousand matters bear must not be copied ten thousand times."""
    new: dict[tuple[str, ...], list[Posting]] = {}
    bearing: dict[str, list[MatterId]] = {}
    for number, known in arriving.items():
        for kind, text, whole in known.keys:
            new.setdefault(text, []).append(Posting(kind, number, whole))
        for word in known.name:
            bearing.setdefault(word, []).append(number)
    for text, found in new.items():
        postings[text] = (*postings.get(text, ()), *found)
        first, size = text[0], len(text)
        if size not in sizes.get(first, ()):
            sizes[first] = tuple(sorted((*sizes.get(first, ()), size), reverse=True))
    for word, numbers in bearing.items():
        bearers[word] = (*bearers.get(word, ()), *numbers)
