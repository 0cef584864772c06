"""A process is killed while it records, many times: no closed visit is lost, and of the open one five seconds."""

from __future__ import annotations

import json
import os
import random
import select
import signal
import subprocess
import sys
import time
from itertools import pairwise
from pathlib import Path
from typing import Any

import pytest

from tests.fakes.clock import MONDAY
from tests.services.office import open_store
from wisestep_desktop.core.spans import Instant, Span

pytestmark = [pytest.mark.kills, pytest.mark.timeout(150)]

KILLS = 200
CHILD = Path(__file__).with_name("recording_child.py")
ROOT = Path(__file__).parents[3]
PATIENCE = 20.0


def record_and_kill(folder: Path, seed: int, start: int) -> list[list[Any]]:
    """Let a child record, kill it at a moment that the seed decides, and return what it said."""
    dice = random.Random(seed)  # noqa: S311  repeatable, not secret
    command = [sys.executable, "-S", "-c", _START, str(folder), str(seed), str(start)]
    with subprocess.Popen(command, stdout=subprocess.PIPE, cwd=ROOT) as child:
        assert child.stdout is not None
        try:
            said = _read(child.stdout.fileno(), until=dice.randrange(2, 60), linger=dice.random() * 0.004)
        finally:
            child.send_signal(signal.SIGKILL)
        said += child.stdout.read()
    return [json.loads(line) for line in said.decode().splitlines()]


_START = f"""
import sys
sys.path[:0] = {[str(ROOT), *sys.path]!r}
from tests.adapters.store.recording_child import main
main(*sys.argv[1:])
"""


def _read(source: int, *, until: int, linger: float) -> bytes:
    """Read until so many lines were said, then a moment longer, so that a kill may come in the middle of work."""
    said, deadline = b"", time.monotonic() + PATIENCE
    while said.count(b"\n") < until:
        assert select.select([source], [], [], max(0.0, deadline - time.monotonic()))[0], "the child says nothing"
        data = os.read(source, 65_536)
        assert data, "the child ended by itself"
        said += data
    end = time.monotonic() + linger
    while (left := end - time.monotonic()) > 0 and select.select([source], [], [], left)[0]:
        said += os.read(source, 65_536)
    return said


def test_no_closed_visit_is_lost_over_two_hundred_kills(tmp_path: Path) -> None:
    expected: dict[int, tuple[int, str]] = {}
    start = int(MONDAY)
    for seed in range(KILLS):
        told = record_and_kill(tmp_path, seed, start)
        assert told[0] == ["ready"]
        store = open_store(tmp_path)
        try:
            visits = store.read(lambda books: books.timeline.visits(Span(Instant(0), Instant(MONDAY * 2))))
            titles = store.read(lambda books, ids={visit.title for visit in visits}: books.timeline.titles(ids))
        finally:
            store.close()
        kept = {visit.span.start: visit.span.end for visit in visits}
        texts = {visit.span.start: titles[visit.title].window.title for visit in visits if visit.title}
        expected |= {begun: (end, title) for what, begun, end, title in (line for line in told if line[0] == "closed")}
        lost = {
            begun for begun, (end, title) in expected.items() if (kept.get(begun), texts.get(begun)) != (end, title)
        }
        assert not lost, f"after kill {seed}"
        for begun, known in {line[1]: line[2] for line in told if line[0] == "open"}.items():
            assert kept[begun] >= known
        assert not any(left.span.end > right.span.start for left, right in pairwise(visits))
        start = max(visit.span.end for visit in visits) + 1_000
    assert len(expected) > KILLS
