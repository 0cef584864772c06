"""When to look at a Windows desktop and what is news, on a desktop and an office made up here."""

from __future__ import annotations

import sys
import threading
from collections.abc import Iterator

import pytest

from wisestep_desktop.adapters.capture.winapi import WinWindows
from wisestep_desktop.adapters.capture.winapi_documents import AGAIN, PATIENCE, RunningDocuments
from wisestep_desktop.adapters.capture.winapi_seams import NOBODY, POLL, Owner
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.core.observation import NOTHING, Window
from wisestep_desktop.ports.capture import Health

WORD = r"C:\Office\WINWORD.EXE"
LEASE = r"C:\Matters\Lease.docx"
DEADLINE = 10.0


class FakeDesk:
    """A desktop of windows by handle: process, title, kind; and of programs by process."""

    def __init__(self) -> None:
        self.at = 0
        self.windows: dict[int, tuple[int, str, str]] = {}
        self.programs: dict[int, str] = {}
        self.descriptions: dict[str, str] = {}
        self.inside: dict[int, tuple[int, ...]] = {}
        self.followed: list[int] = []
        self.described: list[str] = []
        self.hooks = True
        self.closed = 0
        self.nudged = threading.Semaphore(0)

    def put(self, handle: int, title: str, program: str = WORD, kind: str = "OpusApp", process: int = 0) -> None:
        process = process or handle * 10
        self.windows[handle] = (process, title, kind)
        self.programs[process] = program
        self.at = handle

    def start(self) -> bool:
        return self.hooks

    def follow(self, handle: int, owner: Owner) -> None:
        assert (owner == NOBODY) is (handle == 0)
        self.followed.append(handle)

    def front(self) -> int:
        return self.at

    def is_bare(self, handle: int) -> bool:
        return self.windows[handle][2] == "Progman"

    def owner(self, handle: int) -> Owner:
        return Owner(self.windows[handle][0], 1) if handle in self.windows else NOBODY

    def title(self, handle: int, owner: Owner) -> str:
        assert owner == self.owner(handle)
        assert handle == self.followed[-1], "a change between reading and hooking would be missed"
        return self.windows[handle][1]

    def class_name(self, handle: int) -> str:
        return self.windows[handle][2]

    def guests(self, handle: int, host: int) -> tuple[int, ...]:
        assert host == self.owner(handle).process
        return self.inside.get(handle, ())

    def program(self, process: int) -> str:
        return self.programs.get(process, "")

    def description(self, path: str) -> str:
        self.described.append(path)
        return self.descriptions.get(path, "")

    def nudge(self) -> None:
        self.nudged.release()

    def close(self) -> None:
        self.closed += 1


class FakeOffice:
    """An office that answers when it is let."""

    def __init__(self) -> None:
        self.answer: str | None = LEASE
        self.asked: list[tuple[str, str]] = []
        self.called = threading.Semaphore(0)
        self.busy = threading.Event()
        self.free = threading.Event()
        self.free.set()
        self.cancelled = 0
        self.threads: list[str] = []

    def begin(self) -> None:
        self.threads.append(threading.current_thread().name)

    def document(self, registered: str, held_by: str) -> str | None:
        self.asked.append((registered, held_by))
        self.called.release()
        assert self.free.wait(DEADLINE)
        return self.answer

    def cancel(self) -> None:
        self.cancelled += 1
        self.answer = None
        self.free.set()

    def end(self) -> None:
        self.threads.append("ended")


@pytest.fixture
def desk() -> FakeDesk:
    return FakeDesk()


@pytest.fixture
def windows(desk: FakeDesk) -> Iterator[WinWindows]:
    made = WinWindows(desk)
    made.start()
    yield made
    made.close()


def test_a_program_goes_by_its_description_read_once(desk: FakeDesk, windows: WinWindows) -> None:
    desk.descriptions[WORD] = "Microsoft Word"
    desk.put(1, "Lease.docx - Word")
    assert windows.news() == (Window("Microsoft Word", "Lease.docx - Word"),)
    desk.put(2, "Will.docx - Word")
    assert windows.news() == (Window("Microsoft Word", "Will.docx - Word"),)
    assert desk.described == [WORD]
    assert windows.news() == ()


def test_names_of_programs_are_remembered_within_a_bound(desk: FakeDesk, windows: WinWindows) -> None:
    for number in range(1, 1_001):
        desk.put(number, "title", rf"C:\{number}.exe")
        assert windows.news()[0].application == str(number)
    assert len(windows._names) <= 256


def test_a_program_with_more_rights_goes_by_the_kind_of_its_window(desk: FakeDesk, windows: WinWindows) -> None:
    desk.put(1, "Registry Editor", "", "RegEdit_RegEdit")
    assert windows.news() == (Window("RegEdit_RegEdit", "Registry Editor"),)


def test_a_locked_screen_or_a_prompt_is_nothing_and_degrades_nothing(desk: FakeDesk, windows: WinWindows) -> None:
    desk.put(1, "Lease.docx - Word")
    windows.news()
    desk.at = 0
    assert windows.news() == ()  # for an instant that is so between any two windows
    assert windows.news() == (NOTHING,)
    assert windows.news() == ()
    assert windows.health()[0].health is Health.WORKS
    assert desk.followed == [1, 0]
    desk.at = 1
    assert windows.news() == (Window("WINWORD", "Lease.docx - Word"),)


def test_between_two_windows_nothing_is_told(desk: FakeDesk, windows: WinWindows) -> None:
    desk.put(1, "one")
    told = list(windows.news())
    desk.at = 0
    told += windows.news()
    desk.put(2, "two")
    told += windows.news()
    assert [each.title for each in told] == ["one", "two"]


def test_the_first_news_of_an_empty_desktop_is_nothing(windows: WinWindows) -> None:
    assert windows.news() == (NOTHING,)


def test_the_bare_desktop_is_nothing(desk: FakeDesk, windows: WinWindows) -> None:
    desk.put(1, "Program Manager", r"C:\Windows\explorer.exe", "Progman")
    assert windows.news() == (NOTHING,)


def test_a_window_that_vanished_while_it_was_read_is_not_told(desk: FakeDesk, windows: WinWindows) -> None:
    desk.put(1, "one")
    windows.news()
    desk.at = 99
    assert windows.news() == ()


def test_a_handle_that_came_back_to_another_program_is_seen_afresh(desk: FakeDesk, windows: WinWindows) -> None:
    desk.put(1, "one", r"C:\first.exe", process=10)
    desk.put(1, "one", r"C:\first.exe", process=10)
    assert windows.news()[0].application == "first"
    desk.put(1, "one", r"C:\second.exe", process=11)
    assert windows.news()[0].application == "second"


def test_a_store_app_is_named_once_it_is_inside_its_frame(desk: FakeDesk, windows: WinWindows) -> None:
    desk.put(1, "Calculator", r"C:\Windows\System32\ApplicationFrameHost.exe")
    desk.descriptions[r"C:\Windows\System32\ApplicationFrameHost.exe"] = "Application Frame Host"
    assert windows.news() == (Window("", "Calculator"),)
    desk.programs[77] = r"C:\Apps\CalculatorApp.exe"
    desk.inside[1] = (66, 77)
    assert windows.news() == (Window("CalculatorApp", "Calculator"),)


def test_without_hooks_titles_are_degraded_and_why(desk: FakeDesk) -> None:
    desk.hooks = False
    windows = WinWindows(desk)
    windows.start()
    titles, documents = windows.health()
    assert (titles.health, titles.reason) == (Health.DEGRADED, "capture.no_event_hook")
    assert (documents.health, documents.reason) == (Health.OFF, "capture.no_documents")
    assert windows.poll == POLL == 1_000
    windows.close()
    windows.close()
    assert desk.closed == 2


def test_elsewhere_there_is_no_such_desktop() -> None:
    if sys.platform != "win32":
        with pytest.raises(CaptureUnavailable) as refused:
            WinWindows()
        assert refused.value.code == "capture.not_windows"
    else:
        assert WinWindows().name == "winapi"


class Stage:
    """Word in front, an office to ask, and a clock set by hand."""

    def __init__(self, desk: FakeDesk) -> None:
        self.desk = desk
        self.office = FakeOffice()
        self.now = 0
        self.documents = RunningDocuments(self.office, desk.nudge, lambda: self.now)
        self.windows = WinWindows(desk, self.documents)
        self.windows.start()

    def answered(self) -> tuple[Window, ...]:
        """Wait until an answer came, and return the news."""
        assert self.desk.nudged.acquire(timeout=DEADLINE)
        return self.windows.news()


@pytest.fixture
def stage(desk: FakeDesk) -> Iterator[Stage]:
    made = Stage(desk)
    yield made
    made.office.free.set()
    made.windows.close()


def test_the_document_follows_once_the_office_said_so_and_is_remembered(desk: FakeDesk, stage: Stage) -> None:
    desk.put(1, "Lease.docx - Word")
    assert stage.windows.news() == (Window("WINWORD", "Lease.docx - Word"),)
    assert stage.answered() == (Window("WINWORD", "Lease.docx - Word", LEASE),)
    desk.put(2, "Inbox", r"C:\mail.exe")
    assert stage.windows.news() == (Window("mail", "Inbox"),)
    desk.at = 1
    assert stage.windows.news() == (Window("WINWORD", "Lease.docx - Word", LEASE),)
    assert stage.office.asked == [("Word.Application", "ActiveDocument")]
    assert stage.office.threads == ["documents"]


def test_only_an_office_program_is_asked(desk: FakeDesk, stage: Stage) -> None:
    for handle, program in enumerate((r"C:\EXCEL.EXE", r"C:\powerpnt.exe", r"C:\mail.exe"), start=1):
        desk.put(handle, f"Lease.docx {handle}", program)
        stage.windows.news()
        if handle < 3:
            assert stage.office.called.acquire(timeout=DEADLINE)
            stage.answered()
    assert stage.office.asked == [
        ("Excel.Application", "ActiveWorkbook"),
        ("PowerPoint.Application", "ActivePresentation"),
    ]


@pytest.mark.parametrize("answer", [r"C:\Matters\Will.docx", "Lease", ""])
def test_what_is_not_the_file_of_this_window_is_not_told(desk: FakeDesk, stage: Stage, answer: str) -> None:
    stage.office.answer = answer
    desk.put(1, "Lease.docx - Word")
    stage.windows.news()
    assert stage.answered() == ()
    assert stage.windows.news() == ()
    assert len(stage.office.asked) == 1


def test_an_answer_that_comes_after_a_switch_is_dropped(desk: FakeDesk, stage: Stage) -> None:
    stage.office.free.clear()
    desk.put(1, "Lease.docx - Word")
    stage.windows.news()
    assert stage.office.called.acquire(timeout=DEADLINE)
    desk.put(2, "Lease.docx (2) - Word")
    assert stage.windows.news() == (Window("WINWORD", "Lease.docx (2) - Word"),)
    stage.office.free.set()
    assert stage.answered() == ()
    assert stage.answered() == (Window("WINWORD", "Lease.docx (2) - Word", LEASE),)


def test_no_answer_is_asked_for_again_after_a_while(desk: FakeDesk, stage: Stage) -> None:
    stage.office.answer = None
    desk.put(1, "Lease.docx - Word")
    stage.windows.news()
    assert stage.answered() == ()
    stage.now += AGAIN - 1
    stage.windows.news()
    assert len(stage.office.asked) == 1
    stage.office.answer = LEASE
    stage.now += 1
    stage.windows.news()
    assert stage.answered() == (Window("WINWORD", "Lease.docx - Word", LEASE),)


def test_an_office_that_hangs_holds_nobody_up_and_is_asked_once(desk: FakeDesk, stage: Stage) -> None:
    stage.office.free.clear()
    for number in range(1, 51):
        desk.put(number, f"Lease.docx {number}")
        assert stage.windows.news() == (Window("WINWORD", f"Lease.docx {number}"),)
    assert stage.office.called.acquire(timeout=DEADLINE)
    assert stage.windows.health()[1].health is Health.WORKS
    stage.now += PATIENCE + 1
    assert (stage.windows.health()[1].health, stage.windows.health()[1].reason) == (
        Health.DEGRADED,
        "capture.documents_slow",
    )
    assert stage.office.cancelled == 0
    stage.windows.news()
    assert stage.office.cancelled == 1
    assert stage.desk.nudged.acquire(timeout=DEADLINE)
    assert len(stage.office.asked) == 1
    assert stage.windows.health()[1].health is Health.WORKS


def test_closing_ends_a_call_that_hangs_and_the_thread(desk: FakeDesk, stage: Stage) -> None:
    stage.office.free.clear()
    desk.put(1, "Lease.docx - Word")
    stage.windows.news()
    assert stage.office.called.acquire(timeout=DEADLINE)
    stage.windows.close()
    assert stage.office.cancelled == 1
    assert stage.office.threads == ["documents", "ended"]
    assert "documents" not in {thread.name for thread in threading.enumerate()}
    assert stage.windows.news() == ()


def test_documents_are_remembered_within_a_bound(desk: FakeDesk, stage: Stage) -> None:
    for number in range(1, 201):
        desk.put(number, f"Lease.docx {number}")
        stage.windows.news()
        assert stage.answered()[0].document == LEASE
    assert len(stage.documents._known) <= 64
