"""Presence on a Mac: locks from two places, sleep that waits for us, microphones without the system's own ears."""

from __future__ import annotations

import os
import threading

import pytest

from tests.fakes.cocoa import Ticker
from tests.fakes.quartz import AudioProcess, FakeAudio, FakeSession
from tests.fakes.sink import PATIENCE
from tests.fakes.systems import copy_on
from wisestep_desktop.adapters.presence.quartz import LOOK, SETTLES, AppKitPower, CoreAudioMicrophone, QuartzInputs
from wisestep_desktop.adapters.presence.quartz_seams import Said, SessionState
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.ports.capture import Health, SignalName
from wisestep_desktop.ports.power import PowerSignal

LOCKED, UNLOCKED = PowerSignal.LOCKED, PowerSignal.UNLOCKED
THERE, COVERED = SessionState(locked=False, on_console=True), SessionState(locked=True, on_console=True)
ELSEWHERE = SessionState(locked=False, on_console=False)


class Desk:
    """A session that is listened to, by a clock that only moves when told."""

    def __init__(self) -> None:
        self.clock = Ticker()
        self.session = FakeSession()
        self.urgent: list[PowerSignal] = []
        self.power = AppKitPower(self.session, clock=self.clock)

    def start(self) -> None:
        self.power.start(self.urgent.append)

    def drain(self, after: int = LOOK) -> tuple[PowerSignal, ...]:
        self.clock.pass_by(after)
        return self.power.drain()


@pytest.fixture
def desk() -> Desk:
    made = Desk()
    made.start()
    return made


def test_idle_in_milliseconds() -> None:
    session = FakeSession()
    inputs = QuartzInputs(session)
    session.seconds = 12.3456
    assert inputs.idle() == 12_346
    assert inputs.name == "quartz"


@pytest.mark.parametrize("seconds", [None, float("inf"), float("nan")])
def test_idle_that_nobody_can_tell_is_none_until_it_can_be_told(seconds: float | None) -> None:
    session = FakeSession()
    inputs = QuartzInputs(session)
    session.seconds = seconds
    assert inputs.idle() is None
    assert (inputs.health().health, inputs.health().reason) == (Health.OFF, "capture.no_idle")
    session.seconds = -0.001
    assert inputs.idle() == 0
    assert inputs.health().health is Health.WORKS


def test_without_a_session_there_is_neither_idle_nor_power() -> None:
    session = FakeSession()
    session.seconds = session.told = None
    with pytest.raises(CaptureUnavailable, match=r"^capture\.no_idle$"):
        QuartzInputs(session)
    with pytest.raises(CaptureUnavailable, match=r"^capture\.no_session_signals$"):
        AppKitPower(session)


def test_elsewhere_they_say_that_they_are_not_for_here() -> None:
    there = copy_on("linux", "presence.quartz")
    for make in (there.QuartzInputs, there.AppKitPower, there.CoreAudioMicrophone):
        with pytest.raises(CaptureUnavailable, match=r"^capture\.not_here$"):
            make()


@pytest.mark.parametrize("told", [COVERED, ELSEWHERE], ids=["locked", "another person's session"])
def test_a_session_that_is_locked_already_says_so_first(told: SessionState) -> None:
    desk = Desk()
    desk.session.told = told
    desk.start()
    assert desk.drain() == (LOCKED,)
    assert desk.drain() == ()


def test_a_lock_is_told_once_though_both_ways_tell_it(desk: Desk) -> None:
    desk.session.say(Said.LOCKED)
    assert desk.session.rings == 1, "the capture thread does not sleep through it"
    assert desk.drain(0) == (LOCKED,)
    for _ in range(5):
        assert desk.drain() == ()
    desk.session.say(Said.UNLOCKED)
    assert desk.drain(0) == (UNLOCKED,)


def test_a_window_server_that_is_late_does_not_make_the_lock_flicker(desk: Desk) -> None:
    desk.drain()
    desk.session.say(Said.LOCKED, written_down=False)
    assert desk.drain(LOOK) == (LOCKED,)
    desk.session.told = COVERED
    assert desk.drain(SETTLES) == ()


def test_a_notification_while_we_look_knows_better_than_what_we_see(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    def state() -> SessionState:
        monkeypatch.undo()
        desk.session.say(Said.LOCKED, written_down=False)
        return THERE

    monkeypatch.setattr(desk.session, "state", state)
    assert desk.drain() == (LOCKED,)


def test_a_lock_without_a_notification_is_seen_within_a_second(desk: Desk) -> None:
    assert desk.drain() == ()
    desk.session.told = COVERED
    assert desk.drain(LOOK - 1) == ()
    assert desk.drain(1) == (LOCKED,)
    desk.session.told = THERE
    assert desk.drain() == (UNLOCKED,)


def test_the_window_server_is_looked_at_once_a_second(desk: Desk) -> None:
    desk.drain()
    before = desk.session.looks
    for _ in range(100):
        desk.drain(LOOK // 10)
    assert desk.session.looks - before == 10


def test_a_lost_unlock_is_mended_by_looking(desk: Desk) -> None:
    desk.session.say(Said.LOCKED)
    desk.session.told = THERE
    assert desk.drain(SETTLES) == (LOCKED, UNLOCKED)


def test_a_user_switch_is_a_lock_and_a_lock_outlasts_it(desk: Desk) -> None:
    desk.session.say(Said.LOCKED)
    desk.session.say(Said.AWAY)
    desk.session.say(Said.BACK)
    assert desk.drain(0) == (LOCKED,)
    desk.session.say(Said.UNLOCKED)
    assert desk.drain(0) == (UNLOCKED,)


def test_display_and_waking(desk: Desk) -> None:
    for what in (Said.SCREENS_OFF, Said.SCREENS_OFF, Said.DID_WAKE, Said.SCREENS_ON, Said.SCREENS_ON):
        desk.session.say(what)
    assert desk.drain() == (PowerSignal.DISPLAY_OFF, PowerSignal.RESUMED, PowerSignal.DISPLAY_ON)


@pytest.mark.parametrize(
    ("what", "signal"),
    [(Said.WILL_SLEEP, PowerSignal.SUSPENDING), (Said.WILL_POWER_OFF, PowerSignal.ENDING)],
)
def test_sleep_on_the_capture_thread_is_urgent_and_not_drained_as_well(
    desk: Desk, what: Said, signal: PowerSignal
) -> None:
    desk.session.say(what)
    assert desk.urgent == [signal]
    assert desk.drain() == ()


@pytest.mark.parametrize(
    ("what", "signal"),
    [(Said.WILL_SLEEP, PowerSignal.SUSPENDING), (Said.WILL_POWER_OFF, PowerSignal.ENDING)],
)
def test_sleep_told_on_the_main_thread_waits_until_all_is_written(desk: Desk, what: Said, signal: PowerSignal) -> None:
    rung = threading.Event()
    desk.session.rung = rung.set
    main = desk.session.say_on_main_thread(what)
    assert rung.wait(PATIENCE)
    assert desk.drain(0) == (signal,)
    assert desk.urgent == [], "what is drained is not urgent as well"
    assert main.is_alive(), "the computer would sleep before all is written"
    desk.power.written()
    main.join(PATIENCE)
    assert not main.is_alive()


def test_a_capture_thread_that_does_not_answer_holds_nobody_up_for_long(
    desk: Desk, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wisestep_desktop.adapters.presence.quartz.WAIT", 0.05)
    main = desk.session.say_on_main_thread(Said.WILL_SLEEP)
    main.join(PATIENCE)
    assert not main.is_alive()
    assert desk.drain() == (PowerSignal.SUSPENDING,)


def test_closing_lets_whoever_waits_go_on(desk: Desk) -> None:
    rung = threading.Event()
    desk.session.rung = rung.set
    main = desk.session.say_on_main_thread(Said.WILL_SLEEP)
    assert rung.wait(PATIENCE)
    desk.power.close()
    desk.power.close()
    main.join(PATIENCE)
    assert not main.is_alive()


@pytest.mark.expects_log
def test_a_fault_of_ours_does_not_pass_through_cocoa(desk: Desk, caplog: pytest.LogCaptureFixture) -> None:
    def fail(_signal: PowerSignal) -> None:
        raise ValueError("secret")

    desk.power.start(fail)
    desk.session.say(Said.WILL_SLEEP)
    assert "ValueError" in caplog.text
    assert "secret" not in caplog.text


def test_sleep_is_only_seen_in_the_clocks_where_no_notification_can_come() -> None:
    desk = Desk()
    desk.session.live = False
    desk.start()
    desk.drain()
    lock, sleep = desk.power.health()
    assert (lock.signal, lock.health) == (SignalName.LOCK, Health.WORKS)
    assert (sleep.signal, sleep.health, sleep.reason) == (
        SignalName.SLEEP, Health.DEGRADED, "capture.sleep_from_clocks",
    )  # fmt: skip
    desk.session.live = True
    desk.drain()
    assert desk.power.health()[1].health is Health.WORKS


def test_a_session_that_ends_takes_the_lock_with_it(desk: Desk) -> None:
    desk.drain()
    desk.session.told = None
    assert desk.drain() == ()
    assert (desk.power.health()[0].health, desk.power.health()[0].reason) == (
        Health.OFF, "capture.no_session_signals",
    )  # fmt: skip


def test_who_holds_the_microphone() -> None:
    audio = FakeAudio(
        AudioProcess("us.zoom.xos"),
        AudioProcess("com.microsoft.teams2.modulehost"),
        AudioProcess("com.apple.FaceTime", listens=False),
        AudioProcess("com.apple.CoreSpeech"),
        AudioProcess("com.apple.corespeechd"),
        AudioProcess("com.apple.SpeechRecognitionCore.speechrecognitiond"),
        AudioProcess("org.wisestep.Desktop"),
        AudioProcess("org.python.python", process=os.getpid()),
        AudioProcess(""),
    )
    microphone = CoreAudioMicrophone(audio)
    assert microphone.holders() == {"us.zoom.xos", "com.microsoft.teams2.modulehost"}
    assert (microphone.name, microphone.fileno()) == ("coreaudio", -1)
    assert microphone.health().health is Health.WORKS


@pytest.mark.parametrize(
    ("bundle", "name"),
    [
        ("com.google.Chrome.helper", "com.google.chrome"),
        ("company.thebrowser.Browser.helper.renderer", "company.thebrowser.browser"),
        ("com.example.helpers", "com.example.helpers"),
        ("com.example.helper.tools.app", "com.example.helper.tools.app"),
    ],
)
def test_a_helper_goes_by_the_name_of_its_application(bundle: str, name: str) -> None:
    assert CoreAudioMicrophone(FakeAudio(AudioProcess(bundle))).holders() == {name}


def test_before_macos_14_nobody_tells_who_listens() -> None:
    audio = FakeAudio()
    audio.known = None
    with pytest.raises(CaptureUnavailable, match=r"^capture\.microphone_unknown$"):
        CoreAudioMicrophone(audio)


def test_an_audio_service_that_stops_answering_leaves_no_call_behind() -> None:
    audio = FakeAudio(AudioProcess("us.zoom.xos"))
    microphone = CoreAudioMicrophone(audio)
    audio.known = None
    assert microphone.holders() == frozenset()
    assert (microphone.health().health, microphone.health().reason) == (Health.OFF, "capture.microphone_unknown")
    audio.known = [AudioProcess("us.zoom.xos")]
    assert microphone.holders() == {"us.zoom.xos"}
    assert microphone.health().health is Health.WORKS
