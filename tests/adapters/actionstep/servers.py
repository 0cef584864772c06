"""A server that says whatever a test wants, on a loopback address."""

from __future__ import annotations

import contextlib
import socketserver
import threading
from collections.abc import Callable, Iterator


class _Server(socketserver.ThreadingTCPServer):
    allow_reuse_address = True
    daemon_threads = False


@contextlib.contextmanager
def saying(answer: Callable[[bytes], bytes]) -> Iterator[tuple[str, list[bytes]]]:
    """Serve for as long as the block: each request gets what ``answer`` makes of its head, and then the line is cut.

    Yields the base address and the heads received so far.
    """
    heard: list[bytes] = []

    class Handler(socketserver.StreamRequestHandler):
        def handle(self) -> None:
            head = b""
            while line := self.rfile.readline():
                head += line
                if line == b"\r\n":
                    break
            length = next(
                (line[15:] for line in head.splitlines() if line.lower().startswith(b"content-length:")), b"0"
            )
            self.rfile.read(int(length))
            heard.append(head)
            with contextlib.suppress(ConnectionError):
                self.wfile.write(answer(head))

    with _Server(("127.0.0.1", 0), Handler) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.01,), name="saying")
        thread.start()
        try:
            yield f"http://127.0.0.1:{server.server_address[1]}", heard
        finally:
            server.shutdown()
            thread.join()


def response(body: bytes, status: str = "200 OK", *headers: str, length: int | None = None) -> bytes:
    """A whole response; ``length`` may lie."""
    size = len(body) if length is None else length
    lines = [f"HTTP/1.1 {status}", f"Content-Length: {size}", "Connection: close", *headers]
    return "\r\n".join(lines).encode() + b"\r\n\r\n" + body
