"""What all that speaks for matters in a title comes to: probabilities, with their evidence, and perhaps one matter.

Log-odds add up per matter against "none of them"; a matter is assigned at ``ASSIGN`` and above, with a clear margin,
and only if nothing in the title speaks for another one.
"""

from __future__ import annotations

import math
from collections import defaultdict
from collections.abc import Sequence
from dataclasses import dataclass, replace

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.learning import Learned
from wisestep_desktop.core.matter_keys import Kind
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.core.weighing import Reading, Word

ASSIGN = 0.95
MARGIN = 0.2
MOST_CANDIDATES = 8

NONE = 2.0
"""Log-odds that a title means no matter at all."""

_SHOWN = 0.02
"""A probability below which a candidate is not worth a word."""

CONTESTING = 2.0
"""Log-odds from which what speaks for one matter keeps another from being assigned."""

_ALSO_A_CLIENT = 1.5
"""Log-odds from which another client's name does that, however many matters the client has."""

_LIKE_ANOTHER = 1.4
"""Log-odds from which a part of another matter's name does that."""

LIKELY = 0.3
"""How probable a candidate must be to be offered."""

_NAMED = 0.1
"""How probable one must be that is written in the title as it is called, where another is likely."""
_WRITTEN = frozenset({Kind.ID, Kind.REFERENCE, Kind.NAME, Kind.ALIAS, Kind.RULE})

_DOUBT = 0.49
"""Most that is believed of a matter where the title speaks for another one too."""

_NOT_YET_SURE = 4.4
"""Log-odds that lessons come to at most, but for one that is louder by itself: the same title, confirmed twice."""

_TOGETHER = 1.5
"""Log-odds added where a number and a name speak for the same matter."""


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

    @property
    def offered(self) -> tuple[Candidate, ...]:
        """Return the candidates worth a person's look: the likely ones, and beside them those written in the title.

        What the rows around say for one of two matters that a title names must not take the other out of sight.
        """
        if not any(each.p >= LIKELY for each in self.candidates):
            return ()
        return tuple(each for each in self.candidates if each.p >= LIKELY or (each.p >= _NAMED and _is_written(each)))


NO_MATCH = Match(None, ())


def _is_written(candidate: Candidate) -> bool:
    return any(find.kind in _WRITTEN for find in candidate.evidence)


WHOLE = frozenset({Kind.NAME, Kind.ALIAS, Kind.REFERENCE, Kind.RULE})
"""What says all of what a matter is called; words inside it speak for no other."""

_NUMBERS = frozenset({Kind.ID, Kind.REFERENCE})


def explained(spoken: list[Word]) -> list[Word]:
    """Leave out likenesses that are only words of what plainly means another matter."""
    plain = [word for word in spoken if word.kind in WHOLE and word.weight > CONTESTING]
    only_parts = {
        word.matter
        for word in spoken
        if word.kind is Kind.LIKENESS
        and all(each.kind is Kind.LIKENESS and _within(each, plain) for each in spoken if each.matter == word.matter)
    }
    return [word for word in spoken if word.kind is not Kind.LIKENESS or word.matter not in only_parts]


def _within(word: Word, plain: list[Word]) -> bool:
    """Tell whether a word is only a part of what plainly means another; a name that goes on has all of it."""
    return any(
        each.first <= word.first
        and word.last <= each.last
        and (each.first, each.last) != (word.first, word.last)
        and each.matter != word.matter
        for each in plain
    )


def judge(spoken: Sequence[Word], learned: Sequence[Learned], reading: Reading) -> Match:
    """Return what everything that speaks for matters comes to."""
    odds = _odds(spoken, learned, public=reading.public)
    every = math.exp(NONE) + sum(odds.values())
    offered = filter(reading.index.offers, odds)
    ranked = sorted(offered, key=lambda matter: (-odds[matter], -matter))[:MOST_CANDIDATES]
    candidates = tuple(
        Candidate(matter, round(odds[matter] / every, 4), _evidence(matter, spoken, learned, reading))
        for matter in ranked
        if odds[matter] / every >= _SHOWN
    )
    if not candidates:
        return NO_MATCH
    best = candidates[0]
    ruled = {word.matter for word in spoken if word.kind is Kind.RULE}  # the person's own word outranks what names say
    if ruled != {best.matter} and _contested(best.matter, spoken):
        return Match(None, tuple(replace(each, p=min(each.p, _DOUBT)) for each in candidates))
    clear = best.p >= ASSIGN and (len(candidates) == 1 or best.p - candidates[1].p >= MARGIN)
    return Match(best.matter if clear else None, candidates)


def _odds(spoken: Sequence[Word], learned: Sequence[Learned], *, public: bool) -> dict[MatterId, float]:
    """Return the odds of each matter against none; what this very title was said not to mean has none."""
    by_matter: defaultdict[MatterId, dict[Kind, float]] = defaultdict(dict)
    for word in spoken:  # saying a thing twice does not make it truer
        by_matter[word.matter][word.kind] = max(word.weight, by_matter[word.matter].get(word.kind, -9.0))
    for matter in {lesson.matter for lesson in learned}:
        by_matter[matter][Kind.LEARNED] = _recalled([each.weight for each in learned if each.matter == matter])
    never = {lesson.matter for lesson in learned if lesson.never}
    return {matter: math.exp(_sum(kinds, public=public)) for matter, kinds in by_matter.items() if matter not in never}


def _sum(kinds: dict[Kind, float], *, public: bool) -> float:
    """Add up what speaks for a matter: its name said whole and in part is one thing, a number and a name are two."""
    name = max((kinds[kind] for kind in (Kind.NAME, Kind.ALIAS, Kind.LIKENESS) if kind in kinds), default=0.0)
    client = max(0.0, kinds.get(Kind.CLIENT, 0.0))
    if Kind.NAME not in kinds and Kind.ALIAS not in kinds:
        client = min(client, max(0.0, 4.6 - name))  # words of a client are among those of a likeness
    number = sum(max(0.0, kinds[kind]) for kind in _NUMBERS if kind in kinds)
    together = _TOGETHER if number > 1 and max(client, name) > 0.8 and not public else 0.0
    own = kinds.get(Kind.RULE, 0.0) + kinds.get(Kind.LEARNED, 0.0)
    return min(9.0, name + 0.7 * client + number + together) + own


def _recalled(weights: Sequence[float]) -> float:
    """Add up what was learned; one correction teaches several traits, and together they must not assign either."""
    return min(sum(weights), max(_NOT_YET_SURE, *weights))


def _contested(best: MatterId, spoken: Sequence[Word]) -> bool:
    """Tell whether something speaks for other matters only: then the title is about two things."""
    numbered = any(word.matter == best and word.kind in _NUMBERS and word.weight > CONTESTING for word in spoken)
    named = any(word.matter == best and word.kind not in _NUMBERS for word in spoken)
    ours = {(word.first, word.last) for word in spoken if word.matter == best}
    others = (word for word in spoken if word.matter != best and (word.first, word.last) not in ours)
    likeness = _LIKE_ANOTHER + 0.4 if numbered and named else _LIKE_ANOTHER
    return any(_contests(word, ours, likeness, numbered=numbered) for word in others)


def _contests(word: Word, ours: set[tuple[int, int]], likeness: float, *, numbered: bool) -> bool:
    """Tell whether a word for another matter is loud enough; a number or reference of ours makes us deafer."""
    match word.kind:
        case Kind.LIKENESS:
            inside = any(first <= word.first and word.last <= last for first, last in ours)
            return not inside and word.weight >= likeness
        case Kind.CLIENT:
            return not numbered and word.whole_weight >= _ALSO_A_CLIENT
        case Kind.ID:
            return not numbered or word.weight >= CONTESTING / 2
        case _:
            return (word.weight if numbered else word.whole_weight) >= CONTESTING


def _evidence(
    matter: MatterId, spoken: Sequence[Word], learned: Sequence[Learned], reading: Reading
) -> tuple[Evidence, ...]:
    """Return where a matter was found, and what it was learned from."""
    found, title = reading.found, reading.raw
    places = ((kind, found[first].start, found[last - 1].end) for kind, first, last in _ranges(matter, spoken))
    seen = [Evidence(kind, title[start:end], start, end) for kind, start, end in places]
    recalled = [each for each in learned if each.matter == matter and each.weight > 0]
    seen += (Evidence(Kind.LEARNED, title[each.start : each.end], each.start, each.end, each.at) for each in recalled)
    return tuple(seen)


def _ranges(matter: MatterId, spoken: Sequence[Word]) -> list[tuple[Kind, int, int]]:
    """Return what was found of a matter; words of one likeness that touch are one find, and none within another."""
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
    return ranges
