"""What is installed with the program: as its build wrote down, else as the packages' own metadata says."""

from __future__ import annotations

import contextlib
import json
import platform
import re
from collections.abc import Iterator
from importlib import metadata
from pathlib import Path
from typing import Final

from wisestep_desktop.ports.packages import Installed, Package

BILL: Final = "sbom.cdx.json"
NOTICES: Final = "THIRD_PARTY_NOTICES.txt"
"""What the build of an installed program leaves in the folder of its papers."""

_OURS = "wisestep-desktop"
_LONGEST = 120
_NAME = re.compile(r"^\s*([A-Za-z0-9][A-Za-z0-9._-]*)")
_CLASSIFIER = "License :: OSI Approved :: "


def installed(root: Path, papers: Path) -> Installed:
    """Return what is in an installed program; in another form, what it needs and what that needs.

    Args:
        root: folder that may hold the program's own licence, where its package does not.
        papers: folder of what a build wrote down; it need not exist.
    """
    packages = _billed(papers / BILL) or sorted(_packages(), key=lambda each: each.name.casefold())
    return Installed(tuple(packages), _licence(root), platform.python_version(), _text(papers / NOTICES))


def _billed(bill: Path) -> list[Package]:
    """Return what a bill of materials (CycloneDX, JSON) lists, by name; nothing where there is none."""
    with contextlib.suppress(ValueError, KeyError, TypeError, AttributeError):  # no bill, or no list of components
        return [_component(each) for each in json.loads(_text(bill))["components"]]
    return []


def _component(told: dict[str, object]) -> Package:
    licences = told.get("licenses")
    licence = ""
    if isinstance(licences, list) and licences:
        named = licences[0].get("license", {})
        licence = str(licences[0].get("expression") or named.get("id") or named.get("name", ""))
    inside = str(told.get("description", "")).removeprefix("inside ")
    name = f"{told['name']} ({inside})" if inside else str(told["name"])
    return Package(name, str(told.get("version", "")), licence, "")


def _packages() -> Iterator[Package]:
    seen = {_key(_OURS)}
    ahead = list(_needs(_OURS))
    while ahead:
        name = ahead.pop()
        if _key(name) in seen:
            continue
        seen.add(_key(name))
        with contextlib.suppress(metadata.PackageNotFoundError):  # needed on other systems only
            about = metadata.metadata(name)
            yield Package(about["Name"] or name, about["Version"] or "", _licence_of(about), _home_of(about))
            ahead += _needs(name)


def _needs(name: str) -> Iterator[str]:
    """Return the names of what a package needs without its extras."""
    try:
        wanted = metadata.requires(name) or []
    except metadata.PackageNotFoundError:
        return
    for each in wanted:
        found = _NAME.match(each)
        if found and "extra ==" not in each.partition(";")[2]:
            yield found[1]


def _licence_of(about: metadata.PackageMetadata) -> str:
    told = _field(about, "License-Expression")
    if not told:
        told = ", ".join(
            each.removeprefix(_CLASSIFIER) for each in about.get_all("Classifier") or () if each.startswith(_CLASSIFIER)
        )
    if not told:
        told = _field(about, "License").strip().partition("\n")[0]
    return (told or _first_line(_field(about, "Name")))[:_LONGEST]


def _first_line(name: str) -> str:
    """Return how a package's licence begins, where its metadata does not name it: by its name, or by whose it is."""
    with contextlib.suppress(metadata.PackageNotFoundError, OSError):
        for file in metadata.files(name) or ():
            if file.name.upper().startswith(("LICENSE", "LICENCE", "COPYING")):
                return next((line.strip() for line in file.read_text("utf-8").splitlines() if line.strip()), "")
    return ""


def _home_of(about: metadata.PackageMetadata) -> str:
    for told in about.get_all("Project-URL") or ():
        label, _, address = told.partition(",")
        if label.strip().casefold() in ("homepage", "home", "source", "repository", "source code"):
            return str(address.strip())
    return _field(about, "Home-page")


def _field(about: metadata.PackageMetadata, name: str) -> str:
    return about[name] if name in about else ""  # noqa: SIM401  it is no mapping, and has no get before Python 3.12


def _licence(root: Path) -> str:
    with contextlib.suppress(metadata.PackageNotFoundError):
        for file in metadata.files(_OURS) or ():
            if file.name == "LICENSE":
                with contextlib.suppress(OSError):
                    return file.read_text("utf-8")
    return _text(root / "LICENSE")


def _text(file: Path) -> str:
    with contextlib.suppress(OSError):
        return file.read_text("utf-8")
    return ""


def _key(name: str) -> str:
    return re.sub(r"[-_.]+", "-", name).casefold()
