"""What is installed: versions, resources, translations, licences. Looks into files only; starts nothing."""

from __future__ import annotations

import gettext
import importlib.util
import platform
import ssl
import sys
from importlib import resources as packaged
from pathlib import Path

from wisestep_desktop import __version__
from wisestep_desktop.adapters.store.connection import cipher_versions
from wisestep_desktop.adapters.store.migrate import migrations
from wisestep_desktop.adapters.system.lists import load as load_lists
from wisestep_desktop.adapters.system.wine import wine_version
from wisestep_desktop.bootstrap import packages
from wisestep_desktop.bootstrap.leaving import PAPERS
from wisestep_desktop.core.errors import CheckFailed, CheckNotRun
from wisestep_desktop.core.selftest import Facts
from wisestep_desktop.core.settings import setting
from wisestep_desktop.shell.words import ENGLISH, PSEUDO, resources

_ENGINE = "PySide6.QtWebEngineCore"
_PAGES = ("page.html", "signin.html", "organisation.html", "consent.html", "problem.html")
_KNOWN = "Private time capture for attorneys who bill through Actionstep."
"""A sentence that every language says in its own words."""
NOTICES = "THIRD_PARTY_NOTICES.txt"


def form() -> str:
    """Return in which form the program runs: frozen, installed as a package, or from its source."""
    if getattr(sys, "frozen", False):
        return "frozen"
    return "installed" if resources().name == "_resources" else "source"


def has_engine() -> bool:
    """Tell whether a browser engine belongs to this build; whether it works is another question."""
    try:
        return importlib.util.find_spec(_ENGINE) is not None
    except ModuleNotFoundError:
        return False


def versions() -> Facts:
    """Return which program this is, and the versions of what matters most of what it is made of."""
    from wisestep_desktop.shell.qt_versions import engine_versions, qt_version  # noqa: PLC0415  loads Qt

    told = {
        "wisestep": __version__,
        "form": form(),
        "python": platform.python_version(),
        "qt": qt_version(),
        "browser": engine_versions() if has_engine() else "-",
        **cipher_versions(),
        "openssl": ssl.OPENSSL_VERSION,
        "system": platform.platform(),
    }
    wine = wine_version()
    return told if wine is None else {**told, "wine": wine}


def find_resources() -> Facts:
    """Find icons, style, lists, the steps of the timeline's schema, and the pages of the practice Actionstep.

    Raises:
        CheckFailed: ``selftest.missing``, naming the file, or ``selftest.unreadable``.
    """
    from wisestep_desktop.shell.qt_versions import broken_icons  # noqa: PLC0415  loads Qt

    folder = resources()
    wrong = broken_icons(folder / "icons")
    if wrong is not None:
        raise CheckFailed("selftest.missing", file=f"icons/{wrong}")
    if not _text(folder / "style.qss"):
        raise CheckFailed("selftest.missing", file="style.qss")
    try:
        load_lists(folder)
        steps = len(migrations())
    except FileNotFoundError as error:
        raise CheckFailed("selftest.missing", file=Path(error.filename or "lists").name) from error
    except (OSError, ValueError) as error:
        raise CheckFailed("selftest.unreadable", what="lists", kind=type(error).__name__) from error
    if not steps:
        raise CheckFailed("selftest.missing", file="migrations/*.sql")
    pages = packaged.files("wisestep_desktop.sandbox") / "templates"
    for name in _PAGES:
        if not (pages / name).is_file():
            raise CheckFailed("selftest.missing", file=f"templates/{name}")
    return {"folder": str(folder), "icons": str(len(list((folder / "icons").glob("*.svg")))), "schema": str(steps)}


def find_translations() -> Facts:
    """Let every language that can be chosen say a known sentence in its own words.

    Raises:
        CheckFailed: ``selftest.no_catalogue`` or ``selftest.untranslated``, naming the language.
    """
    offered = getattr(setting("appearance.language").read, "words", ())
    wanted = [each for each in offered if each not in {"system", ENGLISH, PSEUDO}]
    for language in wanted:
        try:
            catalogue = gettext.translation("wisestep", resources() / "translations", [language])
        except OSError as error:
            raise CheckFailed("selftest.no_catalogue", language=language) from error
        if catalogue.gettext(_KNOWN) == _KNOWN:
            raise CheckFailed("selftest.untranslated", language=language)
    return {"languages": ", ".join((ENGLISH, *wanted))}


def find_licences() -> Facts:
    """Find the program's own licence, and that of every package as far as the installation tells of them.

    Raises:
        CheckFailed: ``selftest.no_licence``, or ``selftest.unlicensed`` with the names of the packages.
    """
    found = packages()
    if not found.licence.strip():
        raise CheckFailed("selftest.no_licence")
    silent = [each.name for each in found.packages if not each.licence]
    if silent:
        raise CheckFailed("selftest.unlicensed", names=", ".join(silent))
    return {"packages": str(len(found.packages))}


def find_notices() -> Facts:
    """Find the notices of third parties, which the build of a frozen program collects.

    Raises:
        CheckNotRun: ``selftest.no_notices_yet`` where the program is not frozen.
        CheckFailed: ``selftest.missing``.
    """
    if form() != "frozen":
        raise CheckNotRun("selftest.no_notices_yet")
    folder = resources() / PAPERS
    if not _text(folder / NOTICES):
        raise CheckFailed("selftest.missing", file=f"notices/{NOTICES}")
    return {"files": ", ".join(sorted(each.name for each in folder.iterdir() if each.is_file()))}


def _text(file: Path) -> str:
    """Return what is written in a file; nothing where it cannot be read."""
    try:
        return file.read_text("utf-8").strip()
    except (OSError, UnicodeDecodeError):
        return ""
