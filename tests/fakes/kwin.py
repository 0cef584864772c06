"""A stand-in for KWin's scripting: loads the script it is given into the JavaScript engine KWin uses, and runs it.

Object paths, answers and the order of things are those of KWin's ``scripting.cpp``: a script is read when it is run,
``run`` is answered once it was evaluated, and ``callDBus`` waits for nobody. Needs a QCoreApplication.
"""

from __future__ import annotations

import json
from dataclasses import dataclass
from pathlib import Path

from jeepney import DBusAddress, Message, new_method_call
from jeepney.io.blocking import DBusConnection
from PySide6.QtQml import QJSEngine

from tests.fakes.service import Service, refused, returned

_PRELUDE = """
var calls = [], windows = {}, plasma = %d;
function callDBus() { calls.push(Array.prototype.slice.call(arguments)); }
function signal() {
    var slots = [];
    return { connect: function (slot) { slots.push(slot); },
             emit: function (value) { slots.forEach(function (slot) { slot(value); }); } };
}
function bytes(text) {
    var plain = unescape(encodeURIComponent(text)), made = new Uint8Array(plain.length);
    for (var place = 0; place < plain.length; place++) made[place] = plain.charCodeAt(place);
    return made.buffer;
}
var workspace = plasma == 6
    ? { activeWindow: null, windowActivated: signal(), windowRemoved: signal() }
    : { activeClient: null, clientActivated: signal(), clientRemoved: signal() };
function front() { return plasma == 6 ? workspace.activeWindow : workspace.activeClient; }
function open(told) {
    windows[told.id] = { internalId: "{" + told.id + "}", caption: told.caption, active: false,
        captionChanged: signal(), desktopWindow: told.desktop,
        desktopFileName: plasma == 6 ? told.entry : bytes(told.entry),
        resourceClass: plasma == 6 ? told.group : bytes(told.group) };
}
function activate(id) {
    var window = id === null ? null : windows[id];
    if (front()) front().active = false;
    if (window) window.active = true;
    if (plasma == 6) { workspace.activeWindow = window; workspace.windowActivated.emit(window); }
    else { workspace.activeClient = window; workspace.clientActivated.emit(window); }
}
function retitle(id, caption) { windows[id].caption = caption; windows[id].captionChanged.emit(); }
function remove(id) {
    (plasma == 6 ? workspace.windowRemoved : workspace.clientRemoved).emit(windows[id]); delete windows[id];
}
"""


@dataclass(frozen=True, slots=True)
class KWindow:
    """A window as KWin knows it."""

    id: int
    caption: str
    group: str = ""
    entry: str = ""
    desktop: bool = False


class _Script:
    def __init__(self, number: int, path: str, plugin: str) -> None:
        self.number, self.path, self.plugin = number, path, plugin
        self.engine: QJSEngine | None = None


class FakeKWin(Service):
    """KWin of Plasma 5 or 6.

    Args:
        crowded: the path of the next script belongs to another one, which KWin's numbering allows.
        deaf: scripts run, but cannot call anybody.

    Attributes:
        files: the script files that were run.
    """

    names = ("org.kde.KWin",)

    def __init__(
        self,
        bus: DBusConnection,
        *,
        plasma: int = 6,
        front: KWindow | None = None,
        crowded: bool = False,
        deaf: bool = False,
    ) -> None:
        super().__init__(bus)
        self.files: list[Path] = []
        self._plasma, self._crowded, self._deaf = plasma, crowded, deaf
        self._scripts: list[_Script] = []
        self._windows: dict[int, KWindow] = {front.id: front} if front else {}
        self._front = front.id if front else None

    def open(self, window: KWindow) -> None:
        """Show a window behind the others."""
        self._windows[window.id] = window
        self._do(f"open({_json(window)})")

    def activate(self, number: int | None) -> None:
        """Bring a window to the front, or the bare desktop."""
        self._front = number
        self._do(f"activate({json.dumps(number)})")

    def retitle(self, number: int, caption: str) -> None:
        """Change a caption."""
        old = self._windows[number]
        self._windows[number] = KWindow(number, caption, old.group, old.entry, old.desktop)
        self._do(f"retitle({number}, {json.dumps(caption)})")

    def remove(self, number: int) -> None:
        """Close a window."""
        self._do(f"remove({number})")
        del self._windows[number]

    def plugins(self) -> list[str]:
        """Return the names of the loaded scripts."""
        return self.do(lambda: [each.plugin for each in self._scripts])

    def leave_script(self, plugin: str) -> None:
        """Keep a script that its program, which crashed, did not take out."""
        self.do(lambda: self._scripts.append(_Script(99, "/nowhere", plugin)))

    def answer(self, message: Message, path: str, member: str) -> Message | None:
        match path, member, message.body:
            case "/Scripting", "loadScript", (str(file), str(plugin)):
                return returned(message, "i", (self._load(file, plugin),))
            case "/Scripting", "unloadScript", (str(plugin),):
                before = len(self._scripts)
                self._scripts = [each for each in self._scripts if each.plugin != plugin]
                return returned(message, "b", (len(self._scripts) < before,))
            case "/Scripting", "start", ():
                for script in self._scripts:
                    self._run(script)
                return returned(message)
        for script in self._scripts:
            home = f"/Scripting/Script{script.number}" if self._plasma == 6 else f"/{script.number}"
            if (path, member) == (home, "run"):
                if not self._crowded and not self._run(script):
                    return refused(message, "org.kde.kwin.Scripting.FileError", f"Could not open {script.path}")
                return returned(message)
        return refused(message, "org.freedesktop.DBus.Error.UnknownObject")

    def stop(self) -> None:
        self.do(self._scripts.clear)  # an engine ends on the thread it began on
        super().stop()

    def _load(self, file: str, plugin: str) -> int:
        if any(each.plugin == plugin for each in self._scripts):
            return -1
        self._scripts.append(_Script(len(self._scripts), file, plugin))
        return len(self._scripts) - 1

    def _run(self, script: _Script) -> bool:
        if script.engine is not None:
            return True
        file = Path(script.path)
        if not file.is_file():
            self._scripts.remove(script)
            return False
        self.files.append(file)
        script.engine = QJSEngine()
        self._evaluate(script, _PRELUDE % self._plasma)
        for window in self._windows.values():
            self._evaluate(script, f"open({_json(window)})")
        self._evaluate(script, f"activate({json.dumps(self._front)})")
        self._evaluate(script, file.read_text("utf-8"))
        return True

    def _do(self, source: str) -> None:
        self.do(lambda: [self._evaluate(each, source) for each in self._scripts if each.engine is not None])

    def _evaluate(self, script: _Script, source: str) -> None:
        assert script.engine is not None
        result = script.engine.evaluate(source)
        assert not result.isError(), f"{script.path}: {result.toString()}"
        calls = json.loads(script.engine.evaluate("JSON.stringify(calls.splice(0))").toString())
        for service, path, interface, member, *values in [] if self._deaf else calls:
            address = DBusAddress(path, service, interface)
            self.bus.send(new_method_call(address, member, "s" * len(values), tuple(values)))


def _json(window: KWindow) -> str:
    named = {"id": window.id, "caption": window.caption, "group": window.group, "entry": window.entry}
    return json.dumps(named | {"desktop": window.desktop})
