"""Every source of idleness keeps the promises of ``ports.presence.Inputs``: the real one and the stand-ins."""

from __future__ import annotations

import contextlib
import select
import time
from collections.abc import Callable, Iterator

import pytest

from tests.desktop import XServer, private_bus, x_server, xdotool
from tests.fakes.compositor import EXT_IDLE, SEAT, FakeCompositor, compositor
from tests.fakes.gnome import FakeMutter
from tests.fakes.inputs import FakeInputs
from tests.fakes.logind import FakeLogind, fake_logind
from tests.fakes.quartz import FakeSession
from tests.fakes.sink import PATIENCE
from tests.promises.inputs import *  # noqa: F403  the tests of this module
from tests.promises.inputs import Stage, until
from tests.wayland import Sway, sway
from wisestep_desktop.adapters.presence.idle_hint import LogindInputs
from wisestep_desktop.adapters.presence.mutter import MutterInputs
from wisestep_desktop.adapters.presence.quartz import QuartzInputs
from wisestep_desktop.adapters.presence.wayland_idle import WaylandInputs
from wisestep_desktop.adapters.presence.x11 import X11Inputs
from wisestep_desktop.ports.capture import Health, SignalName
from wisestep_desktop.ports.presence import Inputs

_SHORT = 120
"""Milliseconds without input after which the real desktop says so."""


class Waits:
    """Waits as the capture thread does on this system."""

    source: Inputs
    short = _SHORT

    def wait(self, seconds: float) -> None:
        number = self.source.fileno()
        select.select([number] if number >= 0 else [], [], [], seconds)


class FakeStage(Waits):
    def __init__(self, _stack: contextlib.ExitStack) -> None:
        self.fake = FakeInputs()
        self.source: Inputs = self.fake

    def leave(self) -> None:
        self.fake.turn(7_000)

    def touch(self) -> None:
        self.fake.turn(0)

    def end(self) -> None:
        self.fake.turn(None)


class SwayStage(Waits):
    def __init__(self, stack: contextlib.ExitStack) -> None:
        self.desk: Sway = stack.enter_context(sway())
        self.source: Inputs = WaylandInputs(self.desk.display, timeout=_SHORT)

    def leave(self) -> None:
        """Nobody touches anything here anyway."""

    def touch(self) -> None:
        self.desk.touch()

    def end(self) -> None:
        self.desk.kill()


class ExtStage(Waits):
    def __init__(self, stack: contextlib.ExitStack) -> None:
        self.desk: FakeCompositor = stack.enter_context(compositor((SEAT, 7), (EXT_IDLE, 1)))
        self.source: Inputs = WaylandInputs(self.desk.path)

    def leave(self) -> None:
        self.desk.idle()

    def touch(self) -> None:
        self.desk.idle(back=True)

    def end(self) -> None:
        self.desk.hang_up()


class MutterStage(Waits):
    def __init__(self, stack: contextlib.ExitStack) -> None:
        bus = stack.enter_context(contextlib.ExitStack())
        address = bus.enter_context(private_bus())
        self.bus = bus
        self.mutter = bus.enter_context(FakeMutter.on(address))
        self.source: Inputs = MutterInputs(address)

    def leave(self) -> None:
        self.mutter.idle = 9_000

    def touch(self) -> None:
        self.mutter.touch()

    def end(self) -> None:
        self.bus.close()


class LogindStage(Waits):
    def __init__(self, stack: contextlib.ExitStack) -> None:
        bus = stack.enter_context(contextlib.ExitStack())
        address = bus.enter_context(private_bus())
        self.bus = bus
        self.logind: FakeLogind = bus.enter_context(fake_logind(address))
        self.source: Inputs = LogindInputs(address)

    def leave(self) -> None:
        self.logind.hint(since=time.monotonic_ns() // 1_000 - 300_000_000)

    def touch(self) -> None:
        self.logind.hint(since=None)

    def end(self) -> None:
        self.bus.close()


class X11Stage(Waits):
    def __init__(self, stack: contextlib.ExitStack) -> None:
        self.server: XServer = stack.enter_context(x_server())
        self.source: Inputs = X11Inputs(self.server.name)

    def leave(self) -> None:
        """Nobody touches anything here anyway."""

    def touch(self) -> None:
        xdotool(self.server.name, "key", "space")

    def end(self) -> None:
        self.server.kill()


class QuartzStage(Waits):
    def __init__(self, _stack: contextlib.ExitStack) -> None:
        self.session = FakeSession()
        self.source: Inputs = QuartzInputs(self.session)

    def leave(self) -> None:
        self.session.seconds = 7.25

    def touch(self) -> None:
        self.session.seconds = 0.0

    def end(self) -> None:
        self.session.seconds = None


STAGES: dict[str, Callable[[contextlib.ExitStack], Stage]] = {
    "fake": FakeStage,
    "sway": SwayStage,
    "ext-idle-notify": ExtStage,
    "mutter": MutterStage,
    "logind": LogindStage,
    "quartz": QuartzStage,
    "x11": X11Stage,
}
ASKED = {"quartz", "x11"}
"""Those that are only asked."""

telling = pytest.mark.parametrize("stage", [name for name in STAGES if name not in ASKED], indirect=True)


@pytest.fixture(params=list(STAGES))
def stage(request: pytest.FixtureRequest) -> Iterator[Stage]:
    with contextlib.ExitStack() as stack:
        made = STAGES[request.param](stack)
        stack.callback(made.source.close)
        made.source.start()
        yield made


@telling
def test_the_return_is_told_at_once(stage: Stage) -> None:
    stage.leave()
    until(stage, bool)
    stage.source.idle()
    while select.select([stage.source.fileno()], [], [], 0)[0]:  # an answer to what was asked meanwhile
        stage.source.idle()
    stage.touch()
    assert select.select([stage.source.fileno()], [], [], PATIENCE)[0], "nothing became readable"
    idle = until(stage, lambda idle: idle is not None and idle < _SHORT)
    assert idle is not None


@telling
def test_nothing_stays_readable_once_it_was_asked(stage: Stage) -> None:
    stage.touch()
    until(stage, lambda idle: idle == 0)
    deadline = time.monotonic() + PATIENCE
    while select.select([stage.source.fileno()], [], [], 0)[0]:
        assert time.monotonic() < deadline, "asking does not take what is there"
        stage.source.idle()


def test_a_source_that_ends_says_so_and_raises_nothing(stage: Stage) -> None:
    stage.source.idle()
    stage.end()
    assert until(stage, lambda idle: idle is None) is None
    health = stage.source.health()
    assert (health.signal, health.health) == (SignalName.IDLE, Health.OFF)
    assert health.reason
