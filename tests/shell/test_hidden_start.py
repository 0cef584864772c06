"""What a hidden start loads: what it needs, and nothing that waits for somebody to open it."""

from __future__ import annotations

import argparse
import json
import os
import subprocess
import sys
from pathlib import Path

import pytest

from wisestep_desktop.bootstrap import open_program
from wisestep_desktop.cli import app_commands
from wisestep_desktop.services import preferences

START = """
import json, sys
from PySide6.QtCore import QTimer
from PySide6.QtWidgets import QSystemTrayIcon
from wisestep_desktop.cli import main
from wisestep_desktop.shell.app import App

QSystemTrayIcon.isSystemTrayAvailable = staticmethod(lambda: True)
begin, told = App.begin, []

def begun(app, *, hidden):
    begin(app, hidden=hidden)
    app._reminders.look()
    app._tidying.look()
    wait(app)

def wait(app):
    if app._reminders._looking or app._tidying._looking:
        QTimer.singleShot(10, lambda: wait(app))
        return
    told.append(sorted(sys.modules))
    app.show_window()
    told.append(sorted(sys.modules))
    app._application.quit()

App.begin = begun
status = main(["run", "--hidden"])
print(json.dumps(told))
raise SystemExit(status)
"""

WAITS = (
    "wisestep_desktop.shell.views", "wisestep_desktop.shell.models", "wisestep_desktop.shell.widgets",
    "wisestep_desktop.shell.signin", "wisestep_desktop.shell.practice", "wisestep_desktop.shell.upkeep_words",
    "wisestep_desktop.services.exporting", "wisestep_desktop.services.importing",
    "wisestep_desktop.services.publishing",
    "wisestep_desktop.services.properties", "wisestep_desktop.services.selftesting",
    "wisestep_desktop.adapters.actionstep", "wisestep_desktop.adapters.activitywatch",
    "wisestep_desktop.adapters.export", "wisestep_desktop.adapters.team", "wisestep_desktop.adapters.updates",
    "asyncio", "authlib", "cryptography", "email", "http", "jinja2", "keyring", "requests", "sqlite3", "ssl",
    "truststore", "werkzeug", "xlsxwriter",
)  # fmt: skip
"""What nobody needs until something is opened, connected or exported."""

SETTINGS = ("wisestep_desktop.shell.views.settings", "wisestep_desktop.shell.views.team")


def among(modules: list[str], packages: tuple[str, ...]) -> list[str]:
    return [each for each in modules if any(each == name or each.startswith(f"{name}.") for name in packages)]


@pytest.fixture
def environment(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> dict[str, str]:
    """Agree to be recorded; return the environment of that timeline."""
    key = tmp_path / "key"
    key.touch(mode=0o600)
    key.write_text("5e" * 32)
    monkeypatch.setenv("WISESTEP_KEY_FILE", str(key))
    monkeypatch.setenv("WISESTEP_DATA_DIR", str(tmp_path / "data"))
    with open_program(None) as program:
        program.store.write(lambda books: preferences.change(books, "privacy.consent", "test")).result()
    return {**os.environ, "QT_QPA_PLATFORM": "offscreen", "HOME": str(tmp_path)}


def test_a_hidden_start_loads_no_window_and_a_window_no_settings(environment: dict[str, str]) -> None:
    done = subprocess.run(
        [sys.executable, "-c", START], cwd=Path(__file__).parents[2], env=environment, capture_output=True, text=True,
        timeout=60, check=False,
    )  # fmt: skip
    assert done.returncode == 0, done.stderr
    hidden, shown = json.loads(done.stdout)
    assert among(hidden, WAITS) == []
    commands = [each for each in hidden if each.startswith("wisestep_desktop.cli.") and "command" in each]
    assert commands == ["wisestep_desktop.cli.app_commands"]
    assert "wisestep_desktop.shell.views.timeline_window" in shown
    assert among(shown, SETTINGS) == []


def test_the_commands_that_start_it_are_known_by_name() -> None:
    commands = argparse.ArgumentParser().add_subparsers()
    app_commands.add(commands)
    assert set(commands.choices) == app_commands.NAMES
