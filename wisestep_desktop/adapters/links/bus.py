"""One connection to a message bus that never waits longer than it was told.

Knows jeepney; knows nobody on the bus.
"""

from __future__ import annotations

import socket
import time
from collections import deque
from typing import Any, Final

from jeepney import DBusAddress, DBusErrorResponse, HeaderFields, MatchRule, Message, new_method_call
from jeepney.auth import AuthenticationError
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import DBusConnection, open_dbus_connection
from jeepney.wrappers import unwrap_msg

PATIENCE: Final = 1.0
"""Seconds to wait for an answer."""

BUS: Final = "org.freedesktop.DBus"
"""The bus itself, as a sender and as an interface."""

_BROKEN = (OSError, RuntimeError, ValueError, KeyError, AuthenticationError)
"""What jeepney raises for a bus that is not there, does not let us in, or goes away."""

_BATCH = 1_000
"""Messages taken off the socket at once: a flood must not keep its caller."""


class BusLostError(Exception):
    """There is no bus, or it went away."""


class RefusedError(Exception):
    """An answer that is an error, or none in time; ``name`` is the D-Bus error, empty for none in time."""

    def __init__(self, name: str) -> None:
        super().__init__(name)
        self.name = name

    @property
    def is_unknown(self) -> bool:
        """Tell whether nobody offers what was asked for, rather than that it failed."""
        return self.name.rpartition(".")[2] in _UNKNOWN


_UNKNOWN = {"ServiceUnknown", "NameHasNoOwner", "UnknownObject", "UnknownInterface", "UnknownMethod"}


class Bus:
    """A connection to a bus.

    Args:
        address: such as ``unix:path=…``; ``SYSTEM`` and None mean the system and the session bus.

    Raises:
        BusLostError: if there is none.
    """

    def __init__(self, address: str | None = None) -> None:
        self._kept: deque[Message] = deque()
        try:
            self._bus: DBusConnection = open_dbus_connection(address or "SESSION")
        except _BROKEN:
            raise BusLostError from None
        self._gone = False

    @property
    def name(self) -> str:
        """Return our unique name, such as ``:1.42``."""
        return str(self._bus.unique_name)

    def fileno(self) -> int:
        """Return the socket, or -1 once the bus is gone or this is closed."""
        return -1 if self._gone else int(self._bus.sock.fileno())

    def send(self, message: Message) -> int:
        """Send without waiting for the answer; return the number the answer will carry.

        Raises:
            BusLostError: if the bus is gone.
        """
        if self._gone:
            raise BusLostError
        serial = int(next(self._bus.outgoing_serial))
        try:
            self._bus.send(message, serial=serial)
        except _BROKEN:
            raise BusLostError from None
        return serial

    def ask(
        self,
        address: DBusAddress,
        member: str,
        signature: str | None = None,
        body: tuple[object, ...] = (),
        *,
        patience: float = PATIENCE,
    ) -> tuple[Any, ...]:
        """Ask and wait, ``patience`` seconds at most; what else arrives meanwhile is kept for ``heard``.

        Raises:
            RefusedError: if the answer is an error, or none comes in time.
            BusLostError: if the bus is gone.
        """
        return self._answer(self.send(new_method_call(address, member, signature, body)), patience)

    def listen(self, rule: MatchRule) -> None:
        """Have signals sent to us from now on.

        Raises:
            RefusedError: if the bus does not want to.
            BusLostError: if the bus is gone.
        """
        self._answer(self.send(message_bus.AddMatch(rule)), PATIENCE)

    def owner(self, name: str) -> str:
        """Return the unique name behind a name, empty if nobody has it; starts nobody.

        Raises:
            BusLostError: if the bus is gone.
        """
        try:
            return str(self._answer(self.send(message_bus.GetNameOwner(name)), PATIENCE)[0])
        except RefusedError:
            return ""

    def heard(self) -> tuple[Message, ...]:
        """Return what arrived since the last time, oldest first; never waits.

        Raises:
            BusLostError: if the bus is gone and everything it said has been returned.
        """
        told = list(self._kept)
        self._kept.clear()
        while not self._gone and len(told) < _BATCH:
            try:
                told.append(self._bus.receive(timeout=0))
            except TimeoutError:
                break
            except _BROKEN:
                if told:
                    break  # still readable, so that whoever waits comes back for the bad news
                self.close()
        # What was read but not parsed would not make the socket readable again.
        while not self._gone and len(told) >= _BATCH and (message := self._bus.parser.get_next_message()):
            told.append(message)
        if self._gone and not told:
            raise BusLostError
        return tuple(told)

    def shut(self) -> None:
        """End the conversation: the bus counts as lost, and stays readable until somebody notices."""
        if not self._gone:
            self._bus.sock.shutdown(socket.SHUT_RDWR)

    def close(self) -> None:
        """Close the connection; may be called again."""
        if not self._gone:
            self._gone = True
            self._bus.close()

    def _answer(self, serial: int, patience: float) -> tuple[Any, ...]:
        deadline = time.monotonic() + patience
        while True:
            try:
                message = self._bus.receive(timeout=max(0.0, deadline - time.monotonic()))
                if message.header.fields.get(HeaderFields.reply_serial) == serial:
                    answer: tuple[Any, ...] = unwrap_msg(message)
                    return answer
            except TimeoutError:
                raise RefusedError("") from None
            except DBusErrorResponse as problem:
                raise RefusedError(str(problem.name)) from None
            except _BROKEN:
                self.close()
                raise BusLostError from None
            self._kept.append(message)


def owner_changes(name: str) -> MatchRule:
    """Return the rule for hearing that a name gets another owner, or none."""
    rule = MatchRule(type="signal", sender=BUS, interface=BUS, member="NameOwnerChanged")
    rule.add_arg_condition(0, name)
    return rule


def is_owner_change(message: Message) -> bool:
    """Tell whether this is the bus saying what ``owner_changes`` asks for; nobody else can."""
    fields = message.header.fields
    return (fields.get(HeaderFields.sender), fields.get(HeaderFields.member)) == (BUS, "NameOwnerChanged")
