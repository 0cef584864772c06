"""Lock as the desktop's screen saver tells it on the session bus, for lockers that set no hint with logind.

Knows ``ActiveChanged`` of the handful of screen savers there are, which all speak alike. Knows nothing of sleep. An
active screen saver counts as a lock: on the desktops that have one, whoever sits there cannot work.
"""

from __future__ import annotations

from collections.abc import Callable
from typing import Final

from jeepney import DBusAddress, HeaderFields, MatchRule, Message, MessageType

from wisestep_desktop.adapters.links.bus import Bus, BusLostError, RefusedError, is_owner_change, owner_changes
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.ports.capture import Health, SignalHealth, SignalName
from wisestep_desktop.ports.power import PowerSignal

_SAVERS: Final = (
    ("org.gnome.ScreenSaver", "/org/gnome/ScreenSaver"),
    ("org.cinnamon.ScreenSaver", "/org/cinnamon/ScreenSaver"),
    ("org.mate.ScreenSaver", "/org/mate/ScreenSaver"),
    ("org.xfce.ScreenSaver", "/org/xfce/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/org/freedesktop/ScreenSaver"),
    ("org.freedesktop.ScreenSaver", "/ScreenSaver"),
)
"""Name, which is the interface's too, and path. A desktop's own come first: the common one may only inhibit."""


class ScreenSaverPower:
    """Keeps the promises of ``ports.power.Power`` as far as lock goes.

    Args:
        address: of the bus, such as ``unix:path=…``; None means the session bus.

    Raises:
        CaptureUnavailable: ``capture.no_session_bus`` or ``capture.no_screensaver``.
    """

    def __init__(self, address: str | None = None) -> None:
        self._locked = False
        self._pending: list[PowerSignal] = []
        try:
            self._bus = Bus(address)
        except BusLostError:
            raise CaptureUnavailable("capture.no_session_bus") from None
        try:
            self._saver, self._owner = self._choose()
            self._bus.listen(MatchRule(type="signal", sender=self._saver, interface=self._saver))
            self._bus.listen(owner_changes(self._saver))
        except (BusLostError, RefusedError):
            self._bus.close()
            raise CaptureUnavailable("capture.no_screensaver") from None

    def _choose(self) -> tuple[str, str]:
        """Return the first screen saver that runs and says whether it is active; starts none."""
        for name, path in _SAVERS:
            owner = self._bus.owner(name)
            if not owner:
                continue
            try:
                active = self._bus.ask(DBusAddress(path, name, name), "GetActive")
            except RefusedError:
                continue
            self._turn(locked=bool(active[0]))
            return name, owner
        raise RefusedError("")

    @property
    def name(self) -> str:
        """Return ``screensaver``."""
        return "screensaver"

    def start(self, _urgent: Callable[[PowerSignal], None]) -> None:
        """Do nothing: the signals were asked for at once, and wait in the socket."""

    def fileno(self) -> int:
        """Return the bus's socket, or -1 once the bus is gone or this is closed."""
        return self._bus.fileno()

    def drain(self) -> tuple[PowerSignal, ...]:
        """Return the locks and unlocks since the last time; never waits and never raises."""
        try:
            for message in self._bus.heard():
                self._take(message)
        except BusLostError:
            self._bus.close()
        told, self._pending = tuple(self._pending), []
        return told

    def written(self) -> None:
        """Do nothing: a screen saver delays no sleep."""

    def health(self) -> tuple[SignalHealth, ...]:
        """Return the health of lock and sleep."""
        sleep = SignalHealth(SignalName.SLEEP, Health.DEGRADED, "capture.sleep_from_clocks")
        if self._bus.fileno() < 0:
            return (SignalHealth(SignalName.LOCK, Health.OFF, "capture.session_bus_lost"), sleep)
        if not self._owner:
            return (SignalHealth(SignalName.LOCK, Health.OFF, "capture.no_screensaver"), sleep)
        return (SignalHealth(SignalName.LOCK, Health.WORKS), sleep)

    def close(self) -> None:
        """Close the connection."""
        self._bus.close()

    def _take(self, message: Message) -> None:
        fields = message.header.fields
        if message.header.message_type is not MessageType.signal:
            return
        if is_owner_change(message):
            # Its successor says so when it locks; a screen saver that died keeps nobody out.
            self._owner = str(message.body[2])
            self._turn(locked=False)
            return
        match fields.get(HeaderFields.sender), fields.get(HeaderFields.member), message.body:
            case (self._owner, "ActiveChanged", (bool(active),)):
                self._turn(locked=active)

    def _turn(self, *, locked: bool) -> None:
        if locked is not self._locked:
            self._locked = locked
            self._pending.append(PowerSignal.LOCKED if locked else PowerSignal.UNLOCKED)
