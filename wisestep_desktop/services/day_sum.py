"""Where a day went: each moment from the first to the last, once, with what has become of it. It adds up."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass
from enum import StrEnum
from operator import attrgetter
from typing import TYPE_CHECKING

from wisestep_desktop.core.presence import PresenceSpan, Proof
from wisestep_desktop.core.spans import Span, gaps, intersect, subtract
from wisestep_desktop.core.stated import Occupation, Stated

if TYPE_CHECKING:
    from wisestep_desktop.services.timeline import DayRow


class Kind(StrEnum):
    """What has become of a stretch, in the order in which people ask for it."""

    SENT = "sent"
    DRAFT = "draft"
    TAGGED = "tagged"
    UNTAGGED = "untagged"
    PRIVATE = "private"
    POSSIBLE = "possible"
    TRASH = "trash"
    BREAK = "break"
    AWAY = "away"


@dataclass(frozen=True, slots=True)
class Stretch:
    """A stretch of the day; stretches touch and never overlap."""

    span: Span
    kind: Kind


def kind_of(row: DayRow) -> Kind:
    """Return what has become of a row."""
    if row.state == "open":
        return Kind.UNTAGGED if row.matter is None else Kind.TAGGED
    return Kind(row.state.value)


def stretches(
    rows: Iterable[DayRow], presence: Sequence[PresenceSpan], stated: Sequence[Stated] = ()
) -> tuple[Stretch, ...]:
    """Return every stretch from the first to the last moment that any row or presence speaks of, by start."""
    told = [Stretch(span, kind_of(row)) for row in rows for span in row.row.spans]
    breaks = [each.span for each in stated if each.occupation is Occupation.BREAK]
    marks = [each.span for each in told] + [stay.span for stay in presence] + breaks
    if not marks:
        return ()
    whole = Span(min(span.start for span in marks), max(span.end for span in marks))
    empty = gaps([each.span for each in told], whole)
    rested = intersect(empty, breaks)
    read = intersect(subtract(empty, rested), [stay.span for stay in presence if stay.proof is Proof.READING])
    told += [Stretch(span, Kind.BREAK) for span in rested]
    told += [Stretch(span, Kind.POSSIBLE) for span in read]
    told += [Stretch(span, Kind.AWAY) for span in subtract(subtract(empty, rested), read)]
    return tuple(sorted(told, key=attrgetter("span.start", "span.end")))


def sums(told: Iterable[Stretch]) -> dict[Kind, int]:
    """Return the milliseconds of each kind, zero where there are none; they add up to the whole."""
    found = dict.fromkeys(Kind, 0)
    for each in told:
        found[each.kind] += each.span.length
    return found


def joined(told: Iterable[Stretch]) -> tuple[Stretch, ...]:
    """Return stretches that follow one another without a change of kind as one; they add up to the same."""
    found: list[Stretch] = []
    for each in told:
        if found and found[-1].kind is each.kind and found[-1].span.end == each.span.start:
            found[-1] = Stretch(Span(found[-1].span.start, each.span.end), each.kind)
        else:
            found.append(each)
    return tuple(found)
