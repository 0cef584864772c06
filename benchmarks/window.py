"""The window over ten years of recording: days opened and painted, lists scrolled, years searched, an hour of use."""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from datetime import UTC, date, timedelta
from pathlib import Path
from statistics import median

from PySide6.QtCore import QObject
from PySide6.QtWidgets import QApplication

from benchmarks.reports import DAYS, FIRST_YEAR, KEY, YEARS, fill
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.adapters.store.store import FILE
from wisestep_desktop.core.ids import RowId, TitleId
from wisestep_desktop.core.instants import SECOND
from wisestep_desktop.core.matching import NO_MATCH
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.rows import TimeRow
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.services.searching import find
from wisestep_desktop.services.timeline import Day, DayRow, RowState, Totals, read_day
from wisestep_desktop.shell.models.day import DayModel
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.widgets.day_bar import DayBar
from wisestep_desktop.shell.widgets.row_delegate import RowDelegate
from wisestep_desktop.shell.widgets.row_list import RowList

Row = tuple[str, str, str]
FRAME = 16.0
"""Milliseconds in which a frame has to be painted for scrolling to look smooth."""


class _Screen:
    """The bar and the list of a day, as the window has them, on no screen at all."""

    def __init__(self) -> None:
        os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")
        self.app = QApplication.instance() or QApplication([])
        self.owner = QObject()
        self.theme = Theme(self.app, "light")  # type: ignore[arg-type]
        self.bar = DayBar(None, lambda: self.theme.tokens)  # type: ignore[arg-type]
        self.model = DayModel(self.owner)
        self.rows = RowList(None)  # type: ignore[arg-type]
        self.rows.setModel(self.model)
        self.rows.setItemDelegate(RowDelegate(self.rows, lambda: self.theme.tokens, lambda: UTC, str))
        self.bar.resize(1240, 90)
        self.rows.resize(820, 560)
        self.bar.show()
        self.rows.show()
        self.app.processEvents()

    def paint(self, day: Day) -> None:
        """Show a day and paint all of it."""
        self.bar.show_day(day, UTC)
        self.model.show_day(day, UTC)
        self.bar.grab()
        self.rows.grab()


def opening_and_searching(folder: Path) -> list[Row]:
    """Open days of a file of ten years, search it, and turn its days for as often as an hour would."""
    SqlStore(folder, KEY, "bench").close()
    fill(folder / FILE)
    store, screen = SqlStore(folder, KEY, "bench"), _Screen()
    last = date(FIRST_YEAR + YEARS - 1, 12, 28)
    wanted = [last - timedelta(days=7 * number) for number in range(24)]

    def shown(day: date) -> None:
        screen.paint(store.read(lambda books: read_day(books, day, UTC)))

    shown(wanted[-1])
    opened = [_millis(lambda day=day: shown(day)) for day in wanted]
    words = ("settlement 59", "deed 1234", "harbour", "revised terms 4")
    found = [
        _millis(lambda text=text: store.read(lambda books: find(books, text, UTC))) for text in words for _ in "12"
    ]
    before = _resident()
    for number in range(360):  # another day every ten seconds
        shown(last - timedelta(days=number % DAYS))
    grown = _resident() - before
    store.close()
    return [
        ("day of ten years (2 million stays), read and painted", "≤ 100 ms (40)", f"{median(opened):.0f} ms"),
        ("search over ten years, as typed", "(instant)", f"{median(found):.0f} ms, at most {max(found):.0f}"),
        ("memory of the open window, an hour of turning days", "(flat)", f"{grown:+.1f} MB in 360 days shown"),
    ]


def scrolling(_folder: Path) -> list[Row]:
    """Scroll through ten thousand rows, a page at a time."""
    screen = _Screen()
    laid_out = _millis(lambda: screen.paint(_long_day(10_000)))
    bar = screen.rows.verticalScrollBar()
    frames = []
    for step in range(300):
        bar.setValue(bar.maximum() * step // 300)
        frames.append(_millis(screen.rows.viewport().grab))
    slow = sum(frame > FRAME for frame in frames)
    told = f"{median(frames):.1f} ms a frame, {slow} of {len(frames)} over {FRAME:.0f} ms; {laid_out:.0f} ms to lay out"
    return [("scrolling 10,000 rows", "(no frame over 16 ms)", told)]


def _long_day(count: int) -> Day:
    rows = []
    for number in range(count):
        start = Instant(1_780_000_000_000 + number * SECOND)
        row = TimeRow(RowId(str(number)), start, TitleId(number), (Span(start, Instant(start + SECOND)),))
        window = Window("Word", f"Deed of settlement {number} – revised terms.docx - Word")
        rows.append(DayRow(row, window, NO_MATCH, None, None, RowState.OPEN))
    totals = Totals(count * SECOND, count * SECOND, 0, 0, 0, 0, 0)
    return Day(date(2026, 5, 28), tuple(rows), (), totals, {}, ())


def _millis(job: Callable[[], object]) -> float:
    began = time.perf_counter()
    job()
    return (time.perf_counter() - began) * 1_000


def _resident() -> float:
    """Return the memory this process holds, in MB."""
    pages = int(Path("/proc/self/statm").read_text("ascii").split()[1])
    return pages * os.sysconf("SC_PAGE_SIZE") / 1e6
