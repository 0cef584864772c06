"""The sign-in window as a program: one JSON line in, one JSON line out, nothing in between and nothing left.

Knows the protocol with the tray app and what must be true before an engine is loaded. It gets no token and no secret.
"""

from __future__ import annotations

import json
import os
import sys
from collections.abc import Mapping
from io import UnsupportedOperation
from typing import TextIO

from wisestep_desktop.shell.signin.policy import Context
from wisestep_desktop.shell.signin.question import Question

_STEERING = ("QTWEBENGINE_CHROMIUM_FLAGS", "QTWEBENGINE_REMOTE_DEBUGGING")
"""With these, any process of the same person could watch the password being typed."""


def main(stdin: TextIO, stdout: TextIO, *, percent: int = 100) -> int:
    """Show the window for the question on ``stdin`` and write the answer to ``stdout``; return the exit status.

    The answer is ``{"redirected": url}``, ``{"cancelled": true}``, ``{"switch": "system"}`` or ``{"error": code}``.
    When ``stdin`` ends, the window closes: nobody is left to answer.
    """
    question = read_question(stdin.readline())
    if question is None:
        return _say(stdout, {"error": "signin.bad_question"}, 2)
    obstacle = obstacle_to_showing(os.environ)
    if obstacle is not None:
        return _say(stdout, {"error": obstacle}, 1)
    for name in _STEERING:
        os.environ.pop(name, None)
    try:
        from wisestep_desktop.shell.signin.session import sign_in  # noqa: PLC0415  loads the engine
    except ImportError:
        return _say(stdout, {"error": "signin.no_browser"}, 1)
    return _say(stdout, sign_in(question, _descriptor(stdin), percent=percent), 0)


def read_question(line: str) -> Question | None:
    """Return what is asked for, or None if the line is not as agreed."""
    try:
        asked = json.loads(line)
    except ValueError:
        return None
    match asked:
        case {"url": str(url), "redirect_uri": str(redirect_uri), "hosts": list(hosts), **more}:
            context = Context(url, redirect_uri, tuple(str(host) for host in hosts))
            return Question(context, str(more.get("theme", "system")), str(more.get("title", "")))
        case _:
            return None


def obstacle_to_showing(environment: Mapping[str, str]) -> str | None:
    """Return why no window can be shown, as a code, or None.

    For root, Chromium runs only without its sandbox. We never take that away; a test runner may have done so.
    """
    if sys.platform == "win32":
        return None
    if os.geteuid() == 0 and not environment.get("QTWEBENGINE_DISABLE_SANDBOX"):
        return "signin.root"
    screens = ("DISPLAY", "WAYLAND_DISPLAY", "QT_QPA_PLATFORM")
    if sys.platform == "linux" and not any(environment.get(name) for name in screens):
        return "signin.no_display"
    return None


def _descriptor(stdin: TextIO) -> int | None:
    """Return what to watch for the parent's end; a test may hand in something without a descriptor."""
    try:
        return stdin.fileno()
    except (OSError, UnsupportedOperation):
        return None


def _say(stdout: TextIO, answer: dict[str, object], status: int) -> int:
    """Write the one line; a parent that is gone needs none."""
    try:
        stdout.write(json.dumps(answer) + "\n")
        stdout.flush()
    except OSError:
        return 1
    return status
