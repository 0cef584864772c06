"""Everything that can go wrong on the command line: one calm sentence on stderr, and the right exit code."""

from __future__ import annotations

import json
import socket
from pathlib import Path

import pytest

from tests.adapters.store.disks import small_disk
from tests.cli.conftest import Wisestep
from tests.services.office import migrate_further

KEYED = 0o600


def test_nothing_is_running_there(wisestep: Wisestep) -> None:
    with socket.create_server(("127.0.0.1", 0)) as taken:
        port = taken.getsockname()[1]
    for name, value in (
        ("environment", "custom"),
        ("authorize_url", f"http://127.0.0.1:{port}/a"),
        ("token_url", f"http://127.0.0.1:{port}/t"),
        ("client_id", "x"),
    ):
        wisestep("settings", "set", f"connection.{name}", value)
    assert "Not connected" in wisestep("sync", "--json").sentence()
    assert "Not connected" in wisestep("send").sentence()


def test_connecting_without_settings_names_the_setting(wisestep: Wisestep) -> None:
    assert "connection.client_id" in wisestep("connect", "--no-open").sentence()


def test_without_a_keyring_it_says_so_and_writes_nothing(wisestep: Wisestep) -> None:
    wisestep.more = {"WISESTEP_KEY_FILE": ""}
    told = wisestep("status").sentence()
    assert "keyring" in told
    assert "WISESTEP_KEY_FILE" in told
    assert not (wisestep.folder / "data" / "timeline.db").exists()


@pytest.mark.parametrize(
    ("content", "mode", "says"),
    [
        ("5e" * 32, 0o644, "0644"),
        ("5e" * 32, 0o640, "0640"),
        ("5e" * 31, KEYED, "64 hexadecimal"),
        ("xy" * 32, KEYED, "64 hexadecimal"),
        ("", KEYED, "64 hexadecimal"),
        ("5e" * 33, KEYED, "64 hexadecimal"),
        ("5e" * 5_000, KEYED, "64 hexadecimal"),
        (None, KEYED, "cannot be read"),
    ],
)
def test_key_files(wisestep: Wisestep, content: str | None, mode: int, says: str) -> None:
    key = wisestep.folder / "key"
    key.unlink()
    if content is not None:
        key.write_text(content)
        key.chmod(mode)
    told = wisestep("status").sentence()
    assert says in told
    assert str(key) in told
    assert content is None or not content or content not in told


def test_a_key_file_that_is_a_folder(wisestep: Wisestep) -> None:
    (wisestep.folder / "key").unlink()
    (wisestep.folder / "key").mkdir(mode=0o700)
    assert "cannot be read" in wisestep("status").sentence()


def test_the_wrong_key_leaves_the_timeline_alone(wisestep: Wisestep) -> None:
    assert wisestep("settings", "set", "appearance.theme", "dark").code == 0
    (wisestep.folder / "key").write_text("00" * 32)
    assert "key does not open" in wisestep("status").sentence()
    (wisestep.folder / "key").write_text("5e" * 32)
    assert (
        wisestep("settings", "get", "appearance.theme", "--json").value("settings")["appearance.theme"]["value"]
        == "dark"
    )


def test_a_newer_timeline_names_its_program(wisestep: Wisestep) -> None:
    wisestep("status")
    migrate_further(wisestep.folder / "data" / "timeline.db", bytes.fromhex("5e" * 32), "7.8.9")
    assert "7.8.9" in wisestep("status").sentence()


def test_a_damaged_timeline(wisestep: Wisestep) -> None:
    wisestep("status")
    (wisestep.folder / "data" / "timeline.db").write_bytes(b"not a timeline " * 500)
    wisestep("status").sentence()


def test_a_data_directory_below_a_file(wisestep: Wisestep) -> None:
    (wisestep.folder / "file").write_text("x")
    told = wisestep("--data-dir", str(wisestep.folder / "file" / "data"), "status").sentence()
    assert str(wisestep.folder / "file" / "data") in told


def test_a_read_only_disk(wisestep: Wisestep) -> None:
    with small_disk(wisestep.folder / "disk") as disk:
        disk.read_only()
        assert "Read-only" in wisestep("--data-dir", str(disk.path), "status").sentence()


@pytest.mark.parametrize(
    ("words", "says"),
    [
        (("timeline", "--date", "tomorrow"), "tomorrow"),
        (("timeline", "--date", "2026-02-30"), "2026-02-30"),
        (("timeline", "--date", "9999-12-31"), "9999-12-31"),
        (("timeline", "--date", "0001-01-01"), "0001-01-01"),
        (("entries", "--date", ""), "date"),
        (("add", "--matter", "999999", "--date", "2026-03-16", "--seconds", "60"), "999999"),
        (("add", "--matter", "9" * 30, "--date", "2026-03-16", "--seconds", "60"), "9" * 30),
        (("add", "--matter", "1", "--date", "2026-03-16", "--seconds", "0"), "86400"),
        (("add", "--matter", "1", "--date", "2026-03-16", "--seconds", "86401"), "86400"),
        (("add", "--matter", "1", "--date", "2026-03-16", "--seconds", "6", "--activity-type", "Nap"), "Nap"),
        (("add", "--matter", "1", "--date", "soon", "--seconds", "6"), "soon"),
        (("tag", "nonsense", "1"), "nonsense"),
        (("settings", "get", "NO_SUCH"), "NO_SUCH"),
        (("settings", "set", "NO_SUCH", "1"), "NO_SUCH"),
        (("settings", "set", "ADD_SUMMARY_TO_NARRATIVE", "yes"), "ADD_SUMMARY_TO_NARRATIVE"),
        (("settings", "set", "ACTIVITY_TYPES_NON_BILLABLE", '"open'), "ACTIVITY_TYPES_NON_BILLABLE"),
        (("settings", "set", "action_sync_interval_minutes", "0"), "ACTION_SYNC_INTERVAL_MINUTES"),
        (("settings", "set", "QUICK_CODE_SYNC_INTERVAL_MINUTES", "1441"), "QUICK_CODE_SYNC_INTERVAL_MINUTES"),
        (("settings", "set", "SHOW_CLOSED_CASES", "1"), "SHOW_CLOSED_CASES"),
        (("settings", "set", "BILLABLE_TIME_ROUNDING_SEC", "6 min"), "BILLABLE_TIME_ROUNDING_SEC"),
        (("settings", "set", "connection.token_url", "http://example.test/"), "connection.token_url"),
        (("settings", "set", "privacy.excluded_titles", "*a*b*c*d*e*f*g*h*i*"), "privacy.excluded_titles"),
        (("match", "--matters", "/nowhere/matters.json", "x"), "/nowhere/matters.json"),
        (("connect", "--data-dir", "~no-such-person/data", "--no-open"), "no-such-person"),
        (("record", "--seconds", "1"), "display"),
    ],
)
def test_bad_input_is_named_in_one_sentence(wisestep: Wisestep, words: tuple[str, ...], says: str) -> None:
    assert says in wisestep(*words).sentence()


@pytest.mark.parametrize(
    "words",
    [
        ("nonsense",),
        ("settings",),
        ("settings", "get"),
        ("settings", "set", "SHOW_CLOSED_CASES"),
        ("settings", "list", "SHOW_CLOSED_CASES"),
        ("add", "--matter", "x", "--date", "2026-03-16", "--seconds", "60"),
        ("add", "--matter", "1"),
        ("record", "--seconds", "inf"),
        ("record", "--seconds", "nan"),
        ("record", "--seconds", "-1"),
        ("record", "--seconds", "1e10"),
        ("connect", "--browser", "netscape"),
        ("tag", "x"),
    ],
)
def test_wrong_usage_is_two(wisestep: Wisestep, words: tuple[str, ...]) -> None:
    said = wisestep(*words)
    assert (said.code, said.out) == (2, "")
    assert "Traceback" not in said.err
    assert said.err


@pytest.mark.parametrize(
    ("content", "says"),
    [
        ("{}", "list"),
        ("[", "cannot be read"),
        ("[" * 100_000, "cannot be read"),
        ("[1]", "Matter 1"),
        ('[{"id": 1, "name": "x"}, {"id": "2", "name": "y"}]', "Matter 2"),
        ('[{"id": 1}]', "Matter 1"),
    ],
)
def test_matter_files(wisestep: Wisestep, content: str, says: str) -> None:
    file = wisestep.folder / "matters.json"
    file.write_text(content)
    assert says in wisestep("match", "--matters", str(file), "x").sentence()


def test_a_reader_that_goes_away_is_no_disaster(wisestep: Wisestep) -> None:
    with wisestep.start("settings", "list", "--json") as process:
        assert process.stdout is not None
        assert process.stderr is not None
        process.stdout.close()
        said = process.stderr.read()
        process.wait(60)
    assert b"Traceback" not in said


def test_bytes_that_are_no_text_do_no_harm(wisestep: Wisestep) -> None:
    file = wisestep.folder / "matters.json"
    file.write_text(json.dumps([{"id": 10482, "name": "Marlow v Hartley", "clients": [{"name": "Marlow, Jane"}, 5]}]))
    odd = "half \udcff 10482"
    said = wisestep("match", "--matters", str(file), "--json", odd, "--stdin", stdin=b"\xff\xfe Marlow v Hartley\n\n")
    first, second, empty = said.values("match")
    assert (first["assigned"], second["assigned"], empty["assigned"]) == (None, 10482, None)
    assert [each["id"] for each in first["candidates"]] == [10482]  # a number by itself only suggests
    assert wisestep("match", "--matters", str(file), odd).code == 0
    assert wisestep("settings", "set", "connection.client_id", odd).code == 0
    assert wisestep("settings", "get", odd).sentence()


def test_no_command_without_a_display_says_so(wisestep: Wisestep) -> None:
    wisestep.more = {"WISESTEP_DATA_DIR": str(Path("/proc/nowhere"))}
    wisestep("status").sentence()
