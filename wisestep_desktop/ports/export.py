"""Entries on their way into a file that another program reads."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date
from decimal import Decimal
from enum import StrEnum
from pathlib import Path
from typing import Protocol

from wisestep_desktop.core.entries import Charge
from wisestep_desktop.core.ids import EntryId, MatterId, PostingKey, RemoteEntryId
from wisestep_desktop.core.posting import EntryState


class Format(StrEnum):
    """What kinds of file there are."""

    CSV = "csv"
    XLSX = "xlsx"
    LEDES = "ledes"
    JSON = "json"


@dataclass(frozen=True, slots=True)
class ExportedEntry:
    """One entry as other programs see it.

    Attributes:
        text: as it went out, or the narrative of what did not.
        worked_seconds: exact.
        worked_hours, billed_hours: two decimals.
        key: under which Actionstep is asked for it.
        task_code, activity_code: UTBMS, where the person or the organisation chose one.
        timekeeper_id: whose time it is, where that is not whoever is signed in.
    """

    entry: EntryId
    work_date: date
    matter: MatterId | None
    matter_name: str | None
    matter_reference: str | None
    clients: tuple[str, ...]
    activity_type: str | None
    text: str = field(repr=False)
    worked_seconds: int
    worked_hours: Decimal
    billed_hours: Decimal
    charge: Charge
    state: EntryState
    actionstep_id: RemoteEntryId | None
    key: PostingKey | None
    task_code: str | None = None
    activity_code: str | None = None
    timekeeper_id: str | None = None

    @property
    def billable(self) -> bool:
        """Tell whether it may come on a bill with an amount."""
        return self.charge is Charge.BILL


@dataclass(frozen=True, slots=True)
class Sheaf:
    """Everything one file holds.

    Attributes:
        first, last: the work dates asked for, both included.
        made: the local date of the export.
        entries: by date and id.
        timekeeper, timekeeper_id: who worked; empty where nobody said.
        law_firm_id, client_id: for LEDES; empty where not set.
        rate: money an hour; 0 where not set.
        headings: the columns of a sheet in the person's language, by field name.
    """

    first: date
    last: date
    made: date
    entries: tuple[ExportedEntry, ...]
    timekeeper: str = ""
    timekeeper_id: str = ""
    law_firm_id: str = ""
    client_id: str = ""
    rate: Decimal = Decimal(0)
    headings: Mapping[str, str] = field(default_factory=dict)


class Exporter(Protocol):
    """Writes one kind of file, whole or not at all."""

    def write(self, sheaf: Sheaf, target: Path, *, force: bool) -> int:
        """Write a file that only this person can read; return how many entries it holds.

        Raises:
            BadInput: ``export.*``, naming what stands in the way; there is no new file then, and an old one is as it
                was. A file that exists is replaced only with ``force``.
        """
        ...
