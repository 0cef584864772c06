"""Every source of idleness keeps the promises of ``ports.presence.Inputs``: the real one and the stand-ins."""

from __future__ import annotations

import contextlib
import select
import time
from collections.abc import Callable, Iterator
from typing import Protocol

import pytest

from tests.desktop import private_bus
from tests.fakes.compositor import EXT_IDLE, SEAT, FakeCompositor, compositor
from tests.fakes.gnome import FakeMutter
from tests.fakes.inputs import FakeInputs
from tests.fakes.logind import FakeLogind, fake_logind
from tests.fakes.quartz import FakeSession
from tests.fakes.sink import PATIENCE
from tests.wayland import Sway, sway
from wisestep_desktop.adapters.presence.idle_hint import LogindInputs
from wisestep_desktop.adapters.presence.mutter import MutterInputs
from wisestep_desktop.adapters.presence.quartz import QuartzInputs
from wisestep_desktop.adapters.presence.wayland_idle import WaylandInputs
from wisestep_desktop.ports.capture import Health, SignalName
from wisestep_desktop.ports.presence import Inputs

_SHORT = 120
"""Milliseconds without input after which the real desktop says so."""


class Stage(Protocol):
    """A desktop at which somebody sits, or not. Somebody does at first."""

    source: Inputs

    def leave(self) -> None: ...
    def touch(self) -> None: ...
    def end(self) -> None: ...


class FakeStage:
    def __init__(self, _stack: contextlib.ExitStack) -> None:
        self.fake = FakeInputs()
        self.source: Inputs = self.fake

    def leave(self) -> None:
        self.fake.turn(7_000)

    def touch(self) -> None:
        self.fake.turn(0)

    def end(self) -> None:
        self.fake.turn(None)


class SwayStage:
    def __init__(self, stack: contextlib.ExitStack) -> None:
        self.desk: Sway = stack.enter_context(sway())
        self.source: Inputs = WaylandInputs(self.desk.display, timeout=_SHORT)

    def leave(self) -> None:
        """Nobody touches anything here anyway."""

    def touch(self) -> None:
        self.desk.touch()

    def end(self) -> None:
        self.desk.kill()


class ExtStage:
    def __init__(self, stack: contextlib.ExitStack) -> None:
        self.desk: FakeCompositor = stack.enter_context(compositor((SEAT, 7), (EXT_IDLE, 1)))
        self.source: Inputs = WaylandInputs(self.desk.path)

    def leave(self) -> None:
        self.desk.idle()

    def touch(self) -> None:
        self.desk.idle(back=True)

    def end(self) -> None:
        self.desk.hang_up()


class MutterStage:
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


class LogindStage:
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


class QuartzStage:
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
}
ASKED = {"quartz"}
"""Those that are only asked."""

telling = pytest.mark.parametrize("stage", [name for name in STAGES if name not in ASKED], indirect=True)


@pytest.fixture(params=list(STAGES))
def stage(request: pytest.FixtureRequest) -> Iterator[Stage]:
    with contextlib.ExitStack() as stack:
        made = STAGES[request.param](stack)
        stack.callback(made.source.close)
        made.source.start()
        yield made


def until(stage: Stage, wanted: Callable[[int | None], bool]) -> int | None:
    """Ask as the capture thread does, whenever there is news and each tick, until the answer is as wanted."""
    deadline = time.monotonic() + PATIENCE
    while not wanted(idle := stage.source.idle()):
        assert time.monotonic() < deadline, f"still idle for {idle}"
        source = stage.source.fileno()
        select.select([source] if source >= 0 else [], [], [], 0.05)
    return idle


def test_somebody_who_just_touched_something_is_not_idle(stage: Stage) -> None:
    stage.touch()
    assert until(stage, lambda idle: idle == 0) == 0


def test_idleness_counts_from_the_last_input_and_grows(stage: Stage) -> None:
    stage.leave()
    first = until(stage, bool)
    assert first is not None
    assert first >= _SHORT
    second = stage.source.idle()
    assert second is not None
    assert second >= first


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


def test_health_says_why_it_is_not_well(stage: Stage) -> None:
    health = stage.source.health()
    assert health.signal is SignalName.IDLE
    assert health.health is not Health.OFF
    assert (health.reason is None) == (health.health is Health.WORKS)


def test_closing_is_final_and_may_be_repeated(stage: Stage) -> None:
    stage.source.close()
    stage.source.close()
    assert stage.source.name
