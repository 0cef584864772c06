"""Commands that need no connection."""

from __future__ import annotations

import pytest

from tests.cli.conftest import Wisestep
from wisestep_desktop import __version__
from wisestep_desktop.core.settings import SETTINGS


def test_all_settings_with_their_defaults(wisestep: Wisestep) -> None:
    told = wisestep("settings", "list", "--json").value("settings")
    assert list(told) == [known.name for known in SETTINGS]
    assert {each["source"] for each in told.values()} == {"default"}
    assert told["ACTION_SYNC_INTERVAL_MINUTES"]["value"] == 15
    assert told["ACTIVITY_TYPES_NON_BILLABLE"]["value"] == []


def test_setting_and_blanking(wisestep: Wisestep) -> None:
    set_to = wisestep("settings", "set", "show_closed_cases", " true ", "--json").value("settings")
    assert set_to == {"SHOW_CLOSED_CASES": {"value": True, "default": False, "source": "mine"}}
    wisestep("settings", "set", "SHOW_CLOSED_CASES", "")
    assert (
        wisestep("settings", "get", "SHOW_CLOSED_CASES", "--json").value("settings")["SHOW_CLOSED_CASES"]["source"]
        == "default"
    )
    assert wisestep("settings", "set", "connection.client_secret", "hunter2").code == 0
    assert "hunter2" not in wisestep("settings", "list", "--json").out + wisestep("settings", "list").out


def test_doctor_names_the_key_file_in_capitals(wisestep: Wisestep) -> None:
    told = wisestep("doctor", "--json").value("doctor")
    assert "KEY FILE" in told["key"]
    assert told["zone"] == "Australia/Sydney"
    assert told["capture"] is None
    assert "display" in told["capture_reason"]
    assert "KEY FILE" in wisestep("doctor").out


@pytest.mark.parametrize(
    "words", [("timeline",), ("entries",), ("outbox",), ("matters",), ("activity-types",), ("status",)]
)
def test_an_empty_timeline_is_no_failure(wisestep: Wisestep, words: tuple[str, ...]) -> None:
    wisestep(*words, "--json").value(words[0])
    plain = wisestep(*words)
    assert plain.code == 0
    assert plain.out.strip()


def test_the_data_directory_may_be_named_before_or_after(wisestep: Wisestep) -> None:
    wisestep.more = {"WISESTEP_DATA_DIR": ""}
    for folder in ("one", "two"):
        named = ("--data-dir", str(wisestep.folder / folder))
        words = (*named, "status") if folder == "one" else ("status", *named)
        assert wisestep(*words).code == 0
        assert (wisestep.folder / folder / "timeline.db").exists()


def test_version_and_help(wisestep: Wisestep) -> None:
    assert wisestep("--version").out.strip() == f"wisestep {__version__}"
    told = wisestep("--help").out
    for command in (
        "run",
        "demo",
        "sandbox",
        "settings",
        "connect",
        "disconnect",
        "status",
        "sync",
        "matters",
        "match",
    ):
        assert command in told
    assert COMMAND


def test_a_misspelt_activity_type_is_pointed_out(wisestep: Wisestep) -> None:
    assert wisestep("settings", "set", "ACTIVITY_TYPES_NON_BILLABLE", "Anything").code == 0
