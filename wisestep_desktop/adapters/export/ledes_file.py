"""LEDES 1998B: 24 fields between pipes, each line closed by ``[]``, in ASCII. One invoice for each matter.

Fills in what is known and invents nothing: no UTBMS code that nobody chose, no rate that nobody set, no client's number
of the matter.
The invoice's number only tells the invoices of one file apart; the practice system gives the real one.
"""

from __future__ import annotations

import unicodedata
from collections.abc import Iterable, Iterator
from datetime import date
from decimal import ROUND_HALF_UP, Decimal
from itertools import groupby
from pathlib import Path

from wisestep_desktop.adapters.export.whole_file import whole_file
from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.ports.export import ExportedEntry, Sheaf

FIELDS = (
    "INVOICE_DATE",
    "INVOICE_NUMBER",
    "CLIENT_ID",
    "LAW_FIRM_MATTER_ID",
    "INVOICE_TOTAL",
    "BILLING_START_DATE",
    "BILLING_END_DATE",
    "INVOICE_DESCRIPTION",
    "LINE_ITEM_NUMBER",
    "EXP/FEE/INV_ADJ_TYPE",
    "LINE_ITEM_NUMBER_OF_UNITS",
    "LINE_ITEM_ADJUSTMENT_AMOUNT",
    "LINE_ITEM_TOTAL",
    "LINE_ITEM_DATE",
    "LINE_ITEM_TASK_CODE",
    "LINE_ITEM_EXPENSE_CODE",
    "LINE_ITEM_ACTIVITY_CODE",
    "TIMEKEEPER_ID",
    "LINE_ITEM_DESCRIPTION",
    "LAW_FIRM_ID",
    "LINE_ITEM_UNIT_COST",
    "TIMEKEEPER_NAME",
    "TIMEKEEPER_CLASSIFICATION",
    "CLIENT_MATTER_ID",
)
_ID, _NAME, _DESCRIPTION = 20, 30, 15_000
"""How many characters an id, a name and a description may have."""
_CENT = Decimal("0.01")
_ASCII = str.maketrans(
    {"–": "-", "—": "-", "\u2018": "'", "’": "'", "“": '"', "”": '"', "…": "...", "ß": "ss", "æ": "ae",
     "ø": "o", "Ø": "O", "|": "/", "[": "(", "]": ")", "•": "-", "€": "EUR", "£": "GBP"}
)  # fmt: skip


class LedesFile:
    """Implements ``ports.export.Exporter``."""

    def write(self, sheaf: Sheaf, target: Path, *, force: bool) -> int:
        """Write the entries that are billed with an amount of hours; return how many.

        Raises:
            BadInput: ``export.ledes_*`` also for what the format requires and nobody told us; before anything is
                written.
        """
        billed = [entry for entry in sheaf.entries if entry.billable and entry.billed_hours]
        _demand(sheaf, billed)
        with whole_file(target, force=force) as made, made.open("w", encoding="ascii", newline="\r\n") as file:
            file.write("LEDES1998B[]\n")
            file.write(_line(FIELDS))
            for matter, entries in groupby(sorted(billed, key=_by_matter), key=lambda entry: entry.matter):
                if matter is not None:
                    file.writelines(_line(fields) for fields in _invoice(sheaf, matter, tuple(entries)))
        return len(billed)


def plain(text: str, most: int) -> str:
    """Return a text in ASCII, on one line, without the signs that end fields and lines; accents fall off letters."""
    told = unicodedata.normalize("NFKD", text.translate(_ASCII))
    letters = "".join(char for char in told if not unicodedata.combining(char)).translate(_ASCII)
    return " ".join(letters.encode("ascii", "replace").decode().split())[:most].rstrip()


def _demand(sheaf: Sheaf, billed: Iterable[ExportedEntry]) -> None:
    if not plain(sheaf.law_firm_id, _ID):
        raise BadInput("export.ledes_law_firm")
    if not plain(sheaf.timekeeper_id, _ID):
        raise BadInput("export.ledes_timekeeper")
    for entry in billed:
        if entry.matter is None:
            raise BadInput("export.ledes_no_matter", entry=entry.entry)


def _by_matter(entry: ExportedEntry) -> tuple[int, date, int]:
    return entry.matter or 0, entry.work_date, entry.entry


def _invoice(sheaf: Sheaf, matter: MatterId, entries: tuple[ExportedEntry, ...]) -> Iterator[tuple[str, ...]]:
    totals = [_money(entry.billed_hours * sheaf.rate) for entry in entries]
    for number, (entry, total) in enumerate(zip(entries, totals, strict=True), start=1):
        yield (
            _day(sheaf.made),
            f"{_day(sheaf.made)}-{matter}"[:_ID],
            _client(sheaf, entry),
            _matter(entry),
            f"{sum(totals):.2f}",
            _day(sheaf.first),
            _day(sheaf.last),
            "",
            str(number),
            "F",
            f"{entry.billed_hours:.2f}",
            "0.00",
            f"{total:.2f}",
            _day(entry.work_date),
            plain(entry.task_code or "", _ID),
            "",
            plain(entry.activity_code or "", _ID),
            plain(entry.timekeeper_id or sheaf.timekeeper_id, _ID),
            plain(entry.text, _DESCRIPTION),
            plain(sheaf.law_firm_id, _ID),
            f"{sheaf.rate:.2f}",
            "" if entry.timekeeper_id else plain(sheaf.timekeeper, _NAME),
            "",
            "",
        )


def _client(sheaf: Sheaf, entry: ExportedEntry) -> str:
    """Return whose bill it is: as set, else the client's name, else the matter."""
    named = plain(sheaf.client_id, _ID) or plain(entry.clients[0] if entry.clients else "", _ID)
    return named or str(entry.matter)


def _matter(entry: ExportedEntry) -> str:
    """Return the firm's reference; a reference too long to be told apart when cut gives way to the number."""
    reference = plain(entry.matter_reference or "", _ID + 1)
    return reference if reference and len(reference) <= _ID else str(entry.matter)


def _line(fields: Iterable[str]) -> str:
    return f"{'|'.join(fields)}[]\n"


def _day(day: date) -> str:
    return f"{day:%Y%m%d}"


def _money(amount: Decimal) -> Decimal:
    return amount.quantize(_CENT, ROUND_HALF_UP)
