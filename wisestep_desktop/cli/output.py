"""Shapes of ``--json`` and lines for people. Shapes only grow; schemas in ``docs/cli`` hold them to it."""

from __future__ import annotations

import json
import sys
from collections.abc import Iterable, Mapping, Sequence
from datetime import datetime, tzinfo
from typing import Any

from wisestep_desktop.core.entries import Charge, Entry, figures, without_matter
from wisestep_desktop.core.ids import ActivityTypeId
from wisestep_desktop.core.instants import iso, whole_seconds
from wisestep_desktop.core.matching import Candidate, Match
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.records import RecordedEntry, differences
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.services.timeline import Day, DayRow
from wisestep_desktop.shell.sentences import why

Shape = dict[str, Any]


def emit(shape: object) -> None:
    """Print one JSON value on a line of its own, at once. Pure ASCII, so that no terminal can garble it."""
    print(json.dumps(shape, separators=(", ", ": ")), flush=True)


def table(rows: Iterable[Sequence[object]], headings: Sequence[str]) -> None:
    """Print aligned columns; an empty table prints its headings, so that nothing looks like a failure.

    Long cells are cut, but for the last of a row: it often says why and what to do.
    """
    texts = [[*(_cut(cell) for cell in row[:-1]), _plain(row[-1])] for row in rows]
    widths = [max(len(row[column]) for row in [list(headings), *texts]) for column in range(len(headings))]
    for row in [list(headings), *texts]:
        line = "  ".join(cell.ljust(width) for cell, width in zip(row, widths, strict=True))
        print(line.rstrip(), file=sys.stdout)


def _plain(cell: object) -> str:
    return "" if cell is None else str(cell)


def _cut(cell: object) -> str:
    text = _plain(cell)
    return text if len(text) <= 60 else f"{text[:59]}…"


def match_shape(title: str, match: Match) -> Shape:
    """Return what the matcher makes of a title."""
    return {
        "title": title,
        "assigned": match.assigned,
        "candidates": [candidate_shape(candidate) for candidate in match.candidates],
    }


def candidate_shape(candidate: Candidate) -> Shape:
    """Return one candidate with its evidence."""
    return {
        "id": candidate.matter,
        "p": candidate.p,
        "evidence": [
            {"kind": find.kind, "text": find.text, "start": find.start, "end": find.end} for find in candidate.evidence
        ],
    }


def matter_shape(matter: Matter) -> Shape:
    """Return one matter."""
    return {
        "id": matter.id,
        "name": matter.name,
        "reference": matter.reference,
        "status": matter.status,
        "clients": list(matter.clients),
        "aliases": list(matter.aliases),
        "billable": matter.billable,
    }


def day_shape(day: Day, zone: tzinfo) -> Shape:
    """Return a day. Durations are whole seconds; each is rounded by itself."""
    totals = day.totals
    return {
        "date": day.day.isoformat(),
        "rows": [_row_shape(row, zone) for row in day.rows],
        "presence": [
            {
                "state": stay.presence,
                "proof": stay.proof,
                "start": iso(stay.span.start, zone),
                "end": iso(stay.span.end, zone),
            }
            for stay in day.presence
        ],
        "totals": {
            "elapsed": whole_seconds(totals.elapsed),
            "active": whole_seconds(totals.active),
            "private": whole_seconds(totals.private),
            "possible": whole_seconds(totals.possible),
            "away": whole_seconds(totals.away),
            "tagged": whole_seconds(totals.tagged),
            "sent": whole_seconds(totals.sent),
        },
        "health": [
            {
                "signal": each.health.signal,
                "health": each.health.health,
                "reason": each.health.reason,
                "start": iso(each.span.start, zone),
                "end": iso(each.span.end, zone),
            }
            for each in day.ailments
        ],
    }


def _row_shape(row: DayRow, zone: tzinfo) -> Shape:
    return {
        "id": row.row.id,
        "start": iso(row.row.span.start, zone),
        "end": iso(row.row.span.end, zone),
        "seconds": whole_seconds(row.row.worked),
        "milliseconds": row.row.worked,
        "application": None if row.window.private else row.window.application,
        "title": None if row.window.private else row.window.title,
        "document": row.window.document,
        "matter": row.matter,
        "tagged_by": row.tagged_by,
        "state": row.state,
        "entry": row.row.entry,
        "marks": sorted(row.marks),
        "candidates": [candidate_shape(candidate) for candidate in row.match.candidates],
    }


def entry_shape(entry: Entry, types: Mapping[ActivityTypeId, str], unit: int, *, matterless: bool = False) -> Shape:
    """Return an entry; hours are texts with two decimals. ``matterless``: entries without a matter may be sent."""
    draft = without_matter(entry.draft, allowed=matterless and entry.state is not EntryState.SENT)
    told = figures(draft, unit=unit)
    billed = entry.billed_sent if entry.billed_sent is not None else told.billed_hours
    return {
        "entry": entry.id,
        "date": draft.work_date.isoformat(),
        "matter": draft.matter,
        "activity_type": None if draft.activity_type is None else types.get(draft.activity_type),
        "activity_type_id": draft.activity_type,
        "narrative": draft.narrative,
        "text_sent": entry.text_sent if entry.state is EntryState.SENT else None,
        "worked_seconds": told.worked_seconds,
        "worked_hours": f"{entry.worked_sent if entry.worked_sent is not None else told.worked_hours:.2f}",
        "billed_hours": f"{billed:.2f}",
        "billable": draft.charge is not Charge.NON_BILLABLE,
        "state": entry.state,
        "actionstep_id": entry.remote,
        "reference": entry.key,
        "reason": why(entry) or None,
        "reason_code": entry.reason,
    }


def record_shape(record: RecordedEntry, entry: Entry | None, standing: str, activity_type: str | None) -> Shape:
    """Return what Actionstep has, and which entry of ours it is, if any."""
    return {
        "actionstep_id": record.id,
        "date": record.work_date.isoformat(),
        "matter": record.matter,
        "activity_type": activity_type,
        "text": record.text,
        "worked_hours": f"{record.actual_hours:.2f}",
        "billed_hours": f"{record.billable_hours:.2f}",
        "charge": record.charge,
        "bill": record.bill_reference,
        "entry": None if entry is None else entry.id,
        "standing": standing,
        "differences": [] if entry is None or record.gone else list(differences(entry, record)),
    }


def wall(at: str | None) -> str:
    """Return an instant given as text as the clock on the wall shows it."""
    return "–" if at is None else datetime.fromisoformat(at).strftime("%Y-%m-%d %H:%M")


def maybe_iso(at: Instant | None, zone: tzinfo) -> str | None:
    """Return an instant as text, or None."""
    return None if at is None else iso(at, zone)
