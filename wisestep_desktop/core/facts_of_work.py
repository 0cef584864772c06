"""What was done, as facts: which kind of work on which subject, for how long, and which rows say so.

A fact holds nothing that no window showed. What a piece of work was for is not known here, and is never guessed.
"""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from wisestep_desktop.core.ids import RowId
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.normalise import words
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.core.subjects import Own, subject_of
from wisestep_desktop.core.work import WorkKind, WorkRules, kind_of

MOST_FACTS = 8
"""Facts of one entry; who did more did not do it in one entry."""

_GLANCE = 30_000
"""Milliseconds below which something was only passed by, where anything else was worked on for longer."""


class Order(StrEnum):
    """In which order facts are told."""

    TIME = "time"
    WEIGHT = "weight"


@dataclass(frozen=True, slots=True)
class Seen:
    """A row as far as it says what was done.

    Attributes:
        row: which.
        window: what was in front.
        start: of its first second.
        millis: worked.
    """

    row: RowId
    window: Window
    start: Instant
    millis: int


@dataclass(frozen=True, slots=True)
class Fact:
    """A kind of work on a subject.

    Attributes:
        kind: what was done.
        subject: on what, in words of the titles; empty where the person said only what kind of work it was.
        rows: that say so, by time.
        millis: worked on it.
        start: when it was begun.
    """

    kind: WorkKind
    subject: str
    rows: tuple[RowId, ...]
    millis: int
    start: Instant

    def __repr__(self) -> str:
        return f"Fact({self.kind}, …, {self.millis} ms)"


_STRONGEST = (
    WorkKind.DRAFT, WorkKind.CALCULATE, WorkKind.REVIEW, WorkKind.THINK, WorkKind.RESEARCH, WorkKind.ADMINISTER,
    WorkKind.OTHER,
)  # fmt: skip
"""Kinds of work on one document, the strongest first: who drafts also reads."""

_SAID = frozenset({WorkKind.CALL, WorkKind.MEET, WorkKind.COURT, WorkKind.TRAVEL})
"""What a person may note down without a subject, and it is a fact all the same."""

_PASSING = frozenset({WorkKind.ADMINISTER, WorkKind.OTHER})
"""Kinds that go with any other one on the same subject."""


def facts_of_work(
    seen: Iterable[Seen],
    matter: Matter | None,
    rules: WorkRules,
    *,
    order: Order = Order.WEIGHT,
    most: int = MOST_FACTS,
) -> tuple[Fact, ...]:
    """Return what rows say was done, at most ``most`` facts: of more, those with the most time.

    The same rows, in whatever order, give the same facts. Titles that say nothing give none.
    """
    own = Own.of(matter)
    by_subject: defaultdict[tuple[str, ...], list[Fact]] = defaultdict(list)
    for row in sorted(seen, key=lambda each: (each.start, each.row)):
        kind = kind_of(row.window, rules)
        subject = subject_of(row.window, own, rules)
        if subject or (kind in _SAID and row.window.application.startswith("@")):
            key = words(subject) or (subject,)
            by_subject[key].append(Fact(kind, subject, (row.row,), row.millis, row.start))
    facts = [fact for told in by_subject.values() for fact in _merged(told)]
    worked = [fact for fact in facts if fact.millis >= _GLANCE] or facts
    heaviest = sorted(worked, key=_weight)[: max(0, most)]
    return tuple(heaviest if order is Order.WEIGHT else sorted(heaviest, key=_time))


def main_kind(facts: Iterable[Fact]) -> WorkKind | None:
    """Return the kind of work that took most of the time, or None where there are no facts."""
    spent: defaultdict[WorkKind, int] = defaultdict(int)
    for fact in facts:
        spent[fact.kind] += fact.millis
    return min(spent, key=lambda kind: (-spent[kind], list(WorkKind).index(kind))) if spent else None


def _merged(told: Sequence[Fact]) -> list[Fact]:
    """Put together what was done on one subject: work on a document is one thing, each way of talking another."""
    groups: defaultdict[WorkKind, list[Fact]] = defaultdict(list)
    for fact in told:
        document = fact.kind in _STRONGEST and fact.kind not in _PASSING
        groups[WorkKind.DRAFT if document else fact.kind].append(fact)
    for passing in _PASSING & groups.keys():
        others = [kind for kind in groups if kind not in _PASSING] or [kind for kind in groups if kind != passing]
        if others:
            target = max(others, key=lambda kind: (sum(each.millis for each in groups[kind]), kind))
            groups[target] += groups.pop(passing)
    return [_one(facts) for facts in groups.values()]


def _one(facts: Sequence[Fact]) -> Fact:
    ordered = sorted(facts, key=_time)
    kinds = {fact.kind for fact in ordered}
    talk = kinds - {*_STRONGEST}
    kind = min(talk) if talk else min(kinds, key=_STRONGEST.index)
    said = max(ordered, key=lambda fact: (fact.millis, -fact.start)).subject
    rows = tuple(dict.fromkeys(row for fact in ordered for row in fact.rows))
    return replace(ordered[0], kind=kind, subject=said, rows=rows, millis=sum(fact.millis for fact in ordered))


def _time(fact: Fact) -> tuple[Instant, RowId, str]:
    return fact.start, fact.rows[0], fact.kind


def _weight(fact: Fact) -> tuple[int, Instant, RowId, str]:
    return -fact.millis, *_time(fact)
