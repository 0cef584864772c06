"""The last step of a build: papers beside the installers, sizes judged, checksums that fit."""

from __future__ import annotations

import hashlib
from pathlib import Path

import pytest

from installer.freezing.bundle import FOLDER
from installer.freezing.papers import BILL, NOTICES
from installer.freezing.shipping import SUMS, ship


@pytest.fixture
def builds(tmp_path: Path) -> Path:
    for build in ("full", "slim", "windows"):
        papers = tmp_path / "builds" / build / "WiseStep" / "_internal" / FOLDER
        papers.mkdir(parents=True)
        (papers / BILL).write_text(f"bill of {build}")
        (papers / NOTICES).write_text(f"notices of {build}")
    (tmp_path / "dist").mkdir()
    return tmp_path / "builds"


def test_what_is_released_is_complete_and_its_checksums_fit(
    builds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]
) -> None:
    dist = tmp_path / "dist"
    (dist / "wisestep_1.2.3_amd64.deb").write_bytes(bytes(1_500_000))
    assert ship(builds, dist, "1.2.3") == []
    assert (dist / "wisestep_1.2.3_linux-slim.cdx.json").read_text() == "bill of slim"
    assert (dist / f"wisestep_1.2.3_windows_{NOTICES}").read_text() == "notices of windows"
    assert "1.5 MB  wisestep_1.2.3_amd64.deb" in capsys.readouterr().out
    sums = dict(line.split("  ")[::-1] for line in (dist / SUMS).read_text().splitlines())
    assert set(sums) == {file.name for file in dist.iterdir()} - {SUMS}
    assert all(hashlib.sha256((dist / name).read_bytes()).hexdigest() == digest for name, digest in sums.items())
    ship(builds, dist, "1.2.3")
    assert SUMS not in (dist / SUMS).read_text()


def test_what_is_too_large_or_missing_is_said(builds: Path, tmp_path: Path, capsys: pytest.CaptureFixture[str]) -> None:
    dist = tmp_path / "dist"
    with (dist / "WiseStep-1.2.3-x64.exe").open("wb") as file:
        file.truncate(900_000_000)
    (builds / "windows").rename(tmp_path / "elsewhere")
    said = ship(builds, dist, "1.2.3")
    assert len(said) == 2
    assert "windows" in said[0]
    assert "900.0 MB" in said[1]
    assert len(ship(builds, dist, "1.2.3", packed_small=False)) == 1
    assert "not judged" in capsys.readouterr().out
