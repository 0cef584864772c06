"""The capture engine over sources that do what the test says: order, ticks, storms, urgency, and its own faults."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator

import pytest

from tests.fakes.inputs import FakeInputs
from tests.fakes.microphone import FakeMicrophone
from tests.fakes.power import FakePower
from tests.fakes.sink import Call, RecordingSink
from tests.fakes.windows import FakeWindows
from wisestep_desktop.adapters.capture.waiting import SelectWaiter
from wisestep_desktop.adapters.capture.watcher import FRESH, LONG_GONE, QUIET, SELDOM, DesktopWatcher, Sources
from wisestep_desktop.adapters.system.clock import awake_clock
from wisestep_desktop.core.observation import NOTHING, Window
from wisestep_desktop.ports.capture import Health, SignalHealth, SignalName
from wisestep_desktop.ports.power import PowerSignal

WORD, MAIL = Window("Word", "Lease.docx"), Window("Mail", "Inbox")


class Desk:
    """Every source a stand-in, and one watcher over them.

    Attributes:
        skipped: milliseconds by which the watcher's clock runs ahead.
    """

    def __init__(self, tick: int = 20) -> None:
        self.windows, self.inputs = FakeWindows(WORD), FakeInputs()
        self.power, self.microphone = FakePower(), FakeMicrophone()
        self.sink = RecordingSink()
        self.skipped = 0
        sources = Sources(self.windows, self.inputs, self.power, self.microphone)
        self.watcher = DesktopWatcher(sources, SelectWaiter(), lambda: awake_clock() + self.skipped, tick=tick)

    def ticks(self, count: int) -> None:
        """Wait for so many ticks from now on."""
        before = len(self.sink.calls)
        self.sink.wait(lambda calls: sum(call.what == "tick" for call in calls[before:]) >= count, "no ticks")


@pytest.fixture
def desk() -> Iterator[Desk]:
    made = Desk()
    with contextlib.closing(made.watcher):
        made.watcher.start(made.sink)
        made.sink.wait_title("Lease.docx")
        yield made


def brought(sink: RecordingSink, window: Window) -> str:
    """Return what was told just before a window."""
    calls = sink.calls
    return calls[next(number for number, call in enumerate(calls) if call.value == window) - 1].what


@pytest.mark.parametrize("idle", [QUIET, None])
def test_the_input_that_may_have_brought_a_window_is_told_before_it(idle: int | None) -> None:
    desk = Desk(tick=3_600_000)
    desk.inputs.turn(idle)
    with contextlib.closing(desk.watcher):
        desk.watcher.start(desk.sink)
        desk.sink.wait_call("tick", value=idle)
        for number in range(5):
            desk.windows.show(window := Window("Mail", f"Letter {number}"))
            desk.sink.wait_title(window.title)
            assert brought(desk.sink, window) == "tick"


def test_somebody_who_touched_something_a_moment_ago_is_not_asked_after_at_every_window() -> None:
    desk = Desk(tick=3_600_000)
    with contextlib.closing(desk.watcher):
        desk.watcher.start(desk.sink)
        desk.sink.wait_call("tick", value=0)
        desk.windows.show(MAIL)
        desk.sink.wait_title("Inbox")
        assert sum(call.what == "tick" for call in desk.sink.calls) == 1
        desk.skipped += FRESH
        desk.windows.show(WORD)
        desk.sink.wait(lambda calls: sum(call.value == WORD for call in calls) == 2, "no second look")
        assert desk.sink.calls[-2].what == "tick"


def test_a_window_puts_the_next_tick_off_but_never_a_window_that_is_not_told() -> None:
    desk = Desk(tick=4_000)
    with contextlib.closing(desk.watcher):
        desk.watcher.start(desk.sink)
        desk.sink.wait_call("tick", value=0)
        before = sum(call.what == "tick" for call in desk.sink.calls)
        desk.skipped += 2_000
        desk.windows.show(MAIL)
        desk.sink.wait_title("Inbox")
        desk.skipped += 2_500  # five and a half since the tick, half a second and more too little since the window
        desk.windows.show(MAIL)
        desk.power.say(PowerSignal.DISPLAY_ON)
        desk.sink.wait_call("display", value=True)
        assert sum(call.what == "tick" for call in desk.sink.calls) == before
        desk.skipped += 1_500
        desk.windows.show(MAIL)
        desk.ticks(1)


def test_a_lock_and_the_display_are_passed_on(desk: Desk) -> None:
    desk.power.say(PowerSignal.LOCKED, PowerSignal.DISPLAY_OFF, PowerSignal.DISPLAY_ON, PowerSignal.UNLOCKED)
    desk.sink.wait_call("locked", value=False)
    told = [call for call in desk.sink.calls if call.what in {"locked", "display"}]
    assert [(call.what, call.value) for call in told] == [
        ("locked", True),
        ("display", False),
        ("display", True),
        ("locked", False),
    ]


@pytest.mark.parametrize("signal", [PowerSignal.SUSPENDING, PowerSignal.ENDING])
def test_all_is_written_before_the_computer_may_sleep(desk: Desk, signal: PowerSignal) -> None:
    desk.power.say(signal)
    desk.sink.wait_call("suspending")
    desk.ticks(1)
    assert desk.power.told_written == 1


def test_what_cannot_wait_is_told_inside_the_systems_own_call(desk: Desk) -> None:
    assert desk.power.urgent is not None
    desk.power.urgent(PowerSignal.ENDING)
    assert desk.sink.calls[-1] == Call("suspending") or Call("suspending") in desk.sink.calls


def test_after_waking_the_clock_is_read_at_once(desk: Desk) -> None:
    desk.power.say(PowerSignal.RESUMED)
    desk.ticks(1)


def test_the_microphone_is_asked_about_only_while_it_could_matter(desk: Desk) -> None:
    desk.ticks(3)
    assert desk.microphone.asked == 0  # somebody types
    desk.microphone.hold("zoom")
    desk.inputs.turn(QUIET)
    desk.sink.wait_call("microphone", value="zoom")
    desk.inputs.turn(0)
    desk.microphone.hold()
    desk.sink.wait_call("microphone", value="")  # whoever holds it is asked about until the end
    asked = desk.microphone.asked
    desk.power.say(PowerSignal.LOCKED)
    desk.sink.wait_call("locked", value=True)
    desk.inputs.turn(QUIET)
    desk.ticks(3)
    assert desk.microphone.asked <= asked + 1


def test_an_empty_office_is_asked_seldom(desk: Desk) -> None:
    desk.inputs.turn(LONG_GONE)
    desk.ticks(1)
    asked = desk.microphone.asked
    desk.ticks(5)
    assert desk.microphone.asked <= asked + 1
    desk.skipped += SELDOM
    desk.ticks(2)
    assert desk.microphone.asked >= asked + 1


def test_health_is_told_once_for_each_change(desk: Desk) -> None:
    desk.ticks(3)
    assert sum(call.what == "health" for call in desk.sink.calls) == 1
    desk.power.lose()
    desk.sink.wait_call(
        "health", value="titles:works idle:works lock:off sleep:degraded microphone:works documents:off"
    )
    desk.ticks(3)
    assert sum(call.what == "health" for call in desk.sink.calls) == 2


def test_titles_that_go_blank_are_told_within_a_minute(desk: Desk) -> None:
    desk.windows.show(Window("Word", ""))
    desk.sink.wait_title("")
    for _ in range(12):
        desk.skipped += 5_000
        desk.ticks(1)
    titles = desk.watcher.health()[0]
    assert titles == SignalHealth(SignalName.TITLES, Health.DEGRADED, "capture.blank_titles")
    desk.windows.show(MAIL)
    desk.sink.wait_title("Inbox")
    desk.ticks(1)
    assert desk.watcher.health()[0].health is Health.WORKS


def test_a_source_that_has_to_be_asked_is_asked(monkeypatch: pytest.MonkeyPatch) -> None:
    desk = Desk(tick=3_600_000)
    monkeypatch.setattr(FakeWindows, "poll", 10)
    monkeypatch.setattr(FakeWindows, "fileno", lambda _self: -1)
    with contextlib.closing(desk.watcher):
        desk.watcher.start(desk.sink)
        desk.sink.wait_title("Lease.docx")
        desk.windows.show(MAIL)
        desk.sink.wait_title("Inbox")


def test_a_storm_of_renames_is_told_slowly_and_its_end_for_certain(desk: Desk) -> None:
    for number in range(400):
        desk.windows.show(Window("Player", f"{number}"))
    desk.sink.wait_title("399")
    told = [title for title in desk.sink.titles() if title.isdigit()]
    assert len(told) <= 14


def test_a_bare_desktop_at_the_start_is_told(desk: Desk) -> None:
    bare = Desk()
    bare.windows.show(NOTHING)
    with contextlib.closing(bare.watcher):
        bare.watcher.start(bare.sink)
        bare.ticks(1)
    assert bare.sink.calls[0].value == NOTHING
    assert desk.watcher.name == "fake"


@pytest.mark.filterwarnings("ignore::pytest.PytestUnhandledThreadExceptionWarning")
def test_a_fault_of_ours_ends_recording_with_a_word(monkeypatch: pytest.MonkeyPatch) -> None:
    stray: list[str] = []
    monkeypatch.setattr(threading, "excepthook", lambda told: stray.append(told.exc_type.__name__))
    desk = Desk()
    with contextlib.closing(desk.watcher):
        desk.watcher.start(desk.sink)
        desk.sink.wait_title("Lease.docx")
        monkeypatch.setattr(FakeInputs, "idle", lambda _self: 1 // 0)
        assert desk.sink.wait_call("lost")[-1].value == "capture.failed"
        assert {each.health for each in desk.watcher.health()} == {Health.OFF}
    assert stray == ["ZeroDivisionError"]
