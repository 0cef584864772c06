"""The return address on this computer: a port of its own, and a listener that takes one answer.

Knows sockets and HTTP; knows nothing of who opened the page. What it hears is never logged.
"""

from __future__ import annotations

import contextlib
import selectors
import socket
import sys
import threading
import time
from collections.abc import Callable
from dataclasses import dataclass
from http import HTTPStatus
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from typing import Final
from urllib.parse import parse_qs, urlsplit, urlunsplit

from wisestep_desktop.core.errors import SignInFailed
from wisestep_desktop.core.setting_values import is_loopback

_CLIENT_PATIENCE: Final = 5.0
"""Seconds a connection may say nothing; browsers open some that they never use."""


@dataclass(frozen=True, slots=True)
class AnswerPages:
    """What the system's browser shows at the end, as plain text."""

    signed_in: str = "You are signed in to WiseStep. You can close this tab."
    not_completed: str = "Sign-in was not completed. You can close this tab and try again in WiseStep."


class Listener(ThreadingHTTPServer):
    """Answers on one bound socket until the one request that matters; sleeps in between."""

    daemon_threads = False
    block_on_close = True

    def __init__(self, place: socket.socket, redirect_uri: str, pages: AnswerPages) -> None:
        super().__init__(place.getsockname()[:2], _Handler, bind_and_activate=False)
        self.socket.close()
        self.socket = place
        self.timeout = 0
        self.pages = pages
        self.redirect = urlsplit(redirect_uri)
        self.answer: str | None = None
        self.expired = False
        self._wake_read, self._wake_write = socket.socketpair()
        self._open: set[socket.socket] = set()
        self._state = threading.RLock()
        self._done = threading.Event()
        self._waiting = threading.Lock()
        self._closed = False

    def wait(self, seconds: float) -> str | None:
        """Serve until the answer came, ``close`` was called or the time is up; return the answer if there is one."""
        deadline = time.monotonic() + seconds
        with self._waiting, selectors.DefaultSelector() as news:
            if self._done.is_set():
                return self.answer
            news.register(self.socket, selectors.EVENT_READ)
            news.register(self._wake_read, selectors.EVENT_READ)
            while not self._done.is_set():
                left = deadline - time.monotonic()
                if left <= 0:
                    self.expired = True
                    break
                if any(key.fileobj is self.socket for key, _ in news.select(left)):
                    self.handle_request()
        return self.answer

    def take(self, query: str) -> bool:
        """Accept the first answer, and only that."""
        with self._state:
            if self.answer is not None or self._done.is_set():
                return False
            self.answer = urlunsplit((*self.redirect[:3], query, ""))
            return True

    def finish(self) -> None:
        """Wake whoever waits."""
        self._done.set()
        with contextlib.suppress(OSError):
            self._wake_write.send(b"!")

    def close(self) -> None:
        """Hang up on everybody and join their threads."""
        self.finish()
        with self._waiting:
            if self._closed:
                return
            self._closed = True
            with self._state:
                for connection in self._open:
                    with contextlib.suppress(OSError):
                        connection.shutdown(socket.SHUT_RD)
            self.server_close()
            self._wake_read.close()
            self._wake_write.close()

    def process_request(self, request: socket.socket | tuple[bytes, socket.socket], client_address: object) -> None:
        """Remember a connection, so that it can be hung up."""
        if isinstance(request, socket.socket):
            with self._state:
                self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: socket.socket | tuple[bytes, socket.socket]) -> None:
        """Forget a connection that has ended."""
        if isinstance(request, socket.socket):
            with self._state:
                self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: object, client_address: object) -> None:
        """Say nothing: a browser that hangs up is no news, and a trace might show the answer."""


class _Handler(BaseHTTPRequestHandler):
    """Answers one request. Writes no log: the request line holds the authorization code."""

    server: Listener
    server_version = "WiseStep"
    sys_version = ""
    timeout = _CLIENT_PATIENCE

    def do_GET(self) -> None:
        """Take the answer at the return address; there is nothing else here."""
        target = urlsplit(self.path)
        if target.path != (self.server.redirect.path or "/"):
            self._reply(HTTPStatus.NOT_FOUND, "")
            return
        fresh = self.server.take(target.query)
        signed_in = "code" in parse_qs(target.query)
        pages = self.server.pages
        try:
            self._reply(
                HTTPStatus.OK if fresh else HTTPStatus.GONE, pages.signed_in if signed_in else pages.not_completed
            )
        finally:
            if fresh:
                self.server.finish()

    def __getattr__(self, name: str) -> Callable[[], None]:
        """Answer every method but GET, known or invented, in the same way."""
        if name.startswith("do_"):
            return self._refuse
        raise AttributeError(name)

    def _refuse(self) -> None:
        self._reply(HTTPStatus.METHOD_NOT_ALLOWED, "")

    def _reply(self, status: HTTPStatus, text: str) -> None:
        body = _PAGE.format(text=_escaped(text)).encode() if text else b""
        self.send_response(status)
        for name, value in _HEADERS.items():
            self.send_header(name, value)
        if status is HTTPStatus.METHOD_NOT_ALLOWED:
            self.send_header("Allow", "GET")
        self.send_header("Content-Length", str(len(body)))
        self.end_headers()
        if self.command != "HEAD":
            self.wfile.write(body)

    def log_message(self, format: str, *args: object) -> None:  # noqa: A002  the base class names it so
        """Write nothing anywhere."""


_HEADERS = {
    "Content-Type": "text/html; charset=utf-8",
    "Cache-Control": "no-store",
    "Content-Security-Policy": "default-src 'none'; style-src 'unsafe-inline'; frame-ancestors 'none'",
    "Referrer-Policy": "no-referrer",
    "X-Content-Type-Options": "nosniff",
    "Connection": "close",
}

_PAGE = """<!doctype html>
<meta charset="utf-8"><meta name="color-scheme" content="light dark"><title>WiseStep</title>
<style>
body {{ margin: 0; min-height: 100vh; display: grid; place-items: center; font: 16px/1.5 system-ui, sans-serif; }}
p {{ max-width: 26em; padding: 24px; text-align: center; }}
</style>
<p>{text}</p>
"""


def _escaped(text: str) -> str:
    return text.replace("&", "&amp;").replace("<", "&lt;").replace(">", "&gt;")


def port_of(url: str) -> int | None:
    """Return the port an address names, if it names one.

    Raises:
        SignInFailed: ``signin.bad_redirect``.
    """
    try:
        return urlsplit(url).port
    except ValueError:
        raise SignInFailed("signin.bad_redirect") from None


def bound(redirect_uri: str, *, listening: bool = False) -> socket.socket:
    """Take a port of this computer, a free one for port 0, and of nothing but this computer.

    Raises:
        SignInFailed: ``signin.port_busy`` or ``signin.bad_redirect``.
    """
    host, port = urlsplit(redirect_uri).hostname or "", port_of(redirect_uri) or 0
    if not is_loopback(host):
        raise SignInFailed("signin.bad_redirect")
    six = host == "::1"
    place = socket.socket(socket.AF_INET6 if six else socket.AF_INET, socket.SOCK_STREAM)
    try:
        if sys.platform == "win32":
            place.setsockopt(socket.SOL_SOCKET, socket.SO_EXCLUSIVEADDRUSE, 1)
        elif listening:
            place.setsockopt(socket.SOL_SOCKET, socket.SO_REUSEADDR, 1)  # a sign-in just before leaves traces
        place.bind(("127.0.0.1" if host == "localhost" else host, port))
        if listening:
            place.listen(5)
    except OSError:
        place.close()
        raise SignInFailed("signin.port_busy", port=port) from None
    return place


def with_port(redirect_uri: str, port: int) -> str:
    """Return the same address with another port; the host keeps its registered spelling."""
    parts = urlsplit(redirect_uri)
    host = f"[{parts.hostname}]" if ":" in (parts.hostname or "") else parts.hostname
    return urlunsplit((parts.scheme, f"{host}:{port}", *parts[2:]))
