"""The whole self-test with nothing left out: a real display, a real keyring, the real browser engine."""

from __future__ import annotations

import json
import os
import subprocess
import sys
from pathlib import Path
from typing import Any

import pytest
from jeepney import DBusAddress, new_method_call
from jeepney.io.blocking import open_dbus_connection

from tests import desktop
from tests.adapters.secrets.test_keyring import Refusing
from tests.cli.conftest import schema
from tests.cli.test_selftest import those

pytestmark = [pytest.mark.journey, pytest.mark.display, pytest.mark.keyring]
ROOT = Path(__file__).parents[2]
PATIENCE = 60


def secrets_in(address: str) -> list[str]:
    """Return what the keyring holds, locked or not."""
    service = DBusAddress("/org/freedesktop/secrets", "org.freedesktop.secrets", "org.freedesktop.Secret.Service")
    with open_dbus_connection(address) as bus:
        answer = bus.send_and_get_reply(new_method_call(service, "SearchItems", "a{ss}", ({},)), timeout=PATIENCE)
    return [item for items in answer.body for item in items]


def run(folder: Path, environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    (folder / "temp").mkdir(exist_ok=True)
    usual = {name: value for name, value in environment.items() if not name.startswith("XDG_")}
    more = {"TMPDIR": str(folder / "temp"), "HOME": str(folder), "PYTHONPATH": str(ROOT)}
    if os.geteuid() == 0:
        more["QTWEBENGINE_DISABLE_SANDBOX"] = "1"  # for root, Chromium runs only without it; only tests may do so
    command = [sys.executable, "-m", "wisestep_desktop", "selftest", *words]
    return subprocess.run(
        command, env=usual | more, capture_output=True, text=True, timeout=PATIENCE, check=False, cwd=folder
    )


def told(done: subprocess.CompletedProcess[str]) -> Any:  # noqa: ANN401
    shape = json.loads(done.stdout)
    schema("selftest").validate(shape)
    return shape


def test_everything_passes_and_nothing_is_left(tmp_path: Path) -> None:
    with desktop.secret_service() as environment, desktop.display() as name:
        done = run(tmp_path, environment | {"DISPLAY": name}, "--json")
        left = secrets_in(environment["DBUS_SESSION_BUS_ADDRESS"])
    shape = told(done)
    assert (done.returncode, done.stderr) == (0, ""), shape
    assert set(those(shape, "not_run")) == {"notices"}
    facts = {part["part"]: part["facts"] for part in shape["parts"]}
    assert facts["keyring"] == {"kind": "keyring"}
    assert facts["sign-in"] == {"by": "window", "person": "Tester, Terry"}
    assert facts["capture"] == {"by": "x11"}
    assert facts["match"] == {"in the timeline": "yes"}
    assert "Chromium" in shape["versions"]["browser"]
    assert left == []
    assert list((tmp_path / "temp").iterdir()) == []
    assert not (tmp_path / ".config" / "autostart").exists()
    assert not (tmp_path / ".local" / "share" / "WiseStep").exists()


def test_a_keyring_that_refuses_fails_and_the_rest_goes_on(tmp_path: Path) -> None:
    with desktop.private_bus() as address, Refusing.on(address), desktop.display() as name:
        environment = {"PATH": os.environ["PATH"], "LANG": "C.UTF-8", "DISPLAY": name}
        done = run(tmp_path, environment | {"DBUS_SESSION_BUS_ADDRESS": address}, "--json")
    shape = told(done)
    assert done.returncode == 1
    assert those(shape, "failed") == {"keyring": "keyring.failed"}
    assert done.stderr.startswith("keyring: ")
    assert {"store", "sign-in-window", "capture", "send", "clean-up"} <= set(those(shape, "passed"))
    assert list((tmp_path / "temp").iterdir()) == []
