"""Which window is in front on KDE Plasma 5 and 6: a small script inside KWin calls us over the session bus.

Event-driven. Knows KWin's scripting interface and what our script says; the script is ``kwin_script.js`` beside this.
Only who read the script file knows the path it calls, so no other program can tell us windows.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import selectors
import shutil
import tempfile
import time
from pathlib import Path
from typing import Final

from jeepney import DBusAddress, HeaderFields, Message, MessageFlag, MessageType, new_method_return

from wisestep_desktop.adapters.capture.desktop_names import DesktopNames
from wisestep_desktop.adapters.links.bus import Bus, BusLostError, RefusedError, is_owner_change, owner_changes
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.core.observation import NOTHING, Window
from wisestep_desktop.ports.capture import Health, SignalHealth, SignalName
from wisestep_desktop.ports.windows import SourceLostError

_KWIN = "org.kde.KWin"
_SCRIPTING = DBusAddress("/Scripting", _KWIN, "org.kde.kwin.Scripting")
_SCRIPT = Path(__file__).with_name("kwin_script.js")
_PLUGIN = "wisestep-desktop"
"""The name KWin keeps our script under: the same each time, so that one left by a crash is found and taken out."""

PATIENCE: Final = 2.0
"""Seconds within which the script must have called for the first time."""


class KWinWindows:
    """Keeps the promises of ``ports.windows.Windows``.

    Args:
        address: of the bus, such as ``unix:path=…``; None means the session bus.
        names: turns application ids into names a person knows.
        patience: seconds to wait for the script's first call.

    Raises:
        CaptureUnavailable: ``capture.no_session_bus`` or ``capture.no_kwin``.
    """

    def __init__(
        self, address: str | None = None, names: DesktopNames | None = None, *, patience: float = PATIENCE
    ) -> None:
        self._names = names or DesktopNames()
        self._path = f"/org/wisestep/front/{secrets.token_hex(16)}"
        self._patience = patience
        self._fronts: list[tuple[str, Window]] = []
        self._shown: Window | None = None
        self._loaded = self._gone = False
        try:
            self._bus = Bus(address)
        except BusLostError:
            raise CaptureUnavailable("capture.no_session_bus") from None
        try:
            self._load()
        except (BusLostError, RefusedError, OSError):
            self.close()
            raise CaptureUnavailable("capture.no_kwin") from None

    @property
    def name(self) -> str:
        """Return ``kwin``."""
        return "kwin"

    @property
    def poll(self) -> int:
        """Return 0: the desktop tells by itself."""
        return 0

    def start(self) -> None:
        """Do nothing: the script tells since it was loaded, and what it says waits in the socket."""

    def fileno(self) -> int:
        """Return the bus's socket."""
        return self._bus.fileno()

    def news(self) -> tuple[Window, ...]:
        """Return the windows that came to the front or changed their caption; of captions read together, the last.

        Raises:
            SourceLostError: ``capture.display_lost`` once KWin or the bus is gone.
        """
        self._hear()
        told = self._told()
        if self._gone and not told:
            raise SourceLostError("capture.display_lost")
        return told

    def health(self) -> tuple[SignalHealth, ...]:
        """Return the health of titles and documents."""
        if self._gone:
            off = (SignalName.TITLES, SignalName.DOCUMENTS)
            return tuple(SignalHealth(signal, Health.OFF, "capture.display_lost") for signal in off)
        return (
            SignalHealth(SignalName.TITLES, Health.WORKS),
            SignalHealth(SignalName.DOCUMENTS, Health.OFF, "capture.no_documents"),
        )

    def close(self) -> None:
        """Take the script out of KWin and close the connection."""
        if self._loaded and not self._gone:
            with contextlib.suppress(RefusedError, BusLostError):
                self._unload()
        self._gone = True
        self._bus.close()

    def _load(self) -> None:
        """Put the script into KWin and wait for its first call."""
        if not self._bus.owner(_KWIN):
            raise RefusedError("")
        self._bus.listen(owner_changes(_KWIN))
        self._unload()
        deadline = time.monotonic() + self._patience
        folder = tempfile.mkdtemp(prefix="wisestep-", dir=os.environ.get("XDG_RUNTIME_DIR") or None)
        try:
            file = Path(folder) / _SCRIPT.name
            text = _SCRIPT.read_text("utf-8")
            file.write_text(text.replace("@SERVICE@", self._bus.name).replace("@PATH@", self._path), "utf-8")
            self._loaded = True
            number = int(self._bus.ask(_SCRIPTING, "loadScript", "ss", (str(file), _PLUGIN))[0])
            self._run(number)
            if not self._called((time.monotonic() + deadline) / 2):
                # KWin numbers scripts by how many there are: ours may share its path with another one.
                self._bus.ask(_SCRIPTING, "start")
            if not self._called(deadline):
                raise RefusedError("")
        finally:
            shutil.rmtree(folder, ignore_errors=True)  # KWin has read it by now, or never will

    def _run(self, number: int) -> None:
        """Start the script where Plasma 6 keeps it, else where Plasma 5 does."""
        if number < 0:
            raise RefusedError("")
        for path in (f"/Scripting/Script{number}", f"/{number}"):
            with contextlib.suppress(RefusedError):
                self._bus.ask(DBusAddress(path, _KWIN, "org.kde.kwin.Script"), "run")
                return

    def _unload(self) -> None:
        self._bus.ask(_SCRIPTING, "unloadScript", "s", (_PLUGIN,))

    def _called(self, deadline: float) -> bool:
        """Wait until the script has called, or ``deadline``."""
        self._hear()
        with selectors.DefaultSelector() as arrival:
            while not self._fronts and not self._gone:
                arrival.register(self._bus.fileno(), selectors.EVENT_READ)
                if not arrival.select(max(0.0, deadline - time.monotonic())):
                    return False
                arrival.unregister(self._bus.fileno())
                self._hear()
        return bool(self._fronts)

    def _hear(self) -> None:
        try:
            heard = () if self._gone else self._bus.heard()
            for message in heard:
                self._take(message)
        except BusLostError:
            self._gone = True

    def _take(self, message: Message) -> None:
        fields, kind = message.header.fields, message.header.message_type
        if kind is MessageType.method_call:
            match fields.get(HeaderFields.path), fields.get(HeaderFields.member), message.body:
                case self._path, "Front", (str(number), str(caption), str(group), str(entry)):
                    self._front(number, caption, entry or group)
            if not message.header.flags & MessageFlag.no_reply_expected:
                self._bus.send(new_method_return(message))
        elif kind is MessageType.signal and is_owner_change(message):
            self._loaded = False  # another KWin, or none: the script went with the old one
            self._bus.shut()

    def _front(self, number: str, caption: str, application: str) -> None:
        window = Window(self._names.name_of(application), caption) if number else NOTHING
        if self._fronts and self._fronts[-1][0] == number:
            self._fronts.pop()
        self._fronts.append((number, window))

    def _told(self) -> tuple[Window, ...]:
        """Return what was in front since the last time, without repeats."""
        fronts, self._fronts = self._fronts, []
        if self._shown is None:  # the first time it is what is in front now that counts
            fronts = fronts[-1:]
        told: list[Window] = []
        for place, (number, window) in enumerate(fronts):
            # Between two windows nothing is active for an instant; a bare desktop is told when it stays.
            if window != self._shown and (number or place == len(fronts) - 1):
                self._shown = window
                told.append(window)
        return tuple(told)
