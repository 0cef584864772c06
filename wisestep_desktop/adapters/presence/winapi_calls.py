"""The calls of Windows about inputs, the session and power, declared with their types. Windows only."""

from __future__ import annotations

import sys

if sys.platform != "win32":
    raise ImportError("the Windows calls exist on Windows only")

import ctypes
import uuid
from ctypes import wintypes

from wisestep_desktop.adapters.presence.winapi_meaning import CONSOLE_DISPLAY_STATE

USER = ctypes.WinDLL("user32", use_last_error=True)
KERNEL = ctypes.WinDLL("kernel32", use_last_error=True)
SESSIONS = ctypes.WinDLL("wtsapi32", use_last_error=True)

NOTIFY_FOR_THIS_SESSION = 0
DEVICE_NOTIFY_WINDOW_HANDLE = 0
WTS_CURRENT_SESSION = 0xFFFF_FFFF
WTS_SESSION_INFO_EX = 25
WTS_SESSIONSTATE_LOCK = 0
WS_OVERLAPPED = 0

WindowProcedure = ctypes.WINFUNCTYPE(
    wintypes.LPARAM, wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM
)  # an LRESULT is as wide as an LPARAM


class WindowClass(ctypes.Structure):
    """``WNDCLASSW``."""

    _fields_ = (
        ("style", wintypes.UINT),
        ("procedure", WindowProcedure),
        ("class_extra", ctypes.c_int),
        ("window_extra", ctypes.c_int),
        ("instance", wintypes.HINSTANCE),
        ("icon", wintypes.HICON),
        ("cursor", wintypes.HANDLE),
        ("background", wintypes.HBRUSH),
        ("menu", wintypes.LPCWSTR),
        ("name", wintypes.LPCWSTR),
    )


class LastInput(ctypes.Structure):
    """``LASTINPUTINFO``."""

    _fields_ = (("size", wintypes.UINT), ("tick", wintypes.DWORD))


class Guid(ctypes.Structure):
    """``GUID``, as its sixteen bytes in memory."""

    _fields_ = (("data", ctypes.c_ubyte * 16),)


class PowerSetting(ctypes.Structure):
    """``POWERBROADCAST_SETTING`` of one whose value is a ``DWORD``."""

    _fields_ = (("guid", Guid), ("length", wintypes.DWORD), ("value", wintypes.DWORD))


class SessionInfo(ctypes.Structure):
    """The beginning of ``WTSINFOEXW``: of its one level, the first three fields."""

    _fields_ = (
        ("level", wintypes.DWORD),
        ("_aligned", wintypes.DWORD),  # the level holds 64-bit numbers, so it begins at eight
        ("session", wintypes.ULONG),
        ("state", ctypes.c_int),
        ("flags", wintypes.LONG),
    )


DISPLAY_STATE = Guid.from_buffer_copy(uuid.UUID(CONSOLE_DISPLAY_STATE).bytes_le)


def _declare(library: ctypes.CDLL, name: str, result: object, *arguments: object) -> None:
    function = getattr(library, name)
    function.restype, function.argtypes = result, arguments


_H, _D, _B, _P, _HANDLE = wintypes.HWND, wintypes.DWORD, wintypes.BOOL, ctypes.c_void_p, wintypes.HANDLE

_declare(USER, "GetLastInputInfo", _B, ctypes.POINTER(LastInput))
_declare(USER, "RegisterClassW", wintypes.ATOM, ctypes.POINTER(WindowClass))
_declare(
    USER, "CreateWindowExW", _H, _D, wintypes.LPCWSTR, wintypes.LPCWSTR, _D, ctypes.c_int, ctypes.c_int, ctypes.c_int,
    ctypes.c_int, _H, wintypes.HMENU, wintypes.HINSTANCE, _P,
)  # fmt: skip
_declare(USER, "DestroyWindow", _B, _H)
_declare(USER, "DefWindowProcW", wintypes.LPARAM, _H, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM)
_declare(USER, "RegisterPowerSettingNotification", _HANDLE, _HANDLE, ctypes.POINTER(Guid), _D)
_declare(USER, "UnregisterPowerSettingNotification", _B, _HANDLE)
_declare(USER, "RegisterSuspendResumeNotification", _HANDLE, _HANDLE, _D)
_declare(USER, "UnregisterSuspendResumeNotification", _B, _HANDLE)
_declare(KERNEL, "GetTickCount", _D)
_declare(KERNEL, "GetCurrentProcessId", _D)
_declare(KERNEL, "ProcessIdToSessionId", _B, _D, ctypes.POINTER(_D))
_declare(KERNEL, "GetCurrentThreadId", _D)
_declare(KERNEL, "GetModuleHandleW", wintypes.HMODULE, wintypes.LPCWSTR)
_declare(SESSIONS, "WTSRegisterSessionNotification", _B, _H, _D)
_declare(SESSIONS, "WTSUnRegisterSessionNotification", _B, _H)
_declare(SESSIONS, "WTSQuerySessionInformationW", _B, _HANDLE, _D, ctypes.c_int, ctypes.POINTER(_P),
         ctypes.POINTER(_D))  # fmt: skip
_declare(SESSIONS, "WTSFreeMemory", None, _P)
