"""Every source of session signals keeps the promises of ``ports.power``: over real buses, with stand-ins behind."""

from __future__ import annotations

import contextlib
import select
import time
from collections.abc import Callable, Iterator

import pytest

from tests.desktop import private_bus
from tests.fakes.gnome import FakeSaver
from tests.fakes.logind import FakeLogind, fake_logind
from tests.fakes.power import FakePower
from tests.fakes.sink import PATIENCE
from tests.promises.power import *  # noqa: F403  the tests of this module
from tests.promises.power import Stage
from wisestep_desktop.adapters.presence.both import BothPower
from wisestep_desktop.adapters.presence.logind import LogindPower
from wisestep_desktop.adapters.presence.screensaver import ScreenSaverPower
from wisestep_desktop.ports.capture import Health
from wisestep_desktop.ports.power import Power, PowerSignal

LOCKED, UNLOCKED = PowerSignal.LOCKED, PowerSignal.UNLOCKED


class Waits:
    """Waits as the capture thread does on this system."""

    source: Power

    def wait(self, seconds: float) -> None:
        select.select([self.source.fileno()], [], [], seconds)


class FakeStage(Waits):
    def __init__(self, _stack: contextlib.ExitStack) -> None:
        self.fake = FakePower()
        self.source: Power = self.fake

    def lock(self, *, locked: bool) -> None:
        self.fake.say(LOCKED if locked else UNLOCKED)

    def end(self) -> None:
        self.fake.lose()


class LogindStage(Waits):
    def __init__(self, stack: contextlib.ExitStack) -> None:
        self.bus = stack.enter_context(contextlib.ExitStack())
        self.address = self.bus.enter_context(private_bus())
        self.logind: FakeLogind = self.bus.enter_context(fake_logind(self.address))
        self.source: Power = LogindPower(self.address)

    def lock(self, *, locked: bool) -> None:
        self.logind.lock(locked=locked)

    def end(self) -> None:
        self.bus.close()


class SaverStage(Waits):
    def __init__(self, stack: contextlib.ExitStack) -> None:
        self.bus = stack.enter_context(contextlib.ExitStack())
        self.address = self.bus.enter_context(private_bus())
        self.saver = self.bus.enter_context(FakeSaver.on(self.address))
        self.source: Power = ScreenSaverPower(self.address)

    def lock(self, *, locked: bool) -> None:
        self.saver.turn(active=locked)

    def end(self) -> None:
        self.bus.close()


class BothStage(LogindStage):
    """Logind hears of nothing; the screen saver does all the telling."""

    def __init__(self, stack: contextlib.ExitStack) -> None:
        super().__init__(stack)
        self.saver = self.bus.enter_context(FakeSaver.on(self.address))
        self.source = BothPower(self.source, ScreenSaverPower(self.address))

    def lock(self, *, locked: bool) -> None:
        self.saver.turn(active=locked)


STAGES: dict[str, Callable[[contextlib.ExitStack], Stage]] = {
    "fake": FakeStage,
    "logind": LogindStage,
    "screensaver": SaverStage,
    "both": BothStage,
}


@pytest.fixture(params=list(STAGES))
def stage(request: pytest.FixtureRequest) -> Iterator[Stage]:
    with contextlib.ExitStack() as stack:
        made = STAGES[request.param](stack)
        stack.callback(made.source.close)
        made.source.start(lambda _signal: None)
        yield made


def test_a_source_that_ends_says_so_and_raises_nothing(stage: Stage) -> None:
    stage.source.drain()
    stage.end()
    deadline = time.monotonic() + PATIENCE
    while stage.source.fileno() >= 0:
        assert time.monotonic() < deadline, "its end was never noticed"
        select.select([stage.source.fileno()], [], [], 0.05)
        stage.source.drain()
    assert stage.source.health()[0].health is Health.OFF
    stage.source.written()
