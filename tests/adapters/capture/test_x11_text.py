"""Text from X properties: right where it can be, harmless where it cannot."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.adapters.capture.x11_text import class_name, decode, program

KINDS = ["UTF8_STRING", "STRING", "COMPOUND_TEXT", "C_STRING", ""]


@given(st.sampled_from(KINDS), st.binary())
def test_any_bytes_become_valid_text(kind: str, data: bytes) -> None:
    assert decode(kind, data).encode("utf-8") is not None
    assert class_name(data).encode("utf-8") is not None


@given(st.text())
def test_utf8_comes_back_as_it_went_out(text: str) -> None:
    assert decode("UTF8_STRING", text.encode()) == text.rstrip("\0")


@given(st.text())
def test_utf8_inside_compound_text_is_found(text: str) -> None:
    if "\x1b" not in text and not text.endswith("\0"):
        assert decode("COMPOUND_TEXT", b"\x1b%G" + text.encode() + b"\x1b%@") == text


def test_compound_text_of_two_parts() -> None:
    assert decode("COMPOUND_TEXT", b"Kl\xe4ger \x1b%G\xe6\xa0\xaa\x1b%@ v. \x1b-AM\xfcller") == "Kläger 株 v. Müller"


@pytest.mark.parametrize(
    ("data", "name"),
    [
        (b"navigator\0Firefox\0", "Firefox"),
        (b"navigator\0Firefox", "Firefox"),
        (b"xterm\0\0", "xterm"),
        (b"winword.exe\0WINWORD.EXE\0", "WINWORD"),
        (b"", ""),
        (b"\0\0", ""),
        (b"a\0Caf\xe9\0", "Café"),
    ],
)
def test_the_class_is_the_name_of_the_application(data: bytes, name: str) -> None:
    assert class_name(data) == name


@pytest.mark.parametrize(("raw", "name"), [("soffice.bin", "soffice.bin"), (" Word.exe ", "Word"), (".exe", ".exe")])
def test_a_program_loses_a_windows_suffix(raw: str, name: str) -> None:
    assert program(raw) == name
