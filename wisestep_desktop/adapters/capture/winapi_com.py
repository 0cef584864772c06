"""Asks a running office program for its document, by its registration and late binding. Windows only.

Only what runs already is asked (``GetActiveObject``): creating the object would start the program. Knows COM; knows no
window and no patience.
"""

from __future__ import annotations

import sys

if sys.platform != "win32":
    raise ImportError("COM exists on Windows only")

import contextlib
import ctypes
from ctypes import wintypes
from types import TracebackType
from typing import Final, Self

_OLE = ctypes.OleDLL("ole32")
_AUTOMATION = ctypes.OleDLL("oleaut32")
_KERNEL = ctypes.WinDLL("kernel32")

_MULTITHREADED: Final = 0
_NEUTRAL: Final = 0
_PROPERTY_GET: Final = 2
_BSTR: Final = 8
_DISPATCH: Final = 9


class _Guid(ctypes.Structure):
    _fields_ = (("data", ctypes.c_ubyte * 16),)


class _Variant(ctypes.Structure):
    _fields_ = (
        ("kind", ctypes.c_ushort),
        ("reserved", ctypes.c_ushort * 3),
        ("value", ctypes.c_void_p),
        ("more", ctypes.c_void_p),
    )


class _Arguments(ctypes.Structure):
    """``DISPPARAMS``."""

    _fields_ = (
        ("values", ctypes.c_void_p),
        ("names", ctypes.c_void_p),
        ("count", ctypes.c_uint),
        ("named", ctypes.c_uint),
    )


_PGuid = ctypes.POINTER(_Guid)
_PP = ctypes.POINTER(ctypes.c_void_p)

_OLE.CoInitializeEx.argtypes = [ctypes.c_void_p, wintypes.DWORD]
_OLE.CoUninitialize.restype = None
_OLE.CLSIDFromProgID.argtypes = [wintypes.LPCWSTR, _PGuid]
_AUTOMATION.GetActiveObject.argtypes = [_PGuid, ctypes.c_void_p, _PP]
_AUTOMATION.VariantClear.argtypes = [ctypes.POINTER(_Variant)]
_AUTOMATION.SysStringLen.argtypes = [ctypes.c_void_p]
_AUTOMATION.SysStringLen.restype = ctypes.c_uint

_CAN_CANCEL = hasattr(_OLE, "CoCancelCall")  # Wine has no such call
if _CAN_CANCEL:
    _OLE.CoEnableCallCancellation.argtypes = [ctypes.c_void_p]
    _OLE.CoCancelCall.argtypes = [wintypes.DWORD, wintypes.ULONG]

_HRESULT = ctypes.HRESULT
_query_interface = ctypes.WINFUNCTYPE(_HRESULT, _PGuid, _PP)(0, "QueryInterface")
_release = ctypes.WINFUNCTYPE(ctypes.c_ulong)(2, "Release")
_ids_of_names = ctypes.WINFUNCTYPE(
    _HRESULT, _PGuid, ctypes.POINTER(wintypes.LPCWSTR), ctypes.c_uint, wintypes.DWORD, ctypes.POINTER(wintypes.LONG)
)(5, "GetIDsOfNames")
_invoke = ctypes.WINFUNCTYPE(
    _HRESULT, wintypes.LONG, _PGuid, wintypes.DWORD, wintypes.WORD,
    ctypes.POINTER(_Arguments), ctypes.POINTER(_Variant), ctypes.c_void_p, ctypes.c_void_p,
)(6, "Invoke")  # fmt: skip

_IDISPATCH = _Guid((ctypes.c_ubyte * 16)(0, 4, 2, 0, 0, 0, 0, 0, 0xC0, 0, 0, 0, 0, 0, 0, 0x46))
_NO_GUID = _Guid()


class OfficeCalls:
    """Keeps the promises of ``winapi_seams.Office``."""

    def __init__(self) -> None:
        self._thread = 0
        self._ready = False

    def begin(self) -> None:
        """Enter COM; without it every question goes unanswered, which is no reason to stop the thread."""
        self._thread = int(_KERNEL.GetCurrentThreadId())
        try:
            _OLE.CoInitializeEx(None, _MULTITHREADED)
            self._ready = True
            if _CAN_CANCEL:
                _OLE.CoEnableCallCancellation(None)
        except OSError:
            pass  # a call that cannot be cancelled is waited for

    def document(self, registered: str, held_by: str) -> str | None:
        """Return the full name of the document in front, or None for no answer of any kind."""
        if not self._ready:
            return None
        try:
            with _running(registered) as program, program.object(held_by) as document:
                return document.text("FullName")
        except OSError:  # not running, no document, a dialog open, the call cancelled, the program gone
            return None

    def cancel(self) -> None:
        """Ask COM to give up the call under way."""
        if _CAN_CANCEL and self._thread:
            with contextlib.suppress(OSError):  # it ended by itself, or cannot be cancelled
                _OLE.CoCancelCall(self._thread, 0)

    def end(self) -> None:
        """Leave COM."""
        if self._ready:
            self._ready = False
            _OLE.CoUninitialize()


class _Object:
    """One object of another program, let go of at the end of a ``with`` block. Every call raises ``OSError``."""

    def __init__(self, pointer: ctypes.c_void_p) -> None:
        self._pointer = pointer

    def __enter__(self) -> Self:
        return self

    def __exit__(
        self, _kind: type[BaseException] | None, _error: BaseException | None, _at: TracebackType | None
    ) -> None:
        _release(self._pointer)

    def object(self, name: str) -> _Object:
        """Return the object that a property holds."""
        value = self._property(name)
        if value.kind != _DISPATCH or not value.value:
            _AUTOMATION.VariantClear(ctypes.byref(value))
            raise OSError(name)
        return _Object(ctypes.c_void_p(value.value))  # the reference is ours now

    def text(self, name: str) -> str:
        """Return the text that a property holds."""
        value = self._property(name)
        try:
            if value.kind != _BSTR:
                raise OSError(name)
            if not value.value:
                return ""
            return ctypes.wstring_at(value.value, _AUTOMATION.SysStringLen(value.value))
        finally:
            _AUTOMATION.VariantClear(ctypes.byref(value))

    def _property(self, name: str) -> _Variant:
        number, asked = wintypes.LONG(), wintypes.LPCWSTR(name)
        _ids_of_names(self._pointer, _NO_GUID, ctypes.byref(asked), 1, _NEUTRAL, ctypes.byref(number))
        value, arguments = _Variant(), _Arguments()
        told = ctypes.byref(value)
        _invoke(self._pointer, number, _NO_GUID, _NEUTRAL, _PROPERTY_GET, ctypes.byref(arguments), told, None, None)
        return value


def _running(registered: str) -> _Object:
    """Return the running program of this name.

    Raises:
        OSError: if it is not installed or does not run.
    """
    kind, unknown, dispatch = _Guid(), ctypes.c_void_p(), ctypes.c_void_p()
    _OLE.CLSIDFromProgID(registered, ctypes.byref(kind))
    _AUTOMATION.GetActiveObject(ctypes.byref(kind), None, ctypes.byref(unknown))
    try:
        _query_interface(unknown, _IDISPATCH, ctypes.byref(dispatch))
    finally:
        _release(unknown)
    return _Object(dispatch)
