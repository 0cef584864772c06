"""Two sources of locks as one: locked while either says so, told once, and the loss of one is not the loss of both."""

from __future__ import annotations

import contextlib
import os
import select
from collections.abc import Callable, Iterator

import pytest

from wisestep_desktop.adapters.presence.both import BothPower
from wisestep_desktop.ports.capture import Health, SignalHealth, SignalName
from wisestep_desktop.ports.power import PowerSignal

LOCKED, UNLOCKED = PowerSignal.LOCKED, PowerSignal.UNLOCKED


class Source:
    """Says what the test lets it say, over a pipe that becomes readable."""

    def __init__(self, name: str, lock: Health = Health.WORKS) -> None:
        self.name, self.lock = name, lock
        self.read, self.wrote = os.pipe()
        self.said: list[PowerSignal] = []
        self.written_told = 0
        self.gone = False

    def start(self, _urgent: Callable[[PowerSignal], None]) -> None: ...

    def fileno(self) -> int:
        return -1 if self.gone else self.read

    def say(self, *signals: PowerSignal) -> None:
        self.said += signals
        os.write(self.wrote, b"!")

    def drain(self) -> tuple[PowerSignal, ...]:
        told, self.said = tuple(self.said), []
        if told:
            os.read(self.read, 64)
        return told

    def written(self) -> None:
        self.written_told += 1

    def health(self) -> tuple[SignalHealth, ...]:
        lock = SignalHealth(SignalName.LOCK, self.lock, None if self.lock is Health.WORKS else f"capture.{self.name}")
        return lock, SignalHealth(SignalName.SLEEP, Health.WORKS)

    def close(self) -> None:
        if not self.gone:
            self.gone = True
            os.close(self.read)
            os.close(self.wrote)


@pytest.fixture
def sources() -> Iterator[tuple[Source, Source]]:
    made = Source("logind"), Source("screensaver")
    yield made
    for each in made:
        each.close()


@pytest.fixture
def both(sources: tuple[Source, Source]) -> Iterator[BothPower]:
    with contextlib.closing(BothPower(*sources)) as made:
        yield made


def readable(both: BothPower) -> bool:
    return bool(select.select([both.fileno()], [], [], 0)[0])


def test_a_lock_that_both_tell_is_told_once(both: BothPower, sources: tuple[Source, Source]) -> None:
    logind, saver = sources
    assert not readable(both)
    saver.say(LOCKED)
    assert readable(both)
    assert both.drain() == (LOCKED,)
    logind.say(LOCKED)
    assert both.drain() == ()
    saver.say(UNLOCKED)
    assert both.drain() == ()
    logind.say(UNLOCKED)
    assert both.drain() == (UNLOCKED,)


def test_sleep_is_the_first_ones_to_tell(both: BothPower, sources: tuple[Source, Source]) -> None:
    logind, saver = sources
    saver.say(PowerSignal.SUSPENDING)
    logind.say(PowerSignal.SUSPENDING)
    assert both.drain() == (PowerSignal.SUSPENDING,)
    both.written()
    assert (logind.written_told, saver.written_told) == (1, 1)


def test_when_one_goes_the_other_is_still_heard(both: BothPower, sources: tuple[Source, Source]) -> None:
    logind, saver = sources
    assert both.fileno() >= 0
    logind.close()
    saver.say(LOCKED)
    assert readable(both)
    assert both.drain() == (LOCKED,)
    saver.close()
    assert both.fileno() == -1


def test_health_is_the_better_of_both(both: BothPower, sources: tuple[Source, Source]) -> None:
    sources[0].lock = Health.OFF
    assert both.health()[0] == SignalHealth(SignalName.LOCK, Health.WORKS)
    sources[1].lock = Health.OFF
    assert both.health()[0].reason == "capture.logind"
    assert both.name == "logind+screensaver"
