"""Starting with the computer keeps its promises on each system: in a registry on Windows, in a file elsewhere."""

from __future__ import annotations

import contextlib
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path

import pytest

from wisestep_desktop.adapters.system.autostart_launchd import LABEL, LaunchdAutostart
from wisestep_desktop.adapters.system.autostart_xdg import FILE, XdgAutostart
from wisestep_desktop.core.errors import AutostartFailed, AutostartForEverybody
from wisestep_desktop.ports.autostart import Autostart

COMMAND = ("/opt/Wise Step/wisestep", "--hidden", 'a "quoted" $word', "100 %")

if sys.platform == "win32":
    import winreg

    from wisestep_desktop.adapters.system.autostart_windows import APPROVED, RUN, RegistryAutostart

    KINDS = ["registry", "xdg", "launchd"]
else:
    KINDS = ["xdg", "launchd"]


@pytest.fixture(params=KINDS)
def autostart(request: pytest.FixtureRequest, tmp_path: Path) -> Iterator[Autostart]:
    made: Autostart
    if sys.platform == "win32" and request.param == "registry":
        made = RegistryAutostart(f"WiseStepTest{uuid.uuid4().hex}")
        yield made
        made.disable()
    else:
        yield XdgAutostart(tmp_path / "new") if request.param == "xdg" else LaunchdAutostart(tmp_path / "new")


def test_at_first_it_is_off_and_taking_it_back_is_fine(autostart: Autostart) -> None:
    assert autostart.state() is False
    autostart.disable()
    assert autostart.state() is False


def test_it_goes_on_and_off(autostart: Autostart) -> None:
    autostart.enable(COMMAND)
    assert autostart.state() is True
    autostart.enable(("/elsewhere/wisestep",))
    assert autostart.state() is True
    autostart.disable()
    assert autostart.state() is False


@pytest.mark.parametrize("kind", [XdgAutostart, LaunchdAutostart])
def test_a_folder_that_cannot_be_is_named_and_nothing_is_left_behind(
    kind: type[XdgAutostart | LaunchdAutostart], tmp_path: Path
) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(AutostartFailed) as refused:
        kind(tmp_path / "file" / "folder").enable(COMMAND)
    assert refused.value.code == "autostart.refused"
    assert str(tmp_path) in str(refused.value.params["place"])
    assert refused.value.params["reason"]
    assert [each.name for each in tmp_path.iterdir()] == ["file"]


def test_a_desktop_reads_the_command_as_it_was_meant(tmp_path: Path) -> None:
    XdgAutostart(tmp_path).enable(COMMAND)
    lines = (tmp_path / FILE).read_text("utf-8").splitlines()
    assert lines[0] == "[Desktop Entry]"
    assert r'Exec="/opt/Wise Step/wisestep" "--hidden" "a \\"quoted\\" \\$word" "100 %%"' in lines
    assert "Type=Application" in lines


@pytest.mark.parametrize(
    ("content", "on"),
    [
        (b"[Desktop Entry]\nExec=wisestep\n", True),
        (b"# by hand\n[Desktop Entry]\nExec=wisestep\nHidden=false\nName[de]=Zeit % 100\n", True),
        (b"[Desktop Entry]\nExec=wisestep\nHidden=true\n", False),
        (b"[Desktop Entry]\nExec=wisestep\nX-GNOME-Autostart-enabled=false\n", False),
        (b"[Desktop Entry]\nName=nothing to start\n", False),
        (b"[Another]\nExec=wisestep\n", False),
        (b"Exec=wisestep\n", False),
        (b"\xff\xfe\x00", False),
        (b"", False),
    ],
)
def test_an_entry_that_somebody_changed_is_read_as_the_desktop_would(tmp_path: Path, content: bytes, on: bool) -> None:
    (tmp_path / FILE).write_bytes(content)
    assert XdgAutostart(tmp_path).state() is on


def test_an_entry_for_everybody_counts_until_this_person_switches_it_off_for_himself(tmp_path: Path) -> None:
    first, second = tmp_path / "first", tmp_path / "second"
    second.mkdir()
    (second / FILE).write_bytes(b"[Desktop Entry]\nExec=/opt/wisestep/WiseStep run --hidden\n")
    autostart = XdgAutostart(tmp_path / "own", (first, second))
    assert autostart.state() is True
    autostart.disable()
    assert autostart.state() is False
    autostart.enable(COMMAND)
    assert autostart.state() is True
    autostart.disable()
    assert autostart.state() is False
    assert (second / FILE).exists()  # nobody else lost anything


def test_of_two_entries_for_everybody_the_first_counts(tmp_path: Path) -> None:
    for folder, hidden in (("first", "true"), ("second", "false")):
        (tmp_path / folder).mkdir()
        (tmp_path / folder / FILE).write_text(f"[Desktop Entry]\nExec=wisestep\nHidden={hidden}\n")
    assert XdgAutostart(tmp_path / "own", (tmp_path / "first", tmp_path / "second")).state() is False
    assert XdgAutostart(tmp_path / "own", (tmp_path / "second", tmp_path / "first")).state() is True


@pytest.mark.parametrize("told", ["", "relative", "absolute"])
def test_the_folder_is_where_the_specification_has_it(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch, told: str
) -> None:
    monkeypatch.setenv("HOME", str(tmp_path))
    monkeypatch.setenv("USERPROFILE", str(tmp_path))
    configured = tmp_path / "settings" if told == "absolute" else Path(told)
    monkeypatch.setenv("XDG_CONFIG_HOME", str(configured) if told else "")
    XdgAutostart().enable(("wisestep",))
    folder = configured if told == "absolute" else tmp_path / ".config"
    assert [each.name for each in (folder / "autostart").iterdir()] == [FILE]
    LaunchdAutostart().enable(("wisestep",))
    assert (tmp_path / "Library" / "LaunchAgents" / f"{LABEL}.plist").is_file()


def test_launchd_reads_the_command_as_it_was_meant(tmp_path: Path) -> None:
    import plistlib  # noqa: PLC0415

    LaunchdAutostart(tmp_path).enable(COMMAND)
    agent = plistlib.loads((tmp_path / f"{LABEL}.plist").read_bytes())
    assert (agent["Label"], agent["ProgramArguments"], agent["RunAtLoad"]) == (LABEL, list(COMMAND), True)


@pytest.mark.parametrize(
    ("content", "on"),
    [
        (b"<plist><dict><key>RunAtLoad</key><true/><key>ProgramArguments</key><array><string>w</string></array></dict></plist>", True),  # noqa: E501
        (b"<plist><dict><key>RunAtLoad</key><true/><key>Disabled</key><true/><key>ProgramArguments</key><array><string>w</string></array></dict></plist>", False),  # noqa: E501
        (b"<plist><dict><key>RunAtLoad</key><true/></dict></plist>", False),
        (b"<plist><array/></plist>", False),
        (b"<plist><dict><key>RunAtLoad", False),
        (b"bplist00 nonsense", False),
        (b"\x00", False),
        (b"", False),
    ],
)  # fmt: skip
def test_an_agent_that_somebody_changed_is_read_as_launchd_would(tmp_path: Path, content: bytes, on: bool) -> None:
    (tmp_path / f"{LABEL}.plist").write_bytes(content)
    assert LaunchdAutostart(tmp_path).state() is on


if sys.platform == "win32":

    def test_windows_finds_the_command_as_it_was_meant() -> None:
        entry = RegistryAutostart("WiseStepTestCommand")
        try:
            entry.enable((r"C:\Program Files\WiseStep\wisestep.exe", "--hidden", "Jörg & Söhne"))
            with winreg.OpenKey(winreg.HKEY_CURRENT_USER, RUN) as key:
                told, kind = winreg.QueryValueEx(key, "WiseStepTestCommand")
            assert told == r'"C:\Program Files\WiseStep\wisestep.exe" --hidden "Jörg & Söhne"'
            assert kind == winreg.REG_SZ
        finally:
            entry.disable()

    def test_an_entry_that_was_switched_off_in_the_task_manager_is_off_until_it_is_wanted_again() -> None:
        entry = RegistryAutostart("WiseStepTestApproved")
        try:
            entry.enable(COMMAND)
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, APPROVED) as key:
                winreg.SetValueEx(key, "WiseStepTestApproved", 0, winreg.REG_BINARY, b"\x02" + bytes(11))
                assert entry.state() is True
                winreg.SetValueEx(key, "WiseStepTestApproved", 0, winreg.REG_BINARY, b"\x03" + bytes(11))
                assert entry.state() is False
            entry.enable(COMMAND)
            assert entry.state() is True
        finally:
            entry.disable()

    @pytest.fixture
    def for_everybody() -> Iterator[str]:
        """The name of an entry that an administrator made."""
        name = f"WiseStepTest{uuid.uuid4().hex}"
        everybody = winreg.HKEY_LOCAL_MACHINE
        with winreg.CreateKey(everybody, RUN) as run, winreg.CreateKey(everybody, APPROVED) as approved:
            winreg.SetValueEx(run, name, 0, winreg.REG_SZ, r'"C:\Program Files\WiseStep\WiseStep.exe" run --hidden')
            yield name
            winreg.DeleteValue(run, name)
            with contextlib.suppress(FileNotFoundError):
                winreg.DeleteValue(approved, name)

    def test_an_entry_for_everybody_counts_and_is_not_doubled(for_everybody: str) -> None:
        entry = RegistryAutostart(for_everybody)
        assert entry.state() is True
        entry.enable(COMMAND)
        assert entry.state() is True
        with winreg.OpenKey(winreg.HKEY_CURRENT_USER, RUN) as key, pytest.raises(FileNotFoundError):
            winreg.QueryValueEx(key, for_everybody)

    def test_who_cannot_switch_off_an_entry_for_everybody_is_told(for_everybody: str) -> None:
        entry = RegistryAutostart(for_everybody)
        with pytest.raises(AutostartForEverybody) as refused:
            entry.disable()
        assert refused.value.code == "autostart.everybody"
        assert str(refused.value.params["place"]).startswith("HKEY_LOCAL_MACHINE")
        assert entry.state() is True  # and nobody else lost anything

    def test_an_entry_for_everybody_that_was_switched_off_leaves_it_to_each(for_everybody: str) -> None:
        with winreg.CreateKey(winreg.HKEY_LOCAL_MACHINE, APPROVED) as key:
            winreg.SetValueEx(key, for_everybody, 0, winreg.REG_BINARY, b"\x03" + bytes(11))
        entry = RegistryAutostart(for_everybody)
        assert entry.state() is False
        entry.enable(COMMAND)
        assert entry.state() is True
        entry.disable()
        assert entry.state() is False
