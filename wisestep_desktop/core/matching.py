"""Finds matters in a window title and says why. It never guesses: two matters, or a shared name, assign nothing.

Ids, references, matter names and client names are compared as whole tokens regardless of case and punctuation.
Of overlapping finds the longest counts. All weights are in ``WEIGHTS``; a matter is assigned at ``ASSIGN`` and
above, and only with a clear margin over the next one.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping
from dataclasses import dataclass
from enum import StrEnum

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.normalise import Token, tokens, words

VERSION = 1
"""Raised whenever the same title and matters may give another answer; stored beside each result."""

ASSIGN = 0.95
MARGIN = 0.2
MOST_CANDIDATES = 8


class Kind(StrEnum):
    """What in the title spoke for a matter."""

    ID = "id"
    REFERENCE = "reference"
    NAME = "name"
    CLIENT = "client"


WEIGHTS: Mapping[Kind, float] = {Kind.ID: 0.97, Kind.REFERENCE: 0.98, Kind.NAME: 0.96, Kind.CLIENT: 0.6}
"""How far one find alone makes a matter probable."""

_WEAK = 0.5
"""A name or reference of one common-looking token, or a short id without a word that calls it a matter."""

_CONTEXT = frozenset({"matter", "file", "action", "actionstep", "ref", "case", "no"})
"""Words that, just before a number, make it a matter's number."""

_LEGAL_FORMS = frozenset({"pty", "ltd", "limited", "llc", "llp", "inc", "plc", "corp", "gmbh", "ag", "co", "company"})


@dataclass(frozen=True, slots=True)
class Evidence:
    """One find: what kind, the text as it stands in the raw title, and its offsets there (half-open)."""

    kind: Kind
    text: str
    start: int
    end: int


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


@dataclass(frozen=True, slots=True)
class _Pattern:
    kind: Kind
    matters: tuple[MatterId, ...]
    p: float


@dataclass(frozen=True, slots=True)
class _Find:
    first: int
    last: int
    patterns: tuple[_Pattern, ...]


class Matcher:
    """An index over matters, built once per sync and then only read; safe to use from any thread.

    Args:
        matters: those that may be offered; leave out what must not be suggested.
    """

    def __init__(self, matters: Iterable[Matter]) -> None:
        keys: defaultdict[tuple[str, ...], defaultdict[Kind, set[MatterId]]] = defaultdict(lambda: defaultdict(set))
        for matter in matters:
            for kind, text in _keys_of(matter):
                key = words(text)
                if key:
                    keys[key][kind].add(matter.id)
        self._patterns = {key: _patterns(key, kinds) for key, kinds in keys.items()}
        longest: dict[str, int] = {}
        for key in self._patterns:
            longest[key[0]] = max(longest.get(key[0], 0), len(key))
        self._longest = longest

    def match(self, title: str) -> Match:
        """Return what ``title`` says, by whole tokens; the same title always gets the same answer."""
        found = tokens(title)
        finds = [find for find in self._longest_finds(found) if _stands_alone(find, found, title)]
        if not finds:
            return NO_MATCH
        return _judge(finds, found, title)

    def _longest_finds(self, found: tuple[Token, ...]) -> list[_Find]:
        """Return every find that no other find covers."""
        finds: list[_Find] = []
        covered = 0
        for first, token in enumerate(found):
            most = min(self._longest.get(token.text, 0), len(found) - first)
            for size in range(most, 0, -1):
                patterns = self._patterns.get(tuple(part.text for part in found[first : first + size]))
                if patterns and first + size > covered:
                    finds.append(_Find(first, first + size, patterns))
                    covered = first + size
                    break
        return finds


def _keys_of(matter: Matter) -> Iterable[tuple[Kind, str]]:
    yield Kind.ID, str(matter.id)
    if matter.reference:
        yield Kind.REFERENCE, matter.reference
    yield Kind.NAME, matter.name
    for client in matter.clients:
        yield Kind.CLIENT, client
        surname, comma, given = client.partition(",")
        if comma:
            yield (
                Kind.CLIENT,
                f"{given} {surname}",
            )  # people write "Jane Marlow", Actionstep says "Marlow, Jane"


def _patterns(key: tuple[str, ...], kinds: Mapping[Kind, set[MatterId]]) -> tuple[_Pattern, ...]:
    """Weigh a key: several matters share its weight, and a key of one plain word proves little."""
    return tuple(
        _Pattern(kind, tuple(sorted(matters)), _weight(key, kind) / len(matters)) for kind, matters in kinds.items()
    )


def _weight(key: tuple[str, ...], kind: Kind) -> float:
    letters = sum(len(part) for part in key)
    telling = {
        Kind.ID: letters >= 5,
        Kind.REFERENCE: letters >= 4 and any(char.isdigit() for part in key for char in part),
        Kind.NAME: len(key) > 1 and letters >= 6,
        Kind.CLIENT: len(key) > 1 or letters >= 4,
    }
    return WEIGHTS[kind] if telling[kind] else min(_WEAK, WEIGHTS[kind])


def _stands_alone(find: _Find, found: tuple[Token, ...], title: str) -> bool:
    """Tell whether a number is a number by itself: not a price, a version, a decimal, a phone part or a page count."""
    if any(not part.text.isdigit() for part in found[find.first : find.last]):
        return True
    before = title[: found[find.first].start]
    after = title[found[find.last - 1].end :]
    if before[-1:] in tuple("$€£¥") or before.rstrip()[-1:] in tuple("$€£¥+"):
        return False
    if before[-1:] in tuple(".,:") and before[-2:-1].isdigit():
        return False
    return not (after[:1] in tuple(".,:%") and (after[1:2].isdigit() or after[:1] == "%"))


def _judge(finds: list[_Find], found: tuple[Token, ...], title: str) -> Match:
    doubt: dict[MatterId, float] = {}
    evidence: defaultdict[MatterId, list[Evidence]] = defaultdict(list)
    for find in finds:
        start, end = found[find.first].start, found[find.last - 1].end
        for pattern in find.patterns:
            p = _in_context(pattern, find, found)
            for matter in pattern.matters:
                doubt[matter] = doubt.get(matter, 1.0) * (1.0 - p)
                evidence[matter].append(Evidence(pattern.kind, title[start:end], start, end))
    candidates = sorted(
        (Candidate(matter, round(1.0 - rest, 4), tuple(evidence[matter])) for matter, rest in doubt.items()),
        key=lambda candidate: (-candidate.p, candidate.matter),
    )
    best = candidates[0]
    clear = len(candidates) == 1 or best.p - candidates[1].p >= MARGIN
    assigned = best.matter if best.p >= ASSIGN and clear and not _contested(best, finds) else None
    return Match(assigned, tuple(candidates[:MOST_CANDIDATES]))


def _contested(best: Candidate, finds: list[_Find]) -> bool:
    """Tell whether some find speaks for other matters only: then the title is about two things."""
    return any(all(best.matter not in pattern.matters for pattern in find.patterns) and _strong(find) for find in finds)


def _strong(find: _Find) -> bool:
    return any(pattern.p >= _WEAK and len(pattern.matters) == 1 for pattern in find.patterns)


def _in_context(pattern: _Pattern, find: _Find, found: tuple[Token, ...]) -> float:
    if pattern.kind is not Kind.ID or pattern.p > _WEAK:
        return pattern.p
    called = find.first > 0 and found[find.first - 1].text in _CONTEXT
    year = 1900 <= int(found[find.first].text) < 2100
    if called:
        return WEIGHTS[Kind.ID] / len(pattern.matters)
    return 0.1 if year else pattern.p
