"""Policies keep their promises wherever they come from: a registry, managed preferences, files, or somebody's word."""

from __future__ import annotations

import os
import plistlib
import sys
import uuid
from collections.abc import Callable, Iterator, Mapping
from pathlib import Path
from typing import Protocol

import pytest

from tests.fakes.policy import DictatedPolicy
from wisestep_desktop.adapters.system.policy_file import FilePolicy
from wisestep_desktop.adapters.system.policy_mac import FILE, ManagedPreferences
from wisestep_desktop.core.policy import MOST_BYTES, Policy
from wisestep_desktop.ports.policy import PolicySource

ROUNDING, FREE, SUMMARY = "BILLABLE_TIME_ROUNDING_SEC", "ACTIVITY_TYPES_NON_BILLABLE", "ADD_SUMMARY_TO_NARRATIVE"
ME = os.getuid() if sys.platform != "win32" else 0
CELSIUS = "Büro"

if sys.platform == "win32":
    import winreg

    from wisestep_desktop.adapters.system.policy_windows import RegistryPolicy

    KINDS = ["registry", "dictated", "files", "preferences"]
else:
    KINDS = ["dictated", "files", "preferences"]


class Place(Protocol):
    """Where a policy is put: for everybody weakly, and strongly, whichever that is on the system."""

    def put(self, weak: Mapping[str, object], strong: Mapping[str, object] | None = None) -> None: ...

    def source(self) -> PolicySource: ...


class Dictated:
    def __init__(self, _folder: Path) -> None:
        self.policy = DictatedPolicy()

    def put(self, weak: Mapping[str, object], strong: Mapping[str, object] | None = None) -> None:
        self.policy.places = {"weak": weak, "strong": strong or {}}

    def source(self) -> PolicySource:
        return self.policy


class Files:
    """Everything is a text there; lists have commas."""

    def __init__(self, folder: Path) -> None:
        self.folder = folder / "policy.d"
        self.folder.mkdir(mode=0o755)

    def put(self, weak: Mapping[str, object], strong: Mapping[str, object] | None = None) -> None:
        for name, values in (("10-weak.conf", weak), ("90-strong.conf", strong or {})):
            lines = [f"{key} = {_line(value)}" for key, value in values.items()]
            self.write(name, "\r\n".join(("# by hand", "", *lines)).encode())

    def write(self, name: str, content: bytes, mode: int = 0o644) -> Path:
        file = self.folder / name
        file.write_bytes(content)
        file.chmod(mode)
        return file

    def source(self) -> PolicySource:
        return FilePolicy(self.folder, ME)


def _line(value: object) -> str:
    match value:
        case bool():
            return str(value)
        case list():
            return ", ".join(f'"{each}"' if "," in str(each) else str(each) for each in value)
        case _:
            return str(value)


class Preferences:
    def __init__(self, folder: Path) -> None:
        self.folder = folder / "Managed Preferences"
        (self.folder / "terry").mkdir(parents=True, mode=0o755)

    def put(self, weak: Mapping[str, object], strong: Mapping[str, object] | None = None) -> None:
        for file, values in ((self.folder / FILE, weak), (self.folder / "terry" / FILE, strong or {})):
            file.write_bytes(plistlib.dumps(dict(values), fmt=plistlib.FMT_BINARY))
            file.chmod(0o644)

    def source(self) -> PolicySource:
        return ManagedPreferences("terry", self.folder, ME)


MAKERS: dict[str, Callable[[Path], Place]] = {"dictated": Dictated, "files": Files, "preferences": Preferences}

if sys.platform == "win32":

    class Registry:
        def __init__(self, _folder: Path) -> None:
            self.key = rf"Software\Policies\WiseStepTest{uuid.uuid4().hex}"

        def put(self, weak: Mapping[str, object], strong: Mapping[str, object] | None = None) -> None:
            for hive, values in ((winreg.HKEY_CURRENT_USER, weak), (winreg.HKEY_LOCAL_MACHINE, strong or {})):
                with winreg.CreateKey(hive, self.key) as opened:
                    for name, value in values.items():
                        winreg.SetValueEx(opened, name, 0, *_registry(value))

        def source(self) -> PolicySource:
            return RegistryPolicy(self.key)

        def close(self) -> None:
            for hive in (winreg.HKEY_CURRENT_USER, winreg.HKEY_LOCAL_MACHINE):
                try:
                    winreg.DeleteKey(hive, self.key)
                except FileNotFoundError:
                    continue

    def _registry(value: object) -> tuple[int, object]:
        match value:
            case bool():
                return winreg.REG_DWORD, int(value)
            case int():
                return winreg.REG_DWORD, value
            case list():
                return winreg.REG_MULTI_SZ, value
            case bytes():
                return winreg.REG_BINARY, value
            case _:
                return winreg.REG_SZ, str(value)

    MAKERS["registry"] = Registry


@pytest.fixture(params=KINDS)
def place(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Place]:
    made = MAKERS[request.param](tmp_path)
    yield made
    if hasattr(made, "close"):
        made.close()


def read(place: Place, weak: Mapping[str, object], strong: Mapping[str, object] | None = None) -> Policy:
    place.put(weak, strong)
    return place.source().read()


def codes(policy: Policy) -> list[str]:
    return sorted(each.code for each in policy.complaints)


def test_where_nobody_decided_anything_there_is_nothing(place: Place) -> None:
    assert place.source().read() == Policy()
    assert read(place, {}) == Policy()


def test_settings_of_every_kind_are_read(place: Place) -> None:
    told = read(
        place,
        {
            "billable_time_rounding_sec": 360,
            SUMMARY: True,
            "SHOW_CLOSED_CASES": "false",
            FREE: ["Travel, local", CELSIUS],
            "connection.environment": "Staging",
            "review.goal_hours": "7.5",
            "appearance.theme": "dark",
        },
    )
    assert told.complaints == ()
    assert {name: text.casefold() for name, text in told.texts.items()} == {
        ROUNDING: "360",
        SUMMARY: "true",
        "SHOW_CLOSED_CASES": "false",
        FREE: f'"travel, local", {CELSIUS.casefold()}',
        "connection.environment": "staging",
        "review.goal_hours": "7.5",
        "appearance.theme": "dark",
    }
    assert len(told.places) == 1


def test_the_stronger_place_goes_before_the_weaker(place: Place) -> None:
    told = read(place, {ROUNDING: 36, SUMMARY: "TRUE"}, {ROUNDING.lower(): 360})
    assert dict(told.texts) == {ROUNDING: "360", SUMMARY: "TRUE"}
    assert len(told.places) == 2


def test_what_is_wrong_is_skipped_and_named_and_the_rest_holds(place: Place) -> None:
    told = read(
        place,
        {
            "NO_SUCH": "1",
            "privacy.consent": "2026-01-01",
            "SHOW_CLOSED_CASES": "perhaps",
            "ACTION_SYNC_INTERVAL_MINUTES": 0,
            ROUNDING: 360,
        },
    )
    assert dict(told.texts) == {ROUNDING: "360"}
    assert codes(told) == ["policy.personal", "policy.unknown", "setting.from_1_to_1440", "setting.true_or_false"]
    named = {str(each.params["name"]) for each in told.complaints}
    assert named == {"NO_SUCH", "privacy.consent", "SHOW_CLOSED_CASES", "ACTION_SYNC_INTERVAL_MINUTES"}
    assert all(each.params["place"] for each in told.complaints)


def test_the_team_is_told_apart(place: Place) -> None:
    told = read(place, {"team.place": "https://firm.example/wisestep.json", "Team.Fingerprint": " ab12 cd34 "})
    assert (told.texts, told.team_place, told.team_fingerprint) == (
        {}, "https://firm.example/wisestep.json", "ab12 cd34",
    )  # fmt: skip
    for wrong in ("http://firm.example/", "somewhere", "https://", "https://a:b@firm.example/"):
        told = read(place, {"team.place": wrong})
        assert (told.team_place, codes(told)) == (None, ["policy.no_place"])
    for right in (r"\\server\share\wisestep", "/mnt/firm", "S:\\WiseStep"):
        assert read(place, {"team.place": right}).team_place == right


def test_a_blank_text_decides_nothing(place: Place) -> None:
    assert read(place, {ROUNDING: "", "team.place": " "}).texts == {}


# What only some places can hold --------------------------------------------------------------------------------------


@pytest.fixture
def files(tmp_path: Path) -> Files:
    return Files(tmp_path)


@pytest.fixture
def preferences(tmp_path: Path) -> Preferences:
    return Preferences(tmp_path)


@pytest.mark.parametrize(
    ("name", "value", "kind"),
    [
        (ROUNDING, ["360"], "list"),
        (ROUNDING, True, "boolean"),
        (SUMMARY, 2, "number"),
        (SUMMARY, {"a": 1}, "other"),
        (FREE, 5, "number"),
        (FREE, ["a", 5], "list"),
        ("connection.client_id", 5, "number"),
        ("team.place", 5, "number"),
        ("team.fingerprint", b"ab", "other"),
    ],
)
def test_a_wrong_type_is_named(preferences: Preferences, name: str, value: object, kind: str) -> None:
    told = read(preferences, {name: value, "SHOW_CLOSED_CASES": 1})
    assert dict(told.texts) == {"SHOW_CLOSED_CASES": "TRUE"}
    [complaint] = told.complaints
    assert (complaint.code, complaint.params["name"], complaint.params["kind"]) == ("policy.wrong_type", name, kind)


def test_a_number_with_decimals_is_one(preferences: Preferences) -> None:
    assert dict(read(preferences, {"review.goal_hours": 7.5}).texts) == {"review.goal_hours": "7.5"}


@pytest.mark.parametrize(
    "content", [b"", b"bplist00 nonsense", b"<plist><array/></plist>", b"\x00", b"<plist><dict><key>"]
)
def test_broken_preferences_are_no_policy(preferences: Preferences, content: bytes) -> None:
    preferences.put({ROUNDING: 360})
    (preferences.folder / "terry" / FILE).write_bytes(content)
    told = preferences.source().read()
    assert (dict(told.texts), codes(told)) == ({ROUNDING: "360"}, ["policy.no_plist"])


@pytest.mark.parametrize("user", ["", "..", ".", "a/b"])
def test_a_name_that_is_none_leads_nowhere(preferences: Preferences, user: str) -> None:
    preferences.put({ROUNDING: 36}, {ROUNDING: 360})
    assert dict(ManagedPreferences(user, preferences.folder, ME).read().texts) == {ROUNDING: "36"}


def test_lines_that_are_none_are_named_by_number(files: Files) -> None:
    files.write("a.conf", f"\ufeff{ROUNDING}=360\nnonsense\n=5\n{ROUNDING.lower()}=36\n".encode())
    files.write("b.conf.bak", f"{ROUNDING}=900".encode())
    files.write("c.conf", b"\xff\xfe\x00")
    told = files.source().read()
    assert dict(told.texts) == {ROUNDING: "360"}
    assert codes(told) == ["policy.no_equals", "policy.no_equals", "policy.no_text", "policy.twice"]
    assert sorted(int(each.params["line"]) for each in told.complaints if "line" in each.params) == [2, 3, 4]


def test_a_secret_is_not_repeated(files: Files) -> None:
    files.write("a.conf", b"connection.client_secret=hunter2\nconnection.relay_url=http://elsewhere.example\n")
    told = files.source().read()
    assert told.texts["connection.client_secret"] == "hunter2"
    assert codes(told) == ["setting.https"]


def test_a_huge_file_is_no_policy(files: Files) -> None:
    files.write("a.conf", b"#" * (MOST_BYTES + 1))
    files.write("b.conf", f"{ROUNDING}=360".encode())
    told = files.source().read()
    assert (dict(told.texts), codes(told)) == ({ROUNDING: "360"}, ["policy.too_large"])


if sys.platform != "win32":

    @pytest.mark.parametrize("mode", [0o664, 0o646, 0o666])
    def test_a_file_that_others_may_write_to_is_not_believed(files: Files, mode: int) -> None:
        files.write("a.conf", f"{ROUNDING}=360".encode(), mode)
        files.write("b.conf", b"SHOW_CLOSED_CASES=TRUE")
        told = files.source().read()
        assert dict(told.texts) == {"SHOW_CLOSED_CASES": "TRUE"}
        [complaint] = told.complaints
        assert (complaint.code, complaint.params["mode"]) == ("policy.unsafe", f"{mode:04o}")

    @pytest.mark.parametrize("above", [False, True])
    def test_nor_is_anything_in_a_folder_that_others_may_write_to(files: Files, above: bool) -> None:
        files.write("a.conf", f"{ROUNDING}=360".encode())
        (files.folder.parent if above else files.folder).chmod(0o777)
        told = files.source().read()
        assert (dict(told.texts), codes(told)) == ({}, ["policy.unsafe"])

    def test_nor_is_a_file_of_somebody_else(files: Files, preferences: Preferences) -> None:
        files.write("a.conf", f"{ROUNDING}=360".encode())
        assert codes(FilePolicy(files.folder, ME + 1).read()) == ["policy.unsafe"]
        preferences.put({ROUNDING: 360})
        told = ManagedPreferences("terry", preferences.folder, ME + 1).read()
        assert (dict(told.texts), codes(told)) == ({}, ["policy.unsafe"] * 2)

    def test_nor_is_a_link_or_a_pipe(files: Files, tmp_path: Path) -> None:
        real = tmp_path / "elsewhere"
        real.write_text(f"{ROUNDING}=360")
        (files.folder / "a.conf").symlink_to(real)
        os.mkfifo(files.folder / "b.conf")
        (files.folder / "c.conf").mkdir()
        told = files.source().read()
        assert (dict(told.texts), codes(told)) == ({}, ["policy.unreadable"] * 3)

    def test_a_folder_that_is_a_link_is_not_followed(files: Files, tmp_path: Path) -> None:
        files.write("a.conf", f"{ROUNDING}=360".encode())
        other = tmp_path / "link.d"
        other.symlink_to(files.folder)
        assert codes(FilePolicy(other, ME).read()) == ["policy.unsafe"]


if sys.platform == "win32":

    def test_a_type_of_value_that_no_setting_has_is_named() -> None:
        place = Registry(Path())
        try:
            place.put({ROUNDING: 36, SUMMARY: b"\x01"}, {"": "the key's own", ROUNDING: 360})
            told = place.source().read()
            assert dict(told.texts) == {ROUNDING: "360"}
            [complaint] = told.complaints
            assert (complaint.code, complaint.params["name"]) == ("policy.wrong_type", SUMMARY)
            assert str(complaint.params["place"]).startswith("HKCU\\Software\\Policies\\")
        finally:
            place.close()
