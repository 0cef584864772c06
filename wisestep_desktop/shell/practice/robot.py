"""Hands and eyes of the practice day: keys and clicks through xdotool, screenshots, and processes it ends again."""

from __future__ import annotations

import json
import os
import subprocess
import threading
import time
from collections.abc import Callable, Mapping, Sequence
from pathlib import Path
from typing import Any, Self, TypeVar

from PySide6.QtGui import QGuiApplication

T = TypeVar("T")
PATIENCE = 30.0


class PracticeFailed(Exception):
    """The practice day could not go on; the text says at which step."""


def until(look: Callable[[], T | None], what: str, patience: float = PATIENCE) -> T:
    """Return what ``look`` finds, as soon as it finds something.

    Raises:
        PracticeFailed: naming ``what`` if it does not within ``patience`` seconds.
    """
    deadline = time.monotonic() + patience
    pause = threading.Event()
    while True:
        found = look()
        if found:
            return found
        if time.monotonic() > deadline:
            raise PracticeFailed(f"waited in vain for {what}")
        pause.wait(0.05)


def xdotool(*words: str) -> str:
    """Run xdotool; return what it says, nothing where it fails."""
    done = subprocess.run(["xdotool", *words], capture_output=True, text=True, timeout=PATIENCE, check=False)
    return done.stdout.strip() if done.returncode == 0 else ""


def keys(*chords: str) -> None:
    """Press keys, one chord after the other."""
    for chord in chords:
        xdotool("key", "--clearmodifiers", chord)


def type_text(text: str) -> None:
    """Type a text."""
    xdotool("type", "--clearmodifiers", "--delay", "8", text)


def window_named(title: str, pid: int | None = None) -> str:
    """Return the id of the visible window with exactly this title, nothing if there is none."""
    owner = ["--all", "--pid", str(pid)] if pid is not None else []
    for window in xdotool("search", "--onlyvisible", *owner, "--name", ".").split():
        if xdotool("getwindowname", window) == title:
            return window
    return ""


def activate(window: str) -> None:
    """Bring a window to the front and wait until it is there."""
    xdotool("windowactivate", "--sync", window)
    until(lambda: xdotool("getactivewindow") == str(int(window, 0)) or None, "a window to come to the front")


def size(window: str) -> tuple[int, int]:
    """Return width and height of a window's content. Its place is not asked for: xdotool counts the frame twice."""
    lines = xdotool("getwindowgeometry", "--shell", window).splitlines()
    told = dict(line.split("=", 1) for line in lines if "=" in line)
    return int(told["WIDTH"]), int(told["HEIGHT"])


def point(window: str, x: int, y: int) -> None:
    """Move the pointer inside a window; negative offsets count from its right and bottom edges."""
    width, height = size(window)
    at = (x if x >= 0 else width + x, y if y >= 0 else height + y)
    xdotool("mousemove", "--window", window, str(at[0]), str(at[1]))


def click(window: str, x: int, y: int) -> None:
    """Click inside a window."""
    point(window, x, y)
    xdotool("click", "1")


def screenshot(window: str, file: Path) -> None:
    """Keep what a window shows."""
    pixels = QGuiApplication.primaryScreen().grabWindow(int(window, 0))
    file.parent.mkdir(parents=True, exist_ok=True)
    if not pixels.save(str(file)):
        raise PracticeFailed(f"the screenshot {file} could not be written")


def whole_screen(file: Path) -> None:
    """Keep what the whole screen shows: for finding out why a practice day stopped."""
    QGuiApplication.primaryScreen().grabWindow(0).save(str(file))


class Child:
    """A process of ours with a line to talk on. Leaving the block ends it, by its id."""

    def __init__(self, command: Sequence[str], environment: Mapping[str, str], log: Path) -> None:
        self._log = log.open("ab")
        self._process = subprocess.Popen(
            command,
            stdin=subprocess.PIPE,
            stdout=subprocess.PIPE,
            stderr=self._log,
            env={**os.environ, **environment},
            text=True,
        )

    @property
    def pid(self) -> int:
        """Return the process id."""
        return self._process.pid

    def read(self) -> dict[str, Any]:
        """Return the next JSON line it says.

        Raises:
            PracticeFailed: if it ended instead.
        """
        line = self._process.stdout.readline() if self._process.stdout else ""
        if not line:
            raise PracticeFailed(f"{Path(self._process.args[0]).name} ended early; see {self._log.name}")  # type: ignore[index,arg-type]
        told: dict[str, Any] = json.loads(line)
        return told

    def tell(self, message: Mapping[str, object]) -> dict[str, Any]:
        """Say a JSON line and return the answer."""
        if self._process.stdin is None:
            raise PracticeFailed("nobody listens")
        self._process.stdin.write(json.dumps(message) + "\n")
        self._process.stdin.flush()
        return self.read()

    def running(self) -> bool:
        """Tell whether it still runs."""
        return self._process.poll() is None

    def end(self) -> int:
        """Ask it to end, and wait; one that does not is killed."""
        if self._process.stdin:
            self._process.stdin.close()
        self._process.terminate()
        try:
            status = self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
            status = self._process.wait()
        if self._process.stdout:
            self._process.stdout.close()
        self._log.close()
        return status

    def wait(self) -> int:
        """Wait until it ends by itself."""
        return self._process.wait()

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_error: object) -> None:
        if not self._log.closed:
            self.end()
