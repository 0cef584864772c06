"""What goes into the program: what it needs, in our languages, and nothing whose licence would bind all of it."""

from __future__ import annotations

import tomllib
from pathlib import Path

import pytest

from installer.freezing import trimming
from installer.freezing.trimming import Trim

FULL = trimming.read(["en", "de"], slim=False)
SLIM = trimming.read(["en", "de"], slim=True)

NEEDED = (
    "PySide6/Qt/lib/libQt6Widgets.so.6",
    "PySide6/Qt6Widgets.dll",
    "PySide6/Qt/lib/QtWidgets.framework/Versions/A/QtWidgets",
    "libQt6Core.so.6",
    "PySide6/QtSvg.abi3.so",
    "PySide6/QtSvg.pyd",
    "PySide6/Qt/plugins/platforms/libqxcb.so",
    "PySide6/plugins/platforms/qwindows.dll",
    "PySide6/Qt/plugins/platforms/libqcocoa.dylib",
    "PySide6/Qt/translations/qtbase_de.qm",
    "wisestep_desktop/_resources/translations/de/LC_MESSAGES/wisestep.mo",
    "wisestep_desktop/adapters/store/migrations/0001_first.sql",
    "keyring-25.7.0.dist-info/METADATA",
    "keyring-25.7.0.dist-info/licenses/LICENSE",
)
BROWSER = (
    "PySide6/Qt/lib/libQt6WebEngineCore.so.6",
    "PySide6/Qt6WebEngineCore.dll",
    "PySide6/QtWebEngineWidgets.abi3.so",
    "PySide6/Qt/libexec/QtWebEngineProcess",
    "PySide6/QtWebEngineProcess.exe",
    "PySide6/Qt/resources/icudtl.dat",
    "PySide6/Qt/translations/qtwebengine_locales/de.pak",
    "PySide6/Qt/translations/qtwebengine_locales/en-US.pak",
)
NEVER = (
    "PySide6/Qt/lib/libQt6Charts.so.6",
    "PySide6/Qt6Graphs.dll",
    "PySide6/QtNetworkAuth.abi3.so",
    "PySide6/Qt/lib/libQt6Pdf.so.6",
    "PySide6/Qt/lib/libQt6Quick3DRuntimeRender.so.6",
    "PySide6/Qt/lib/libQt6VirtualKeyboard.so.6",
    "PySide6/Qt/lib/libQt63DCore.so.6",
    "PySide6/Qt/lib/libQt6DataVisualization.so.6",
    "PySide6/Qt/plugins/platforms/libqvnc.so",
    "PySide6/Qt/plugins/imageformats/libqpdf.so",
    "PySide6/Qt/plugins/platformthemes/libqgtk3.so",
    "PySide6/Qt/qml/QtQuick/Controls/qmldir",
    "PySide6/Qt/libexec/rcc",
    "PySide6/Qt/resources/qtwebengine_devtools_resources.pak",
    "PySide6/Qt/translations/qtwebengine_locales/fr.pak",
    "PySide6/Qt/translations/qtbase_fr.qm",
    "wisestep_desktop/_resources/translations/wisestep_de.ts",
    "pyside6-6.11.3.dist-info/RECORD",
    "PySide6/resources/v8_context_snapshot.debug.bin",
    "PySide6/resources/qtwebengine_resources_200p.debug.pak",
)


@pytest.mark.parametrize("name", NEEDED)
def test_both_editions_have_what_they_need(name: str) -> None:
    assert FULL.keeps(name)
    assert SLIM.keeps(name)


@pytest.mark.parametrize("name", BROWSER)
def test_only_the_full_edition_has_a_browser(name: str) -> None:
    assert FULL.keeps(name)
    assert not SLIM.keeps(name)


@pytest.mark.parametrize("name", NEVER)
@pytest.mark.parametrize("trim", [FULL, SLIM], ids=["full", "slim"])
def test_neither_has_what_it_does_not_need_or_may_not_have(trim: Trim, name: str) -> None:
    assert not trim.keeps(name)
    assert not trim.keeps(name.replace("/", "\\"))


def test_the_slim_edition_does_not_even_look_for_the_browser() -> None:
    assert {"PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets"} <= set(SLIM.exclude)
    assert not {name for name in FULL.exclude if name.startswith("PySide6")}


def test_every_line_says_why() -> None:
    def reasons(part: object) -> list[str]:
        return [part] if isinstance(part, str) else [why for each in part.values() for why in reasons(each)]  # type: ignore[attr-defined]

    told = reasons(tomllib.loads((Path(trimming.__file__).parent / "trim.toml").read_text("utf-8")))
    assert len(told) > 80
    assert all(len(why) > 3 for why in told)
