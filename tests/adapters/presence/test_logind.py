"""Lock and sleep over a real message bus, with a stand-in for logind behind it."""

from __future__ import annotations

import contextlib
import select
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.desktop import display, private_bus
from tests.fakes.logind import FakeLogind, fake_logind
from tests.fakes.sink import PATIENCE, RecordingSink
from tests.watching import x11_watcher
from wisestep_desktop.adapters.presence.logind import LogindPower
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.ports.capture import Health, SignalName
from wisestep_desktop.ports.power import PowerSignal


@pytest.fixture
def bus() -> Iterator[str]:
    with private_bus() as address:
        yield address


@pytest.fixture
def logind(bus: str) -> Iterator[FakeLogind]:
    with fake_logind(bus) as service:
        yield service


@pytest.fixture
def signals(bus: str, logind: FakeLogind) -> Iterator[LogindPower]:
    with contextlib.closing(LogindPower(bus)) as listening:
        logind.wait_inhibited()
        yield listening


def test_locking_and_unlocking_are_told_once_each(logind: FakeLogind, signals: LogindPower) -> None:
    logind.lock()
    logind.lock()
    logind.lock(locked=False)
    assert _hear(signals, 2) == (PowerSignal.LOCKED, PowerSignal.UNLOCKED)


def test_a_session_locked_before_the_start_is_told_first(bus: str) -> None:
    with fake_logind(bus, locked=True), contextlib.closing(LogindPower(bus)) as signals:
        assert signals.drain() == (PowerSignal.LOCKED,)


def test_a_mere_request_to_lock_is_no_lock(logind: FakeLogind, signals: LogindPower) -> None:
    logind.request("Lock")
    logind.lock()
    logind.request("Unlock")
    assert _hear(signals, 2) == (PowerSignal.LOCKED, PowerSignal.UNLOCKED)


def test_sleep_waits_until_everything_is_written(logind: FakeLogind, signals: LogindPower) -> None:
    logind.sleep(starting=True)
    assert _hear(signals, 1) == (PowerSignal.SUSPENDING,)
    assert logind.is_delayed()
    signals.written()
    logind.wait_released()
    logind.sleep(starting=False)
    assert _hear(signals, 1) == (PowerSignal.RESUMED,)
    logind.wait_inhibited()
    assert logind.is_delayed(), "the next sleep waits for us again"


def test_closing_lets_the_computer_sleep(logind: FakeLogind, signals: LogindPower) -> None:
    signals.close()
    logind.wait_released()
    assert signals.fileno() == -1
    assert signals.drain() == ()


def test_health_of_a_process_outside_any_session(bus: str) -> None:
    with fake_logind(bus, has_session=False), contextlib.closing(LogindPower(bus)) as signals:
        lock, sleep = signals.health()
    assert (lock.signal, lock.health, lock.reason) == (SignalName.LOCK, Health.OFF, "capture.no_session")
    assert (sleep.signal, sleep.health) == (SignalName.SLEEP, Health.WORKS)


def test_without_a_bus_or_without_logind_it_says_so(bus: str, tmp_path: Path) -> None:
    with pytest.raises(CaptureUnavailable, match=r"^capture\.no_system_bus$"):
        LogindPower(f"unix:path={tmp_path / 'nobody'}")
    with pytest.raises(CaptureUnavailable, match=r"^capture\.no_logind$"):
        LogindPower(bus)


def test_a_bus_that_goes_away_is_told_as_health_not_as_an_error() -> None:
    with private_bus() as address, fake_logind(address) as logind:
        signals = LogindPower(address)
        logind.wait_inhibited()
    with contextlib.closing(signals):
        _hear_end(signals)
        assert signals.drain() == ()
        assert signals.fileno() == -1
        lock, sleep = signals.health()
    assert (lock.health, lock.reason) == (Health.OFF, "capture.system_bus_lost")
    assert (sleep.health, sleep.reason) == (Health.DEGRADED, "capture.sleep_from_clocks")


@pytest.mark.display
def test_the_watcher_passes_lock_and_sleep_on(bus: str, logind: FakeLogind) -> None:
    sink = RecordingSink()
    with display() as screen, contextlib.closing(x11_watcher(screen, LogindPower(bus))) as watcher:
        logind.wait_inhibited()
        watcher.start(sink)
        logind.lock()
        sink.wait_call("locked", value=True)
        logind.lock(locked=False)
        sink.wait_call("locked", value=False)
        logind.sleep(starting=True)
        sink.wait_call("suspending")
        logind.wait_released()
        heard = len(sink.calls)
        logind.sleep(starting=False)
        sink.wait(lambda calls: any(call.what == "tick" for call in calls[heard:]), "no tick at once after waking")
        health = {each.signal: each.health for each in watcher.health()}
        assert health[SignalName.LOCK] is health[SignalName.SLEEP] is Health.WORKS


@pytest.mark.display
def test_the_watcher_outlives_the_bus() -> None:
    sink = RecordingSink()
    with display() as screen, contextlib.ExitStack() as stack:
        with private_bus() as address, fake_logind(address):
            watcher = stack.enter_context(contextlib.closing(x11_watcher(screen, LogindPower(address), tick=20)))
            watcher.start(sink)
        sink.wait(lambda _: watcher.health()[2].reason == "capture.system_bus_lost", "the loss went unnoticed")
        heard = len(sink.calls)
        sink.wait(lambda calls: len(calls) > heard, "no tick after the bus went away")


def _hear(signals: LogindPower, wanted: int) -> tuple[PowerSignal, ...]:
    """Wait for so many signals, as the capture thread does, and check that no more come with them."""
    heard: tuple[PowerSignal, ...] = ()
    while len(heard) < wanted:
        assert select.select([signals.fileno()], [], [], PATIENCE)[0], f"heard only {heard}"
        heard += signals.drain()
    return heard


def _hear_end(signals: LogindPower) -> None:
    assert select.select([signals.fileno()], [], [], PATIENCE)[0], "the bus did not end"
