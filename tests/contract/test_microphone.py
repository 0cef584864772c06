"""Every source of who listens keeps the promises of ``ports.presence.Microphone``: a real PipeWire and the stand-in."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator
from typing import Protocol

import pytest

from tests.fakes.microphone import FakeMicrophone
from tests.fakes.sink import PATIENCE
from tests.sound import SoundServer, sound_server
from wisestep_desktop.adapters.presence.nothing import NoMicrophone
from wisestep_desktop.adapters.presence.pipewire import AGE, PipewireMicrophone
from wisestep_desktop.ports.capture import Health, SignalName
from wisestep_desktop.ports.presence import Microphone


class Stage(Protocol):
    """A desk with a microphone that nobody holds at first."""

    source: Microphone
    program: str

    def hold(self) -> None: ...
    def let_go(self) -> None: ...
    def end(self) -> None: ...


class FakeStage:
    program = "zoom"

    def __init__(self, _stack: contextlib.ExitStack) -> None:
        self.fake = FakeMicrophone()
        self.source: Microphone = self.fake

    def hold(self) -> None:
        self.fake.hold("zoom")

    def let_go(self) -> None:
        self.fake.hold()

    def end(self) -> None:
        self.fake.lose()


class PipewireStage:
    program = "pw-cat"

    def __init__(self, stack: contextlib.ExitStack) -> None:
        self.server: SoundServer = stack.enter_context(sound_server())
        self.recording = stack.enter_context(contextlib.ExitStack())
        self.source: Microphone = PipewireMicrophone(clock=self._faster, environment=self.server.environment)

    @staticmethod
    def _faster() -> int:
        """Return a clock by which an answer is too old after a fiftieth of its time."""
        return time.monotonic_ns() * 50 // 1_000_000

    def hold(self) -> None:
        self.recording.enter_context(self.server.recording())

    def let_go(self) -> None:
        self.recording.close()

    def end(self) -> None:
        self.server.kill()


STAGES: dict[str, Callable[[contextlib.ExitStack], Stage]] = {"fake": FakeStage, "pipewire": PipewireStage}


@pytest.fixture(params=list(STAGES))
def stage(request: pytest.FixtureRequest) -> Iterator[Stage]:
    with contextlib.ExitStack() as stack:
        made = STAGES[request.param](stack)
        stack.callback(made.source.close)
        made.source.start()
        yield made


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


def test_where_nothing_answers_nobody_is_claimed_to_listen() -> None:
    nobody = NoMicrophone()
    assert nobody.holders() == frozenset()
    assert nobody.health().health is Health.OFF
    assert AGE > 0
