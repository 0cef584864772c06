"""The whole capture engine on Windows: real windows, inputs and session messages in, calls to the sink out."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

import pytest

from tests.fakes.sink import RecordingSink
from tests.windows.inside.stage import Probe, WideDesk, hands, probe, renamed, send, wait_until
from wisestep_desktop.adapters.capture.watcher import DesktopWatcher, Sources
from wisestep_desktop.adapters.capture.winapi import WinWindows
from wisestep_desktop.adapters.capture.winapi_seams import POLL
from wisestep_desktop.adapters.capture.winapi_waiting import MessageWaiter
from wisestep_desktop.adapters.presence.winapi import WinInputs, WinMicrophone
from wisestep_desktop.adapters.presence.winapi_meaning import (
    PBT_APMRESUMEAUTOMATIC,
    PBT_APMSUSPEND,
    WM_ENDSESSION,
    WM_POWERBROADCAST,
    WM_QUERYENDSESSION,
    WM_WTSSESSION_CHANGE,
    WTS_SESSION_LOCK,
    WTS_SESSION_UNLOCK,
)
from wisestep_desktop.adapters.presence.winapi_power import WinPower
from wisestep_desktop.adapters.system.clock import awake_clock
from wisestep_desktop.core.observation import NOTHING, Window
from wisestep_desktop.ports.capture import Health, SignalName


@dataclass
class Stage:
    """A watched desktop with one probe in front, titled "first"."""

    window: Probe
    power: WinPower
    watcher: DesktopWatcher
    sink: RecordingSink

    def start(self) -> None:
        self.watcher.start(self.sink)
        self.sink.wait_title("first")
        wait_until(lambda: self.power.window != 0, "no hidden window")


@pytest.fixture
def stage() -> Iterator[Stage]:
    with probe() as window:
        power = WinPower()
        sources = Sources(WinWindows(WideDesk()), WinInputs(), power, WinMicrophone())
        watcher = DesktopWatcher(sources, MessageWaiter(), awake_clock, tick=50)
        with contextlib.closing(watcher):
            yield Stage(window, power, watcher, RecordingSink())


def test_windows_and_titles_are_told_in_order(stage: Stage, tmp_path: Path) -> None:
    stage.start()
    stage.window.tell("count 1")
    stage.sink.wait_title("1 of 1")
    with probe("第二", renamed(tmp_path, "second.exe")):
        stage.sink.wait_title("第二")
        stage.window.activate()
        stage.sink.wait_title("1 of 1")
    told = [title for title in stage.sink.titles() if title]
    assert told == ["first", "1 of 1", "第二", "1 of 1"]
    assert {window.application for window in stage.sink.windows() if window != NOTHING} == {"Probe Editor"}


def test_a_title_change_is_told_long_before_the_poll(stage: Stage) -> None:
    stage.start()
    took = []
    for _ in range(5):
        stage.window.retitle("between")
        stage.sink.wait_title("between")
        before = time.monotonic()
        stage.window.tell("count 1")
        stage.sink.wait_title("1 of 1")
        took.append(time.monotonic() - before)
    assert min(took) < POLL / 1_000 / 4


def test_nothing_in_front_is_told(stage: Stage) -> None:
    stage.start()
    hands("native")
    try:
        stage.sink.wait_title("")
    finally:
        hands("native-close")
    assert stage.sink.windows()[-1] == NOTHING


def test_ticks_tell_idle_rising_and_a_key_ending_it(stage: Stage) -> None:
    stage.start()
    hands("key", "a")

    def last() -> int:
        return next((call.value for call in reversed(stage.sink.calls) if call.what == "tick"), 0)  # type: ignore[return-value]

    wait_until(lambda: last() > 400, "idle does not rise")
    hands("key", "a")
    wait_until(lambda: last() < 300, "the key is not seen")
    assert all(isinstance(call.value, int) for call in stage.sink.calls if call.what == "tick")


def test_lock_sleep_and_the_end_arrive_as_windows_sends_them(stage: Stage) -> None:
    stage.start()
    for what in (WTS_SESSION_LOCK, WTS_SESSION_LOCK, WTS_SESSION_UNLOCK):
        send(stage.power.window, WM_WTSSESSION_CHANGE, what)
    stage.sink.wait_call("locked", value=False)
    for message, wide in (
        (WM_POWERBROADCAST, PBT_APMSUSPEND),
        (WM_POWERBROADCAST, PBT_APMRESUMEAUTOMATIC),
        (WM_QUERYENDSESSION, 0),
        (WM_ENDSESSION, 1),
    ):
        send(stage.power.window, message, wide)
    # Not waited for: what is urgent is told before Windows has its answer.
    told = [(call.what, call.value) for call in stage.sink.calls if call.what in {"locked", "suspending"}]
    assert told == [("locked", True), ("locked", False), *[("suspending", None)] * 3]


def test_everything_is_told_on_one_thread_and_nothing_after_close(stage: Stage) -> None:
    stage.start()
    window = stage.power.window
    stage.watcher.close()
    heard = stage.sink.calls
    stage.window.tell("count 2")
    stage.window.tell("front")
    assert len({call.thread for call in heard}) == 1
    assert heard[0].thread != threading.get_ident()
    assert stage.sink.calls == heard
    assert not {"capture", "documents"} & {thread.name for thread in threading.enumerate()}
    assert window != 0
    assert stage.power.window == 0


def test_a_hundred_starts_and_ends_leave_nothing_behind() -> None:
    with probe():
        for _ in range(100):
            power = WinPower()
            sources = Sources(WinWindows(), WinInputs(), power, WinMicrophone())
            watcher = DesktopWatcher(sources, MessageWaiter(), awake_clock, tick=50)
            sink = RecordingSink()
            watcher.start(sink)
            sink.wait_title("first")
            watcher.close()
            assert sink.windows() == (Window("Probe Editor", "first"),)


def test_health_names_each_signal_once(stage: Stage) -> None:
    stage.start()
    health = stage.watcher.health()
    assert [each.signal for each in health] == list(SignalName)
    assert all((each.reason is None) == (each.health is Health.WORKS) for each in health)
    assert stage.watcher.name == "winapi"
