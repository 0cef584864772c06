"""Folders and addresses where profiles are published; the address is a real server on this computer."""

from __future__ import annotations

import contextlib
import os
import threading
from collections.abc import Iterator
from http.server import BaseHTTPRequestHandler, ThreadingHTTPServer
from pathlib import Path
from typing import ClassVar

import pytest

from wisestep_desktop.adapters.team import folder
from wisestep_desktop.adapters.team.places import Places
from wisestep_desktop.core.errors import BadInput, Unavailable, WiseStepError
from wisestep_desktop.ports.team import EditionTaken

PLACES = Places("1.2.3")


def refused(code: str) -> pytest.RaisesExc[WiseStepError]:
    return pytest.raises(WiseStepError, check=lambda error: error.code == code)


def test_what_is_published_in_a_folder_is_fetched_whole(tmp_path: Path) -> None:
    place = str(tmp_path)
    PLACES.publish(place, (1, 1), b"one")
    assert PLACES.fetch(place, most=100) == b"one"
    assert PLACES.edition(place, (1, 1), most=100) == b"one"
    assert PLACES.edition(place, (1, 2), most=100) is None
    PLACES.publish(place, (1, 2), b"two")
    assert PLACES.fetch(place, most=100) == b"two"
    assert PLACES.fetch(place, most=1) == b"tw"
    assert sorted(each.name for each in (tmp_path / folder.EDITIONS).iterdir()) == [
        "000001-000001.wisestep-profile",
        "000001-000002.wisestep-profile",
    ]
    assert not list(tmp_path.glob(".*.tmp"))


def _without_names(monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(_self: Path, _target: Path) -> None:
        raise PermissionError(1, "Operation not permitted")

    monkeypatch.setattr(Path, "hardlink_to", refuse)


@pytest.mark.parametrize("drive", ["with second names", "without"])
def test_an_edition_is_given_once_whoever_comes_second(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, drive: str
) -> None:
    if drive == "without":
        _without_names(monkeypatch)
    PLACES.publish(str(tmp_path), (1, 1), b"first")
    with pytest.raises(EditionTaken):
        PLACES.publish(str(tmp_path), (1, 1), b"second")
    assert PLACES.fetch(str(tmp_path), most=100) == b"first"
    assert PLACES.edition(str(tmp_path), (1, 1), most=100) == b"first"


@pytest.mark.parametrize("drive", ["with second names", "without"])
def test_of_many_at_once_one_gets_the_edition(tmp_path: Path, monkeypatch: pytest.MonkeyPatch, drive: str) -> None:
    if drive == "without":
        _without_names(monkeypatch)
    won: list[bytes] = []
    ready = threading.Barrier(8)

    def publish(number: int) -> None:
        data = b"%d" % number * 5_000
        ready.wait(10)
        with contextlib.suppress(EditionTaken):
            PLACES.publish(str(tmp_path), (3, 9), data)
            won.append(data)

    threads = [threading.Thread(target=publish, args=(number,)) for number in range(8)]
    for each in threads:
        each.start()
    for each in threads:
        each.join(30)
    assert len(won) == 1
    assert PLACES.fetch(str(tmp_path), most=100_000) == won[0]
    assert PLACES.edition(str(tmp_path), (3, 9), most=100_000) == won[0]


def test_a_folder_that_is_not_there_or_not_ours_is_said(tmp_path: Path) -> None:
    with refused("team.place.nothing_there"):
        PLACES.fetch(str(tmp_path), most=1)
    with refused("team.place.nothing_there"):
        PLACES.fetch(str(tmp_path / "away"), most=1)
    with refused("team.place.no_folder"):
        PLACES.publish(str(tmp_path / "away"), (1, 1), b"x")
    (tmp_path / "file").write_bytes(b"")
    with refused("team.place.unreachable"):
        PLACES.fetch(str(tmp_path / "file"), most=1)
    with refused("team.place.unreachable"):
        PLACES.fetch("/\0", most=1)


@pytest.mark.skipif(os.name == "nt", reason="modes of POSIX")
def test_what_may_not_be_read_is_said(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    def refuse(*_args: object, **_more: object) -> None:
        raise PermissionError(13, "Permission denied")

    monkeypatch.setattr(Path, "open", refuse)
    with refused("team.place.not_allowed"):
        PLACES.fetch(str(tmp_path), most=1)


class Server(BaseHTTPRequestHandler):
    """Answers by path."""

    seen: ClassVar[list[tuple[str, str]]] = []

    def do_GET(self) -> None:
        type(self).seen.append((self.path, self.headers["User-Agent"]))
        match self.path:
            case "/profile":
                self._answer(200, b"a profile")
            case "/moved":
                self.send_response(302)
                self.send_header("Location", "/profile")
                self.end_headers()
            case "/away":
                self.send_response(302)
                self.send_header("Location", "http://example.com/profile")
                self.end_headers()
            case "/file":
                self.send_response(302)
                self.send_header("Location", "file:///etc/passwd")
                self.end_headers()
            case "/denied":
                self._answer(403, b"no")
            case "/broken":
                self._answer(500, b"no")
            case "/large":
                self.send_response(200)
                self.end_headers()
                with contextlib.suppress(OSError):
                    for _ in range(10_000):
                        self.wfile.write(b"x" * 10_000)
            case _:
                self._answer(404, b"no")

    def _answer(self, status: int, data: bytes) -> None:
        self.send_response(status)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address() -> Iterator[str]:
    Server.seen.clear()
    with ThreadingHTTPServer(("127.0.0.1", 0), Server) as server:
        thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.01})
        thread.start()
        yield f"http://127.0.0.1:{server.server_port}"
        server.shutdown()
        thread.join()


def test_an_address_is_read_and_never_written(address: str) -> None:
    assert PLACES.fetch(f"{address}/profile", most=100) == b"a profile"
    assert PLACES.fetch(f"{address}/moved", most=100) == b"a profile"
    assert Server.seen[0] == ("/profile", "WiseStep/1.2.3")
    assert PLACES.edition(f"{address}/profile", (1, 1), most=100) is None
    for write in (
        lambda: PLACES.publish(f"{address}/profile", (1, 1), b"x"),
        lambda: PLACES.make_current(f"{address}/profile", b"x"),
    ):
        with pytest.raises(BadInput, check=lambda error: error.code == "team.place.read_only"):
            write()


@pytest.mark.parametrize(
    ("path", "code"),
    [
        ("missing", "team.place.nothing_there"),
        ("denied", "team.place.not_allowed"),
        ("broken", "team.place.unreachable"),
        ("away", "team.place.unreachable"),
        ("file", "team.place.unreachable"),
    ],
)
def test_what_an_address_refuses_is_said(address: str, path: str, code: str) -> None:
    with refused(code):
        PLACES.fetch(f"{address}/{path}", most=100)


def test_of_what_is_too_large_no_more_is_read_than_needed(address: str) -> None:
    assert len(PLACES.fetch(f"{address}/large", most=1_000)) == 1_001


def test_an_address_where_nobody_answers_is_said() -> None:
    with pytest.raises(Unavailable, check=lambda error: error.code == "team.place.unreachable"):
        PLACES.fetch("http://127.0.0.1:9/profile", most=100)
