"""What the program says it is made of."""

from __future__ import annotations

from pathlib import Path

import pytest

from wisestep_desktop.adapters.system import packages
from wisestep_desktop.adapters.system.packages import installed

ROOT = Path(__file__).parents[3]


def test_every_package_has_a_version_and_a_licence() -> None:
    found = installed(ROOT)
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
    found = installed(tmp_path)
    assert (found.packages, found.licence) == ((), "")
    assert found.python
