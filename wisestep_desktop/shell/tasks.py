"""The one door off the Qt thread, and the one signal back.

A lambda as a receiver would run in the worker; a method of a QObject that lives on the Qt thread does not.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from wisestep_desktop.core.errors import WiseStepError

T = TypeVar("T")
_log = logging.getLogger(__name__)


class Tasks(QObject):
    """Runs slow work elsewhere and brings its result back to the Qt thread.

    Two lanes, each of one thread: ``quick`` for the store, ``network`` for everything that may wait for minutes.
    """

    _home = Signal(object)
    _told = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._quick = ThreadPoolExecutor(1, thread_name_prefix="quick")
        self._network = ThreadPoolExecutor(1, thread_name_prefix="network")
        self._waiting: dict[int, tuple[Callable[[Any], None], Callable[[WiseStepError], None]]] = {}
        self._last = 0
        self._home.connect(self._deliver)
        self._told.connect(self._call)
        self._closed = False

    def run(
        self,
        work: Callable[[], T],
        done: Callable[[T], None],
        failed: Callable[[WiseStepError], None],
        *,
        network: bool = False,
    ) -> None:
        """Do ``work`` off the Qt thread; then call exactly one of the others on it, unless the program is closing."""
        if self._closed:
            return
        self._last += 1
        number = self._last
        self._waiting[number] = done, failed  # not with the worker: what they belong to must not end in its hands
        lane = self._network if network else self._quick
        lane.submit(work).add_done_callback(lambda future: self._home.emit((number, *_outcome(future))))

    def tell(self, receiver: Callable[[], None]) -> None:
        """Call ``receiver`` on the Qt thread soon. Safe from any thread."""
        if not self._closed:
            self._told.emit(receiver)

    @Slot(object)
    def _deliver(self, finished: tuple[int, Any, WiseStepError | None]) -> None:
        number, result, error = finished
        waiting = self._waiting.pop(number, None)
        if waiting is None or self._closed:
            return
        done, failed = waiting
        if error is None:
            done(result)
        else:
            failed(error)

    @Slot(object)
    def _call(self, receiver: Callable[[], None]) -> None:
        if not self._closed:
            receiver()

    def close(self) -> None:
        """Finish what runs, forget what waits, join the threads. Nothing is delivered after."""
        self._closed = True
        for lane in (self._quick, self._network):
            lane.shutdown(wait=True, cancel_futures=True)
        self._waiting.clear()


def _outcome(future: Future[Any]) -> tuple[Any, WiseStepError | None]:
    """Return what came of some work. What nobody foresaw is logged here, where it is also heard while closing."""
    if future.cancelled():
        return None, None
    error = future.exception()
    if error is None:
        return future.result(), None
    if isinstance(error, WiseStepError):
        return None, error
    _log.error("a task failed: %s", type(error).__name__, exc_info=error)
    return None, WiseStepError("unforeseen", kind=type(error).__name__)
