"""The source of who listens on Windows keeps the promises that every other source keeps, by the real registry."""

from __future__ import annotations

import contextlib
import uuid
import winreg
from collections.abc import Iterator

import pytest

from tests.promises.microphone import *  # noqa: F403  the tests of this module
from wisestep_desktop.adapters.presence.winapi import WinMicrophone

PLACE = rf"Software\WiseStepTests\{uuid.uuid4().hex}"
PROGRAM = rf"{PLACE}\NonPackaged\C:#Program Files#Zoom#bin#Zoom.exe"


class Desk:
    """A list of microphone users as Windows keeps it."""

    program = "zoom"

    def __init__(self) -> None:
        self.let_go()
        self.source = WinMicrophone(PLACE)

    def hold(self) -> None:
        self._put(0)

    def let_go(self) -> None:
        self._put(133_000_000_000_000_000)

    def end(self) -> None:
        for place in (PROGRAM, rf"{PLACE}\NonPackaged", PLACE):
            with contextlib.suppress(FileNotFoundError):
                winreg.DeleteKey(winreg.HKEY_CURRENT_USER, place)

    def _put(self, stop: int) -> None:
        with winreg.CreateKey(winreg.HKEY_CURRENT_USER, PROGRAM) as key:
            winreg.SetValueEx(key, "LastUsedTimeStop", 0, winreg.REG_QWORD, stop)


@pytest.fixture
def stage() -> Iterator[Desk]:
    made = Desk()
    made.source.start()
    yield made
    made.source.close()
    made.end()
