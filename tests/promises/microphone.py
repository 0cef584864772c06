"""What every source of who listens promises, as tests over a desk with a microphone."""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Protocol

from wisestep_desktop.ports.capture import Health, SignalName
from wisestep_desktop.ports.presence import Microphone

PATIENCE = 20.0


class Stage(Protocol):
    """A desk with a microphone that nobody holds at first."""

    source: Microphone
    program: str

    def hold(self) -> None: ...
    def let_go(self) -> None: ...
    def end(self) -> None: ...


def until(stage: Stage, wanted: Callable[[], bool], what: str) -> None:
    """Ask as the capture thread does, again and again, until it is as wanted."""
    deadline = time.monotonic() + PATIENCE
    while not wanted():
        assert time.monotonic() < deadline, f"{what}: {stage.source.holders()}"
        stage.source.holders()


def test_nobody_listens_at_a_quiet_desk(stage: Stage) -> None:
    assert stage.source.holders() == frozenset()


def test_who_listens_is_named_and_who_stops_is_not(stage: Stage) -> None:
    stage.hold()
    until(stage, lambda: len(stage.source.holders()) == 1, "nobody was found")
    [name] = stage.source.holders()
    assert name.startswith(stage.program[:2])
    assert name == name.casefold()
    stage.let_go()
    until(stage, lambda: not stage.source.holders(), "still held")


def test_a_source_that_ends_says_so_and_raises_nothing(stage: Stage) -> None:
    stage.hold()
    until(stage, lambda: bool(stage.source.holders()), "nobody was found")
    stage.end()
    until(stage, lambda: not stage.source.holders() and stage.source.health().health is Health.OFF, "its end")
    assert stage.source.health().reason


def test_health_names_the_microphone(stage: Stage) -> None:
    health = stage.source.health()
    assert (health.signal, health.health, health.reason) == (SignalName.MICROPHONE, Health.WORKS, None)


def test_closing_is_final_and_may_be_repeated(stage: Stage) -> None:
    stage.source.close()
    stage.source.close()
    assert stage.source.name
    assert stage.source.fileno() == -1
