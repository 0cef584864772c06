"""A stand-in for a service on a private bus: a name, answers, signals, on a connection and a thread of its own."""

from __future__ import annotations

import contextlib
import os
import queue
import select
import threading
from collections.abc import Callable, Iterator
from typing import Self, TypeVar

from jeepney import DBusAddress, HeaderFields, Message, MessageType, new_error, new_method_return, new_signal
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection

from tests.fakes.sink import PATIENCE

Answer = TypeVar("Answer")
UNKNOWN = "org.freedesktop.DBus.Error.UnknownMethod"


class Service:
    """Answers on a thread of its own; ``do`` runs what a test wants on that thread, one thing after the other."""

    names: tuple[str, ...] = ()

    def __init__(self, bus: DBusConnection) -> None:
        self.bus = bus
        self._wanted: queue.Queue[Callable[[], None]] = queue.Queue()
        self._wake_read, self._wake_write = os.pipe()
        self._stopping = False
        self._thread = threading.Thread(target=self._serve, name=type(self).__name__)

    def answer(self, message: Message, path: str, member: str) -> Message | None:
        """Return the answer to a call, or None if there is to be none."""
        raise NotImplementedError

    def do(self, what: Callable[[], Answer]) -> Answer:
        """Run on the service's thread, and wait for it."""
        done: queue.Queue[Answer | BaseException] = queue.Queue()

        def run() -> None:
            try:
                done.put(what())
            except Exception as problem:  # noqa: BLE001  # told to the test
                done.put(problem)

        self._wanted.put(run)
        os.write(self._wake_write, b"!")
        result = done.get(timeout=PATIENCE)
        if isinstance(result, BaseException):
            raise result
        return result

    def emit(
        self, path: str, interface: str, member: str, signature: str | None, body: tuple[object, ...], to: str = ""
    ) -> None:
        """Send a signal, to everybody or to one."""
        message = new_signal(DBusAddress(path, interface=interface), member, signature, body)
        if to:
            message.header.fields[HeaderFields.destination] = to
        self.bus.send(message)

    def start(self) -> None:
        for name in self.names:
            self.bus.send_and_get_reply(message_bus.RequestName(name), timeout=PATIENCE)
        self._thread.start()

    def stop(self) -> None:
        self._stopping = True
        os.write(self._wake_write, b"!")
        self._thread.join()
        os.close(self._wake_read)
        os.close(self._wake_write)

    def _serve(self) -> None:
        while not self._stopping:
            ready = select.select([self.bus.sock, self._wake_read], [], [])[0]
            if self._wake_read in ready:
                os.read(self._wake_read, 1)
            with contextlib.suppress(queue.Empty):
                while True:
                    self._wanted.get_nowait()()
            if self.bus.sock in ready:
                with contextlib.suppress(TimeoutError):
                    while True:
                        self._take(self.bus.receive(timeout=0))

    def _take(self, message: Message) -> None:
        if message.header.message_type is not MessageType.method_call:
            return
        fields = message.header.fields
        answer = self.answer(message, fields[HeaderFields.path], fields[HeaderFields.member])
        if answer is not None:
            self.bus.send(answer)

    @classmethod
    @contextlib.contextmanager
    def on(cls, address: str, **how: object) -> Iterator[Self]:
        """Serve on a bus for as long as the block; the name is given up at its end."""
        with open_dbus_connection(address) as bus:
            service = cls(bus, **how)
            service.start()
            try:
                yield service
            finally:
                service.stop()


def returned(message: Message, signature: str | None = None, body: tuple[object, ...] = ()) -> Message:
    """Return the answer that is none, or a value."""
    return new_method_return(message, signature, body)


def refused(message: Message, name: str = UNKNOWN, text: str = "") -> Message:
    """Return an answer that is an error."""
    return new_error(message, name, "s", (text,))
