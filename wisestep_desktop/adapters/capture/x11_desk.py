"""One connection to an X server: what is in front, and what changed.

Knows python-xlib and the window manager's hints (EWMH); knows no thread, no sink and no clock. A window may vanish
between any two requests, so every read of a foreign window expects ``BadWindow``.
"""

from __future__ import annotations

import contextlib
import socket
from array import array
from enum import IntEnum
from pathlib import Path

from Xlib import X, error
from Xlib.protocol import rq
from Xlib.xobject.drawable import Window as XWindow

from wisestep_desktop.adapters.capture import x11_text
from wisestep_desktop.adapters.links.x11 import connect
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.core.observation import NOTHING, Window

_LONGEST_PROPERTY = 16_384 // 4
"""A property is read no further than this, in units of four bytes: a hostile title must not cost us memory."""

_PATIENCE = 3
"""How often to look again when the window in front vanishes while it is read."""


class DisplayLostError(Exception):
    """The X server closed the connection."""


class Change(IntEnum):
    """What the server told since the last look, the more important the higher."""

    NONE = 0
    TITLE = 1
    FRONT = 2


class XDesk:
    """The desktop behind one X connection. Not safe from two threads at a time.

    Raises:
        CaptureUnavailable: ``capture.no_display``, or ``capture.no_window_list`` where no window manager tells which
            window is active.
    """

    def __init__(self, name: str | None) -> None:
        self._display = connect(name)
        self._display.set_error_handler(_silent)
        self._root: XWindow = self._display.screen().root
        self._atoms: dict[str, int] = {}
        self._kinds: dict[int, str] = {}
        self._front = 0
        self._application = ""
        self._is_named = False
        try:
            self._start()
        except (error.ConnectionClosedError, error.XError):
            self.close()
            raise CaptureUnavailable("capture.no_display") from None
        except CaptureUnavailable:
            self.close()
            raise

    def _start(self) -> None:
        self._name = self._atom("_NET_WM_NAME")
        self._titles = frozenset({self._name, self._atom("WM_NAME")})
        self._looks = self._titles | {self._atom("WM_CLASS")}
        self._active = self._atom("_NET_ACTIVE_WINDOW")
        self._fronts = frozenset({self._active, self._atom("_NET_CLIENT_LIST")})
        self.is_nested = self._display.query_extension("XWAYLAND") is not None
        if self._active not in self._supported():
            raise CaptureUnavailable("capture.no_window_list")
        self._root.change_attributes(event_mask=X.PropertyChangeMask)
        self._active_window()

    def fileno(self) -> int:
        """Return the connection's socket."""
        with _told():
            return self._display.fileno()

    def close(self) -> None:
        """Close the connection, also a broken one."""
        with contextlib.suppress(error.ConnectionClosedError, OSError):
            self._display.close()

    def changes(self) -> Change:
        """Take every notification that has arrived and say the most important one; never waits.

        Raises:
            DisplayLostError: if the server is gone.
        """
        change = Change.NONE
        with _told():
            for _ in range(self._display.pending_events()):  # what arrives meanwhile wakes whoever waits
                change = max(change, self._meaning(self._display.next_event()))
        return change

    def overheard(self) -> Change:
        """Take the notifications that came in while an answer was awaited: nothing will wake anybody for them.

        Raises:
            DisplayLostError: if the server is gone.
        """
        return self.changes() if self._display.display.event_queue else Change.NONE

    def front(self) -> Window:
        """Return the window in front, and from now on watch its title.

        Raises:
            DisplayLostError: if the server is gone.
        """
        with _told():
            for _ in range(_PATIENCE):
                window = self._follow(self._active_window())
                if window is not None:
                    return window
        return NOTHING

    def retitled(self) -> Window:
        """Return the window in front after its title changed.

        Raises:
            DisplayLostError: if the server is gone.
        """
        with _told():
            try:
                return Window(self._application, self._title(self._window(self._front)))
            except error.XError:
                return self.front()

    def _meaning(self, event: rq.Event) -> Change:
        if event.type != X.PropertyNotify:
            return Change.NONE
        if event.window.id == self._root.id:
            return Change.FRONT if event.atom in self._fronts else Change.NONE
        if event.window.id != self._front or event.atom not in self._looks:
            return Change.NONE
        if event.atom not in self._titles:
            return Change.FRONT
        return Change.NONE if self._is_named and event.atom != self._name else Change.TITLE

    def _active_window(self) -> int:
        values = self._numbers(self._root, self._active)
        return values[0] if values and values[0] not in {X.NONE, X.PointerRoot, self._root.id} else 0

    def _follow(self, front: int) -> Window | None:
        """Watch ``front`` and read it; None if it vanished meanwhile."""
        if self._front not in {0, front}:
            self._window(self._front).change_attributes(event_mask=X.NoEventMask)
        self._front, self._application = front, ""
        if not front:
            return NOTHING
        window = self._window(front)
        window.change_attributes(event_mask=X.PropertyChangeMask)  # before reading: no change can fall in between
        try:
            if self._is_withdrawn(window):
                return NOTHING
            self._application = self._class(window) or self._executable(window)
            return Window(self._application, self._title(window))
        except error.XError:
            self._front = 0
            return None

    def _is_withdrawn(self, window: XWindow) -> bool:
        """Tell whether a window is closed though it still exists.

        When the last window goes, openbox leaves it in ``_NET_ACTIVE_WINDOW`` and only takes it off the client list.
        """
        if self._numbers(window, self._atom("WM_STATE")):
            return False
        return bool(window.get_attributes().map_state == X.IsUnmapped)

    def _title(self, window: XWindow) -> str:
        name = self._text(window, "_NET_WM_NAME")
        self._is_named = bool(name)  # the older property, which nearly every window changes too, says nothing then
        return name or self._text(window, "WM_NAME")

    def _class(self, window: XWindow) -> str:
        return x11_text.class_name(self._bytes(window, self._atom("WM_CLASS"))[1])

    def _executable(self, window: XWindow) -> str:
        """Return the program that owns a window; its process id means something on its own computer only."""
        if self._text(window, "WM_CLIENT_MACHINE").casefold() != socket.gethostname().casefold():
            return ""
        pid = self._numbers(window, self._atom("_NET_WM_PID"))
        return _program_of(pid[0]) if pid else ""

    def _supported(self) -> frozenset[int]:
        """Return what the window manager says it does; nothing if there is none or only the ghost of a dead one."""
        check = self._atom("_NET_SUPPORTING_WM_CHECK")
        witness = self._numbers(self._root, check)
        try:
            if not witness or self._numbers(self._window(witness[0]), check) != witness:
                return frozenset()
        except error.XError:
            return frozenset()
        return frozenset(self._numbers(self._root, self._atom("_NET_SUPPORTED")))

    def _text(self, window: XWindow, name: str) -> str:
        kind, data = self._bytes(window, self._atom(name))
        return x11_text.decode(kind, data)

    def _bytes(self, window: XWindow, atom: int) -> tuple[str, bytes]:
        found = window.get_property(atom, X.AnyPropertyType, 0, _LONGEST_PROPERTY)
        if found is None or found.format != 8:
            return "", b""
        return self._kind(found.property_type), bytes(found.value)

    def _numbers(self, window: XWindow, atom: int) -> tuple[int, ...]:
        found = window.get_property(atom, X.AnyPropertyType, 0, _LONGEST_PROPERTY)
        return tuple(found.value) if found is not None and isinstance(found.value, array) else ()

    def _atom(self, name: str) -> int:
        if name not in self._atoms:
            self._atoms[name] = self._display.intern_atom(name)
        return self._atoms[name]

    def _kind(self, atom: int) -> str:
        """Return the name of a property's type; there are a handful, asked for once."""
        if atom not in self._kinds:
            self._kinds[atom] = self._display.get_atom_name(atom)
        return self._kinds[atom]

    def _window(self, number: int) -> XWindow:
        return self._display.create_resource_object("window", number)


class _told(contextlib.AbstractContextManager[None]):  # noqa: N801  # reads as a word at its uses
    """Translates python-xlib's ways of saying that the connection is gone."""

    def __exit__(self, _kind: object, problem: BaseException | None, _trace: object) -> None:
        if isinstance(problem, error.ConnectionClosedError | OSError):
            raise DisplayLostError from None


def _silent(_error: object, _request: object) -> None:
    """Take an error of a request without an answer: a window vanished before we let go of it."""


def _program_of(pid: int) -> str:
    """Return the executable name of a process, or nothing; the process may be another user's or gone."""
    process = Path("/proc") / str(pid)
    try:
        return x11_text.program((process / "exe").readlink().name.removesuffix(" (deleted)"))
    except OSError:
        pass
    try:
        return x11_text.program((process / "comm").read_text("utf-8", "replace"))
    except OSError:
        return ""
