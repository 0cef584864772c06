"""Whether the session counts as idle, as systemd-logind tells it on the system bus: the last resort.

Knows two properties of ``org.freedesktop.login1.Session``. The hint is set by the desktop, often minutes after the last
input and by some never, so what this tells is later than the truth, and its health says so.
"""

from __future__ import annotations

import os
import time
from collections.abc import Callable
from typing import Any

from jeepney import DBusAddress, HeaderFields, MatchRule, Message

from wisestep_desktop.adapters.links.bus import Bus, BusLostError, RefusedError
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.ports.capture import Health, SignalHealth, SignalName

_LOGIND = "org.freedesktop.login1"
_ROOT = "/org/freedesktop/login1"
_MANAGER = DBusAddress(_ROOT, _LOGIND, _LOGIND + ".Manager")
_SESSION = _LOGIND + ".Session"
_PROPERTIES = "org.freedesktop.DBus.Properties"


def _awake() -> int:
    return time.monotonic_ns() // 1_000_000


class LogindInputs:
    """Keeps the promises of ``ports.presence.Inputs``, as well as a hint can.

    Args:
        address: of the bus, such as ``unix:path=…``; None means the system bus.
        clock: milliseconds of CLOCK_MONOTONIC, by which logind says since when.

    Raises:
        CaptureUnavailable: ``capture.no_system_bus``, ``capture.no_logind`` or ``capture.no_session``.
    """

    def __init__(self, address: str | None = None, *, clock: Callable[[], int] = _awake) -> None:
        self._clock = clock
        self._hinted = False
        self._since = 0
        try:
            self._bus = Bus(address or "SYSTEM")
        except BusLostError:
            raise CaptureUnavailable("capture.no_system_bus") from None
        try:
            self._session = self._find_session()
            self._listen()
        except (BusLostError, RefusedError):
            self._bus.close()
            raise CaptureUnavailable("capture.no_logind") from None
        except CaptureUnavailable:
            self._bus.close()
            raise

    @property
    def name(self) -> str:
        """Return ``logind``."""
        return "logind"

    def start(self) -> None:
        """Do nothing: the changes were asked for at once, and wait in the socket."""

    def fileno(self) -> int:
        """Return the bus's socket, readable when the hint changed; -1 once the bus is gone."""
        return self._bus.fileno()

    def idle(self) -> int | None:
        """Return the milliseconds since the session counts as idle, 0 while it does not, None once the bus is gone."""
        try:
            for message in self._bus.heard():
                self._take(message)
        except (BusLostError, RefusedError):
            self._bus.close()
        if self._bus.fileno() < 0:
            return None
        return max(0, self._clock() - self._since) if self._hinted else 0

    def health(self) -> SignalHealth:
        """Return the health of idle, which a hint never lets work well."""
        if self._bus.fileno() < 0:
            return SignalHealth(SignalName.IDLE, Health.OFF, "capture.system_bus_lost")
        return SignalHealth(SignalName.IDLE, Health.DEGRADED, "capture.idle_hint_only")

    def close(self) -> None:
        """Close the connection."""
        self._bus.close()

    def _find_session(self) -> str:
        """Return the session this process belongs to, or the one its user looks at."""
        questions: list[tuple[str, str, tuple[object, ...]]] = [("GetSessionByPID", "u", (os.getpid(),))]
        if named := os.environ.get("XDG_SESSION_ID"):
            questions.insert(0, ("GetSession", "s", (named,)))
        for member, signature, body in questions:
            try:
                return str(self._bus.ask(_MANAGER, member, signature, body)[0])
            except RefusedError as problem:
                if problem.name.endswith("ServiceUnknown"):
                    raise
        try:
            return str(self._property(f"{_ROOT}/user/self", _LOGIND + ".User", "Display")[1])
        except (RefusedError, LookupError, TypeError):
            raise CaptureUnavailable("capture.no_session") from None

    def _listen(self) -> None:
        rule = MatchRule(
            type="signal", sender=_LOGIND, interface=_PROPERTIES, member="PropertiesChanged", path=self._session
        )
        self._bus.listen(rule)
        self._ask()

    def _ask(self) -> None:
        self._hinted = bool(self._property(self._session, _SESSION, "IdleHint"))
        self._since = int(self._property(self._session, _SESSION, "IdleSinceHintMonotonic")) // 1_000

    def _property(self, path: str, interface: str, name: str) -> Any:  # noqa: ANN401  # a D-Bus variant
        return self._bus.ask(DBusAddress(path, _LOGIND, _PROPERTIES), "Get", "ss", (interface, name))[0][1]

    def _take(self, message: Message) -> None:
        if message.header.fields.get(HeaderFields.member) != "PropertiesChanged":
            return
        match message.body:
            case (str(interface), dict(values), list(stale)) if interface == _SESSION:
                match values.get("IdleHint"), values.get("IdleSinceHintMonotonic"):
                    case ("b", bool(hinted)), ("t", int(since)):
                        self._hinted, self._since = hinted, since // 1_000
                    case (None, None) if "IdleHint" not in stale:
                        pass
                    case _:
                        self._ask()
