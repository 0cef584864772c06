"""The calls of Windows that watching a window needs, declared with their types. Knows no meaning. Windows only."""

from __future__ import annotations

import sys

if sys.platform != "win32":
    raise ImportError("the Windows calls exist on Windows only")

import ctypes
from ctypes import wintypes

USER = ctypes.WinDLL("user32", use_last_error=True)
KERNEL = ctypes.WinDLL("kernel32", use_last_error=True)
VERSION = ctypes.WinDLL("version", use_last_error=True)

EVENT_SYSTEM_FOREGROUND = 0x0003
EVENT_OBJECT_NAMECHANGE = 0x800C
WINEVENT_OUTOFCONTEXT_SKIPOWNPROCESS = 0x0000 | 0x0002
OBJID_WINDOW = 0
CHILDID_SELF = 0
PROCESS_QUERY_LIMITED_INFORMATION = 0x1000
DRIVE_REMOTE = 4
UOI_FLAGS = 1
WSF_VISIBLE = 1
WM_NULL = 0
QS_ALLINPUT = 0x04FF
MWMO_INPUTAVAILABLE = 0x0004
PM_REMOVE = 0x0001

EventProcedure = ctypes.WINFUNCTYPE(
    None, wintypes.HANDLE, wintypes.DWORD, wintypes.HWND, wintypes.LONG, wintypes.LONG, wintypes.DWORD, wintypes.DWORD
)
ChildProcedure = ctypes.WINFUNCTYPE(wintypes.BOOL, wintypes.HWND, wintypes.LPARAM)


class UserObjectFlags(ctypes.Structure):
    """``USEROBJECTFLAGS``."""

    _fields_ = (("inherit", wintypes.BOOL), ("reserved", wintypes.BOOL), ("flags", wintypes.DWORD))


def _declare(library: ctypes.CDLL, name: str, result: object, *arguments: object) -> None:
    function = getattr(library, name)
    function.restype, function.argtypes = result, arguments


_H, _D, _B, _P = wintypes.HWND, wintypes.DWORD, wintypes.BOOL, ctypes.c_void_p
_W, _DP, _HANDLE = wintypes.LPWSTR, ctypes.POINTER(wintypes.DWORD), wintypes.HANDLE

_declare(USER, "GetForegroundWindow", _H)
_declare(USER, "GetDesktopWindow", _H)
_declare(USER, "GetShellWindow", _H)
_declare(USER, "GetWindowTextW", ctypes.c_int, _H, _W, ctypes.c_int)
_declare(USER, "InternalGetWindowText", ctypes.c_int, _H, _W, ctypes.c_int)
_declare(USER, "GetClassNameW", ctypes.c_int, _H, _W, ctypes.c_int)
_declare(USER, "GetWindowThreadProcessId", _D, _H, _DP)
_declare(USER, "EnumChildWindows", _B, _H, ChildProcedure, wintypes.LPARAM)
_declare(USER, "SetWinEventHook", _HANDLE, _D, _D, wintypes.HMODULE, EventProcedure, _D, _D, _D)
_declare(USER, "UnhookWinEvent", _B, _HANDLE)
_declare(USER, "PostThreadMessageW", _B, _D, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM)
_declare(USER, "GetProcessWindowStation", _HANDLE)
_declare(USER, "GetUserObjectInformationW", _B, _HANDLE, ctypes.c_int, _P, _D, _DP)
_declare(USER, "MsgWaitForMultipleObjectsEx", _D, _D, ctypes.POINTER(_HANDLE), _D, _D, _D)
_declare(USER, "PeekMessageW", _B, ctypes.POINTER(wintypes.MSG), _H, wintypes.UINT, wintypes.UINT, wintypes.UINT)
_declare(USER, "TranslateMessage", _B, ctypes.POINTER(wintypes.MSG))
_declare(USER, "DispatchMessageW", wintypes.LPARAM, ctypes.POINTER(wintypes.MSG))
_declare(KERNEL, "GetCurrentThreadId", _D)
_declare(KERNEL, "GetCurrentProcessId", _D)
_declare(KERNEL, "OpenProcess", _HANDLE, _D, _B, _D)
_declare(KERNEL, "CloseHandle", _B, _HANDLE)
_declare(KERNEL, "QueryFullProcessImageNameW", _B, _HANDLE, _D, _W, _DP)
_declare(KERNEL, "GetDriveTypeW", wintypes.UINT, wintypes.LPCWSTR)
_declare(KERNEL, "CreateEventW", _HANDLE, _P, _B, _B, wintypes.LPCWSTR)
_declare(KERNEL, "SetEvent", _B, _HANDLE)
_declare(VERSION, "GetFileVersionInfoSizeW", _D, wintypes.LPCWSTR, _DP)
_declare(VERSION, "GetFileVersionInfoW", _B, wintypes.LPCWSTR, _D, _D, _P)
_declare(VERSION, "VerQueryValueW", _B, _P, wintypes.LPCWSTR, ctypes.POINTER(_P), ctypes.POINTER(wintypes.UINT))
