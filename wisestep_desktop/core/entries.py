"""Entries: rows with one matter, one work date, one activity type and one narrative; what is sent, second by second."""

from __future__ import annotations

from collections.abc import Sequence
from dataclasses import dataclass, replace
from datetime import date
from decimal import Decimal
from enum import StrEnum

from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.ids import (
    ActivityTypeId,
    EntryId,
    MatterId,
    ParticipantId,
    PostingKey,
    RemoteEntryId,
    RowId,
    TitleId,
)
from wisestep_desktop.core.instants import whole_seconds
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.rounding import billed_seconds, hours, round_up
from wisestep_desktop.core.rows import TimeRow
from wisestep_desktop.core.spans import Instant, Span

LONGEST_NARRATIVE = 4_000
"""Characters; Actionstep's own limit is unknown, so this bounds what we store rather than what it takes."""


class Charge(StrEnum):
    """What becomes of an entry on the bill."""

    BILL = "bill"
    NO_CHARGE = "no_charge"
    HIDE = "hide"
    NON_BILLABLE = "non_billable"


@dataclass(frozen=True, slots=True)
class Part:
    """A stretch of one title that makes up an entry: where each second came from."""

    title: TitleId
    span: Span


@dataclass(frozen=True, slots=True)
class Draft:
    """What a person puts together to be sent.

    Attributes:
        work_date: the attorney's local date at the time of work.
        zone: IANA name of the zone that date was read in.
        matter: whose bill; an entry may wait without one, and be sent where no matter is required.
        activity_type: a quick code, if one was picked.
        narrative: the attorney's text.
        charge: what becomes of it on the bill.
        parts: the captured stretches; empty for time typed in by hand.
        by_hand: milliseconds typed in by hand; 0 for captured time.
        started: the first instant worked, where it is known.
        billed: whole seconds the person wants billed; None: what was worked decides.
        with_summary: whether the summary goes out with it; None: the property decides.
        with_list: whether the list of activities goes out with it; None: the setting decides.
        timekeeper: whose time it is, where that is not the person signed in.
        task_code, activity_code: UTBMS codes, where the matter uses them.
    """

    work_date: date
    zone: str
    matter: MatterId | None
    activity_type: ActivityTypeId | None = None
    narrative: str = ""
    charge: Charge = Charge.BILL
    parts: tuple[Part, ...] = ()
    by_hand: int = 0
    started: Instant | None = None
    billed: int | None = None
    with_summary: bool | None = None
    with_list: bool | None = None
    timekeeper: ParticipantId | None = None
    task_code: str | None = None
    activity_code: str | None = None

    @property
    def worked_seconds(self) -> int:
        """Whole seconds worked: the sum of the parts' milliseconds, half a second going up."""
        return whole_seconds(sum(part.span.length for part in self.parts) + self.by_hand)


@dataclass(frozen=True, slots=True)
class Entry:
    """A draft with an identity and a fate.

    Attributes:
        id: ours.
        draft: what it says.
        state: where it stands.
        key: under which Actionstep is asked for it; minted when it was first queued.
        remote: Actionstep's record, once sent.
        text_sent: the description as it went out.
        billed_sent: the billed hours it went out with, and then those Actionstep's own rules made of them.
        worked_sent: the worked hours where Actionstep's own rules made others of them.
        closed_too: the person said that it may go to a closed matter.
        reason: code of why it was refused, waits or is uncertain.
        detail: what Actionstep said about it, bounded; plain text.
    """

    id: EntryId
    draft: Draft
    state: EntryState = EntryState.DRAFT
    key: PostingKey | None = None
    remote: RemoteEntryId | None = None
    text_sent: str | None = None
    billed_sent: Decimal | None = None
    reason: str | None = None
    detail: str | None = None
    worked_sent: Decimal | None = None
    closed_too: bool = False


@dataclass(frozen=True, slots=True)
class Figures:
    """Worked and billed, never mixed up. Seconds are whole; hours have two decimals.

    Attributes:
        weighted_seconds: what is billed before rounding: worked seconds weighted, or what the person said instead.
    """

    worked_seconds: int
    worked_hours: Decimal
    billed_seconds: int
    billed_hours: Decimal
    weighted_seconds: int = 0


def figures(draft: Draft, *, unit: int, weighting: int = 100) -> Figures:
    """Return what an entry would say and bill, in steps of ``unit`` seconds, with ``weighting`` per cent of the time.

    A figure the person put in takes the place of the worked time: it is not weighted, but billed in whole steps too.
    """
    worked = draft.worked_seconds
    weighted = billed_seconds(worked, weighting=Decimal(weighting)) if draft.billed is None else draft.billed
    if draft.charge is Charge.NON_BILLABLE:
        weighted = 0
    billed = round_up(weighted, unit)
    return Figures(worked, hours(worked), billed, hours(billed), weighted)


def without_matter(draft: Draft, *, allowed: bool) -> Draft:
    """Return a draft as it goes out without a matter: Actionstep never bills such time, and takes no codes for it.

    Args:
        draft: with or without a matter; with one it stays as it is.
        allowed: whether entries without a matter may be sent at all; where not, a matter is still to come.
    """
    if draft.matter is not None or not allowed:
        return draft
    return replace(draft, charge=Charge.NON_BILLABLE, task_code=None, activity_code=None)


def parts_of(rows: Sequence[TimeRow]) -> tuple[Part, ...]:
    """Return every stretch of the rows, in order of time.

    Raises:
        BadInput: if a row is private or belongs to an entry already.
    """
    parts: list[Part] = []
    for row in rows:
        if row.title is None:
            raise BadInput("row.private", row=row.id)
        if row.entry is not None:
            raise BadInput("row.taken", row=row.id, entry=row.entry)
        parts.extend(Part(row.title, span) for span in row.spans)
    return tuple(sorted(parts, key=lambda part: part.span))


def only_date(days: Sequence[tuple[RowId, date]]) -> date:
    """Return the one date the rows share.

    Raises:
        BadInput: if there are no rows or they lie on several days.
    """
    dates = {day for _, day in days}
    if len(dates) != 1:
        raise BadInput("rows.none" if not dates else "rows.several_days")
    return dates.pop()
