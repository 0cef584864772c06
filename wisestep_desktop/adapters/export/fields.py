"""The columns that every table of entries has, under the names that programs know them by. No format, no disk."""

from __future__ import annotations

from datetime import date
from decimal import Decimal

from wisestep_desktop.ports.export import ExportedEntry

Cell = str | int | bool | Decimal | date | None
COLUMNS = (
    "date",
    "matter_id",
    "matter",
    "matter_reference",
    "client",
    "activity_type",
    "narrative",
    "worked_seconds",
    "worked_hours",
    "billed_hours",
    "charge",
    "state",
    "actionstep_id",
    "entry",
    "reference",
    "task_code",
    "activity_code",
)
"""In the order of the table. Programs count on the names; the order and the end of the list may grow."""


def cells(entry: ExportedEntry) -> tuple[Cell, ...]:
    """Return an entry as one row of a table."""
    return (
        entry.work_date,
        entry.matter,
        entry.matter_name,
        entry.matter_reference,
        "; ".join(entry.clients),
        entry.activity_type,
        entry.text,
        entry.worked_seconds,
        entry.worked_hours,
        entry.billed_hours,
        entry.charge.value,
        entry.state.value,
        entry.actionstep_id,
        entry.entry,
        entry.key,
        entry.task_code,
        entry.activity_code,
    )
