"""The papers of the program: true to what is in it, complete, the same for the same content, no licence unread."""

from __future__ import annotations

import json
import re
from importlib import metadata
from pathlib import Path

import pytest
from cyclonedx.schema import SchemaVersion
from cyclonedx.validation.json import JsonStrictValidator

from installer.freezing import licences, papers
from installer.freezing.bundle import chosen, write_papers
from installer.freezing.licences import LicenceRefused
from installer.freezing.origins import OURS, PYTHON, Origins, Part, UnknownOrigin
from installer.freezing.trimming import read as read_trim

PROJECT = Path(__file__).resolve().parents[2]
RULES = licences.read()


@pytest.fixture(scope="module")
def origins() -> Origins:
    return Origins(PROJECT)


def file_of(module: str) -> str:
    return str(
        metadata.distribution(module).locate_file(next(f for f in metadata.files(module) or () if f.suffix == ".py"))
    )


def pretend(folder: Path, name: str, *, licence: str = "", text: str | None = None) -> metadata.Distribution:
    """A package that is installed in a folder, with one module."""
    about = folder / f"{name}-1.0.dist-info"
    about.mkdir()
    (about / "METADATA").write_text(f"Metadata-Version: 2.4\nName: {name}\nVersion: 1.0\n{licence}\n")
    (folder / f"{name}.py").write_text("")
    lines = [f"{name}.py,,", f"{about.name}/METADATA,,"]
    if text is not None:
        (about / "LICENSE").write_text(text)
        lines.append(f"{about.name}/LICENSE,,")
    (about / "RECORD").write_text("\n".join(lines) + "\n")
    return metadata.Distribution.at(about)


def test_it_is_known_where_everything_is_from(origins: Origins) -> None:
    assert origins.of(Part("requests", file_of("requests"))) == "requests"
    assert origins.of(Part("json", json.__file__)) == PYTHON
    assert origins.of(Part("words", str(PROJECT / "wisestep_desktop/shell/words.py"))) == OURS
    assert origins.of(Part("icons", str(PROJECT / "resources/icons/wisestep.svg"))) == OURS
    assert origins.of(Part("base_library.zip", "")) == PYTHON


def test_what_nobody_lists_does_not_go_in(origins: Origins, tmp_path: Path) -> None:
    stray = tmp_path / "stray.so"
    stray.touch()
    with pytest.raises(UnknownOrigin, match=re.escape(str(stray))):
        chosen([("stray.so", str(stray), "BINARY")], read_trim(["en"], slim=False), origins)


def test_a_python_of_the_system_does_not_own_the_system(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr("sys.base_prefix", "/usr")
    monkeypatch.setattr("sys.base_exec_prefix", "/usr")
    with pytest.raises(UnknownOrigin):
        Origins(PROJECT, []).of(Part("libz.so.1", "/usr/lib/x86_64-linux-gnu/libz.so.1"))


def test_a_library_of_the_system_is_left_to_the_system(origins: Origins) -> None:
    entries = [("libz.so.1", "/usr/lib/x86_64-linux-gnu/libz.so.1", "BINARY"), ("words.py", __file__, "DATA")]
    ours = [("wisestep_desktop/LICENSE", str(PROJECT / "LICENSE"), "DATA")]
    assert chosen([entries[0], *ours], read_trim(["en"], slim=False), origins) == ours


def test_a_link_goes_where_its_file_goes(origins: Origins) -> None:
    kept = ("wisestep_desktop/LICENSE", str(PROJECT / "LICENSE"), "DATA")
    links = [("LICENSE", "wisestep_desktop/LICENSE", "SYMLINK"), ("libQt6Core.so.6", "PySide6/gone.so", "SYMLINK")]
    assert chosen([*links, kept], read_trim(["en"], slim=False), origins) == [links[0], kept]


@pytest.mark.parametrize(
    "licence",
    [
        "License-Expression: GPL-3.0-only",
        "License: GPLv2",
        "License: Proprietary",
        "License: see below",
        "License: AGPL-3.0-only",
        "",
    ],
)
def test_a_licence_that_nobody_read_or_that_binds_all_of_it_stops_the_build(tmp_path: Path, licence: str) -> None:
    package = pretend(tmp_path, "stranger", licence=licence)
    with pytest.raises(LicenceRefused, match=r"stranger 1\.0"):
        papers.ingredients([Part("stranger", str(tmp_path / "stranger.py"))], Origins(PROJECT, [package]), RULES)


@pytest.mark.parametrize("licence", ["MIT", "LGPL-3.0-only OR GPL-3.0-only", "Apache-2.0 AND MIT", "BSD-3-Clause"])
def test_a_licence_that_leaves_ours_alone_goes_in(tmp_path: Path, licence: str) -> None:
    package = pretend(tmp_path, "friend", licence=f"License-Expression: {licence}")
    (found,) = papers.ingredients([Part("friend", str(tmp_path / "friend.py"))], Origins(PROJECT, [package]), RULES)
    assert (found.name, found.version, found.licence) == ("friend", "1.0", licence)


def test_of_two_licences_at_once_both_must_be_allowed(tmp_path: Path) -> None:
    package = pretend(tmp_path, "mixed", licence="License-Expression: MIT AND GPL-3.0-only")
    with pytest.raises(LicenceRefused):
        papers.ingredients([Part("mixed", str(tmp_path / "mixed.py"))], Origins(PROJECT, [package]), RULES)


def test_every_package_that_the_program_needs_has_a_licence_that_was_read() -> None:
    locked = re.findall(r"^([A-Za-z0-9._-]+)==", (PROJECT / "requirements/runtime.txt").read_text(), re.MULTILINE)
    seen = 0
    for name in locked:
        try:
            package = metadata.distribution(name)
        except metadata.PackageNotFoundError:
            continue  # for another system
        RULES.check(name, RULES.licence(package))
        seen += 1
    assert seen > 25


def test_the_bill_names_what_is_in_and_fits_its_schema(tmp_path: Path, origins: Origins) -> None:
    entries = [("requests/api.py", file_of("requests"), "DATA"), ("json", json.__file__, "PYMODULE")]
    ours = ("wisestep_desktop/words.py", str(PROJECT / "wisestep_desktop/shell/words.py"), "PYMODULE")
    written = write_papers("1.2.3", entries, [ours], origins, tmp_path)
    assert [name for name, _, _ in written] == [
        f"wisestep_desktop/_resources/notices/{each}" for each in (papers.BILL, papers.NOTICES)
    ]
    text = (tmp_path / papers.BILL).read_text("utf-8")
    assert JsonStrictValidator(SchemaVersion.V1_6).validate_str(text) is None
    bill = json.loads(text)
    assert (bill["metadata"]["component"]["name"], bill["metadata"]["component"]["version"]) == (OURS, "1.2.3")
    assert [each["name"] for each in bill["components"]] == [PYTHON, "requests"]
    notices = (tmp_path / papers.NOTICES).read_text("utf-8")
    assert "Apache License" in notices
    assert "PYTHON SOFTWARE FOUNDATION LICENSE" in notices
    again = tmp_path / "again"
    again.mkdir()
    write_papers("1.2.3", entries, [ours], origins, again)
    assert (again / papers.BILL).read_text("utf-8") == text


def test_what_a_package_carries_is_named_too(origins: Origins) -> None:
    driver = metadata.distribution("sqlcipher3")
    parts = [Part(str(file), str(driver.locate_file(file))) for file in driver.files or () if file.suffix == ".so"]
    found = {each.name: each for each in papers.ingredients(parts, origins, RULES)}
    assert set(found) == {"sqlcipher3", "SQLCipher", "SQLite", "OpenSSL"}
    assert all(re.fullmatch(r"\d+\.\d+\.\d+", found[name].version) for name in ("SQLCipher", "SQLite", "OpenSSL"))
    assert "ZETETIC" in found["SQLCipher"].texts[0][1]
