"""A stand-in for systemd-logind on a private bus: one session that can be locked, and a sleep that can be delayed."""

from __future__ import annotations

import contextlib
import os
import select
import threading
from collections.abc import Iterator

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.fakes.sink import PATIENCE

_NAME = "org.freedesktop.login1"
_ROOT = "/org/freedesktop/login1"
SESSION = f"{_ROOT}/session/_34"


class FakeLogind:
    """Answers like logind. The test says what happens to the session; the answers come from a thread of its own.

    Attributes:
        has_session: whether the asking process belongs to a session.
    """

    def __init__(self, bus: DBusConnection, *, locked: bool = False, has_session: bool = True) -> None:
        self.has_session = has_session
        self._bus = bus
        self._locked = locked
        self._idle_since: int | None = None
        self._send = threading.Lock()
        self._inhibited = threading.Semaphore(0)
        self._held: list[int] = []
        self._stop_read, self._stop_write = os.pipe()
        self._thread = threading.Thread(target=self._serve, name="fake-logind")

    def lock(self, *, locked: bool = True) -> None:
        """Tell that the locker covered or uncovered the screen."""
        self._locked = locked
        body: tuple[object, ...] = (f"{_NAME}.Session", {"LockedHint": ("b", locked)}, [])
        self._emit(SESSION, "org.freedesktop.DBus.Properties", "PropertiesChanged", "sa{sv}as", body)

    def hint(self, *, since: int | None, told: bool = True) -> None:
        """Tell that the desktop says the session is idle since (microseconds of CLOCK_MONOTONIC), or no more.

        Without ``told`` the signal only says that the old values count no more, as a service may.
        """
        self._idle_since = since
        values = {"IdleHint": ("b", since is not None), "IdleSinceHintMonotonic": ("t", since or 0)}
        body: tuple[object, ...] = (f"{_NAME}.Session", values if told else {}, [] if told else list(values))
        self._emit(SESSION, "org.freedesktop.DBus.Properties", "PropertiesChanged", "sa{sv}as", body)

    def request(self, member: str) -> None:
        """Ask the session to ``Lock`` or ``Unlock``; nobody has to obey."""
        self._emit(SESSION, f"{_NAME}.Session", member, None, ())

    def sleep(self, *, starting: bool) -> None:
        """Tell that the computer is about to sleep, or just woke."""
        self._emit(_ROOT, f"{_NAME}.Manager", "PrepareForSleep", "b", (starting,))

    def wait_inhibited(self) -> None:
        """Wait until somebody asked to be given time before the next sleep."""
        assert self._inhibited.acquire(timeout=PATIENCE), "nobody asked for time before the next sleep"

    def is_delayed(self) -> bool:
        """Tell whether somebody keeps the computer from sleeping right now."""
        return bool(self._held) and not select.select([self._held[-1]], [], [], 0)[0]

    def wait_released(self) -> None:
        """Wait until nobody keeps the computer from sleeping."""
        assert self._held, "nobody ever did"
        assert select.select([self._held[-1]], [], [], PATIENCE)[0], "the computer is still kept from sleeping"

    def start(self) -> None:
        self._bus.send_and_get_reply(message_bus.RequestName(_NAME), timeout=PATIENCE)
        self._thread.start()

    def stop(self) -> None:
        os.write(self._stop_write, b"!")
        self._thread.join()
        for descriptor in (*self._held, self._stop_read, self._stop_write):
            os.close(descriptor)

    def _serve(self) -> None:
        while self._stop_read not in select.select([self._bus.sock, self._stop_read], [], [])[0]:
            with contextlib.suppress(TimeoutError):
                while True:
                    self._answer(self._bus.receive(timeout=0))

    def _answer(self, message: Message) -> None:
        if message.header.message_type is not MessageType.method_call:
            return
        fields = message.header.fields
        match fields[HeaderFields.member], message.body:
            case "Ping", _:
                self._reply(new_method_return(message))
            case "GetSession" | "GetSessionByPID", _ if self.has_session:
                self._reply(new_method_return(message, "o", (SESSION,)))
            case "Get", (_, "LockedHint"):
                self._reply(new_method_return(message, "v", (("b", self._locked),)))
            case "Get", (_, "IdleHint"):
                self._reply(new_method_return(message, "v", (("b", self._idle_since is not None),)))
            case "Get", (_, "IdleSinceHintMonotonic"):
                self._reply(new_method_return(message, "v", (("t", self._idle_since or 0),)))
            case "Inhibit", (what, _, _, mode):
                assert (what, mode) == ("sleep", "delay")
                self._grant(message)
            case _:
                self._reply(new_error(message, "org.freedesktop.DBus.Error.Failed"))

    def _grant(self, message: Message) -> None:
        """Hand out one end of a pipe; the other end shows when it is let go."""
        ours, theirs = os.pipe()
        self._held.append(ours)
        self._reply(new_method_return(message, "h", (theirs,)))
        os.close(theirs)
        self._inhibited.release()

    def _emit(self, path: str, interface: str, member: str, signature: str | None, body: tuple[object, ...]) -> None:
        self._reply(new_signal(DBusAddress(path, interface=interface), member, signature, body))

    def _reply(self, message: Message) -> None:
        with self._send:
            self._bus.send(message)


@contextlib.contextmanager
def fake_logind(address: str, *, locked: bool = False, has_session: bool = True) -> Iterator[FakeLogind]:
    """Serve on a private bus for as long as the block."""
    with open_dbus_connection(address, enable_fds=True) as bus:
        logind = FakeLogind(bus, locked=locked, has_session=has_session)
        logind.start()
        try:
            yield logind
        finally:
            logind.stop()
