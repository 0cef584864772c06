"""Names of applications out of desktop entries as they are found in the wild."""

from __future__ import annotations

from pathlib import Path

import pytest

from wisestep_desktop.adapters.capture.desktop_names import DesktopNames


@pytest.fixture
def names(tmp_path: Path) -> DesktopNames:
    entries = {
        "own/applications/mine.desktop": "[Desktop Entry]\nName=My Own\n",
        "own/applications/org.gnome.Evince.desktop": (
            "#!/usr/bin/env xdg-open\n# Comment\n\n[Desktop Entry]\nName[de]=Dokumente\nName = Document Viewer\n"
            "Type=Application\n[Desktop Action new]\nName=New Window\n"
        ),
        "shared/applications/mine.desktop": "[Desktop Entry]\nName=Not Mine\n",
        "shared/applications/libreoffice-writer.desktop": (
            "[Desktop Entry]\nName=LibreOffice Writer\nStartupWMClass=libreoffice-writer\n"
        ),
        "shared/applications/com.example.Long.desktop": "[Desktop Entry]\nName=A\\sB\\\\C\\n\nStartupWMClass=Strange\n",
        "shared/applications/nameless.desktop": "[Desktop Entry]\nExec=true\n",
        "shared/applications/action-only.desktop": "[Desktop Action x]\nName=Wrong\n",
        "shared/applications/broken.desktop": "\udcff\udcfe=Name",
    }
    for path, text in entries.items():
        file = tmp_path / path
        file.parent.mkdir(parents=True, exist_ok=True)
        file.write_bytes(text.encode("utf-8", "surrogateescape"))
    return DesktopNames([tmp_path / "own", tmp_path / "nowhere", tmp_path / "shared"])


@pytest.mark.parametrize(
    ("application", "name"),
    [
        ("org.gnome.Evince", "Document Viewer"),
        ("org.gnome.Evince.desktop", "Document Viewer"),
        ("mine", "My Own"),
        ("libreoffice-writer", "LibreOffice Writer"),
        ("LibreOffice-Writer", "LibreOffice Writer"),
        ("strange", "A B\\C"),
        ("ORG.GNOME.EVINCE", "Document Viewer"),
        ("org.kde.kate", "kate"),
        ("com.example.App2", "App2"),
        ("firefox", "firefox"),
        ("gimp-2.10", "gimp-2.10"),
        ("a.b", "a.b"),
        ("WINWORD.EXE", "WINWORD"),
        (".exe", ".exe"),
        ("nameless", "nameless"),
        ("action-only", "action-only"),
        ("broken", "broken"),
        ("  foot ", "foot"),
        ("", ""),
        ("../own/applications/mine", "../own/applications/mine"),
        ("mine\0", "mine\0"),
        ("x" * 5_000, "x" * 5_000),
    ],
)
def test_the_name_of_an_application(names: DesktopNames, application: str, name: str) -> None:
    assert names.name_of(application) == name


def test_entries_are_read_once(names: DesktopNames, tmp_path: Path) -> None:
    assert names.name_of("strange") == "A B\\C"
    (tmp_path / "shared" / "applications" / "com.example.Long.desktop").unlink()
    (tmp_path / "own" / "applications" / "org.gnome.Evince.desktop").write_text("[Desktop Entry]\nName=Other\n")
    names.name_of("org.gnome.Evince")
    assert (names.name_of("strange"), names.name_of("org.gnome.Evince")) == ("A B\\C", "Other")
    assert names.name_of("STRANGE") == "A B\\C"


def test_the_folders_of_the_environment(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    (tmp_path / "applications").mkdir()
    (tmp_path / "applications" / "editor.desktop").write_text("[Desktop Entry]\nName=The Editor\n")
    monkeypatch.delenv("XDG_DATA_HOME", raising=False)
    monkeypatch.setenv("XDG_DATA_DIRS", f"/nowhere:{tmp_path}")
    assert DesktopNames().name_of("editor") == "The Editor"
