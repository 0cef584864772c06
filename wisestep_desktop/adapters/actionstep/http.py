"""HTTP with manners: every call has a time limit, every body a size limit, no redirect is ever followed.

Knows requests and urllib3, refuses to know Actionstep. Errors leave as ours, told apart by whether the request may
have reached the other side.
"""

from __future__ import annotations

import ssl
import time
from typing import Any

import requests
import truststore
from requests.adapters import HTTPAdapter
from requests.models import PreparedRequest, Response
from urllib3.exceptions import (
    ConnectTimeoutError,
    HTTPError,
    MaxRetryError,
    NewConnectionError,
    ReadTimeoutError,
)
from urllib3.exceptions import ProxyError as ProxyRefused
from urllib3.exceptions import SSLError as TlsRefused

from wisestep_desktop.core.errors import Doubt, Misunderstood, Unavailable, Uncertain, WiseStepError

CONNECT_SECONDS = 10
READ_SECONDS = 90
"""The first page of a large query can take a minute (API notes, 2.4)."""
TOTAL_SECONDS = 180
LARGEST_BODY = 32 * 1024 * 1024
USER_AGENT = "WiseStep-Desktop"


class BodyTooLarge(requests.RequestException):
    """The answer is longer than any honest one."""


class TooSlow(requests.Timeout):
    """The answer drips in without end."""


class Redirected(requests.RequestException):
    """The answer sends us elsewhere; a token never goes where a server says."""


class CarefulAdapter(HTTPAdapter):
    """Trusts what the operating system trusts, so a firm's inspecting proxy works; reads bodies within bounds."""

    def __init__(self, *, read_seconds: float = READ_SECONDS) -> None:
        self._read_seconds = read_seconds
        super().__init__(pool_connections=2, pool_maxsize=2, max_retries=0)

    def init_poolmanager(self, *args: Any, **kwargs: Any) -> None:  # noqa: ANN401  requests' own signature
        """Hand the system's trust store to urllib3."""
        super().init_poolmanager(*args, ssl_context=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT), **kwargs)

    def proxy_manager_for(self, proxy: str, **kwargs: Any) -> Any:  # noqa: ANN401  requests' own signature
        """Trust the same behind a proxy, which requests connects through by a pool of its own."""
        return super().proxy_manager_for(proxy, ssl_context=truststore.SSLContext(ssl.PROTOCOL_TLS_CLIENT), **kwargs)

    def send(self, request: PreparedRequest, *args: Any, **kwargs: Any) -> Response:  # noqa: ANN401
        """Send with limits; the body is read here, whatever the caller asked for."""
        kwargs["stream"] = True
        kwargs["timeout"] = (CONNECT_SECONDS, self._read_seconds)
        deadline = time.monotonic() + TOTAL_SECONDS
        response = super().send(request, *args, **kwargs)
        try:
            if response.is_redirect:
                raise Redirected(response=response)
            response._content = _read(response, deadline)  # noqa: SLF001  what requests itself does when not streaming
        finally:
            response.close()
        return response


def _read(response: Response, deadline: float) -> bytes:
    body = bytearray()
    for chunk in response.iter_content(64 * 1024):
        body += chunk
        if len(body) > LARGEST_BODY:
            raise BodyTooLarge(response=response)
        if time.monotonic() > deadline:
            raise TooSlow(response=response)
    return bytes(body)


def session(version: str, *, read_seconds: float = READ_SECONDS) -> requests.Session:
    """Return a session with our limits. Not for two threads at once."""
    made = requests.Session()
    outfit(made, version, read_seconds=read_seconds)
    return made


def outfit(made: requests.Session, version: str, *, read_seconds: float = READ_SECONDS) -> None:
    """Put our limits on a session that somebody else made."""
    careful = CarefulAdapter(read_seconds=read_seconds)
    made.mount("https://", careful)
    made.mount("http://", careful)
    made.headers["User-Agent"] = f"{USER_AGENT}/{version}"
    made.max_redirects = 0


def not_sent(error: requests.RequestException) -> bool:
    """Tell whether the request certainly never left this computer."""
    if isinstance(error, requests.ConnectTimeout | requests.exceptions.ProxyError):
        return True
    cause = error.args[0] if error.args else None
    if isinstance(cause, MaxRetryError):
        cause = cause.reason
    if isinstance(cause, TlsRefused):  # a secure line may also break after the request went out
        return bool(cause.args) and isinstance(cause.args[0], ssl.SSLCertVerificationError)
    return isinstance(cause, NewConnectionError | ConnectTimeoutError | ProxyRefused)


def translate_read(error: requests.RequestException) -> WiseStepError:
    """Return what a failed *question* means: nothing happened, so later is always safe."""
    match error:
        case BodyTooLarge():
            return Misunderstood("answer.too_large")
        case Redirected():
            return Misunderstood("answer.redirected")
        case requests.exceptions.SSLError():
            return Unavailable("net.certificate")
        case requests.exceptions.ProxyError():
            return Unavailable("net.proxy")
        case requests.Timeout():
            return Unavailable("net.timed_out")
        case _:
            return Unavailable("net.unreachable" if not_sent(error) else "net.dropped")


def translate_write(error: requests.RequestException) -> WiseStepError:
    """Return what a failed *order* means: unless it certainly never left, nobody knows whether it took effect."""
    if not_sent(error):
        return translate_read(error)
    if isinstance(error, BodyTooLarge | Redirected):
        return Uncertain(Doubt.GARBLED)
    cause = error.args[0] if error.args else None
    slow = isinstance(error, requests.Timeout) or isinstance(cause, ReadTimeoutError)
    return Uncertain(Doubt.TIMED_OUT if slow else Doubt.DROPPED)


__all__ = ["HTTPError", "not_sent", "outfit", "session", "translate_read", "translate_write"]
