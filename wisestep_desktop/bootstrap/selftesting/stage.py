"""Where a self-test happens: a throw-away folder, the processes it starts, and the time it has left."""

from __future__ import annotations

import json
import os
import queue
import secrets
import shutil
import subprocess
import tempfile
import threading
import time
from collections.abc import Callable, Mapping
from contextlib import ExitStack, suppress
from pathlib import Path
from typing import Any, TypeVar

from wisestep_desktop.bootstrap import DATA_DIR, KEY_FILE, Program, open_program, own_command, rehearsing, vault
from wisestep_desktop.core.errors import CheckFailed, KeyUnavailable, StoreError, WiseStepError

T = TypeVar("T")
_LOOK = 0.04
"""Seconds between two looks at something that tells nobody when it changes."""
_LEAVING = 4.0
"""Seconds a process has for ending in order, once it was asked to."""
_TRIES = 40


class Child:
    """A process of ours that talks in lines of JSON. It ends when its stdin does, or is ended.

    Args:
        command: how it is started.
        environment: all of it.
        errors: the file that takes what it complains of.
    """

    def __init__(self, command: list[str], environment: Mapping[str, str], errors: Path) -> None:
        self._errors = errors
        with errors.open("wb") as complaints:
            self._process = subprocess.Popen(
                command, stdin=subprocess.PIPE, stdout=subprocess.PIPE, stderr=complaints, env=dict(environment)
            )
        self._lines: queue.SimpleQueue[dict[str, Any] | None] = queue.SimpleQueue()
        self._reader = threading.Thread(target=self._read, name=f"hears {errors.stem}", daemon=True)
        self._reader.start()

    def tell(self, message: Mapping[str, object]) -> None:
        """Say one line; one that is gone is found out by its silence."""
        if self._process.stdin is not None:
            try:
                self._process.stdin.write(json.dumps(message).encode() + b"\n")
                self._process.stdin.flush()
            except OSError:
                pass

    def hear(self, wanted: Callable[[dict[str, Any]], bool], seconds: float, code: str) -> dict[str, Any]:
        """Return the first line that is wanted; others are passed over.

        Raises:
            CheckFailed: ``code`` if none comes in time, or ``selftest.ended`` if it ends instead.
        """
        deadline = time.monotonic() + seconds
        while True:
            try:
                line = self._lines.get(timeout=max(0.0, deadline - time.monotonic()))
            except queue.Empty:
                raise CheckFailed(code, seconds=round(seconds)) from None
            if line is None:
                self._lines.put(None)
                raise CheckFailed("selftest.ended", status=self._status(), said=self.complaint())
            if wanted(line):
                return line

    def wait(self, seconds: float) -> int | None:
        """Return how it ended, or None if it has not within so long."""
        try:
            return self._process.wait(seconds)
        except subprocess.TimeoutExpired:
            return None

    def let_go(self, seconds: float = _LEAVING) -> int | None:
        """End its stdin, which asks it to end in order; return how it did, or None if it goes on."""
        if self._process.stdin is not None:
            with suppress(OSError):
                self._process.stdin.close()
        return self.wait(seconds)

    def end(self, seconds: float = 0.5) -> None:
        """See that it has ended, in order if it can, by force if it must."""
        if self.let_go(seconds) is None:
            self._process.terminate()
            if self.wait(seconds) is None:
                self._process.kill()
                self.wait(_LEAVING)
        self._reader.join(1)
        if self._process.stdout is not None and not self._reader.is_alive():
            self._process.stdout.close()

    def complaint(self) -> str:
        """Return the last line it complained with."""
        try:
            text = self._errors.read_text("utf-8", "replace")
        except OSError:
            return ""
        lines = [line.strip() for line in text.splitlines() if line.strip()]
        return lines[-1][:200] if lines else ""

    def _status(self) -> int:
        status = self.wait(_LEAVING)
        return -1 if status is None else status

    def _read(self) -> None:
        for line in self._process.stdout or ():
            try:
                told = json.loads(line)
            except ValueError:
                continue
            if isinstance(told, dict):
                self._lines.put(told)
        self._lines.put(None)


class Stage:
    """What the checks share.

    Args:
        deadline: when all must be over, by ``time.monotonic``.

    Raises:
        StoreError: ``store.no_folder`` if there is no room for anything.
    """

    def __init__(self, deadline: float) -> None:
        try:
            self.folder = Path(tempfile.mkdtemp(prefix="wisestep-selftest-"))
        except OSError as error:
            raise StoreError("store.no_folder", folder=tempfile.gettempdir(), reason=error.strerror or "") from error
        self.timeline = self.folder / "timeline"
        self.environment = {
            name: value for name, value in os.environ.items() if not name.startswith("WISESTEP_") or name == KEY_FILE
        }
        self.environment[DATA_DIR] = str(self.timeline)
        self.facts: dict[str, Any] = {}
        self.news: dict[str, str] = {}
        self._deadline = deadline
        self._children: dict[str, Child] = {}
        self._open = ExitStack()
        self._program: Program | None = None
        self._lock = threading.Lock()
        self._over = threading.Event()

    def left(self, most: float) -> float:
        """Return so many seconds, or as many as there are."""
        return max(0.1, min(most, self._deadline - time.monotonic()))

    def start(self, name: str, *words: str) -> Child:
        """Start this program again; it is ended at the end, if not before.

        Raises:
            CheckFailed: ``selftest.not_started``.
        """
        with self._lock:
            if self._over.is_set():
                raise CheckFailed("selftest.ended", status=-1, said="")
            try:
                made = Child(own_command(*words), self.environment, self.folder / f"{name}.err")
            except OSError as error:
                raise CheckFailed("selftest.not_started", reason=error.strerror or type(error).__name__) from error
            self._children[name] = made
        return made

    def started(self, name: str, *words: str) -> Child:
        """Return what was started under a name; started now, unless it was before.

        Raises:
            CheckFailed: ``selftest.not_started``.
        """
        return self._children.get(name) or self.start(name, *words)

    def child(self, name: str) -> Child:
        """Return what was started under a name."""
        return self._children[name]

    def until(self, look: Callable[[], T | None], seconds: float, code: str) -> T:
        """Return what ``look`` finds, as soon as it finds something.

        Raises:
            CheckFailed: ``code`` if it does not in time.
        """
        deadline = time.monotonic() + self.left(seconds)
        while True:
            found = look()
            if found:
                return found
            if time.monotonic() > deadline or self._over.wait(_LOOK):
                raise CheckFailed(code, seconds=round(seconds))

    def use_key_file(self) -> None:
        """Keep the throw-away key in a file beside the timeline: it is worth nothing, and there is no keyring."""
        file = self.folder / "key"
        file.touch(mode=0o600)
        file.write_text(secrets.token_hex(32))
        os.environ[KEY_FILE] = self.environment[KEY_FILE] = str(file)

    @property
    def program(self) -> Program:
        """Return the program over the throw-away timeline; opened when first asked for."""
        if self._program is None:
            rehearsing.mark(self.timeline)
            self._program = self._open.enter_context(open_program(str(self.timeline), rehearses=True))
        return self._program

    def end_children(self) -> None:
        """End every process that was started here, and let none begin any more."""
        self._over.set()
        with self._lock:
            children = list(self._children.values())
        for child in children:
            child.end()

    def tidy(self, *, keep: bool) -> None:
        """Close the timeline, forget its key, and delete the folder unless it is to be kept.

        Raises:
            KeyUnavailable: if the keyring does not let go of the key.
            CheckFailed: ``selftest.left_over``, naming the folder.
        """
        self.end_children()
        trouble: WiseStepError | None = None
        try:
            self._open.close()
            if self._program is not None:
                vault(self.timeline).forget()
        except KeyUnavailable as error:
            trouble = error
        if not keep and not _removed(self.folder):
            raise CheckFailed("selftest.left_over", folder=str(self.folder))
        if trouble is not None:
            raise trouble


def _removed(folder: Path) -> bool:
    """Delete a folder; Windows may hold on to a file for a moment after its process has ended."""
    pause = threading.Event()
    for _ in range(_TRIES):
        shutil.rmtree(folder, ignore_errors=True)
        if not folder.exists():
            return True
        pause.wait(0.05)
    return False
