"""A page to sign in on, and a person in front of the real window on a real display."""

from __future__ import annotations

import json
import os
import socket
import ssl
import subprocess
import sys
import threading
import time
from collections.abc import Callable, Iterable, Iterator
from contextlib import ExitStack, contextmanager
from dataclasses import dataclass, field
from pathlib import Path
from typing import TYPE_CHECKING

import pytest
from werkzeug.serving import BaseWSGIServer, WSGIRequestHandler, make_server
from werkzeug.wrappers import Request, Response

from tests.desktop import connection, display, wait_for_window, xdotool

if TYPE_CHECKING:
    from _typeshed.wsgi import StartResponse, WSGIEnvironment

os.environ.setdefault("QT_QPA_PLATFORM", "offscreen")

PATIENCE = 30.0
TITLE = "Connect to Actionstep"
COMMAND = [
    sys.executable,
    "-c",
    "import sys; from wisestep_desktop.shell.signin.child import main; sys.exit(main(sys.stdin, sys.stdout))",
]


@dataclass(frozen=True)
class Visit:
    """One request the browser made."""

    method: str
    path: str
    query: str
    form: dict[str, str]
    headers: dict[str, str]


class Pages:
    """Plays the server behind the sign-in, and remembers every request.

    Attributes:
        more: further pages by path; each gets the request.
    """

    def __init__(self, redirect_uri: str) -> None:
        self.redirect_uri = redirect_uri
        self.more: dict[str, Callable[[Request], Response]] = {}
        self._heard: list[Visit] = []
        self._changed = threading.Condition()

    @property
    def visits(self) -> tuple[Visit, ...]:
        with self._changed:
            return tuple(self._heard)

    def paths(self) -> list[str]:
        return [visit.path for visit in self.visits]

    def wait(self, path: str, times: int = 1, *, patience: float = PATIENCE) -> bool:
        """Wait until a page was asked for so often."""
        with self._changed:
            return self._changed.wait_for(lambda: [v.path for v in self._heard].count(path) >= times, patience)

    def expect(self, path: str, times: int = 1) -> Visit:
        assert self.wait(path, times), f"{path} was not asked for; only {self.paths()}"
        return [visit for visit in self.visits if visit.path == path][-1]

    def __call__(self, environment: WSGIEnvironment, start: StartResponse) -> Iterable[bytes]:
        request = Request(environment)
        query = request.query_string.decode()
        visit = Visit(request.method, request.path, query, request.form.to_dict(), dict(request.headers))
        with self._changed:
            self._heard.append(visit)
            self._changed.notify_all()
        return self._answer(request)(environment, start)

    def _answer(self, request: Request) -> Response:
        if request.path in self.more:
            return self.more[request.path](request)
        match request.path:
            case "/authorize":
                return html(SIGN_IN)
            case "/done":
                answer = Response("", 302)
                answer.headers["Location"] = f"{self.redirect_uri}?code=the-code&state=s-1"
                return answer
            case _:
                return Response("", 204)


def html(body: str, **headers: str) -> Response:
    return Response(f"<!doctype html><meta charset=utf-8>{body}", mimetype="text/html", headers=headers)


ONCE_PAINTED = "requestAnimationFrame(() => requestAnimationFrame(() => fetch('/ready')))"
"""Tells the server that the page is on the screen; before that, an engine drops keys and clicks."""

SIGN_IN = f"""<form action=/done method=post>
<input name=email autofocus><input name=password type=password><button>Continue</button></form>
<script>
  document.cookie = 'visited=cookie-to-forget; max-age=999999';
  localStorage.setItem('visited', 'storage-to-forget');
  {ONCE_PAINTED}
</script>"""


class _Quiet(WSGIRequestHandler):
    def log(self, type: str, message: str, *args: object) -> None:  # noqa: A002
        """Say nothing."""


@contextmanager
def serving(pages: Pages, port: int = 0, *, ssl_context: ssl.SSLContext | None = None) -> Iterator[BaseWSGIServer]:
    """Serve the pages on this computer for as long as the block."""
    server = make_server("127.0.0.1", port, pages, threaded=True, request_handler=_Quiet, ssl_context=ssl_context)
    thread = threading.Thread(target=server.serve_forever, kwargs={"poll_interval": 0.05})
    thread.start()
    try:
        yield server
    finally:
        server.shutdown()
        thread.join()
        server.server_close()


@dataclass
class Person:
    """Somebody in front of the sign-in window."""

    screen: str
    home: Path
    process: subprocess.Popen[str]
    window: str = field(default="")

    def come(self) -> None:
        """Wait for the window and sit down in front of it."""
        self.window = str(wait_for_window(self.screen, TITLE))
        xdotool(self.screen, "windowactivate", "--sync", self.window)

    def press(self, *keys: str) -> None:
        xdotool(self.screen, "key", *keys)

    def type(self, text: str) -> None:
        xdotool(self.screen, "type", text)

    def click(self, x: int, y: int) -> None:
        xdotool(self.screen, "mousemove", "--window", self.window, str(x), str(y), "click", "1")

    @property
    def place(self) -> tuple[int, int]:
        """Return where on the screen the window's upper left corner is."""
        told = dict(
            line.split("=") for line in xdotool(self.screen, "getwindowgeometry", "--shell", self.window).split()
        )
        return int(told["X"]), int(told["Y"])

    def windows(self) -> int:
        """Return how many windows are on the screen."""
        with connection(self.screen) as client:
            clients = client.screen().root.get_full_property(client.intern_atom("_NET_CLIENT_LIST"), 0)
            return len(clients.value) if clients is not None else 0

    def leave(self) -> None:
        """End the wait for an answer, as a tray app does that is gone."""
        assert self.process.stdin is not None
        self.process.stdin.close()

    def answer(self) -> object:
        """Return what the window answered, once it has ended."""
        assert self.process.stdout is not None
        line = self.process.stdout.readline()
        assert self.process.wait(PATIENCE) == 0, "the window did not end well"
        assert self.process.stdout.read() == "", "the window said more than one line"
        answer: object = json.loads(line)
        return answer

    def files(self) -> list[Path]:
        """Return every file in the person's home."""
        return [path for path in self.home.rglob("*") if path.is_file()]


Sit = Callable[..., Person]


@pytest.fixture(scope="session")
def sign_in_screen() -> Iterator[str]:
    with display() as name:
        yield name


@pytest.fixture
def return_address() -> Iterator[socket.socket]:
    """Listen at the return address, to see that nobody ever comes."""
    with socket.create_server(("127.0.0.1", 0)) as listening:
        yield listening
        listening.setblocking(False)
        with pytest.raises(BlockingIOError):
            listening.accept()


@pytest.fixture
def pages(return_address: socket.socket) -> Pages:
    return Pages(f"http://127.0.0.1:{return_address.getsockname()[1]}/callback")


@pytest.fixture
def sit(sign_in_screen: str, tmp_path: Path) -> Iterator[Sit]:
    """Open the window for a question; ends it whatever happens."""
    with ExitStack() as stack:

        def start(url: str, redirect_uri: str, *, theme: str = "light", **env: str) -> Person:
            home = tmp_path / f"home{time.monotonic_ns()}"
            home.mkdir()
            environment = environment_for(sign_in_screen, home) | env
            process = stack.enter_context(
                subprocess.Popen(
                    COMMAND,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,
                    env=environment,
                    text=True,
                )
            )
            stack.callback(process.kill)
            question = {"url": url, "redirect_uri": redirect_uri, "hosts": [], "theme": theme}
            assert process.stdin is not None
            process.stdin.write(json.dumps(question) + "\n")
            process.stdin.flush()
            return Person(sign_in_screen, home, process)

        yield start


def environment_for(screen: str, home: Path) -> dict[str, str]:
    """Return what the window's process is started with."""
    made = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "DISPLAY": screen, "HOME": str(home)}
    if sys.platform != "win32" and os.geteuid() == 0:
        made["QTWEBENGINE_DISABLE_SANDBOX"] = "1"  # Chromium has no sandbox for root; only tests run as root
    return made
