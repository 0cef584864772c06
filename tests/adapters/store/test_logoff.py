"""Logging off during a write: whoever is killed right after the last answer has lost nothing."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from tests.services.office import open_store
from wisestep_desktop.core.spans import Instant, Span

pytestmark = pytest.mark.kills
ROOT = Path(__file__).parents[3]
EVER = Span(Instant(0), Instant(4_000_000_000_000))


@pytest.mark.parametrize("attempt", range(5))
def test_logging_off_during_a_write_loses_nothing(tmp_path: Path, attempt: int) -> None:
    command = [sys.executable, "-m", "tests.adapters.store.logoff_child", str(tmp_path)]
    with subprocess.Popen(command, cwd=ROOT, stdin=subprocess.PIPE, stdout=subprocess.PIPE) as child:
        assert child.stdout is not None
        until = int(child.stdout.readline())
        child.kill()
    store = open_store(tmp_path)
    try:
        visits = store.read(lambda books: books.timeline.visits(EVER))
        titles = store.read(lambda books: books.timeline.titles(visit.title for visit in visits if visit.title))
        last = visits[-1]
        assert last.title is not None
        assert titles[last.title].window.title == "the last words"
        assert (last.span.end, last.span.length) == (until, 2_345), attempt
        assert len(visits) == 1_002
        assert store.read(lambda books: books.timeline.recorded_until()) == until
    finally:
        store.close()
