"""What every source of idleness promises, as tests over a desktop that somebody sits at, or not."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from wisestep_desktop.ports.capture import Health, SignalName
from wisestep_desktop.ports.presence import Inputs

PATIENCE = 20.0


class Stage(Protocol):
    """A desktop at which somebody sits, or not. Somebody does at first.

    Attributes:
        short: milliseconds without input after which the desktop says so.
    """

    source: Inputs
    short: int

    def wait(self, seconds: float) -> None: ...

    def leave(self) -> None: ...
    def touch(self) -> None: ...


def until(stage: Stage, wanted: Callable[[int | None], bool]) -> int | None:
    """Ask as the capture thread does, whenever there is news and each tick, until the answer is as wanted."""
    deadline = time.monotonic() + PATIENCE
    while not wanted(idle := stage.source.idle()):
        assert time.monotonic() < deadline, f"still idle for {idle}"
        stage.wait(0.05)
    return idle


def test_somebody_who_just_touched_something_is_not_idle(stage: Stage) -> None:
    stage.touch()
    idle = until(stage, lambda idle: idle is not None and idle < stage.short)
    assert idle is not None
    assert idle >= 0


def test_idleness_counts_from_the_last_input_and_grows(stage: Stage) -> None:
    stage.leave()
    first = until(stage, lambda idle: (idle or 0) >= stage.short)
    assert first is not None
    assert first >= stage.short
    second = stage.source.idle()
    assert second is not None
    assert second >= first


def test_health_says_why_it_is_not_well(stage: Stage) -> None:
    health = stage.source.health()
    assert health.signal is SignalName.IDLE
    assert health.health is not Health.OFF
    assert (health.reason is None) == (health.health is Health.WORKS)


def test_closing_is_final_and_may_be_repeated(stage: Stage) -> None:
    stage.source.close()
    stage.source.close()
    assert stage.source.name
