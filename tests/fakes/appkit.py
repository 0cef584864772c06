"""A Mac with applications and windows, as AppKit and the Accessibility API show it to another process.

It fails as the real ones are known to: a program that has just started cannot be observed yet, one that hangs costs the
whole limit, one that died is an invalid element, a permission is lost in the middle while the system still says it is
there, and without a main run loop AppKit keeps its first answer. Whoever misuses an observer fails the test.
"""

from __future__ import annotations

import itertools
from collections.abc import Callable
from dataclasses import dataclass, field
from typing import cast

from tests.fakes.cocoa import FakeLoop, Ticker
from wisestep_desktop.adapters.capture.appkit_seams import (
    FOCUSED_WINDOW,
    FOCUSED_WINDOW_CHANGED,
    MAIN_WINDOW_CHANGED,
    TITLE,
    TITLE_CHANGED,
    Application,
    AxError,
    Element,
    Observer,
)

OURS = 4_242
DEFAULT_LIMIT = 6.0
"""Seconds the system lets a program take to answer unless it is told otherwise."""

_numbers = itertools.count(500)


@dataclass(eq=False)
class MacWindow:
    """A window of an application."""

    title: str
    document: str = ""
    closed: bool = False


@dataclass(eq=False)
class MacApp:
    """A running application.

    Attributes:
        focused: the window with the keyboard.
        main: the main window where none is focused.
        hangs: whether it answers nobody.
        starting: how often it still refuses to be observed.
        died: whether its process has ended, while AppKit may still name it.
        tells_titles: whether it tells that a title changed.
        broken: whether it answers every question with a failure.
    """

    name: str
    bundle: str = ""
    focused: MacWindow | None = None
    main: MacWindow | None = None
    hangs: bool = False
    starting: int = 0
    died: bool = False
    tells_titles: bool = True
    broken: bool = False
    process: int = field(default_factory=lambda: next(_numbers))

    @property
    def told(self) -> Application:
        return Application(self.process, self.name, self.bundle)


@dataclass(eq=False)
class _AppElement:
    app: MacApp


@dataclass(eq=False)
class _Observer:
    app: MacApp
    heard: Callable[[], None]
    asked: set[tuple[int, str]] = field(default_factory=set)
    attached: bool = False
    released: bool = False


class FakeMac:
    """Keeps the promises of ``appkit_seams.Workspace`` and of ``appkit_seams.Accessibility``.

    Args:
        clock: moved by what a program that hangs costs; None for a clock that moves by itself.

    Attributes:
        permitted: whether the permission is there.
        says: what ``AXIsProcessTrusted`` says of it.
        live: whether the main run loop runs.
        loop: where events go that wait for the capture thread; None to tell them at once.
        asked: how often the person was asked for the permission.
        questions: how often another process was asked for anything.
        most: how many observers were alive at once, at most.
        made: how many observers were ever made.
    """

    def __init__(self, clock: Ticker | None = None) -> None:
        self.permitted = self.says = True
        self.live = True
        self.session = True
        self.loop: FakeLoop | None = None
        self.asked = self.questions = self.trust_asked = 0
        self.most = self.made = 0
        self.closed = 0
        self.ports: set[_Observer] = set()
        self._clock = clock
        self._limit = DEFAULT_LIMIT
        self._apps: dict[int, MacApp] = {}
        self._front: MacApp | None = None
        self._frozen: tuple[Application | None] | None = None
        self._activated: Callable[[], None] | None = None

    # What a person and their programs do.

    def open(self, app: MacApp) -> MacApp:
        """Start a program, behind."""
        self._apps[app.process] = app
        return app

    def activate(self, app: MacApp | None) -> None:
        """Bring an application to the front: AppKit tells it first; its window follows with an event of its own."""
        if app is not None:
            self.open(app)
        self._front = app
        if self.live:
            self._tell(self._activated)
        if app is not None and app.focused is not None:
            self.emit(app, app, FOCUSED_WINDOW_CHANGED)

    def focus(self, app: MacApp, window: MacWindow | None) -> None:
        """Give the keyboard to another window of the same application."""
        app.focused = window
        self.emit(app, app, FOCUSED_WINDOW_CHANGED)
        self.emit(app, app, MAIN_WINDOW_CHANGED)

    def retitle(self, app: MacApp, window: MacWindow, title: str) -> None:
        """Change a title."""
        window.title = title
        if app.tells_titles:
            self.emit(app, window, TITLE_CHANGED)

    def shut(self, app: MacApp, window: MacWindow) -> None:
        """Close a window: its last change of title is told when it is gone already."""
        window.closed = True
        self.emit(app, window, TITLE_CHANGED)

    def die(self, app: MacApp) -> None:
        """End a program; AppKit names it until somebody else is in front."""
        app.died = True

    def emit(self, app: MacApp, thing: object, notification: str) -> None:
        """Let an event go to whoever asked for it and runs a loop with its source."""
        for port in list(self.ports):
            if port.app is app and port.attached and (id(thing), notification) in port.asked and not app.hangs:
                self._tell(port.heard)

    def _tell(self, heard: Callable[[], None] | None) -> None:
        if heard is None:
            return
        if self.loop is None:
            heard()
        else:
            self.loop.post(heard)

    # What the workspace answers.

    def has_session(self) -> bool:
        return self.session

    def is_live(self) -> bool:
        return self.live

    def frontmost(self) -> Application | None:
        told = self._front.told if self._front is not None else None
        if self.live:
            self._frozen = None
            return told
        self._frozen = self._frozen or (told,)
        return self._frozen[0]

    def application(self, process: int) -> Application | None:
        app = self._apps.get(process)
        return app.told if app is not None and not app.died else None

    def own_process(self) -> int:
        return OURS

    def listen(self, heard: Callable[[], None]) -> None:
        assert self._activated is None, "listening twice"
        self._activated = heard

    def close(self) -> None:
        self.closed += 1
        self._activated = None

    # What the Accessibility API answers.

    def trusted(self) -> bool:
        self.trust_asked += 1
        return self.says

    def ask(self) -> bool:
        self.asked += 1
        return self.says

    def limit(self, seconds: float) -> None:
        self._limit = seconds

    def focused(self) -> int:
        self.questions += 1
        if not self.permitted or self._front is None or self._front.died:
            return 0
        return self._front.process

    def element(self, process: int) -> Element:
        assert process != OURS, "our own process must not be asked: it would answer on this thread"
        return Element(_AppElement(self._apps[process]))

    def window(self, element: Element, attribute: str) -> tuple[AxError, Element | None]:
        app = cast("_AppElement", element).app
        error = self._trouble(app)
        if error is not AxError.SUCCESS:
            return error, None
        found = app.focused if attribute == FOCUSED_WINDOW else app.main or app.focused
        if found is None:
            return AxError.NO_VALUE, None
        return AxError.SUCCESS, Element(found)

    def text(self, element: Element, attribute: str) -> tuple[AxError, str]:
        window = cast("MacWindow", element)
        app = self._owner(window)
        error = self._trouble(app)
        if error is not AxError.SUCCESS:
            return error, ""
        if window.closed:
            return AxError.INVALID_UI_ELEMENT, ""
        if attribute == TITLE:
            return AxError.SUCCESS, window.title
        return (AxError.SUCCESS, window.document) if window.document else (AxError.ATTRIBUTE_UNSUPPORTED, "")

    def same(self, one: Element, other: Element) -> bool:
        return one is other

    def create(self, process: int, heard: Callable[[], None]) -> tuple[AxError, Observer | None]:
        app = self._apps[process]
        if app.died:
            return AxError.CANNOT_COMPLETE, None
        if app.starting > 1:
            app.starting -= 1
            return AxError.FAILURE, None
        made = _Observer(app, heard)
        self.ports.add(made)
        self.made += 1
        self.most = max(self.most, len(self.ports))
        return AxError.SUCCESS, Observer(made)

    def add(self, observer: Observer, element: Element, notification: str) -> AxError:
        port = self._port(observer)
        thing = element.app if isinstance(element, _AppElement) else element
        error = self._trouble(port.app)
        if error is not AxError.SUCCESS:
            return error
        if port.app.starting:
            port.app.starting -= 1
            return AxError.CANNOT_COMPLETE
        if notification == TITLE_CHANGED and not port.app.tells_titles:
            return AxError.NOTIFICATION_UNSUPPORTED
        assert (id(thing), notification) not in port.asked, "asked twice for the same change"
        port.asked.add((id(thing), notification))
        return AxError.SUCCESS

    def remove(self, observer: Observer, element: Element, notification: str) -> AxError:
        port = self._port(observer)
        thing = element.app if isinstance(element, _AppElement) else element
        error = self._trouble(port.app)
        if error is not AxError.SUCCESS:
            return error
        if (id(thing), notification) not in port.asked:
            return AxError.NOTIFICATION_NOT_REGISTERED
        port.asked.discard((id(thing), notification))
        gone = isinstance(thing, MacWindow) and thing.closed
        return AxError.INVALID_UI_ELEMENT if gone else AxError.SUCCESS

    def attach(self, observer: Observer) -> None:
        port = self._port(observer)
        assert not port.attached, "a source put in twice"
        port.attached = True

    def detach(self, observer: Observer) -> None:
        port = self._port(observer)
        assert port.attached, "a source taken out that was not in"
        port.attached = False

    def release(self, observer: Observer) -> None:
        port = self._port(observer)
        assert not port.attached, "released while its source is in a run loop: it would stay there"
        port.released = True
        self.ports.discard(port)

    def _port(self, observer: Observer) -> _Observer:
        port = cast("_Observer", observer)
        assert not port.released, "an observer used after its release"
        return port

    def _owner(self, window: MacWindow) -> MacApp:
        return next(app for app in self._apps.values() if window in {app.focused, app.main})

    def _trouble(self, app: MacApp) -> AxError:
        self.questions += 1
        if not self.permitted:
            return AxError.API_DISABLED
        if app.died:
            return AxError.INVALID_UI_ELEMENT
        if app.hangs:
            if self._clock is not None:
                self._clock.pass_by(round(self._limit * 1_000))
            return AxError.CANNOT_COMPLETE
        return AxError.FAILURE if app.broken else AxError.SUCCESS
