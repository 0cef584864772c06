"""Reports of unexpected ends: places and kinds get in, and nothing else whatever is in the files."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.core.crashes import MOST_LINES, Fault, log_line, place, read_fault, report, uncaught

SECRET = "Harbour Holdings v Quay"
SEGV = f"""Fatal Python error: Segmentation fault

Thread 0x00007f3e8c9fe6c0 (most recent call first):
  File "/usr/lib/python3.11/threading.py", line 327 in wait
  File "/home/jane.marlow/app/wisestep_desktop/services/capture.py", line 88 in _run
  <no Python frame>

Current thread 0x00007f3ea1b2d740 [Qt main] (most recent call first):
  File "C:\\Users\\Jane Marlow\\wisestep_desktop\\shell\\app.py", line 12 in <lambda>
  File "/home/jane/.venv/lib/python3.11/site-packages/PySide6/__init__.py", line 3 in exec
  File "/home/jane/{SECRET}.py", line 3 in {SECRET}
  ...
  File "<string>", line ??? in <module>

Extension modules: shiboken6.Shiboken, {SECRET} (total: 2)
{SECRET}
"""


def test_of_a_crash_kinds_and_places_are_kept() -> None:
    fault = read_fault(SEGV)
    assert fault is not None
    assert fault.lines == (
        "Fatal Python error: Segmentation fault",
        "Thread (most recent call first):",
        "  threading.py:327 in wait",
        "  wisestep_desktop/services/capture.py:88 in _run",
        "  <no Python frame>",
        "Current thread (most recent call first):",
        "  wisestep_desktop/shell/app.py:12 in <lambda>",
        "  PySide6/__init__.py:3 in exec",
        "  Harbour?Holdings?v?Quay.py:3 in ?",
        "  ...",
        "  <string>:??? in <module>",
    )
    assert fault.left_out == 2


def test_an_error_that_nobody_caught_is_written_and_read_without_its_text() -> None:
    text = uncaught("ValueError", "quick_0", [("/home/jane/wisestep_desktop/a.py", 1, "outer"), ("b.py", 2, "inner")])
    fault = read_fault(text)
    assert fault == Fault(("Uncaught ValueError in quick_0", "  b.py:2 in inner", "  wisestep_desktop/a.py:1 in outer"))
    assert uncaught("E", SECRET, []).splitlines() == ["Uncaught E in thread"]


@pytest.mark.parametrize("text", ["", "\n\n", SECRET, 'Thread 0x01 (most recent call first):\n  File "a", line 1 in b'])
def test_nothing_that_can_end_a_program_is_no_fault(text: str) -> None:
    assert read_fault(text) is None


WINDOWS = """Windows fatal exception: {0}

Current thread 0x00001a2c (most recent call first):
  File "C:\\wisestep_desktop\\shell\\app.py", line 12 in run

"""


@pytest.mark.parametrize(
    "code", ["code 0x6ba", "code 0x8001010d", "code 0x80010108", "code 0xe0434352", "code 0x0eedfade"]
)
def test_what_windows_tells_of_although_it_is_handled_is_no_fault(code: str) -> None:
    assert read_fault(WINDOWS.format(code)) is None
    fault = read_fault(WINDOWS.format(code) + SEGV)
    assert fault is not None
    assert fault.lines[0] == "Fatal Python error: Segmentation fault"


@pytest.mark.parametrize("code", ["access violation", "stack overflow", "code 0xc0000409", "code 0xc0000374"])
def test_what_ends_a_program_on_windows_is_one(code: str) -> None:
    fault = read_fault(WINDOWS.format("code 0x6ba") + WINDOWS.format(code))
    assert fault is not None
    assert fault.lines == (
        f"Windows fatal exception: {code}",
        "Current thread (most recent call first):",
        "  wisestep_desktop/shell/app.py:12 in run",
    )


def test_a_stack_without_end_is_cut_to_its_last_lines() -> None:
    text = "Fatal Python error: Segmentation fault\n" + '  File "a.py", line 1 in f\n' * 5_000
    fault = read_fault(text)
    assert fault is not None
    assert len(fault.lines) == MOST_LINES
    assert fault.left_out == 5_001 - MOST_LINES


@given(st.text(alphabet=st.characters(codec="utf-8"), max_size=80), st.text(max_size=400))
def test_no_line_of_another_shape_gets_in(title: str, around: str) -> None:
    text = f"Fatal Python error: Aborted\n{around}\n  title = {title}\n{title}\n"
    fault = read_fault(text)
    assert fault is not None
    for line in fault.lines[1:]:
        assert line.startswith(("Fatal ", "Windows ", "Uncaught ", "Thread (", "Current thread (", "  "))
        assert "title =" not in line


@pytest.mark.parametrize(
    ("file", "called"),
    [
        ("/home/jane/src/wisestep_desktop/shell/app.py", "wisestep_desktop/shell/app.py"),
        ("C:\\Users\\jane\\wisestep_desktop\\cli\\main.py", "wisestep_desktop/cli/main.py"),
        ("/home/jane/wisestep_desktop/.venv/lib/site-packages/jeepney/io.py", "jeepney/io.py"),
        ("/home/jane/lib/python3.11/queue.py", "queue.py"),
        ("<frozen importlib._bootstrap>", "<frozen?importlib._bootstrap>"),
        ("", ""),
    ],
)  # fmt: skip
def test_files_are_called_without_the_folders_of_this_computer(file: str, called: str) -> None:
    assert place(file) == called


def test_of_the_log_only_codes_and_places_are_kept() -> None:
    assert log_line("2026-03-02 09:00:00,123Z WARNING wisestep.capture windows: x11\n") == (
        "2026-03-02 09:00:00Z WARNING wisestep.capture windows x11"
    )
    assert log_line("2026-03-02 09:00:00,123Z INFO wisestep the team decided privacy.excluded_titles") == (
        "2026-03-02 09:00:00Z INFO wisestep the team decided privacy.excluded_titles"
    )
    assert log_line(f"2026-03-02 09:00:00,123Z ERROR wisestep Qt: cannot open {SECRET}") == (
        "2026-03-02 09:00:00Z ERROR wisestep Qt ·"
    )
    assert log_line("2026-03-02 09:00:00,123Z CRITICAL wisestep stray ValueError") == (
        "2026-03-02 09:00:00Z CRITICAL wisestep stray ValueError"
    )
    assert log_line("  /home/jane/wisestep_desktop/shell/app.py:12 run") == "  wisestep_desktop/shell/app.py:12 run"
    assert log_line(f"  {SECRET}") is None
    assert log_line("") is None


def test_a_report_holds_facts_stack_and_log() -> None:
    told = report(
        {"program": "WiseStep 1.2.3", "system": "Linux\n6"},
        Fault(("Fatal Python error: Aborted", "  a.py:1 in f"), 3),
        ["2026-03-02 09:00:00,123Z INFO wisestep.start ended.abruptly", "nonsense"],
    )
    assert told == (
        "WiseStep crash report\n\nprogram: WiseStep 1.2.3\nsystem: Linux 6\n\nstack:\n"
        "  Fatal Python error: Aborted\n    a.py:1 in f\n  (3 lines left out)\n\n"
        "log:\n  2026-03-02 09:00:00Z INFO wisestep.start ended.abruptly\n"
    )
