"""Every text in every language: complete, with the same names to fill in, and with room where a button is meant."""

from __future__ import annotations

import ast
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

import pytest

from tests.shell.whole_day import dressed
from wisestep_desktop.adapters.system.languages import from_environment
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.shell import gap_words, words
from wisestep_desktop.shell.pseudo import pseudo
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.words import N_, language, languages, spoken_here, tr, trn

ROOT = Path(__file__).parents[2]
PACKAGE = ROOT / "wisestep_desktop"
FILES = sorted((ROOT / "resources" / "translations").glob("*.ts"))
NAMES = re.compile(r"\{[^{}]*\}")
NUMBER = {"{count}"}
"""The form for one may say it or not, whatever the English does."""
LONG_ON_PURPOSE: set[str] = set()
"""Buttons that may be longer than 1.6 times the English plus 12, for want of a shorter word."""

each_file = pytest.mark.parametrize("file", FILES, ids=lambda file: file.stem)


@dataclass(frozen=True)
class Pair:
    """What is said in English, and what is said for it."""

    source: str
    said: str
    state: str
    counted: bool = False


def pairs(file: Path) -> Iterator[Pair]:
    """Return every form of every text that is in use."""
    for message in ET.parse(file).getroot().iter("message"):
        said = message.find("translation")
        assert said is not None
        state = said.get("type", "")
        if state == "vanished":
            continue
        if message.get("numerus") == "yes":
            one, many = message.findtext("comment") or "", message.findtext("source") or ""
            forms = [form.text or "" for form in said.iter("numerusform")]
            for number, form in enumerate(forms):
                yield Pair(many if number else one, form, state, counted=True)
        else:
            yield Pair(message.findtext("source") or "", said.text or "", state)


def on_buttons() -> set[str]:
    """Return every text that is written on a button in the code."""
    return {
        text.value
        for module in PACKAGE.rglob("*.py")
        for node in ast.walk(ast.parse(module.read_text("utf-8")))
        if isinstance(node, ast.Call) and isinstance(node.func, ast.Name) and node.func.id == "button" and node.args
        for call in [node.args[0]]
        if isinstance(call, ast.Call) and isinstance(call.func, ast.Name) and call.func.id in ("tr", "N_")
        for text in call.args[:1]
        if isinstance(text, ast.Constant) and isinstance(text.value, str)
    }


def test_files_and_catalogues_are_what_the_code_says() -> None:
    done = subprocess.run(
        [sys.executable, "scripts/translations", "--check"], cwd=ROOT, capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stdout + done.stderr + "\nRun scripts/translations."


def test_there_is_a_second_language() -> None:
    assert languages() == ("en", "de")
    assert len(list(pairs(FILES[0]))) > 1_000


@each_file
def test_everything_is_said(file: Path) -> None:
    assert [each.source for each in pairs(file) if each.state or not each.said.strip()] == []


@each_file
def test_names_to_fill_in_are_the_same(file: Path) -> None:
    wrong = [
        (each.source, each.said)
        for each in pairs(file)
        if set(NAMES.findall(each.source)) - NUMBER != set(NAMES.findall(each.said)) - NUMBER
        or ("{count}" in each.said and "{count}" not in each.source and not each.counted)
    ]
    assert wrong == []


@each_file
def test_every_number_has_as_many_forms_as_the_language(file: Path) -> None:
    counts = {
        len(list(message.iter("numerusform")))
        for message in ET.parse(file).getroot().iter("message")
        if message.get("numerus") == "yes"
    }
    assert counts == {2}


@each_file
def test_spaces_are_as_in_english(file: Path) -> None:
    for each in pairs(file):
        assert ("  " in each.said) == ("  " in each.source), each
        assert (each.said[:1].isspace(), each.said[-1:].isspace()) == (
            each.source[:1].isspace(), each.source[-1:].isspace(),
        ), each  # fmt: skip


@each_file
def test_what_stands_on_buttons_has_room(file: Path) -> None:
    buttons = on_buttons()
    assert len(buttons) > 30
    long = {
        each.source: each.said
        for each in pairs(file)
        if each.source in buttons - LONG_ON_PURPOSE and len(each.said) > len(each.source) * 1.6 + 12
    }
    assert long == {}


@pytest.mark.parametrize("spoken", ["en", "de", "pseudo"])
@pytest.mark.parametrize("possible", [False, True])
def test_each_answer_to_an_absence_has_a_key_of_its_own(theme: Theme, spoken: str, *, possible: bool) -> None:
    with dressed(theme, spoken):
        keys = [each.key for each in gap_words.answers(possible=possible)]
        assert all(len(key) == 1 and key.isalpha() for key in keys)
        assert len(set(keys)) == len(keys)


def test_a_counted_text_takes_the_form_of_its_number(theme: Theme) -> None:
    with dressed(theme, "de"):
        assert [trn("{count} row", "{count} rows", count) for count in (0, 1, 2)] == ["0 Zeilen", "1 Zeile", "2 Zeilen"]
        assert tr("Matter") == "Akte"
        assert tr("") == ""
        assert tr("never said anywhere") == "never said anywhere"


def test_pseudo_keeps_names_and_keys_and_is_two_fifths_longer() -> None:
    said = pseudo("{count} rows of this {matter:>4} are here")
    assert said.startswith("[!!! {count} ŕ")
    assert said.endswith(" !!!]")
    assert NAMES.findall(said) == ["{count}", "{matter:>4}"]
    text = "A sentence that is long enough to tell"
    assert len(pseudo(text)) == pytest.approx(len(text) * 1.4, abs=2)
    assert "&h" in pseudo("&hearing")
    assert pseudo(pseudo("Send")) == pseudo("Send")
    assert N_("Send") == "Send"


@pytest.mark.parametrize(
    ("told", "language"),
    [
        ({"LANG": "de_AT.UTF-8"}, "de"),
        ({"LANG": "fr_FR.UTF-8"}, "en"),
        ({"LANG": "fr_FR.UTF-8", "LANGUAGE": "fr:de:en"}, "de"),
        ({"LANG": "de_DE.UTF-8", "LC_ALL": "C"}, "en"),
        ({"LANG": "de_DE.UTF-8", "LC_MESSAGES": "en_GB.UTF-8"}, "en"),
        ({"LANG": "C", "LANGUAGE": "de"}, "en"),
        ({"LANG": "C.UTF-8"}, "en"),
        ({"LC_ALL": "de_DE@euro", "LANG": "en_US.UTF-8"}, "de"),
        ({}, "en"),
    ],
)
def test_the_system_says_which_language(told: dict[str, str], language: str) -> None:
    assert spoken_here("system", from_environment(told)) == language


def test_a_choice_comes_before_the_system_and_pseudo_is_one() -> None:
    assert spoken_here("de", ("en_GB",)) == "de"
    assert spoken_here("system", ("de-AT", "en")) == "de"
    for choice in ("system", "en", "de", "pseudo"):
        assert Settings({"appearance.language": choice}).text("appearance.language") == choice
    assert Settings({"appearance.language": "klingon"}).text("appearance.language") == "system"


def test_a_language_without_a_catalogue_is_said_in_english() -> None:
    try:
        words.speak("fr")
        assert (tr("Send"), language()) == ("Send", "fr")
    finally:
        words.speak("en")
