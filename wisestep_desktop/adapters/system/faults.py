"""What is written down while the program ends unexpectedly, and the report that the next start makes of it.

While the program runs there is a file of its own: a line about program and system, then whatever faulthandler or an
error that nobody caught wrote. An orderly end removes it. One that is found at the start tells of an end that was not
orderly; with nothing after its first line, somebody killed the program or the power went, and there is nothing to say.
"""

from __future__ import annotations

import contextlib
import faulthandler
import json
import os
import platform
import sys
import threading
import traceback
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from datetime import UTC, datetime
from pathlib import Path
from types import TracebackType

from wisestep_desktop.core.crashes import MOST_LOG, Fault, read_fault, report, uncaught
from wisestep_desktop.core.errors import StoreError, WiseStepError
from wisestep_desktop.core.spans import Instant

FAULTS = "wisestep.faults"
REPORT = "crash-report.txt"
_MOST = 256 * 1024
"""Bytes of what is written down; on Windows exceptions that are handled add to it."""
_MOST_UNCAUGHT = 20
_MOST_TAIL = 64 * 1024


@dataclass(frozen=True, slots=True)
class Left:
    """What was found of an end that was not orderly.

    Attributes:
        at: when something was last written, UTC milliseconds.
        facts: about the program that ended.
        fault: what was written; None for nothing that could have ended it.
    """

    at: Instant
    facts: Mapping[str, str]
    fault: Fault | None


class FaultFiles:
    """Implements ``ports.crashes.CrashShelf``, and watches over the running program.

    Args:
        folder: of the timeline.
        log: the program's log, whose last lines go into a report.
        facts: about the program, by name.
    """

    def __init__(self, folder: Path, log: Path, facts: Mapping[str, str]) -> None:
        self._faults = folder / FAULTS
        self._report = folder / REPORT
        self._log = log
        self._facts = facts
        self._open: int | None = None
        self._begins = 0
        self._lock = threading.Lock()

    def report(self) -> str | None:
        """Return the report."""
        try:
            return self._report.read_text("utf-8", "replace")
        except OSError:
            return None

    def discard(self) -> None:
        """Delete the report."""
        try:
            self._report.unlink(missing_ok=True)
        except OSError as error:
            raise StoreError("erase.left", file=str(self._report), reason=error.strerror or "") from error

    def trim(self) -> None:
        """Begin anew where a lot was written down and the program still runs."""
        with self._lock, contextlib.suppress(OSError):
            if self._open is not None and os.fstat(self._open).st_size > _MOST:
                os.ftruncate(self._open, self._begins)

    def left(self) -> Left | None:
        """Return what an earlier program left; to be asked before this one is watched."""
        try:
            at = Instant(round(self._faults.stat().st_mtime * 1_000))
            with self._faults.open("rb") as file:
                text = file.read(2 * _MOST).decode("utf-8", "replace")
        except OSError:
            return None
        head, _, rest = text.partition("\n")
        return Left(at, _facts(head), read_fault(rest))

    def keep(self, left: Left) -> bool:
        """Make the report, for this user's eyes only, in place of an earlier one; tell whether the disk took it."""
        if left.fault is None:
            return False
        noticed = {"ended": _iso(left.at / 1_000)}
        text = report({**left.facts, **noticed}, left.fault, self._last_of_the_log())
        try:
            self._report.unlink(missing_ok=True)
            with os.fdopen(_private(self._report), "w", encoding="utf-8", newline="\n") as file:
                file.write(text)
        except OSError:
            return False
        return True

    @contextlib.contextmanager
    def watched(self) -> Iterator[None]:
        """Write down whatever ends the program within the block; nothing is left where it ends in order.

        Without a disk nothing is written, and the program goes on all the same.
        """
        before = sys.excepthook, threading.excepthook, faulthandler.is_enabled()
        try:
            self._begin()
        except OSError:
            yield
            return
        orderly = False
        try:
            yield
            orderly = True
        except (WiseStepError, KeyboardInterrupt, SystemExit):
            orderly = True  # somebody explains it, or wanted it
            raise
        except BaseException as error:
            self._uncaught(type(error), error.__traceback__, threading.current_thread().name)
            raise
        finally:
            sys.excepthook, threading.excepthook = before[:2]
            self._end(orderly=orderly, again=before[2])

    def _begin(self) -> None:
        self._faults.unlink(missing_ok=True)
        self._open = _private(self._faults)
        head = json.dumps({**self._facts, "started": _iso(datetime.now(UTC).timestamp())}).encode() + b"\n"
        os.write(self._open, head)
        self._begins = len(head)
        faulthandler.enable(self._open, all_threads=True)
        self._hook()

    def _hook(self) -> None:
        told, told_of_threads, written = sys.excepthook, threading.excepthook, 0

        def write(kind: type[BaseException], trace: TracebackType | None, thread: str) -> None:
            nonlocal written
            written += 1
            if written <= _MOST_UNCAUGHT:
                self._uncaught(kind, trace, thread)

        def stray(kind: type[BaseException], error: BaseException, trace: TracebackType | None) -> None:
            write(kind, trace, threading.current_thread().name)
            told(kind, error, trace)

        def stray_in_thread(hook: threading.ExceptHookArgs) -> None:
            if hook.exc_type is not SystemExit:
                write(hook.exc_type, hook.exc_traceback, hook.thread.name if hook.thread else "thread")
            told_of_threads(hook)

        sys.excepthook, threading.excepthook = stray, stray_in_thread

    def _uncaught(self, kind: type[BaseException], trace: TracebackType | None, thread: str) -> None:
        frames = [(frame.f_code.co_filename, line, frame.f_code.co_name) for frame, line in traceback.walk_tb(trace)]
        with self._lock, contextlib.suppress(OSError):
            if self._open is not None:
                os.write(self._open, uncaught(kind.__name__, thread, frames).encode("utf-8", "replace"))

    def _end(self, *, orderly: bool, again: bool) -> None:
        faulthandler.disable()
        with self._lock:
            if self._open is not None:
                os.close(self._open)
                self._open = None
        if again and sys.stderr is not None:
            with contextlib.suppress(OSError, ValueError):  # a stream without a descriptor
                faulthandler.enable()
        if orderly:
            with contextlib.suppress(OSError):
                self._faults.unlink(missing_ok=True)

    def _last_of_the_log(self) -> list[str]:
        try:
            with self._log.open("rb") as file:
                file.seek(max(0, self._log.stat().st_size - _MOST_TAIL))
                return file.read().decode("utf-8", "replace").splitlines()[-4 * MOST_LOG :]
        except OSError:
            return []


def facts(version: str, qt: str) -> dict[str, str]:
    """Return what a report says about program and system: no name of a computer or person is among it."""
    return {
        "program": f"WiseStep {version}",
        "python": platform.python_version(),
        "qt": qt,
        "system": platform.platform(),
    }


def _facts(head: str) -> dict[str, str]:
    try:
        told = json.loads(head)
    except ValueError:
        return {}
    return {str(name): str(value) for name, value in told.items()} if isinstance(told, dict) else {}


def _private(path: Path) -> int:
    """Open a new file to be added to, which nobody else can read."""
    of_system = getattr(os, "O_NOFOLLOW", 0) | getattr(os, "O_BINARY", 0)
    return os.open(path, os.O_WRONLY | os.O_CREAT | os.O_EXCL | os.O_APPEND | of_system, 0o600)


def _iso(seconds: float) -> str:
    return datetime.fromtimestamp(seconds, UTC).strftime("%Y-%m-%d %H:%M UTC")
