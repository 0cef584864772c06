"""The real calls, over modules that are as strict as pyobjc: arguments, tuples, pools, callbacks and sources."""

from __future__ import annotations

import contextlib
import importlib
import sys
import threading
from collections.abc import Iterator
from types import ModuleType
from typing import Any

import pytest

from tests.fakes.pyobjc import AxObserver, Element, FakePyobjc
from tests.fakes.sink import PATIENCE
from tests.fakes.systems import copy_on
from wisestep_desktop.adapters.capture.appkit import GAP, AppKitWindows
from wisestep_desktop.adapters.capture.appkit_seams import Application, AxError
from wisestep_desktop.adapters.capture.appkit_waiting import RunLoopWaiter
from wisestep_desktop.adapters.presence.quartz_seams import Said, SessionState
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.core.observation import Window

_PACKAGE = "wisestep_desktop.adapters."
_OURS = ("links.cocoa", "capture.appkit_calls", "presence.quartz_calls", "presence.coreaudio_calls")


class Mac:
    """A machine on which our real calls think that they are on macOS."""

    def __init__(self, fake: FakePyobjc, modules: dict[str, ModuleType]) -> None:
        self.fake = fake
        self.cocoa: Any = modules["links.cocoa"]
        self.calls: Any = modules["capture.appkit_calls"]
        self.quartz: Any = modules["presence.quartz_calls"]


@pytest.fixture
def mac(monkeypatch: pytest.MonkeyPatch) -> Iterator[Mac]:
    fake = FakePyobjc()
    for name, module in fake.modules().items():
        monkeypatch.setitem(sys.modules, name, module)
    for name in _OURS:
        monkeypatch.delitem(sys.modules, _PACKAGE + name, raising=False)
    with pytest.MonkeyPatch.context() as there:
        there.setattr(sys, "platform", "darwin")
        modules = {name: importlib.import_module(_PACKAGE + name) for name in _OURS}
    yield Mac(fake, modules)
    for name in _OURS:
        parent, _, leaf = (_PACKAGE + name).rpartition(".")
        del sys.modules[_PACKAGE + name]
        delattr(sys.modules[parent], leaf)


def test_elsewhere_they_cannot_be_imported() -> None:
    for name in _OURS:
        with pytest.raises(ImportError):
            copy_on("linux", name)


def test_the_workspace_names_who_is_in_front(mac: Mac) -> None:
    workspace = mac.calls.RealWorkspace()
    assert workspace.frontmost() == Application(7, "Editor", "org.example.editor")
    assert workspace.application(7) == Application(7, "Editor", "org.example.editor")
    assert workspace.application(8) is None
    mac.fake.front = (8, None, None)
    assert workspace.frontmost() == Application(8, "", "")
    mac.fake.front = None
    assert workspace.frontmost() is None
    assert workspace.has_session()
    mac.fake.session = None
    assert not workspace.has_session()


def test_whether_appkit_is_live_is_read_from_the_main_run_loop(mac: Mac) -> None:
    workspace = mac.calls.RealWorkspace()
    assert not workspace.is_live()
    mac.fake.main.mode = "kCFRunLoopDefaultMode"
    assert workspace.is_live()


def test_an_activation_is_heard_and_ends_the_wait_of_the_thread_that_listens(mac: Mac) -> None:
    workspace = mac.calls.RealWorkspace()
    heard = threading.Event()
    listening, done = threading.Event(), threading.Event()

    def capture() -> None:
        workspace.listen(heard.set)
        listening.set()
        mac.cocoa.ThreadLoop().run(PATIENCE)
        done.set()

    thread = threading.Thread(target=capture, daemon=True)
    thread.start()
    assert listening.wait(PATIENCE)
    mac.fake.workspace.post("NSWorkspaceDidActivateApplicationNotification")
    assert heard.is_set()
    assert done.wait(PATIENCE / 2), "the wait went on"
    thread.join(PATIENCE)
    workspace.close()
    workspace.close()
    assert not mac.fake.workspace.blocks


def test_a_wake_alone_does_not_end_a_run_and_a_ring_before_it_does(mac: Mac) -> None:
    loop = mac.cocoa.ThreadLoop()
    loop.ring()
    assert loop.run(PATIENCE)
    assert loop.run(0.0), "there is a source, so the loop is not empty"
    loop.close()
    loop.close()
    loop.ring()
    assert not mac.fake.loop().sources
    assert not loop.run(PATIENCE), "an empty loop returns at once"


def test_the_waiter_runs_the_loop_of_its_thread(mac: Mac) -> None:
    waiter = RunLoopWaiter(mac.cocoa.ThreadLoop)
    waiting = threading.Thread(target=waiter.wait, args=(round(PATIENCE * 2_000),), daemon=True)
    waiting.start()
    waiter.wake()
    waiting.join(PATIENCE)
    assert not waiting.is_alive()
    waiter.close()


def test_a_command_that_waits_by_its_main_run_loop_keeps_appkit_live(mac: Mac) -> None:
    workspace = mac.calls.RealWorkspace()
    seen: list[bool] = []
    waiter = RunLoopWaiter(mac.cocoa.ThreadLoop)
    workspace.listen(lambda: seen.append(workspace.is_live()))
    _, observer = mac.calls.accessibility().create(7, lambda: seen.append(workspace.is_live()))
    mac.calls.accessibility().attach(observer)
    mac.fake.change(_last(mac))
    waiter.wait(round(PATIENCE * 1_000))
    assert seen == [True]
    assert not workspace.is_live()
    waiter.close()
    workspace.close()


def test_an_observer_comes_to_this_threads_loop_and_goes_without_a_trace(mac: Mac) -> None:
    ax = mac.calls.accessibility()
    assert mac.calls.accessibility() is ax, "one C function for the whole program"
    heard: list[bool] = []
    error, observer = ax.create(7, lambda: heard.append(True))
    assert error is AxError.SUCCESS
    element = ax.element(7)
    assert ax.add(observer, element, "AXFocusedWindowChanged") is AxError.SUCCESS
    ax.attach(observer)
    (made,) = mac.fake.observers
    assert made.asked == [(element, "AXFocusedWindowChanged")]
    mac.fake.change(made)
    assert mac.cocoa.ThreadLoop().run(PATIENCE)
    assert heard == [True]
    assert ax.remove(observer, element, "AXFocusedWindowChanged") is AxError.SUCCESS
    ax.detach(observer)
    ax.detach(observer)
    assert made.source not in mac.fake.loop().sources
    ax.release(observer)
    assert observer.reference is None
    assert made.asked == []


def test_texts_windows_and_errors_are_told_apart(mac: Mac) -> None:
    ax = mac.calls.accessibility()
    window = Element(7, {"AXTitle": "Lease", "AXDocument": Element(7)})
    element = ax.element(7)
    element.attributes["AXFocusedWindow"] = window
    element.attributes["AXMainWindow"] = "no window"
    assert ax.window(element, "AXFocusedWindow") == (AxError.SUCCESS, window)
    assert ax.window(element, "AXMainWindow") == (AxError.SUCCESS, None)
    assert ax.text(window, "AXTitle") == (AxError.SUCCESS, "Lease")
    assert ax.text(window, "AXDocument") == (AxError.SUCCESS, "")
    assert ax.text(window, "AXNothing") == (AxError.NO_VALUE, "")
    for number, error in ((-25211, AxError.API_DISABLED), (-25204, AxError.CANNOT_COMPLETE), (-1, AxError.FAILURE)):
        mac.fake.error = number
        assert ax.text(window, "AXTitle") == (error, "")
        assert ax.window(element, "AXFocusedWindow") == (error, None)
        assert ax.create(7, lambda: None) == (error, None)
    assert ax.same(window, window)
    assert not ax.same(window, element)


def test_a_bridged_text_is_copied(mac: Mac) -> None:
    class Bridged(str):
        __slots__ = ()

    told = mac.calls.accessibility().text(Element(7, {"AXTitle": Bridged("Lease")}), "AXTitle")[1]
    assert type(told) is str


def test_the_limit_holds_for_all_and_the_focused_application_is_a_process(mac: Mac) -> None:
    ax = mac.calls.accessibility()
    ax.limit(0.25)
    assert mac.fake.limits == [(0, 0.25)], "on the system-wide element, whose process is none"
    assert ax.focused() == 0
    mac.fake.focused = Element(9)
    assert ax.focused() == 9
    mac.fake.error = -25204
    assert ax.focused() == 0


def test_the_person_is_asked_only_by_ask(mac: Mac) -> None:
    ax = mac.calls.accessibility()
    assert ax.trusted()
    assert mac.fake.prompts == []
    mac.fake.trusted = False
    assert not ax.ask()
    assert mac.fake.prompts == [True]


def test_a_window_is_watched_with_the_real_calls_and_nothing_is_left(mac: Mac) -> None:
    clock = iter(range(0, 10**9, GAP))
    element = mac.calls.accessibility().element(7)
    window = Element(7, {"AXTitle": "Lease", "AXDocument": "file:///a/lease.docx"})
    element.attributes["AXFocusedWindow"] = window
    mac.fake.main.mode = "kCFRunLoopDefaultMode"
    source = AppKitWindows(mac.calls.RealWorkspace(), mac.calls.accessibility(), clock=lambda: next(clock))
    with contextlib.closing(source):
        source.start()
        assert source.news() == (Window("Editor", "Lease", "/a/lease.docx"),)
        window.attributes["AXTitle"] = "Will"
        mac.fake.change(_last(mac))
        mac.cocoa.ThreadLoop().run(PATIENCE)
        assert [each.title for each in source.news()] == ["Will"]
    assert all(not each.asked for each in mac.fake.observers)
    assert not mac.fake.workspace.blocks


def test_on_a_mac_everything_finds_its_real_calls_by_itself(mac: Mac) -> None:
    mac.fake.main.mode = "kCFRunLoopDefaultMode"
    mac.calls.accessibility().element(7).attributes["AXFocusedWindow"] = Element(7, {"AXTitle": "Lease"})
    waiter = copy_on("darwin", "capture.appkit_waiting").RunLoopWaiter()
    windows = copy_on("darwin", "capture.appkit").AppKitWindows()
    presence = copy_on("darwin", "presence.quartz")
    inputs, power = presence.QuartzInputs(), presence.AppKitPower()
    windows.start()
    power.start(lambda _signal: None)
    waiter.wait(0)
    assert windows.news() == (Window("Editor", "Lease"),)
    assert inputs.idle() == 3_500
    assert power.drain() == ()
    for each in (waiter, windows, inputs, power):
        each.close()
    assert not mac.fake.loop().sources
    assert not mac.fake.workspace.blocks
    with pytest.raises(CaptureUnavailable, match=r"^capture\.microphone_unknown$"):
        presence.CoreAudioMicrophone()  # here there is no such library


def _last(mac: Mac) -> AxObserver:
    return mac.fake.observers[-1]


def test_the_session_and_its_idle_time(mac: Mac) -> None:
    session = mac.quartz.RealSession()
    assert session.idle() == 3.5
    assert session.state() == SessionState(locked=False, on_console=True)
    mac.fake.session = {"CGSSessionScreenIsLocked": 1, "kCGSSessionOnConsoleKey": 0}
    assert session.state() == SessionState(locked=True, on_console=False)
    mac.fake.session = {}
    assert session.state() == SessionState(locked=False, on_console=True)
    mac.fake.session = None
    assert session.state() is None
    assert session.idle() is None
    assert not session.is_live()


def test_each_thing_the_session_says_is_heard_from_where_it_is_posted(mac: Mac) -> None:
    session = mac.quartz.RealSession()
    heard: list[Said] = []
    session.ring()
    session.listen(heard.append)
    for what in Said:
        mac.fake.workspace.post(what)
        mac.fake.distributed.post(what)
    assert heard == list(Said)
    session.ring()
    assert mac.cocoa.ThreadLoop().run(PATIENCE)
    session.close()
    session.close()
    assert not mac.fake.workspace.blocks
    assert not mac.fake.distributed.blocks
