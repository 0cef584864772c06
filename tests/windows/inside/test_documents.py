"""Which document is in front, asked of a running object over real COM: one process calls another."""

from __future__ import annotations

import threading
import time
import winreg
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.windows.inside.stage import OFFICE, PATIENCE, Probe, hexadecimal, probe, renamed, watch
from wisestep_desktop.adapters.capture.winapi_com import OfficeCalls
from wisestep_desktop.core.observation import Window
from wisestep_desktop.ports.capture import Health

KIND = "{5B6A1C62-0B57-4C3C-9B0A-3E6C0B2D7A11}"
KEY = "Word.Application"
WORD = ("Word.Application", "ActiveDocument")
LEASE = r"C:\Matters\Müller 契約書\Lease.docx"


@pytest.fixture
def installed() -> Iterator[None]:
    """Register our stand-in as Word; nothing is left of it afterwards."""
    with winreg.CreateKey(winreg.HKEY_CLASSES_ROOT, rf"{KEY}\CLSID") as key:
        winreg.SetValueEx(key, "", 0, winreg.REG_SZ, KIND)
    yield
    winreg.DeleteKey(winreg.HKEY_CLASSES_ROOT, rf"{KEY}\CLSID")
    winreg.DeleteKey(winreg.HKEY_CLASSES_ROOT, KEY)


@pytest.fixture
def word(installed: None) -> Iterator[Probe]:  # noqa: ARG001  a fixture for its effect
    """Run the stand-in, with a document in front."""
    with Probe(OFFICE, KIND) as made:
        made.tell(f"path {hexadecimal(LEASE)}")
        yield made


@pytest.fixture
def ask() -> Iterator[Callable[..., str | None]]:
    """Ask on a thread of its own, as the program does."""
    calls = OfficeCalls()

    def asked(*question: str) -> str | None:
        answers: list[str | None] = []

        def run() -> None:
            calls.begin()
            try:
                answers.append(calls.document(*question))
            finally:
                calls.end()

        thread = threading.Thread(target=run)
        thread.start()
        thread.join(PATIENCE)
        return answers[0]

    yield asked
    calls.cancel()


Ask = Callable[..., "str | None"]


def test_an_office_that_is_not_installed_says_nothing(ask: Ask) -> None:
    assert ask(*WORD) is None


@pytest.mark.usefixtures("installed")
def test_one_that_is_installed_but_does_not_run_is_not_started(ask: Ask) -> None:
    assert ask(*WORD) is None


@pytest.mark.usefixtures("word")
def test_the_document_in_front_is_named(ask: Ask) -> None:
    assert ask(*WORD) == LEASE
    assert ask(*WORD) == LEASE


def test_a_dialog_in_the_way_no_such_property_or_no_text_is_no_answer(ask: Ask, word: Probe) -> None:
    word.tell("none")
    assert ask(*WORD) is None
    word.tell("number")
    assert ask(*WORD) is None
    word.tell("path ")
    assert ask(*WORD) == ""
    assert ask("Word.Application", "NoSuchProperty") is None


def test_without_com_there_is_no_answer() -> None:
    assert OfficeCalls().document(*WORD) is None


def test_the_document_follows_the_window_of_word(word: Probe, tmp_path: Path) -> None:
    assert word.pid
    with probe("Lease.docx - Word", renamed(tmp_path, "winword.exe")), watch() as seen:
        seen.until_title("Lease.docx - Word")
        seen.until(lambda: seen.told[-1].document is not None, "no document", 60_000)
        assert seen.told == [
            Window("Probe Editor", "Lease.docx - Word"),
            Window("Probe Editor", "Lease.docx - Word", LEASE),
        ]


def test_a_word_that_hangs_does_not_hold_up_the_next_window(word: Probe, tmp_path: Path) -> None:
    with probe("Lease.docx - Word", renamed(tmp_path, "winword.exe")) as window, watch() as seen:
        word.tell("hang")
        try:
            seen.until_title("Lease.docx - Word")
            before = time.monotonic()
            window.retitle("Will.docx - Word")
            seen.until_title("Will.docx - Word")
            assert time.monotonic() - before < 2
            seen.until(lambda: seen.windows.health()[1].health is Health.DEGRADED, "the hang goes unnoticed")
        finally:
            word.tell("free")
        seen.until(lambda: seen.windows.health()[1].health is Health.WORKS, "documents do not come back")
        seen.look()
        assert seen.told[-1] == Window("Probe Editor", "Will.docx - Word")  # the other one's document is not told
