"""Which window is in front on Sway, Hyprland, labwc and every compositor with wlr-foreign-toplevel-management.

Event-driven. Knows what each window last said and which one is activated; the wire is next door. A window's news count
when the compositor says ``done``, so that a title never shows beside another window's name.
"""

from __future__ import annotations

from dataclasses import dataclass, field
from itertools import count
from typing import Any, Final

from wisestep_desktop.adapters.capture.desktop_names import DesktopNames
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.core.observation import NOTHING, Window
from wisestep_desktop.ports.capture import Health, SignalHealth, SignalName
from wisestep_desktop.ports.windows import SourceLostError

PATIENCE: Final = 2.0
"""Seconds to wait for the compositor while connecting; afterwards nothing is ever waited for."""


@dataclass(slots=True)
class _Toplevel:
    """One window: what it said, and what of that counts since its last ``done``."""

    number: int
    said: dict[str, str] = field(default_factory=dict)
    activating: bool = False
    application: str = ""
    title: str = ""
    activated: int = 0
    """When it was activated, as a rising number; 0 while it is not."""


class WlrootsWindows:
    """Keeps the promises of ``ports.windows.Windows``.

    Args:
        display: such as ``wayland-1`` or a path; None means the one of the environment.
        names: turns application ids into names a person knows.
        patience: seconds to wait for each answer while connecting.

    Raises:
        CaptureUnavailable: ``capture.no_wayland_library``, ``capture.no_wayland``, or
            ``capture.no_toplevel_protocol`` where the compositor does not tell its windows.
    """

    def __init__(
        self, display: str | None = None, names: DesktopNames | None = None, *, patience: float = PATIENCE
    ) -> None:
        try:
            from wisestep_desktop.adapters.capture import wayland_protocols  # noqa: PLC0415  no wheel
            from wisestep_desktop.adapters.links import wayland  # noqa: PLC0415  no wheel
        except ImportError:
            raise CaptureUnavailable("capture.no_wayland_library") from None
        self._lost_error = wayland.LinkLostError
        self._handle = wayland_protocols.ToplevelHandle
        self._active_state = wayland_protocols.State.ACTIVATED
        self._names = names or DesktopNames()
        self._toplevels: dict[int, _Toplevel] = {}
        self._proxies: dict[int, Any] = {}  # pywayland forgets an object that nobody holds
        self._numbers, self._turns = count(1), count(1)
        self._fronts: list[tuple[int, Window]] = []
        self._shown: Window | None = None
        self._gone = False
        self._link = wayland.WaylandLink(display, patience=patience)
        self._open(wayland_protocols.ToplevelManager)

    def _open(self, manager: Any) -> None:  # noqa: ANN401  # an interface of pywayland
        """Ask for the windows, and wait once for all that are there."""
        if not self._link.offers(manager):
            self._link.close()
            raise CaptureUnavailable("capture.no_toplevel_protocol")
        try:
            _, self._manager = self._link.bind(manager)
            self._manager.dispatcher["toplevel"] = self._appeared
            self._manager.dispatcher["finished"] = self._finished
            self._link.roundtrip()
            self._link.roundtrip()  # the windows come with the first, what they say may come with the second
        except self._lost_error:
            self._link.close()
            raise CaptureUnavailable("capture.no_wayland") from None

    @property
    def name(self) -> str:
        """Return ``wlroots``."""
        return "wlroots"

    @property
    def poll(self) -> int:
        """Return 0: the desktop tells by itself."""
        return 0

    def start(self) -> None:
        """Do nothing: the compositor tells since we connected, and what it says waits in the socket."""

    def fileno(self) -> int:
        """Return the connection's socket."""
        return self._link.fileno()

    def news(self) -> tuple[Window, ...]:
        """Return the windows that came to the front or changed their title; of titles read together, the last.

        Raises:
            SourceLostError: ``capture.display_lost`` once the compositor is gone or tells its windows no more.
        """
        if not self._gone:
            try:
                self._link.take()
            except self._lost_error:
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
        return (
            SignalHealth(SignalName.TITLES, Health.WORKS),
            SignalHealth(SignalName.DOCUMENTS, Health.OFF, "capture.no_documents"),
        )

    def close(self) -> None:
        """Close the connection."""
        self._gone = True
        self._proxies.clear()
        self._toplevels.clear()
        self._link.close()

    def _told(self) -> tuple[Window, ...]:
        """Return what was in front since the last time, without repeats."""
        fronts, self._fronts = self._fronts, []
        if self._shown is None:  # the first time it is what is in front now that counts
            fronts = fronts[-1:] or [(0, NOTHING)]
        told: list[Window] = []
        for place, (number, window) in enumerate(fronts):
            # Between two windows nothing is activated for an instant; a bare desktop is told when it stays.
            if number or place == len(fronts) - 1:
                self._tell(window, told)
        return tuple(told)

    def _tell(self, window: Window, told: list[Window]) -> None:
        if window != self._shown:
            self._shown = window
            told.append(window)

    def _appeared(self, _manager: object, pointer: object) -> None:
        number = next(self._numbers)
        window = self._toplevels[number] = _Toplevel(number)
        proxy = self._proxies[number] = self._link.adopt(self._handle, pointer)
        proxy.dispatcher["title"] = lambda _, text: window.said.update(title=text)
        proxy.dispatcher["app_id"] = lambda _, text: window.said.update(application=text)
        proxy.dispatcher["state"] = lambda _, states: self._stated(window, states)
        proxy.dispatcher["done"] = lambda _: self._done(window)
        proxy.dispatcher["closed"] = lambda _: self._closed(window)

    def _stated(self, window: _Toplevel, states: bytes) -> None:
        window.activating = self._active_state in memoryview(states).cast("I")

    def _done(self, window: _Toplevel) -> None:
        """Let count what a window said."""
        window.title = window.said.get("title", "")
        window.application = window.said.get("application", "")
        if not window.activating:
            window.activated = 0
        elif not window.activated:
            window.activated = next(self._turns)
        self._look()

    def _closed(self, window: _Toplevel) -> None:
        del self._toplevels[window.number]
        self._proxies.pop(window.number).destroy()
        self._look()

    def _finished(self, _manager: object) -> None:
        self._link.shut()

    def _look(self) -> None:
        """Note what is in front now; titles of one window replace each other until somebody asks."""
        active = [each for each in self._toplevels.values() if each.activated]
        number, window = 0, NOTHING
        if active:  # several seats may each have one: the newest counts
            front = max(active, key=lambda each: each.activated)
            number, window = front.number, Window(self._names.name_of(front.application), front.title)
        if self._fronts and self._fronts[-1][0] == number:
            self._fronts.pop()
        self._fronts.append((number, window))
