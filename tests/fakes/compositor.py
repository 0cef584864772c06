"""A stand-in for a Wayland compositor that says exactly what a test wants, byte by byte.

Speaks the wire itself (Wayland protocol, chapter "Wire Format") and knows only what our adapters ask for, so that it
shares no mistakes with the library they use. For what Sway cannot be made to say: broken text, two seats, an older or
newer protocol, silence.
"""

from __future__ import annotations

import contextlib
import os
import select
import socket
import struct
import tempfile
import threading
from collections.abc import Iterator
from pathlib import Path

from tests.fakes.sink import PATIENCE

WINDOWS, EXT_IDLE, KDE_IDLE, SEAT = (
    "zwlr_foreign_toplevel_manager_v1",
    "ext_idle_notifier_v1",
    "org_kde_kwin_idle",
    "wl_seat",
)
_DISPLAY = 1
_TITLE, _APP_ID, _STATE, _DONE, _CLOSED = 0, 1, 4, 5, 6
_ACTIVATED = 2


class FakeCompositor:
    """Takes one client, on a thread of its own.

    Attributes:
        path: of the socket.
        requests: what was asked of the idle protocols: request number and arguments.
        bound: the version in which each thing was bound.
    """

    def __init__(self, folder: str, offers: tuple[tuple[str, int], ...], *, silent: bool = False) -> None:
        self.path = str(Path(folder) / "wayland-9")
        self.requests: list[tuple[int, tuple[int, ...]]] = []
        self.bound: dict[str, int] = {}
        self._offers = offers
        self._silent = silent
        self._objects: dict[int, str] = {_DISPLAY: "wl_display"}
        self._managers: dict[str, int] = {}
        self._idles: list[int] = []
        self._next = 0xFF000000
        self._listening = socket.socket(socket.AF_UNIX)
        self._listening.bind(self.path)
        self._listening.listen()
        self._client: socket.socket | None = None
        self._stop_read, self._stop_write = os.pipe()
        self._thread = threading.Thread(target=self._serve, name="fake-compositor")
        self._thread.start()

    def open(self, *, title: bytes = b"", application: bytes | None = b"Editor", active: bool = False) -> int:
        """Show a window; return its number."""
        number, self._next = self._next, self._next + 1
        self._send(self._managers[WINDOWS], 0, struct.pack("=I", number))
        self.say(number, title=title, application=application, active=active)
        return number

    def say(
        self,
        number: int,
        *,
        title: bytes | None = None,
        application: bytes | None = None,
        active: bool | None = None,
        done: bool = True,
    ) -> None:
        """Tell news of a window, which count once they are ``done``."""
        if title is not None:
            self._send(number, _TITLE, _text(title))
        if application is not None:
            self._send(number, _APP_ID, _text(application))
        if active is not None:
            states = struct.pack("=I", _ACTIVATED) if active else b""
            self._send(number, _STATE, struct.pack("=I", len(states)) + states)
        if done:
            self._send(number, _DONE)

    def shut(self, number: int) -> None:
        """Close a window."""
        self._send(number, _CLOSED)

    def finish(self) -> None:
        """Tell windows no more."""
        self._send(self._managers[WINDOWS], 1)

    def idle(self, *, seat: int = 0, back: bool = False) -> None:
        """Tell that nobody touches a seat any more, or that somebody does again."""
        self._send(self._idles[seat], int(back))

    def hang_up(self) -> None:
        """Close the connection."""
        assert self._client is not None
        self._client.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        os.write(self._stop_write, b"!")
        self._thread.join(PATIENCE)
        for each in (self._client, self._listening):
            if each is not None:
                each.close()
        os.close(self._stop_read)
        os.close(self._stop_write)

    def _serve(self) -> None:
        if self._stop_read in select.select([self._listening, self._stop_read], [], [])[0]:
            return
        self._client = self._listening.accept()[0]
        data = b""
        while self._stop_read not in select.select([self._client, self._stop_read], [], [])[0]:
            try:
                more = self._client.recv(4_096)
            except ConnectionResetError:
                more = b""
            if not more:
                return
            data += more
            while len(data) >= 8 and len(data) >= (size := struct.unpack_from("=I", data, 4)[0] >> 16):
                number, word = struct.unpack_from("=II", data)
                with contextlib.suppress(BrokenPipeError):  # the client has heard enough
                    self._asked(number, word & 0xFFFF, data[8:size])
                data = data[size:]

    def _asked(self, number: int, request: int, body: bytes) -> None:
        kind = self._objects.get(number, "")
        if self._silent:
            return
        if (kind, request) == ("wl_display", 0):  # sync
            callback = struct.unpack("=I", body)[0]
            self._send(callback, 0, struct.pack("=I", 1))
            self._send(_DISPLAY, 1, struct.pack("=I", callback))  # delete_id
        elif (kind, request) == ("wl_display", 1):  # get_registry
            registry = struct.unpack("=I", body)[0]
            self._objects[registry] = "wl_registry"
            for place, (name, version) in enumerate(self._offers, 1):
                self._send(registry, 0, struct.pack("=I", place) + _text(name.encode()) + struct.pack("=I", version))
        elif kind == "wl_registry":  # bind
            place = struct.unpack_from("=I", body)[0]
            version, made = struct.unpack_from("=II", body, len(body) - 8)
            name = self._offers[place - 1][0]
            self._objects[made] = name
            self._managers[name], self.bound[name] = made, version
        elif kind in {EXT_IDLE, KDE_IDLE}:
            arguments = struct.unpack(f"={len(body) // 4}I", body)
            self.requests.append((request, arguments[1:]))
            self._idles.append(arguments[0])

    def _send(self, number: int, event: int, body: bytes = b"") -> None:
        assert self._client is not None
        self._client.sendall(struct.pack("=II", number, (8 + len(body)) << 16 | event) + body)


def _text(data: bytes) -> bytes:
    ended = data + b"\0"
    return struct.pack("=I", len(ended)) + ended + b"\0" * (-len(ended) % 4)


@contextlib.contextmanager
def compositor(*offers: tuple[str, int], silent: bool = False) -> Iterator[FakeCompositor]:
    """Offer these things, in these versions, for as long as the block."""
    with tempfile.TemporaryDirectory() as folder:
        made = FakeCompositor(folder, offers, silent=silent)
        try:
            yield made
        finally:
            made.close()
