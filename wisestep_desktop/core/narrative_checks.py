"""What to look at in a narrative before it goes to a client. Knows what is told, not whether it may be sent.

Every finding says where in the text it is. A narrative that nothing can be said against has none.
"""

from __future__ import annotations

import re
from collections import defaultdict
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass
from enum import StrEnum

from wisestep_desktop.core.entries import LONGEST_NARRATIVE
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.matching import Named
from wisestep_desktop.core.matter_keys import Kind
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.normalise import tokens, words
from wisestep_desktop.core.task_words import TaskWords
from wisestep_desktop.core.tasks_told import lumped, vague_parts


class FindingKind(StrEnum):
    """What is the matter with a narrative, the gravest first."""

    OTHER_CLIENT = "other_client"
    EXCLUDED_WORD = "excluded_word"
    BLANK = "blank"
    TOO_LONG = "too_long"
    SAME_CLIENT = "same_client"
    LUMPED = "lumped"
    VAGUE = "vague"


@dataclass(frozen=True, slots=True)
class Finding:
    """Something to look at.

    Attributes:
        kind: what it is.
        start: offset in the text of its first character.
        end: offset just after its last one; a blank narrative has no length.
        matters: that are named there.
    """

    kind: FindingKind
    start: int
    end: int
    matters: tuple[MatterId, ...] = ()


@dataclass(frozen=True, slots=True)
class NarrativeRules:
    """What a person or a firm asks of narratives.

    Attributes:
        excluded: words and phrases that no narrative may contain.
        required: whether an entry needs one.
        longest: characters at most.
    """

    excluded: tuple[str, ...] = ()
    required: bool = False
    longest: int = LONGEST_NARRATIVE


_MOST_NAMED = 3
"""Matters that a finding names; a name that more of them share is no better explained by all of them."""

_LOUD = {Kind.ID: 2.5, Kind.REFERENCE: 2.5, Kind.RULE: 0.0}
_GOES_ON = re.compile(r" [A-Z][a-z]")
_DISTINCTIVE = 5.0
"""What the telling words of a name are worth together, from which nobody says them by chance."""


def checked(
    text: str,
    matter: Matter | None,
    named: Iterable[Named],
    matters: Mapping[MatterId, Matter],
    vocabulary: TaskWords,
    rules: NarrativeRules,
) -> tuple[Finding, ...]:
    """Return what to look at in a narrative, by place.

    Args:
        text: the narrative.
        matter: on whose bill it goes; without one nobody can say which names are strange.
        named: what the recogniser finds in the text.
        matters: those among it.
        vocabulary: which words name tasks, and which say nothing.
        rules: what narratives have to be like.
    """
    if not text.strip():
        return (Finding(FindingKind.BLANK, 0, 0),) if rules.required else ()
    found = list(_strangers(text, matter, named, matters)) if matter is not None else []
    found += _excluded(text, rules.excluded)
    found += (Finding(FindingKind.VAGUE, *part) for part in vague_parts(text, vocabulary))
    together = lumped(text, vocabulary)
    if together is not None:
        found.append(Finding(FindingKind.LUMPED, *together))
    if len(text) > rules.longest:
        found.append(Finding(FindingKind.TOO_LONG, rules.longest, len(text)))
    return tuple(sorted(found, key=lambda each: (each.start, each.end, list(FindingKind).index(each.kind))))


def is_telling(find: Named, text: str) -> bool:
    """Tell whether a find is a matter's beyond doubt: a number that is meant, or a name nobody says by chance."""
    if find.kind in _LOUD:
        return find.weight >= _LOUD[find.kind]
    if find.kind is Kind.ALIAS and any(map(str.isdigit, text[find.start : find.end])):
        return find.weight >= _LOUD[Kind.REFERENCE]
    if find.kind not in {Kind.NAME, Kind.CLIENT, Kind.ALIAS}:
        return False
    said = text[find.start : find.end]
    if find.size == 1:
        return find.worth >= _DISTINCTIVE and _is_a_name(text, find.start, find.end)
    if find.worth >= _DISTINCTIVE or "v" in words(said):
        return True
    return find.kind is Kind.CLIENT and said.istitle()  # "Harbour Holdings", but no harbour and no holdings


def _is_a_name(text: str, start: int, end: int) -> bool:
    """Tell a single word that is written as a name, and not because a sentence begins."""
    said = text[start:end]
    if not said[:1].isupper():
        return not any(char.isupper() or char.islower() for char in said)  # scripts without capitals
    if _GOES_ON.match(text, end):
        return False  # Summit Road is not Summit
    before = text[:start].rstrip(" \t\"'(\u201c\u2018")
    return bool(before) and before[-1] not in ".;:!?\n\u2022-"


def _strangers(
    text: str, matter: Matter, named: Iterable[Named], matters: Mapping[MatterId, Matter]
) -> Iterator[Finding]:
    """Yield names of other matters; what is also this matter's or its client's name is none."""
    own = {word for name in (matter.name, *matter.clients, *matter.aliases, *matter.phrases) for word in words(name)}
    clients = {words(client) for client in matter.clients}
    by_place: defaultdict[tuple[int, int], list[Named]] = defaultdict(list)
    for find in named:
        by_place[find.start, find.end].append(find)
    for (start, end), finds in sorted(by_place.items()):
        telling = [find for find in finds if is_telling(find, text)]
        if any(find.matter == matter.id for find in finds) or not telling or own.issuperset(words(text[start:end])):
            continue
        kin = [find for find in telling if clients & {words(name) for name in _clients(find, matters)}]
        if any(find.kind is Kind.CLIENT for find in kin):
            continue  # this client's own name
        kind = FindingKind.SAME_CLIENT if len(kin) == len(telling) else FindingKind.OTHER_CLIENT
        yield Finding(kind, start, end, _some(telling))


def _clients(find: Named, matters: Mapping[MatterId, Matter]) -> tuple[str, ...]:
    known = matters.get(find.matter)
    return () if known is None else known.clients


def _some(finds: Sequence[Named]) -> tuple[MatterId, ...]:
    best = sorted(finds, key=lambda find: (-find.weight, -find.matter))
    return tuple(dict.fromkeys(find.matter for find in best))[:_MOST_NAMED]


def _excluded(text: str, excluded: Sequence[str]) -> Iterator[Finding]:
    """Yield every place of a word that is kept out: whole words, whatever their case and accents."""
    if not excluded:
        return
    found = tokens(text)
    told = tuple(token.text for token in found)
    for wanted in dict.fromkeys(map(words, excluded)):
        size = len(wanted)
        for at in range(len(told) - size + 1 if size else 0):
            if told[at : at + size] == wanted:
                yield Finding(FindingKind.EXCLUDED_WORD, found[at].start, found[at + size - 1].end)
