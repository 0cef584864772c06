"""Texts fit for keeping, and windows that never show themselves by accident."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.core.observation import LONGEST_TITLE, PRIVATE, Window, clean

any_text = st.text(st.characters(codec=None, exclude_categories=()), max_size=60)


@pytest.mark.parametrize(
    ("raw", "kept"),
    [
        ("Letter of demand", "Letter of demand"),
        ("  two\n lines\tand a tab ", "two lines and a tab"),
        ("bell\x07 and null\x00", "bell and null"),
        ("\u202egnp.exe\u202c", "gnp.exe"),
        ("\u2066isolate\u2069 \u200emark \ufeffbom", "isolate mark bom"),
        ("c1\x85next\x9bcsi", "c1 next csi"),
        ("a\u2028b\u2029c", "a b c"),
        ("lone \ud83d half", "lone ? half"),
        ('<b>not bold</b> & "quoted"', '<b>not bold</b> & "quoted"'),
        ("👩\u200d⚖️ judge", "👩\u200d⚖️ judge"),
        ("", ""),
        ("\x00\x01\x02", ""),
    ],
)
def test_what_is_kept_of_a_text(raw: str, kept: str) -> None:
    assert clean(raw) == kept


@given(any_text)
def test_a_kept_text_is_one_clean_line_and_stays_as_it_is(raw: str) -> None:
    kept = clean(raw)
    kept.encode("utf-8")
    assert kept == kept.strip()
    assert not any(unicodedata.category(char) in {"Cc", "Cs", "Zl", "Zp"} for char in kept)
    assert not any(
        unicodedata.bidirectional(char) in {"RLE", "LRE", "RLO", "LRO", "PDF", "RLI", "LRI"} for char in kept
    )
    assert clean(kept) == kept


@given(st.integers(0, 20), st.text(st.sampled_from("ab \n"), max_size=60))
def test_length_is_bounded_without_a_ragged_end(longest: int, raw: str) -> None:
    kept = clean(raw, longest)
    assert len(kept) <= longest
    assert clean(kept, longest) == kept


def test_a_hostile_title_is_cut() -> None:
    assert len(clean("A" * 1_000_000)) == LONGEST_TITLE


def test_a_window_never_shows_its_title() -> None:
    assert "secret" not in repr(Window("Mail", "secret")) + str(Window("secret", "x", "secret"))
    assert repr(PRIVATE) == "Window(private)"
