"""Run loops and notifications of macOS, as pyobjc calls them. Knows nobody who listens. macOS only.

Sources: Apple's reference of CFRunLoop, NSNotificationCenter and NSDistributedNotificationCenter; pyobjc 13's metadata.
"""

from __future__ import annotations

import sys

if sys.platform != "darwin":
    raise ImportError("run loops exist on macOS only")

from collections.abc import Callable
from contextlib import AbstractContextManager
from typing import Any

import AppKit
import CoreFoundation as CF  # noqa: N817  as Apple abbreviates it
import Foundation
import objc


def pool() -> AbstractContextManager[object]:
    """Return what gives back everything that calls leave to be released later.

    A thread of ours has no such pool: without it, what is left would stay until the thread ends.
    """
    made: AbstractContextManager[object] = objc.autorelease_pool()
    return made


def is_main_loop_running() -> bool:
    """Tell whether the main thread runs its run loop; without it AppKit hears nothing and its values stand still."""
    with pool():
        return CF.CFRunLoopCopyCurrentMode(CF.CFRunLoopGetMain()) is not None


def _nothing(*_told: object) -> None:
    """Do nothing: that a source was handled is all that matters."""


class ThreadLoop:
    """Keeps the promises of ``cocoa_seams.Loop``.

    ``CFRunLoopWakeUp`` alone does not end ``CFRunLoopRunInMode``, and ``CFRunLoopStop`` is lost between two runs. A
    source of ours, once signalled, stays so until it is handled, and handling it ends the run.
    """

    def __init__(self) -> None:
        with pool():
            self._loop: Any = CF.CFRunLoopGetCurrent()
            self._source: Any = CF.CFRunLoopSourceCreate(None, 0, (0, _nothing, _nothing, _nothing, None))
            CF.CFRunLoopAddSource(self._loop, self._source, CF.kCFRunLoopDefaultMode)

    def run(self, seconds: float) -> bool:
        """Handle one source, or wait for one."""
        with pool():
            ended = CF.CFRunLoopRunInMode(CF.kCFRunLoopDefaultMode, seconds, True)  # noqa: FBT003  a C call
        return bool(ended != CF.kCFRunLoopRunFinished)

    def ring(self) -> None:
        """Signal the source, and wake the loop so that it looks."""
        source = self._source
        if source is not None:
            CF.CFRunLoopSourceSignal(source)
            CF.CFRunLoopWakeUp(self._loop)

    def close(self) -> None:
        """Take the source out, for good."""
        source, self._source = self._source, None
        if source is not None:
            with pool():
                CF.CFRunLoopSourceInvalidate(source)


class Ears:
    """Hears notifications. Whoever posts one waits until it was heard.

    Those of the workspace and the distributed ones come on the main thread, while its run loop runs; so ``heard`` has
    to be safe there, quick, and must not raise.
    """

    def __init__(self) -> None:
        self._tokens: list[tuple[Any, Any]] = []

    def workspace(self, name: str, heard: Callable[[], None]) -> None:
        """Hear a notification of the workspace by its constant's name."""
        with pool():
            self._add(AppKit.NSWorkspace.sharedWorkspace().notificationCenter(), getattr(AppKit, name), heard)

    def distributed(self, name: str, heard: Callable[[], None]) -> None:
        """Hear a notification that one process posts for all others."""
        with pool():
            self._add(Foundation.NSDistributedNotificationCenter.defaultCenter(), name, heard)

    def close(self) -> None:
        """Hear nothing any more; may be called again."""
        with pool():
            while self._tokens:
                center, token = self._tokens.pop()
                center.removeObserver_(token)

    def _add(self, center: Any, name: str, heard: Callable[[], None]) -> None:  # noqa: ANN401  a Cocoa object
        def take(_notification: object) -> None:
            heard()

        self._tokens.append((center, center.addObserverForName_object_queue_usingBlock_(name, None, None, take)))
