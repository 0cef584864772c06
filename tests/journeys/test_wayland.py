"""The program on a real Sway: what is in front is recorded, as on X11, by events and without XWayland."""

from __future__ import annotations

import json
import subprocess
from pathlib import Path

import pytest

from tests.journeys.conftest import PATIENCE, Machine, until
from tests.wayland import WaylandWindow, sway

pytestmark = [pytest.mark.journey, pytest.mark.display]


def test_windows_of_sway_become_rows(agreed: Machine) -> None:
    with sway() as desk, WaylandWindow(desk, "Deed – HAR-2024-017", "writer") as deed:
        environment = {**agreed.environment, "WAYLAND_DISPLAY": desk.display, "XDG_CURRENT_DESKTOP": "sway"}
        environment.pop("DISPLAY")
        command = [*agreed.command("record"), "--json"]
        with subprocess.Popen(command, env=environment, stdout=subprocess.PIPE, text=True) as process:
            try:
                until(lambda: "Deed – HAR-2024-017" in agreed.rows(), "the first row")
                deed.retitle("Lease – HAR-2024-018")
                assert process.stdout is not None
                first = json.loads(process.stdout.readline())
                with WaylandWindow(desk, "Inbox", "mail"):
                    second = json.loads(process.stdout.readline())
                desk.bare_desktop()
                third = json.loads(process.stdout.readline())
            finally:
                process.terminate()
                process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    told = [(each["application"], each["title"]) for each in (first, second, third)]
    assert told[:2] == [("writer", "Deed – HAR-2024-017"), ("writer", "Lease – HAR-2024-018")]
    assert first["end"] == second["start"]
    log = (Path(agreed.environment["WISESTEP_DATA_DIR"]) / "wisestep.log").read_text()
    assert "windows: wlroots" in log
    assert "inputs: kde-idle" in log or "inputs: wayland" in log
    assert "HAR-2024" not in log


def test_where_no_desktop_tells_nothing_is_recorded_and_it_says_so(agreed: Machine) -> None:
    said = agreed.say("record", DISPLAY="", WAYLAND_DISPLAY="/nowhere", XDG_CURRENT_DESKTOP="sway")
    assert said == "No Wayland desktop answers here, so nothing can be recorded in this way."
    assert agreed.rows() == {}
