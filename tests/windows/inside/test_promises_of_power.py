"""The source of session signals on Windows keeps the promises that every other source keeps, by real messages."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator

import pytest

from tests.promises.power import *  # noqa: F403  the tests of this module
from tests.windows.inside.stage import send
from wisestep_desktop.adapters.capture.winapi_waiting import MessageWaiter
from wisestep_desktop.adapters.presence.winapi_meaning import (
    WM_WTSSESSION_CHANGE,
    WTS_SESSION_LOCK,
    WTS_SESSION_UNLOCK,
)
from wisestep_desktop.adapters.presence.winapi_power import WinPower


class Session:
    """The hidden window on this thread, and Windows' part played from another one."""

    def __init__(self, waiter: MessageWaiter) -> None:
        self.waiter = waiter
        self.source = WinPower()

    def wait(self, seconds: float) -> None:
        self.waiter.wait(round(seconds * 1_000))

    def lock(self, *, locked: bool) -> None:
        event = WTS_SESSION_LOCK if locked else WTS_SESSION_UNLOCK
        sender = threading.Thread(target=send, args=(self.source.window, WM_WTSSESSION_CHANGE, event))
        sender.start()
        while sender.is_alive():
            self.waiter.wait(20)
        sender.join()


@pytest.fixture
def stage() -> Iterator[Session]:
    with contextlib.closing(MessageWaiter()) as waiter:
        made = Session(waiter)
        made.source.start(lambda _signal: None)
        waiter.wait(0)
        yield made
        made.source.close()
