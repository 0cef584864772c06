"""The command line speaks the person's language, without loading Qt; its JSON speaks none."""

from __future__ import annotations

import subprocess
import sys

from tests.cli.conftest import ROOT, Wisestep

GERMAN = {"LANG": "de_DE.UTF-8", "PYTHONUTF8": "1"}


def test_help_follows_the_system(wisestep: Wisestep) -> None:
    assert "Private time capture" in wisestep("--help").out
    wisestep.more = GERMAN
    assert "Vertrauliche Zeiterfassung" in wisestep("--help").out


def test_what_was_chosen_comes_before_the_system(wisestep: Wisestep) -> None:
    assert wisestep("settings", "set", "appearance.language", "de").code == 0
    assert wisestep("draft").out == "0 Entwürfe wurden angelegt.\n"
    wisestep.more = GERMAN
    assert wisestep("settings", "set", "appearance.language", "en").code == 0
    assert wisestep("draft").out == "0 drafts made.\n"
    assert wisestep("settings", "set", "appearance.language", "").code == 0
    assert wisestep("draft").out == "0 Entwürfe wurden angelegt.\n"


def test_failures_are_told_in_the_language_too(wisestep: Wisestep) -> None:
    wisestep.more = GERMAN
    assert wisestep("timeline", "--date", "gestern").sentence() == (
        "„gestern“ ist kein Datum. Schreiben Sie es als 2026-03-16."
    )


def test_a_bad_language_is_refused_and_pseudo_is_not_offered(wisestep: Wisestep) -> None:
    told = wisestep("settings", "set", "appearance.language", "klingon").sentence()
    assert "system, en, de" in told
    assert "pseudo" not in told
    assert wisestep("settings", "set", "appearance.language", "pseudo").code == 0
    assert wisestep("draft").out.startswith("[!!! ")


def test_json_is_the_same_in_every_language(wisestep: Wisestep) -> None:
    wisestep.more = GERMAN
    german = wisestep("timeline", "--date", "2026-03-16", "--json").value("timeline")
    wisestep.more = {}
    assert wisestep("timeline", "--date", "2026-03-16", "--json").value("timeline") == german


def test_qt_is_not_loaded_for_a_language() -> None:
    code = (
        "import sys; from wisestep_desktop.shell.words import speak, tr; speak('de'); print(tr('Matter'), *sys.modules)"
    )
    done = subprocess.run([sys.executable, "-c", code], cwd=ROOT, capture_output=True, text=True, check=True)
    said, *modules = done.stdout.split()
    assert said == "Akte"
    assert not [each for each in modules if each.startswith("PySide6")]
