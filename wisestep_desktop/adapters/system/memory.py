"""Keeps the memory of a program that runs all day in one piece."""

from __future__ import annotations

import ctypes
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
