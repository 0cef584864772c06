"""Where the sign-in window may go: one pure function from an address to a decision.

Knows URLs and the few addresses one sign-in needs; knows no Qt, no network and no page. What it does not understand it
refuses: an address that two programs may read differently is how people are sent to the wrong place.
"""

from __future__ import annotations

import re
from dataclasses import dataclass
from enum import Enum
from ipaddress import AddressValueError, IPv4Address, IPv6Address

from wisestep_desktop.core.setting_values import is_loopback

LONGEST = 65_536
"""Characters; a single sign-on may put a whole signed document into an address."""

_PLAIN = re.compile(r"[!-\[\]-~]+")
"""Printable ASCII without space and backslash: what an engine hands out after it has read an address itself."""

_URL = re.compile(r"(?P<scheme>[A-Za-z][A-Za-z0-9+.-]*):(?P<rest>.*)")
_AUTHORITY = re.compile(r"(?P<host>\[[0-9A-Fa-f:.]+]|[A-Za-z0-9.-]+)(?::(?P<port>[1-9][0-9]{0,4})?)?")
_LABEL = re.compile(r"[a-z0-9](?:[a-z0-9-]{0,61}[a-z0-9])?")
_PORTS = {"http": 80, "https": 443}


class Decision(Enum):
    """What becomes of a navigation."""

    ALLOW = "allow"
    CATCH = "catch"
    OPEN_OUTSIDE = "open outside"
    REFUSE = "refuse"


@dataclass(frozen=True, slots=True)
class Context:
    """What one sign-in is about.

    Attributes:
        authorize_url: where it begins; its own host and port may always be shown.
        redirect_uri: where the answer arrives; never requested, only caught.
        hosts: further hosts that may be shown, each ``host`` or ``host:port``.
    """

    authorize_url: str
    redirect_uri: str
    hosts: tuple[str, ...] = ()


@dataclass(frozen=True, slots=True)
class _Address:
    """An address taken apart; ``host`` is lower case, and ``place`` is all that comes before the query."""

    scheme: str
    host: str
    port: int
    place: str
    query: str


def decide(url: str, context: Context, *, main_frame: bool = True) -> Decision:
    """Return what becomes of a navigation to ``url``.

    Only the whole window can bring the answer or leave for another browser; a frame inside a page cannot.
    """
    if url == "about:blank" or (url == "about:srcdoc" and not main_frame):
        return Decision.ALLOW
    address = _take_apart(url)
    if address is None:
        return Decision.REFUSE
    if _is_answer(address, context):
        return Decision.CATCH if main_frame else Decision.REFUSE
    match address.scheme:
        case "http" if is_loopback(address.host) and _may_be_shown(address, context):
            return Decision.ALLOW
        case "https" if _may_be_shown(address, context):
            return Decision.ALLOW
        case "https" if main_frame and _is_public(address):
            return Decision.OPEN_OUTSIDE
        case _:
            return Decision.REFUSE


def may_fetch(url: str, context: Context) -> bool:
    """Tell whether a page may fetch a part of itself (an image, a script, an answer of its own server) from ``url``.

    Parts may come from any secured website, as they do in every browser. They never come from this computer or the
    network around it, unless the sign-in itself lives there, and never from the return address.
    """
    if url.startswith(("data:", "blob:")):
        return True
    address = _take_apart("https" + url[3:] if url.startswith("wss://") else url)
    if address is None or _is_answer(address, context):
        return False
    if _may_be_shown(address, context):
        return address.scheme == "https" or is_loopback(address.host)
    return address.scheme == "https" and _is_public(address)


def origin(url: str) -> tuple[str, str, str] | None:
    """Return scheme, host and port as the origin bar shows them, the port empty where it is the usual one."""
    address = _take_apart(url)
    if address is None or address.scheme not in _PORTS:
        return None
    port = "" if address.port == _PORTS[address.scheme] else str(address.port)
    return address.scheme, address.host, port


def _is_answer(address: _Address, context: Context) -> bool:
    """Tell the registered return address, component by component; the server may only add to the query."""
    expected = _take_apart(context.redirect_uri)
    if expected is None or (address.scheme, address.host, address.port) != (
        expected.scheme,
        expected.host,
        expected.port,
    ):
        return False
    if address.place != expected.place:
        return False
    return not expected.query or f"{address.query}&".startswith(f"{expected.query}&")


def _may_be_shown(address: _Address, context: Context) -> bool:
    start = _take_apart(context.authorize_url)
    if start is not None and (address.scheme, address.host, address.port) == (start.scheme, start.host, start.port):
        return True
    usual = (address.scheme, address.port) == ("https", _PORTS["https"])
    named = address.host if usual else f"{address.host}:{address.port}"
    return named in {host.strip().lower() for host in context.hosts}


def _is_public(address: _Address) -> bool:
    """Tell an ordinary website: a name with a dot on the usual port, nothing on this computer or its network."""
    if address.port != _PORTS["https"] or address.host.startswith("["):
        return False
    labels = address.host.split(".")
    return len(labels) > 1 and not labels[-1].isdigit() and labels[-1] not in {"localhost", "local", "internal"}


def _take_apart(url: str) -> _Address | None:
    """Read an address strictly; None for everything that is not plainly well-formed."""
    if len(url) > LONGEST or not _PLAIN.fullmatch(url):
        return None
    whole = _URL.fullmatch(url)
    if whole is None:
        return None
    scheme = whole["scheme"].lower()
    place, _, query = whole["rest"].partition("#")[0].partition("?")
    if scheme not in _PORTS:
        return _Address(scheme, "", 0, place, query)
    if not place.startswith("//"):
        return None
    authority, slash, path = place[2:].partition("/")
    parts = _AUTHORITY.fullmatch(authority)
    if parts is None:
        return None
    host, port = _host(parts["host"].lower()), int(parts["port"] or _PORTS[scheme])
    if host is None or port > 65_535:
        return None
    return _Address(scheme, host, port, slash + path or "/", query)


def _host(text: str) -> str | None:
    """Return a host in its one true spelling, or None: no trailing dot, no odd numbers, no address in disguise."""
    try:
        if text.startswith("["):
            return f"[{IPv6Address(text[1:-1]).compressed}]"
        labels = text.split(".")
        if labels[-1].isdigit() or re.fullmatch(r"0x[0-9a-f]*", labels[-1]):
            return str(IPv4Address(text))  # also refuses 0177.1 and 2130706433, which browsers read as 127.0.0.1
    except AddressValueError:
        return None
    return text if len(text) <= 253 and all(_LABEL.fullmatch(label) for label in labels) else None
