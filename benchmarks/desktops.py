"""Figures of the whole tray app on a desktop: CPU and memory, idle and with titles that change, on X11 and on Sway."""

from __future__ import annotations

import contextlib
import os
import subprocess
import time
from collections.abc import Callable, Iterator
from pathlib import Path

from benchmarks.app import Row, cpu, furnish, pss, start
from benchmarks.windows import XWindow
from tests.wayland import WaylandWindow, sway

SETTLED = 6
"""Seconds until start-up, which is another figure, is over."""

IDLE, BUSY = 30, 60
"""Seconds of each measurement."""


def capturing_on_x11(folder: Path) -> list[Row]:
    """On the X display this runs on."""
    environment = furnish(folder)
    with XWindow("Bench", "in front") as window:
        return _figures("X11", environment, window.retitle)


def capturing_on_sway(folder: Path) -> list[Row]:
    """On a Sway of its own, without a screen."""
    with sway() as desk, WaylandWindow(desk, "in front") as window:
        environment = furnish(folder) | {
            "WAYLAND_DISPLAY": desk.display,
            "XDG_CURRENT_DESKTOP": "sway",
            "QT_QPA_PLATFORM": "wayland",
        }
        environment.pop("DISPLAY", None)
        return _figures("Sway", environment, window.retitle)


def _figures(desktop: str, environment: dict[str, str], retitle: Callable[[str], object]) -> list[Row]:
    with _running(environment) as process:
        time.sleep(SETTLED)
        idle = _share(process.pid, lambda: time.sleep(IDLE))

        def work() -> None:
            for number in range(BUSY // 2):
                retitle(f"Deed {number} – HAR-2024-{number:03d}.docx – Word")
                time.sleep(2)

        busy = _share(process.pid, work)
        memory = pss(process.pid) / 1024
        engine = "WebEngine" in Path(f"/proc/{process.pid}/maps").read_text()
    return [
        (f"CPU on {desktop}, nothing happens", "", f"{idle:.3f} % of a core"),
        (f"CPU on {desktop}, a title change every 2 s", "≤ 1/5 AW (≤ 0.05 %)", f"{busy:.3f} % of a core"),
        (
            f"memory (PSS) on {desktop}, hidden, capturing",
            "≤ 93 MB (60)",
            f"{memory:.1f} MB, WebEngine loaded: {engine}",
        ),
    ]


@contextlib.contextmanager
def _running(environment: dict[str, str]) -> Iterator[subprocess.Popen[bytes]]:
    process = start(environment)
    try:
        yield process
    finally:
        process.terminate()
        process.wait()


def _share(pid: int, during: Callable[[], object]) -> float:
    """Return the per cent of a core that a process used while something went on."""
    before, began = cpu(pid), time.perf_counter()
    during()
    return 100 * (cpu(pid) - before) / (time.perf_counter() - began)


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
