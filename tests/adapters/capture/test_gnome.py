"""Windows on GNOME: three extensions, their odd answers, and a shell that takes them away."""

from __future__ import annotations

import contextlib
import json
import queue
import select
from collections.abc import Iterator
from pathlib import Path

import pytest
from jeepney import HeaderFields, Message
from jeepney.bus_messages import message_bus
from jeepney.io.blocking import open_dbus_connection

from tests.desktop import private_bus
from tests.fakes.gnome import CALLS, FOCUSED, OURS, FakeShell, Shown
from tests.fakes.service import returned
from tests.fakes.sink import PATIENCE
from wisestep_desktop.adapters.capture.desktop_names import DesktopNames
from wisestep_desktop.adapters.capture.gnome import GnomeWindows
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.core.observation import NOTHING, Window
from wisestep_desktop.ports.capture import Health

_NO_NAMES = DesktopNames(())
_FIRST = Shown("Editor", "first")
EXTENSION = Path(__file__).parents[3] / "installer" / "linux" / "gnome-extension"


class Clock:
    """Milliseconds that a test sets."""

    def __init__(self) -> None:
        self.now = 1_000_000

    def __call__(self) -> int:
        return self.now


@pytest.fixture
def bus() -> Iterator[str]:
    with private_bus() as address:
        yield address


@pytest.fixture
def clock() -> Clock:
    return Clock()


def hear(source: GnomeWindows) -> tuple[Window, ...]:
    """Wait until the socket has something to say, and return what it was."""
    assert select.select([source.fileno()], [], [], PATIENCE)[0], "heard nothing"
    return source.news()


def test_our_own_extension_is_preferred_and_never_asked_again(bus: str, clock: Clock) -> None:
    with (
        FakeShell.on(bus, extensions=(CALLS, FOCUSED, OURS), front=_FIRST) as shell,
        contextlib.closing(GnomeWindows(bus, _NO_NAMES, clock=clock)) as source,
    ):
        assert source.poll == 0
        assert source.news() == (Window("Editor", "first"),)
        clock.now += 60_000
        assert source.news() == ()
        assert shell.asked == 1


@pytest.mark.parametrize("extension", [FOCUSED, CALLS])
def test_another_extension_is_asked_once_a_second(bus: str, clock: Clock, extension: str) -> None:
    with (
        FakeShell.on(bus, extensions=(extension,), front=_FIRST) as shell,
        contextlib.closing(GnomeWindows(bus, _NO_NAMES, clock=clock)) as source,
    ):
        assert (source.poll, source.news()) == (1_000, (Window("Editor", "first"),))
        shell.show(Shown("Editor", "second"))
        clock.now += 999
        assert source.news() == ()
        assert shell.asked == 1
        clock.now += 1
        assert source.news() == ()
        assert hear(source) == (Window("Editor", "second"),)
        assert shell.asked == 2


def test_an_answer_that_never_comes_is_given_up(bus: str, clock: Clock, monkeypatch: pytest.MonkeyPatch) -> None:
    with (
        FakeShell.on(bus, extensions=(FOCUSED,), front=_FIRST) as shell,
        contextlib.closing(GnomeWindows(bus, _NO_NAMES, clock=clock)) as source,
    ):
        source.news()
        right = FakeShell.answer
        asked: queue.Queue[Message] = queue.Queue()
        monkeypatch.setattr(FakeShell, "answer", lambda _, message, *__: asked.put(message))
        clock.now += 1_000
        source.news()
        asked.get(timeout=PATIENCE)
        clock.now += 2_000
        source.news()
        monkeypatch.setattr(FakeShell, "answer", right)
        clock.now += 10_000
        shell.show(Shown("Editor", "second"))
        source.news()
        assert hear(source) == (Window("Editor", "second"),)


@pytest.mark.parametrize("old", [False, True])
def test_a_bare_desktop_as_the_extension_says_it_in_either_version(bus: str, old: bool) -> None:
    with (
        FakeShell.on(bus, extensions=(FOCUSED,), old=old),
        contextlib.closing(GnomeWindows(bus, _NO_NAMES)) as source,
    ):
        assert source.news() == (NOTHING,)
        assert source.health()[0].health is Health.WORKS


@pytest.mark.parametrize("extension", [OURS, FOCUSED, CALLS])
def test_desktop_icons_are_a_bare_desktop(bus: str, extension: str) -> None:
    with (
        FakeShell.on(bus, extensions=(extension,), front=Shown("gjs", "Desktop Icons", kind=1)),
        contextlib.closing(GnomeWindows(bus, _NO_NAMES)) as source,
    ):
        assert source.news() == (NOTHING,)


@pytest.mark.parametrize(
    "told", ["", "{", "[]", "null", "7", '"text"', '{"title": 7}', '[{"focus": true}]', "[7]", "[" * 100_000]
)
@pytest.mark.parametrize("extension", [FOCUSED, CALLS])
def test_an_answer_that_is_no_window_is_a_bare_desktop(
    bus: str, monkeypatch: pytest.MonkeyPatch, extension: str, told: str
) -> None:
    right = FakeShell.answer

    def answer(shell: FakeShell, message: Message, path: str, member: str) -> Message | None:
        given = right(shell, message, path, member)
        return returned(message, "s", (told,)) if HeaderFields.error_name not in given.header.fields else given

    monkeypatch.setattr(FakeShell, "answer", answer)
    with FakeShell.on(bus, extensions=(extension,)), contextlib.closing(GnomeWindows(bus, _NO_NAMES)) as source:
        assert source.news() == (NOTHING,)


def test_a_locked_screen_takes_the_extension_away_and_brings_it_back(bus: str) -> None:
    with (
        FakeShell.on(bus, front=_FIRST) as shell,
        contextlib.closing(GnomeWindows(bus, _NO_NAMES)) as source,
    ):
        source.news()
        shell.lock(locked=True)
        assert hear(source) == (NOTHING,)
        shell.lock(locked=False)
        assert hear(source) == (Window("Editor", "first"),)


def test_an_extension_that_is_asked_and_away_degrades_titles_until_it_is_back(bus: str, clock: Clock) -> None:
    with (
        FakeShell.on(bus, extensions=(FOCUSED,), front=_FIRST) as shell,
        contextlib.closing(GnomeWindows(bus, _NO_NAMES, clock=clock)) as source,
    ):
        source.news()
        for locked, window, health in ((True, NOTHING, "degraded"), (False, Window("Editor", "first"), "works")):
            shell.lock(locked=locked)
            clock.now += 1_000
            source.news()
            assert hear(source) == (window,)
            assert source.health()[0].health == health


def test_nobody_but_the_shell_can_tell_a_window(bus: str) -> None:
    with (
        FakeShell.on(bus, front=_FIRST) as shell,
        contextlib.closing(GnomeWindows(bus, _NO_NAMES)) as source,
        open_dbus_connection(bus) as other,
    ):
        source.news()
        FakeShell(other).lie("org.wisestep.FocusedWindow", source._bus.name)
        other.send_and_get_reply(message_bus.GetId(), timeout=PATIENCE)  # the lie is on its way before the truth
        shell.show(Shown("Editor", "truth"))
        heard = hear(source)
        while not heard:
            heard = hear(source)
        assert heard == (Window("Editor", "truth"),)


def test_what_is_missing_is_named(bus: str, tmp_path: Path) -> None:
    with pytest.raises(CaptureUnavailable, match=r"^capture\.no_session_bus$"):
        GnomeWindows(f"unix:path={tmp_path / 'nobody'}")
    with pytest.raises(CaptureUnavailable, match=r"^capture\.no_gnome$"):
        GnomeWindows(bus)
    with (
        FakeShell.on(bus, extensions=()),
        pytest.raises(CaptureUnavailable, match=r"^capture\.gnome_extension_missing$"),
    ):
        GnomeWindows(bus)


def test_our_extension_offers_what_is_asked_of_it() -> None:
    """No shell is here to run it: at least path, interface and words are those the adapter uses."""
    source = (EXTENSION / "extension.js").read_text("utf-8")
    for word in ("'/org/wisestep/FocusedWindow'", "org.wisestep.FocusedWindow", '"Get"', '"Changed"', "(ss)"):
        assert word in source
    metadata = json.loads((EXTENSION / "metadata.json").read_text("utf-8"))
    assert metadata["uuid"].count("@") == 1
    assert metadata["shell-version"][0] == "45"
