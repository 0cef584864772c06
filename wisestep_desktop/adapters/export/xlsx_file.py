"""A sheet with real dates and numbers, by XlsxWriter. Text stays text: no formulas, no links, no guessing."""

from __future__ import annotations

import contextlib
from datetime import UTC, date, datetime, time
from decimal import Decimal
from pathlib import Path

import xlsxwriter
from xlsxwriter.exceptions import FileCreateError

from wisestep_desktop.adapters.export.fields import COLUMNS, Cell, cells
from wisestep_desktop.adapters.export.whole_file import whole_file
from wisestep_desktop.ports.export import Sheaf

_WIDTHS = {"date": 11, "matter": 34, "client": 26, "activity_type": 22, "narrative": 60, "matter_reference": 16}
_LONGEST = 32_767
"""Characters that a cell may hold."""


class XlsxFile:
    """Implements ``ports.export.Exporter``."""

    def write(self, sheaf: Sheaf, target: Path, *, force: bool) -> int:
        """Write a sheet with a heading that stays in sight, row by row in constant memory.

        What is put aside meanwhile lies beside the file, not in the system's folder for such things.
        """
        with whole_file(target, force=force) as made:
            options = {
                "constant_memory": True,
                "tmpdir": str(made.parent),
                "strings_to_formulas": False,
                "strings_to_urls": False,
                "strings_to_numbers": False,
            }
            book = xlsxwriter.Workbook(str(made), options)
            try:
                _fill(book, sheaf)
                book.close()
            except FileCreateError as error:
                raise _cause(error) from error
            finally:
                _let_go(book)
        return len(sheaf.entries)


def _fill(book: xlsxwriter.Workbook, sheaf: Sheaf) -> None:
    book.set_properties({"created": datetime.combine(sheaf.made, time(), UTC), "author": sheaf.timekeeper})
    sheet = book.add_worksheet()
    sheet.freeze_panes(1, 0)
    bold = book.add_format({"bold": True, "bottom": 1})
    formats = {
        date: book.add_format({"num_format": "yyyy-mm-dd", "valign": "top"}),
        Decimal: book.add_format({"num_format": "0.00", "valign": "top"}),
        int: book.add_format({"num_format": "0", "valign": "top"}),
        str: book.add_format({"text_wrap": True, "valign": "top"}),
    }
    for column, name in enumerate(COLUMNS):
        sheet.set_column(column, column, _WIDTHS.get(name, 14))
        sheet.write_string(0, column, sheaf.headings.get(name, name), bold)
    for row, entry in enumerate(sheaf.entries, start=1):
        for column, cell in enumerate(cells(entry)):
            _put(sheet, row, column, cell, formats)
    sheet.autofilter(0, 0, len(sheaf.entries), len(COLUMNS) - 1)


def _put(
    sheet: xlsxwriter.worksheet.Worksheet,
    row: int,
    column: int,
    cell: Cell,
    formats: dict[type, xlsxwriter.format.Format],
) -> None:
    match cell:
        case None | "":
            return
        case str():
            sheet.write_string(row, column, cell[:_LONGEST], formats[str])
        case date():
            sheet.write_datetime(row, column, datetime.combine(cell, time()), formats[date])
        case Decimal():
            sheet.write_number(row, column, float(cell), formats[Decimal])
        case _:
            sheet.write_number(row, column, cell, formats[int])


def _let_go(book: xlsxwriter.Workbook) -> None:
    """Close what XlsxWriter 3.3 leaves open after an error; an open file could not be deleted on Windows."""
    for sheet in book.worksheets():
        if sheet.row_data_fh:
            with contextlib.suppress(OSError):  # a full disk says so again
                sheet.row_data_fh.close()


def _cause(error: FileCreateError) -> OSError:
    """Return what the disk said; XlsxWriter wraps it."""
    [said] = error.args or (None,)
    return said if isinstance(said, OSError) else OSError(0, type(error).__name__)
