"""The wait on a run loop: it ends when it should, never spins, and loses no wake-up."""

from __future__ import annotations

import threading
import time

import pytest

from tests.fakes.cocoa import FakeLoop
from tests.fakes.sink import PATIENCE
from tests.fakes.systems import copy_on
from wisestep_desktop.adapters.capture.appkit_waiting import RunLoopWaiter
from wisestep_desktop.core.errors import CaptureUnavailable

LONG = round(PATIENCE * 1_000)


class Thread:
    """A thread that waits once for long and says how long it did."""

    def __init__(self, waiter: RunLoopWaiter) -> None:
        self.waiter = waiter
        self.waited = 0.0
        self._thread = threading.Thread(target=self._run, daemon=True)
        self._thread.start()

    def _run(self) -> None:
        began = time.monotonic()
        self.waiter.wait(LONG)
        self.waited = time.monotonic() - began

    def join(self) -> float:
        self._thread.join(PATIENCE * 2)
        assert not self._thread.is_alive()
        return self.waited


def test_it_waits_as_long_as_it_was_told() -> None:
    waiter = RunLoopWaiter(FakeLoop)
    began = time.monotonic()
    waiter.watch((3, -1))
    waiter.wait(40)
    assert 0.03 < time.monotonic() - began < PATIENCE
    waiter.close()


@pytest.mark.parametrize("empty", [False, True], ids=["with sources", "empty"])
def test_a_wake_from_another_thread_ends_the_wait(empty: bool) -> None:
    made: list[FakeLoop] = []
    running = threading.Event()

    def make() -> FakeLoop:
        made.append(FakeLoop())
        made[0].empty = empty
        running.set()
        return made[0]

    waiter = RunLoopWaiter(make)
    thread = Thread(waiter)
    assert running.wait(PATIENCE)
    waiter.wake()
    assert thread.join() < PATIENCE / 2
    waiter.close()
    assert made[0].closed


def test_a_wake_before_the_first_wait_counts() -> None:
    waiter = RunLoopWaiter(FakeLoop)
    waiter.wake()
    assert Thread(waiter).join() < PATIENCE / 2
    waiter.close()


def test_a_wake_between_two_waits_counts_once() -> None:
    waiter = RunLoopWaiter(FakeLoop)
    waiter.wait(0)
    waiter.wake()
    began = time.monotonic()
    waiter.wait(LONG)
    assert time.monotonic() - began < PATIENCE / 2
    waiter.wait(30)
    assert time.monotonic() - began >= 0.02
    waiter.close()


def test_an_empty_loop_does_not_spin() -> None:
    loop = FakeLoop()
    loop.empty = True
    waiter = RunLoopWaiter(lambda: loop)
    began = time.monotonic()
    for _ in range(5):
        waiter.wait(20)
    assert time.monotonic() - began >= 0.09
    assert loop.runs == 5
    waiter.close()


def test_a_source_ends_the_wait_and_is_handled_on_the_thread_that_waits() -> None:
    loop = FakeLoop()
    waiter = RunLoopWaiter(lambda: loop)
    on: list[int] = []
    loop.post(lambda: on.append(threading.get_ident()))
    began = time.monotonic()
    waiter.wait(LONG)
    assert time.monotonic() - began < PATIENCE / 2
    assert on == [threading.get_ident()]
    waiter.close()


def test_after_close_nothing_waits_and_a_wake_is_harmless() -> None:
    loop = FakeLoop()
    waiter = RunLoopWaiter(lambda: loop)
    waiter.wait(0)
    waiter.close()
    waiter.close()
    waiter.wake()
    runs = loop.runs
    waiter.wait(LONG)
    assert loop.runs == runs


def test_elsewhere_there_is_no_run_loop() -> None:
    with pytest.raises(CaptureUnavailable, match=r"^capture\.not_here$"):
        copy_on("linux", "capture.appkit_waiting").RunLoopWaiter().wait(0)
