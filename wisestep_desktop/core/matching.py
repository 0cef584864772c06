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

VERSION = 3
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
    ALIAS = "alias"


WEIGHTS: Mapping[Kind, float] = {
    Kind.ID: 0.97,
    Kind.REFERENCE: 0.98,
    Kind.NAME: 0.96,
    Kind.ALIAS: 0.95,
    Kind.CLIENT: 0.6,
}
"""How far one find alone makes a matter probable."""

_NOTHING = 0.03
"""A key shared by so many matters that it proves less than this about each is no key at all."""

_WEAK = 0.5
"""A name or reference of one common-looking token, or a short id without a word that calls it a matter."""

_HARDLY = 0.1
"""A number that is far more often a year, a chapter or a draft."""

_CONTEXT = frozenset({"matter", "file", "action", "actionstep", "ref"})
"""Words that, just before a number, make it a matter's number."""

_LEGAL_FORMS = frozenset({"pty", "ltd", "limited", "llc", "llp", "inc", "plc", "corp", "gmbh", "ag", "co", "company"})
"""Words at the end of a client's name that people leave out."""

_CURRENCIES = frozenset({"usd", "aud", "nzd", "cad", "eur", "gbp", "dollars", "euros"})
_PHONES = frozenset({"tel", "telephone", "phone", "ph", "mobile", "mob", "fax"})
_NUMBERED = frozenset({"page", "pages", "p", "pp", "pg", "version", "ver", "build", "release"}) | _CURRENCIES | _PHONES
"""Words that, just before a number, make it another thing's number."""
_COUNTED = frozenset({"pages", "items", "unread", "results", "messages", "words", "kb", "mb", "gb"}) | _CURRENCIES
"""Words that, just after a number, make it a count."""


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
        weighed = ((key, _patterns(key, kinds)) for key, kinds in keys.items())
        self._patterns = {key: patterns for key, patterns in weighed if patterns}
        sizes: defaultdict[str, set[int]] = defaultdict(set)
        for key in self._patterns:
            sizes[key[0]].add(len(key))
        self._sizes = {first: tuple(sorted(lengths, reverse=True)) for first, lengths in sizes.items()}

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
            for size in self._sizes.get(token.text, ()):
                if not covered < first + size <= len(found):
                    continue
                patterns = self._patterns.get(tuple(part.text for part in found[first : first + size]))
                if patterns:
                    finds.append(_Find(first, first + size, patterns))
                    covered = first + size
                    break
        return finds


def _keys_of(matter: Matter) -> Iterable[tuple[Kind, str]]:
    yield Kind.ID, str(matter.id)
    if matter.reference:
        yield Kind.REFERENCE, matter.reference
        yield Kind.REFERENCE, "".join(words(matter.reference))  # people leave the separators out
    yield Kind.NAME, matter.name
    for former in matter.aliases:
        yield Kind.ALIAS, former
        if any(char.isdigit() for char in former):
            yield Kind.ALIAS, "".join(words(former))
    for client in matter.clients:
        yield Kind.CLIENT, client
        yield Kind.CLIENT, _without_legal_form(client)
        surname, comma, given = client.partition(",")
        if comma:  # people write "Jane Marlow", Actionstep says "Marlow, Jane"
            yield Kind.CLIENT, f"{given} {surname}"


def _without_legal_form(client: str) -> str:
    parts = list(words(client))
    while parts and parts[-1] in _LEGAL_FORMS:
        parts.pop()
    return " ".join(parts)


def _patterns(key: tuple[str, ...], kinds: Mapping[Kind, set[MatterId]]) -> tuple[_Pattern, ...]:
    """Weigh a key: several matters share its weight, and a key of one plain word proves little."""
    return tuple(
        _Pattern(kind, tuple(sorted(matters)), p)
        for kind, matters in kinds.items()
        if (p := _weight(key, kind) / len(matters)) >= _NOTHING
    )


def _weight(key: tuple[str, ...], kind: Kind) -> float:
    return WEIGHTS[kind] if _telling(key, kind) else min(_WEAK, WEIGHTS[kind])


def _telling(key: tuple[str, ...], kind: Kind) -> bool:
    """Tell whether a key is long and odd enough to mean a matter by itself."""
    letters = sum(map(len, key))
    match kind:
        case Kind.ID:
            return letters >= 5
        case Kind.REFERENCE:
            return letters >= 4 and any(char.isdigit() for char in "".join(key))
        case Kind.NAME:
            return len(key) > 1 and letters >= 6
        case Kind.CLIENT:
            return len(key) > 1 or letters >= 4
        case Kind.ALIAS:
            return _telling(key, Kind.NAME) or _telling(key, Kind.REFERENCE)


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
    if after[:1] in tuple(".,:%") and (after[1:2].isdigit() or after[:1] == "%"):
        return False
    return not (_is_counted(find, found) or _is_phone(find, found, title))


def _is_counted(find: _Find, found: tuple[Token, ...]) -> bool:
    """Tell "page 7", "7 pages", "7 of 9" and the 9 in it, "USD 7" and "version 7"."""
    before = [token.text for token in found[max(0, find.first - 2) : find.first]]
    after = [token.text for token in found[find.last : find.last + 2]]
    if (before and before[-1] in _NUMBERED) or (after and after[0] in _COUNTED):
        return True
    first_of, of_last = after[:1] == ["of"] and after[1:], before[-1:] == ["of"] and before[:-1]
    return any(number.isdigit() for number in (first_of or of_last or ()))


def _is_phone(find: _Find, found: tuple[Token, ...], title: str) -> bool:
    """Tell a part of "+61 2 9555 0100" or "Tel (02) 9555 0100"."""
    first = find.first
    while (
        first and found[first - 1].text.isdigit() and not title[found[first - 1].end : found[first].start].strip(" -()")
    ):
        first -= 1
    if first and found[first - 1].text in _PHONES:
        return True
    return title[: found[first].start].rstrip(" (").endswith("+")


def _judge(finds: list[_Find], found: tuple[Token, ...], title: str) -> Match:
    doubt: dict[MatterId, float] = {}
    evidence: defaultdict[MatterId, list[Evidence]] = defaultdict(list)
    counted: set[tuple[_Pattern, float]] = set()
    for find in finds:
        start, end = found[find.first].start, found[find.last - 1].end
        for pattern in find.patterns:
            p = _in_context(pattern, find, found)
            again = (pattern, p) in counted  # saying a thing twice does not make it truer
            counted.add((pattern, p))
            for matter in pattern.matters:
                doubt[matter] = doubt.get(matter, 1.0) * (1.0 if again else 1.0 - p)
                evidence[matter].append(Evidence(pattern.kind, title[start:end], start, end))
    candidates = sorted(
        (Candidate(matter, round(1.0 - rest, 4), tuple(evidence[matter])) for matter, rest in doubt.items()),
        key=lambda candidate: (-candidate.p, candidate.matter),
    )
    best = candidates[0]
    clear = len(candidates) == 1 or best.p - candidates[1].p >= MARGIN
    assigned = best.matter if best.p >= ASSIGN and clear and not _contested(best, finds, found) else None
    return Match(assigned, tuple(candidates[:MOST_CANDIDATES]))


def _contested(best: Candidate, finds: list[_Find], found: tuple[Token, ...]) -> bool:
    """Tell whether some find speaks for other matters only: then the title is about two things."""
    return any(
        all(best.matter not in pattern.matters for pattern in find.patterns) and _strong(find, found) for find in finds
    )


def _strong(find: _Find, found: tuple[Token, ...]) -> bool:
    return any(_in_context(each, find, found) >= _WEAK and len(each.matters) == 1 for each in find.patterns)


def _in_context(pattern: _Pattern, find: _Find, found: tuple[Token, ...]) -> float:
    """Weigh a short id by what stands before it; a year or a number of one or two digits says next to nothing."""
    if pattern.kind is not Kind.ID or pattern.p > _WEAK:
        return pattern.p
    if find.first > 0 and found[find.first - 1].text in _CONTEXT:
        return WEIGHTS[Kind.ID] / len(pattern.matters)
    number = int(found[find.first].text)
    return _HARDLY if number < 100 or 1900 <= number < 2100 else pattern.p
