"""Every source of who listens keeps the promises of ``ports.presence.Microphone``: a real PipeWire and the stand-in."""

from __future__ import annotations

import contextlib
import time
from collections.abc import Callable, Iterator

import pytest

from tests.fakes.microphone import FakeMicrophone
from tests.promises.microphone import *  # noqa: F403  the tests of this module
from tests.promises.microphone import Stage
from tests.sound import SoundServer, sound_server
from wisestep_desktop.adapters.presence.nothing import NoMicrophone
from wisestep_desktop.adapters.presence.pipewire import AGE, PipewireMicrophone
from wisestep_desktop.ports.capture import Health
from wisestep_desktop.ports.presence import Microphone


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


def test_where_nothing_answers_nobody_is_claimed_to_listen() -> None:
    nobody = NoMicrophone()
    assert nobody.holders() == frozenset()
    assert nobody.health().health is Health.OFF
    assert AGE > 0
