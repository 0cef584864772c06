"""Names and titles as Windows tells them, made fit for a person and for storing."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.adapters.capture.winapi_text import (
    belongs,
    file_of,
    is_elsewhere,
    is_path,
    program,
    translations,
    whole,
)


@given(st.text(st.characters(codec=None), max_size=40))  # type: ignore[arg-type]
def test_any_title_can_be_stored(title: str) -> None:
    assert whole(title).encode().decode() == whole(title)


@given(st.text(max_size=40))
def test_a_title_without_broken_characters_stays_as_it_is(title: str) -> None:
    assert whole(title) == title


@pytest.mark.parametrize(
    ("path", "name", "file"),
    [
        (r"C:\Program Files\Microsoft Office\WINWORD.EXE", "WINWORD", "winword.exe"),
        (r"D:\Tools\notes", "notes", "notes"),
        (r"D:\Tools\notes.v2.com", "notes.v2.com", "notes.v2.com"),
        (r"D:\Tools\.exe", ".exe", ".exe"),
        (r"\\server\share\Müller.exe", "Müller", "müller.exe"),
        ("", "", ""),
    ],
)
def test_a_program_goes_by_its_file(path: str, name: str, file: str) -> None:
    assert program(path) == name
    assert file_of(path) == file


def test_the_texts_of_a_version_are_looked_for_where_it_says_first() -> None:
    assert next(translations(bytes.fromhex("0704b004"))) == "040704B0"
    assert list(translations(bytes.fromhex("0704b0040904e404")))[:2] == ["040704B0", "040904E4"]
    assert list(translations(b"\x01")) == list(translations(b"")) == ["040904B0", "040904E4", "000004B0"]
    assert len(list(translations(bytes(1_000_000)))) < 20


@pytest.mark.parametrize(
    ("path", "elsewhere"),
    [
        (r"\\server\apps\tool.exe", True),
        (r"C:\apps\tool.exe", False),
        (r"\\?\C:\apps\tool.exe", False),
        (r"\\?\UNC\server\apps\tool.exe", True),
    ],
)
def test_a_program_on_another_computer_is_not_opened(path: str, elsewhere: bool) -> None:
    assert is_elsewhere(path) is elsewhere


@pytest.mark.parametrize(
    ("path", "title", "shown"),
    [
        (r"C:\Matters\Lease.docx", "Lease.docx - Word", True),
        (r"C:\Matters\Lease.docx", "LEASE  -  Compatibility Mode - Word", True),
        ("https://firm.example/docs/Lease.docx", "Lease - Word", True),
        (r"C:\Matters\Will.docx", "Lease.docx - Word", False),
        ("", "Lease.docx - Word", False),
        ("C:\\Matters\\", "Lease.docx - Word", False),
    ],
)
def test_a_document_belongs_to_a_window_that_names_it(path: str, title: str, shown: bool) -> None:
    assert belongs(path, title) is shown


def test_an_unsaved_document_has_no_path() -> None:
    assert is_path(r"C:\Matters\Lease.docx")
    assert is_path("https://firm.example/Lease.docx")
    assert not is_path("Document1")
