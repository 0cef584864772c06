"""Lock and sleep as systemd-logind tells them on the system bus.

Knows jeepney and the org.freedesktop.login1 interfaces; knows nothing of windows. A *request* to lock is not a lock:
only ``LockedHint``, which the locker sets once the screen is covered, counts. A locker that sets no hint must not keep
a person "locked" for the rest of the day.
"""

from __future__ import annotations

import os
from collections import deque
from collections.abc import Callable
from itertools import count
from typing import Any

from jeepney import DBusAddress, DBusErrorResponse, HeaderFields, MatchRule, Message, MessageType, new_method_call
from jeepney.auth import AuthenticationError
from jeepney.bus_messages import message_bus
from jeepney.fds import FileDescriptor
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg

from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.ports.capture import Health, SignalHealth, SignalName
from wisestep_desktop.ports.power import PowerSignal

_LOGIND = "org.freedesktop.login1"
_ROOT = "/org/freedesktop/login1"
_MANAGER = _LOGIND + ".Manager"
_SESSION = _LOGIND + ".Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"

_PATIENCE = 1.0
"""Seconds to wait for an answer while connecting; afterwards nothing is ever waited for."""

_BROKEN = (OSError, RuntimeError, ValueError, KeyError, AuthenticationError)
"""What jeepney raises for a bus that is not there, does not let us in, or cannot pass descriptors."""


class LogindPower:
    """Keeps the promises of ``ports.power.Power``.

    Args:
        address: of the bus, such as ``unix:path=…``; None means the system bus.
        why: shown by ``systemd-inhibit --list`` beside our request to be told before the computer sleeps.

    Raises:
        CaptureUnavailable: ``capture.no_system_bus`` or ``capture.no_logind``.
    """

    def __init__(self, address: str | None = None, *, why: str = "timeline") -> None:
        self._why = why
        self._pending: deque[PowerSignal] = deque()
        self._locked = False
        self._inhibitor: FileDescriptor | None = None
        self._awaited = -1
        self._gone = False
        try:
            self._bus: DBusConnection = open_dbus_connection(address or "SYSTEM", enable_fds=True)
        except _BROKEN:
            raise CaptureUnavailable("capture.no_system_bus") from None
        self._serials = count(1 << 16)  # far from those jeepney counts itself, so that an answer is never mistaken
        try:
            self._session = self._subscribe()
        except (*_BROKEN, DBusErrorResponse):
            self.close()
            raise CaptureUnavailable("capture.no_logind") from None

    @property
    def name(self) -> str:
        """Return ``logind``."""
        return "logind"

    def start(self, _urgent: Callable[[PowerSignal], None]) -> None:
        """Do nothing: the signals were asked for at once, and wait in the socket."""

    def fileno(self) -> int:
        """Return the socket, or -1 once the bus is gone or this is closed."""
        return -1 if self._gone else int(self._bus.sock.fileno())

    def drain(self) -> tuple[PowerSignal, ...]:
        """Return what logind said since the last time; never waits and never raises."""
        while not self._gone:
            try:
                self._take(self._bus.receive(timeout=0))
            except TimeoutError:
                break
            except (OSError, RuntimeError):
                self.close()
        told = tuple(self._pending)
        self._pending.clear()
        return told

    def written(self) -> None:
        """Give up the delay that kept the computer awake for us."""
        if self._inhibitor is not None:
            self._inhibitor.close()
            self._inhibitor = None

    def health(self) -> tuple[SignalHealth, ...]:
        """Return the health of lock and sleep."""
        if self._gone:
            return (
                SignalHealth(SignalName.LOCK, Health.OFF, "capture.system_bus_lost"),
                SignalHealth(SignalName.SLEEP, Health.DEGRADED, "capture.sleep_from_clocks"),
            )
        lock = (Health.WORKS, None) if self._session else (Health.OFF, "capture.no_session")
        return (SignalHealth(SignalName.LOCK, *lock), SignalHealth(SignalName.SLEEP, Health.WORKS))

    def close(self) -> None:
        """Let the computer sleep as it likes and close the connection."""
        self.written()
        if not self._gone:
            self._gone = True
            self._bus.close()

    def _subscribe(self) -> str:
        """Ask for every signal we live on; return our session's path, empty if we are in none."""
        self._match(_MANAGER, "PrepareForSleep", _ROOT)
        self._call(_ROOT, "org.freedesktop.DBus.Peer", "Ping")
        session = self._find_session()
        if session:
            self._match(_SESSION, "Unlock", session)
            self._match(_PROPERTIES, "PropertiesChanged", session)
            self._turn(locked=bool(self._property(session, _SESSION, "LockedHint")))
        self._inhibit()
        return session

    def _find_session(self) -> str:
        """Return the session this process belongs to, or the one its user looks at."""
        questions: list[tuple[str, str, tuple[object, ...]]] = [("GetSessionByPID", "u", (os.getpid(),))]
        if named := os.environ.get("XDG_SESSION_ID"):
            questions.insert(0, ("GetSession", "s", (named,)))
        for member, signature, body in questions:
            try:
                return str(self._call(_ROOT, _MANAGER, member, signature, body)[0])
            except DBusErrorResponse:
                continue
        try:
            return str(self._property(f"{_ROOT}/user/self", _LOGIND + ".User", "Display")[1]).removesuffix("/")
        except (DBusErrorResponse, LookupError, TypeError):
            return ""

    def _take(self, message: Message) -> None:
        fields = message.header.fields
        kind = message.header.message_type
        if kind in {MessageType.method_return, MessageType.error}:
            self._answered(message)
        elif kind is MessageType.signal:
            match fields.get(HeaderFields.interface), fields.get(HeaderFields.member), message.body:
                case (str(interface), "PrepareForSleep", (bool(starting),)) if interface == _MANAGER:
                    self._sleep(starting=starting)
                case (str(interface), "Unlock", _) if interface == _SESSION:
                    self._turn(locked=False)
                case (_, "PropertiesChanged", (str(interface), dict(values), *_)) if interface == _SESSION:
                    self._properties(values)

    def _properties(self, values: dict[str, Any]) -> None:
        match values.get("LockedHint"):
            case ("b", bool(locked)):
                self._turn(locked=locked)

    def _turn(self, *, locked: bool) -> None:
        if locked is not self._locked:
            self._locked = locked
            self._pending.append(PowerSignal.LOCKED if locked else PowerSignal.UNLOCKED)

    def _sleep(self, *, starting: bool) -> None:
        self._pending.append(PowerSignal.SUSPENDING if starting else PowerSignal.RESUMED)
        if not starting:
            self.written()
            self._inhibit()

    def _inhibit(self) -> None:
        """Ask for a moment to write before the next sleep; the answer is taken when it comes."""
        self._awaited = next(self._serials)
        body = ("sleep", "WiseStep Desktop", self._why, "delay")
        request = new_method_call(DBusAddress(_ROOT, _LOGIND, _MANAGER), "Inhibit", "ssss", body)
        self._bus.send(request, serial=self._awaited)

    def _answered(self, message: Message) -> None:
        descriptors = [item for item in message.body if isinstance(item, FileDescriptor)]
        if message.header.fields.get(HeaderFields.reply_serial) == self._awaited and descriptors:
            self.written()
            self._inhibitor = descriptors.pop(0)
        for item in descriptors:
            item.close()

    def _match(self, interface: str, member: str, path: str) -> None:
        rule = MatchRule(type="signal", sender=_LOGIND, interface=interface, member=member, path=path)
        self._ask(message_bus.AddMatch(rule))

    def _property(self, path: str, interface: str, name: str) -> Any:  # noqa: ANN401  # a D-Bus variant
        return self._call(path, _PROPERTIES, "Get", "ss", (interface, name))[0][1]

    def _call(
        self, path: str, interface: str, member: str, signature: str | None = None, body: tuple[object, ...] = ()
    ) -> tuple[Any, ...]:
        return self._ask(new_method_call(DBusAddress(path, _LOGIND, interface), member, signature, body))

    def _ask(self, message: Message) -> tuple[Any, ...]:
        """Ask and wait; signals that come in between are kept."""
        serial = next(self._bus.outgoing_serial)
        self._bus.send(message, serial=serial)
        while True:
            heard = self._bus.receive(timeout=_PATIENCE)
            if heard.header.fields.get(HeaderFields.reply_serial) == serial:
                answer: tuple[Any, ...] = unwrap_msg(heard)
                return answer
            self._take(heard)
