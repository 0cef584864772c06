"""A real sound server to test on: PipeWire with a microphone that hears nothing. All started and ended here."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
import tempfile
import time
from collections.abc import Callable, Iterator
from typing import Any

from tests.desktop import PATIENCE, _process, private_bus

MICROPHONE, SPEAKER = "test-microphone", "test-speaker"


class SoundServer:
    """A running PipeWire.

    Attributes:
        environment: in which programs find it.
    """

    def __init__(self, environment: dict[str, str], process: subprocess.Popen[bytes]) -> None:
        self.environment = environment
        self._process = process

    @contextlib.contextmanager
    def recording(self, *, speaker: bool = False) -> Iterator[None]:
        """Record from the microphone, or what the speaker plays, for as long as the block."""
        before = self._running()
        command = ["pw-record", "--target", SPEAKER if speaker else MICROPHONE]
        if speaker:
            command += ["--properties", "{ stream.capture.sink=true }"]
        with tempfile.TemporaryDirectory() as folder, _process([*command, f"{folder}/heard.wav"], env=self.environment):
            self.until(lambda _: self._running() > before)
            yield
        self.until(lambda _: self._running() == before)

    def add(self, name: str, kind: str) -> None:
        """Plug in a device."""
        text = f"{{ factory.name=support.null-audio-sink node.name={name} media.class={kind} object.linger=true }}"
        command = ["pw-cli", "create-node", "adapter", text]
        subprocess.run(command, env=self.environment, capture_output=True, timeout=PATIENCE, check=True)
        self.until(lambda things: any(_named(each) == name for each in things))

    def until(self, holds: Callable[[list[dict[str, Any]]], bool]) -> None:
        """Wait until something is so; each look runs a program, so this never spins."""
        deadline = time.monotonic() + PATIENCE
        while not holds(self.dump()):
            assert time.monotonic() < deadline, "the sound server did not get there"

    def dump(self) -> list[dict[str, Any]]:
        """Return everything the server knows; nothing while it does not answer."""
        done = subprocess.run(["pw-dump"], env=self.environment, capture_output=True, timeout=PATIENCE, check=False)
        return list(json.loads(done.stdout)) if done.returncode == 0 and done.stdout else []

    def kill(self) -> None:
        """End it at once, as a crash would."""
        self._process.kill()
        self._process.wait(PATIENCE)

    def _running(self) -> int:
        streams = [each["info"] for each in self.dump() if _kind(each) == "Stream/Input/Audio"]
        return sum(each["state"] == "running" for each in streams)


def _properties(thing: dict[str, Any]) -> dict[str, Any]:
    return (thing.get("info") or {}).get("props") or {}


def _named(thing: dict[str, Any]) -> str | None:
    return _properties(thing).get("node.name")


def _kind(thing: dict[str, Any]) -> str | None:
    return _properties(thing).get("media.class")


@contextlib.contextmanager
def sound_server() -> Iterator[SoundServer]:
    """Start PipeWire and its session manager, which connects streams to devices."""
    with tempfile.TemporaryDirectory() as home, private_bus() as bus:
        places = ("HOME", "XDG_RUNTIME_DIR", "XDG_CONFIG_HOME", "XDG_STATE_HOME")
        environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "DBUS_SESSION_BUS_ADDRESS": bus}
        environment |= dict.fromkeys(places, home)
        with _process(["pipewire"], env=environment) as process:
            server = SoundServer(environment, process)
            server.until(bool)
            with _process(["wireplumber"], env=environment):
                server.until(lambda things: any("wireplumber.export-core" in _properties(each) for each in things))
                server.add(MICROPHONE, "Audio/Source/Virtual")
                server.add(SPEAKER, "Audio/Sink")
                yield server
