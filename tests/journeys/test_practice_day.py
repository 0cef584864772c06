"""The practice day itself, as ``make demo`` runs it: every second accounted for, every entry equal, nothing doubled."""

from __future__ import annotations

import json
import os
import subprocess

import pytest

from tests.journeys.conftest import Machine


@pytest.mark.journey
@pytest.mark.display
@pytest.mark.timeout(400)
def test_a_whole_day_fits_together(machine: Machine) -> None:
    into = machine.folder / "demo"
    environment = {name: value for name, value in machine.environment.items() if not name.startswith("WISESTEP_")}
    if os.geteuid() == 0:
        environment["QTWEBENGINE_DISABLE_SANDBOX"] = "1"
    done = subprocess.run(
        machine.command("demo", "--tour", "--schemes", "light", "--into", str(into)),
        env=environment,
        capture_output=True,
        text=True,
        timeout=380,
        check=False,
    )
    assert done.returncode == 0, done.stderr + done.stdout
    report = json.loads((into / "report.json").read_text())
    assert report["mismatches"] == []
    assert report["duplicates"] == 0
    assert report["dropped_after_create"] == 1
    assert report["entries"] == report["sandbox_entries"] == 3
    assert report["elapsed_seconds"] == report["accounted_seconds"] > 30
    assert report["tagged_rows"] >= 5
    assert report["private_seconds"] >= 2
    assert all((into / name).stat().st_size > 10_000 for name in report["screenshots"])
    assert len(report["screenshots"]) >= 6
