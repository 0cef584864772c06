"""Reading what tells of versions, from a real https server on this computer."""

from __future__ import annotations

import contextlib
import threading
import time
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import ClassVar

import pytest

from tests.fakes.https_server import https_server, own_certificate
from wisestep_desktop.adapters.links.web import UnreachableError, read_web
from wisestep_desktop.adapters.updates.web import WebReleases
from wisestep_desktop.core.errors import Unavailable

PLACE = WebReleases()


class Server(BaseHTTPRequestHandler):
    """Answers by path."""

    seen: ClassVar[list[dict[str, str]]] = []
    over: ClassVar[threading.Event] = threading.Event()

    def do_GET(self) -> None:
        type(self).seen.append({"path": self.path, **{name.lower(): value for name, value in self.headers.items()}})
        match self.path:
            case "/release.json":
                self._answer(200, b"a document", cookie=True)
            case "/moved":
                self._go("/release.json")
            case "/away":
                self._go("http://127.0.0.1:9/release.json")
            case "/file":
                self._go("file:///etc/passwd")
            case "/round":
                self._go("/round")
            case "/broken":
                self._answer(500, b"no")
            case "/large":
                self.send_response(200)
                self.end_headers()
                with contextlib.suppress(OSError):
                    for _ in range(10_000):
                        self.wfile.write(b"x" * 10_000)
            case "/slow":
                self.send_response(200)
                self.end_headers()
                with contextlib.suppress(OSError):
                    while not type(self).over.wait(0.05):  # as a slow line does
                        self.wfile.write(b"x")
                        self.wfile.flush()
            case _:
                self._answer(404, b"no")

    def _go(self, where: str) -> None:
        self.send_response(302)
        self.send_header("Location", where)
        self.send_header("Content-Length", "0")
        self.end_headers()

    def _answer(self, status: int, data: bytes, *, cookie: bool = False) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        if cookie:
            self.send_header("Set-Cookie", "you=17; Max-Age=9999999")
            self.send_header("ETag", '"you-17"')
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Iterator[str]:
    Server.seen.clear()
    Server.over.clear()
    certificate = own_certificate(tmp_path)
    monkeypatch.setenv("SSL_CERT_FILE", str(certificate))
    with https_server(Server, certificate) as served:
        yield served
        Server.over.set()


def unreachable(reason: str = "") -> pytest.RaisesExc[Unavailable]:
    return pytest.raises(
        Unavailable,
        check=lambda error: error.code == "release.unreachable" and reason in (error.params["reason"], ""),
    )


def test_a_document_is_read_and_redirections_to_https_are_followed(address: str) -> None:
    assert PLACE.fetch(f"{address}/release.json", most=100) == b"a document"
    assert PLACE.fetch(f"{address}/moved", most=100) == b"a document"
    assert PLACE.fetch(f"{address}/release.json", most=4) == b"a doc"


def test_what_is_asked_says_nothing_about_who_asks(address: str) -> None:
    for _ in range(2):
        PLACE.fetch(f"{address}/release.json", most=100)
    first, second = Server.seen
    assert (
        first
        == second
        == {
            "path": "/release.json",
            "host": address.removeprefix("https://"),
            "user-agent": "WiseStep",
            "accept-encoding": "identity",
            "cache-control": "no-cache",
            "connection": "close",
        }
    )


@pytest.mark.parametrize(
    ("path", "reason"),
    [("missing", "404"), ("broken", "500"), ("away", "URLError"), ("file", "302"), ("round", "302")],
)
def test_what_an_address_refuses_is_said(address: str, path: str, reason: str) -> None:
    with unreachable(reason):
        PLACE.fetch(f"{address}/{path}", most=100)


def test_of_what_is_too_large_no_more_is_read_than_needed(address: str) -> None:
    assert len(PLACE.fetch(f"{address}/large", most=70_000)) == 70_001


def test_who_sends_a_byte_at_a_time_is_left(address: str) -> None:
    began = time.monotonic()
    with pytest.raises(UnreachableError, match="TimeoutError"):
        read_web(f"{address}/slow", agent="WiseStep", most=10_000, allowed=lambda _: True, longest=0.3)
    assert time.monotonic() - began < 5


def test_a_server_that_cannot_prove_itself_is_not_read(address: str, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("SSL_CERT_FILE")
    with unreachable():
        PLACE.fetch(f"{address}/release.json", most=100)
    assert Server.seen == []


def test_where_nobody_answers_and_what_is_no_https_are_said() -> None:
    with unreachable():
        PLACE.fetch("https://127.0.0.1:9/release.json", most=100)
    with unreachable("http"):
        PLACE.fetch("http://127.0.0.1:9/release.json", most=100)
