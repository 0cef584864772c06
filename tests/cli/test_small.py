"""Commands that need no connection."""

from __future__ import annotations

import json
import select
import subprocess

import pytest

from tests.cli.conftest import Wisestep, schema
from tests.desktop import RealWindow, openbox, real_window, x_server
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


def test_starting_with_the_computer_is_read_back_from_the_system(wisestep: Wisestep) -> None:
    assert wisestep("autostart", "--json").value("autostart") == {"starts": False}
    assert wisestep("autostart", "on", "--json").value("autostart") == {"starts": True}
    entry = wisestep.folder / ".config" / "autostart" / "wisestep.desktop"
    assert "--hidden" in entry.read_text()
    entry.write_text(entry.read_text() + "Hidden=true\n")  # what a desktop's own settings do
    assert wisestep("autostart", "--json").value("autostart") == {"starts": False}
    assert wisestep("autostart", "on").out.strip() == "WiseStep starts when you sign in."
    assert wisestep("autostart", "off").out.strip() == "WiseStep does not start by itself."


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
    promised = "run demo sandbox settings connect disconnect status sync matters match record timeline entries send"
    for command in promised.split():
        assert command in told


@pytest.mark.display
def test_recording_a_real_desktop(wisestep: Wisestep) -> None:
    with x_server() as server, openbox(server.name), real_window(server.name, "first") as window:
        wisestep.more = {"DISPLAY": server.name}
        assert wisestep("doctor", "--json").value("doctor")["capture"] == "x11"
        with wisestep.start("record", "--json") as process:
            try:
                told = [_retitled_until_told(window, process), json.loads(_line(process))]
            finally:
                process.terminate()
            rest, errors = process.communicate(timeout=60)
    assert (process.returncode, errors) == (0, b"")
    told += [json.loads(line) for line in rest.splitlines()]
    for each in told:
        schema("record").validate(each)
    assert all(each["application"] == "Editor" for each in told)
    assert [each["end"] for each in told[:-1]] == [each["start"] for each in told[1:]]
    assert "last" in told[-1]["title"]


def _retitled_until_told(window: RealWindow, process: subprocess.Popen[bytes]) -> dict[str, object]:
    """Change the title until the recorder, which takes a moment to start, tells of a visit; then twice more."""
    assert process.stdout is not None
    for number in range(600):
        window.retitle(f"title {number}")
        if select.select([process.stdout], [], [], 0.1)[0]:
            first: dict[str, object] = json.loads(process.stdout.readline())
            window.retitle("the last but one")
            window.retitle("the last")
            return first
    raise AssertionError("nothing was recorded")


def _line(process: subprocess.Popen[bytes]) -> bytes:
    assert process.stdout is not None
    return process.stdout.readline()


def test_a_misspelt_activity_type_is_pointed_out(wisestep: Wisestep) -> None:
    assert wisestep("settings", "set", "ACTIVITY_TYPES_NON_BILLABLE", "Anything").code == 0
