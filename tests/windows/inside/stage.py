"""A real Windows desktop to test on: probe windows, and hands to move them. Runs on a Windows Python only.

The hands are on the other side: under Wine real keys and a real change of focus come from the X server, so the test
that started us listens for what they should do.
"""

from __future__ import annotations

import contextlib
import ctypes
import os
import queue
import shutil
import socket
import subprocess
import threading
import time
from collections.abc import Callable, Iterator
from ctypes import wintypes
from pathlib import Path
from typing import Self

from wisestep_desktop.adapters.capture.winapi import WinWindows
from wisestep_desktop.adapters.capture.winapi_desk import WinDesk
from wisestep_desktop.adapters.capture.winapi_seams import NOBODY, Owner
from wisestep_desktop.adapters.capture.winapi_waiting import MessageWaiter
from wisestep_desktop.core.observation import Window

PATIENCE = 20.0
"""Seconds to wait for what should happen at once."""

_INTERNAL_ERROR = 1359
"""What Wine says where it could not begin a process."""

PROGRAM = Path(os.environ["PROGRAMS"]) / "probe.exe"
OFFICE = Path(os.environ["PROGRAMS"]) / "office.exe"

_user = ctypes.WinDLL("user32", use_last_error=True)
_user.GetPropW.restype = ctypes.c_void_p
_user.GetPropW.argtypes = [wintypes.HWND, wintypes.LPCWSTR]
_user.SendMessageTimeoutW.argtypes = [
    wintypes.HWND, wintypes.UINT, wintypes.WPARAM, wintypes.LPARAM, wintypes.UINT, wintypes.UINT,
    ctypes.POINTER(ctypes.c_size_t),
]  # fmt: skip
_user.GetForegroundWindow.restype = wintypes.HWND


def front() -> int:
    """Return the window in front as Windows has it."""
    return _user.GetForegroundWindow() or 0


def hands(*words: str) -> str:
    """Do on the X side what a person would do, and return what came of it."""
    with socket.create_connection(("127.0.0.1", int(os.environ["HANDS_PORT"])), PATIENCE) as line:
        line.sendall("\t".join(words).encode() + b"\n")
        with line.makefile(encoding="utf-8") as answer:
            word, _, text = answer.readline().rstrip("\n").partition(" ")
    assert word == "done", text
    return text


def send(window: int, message: int, wide: int = 0, long: int = 0) -> int:
    """Send a message as Windows would, and return what the window answered."""
    answer = ctypes.c_size_t()
    sent = _user.SendMessageTimeoutW(window, message, wide, long, 0, int(PATIENCE * 1_000), ctypes.byref(answer))
    assert sent, f"nobody answered {message:#x}"
    return answer.value


def _begun(command: list[str]) -> subprocess.Popen[bytes]:
    """Start a program. Wine 8 now and then fails to begin a process on a busy computer; Windows never says 1359."""
    pipes = {"stdin": subprocess.PIPE, "stdout": subprocess.PIPE, "stderr": subprocess.DEVNULL}
    for _ in range(2):
        try:
            return subprocess.Popen(command, **pipes)
        except OSError as error:
            if getattr(error, "winerror", None) != _INTERNAL_ERROR:
                raise
    return subprocess.Popen(command, **pipes)


class Probe:
    """A program with one window, whose title and noises are ours to choose.

    Attributes:
        handle: of its window.
        pid: of its process.
    """

    def __init__(self, program: Path, *words: str) -> None:
        self._process = _begun([str(program), *words])
        self._heard: queue.SimpleQueue[str] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, name="probe", daemon=True)
        self._reader.start()
        self.pid = self._process.pid
        self.handle = int(self._answer().removeprefix("window "))

    def __enter__(self) -> Self:
        return self

    def __exit__(self, *_: object) -> None:
        assert self._process.stdin is not None
        with contextlib.suppress(OSError):
            self._process.stdin.close()  # it ends when nobody can tell it anything
        try:
            self._process.wait(PATIENCE)
        except subprocess.TimeoutExpired:
            self._process.kill()
        self._reader.join(PATIENCE)
        assert self._process.stdout is not None
        self._process.stdout.close()

    def retitle(self, title: str) -> None:
        """Set the title, without a word to the event hooks: under Wine nobody says one."""
        self.tell(f"title {hexadecimal(title)}")

    def open(self, title: str) -> int:
        """Show a second window of the same program; return its handle."""
        return int(self.tell(f"open {hexadecimal(title)}").removeprefix("window "))

    def tell(self, line: str) -> str:
        """Tell the program to do something; return its answer once it did."""
        assert self._process.stdin is not None
        self._process.stdin.write(line.encode("ascii") + b"\n")
        self._process.stdin.flush()
        return self._answer()

    def activate(self) -> None:
        """Bring its window to the front as a person would, and wait until Windows has it there."""
        activate(self.handle)

    def _read(self) -> None:
        assert self._process.stdout is not None
        for line in self._process.stdout:
            self._heard.put(line.decode("ascii").strip())
        self._heard.put("")

    def _answer(self) -> str:
        answer = self._heard.get(timeout=PATIENCE)
        assert answer, "the probe ended"
        return answer


def hexadecimal(title: str) -> str:
    """Return a text as our programs take it."""
    return title.encode("utf-16-be", "surrogatepass").hex()


def activate(handle: int) -> None:
    """Bring a window to the front by the window manager, and wait until Windows has it there."""
    number: list[int] = []

    def mapped() -> bool:
        number[:] = [_user.GetPropW(handle, "__wine_x11_whole_window") or 0]
        return number[0] != 0

    wait_until(mapped, "the window has no X window")
    hands("activate", str(number[0]))
    wait_until(lambda: front() == handle, "the window did not come to the front")


def wait_until(happened: Callable[[], bool], why: str, pause: float = 0.01) -> None:
    """Wait for something that tells nobody when it happens."""
    deadline = time.monotonic() + PATIENCE
    turn = threading.Event()
    while not happened():
        assert time.monotonic() < deadline, why
        turn.wait(pause)


@contextlib.contextmanager
def probe(title: str = "first", program: Path = PROGRAM) -> Iterator[Probe]:
    """Open a probe window and wait until it is in front."""
    with Probe(program, "0", hexadecimal(title)) as made:
        made.activate()
        yield made


def renamed(folder: Path, name: str) -> Path:
    """Return a copy of the probe under another name."""
    return Path(shutil.copy(PROGRAM, folder / name))


class Watch:
    """What the capture thread would do with ``WinWindows``: this thread is the capture thread.

    Attributes:
        told: every window told so far.
    """

    def __init__(self, windows: WinWindows, waiter: MessageWaiter) -> None:
        self.windows, self.waiter = windows, waiter
        self.told: list[Window] = []
        self.looks = 0

    def look(self) -> None:
        """Ask for news once."""
        self.looks += 1
        self.told += self.windows.news()

    def until(self, wanted: Callable[[], bool], why: str, millis: int = 50) -> None:
        """Wait and look, as often as it takes."""
        deadline = time.monotonic() + PATIENCE
        self.look()
        while not wanted():
            assert time.monotonic() < deadline, (
                f"{why}; told {self.told[-5:]}: {[each.title for each in self.told][-5:]}"
            )
            self.waiter.wait(millis)
            self.look()

    def until_title(self, title: str) -> Window:
        """Wait until a window with this title is the last one told."""
        self.until(lambda: bool(self.told) and self.told[-1].title == title, f"no window titled {title!r:.60}")
        return self.told[-1]


class WideDesk(WinDesk):
    """The real desktop, but its title hook is asked for every process.

    Wine refuses a hook for the thread of another process, and calls none for a process; Windows does both.
    """

    def _hook(self, event: int, owner: Owner) -> int | None:  # noqa: ARG002  that is the point
        return super()._hook(event, NOBODY)


@contextlib.contextmanager
def watch(desk: WinDesk | None = None) -> Iterator[Watch]:
    """Watch the real desktop from this thread."""
    with contextlib.closing(MessageWaiter()) as waiter, contextlib.closing(WinWindows(desk)) as windows:
        windows.start()
        yield Watch(windows, waiter)
