"""A day of the tray app in which every secret is a canary: none is found in anything written, said or started."""

from __future__ import annotations

import contextlib
import json
import subprocess
from collections.abc import Iterator
from pathlib import Path
from typing import Any

import pytest
import requests

from tests import desktop
from tests.cli.conftest import answer_pages
from tests.journeys.conftest import PATIENCE, Machine, until, windows

pytestmark = [pytest.mark.journey, pytest.mark.display]

TITLE = "10482 Canary-Title-Zebra - Word"
NARRATIVE = "Canary-Narrative of privileged advice"
WORTH_SEEKING = 48
"""Characters: a piece of a token is as telling as the whole."""


def of_process(pid: int) -> list[bytes]:
    """Return what any other user of the computer, or a crash report, could see of a process."""
    return [(Path(f"/proc/{pid}") / name).read_bytes() for name in ("cmdline", "environ")]


@contextlib.contextmanager
def running(machine: Machine, *words: str) -> Iterator[subprocess.Popen[bytes]]:
    """Run a command and kill it in the end: what a crash leaves behind counts too."""
    pipe = subprocess.PIPE
    with subprocess.Popen(machine.command(*words), env=machine.environment, stdout=pipe, stderr=pipe) as process:
        try:
            yield process
        finally:
            process.kill()


def configure(machine: Machine, told: dict[str, Any]) -> bytes:
    """Point the settings at the sandbox; the secret goes in by standard input."""
    machine.ask("settings", "set", "connection.environment", "custom")
    for name in ("authorize_url", "token_url", "client_id"):
        machine.ask("settings", "set", f"connection.{name}", told[name])
    words = machine.command("settings", "set", "connection.client_secret", "-")
    secret = told["client_secret"].encode()
    return subprocess.run(words, env=machine.environment, input=secret, capture_output=True, check=True).stdout


def sign_in(machine: Machine) -> list[bytes]:
    """Connect; return what could be seen of that from outside."""
    with running(machine, "connect", "--browser", "system", "--no-open") as process:
        assert process.stdout is not None
        url = json.loads(process.stdout.readline())["authorize_url"]
        seen = of_process(process.pid)
        answer_pages(url)
        seen += process.communicate(timeout=PATIENCE)
    assert process.returncode == 0
    return seen


def live_the_day(machine: Machine) -> None:
    """Let a window be seen, and send some time."""
    machine.ask("sync")
    until(lambda: TITLE in machine.rows(), "the row")
    today = machine.ask("timeline")["date"]
    machine.ask("add", "--matter", "10482", "--date", today, "--seconds", "600", "--narrative", NARRATIVE)
    assert machine.ask("send")["sent"] == 1


def test_no_secret_is_left_lying_about(agreed: Machine) -> None:
    with running(agreed, "sandbox", "--matters", "60") as sandbox:
        assert sandbox.stdout is not None
        told = json.loads(sandbox.stdout.readline())
        seen = [configure(agreed, told)]
        with running(agreed, "run", "--hidden") as app, desktop.real_window(agreed.display, TITLE, "Word") as window:
            until(lambda: windows(agreed, "WiseStep"), "our own window, since this screen has no tray")
            window.activate()
            seen += sign_in(agreed)
            live_the_day(agreed)
            assert requests.post(f"{told['control_url']}/revoke", json={}, timeout=10).status_code == 200
            seen += [agreed.say("sync").encode(), json.dumps(agreed.ask("status")).encode(), *of_process(app.pid)]
            app.kill()
            seen += app.communicate(timeout=PATIENCE)
        given = requests.get(f"{told['control_url']}/given", timeout=10).json()
    assert len(given) >= 3
    canaries = [one[:WORTH_SEEKING].encode() for one in given]
    canaries += [told["client_secret"].encode(), b"Canary-Title", b"Canary-Narrative"]
    files = [file for file in agreed.folder.rglob("*") if file.is_file()]
    assert any(file.name == "timeline.db" for file in files)
    for where, text in [*((str(file), file.read_bytes()) for file in files), *(("said", text) for text in seen)]:
        found = [canary for canary in canaries if canary in text]
        assert not found, f"{found} in {where}"
