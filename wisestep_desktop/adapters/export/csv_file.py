"""CSV as RFC 4180 has it, in UTF-8 with a mark at its start: without it spreadsheets take accents for garbage."""

from __future__ import annotations

import csv
from pathlib import Path

from wisestep_desktop.adapters.export.fields import COLUMNS, Cell, cells
from wisestep_desktop.adapters.export.whole_file import whole_file
from wisestep_desktop.ports.export import Sheaf

_FORMULA = ("=", "+", "-", "@", "\t", "\r")
"""What a spreadsheet takes for the beginning of a formula. A narrative is anybody's text, so it must never be one."""


class CsvFile:
    """Implements ``ports.export.Exporter``."""

    def write(self, sheaf: Sheaf, target: Path, *, force: bool) -> int:
        """Write a header and a line for each entry. Lines end in CR LF, also inside a narrative never otherwise."""
        with whole_file(target, force=force) as made, made.open("w", encoding="utf-8-sig", newline="") as file:
            lines = csv.writer(file, lineterminator="\r\n")
            lines.writerow(COLUMNS)
            for entry in sheaf.entries:
                lines.writerow([_text(cell) for cell in cells(entry)])
        return len(sheaf.entries)


def _text(cell: Cell) -> str:
    """Return a cell as text; an apostrophe before what could be a formula makes it plain text in every spreadsheet."""
    if cell is None:
        return ""
    if not isinstance(cell, str):
        return str(cell)
    text = "\r\n".join(cell.splitlines())
    return f"'{text}" if text.startswith(_FORMULA) else text
