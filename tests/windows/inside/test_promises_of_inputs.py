"""The source of idleness on Windows keeps the promises that every other source keeps, with real keys."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator

import pytest

from tests.promises.inputs import *  # noqa: F403  the tests of this module
from tests.windows.inside.stage import hands, probe
from wisestep_desktop.adapters.capture.winapi_waiting import MessageWaiter
from wisestep_desktop.adapters.presence.winapi import WinInputs


class Desktop:
    """A real desktop of Windows, at which keys come from the other side."""

    short = 120

    def __init__(self, waiter: MessageWaiter) -> None:
        self.waiter = waiter
        self.source = WinInputs()

    def wait(self, seconds: float) -> None:
        self.waiter.wait(round(seconds * 1_000))

    def leave(self) -> None:
        """Nobody touches anything here anyway."""

    def touch(self) -> None:
        hands("key", "a")


@pytest.fixture
def stage() -> Iterator[Desktop]:
    with probe(), contextlib.closing(MessageWaiter()) as waiter:
        made = Desktop(waiter)
        made.source.start()
        yield made
        made.source.close()
