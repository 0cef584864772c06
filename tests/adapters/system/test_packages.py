"""What the program says it is made of."""

from __future__ import annotations

import json
from pathlib import Path

import pytest

from wisestep_desktop.adapters.system import packages
from wisestep_desktop.adapters.system.packages import installed

ROOT = Path(__file__).parents[3]


def test_every_package_has_a_version_and_a_licence() -> None:
    found = installed(ROOT, ROOT / "no papers")
    names = {each.name.casefold() for each in found.packages}
    assert {"pyside6", "sqlcipher3", "requests", "cryptography", "keyring"} <= names
    assert "certifi" in names  # what is needed by what is needed
    assert "pytest" not in names
    assert "wisestep-desktop" not in names
    assert len(names) == len(found.packages)
    for each in found.packages:
        assert each.version
        assert each.licence, each.name
        assert "\n" not in each.licence
    assert found.licence.startswith("MIT License")


def test_an_installation_that_tells_nothing_is_no_failure(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setattr(packages, "_OURS", "no-such-package-of-ours")
    found = installed(tmp_path, tmp_path)
    assert (found.packages, found.licence) == ((), "")
    assert found.python


def test_an_installed_program_tells_what_its_build_found_in_it(tmp_path: Path) -> None:
    (tmp_path / packages.NOTICES).write_text("Qt is used under …\n", "utf-8")
    (tmp_path / packages.BILL).write_text(
        json.dumps(
            {
                "components": [
                    {"name": "CPython", "version": "3.11.7", "licenses": [{"license": {"id": "Python-2.0.1"}}]},
                    {"name": "OpenSSL", "version": "3.6.0", "description": "inside sqlcipher3",
                     "licenses": [{"license": {"id": "Apache-2.0"}}]},
                    {"name": "cryptography", "version": "50.0.2", "licenses": [{"expression": "MIT OR ISC"}]},
                    {"name": "odd"},
                ]
            }
        )
    )  # fmt: skip
    found = installed(ROOT, tmp_path)
    assert [(each.name, each.version, each.licence) for each in found.packages] == [
        ("CPython", "3.11.7", "Python-2.0.1"),
        ("OpenSSL (sqlcipher3)", "3.6.0", "Apache-2.0"),
        ("cryptography", "50.0.2", "MIT OR ISC"),
        ("odd", "", ""),
    ]
    assert found.notices == "Qt is used under …\n"


@pytest.mark.parametrize(
    "bill", ["", "{", "[]", "null", '{"components": 1}', '{"components": [{}]}', '{"components": [1]}']
)
def test_a_bill_that_cannot_be_read_leaves_what_the_packages_say(tmp_path: Path, bill: str) -> None:
    (tmp_path / packages.BILL).write_text(bill)
    assert "requests" in {each.name for each in installed(ROOT, tmp_path).packages}
