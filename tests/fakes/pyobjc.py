"""Modules that look like pyobjc's on a Mac, as far as our calls go; strict where a mistake would crash or leak there.

Shapes of arguments and answers are those of pyobjc 13's metadata: an argument that comes back is passed as None and
returned in a tuple; a callback that is kept has to be made by ``objc.callbackFor``; a source's context has five parts.
"""

from __future__ import annotations

import threading
from collections.abc import Callable, Iterator
from contextlib import contextmanager
from dataclasses import dataclass, field
from types import ModuleType, SimpleNamespace
from typing import Any

MODE = "kCFRunLoopDefaultMode"
FINISHED, TIMED_OUT, HANDLED = 1, 3, 4
NAMES = ("AppKit", "CoreFoundation", "Foundation", "HIServices", "Quartz", "objc")


@dataclass(eq=False)
class RunLoop:
    """A thread's run loop: a wake-up makes it look, and only a source that was handled ends a run."""

    changed: threading.Condition = field(default_factory=threading.Condition)
    sources: list[Source] = field(default_factory=list)
    wakes: int = 0
    mode: str | None = None


@dataclass(eq=False)
class Source:
    perform: Callable[[], None]
    signalled: bool = False
    valid: bool = True


@dataclass(eq=False)
class Element:
    process: int
    attributes: dict[str, Any] = field(default_factory=dict)


@dataclass(eq=False)
class AxObserver:
    process: int
    source: Source
    asked: list[tuple[Element, str]] = field(default_factory=list)


class Center:
    """A notification center: whoever posts runs every block before going on."""

    def __init__(self, pools: Callable[[], None]) -> None:
        self._pools = pools
        self.blocks: dict[int, tuple[str, Callable[[object], None]]] = {}

    def addObserverForName_object_queue_usingBlock_(  # noqa: N802  Cocoa's name
        self, name: str, thing: None, queue: None, block: Callable[[object], None]
    ) -> int:
        self._pools()
        assert thing is None
        assert queue is None
        self.blocks[id(block)] = (name, block)
        return id(block)

    def removeObserver_(self, token: int) -> None:  # noqa: N802
        del self.blocks[token]

    def post(self, name: str) -> None:
        for wanted, block in list(self.blocks.values()):
            if wanted == name:
                assert block(SimpleNamespace(name=name)) is None, "a block of type void returns nothing"


class FakePyobjc:
    """The modules and the Mac behind them.

    Attributes:
        front: what ``frontmostApplication`` says: process, name and bundle.
        session: what ``CGSessionCopyCurrentDictionary`` says.
        observers: all that were made and are still referred to by the test's Mac; in life, by a Mach port each.
    """

    def __init__(self) -> None:
        self._open = threading.local()
        self._loops: dict[int, RunLoop] = {}
        self.main = self.loop()
        self.front: tuple[int, str | None, str | None] | None = (7, "Editor", "org.example.editor")
        self.session: dict[str, object] | None = {"kCGSSessionOnConsoleKey": True}
        self.seconds = 3.5
        self.trusted = True
        self.prompts: list[object] = []
        self.limits: list[tuple[int, float]] = []
        self.elements: dict[int, Element] = {}
        self.error = 0
        self.focused: Element | None = None
        self.observers: list[AxObserver] = []
        self.workspace, self.distributed = Center(self._in_pool), Center(self._in_pool)

    def modules(self) -> dict[str, ModuleType]:
        """Return the modules by name."""
        contents = (self._appkit, self._core_foundation, self._foundation, self._hiservices, self._quartz, self._objc)
        made: dict[str, ModuleType] = {}
        for name, content in zip(NAMES, contents, strict=True):
            made[name] = ModuleType(name)
            vars(made[name]).update(content())
        return made

    def loop(self) -> RunLoop:
        """Return this thread's run loop."""
        return self._loops.setdefault(threading.get_ident(), RunLoop())

    def change(self, observer: AxObserver) -> None:
        """Let an event reach an observer, from the outside."""
        observer.source.signalled = True
        for loop in self._loops.values():
            if observer.source in loop.sources:
                with loop.changed:
                    loop.wakes += 1
                    loop.changed.notify_all()

    def _in_pool(self) -> None:
        assert getattr(self._open, "pools", 0), "what this call leaves would stay until the thread ends"

    @contextmanager
    def _pool(self) -> Iterator[None]:
        self._open.pools = getattr(self._open, "pools", 0) + 1
        try:
            yield
        finally:
            self._open.pools -= 1

    def _objc(self) -> dict[str, Any]:
        def callback_for(function: object) -> Callable[[Any], Any]:
            assert function is not None

            def made(callback: Any) -> Any:  # noqa: ANN401
                callback.pyobjc_closure = object()
                return callback

            return made

        return {"autorelease_pool": self._pool, "callbackFor": callback_for}

    def _appkit(self) -> dict[str, Any]:
        def application(told: tuple[int, str | None, str | None] | None) -> object:
            self._in_pool()
            if told is None:
                return None
            process, name, bundle = told
            return SimpleNamespace(
                processIdentifier=lambda: process, localizedName=lambda: name, bundleIdentifier=lambda: bundle
            )

        def shared() -> object:
            self._in_pool()
            return SimpleNamespace(
                frontmostApplication=lambda: application(self.front), notificationCenter=lambda: self.workspace
            )

        def running(process: int) -> object:
            return application(self.front if self.front is not None and self.front[0] == process else None)

        constants = {
            f"NSWorkspace{name}Notification": f"NSWorkspace{name}Notification"
            for name in (
                "DidActivateApplication", "SessionDidResignActive", "SessionDidBecomeActive", "WillSleep", "DidWake",
                "ScreensDidSleep", "ScreensDidWake", "WillPowerOff",
            )
        }  # fmt: skip
        return {
            "NSWorkspace": SimpleNamespace(sharedWorkspace=shared),
            "NSRunningApplication": SimpleNamespace(runningApplicationWithProcessIdentifier_=running),
            **constants,
        }

    def _foundation(self) -> dict[str, Any]:
        return {"NSDistributedNotificationCenter": SimpleNamespace(defaultCenter=lambda: self.distributed)}

    def _quartz(self) -> dict[str, Any]:
        def since(state: int, kind: int) -> float:
            assert state == 1
            assert kind == 2**32 - 1, "an unsigned number of 32 bits"
            return self.seconds

        return {
            "CGSessionCopyCurrentDictionary": lambda: None if self.session is None else dict(self.session),
            "kCGSessionOnConsoleKey": "kCGSSessionOnConsoleKey",
            "CGEventSourceSecondsSinceLastEventType": since,
        }

    def _core_foundation(self) -> dict[str, Any]:
        def create(allocator: None, order: int, context: tuple[Any, ...]) -> Source:
            assert (allocator, order) == (None, 0)
            version, schedule, cancel, perform, info = context
            assert version == 0
            assert callable(schedule)
            assert callable(cancel)
            return Source(lambda: perform(info))

        def add(loop: RunLoop, source: Source, mode: str) -> None:
            assert mode == MODE
            loop.sources.append(source)

        def remove(loop: RunLoop, source: Source, mode: str) -> None:
            assert mode == MODE
            loop.sources.remove(source)

        def invalidate(source: Source) -> None:
            source.valid = False
            for loop in self._loops.values():
                if source in loop.sources:
                    loop.sources.remove(source)

        def signal(source: Source) -> None:
            source.signalled = True

        return {
            "CFRunLoopGetCurrent": self.loop,
            "CFRunLoopGetMain": lambda: self.main,
            "CFRunLoopCopyCurrentMode": lambda loop: loop.mode,
            "CFRunLoopSourceCreate": create,
            "CFRunLoopAddSource": add,
            "CFRunLoopRemoveSource": remove,
            "CFRunLoopSourceInvalidate": invalidate,
            "CFRunLoopSourceSignal": signal,
            "CFRunLoopWakeUp": _wake,
            "CFRunLoopRunInMode": self._run,
            "kCFRunLoopDefaultMode": MODE,
            "kCFRunLoopRunFinished": FINISHED,
            "CFEqual": lambda one, other: one is other,
            "CFGetTypeID": lambda thing: 1 if isinstance(thing, Element) else 2,
        }

    def _run(self, mode: str, seconds: float, after_one: bool) -> int:
        self._in_pool()
        assert mode == MODE
        assert after_one
        loop = self.loop()
        if not loop.sources:
            return FINISHED
        before, loop.mode = loop.mode, mode
        try:
            with loop.changed:
                done = loop.changed.wait_for(lambda: any(each.signalled for each in loop.sources), seconds)
                source = next((each for each in loop.sources if each.signalled), None)
            if not done or source is None:
                return TIMED_OUT
            source.signalled = False
            source.perform()
            return HANDLED
        finally:
            loop.mode = before

    def _hiservices(self) -> dict[str, Any]:
        system = Element(0)

        def copy(element: Element, attribute: str, out: None) -> tuple[int, Any]:
            assert out is None
            if self.error:
                return self.error, None
            if element is system:
                return (0, self.focused) if self.focused is not None else (-25212, None)
            told = element.attributes.get(attribute)
            return (0, told) if told is not None else (-25212, None)

        def create(process: int, callback: Any, out: None) -> tuple[int, AxObserver | None]:  # noqa: ANN401
            assert out is None
            assert hasattr(callback, "pyobjc_closure"), "a callback that is kept has to be made by callbackFor"
            if self.error:
                return self.error, None
            made = AxObserver(process, Source(lambda: callback(made, None, "AXTitleChanged", None)))
            self.observers.append(made)
            return 0, made

        def add(observer: AxObserver, element: Element, notification: str, context: None) -> int:
            assert context is None
            observer.asked.append((element, notification))
            return self.error

        def remove(observer: AxObserver, element: Element, notification: str) -> int:
            observer.asked.remove((element, notification))
            return self.error

        def ask(options: dict[str, object]) -> bool:
            self.prompts.append(options["AXTrustedCheckOptionPrompt"])
            return self.trusted

        return {
            "AXUIElementCreateSystemWide": lambda: system,
            "AXUIElementCreateApplication": lambda process: self.elements.setdefault(process, Element(process)),
            "AXUIElementCopyAttributeValue": copy,
            "AXUIElementGetPid": lambda element, _out: (0, element.process),
            "AXUIElementGetTypeID": lambda: 1,
            "AXUIElementSetMessagingTimeout": lambda element, seconds: self.limits.append((element.process, seconds)),
            "AXIsProcessTrusted": lambda: self.trusted,
            "AXIsProcessTrustedWithOptions": ask,
            "AXObserverCreate": create,
            "AXObserverAddNotification": add,
            "AXObserverRemoveNotification": remove,
            "AXObserverGetRunLoopSource": lambda observer: observer.source,
            "kAXTrustedCheckOptionPrompt": "AXTrustedCheckOptionPrompt",
            "kAXFocusedApplicationAttribute": "AXFocusedApplication",
        }


def _wake(loop: RunLoop) -> None:
    with loop.changed:
        loop.wakes += 1
        loop.changed.notify_all()
