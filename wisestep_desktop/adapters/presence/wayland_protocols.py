"""The Wayland protocol that told idleness before ``ext_idle_notifier_v1``: ``org_kde_kwin_idle``, version 1.

Written by hand after the protocol's description; names and order are what goes over the wire. pywayland brings the
newer protocol itself. Knows no connection.
"""

from __future__ import annotations

from typing import Any, Final

from pywayland.protocol.wayland import WlSeat
from pywayland.protocol_core.argument import Argument
from pywayland.protocol_core.interface import Interface
from pywayland.protocol_core.message import Message
from pywayland.protocol_core.proxy import Proxy
from pywayland.scanner.argument import ArgumentType


class KdeIdle(Interface):
    """Hands out one notification for each seat and time."""

    name = "org_kde_kwin_idle"
    version = 1


class KdeIdleTimeout(Interface):
    """Tells ``idle`` once nobody touched a seat for the time, and ``resumed`` at the next input."""

    name = "org_kde_kwin_idle_timeout"
    version = 1


class KdeIdleTimeoutProxy(Proxy[KdeIdleTimeout]):
    """Our end of a notification."""

    interface = KdeIdleTimeout


class KdeIdleProxy(Proxy[KdeIdle]):
    """Our end of the idle protocol."""

    interface = KdeIdle

    def get_idle_timeout(self, seat: Any, timeout: int) -> Any:  # noqa: ANN401  # proxies
        """Ask to be told when nobody touched ``seat`` for ``timeout`` milliseconds."""
        return self._marshal_constructor(_GET_IDLE_TIMEOUT, KdeIdleTimeout, seat, timeout)


def _word(name: str, *arguments: Argument) -> Message:
    made = Message(_nobody, arguments, None)
    made.name = name
    return made


def _nobody() -> None:
    """Stand for the function that pywayland keeps beside each word."""


_NEW: Final = Argument(ArgumentType.NewId, interface=KdeIdleTimeout)
_SEAT: Final = Argument(ArgumentType.Object, interface=WlSeat)
_GET_IDLE_TIMEOUT: Final = 0

KdeIdleTimeout.requests.extend((_word("release"), _word("simulate_user_activity")))
KdeIdleTimeout.events.extend((_word("idle"), _word("resumed")))
KdeIdleTimeout._gen_c()  # noqa: SLF001  # what pywayland's own interfaces call
KdeIdleTimeout.proxy_class = KdeIdleTimeoutProxy
KdeIdle.requests.append(_word("get_idle_timeout", _NEW, _SEAT, Argument(ArgumentType.Uint)))
KdeIdle._gen_c()  # noqa: SLF001  # as above
KdeIdle.proxy_class = KdeIdleProxy
