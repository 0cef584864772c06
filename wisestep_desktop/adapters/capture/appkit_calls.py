"""The calls of AppKit and of the Accessibility API, by pyobjc. Decides nothing. macOS only.

Shapes of the calls: pyobjc 13's metadata, where an argument that comes back is passed as None and returned in a tuple.
"""

from __future__ import annotations

import sys

if sys.platform != "darwin":
    raise ImportError("AppKit exists on macOS only")

import os
import threading
from collections.abc import Callable
from typing import Any, cast

import AppKit
import CoreFoundation as CF  # noqa: N817  as Apple abbreviates it
import HIServices
import objc
import Quartz

from wisestep_desktop.adapters.capture.appkit_seams import Application, AxError, Element, Observer
from wisestep_desktop.adapters.links.cocoa import Ears, ThreadLoop, is_main_loop_running, pool


class RealWorkspace:
    """Keeps the promises of ``appkit_seams.Workspace``."""

    def __init__(self) -> None:
        self._ears = Ears()
        self._loop: ThreadLoop | None = None

    def has_session(self) -> bool:
        """Ask the window server for this process's session."""
        with pool():
            return Quartz.CGSessionCopyCurrentDictionary() is not None

    def is_live(self) -> bool:
        """Ask the main run loop."""
        return is_main_loop_running()

    def frontmost(self) -> Application | None:
        """Ask the workspace."""
        with pool():
            return _application(AppKit.NSWorkspace.sharedWorkspace().frontmostApplication())

    def application(self, process: int) -> Application | None:
        """Look an application up; its name and bundle never change, so they need no main run loop."""
        with pool():
            return _application(AppKit.NSRunningApplication.runningApplicationWithProcessIdentifier_(process))

    def own_process(self) -> int:
        """Return our number."""
        return os.getpid()

    def listen(self, heard: Callable[[], None]) -> None:
        """Hear activations, which come on the main thread, and ring the loop of this one."""
        loop = self._loop = ThreadLoop()

        def activated() -> None:
            heard()
            loop.ring()

        self._ears.workspace("NSWorkspaceDidActivateApplicationNotification", activated)

    def close(self) -> None:
        """Let go of notification and loop."""
        self._ears.close()
        if self._loop is not None:
            self._loop.close()


def _application(told: Any) -> Application | None:  # noqa: ANN401  an NSRunningApplication
    if told is None:
        return None
    process = int(told.processIdentifier())
    return Application(process, str(told.localizedName() or ""), str(told.bundleIdentifier() or ""))


class _Observing:
    """An observer with its source and, once attached, the run loop that the source is in."""

    def __init__(self, reference: Any) -> None:  # noqa: ANN401  an AXObserverRef
        self.reference: Any = reference
        self.loop: Any = None


class RealAccessibility:
    """Keeps the promises of ``appkit_seams.Accessibility``. There is one for the whole program.

    The C function that observers call is made once: pyobjc keeps it as long as this object. All observers share it,
    because there is one of them at a time.
    """

    def __init__(self) -> None:
        self._heard: Callable[[], None] | None = None
        self._system: Any = HIServices.AXUIElementCreateSystemWide()

        @objc.callbackFor(HIServices.AXObserverCreate)  # type: ignore[untyped-decorator,unused-ignore]
        def changed(_observer: object, _element: object, _notification: object, _context: object) -> None:
            if self._heard is not None:
                self._heard()

        self._changed: Any = changed

    def trusted(self) -> bool:
        """Ask without asking the person."""
        return bool(HIServices.AXIsProcessTrusted())

    def ask(self) -> bool:
        """Ask the person, once: the system shows its own page and remembers that it did."""
        with pool():
            return bool(HIServices.AXIsProcessTrustedWithOptions({HIServices.kAXTrustedCheckOptionPrompt: True}))

    def limit(self, seconds: float) -> None:
        """Set the limit on the system-wide element, which makes it hold for every question of this process."""
        HIServices.AXUIElementSetMessagingTimeout(self._system, seconds)

    def focused(self) -> int:
        """Ask the system-wide element."""
        with pool():
            error, element = HIServices.AXUIElementCopyAttributeValue(
                self._system, HIServices.kAXFocusedApplicationAttribute, None
            )
            if error or element is None:
                return 0
            error, process = HIServices.AXUIElementGetPid(element, None)
            return 0 if error else int(process)

    def element(self, process: int) -> Element:
        """Make the reference."""
        return cast("Element", HIServices.AXUIElementCreateApplication(process))

    def window(self, element: Element, attribute: str) -> tuple[AxError, Element | None]:
        """Ask for an element."""
        with pool():
            error, told = HIServices.AXUIElementCopyAttributeValue(element, attribute, None)
            if error:
                return _error(error), None
            found = told is not None and CF.CFGetTypeID(told) == HIServices.AXUIElementGetTypeID()
            return AxError.SUCCESS, cast("Element", told) if found else None

    def text(self, element: Element, attribute: str) -> tuple[AxError, str]:
        """Ask for a text, and copy it: a bridged one would keep the Cocoa object alive."""
        with pool():
            error, told = HIServices.AXUIElementCopyAttributeValue(element, attribute, None)
            return _error(error), str(told) if isinstance(told, str) else ""

    def same(self, one: Element, other: Element) -> bool:
        """Compare as Core Foundation does."""
        return bool(CF.CFEqual(one, other))

    def create(self, process: int, heard: Callable[[], None]) -> tuple[AxError, Observer | None]:
        """Make an observer that calls the one C function."""
        self._heard = heard
        with pool():
            error, reference = HIServices.AXObserverCreate(process, self._changed, None)
        if error or reference is None:
            return _error(error), None
        return AxError.SUCCESS, Observer(_Observing(reference))

    def add(self, observer: Observer, element: Element, notification: str) -> AxError:
        """Pass it on."""
        told = HIServices.AXObserverAddNotification(_made(observer).reference, element, notification, None)
        return _error(told)

    def remove(self, observer: Observer, element: Element, notification: str) -> AxError:
        """Pass it on."""
        return _error(HIServices.AXObserverRemoveNotification(_made(observer).reference, element, notification))

    def attach(self, observer: Observer) -> None:
        """Put the source in, and remember where."""
        made = _made(observer)
        with pool():
            made.loop = CF.CFRunLoopGetCurrent()
            source = HIServices.AXObserverGetRunLoopSource(made.reference)
            CF.CFRunLoopAddSource(made.loop, source, CF.kCFRunLoopDefaultMode)

    def detach(self, observer: Observer) -> None:
        """Take the source out of where it was put."""
        made = _made(observer)
        if made.loop is not None:
            with pool():
                source = HIServices.AXObserverGetRunLoopSource(made.reference)
                CF.CFRunLoopRemoveSource(made.loop, source, CF.kCFRunLoopDefaultMode)
            made.loop = None

    def release(self, observer: Observer) -> None:
        """Drop the only reference, whoever else holds ours."""
        _made(observer).reference = None


_making = threading.Lock()
_only: list[RealAccessibility] = []


def accessibility() -> RealAccessibility:
    """Return the one there is."""
    with _making:
        if not _only:
            _only.append(RealAccessibility())
        return _only[0]


def _made(observer: Observer) -> _Observing:
    return cast("_Observing", observer)


def _error(number: int) -> AxError:
    try:
        return AxError(number)
    except ValueError:
        return AxError.FAILURE
