"""The papers of the program: a bill of materials and the notices of everybody whose work is in it.

Made from what really goes in, not from what was asked for.
"""

from __future__ import annotations

import json
import mmap
import platform
import re
import sys
from collections.abc import Iterable
from dataclasses import dataclass
from importlib import metadata
from pathlib import Path

from cyclonedx.contrib.license.factories import LicenseFactory
from cyclonedx.model.bom import Bom
from cyclonedx.model.component import Component, ComponentType
from cyclonedx.output.json import JsonV1Dot6
from packageurl import PackageURL

from installer.freezing.licences import TEXTS, Inside, Rules, field
from installer.freezing.origins import OURS, PYTHON, Origins, Part

BILL = "sbom.cdx.json"
NOTICES = "THIRD_PARTY_NOTICES.txt"
_RULE = "=" * 80


@dataclass(frozen=True, slots=True)
class Ingredient:
    """Something that is in the program.

    Attributes:
        name, version: as its makers call it.
        licence: in SPDX.
        of: the package that carries it; empty for a package.
        texts: its notices, each with the name of its file.
        home: where it is from; empty if it does not tell.
    """

    name: str
    version: str
    licence: str
    of: str = ""
    texts: tuple[tuple[str, str], ...] = ()
    home: str = ""


def ingredients(parts: Iterable[Part], origins: Origins, rules: Rules) -> tuple[Ingredient, ...]:
    """Return what is in the program, by name.

    Raises:
        UnknownOrigin: if it is not known where a file is from.
        LicenceRefused: if something is under a licence that is not allowed.
    """
    files: dict[str, list[Part]] = {}
    for part in parts:
        files.setdefault(origins.of(part), []).append(part)
    found = [_python()] if PYTHON in files else []
    for name in files.keys() - {OURS}:
        if name != PYTHON:
            found.append(_package(origins.packages[name], rules))
        found += _carried(name, files[name], origins, rules)
    for each in found:
        rules.check(f"{each.name} {each.version}", each.licence)
    return tuple(sorted(found, key=lambda each: (each.name.casefold(), each.of)))


def bill(program: str, content: Iterable[Ingredient]) -> str:
    """Return the bill of materials, as CycloneDX 1.6 in JSON: the same for the same content."""
    licences = LicenseFactory()
    made = Bom()
    program_itself = Component(
        name=OURS,
        version=program,
        type=ComponentType.APPLICATION,
        bom_ref=OURS,
        licenses=[licences.make_from_string("MIT")],
    )
    made.metadata.component = program_itself
    for each in content:
        of_index = not each.of and each.name != PYTHON
        reference = f"{each.name}@{each.version}" + (f" in {each.of}" if each.of else "")
        part = Component(
            name=each.name,
            version=each.version or None,
            type=ComponentType.LIBRARY,
            bom_ref=reference,
            licenses=[licences.make_from_string(each.licence)],
            purl=PackageURL("pypi", name=each.name.lower(), version=each.version) if of_index else None,
            description=f"inside {each.of}" if each.of else None,
        )
        made.components.add(part)
        made.register_dependency(program_itself, [part])
    written = json.loads(JsonV1Dot6(made).output_as_string())
    # A number and a time of its own would make two builds of the same content differ.
    written.pop("serialNumber", None)
    written["metadata"].pop("timestamp", None)
    return json.dumps(written, indent=1, sort_keys=True) + "\n"


def notices(content: Iterable[Ingredient]) -> str:
    """Return the notices of everybody, one after the other, with a list at the beginning."""
    content = list(content)
    head = ["WiseStep Desktop holds the work of others:", ""]
    head += [f"  {each.name} {each.version}  {each.licence}".rstrip() for each in content]
    return "\n".join([*head, "", *(_notice(each) for each in content)]).rstrip() + "\n"


def _notice(each: Ingredient) -> str:
    inside = f" (in {each.of})" if each.of else ""
    head = f"{_RULE}\n{each.name} {each.version}{inside}\n{each.licence}\n{each.home}".rstrip()
    return "\n\n".join([head, *(text.strip() for _, text in each.texts)]) + "\n"


def _python() -> Ingredient:
    # What python.org builds for Windows tells there what else it is made of.
    own = Path(sys.base_prefix) / "LICENSE.txt"
    text = (own if sys.platform == "win32" else TEXTS / "CPython.txt").read_text("utf-8")
    return Ingredient(PYTHON, platform.python_version(), "Python-2.0.1", texts=(("CPython.txt", text),))


def _package(package: metadata.Distribution, rules: Rules) -> Ingredient:
    return Ingredient(
        package.name, package.version, rules.licence(package), texts=tuple(_texts(package)), home=_home(package)
    )


def _texts(package: metadata.Distribution) -> Iterable[tuple[str, str]]:
    for file in sorted(package.files or (), key=str):
        told = file.name.upper().startswith(("LICENSE", "LICENCE", "COPYING", "NOTICE", "AUTHORS"))
        if told and ".dist-info" in file.parts[0] and file.suffix in ("", ".txt", ".md", ".rst", ".APACHE", ".BSD"):
            yield file.name, file.read_text("utf-8")


def _home(package: metadata.Distribution) -> str:
    told = field(package, "Home-page")
    pages = (each.partition(",")[2].strip() for each in package.metadata.get_all("Project-URL") or ())
    return told or next(pages, "")


def _carried(name: str, files: Iterable[Part], origins: Origins, rules: Rules) -> Iterable[Ingredient]:
    files = list(files)
    for each in rules.inside:
        if each.of == name and (not each.needs or any(each.needs in part.name for part in files)):
            texts = tuple((text, (TEXTS / text).read_text("utf-8")) for text in each.texts)
            package = origins.packages.get(name)  # none of CPython
            version = _version(each, files) if each.version else package.version if package else ""
            yield Ingredient(each.name, version, each.licence, name, texts)


def _version(each: Inside, files: Iterable[Part]) -> str:
    pattern = re.compile(each.version.encode())
    for part in files:
        path = Path(part.source)  # "." of what the build makes
        if path.suffix in {".so", ".pyd", ".dll", ".dylib"} or ".so." in path.name or (path.name and not path.suffix):
            with path.open("rb") as file, mmap.mmap(file.fileno(), 0, access=mmap.ACCESS_READ) as content:
                if found := pattern.search(content):
                    return found[1].replace(b"\0", b"").decode()  # in a resource of Windows, letters have two bytes
    return ""
