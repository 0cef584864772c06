"""The desktop of Windows as far as we look at it: window in front, title, owner, program, and two event hooks.

Knows the calls; decides nothing. A window or process may vanish between any two calls, so nothing here raises for that:
it answers with nothing. Windows only.
"""

from __future__ import annotations

import sys

if sys.platform != "win32":
    raise ImportError("this desktop exists on Windows only")

import ctypes
from ctypes import wintypes

from wisestep_desktop.adapters.capture import winapi_calls as calls
from wisestep_desktop.adapters.capture.winapi_seams import NOBODY, Owner
from wisestep_desktop.adapters.capture.winapi_text import is_elsewhere, translations, whole
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.core.observation import LONGEST_TITLE

_ROOM = 4 * LONGEST_TITLE + 1
"""UTF-16 units read of a title; a hostile one must not cost us memory."""

_LONGEST_PATH = 32_768
_LARGEST_VERSION = 1 << 20
_MOST_GUESTS = 64


class WinDesk:
    """The desktop of this session. All but ``nudge`` is for one thread at a time.

    Raises:
        CaptureUnavailable: ``capture.not_interactive`` where nobody can see a window, as in a service.
    """

    def __init__(self) -> None:
        self._thread = 0
        self._own = int(calls.KERNEL.GetCurrentProcessId())
        self._front_hook: int | None = None
        self._title_hook: int | None = None
        self._followed = 0
        self.heard = 0
        self._procedure = calls.EventProcedure(self._hear)  # kept: Windows calls it as long as a hook lives
        if not _is_interactive():
            raise CaptureUnavailable("capture.not_interactive")
        self.front()

    def start(self) -> bool:
        """Hook changes of the window in front, for this thread's messages; False if Windows refuses."""
        self._thread = int(calls.KERNEL.GetCurrentThreadId())
        self._front_hook = self._hook(calls.EVENT_SYSTEM_FOREGROUND, NOBODY)
        return self._front_hook is not None

    def follow(self, handle: int, owner: Owner) -> None:
        """Hook changes of this window's title instead of the last one's, if Windows lets us."""
        self._unhook(self._title_hook)
        self._title_hook, self._followed = None, handle
        # The hooks leave our own program out: what we show ourselves, the next look finds.
        if handle and self._thread and owner.process != self._own:
            self._title_hook = self._hook(calls.EVENT_OBJECT_NAMECHANGE, owner)

    def front(self) -> int:
        """Return the window in front; 0 while there is none, or none that we may see (lock, prompt of the system)."""
        return calls.USER.GetForegroundWindow() or 0

    def is_bare(self, handle: int) -> bool:
        """Tell the desktop itself from a window."""
        if handle in {calls.USER.GetDesktopWindow(), calls.USER.GetShellWindow()}:
            return True
        return self.class_name(handle) in {"Progman", "WorkerW"}

    def owner(self, handle: int) -> Owner:
        """Return whose window it is; zeros for one that is gone."""
        process = wintypes.DWORD()
        thread = int(calls.USER.GetWindowThreadProcessId(handle, ctypes.byref(process)))
        return Owner(process.value, thread) if thread else NOBODY

    def title(self, handle: int, owner: Owner) -> str:
        """Return the title, never waiting for the window's program."""
        text = ctypes.create_unicode_buffer(_ROOM)
        # For our own windows GetWindowText would send a message to the thread that may just be waiting for this one.
        read = calls.USER.InternalGetWindowText if owner.process == self._own else calls.USER.GetWindowTextW
        read(handle, text, _ROOM)
        return whole(text.value)

    def class_name(self, handle: int) -> str:
        """Return the name of the window's kind."""
        text = ctypes.create_unicode_buffer(257)
        calls.USER.GetClassNameW(handle, text, len(text))
        return whole(text.value)

    def guests(self, handle: int, host: int) -> tuple[int, ...]:
        """Return the processes, other than ``host``, with a window inside this one."""
        found: list[int] = []

        def take(child: int, _unused: int) -> int:
            process = self.owner(child).process
            if process not in {0, host, *found}:
                found.append(process)
            return len(found) < _MOST_GUESTS

        calls.USER.EnumChildWindows(handle, calls.ChildProcedure(take), 0)
        return tuple(found)

    def program(self, process: int) -> str:
        """Return the path of a process's program; nothing if it is gone or does not let us look."""
        opened = calls.KERNEL.OpenProcess(calls.PROCESS_QUERY_LIMITED_INFORMATION, 0, process)
        if not opened:
            return ""
        try:
            path, length = ctypes.create_unicode_buffer(_LONGEST_PATH), wintypes.DWORD(_LONGEST_PATH)
            done = calls.KERNEL.QueryFullProcessImageNameW(opened, 0, path, ctypes.byref(length))
            return whole(path.value) if done else ""
        finally:
            calls.KERNEL.CloseHandle(opened)

    def description(self, path: str) -> str:
        """Return what a program calls itself (``Microsoft Word``); nothing if it does not say, or lies on a server."""
        if is_elsewhere(path) or calls.KERNEL.GetDriveTypeW(path[:3]) == calls.DRIVE_REMOTE:
            return ""
        size = calls.VERSION.GetFileVersionInfoSizeW(path, None)
        if not 0 < size <= _LARGEST_VERSION:
            return ""
        block = ctypes.create_string_buffer(size)
        if not calls.VERSION.GetFileVersionInfoW(path, 0, size, block):
            return ""
        for place in translations(_version_value(block, "\\VarFileInfo\\Translation")):
            told = _version_value(block, f"\\StringFileInfo\\{place}\\FileDescription", unit=2)
            text = whole(told.decode("utf-16-le", "surrogatepass")).split("\0")[0].strip()
            if text:
                return text
        return ""

    def nudge(self) -> None:
        """Wake the thread that waits for messages. Safe from any thread."""
        if self._thread:
            calls.USER.PostThreadMessageW(self._thread, calls.WM_NULL, 0, 0)

    def close(self) -> None:
        """Let go of the hooks. On another thread there is nothing to do: a thread's hooks end with it."""
        if self._thread == calls.KERNEL.GetCurrentThreadId():
            self._unhook(self._title_hook)
            self._unhook(self._front_hook)
        self._title_hook = self._front_hook = None
        self._thread = 0

    def _hook(self, event: int, owner: Owner) -> int | None:
        hook: int | None = calls.USER.SetWinEventHook(
            event, event, None, self._procedure, *owner, calls.WINEVENT_OUTOFCONTEXT_SKIPOWNPROCESS
        )
        return hook

    def _unhook(self, hook: int | None) -> None:
        if hook is not None:
            calls.USER.UnhookWinEvent(hook)

    def _hear(self, _hook: int, event: int, handle: int, kind: int, child: int, _thread: int, _time: int) -> None:
        """Take an event. It only counts: that it came has ended the wait, and the next look sees for itself."""
        if kind != calls.OBJID_WINDOW or child != calls.CHILDID_SELF:
            return
        if event == calls.EVENT_SYSTEM_FOREGROUND or handle == self._followed:
            self.heard += 1


def _is_interactive() -> bool:
    flags, needed = calls.UserObjectFlags(), wintypes.DWORD()
    station = calls.USER.GetProcessWindowStation()
    told = calls.USER.GetUserObjectInformationW(
        station, calls.UOI_FLAGS, ctypes.byref(flags), ctypes.sizeof(flags), ctypes.byref(needed)
    )
    return bool(told) and bool(flags.flags & calls.WSF_VISIBLE)


def _version_value(block: ctypes.Array[ctypes.c_char], name: str, *, unit: int = 1) -> bytes:
    """Return a value of a version resource; ``unit`` is the size of what Windows counts its length in."""
    at, length = ctypes.c_void_p(), wintypes.UINT()
    if not calls.VERSION.VerQueryValueW(block, name, ctypes.byref(at), ctypes.byref(length)) or not at.value:
        return b""
    inside = ctypes.addressof(block) + len(block) - at.value  # a broken resource must not send us out of bounds
    return ctypes.string_at(at.value, max(0, min(length.value * unit, inside)))
