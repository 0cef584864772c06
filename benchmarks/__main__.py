"""``make bench``: prints a table of every figure, what it must be, and what it is on this machine."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import app, inside, network

MEASURES: tuple[Callable[[Path], list[tuple[str, str, str]]], ...] = (
    inside.title_to_stored,
    inside.bytes_per_event,
    inside.day_view,
    inside.matching,
    network.syncing,
    network.sending,
    network.nothing_to_send,
    app.start_to_capturing,
    app.capturing_for_a_minute,
)
"""Each gives rows of figure, bar, measured."""


def main() -> int:
    """Measure everything that is named, or everything."""
    wanted = set(sys.argv[1:])
    print(f"{'figure':<62} {'must (goal)':<26} measured")
    for measure in MEASURES:
        if wanted and measure.__name__ not in wanted:
            continue
        with tempfile.TemporaryDirectory(prefix="wisestep-bench-") as folder:
            for figure, bar, measured in measure(Path(folder)):
                print(f"{figure:<62} {bar:<26} {measured}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
