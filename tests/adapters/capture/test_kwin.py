"""Windows on KDE Plasma: what becomes of our script, and who may call us."""

from __future__ import annotations

import contextlib
import select
import stat
from collections.abc import Iterator
from pathlib import Path

import pytest
from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection

from tests.desktop import private_bus
from tests.fakes.kwin import FakeKWin, KWindow
from tests.fakes.sink import PATIENCE
from wisestep_desktop.adapters.capture.desktop_names import DesktopNames
from wisestep_desktop.adapters.capture.kwin import KWinWindows
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.core.observation import NOTHING, Window

_NO_NAMES = DesktopNames(())
_FIRST = KWindow(1, "first", "editor", "org.example.Editor")
_CHANGES = 1_000
pytestmark = [pytest.mark.display, pytest.mark.usefixtures("qapp")]


@pytest.fixture
def bus() -> Iterator[str]:
    with private_bus() as address:
        yield address


@pytest.fixture
def runtime(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> Path:
    monkeypatch.setenv("XDG_RUNTIME_DIR", str(tmp_path))
    return tmp_path


def hear(source: KWinWindows) -> tuple[Window, ...]:
    heard: tuple[Window, ...] = ()
    while not heard:
        assert select.select([source.fileno()], [], [], PATIENCE)[0], "heard nothing"
        heard = source.news()
    return heard


@pytest.mark.parametrize("plasma", [5, 6])
def test_the_script_goes_in_and_out_and_leaves_no_file(bus: str, runtime: Path, plasma: int) -> None:
    with FakeKWin.on(bus, plasma=plasma, front=_FIRST) as kwin:
        source = KWinWindows(bus, _NO_NAMES)
        assert kwin.plugins() == ["wisestep-desktop"]
        assert [runtime in file.parents for file in kwin.files] == [True]
        assert list(runtime.iterdir()) == []
        source.close()
        assert kwin.plugins() == []


def test_the_script_file_is_for_this_person_only(bus: str, runtime: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    modes: list[int] = []
    run = FakeKWin._run

    def look(kwin: FakeKWin, script: object) -> bool:
        modes.append(stat.S_IMODE(next(runtime.iterdir()).stat().st_mode))
        return run(kwin, script)  # type: ignore[arg-type]

    monkeypatch.setattr(FakeKWin, "_run", look)
    with FakeKWin.on(bus, front=_FIRST), contextlib.closing(KWinWindows(bus)):
        assert modes == [0o700]


def test_a_script_left_by_a_crash_is_replaced(bus: str) -> None:
    with FakeKWin.on(bus, front=_FIRST) as kwin:
        kwin.leave_script("wisestep-desktop")
        kwin.leave_script("somebody-elses")
        with contextlib.closing(KWinWindows(bus, _NO_NAMES)) as source:
            assert source.news() == (Window("Editor", "first"),)
            assert sorted(kwin.plugins()) == ["somebody-elses", "wisestep-desktop"]


def test_a_script_whose_place_is_taken_is_started_all_the_same(bus: str) -> None:
    with (
        FakeKWin.on(bus, front=_FIRST, crowded=True) as kwin,
        contextlib.closing(KWinWindows(bus, _NO_NAMES, patience=0.4)) as source,
    ):
        assert source.news() == (Window("Editor", "first"),)
        assert len(kwin.files) == 1


def test_a_thousand_changes_are_all_told(bus: str) -> None:
    with (
        FakeKWin.on(bus, front=_FIRST) as kwin,
        contextlib.closing(KWinWindows(bus, _NO_NAMES)) as source,
    ):
        source.news()
        kwin.open(KWindow(2, "second", "viewer"))
        for number in range(_CHANGES):
            kwin.activate(2 - number % 2)
            assert [each.title for each in hear(source)] == ["second" if number % 2 == 0 else "first"]


def test_a_caption_behind_a_closed_window_and_the_desktop_itself(bus: str) -> None:
    with (
        FakeKWin.on(bus, front=_FIRST) as kwin,
        contextlib.closing(KWinWindows(bus, _NO_NAMES)) as source,
    ):
        source.news()
        kwin.open(KWindow(2, "second", "viewer"))
        kwin.activate(2)
        kwin.retitle(1, "behind")
        kwin.retitle(2, "before")
        heard = hear(source)
        while heard[-1].title != "before":
            heard += hear(source)
        assert "behind" not in [each.title for each in heard]
        kwin.remove(1)
        kwin.open(KWindow(3, "Plasma", "plasmashell", desktop=True))
        kwin.activate(3)
        assert hear(source) == (NOTHING,)


def test_the_entry_names_the_application_better_than_the_class(bus: str, tmp_path: Path) -> None:
    (tmp_path / "applications").mkdir()
    (tmp_path / "applications" / "org.kde.okular.desktop").write_text("[Desktop Entry]\nName=Okular – Dokumente\n")
    front = KWindow(1, "Smith.pdf", "okular", "org.kde.okular")
    for plasma in (5, 6):
        with (
            FakeKWin.on(bus, plasma=plasma, front=front),
            contextlib.closing(KWinWindows(bus, DesktopNames([tmp_path]))) as source,
        ):
            assert source.news() == (Window("Okular – Dokumente", "Smith.pdf"),)


def test_nobody_else_can_tell_a_window(bus: str) -> None:
    with (
        FakeKWin.on(bus, front=_FIRST) as kwin,
        contextlib.closing(KWinWindows(bus, _NO_NAMES)) as source,
        open_dbus_connection(bus) as liar,
    ):
        source.news()
        for path in ("/", "/org/wisestep/front", "/org/wisestep/front/0"):
            address = DBusAddress(path, source._bus.name, "org.wisestep.Front")
            liar.send(new_method_call(address, "Front", "ssss", ("7", "lie", "liar", "")))
        kwin.retitle(1, "truth")
        heard = hear(source)
        while heard[-1].title != "truth":
            heard += hear(source)
        assert heard == (Window("Editor", "truth"),)


def test_a_desktop_with_nothing_in_front(bus: str) -> None:
    with FakeKWin.on(bus), contextlib.closing(KWinWindows(bus)) as source:
        assert source.news() == (NOTHING,)


def test_what_is_missing_is_named(bus: str, tmp_path: Path) -> None:
    with pytest.raises(CaptureUnavailable, match=r"^capture\.no_session_bus$"):
        KWinWindows(f"unix:path={tmp_path / 'nobody'}")
    with pytest.raises(CaptureUnavailable, match=r"^capture\.no_kwin$"):
        KWinWindows(bus)
    with FakeKWin.on(bus, front=_FIRST, deaf=True) as kwin:
        with pytest.raises(CaptureUnavailable, match=r"^capture\.no_kwin$"):
            KWinWindows(bus, patience=0.1)
        assert kwin.plugins() == []
