"""Figures of the connection: what a sync costs us, how little an unchanged firm is asked, how fast entries go out."""

from __future__ import annotations

import json
import resource
import subprocess
import sys
import time
from pathlib import Path
from typing import Any

from benchmarks.app import practice_sandbox, signed_in

Row = tuple[str, str, str]

_LATE = """
import sys, time
from wisestep_desktop.bootstrap import open_program
from wisestep_desktop.core.narrative import SummaryWords
with open_program(None) as program:
    program.courier(SummaryWords("", "")).run()
    late = sorted({name.partition(".")[0] for name in sys.modules} & {"requests", "urllib3", "authlib", "truststore"})
    began = time.perf_counter()
    program.practice
    print(",".join(late) or "none", round((time.perf_counter() - began) * 1_000))
"""


def syncing(folder: Path) -> list[Row]:
    """Our own CPU and memory for a full sync, each in a process of its own; the sandbox is another."""
    rows = []
    for matters, bar in ((20_000, "≤ 5 s (2)"), (100_000, "")):
        told = _apart("sync", folder / str(matters), matters)
        cost = f"{told['cpu']:.2f} s of {told['wall']:.1f} s, {told['requests']} requests"
        memory = f"peak {told['peak']} MB, {told['grown']} MB more than before"
        rows += [
            (f"full sync of {told['matters']} matters, our own CPU", bar, f"{cost}, {memory}"),
            (f"… again, unchanged: {told['depth']}", "", f"{told['again']} requests, {told['again_wall']:.2f} s"),
            ("… again, by walking every id", "", f"{told['walk']} requests, {told['walk_wall']:.2f} s"),
        ]
    return rows


def sending(folder: Path) -> list[Row]:
    """How many entries go out in a minute at the usual pace of 300 ms, and with no pause at all."""
    rows = []
    for pause in (300, 0):
        told = _apart("send", folder / str(pause), pause)
        rows.append((f"entries sent a minute, {pause} ms between requests", "", f"{told['per_minute']:.0f}"))
    return rows


def nothing_to_send(folder: Path) -> list[Row]:
    """What the network stack costs while nothing is to be sent: nothing, since it is not even imported."""
    folder.mkdir(parents=True, exist_ok=True)
    from benchmarks.app import _furnish

    done = subprocess.run(
        [sys.executable, "-c", _LATE], env=_furnish(folder), capture_output=True, text=True, check=True
    )
    late, cost = done.stdout.split()
    return [("network modules loaded while nothing is to be sent", "none", f"{late}; {cost} ms when first needed")]


def _apart(what: str, folder: Path, number: int) -> dict[str, Any]:
    """Measure in a fresh process, whose memory is nobody else's."""
    folder.mkdir(parents=True, exist_ok=True)
    words = [sys.executable, "-m", "benchmarks.network", what, str(folder), str(number)]
    done = subprocess.run(words, stdout=subprocess.PIPE, text=True, check=True)
    told: dict[str, Any] = json.loads(done.stdout.splitlines()[-1])
    return told


def _sync(folder: Path, matters: int) -> dict[str, Any]:
    with practice_sandbox(folder, "--matters", str(matters)) as facts, signed_in(folder, facts) as program:
        from wisestep_desktop.services import preferences
        from wisestep_desktop.services.sync import Depth, sync

        program.store.write(lambda books: preferences.change(books, "connection.pause_milliseconds", "0")).result()
        program.practice.whoami()
        before, began, held = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter(), _peak()
        done = sync(program.store, program.clock, program.practice, program.recogniser)
        after, ended = resource.getrusage(resource.RUSAGE_SELF), time.perf_counter()
        again = sync(program.store, program.clock, program.practice, program.recogniser, depth=Depth.CHANGES)
        walk = sync(program.store, program.clock, program.practice, program.recogniser, depth=Depth.WALK)
    peak = _peak()
    return {
        "matters": done.matters,
        "cpu": after.ru_utime + after.ru_stime - before.ru_utime - before.ru_stime,
        "wall": ended - began,
        "requests": done.requests,
        "peak": peak,
        "grown": peak - held,
        "depth": again.depth,
        "again": again.requests,
        "again_wall": again.milliseconds / 1_000,
        "walk": walk.requests,
        "walk_wall": walk.milliseconds / 1_000,
    }


def _peak() -> int:
    """Return the most memory this process ever held, in MB; getrusage would begin with what our parent held."""
    lines = Path("/proc/self/status").read_text().splitlines()
    return int(next(line.split()[1] for line in lines if line.startswith("VmHWM:"))) // 1024


def _send(folder: Path, pause: int) -> dict[str, Any]:
    entries = 12 if pause else 60
    with practice_sandbox(folder, "--matters", "60") as facts, signed_in(folder, facts) as program:
        from wisestep_desktop.core.ids import MatterId
        from wisestep_desktop.core.instants import local_date
        from wisestep_desktop.core.narrative import SummaryWords
        from wisestep_desktop.services import preferences, review
        from wisestep_desktop.services.sync import sync

        words = SummaryWords("{worked}", "{billed}")
        store, clock = program.store, program.clock
        store.write(lambda books: preferences.change(books, "connection.pause_milliseconds", "0")).result()
        sync(store, clock, program.practice, program.recogniser)
        store.write(lambda books: preferences.change(books, "connection.pause_milliseconds", str(pause))).result()
        courier, today = program.courier(words), local_date(clock.read().wall, clock.zone())
        for number in range(entries):
            wish = review.Wish(MatterId(10482), narrative=f"Bench {number}")
            made = store.write(lambda b, w=wish: review.add_by_hand(b, today, 600, w, clock.zone_name())).result()
            courier.queue(made, words)
        began = time.perf_counter()
        sent = courier.run()
        return {"per_minute": len(sent) * 60 / (time.perf_counter() - began)}


if __name__ == "__main__":
    kind, place, count = sys.argv[1], Path(sys.argv[2]), int(sys.argv[3])
    sys.stdout.write(json.dumps((_sync if kind == "sync" else _send)(place, count)) + "\n")
