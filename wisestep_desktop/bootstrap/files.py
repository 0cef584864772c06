"""Names the writers of files. Loaded only where something is exported: a sheet's library is not for nothing."""

from __future__ import annotations

from wisestep_desktop.ports.export import Exporter, Format


def exporter_of(kind: Format) -> Exporter:
    """Return whoever writes one kind of file."""
    match kind:
        case Format.CSV:
            from wisestep_desktop.adapters.export.csv_file import CsvFile  # noqa: PLC0415  one of four

            return CsvFile()
        case Format.XLSX:
            from wisestep_desktop.adapters.export.xlsx_file import XlsxFile  # noqa: PLC0415  one of four

            return XlsxFile()
        case Format.LEDES:
            from wisestep_desktop.adapters.export.ledes_file import LedesFile  # noqa: PLC0415  one of four

            return LedesFile()
        case Format.JSON:
            from wisestep_desktop.adapters.export.json_file import JsonFile  # noqa: PLC0415  one of four

            return JsonFile()
