"""One line of JSON a record, in UTF-8; written as it comes."""

from __future__ import annotations

import json
from collections import Counter
from collections.abc import Iterator, Mapping
from pathlib import Path

from wisestep_desktop.adapters.export.whole_file import whole_file
from wisestep_desktop.ports.upkeep import Record


class JsonLines:
    """Implements ``ports.upkeep.Archive``."""

    def write(self, target: Path, records: Iterator[Record], *, force: bool) -> Mapping[str, int]:
        """Write all records; the kind stands first on each line."""
        counts: Counter[str] = Counter()
        with whole_file(target, force=force) as made, made.open("w", encoding="utf-8", newline="\n") as file:
            for kind, fields in records:
                counts[kind] += 1
                json.dump({"kind": kind, **fields}, file, ensure_ascii=False)
                file.write("\n")
        return counts
