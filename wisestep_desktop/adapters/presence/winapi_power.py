"""The hidden window to which Windows tells of lock, user switch, sleep, display and the end of the session.

Knows windows, messages and the thread they belong to; what they mean is next door. Windows only.
"""

from __future__ import annotations

import sys

if sys.platform != "win32":
    raise ImportError("this session exists on Windows only")

import ctypes
import logging
import uuid
from collections import deque
from collections.abc import Callable
from ctypes import wintypes
from typing import Final

from wisestep_desktop.adapters.presence import winapi_calls as calls
from wisestep_desktop.adapters.presence.winapi_meaning import (
    PBT_POWERSETTINGCHANGE,
    WM_ENDSESSION,
    WM_POWERBROADCAST,
    WM_QUERYENDSESSION,
    Said,
    Session,
    said,
)  # fmt: skip
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.ports.capture import Health, SignalHealth, SignalName
from wisestep_desktop.ports.power import PowerSignal

CLASS: Final = "WiseStepSession"
"""The kind of the hidden window."""

_TRIES: Final = 600
"""How often to ask to be told of locks before giving up; once per look, so for minutes."""

_log = logging.getLogger(__name__)


class WinPower:
    """Keeps the promises of ``ports.power.Power``.

    Raises:
        CaptureUnavailable: ``capture.no_session`` where there is no session to watch.
    """

    def __init__(self) -> None:
        self._urgent: Callable[[PowerSignal], None] | None = None
        self._pending: deque[PowerSignal] = deque()
        self._session = Session()
        self._thread = 0
        self._window = 0
        self._registrations: list[tuple[str, int]] = []
        self._hears_lock = True
        self._tries = _TRIES
        self._closed = False
        session = wintypes.DWORD()
        if not calls.KERNEL.ProcessIdToSessionId(calls.KERNEL.GetCurrentProcessId(), ctypes.byref(session)):
            raise CaptureUnavailable("capture.no_session")

    @property
    def name(self) -> str:
        """Return ``winapi``."""
        return "winapi"

    @property
    def window(self) -> int:
        """Return the hidden window's handle; 0 while there is none."""
        return self._window

    def start(self, urgent: Callable[[PowerSignal], None]) -> None:
        """Open the hidden window on this thread and ask for all that is told to windows.

        ``urgent`` is called inside the window's procedure, with a second or two to write in: once that has answered,
        Windows may end the process. It may drain what was said before.
        """
        if self._closed or self._window:
            return
        self._urgent = urgent
        self._thread = int(calls.KERNEL.GetCurrentThreadId())
        self._window = _opened(self)
        if not self._window:
            self._hears_lock = False
            return
        self._ask_for_locks()
        self._register("SuspendResume", self._window, calls.DEVICE_NOTIFY_WINDOW_HANDLE)
        self._register(
            "PowerSetting", self._window, ctypes.byref(calls.DISPLAY_STATE), calls.DEVICE_NOTIFY_WINDOW_HANDLE
        )

    def fileno(self) -> int:
        """Return -1: the signals come with the thread's messages."""
        return -1

    def drain(self) -> tuple[PowerSignal, ...]:
        """Return what was said since the last time, except what was urgent."""
        if not self._hears_lock and self._window and self._tries:
            self._ask_for_locks()
        told = tuple(self._pending)
        self._pending.clear()
        return told

    def written(self) -> None:
        """Do nothing: Windows goes on as soon as the window has answered."""

    def health(self) -> tuple[SignalHealth, ...]:
        """Return the health of lock and sleep."""
        if self._hears_lock and not self._closed:
            return (SignalHealth(SignalName.LOCK, Health.WORKS), SignalHealth(SignalName.SLEEP, Health.WORKS))
        return (
            SignalHealth(SignalName.LOCK, Health.OFF, "capture.no_session_signals"),
            SignalHealth(SignalName.SLEEP, Health.DEGRADED, "capture.sleep_from_clocks"),
        )

    def close(self) -> None:
        """Close the window; one whose thread has ended is closed by Windows. May be called again."""
        self._closed = True
        window, self._window = self._window, 0
        if window:
            for name, registration in self._registrations:
                getattr(calls.USER, f"Unregister{name}Notification")(registration)
            self._registrations.clear()
            calls.SESSIONS.WTSUnRegisterSessionNotification(window)
            if self._thread == calls.KERNEL.GetCurrentThreadId():
                calls.USER.DestroyWindow(window)
            _windows.pop(window, None)

    def hear(self, message: int, wparam: int, setting: tuple[str, int] | None) -> None:
        """Take a message of the hidden window, on its thread."""
        what = said(message, wparam, setting)
        if what is not None:
            self._tell(what)

    def _ask_for_locks(self) -> None:
        """Ask to be told of locks; just after the sign-in the service that tells of them may not be there yet."""
        self._tries -= 1
        self._hears_lock = bool(
            calls.SESSIONS.WTSRegisterSessionNotification(self._window, calls.NOTIFY_FOR_THIS_SESSION)
        )
        if self._hears_lock and _is_locked():  # asked after the registration, so that no lock falls in between
            self._tell(Said.LOCK)

    def _tell(self, what: Said) -> None:
        signal = self._session.news(what)
        if signal is None:
            return
        if signal in {PowerSignal.SUSPENDING, PowerSignal.ENDING} and self._urgent is not None:
            self._tell_urgently(signal, self._urgent)
        else:
            self._pending.append(signal)

    def _tell_urgently(self, signal: PowerSignal, urgent: Callable[[PowerSignal], None]) -> None:
        try:
            urgent(signal)
        except Exception as error:  # noqa: BLE001  a fault of ours must not keep Windows from shutting down
            _log.error("power.urgent kind=%s", type(error).__name__)

    def _register(self, name: str, *arguments: object) -> None:
        """Ask for one more kind of message; without it there is one less."""
        registration = getattr(calls.USER, f"Register{name}Notification")(*arguments)
        if registration:
            self._registrations.append((name, registration))


_windows: dict[int, WinPower] = {}


def _hear(window: int, message: int, wparam: int, lparam: int) -> int:
    """Answer a message to a hidden window of ours."""
    power = _windows.get(window)
    if power is not None:
        power.hear(message, wparam, _setting(message, wparam, lparam))
        if message in {WM_POWERBROADCAST, WM_QUERYENDSESSION}:
            return 1
        if message == WM_ENDSESSION:
            return 0
    return int(calls.USER.DefWindowProcW(window, message, wparam, lparam))


_procedure = calls.WindowProcedure(_hear)
"""Kept as long as the program runs: Windows may call it until then."""


def _setting(message: int, wparam: int, lparam: int) -> tuple[str, int] | None:
    if message != WM_POWERBROADCAST or wparam != PBT_POWERSETTINGCHANGE or not lparam:
        return None
    told = calls.PowerSetting.from_address(lparam)
    return str(uuid.UUID(bytes_le=bytes(told.guid.data))), int(told.value)


def _opened(power: WinPower) -> int:
    """Open a window that is never shown; 0 if Windows refuses."""
    instance = calls.KERNEL.GetModuleHandleW(None)
    # The kind is registered once and for all; a second time fails, which is fine.
    kind = calls.WindowClass(procedure=_procedure, instance=instance, name=CLASS)
    calls.USER.RegisterClassW(ctypes.byref(kind))
    window = calls.USER.CreateWindowExW(
        0, CLASS, "", calls.WS_OVERLAPPED, 0, 0, 0, 0, None, None, instance, None
    )  # fmt: skip
    if window:
        _windows[window] = power
    return window or 0


def _is_locked() -> bool:
    """Ask whether the session is locked; where Windows does not say, it is not."""
    told, length = ctypes.c_void_p(), wintypes.DWORD()
    if not calls.SESSIONS.WTSQuerySessionInformationW(
        None, calls.WTS_CURRENT_SESSION, calls.WTS_SESSION_INFO_EX, ctypes.byref(told), ctypes.byref(length)
    ):
        return False
    try:
        if not told.value or length.value < ctypes.sizeof(calls.SessionInfo):
            return False
        info = calls.SessionInfo.from_address(told.value)
        return bool(info.level == 1 and info.flags == calls.WTS_SESSIONSTATE_LOCK)
    finally:
        calls.SESSIONS.WTSFreeMemory(told)
