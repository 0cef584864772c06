"""Lock from the screen saver, over a real message bus with stand-ins for the savers."""

from __future__ import annotations

import contextlib
import select
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop import private_bus
from tests.fakes.gnome import FakeSaver
from tests.fakes.sink import PATIENCE
from wisestep_desktop.adapters.presence.screensaver import ScreenSaverPower
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.ports.capture import Health, SignalName
from wisestep_desktop.ports.power import PowerSignal


@pytest.fixture
def bus() -> Iterator[str]:
    with private_bus() as address:
        yield address


def hear(power: ScreenSaverPower) -> tuple[PowerSignal, ...]:
    """Wait for a signal, as the capture thread does."""
    heard: tuple[PowerSignal, ...] = ()
    while not heard:
        assert select.select([power.fileno()], [], [], PATIENCE)[0], "heard nothing"
        heard = power.drain()
    return heard


@pytest.mark.parametrize(
    ("name", "path"),
    [
        ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
        ("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
        ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
        ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
    ],
)
def test_locking_and_unlocking_are_told_once_each(bus: str, name: str, path: str) -> None:
    with FakeSaver.on(bus, name=name, path=path) as saver, contextlib.closing(ScreenSaverPower(bus)) as power:
        power.start(lambda _signal: None)
        assert power.drain() == ()
        saver.turn(active=True)
        assert hear(power) == (PowerSignal.LOCKED,)
        saver.turn(active=True)
        saver.turn(active=False)
        assert hear(power) == (PowerSignal.UNLOCKED,)


def test_a_session_locked_before_the_start_is_told_first(bus: str) -> None:
    with FakeSaver.on(bus, active=True), contextlib.closing(ScreenSaverPower(bus)) as power:
        assert power.drain() == (PowerSignal.LOCKED,)


def test_a_desktops_own_saver_comes_before_the_common_one(bus: str) -> None:
    with (
        FakeSaver.on(bus, name="org.freedesktop.ScreenSaver", path="/org/freedesktop/ScreenSaver"),
        FakeSaver.on(bus) as saver,
        contextlib.closing(ScreenSaverPower(bus)) as power,
    ):
        saver.turn(active=True)
        assert hear(power) == (PowerSignal.LOCKED,)


def test_a_saver_that_only_inhibits_is_none(bus: str) -> None:
    with (
        FakeSaver.on(bus, name="org.freedesktop.ScreenSaver", path="/elsewhere"),
        pytest.raises(CaptureUnavailable, match=r"^capture\.no_screensaver$"),
    ):
        ScreenSaverPower(bus)


def test_a_saver_that_dies_keeps_nobody_locked(bus: str) -> None:
    with contextlib.ExitStack() as stack:
        saver = stack.enter_context(FakeSaver.on(bus, active=True))
        power = ScreenSaverPower(bus)
        with contextlib.closing(power):
            assert power.drain() == (PowerSignal.LOCKED,)
            stack.close()
            assert hear(power) == (PowerSignal.UNLOCKED,)
            assert (power.health()[0].health, power.health()[0].reason) == (Health.OFF, "capture.no_screensaver")
            successor = stack.enter_context(FakeSaver.on(bus))
            successor.turn(active=True)
            assert hear(power) == (PowerSignal.LOCKED,)
            assert power.health()[0].health is Health.WORKS
    assert saver is not successor


def test_health_names_lock_and_sleep(bus: str) -> None:
    with FakeSaver.on(bus), contextlib.closing(ScreenSaverPower(bus)) as power:
        lock, sleep = power.health()
    assert (lock.signal, lock.health) == (SignalName.LOCK, Health.WORKS)
    assert (sleep.signal, sleep.health, sleep.reason) == (
        SignalName.SLEEP, Health.DEGRADED, "capture.sleep_from_clocks",
    )  # fmt: skip


def test_a_bus_that_goes_away_is_told_as_health_not_as_an_error() -> None:
    with private_bus() as address, FakeSaver.on(address):
        power = ScreenSaverPower(address)
    with contextlib.closing(power):
        power.drain()
        while power.fileno() >= 0:
            assert select.select([power.fileno()], [], [], PATIENCE)[0], "the bus did not end"
            power.drain()
        power.written()
        assert power.drain() == ()
        assert power.health()[0].reason == "capture.session_bus_lost"


def test_without_a_bus_or_a_saver_it_says_so(bus: str, tmp_path: Path) -> None:
    with pytest.raises(CaptureUnavailable, match=r"^capture\.no_session_bus$"):
        ScreenSaverPower(f"unix:path={tmp_path / 'nobody'}")
    with pytest.raises(CaptureUnavailable, match=r"^capture\.no_screensaver$"):
        ScreenSaverPower(bus)
