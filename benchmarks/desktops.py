"""Figures of the whole tray app on a desktop: CPU and memory, idle and with titles that change, on X11 and on Sway."""

from __future__ import annotations

import contextlib
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks import activitywatch
from benchmarks.app import SOURCE, Row, cpu, frozen, furnish, pss, start
from benchmarks.windows import XWindow
from tests.wayland import WaylandWindow, sway

SETTLED = 6
"""Seconds until start-up, which is another figure, is over."""

IDLE, BUSY = 30, 60
"""Seconds of each measurement."""


def capturing_on_x11(folder: Path) -> list[Row]:
    """The hidden tray app on the X display this runs on, beside ActivityWatch, while somebody works."""
    environment = furnish(folder)
    with XWindow("Bench", "in front") as window, _running(environment) as process, activitywatch.running(folder) as aw:

        def retitle(title: str) -> None:
            window.touch()
            window.retitle(title)

        rows = _figures("X11", (process.pid, *aw), retitle)
        engine = "WebEngine" in Path(f"/proc/{process.pid}/maps").read_text()
        ours, theirs = pss(process.pid) / 1024, sum(map(pss, aw)) / 1024
    return [
        *rows,
        ("memory (PSS) on X11, hidden, capturing", "≤ AW (60)", f"{ours:.1f} MB, WebEngine loaded: {engine}"),
        ("memory (PSS), ActivityWatch without its tray", "", f"{theirs:.1f} MB"),
    ]


def installed_form_on_x11(folder: Path) -> list[Row]:
    """The same app as it is installed, frozen, on the same display."""
    environment = furnish(folder)
    program = frozen()
    with XWindow("Bench", "in front") as window, _running(environment, program=program) as process:

        def retitle(title: str) -> None:
            window.touch()
            window.retitle(title)

        rows = _figures("X11, installed form", (process.pid,), retitle)
        ours = pss(process.pid) / 1024
    return [*rows, ("memory (PSS) on X11, installed form, hidden, capturing", "≤ AW (60)", f"{ours:.1f} MB")]


def capturing_on_sway(folder: Path) -> list[Row]:
    """``record``, on a Sway of its own without a screen. A bare Sway has no tray, so the app would show a window."""
    with sway() as desk, WaylandWindow(desk, "in front") as window:
        environment = furnish(folder) | {"WAYLAND_DISPLAY": desk.display, "XDG_CURRENT_DESKTOP": "sway"}
        environment.pop("DISPLAY", None)
        with _running(environment, "record", "--seconds", "600") as process:
            return _figures("Sway", (process.pid,), window.retitle)


def _figures(desktop: str, pids: tuple[int, ...], retitle: Callable[[str], object]) -> list[Row]:
    """Measure the first process, and all others together, idle and busy."""

    def work() -> None:
        for number in range(BUSY // 2):
            retitle(f"Deed {number} – HAR-2024-{number:03d}.docx – Word")
            time.sleep(2)

    time.sleep(SETTLED)
    idle, busy = _share(pids, lambda: time.sleep(IDLE)), _share(pids, work)
    rows = [
        (f"CPU on {desktop}, nothing happens", "", f"{idle[0]:.3f} % of a core"),
        (f"CPU on {desktop}, a title change every 2 s", "≤ 1/5 AW (0.05 %)", f"{busy[0]:.3f} % of a core"),
    ]
    if len(pids) > 1:
        rows.append((f"CPU on {desktop}, ActivityWatch, likewise", "", f"{sum(busy[1:]):.3f} % of a core"))
    return rows


@contextlib.contextmanager
def _running(
    environment: dict[str, str], *command: str, program: tuple[str, ...] = SOURCE
) -> Iterator[subprocess.Popen[bytes]]:
    """Run the program; the hidden tray app, if nothing else is asked for."""
    process = start(environment, *command, program=program)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


def _share(pids: tuple[int, ...], during: Callable[[], object]) -> list[float]:
    """Return the per cent of a core that each process used while something went on."""
    before, began = [cpu(pid) for pid in pids], time.perf_counter()
    during()
    lasted = time.perf_counter() - began
    return [100 * (cpu(pid) - used) / lasted for pid, used in zip(pids, before, strict=True)]


def a_day_in_twenty_minutes(folder: Path, *, minutes: float = float(os.environ.get("DAY_MINUTES", "20"))) -> list[Row]:
    """As many window changes as a restless day of 24 hours has, and what grew meanwhile: memory, handles, threads."""
    environment = furnish(folder)
    samples: list[tuple[float, int, int]] = []
    with _running(environment) as process, contextlib.ExitStack() as stack:
        windows = [stack.enter_context(XWindow(f"Program {number}", "in front")) for number in range(6)]
        time.sleep(SETTLED)
        pace, changes = minutes * 60 / 43_200, 0  # a change every two seconds of the day
        began = time.perf_counter()
        while (now := time.perf_counter() - began) < minutes * 60:
            if now >= len(samples) * minutes * 60 / 20:
                samples.append(_sample(process.pid))
            window = windows[changes % len(windows)]
            window.retitle(f"Letter {changes % 2_000} of {changes % 37}.docx")
            window.raise_()
            changes += 1
            time.sleep(max(0.0, changes * pace - (time.perf_counter() - began)))
        samples.append(_sample(process.pid))
    quarter = samples[len(samples) // 4]
    last = samples[-1]
    return [
        ("a day of changes in twenty minutes", "", f"{changes} changes in {minutes:.0f} min"),
        ("memory (PSS), a quarter in → at the end", "+ 5 MB at most", f"{quarter[0]:.1f} → {last[0]:.1f} MB"),
        ("open handles, a quarter in → at the end", "flat", f"{quarter[1]} → {last[1]}"),
        ("threads, a quarter in → at the end", "flat", f"{quarter[2]} → {last[2]}"),
    ]


def _sample(pid: int) -> tuple[float, int, int]:
    """Return memory in MB, open handles and threads of a process."""
    process = Path(f"/proc/{pid}")
    return pss(pid) / 1024, len(list((process / "fd").iterdir())), len(list((process / "task").iterdir()))
