"""Every key of every matter, found by its words. Read by any number of threads; a change makes another index.

A dictionary of whole words, not an automaton of characters: it is as fast for titles, needs no native code, and takes
one changed matter in without being built again (docs/adr/0016).
"""

from __future__ import annotations

import math
from collections.abc import Iterable, Mapping
from typing import NamedTuple, Self

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.matter_keys import Key, Kind, keys_of, told
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.name_words import GENERIC, LEGAL_FORMS


class Posting(NamedTuple):
    """A matter that a key means, and how."""

    kind: Kind
    matter: MatterId
    whole: bool


class Known(NamedTuple):
    """What the index remembers of a matter, so that it can be taken out again.

    Attributes:
        mark: tells it from the same matter called otherwise.
        keys: the words of its keys.
        called: the words of its name that can be looked for one by one.
        others: those of its clients and former names that are not among them.
        referred: whether it has a reference.
        hidden: whether it is only known so that what means it is not taken for another matter.
    """

    mark: int
    keys: tuple[tuple[str, ...], ...]
    called: tuple[str, ...]
    others: tuple[str, ...]
    referred: bool
    hidden: bool


RARE_AT_MOST = 80
"""Matters that may bear a word that leads to them by itself."""

NOTHING_COMMON: Mapping[str, float] = {}

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
        common: Mapping[str, float] = NOTHING_COMMON,
    ) -> None:
        self._known = known
        self._postings = postings
        self._bearers = bearers
        self._sizes = sizes
        self._heads = heads
        self._common = common
        self._worth = math.log(max(_FIRM, len(known)))
        self._worths: dict[str, float] = {}
        named = sum(each.referred for each in known.values())
        self.goes_by_references = named > 0.6 * len(known)

    @classmethod
    def of(cls, matters: Iterable[Matter], hidden: Iterable[Matter] = ()) -> Self:
        """Return an index over some matters; of two with one id the later counts.

        Args:
            matters: those that may be offered.
            hidden: others, such as closed ones: a title that means one of them means no other.
        """
        return cls({}, {}, {}, {}).changed(matters, (), hidden)

    def changed(self, put: Iterable[Matter], gone: Iterable[MatterId], hidden: Iterable[Matter] = ()) -> Self:
        """Return an index in which some matters are new or different, offered or hidden, and others are gone."""
        known, postings, bearers = dict(self._known), dict(self._postings), dict(self._bearers)
        sizes, heads = dict(self._sizes), set(self._heads)
        arriving = {matter.id: (matter, False) for matter in put}
        arriving |= {matter.id: (matter, True) for matter in hidden}
        for number in {*arriving, *gone} & known.keys():
            _take_out(number, known.pop(number), postings, bearers)
        new: dict[tuple[str, ...], list[Posting]] = {}
        bearing: dict[str, list[MatterId]] = {}
        one: dict[str, str] = {}  # each word once in memory: a firm's names are made of few
        for matter, is_hidden in arriving.values():
            keys = keys_of(matter)
            keys = frozenset(
                key._replace(words=tuple(one.setdefault(word, word) for word in key.words)) for key in keys
            )
            known[matter.id] = _known(matter, keys, one, hidden=is_hidden)
            for kind, text, whole in keys:
                new.setdefault(text, []).append(Posting(kind, matter.id, whole))
                if kind in {Kind.REFERENCE, Kind.ALIAS} and len(text) == 1:
                    heads.add(text[0][:2])
            for word in (*known[matter.id].called, *known[matter.id].others):
                bearing.setdefault(word, []).append(matter.id)
        _put_in(new, bearing, postings, bearers, sizes)
        return type(self)(known, postings, bearers, sizes, frozenset(heads), self._common)

    def amid(self, common: Mapping[str, float]) -> Self:
        """Return the same index for somebody in whose titles some words are common.

        Args:
            common: the share of that person's titles in which a word stands, 0 to 1. The name of the firm, or of the
                mailbox's owner, tells no matter, though only one matter bears it.
        """
        return type(self)(self._known, self._postings, self._bearers, self._sizes, self._heads, dict(common))

    def __len__(self) -> int:
        return len(self._known)

    def __contains__(self, matter: object) -> bool:
        return matter in self._known

    def ids(self) -> Iterable[MatterId]:
        """Return the number of every matter."""
        return self._known.keys()

    def is_known(self, matter: Matter, *, hidden: bool = False) -> bool:
        """Tell whether a matter is indexed just as it is."""
        known = self._known.get(matter.id)
        return known is not None and known.mark == mark(matter) and known.hidden is hidden

    def offers(self, matter: MatterId) -> bool:
        """Tell whether a matter is here and may be offered."""
        known = self._known.get(matter)
        return known is not None and not known.hidden

    def called(self, matter: MatterId) -> tuple[str, ...]:
        """Return the words of a matter's name alone."""
        return self._known[matter].called

    def name_of(self, matter: MatterId) -> tuple[str, ...]:
        """Return the words of a matter's name, clients and former names."""
        known = self._known[matter]
        return known.called + known.others

    def vocabulary(self, matter: MatterId) -> frozenset[str]:
        """Return words without any of which no title speaks of a matter: its number, rare words, one of each key."""
        known = self._known.get(matter)
        if known is None:
            return frozenset()
        rare = {word for word in known.called + known.others if self.leads(word)}
        rarest = {min(key, key=lambda word: (len(self.bearers(word)), -len(word))) for key in known.keys}
        return frozenset({str(matter), *rare, *rarest})

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

    def leads(self, word: str) -> bool:
        """Tell whether a word is rare enough to lead to the matters that bear it."""
        return len(self.bearers(word)) <= RARE_AT_MOST

    def worth(self, word: str) -> float:
        """Return how much a word tells, in nats: rare words much, words that all firms use little."""
        known = self._worths.get(word)
        if known is None:
            known = self._worth_of(word)
            if word in self._bearers:  # of the words of titles there is no end
                self._worths[word] = known
        return known

    def _worth_of(self, word: str) -> float:
        if len(word) < 3 and word.isascii():
            return _CONNECTING_WORTH
        if len(word) == 1:
            return _GENERIC_WORTH
        rarity = self._worth - math.log(max(1, len(self._bearers.get(word, ()))))
        if word in self._common:
            rarity = min(rarity, -math.log(self._common[word]))
        return min(rarity, _GENERIC_WORTH) if word in GENERIC or word in LEGAL_FORMS else max(0.0, rarity)


def mark(matter: Matter) -> int:
    """Return a number that changes with what titles are matched by. Good within one process only."""
    return hash((matter.name, matter.reference, matter.clients, matter.aliases, matter.phrases))


def _known(matter: Matter, keys: frozenset[Key], one: dict[str, str], *, hidden: bool) -> Known:
    called = dict.fromkeys(one.setdefault(word, word) for word in told(matter.name))
    texts = (*matter.clients, *matter.aliases)
    others = dict.fromkeys(one.setdefault(word, word) for text in texts for word in told(text))
    rest = tuple(word for word in others if word not in called)
    return Known(mark(matter), tuple(key.words for key in keys), tuple(called), rest, bool(matter.reference), hidden)


def _take_out(
    number: MatterId,
    old: Known,
    postings: dict[tuple[str, ...], tuple[Posting, ...]],
    bearers: dict[str, tuple[MatterId, ...]],
) -> None:
    for key in old.keys:
        left = tuple(each for each in postings.get(key, ()) if each.matter != number)
        if left:
            postings[key] = left
        else:
            postings.pop(key, None)  # its size may stay: looking for what is not there finds nothing
    for word in old.called + old.others:
        rest = tuple(each for each in bearers[word] if each != number)
        if rest:
            bearers[word] = rest
        else:
            del bearers[word]


def _put_in(
    new: Mapping[tuple[str, ...], list[Posting]],
    bearing: Mapping[str, list[MatterId]],
    postings: dict[tuple[str, ...], tuple[Posting, ...]],
    bearers: dict[str, tuple[MatterId, ...]],
    sizes: dict[str, tuple[int, ...]],
) -> None:
    """Freeze once what was gathered: a word that ten thousand matters bear must not be copied ten thousand times."""
    for text, found in new.items():
        postings[text] = (*postings.get(text, ()), *found)
        first, size = text[0], len(text)
        if size not in sizes.get(first, ()):
            sizes[first] = tuple(sorted((*sizes.get(first, ()), size), reverse=True))
    for word, numbers in bearing.items():
        bearers[word] = (*bearers.get(word, ()), *numbers)
