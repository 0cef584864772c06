"""How long nobody touched anything, on Wayland compositors: ``ext_idle_notifier_v1``, else ``org_kde_kwin_idle``.

Event-driven: the compositor tells when a seat went idle and when somebody came back. Knows these two protocols and the
time; the wire is next door. The older protocol, and the first version of the newer one, count a playing film as input:
nothing tells them apart there.
"""

from __future__ import annotations

import time
from collections.abc import Callable
from typing import Any, Final

from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.ports.capture import Health, SignalHealth, SignalName

TIMEOUT: Final = 5_000
"""Milliseconds without input after which a seat counts as idle."""

PATIENCE: Final = 2.0
"""Seconds to wait for the compositor while connecting; afterwards nothing is ever waited for."""

_IGNORES_FILMS: Final = 2
"""From this version on, ``ext_idle_notifier_v1`` can be asked about inputs alone."""


def _awake() -> int:
    return time.monotonic_ns() // 1_000_000


class WaylandInputs:
    """Keeps the promises of ``ports.presence.Inputs``; with several seats, the one touched last counts.

    Args:
        display: such as ``wayland-1`` or a path; None means the one of the environment.
        timeout: milliseconds without input after which the compositor tells.
        clock: milliseconds of a clock that is never set.
        patience: seconds to wait for each answer while connecting.

    Raises:
        CaptureUnavailable: ``capture.no_wayland_library``, ``capture.no_wayland``, or ``capture.no_idle_protocol``.
    """

    def __init__(
        self,
        display: str | None = None,
        *,
        timeout: int = TIMEOUT,
        clock: Callable[[], int] = _awake,
        patience: float = PATIENCE,
    ) -> None:
        try:
            from wisestep_desktop.adapters.links import wayland  # noqa: PLC0415  no wheel
        except ImportError:
            raise CaptureUnavailable("capture.no_wayland_library") from None
        self._lost_error = wayland.LinkLostError
        self._timeout = timeout
        self._clock = clock
        self._since: list[int | None] = []
        self._held: list[Any] = []  # pywayland forgets an object that nobody holds
        self._name = ""
        self._gone = False
        self._link = wayland.WaylandLink(display, patience=patience)
        try:
            self._listen()
            self._link.roundtrip()
        except self._lost_error:
            self._link.close()
            raise CaptureUnavailable("capture.no_wayland") from None
        except CaptureUnavailable:
            self._link.close()
            raise

    def _listen(self) -> None:
        """Ask each seat to tell when it goes idle."""
        from pywayland.protocol.ext_idle_notify_v1 import ExtIdleNotifierV1  # noqa: PLC0415  as above
        from pywayland.protocol.wayland import WlSeat  # noqa: PLC0415

        from wisestep_desktop.adapters.presence.wayland_protocols import KdeIdle  # noqa: PLC0415

        newer = bool(self._link.offers(ExtIdleNotifierV1))
        seats = self._link.offers(WlSeat)
        if not seats or not (newer or self._link.offers(KdeIdle)):
            raise CaptureUnavailable("capture.no_idle_protocol")
        self._name = "ext-idle-notify" if newer else "kde-idle"
        version, notifier = self._link.bind(ExtIdleNotifierV1 if newer else KdeIdle)
        for which in range(seats):
            seat = self._link.bind(WlSeat, which)[1]
            if not newer:
                told = notifier.get_idle_timeout(seat, self._timeout)
            elif version >= _IGNORES_FILMS:
                told = notifier.get_input_idle_notification(self._timeout, seat)
            else:
                told = notifier.get_idle_notification(self._timeout, seat)
            self._watch(told, "idled" if newer else "idle")
            self._held += (seat, told)
        self._held.append(notifier)

    def _watch(self, told: Any, idled: str) -> None:  # noqa: ANN401  # a proxy
        place = len(self._since)
        self._since.append(None)
        told.dispatcher[idled] = lambda _: self._turn(place, self._clock())
        told.dispatcher["resumed"] = lambda _: self._turn(place, None)

    @property
    def name(self) -> str:
        """Return ``ext-idle-notify`` or ``kde-idle``."""
        return self._name

    def start(self) -> None:
        """Do nothing: the compositor tells since we connected, and what it says waits in the socket."""

    def fileno(self) -> int:
        """Return the connection's socket, readable when somebody went idle or came back; -1 once it is gone."""
        return -1 if self._gone else self._link.fileno()

    def idle(self) -> int | None:
        """Return the milliseconds since the last input, 0 while somebody is there, None once nobody can tell."""
        if not self._gone:
            try:
                self._link.take()
            except self._lost_error:
                self.close()
        if self._gone:
            return None
        now = self._clock()
        return min(0 if since is None else max(0, now - since) + self._timeout for since in self._since)

    def health(self) -> SignalHealth:
        """Return the health of idle."""
        if self._gone:
            return SignalHealth(SignalName.IDLE, Health.OFF, "capture.display_lost")
        return SignalHealth(SignalName.IDLE, Health.WORKS)

    def close(self) -> None:
        """Close the connection."""
        self._gone = True
        self._link.close()

    def _turn(self, place: int, since: int | None) -> None:
        self._since[place] = since
