"""Where a widget that nobody holds any more is taken apart: never in another thread, never in between."""

from __future__ import annotations

import gc
import threading
import weakref
from collections.abc import Iterator

import pytest
from PySide6.QtCore import QObject
from pytestqt.qtbot import QtBot

from wisestep_desktop.shell.sweeper import Sweeper


class _Knot(QObject):
    """An object that holds itself, as a form with a lambda does."""

    def __init__(self, ends: list[str]) -> None:
        super().__init__()
        self.itself = self
        weakref.finalize(self, lambda: ends.append(threading.current_thread().name))


@pytest.fixture
def sweeper(qtbot: QtBot) -> Iterator[Sweeper]:  # noqa: ARG001  there has to be an application
    gc.enable()
    parent = QObject()
    made = Sweeper(parent)
    yield made
    made.close()
    assert gc.isenabled()


def _litter() -> list[list[object]]:
    kept: list[list[object]] = []
    for _ in range(50_000):
        kept.append([])
        kept[-1].append(kept[-1])
    return kept


def test_no_other_thread_takes_a_knot_apart(sweeper: Sweeper) -> None:
    ends: list[str] = []
    _Knot(ends)
    worker = threading.Thread(target=_litter, name="worker")
    worker.start()
    worker.join()
    assert ends == []
    sweeper.sweep()
    for _ in range(12):
        _litter()
        sweeper.sweep()
    assert ends == ["MainThread"]


def test_everything_is_gone_through_in_time(sweeper: Sweeper) -> None:
    ends: list[str] = []
    knot = _Knot(ends)
    gc.collect()
    gc.collect()  # it is old by now
    del knot
    for _ in range(60):
        sweeper.sweep()
    assert ends == ["MainThread"]
