"""One connection to a Wayland compositor that never waits longer than it was told.

Knows pywayland's client side; knows no protocol beyond the registry. Its own round trip, because libwayland's waits for
ever. Not safe from two threads at a time.
"""

from __future__ import annotations

import atexit
import os
import selectors
import socket
import sys
import time
from pathlib import Path
from typing import Any

from pywayland.client.display import Display
from pywayland.protocol.wayland import WlRegistryProxy
from pywayland.protocol_core.interface import Interface

from wisestep_desktop.core.errors import CaptureUnavailable

_READS = 64
"""How often one ``take`` reads the socket at most: a flood of events must not keep its caller."""


_open: set[Display] = set()
"""Connections nobody closed yet. libwayland crashes on an object that outlives its connection, so none may end by
garbage collection: what is forgotten stays open until the process ends."""


class LinkLostError(Exception):
    """The compositor closed the connection, or ended."""


class WaylandLink:
    """A connection, and what the compositor offers on it.

    Args:
        name: such as ``wayland-0`` or a path; None means the one of the environment.
        patience: seconds to wait for each answer while connecting.

    Raises:
        CaptureUnavailable: ``capture.no_wayland``.
    """

    def __init__(self, name: str | None, *, patience: float) -> None:
        self._patience = patience
        self._offers: dict[str, list[tuple[int, int]]] = {}
        self._display = _connect(name, patience)
        try:
            self._registry: WlRegistryProxy = self._display.get_registry()
            self._registry.dispatcher["global"] = self._offered
            self.roundtrip()
        except (LinkLostError, RuntimeError):
            self.close()
            raise CaptureUnavailable("capture.no_wayland") from None

    def fileno(self) -> int:
        """Return the socket, or -1 once closed."""
        return -1 if self._display.destroyed else self._display.get_fd()

    def offers(self, kind: type[Interface]) -> int:
        """Return how many of a kind the compositor offers."""
        return len(self._offers.get(kind.name, ()))

    def bind(self, kind: type[Interface], which: int = 0) -> tuple[int, Any]:
        """Return the newest version both know, and our end of one the compositor offers in that version."""
        number, offered = self._offers[kind.name][which]
        version = min(offered, kind.version)
        return version, self._registry.bind(number, kind, version)

    def adopt(self, kind: type[Interface], pointer: Any) -> Any:  # noqa: ANN401  # foreign memory
        """Return our end of an object the compositor made."""
        return kind.proxy_class(pointer, self._display)

    def roundtrip(self) -> None:
        """Wait until the compositor has answered everything asked so far.

        Raises:
            LinkLostError: if it is gone, or does not answer in time.
        """
        answered: list[int] = []
        callback = self._display.sync()
        callback.dispatcher["done"] = lambda _callback, serial: answered.append(serial)
        deadline = time.monotonic() + self._patience
        with selectors.DefaultSelector() as arrival:
            arrival.register(self.fileno(), selectors.EVENT_READ)
            while not answered:
                self.take()
                if not answered and not arrival.select(max(0.0, deadline - time.monotonic())):
                    raise LinkLostError

    def take(self) -> None:
        """Hand out every event that has arrived, and send what is to be sent; never waits.

        Raises:
            LinkLostError: if the compositor is gone; what it said before has been handed out.
        """
        try:
            self._display.flush()
            for _ in range(_READS):
                self._display.read()
                if not self._display.dispatch():
                    break
            self._display.flush()
        except (RuntimeError, ValueError):  # ValueError: closed
            raise LinkLostError from None

    def shut(self) -> None:
        """End the conversation: what has arrived is still handed out, then the link is lost, and readable so far."""
        with socket.socket(fileno=os.dup(self.fileno())) as ours:
            ours.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Close the connection; may be called again."""
        _open.discard(self._display)
        if not self._display.destroyed:
            self._display.disconnect()

    def _offered(self, _registry: object, number: int, kind: str, version: int) -> None:
        self._offers.setdefault(kind, []).append((number, version))


@atexit.register
def _close_all() -> None:
    for display in tuple(_open):
        display.disconnect()
    _open.clear()


def _connect(name: str | None, patience: float) -> Display:
    """Connect by a socket of our own: libwayland would wait, and complain on the error output."""
    if sys.platform == "win32":
        raise CaptureUnavailable("capture.no_wayland")
    address = _address(name)
    made = socket.socket(socket.AF_UNIX)
    try:
        made.settimeout(patience)
        made.connect(address)
        made.settimeout(None)
        display = Display(made.detach())
        display.connect()
    except (OSError, ValueError):
        made.close()
        raise CaptureUnavailable("capture.no_wayland") from None
    _open.add(display)
    return display


def _address(name: str | None) -> str:
    """Return the path of a compositor's socket, by the rules of libwayland."""
    name = name or os.environ.get("WAYLAND_DISPLAY", "")
    folder = os.environ.get("XDG_RUNTIME_DIR", "")
    if not name or not (folder or Path(name).is_absolute()):
        raise CaptureUnavailable("capture.no_wayland")
    return str(Path(folder) / name)
