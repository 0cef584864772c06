"""The two sign-in windows from outside: processes that misbehave, browsers that ask for more than they should."""

from __future__ import annotations

import contextlib
import json
import os
import socket
import sys
import threading
from collections.abc import Callable, Iterator
from concurrent.futures import ThreadPoolExecutor
from http.client import HTTPConnection, HTTPResponse
from pathlib import Path
from urllib.parse import urlsplit

import pytest

from wisestep_desktop.adapters.system.loopback import AnswerPages
from wisestep_desktop.adapters.system.sign_in_windows import ChildBrowser, LoopbackBrowser, child_environment
from wisestep_desktop.core.errors import SignInFailed
from wisestep_desktop.ports.sign_in import AuthorizationRequest, SignInWindow

PATIENCE = 20.0


def _request(redirect_uri: str) -> AuthorizationRequest:
    return AuthorizationRequest("https://go.actionstep.com/authorize?state=s-1", redirect_uri, "s-1", "the-verifier")


def _ask(window: SignInWindow, redirect_uri: str = "http://127.0.0.1:0/callback") -> str:
    with contextlib.closing(window):
        return window.ask(_request(window.prepare(redirect_uri)), ("go.actionstep.com",), lambda _url: None)


def _child(answer: str) -> ChildBrowser:
    return ChildBrowser([sys.executable, "-c", f"import sys; sys.stdin.readline(); {answer}"])


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        ("""print('{"cancelled": true}')""", "signin.cancelled"),
        ("""print('{"switch": "system"}')""", "signin.switch_to_system"),
        ("""print('{"error": "signin.root"}')""", "signin.root"),
        ("""print('{"error": "signin.no_browser"}')""", "signin.no_browser"),
        ("""print('{"error": "send.uncertain"}')""", "signin.crashed"),
        ("""print('{"redirected": 5}')""", "signin.crashed"),
        ("""print('[]')""", "signin.crashed"),
        ("""print('not json')""", "signin.crashed"),
        ("""print('x' * 3_000_000)""", "signin.crashed"),
        ("sys.exit(3)", "signin.crashed"),
        ("import os; os.abort()", "signin.crashed"),
    ],
)
def test_each_way_a_child_can_end_has_its_code(answer: str, code: str) -> None:
    with pytest.raises(SignInFailed) as failed:
        _ask(_child(answer))
    assert failed.value.code == code


def test_a_child_that_ends_before_it_was_asked_has_crashed() -> None:
    with pytest.raises(SignInFailed, match=r"^signin\.crashed$"):
        _ask(ChildBrowser([sys.executable, "-c", ""]))


def test_a_missing_program_is_no_browser(tmp_path: Path) -> None:
    with pytest.raises(SignInFailed, match=r"^signin\.no_browser$"):
        _ask(ChildBrowser([str(tmp_path / "nothing-here")]))


def test_the_child_is_told_what_it_needs_and_no_secret() -> None:
    tell_all = """import json, os, sys
line = sys.stdin.readline()
print(json.dumps({"redirected": json.dumps([json.loads(line), dict(os.environ)])}))"""
    environment = {**os.environ, "WISESTEP_KEY_FILE": "/key", "WISESTEP_DATA_DIR": "/data", "SOME_TOKEN": "secret"}
    environment |= {"QTWEBENGINE_REMOTE_DEBUGGING": "9222", "QTWEBENGINE_CHROMIUM_FLAGS": "--no-sandbox"}
    environment |= {"HTTPS_PROXY": "http://proxy.example:3128", "LC_ALL": "C.UTF-8"}
    window = ChildBrowser([sys.executable, "-c", tell_all], theme="dark", environment=environment)
    asked, seen = json.loads(_ask(window))
    redirect_uri = asked.pop("redirect_uri")
    assert asked == {
        "url": "https://go.actionstep.com/authorize?state=s-1",
        "hosts": ["go.actionstep.com"],
        "theme": "dark",
    }
    assert urlsplit(redirect_uri).port
    assert "the-verifier" not in json.dumps([asked, seen])
    assert "secret" not in json.dumps(seen)
    assert not {name for name in seen if name.startswith(("WISESTEP_", "QTWEBENGINE_REMOTE", "QTWEBENGINE_CHROMIUM"))}
    assert seen["HTTPS_PROXY"] == "http://proxy.example:3128"
    assert seen["LC_ALL"] == "C.UTF-8"


def test_the_environment_is_a_short_list() -> None:
    assert child_environment({"AWS_SECRET_ACCESS_KEY": "x", "PYTHONPATH": "/x", "LD_PRELOAD": "/x"}) == {}


def test_nobody_else_can_take_the_reserved_port() -> None:
    window = _child("pass")
    with contextlib.closing(window):
        port = urlsplit(window.prepare("http://127.0.0.1:0/callback")).port
        assert port
        with socket.socket() as other, pytest.raises(OSError, match="in use"):
            other.bind(("127.0.0.1", port))
        with socket.socket() as visitor, pytest.raises(ConnectionRefusedError):
            visitor.connect(("127.0.0.1", port))


@pytest.mark.parametrize("uri", ["https://firm.example/callback", "http://127.0.0.1:8912/callback"])
def test_an_embedded_window_needs_no_port_for_an_address_that_is_only_caught(uri: str) -> None:
    with contextlib.closing(_child("pass")) as window:
        assert window.prepare(uri) == uri


def test_a_window_whose_parent_gives_up_is_closed() -> None:
    window = ChildBrowser([sys.executable, "-c", "import sys; sys.stdin.read()"])
    with ThreadPoolExecutor(1) as pool:
        asking = threading.Event()
        answer = pool.submit(
            window.ask, _request(window.prepare("http://127.0.0.1:0/x")), (), lambda _url: asking.set()
        )
        assert asking.wait(PATIENCE)
        window.close()
        with pytest.raises(SignInFailed, match=r"^signin\.cancelled$"):
            answer.result(PATIENCE)


# ---- the system's browser ----


class Waiting:
    """A loopback window that waits, and a browser to visit it with."""

    def __init__(self, window: LoopbackBrowser, pool: ThreadPoolExecutor, registered: str) -> None:
        self.redirect_uri = window.prepare(registered)
        self.port = urlsplit(self.redirect_uri).port or 0
        ready = threading.Event()
        self.answer = pool.submit(window.ask, _request(self.redirect_uri), (), lambda _url: ready.set())
        assert ready.wait(PATIENCE)

    def visit(self, path: str, method: str = "GET") -> tuple[HTTPResponse, str]:
        with contextlib.closing(HTTPConnection("127.0.0.1", self.port, timeout=PATIENCE)) as browser:
            browser.request(method, path)
            response = browser.getresponse()
            return response, response.read().decode()


@pytest.fixture
def waiting() -> Iterator[Callable[..., Waiting]]:
    with contextlib.ExitStack() as stack:
        pool = stack.enter_context(ThreadPoolExecutor(1))

        def start(registered: str = "http://127.0.0.1:0/callback", window: LoopbackBrowser | None = None) -> Waiting:
            made = window or LoopbackBrowser(None)
            stack.callback(made.close)
            return Waiting(made, pool, registered)

        yield start


def test_only_the_return_address_counts(waiting: Callable[..., Waiting]) -> None:
    listening = waiting()
    for path in ("/", "/favicon.ico", "/callback/", "/Callback?code=evil", "/x/callback?code=evil"):
        assert listening.visit(path)[0].status == 404, path
    for method in ("POST", "HEAD", "PUT", "DELETE", "OPTIONS", "BREW"):
        assert listening.visit("/callback?code=evil", method)[0].status == 405, method
    assert not listening.answer.done()
    response, page = listening.visit("/callback?code=abc&state=s-1")
    assert response.status == 200
    assert "You are signed in to WiseStep" in page
    assert listening.answer.result(PATIENCE) == f"{listening.redirect_uri}?code=abc&state=s-1"


def test_the_page_is_not_kept_and_gives_nothing_away(waiting: Callable[..., Waiting]) -> None:
    response, page = waiting().visit("/callback?code=the-code&state=<script>")
    assert response.headers["Cache-Control"] == "no-store"
    assert response.headers["Referrer-Policy"] == "no-referrer"
    assert "default-src 'none'" in response.headers["Content-Security-Policy"]
    assert "the-code" not in page
    assert "<script>" not in page


def test_a_declined_sign_in_is_not_called_a_success(waiting: Callable[..., Waiting]) -> None:
    pages = AnswerPages("hurray", "a < b & not completed")
    listening = waiting(window=LoopbackBrowser(None, pages=pages))
    _, page = listening.visit("/callback?error=access_denied&state=s-1")
    assert "a &lt; b &amp; not completed" in page
    assert "hurray" not in page
    assert listening.answer.result(PATIENCE).endswith("?error=access_denied&state=s-1")


def test_connections_that_say_nothing_hold_nobody_up(waiting: Callable[..., Waiting]) -> None:
    listening = waiting()
    with contextlib.ExitStack() as stack:
        for _ in range(3):
            stack.enter_context(contextlib.closing(socket.create_connection(("127.0.0.1", listening.port), PATIENCE)))
        assert listening.visit("/callback?code=abc&state=s-1")[0].status == 200
        assert listening.answer.result(PATIENCE)


def test_afterwards_nobody_listens(waiting: Callable[..., Waiting]) -> None:
    listening = waiting()
    listening.visit("/callback?code=abc&state=s-1")
    listening.answer.result(PATIENCE)
    with pytest.raises(ConnectionRefusedError):
        socket.create_connection(("127.0.0.1", listening.port), PATIENCE)


def test_a_localhost_address_keeps_its_spelling(waiting: Callable[..., Waiting]) -> None:
    listening = waiting("http://localhost:0/callback")
    assert listening.redirect_uri.startswith("http://localhost:")
    listening.visit("/callback?code=abc")
    assert listening.answer.result(PATIENCE).startswith("http://localhost:")


def test_nobody_coming_is_a_time_out() -> None:
    with pytest.raises(SignInFailed, match=r"^signin\.timed_out$"):
        _ask(LoopbackBrowser(None, timeout_seconds=0.01))


def test_a_busy_port_is_named() -> None:
    with socket.create_server(("127.0.0.1", 0)) as other:
        port = other.getsockname()[1]
        with pytest.raises(SignInFailed) as failed:
            _ask(LoopbackBrowser(None), f"http://127.0.0.1:{port}/callback")
    assert (failed.value.code, failed.value.params) == ("signin.port_busy", {"port": port})


@pytest.mark.parametrize(
    "uri",
    ["https://127.0.0.1:0/callback", "http://firm.example:0/callback", "http://0.0.0.0:0/callback", "http://x:y/"],
)
def test_an_address_that_is_not_this_computers_is_refused(uri: str) -> None:
    with pytest.raises(SignInFailed, match=r"^signin\.bad_redirect$"):
        _ask(LoopbackBrowser(None), uri)


def test_the_persons_browser_is_opened_once_everything_is_ready() -> None:
    opened: list[str] = []

    def open_url(url: str) -> None:
        opened.append(url)
        with contextlib.closing(HTTPConnection("127.0.0.1", urlsplit(redirect_uri).port, timeout=PATIENCE)) as browser:
            browser.request("GET", "/callback?code=abc")  # the listener takes it although nobody waits yet

    with contextlib.closing(LoopbackBrowser(open_url)) as window:
        redirect_uri = window.prepare("http://127.0.0.1:0/callback")
        answer = window.ask(_request(redirect_uri), (), lambda _url: None)
    assert answer == f"{redirect_uri}?code=abc"
    assert opened == ["https://go.actionstep.com/authorize?state=s-1"]
