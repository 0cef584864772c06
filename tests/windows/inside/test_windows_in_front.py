"""The window in front, as the real calls of Windows tell it."""

from __future__ import annotations

import shutil
from pathlib import Path

import pytest

from tests.windows.inside.stage import Probe, activate, hands, probe, renamed, watch
from wisestep_desktop.adapters.capture import winapi_desk
from wisestep_desktop.core.observation import LONGEST_TITLE, NOTHING, Window, clean
from wisestep_desktop.ports.capture import Health, SignalName

TITLES = {
    "latin": "Schriftsatz Müller ./. Łukasiewicz – Entwurf.docx",
    "japanese": "契約書の確認・第三版",
    "cyrillic": "Договор аренды № 12",
    "arabic": "عقد الإيجار",
    "emoji": "Meeting 👩‍⚖️ 𠮷野家",
    "markup": "<b>R&D</b> & %s %d \\n",
}


def test_the_first_news_is_the_window_in_front_and_the_next_is_none() -> None:
    with probe("Lease.docx"), watch() as seen:
        seen.look()
        seen.look()
        assert seen.told == [Window("Probe Editor", "Lease.docx")]


@pytest.mark.parametrize("title", TITLES.values(), ids=TITLES)
def test_titles_of_every_script_arrive_unharmed(title: str) -> None:
    with probe() as window, watch() as seen:
        seen.until_title("first")
        window.retitle(title)
        assert seen.until_title(title) == Window("Probe Editor", title)


def test_half_a_character_does_no_harm() -> None:
    with probe() as window, watch() as seen:
        window.retitle("broken \ud83d title \udc00")
        told = seen.until_title("broken \ufffd title \ufffd")
        assert clean(told.title).encode()


def test_a_title_without_end_is_cut() -> None:
    with probe() as window, watch() as seen:
        window.retitle("x" * 16_000)
        seen.until(lambda: bool(seen.told), "nothing told")
        assert set(seen.told[-1].title) == {"x"}
        assert LONGEST_TITLE <= len(seen.told[-1].title) <= 4 * LONGEST_TITLE


def test_the_focus_goes_back_and_forth_between_two_programs(tmp_path: Path) -> None:
    other = renamed(tmp_path, "second.exe")
    with probe("one") as one, probe("two", other) as two, watch() as seen:
        seen.until_title("two")
        one.activate()
        seen.until_title("one")
        two.activate()
        seen.until_title("two")
        assert [each.title for each in seen.told] == ["two", "one", "two"]


def test_two_windows_of_one_program_are_told_apart() -> None:
    with probe("one") as window, watch() as seen:
        seen.until_title("one")
        activate(window.open("two"))
        seen.until_title("two")
        window.activate()
        assert seen.until_title("one").application == "Probe Editor"


def test_a_program_that_does_not_describe_itself_goes_by_its_file(tmp_path: Path) -> None:
    plain = Path(shutil.copy(Path(r"C:\windows\system32\notepad.exe"), tmp_path / "Brief-Bank.EXE"))
    desk = winapi_desk.WinDesk()
    assert desk.description(str(plain)) == ""
    with probe() as window, watch() as seen:
        seen.until_title("first")
        assert desk.program(window.pid).lower().endswith("probe.exe")
        assert seen.windows._shown_name(str(plain)) == "Brief-Bank"


def test_a_process_that_is_gone_or_refuses_has_no_program() -> None:
    desk = winapi_desk.WinDesk()
    assert desk.program(0) == ""
    assert desk.program(0x7FFF_FFF0) == ""
    assert desk.description(r"C:\no\such\program.exe") == ""
    assert desk.description(r"\\no-such-server\share\program.exe") == ""


def test_a_store_app_goes_by_the_guest_inside_the_frame(tmp_path: Path) -> None:
    frame, guest = renamed(tmp_path, "ApplicationFrameHost.exe"), renamed(tmp_path, "Calculator.exe")
    with probe("Calculator", frame) as outer, watch() as seen:
        assert seen.until_title("Calculator").application == ""
        with Probe(guest, str(outer.handle)):
            seen.until(lambda: seen.told[-1].application != "", "the guest was not found")
            assert seen.told[-1] == Window("Probe Editor", "Calculator")
            assert seen.windows._path.endswith("Calculator.exe")


def test_with_no_window_of_windows_in_front_nothing_is_told() -> None:
    with probe("before"), watch() as seen:
        seen.until_title("before")
        hands("native")
        try:
            seen.until(lambda: seen.told[-1] == NOTHING, "something is in front")
        finally:
            hands("native-close")


def test_a_window_that_closes_is_followed_by_the_one_beneath(tmp_path: Path) -> None:
    with probe("beneath") as beneath, watch() as seen:
        with probe("above", renamed(tmp_path, "above.exe")):
            seen.until_title("above")
        beneath.activate()
        seen.until_title("beneath")
        assert [each.title for each in seen.told if each.title] == ["above", "beneath"]


def test_titles_and_documents_are_well() -> None:
    with watch() as seen:
        assert [(each.signal, each.health) for each in seen.windows.health()] == [
            (SignalName.TITLES, Health.WORKS),
            (SignalName.DOCUMENTS, Health.WORKS),
        ]
        assert seen.windows.name == "winapi"
        assert seen.windows.fileno() == -1
