"""Finds matters in a window title and says why. It never guesses: two matters, or a shared name, assign nothing.

A title is read once for every way in which a matter may be written (``matter_keys``), of finds within one another the
longest counts, numbers are believed by what stands around them (``numbers``), and names that are only partly there
suggest (``likeness``). What was found adds up as log-odds against "none of them"; a matter is assigned at ``ASSIGN``
and above, and only with a clear margin and nothing that speaks for another one.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Sequence
from typing import NamedTuple, Self

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.judging import (
    ASSIGN,
    CONTESTING,
    MARGIN,
    MOST_CANDIDATES,
    NO_MATCH,
    WHOLE,
    Candidate,
    Evidence,
    Match,
    explained,
    judge,
)
from wisestep_desktop.core.learning import Learned
from wisestep_desktop.core.likeness import alike
from wisestep_desktop.core.matter_index import MatterIndex, Posting
from wisestep_desktop.core.matter_keys import Kind
from wisestep_desktop.core.matters import Matter, offered_and_hidden
from wisestep_desktop.core.name_words import GENERIC, LEGAL_FORMS, left_out
from wisestep_desktop.core.normalise import narrow, tokens
from wisestep_desktop.core.pages import is_public
from wisestep_desktop.core.redaction import application_key
from wisestep_desktop.core.weighing import Find, Reading, Word, of_likeness, weigh

__all__ = [
    "ASSIGN", "MARGIN", "MOST_CANDIDATES", "NO_MATCH", "VERSION", "Candidate", "Evidence", "Kind", "Match", "Matcher",
    "Named",
]  # fmt: skip

VERSION = 5
"""Raised whenever the same title and matters may give another answer; stored beside each result."""

_JOINS = re.compile(r"[-_./\\:#()\[\]\u2010-\u2015 ]{1,3}")
"""What may stand between the parts of a reference."""


class Named(NamedTuple):
    """A matter that a text names in so many words, whether or not it is about it.

    Attributes:
        matter: which.
        kind: what of it is named.
        weight: log-odds, as if it alone were called so.
        worth: what the words tell that not many names bear; 0 for numbers and references.
        size: how many words.
        start: offset in the raw text of the first character.
        end: offset just after the last one.
    """

    matter: MatterId
    kind: Kind
    weight: float
    worth: float
    size: int
    start: int
    end: int


class Matcher:
    """Reads titles against an index; safe to use from any thread.

    Args:
        matters: those that may be offered, or an index of them.
        hidden: closed ones: never suggested, but a title that means one of them means no other.
    """

    def __init__(self, matters: Iterable[Matter] | MatterIndex, hidden: Iterable[Matter] = ()) -> None:
        self.index = matters if isinstance(matters, MatterIndex) else MatterIndex.of(matters, hidden)

    @classmethod
    def of(cls, matters: Iterable[Matter], *, closed_too: bool) -> Self:
        """Return a matcher over a cache of matters: closed ones offered or hidden; templates and lost ones left out."""
        return cls(*offered_and_hidden(matters, closed_too=closed_too))

    def match(self, title: str, application: str = "", learned: Sequence[Learned] = ()) -> Match:
        """Return what ``title`` says, by whole tokens; the same title always gets the same answer.

        Args:
            title: raw.
            application: whose window it is; some count and number everything.
            learned: what the person's corrections say of this window.
        """
        key = application_key(application)
        told = narrow(title)
        reading = Reading(self.index, told, title, tokens(told), key, is_public(told, key))
        spoken = [word for find in _outermost(_finds(reading)) for word in weigh(find, reading)]
        spoken += _likenesses(reading, spoken)
        learned = [each for each in learned if self.index.offers(each.matter)]
        return judge(explained(spoken), learned, reading) if spoken or learned else NO_MATCH

    def named(self, text: str) -> tuple[Named, ...]:
        """Return every matter, offered or hidden, that a text of some lines names, by place; names in part are none."""
        told = narrow(text)
        reading = Reading(self.index, told, text, tokens(told), "")
        spoken = [word for find in _outermost(_finds(reading)) for word in weigh(find, reading)]
        return tuple(_named(word, reading) for word in spoken if word.kind is not Kind.LIKENESS)


def _named(word: Word, reading: Reading) -> Named:
    found = reading.found[word.first : word.last]
    texts = [] if word.kind in {Kind.ID, Kind.REFERENCE} else [token.text for token in found]
    telling = [text for text in texts if text not in GENERIC and text not in LEGAL_FORMS]
    worth = sum(map(reading.index.worth, telling))
    size = sum(not left_out(token.text) for token in found)
    return Named(word.matter, word.kind, word.whole_weight, worth, size, found[0].start, found[-1].end)


def _finds(reading: Reading) -> Iterator[Find]:
    """Yield every key in the title: names over the telling words, numbers and references however they are joined."""
    found, index = reading.found, reading.index
    told = [place for place, token in enumerate(found) if not left_out(token.text)] or list(range(len(found)))
    texts = tuple(found[place].text for place in told)
    for at, first in enumerate(texts):
        for size in index.sizes(first):
            if at + size <= len(texts) and (postings := index.postings(texts[at : at + size])):
                yield Find(told[at], _with_form(told[at + size - 1] + 1, reading), postings)
    if any(map(str.isdigit, reading.title)):
        yield from _numbers(reading)
        yield from _glued(reading)


def _with_form(last: int, reading: Reading) -> int:
    """Return the end of a name with the legal form that stands behind it."""
    found = reading.found
    while last < len(found) and found[last].text in LEGAL_FORMS and found[last].start - found[last - 1].end <= 2:
        last += 1
    return last


def _numbers(reading: Reading) -> Iterator[Find]:
    """Yield the numbers that are a matter's own."""
    for place, token in enumerate(reading.found):
        if token.text.isdecimal() and token.text[0] != "0" and len(token.text) < 19:
            number = MatterId(int(token.text))
            if number in reading.index:
                yield Find(place, place + 1, (Posting(Kind.ID, number, whole=True),))


def _glued(reading: Reading) -> Iterator[Find]:
    """Yield references, with whatever parts their parts."""
    found, index = reading.found, reading.index
    for first in range(len(found)):
        whole = found[first].text
        if not index.may_begin(whole):
            continue
        for last in range(first + 1, min(first + 6, len(found))):
            if not _JOINS.fullmatch(reading.title[found[last - 1].end : found[last].start]):
                break
            whole += found[last].text
            meant = index.postings((whole,)) if not whole.isalpha() else ()
            postings = tuple(each for each in meant if each.kind in {Kind.REFERENCE, Kind.ALIAS})
            if postings:
                yield Find(first, last + 1, postings)


def _outermost(finds: Iterable[Find]) -> list[Find]:
    """Leave out every find that lies within a longer one."""
    kept: list[Find] = []
    last = -1
    for find in sorted(finds, key=lambda each: (each.first, -each.last)):
        if find.last > last or (kept and (find.first, find.last) == (kept[-1].first, kept[-1].last)):
            kept.append(find)
            last = max(last, find.last)
    return kept


def _likenesses(reading: Reading, spoken: Sequence[Word]) -> list[Word]:
    """Return what the words say that no plain find explains."""
    found, title = reading.found, reading.title
    plain = [(word.first, word.last) for word in spoken if word.kind in WHOLE and word.weight > CONTESTING]
    told = [
        place
        for place, token in enumerate(found)
        if not left_out(token.text) and not any(first <= place < last for first, last in plain)
    ]
    cut = frozenset(
        at for at, place in enumerate(told) if title[found[place].end :].lstrip()[:3].startswith(("\u2026", "..."))
    )
    said = {word.matter for word in spoken if word.kind in {Kind.NAME, Kind.ALIAS} and word.weight > CONTESTING}
    known = frozenset(token.text for first, last in plain for token in found[first:last])
    words: list[Word] = []
    for like in alike(reading.index, [found[place] for place in told], cut, known):
        if like.matter not in said:
            weight = of_likeness(like, several=len(reading.index.called(like.matter)) > 1)
            words += (Word(like.matter, Kind.LIKENESS, weight, told[at], told[at] + 1) for at in like.places)
    return words
