"""What a person excluded is never kept, however it is written; everything else is."""

from __future__ import annotations

import unicodedata
from fnmatch import fnmatchcase

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.core.errors import BadSetting
from wisestep_desktop.core.observation import LONGEST_TITLE, PRIVATE, Window
from wisestep_desktop.core.redaction import Privacy, exclusions, folded, redact


def excluding(applications: tuple[str, ...], titles: tuple[str, ...]) -> Privacy:
    return Privacy(exclusions(applications, titles))


@pytest.mark.parametrize(
    ("pattern", "title", "private"),
    [
        ("health", "My Health Record - Browser", True),
        ("health", "Heal thy self", False),
        ("*bank*", "Hartley BANK Online", True),
        ("bank*", "Hartley Bank", False),
        ("*bank", "Hartley Bank", True),
        ("b?nk", "Bonk", True),
        ("b?nk", "My bank", False),
        ("[Confidential]", "Marlow lease", False),  # brackets are brackets, not a choice of letters
        ("[Confidential]", "Re: [confidential] Marlow", True),
        ("a.c", "abc", False),
        ("(x|y)+", "x", False),
        ("(x|y)+", "is (X|Y)+ here", True),
        ("straße", "STRASSE 5", True),
        ("STRASSE", "Straße 5", True),
        ("café", unicodedata.normalize("NFD", "Café de Flore"), True),
        (unicodedata.normalize("NFD", "café"), "CAFÉ", True),
        ("two words", "two\nwords", True),
        ("\ufb01le", "my file", True),
    ],
)
def test_patterns(pattern: str, title: str, private: bool) -> None:
    window = Window("Browser", title)
    assert (redact(window, excluding((), (pattern,))) == PRIVATE) is private


@pytest.mark.parametrize(
    ("excluded", "application", "private"),
    [
        ("KeePass", "keepass.exe", True),
        ("keepass.EXE", "KeePass", True),
        (" Signal ", "signal", True),
        ("Sign", "Signal", False),
        ("", "", False),
        ("   ", "Word", False),
    ],
)
def test_applications(excluded: str, application: str, private: bool) -> None:
    assert (redact(Window(application, "t"), excluding((excluded,), ())) == PRIVATE) is private


def test_a_window_that_is_private_already_stays_so() -> None:
    assert redact(Window("Word", "secret", private=True), excluding((), ())) == PRIVATE


def test_of_a_private_window_nothing_is_left() -> None:
    kept = redact(Window("Bank", "1,000 in the account", "/home/me/bank.pdf"), excluding(("bank",), ()))
    assert (kept.application, kept.title, kept.document, kept.private) == ("", "", None, True)


def test_the_word_at_the_end_of_a_very_long_title_counts() -> None:
    long = Window("Browser", "x" * 10_000 + " divorce")
    assert redact(long, excluding((), ("divorce",))) == PRIVATE
    kept = redact(long, excluding((), ("marriage",)))
    assert len(kept.title) == LONGEST_TITLE


words = st.text(
    st.characters(categories=("L", "N"), exclude_characters="\u0131"),  # a dotless i, whose capital is another letter's
    min_size=1,
    max_size=12,
)
around = st.text(st.characters(codec="utf-8", exclude_characters="*?"), max_size=30)


@given(words, around, around)
def test_an_excluded_word_hides_every_title_that_contains_it(word: str, before: str, after: str) -> None:
    excluded = excluding((), (word,))
    for title in (f"{before} {word} {after}", f"{before} {word.upper()} {after}", f"{before} {word.lower()} {after}"):
        assert redact(Window("Browser", title), excluded) == PRIVATE


@given(st.lists(st.text("ab*?[]!-. ", max_size=10), max_size=4), st.text("abAB []!-.", max_size=30))
def test_redacting_twice_is_redacting_once(patterns: list[str], title: str) -> None:
    excluded = excluding((), tuple(patterns))
    kept = redact(Window("App", title, title), excluded)
    assert redact(kept, excluded) == kept


@given(st.text("abß*?[]!-. ", min_size=1, max_size=10).filter(str.strip), st.text("abAßB []!-.", max_size=30))
def test_a_pattern_fits_what_the_shell_would_say_it_fits(pattern: str, title: str) -> None:
    wild = pattern.strip() if set(pattern) & set("*?") else f"*{pattern.strip()}*"
    fits = fnmatchcase(folded(title), folded(wild).replace("[", "[[]"))
    hidden = redact(Window("Browser", title), excluding((), (pattern,))) == PRIVATE
    assert hidden is (fits and bool(title))


def test_a_pattern_with_many_stars_is_refused_by_the_name_of_its_setting() -> None:
    with pytest.raises(BadSetting, match="too_many_wildcards") as refused:
        exclusions((), ("a*b*c*d*e*f*g*h*i*j",))
    assert refused.value.name == "privacy.excluded_titles"


def test_eight_stars_against_a_hostile_title_come_to_an_end() -> None:
    assert redact(Window("B", "a" * 16_000), excluding((), ("*a*a*a*a*a*a*a*b",))) != PRIVATE
