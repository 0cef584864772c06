"""Which window is in front on GNOME, which tells only its own extensions: asks one of three over the session bus.

Our own extension (``installer/linux/gnome-extension``) tells every change. "Focused Window D-Bus" and "Window Calls",
which a person may have already, are asked once a second. Knows what the three answer, nothing of the shell itself.

Neither our extension nor this module has met a real GNOME Shell yet: the tests answer as the extensions' sources do.
"""

from __future__ import annotations

import json
import time
from collections.abc import Callable
from dataclasses import dataclass
from typing import Any, Final

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType, new_method_call

from wisestep_desktop.adapters.capture.desktop_names import DesktopNames
from wisestep_desktop.adapters.links.bus import Bus, BusLostError, RefusedError, is_owner_change, owner_changes
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.core.observation import NOTHING, Window
from wisestep_desktop.ports.capture import Health, SignalHealth, SignalName
from wisestep_desktop.ports.windows import SourceLostError

_SHELL = "org.gnome.Shell"
POLL: Final = 1_000
"""Milliseconds between questions to an extension that does not tell by itself."""

_OVERDUE: Final = 5_000
"""Milliseconds after which an answer is no longer waited for."""

_DESKTOP_TYPE = 1
"""The desktop icons' window, by the shell's number (Meta.WindowType.DESKTOP)."""


@dataclass(frozen=True, slots=True)
class _Extension:
    """How one extension is asked, and how its answer is read: application id and title."""

    address: DBusAddress
    member: str
    read: Callable[[tuple[Any, ...]], tuple[str, str]]
    signal: str | None = None


def _plain(body: tuple[Any, ...]) -> tuple[str, str]:
    match body:
        case (str(application), str(title)):
            return application, title
    return "", ""


def _focused(body: tuple[Any, ...]) -> tuple[str, str]:
    return _window(_json(body))


def _listed(body: tuple[Any, ...]) -> tuple[str, str]:
    windows = _json(body)
    return (
        next((_window(each) for each in windows if _has_focus(each)), ("", "")) if type(windows) is list else ("", "")
    )


def _has_focus(window: object) -> bool:
    return isinstance(window, dict) and window.get("focus") is True


def _window(told: object) -> tuple[str, str]:
    if not isinstance(told, dict) or told.get("window_type") == _DESKTOP_TYPE:
        return "", ""
    application, title = told.get("wm_class"), told.get("title")
    return application if isinstance(application, str) else "", title if isinstance(title, str) else ""


def _json(body: tuple[Any, ...]) -> Any:  # noqa: ANN401  # whatever the extension wrote
    try:
        return json.loads(body[0])
    except (ValueError, LookupError, TypeError, RecursionError):
        return None


_OURS = _Extension(
    DBusAddress("/org/wisestep/FocusedWindow", _SHELL, "org.wisestep.FocusedWindow"), "Get", _plain, "Changed"
)
_EXTENSIONS = (
    _OURS,
    _Extension(
        DBusAddress("/org/gnome/shell/extensions/FocusedWindow", _SHELL, "org.gnome.shell.extensions.FocusedWindow"),
        "Get",
        _focused,
    ),
    _Extension(
        DBusAddress("/org/gnome/Shell/Extensions/Windows", _SHELL, "org.gnome.Shell.Extensions.Windows"),
        "List",
        _listed,
    ),
)
"""The best first."""


def _awake() -> int:
    return time.monotonic_ns() // 1_000_000


class GnomeWindows:
    """Keeps the promises of ``ports.windows.Windows``.

    The shell takes its extensions away while the screen is locked: until they are back, nothing is in front.

    Args:
        address: of the bus, such as ``unix:path=…``; None means the session bus.
        names: turns application ids into names a person knows.
        clock: milliseconds of a clock that is never set.

    Raises:
        CaptureUnavailable: ``capture.no_session_bus``, ``capture.no_gnome``, or ``capture.gnome_extension_missing``.
    """

    poll: int = POLL
    """Milliseconds after which ``news`` wants to be called though the socket is silent; 0 for never."""

    def __init__(
        self,
        address: str | None = None,
        names: DesktopNames | None = None,
        *,
        clock: Callable[[], int] = _awake,
    ) -> None:
        self._names = names or DesktopNames()
        self._clock = clock
        self._latest: list[Window] = []
        self._shown: Window | None = None
        self._asked: int | None = None
        self._due = 0
        self._away = False
        self._gone = False
        try:
            self._bus = Bus(address)
        except BusLostError:
            raise CaptureUnavailable("capture.no_session_bus") from None
        try:
            self._extension = self._choose()
        except (BusLostError, RefusedError):
            self.close()
            raise CaptureUnavailable("capture.no_gnome") from None
        except CaptureUnavailable:
            self.close()
            raise
        self.poll = 0 if self._extension.signal else POLL

    def _choose(self) -> _Extension:
        """Return the best extension that answers, having read one window from it."""
        self._owner = self._bus.owner(_SHELL)
        if not self._owner:
            raise CaptureUnavailable("capture.no_gnome")
        self._bus.listen(owner_changes(_SHELL))
        self._bus.listen(MatchRule(type="signal", sender=_SHELL, interface=_OURS.address.interface))
        for extension in _EXTENSIONS:
            try:
                self._note(extension.read(self._bus.ask(extension.address, extension.member)))
            except RefusedError as problem:
                if problem.is_unknown or not problem.name:
                    continue
                self._note(("", ""))  # an older "Focused Window D-Bus" fails where nothing is in front
            self._due = self._clock() + POLL
            return extension
        raise CaptureUnavailable("capture.gnome_extension_missing")

    @property
    def name(self) -> str:
        """Return ``gnome``."""
        return "gnome"

    def start(self) -> None:
        """Do nothing: everything is asked for already."""

    def fileno(self) -> int:
        """Return the bus's socket, readable when a change or an answer came."""
        return self._bus.fileno()

    def news(self) -> tuple[Window, ...]:
        """Return the windows that came to the front or changed their title; asks again once ``poll`` has passed.

        Raises:
            SourceLostError: ``capture.display_lost`` once the shell or the bus is gone.
        """
        if not self._gone:
            try:
                for message in self._bus.heard():
                    self._take(message)
                self._ask_again()
            except BusLostError:
                self._gone = True
        told = self._told()
        if self._gone and not told:
            raise SourceLostError("capture.display_lost")
        return told

    def health(self) -> tuple[SignalHealth, ...]:
        """Return the health of titles and documents."""
        if self._gone:
            off = (SignalName.TITLES, SignalName.DOCUMENTS)
            return tuple(SignalHealth(signal, Health.OFF, "capture.display_lost") for signal in off)
        titles = (Health.DEGRADED, "capture.gnome_extension_missing") if self._away else (Health.WORKS, None)
        return (
            SignalHealth(SignalName.TITLES, *titles),
            SignalHealth(SignalName.DOCUMENTS, Health.OFF, "capture.no_documents"),
        )

    def close(self) -> None:
        """Close the connection."""
        self._gone = True
        self._bus.close()

    def _ask_again(self) -> None:
        """Ask an extension that does not tell by itself; its answer makes the socket readable."""
        now = self._clock()
        waiting = self._asked is not None and now < self._due + _OVERDUE
        if self._extension.signal or now < self._due or waiting or self._gone:
            return
        self._asked = self._bus.send(new_method_call(self._extension.address, self._extension.member))
        self._due = now + POLL

    def _take(self, message: Message) -> None:
        fields, kind = message.header.fields, message.header.message_type
        answers = self._asked is not None and fields.get(HeaderFields.reply_serial) == self._asked
        member = fields.get(HeaderFields.member)
        if kind is MessageType.method_return and answers:
            self._asked, self._away = None, False
            self._note(self._extension.read(message.body))
        elif kind is MessageType.error and answers:
            self._asked = None
            self._away = RefusedError(str(fields.get(HeaderFields.error_name))).is_unknown
            self._note(("", ""))
        elif kind is MessageType.signal and fields.get(HeaderFields.sender) == self._owner:
            if member == self._extension.signal:
                self._note(self._extension.read(message.body))
        elif kind is MessageType.signal and is_owner_change(message):
            self._bus.shut()

    def _note(self, told: tuple[str, str]) -> None:
        application, title = told
        self._latest.append(Window(self._names.name_of(application), title) if application or title else NOTHING)

    def _told(self) -> tuple[Window, ...]:
        """Return what was in front since the last time, without repeats; titles of one application collapse."""
        latest, self._latest = self._latest, []
        if self._shown is None:  # the first time it is what is in front now that counts
            latest = latest[-1:]
        told: list[Window] = []
        for place, window in enumerate(latest):
            follower = latest[place + 1] if place + 1 < len(latest) else None
            passing = follower is not None and (window == NOTHING or window.application == follower.application)
            if not passing and window != self._shown:
                self._shown = window
                told.append(window)
        return tuple(told)
