"""The source of windows on Windows keeps the promises that every other source keeps, on real windows."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.promises.windows import *  # noqa: F403  the tests of this module
from tests.windows.inside.stage import Probe, WideDesk, hands, hexadecimal, renamed
from wisestep_desktop.adapters.capture.winapi import WinWindows
from wisestep_desktop.adapters.capture.winapi_seams import POLL
from wisestep_desktop.adapters.capture.winapi_waiting import MessageWaiter


class Desktop:
    """A real desktop of Windows; its programs are copies of one, which describes itself."""

    editor = viewer = "Probe Editor"
    pause = POLL / 1_000

    def __init__(self, stack: contextlib.ExitStack, folder: Path) -> None:
        self.stack, self.folder = stack, folder
        self.waiter = stack.enter_context(contextlib.closing(MessageWaiter()))
        self.window = stack.enter_context(Probe(renamed(folder, "editor.exe"), "0", hexadecimal("first")))
        self.window.activate()
        self.native = False
        self.source = WinWindows(WideDesk())

    def wait(self, seconds: float) -> None:
        self.waiter.wait(round(seconds * 1_000))

    def retitle(self, title: str) -> None:
        self.window.retitle(title)

    def other(self, title: str, application: str | None) -> None:
        assert application == self.viewer
        other = self.stack.enter_context(Probe(renamed(self.folder, "viewer.exe"), "0", hexadecimal(title)))
        other.activate()

    def nothing_in_front(self) -> None:
        hands("native")
        self.native = True

    def back(self) -> None:
        if self.native:
            hands("native-close")
            self.native = False
        self.window.activate()


@pytest.fixture
def stage(tmp_path: Path) -> Iterator[Desktop]:
    with contextlib.ExitStack() as stack:
        made = Desktop(stack, tmp_path)
        stack.callback(made.source.close)
        made.source.start()
        try:
            yield made
        finally:
            if made.native:
                hands("native-close")
