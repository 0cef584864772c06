"""What the makers of the Windows installers are told: they install what was built, and remove nothing else."""

from __future__ import annotations

import re
import subprocess
import xml.etree.ElementTree as ET
from pathlib import Path

import pytest

from installer.windows.contents import msi, nsis
from wisestep_desktop.core.invitation import SUFFIX, is_invitation_link

PROJECT = Path(__file__).resolve().parents[2]
WINDOWS = PROJECT / "installer" / "windows"
SPACE = "{http://schemas.microsoft.com/wix/2006/wi}"
AUTOSTART = (PROJECT / "wisestep_desktop/adapters/system/autostart_windows.py").read_text("utf-8")
"""As text: it can be imported on Windows only."""


@pytest.fixture
def program(tmp_path: Path) -> Path:
    folder = tmp_path / "WiseStep"
    for name in ("WiseStep.exe", "wisestep.com", "_internal/a/b.dll", "_internal/a b & c.txt", "_internal/z.pyd"):
        (folder / name).parent.mkdir(parents=True, exist_ok=True)
        (folder / name).touch()
    return folder


def test_the_installer_removes_each_file_that_it_installs_and_only_empty_folders(program: Path) -> None:
    text = nsis(program)
    installed: list[str] = []
    folder = ""
    for line in text.partition("!macroend")[0].splitlines()[1:]:
        word, told = line.strip().split(" ", 1)
        path = told.strip('"')
        if word == "SetOutPath":
            folder = path
        else:
            assert (word, Path(path).is_file()) == ("File", True)
            installed.append(f"{folder}\\{Path(path).name}")
    assert installed == re.findall(r'Delete "(.*)"', text)
    assert len(installed) == 5
    assert re.findall(r'RMDir "(.*)"', text) == [r"$INSTDIR\_internal\a", r"$INSTDIR\_internal"]
    assert "/r" not in text


def test_the_package_has_a_component_for_each_file_the_same_in_every_version(program: Path) -> None:
    tree = ET.fromstring(msi(program))
    components = {
        next(iter(each)).get("Source", ""): (each.get("Id"), each.get("Guid"))
        for each in tree.iter(f"{SPACE}Component")
    }
    assert {Path(name).relative_to(program).as_posix() for name in components} == {
        "WiseStep.exe", "wisestep.com", "_internal/a/b.dll", "_internal/a b & c.txt", "_internal/z.pyd",
    }  # fmt: skip
    assert len(set(components.values())) == len({guid for _, guid in components.values()}) == 5
    assert {each.get("Id") for each in tree.iter(f"{SPACE}ComponentRef")} == {each for each, _ in components.values()}
    (program / "_internal/new.dll").touch()
    later = {each.get("Guid") for each in ET.fromstring(msi(program)).iter(f"{SPACE}Component")}
    assert {guid for _, guid in components.values()} < later


def test_both_register_what_the_program_looks_for() -> None:
    (run,) = re.findall(r'^RUN: Final = r"(.*)"$', AUTOSTART, re.MULTILINE)
    (approved,) = re.findall(r'^APPROVED: Final = r"(.*)"$', AUTOSTART, re.MULTILINE)
    (value,) = re.findall(r'^VALUE: Final = "(.*)"$', AUTOSTART, re.MULTILINE)
    script = (WINDOWS / "wisestep.nsi").read_text("utf-8")
    assert f'!define RUN "{run}"' in script
    assert f'!define APPROVED "{approved}"' in script
    assert rf'WriteRegStr SHCTX "${{RUN}}" "{value}" ' in script
    assert rf'!define ENDING "Software\Classes\{SUFFIX}"' in script
    (scheme,) = re.findall(r'!define LINKS "Software\\Classes\\(\w+)"', script)
    assert is_invitation_link(f"{scheme}://join/x")
    values = list(ET.parse(WINDOWS / "wisestep.wxs").iter(f"{SPACE}RegistryValue"))
    assert {"HKLM"} == {each.get("Root") for each in values}
    assert [each.get("Value") for each in values if (each.get("Key"), each.get("Name")) == (run, value)] == [
        '"[INSTALLDIR]WiseStep.exe" run --hidden'
    ]
    keys = {each.get("Key") for each in values}
    assert {rf"Software\Classes\{scheme}", rf"Software\Classes\{SUFFIX}"} <= keys


def test_the_installer_says_everything_in_both_languages() -> None:
    words = (WINDOWS / "words.nsh").read_text("utf-8")
    said = re.findall(r'^!insertmacro Words (\w+) \\\n  "(.+)" \\\n  "(.+)"$', words, re.MULTILINE)
    assert len(said) == words.count("!insertmacro Words ")
    assert all(english != german for _, english, german in said)
    used = set(re.findall(r"\$\((\w+)\)", (WINDOWS / "wisestep.nsi").read_text("utf-8")))
    assert used == {name for name, _, _ in said}


@pytest.mark.parametrize(
    "script",
    ["freeze-windows", "make-msi", "make-nsis", "sign-windows", "windows-pack", "windows-parts", "windows-runtime"],
)
def test_a_script_can_be_read_by_its_shell(script: str) -> None:
    done = subprocess.run(
        ["bash", "-n", str(PROJECT / "scripts" / script)], capture_output=True, text=True, check=False
    )
    assert (done.returncode, done.stderr) == (0, "")
