"""Why a row may mean a matter, in words: how sure, and what speaks for it. No widget."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from datetime import UTC

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.instants import to_datetime
from wisestep_desktop.core.matching import ASSIGN, Candidate, Evidence
from wisestep_desktop.core.matter_keys import Kind
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.services.timeline import DayRow, RowState, TaggedBy
from wisestep_desktop.shell import habits
from wisestep_desktop.shell.words import N_, tr

MOST_SHOWN = 3
"""Candidates that are explained; what comes after is hardly ever meant."""

_RATHER = 0.6
_MOST_REASONS = 4


def certainty(p: float) -> str:
    """Return how probable something is, in a word: nobody knows what 0.83 feels like."""
    if p >= ASSIGN:
        return tr("almost certain")
    return tr("likely") if p >= _RATHER else tr("possible")


_SAID = {
    Kind.ID: N_("“{text}” is its number"),
    Kind.REFERENCE: N_("“{text}” is its reference"),
    Kind.NAME: N_("“{text}” is its name"),
    Kind.CLIENT: N_("“{text}” is its client"),
    Kind.ALIAS: N_("“{text}” is what it was called before"),
    Kind.LIKENESS: N_("“{text}” is part of its name"),
    Kind.RULE: N_("“{text}” means it, as you said"),
    Kind.CONTEXT: N_("You worked on it just before or after"),
}


def evidence(find: Evidence) -> str:
    """Return why a find speaks for a matter."""
    return _learned(find) if find.kind is Kind.LEARNED else tr(_SAID[find.kind], text=find.text)


def day_of(at: Instant) -> str:
    """Return the date of an instant as evidence names it."""
    return habits.day_and_month(to_datetime(at, UTC).astimezone().date())


def _learned(find: Evidence) -> str:
    if find.at is None:
        return tr("Learned from your corrections")
    if find.text:
        return tr("“{text}”: learned from your correction of {day}", text=_short(find.text), day=day_of(find.at))
    return tr("The document's folder: learned from your correction of {day}", day=day_of(find.at))


def _short(text: str) -> str:
    return text if len(text) <= 60 else f"{text[:59].rstrip()}…"


def reasons(finds: Iterable[Evidence]) -> tuple[str, ...]:
    """Return the reasons that some finds are, each once, the first few."""
    return tuple(dict.fromkeys(evidence(find) for find in finds))[:_MOST_REASONS]


def candidates_of(rows: Sequence[DayRow], *, every: bool = False) -> tuple[Candidate, ...]:
    """Return what rows offer together, one candidate a matter: the likeliest, with the evidence of all rows.

    Args:
        rows: which may be of several titles.
        every: whether to return what is too unlikely to be offered, too.
    """
    best: dict[MatterId, Candidate] = {}
    offered = {each.matter for row in rows for each in row.match.offered}
    for each in sorted((each for row in rows for each in row.match.candidates), key=lambda each: -each.p):
        known = best.get(each.matter)
        if each.matter not in offered and not every:
            continue
        best[each.matter] = (
            each if known is None else Candidate(known.matter, known.p, (*known.evidence, *each.evidence))
        )
    return tuple(best.values())


def heading(count: int) -> str:
    """Return the question above the candidates shown, up to three of them."""
    match count:
        case 1:
            return tr("Which matter? One may be meant.")
        case 2:
            return tr("Which matter? Two may be meant.")
        case _:
            return tr("Which matter? Three may be meant.")


def why_heading(matter: MatterId, candidate: Candidate | None) -> str:
    """Return the question above the reasons for one matter, with how sure it is."""
    if candidate is None:
        return tr("Why {matter}?", matter=matter)
    return tr("Why {matter}? {certainty}", matter=matter, certainty=_sentence(certainty(candidate.p)))


def _sentence(text: str) -> str:
    return f"{text[:1].upper()}{text[1:]}"


def told(row: DayRow, matters: Mapping[MatterId, Matter]) -> tuple[str, ...]:
    """Return all that speaks for a row's matter, or for those it may mean, a line each: for a tool tip."""
    if row.state in (RowState.PRIVATE, RowState.TRASH):
        return ()
    if row.matter is not None:
        candidate = next((each for each in row.match.candidates if each.matter == row.matter), None)
        if row.tagged_by is TaggedBy.PERSON:
            lines = [tr("You chose {matter}.", matter=_named(row.matter, matters))]
        elif candidate is None:
            return ()
        else:
            lines = [tr("{matter}: {certainty}", matter=_named(row.matter, matters), certainty=certainty(candidate.p))]
        return (*lines, *_bullets(candidate))
    shown = candidates_of([row])[:MOST_SHOWN]
    return tuple(
        line
        for each in shown
        for line in (
            tr("{matter}: {certainty}", matter=_named(each.matter, matters), certainty=certainty(each.p)),
            *_bullets(each),
        )
    )


def _bullets(candidate: Candidate | None) -> tuple[str, ...]:
    return () if candidate is None else tuple(f"•  {line}" for line in reasons(candidate.evidence))


def _named(matter: MatterId, matters: Mapping[MatterId, Matter]) -> str:
    known = matters.get(matter)
    return str(matter) if known is None else f"{matter} {known.name}"
