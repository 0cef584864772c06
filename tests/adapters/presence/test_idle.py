"""How long nobody touched anything: what each protocol is asked, and what it leaves to us."""

from __future__ import annotations

import contextlib
import select
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop import private_bus
from tests.fakes.compositor import EXT_IDLE, KDE_IDLE, SEAT, compositor
from tests.fakes.gnome import FakeMutter
from tests.fakes.logind import fake_logind
from tests.fakes.sink import PATIENCE
from wisestep_desktop.adapters.presence.idle_hint import LogindInputs
from wisestep_desktop.adapters.presence.mutter import MutterInputs
from wisestep_desktop.adapters.presence.wayland_idle import WaylandInputs
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.ports.capture import Health


class Clock:
    """Milliseconds that a test sets."""

    def __init__(self) -> None:
        self.now = 1_000_000

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def bus() -> Iterator[str]:
    with private_bus() as address:
        yield address


@pytest.fixture
def clock() -> Clock:
    return Clock()


@pytest.mark.parametrize(
    ("offer", "name", "request_number"),
    [
        ((EXT_IDLE, 1), "ext-idle-notify", 1),
        ((EXT_IDLE, 2), "ext-idle-notify", 2),
        ((EXT_IDLE, 7), "ext-idle-notify", 2),
        ((KDE_IDLE, 1), "kde-idle", 0),
    ],
)
def test_the_best_question_a_compositor_knows_is_asked(offer: tuple[str, int], name: str, request_number: int) -> None:
    with compositor((SEAT, 7), offer) as desk, contextlib.closing(WaylandInputs(desk.path)) as source:
        assert source.name == name
        [(request, arguments)] = desk.requests
        assert request == request_number
        assert 5_000 in arguments


def test_the_newer_protocol_is_preferred() -> None:
    with (
        compositor((KDE_IDLE, 1), (EXT_IDLE, 1), (SEAT, 1)) as desk,
        contextlib.closing(WaylandInputs(desk.path)) as source,
    ):
        assert source.name == "ext-idle-notify"


def test_idleness_counts_by_the_clock_from_the_last_input(clock: Clock) -> None:
    with (
        compositor((SEAT, 7), (KDE_IDLE, 1)) as desk,
        contextlib.closing(WaylandInputs(desk.path, clock=clock)) as source,
    ):
        desk.idle()
        _readable(source.fileno())
        assert source.idle() == 5_000
        clock.now += 90_000
        assert source.idle() == 95_000
        desk.idle(back=True)
        _readable(source.fileno())
        assert source.idle() == 0


def test_of_two_seats_the_one_touched_last_counts(clock: Clock) -> None:
    with (
        compositor((SEAT, 7), (EXT_IDLE, 2), (SEAT, 7)) as desk,
        contextlib.closing(WaylandInputs(desk.path, clock=clock)) as source,
    ):
        desk.idle(seat=0)
        _readable(source.fileno())
        assert source.idle() == 0
        clock.now += 10_000
        desk.idle(seat=1)
        _readable(source.fileno())
        assert source.idle() == 5_000


def test_what_a_compositor_lacks_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    with pytest.raises(CaptureUnavailable, match=r"^capture\.no_wayland$"):
        WaylandInputs(str(tmp_path / "nobody"))
    for offers in (((SEAT, 7),), ((EXT_IDLE, 1),)):
        with compositor(*offers) as desk, pytest.raises(CaptureUnavailable, match=r"^capture\.no_idle_protocol$"):
            WaylandInputs(desk.path)
    with compositor(silent=True) as mute, pytest.raises(CaptureUnavailable, match=r"^capture\.no_wayland$"):
        WaylandInputs(mute.path, patience=0.05)
    monkeypatch.setitem(sys.modules, "wisestep_desktop.adapters.links.wayland", None)
    monkeypatch.delattr("wisestep_desktop.adapters.links.wayland", raising=False)
    with pytest.raises(CaptureUnavailable, match=r"^capture\.no_wayland_library$"):
        WaylandInputs(None)


def test_mutter_is_watched_only_while_nobody_is_there(bus: str) -> None:
    with FakeMutter.on(bus, idle=100) as mutter, contextlib.closing(MutterInputs(bus)) as source:
        assert source.idle() == 100
        mutter.idle = 6_000
        assert [source.idle() for _ in range(3)] == [6_000] * 3
        assert mutter.do(lambda: len(mutter.watches)) == 1
        mutter.touch()
        _readable(source.fileno())
        assert source.idle() == 0
        mutter.idle = 7_000
        assert [source.idle() for _ in range(2)] == [7_000] * 2
        assert mutter.do(lambda: len(mutter.watches)) == 1


def test_a_busy_mutter_costs_a_quarter_of_a_second_and_says_nothing(bus: str) -> None:
    with FakeMutter.on(bus, idle=42) as mutter, contextlib.closing(MutterInputs(bus)) as source:
        mutter.busy = True
        asked = time.monotonic()
        assert source.idle() is None
        assert time.monotonic() - asked < 1.0
        assert (source.health().health, source.health().reason) == (Health.DEGRADED, "capture.idle_slow")
        mutter.busy = False
        assert source.idle() == 42
        assert source.health().health is Health.WORKS


def test_without_mutter_or_a_bus_it_says_so(bus: str, tmp_path: Path) -> None:
    with pytest.raises(CaptureUnavailable, match=r"^capture\.no_session_bus$"):
        MutterInputs(f"unix:path={tmp_path / 'nobody'}")
    with pytest.raises(CaptureUnavailable, match=r"^capture\.no_mutter$"):
        MutterInputs(bus)


def test_a_mutter_that_went_away_can_tell_nothing_until_it_is_back(bus: str) -> None:
    with contextlib.ExitStack() as stack:
        stack.enter_context(FakeMutter.on(bus, idle=6_000))
        with contextlib.closing(MutterInputs(bus)) as source:
            assert source.idle() == 6_000
            stack.close()
            assert source.idle() is None
            assert (source.health().health, source.health().reason) == (Health.OFF, "capture.no_mutter")
            stack.enter_context(FakeMutter.on(bus, idle=7))
            assert source.idle() == 7
            assert source.health().health is Health.WORKS


@pytest.mark.parametrize("told", [True, False])
def test_a_hint_of_idleness_counts_from_when_it_was_set(bus: str, clock: Clock, told: bool) -> None:
    with fake_logind(bus) as logind, contextlib.closing(LogindInputs(bus, clock=clock)) as source:
        assert source.idle() == 0
        logind.hint(since=400_000_000, told=told)
        _readable(source.fileno())
        assert source.idle() == 600_000
        clock.now += 5_000
        assert source.idle() == 605_000
        logind.hint(since=None, told=told)
        _readable(source.fileno())
        assert source.idle() == 0
        assert (source.health().health, source.health().reason) == (Health.DEGRADED, "capture.idle_hint_only")


def test_a_session_that_counts_as_idle_already(bus: str, clock: Clock) -> None:
    with fake_logind(bus) as logind:
        logind.hint(since=999_000_000)
        with contextlib.closing(LogindInputs(bus, clock=clock)) as source:
            assert source.idle() == 1_000


def test_without_logind_or_a_session_it_says_so(bus: str, tmp_path: Path) -> None:
    with pytest.raises(CaptureUnavailable, match=r"^capture\.no_system_bus$"):
        LogindInputs(f"unix:path={tmp_path / 'nobody'}")
    with pytest.raises(CaptureUnavailable, match=r"^capture\.no_logind$"):
        LogindInputs(bus)
    with fake_logind(bus, has_session=False), pytest.raises(CaptureUnavailable, match=r"^capture\.no_session$"):
        LogindInputs(bus)


def _readable(source: int) -> None:
    assert select.select([source], [], [], PATIENCE)[0], "nothing became readable"
