"""User stories of the tray app, with nothing played: a real display, a real browser engine, a real sandbox."""

from __future__ import annotations

import contextlib
import json
import os
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest

from tests import desktop
from tests.journeys.conftest import PATIENCE, Machine, until, windows

pytestmark = [pytest.mark.journey, pytest.mark.display]


@contextlib.contextmanager
def sandbox(machine: Machine) -> Iterator[dict[str, Any]]:
    """Run the practice Actionstep and point the settings at it."""
    process = subprocess.Popen(machine.command("sandbox"), env=machine.environment, stdout=subprocess.PIPE, text=True)
    try:
        assert process.stdout is not None
        told: dict[str, Any] = json.loads(process.stdout.readline())
        machine.ask("settings", "set", "connection.environment", "custom")
        for name in ("authorize_url", "token_url", "client_id", "client_secret", "redirect_uri"):
            machine.ask("settings", "set", f"connection.{name}", told[name])
        yield told
    finally:
        process.terminate()
        process.communicate(timeout=PATIENCE)


def maps(pid: int) -> str:
    """Return what a process has loaded."""
    return Path(f"/proc/{pid}/maps").read_text()


def children(pid: int) -> list[int]:
    """Return the processes a process started."""
    return [
        int(child) for task in Path(f"/proc/{pid}/task").iterdir() for child in (task / "children").read_text().split()
    ]


def test_windows_become_rows_and_quitting_keeps_the_last_second(agreed: Machine) -> None:
    with agreed.app("--hidden"), desktop.real_window(agreed.display, "Deed – HAR-2024-017 – Word", "Word") as window:
        until(lambda: "WiseStep" in agreed.rows(), "our own window in front, since this screen has no tray")
        window.activate()
        until(lambda: "Deed – HAR-2024-017 – Word" in agreed.rows(), "the first row")
        window.retitle("Lease – Word")
        until(lambda: "Lease – Word" in agreed.rows(), "the second row")
    day = agreed.ask("timeline")
    assert {"Deed – HAR-2024-017 – Word", "Lease – Word"} <= {row["title"] for row in day["rows"]}
    assert sum(day["totals"][part] for part in ("active", "private", "possible", "away")) == pytest.approx(
        day["totals"]["elapsed"], abs=2
    )
    presence = day["presence"]
    assert presence[-1]["end"] >= day["rows"][-1]["end"]


def test_a_second_start_raises_the_first_and_records_nothing(agreed: Machine) -> None:
    with agreed.app("--hidden"):
        until(agreed.rows, "the first row")
        second = subprocess.run(agreed.command("run"), env=agreed.environment, timeout=PATIENCE, check=False)
        assert second.returncode == 0
        assert until(lambda: windows(agreed, "WiseStep"), "the window of the first")
        assert agreed.say("record", "--seconds", "1") == (
            "WiseStep is recording already in another window. Nothing is recorded twice."
        )


def test_who_replaces_the_program_ends_it_in_order_first(agreed: Machine) -> None:
    with agreed.app("--hidden") as app:
        until(agreed.rows, "the first row")
        assert (
            subprocess.run(agreed.command("quit"), env=agreed.environment, timeout=PATIENCE, check=False).returncode
            == 0
        )
        assert app.wait(PATIENCE) == 0
    assert subprocess.run(agreed.command("quit"), env=agreed.environment, timeout=PATIENCE, check=False).returncode == 0
    day = agreed.ask("timeline")
    assert day["presence"][-1]["end"] >= day["rows"][-1]["end"]


def test_the_tray_app_never_loads_the_browser_engine(agreed: Machine) -> None:
    with sandbox(agreed), agreed.app(**_unsandboxed()) as app:
        window = until(lambda: windows(agreed, "WiseStep"), "the window")[0]
        assert "WebEngine" not in maps(app.pid)
        desktop.xdotool(agreed.display, "windowactivate", "--sync", window)
        desktop.xdotool(agreed.display, "mousemove", "--window", window, "1050", "26", "click", "1")
        until(lambda: windows(agreed, "Connect to Actionstep"), "the sign-in window")
        [child] = until(lambda: children(app.pid), "the child process")
        until(lambda: "WebEngine" in maps(child), "the engine, in the child")
        assert "WebEngine" not in maps(app.pid)
        assert agreed.environment["WISESTEP_KEY_FILE"] not in Path(f"/proc/{child}/environ").read_text()


def test_as_root_the_sign_in_window_says_why_it_does_not_open(agreed: Machine) -> None:
    if os.geteuid() != 0:
        assert agreed.ask("doctor")["capture"] == "x11"  # only root is refused; anybody else has nothing to be told
        return
    with sandbox(agreed):
        said = agreed.say("connect", "--browser", "embedded", QTWEBENGINE_DISABLE_SANDBOX="")
    assert "does not open for the system administrator (root)" in said


def test_recording_without_a_window_prints_closed_visits(agreed: Machine) -> None:
    with desktop.real_window(agreed.display, "Deed – Word", "Word") as window:
        process = subprocess.Popen(
            [*agreed.command("record"), "--json"], env=agreed.environment, stdout=subprocess.PIPE, text=True
        )
        try:
            until(lambda: "Deed – Word" in agreed.rows(), "the first row")
            window.retitle("Lease – Word")
            assert process.stdout is not None
            told = json.loads(process.stdout.readline())
        finally:
            process.terminate()
            rest, _ = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    assert (told["application"], told["title"], told["presence"]) == ("Word", "Deed – Word", "active")
    assert json.loads(rest.splitlines()[-1])["title"] == "Lease – Word"


def test_the_display_going_away_ends_recording_with_a_sentence(agreed: Machine) -> None:
    with desktop.x_server() as server, contextlib.ExitStack() as stack:
        stack.enter_context(desktop.openbox(server.name))
        environment = {**agreed.environment, "DISPLAY": server.name}
        process = subprocess.Popen(
            [*agreed.command("record"), "--json"],
            env=environment,
            stderr=subprocess.PIPE,
            stdout=subprocess.PIPE,
            text=True,
        )
        until(agreed.rows, "the first row")
        server.kill()
        _, complaints = process.communicate(timeout=PATIENCE)
    assert process.returncode == 1
    assert complaints.strip() == "The display went away, so recording ended. All time until then is kept."


def test_an_x_server_that_restarts_costs_no_second_before_and_none_after(agreed: Machine) -> None:
    """What a service manager does: the recording ends with the display, and begins again with the next one."""
    name = None
    for title in ("Before the crash", "After the restart"):
        with desktop.x_server(name) as server, contextlib.ExitStack() as stack:
            name = server.name
            stack.enter_context(desktop.openbox(name))
            environment = {**agreed.environment, "DISPLAY": name}
            stack.enter_context(desktop.real_window(name, title, "Word"))
            command = [*agreed.command("record"), "--json"]
            with subprocess.Popen(command, env=environment, stderr=subprocess.PIPE, stdout=subprocess.PIPE) as process:
                until(lambda title=title: title in agreed.rows(), title)
                server.kill()
                process.communicate(timeout=PATIENCE)
            assert process.returncode == 1
    day = agreed.ask("timeline")
    assert [row["title"] for row in day["rows"]] == ["Before the crash", "After the restart"]
    assert sum(row["seconds"] for row in day["rows"]) <= day["totals"]["elapsed"]
    log = (Path(agreed.environment["WISESTEP_DATA_DIR"]) / "wisestep.log").read_text()
    assert "windows: x11" in log
    assert "crash" not in log


def test_without_a_display_the_program_says_what_works(agreed: Machine) -> None:
    environment = {name: value for name, value in agreed.environment.items() if name != "DISPLAY"}
    done = subprocess.run(
        agreed.command("run"), env=environment, capture_output=True, text=True, timeout=PATIENCE, check=False
    )
    assert done.returncode == 1
    assert done.stderr.strip() == "There is no display for a window. The commands work without one: wisestep --help."


def _unsandboxed() -> dict[str, str]:
    """As root Chromium refuses to start with its sandbox; only tests may switch it off."""
    return {"QTWEBENGINE_DISABLE_SANDBOX": "1"} if os.geteuid() == 0 else {}
