"""How long nobody touched anything, as GNOME's Mutter tells it on the session bus.

Knows ``org.gnome.Mutter.IdleMonitor``. It is asked each time; once nobody is there, it also promises to tell the next
input, so that a return is noticed at once.
"""

from __future__ import annotations

from typing import Final

from jeepney import DBusAddress, HeaderFields, MatchRule, MessageType, new_method_call

from wisestep_desktop.adapters.links.bus import Bus, BusLostError, RefusedError
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.ports.capture import Health, SignalHealth, SignalName

_MONITOR = DBusAddress(
    "/org/gnome/Mutter/IdleMonitor/Core", "org.gnome.Mutter.IdleMonitor", "org.gnome.Mutter.IdleMonitor"
)
_PATIENCE = 0.25
"""Seconds to wait for an answer: the shell may be busy, the capture thread must not be."""

WATCHED_FROM: Final = 5_000
"""Milliseconds without input after which the next one is to be told."""


class MutterInputs:
    """Keeps the promises of ``ports.presence.Inputs``.

    Args:
        address: of the bus, such as ``unix:path=…``; None means the session bus.

    Raises:
        CaptureUnavailable: ``capture.no_session_bus`` or ``capture.no_mutter``.
    """

    def __init__(self, address: str | None = None) -> None:
        self._watching = False
        self._reason: str | None = None
        try:
            self._bus = Bus(address)
        except BusLostError:
            raise CaptureUnavailable("capture.no_session_bus") from None
        try:
            self._bus.ask(_MONITOR, "GetIdletime")
            # Mutter tells a watch to whoever set it and to nobody else, so every one we hear is ours.
            self._bus.listen(MatchRule(type="signal", interface=_MONITOR.interface, member="WatchFired"))
        except (BusLostError, RefusedError):
            self._bus.close()
            raise CaptureUnavailable("capture.no_mutter") from None

    @property
    def name(self) -> str:
        """Return ``mutter``."""
        return "mutter"

    def start(self) -> None:
        """Do nothing: Mutter is asked."""

    def fileno(self) -> int:
        """Return the bus's socket, readable when somebody came back; -1 once the bus is gone."""
        return self._bus.fileno()

    def idle(self) -> int | None:
        """Return the milliseconds since the last input, or None where Mutter does not say within 250 ms."""
        try:
            told = self._bus.ask(_MONITOR, "GetIdletime", patience=_PATIENCE)
            idle = int(told[0])
            self._hear()
            if idle >= WATCHED_FROM and not self._watching:
                self._watching = True
                self._bus.send(new_method_call(_MONITOR, "AddUserActiveWatch"))
        except RefusedError as problem:
            self._reason = "capture.no_mutter" if problem.name else "capture.idle_slow"
        except BusLostError:
            self._reason = "capture.session_bus_lost"
        else:
            self._reason = None
            return idle
        return None

    def health(self) -> SignalHealth:
        """Return the health of idle."""
        match self._reason:
            case None:
                return SignalHealth(SignalName.IDLE, Health.WORKS)
            case "capture.idle_slow":
                return SignalHealth(SignalName.IDLE, Health.DEGRADED, self._reason)
            case reason:
                return SignalHealth(SignalName.IDLE, Health.OFF, reason)

    def close(self) -> None:
        """Close the connection."""
        self._bus.close()

    def _hear(self) -> None:
        """Take what arrived: a watch that fired is used up; late answers are of no use any more."""
        for message in self._bus.heard():
            fields, kind = message.header.fields, message.header.message_type
            if kind is MessageType.signal and fields.get(HeaderFields.member) == "WatchFired":
                self._watching = False
            elif kind is MessageType.error:
                self._watching = False  # it may have been the watch that was refused
