"""Every setting has words, every choice a name, and every value can be said."""

from __future__ import annotations

from decimal import Decimal

import pytest

from wisestep_desktop.core.layers import Source
from wisestep_desktop.core.setting_values import Choice, Decimals, Whole
from wisestep_desktop.core.settings import SETTINGS, Setting, setting
from wisestep_desktop.shell.setting_sentences import CHOICES, WORDS
from wisestep_desktop.shell.setting_words import choice_word, source_word, told, value_words

each_setting = pytest.mark.parametrize("known", SETTINGS, ids=lambda known: known.name)


@each_setting
def test_it_has_a_name_and_says_what_it_does(known: Setting) -> None:
    said = told(known)
    assert known.name in WORDS
    assert said.label
    assert said.label != known.name
    assert not said.label.endswith(".")
    assert said.about.endswith(".")
    assert len(said.about) < 130


@each_setting
def test_its_choices_have_names(known: Setting) -> None:
    if isinstance(known.read, Choice):
        for word in known.read.words:
            assert (known.name, word) in CHOICES or ("", word) in CHOICES
            assert choice_word(known, word) != word


@each_setting
def test_its_default_can_be_said(known: Setting) -> None:
    assert value_words(known, known.default)


def test_nothing_is_said_of_what_there_is_not() -> None:
    assert {known.name for known in SETTINGS} == set(WORDS)
    assert len({words.label for words in WORDS.values()}) == len(WORDS)
    for name, _ in CHOICES:
        assert not name or setting(name)


def test_values_are_said_in_words() -> None:
    assert value_words(setting("retention.days"), 90) == "90 days"
    assert value_words(setting("review.goal_hours"), Decimal("7.5")) == "7.5 hours"
    assert value_words(setting("retention.legal_hold"), value=True) == "on"
    assert value_words(setting("privacy.excluded_titles"), ("a", "b")) == "a, b"
    assert value_words(setting("privacy.excluded_titles"), ()) == "none"
    assert value_words(setting("connection.client_secret"), None) == "none"
    assert value_words(setting("connection.browser"), "system") == "My own browser"
    assert value_words(setting("appearance.theme"), "system") == "As the system"
    assert value_words(setting("review.remind_at"), "17:00") == "17:00"
    assert [source_word(each) for each in Source] == [
        "Default",
        "Set by you",
        "Set by your team",
        "Set by your administrator",
    ]


def test_numbers_that_count_something_say_what() -> None:
    for known in SETTINGS:
        if isinstance(known.read, Whole | Decimals) and known.name != "export.rate":
            assert told(known).unit
