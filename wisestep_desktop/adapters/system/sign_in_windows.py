"""Two ways to let a person sign in: the embedded browser as a child process, and the system's own browser.

Knows processes and pipes; knows no OAuth beyond "the answer arrives at this address". The child never gets a token, a
secret or the way to the timeline, and what the browser was sent back with is never logged.
"""

from __future__ import annotations

import contextlib
import json
import os
import socket
import subprocess
import sys
import threading
from collections.abc import Callable, Mapping, Sequence
from typing import Final
from urllib.parse import urlsplit

from wisestep_desktop.adapters.system.loopback import AnswerPages, Listener, bound, port_of, with_port
from wisestep_desktop.core.errors import SignInFailed
from wisestep_desktop.ports.sign_in import AuthorizationRequest

_LEAVING: Final = 5.0
"""Seconds the child has for closing its window before it is ended."""

_LONGEST: Final = 1_000_000
"""Bytes of an answer; more than that is no answer."""

_REASONS = frozenset({"signin.no_browser", "signin.no_display", "signin.root"})
"""What the child may say is wrong; anything else means that it is broken."""

_PASSED_ON = frozenset(
    {
        *("HOME", "USER", "LOGNAME", "PATH", "LANG", "LANGUAGE", "TZ", "TMPDIR", "LD_LIBRARY_PATH"),
        *("DISPLAY", "XAUTHORITY", "XMODIFIERS", "SESSION_MANAGER", "SSL_CERT_DIR", "SSL_CERT_FILE"),
        *("APPDATA", "COMSPEC", "HOMEDRIVE", "HOMEPATH", "LOCALAPPDATA", "PROGRAMDATA", "PROGRAMFILES", "SYSTEMDRIVE"),
        *("SYSTEMROOT", "TEMP", "TMP", "USERNAME", "USERPROFILE", "WINDIR"),
        "QTWEBENGINE_DISABLE_SANDBOX",  # set by whoever tests as root, never by us
    }
)
_PASSED_ON_PREFIXES = ("LC_", "XDG_", "WAYLAND_", "DBUS_", "GTK_", "GDK_", "QT_", "FONTCONFIG_", "_PYI_")
_PASSED_ON_ANY_CASE = frozenset({"http_proxy", "https_proxy", "all_proxy", "no_proxy"})


def child_environment(environment: Mapping[str, str]) -> dict[str, str]:
    """Return what the sign-in window needs to show itself in the person's language, and nothing else.

    No ``WISESTEP_…``, so the child cannot find the timeline or its key; nothing that steers Chromium.
    """
    return {name: value for name, value in environment.items() if _passes(name)}


def _passes(name: str) -> bool:
    upper = name.upper() if sys.platform == "win32" else name
    return upper in _PASSED_ON or upper.startswith(_PASSED_ON_PREFIXES) or name.lower() in _PASSED_ON_ANY_CASE


class ChildBrowser:
    """The embedded browser, in a process of its own. Keeps the promises of ``ports.sign_in.SignInWindow``, once.

    Args:
        command: starts the child, which speaks one JSON line on stdin and answers one on stdout.
        theme: ``light``, ``dark`` or ``system``.
        environment: from which the child gets the little it needs; None means ours.
    """

    def __init__(
        self, command: Sequence[str], *, theme: str = "system", environment: Mapping[str, str] | None = None
    ) -> None:
        self._command = list(command)
        self._theme = theme
        self._environment = child_environment(os.environ if environment is None else environment)
        self._lock = threading.Lock()
        self._closed = False
        self._child: subprocess.Popen[bytes] | None = None
        self._reserved: socket.socket | None = None

    def prepare(self, redirect_uri: str) -> str:
        """Return the address with a real port; a free one is ours until ``close``, so nobody else can listen there.

        Raises:
            SignInFailed: ``signin.bad_redirect`` if port 0 is asked for anywhere but on this computer.
        """
        if port_of(redirect_uri) != 0:
            return redirect_uri
        self._reserved = bound(redirect_uri)
        return with_port(redirect_uri, self._reserved.getsockname()[1])

    def ask(self, request: AuthorizationRequest, hosts: tuple[str, ...], announce: Callable[[str], None]) -> str:
        """Show the window and return where the browser was sent back to.

        Raises:
            SignInFailed: ``signin.cancelled``, ``signin.switch_to_system``, ``signin.no_browser``,
                ``signin.no_display``, ``signin.root`` or ``signin.crashed``.
        """
        child = self._start()
        try:
            question = {"url": request.url, "redirect_uri": request.redirect_uri, "hosts": hosts, "theme": self._theme}
            _say(child, question)
            announce(request.url)
            answer = _hear(child)
        finally:
            self._end(child)
        if self._closed:
            raise SignInFailed("signin.cancelled")
        return _meaning(answer)

    def answer(self, redirected: str) -> bool:  # noqa: ARG002
        """Take nothing: the window itself sees where it is sent back to."""
        return False

    def close(self) -> None:
        """Close the window if it is open and let go of the reserved port."""
        with self._lock:
            self._closed = True
            if self._child is not None:
                self._child.terminate()
            if self._reserved is not None:
                self._reserved.close()

    def _start(self) -> subprocess.Popen[bytes]:
        with self._lock:
            if self._closed:
                raise SignInFailed("signin.cancelled")
            try:
                self._child = subprocess.Popen(
                    self._command,
                    stdin=subprocess.PIPE,
                    stdout=subprocess.PIPE,
                    stderr=subprocess.DEVNULL,  # an engine's chatter may hold addresses
                    env=self._environment,
                )
            except OSError:
                raise SignInFailed("signin.no_browser") from None
            return self._child

    def _end(self, child: subprocess.Popen[bytes]) -> None:
        """Let the child go: it closes by itself when its stdin ends."""
        for pipe in (child.stdin, child.stdout):
            if pipe is not None:
                with contextlib.suppress(OSError):
                    pipe.close()
        try:
            child.wait(_LEAVING)
        except subprocess.TimeoutExpired:
            child.kill()
            child.wait()
        with self._lock:
            self._child = None


def _say(child: subprocess.Popen[bytes], question: Mapping[str, object]) -> None:
    """Write the one line; a child that is gone already is found out by its silence."""
    if child.stdin is not None:
        with contextlib.suppress(OSError):
            child.stdin.write(json.dumps(question).encode() + b"\n")
            child.stdin.flush()


def _hear(child: subprocess.Popen[bytes]) -> dict[str, object]:
    """Read the one line; an empty answer is what a crash leaves."""
    line = child.stdout.readline(_LONGEST) if child.stdout is not None else b""
    try:
        answer = json.loads(line)
    except ValueError:
        return {}
    return answer if isinstance(answer, dict) else {}


def _meaning(answer: dict[str, object]) -> str:
    match answer:
        case {"redirected": str(url)}:
            return url
        case {"cancelled": True}:
            raise SignInFailed("signin.cancelled")
        case {"switch": "system"}:
            raise SignInFailed("signin.switch_to_system")
        case {"error": str(reason)} if reason in _REASONS:
            raise SignInFailed(reason)
        case _:
            raise SignInFailed("signin.crashed")


class LoopbackBrowser:
    """The system's own browser, and one listener on this computer for its answer. Keeps the same promises, once.

    Args:
        open_url: shows an address to the person; None where somebody else does.
        timeout_seconds: how long to wait for the answer.
        pages: what the browser shows at the end, in the person's language.
    """

    def __init__(
        self,
        open_url: Callable[[str], None] | None,
        *,
        timeout_seconds: float = 120,
        pages: AnswerPages | None = None,
    ) -> None:
        self._open_url = open_url
        self._timeout = timeout_seconds
        self._pages = pages or AnswerPages()
        self._lock = threading.Lock()
        self._closed = False
        self._listener: Listener | None = None

    def prepare(self, redirect_uri: str) -> str:
        """Listen, and return the address with its real port.

        Raises:
            SignInFailed: ``signin.port_busy``, or ``signin.bad_redirect`` if it is no plain address of this computer.
        """
        if urlsplit(redirect_uri).scheme != "http":
            raise SignInFailed("signin.bad_redirect")
        place = bound(redirect_uri, listening=True)
        prepared = with_port(redirect_uri, place.getsockname()[1])
        with self._lock:
            self._listener = Listener(place, prepared, self._pages)
        return prepared

    def ask(self, request: AuthorizationRequest, hosts: tuple[str, ...], announce: Callable[[str], None]) -> str:  # noqa: ARG002
        """Open the address in the person's browser and wait for one answer.

        The browser shows its own address bar, so ``hosts`` is not enforced here.

        Raises:
            SignInFailed: ``signin.timed_out`` or ``signin.cancelled``.
        """
        with self._lock:
            listener = self._listener
            if self._closed or listener is None:
                raise SignInFailed("signin.cancelled")
        announce(request.url)
        if self._open_url is not None:
            self._open_url(request.url)
        answer = listener.wait(self._timeout)
        self.close()
        if answer is None:
            raise SignInFailed("signin.timed_out" if listener.expired else "signin.cancelled")
        return answer

    def answer(self, redirected: str) -> bool:
        """Take the address that the person copied from a browser which could not reach us."""
        with self._lock:
            listener = self._listener
        try:
            query = urlsplit(redirected.strip()).query
        except ValueError:
            return False
        if listener is None or not query or not listener.take(query):
            return False
        listener.finish()
        return True

    def close(self) -> None:
        """Stop listening; an ``ask`` under way is cancelled."""
        with self._lock:
            self._closed = True
            if self._listener is not None:
                self._listener.close()


class PastedAddress:
    """A browser anywhere, and a person who copies the address it ends at. Keeps the same promises, once.

    For a registered page that is not on this computer, a port that is taken, or a computer without a browser.

    Args:
        read: gives the line the person pasted.
    """

    def __init__(self, read: Callable[[], str]) -> None:
        self._read = read
        self._closed = False

    def prepare(self, redirect_uri: str) -> str:
        """Return the address with a port; nobody listens there."""
        if port_of(redirect_uri) != 0:
            return redirect_uri
        with bound(redirect_uri) as place:
            return with_port(redirect_uri, place.getsockname()[1])

    def ask(self, request: AuthorizationRequest, hosts: tuple[str, ...], announce: Callable[[str], None]) -> str:  # noqa: ARG002
        """Tell the address to open, and return what was pasted.

        Raises:
            SignInFailed: ``signin.cancelled`` if that is nothing.
        """
        announce(request.url)
        pasted = self._read().strip()
        if self._closed or not pasted:
            raise SignInFailed("signin.cancelled")
        return pasted

    def answer(self, redirected: str) -> bool:  # noqa: ARG002
        """Take nothing but what is read."""
        return False

    def close(self) -> None:
        """Give up; what is read afterwards counts for nothing."""
        self._closed = True
