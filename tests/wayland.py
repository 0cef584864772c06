"""A real Wayland desktop to test on: Sway without a screen, and windows of our own. All started and ended here.

Sway refuses to run as root, so root makes an ordinary user for it once. Nothing here sleeps: it waits for an event,
with a deadline.
"""

from __future__ import annotations

import contextlib
import json
import os
import pwd
import select
import socket
import struct
import subprocess
import tempfile
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any, Self

from pywayland.client import Display
from pywayland.protocol.wayland import WlCompositor, WlShm
from pywayland.protocol.xdg_shell import XdgWmBase

from tests.desktop import PATIENCE, _process, _read_line

_USER = "wisestep-test"
_CONFIG = """
xwayland {xwayland}
default_border none
focus_on_window_activation none
exec echo "$WAYLAND_DISPLAY $SWAYSOCK" > {ready}
"""
_SIDE = 16
"""Pixels: the smallest window that counts as one."""

_COMMAND, _TREE = 0, 4
"""Message types of Sway's own socket, which is that of i3."""


class Sway:
    """A running Sway.

    Attributes:
        display: the path of its Wayland socket.
    """

    def __init__(self, process: subprocess.Popen[bytes], display: str, control: str) -> None:
        self.display = display
        self._process = process
        self._control = socket.socket(socket.AF_UNIX)
        self._control.settimeout(PATIENCE)
        self._control.connect(control)

    def do(self, command: str) -> None:
        """Do what a person's hands do, such as ``workspace 2``; returns once Sway did."""
        told = self._ask(_COMMAND, command)
        assert all(each["success"] for each in told), told

    def focus(self, window: WaylandWindow) -> None:
        """Bring a window to the front."""
        self.do(f"[con_id={window.number}] focus")

    def bare_desktop(self) -> None:
        """Show an empty workspace, so that nothing is in front."""
        self.do("workspace nothing")

    def back(self) -> None:
        """Show the workspace with the windows."""
        self.do("workspace 1")

    def touch(self) -> None:
        """Move the pointer a little, as a hand does."""
        self.do("seat - cursor move 5 5")

    def kill(self) -> None:
        """End it at once, as a crash would."""
        self._process.kill()
        self._process.wait(PATIENCE)

    def close(self) -> None:
        self._control.close()

    def number_of(self, title: str) -> int:
        """Return Sway's number of the window with this title."""
        found = [each["id"] for each in _nodes(self._ask(_TREE, "")) if each.get("pid") and each["name"] == title]
        assert len(found) == 1, f"{len(found)} windows titled {title!r:.80}"
        return int(found[0])

    def _ask(self, kind: int, text: str) -> Any:  # noqa: ANN401
        body = text.encode()
        self._control.sendall(b"i3-ipc" + struct.pack("=II", len(body), kind) + body)
        size, _ = struct.unpack("=II", self._read(14)[6:])
        return json.loads(self._read(size))

    def _read(self, size: int) -> bytes:
        data = b""
        while len(data) < size:
            more = self._control.recv(size - len(data))
            assert more, "Sway has ended"
            data += more
        return data


def _nodes(tree: dict[str, Any]) -> Iterator[dict[str, Any]]:
    yield tree
    for each in (*tree["nodes"], *tree["floating_nodes"]):
        yield from _nodes(each)


@contextlib.contextmanager
def sway(*, xwayland: bool = False) -> Iterator[Sway]:
    """Start Sway on a screen that exists in memory only, and wait until it takes connections."""
    with tempfile.TemporaryDirectory(dir="/tmp", prefix="sway-") as home:
        config, ready = Path(home) / "config", Path(home) / "ready"
        config.write_text(_CONFIG.format(ready=ready, xwayland="enable" if xwayland else "disable"))
        os.mkfifo(ready)
        owner = _owner()
        for path in (home, config, ready):
            os.chown(path, *owner)
        source = os.open(ready, os.O_RDWR)  # both ways, so that nobody sees an end of file
        environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "HOME": home, "XDG_RUNTIME_DIR": home}
        environment |= {"WLR_BACKENDS": "headless", "WLR_RENDERER": "pixman", "WLR_LIBINPUT_NO_DEVICES": "1"}
        try:
            with _process(["sway", "--config", str(config)], env=environment, user=owner) as process:
                display, control = _read_line(source).split()
                with contextlib.closing(Sway(process, str(Path(home) / display), control)) as started:
                    yield started
        finally:
            os.close(source)


def _owner() -> tuple[int, int]:
    """Return the user and group Sway runs as: ourselves, or for root an ordinary user made for that."""
    if os.geteuid() != 0:
        return os.geteuid(), os.getegid()
    with contextlib.suppress(KeyError):
        return pwd.getpwnam(_USER)[2:4]
    command = ["useradd", "--system", "--no-create-home", "--shell", "/usr/sbin/nologin", _USER]
    subprocess.run(command, check=True, timeout=PATIENCE, capture_output=True)
    return pwd.getpwnam(_USER)[2:4]


class WaylandWindow:
    """A window of its own Wayland client.

    Attributes:
        number: Sway's, to name it in commands.
    """

    def __init__(self, desk: Sway, title: str, application: str | None = "Editor") -> None:
        self._display = Display(desk.display)
        self._display.connect()
        self._offers: dict[str, tuple[int, int]] = {}
        self._configured = False
        self._registry = self._display.get_registry()
        self._registry.dispatcher["global"] = self._offered
        self._display.roundtrip()
        self._shell = self._bind(XdgWmBase)
        self._shell.dispatcher["ping"] = lambda shell, serial: shell.pong(serial)
        self._surface = self._bind(WlCompositor).create_surface()
        self._frame = self._shell.get_xdg_surface(self._surface)
        self._frame.dispatcher["configure"] = self._acknowledge
        self._window = self._frame.get_toplevel()
        passing = f"window {id(self)}"  # to find it by, whatever it is called
        self._window.set_title(passing)
        if application is not None:
            self._window.set_app_id(application)
        self._surface.commit()
        self._wait_configured()
        self._show()
        self.number = desk.number_of(passing)
        self.retitle(title)

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: object, _error: object, _trace: object) -> None:
        self._display.disconnect()

    def retitle(self, title: str) -> None:
        """Set the title; returns once the compositor has it."""
        self._window.set_title(title)
        self._display.roundtrip()

    def close(self) -> None:
        """Close the window; the client stays."""
        self._window.destroy()
        self._frame.destroy()
        self._surface.destroy()
        self._display.roundtrip()

    def _bind(self, kind: Any) -> Any:  # noqa: ANN401
        number, version = self._offers[kind.name]
        return self._registry.bind(number, kind, min(version, kind.version, 3))

    def _offered(self, _registry: object, number: int, kind: str, version: int) -> None:
        self._offers[kind] = (number, version)

    def _acknowledge(self, frame: Any, serial: int) -> None:  # noqa: ANN401
        frame.ack_configure(serial)
        self._configured = True

    def _wait_configured(self) -> None:
        deadline = time.monotonic() + PATIENCE
        self._display.roundtrip()
        while not self._configured:
            left = deadline - time.monotonic()
            assert left > 0, "the compositor did not answer"
            assert select.select([self._display.get_fd()], [], [], left)[0], "the compositor did not answer"
            self._display.roundtrip()

    def _show(self) -> None:
        size = _SIDE * _SIDE * 4
        with os.fdopen(os.memfd_create("window"), "wb") as file:
            file.truncate(size)
            pool = self._bind(WlShm).create_pool(file.fileno(), size)
            self._buffer = pool.create_buffer(0, _SIDE, _SIDE, _SIDE * 4, WlShm.format.xrgb8888.value)
        self._surface.attach(self._buffer, 0, 0)
        self._surface.commit()
        self._display.roundtrip()
