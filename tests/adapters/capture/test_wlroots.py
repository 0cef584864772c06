"""Windows on wlroots compositors: what Sway tells for real, and what it cannot be made to tell."""

from __future__ import annotations

import contextlib
import gc
import select
import subprocess
import sys
import time
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.compositor import SEAT, WINDOWS, FakeCompositor, compositor
from tests.fakes.sink import PATIENCE
from tests.wayland import Sway, WaylandWindow, sway
from wisestep_desktop.adapters.capture.desktop_names import DesktopNames
from wisestep_desktop.adapters.capture.wlroots import WlrootsWindows
from wisestep_desktop.adapters.presence.wayland_idle import WaylandInputs
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.core.observation import NOTHING, Window
from wisestep_desktop.ports.windows import SourceLostError

pytestmark = pytest.mark.display
_NO_NAMES = DesktopNames(())
_CHANGES = 1_000


@pytest.fixture
def desk() -> Iterator[Sway]:
    with sway() as started:
        yield started


@pytest.fixture
def fake() -> Iterator[FakeCompositor]:
    with compositor((SEAT, 7), (WINDOWS, 3)) as started:
        yield started


@pytest.fixture
def source(fake: FakeCompositor) -> Iterator[WlrootsWindows]:
    with contextlib.closing(WlrootsWindows(fake.path, _NO_NAMES)) as opened:
        assert opened.news() == (NOTHING,)
        yield opened


def hear(source: WlrootsWindows, count: int = 1) -> tuple[Window, ...]:
    """Wait for so many windows, each read as soon as it comes."""
    heard: tuple[Window, ...] = ()
    while len(heard) < count:
        assert select.select([source.fileno()], [], [], PATIENCE)[0], f"heard only {[each.title for each in heard]}"
        heard += source.news()
    return heard


def test_a_thousand_changes_of_focus_are_all_told(desk: Sway) -> None:
    with (
        WaylandWindow(desk, "one") as one,
        WaylandWindow(desk, "two") as two,
        contextlib.closing(WlrootsWindows(desk.display, _NO_NAMES)) as source,
    ):
        assert source.news()[0].title == "two"
        slowest = 0.0
        for number in range(_CHANGES):
            desk.focus(one if number % 2 == 0 else two)
            asked = time.perf_counter()
            assert [each.title for each in hear(source)] == ["one" if number % 2 == 0 else "two"]
            slowest = max(slowest, time.perf_counter() - asked)
        assert slowest < 0.5, f"a change took {slowest:.3f} s"


def test_titles_that_come_faster_than_anybody_asks_count_as_one(desk: Sway) -> None:
    with (
        WaylandWindow(desk, "busy") as window,
        contextlib.closing(WlrootsWindows(desk.display, _NO_NAMES)) as source,
    ):
        source.news()
        for number in range(100):
            window.retitle(f"{number} %")
        assert source.news() == (Window("Editor", "99 %"),)


def test_a_window_that_closes_leaves_the_one_behind_it(desk: Sway) -> None:
    with (
        WaylandWindow(desk, "behind"),
        WaylandWindow(desk, "before") as before,
        contextlib.closing(WlrootsWindows(desk.display, _NO_NAMES)) as source,
    ):
        source.news()
        before.close()
        assert hear(source)[-1].title == "behind"


def test_an_application_has_the_name_its_desktop_entry_gives(desk: Sway, tmp_path: Path) -> None:
    (tmp_path / "applications").mkdir()
    (tmp_path / "applications" / "org.gnome.Evince.desktop").write_text("[Desktop Entry]\nName=Document Viewer\n")
    with (
        WaylandWindow(desk, "Smith.pdf", "org.gnome.Evince"),
        contextlib.closing(WlrootsWindows(desk.display, DesktopNames([tmp_path]))) as source,
    ):
        assert source.news() == (Window("Document Viewer", "Smith.pdf"),)


def test_a_desktop_that_wants_xwayland_and_may_not_have_it() -> None:
    with (
        sway(xwayland=True) as desk,
        contextlib.closing(WlrootsWindows(desk.display, _NO_NAMES)) as source,
        WaylandWindow(desk, "here"),
    ):
        heard = source.news()
        while not heard or heard[-1].title != "here":
            heard += hear(source)
        assert heard[-1] == Window("Editor", "here")


def test_windows_and_inputs_side_by_side_outlive_each_other(desk: Sway) -> None:
    inputs = WaylandInputs(desk.display)
    with contextlib.closing(WlrootsWindows(desk.display, _NO_NAMES)) as source, WaylandWindow(desk, "one") as one:
        inputs.close()
        gc.collect()
        source.news()
        one.retitle("still told")
        assert hear(source)[-1].title == "still told"
        one.close()
        assert hear(source) == (NOTHING,)


def test_a_process_that_forgets_to_close_ends_well(desk: Sway) -> None:
    program = (
        "import gc, sys; from wisestep_desktop.adapters.capture.wlroots import WlrootsWindows;"
        "from wisestep_desktop.adapters.presence.wayland_idle import WaylandInputs;"
        "made = [WlrootsWindows(sys.argv[1]), WaylandInputs(sys.argv[1]), WlrootsWindows(sys.argv[1])];"
        "del made[0]; gc.collect(); print(made[-1].news()[0].application)"
    )
    with WaylandWindow(desk, "one"):
        done = subprocess.run(
            [sys.executable, "-c", program, desk.display], capture_output=True, timeout=PATIENCE, check=False
        )
    assert (done.returncode, done.stdout, done.stderr) == (0, b"Editor\n", b"")


def test_news_counts_once_the_compositor_is_done(fake: FakeCompositor, source: WlrootsWindows) -> None:
    number = fake.open(title=b"one", active=True)
    assert hear(source) == (Window("Editor", "one"),)
    fake.say(number, title=b"two", done=False)
    fake.say(number, application=b"Viewer", done=False)
    assert select.select([source.fileno()], [], [], PATIENCE)[0]
    assert source.news() == ()
    fake.say(number)
    assert hear(source) == (Window("Viewer", "two"),)


def test_a_title_that_is_not_utf8_is_told_as_far_as_it_goes(
    fake: FakeCompositor, source: WlrootsWindows, capfd: pytest.CaptureFixture[str]
) -> None:
    fake.open(title=b"Smith \xff\xfe Jones \xe2\x82", application=b"Edi\xc3", active=True)
    assert hear(source) == (Window("Edi�", "Smith �� Jones �"),)
    assert capfd.readouterr().err == ""


def test_of_two_windows_active_at_two_seats_the_newest_counts(fake: FakeCompositor, source: WlrootsWindows) -> None:
    one = fake.open(title=b"one", active=True)
    hear(source)
    two = fake.open(title=b"two", active=True)
    assert hear(source)[-1].title == "two"
    fake.say(one, title=b"one, renamed")
    fake.say(two, active=False)
    assert hear(source)[-1].title == "one, renamed"
    fake.shut(one)
    assert hear(source) == (NOTHING,)


def test_an_instant_without_an_active_window_is_not_a_bare_desktop(
    fake: FakeCompositor, source: WlrootsWindows
) -> None:
    one, two = fake.open(title=b"one", active=True), fake.open(title=b"two")
    hear(source)
    fake.say(one, active=False)
    fake.say(two, active=True)
    fake.say(two, title=b"two, done")
    heard = hear(source)
    while heard[-1].title != "two, done":
        heard += hear(source)
    assert heard[-1] == Window("Editor", "two, done")


def test_a_compositor_that_stops_telling_is_lost(fake: FakeCompositor, source: WlrootsWindows) -> None:
    fake.open(title=b"last", active=True)
    fake.finish()
    assert hear(source) == (Window("Editor", "last"),)
    with pytest.raises(SourceLostError, match=r"^capture\.display_lost$"):
        hear(source)


def test_an_older_compositor_is_asked_for_what_it_knows() -> None:
    with compositor((WINDOWS, 1)) as old, contextlib.closing(WlrootsWindows(old.path)) as source:
        assert old.bound[WINDOWS] == 1
        assert source.news() == (NOTHING,)


def test_what_is_missing_is_named(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.delenv("XDG_RUNTIME_DIR", raising=False)
    for nowhere in (None, "wayland-0", str(tmp_path / "nobody")):
        with pytest.raises(CaptureUnavailable, match=r"^capture\.no_wayland$"):
            WlrootsWindows(nowhere)
    with compositor((SEAT, 7)) as bare, pytest.raises(CaptureUnavailable, match=r"^capture\.no_toplevel_protocol$"):
        WlrootsWindows(bare.path)
    with compositor(silent=True) as mute, pytest.raises(CaptureUnavailable, match=r"^capture\.no_wayland$"):
        WlrootsWindows(mute.path, patience=0.05)
    monkeypatch.setitem(sys.modules, "wisestep_desktop.adapters.links.wayland", None)
    monkeypatch.delattr("wisestep_desktop.adapters.links.wayland", raising=False)
    with pytest.raises(CaptureUnavailable, match=r"^capture\.no_wayland_library$"):
        WlrootsWindows(None)


def test_the_display_of_the_environment_is_found(fake: FakeCompositor, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(Path(fake.path).parent))
    monkeypatch.setenv("WAYLAND_DISPLAY", Path(fake.path).name)
    with contextlib.closing(WlrootsWindows()) as source:
        assert source.name == "wlroots"
        assert source.news() == (NOTHING,)
