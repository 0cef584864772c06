"""Every watcher keeps the promises of ``ports.capture``: on a real X server, on a fake Mac, and by a script."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator
from typing import Protocol

import pytest

from tests.desktop import RealWindow, XServer, openbox, real_window, show_desktop, x_server
from tests.fakes.appkit import FakeMac, MacApp, MacWindow
from tests.fakes.quartz import FakeAudio, FakeSession
from tests.fakes.sink import RecordingSink
from tests.fakes.watcher import Lose, ReplayWatcher, Show, Tick
from tests.watching import mac_watcher, x11_watcher
from wisestep_desktop.core.observation import NOTHING, Window
from wisestep_desktop.ports.capture import Health, SignalName, Watcher

pytestmark = pytest.mark.display


class Stage(Protocol):
    """A desktop on which a test moves windows, whatever watches it. One window, "Editor", is in front at first."""

    watcher: Watcher

    def retitle(self, title: str) -> None: ...
    def nothing_in_front(self) -> None: ...
    def end_of_display(self) -> None: ...


class ReplayStage:
    def __init__(self) -> None:
        self.replay = ReplayWatcher(front=Window("Editor", "first"))
        self.replay.play(Tick(40))
        self.watcher: Watcher = self.replay

    def retitle(self, title: str) -> None:
        self.replay.play(Show(Window("Editor", title)))

    def nothing_in_front(self) -> None:
        self.replay.play(Show(NOTHING))

    def end_of_display(self) -> None:
        self.replay.play(Lose())


class X11Stage:
    def __init__(self, server: XServer, window: RealWindow) -> None:
        self.server, self.window = server, window
        self.watcher: Watcher = x11_watcher(server.name, tick=50)

    def retitle(self, title: str) -> None:
        self.window.retitle(title)

    def nothing_in_front(self) -> None:
        show_desktop(self.server.name)

    def end_of_display(self) -> None:
        self.server.kill()


class MacStage:
    def __init__(self) -> None:
        self.mac, self.window = FakeMac(), MacWindow("first")
        self.editor = MacApp("Editor", focused=self.window)
        self.mac.activate(self.editor)
        self.watcher: Watcher = mac_watcher(self.mac, FakeSession(), FakeAudio(), tick=50)

    def retitle(self, title: str) -> None:
        self.mac.retitle(self.editor, self.window, title)

    def nothing_in_front(self) -> None:
        self.mac.activate(None)

    def end_of_display(self) -> None:
        self.mac.session = False
        self.mac.activate(None)


@pytest.fixture(params=["replay", "x11", "appkit"])
def stage(request: pytest.FixtureRequest) -> Iterator[Stage]:
    with contextlib.ExitStack() as stack:
        made: Stage
        if request.param == "replay":
            made = ReplayStage()
        elif request.param == "appkit":
            made = MacStage()
        else:
            server = stack.enter_context(x_server())
            stack.enter_context(openbox(server.name))
            made = X11Stage(server, stack.enter_context(real_window(server.name, "first")))
        stack.callback(made.watcher.close)
        yield made


@pytest.fixture
def sink() -> RecordingSink:
    return RecordingSink()


def test_the_first_call_tells_the_window_in_front(stage: Stage, sink: RecordingSink) -> None:
    stage.watcher.start(sink)
    sink.wait_title("first")
    assert sink.calls[0].value == Window("Editor", "first")


def test_a_new_title_and_a_bare_desktop_are_told_once_each(stage: Stage, sink: RecordingSink) -> None:
    stage.watcher.start(sink)
    sink.wait_title("first")
    stage.retitle("second")
    sink.wait_title("second")
    stage.retitle("second")
    stage.nothing_in_front()
    sink.wait_title("")
    assert sink.windows() == (Window("Editor", "first"), Window("Editor", "second"), NOTHING)


def test_ticks_say_how_long_nobody_touched_anything(stage: Stage, sink: RecordingSink) -> None:
    stage.watcher.start(sink)
    calls = sink.wait(lambda heard: sum(call.what == "tick" for call in heard) >= 2, "no ticks")
    assert all(isinstance(call.value, int) and call.value >= 0 for call in calls if call.what == "tick")


def test_all_calls_come_on_one_thread_of_the_watchers_own(stage: Stage, sink: RecordingSink) -> None:
    stage.watcher.start(sink)
    stage.retitle("second")
    calls = sink.wait(lambda heard: sum(call.what == "window" for call in heard) >= 1, "no window")
    assert len({call.thread for call in calls}) == 1
    assert calls[0].thread != threading.get_ident()


def test_nothing_is_told_after_close_and_the_thread_has_ended(stage: Stage, sink: RecordingSink) -> None:
    stage.watcher.start(sink)
    sink.wait_title("first")
    stage.watcher.close()
    heard = sink.calls
    stage.retitle("too late")
    stage.watcher.close()
    assert sink.calls == heard
    assert "capture" not in {thread.name for thread in threading.enumerate()}


def test_close_without_start_is_fine_and_final(stage: Stage, sink: RecordingSink) -> None:
    stage.watcher.close()
    with pytest.raises(RuntimeError):
        stage.watcher.start(sink)


def test_a_second_start_is_refused(stage: Stage, sink: RecordingSink) -> None:
    stage.watcher.start(sink)
    with pytest.raises(RuntimeError):
        stage.watcher.start(sink)


def test_the_end_of_the_display_is_the_last_call(stage: Stage, sink: RecordingSink) -> None:
    stage.watcher.start(sink)
    sink.wait_title("first")
    stage.end_of_display()
    calls = sink.wait_call("lost", "capture.display_lost")
    stage.watcher.close()
    assert sink.calls == calls
    assert {each.health for each in stage.watcher.health()} == {Health.OFF}


def test_health_names_each_signal_once_and_says_why_one_is_not_well(stage: Stage) -> None:
    health = stage.watcher.health()
    assert [each.signal for each in health] == list(SignalName)
    assert all((each.reason is None) == (each.health is Health.WORKS) for each in health)
    assert stage.watcher.name
