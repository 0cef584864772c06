"""Reads files that only an administrator can have written, and says why it believes others nothing."""

from __future__ import annotations

import os
import stat
import sys
from pathlib import Path

from wisestep_desktop.core.policy import MOST_BYTES, Complaint

ROOT = 0
_AT_ONCE = 65_536
_OTHERS = stat.S_IWGRP | stat.S_IWOTH


def read_trusted(path: Path, owner: int = ROOT) -> bytes | Complaint | None:
    """Return the content of a file; None where there is none, or why it is not believed.

    The file and its folder must belong to ``owner``, and neither group nor others may write to them. What is asked is
    what is read: the file is opened first, never through a link, and then looked at.
    """
    place = str(path)
    try:
        distrust = folder_distrust(path.parent, owner)
        if distrust is not None:
            return distrust
        handle = os.open(
            path, os.O_RDONLY | getattr(os, "O_BINARY", 0) | getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_NONBLOCK", 0)
        )
    except FileNotFoundError:
        return None
    except OSError as error:
        return Complaint("policy.unreadable", {"place": place, "reason": error.strerror or type(error).__name__})
    try:
        return _believed(handle, place, owner)
    except OSError as error:
        return Complaint("policy.unreadable", {"place": place, "reason": error.strerror or type(error).__name__})
    finally:
        os.close(handle)


def _believed(handle: int, place: str, owner: int) -> bytes | Complaint:
    found = os.fstat(handle)
    if not stat.S_ISREG(found.st_mode):
        return Complaint("policy.unreadable", {"place": place, "reason": "not a file"})
    if not _is_trusted(found, owner):
        return _unsafe(place, found)
    content = bytearray()
    while len(content) <= MOST_BYTES and (more := os.read(handle, _AT_ONCE)):
        content += more
    if len(content) > MOST_BYTES:
        return Complaint("policy.too_large", {"place": place, "most": MOST_BYTES // 1024})
    return bytes(content)


def folder_distrust(folder: Path, owner: int = ROOT) -> Complaint | None:
    """Return why nothing in a folder is believed, or None.

    Raises:
        OSError: if it cannot be looked at; ``FileNotFoundError`` where there is none.
    """
    found = folder.lstat()
    if stat.S_ISDIR(found.st_mode) and _is_trusted(found, owner):
        return None
    return _unsafe(str(folder), found)


def _is_trusted(found: os.stat_result, owner: int) -> bool:
    if sys.platform == "win32":
        return True  # neither owner nor mode say anything there; policies come from the registry
    return found.st_uid == owner and not found.st_mode & _OTHERS


def _unsafe(place: str, found: os.stat_result) -> Complaint:
    return Complaint("policy.unsafe", {"place": place, "mode": f"{stat.S_IMODE(found.st_mode):04o}"})
