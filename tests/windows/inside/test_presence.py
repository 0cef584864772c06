"""Inputs, session signals and the microphone, by the real calls of Windows and real messages to the hidden window."""

from __future__ import annotations

import contextlib
import ctypes
import threading
import uuid
import winreg
from collections.abc import Callable, Iterator

import pytest

from tests.windows.inside.stage import hands, probe, send, wait_until
from wisestep_desktop.adapters.capture.winapi_waiting import MessageWaiter
from wisestep_desktop.adapters.presence.winapi import CONSENT_STORE, WinInputs, WinMicrophone
from wisestep_desktop.adapters.presence.winapi_calls import SESSIONS, PowerSetting, SessionInfo
from wisestep_desktop.adapters.presence.winapi_meaning import (
    CONSOLE_DISPLAY_STATE,
    PBT_APMRESUMEAUTOMATIC,
    PBT_APMRESUMESUSPEND,
    PBT_APMSUSPEND,
    PBT_POWERSETTINGCHANGE,
    WM_ENDSESSION,
    WM_POWERBROADCAST,
    WM_QUERYENDSESSION,
    WM_WTSSESSION_CHANGE,
    WTS_CONSOLE_CONNECT,
    WTS_CONSOLE_DISCONNECT,
    WTS_SESSION_LOCK,
    WTS_SESSION_UNLOCK,
)
from wisestep_desktop.adapters.presence.winapi_power import WinPower
from wisestep_desktop.ports.capture import Health, SignalName
from wisestep_desktop.ports.power import PowerSignal

HEARD = [PowerSignal.LOCKED, PowerSignal.UNLOCKED]


class Session:
    """The hidden window on this thread, and somebody on another thread who sends it what Windows would."""

    def __init__(self, power: WinPower, waiter: MessageWaiter) -> None:
        self.power, self.waiter = power, waiter
        self.heard: list[PowerSignal] = []
        self.urgent: Callable[[PowerSignal], None] = self._hear_urgently

    def _hear_urgently(self, signal: PowerSignal) -> None:
        self.heard += (*self.power.drain(), signal)

    def send(self, message: int, wide: int = 0, long: int = 0) -> int:
        """Send a message from another thread, while this one waits for messages; return the answer."""
        answers: list[int] = []
        sender = threading.Thread(target=lambda: answers.append(send(self.power.window, message, wide, long)))
        sender.start()
        while sender.is_alive():
            self.waiter.wait(20)
        sender.join()
        self.heard += self.power.drain()
        return answers[0]

    def setting(self, name: str, value: int) -> int:
        told = PowerSetting(length=4, value=value)
        told.guid.data[:] = uuid.UUID(name).bytes_le
        return self.send(WM_POWERBROADCAST, PBT_POWERSETTINGCHANGE, ctypes.addressof(told))


@pytest.fixture
def session() -> Iterator[Session]:
    with contextlib.closing(MessageWaiter()) as waiter, contextlib.closing(WinPower()) as power:
        made = Session(power, waiter)
        power.start(lambda signal: made.urgent(signal))  # noqa: PLW0108  a test may exchange it
        assert power.window
        waiter.wait(0)
        power.drain()
        yield made


def test_nothing_is_said_before_anything_happened(session: Session) -> None:
    assert session.power.drain() == ()
    assert session.power.name == "winapi"
    assert session.power.fileno() == -1
    assert [(each.signal, each.health) for each in session.power.health()] == [
        (SignalName.LOCK, Health.WORKS),
        (SignalName.SLEEP, Health.WORKS),
    ]


def test_a_lock_and_its_end_are_told_once_each(session: Session) -> None:
    for what in (WTS_SESSION_LOCK, WTS_SESSION_LOCK, WTS_SESSION_UNLOCK, WTS_SESSION_UNLOCK):
        session.send(WM_WTSSESSION_CHANGE, what, 1)
    assert session.heard == HEARD


def test_a_switch_to_another_user_counts_as_locked(session: Session) -> None:
    for what in (WTS_CONSOLE_DISCONNECT, WTS_SESSION_LOCK, WTS_CONSOLE_CONNECT):
        session.send(WM_WTSSESSION_CHANGE, what, 1)
    assert session.heard == [PowerSignal.LOCKED]
    session.send(WM_WTSSESSION_CHANGE, WTS_SESSION_UNLOCK, 1)
    assert session.heard == HEARD


def test_sleep_and_waking_are_told_once_though_windows_says_it_twice(session: Session) -> None:
    for what in (PBT_APMSUSPEND, PBT_APMSUSPEND, PBT_APMRESUMEAUTOMATIC, PBT_APMRESUMESUSPEND):
        assert session.send(WM_POWERBROADCAST, what) == 1
    assert session.heard == [PowerSignal.SUSPENDING, PowerSignal.RESUMED]


def test_the_display_going_off_and_on_is_told(session: Session) -> None:
    for value in (1, 2, 0, 0, 1):
        session.setting(CONSOLE_DISPLAY_STATE, value)
    session.setting(str(uuid.UUID(int=7)), 0)
    assert session.heard == [PowerSignal.DISPLAY_OFF, PowerSignal.DISPLAY_ON]


def test_the_end_of_the_session_is_agreed_to_and_written_before_the_answer(session: Session) -> None:
    written: list[PowerSignal] = []
    session.urgent = written.append
    assert session.send(WM_QUERYENDSESSION) == 1
    assert written == [PowerSignal.ENDING]
    assert session.send(WM_ENDSESSION, 1) == 0
    assert written == [PowerSignal.ENDING, PowerSignal.ENDING]
    assert session.heard == []


def test_an_end_that_another_program_prevented_is_taken_back(session: Session) -> None:
    session.send(WM_QUERYENDSESSION)
    session.send(WM_ENDSESSION, 0)
    assert session.heard == [PowerSignal.ENDING, PowerSignal.RESUMED]


def test_what_is_urgent_is_told_inside_and_not_again_and_the_rest_is_queued(session: Session) -> None:
    inside: list[tuple[PowerSignal, ...]] = []
    session.urgent = lambda signal: inside.append((*session.power.drain(), signal))
    session.send(WM_WTSSESSION_CHANGE, WTS_SESSION_LOCK, 1)
    session.send(WM_POWERBROADCAST, PBT_APMSUSPEND)
    session.send(WM_POWERBROADCAST, PBT_APMRESUMEAUTOMATIC)
    assert inside == [(PowerSignal.SUSPENDING,)]
    assert session.heard == [PowerSignal.LOCKED, PowerSignal.RESUMED]


@pytest.mark.expects_log
def test_a_fault_while_writing_does_not_keep_windows_from_shutting_down(session: Session) -> None:
    def broken(_signal: PowerSignal) -> None:
        raise ValueError("a fault of ours")

    session.urgent = broken
    assert session.send(WM_QUERYENDSESSION) == 1


def test_other_messages_get_the_answer_of_any_window(session: Session) -> None:
    assert session.send(0x000E) == 0  # WM_GETTEXTLENGTH
    assert session.heard == []


def test_just_after_the_sign_in_locks_are_asked_for_until_windows_agrees(monkeypatch: pytest.MonkeyPatch) -> None:
    answers = [0, 0, 1]
    monkeypatch.setattr(SESSIONS, "WTSRegisterSessionNotification", lambda _window, _flags: answers.pop(0))
    with contextlib.closing(WinPower()) as power:
        power.start(print)
        assert power.health()[0].health is Health.OFF
        power.drain()
        assert power.health()[0].health is Health.OFF
        power.drain()
        assert power.health()[0].health is Health.WORKS
        power.drain()
    assert answers == []


def test_a_windows_that_never_agrees_is_not_asked_for_ever(monkeypatch: pytest.MonkeyPatch) -> None:
    asked: list[int] = []
    monkeypatch.setattr(SESSIONS, "WTSRegisterSessionNotification", lambda window, _flags: asked.append(window))
    with contextlib.closing(WinPower()) as power:
        power.start(print)
        for _ in range(1_000):
            assert power.drain() == ()
        assert (power.health()[0].health, power.health()[0].reason) == (Health.OFF, "capture.no_session_signals")
    assert len(asked) == 600


def locked_info(level: int, flags: int, length: int) -> Callable[..., int]:
    """Return what answers for Windows whether the session is locked."""
    info = SessionInfo(level=level, flags=flags)

    def answer(_server: None, _session: int, kind: int, told: object, size: object) -> int:
        assert kind == 25
        told._obj.value = ctypes.addressof(info)  # type: ignore[attr-defined]
        size._obj.value = length  # type: ignore[attr-defined]
        return 1

    return answer


@pytest.mark.parametrize(
    ("level", "flags", "length", "first"),
    [
        (1, 0, 400, (PowerSignal.LOCKED,)),
        (1, 1, 400, ()),
        (1, -1, 400, ()),
        (2, 0, 400, ()),
        (1, 0, 8, ()),
    ],
)
def test_a_session_that_is_locked_at_the_start_says_so_first(
    monkeypatch: pytest.MonkeyPatch, level: int, flags: int, length: int, first: tuple[PowerSignal, ...]
) -> None:
    freed: list[object] = []
    monkeypatch.setattr(SESSIONS, "WTSQuerySessionInformationW", locked_info(level, flags, length))
    monkeypatch.setattr(SESSIONS, "WTSFreeMemory", freed.append)
    with contextlib.closing(WinPower()) as power:
        power.start(print)
        assert power.drain() == first
        assert power.drain() == ()
    assert len(freed) == 1


def test_after_close_there_is_no_window_and_a_second_one_can_be_opened(session: Session) -> None:
    window = session.power.window
    session.power.close()
    session.power.close()
    assert not ctypes.windll.user32.IsWindow(window)
    assert session.power.window == 0
    assert {each.health for each in session.power.health()} == {Health.OFF, Health.DEGRADED}
    with contextlib.closing(WinPower()) as again:
        again.start(print)
        assert again.window


def test_closing_from_another_thread_after_the_first_has_ended_is_fine() -> None:
    power = WinPower()
    thread = threading.Thread(target=power.start, args=(print,))
    thread.start()
    thread.join()
    power.close()
    assert power.window == 0
    assert power.drain() == ()


def test_idle_rises_while_nobody_touches_anything_and_falls_with_a_key() -> None:
    inputs = WinInputs()
    with probe():
        hands("key", "a")

        def idle() -> int:
            told = inputs.idle()
            assert told is not None
            return told

        wait_until(lambda: idle() > 300, "idle does not rise")
        hands("key", "b")
        wait_until(lambda: idle() < 200, "a key does not count")
    assert (inputs.health().signal, inputs.health().health) == (SignalName.IDLE, Health.WORKS)
    assert (inputs.name, inputs.fileno()) == ("winapi", -1)


TEST_STORE = rf"Software\WiseStepTests\{uuid.uuid4().hex}\microphone"


def put(place: str, program: str, stop: int | None) -> None:
    with winreg.CreateKey(winreg.HKEY_CURRENT_USER, rf"{place}\{program}") as key:
        if stop is not None:
            winreg.SetValueEx(key, "LastUsedTimeStop", 0, winreg.REG_QWORD, stop)


def drop(place: str) -> None:
    with contextlib.suppress(FileNotFoundError):
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, place) as key:
            inside = [winreg.EnumKey(key, number) for number in range(winreg.QueryInfoKey(key)[0])]
        for each in inside:
            drop(rf"{place}\{each}")
        winreg.DeleteKey(winreg.HKEY_CURRENT_USER, place)


@pytest.fixture(params=[TEST_STORE, CONSENT_STORE], ids=["another", "real"])
def place(request: pytest.FixtureRequest) -> Iterator[str]:
    drop(request.param)
    yield request.param
    drop(request.param)


def test_programs_that_hold_the_microphone_are_named(place: str) -> None:
    put(place, "MSTeams_8wekyb3d8bbwe", 0)
    put(place, "Microsoft.WindowsSoundRecorder_8wekyb3d8bbwe", 133_000_000_000_000_000)
    put(place, r"NonPackaged\C:#Users#Jörg#AppData#Roaming#Zoom#bin#Zoom.exe", 0)
    put(place, r"NonPackaged\C:#Program Files#Google#Chrome#Application#chrome.exe", 133_000_000_000_000_000)
    put(place, r"NonPackaged\C:#never#used.exe", None)
    microphone = WinMicrophone(place)
    assert microphone.holders() == {"msteams", "zoom"}
    put(place, "MSTeams_8wekyb3d8bbwe", 133_000_000_000_000_001)
    assert microphone.holders() == {"zoom"}
    assert (microphone.health().health, microphone.name, microphone.fileno()) == (Health.WORKS, "consent-store", -1)


def test_a_windows_without_the_list_says_so_until_there_is_one(place: str) -> None:
    microphone = WinMicrophone(place)
    assert microphone.holders() == frozenset()
    assert (microphone.health().health, microphone.health().reason) == (Health.OFF, "capture.no_consent_store")
    put(place, "MSTeams_8wekyb3d8bbwe", 0)
    assert microphone.holders() == {"msteams"}
    assert microphone.health().health is Health.WORKS
