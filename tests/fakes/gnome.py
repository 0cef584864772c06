"""Stand-ins for what GNOME has on the session bus: three extensions of the shell, idle monitor, screen saver.

Each answers as its source does, as far as anybody here asks. Read for that: focused-window-dbus and window-calls (their
``extension.js``), and Mutter's description of ``org.gnome.Mutter.IdleMonitor``.
"""

from __future__ import annotations

import json
from dataclasses import dataclass

from jeepney import HeaderFields, Message
from jeepney.io.blocking import DBusConnection

from tests.fakes.service import Service, refused, returned

OURS, FOCUSED, CALLS = "ours", "focused", "calls"
_PATHS = {
    "/org/wisestep/FocusedWindow": (OURS, "org.wisestep.FocusedWindow", "Get"),
    "/org/gnome/shell/extensions/FocusedWindow": (FOCUSED, "org.gnome.shell.extensions.FocusedWindow", "Get"),
    "/org/gnome/Shell/Extensions/Windows": (CALLS, "org.gnome.Shell.Extensions.Windows", "List"),
}


@dataclass(frozen=True, slots=True)
class Shown:
    """A window as the shell knows it."""

    application: str | None
    title: str
    kind: int = 0


class FakeShell(Service):
    """GNOME Shell with the given extensions. One window of another program is always there, behind.

    Attributes:
        asked: how often an extension was asked.
    """

    names = ("org.gnome.Shell",)

    def __init__(
        self,
        bus: DBusConnection,
        *,
        extensions: tuple[str, ...] = (OURS,),
        front: Shown | None = None,
        old: bool = False,
    ) -> None:
        super().__init__(bus)
        self.asked = 0
        self._extensions = extensions
        self._front = front
        self._old = old

    def show(self, front: Shown | None) -> None:
        """Bring a window to the front, or change it, or show the bare desktop."""
        self.do(lambda: self._show(front))

    def lock(self, *, locked: bool) -> None:
        """Take the extensions away, as the shell does while the screen is locked, or bring them back."""
        self.do(lambda: self._lock(locked=locked))

    def lie(self, interface: str, to: str) -> None:
        """Say a window to one listener as any program can that is not the shell; for a connection that is not ours."""
        self.emit("/org/wisestep/FocusedWindow", interface, "Changed", "ss", ("Liar", "lie"), to)

    def answer(self, message: Message, path: str, member: str) -> Message | None:
        which, interface, right = _PATHS.get(path, ("", "", ""))
        if which not in self._extensions or (message.header.fields[HeaderFields.interface], member) != (
            interface,
            right,
        ):
            return refused(message, text=f"Object does not exist at path “{path}”")
        self.asked += 1
        if which == OURS:
            return returned(message, "ss", self._ours())
        if which == CALLS:
            behind = self._details(Shown("org.gnome.Nautilus", "Home"), focus=False)
            windows = [behind, *([self._details(self._front, focus=True)] if self._front else [])]
            return returned(message, "s", (json.dumps(windows),))
        if self._front is None and self._old:
            return refused(message, "org.gnome.gjs.JSError.Error", "No window in focus")
        return returned(message, "s", (json.dumps(self._details(self._front, focus=True) if self._front else {}),))

    def _show(self, front: Shown | None) -> None:
        self._front = front
        if OURS in self._extensions:
            self.emit("/org/wisestep/FocusedWindow", "org.wisestep.FocusedWindow", "Changed", "ss", self._ours())

    def _lock(self, *, locked: bool) -> None:
        if locked:
            self._kept, self._front_kept = self._extensions, self._front
            self._show(None)
            self._extensions = ()
        else:
            self._extensions = self._kept
            self._show(self._front_kept)

    def _ours(self) -> tuple[str, str]:
        return (self._front.application or "", self._front.title) if self._front and self._front.kind != 1 else ("", "")

    def _details(self, window: Shown, *, focus: bool) -> dict[str, object]:
        return {
            "in_current_workspace": True, "wm_class": window.application, "wm_class_instance": window.application,
            "title": window.title, "pid": 4242, "id": hash(window) & 0xFFFF, "frame_type": 0,
            "window_type": window.kind, "focus": focus, "area": {}, "role": None,
        }  # fmt: skip


class FakeMutter(Service):
    """Mutter's idle monitor.

    Attributes:
        watches: connections to be told the next input.
    """

    names = ("org.gnome.Mutter.IdleMonitor",)

    def __init__(self, bus: DBusConnection, *, idle: int = 0) -> None:
        super().__init__(bus)
        self.idle = idle
        self.busy = False
        self.watches: list[str] = []
        self.awaited: list[Message] = []

    def touch(self) -> None:
        """Touch a key: whoever watches is told, once."""
        self.do(self._touch)

    def answer(self, message: Message, path: str, member: str) -> Message | None:
        if path != "/org/gnome/Mutter/IdleMonitor/Core":
            return refused(message)
        match member:
            case "GetIdletime":
                return None if self.busy else returned(message, "t", (self.idle,))
            case "AddUserActiveWatch":
                self.watches.append(message.header.fields[HeaderFields.sender])
                return returned(message, "u", (len(self.watches),))
        return refused(message)

    def _touch(self) -> None:
        self.idle = 0
        for number, listener in enumerate(self.watches, 1):
            path, interface = "/org/gnome/Mutter/IdleMonitor/Core", "org.gnome.Mutter.IdleMonitor"
            self.emit(path, interface, "WatchFired", "u", (number,), listener)
        self.watches.clear()


class FakeSaver(Service):
    """A screen saver of one of the desktops."""

    def __init__(
        self,
        bus: DBusConnection,
        *,
        name: str = "org.gnome.ScreenSaver",
        path: str = "/org/gnome/ScreenSaver",
        active: bool = False,
    ) -> None:
        super().__init__(bus)
        self.names = (name,)
        self._path = path
        self._active = active

    def turn(self, *, active: bool) -> None:
        """Cover or uncover the screen."""
        self._active = active
        self.do(lambda: self.emit(self._path, self.names[0], "ActiveChanged", "b", (active,)))

    def answer(self, message: Message, path: str, member: str) -> Message | None:
        if (path, member) == (self._path, "GetActive"):
            return returned(message, "b", (self._active,))
        return refused(message)
