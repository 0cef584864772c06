"""Capture on a real X server with a real window manager and real windows."""

from __future__ import annotations

import contextlib
import os
import socket
from collections.abc import Iterator
from itertools import pairwise

import pytest
from Xlib import Xatom

from tests.desktop import RealWindow, connection, display, openbox, real_window, show_desktop, x_server, xdotool
from tests.fakes.sink import RecordingSink
from tests.watching import x11_watcher
from wisestep_desktop.adapters.capture.watcher import DesktopWatcher
from wisestep_desktop.adapters.capture.x11_desk import XDesk
from wisestep_desktop.adapters.presence.x11 import X11Inputs
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.core.observation import NOTHING, Window
from wisestep_desktop.ports.capture import Health, SignalName

pytestmark = pytest.mark.display
LONG_AGO = 3_600_000
"""A tick so rare that none comes by itself."""


@pytest.fixture
def sink() -> RecordingSink:
    return RecordingSink()


@pytest.fixture
def watching(screen: str, sink: RecordingSink) -> Iterator[DesktopWatcher]:
    watcher = x11_watcher(screen, tick=LONG_AGO)
    watcher.start(sink)
    with contextlib.closing(watcher):
        yield watcher


@pytest.mark.usefixtures("watching")
def test_switching_windows_is_seen(screen: str, sink: RecordingSink) -> None:
    with real_window(screen, "Lease - Quay 4471", "Writer") as lease, real_window(screen, "Inbox", "Mail"):
        sink.wait_title("Inbox")
        lease.activate()
        sink.wait_title("Lease - Quay 4471")
    expected = (Window("Writer", "Lease - Quay 4471"), Window("Mail", "Inbox"), Window("Writer", "Lease - Quay 4471"))
    assert tuple(window for window in sink.windows() if window != NOTHING)[:3] == expected


@pytest.mark.usefixtures("watching")
def test_a_title_change_of_the_window_in_front_is_seen_at_every_step(screen: str, sink: RecordingSink) -> None:
    with real_window(screen, "0") as window:
        for number in range(20):
            window.retitle(f"draft {number}")
            sink.wait_title(f"draft {number}")


@pytest.mark.usefixtures("watching")
def test_a_title_change_in_the_background_is_silent(screen: str, sink: RecordingSink) -> None:
    with real_window(screen, "behind") as behind, real_window(screen, "in front") as front:
        sink.wait_title("in front")
        behind.retitle("changed behind")
        front.retitle("changed in front")
        sink.wait_title("changed in front")
    assert "changed behind" not in sink.titles()


@pytest.mark.usefixtures("watching")
def test_the_same_title_again_is_no_news(screen: str, sink: RecordingSink) -> None:
    with real_window(screen, "same") as window:
        sink.wait_title("same")
        for _ in range(50):
            window.retitle("same")
        window.retitle("other")
        sink.wait_title("other")
    told = sink.titles()  # a slow window manager may take the focus away from a new window and give it back
    assert all(one != other for one, other in pairwise(told))
    assert told.count("same") <= 2


@pytest.mark.usefixtures("watching")
def test_an_input_is_told_before_the_window_that_it_brought(
    screen: str, sink: RecordingSink, monkeypatch: pytest.MonkeyPatch
) -> None:
    monkeypatch.setattr("wisestep_desktop.adapters.capture.watcher.FRESH", 0)  # as after a while
    with real_window(screen, "reading") as window:
        sink.wait_title("reading")
        xdotool(screen, "key", "space")
        window.retitle("typed")
        sink.wait_title("typed")
        calls = sink.calls
        before = calls[next(i for i, call in enumerate(calls) if call.value == Window("Editor", "typed")) - 1]
    assert before.what == "tick"
    assert isinstance(before.value, int)
    assert before.value < 10_000


@pytest.mark.usefixtures("watching")
def test_closing_the_window_in_front_leaves_the_next_one_or_nothing(screen: str, sink: RecordingSink) -> None:
    with real_window(screen, "stays") as stays, real_window(screen, "goes") as goes:
        sink.wait_title("goes")
        goes.destroy()
        sink.wait_title("stays")
        stays.destroy()
        sink.wait_title("")
    assert sink.windows()[-1] == NOTHING


@pytest.mark.usefixtures("watching")
def test_a_last_window_that_hides_leaves_nothing_and_comes_back(screen: str, sink: RecordingSink) -> None:
    with real_window(screen, "to the tray") as window:
        sink.wait_title("to the tray")
        window.hide()
        sink.wait_title("")
        window.show()
        sink.wait_title("to the tray")


@pytest.mark.usefixtures("watching")
def test_a_shown_desktop_means_that_nothing_is_in_front(screen: str, sink: RecordingSink) -> None:
    with real_window(screen, "hidden soon"):
        sink.wait_title("hidden soon")
        show_desktop(screen)
        sink.wait_title("")
    assert sink.windows()[-1] == NOTHING


@pytest.mark.usefixtures("watching")
def test_windows_that_vanish_at_once_do_no_harm(
    screen: str, sink: RecordingSink, capfd: pytest.CaptureFixture[str]
) -> None:
    for number in range(60):
        with RealWindow(screen, f"flash {number}") as flash:
            flash.retitle(f"flash {number} again")
            flash.destroy()
    with real_window(screen, "still here"):
        sink.wait_title("still here")
    assert capfd.readouterr().err == ""


def test_a_window_destroyed_while_it_is_read_counts_as_nothing(screen: str) -> None:
    with contextlib.closing(XDesk(screen)) as desk, real_window(screen, "doomed") as doomed:
        assert desk.front().title == "doomed"
        doomed.destroy()
        assert desk.retitled() == NOTHING
        assert desk.front() == NOTHING


@pytest.mark.usefixtures("watching")
@pytest.mark.parametrize(
    ("title", "shown"),
    [
        (b"caf\xe9 \xff\xfe 4471", "caf� �� 4471"),
        ("Müller ./. 株式会社".encode(), "Müller ./. 株式会社"),
        (b"nul\0byte", "nul\0byte"),
        (b"x" * 10_000, "x" * 10_000),
    ],
    ids=["not UTF-8", "any script", "a zero byte", "10,000 characters"],
)
def test_any_title_is_told(screen: str, sink: RecordingSink, title: bytes, shown: str) -> None:
    with real_window(screen, title):
        sink.wait_title(shown)


@pytest.mark.usefixtures("watching")
def test_a_monstrous_title_is_cut_not_loaded(screen: str, sink: RecordingSink) -> None:
    with real_window(screen, "small") as window:
        sink.wait_title("small")
        window.retitle(b"y" * 200_000)
        sink.wait(lambda _: sink.titles()[-1].startswith("yyy"), "the long title never came")
    assert "y" * 16_384 in sink.titles()


@pytest.mark.usefixtures("watching")
def test_an_old_program_with_only_the_old_title_is_understood(screen: str, sink: RecordingSink) -> None:
    with real_window(screen, "new") as window:
        window.set_text("WM_NAME", "STRING", "Kläger".encode("latin-1"))
        window.unset("_NET_WM_NAME")
        sink.wait_title("Kläger")
        window.set_text("WM_NAME", "COMPOUND_TEXT", b"\x1b%G" + "株式会社".encode() + b"\x1b%@ 4471")
        sink.wait_title("株式会社 4471")


@pytest.mark.usefixtures("watching")
def test_the_older_title_beside_the_newer_one_says_nothing(screen: str, sink: RecordingSink) -> None:
    with real_window(screen, "new") as window:
        sink.wait_title("new")
        window.set_text("WM_NAME", "STRING", b"old")
        window.retitle("newer")
        sink.wait_title("newer")
        assert "old" not in sink.titles()


@pytest.mark.usefixtures("watching")
def test_the_program_stands_in_for_a_missing_class(screen: str, sink: RecordingSink) -> None:
    with RealWindow(screen, "no class", class_name=None) as window:
        window.set_text("WM_CLIENT_MACHINE", "STRING", socket.gethostname().encode())
        window.set_number("_NET_WM_PID", os.getpid())
        window.retitle("now with a pid")
        window.set_text("WM_CLASS", "STRING", b"\0\0")
        sink.wait(
            lambda _: any(told.title == "now with a pid" and told.application for told in sink.windows()),
            "no program name",
        )
    told = sink.windows()
    assert any(window.application.startswith("python") for window in told)


@pytest.mark.usefixtures("watching")
def test_a_process_id_of_another_computer_names_no_program(screen: str, sink: RecordingSink) -> None:
    with RealWindow(screen, "far away", class_name=None) as window:
        window.set_text("WM_CLIENT_MACHINE", "STRING", b"elsewhere.example")
        window.set_number("_NET_WM_PID", os.getpid())
        window.set_text("WM_CLASS", "STRING", b"\0\0")
        window.retitle("from elsewhere")
        assert sink.wait_title("from elsewhere").application == ""


def test_idle_grows_and_an_input_resets_it(screen: str) -> None:
    with contextlib.closing(X11Inputs(screen)) as desk:
        xdotool(screen, "key", "space")
        start = desk.idle()
        assert start is not None
        grown = _wait_idle_over(desk, start + 50)
        xdotool(screen, "key", "space")
        after = desk.idle()
        assert after is not None
        assert after < grown + 1_000
        assert _wait_idle_over(desk, 0) >= 0


def test_an_input_makes_idle_small_again(screen: str, sink: RecordingSink) -> None:
    watcher = x11_watcher(screen, tick=20)
    with contextlib.closing(watcher):
        watcher.start(sink)
        sink.wait(lambda calls: any(c.what == "tick" and isinstance(c.value, int) and c.value > 300 for c in calls), "")
        heard = len(sink.calls)
        xdotool(screen, "key", "space")
        sink.wait(
            lambda calls: any(c.what == "tick" and isinstance(c.value, int) and c.value < 300 for c in calls[heard:]),
            "the key was not noticed",
        )


def test_without_a_display_it_says_so(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.delenv("DISPLAY", raising=False)
    for name in (None, "", "nonsense", ":65001"):
        with pytest.raises(CaptureUnavailable, match=r"^capture\.no_display$"):
            x11_watcher(name)


def test_without_a_window_manager_it_says_so() -> None:
    with display(window_manager=False) as name, pytest.raises(CaptureUnavailable, match=r"^capture\.no_window_list$"):
        x11_watcher(name)


def test_the_ghost_of_a_dead_window_manager_is_no_window_manager() -> None:
    with display(window_manager=False) as name, connection(name) as client:
        check = client.intern_atom("_NET_SUPPORTING_WM_CHECK")
        client.screen().root.change_property(check, Xatom.WINDOW, 32, [0x00C0FFEE])
        client.sync()
        with pytest.raises(CaptureUnavailable, match=r"^capture\.no_window_list$"):
            x11_watcher(name)


def test_a_lost_server_ends_the_watch_quietly(sink: RecordingSink, capfd: pytest.CaptureFixture[str]) -> None:
    with x_server() as server, contextlib.ExitStack() as stack:
        stack.enter_context(openbox(server.name))
        watcher = x11_watcher(server.name, tick=LONG_AGO)
        stack.callback(watcher.close)
        watcher.start(sink)
        sink.wait_title("")
        server.kill()
        assert sink.wait_call("lost")[-1].value == "capture.display_lost"
    assert capfd.readouterr().err == ""


def test_health_is_honest_about_what_this_desktop_tells(watching: DesktopWatcher) -> None:
    health = {each.signal: each for each in watching.health()}
    assert health[SignalName.TITLES].health is Health.WORKS
    assert health[SignalName.IDLE].health is Health.WORKS
    assert (health[SignalName.LOCK].health, health[SignalName.LOCK].reason) == (
        Health.OFF,
        "capture.no_session_signals",
    )
    assert health[SignalName.SLEEP].health is Health.DEGRADED


def _wait_idle_over(desk: X11Inputs, millis: int) -> int:
    """Ask until nobody has touched anything for so long; asking is a round trip, so this does not spin."""
    while (idle := desk.idle()) is not None and idle <= millis:
        pass
    assert idle is not None
    return idle
