"""Waiting on Windows: for messages and event hooks, for a wake-up, or for time to pass. Windows only."""

from __future__ import annotations

import sys

if sys.platform != "win32":
    raise ImportError("this wait exists on Windows only")

import ctypes
import threading
from collections.abc import Iterable
from ctypes import wintypes
from typing import Final

from wisestep_desktop.adapters.capture import winapi_calls as calls
from wisestep_desktop.adapters.capture.winapi_seams import POLL

_AT_ONCE: Final = 1_000
"""Messages handled in one go; a flood of them must not keep the thread from looking and from ending."""


class MessageWaiter:
    """Lets a thread sleep until a message for it, a hook's event or a wake-up arrives.

    Raises:
        OSError: if Windows gives us no event to be woken by.
    """

    def __init__(self) -> None:
        self._lock = threading.Lock()
        self._event: int | None = calls.KERNEL.CreateEventW(None, 0, 0, None)
        if not self._event:
            raise ctypes.WinError(ctypes.get_last_error())

    def watch(self, filenos: Iterable[int]) -> None:
        """Do nothing: on Windows all news comes as messages."""

    def wait(self, millis: int) -> None:
        """Sleep for ``millis`` or ``POLL``, whichever is less, or until something came; then handle what came."""
        with self._lock:
            event = self._event
        if event is None:
            return
        handles = (wintypes.HANDLE * 1)(event)
        calls.USER.MsgWaitForMultipleObjectsEx(
            1, handles, max(0, min(millis, POLL)), calls.QS_ALLINPUT, calls.MWMO_INPUTAVAILABLE
        )
        message = wintypes.MSG()
        for _ in range(_AT_ONCE):
            if not calls.USER.PeekMessageW(ctypes.byref(message), None, 0, 0, calls.PM_REMOVE):
                break
            calls.USER.TranslateMessage(ctypes.byref(message))
            calls.USER.DispatchMessageW(ctypes.byref(message))

    def wake(self) -> None:
        """End the wait of now, or else the next one, at once. Safe from any thread, also after ``close``."""
        with self._lock:
            if self._event is not None:
                calls.KERNEL.SetEvent(self._event)

    def close(self) -> None:
        """Let go of the event, once nobody waits any more; may be called again."""
        with self._lock:
            if self._event is not None:
                calls.KERNEL.CloseHandle(self._event)
                self._event = None
