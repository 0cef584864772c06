"""ActivityWatch's own server, and two watchers that do what its own do, beside our program on the same desktop."""

from __future__ import annotations

import contextlib
import os
import socket
import subprocess
import sys
import time
from collections.abc import Iterator, Sized
from pathlib import Path

import requests

_HERE = Path(__file__).parent
_PATIENCE = 30
"""Seconds within which the server answers."""


@contextlib.contextmanager
def running(folder: Path) -> Iterator[tuple[int, ...]]:
    """Run the three processes of ActivityWatch; yields their ids once the server knows both watchers.

    Raises:
        RuntimeError: if it was told nothing, lest silence be mistaken for thrift.
    """
    told = subprocess.run(
        [str(_HERE.parent / "scripts" / "activitywatch"), sys.executable], stdout=subprocess.PIPE, text=True, check=True
    )
    python, port = Path(told.stdout.strip()), _free_port()
    home = folder / "activitywatch"
    home.mkdir()
    kept = {name: value for name, value in os.environ.items() if name in {"DISPLAY", "PATH", "LANG", "XAUTHORITY"}}
    commands = [
        [str(python.with_name("aw-server")), "--port", str(port)],
        *([str(python), str(_HERE / "aw_watchers.py"), name, str(port)] for name in ("window", "afk")),
    ]
    with contextlib.ExitStack() as stack:
        ids: list[int] = []
        for command in commands:
            process = subprocess.Popen(
                command, env=kept | {"HOME": str(home)}, stdout=subprocess.DEVNULL, stderr=subprocess.DEVNULL
            )
            stack.callback(process.wait)
            stack.callback(process.terminate)
            ids.append(process.pid)
        buckets = f"http://127.0.0.1:{port}/api/0/buckets/"
        until = time.monotonic() + _PATIENCE
        while len(_ask(buckets)) < 2 and time.monotonic() < until:
            time.sleep(0.2)
        yield tuple(ids)
        if not _ask(f"{buckets}aw-watcher-window_bench/events"):
            raise RuntimeError("ActivityWatch heard of no window")


def _ask(address: str) -> Sized:
    """Return the answer; nothing while the server starts."""
    with contextlib.suppress(requests.RequestException):
        told: Sized = requests.get(address, timeout=5).json()
        return told
    return ()


def _free_port() -> int:
    with socket.socket() as found:
        found.bind(("127.0.0.1", 0))
        return int(found.getsockname()[1])
