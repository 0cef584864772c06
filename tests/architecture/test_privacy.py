"""PRIVACY.md names every connection that the program can make: what it says is held against the code."""

from __future__ import annotations

import ast
import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

PROJECT = Path(__file__).resolve().parents[2]
PAPER = (PROJECT / "PRIVACY.md").read_text("utf-8")

CONNECTING = (
    *("requests", "urllib.request", "urllib3", "http.client", "http.server", "xmlrpc", "ftplib", "smtplib", "imaplib"),
    *("poplib", "telnetlib", "socket", "socketserver", "ssl", "asyncio", "webbrowser", "authlib", "werkzeug"),
    *("PySide6.QtNetwork", "PySide6.QtWebEngineCore", "PySide6.QtWebEngineWidgets", "PySide6.QtWebSockets"),
    "PySide6.QtGui.QDesktopServices",
)
"""What a module has to import before it can reach anything outside its process."""


def imported(file: Path) -> Iterator[str]:
    for node in ast.walk(ast.parse(file.read_text("utf-8"))):
        if isinstance(node, ast.Import):
            yield from (each.name for each in node.names)
        elif isinstance(node, ast.ImportFrom) and node.module:
            yield from (f"{node.module}.{each.name}" for each in node.names)


def connects(file: Path) -> bool:
    return any(name == each or name.startswith(f"{each}.") for name in imported(file) for each in CONNECTING)


def section(title: str) -> str:
    return PAPER.split(f"## {title}\n", 1)[1].split("\n## ", 1)[0]


def named(text: str) -> set[str]:
    return set(re.findall(r"`(wisestep_desktop/[\w/]+\.py)`", text))


def test_every_module_that_can_connect_is_named_and_no_other() -> None:
    can = {
        file.relative_to(PROJECT).as_posix() for file in (PROJECT / "wisestep_desktop").rglob("*.py") if connects(file)
    }
    assert named(PAPER) == can
    outside, inside = (
        named(section("Every connection over the network")),
        named(section("Talks that stay on this computer")),
    )
    assert not outside & inside


def test_every_connection_says_when_what_and_who_decides() -> None:
    rows = [
        [cell.strip() for cell in line.strip("|").split(" | ")]
        for line in section("Every connection over the network").splitlines()
        if line.startswith("| ") and not line.startswith(("| with whom", "| ---"))
    ]
    assert len(rows) == 6
    assert all(len(row) == 5 and all(row) for row in rows)


def test_settings_that_it_names_are_there() -> None:
    from wisestep_desktop.core.settings import setting  # noqa: PLC0415

    names = set(re.findall(r"`((?:connection|updates)\.\w+|[A-Z]+(?:_[A-Z]+){2,})`", PAPER))
    assert len(names) >= 7
    for name in names:
        assert setting(name).name == name


def test_modules_that_could_connect_by_hand_do_not() -> None:
    """Nothing is imported by a name that is put together, which the other test could not see."""
    loose = re.compile(r"\b(__import__|import_module)\(")
    found = [
        file.name for file in (PROJECT / "wisestep_desktop").rglob("*.py") if loose.search(file.read_text("utf-8"))
    ]
    assert found == []


WATCHED = """
import json, sys
reached = []
def hear(event, arguments):
    if event in ("socket.connect", "socket.getaddrinfo", "socket.gethostbyname", "socket.sendto"):
        reached.append([event, repr(arguments[1] if event != "socket.getaddrinfo" else arguments[0])])
sys.addaudithook(hear)
from wisestep_desktop.cli import main
statuses = [main(words) for words in json.loads(sys.argv[1])]
print("\\n" + json.dumps({"reached": reached, "statuses": statuses}))
"""


def test_who_is_not_connected_reaches_nobody(tmp_path: Path) -> None:
    """What Python does is heard by an audit hook, whichever library does it."""
    key = tmp_path / "key"
    key.write_text("5e" * 32)
    key.chmod(0o600)
    commands = [
        ["status"], ["doctor"], ["timeline"], ["matters"], ["outbox"], ["settings", "list"], ["match", "A title"],
        ["retention"], ["stored"], ["send", "--dry-run"], ["updates"], ["report"],
    ]  # fmt: skip
    environment = {name: value for name, value in os.environ.items() if name not in ("DISPLAY", "WAYLAND_DISPLAY")}
    environment |= {"WISESTEP_DATA_DIR": str(tmp_path / "data"), "WISESTEP_KEY_FILE": str(key)}
    environment["DBUS_SESSION_BUS_ADDRESS"] = environment["DBUS_SYSTEM_BUS_ADDRESS"] = "unix:path=/nowhere"
    done = subprocess.run(
        [sys.executable, "-c", WATCHED, json.dumps(commands)],
        env=environment, cwd=PROJECT, capture_output=True, text=True, check=False, timeout=120,
    )  # fmt: skip
    told = json.loads(done.stdout.splitlines()[-1])
    assert len(told["statuses"]) == len(commands)
    assert [each for each in told["reached"] if "/nowhere" not in each[1]] == [], done.stderr
