"""A loopback HTTP server that can be joined, and that can hang up in the middle.

Knows sockets and threads. Refuses to know what is served.
"""

import contextlib
import logging
import os
import socket
import socketserver
import struct
import threading
from collections.abc import Iterator
from typing import Any, NoReturn

from werkzeug.serving import ThreadedWSGIServer, WSGIRequestHandler
from werkzeug.wrappers import Response

LOOPBACK_ADDRESS = "127.0.0.1"
_log = logging.getLogger(__name__)
_DETACHED = -1
_LINGER = "hh" if os.name == "nt" else "ii"
"""How this system lays out what SO_LINGER takes."""


class PortTakenError(Exception):
    """The port asked for is in use or not allowed."""


class HungUpError(ConnectionResetError):
    """The server closed the connection on purpose; werkzeug takes it as a client that went away."""


def hang_up(environ: dict[str, Any], *, rudely: bool = False) -> NoReturn:
    """Close the connection without an answer and end the request; `rudely` with a reset in place of a goodbye."""
    connection = environ["werkzeug.socket"]
    try:
        if rudely:
            connection.setsockopt(socket.SOL_SOCKET, socket.SO_LINGER, struct.pack(_LINGER, 1, 0))
            # Closed at once, below what still refers to it, or a goodbye would go out first.
            socket.close(connection.detach())
        else:
            connection.shutdown(socket.SHUT_RDWR)
    except OSError:
        # The other side was faster.
        _log.debug("the connection was closed already")
    raise HungUpError


def half_response(environ: dict[str, Any], whole: Response) -> Response:
    """The same response, whose body ends, with its connection, after half of what its length promises."""
    body = whole.get_data()

    def half() -> Iterator[bytes]:
        yield body[: len(body) // 2]
        hang_up(environ)

    cut = Response(half(), whole.status_code, whole.headers)
    cut.headers["Content-Length"] = str(len(body))
    return cut


def dripping(whole: Response, seconds: float, closing: threading.Event) -> Response:
    """The same response, whose body comes in small pieces over some seconds."""
    body = whole.get_data()
    size = max(1, len(body) // 16)
    pieces = [body[start : start + size] for start in range(0, len(body), size)]

    def slowly() -> Iterator[bytes]:
        for piece in pieces:
            closing.wait(seconds / len(pieces))
            yield piece

    slow = Response(slowly(), whole.status_code, whole.headers)
    slow.headers["Content-Length"] = str(len(body))
    return slow


class _Handler(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: Any) -> None:  # noqa: A002, ANN401, ARG002 - werkzeug's own signature
        """Say nothing of requests, which carry codes and tokens; only a mistake of our own is told."""
        if "Error on request" in message:
            _log.error(message, *args)

    def send_response(self, code: int, message: str | None = None) -> None:
        """Leave out what the base class says of the time: the answer has it, by the sandbox's own clock."""
        self.send_response_only(code, message)

    def setup(self) -> None:
        super().setup()
        self.connection.setsockopt(socket.IPPROTO_TCP, socket.TCP_NODELAY, 1)


class LoopbackServer(ThreadedWSGIServer):
    """Serves a WSGI application on 127.0.0.1 from a named thread, one more thread a request.

    `start()` returns at once, `close()` hangs up whatever is open and joins every thread. Raises PortTakenError.
    """

    daemon_threads = False
    block_on_close = True
    allow_reuse_address = os.name == "posix"

    def __init__(self, port: int, application: Any, thread_name: str) -> None:  # noqa: ANN401 - a WSGI callable
        self._open: set[Any] = set()
        self._open_lock = threading.Lock()
        self._thread = threading.Thread(target=self._serve, name=thread_name)
        try:
            super().__init__(LOOPBACK_ADDRESS, port, application, _Handler)
        except (SystemExit, OverflowError) as refused:
            raise PortTakenError(f"port {port} on {LOOPBACK_ADDRESS} cannot be used") from refused

    def server_bind(self) -> None:
        """Bind without asking any name service what 127.0.0.1 is called."""
        socketserver.TCPServer.server_bind(self)
        self.server_name, self.server_port = LOOPBACK_ADDRESS, self.server_address[1]

    def start(self) -> None:
        """Begin to serve."""
        self._thread.start()

    def close(self) -> None:
        """Stop serving, hang up and join; may be called again."""
        if not self._thread.is_alive():
            return
        stopping = threading.Thread(target=self.shutdown, name=f"{self._thread.name}-stopping")
        stopping.start()
        while stopping.is_alive():
            # The server looks at the wish to stop when a connection comes in, and otherwise twice a second.
            with contextlib.suppress(OSError):
                socket.create_connection((LOOPBACK_ADDRESS, self.port), timeout=1).close()
            stopping.join(0.02)
        self._thread.join()

    def server_close(self) -> None:
        """Hang up open connections, then wait for their threads."""
        with self._open_lock:
            for connection in self._open:
                try:
                    connection.shutdown(socket.SHUT_RDWR)
                except OSError:
                    _log.debug("a connection was closed already")
        super().server_close()

    def process_request(self, request: Any, client_address: Any) -> None:  # noqa: ANN401
        """Keep track of a new connection and serve it from its own thread."""
        with self._open_lock:
            self._open.add(request)
        super().process_request(request, client_address)

    def shutdown_request(self, request: Any) -> None:  # noqa: ANN401
        """Forget a connection that is done."""
        with self._open_lock:
            self._open.discard(request)
        super().shutdown_request(request)

    def handle_error(self, request: Any, client_address: Any) -> None:  # noqa: ANN401, ARG002
        """Note a failed request without its content; after a reset of ours there is nothing left to serve."""
        if request.fileno() != _DETACHED:
            _log.warning("a request failed")

    def _serve(self) -> None:
        self.serve_forever(poll_interval=0.5)
