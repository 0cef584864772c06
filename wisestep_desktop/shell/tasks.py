"""The one door off the Qt thread, and the one signal back.

A lambda as a receiver would run in the worker; a method of a QObject that lives on the Qt thread does not.
"""

from __future__ import annotations

import logging
from collections.abc import Callable
from concurrent.futures import Future, ThreadPoolExecutor
from dataclasses import dataclass
from typing import Any, TypeVar

from PySide6.QtCore import QObject, Signal, Slot

from wisestep_desktop.core.errors import WiseStepError

T = TypeVar("T")
_log = logging.getLogger(__name__)


@dataclass(frozen=True, slots=True)
class _Finished:
    """A result on its way home."""

    deliver: Callable[[], None]


class Tasks(QObject):
    """Runs slow work elsewhere and brings its result back to the Qt thread.

    Two lanes, each of one thread: ``quick`` for the store, ``network`` for everything that may wait for minutes.
    """

    _home = Signal(object)

    def __init__(self, parent: QObject) -> None:
        super().__init__(parent)
        self._quick = ThreadPoolExecutor(1, thread_name_prefix="quick")
        self._network = ThreadPoolExecutor(1, thread_name_prefix="network")
        self._home.connect(self._deliver)
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
        lane = self._network if network else self._quick
        lane.submit(work).add_done_callback(lambda future: self._home.emit(_finished(future, done, failed)))

    def tell(self, receiver: Callable[[], None]) -> None:
        """Call ``receiver`` on the Qt thread soon. Safe from any thread."""
        if not self._closed:
            self._home.emit(_Finished(receiver))

    @Slot(object)
    def _deliver(self, finished: _Finished) -> None:
        if not self._closed:
            finished.deliver()

    def close(self) -> None:
        """Finish what runs, forget what waits, join the threads. Nothing is delivered after."""
        self._closed = True
        for lane in (self._quick, self._network):
            lane.shutdown(wait=True, cancel_futures=True)


def _finished(future: Future[T], done: Callable[[T], None], failed: Callable[[WiseStepError], None]) -> _Finished:
    if future.cancelled():
        return _Finished(lambda: None)
    error = future.exception()
    if error is None:
        result: Any = future.result()
        return _Finished(lambda: done(result))
    if isinstance(error, WiseStepError):
        ours = error
    else:
        _log.error("a task failed: %s", type(error).__name__, exc_info=error)
        ours = WiseStepError("unforeseen", kind=type(error).__name__)
    return _Finished(lambda: failed(ours))
