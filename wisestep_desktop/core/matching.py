"""Finds matters in a window title and says why. It never guesses: two matters, or a shared name, assign nothing.

A title is read once for every way in which a matter may be written (``matter_keys``), of finds within one another the
longest counts, numbers are believed by what stands around them (``numbers``), and names that are only partly there
suggest (``likeness``). What was found adds up as log-odds against "none of them"; a matter is assigned at ``ASSIGN``
and above, and only with a clear margin and nothing that speaks for another one.
"""

from __future__ import annotations

import math
import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Sequence
from dataclasses import dataclass, replace
from itertools import pairwise
from typing import NamedTuple

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.learning import Learned
from wisestep_desktop.core.likeness import Likeness, alike
from wisestep_desktop.core.matter_index import MatterIndex, Posting
from wisestep_desktop.core.matter_keys import Kind
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.name_words import GENERIC, LEGAL_FORMS, SKIPPED
from wisestep_desktop.core.normalise import Token, tokens
from wisestep_desktop.core.numbers import Standing, is_year, standing
from wisestep_desktop.core.redaction import application_key
from wisestep_desktop.core.spans import Instant

VERSION = 4
"""Raised whenever the same title and matters may give another answer; stored beside each result."""

ASSIGN = 0.95
MARGIN = 0.2
MOST_CANDIDATES = 8

NONE = 2.0
"""Log-odds that a title means no matter at all."""

_SHOWN = 0.02
"""A probability below which a candidate is not worth a word."""

_MOST_SHARING = 40
"""Matters that may share a name which suggests them; what more of them bear suggests nothing."""

_CONTESTING = 2.0
"""Log-odds from which what speaks for one matter keeps another from being assigned."""

_ALSO_A_CLIENT = 1.5
"""Log-odds from which another client's name does that, however many matters the client has."""

_LIKE_ANOTHER = 1.4
"""Log-odds from which a part of another matter's name does that."""

_DOUBT = 0.4
"""What is left of a probability where a title is about two things: as often as not it is the other one, or both."""

_TOGETHER = 1.5
"""Log-odds added where a number and a name speak for the same matter."""

_CODE = frozenset({
    "code", "visual studio code", "cursor", "pycharm", "idea64", "devenv", "windowsterminal", "windows terminal", "cmd",
    "powershell", "terminal", "iterm2", "gnome-terminal", "konsole", "spotify", "music", "steam", "vlc", "docker",
    "postman", "gimp", "calculator", "regedit", "taskmgr", "wireshark",
})  # fmt: skip
"""Applications in which a number is hardly ever a matter's."""

_GOING_ON = frozenset({
    "holdings", "group", "properties", "property", "investments", "partners", "services", "trust", "no", "estate",
    "developments", "trading", "international", "enterprises", "capital", "foundation", "street", "road", "avenue",
    "lane", "court", "place", "brothers", "sons", "industries", "solutions", "systems", "bank", "insurance", "ii", "iii",
    "jr", "junior", "senior", "family", "superannuation", "super", "agents", "consulting", "logistics",
})  # fmt: skip
"""Words that make a longer name of the name before them."""

_JOINS = re.compile(r"[-_./\\:#\u2010-\u2015 ]{1,3}")
"""What may stand between the parts of a reference."""


@dataclass(frozen=True, slots=True)
class Evidence:
    """One find: what kind, the text as it stands in the raw title, and its offsets there (half-open).

    What the title does not show, such as a folder, has no text and no length. ``at`` is when the person said so, for
    what was learned.
    """

    kind: Kind
    text: str
    start: int
    end: int
    at: Instant | None = None


@dataclass(frozen=True, slots=True)
class Candidate:
    """A matter, how probable it is (0 to 1), and every find that speaks for it."""

    matter: MatterId
    p: float
    evidence: tuple[Evidence, ...]


@dataclass(frozen=True, slots=True)
class Match:
    """What a title says: the one matter it certainly means, if any, and the candidates, most probable first."""

    assigned: MatterId | None
    candidates: tuple[Candidate, ...]


NO_MATCH = Match(None, ())


class _Find(NamedTuple):
    """A key in a title: the range of its tokens, half-open, and what it means."""

    first: int
    last: int
    postings: tuple[Posting, ...]


class _Word(NamedTuple):
    """Something that speaks for one matter, and how loud."""

    matter: MatterId
    kind: Kind
    weight: float
    first: int
    last: int
    shared: int = 1


class Matcher:
    """Reads titles against an index; safe to use from any thread.

    Args:
        matters: those that may be offered, or an index of them; leave out what must not be suggested.
    """

    def __init__(self, matters: Iterable[Matter] | MatterIndex) -> None:
        self.index = matters if isinstance(matters, MatterIndex) else MatterIndex.of(matters)

    def match(self, title: str, application: str = "", learned: Sequence[Learned] = ()) -> Match:
        """Return what ``title`` says, by whole tokens; the same title always gets the same answer.

        Args:
            title: raw.
            application: whose window it is; some count and number everything.
            learned: what the person's corrections say of this window.
        """
        found = tokens(title)
        spoken = [
            word
            for find in _outermost(self._finds(found, title))
            for word in self._weigh(find, found, title, application_key(application))
        ]
        spoken += self._likenesses(found, title, spoken)
        spoken = _explained(spoken)
        learned = [each for each in learned if each.matter in self.index]
        return _judge(spoken, learned, found, title) if spoken or learned else NO_MATCH

    def _finds(self, found: Sequence[Token], title: str) -> Iterator[_Find]:
        """Yield every key in the title: names over the telling words, numbers and references also glued together."""
        told = [place for place, token in enumerate(found) if token.text not in SKIPPED] or list(range(len(found)))
        texts = tuple(found[place].text for place in told)
        for at, first in enumerate(texts):
            for size in self.index.sizes(first):
                if at + size <= len(texts) and (postings := self.index.postings(texts[at : at + size])):
                    yield _Find(told[at], told[at + size - 1] + 1, postings)
        yield from self._glued(found, title)

    def _glued(self, found: Sequence[Token], title: str) -> Iterator[_Find]:
        """Yield references whose parts are parted elsewhere than the firm parts them."""
        if not any(map(str.isdigit, title)):
            return
        for first in range(len(found) - 1):
            whole = found[first].text
            if not self.index.may_begin(whole):
                continue
            for last in range(first + 1, min(first + 6, len(found))):
                if not _JOINS.fullmatch(title[found[last - 1].end : found[last].start]):
                    break
                whole += found[last].text
                meant = self.index.postings((whole,)) if len(whole) > 5 and not whole.isalpha() else ()
                postings = tuple(each for each in meant if each.kind in {Kind.REFERENCE, Kind.ALIAS})
                if postings:
                    yield _Find(first, last + 1, postings)

    def _weigh(self, find: _Find, found: Sequence[Token], title: str, application: str) -> Iterator[_Word]:
        """Yield what a find says for each matter; several that share a name share its weight."""
        if len(find.postings) > 5 * _MOST_SHARING:
            return
        counts: defaultdict[Kind, set[MatterId]] = defaultdict(set)
        for posting in find.postings:
            counts[posting.kind].add(posting.matter)
        loudness: dict[tuple[Kind, bool], float] = {}
        # A matter named like its client may be any of that client's.
        clients = bool(counts[Kind.CLIENT] - counts[Kind.NAME] - counts[Kind.ALIAS])
        for posting in find.postings:
            if clients and posting.kind in {Kind.NAME, Kind.ALIAS}:
                posting = posting._replace(kind=Kind.CLIENT)
            if len(counts[posting.kind]) > _MOST_SHARING:
                continue
            sort = posting.kind, posting.whole
            if sort not in loudness:
                loudness[sort] = self._loudness(posting, find, found, title, application)
            if loudness[sort] > 0:
                shared = len(counts[posting.kind])
                weight = loudness[sort] - math.log(shared)
                yield _Word(posting.matter, posting.kind, weight, find.first, find.last, shared)

    def _loudness(self, posting: Posting, find: _Find, found: Sequence[Token], title: str, application: str) -> float:
        texts = tuple(token.text for token in found[find.first : find.last] if token.text not in SKIPPED)
        joined = "".join(texts)
        match posting.kind:
            case Kind.ID:
                return self._of_number(joined, _believed(title, found, find.first, application))
            case Kind.REFERENCE | Kind.ALIAS if any(map(str.isdigit, joined)) and _is_referring(joined):
                if joined.isdigit():
                    return self._of_digits(find, found, title, application)
                return 6.0 if posting.whole and len(joined) > 3 else 2.5 if len(joined) < 5 else 4.0
            case Kind.RULE:
                return 8.0
            case Kind.CLIENT:
                worth = self._worth(texts)
                most = 1.6 if len(texts) == 1 else 2.6
                return min(most, 0.5 * worth) if posting.whole else min(1.5, 0.3 * worth)
            case _:
                worth = self._worth(texts)
                parties = 1.0 if "v" in texts[1:-1] else 0.0
                if _is_parted(found[find.first : find.last], title) or _goes_on(find.last, found, title):
                    return min(4.4, 0.9 * worth)
                if not parties and all(text in GENERIC for text in texts):
                    return min(4.4, 0.9 * worth)  # "Supply agreement", "First National Group": many say that
                if len(texts) == 1 or (all(len(text) == 1 for text in texts) and len(texts) < 4):
                    return min(1.8, 0.4 * worth)
                return min(5.8 if posting.whole else 5.2, 0.9 * worth + parties)

    def _of_digits(self, find: _Find, found: Sequence[Token], title: str, application: str) -> float:
        """Weigh a reference of digits only: like an id where it is one number, by its parts where they are joined."""
        if find.last - find.first == 1:
            told = _believed(title, found, find.first, application)
            return _of_number(found[find.first].text, told)
        gaps = {title[one.end : two.start] for one, two in pairwise(found[find.first : find.last])}
        long = sum(len(token.text) for token in found[find.first : find.last]) > 6
        return 6.0 if long and gaps <= {"-", ".", "/", "_", "\u2013"} else 3.0

    def _of_number(self, text: str, told: Standing) -> float:
        """Weigh an id: where matters go by references, a number that nobody calls a matter's is hardly one."""
        weight = _of_number(text, told)
        return weight / 2 if self.index.goes_by_references and told is not Standing.NAMED else weight

    def _worth(self, texts: Iterable[str]) -> float:
        return sum(map(self.index.worth, texts))

    def _likenesses(self, found: Sequence[Token], title: str, spoken: list[_Word]) -> list[_Word]:
        plain = [(word.first, word.last) for word in spoken if word.kind in _WHOLE and word.weight > _CONTESTING]
        told = [
            place
            for place, token in enumerate(found)
            if token.text not in SKIPPED and not any(first <= place < last for first, last in plain)
        ]
        cut = frozenset(
            at for at, place in enumerate(told) if title[found[place].end :].lstrip()[:3].startswith(("…", "..."))
        )
        said = {word.matter for word in spoken if word.kind in {Kind.NAME, Kind.ALIAS} and word.weight > _CONTESTING}
        words: list[_Word] = []
        explained = frozenset(token.text for first, last in plain for token in found[first:last])
        for like in alike(self.index, [found[place] for place in told], cut, explained):
            if like.matter in said:
                continue
            weight = _of_likeness(like, several=len(self.index.called(like.matter)) > 1)
            words += (_Word(like.matter, Kind.LIKENESS, weight, told[at], told[at] + 1) for at in like.places)
        return words


def _of_likeness(like: Likeness, *, several: bool) -> float:
    """Weigh a name by how much of it is there; never as much as would assign it by itself."""
    if like.share < 0.6 or not several:
        return min(2.2, 0.2 * like.worth)
    if like.share < 0.85:
        return min(2.8, 0.25 * like.worth)
    return min(4.6, 0.5 * like.worth) if like.exact else min(3.4, 0.35 * like.worth)


def _is_parted(found: Sequence[Token], title: str) -> bool:
    """Tell whether a name goes across what parts a title; then its words may only stand side by side."""
    return any(set("|:;") & {*title[one.end : two.start]} for one, two in pairwise(found))


def _goes_on(last: int, found: Sequence[Token], title: str) -> bool:
    """Tell whether a name goes on: "Marlow Holdings" is not Marlow, and "Marlow Estate No 2" not the Marlow Estate."""
    if last == len(found) or title[found[last - 1].end : found[last].start] != " ":
        return False
    return found[last].text in _GOING_ON or found[last].text in LEGAL_FORMS


def _is_referring(joined: str) -> bool:
    """Tell the words of a reference from a name with a number in it: more than half of it is digits, or it is short."""
    return len(joined) <= 16 or 2 * sum(map(str.isdigit, joined)) >= len(joined)


def _believed(title: str, found: Sequence[Token], at: int, application: str) -> Standing:
    told = standing(title, found, at)
    if application in _CODE and told in {Standing.BARE, Standing.PLACED}:
        return Standing(told - 1)
    return told


def _of_number(text: str, told: Standing) -> float:
    """Return the weight of a number by how it stands and how long it is."""
    size = 2 if is_year(text) else len(text)
    match told:
        case Standing.NONE:
            return 0.0
        case Standing.NAMED:
            return 6.5
        case Standing.PLACED:
            return 5.5 if size > 4 else 3.0 if size == 4 else 1.5 if size == 3 else 0.0
        case Standing.BARE:
            return 2.6 if size > 4 else 0.8 if size == 4 else 0.3 if size == 3 else 0.0


def _outermost(finds: Iterable[_Find]) -> list[_Find]:
    """Leave out every find that lies within a longer one."""
    kept: list[_Find] = []
    last = -1
    for find in sorted(finds, key=lambda each: (each.first, -each.last)):
        if find.last > last or (kept and (find.first, find.last) == (kept[-1].first, kept[-1].last)):
            kept.append(find)
            last = max(last, find.last)
    return kept


_NUMBERS = frozenset({Kind.ID, Kind.REFERENCE})
_WHOLE = frozenset({Kind.NAME, Kind.ALIAS, Kind.REFERENCE, Kind.RULE})


def _explained(spoken: list[_Word]) -> list[_Word]:
    """Leave out likenesses that are only words of what plainly means another matter."""
    plain = [word for word in spoken if word.kind in _WHOLE and word.weight > _CONTESTING]
    explained = {
        word.matter
        for word in spoken
        if word.kind is Kind.LIKENESS and all(_within(each, plain) for each in spoken if each.matter == word.matter)
    }
    return [word for word in spoken if word.kind is not Kind.LIKENESS or word.matter not in explained]


def _within(word: _Word, plain: list[_Word]) -> bool:
    return word.kind is Kind.LIKENESS and any(
        each.first <= word.first and word.last <= each.last and each.matter != word.matter for each in plain
    )


def _judge(spoken: list[_Word], learned: Sequence[Learned], found: Sequence[Token], title: str) -> Match:
    by_matter: defaultdict[MatterId, dict[Kind, float]] = defaultdict(dict)
    for word in spoken:  # saying a thing twice does not make it truer
        by_matter[word.matter][word.kind] = max(word.weight, by_matter[word.matter].get(word.kind, -9.0))
    for lesson in learned:
        by_matter[lesson.matter][Kind.LEARNED] = by_matter[lesson.matter].get(Kind.LEARNED, 0.0) + lesson.weight
    never = {lesson.matter for lesson in learned if lesson.never}
    odds = {matter: math.exp(_sum(kinds)) for matter, kinds in by_matter.items() if matter not in never}
    every = math.exp(NONE) + sum(odds.values())
    ranked = sorted(odds, key=lambda matter: (-odds[matter], -matter))[:MOST_CANDIDATES]
    candidates = tuple(
        Candidate(
            matter,
            round(odds[matter] / every, 4),
            (*_evidence(matter, spoken, found, title), *_recalled(matter, learned, title)),
        )
        for matter in ranked
        if odds[matter] / every >= _SHOWN
    )
    if not candidates:
        return NO_MATCH
    best = candidates[0]
    ruled = {word.matter for word in spoken if word.kind is Kind.RULE}  # the person's own word outranks what names say
    if ruled != {best.matter} and _contested(best.matter, spoken):
        return Match(None, tuple(replace(each, p=round(each.p * _DOUBT, 4)) for each in candidates))
    clear = best.p >= ASSIGN and (len(candidates) == 1 or best.p - candidates[1].p >= MARGIN)
    return Match(best.matter if clear else None, candidates)


def _sum(kinds: dict[Kind, float]) -> float:
    """Add up what speaks for a matter: its name said whole and in part is one thing, a number and a name are two."""
    name = max((kinds[kind] for kind in (Kind.NAME, Kind.ALIAS, Kind.LIKENESS) if kind in kinds), default=0.0)
    client = max(0.0, kinds.get(Kind.CLIENT, 0.0))
    if Kind.NAME not in kinds and Kind.ALIAS not in kinds:
        client = min(client, max(0.0, 4.6 - name))  # words of a client are among those of a likeness
    number = sum(max(0.0, kinds[kind]) for kind in _NUMBERS if kind in kinds)
    together = _TOGETHER if number > 0 and max(name, client) > 1 else 0.0
    own = kinds.get(Kind.RULE, 0.0) + kinds.get(Kind.LEARNED, 0.0)
    return min(9.0, name + 0.7 * client + number + together) + own


def _contested(best: MatterId, spoken: list[_Word]) -> bool:
    """Tell whether something speaks for other matters only: then the title is about two things."""
    numbered = any(word.matter == best and word.kind in _NUMBERS and word.weight > _CONTESTING for word in spoken)
    ours = {(word.first, word.last) for word in spoken if word.matter == best}
    for word in spoken:
        if word.matter == best or (word.first, word.last) in ours:
            continue
        if word.kind is Kind.LIKENESS:
            if word.weight >= (2.2 if numbered else _LIKE_ANOTHER) and not any(
                first <= word.first and word.last <= last for first, last in ours
            ):
                return True
            continue
        loud = word.weight + math.log(word.shared)
        if not numbered and loud >= (_ALSO_A_CLIENT if word.kind is Kind.CLIENT else _CONTESTING):
            return True
        if numbered and word.weight >= _CONTESTING and word.kind is not Kind.CLIENT:
            return True
        if word.kind is Kind.ID and not numbered:
            return True
    return False


def _evidence(matter: MatterId, spoken: list[_Word], found: Sequence[Token], title: str) -> tuple[Evidence, ...]:
    """Return where a matter was found; words of one likeness that touch are one find."""
    ranges: list[tuple[Kind, int, int]] = []
    mine = {(each.first, each.last, each.kind) for each in spoken if each.matter == matter}
    whole = [(first, last) for first, last, kind in mine if kind is not Kind.LIKENESS]
    for first, last, kind in sorted(mine):
        if kind is Kind.LIKENESS and any(start <= first and last <= end for start, end in whole):
            continue
        if ranges and kind is Kind.LIKENESS and ranges[-1][0] is kind and ranges[-1][2] == first:
            ranges[-1] = (kind, ranges[-1][1], last)
        else:
            ranges.append((kind, first, last))
    places = ((kind, found[first].start, found[last - 1].end) for kind, first, last in ranges)
    return tuple(Evidence(kind, title[start:end], start, end) for kind, start, end in places)


def _recalled(matter: MatterId, learned: Sequence[Learned], title: str) -> Iterator[Evidence]:
    for lesson in learned:
        if lesson.matter == matter and lesson.weight > 0:
            yield Evidence(Kind.LEARNED, title[lesson.start : lesson.end], lesson.start, lesson.end, lesson.at)
