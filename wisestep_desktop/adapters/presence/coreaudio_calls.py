"""Which processes take in sound, as Core Audio's process objects tell it. Decides nothing; hears nothing. macOS only.

Source: ``AudioHardware.h`` of macOS 14. To read these needs no permission, and lights no sign.
"""

from __future__ import annotations

import sys

if sys.platform != "darwin":
    raise ImportError("Core Audio exists on macOS only")

import ctypes
from typing import Final

_FRAMEWORK: Final = "/System/Library/Frameworks/{0}.framework/{0}"
_SYSTEM: Final = 1
"""``kAudioObjectSystemObject``."""

_UTF8: Final = 0x08000100
"""``kCFStringEncodingUTF8``."""

_LONGEST: Final = 1_024
"""Bytes of a bundle identifier that are read."""

_MOST: Final = 4_096
"""Processes that are looked at."""


def _code(letters: str) -> int:
    return int.from_bytes(letters.encode("ascii"), "big")


PROCESSES: Final = _code("prs#")
"""``kAudioHardwarePropertyProcessObjectList``."""

PROCESS: Final = _code("ppid")
"""``kAudioProcessPropertyPID``."""

BUNDLE: Final = _code("pbid")
"""``kAudioProcessPropertyBundleID``."""

LISTENS: Final = _code("piri")
"""``kAudioProcessPropertyIsRunningInput``."""


class _Address(ctypes.Structure):
    """``AudioObjectPropertyAddress``."""

    _fields_ = (("selector", ctypes.c_uint32), ("scope", ctypes.c_uint32), ("element", ctypes.c_uint32))


class RealAudioProcesses:
    """Keeps the promises of ``quartz_seams.AudioProcesses``.

    Raises:
        OSError: if there is no Core Audio.
    """

    def __init__(self) -> None:
        audio = ctypes.CDLL(_FRAMEWORK.format("CoreAudio"))
        strings = ctypes.CDLL(_FRAMEWORK.format("CoreFoundation"))
        number, address = ctypes.c_uint32, ctypes.POINTER(_Address)
        size = ctypes.POINTER(ctypes.c_uint32)
        self._size = audio.AudioObjectGetPropertyDataSize
        self._size.argtypes = [number, address, number, ctypes.c_void_p, size]
        self._size.restype = ctypes.c_int32
        self._data = audio.AudioObjectGetPropertyData
        self._data.argtypes = [number, address, number, ctypes.c_void_p, size, ctypes.c_void_p]
        self._data.restype = ctypes.c_int32
        self._copy = strings.CFStringGetCString
        self._copy.argtypes = [ctypes.c_void_p, ctypes.c_char_p, ctypes.c_long, ctypes.c_uint32]
        self._copy.restype = ctypes.c_ubyte
        self._release = strings.CFRelease
        self._release.argtypes = [ctypes.c_void_p]
        self._release.restype = None

    def all(self) -> tuple[int, ...] | None:
        """Read the list; one that grew between its size and its content is read as far as it was long."""
        address, size = _address(PROCESSES), ctypes.c_uint32()
        if self._size(_SYSTEM, ctypes.byref(address), 0, None, ctypes.byref(size)):
            return None
        room = min(size.value // 4, _MOST)
        found = (ctypes.c_uint32 * max(1, room))()
        size.value = 4 * room
        if room and self._data(_SYSTEM, ctypes.byref(address), 0, None, ctypes.byref(size), found):
            return None
        return tuple(found[: min(size.value // 4, room)])

    def listens(self, audio: int) -> bool:
        """Read the flag."""
        return self._number(audio, LISTENS) != 0

    def bundle(self, audio: int) -> str:
        """Read the string, which is ours to release."""
        address, text = _address(BUNDLE), ctypes.c_void_p()
        size = ctypes.c_uint32(ctypes.sizeof(text))
        if self._data(audio, ctypes.byref(address), 0, None, ctypes.byref(size), ctypes.byref(text)) or not text.value:
            return ""
        room = ctypes.create_string_buffer(_LONGEST)
        try:
            return room.value.decode("utf-8", "replace") if self._copy(text, room, _LONGEST, _UTF8) else ""
        finally:
            self._release(text)

    def process(self, audio: int) -> int:
        """Read the number."""
        return self._number(audio, PROCESS)

    def _number(self, audio: int, selector: int) -> int:
        address, told = _address(selector), ctypes.c_uint32()
        size = ctypes.c_uint32(ctypes.sizeof(told))
        failed = self._data(audio, ctypes.byref(address), 0, None, ctypes.byref(size), ctypes.byref(told))
        return 0 if failed else told.value


def _address(selector: int) -> _Address:
    return _Address(selector, _code("glob"), 0)
