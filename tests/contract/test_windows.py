"""Every source of the window in front keeps the promises of ``ports.windows``: the real ones and the stand-ins."""

from __future__ import annotations

import contextlib
import select
import time
from collections.abc import Callable, Iterator

import pytest

from tests.desktop import XServer, openbox, private_bus, real_window, show_desktop, x_server
from tests.fakes.appkit import FakeMac, MacApp, MacWindow
from tests.fakes.cocoa import FastClock
from tests.fakes.gnome import CALLS, FOCUSED, OURS, FakeShell, Shown
from tests.fakes.kwin import FakeKWin, KWindow
from tests.fakes.windows import FakeWindows
from tests.promises.windows import *  # noqa: F403  the tests of this module
from tests.promises.windows import Stage, hear, titled
from tests.wayland import Sway, WaylandWindow, sway
from wisestep_desktop.adapters.capture.appkit import POLL, AppKitWindows
from wisestep_desktop.adapters.capture.desktop_names import DesktopNames
from wisestep_desktop.adapters.capture.gnome import GnomeWindows
from wisestep_desktop.adapters.capture.kwin import KWinWindows
from wisestep_desktop.adapters.capture.wlroots import WlrootsWindows
from wisestep_desktop.adapters.capture.x11 import X11Windows
from wisestep_desktop.core.observation import NOTHING, Window
from wisestep_desktop.ports.capture import Health
from wisestep_desktop.ports.windows import SourceLostError, Windows

_NO_NAMES = DesktopNames(())
_FASTER = 50
"""How many times faster than ours the clock of a source runs that is asked once a second."""


class Waits:
    """Waits as the capture thread does on this system."""

    source: Windows
    editor, viewer = "Editor", "Viewer"

    def wait(self, seconds: float) -> None:
        number = self.source.fileno()
        select.select([number] if number >= 0 else [], [], [], seconds)


class FakeStage(Waits):
    pause = None

    def __init__(self, _stack: contextlib.ExitStack) -> None:
        self.fake = FakeWindows(Window("Editor", "first"))
        self.source: Windows = self.fake
        self.title = "first"

    def retitle(self, title: str) -> None:
        self.title = title
        self.fake.show(Window("Editor", title))

    def other(self, title: str, application: str | None) -> None:
        self.fake.show(Window(application or "", title))

    def nothing_in_front(self) -> None:
        self.fake.show(NOTHING)

    def back(self) -> None:
        self.fake.show(Window("Editor", self.title))

    def end(self) -> None:
        self.fake.lose()


class SwayStage(Waits):
    pause = None

    def __init__(self, stack: contextlib.ExitStack) -> None:
        self.stack = stack
        self.desk: Sway = stack.enter_context(sway())
        self.window = stack.enter_context(WaylandWindow(self.desk, "first"))
        self.source: Windows = WlrootsWindows(self.desk.display, _NO_NAMES)

    def retitle(self, title: str) -> None:
        self.window.retitle(title)

    def other(self, title: str, application: str | None) -> None:
        self.stack.enter_context(WaylandWindow(self.desk, title, application))

    def nothing_in_front(self) -> None:
        self.desk.bare_desktop()

    def back(self) -> None:
        self.desk.focus(self.window)

    def end(self) -> None:
        self.desk.kill()


class X11Stage(Waits):
    pause = None

    def __init__(self, stack: contextlib.ExitStack) -> None:
        self.stack = stack
        self.server: XServer = stack.enter_context(x_server())
        stack.enter_context(openbox(self.server.name))
        self.window = stack.enter_context(real_window(self.server.name, "first"))
        self.source: Windows = X11Windows(self.server.name)

    def retitle(self, title: str) -> None:
        self.window.retitle(title)

    def other(self, title: str, application: str | None) -> None:
        self.stack.enter_context(real_window(self.server.name, title, application))

    def nothing_in_front(self) -> None:
        show_desktop(self.server.name)

    def back(self) -> None:
        self.window.activate()

    def end(self) -> None:
        self.server.kill()


class KWinStage(Waits):
    pause = None
    plasma = 6

    def __init__(self, stack: contextlib.ExitStack) -> None:
        bus = stack.enter_context(private_bus())
        self.service = contextlib.ExitStack()
        first = KWindow(1, "first", "editor", "Editor")
        self.kwin = self.service.enter_context(FakeKWin.on(bus, plasma=self.plasma, front=first))
        stack.callback(self.service.close)
        self.source: Windows = KWinWindows(bus, _NO_NAMES)

    def retitle(self, title: str) -> None:
        self.kwin.retitle(1, title)

    def other(self, title: str, application: str | None) -> None:
        self.kwin.open(KWindow(2, title, application or ""))
        self.kwin.activate(2)

    def nothing_in_front(self) -> None:
        self.kwin.activate(None)

    def back(self) -> None:
        self.kwin.activate(1)

    def end(self) -> None:
        self.service.close()


class Plasma5Stage(KWinStage):
    plasma = 5


class GnomeStage(Waits):
    extension = OURS
    pause: float | None = None

    def __init__(self, stack: contextlib.ExitStack) -> None:
        bus = stack.enter_context(private_bus())
        self.service = contextlib.ExitStack()
        self.front = Shown("Editor", "first")
        self.shell = self.service.enter_context(FakeShell.on(bus, extensions=(self.extension,), front=self.front))
        stack.callback(self.service.close)
        made = GnomeWindows(bus, _NO_NAMES, clock=lambda: time.monotonic_ns() * _FASTER // 1_000_000)
        self.pause = made.poll / 1_000 / _FASTER if made.poll else None
        self.source: Windows = made

    def retitle(self, title: str) -> None:
        self.front = Shown("Editor", title)
        self.shell.show(self.front)

    def other(self, title: str, application: str | None) -> None:
        self.shell.show(Shown(application, title))

    def nothing_in_front(self) -> None:
        self.shell.show(None)

    def back(self) -> None:
        self.shell.show(self.front)

    def end(self) -> None:
        self.service.close()


class FocusedStage(GnomeStage):
    extension = FOCUSED


class CallsStage(GnomeStage):
    extension = CALLS


class AppKitStage(Waits):
    pause = POLL / 1_000 / _FASTER

    def __init__(self, _stack: contextlib.ExitStack) -> None:
        self.mac = FakeMac()
        self.window = MacWindow("first")
        self.first = MacApp("Editor", "org.example.editor", focused=self.window)
        self.mac.activate(self.first)
        self.source: Windows = AppKitWindows(self.mac, self.mac, clock=FastClock(_FASTER))

    def retitle(self, title: str) -> None:
        self.mac.retitle(self.first, self.window, title)

    def other(self, title: str, application: str | None) -> None:
        self.mac.activate(MacApp(application or "", focused=MacWindow(title)))

    def nothing_in_front(self) -> None:
        self.mac.activate(None)

    def back(self) -> None:
        self.mac.activate(self.first)

    def end(self) -> None:
        self.mac.activate(None)
        self.mac.session = False


STAGES: dict[str, Callable[[contextlib.ExitStack], Stage]] = {
    "fake": FakeStage,
    "sway": SwayStage,
    "x11": X11Stage,
    "kwin-6": KWinStage,
    "kwin-5": Plasma5Stage,
    "gnome": GnomeStage,
    "gnome-focused": FocusedStage,
    "gnome-calls": CallsStage,
    "appkit": AppKitStage,
}


@pytest.fixture(params=list(STAGES))
def stage(request: pytest.FixtureRequest, qapp: object) -> Iterator[Stage]:  # KWin's engine needs an application
    assert qapp
    with contextlib.ExitStack() as stack:
        made = STAGES[request.param](stack)
        stack.callback(made.source.close)
        made.source.start()
        yield made


def test_a_window_that_does_not_say_its_application(stage: Stage) -> None:
    stage.source.news()
    stage.other("nameless", None)
    assert hear(stage, titled("nameless"))[-1] == Window("", "nameless")


def test_the_end_of_the_desktop_is_told_for_good(stage: Stage) -> None:
    stage.source.news()
    stage.end()
    with pytest.raises(SourceLostError, match=r"^capture\.display_lost$"):
        hear(stage, lambda _: False)
    with pytest.raises(SourceLostError):
        stage.source.news()
    assert {each.health for each in stage.source.health()} == {Health.OFF}
