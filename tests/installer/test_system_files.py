"""What the systems read about the program: files that no compiler looks at before an attorney does."""

from __future__ import annotations

import os
import plistlib
import re
import runpy
import subprocess
import sys
import tomllib
import xml.etree.ElementTree as ET
from configparser import RawConfigParser
from pathlib import Path

import pytest

from installer.macos.bundle import IDENTIFIER, INFO, INVITATION
from wisestep_desktop import __version__
from wisestep_desktop.core.invitation import SUFFIX, is_invitation_link

INSTALLER = Path(__file__).resolve().parents[2] / "installer"
SCRIPTS = INSTALLER.parent / "scripts"


def test_macos_hands_our_links_and_files_to_us() -> None:
    (links,) = INFO["CFBundleURLTypes"]  # type: ignore[misc]
    assert [is_invitation_link(f"{scheme}://join/x") for scheme in links["CFBundleURLSchemes"]] == [True]  # type: ignore[has-type]
    (kind,) = INFO["UTExportedTypeDeclarations"]  # type: ignore[misc]
    assert [f".{end}" for end in kind["UTTypeTagSpecification"]["public.filename-extension"]] == [SUFFIX]  # type: ignore[has-type]
    (document,) = INFO["CFBundleDocumentTypes"]  # type: ignore[misc]
    assert document["LSItemContentTypes"] == [kind["UTTypeIdentifier"]] == [INVITATION]  # type: ignore[has-type]
    assert INVITATION.startswith(f"{IDENTIFIER}.")


def test_macos_can_read_its_property_lists() -> None:
    assert plistlib.loads(plistlib.dumps(INFO)) == INFO
    rights = plistlib.loads((INSTALLER / "macos" / "entitlements.plist").read_bytes())
    assert rights["com.apple.security.cs.allow-jit"] is True  # without it the browser's process ends at its first page
    assert all(name.startswith("com.apple.security.cs.") for name in rights)


def test_macos_is_told_what_every_question_is_for() -> None:
    told = {name: text for name, text in INFO.items() if name.endswith("UsageDescription")}
    assert len(told) >= 5
    assert all(isinstance(text, str) and text.endswith(".") for text in told.values())
    # What is never asked for must not look as if it were: docs/macos-checklist.md, 7.
    assert not {
        "NSMicrophoneUsageDescription",
        "NSScreenCaptureUsageDescription",
        "NSAppleEventsUsageDescription",
    } & set(told)


def test_the_disk_image_holds_the_app_and_a_way_to_applications() -> None:
    settings = runpy.run_path(str(INSTALLER / "macos" / "dmg_settings.py"), {"defines": {"app": "dist/WiseStep.app"}})
    assert settings["files"] == ["dist/WiseStep.app"]
    assert set(settings["icon_locations"]) == {"WiseStep.app", *settings["symlinks"]}


@pytest.mark.parametrize("name", ["wisestep.desktop", "wisestep-autostart.desktop"])
def test_linux_starts_the_program_without_a_terminal(name: str) -> None:
    parser = RawConfigParser(delimiters=("=",), strict=True)
    parser.optionxform = str  # type: ignore[assignment,method-assign]
    parser.read(INSTALLER / "linux" / name, "utf-8")
    entry = dict(parser.items("Desktop Entry"))
    assert entry["Exec"].split()[0] == "/opt/wisestep/WiseStep"
    assert (entry["Type"], entry["Terminal"], entry["Icon"]) == ("Application", "false", "wisestep")


def test_linux_knows_the_same_file_type_everywhere() -> None:
    kinds = ET.parse(INSTALLER / "linux" / "wisestep.xml").getroot()
    (kind,) = kinds
    patterns = [each.get("pattern") for each in kind if each.tag.endswith("glob")]
    assert patterns == [f"*{SUFFIX}"]
    assert f"{kind.get('type')};" in (INSTALLER / "linux" / "wisestep.desktop").read_text("utf-8")
    about = ET.parse(INSTALLER / "linux" / "org.wisestep.desktop.metainfo.xml").getroot()
    assert kind.get("type") in {each.text for each in about.iter("mediatype")}
    assert about.findtext("launchable") == "wisestep.desktop"


@pytest.mark.parametrize("script", ["freeze", "make-deb", "release-macos", "system-packages"])
def test_a_script_can_be_read_by_its_shell(script: str) -> None:
    done = subprocess.run(["bash", "-n", str(SCRIPTS / script)], capture_output=True, text=True, check=False)
    assert (done.returncode, done.stderr) == (0, "")


def test_the_macos_script_says_where_it_belongs() -> None:
    done = subprocess.run([str(SCRIPTS / "release-macos")], capture_output=True, text=True, check=False)
    assert done.returncode == 1
    assert "on a Mac" in done.stderr


def test_there_is_one_version_of_it() -> None:
    project = tomllib.loads((INSTALLER.parent / "pyproject.toml").read_text("utf-8"))
    assert project["project"]["version"] == __version__
    assert re.fullmatch(r"\d+\.\d+\.\d+", __version__)  # what Windows, Debian and the signed manifest can compare


def test_the_frozen_program_takes_back_what_would_steer_it(monkeypatch: pytest.MonkeyPatch) -> None:
    steering = {"QTWEBENGINE_REMOTE_DEBUGGING": "9222", "QTWEBENGINE_CHROMIUM_FLAGS": "--disable-web-security",
                "QT_PLUGIN_PATH": "/tmp/evil", "SSLKEYLOGFILE": "/tmp/keys"}  # fmt: skip
    for name, value in steering.items():
        monkeypatch.setenv(name, value)
    monkeypatch.setenv("QT_SCALE_FACTOR", "2")  # a person's own affair
    monkeypatch.setattr(sys, "platform", "linux")
    monkeypatch.setenv("LD_LIBRARY_PATH", "/opt/wisestep/_internal")
    monkeypatch.setenv("LD_LIBRARY_PATH_ORIG", "/home/me/lib")
    runpy.run_path(str(INSTALLER / "clean_environment.py"))
    assert not steering.keys() & os.environ.keys()
    assert os.environ["QT_SCALE_FACTOR"] == "2"
    assert os.environ["LD_LIBRARY_PATH"] == "/home/me/lib"  # what we start finds its own libraries
    assert "LD_LIBRARY_PATH_ORIG" not in os.environ
    runpy.run_path(str(INSTALLER / "clean_environment.py"))
    assert "LD_LIBRARY_PATH" not in os.environ
