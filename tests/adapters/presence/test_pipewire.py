"""Who holds the microphone: on a real PipeWire, and with a ``pw-dump`` that says what no quiet desk would."""

from __future__ import annotations

import contextlib
import json
import os
import time
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests.sound import sound_server
from wisestep_desktop.adapters.presence.pipewire import AGE, STALE, PipewireMicrophone
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.ports.capture import Health, SignalName


class Clock:
    """Milliseconds that a test sets."""

    def __init__(self) -> None:
        self.now = 1_000_000

    def __call__(self) -> int:
        return self.now


class Desk:
    """A ``pw-dump`` of our own, which prints what it is given; or hangs, or fails.

    The shape of what it prints is that of PipeWire 0.3.65, with streams of its own protocol and of PulseAudio's.
    """

    def __init__(self, folder: Path) -> None:
        self.folder = folder
        self.clock = Clock()
        self.things: list[Any] = []
        tool = folder / "pw-dump"
        tool.write_text(
            f"#!/bin/sh\necho asked >> {folder}/asked\n[ -e {folder}/hang ] && read never < {folder}/hang\n"
            f"[ -e {folder}/fail ] && exit 1\ncat {folder}/dump\n"
        )
        tool.chmod(0o755)
        self.say()

    def say(self, *things: object) -> None:
        """Print these things from now on, beside what is always there."""
        core = {"id": 0, "type": "PipeWire:Interface:Core", "info": {"props": {"core.name": "pipewire-0"}}}
        metadata = {"id": 33, "type": "PipeWire:Interface:Metadata", "props": {"metadata.name": "default"}}
        speaker = {"id": 34, "type": "PipeWire:Interface:Node", "info": {"state": "running", "props": {
            "media.class": "Audio/Sink", "node.name": "speaker"}}}  # fmt: skip
        self.print(json.dumps([core, metadata, speaker, *things]))

    def print(self, text: str) -> None:
        (self.folder / "dump").write_text(text)

    def hang(self, *, really: bool) -> None:
        """Never end, like a server that does not answer."""
        if really:
            os.mkfifo(self.folder / "hang")
        else:
            (self.folder / "hang").unlink()

    def asked(self) -> int:
        return len((self.folder / "asked").read_text().splitlines())

    def open(self) -> PipewireMicrophone:
        return PipewireMicrophone(clock=self.clock, environment={"PATH": f"{self.folder}:{os.environ['PATH']}"})

    def later(self, microphone: PipewireMicrophone) -> frozenset[str]:
        """Ask once an answer is too old, until the new one is there."""
        self.clock.now += AGE
        before, deadline = self.asked(), time.monotonic() + 10
        while self.asked() == before or microphone._process is not None:
            assert time.monotonic() < deadline, "no answer came"
            microphone.holders()
        return microphone.holders()


@pytest.fixture
def desk(tmp_path: Path) -> Desk:
    return Desk(tmp_path)


@pytest.fixture
def microphone(desk: Desk) -> Iterator[PipewireMicrophone]:
    with contextlib.closing(desk.open()) as opened:
        opened.start()
        yield opened


def stream(state: str = "running", kind: str = "Stream/Input/Audio", **properties: object) -> dict[str, Any]:
    """Return a stream as the server prints it; underscores stand for dots."""
    named = {name.replace("_", "."): value for name, value in properties.items()}
    return {"id": 50, "type": "PipeWire:Interface:Node", "info": {"state": state, "props": {
        "media.class": kind, "media.name": "RecordStream", "node.name": "stream", **named}}}  # fmt: skip


def client(number: int, binary: str, process: int = 4242) -> dict[str, Any]:
    return {"id": number, "type": "PipeWire:Interface:Client", "info": {"props": {
        "application.process.binary": binary, "application.process.id": process}}}  # fmt: skip


def test_a_real_recording_is_found_and_its_end_too() -> None:
    clock = Clock()
    with (
        sound_server() as server,
        contextlib.closing(PipewireMicrophone(clock=clock, environment=server.environment)) as microphone,
    ):
        assert microphone.holders() == frozenset()
        with server.recording():
            assert _fresh(microphone, clock) == {"pw-cat"}
            with server.recording(speaker=True):
                assert _fresh(microphone, clock) == {"pw-cat"}
        assert _fresh(microphone, clock) == frozenset()
        with server.recording(speaker=True):
            assert _fresh(microphone, clock) == frozenset(), "what the speaker plays is no microphone"
        assert microphone.health().health is Health.WORKS


def test_a_real_server_that_ends_is_told_as_health() -> None:
    clock = Clock()
    with sound_server() as server:
        with contextlib.closing(PipewireMicrophone(clock=clock, environment=server.environment)) as microphone:
            server.kill()
            clock.now += STALE + 1
            while microphone._process is not None or microphone.health().health is Health.WORKS:
                microphone.holders()
            assert microphone.holders() == frozenset()
        with pytest.raises(CaptureUnavailable, match=r"^capture\.no_pipewire$"):
            PipewireMicrophone(environment=server.environment)


def test_programs_are_named_by_either_protocol(desk: Desk, microphone: PipewireMicrophone) -> None:
    desk.say(
        stream(application_process_binary="ZoomWebviewHost", application_name="ZOOM VoiceEngine", client_id=70),
        client(71, "firefox-bin"),
        stream(application_name="Firefox", client_id=71),
        stream(application_name="Nameless Recorder"),
        stream(),
    )
    assert desk.later(microphone) == {"zoomwebviewhost", "firefox-bin", "nameless recorder", "stream"}


@pytest.mark.parametrize(
    "other",
    [
        stream(state="idle", application_name="muted"),
        stream(state="suspended", application_name="asleep"),
        stream(kind="Stream/Output/Audio", application_name="music"),
        stream(kind="Stream/Input/Video", application_name="camera"),
        stream(stream_monitor=True, application_name="meter"),
        stream(stream_monitor="true", application_name="meter"),
        stream(stream_capture_sink=True, application_name="screen recorder"),
        stream(application_process_id=os.getpid(), application_name="ourselves"),
        {"id": 1, "type": "PipeWire:Interface:Node", "info": None},
        {"id": 1, "type": "PipeWire:Interface:Node"},
        {"id": 1},
        None,
        7,
    ],
)
def test_what_is_no_microphone_in_use(desk: Desk, microphone: PipewireMicrophone, other: object) -> None:
    desk.say(other, stream(application_name="Zoom"))
    assert desk.later(microphone) == {"zoom"}


def test_ourselves_by_our_client(desk: Desk, microphone: PipewireMicrophone) -> None:
    desk.say(client(7, "python3", os.getpid()), stream(client_id=7))
    assert desk.later(microphone) == frozenset()


def test_it_asks_once_in_ten_seconds(desk: Desk, microphone: PipewireMicrophone) -> None:
    desk.say(stream(application_name="Zoom"))
    desk.clock.now += AGE - 1
    assert [microphone.holders() for _ in range(5)] == [frozenset()] * 5
    assert desk.asked() == 1
    desk.clock.now -= AGE - 1
    assert desk.later(microphone) == {"zoom"}
    assert desk.asked() == 2


def test_a_server_that_hangs_keeps_nobody_and_is_asked_again(desk: Desk, microphone: PipewireMicrophone) -> None:
    desk.say(stream(application_name="Zoom"))
    assert desk.later(microphone) == {"zoom"}
    desk.hang(really=True)
    desk.clock.now += AGE
    asked = time.monotonic()
    assert microphone.holders() == {"zoom"}
    assert time.monotonic() - asked < 1.0
    assert microphone._process is not None
    desk.clock.now += 5_001
    assert microphone.holders() == {"zoom"}
    assert microphone._process is None, "a dump that hangs is ended"
    desk.hang(really=False)
    desk.say()
    assert desk.later(microphone) == frozenset()


def test_an_answer_too_old_to_believe_is_dropped(desk: Desk, microphone: PipewireMicrophone) -> None:
    desk.say(stream(application_name="Zoom"))
    assert desk.later(microphone) == {"zoom"}
    (desk.folder / "fail").touch()
    assert desk.later(microphone) == {"zoom"}
    assert microphone.health().health is Health.WORKS
    desk.clock.now += STALE
    assert microphone.holders() == frozenset()
    health = microphone.health()
    assert (health.signal, health.health, health.reason) == (
        SignalName.MICROPHONE, Health.OFF, "capture.no_pipewire",
    )  # fmt: skip
    (desk.folder / "fail").unlink()
    assert desk.later(microphone) == {"zoom"}
    assert microphone.health().health is Health.WORKS


@pytest.mark.parametrize("text", ["", "{}", "nonsense", "[", "[" * 100_000])
def test_what_is_no_dump_is_no_pipewire(desk: Desk, text: str) -> None:
    desk.print(text)
    with pytest.raises(CaptureUnavailable, match=r"^capture\.no_pipewire$"):
        desk.open()


def test_without_the_program_it_says_so(tmp_path: Path) -> None:
    with pytest.raises(CaptureUnavailable, match=r"^capture\.no_pipewire$"):
        PipewireMicrophone(environment={"PATH": str(tmp_path)})


def test_closing_ends_a_dump_and_is_final(desk: Desk) -> None:
    microphone = desk.open()
    desk.hang(really=True)
    desk.clock.now += AGE
    microphone.holders()
    process = microphone._process
    assert process is not None
    microphone.close()
    microphone.close()
    assert process.returncode is not None
    desk.clock.now += AGE
    assert microphone.holders() == frozenset()
    assert microphone.fileno() == -1
    assert microphone.name == "pipewire"


def _fresh(microphone: PipewireMicrophone, clock: Clock) -> frozenset[str]:
    """Return an answer to a question asked now."""
    while microphone._process is not None:
        microphone.holders()
    clock.now += AGE
    microphone.holders()
    while microphone._process is not None:
        microphone.holders()
    return microphone.holders()
