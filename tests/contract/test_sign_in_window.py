"""Every sign-in window keeps the promises of ``ports.sign_in``: child process, system browser, and the fake."""

from __future__ import annotations

import contextlib
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from dataclasses import dataclass
from http.client import HTTPConnection
from pathlib import Path
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.fakes.sign_in import FakeSignInWindow
from wisestep_desktop.adapters.system.sign_in_windows import ChildBrowser, LoopbackBrowser
from wisestep_desktop.core.errors import SignInFailed
from wisestep_desktop.ports.sign_in import AuthorizationRequest, SignInWindow

PATIENCE = 20.0

SIGNS_IN = """
import json, sys
asked = json.loads(sys.stdin.readline())
print(json.dumps({"redirected": asked["redirect_uri"] + "?code=abc&state=s-1"}), flush=True)
"""
WALKS_AWAY = "import sys; sys.stdin.readline(); sys.stdin.read()"


@dataclass(frozen=True)
class Kind:
    """How to make one kind of window, with a person who signs in or one who walks away; and what they do."""

    make: Callable[[bool], SignInWindow]
    sign_in: Callable[[AuthorizationRequest], None] = lambda _request: None


def _child(signs_in: bool) -> SignInWindow:
    return ChildBrowser([sys.executable, "-c", SIGNS_IN if signs_in else WALKS_AWAY])


def _visit(request: AuthorizationRequest) -> None:
    place = urlsplit(request.redirect_uri)
    with contextlib.closing(HTTPConnection("127.0.0.1", place.port, timeout=PATIENCE)) as browser:
        browser.request("GET", f"{place.path}?code=abc&state={request.state}")
        assert browser.getresponse().status == 200


KINDS = {
    "child": Kind(_child),
    "loopback": Kind(lambda _signs_in: LoopbackBrowser(None), _visit),
    "fake": Kind(lambda signs_in: FakeSignInWindow("abc" if signs_in else None)),
}


@pytest.fixture(params=sorted(KINDS))
def kind(request: pytest.FixtureRequest) -> Kind:
    return KINDS[request.param]


@pytest.fixture
def pool() -> Iterator[ThreadPoolExecutor]:
    with ThreadPoolExecutor(2) as made:
        yield made


def request_for(redirect_uri: str) -> AuthorizationRequest:
    return AuthorizationRequest("https://go.actionstep.com/authorize?state=s-1", redirect_uri, "s-1", "verifier")


def test_a_free_port_is_found_and_everything_else_stays_as_registered(kind: Kind) -> None:
    window = kind.make(True)
    for registered in ("http://127.0.0.1:0/back/here",):
        prepared = urlsplit(window.prepare(registered))
        assert (prepared.scheme, prepared.hostname, prepared.path) == ("http", "127.0.0.1", "/back/here")
        assert prepared.port
    window.close()


def test_the_answer_comes_back_with_its_query(kind: Kind, pool: ThreadPoolExecutor) -> None:
    window = kind.make(True)
    request = request_for(window.prepare("http://127.0.0.1:0/callback"))
    announced: list[str] = []

    def announce(url: str) -> None:
        announced.append(url)
        pool.submit(kind.sign_in, request)

    redirected = window.ask(request, ("go.actionstep.com",), announce)
    window.close()
    assert redirected.startswith(request.redirect_uri + "?")
    assert parse_qs(urlsplit(redirected).query) == {"code": ["abc"], "state": ["s-1"]}
    assert announced == [request.url]


def test_closing_from_another_thread_cancels(kind: Kind, pool: ThreadPoolExecutor) -> None:
    window = kind.make(False)
    request = request_for(window.prepare("http://127.0.0.1:0/callback"))
    asking = threading.Event()
    answer = pool.submit(window.ask, request, ("go.actionstep.com",), lambda _url: asking.set())
    assert asking.wait(PATIENCE)
    window.close()
    with pytest.raises(SignInFailed, match=r"^signin\.cancelled$"):
        answer.result(PATIENCE)


def test_closing_twice_is_fine_and_asking_afterwards_is_cancelled(kind: Kind) -> None:
    window = kind.make(True)
    request = request_for(window.prepare("http://127.0.0.1:0/callback"))
    window.close()
    window.close()
    with pytest.raises(SignInFailed, match=r"^signin\.cancelled$"):
        window.ask(request, (), lambda _url: None)


def test_nothing_is_left_behind(kind: Kind, pool: ThreadPoolExecutor) -> None:
    before = set(threading.enumerate())
    files = set(Path("/proc/self/fd").iterdir()) if Path("/proc/self/fd").is_dir() else set()
    window = kind.make(True)
    request = request_for(window.prepare("http://127.0.0.1:0/callback"))
    window.ask(request, (), lambda _url: (pool.submit(kind.sign_in, request), None)[1])
    window.close()
    pool.shutdown()
    assert set(threading.enumerate()) <= before
    if files:
        assert len(set(Path("/proc/self/fd").iterdir())) <= len(files)
