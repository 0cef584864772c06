"""Which programs listen to a microphone, as PipeWire's ``pw-dump`` prints it.

Knows the program and the few properties of a node that matter. A dump takes some ten milliseconds, but may hang with
the sound server: it is started, and collected now or later. What it prints holds names of songs and devices too;
it goes to memory of ours, is read for those properties and dropped.
"""

from __future__ import annotations

import contextlib
import json
import os
import shutil
import subprocess
import sys
import time
from collections.abc import Callable
from typing import IO, Any, Final

from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.ports.capture import Health, SignalHealth, SignalName

_TOOL = "pw-dump"
AGE: Final = 10_000
"""Milliseconds an answer is good for."""

STALE: Final = 60_000
"""Milliseconds after which an answer that was never renewed says nothing any more."""

_HANGS: Final = 5_000
"""Milliseconds after which a dump that has not ended never will."""

_MOMENT = 0.15
"""Seconds a call may wait for a dump: most have ended by then."""

_PATIENCE = 2.0
"""Seconds the first dump may take, while connecting."""

_LONGEST = 16 * 1_024 * 1_024
"""Bytes of a dump that are read; a busy desk has about a quarter of one million."""


def _awake() -> int:
    return time.monotonic_ns() // 1_000_000


class PipewireMicrophone:
    """Keeps the promises of ``ports.presence.Microphone``; only asked, never tells by itself.

    Args:
        clock: milliseconds of a clock that is never set.
        environment: in which ``pw-dump`` is found and finds the sound server; None means ours.

    Raises:
        CaptureUnavailable: ``capture.no_pipewire``.
    """

    def __init__(self, *, clock: Callable[[], int] = _awake, environment: dict[str, str] | None = None) -> None:
        self._clock = clock
        self._environment = dict(os.environ) if environment is None else environment
        self._process: subprocess.Popen[bytes] | None = None
        self._output: IO[bytes] | None = None
        self._started = self._answered = clock()
        self._works = False
        self._holders: frozenset[str] = frozenset()
        self._tool = shutil.which(_TOOL, path=self._environment.get("PATH"))
        if self._tool is None or sys.platform != "linux":
            raise CaptureUnavailable("capture.no_pipewire")
        self._ask(_PATIENCE)
        if not self._works:
            self.close()
            raise CaptureUnavailable("capture.no_pipewire")

    @property
    def name(self) -> str:
        """Return ``pipewire``."""
        return "pipewire"

    def start(self) -> None:
        """Do nothing: it is only asked."""

    def fileno(self) -> int:
        """Return -1: it is only asked."""
        return -1

    def holders(self) -> frozenset[str]:
        """Return the programs with a running recording stream, in small letters; at most ten seconds old at best.

        Waits 150 ms at most. A new answer that takes longer is returned by a later call.
        """
        now = self._clock()
        if self._process is not None:
            self._collect(0)
        elif self._tool is not None and now - self._started >= AGE:
            self._ask(_MOMENT)
        if now - self._answered > STALE:
            self._holders = frozenset()
            self._works = self._works and self._process is not None  # unless the answer is on its way
        return self._holders

    def health(self) -> SignalHealth:
        """Return the health of the microphone signal."""
        if self._works:
            return SignalHealth(SignalName.MICROPHONE, Health.WORKS)
        return SignalHealth(SignalName.MICROPHONE, Health.OFF, "capture.no_pipewire")

    def close(self) -> None:
        """End a dump that still runs, and ask no more."""
        self._tool = None
        self._works, self._holders = False, frozenset()
        self._end()

    def _ask(self, patience: float) -> None:
        """Start a dump, and collect it if it ends at once."""
        if self._tool is None or sys.platform != "linux":
            return
        self._started = self._clock()
        self._output = os.fdopen(os.memfd_create(_TOOL, os.MFD_CLOEXEC), "w+b")
        quiet = subprocess.DEVNULL
        try:
            self._process = subprocess.Popen(
                [self._tool], stdin=quiet, stdout=self._output, stderr=quiet, env=self._environment
            )
        except OSError:
            self._end()
        else:
            self._collect(patience)

    def _collect(self, patience: float) -> None:
        """Read a dump that has ended; end one that hangs."""
        if self._process is None or self._output is None:
            return
        try:
            status = self._process.wait(patience)
        except subprocess.TimeoutExpired:
            if self._clock() - self._started > _HANGS:
                self._end()
            return
        self._output.seek(0)
        found = _recording(self._output.read(_LONGEST)) if status == 0 else None
        self._end()
        if found is not None:
            self._works, self._holders, self._answered = True, found, self._clock()

    def _end(self) -> None:
        if self._process is not None:
            with contextlib.suppress(ProcessLookupError):
                self._process.kill()
            self._process.wait()
            self._process = None
        if self._output is not None:
            self._output.close()
            self._output = None


def _recording(dump: bytes) -> frozenset[str] | None:
    """Return the programs that record, or None for what is no dump."""
    try:
        told = json.loads(dump)
    except (ValueError, RecursionError):
        return None
    if not isinstance(told, list):
        return None
    things = [each for each in told if isinstance(each, dict)]
    clients = {each.get("id"): _properties(each) for each in things if _is(each, "Client")}
    names: set[str] = set()
    for each in things:
        if _is(each, "Node") and _listens(each):
            node = _properties(each)
            names.add(_program(node, clients.get(node.get("client.id"), {})))
    return frozenset(names - {""})


def _is(thing: dict[str, Any], kind: str) -> bool:
    return thing.get("type") == f"PipeWire:Interface:{kind}"


def _properties(thing: dict[str, Any]) -> dict[str, Any]:
    information = thing.get("info")
    properties = information.get("props") if isinstance(information, dict) else None
    return properties if isinstance(properties, dict) else {}


def _listens(node: dict[str, Any]) -> bool:
    """Tell whether a node is a running recording, and of a microphone rather than of what the computer plays."""
    properties = _properties(node)
    plays = any(_true(properties.get(name)) for name in ("stream.monitor", "stream.capture.sink"))
    running = node["info"].get("state") == "running" if properties else False
    return running and properties.get("media.class") == "Stream/Input/Audio" and not plays


def _true(value: object) -> bool:
    return value is True or value in {"true", "1"}


def _program(node: dict[str, Any], client: dict[str, Any]) -> str:
    """Return a program's name in small letters; empty for ourselves.

    A stream made over PulseAudio's protocol carries its program, one of PipeWire's own has it with its client.
    """
    for properties in (node, client):
        if str(properties.get("application.process.id")) == str(os.getpid()):
            return ""
    known = (node.get("application.process.binary"), client.get("application.process.binary"))
    names = (*known, node.get("application.name"), client.get("application.name"), node.get("node.name"))
    return next((name.strip().lower() for name in names if isinstance(name, str) and name.strip()), "")
