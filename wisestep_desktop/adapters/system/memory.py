"""Keeps the memory of a program that runs all day in one piece, and small."""

from __future__ import annotations

import ctypes
import gc
import linecache
import sys

_ARENA_MAX = -8
"""``M_ARENA_MAX`` of glibc's malloc.h."""


def keep_in_one_piece() -> None:
    """Let all threads share one heap, before the first of them starts.

    By default glibc gives each thread heaps of its own. What one thread takes and another gives back leaves holes in
    them, and a tray app grows by megabytes a day without holding anything. Elsewhere than on glibc this does nothing.
    """
    if sys.platform != "linux":
        return
    mallopt = getattr(ctypes.CDLL(None), "mallopt", None)
    if mallopt is not None:
        mallopt(_ARENA_MAX, 1)


def let_go_of_loading() -> None:
    """Give back what loading the program took and its running does not need; best before it opens anything.

    PySide6 reads the source of each module that is imported after it, in search of a switch we never use (PYSIDE-2029),
    and Python keeps the lines. Each dataclass with slots leaves the class behind that it was made from.
    """
    linecache.clearcache()
    gc.collect()
