"""What every source of session signals promises, as tests over a session that a test can lock."""

from __future__ import annotations

import time
from typing import Protocol

from wisestep_desktop.ports.capture import Health, SignalName
from wisestep_desktop.ports.power import Power, PowerSignal

PATIENCE = 20.0
LOCKED, UNLOCKED = PowerSignal.LOCKED, PowerSignal.UNLOCKED


class Stage(Protocol):
    """A session that can be locked, unlocked at first."""

    source: Power

    def wait(self, seconds: float) -> None: ...
    def lock(self, *, locked: bool) -> None: ...


def hear(stage: Stage, count: int) -> tuple[PowerSignal, ...]:
    """Wait as the capture thread does until so many signals were told."""
    told = stage.source.drain()
    deadline = time.monotonic() + PATIENCE
    while len(told) < count:
        left = deadline - time.monotonic()
        assert left > 0, f"heard only {told}"
        stage.wait(left)
        told += stage.source.drain()
    return told


def test_nothing_is_told_while_nothing_happens(stage: Stage) -> None:
    assert stage.source.drain() == ()
    assert stage.source.drain() == ()


def test_a_lock_becomes_readable_and_is_told_once(stage: Stage) -> None:
    stage.source.drain()
    stage.lock(locked=True)
    stage.lock(locked=True)
    stage.lock(locked=False)
    assert hear(stage, 2) == (LOCKED, UNLOCKED)
    assert stage.source.drain() == ()


def test_health_names_lock_and_sleep_and_says_why_one_is_not_well(stage: Stage) -> None:
    health = stage.source.health()
    assert [each.signal for each in health] == [SignalName.LOCK, SignalName.SLEEP]
    assert health[0].health is Health.WORKS
    assert all((each.reason is None) == (each.health is Health.WORKS) for each in health)


def test_closing_is_final_and_may_be_repeated(stage: Stage) -> None:
    stage.source.close()
    stage.source.close()
    assert stage.source.fileno() == -1
    assert stage.source.name
