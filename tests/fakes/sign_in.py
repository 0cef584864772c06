"""A person who signs in at once, or walks away: keeps the promises of ``ports.sign_in.SignInWindow``."""

from __future__ import annotations

import threading
from collections.abc import Callable
from urllib.parse import urlencode, urlsplit, urlunsplit

from wisestep_desktop.core.errors import SignInFailed
from wisestep_desktop.ports.sign_in import AuthorizationRequest

_PATIENCE = 10.0


class FakeSignInWindow:
    """Answers with a code for the state asked for.

    Args:
        code: what the person comes back with; None means that they never do.
        failure: a code of ``SignInFailed`` to fail with instead.
    """

    def __init__(self, code: str | None = "practice-code", failure: str | None = None) -> None:
        self._code = code
        self._failure = failure
        self._closed = threading.Event()
        self.asked: list[AuthorizationRequest] = []
        self.hosts: tuple[str, ...] = ()

    def prepare(self, redirect_uri: str) -> str:
        parts = urlsplit(redirect_uri)
        if parts.port != 0:
            return redirect_uri
        return urlunsplit((parts.scheme, f"{parts.hostname}:49152", *parts[2:]))

    def ask(self, request: AuthorizationRequest, hosts: tuple[str, ...], announce: Callable[[str], None]) -> str:
        if self._closed.is_set():
            raise SignInFailed("signin.cancelled")
        self.asked.append(request)
        self.hosts = hosts
        announce(request.url)
        if self._failure is not None:
            raise SignInFailed(self._failure)
        if self._code is None:
            assert self._closed.wait(_PATIENCE), "nobody closed the window"
            raise SignInFailed("signin.cancelled")
        return f"{request.redirect_uri}?{urlencode({'code': self._code, 'state': request.state})}"

    def answer(self, redirected: str) -> bool:  # noqa: ARG002
        return False

    def close(self) -> None:
        self._closed.set()
