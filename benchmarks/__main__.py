"""``make bench``: prints a table of every figure, what it must be, and what it is on this machine."""

from __future__ import annotations

import sys
import tempfile
from collections.abc import Callable
from pathlib import Path

from benchmarks import app, desktops, inside, matching, narratives, network, recognition, reports, window

MEASURES: tuple[Callable[[Path], list[tuple[str, str, str]]], ...] = (
    inside.title_to_stored,
    inside.bytes_per_event,
    inside.day_view,
    reports.year_by_matter,
    window.opening_and_searching,
    window.scrolling,
    matching.taking_in,
    matching.reading,
    matching.reading_again,
    matching.picking,
    recognition.recognition,
    narratives.looking_over,
    narratives.suggesting,
    narratives.picking_types,
    network.syncing,
    network.sending,
    network.nothing_to_send,
    app.start_to_capturing,
    desktops.capturing_on_x11,
    desktops.installed_form_on_x11,
    desktops.capturing_on_sway,
)
"""Each gives rows of figure, bar, measured."""

ON_REQUEST = (desktops.a_day_in_twenty_minutes,)
"""Too long for every time; measured when named."""


def main() -> int:
    """Measure everything that is named, or everything."""
    wanted = set(sys.argv[1:])
    print(f"{'figure':<62} {'must (goal)':<26} measured")
    for measure in (*MEASURES, *ON_REQUEST):
        if not wanted and measure in ON_REQUEST:
            continue
        if wanted and measure.__name__ not in wanted:
            continue
        with tempfile.TemporaryDirectory(prefix="wisestep-bench-") as folder:
            for figure, bar, measured in measure(Path(folder)):
                print(f"{figure:<62} {bar:<26} {measured}", flush=True)
    return 0


if __name__ == "__main__":
    sys.exit(main())
