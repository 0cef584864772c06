"""A real desktop to test on: X server, window manager, windows, bus, keyring. All started here, all ended here.

Everything is a context manager, so that a test file makes the fixture it needs. Nothing depends on the desktop of the
person who runs the tests, and nothing here sleeps: it waits for an event, with a deadline.
"""

from __future__ import annotations

import contextlib
import os
import secrets
import select
import subprocess
import sys
import tempfile
import time
from collections.abc import Callable, Iterator
from pathlib import Path
from typing import Self

from jeepney import DBusAddress, MatchRule, new_method_call
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection
from PySide6.QtGui import QImage
from Xlib import X, Xatom, error
from Xlib.display import Display
from Xlib.protocol import event
from Xlib.xobject.drawable import Window as XWindow

PATIENCE = 20.0
"""Seconds to wait for a process to be ready; far more than it ever takes."""

SCREEN = (1280, 900)


@contextlib.contextmanager
def display(*, window_manager: bool = True) -> Iterator[str]:
    """Start an X server, and a window manager on it; yield the name to put into ``DISPLAY``."""
    with x_server() as server, contextlib.ExitStack() as stack:
        if window_manager:
            stack.enter_context(openbox(server.name))
        yield server.name


class XServer:
    """A running X server: its display name, and a way to end it before its time."""

    def __init__(self, process: subprocess.Popen[bytes], name: str) -> None:
        self.name = name
        self._process = process

    def kill(self) -> None:
        """End it at once, as a crash would."""
        self._process.kill()
        self._process.wait(PATIENCE)


@contextlib.contextmanager
def x_server(name: str | None = None) -> Iterator[XServer]:
    """Start an X server under a name, or one that picks its own free number."""
    number, told = os.pipe()
    size = f"{SCREEN[0]}x{SCREEN[1]}x24"
    command = [
        "Xvfb",
        *([name] if name else []),
        "-displayfd",
        str(told),
        "-screen",
        "0",
        size,
        "-nolisten",
        "tcp",
        "-noreset",
    ]
    with _process(command, pass_fds=(told,)) as process:
        os.close(told)
        try:
            yield XServer(process, f":{_read_line(number)}")
        finally:
            os.close(number)


@contextlib.contextmanager
def openbox(name: str) -> Iterator[None]:
    """Start a window manager and wait until it takes care of windows: before, it may overlook one."""
    if sys.platform == "win32":
        raise RuntimeError("there is no X window manager here")
    with tempfile.TemporaryDirectory() as home:
        ready = Path(home) / "ready"
        os.mkfifo(ready)
        source = os.open(ready, os.O_RDWR)  # both ways, so that nobody sees an end of file
        command = ["openbox", "--sm-disable", "--startup", f"sh -c 'echo ready > {ready}'"]
        try:
            with _process(command, env=_environment(name, home)):
                _read_line(source)
                yield
        finally:
            os.close(source)


@contextlib.contextmanager
def connection(name: str) -> Iterator[Display]:
    """Connect to a display for as long as the block; the server may die meanwhile."""
    client = Display(name)
    try:
        yield client
    finally:
        _close(client)


def _close(client: Display) -> None:
    with contextlib.suppress(error.ConnectionClosedError):
        client.close()


def wait_x(client: Display, happened: Callable[[], bool]) -> None:
    """Wait until something is true that can only become so with an X event on this connection."""
    deadline = time.monotonic() + PATIENCE
    while not happened():
        while not client.pending_events():
            left = deadline - time.monotonic()
            assert left > 0, "the X server did not get there"
            select.select([client], [], [], left)
        client.next_event()


class RealWindow:
    """A window of its own X client, with the properties a program would set.

    Attributes:
        id: the X number.
    """

    def __init__(self, name: str, title: str | bytes, class_name: str | None = "Editor") -> None:
        self._display = Display(name)
        screen = self._display.screen()
        self._root: XWindow = screen.root
        self._window: XWindow = self._root.create_window(
            60, 60, 400, 300, 0, screen.root_depth, X.InputOutput, X.CopyFromParent,
            background_pixel=screen.white_pixel, event_mask=X.PropertyChangeMask,
        )  # fmt: skip
        self.id: int = self._window.id
        if class_name is not None:
            self._window.set_wm_class(class_name.lower(), class_name)
        self._window.set_wm_hints(flags=1, input=1)
        self.retitle(title)
        self.show()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, _kind: object, _error: object, _trace: object) -> None:
        _close(self._display)

    def retitle(self, title: str | bytes) -> None:
        """Set both titles as a modern program does; bytes go out as they are, marked as UTF-8."""
        data = title if isinstance(title, bytes) else title.encode()
        kind = self._display.intern_atom("UTF8_STRING")
        self._window.change_property(self._display.intern_atom("_NET_WM_NAME"), kind, 8, data)
        self._window.change_property(Xatom.WM_NAME, Xatom.STRING, 8, data[:200])
        self._display.sync()

    def set_text(self, name: str, kind: str, data: bytes) -> None:
        """Set any text property."""
        self._window.change_property(self._display.intern_atom(name), self._display.intern_atom(kind), 8, data)
        self._display.sync()

    def set_number(self, name: str, number: int) -> None:
        """Set any number property."""
        self._window.change_property(self._display.intern_atom(name), Xatom.CARDINAL, 32, [number])
        self._display.sync()

    def unset(self, name: str) -> None:
        """Take a property away."""
        self._window.delete_property(self._display.intern_atom(name))
        self._display.sync()

    def activate(self) -> None:
        """Bring it to the front as a person would, and wait until the window manager did."""
        xdotool(self._display.get_display_name(), "windowactivate", "--sync", str(self.id))

    def ask_front(self) -> None:
        """Ask the window manager to bring this window to the front, as a pager does; waits for nothing."""
        atom = self._display.intern_atom("_NET_ACTIVE_WINDOW")
        asked = event.ClientMessage(window=self._window, client_type=atom, data=(32, [2, X.CurrentTime, 0, 0, 0]))
        self._root.send_event(asked, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
        self._display.flush()

    def show(self) -> None:
        """Show it, and wait until the window manager took it in."""
        self._window.map()
        wait_x(self._display, self._is_managed)

    def hide(self) -> None:
        """Withdraw it, as a program does that closes to the tray."""
        self._window.unmap()
        wait_x(self._display, lambda: not self._is_managed())

    def _is_managed(self) -> bool:
        state = self._display.intern_atom("WM_STATE")
        return self._window.get_property(state, X.AnyPropertyType, 0, 1) is not None

    def destroy(self) -> None:
        """Make it vanish."""
        self._window.destroy()
        self._display.sync()


@contextlib.contextmanager
def real_window(name: str, title: str | bytes, class_name: str | None = "Editor") -> Iterator[RealWindow]:
    """Open a window and wait until it is in front."""
    with RealWindow(name, title, class_name) as window:
        window.activate()
        yield window


def wait_for_window(name: str, title: str) -> int:
    """Wait until the window manager takes care of a window with this in its title; return its X number."""
    with connection(name) as client:
        root = client.screen().root
        root.change_attributes(event_mask=X.PropertyChangeMask)
        found: list[int] = []

        def look() -> bool:
            found[:] = [number for number in _windows(client) if title in _title_of(client, number)]
            return bool(found)

        wait_x(client, look)
        return found[0]


def _windows(client: Display) -> list[int]:
    told = client.screen().root.get_full_property(client.intern_atom("_NET_CLIENT_LIST"), X.AnyPropertyType)
    return list(told.value) if told is not None else []


def _title_of(client: Display, number: int) -> str:
    """Return a window's title; from now on a change of it wakes whoever waits. Nothing for one that is gone."""
    window = client.create_resource_object("window", number)
    window.change_attributes(event_mask=X.PropertyChangeMask, onerror=error.CatchError())
    try:
        told = window.get_full_property(client.intern_atom("_NET_WM_NAME"), X.AnyPropertyType)
    except error.BadWindow:
        return ""
    return bytes(told.value).decode("utf-8", "replace") if told is not None else ""


def show_desktop(name: str) -> None:
    """Hide every window, so that nothing is in front."""
    with connection(name) as client:
        root = client.screen().root
        kind = client.intern_atom("_NET_SHOWING_DESKTOP")
        message = event.ClientMessage(window=root, client_type=kind, data=(32, [1, 0, 0, 0, 0]))
        root.send_event(message, event_mask=X.SubstructureRedirectMask | X.SubstructureNotifyMask)
        client.sync()


def xdotool(name: str, *words: str) -> str:
    """Do what a person's hands do; return what was printed."""
    with tempfile.TemporaryDirectory() as home:
        done = subprocess.run(
            ["xdotool", *words], env=_environment(name, home), capture_output=True, timeout=PATIENCE, check=True
        )
    return done.stdout.decode().strip()


def screenshot(name: str, path: Path) -> QImage:
    """Keep what the screen shows as a PNG, and return it."""
    width, height = SCREEN
    with connection(name) as client:
        pixels = client.screen().root.get_image(0, 0, width, height, X.ZPixmap, 0xFFFFFFFF).data
    image = QImage(pixels, width, height, 4 * width, QImage.Format.Format_RGB32).copy()
    path.parent.mkdir(parents=True, exist_ok=True)
    assert image.save(str(path))
    return image


_BUS_CONFIG = """<!DOCTYPE busconfig PUBLIC "-//freedesktop//DTD D-Bus Bus Configuration 1.0//EN"
 "http://www.freedesktop.org/standards/dbus/1.0/busconfig.dtd">
<busconfig>
  <type>session</type>
  <listen>unix:path={socket}</listen>
  <auth>EXTERNAL</auth>
  <policy context="default">
    <allow send_destination="*" eavesdrop="true"/>
    <allow eavesdrop="true"/>
    <allow own="*"/>
  </policy>
</busconfig>
"""


@contextlib.contextmanager
def private_bus() -> Iterator[str]:
    """Start a message bus nobody else knows; yield its address."""
    with tempfile.TemporaryDirectory() as folder:
        config = Path(folder) / "bus.conf"
        config.write_text(_BUS_CONFIG.format(socket=Path(folder) / "bus"))
        ready, told = os.pipe()
        command = ["dbus-daemon", f"--config-file={config}", "--nofork", "--nopidfile", f"--print-address={told}"]
        with _process(command, pass_fds=(told,)):
            os.close(told)
            try:
                yield _read_line(ready)
            finally:
                os.close(ready)


@contextlib.contextmanager
def secret_service() -> Iterator[dict[str, str]]:
    """Start a bus and an unlocked, empty keyring; yield the environment in which a program finds them."""
    with private_bus() as address, tempfile.TemporaryDirectory() as home:
        environment = _environment("", home) | {"DBUS_SESSION_BUS_ADDRESS": address}
        command = ["gnome-keyring-daemon", "--foreground", "--unlock", "--components=secrets"]
        with _process(command, env=environment, stdin=subprocess.PIPE) as keyring:
            assert keyring.stdin is not None
            keyring.stdin.write(secrets.token_hex(8).encode())
            keyring.stdin.close()
            wait_for_owner(address, "org.freedesktop.secrets")
            _settle_keyring(address)
            yield environment


def wait_for_owner(address: str, name: str) -> None:
    """Wait until somebody answers to ``name`` on a bus."""
    with open_dbus_connection(address) as bus:
        rule = MatchRule(type="signal", interface="org.freedesktop.DBus", member="NameOwnerChanged")
        rule.add_arg_condition(0, name)
        with bus.filter(rule) as changes:
            bus.send_and_get_reply(message_bus.AddMatch(rule), timeout=PATIENCE)
            if not bus.send_and_get_reply(message_bus.NameHasOwner(name), timeout=PATIENCE).body[0]:
                bus.recv_until_filtered(changes, timeout=PATIENCE)


def _settle_keyring(address: str) -> None:
    """Ask one question, so that the keyring has finished unlocking before a test begins."""
    service = DBusAddress("/org/freedesktop/secrets", "org.freedesktop.secrets", "org.freedesktop.Secret.Service")
    with open_dbus_connection(address) as bus:
        bus.send_and_get_reply(new_method_call(service, "ReadAlias", "s", ("default",)), timeout=PATIENCE)


def _environment(name: str, home: str) -> dict[str, str]:
    """Return a clean environment with a home of its own."""
    places = {"HOME": home, "XDG_RUNTIME_DIR": home, "XDG_CACHE_HOME": f"{home}/.cache"}
    places |= {"XDG_CONFIG_HOME": f"{home}/.config", "XDG_DATA_HOME": f"{home}/.local/share"}
    return {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "DISPLAY": name, **places}


@contextlib.contextmanager
def _process(
    command: list[str],
    *,
    env: dict[str, str] | None = None,
    pass_fds: tuple[int, ...] = (),
    stdin: int | None = None,
    user: tuple[int, int] | None = None,
) -> Iterator[subprocess.Popen[bytes]]:
    """Run a process for as long as the block, as another user if one is given; end it by its own id in any case."""
    quiet = subprocess.DEVNULL
    other = user if user is not None and user[0] != os.geteuid() else None
    process = subprocess.Popen(
        command, env=env, pass_fds=pass_fds, stdin=stdin or quiet, stdout=quiet, stderr=quiet,
        user=other[0] if other else None, group=other[1] if other else None, extra_groups=[] if other else None,
    )  # fmt: skip
    with process:
        try:
            yield process
        finally:
            process.terminate()
            try:
                process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                process.kill()


def _read_line(source: int) -> str:
    """Read one line from a pipe, with a deadline."""
    line, deadline = b"", time.monotonic() + PATIENCE
    while not line.endswith(b"\n"):
        ready, _, _ = select.select([source], [], [], max(0.0, deadline - time.monotonic()))
        assert ready, "the process did not get ready"
        data = os.read(source, 256)
        assert data, "the process ended at once"
        line += data
    return line.decode().strip()
