# ruff: noqa: RUF001  letters of other alphabets and widths are what this is about
"""Words of titles and names: what is one word, what makes no difference, and where it stood."""

from __future__ import annotations

import unicodedata

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.core.normalise import narrow, telling, tokens, words


@pytest.mark.parametrize(
    ("one", "other"),
    [
        # accents and letters of other alphabets
        ("Seán Łukasiewicz", "Sean Lukasiewicz"),
        ("Søren Ærø", "soren aero"),
        ("Þór Eiður", "thor eidur"),
        ("Weiß Straße", "WEISS STRASSE"),
        ("İstanbul Ilgaz", "istanbul ılgaz"),
        ("ΣΊΣΥΦΟΣ", "σίσυφος"),
        ("e\u0301tude", "étude"),
        ("Nguyễn", "nguyen"),
        # possessives and apostrophes
        ("Marlow's estate", "Marlow estate"),
        ("Marlow\u2019s", "marlow"),
        ("Marlow\u02bcs", "marlow"),
        ("O\u2019Brien", "OBrien"),
        ("O\u02bcBrien", "O'Brien"),
        ("O`Brien", "O'Brien"),
        ("Ｏ＇Ｂｒｉｅｎ", "O'Brien"),
        # usual abbreviations
        ("Smith vs. Jones", "Smith versus Jones"),
        ("Acme Pty Ltd", "Acme Proprietary Limited"),
        ("12 High St", "12 high street"),
        # width
        ("ＨＳ－２０２６", "hs-2026"),
        ("ｶﾞｽﾊﾟｰﾙ", "ガスパール"),
        ("\ufb01ling", "filing"),
        # hangul and kana taken apart
        (unicodedata.normalize("NFD", "한국무역"), "한국무역"),
        (unicodedata.normalize("NFD", "ガスパール"), "ガスパール"),
    ],
)
def test_ways_of_writing_one_thing(one: str, other: str) -> None:
    assert words(one) == words(other)


@pytest.mark.parametrize(
    ("one", "other"),
    [("Marlows", "Marlow"), ("ガス", "カス"), ("resume", "resumed"), ("v10482", "10482"), ("Jame's", "James")],
)
def test_different_things_stay_different(one: str, other: str) -> None:
    assert words(one) != words(other)


@pytest.mark.parametrize(
    ("raw", "told"),
    [
        ("田中商事の契約", tuple("田中商事の契約")),
        ("한국무역", tuple("한국무역")),
        ("契約書v2.docx", ("契", "約", "書", "v2", "docx")),
        ("Tanaka田中10482", ("tanaka", "田", "中", "10482")),
        ("snake_case/path\\file.txt", ("snake", "case", "path", "file", "txt")),
        ("v10482 10482b 10,482", ("v10482", "10482b", "10", "482")),
        ("R&D — 'quoted'", ("r", "d", "quoted")),
        ("'''", ()),
        ("\u0301\u0301", ()),
        ("", ()),
    ],
)
def test_what_is_one_word(raw: str, told: tuple[str, ...]) -> None:
    assert words(raw) == told


@pytest.mark.parametrize(
    ("raw", "pieces"),
    [
        ("RE: O\u2019Brien\u2019s will", ["RE", "O\u2019Brien\u2019s", "will"]),
        ("\u201cSea\u0301n\u201d - 10482", ["Sea\u0301n", "10482"]),
        ("株式会社ﾀﾅｶ", ["株", "式", "会", "社", "ﾀ", "ﾅ", "ｶ"]),
        ("ﾊﾟ－ﾄ", ["ﾊﾟ", "ﾄ"]),
        ("\u1112\u1161\u11ab\u1100\u116e\u11a8!", ["\u1112\u1161\u11ab", "\u1100\u116e\u11a8"]),
        ("Ｍａｒｌｏｗ　ｖ　Ｈ", ["Ｍａｒｌｏｗ", "ｖ", "Ｈ"]),
        ("Stra\u00dfe\U0001f600ok", ["Stra\u00dfe", "ok"]),
    ],
)
def test_words_remember_where_they_stood(raw: str, pieces: list[str]) -> None:
    assert [raw[token.start : token.end] for token in tokens(raw)] == pieces


@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=40))
def test_a_narrow_text_has_the_same_places(raw: str) -> None:
    assert len(narrow(raw)) == len(raw)
    assert words(narrow(raw)) == words(raw)


@given(st.text(st.sampled_from("aé\u0301Łß'\u2019s 한국ガｶﾞ田1－_-İ"), max_size=30))
def test_words_are_the_same_in_every_form_of_unicode(raw: str) -> None:
    assert words(unicodedata.normalize("NFC", raw)) == words(unicodedata.normalize("NFD", raw))


def test_words_that_come_and_go_are_left_out_but_not_all_of_them() -> None:
    assert telling(words("The Estate of Marlow and Sons")) == ("estate", "marlow", "sons")
    assert telling(words("the and of")) == ("the", "and", "of")
    assert telling(()) == ()
