"""Every source of the window in front keeps the promises of ``ports.windows``: the real ones and the stand-ins."""

from __future__ import annotations

import contextlib
import itertools
import select
import time
from collections.abc import Callable, Iterator
from typing import Protocol

import pytest

from tests.desktop import XServer, openbox, private_bus, real_window, show_desktop, x_server
from tests.fakes.appkit import FakeMac, MacApp, MacWindow
from tests.fakes.cocoa import FastClock
from tests.fakes.gnome import CALLS, FOCUSED, OURS, FakeShell, Shown
from tests.fakes.kwin import FakeKWin, KWindow
from tests.fakes.sink import PATIENCE
from tests.fakes.windows import FakeWindows
from tests.wayland import Sway, WaylandWindow, sway
from wisestep_desktop.adapters.capture.appkit import POLL, AppKitWindows
from wisestep_desktop.adapters.capture.desktop_names import DesktopNames
from wisestep_desktop.adapters.capture.gnome import GnomeWindows
from wisestep_desktop.adapters.capture.kwin import KWinWindows
from wisestep_desktop.adapters.capture.wlroots import WlrootsWindows
from wisestep_desktop.adapters.capture.x11 import X11Windows
from wisestep_desktop.core.observation import NOTHING, Window
from wisestep_desktop.ports.capture import Health, SignalName
from wisestep_desktop.ports.windows import SourceLostError, Windows

HOSTILE = "\x1b[31m<b>Smith & Co</b>\u202e %s {0}\n\t" + "§" * 900
_NO_NAMES = DesktopNames(())
_FASTER = 50
"""How many times faster than ours the clock of a source runs that is asked once a second."""


class Stage(Protocol):
    """A desktop on which a test moves windows, whatever tells them. "Editor" is in front at first, titled "first".

    Attributes:
        pause: seconds after which the source wants to be asked though nothing is readable; None for never.
    """

    source: Windows
    pause: float | None

    def retitle(self, title: str) -> None: ...
    def other(self, title: str, application: str | None) -> None: ...
    def nothing_in_front(self) -> None: ...
    def back(self) -> None: ...
    def end(self) -> None: ...


class FakeStage:
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


class SwayStage:
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


class X11Stage:
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


class KWinStage:
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


class GnomeStage:
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


class AppKitStage:
    pause = POLL / 1_000 / _FASTER

    def __init__(self, _stack: contextlib.ExitStack) -> None:
        self.mac = FakeMac()
        self.window = MacWindow("first")
        self.editor = MacApp("Editor", "org.example.editor", focused=self.window)
        self.mac.activate(self.editor)
        self.source: Windows = AppKitWindows(self.mac, self.mac, clock=FastClock(_FASTER))

    def retitle(self, title: str) -> None:
        self.mac.retitle(self.editor, self.window, title)

    def other(self, title: str, application: str | None) -> None:
        self.mac.activate(MacApp(application or "", focused=MacWindow(title)))

    def nothing_in_front(self) -> None:
        self.mac.activate(None)

    def back(self) -> None:
        self.mac.activate(self.editor)

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


def hear(stage: Stage, wanted: Callable[[tuple[Window, ...]], bool]) -> tuple[Window, ...]:
    """Wait for news as the capture thread does, until it is as wanted."""
    heard: tuple[Window, ...] = stage.source.news()
    deadline = time.monotonic() + PATIENCE
    while not wanted(heard):
        left = deadline - time.monotonic()
        assert left > 0, f"heard only {[(each.application, each.title[:80]) for each in heard]}"
        number = stage.source.fileno()
        select.select([number] if number >= 0 else [], [], [], left if stage.pause is None else stage.pause)
        heard += stage.source.news()
    return heard


def titled(title: str) -> Callable[[tuple[Window, ...]], bool]:
    return lambda heard: bool(heard) and heard[-1].title == title


def test_the_first_news_is_the_window_in_front(stage: Stage) -> None:
    assert stage.source.news() == (Window("Editor", "first"),)


def test_what_happened_before_the_first_news_is_not_told(stage: Stage) -> None:
    stage.other("passing", "Viewer")
    stage.back()
    assert hear(stage, titled("first"))[-1] == Window("Editor", "first")


def test_a_title_is_told_once(stage: Stage) -> None:
    stage.source.news()
    stage.retitle("second")
    assert hear(stage, titled("second")) == (Window("Editor", "second"),)
    stage.retitle("second")
    stage.retitle("third")
    assert hear(stage, titled("third")) == (Window("Editor", "third"),)


def test_another_window_the_bare_desktop_and_back(stage: Stage) -> None:
    stage.source.news()
    stage.other("other", "Viewer")
    assert hear(stage, titled("other"))[-1] == Window("Viewer", "other")
    stage.nothing_in_front()
    assert hear(stage, titled("")) == (NOTHING,)
    stage.back()
    assert hear(stage, titled("first")) == (Window("Editor", "first"),)


def test_a_title_that_changes_behind_is_not_told(stage: Stage) -> None:
    stage.source.news()
    stage.nothing_in_front()
    hear(stage, titled(""))
    stage.back()
    stage.retitle("now")
    heard = hear(stage, titled("now"))
    assert [each.title for each in heard] in (["now"], ["first", "now"])


def test_a_hostile_title_comes_as_it_is(stage: Stage) -> None:
    stage.source.news()
    stage.retitle(HOSTILE)
    assert hear(stage, titled(HOSTILE)) == (Window("Editor", HOSTILE),)


def test_a_window_that_does_not_say_its_application(stage: Stage) -> None:
    stage.source.news()
    stage.other("nameless", None)
    assert hear(stage, titled("nameless"))[-1] == Window("", "nameless")


def test_a_window_that_renames_itself_all_the_time(stage: Stage) -> None:
    stage.source.news()
    for number in range(100):
        stage.retitle(f"{number} %")
    heard = hear(stage, titled("99 %"))
    assert len(heard) <= 100
    assert all(one != other for one, other in itertools.pairwise(heard)), "a window was told twice in a row"


def test_the_end_of_the_desktop_is_told_for_good(stage: Stage) -> None:
    stage.source.news()
    stage.end()
    with pytest.raises(SourceLostError, match=r"^capture\.display_lost$"):
        hear(stage, lambda _: False)
    with pytest.raises(SourceLostError):
        stage.source.news()
    assert {each.health for each in stage.source.health()} == {Health.OFF}


def test_closing_is_final_and_may_be_repeated(stage: Stage) -> None:
    stage.source.close()
    stage.source.close()
    assert stage.source.name
    assert stage.source.poll >= 0


def test_health_names_titles_and_documents_and_says_why_one_is_not_well(stage: Stage) -> None:
    health = stage.source.health()
    assert [each.signal for each in health] == [SignalName.TITLES, SignalName.DOCUMENTS]
    assert health[0].health is Health.WORKS
    assert all((each.reason is None) == (each.health is Health.WORKS) for each in health)
