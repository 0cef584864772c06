"""The whole capture engine over a Mac that is a fake: run loop, main thread and notifications as AppKit uses them."""

from __future__ import annotations

import contextlib
import threading
from collections.abc import Iterator

import pytest

from tests.fakes.appkit import FakeMac, MacApp, MacWindow
from tests.fakes.quartz import AudioProcess, FakeAudio, FakeSession
from tests.fakes.sink import PATIENCE, RecordingSink
from tests.watching import mac_watcher
from wisestep_desktop.adapters.presence.quartz_seams import Said
from wisestep_desktop.core.observation import NOTHING, Window


class Watched:
    """A Mac with Word in front and everything that watches it."""

    def __init__(self) -> None:
        self.mac, self.session, self.audio = FakeMac(), FakeSession(), FakeAudio()
        self.lease, self.inbox = MacWindow("Lease"), MacWindow("Inbox")
        self.word = MacApp("Microsoft Word", focused=self.lease)
        self.mail = MacApp("Mail", focused=self.inbox)
        self.mac.activate(self.word)
        self.sink = RecordingSink()
        self.watcher = mac_watcher(self.mac, self.session, self.audio, tick=20)


@pytest.fixture
def mac() -> Iterator[Watched]:
    made = Watched()
    with contextlib.closing(made.watcher):
        made.watcher.start(made.sink)
        yield made


def test_the_first_call_is_the_window_in_front(mac: Watched) -> None:
    mac.sink.wait_title("Lease")
    assert mac.sink.calls[0].value == Window("Microsoft Word", "Lease")
    mac.sink.wait_call("health", "titles:works idle:works lock:works sleep:works microphone:works documents:works")


def test_activations_windows_and_titles_come_in_order_on_one_thread(mac: Watched) -> None:
    mac.sink.wait_title("Lease")
    mac.mac.activate(mac.mail)
    mac.sink.wait_title("Inbox")
    mac.mac.retitle(mac.mail, mac.inbox, "Inbox (1)")
    mac.sink.wait_title("Inbox (1)")
    letter = MacWindow("Letter")
    mac.mac.focus(mac.mail, letter)
    mac.sink.wait_title("Letter")
    assert mac.sink.titles() == ("Lease", "Inbox", "Inbox (1)", "Letter")
    assert len({call.thread for call in mac.sink.calls}) == 1


def test_a_lock_is_told_and_nothing_is_in_front_meanwhile(mac: Watched) -> None:
    mac.sink.wait_title("Lease")
    mac.mac.activate(MacApp("loginwindow", "com.apple.loginwindow"))
    mac.session.say_on_main_thread(Said.LOCKED).join(PATIENCE)
    mac.sink.wait_call("locked", value=True)
    mac.sink.wait_title("")
    mac.session.say_on_main_thread(Said.UNLOCKED).join(PATIENCE)
    mac.mac.activate(mac.word)
    mac.sink.wait_call("locked", value=False)
    mac.sink.wait_title("Lease")
    assert mac.sink.windows()[1:-1] == (NOTHING,)


def test_the_main_thread_is_held_until_the_last_minute_is_written(mac: Watched) -> None:
    mac.sink.wait_title("Lease")
    main = mac.session.say_on_main_thread(Said.WILL_SLEEP)
    main.join(PATIENCE)
    assert not main.is_alive()
    assert [call.what for call in mac.sink.calls].count("suspending") == 1, "not written when the computer slept"
    mac.session.say_on_main_thread(Said.SCREENS_OFF).join(PATIENCE)
    mac.session.say_on_main_thread(Said.DID_WAKE).join(PATIENCE)
    mac.session.say_on_main_thread(Said.SCREENS_ON).join(PATIENCE)
    mac.sink.wait_call("display", value=False)
    mac.sink.wait_call("display", value=True)


def test_a_permission_that_is_lost_shows_in_the_health_and_comes_back(mac: Watched) -> None:
    mac.sink.wait_title("Lease")
    mac.mac.permitted = mac.mac.says = False
    denied = "titles:degraded idle:works lock:works sleep:works microphone:works documents:off"
    mac.sink.wait_call("health", denied)
    mac.mac.permitted = mac.mac.says = True
    mac.sink.wait(lambda calls: [call.value for call in calls if call.what == "health"][-1] != denied, "still denied")
    mac.sink.wait_title("Lease")


def test_a_call_is_told_once_nobody_touches_anything(mac: Watched) -> None:
    mac.audio.known = [AudioProcess("us.zoom.xos")]
    mac.session.seconds = 31.0
    mac.sink.wait_call("microphone", "us.zoom.xos")
    mac.audio.known = []
    mac.sink.wait_call("microphone", "")


def test_a_session_that_ends_is_the_last_call(mac: Watched) -> None:
    mac.sink.wait_title("Lease")
    mac.mac.session = False
    mac.mac.activate(None)
    calls = mac.sink.wait_call("lost", "capture.display_lost")
    mac.watcher.close()
    assert mac.sink.calls == calls
    assert not mac.mac.ports


def test_many_switches_leave_one_observer_and_closing_leaves_none(mac: Watched) -> None:
    for number in range(200):
        mac.mac.activate(mac.mail if number % 2 else mac.word)
    mac.sink.wait_title("Inbox")
    assert mac.mac.most == 1
    mac.watcher.close()
    assert not mac.mac.ports
    assert mac.mac.closed == 1
    assert "capture" not in {thread.name for thread in threading.enumerate()}
