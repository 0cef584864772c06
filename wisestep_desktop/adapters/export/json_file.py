"""JSON as ``docs/cli/export-file.schema.json`` has it. Hours are texts with two decimals, so that no reader rounds."""

from __future__ import annotations

import json
from pathlib import Path

from wisestep_desktop.adapters.export.whole_file import whole_file
from wisestep_desktop.ports.export import ExportedEntry, Sheaf

VERSION = 1


class JsonFile:
    """Implements ``ports.export.Exporter``."""

    def write(self, sheaf: Sheaf, target: Path, *, force: bool) -> int:
        """Write one object, entries line by line, so that a person can read and compare it."""
        head = {
            "format": "wisestep-entries",
            "version": VERSION,
            "first": sheaf.first.isoformat(),
            "last": sheaf.last.isoformat(),
            "made": sheaf.made.isoformat(),
            "timekeeper": sheaf.timekeeper or None,
        }
        with whole_file(target, force=force) as made, made.open("w", encoding="utf-8", newline="\n") as file:
            file.write(f'{json.dumps(head, ensure_ascii=False)[:-1]}, "entries": [')
            for number, entry in enumerate(sheaf.entries):
                file.write(",\n" if number else "\n")
                file.write(json.dumps(_shape(entry), ensure_ascii=False))
            file.write("\n]}\n")
        return len(sheaf.entries)


def _shape(entry: ExportedEntry) -> dict[str, object]:
    return {
        "entry": entry.entry,
        "date": entry.work_date.isoformat(),
        "matter": None
        if entry.matter is None
        else {
            "id": entry.matter,
            "name": entry.matter_name,
            "reference": entry.matter_reference,
            "clients": list(entry.clients),
        },
        "activity_type": entry.activity_type,
        "text": entry.text,
        "worked_seconds": entry.worked_seconds,
        "worked_hours": f"{entry.worked_hours:.2f}",
        "billed_hours": f"{entry.billed_hours:.2f}",
        "charge": entry.charge,
        "state": entry.state,
        "actionstep_id": entry.actionstep_id,
        "reference": entry.key,
        "task_code": entry.task_code,
        "activity_code": entry.activity_code,
    }
