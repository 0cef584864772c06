"""The key in a real Secret Service: made once, found again, and never replaced while a timeline needs it."""

from __future__ import annotations

import json
import subprocess
import sys
from collections.abc import Iterator
from pathlib import Path

import pytest
from jeepney import Message

from tests.desktop import private_bus, secret_service
from tests.fakes.service import Service, refused

pytestmark = pytest.mark.keyring
ROOT = Path(__file__).parents[3]

_FORGET = """
import sys
from keyring.backends.SecretService import Keyring
Keyring().delete_password("WiseStep Desktop", sys.argv[1])
"""
_REPLACE = """
import sys
from keyring.backends.SecretService import Keyring
Keyring().set_password("WiseStep Desktop", sys.argv[1], sys.argv[2])
"""


@pytest.fixture(scope="module")
def service() -> Iterator[dict[str, str]]:
    with secret_service() as environment:
        yield environment


def run(environment: dict[str, str], *words: str) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, *words], cwd=ROOT, env=environment, capture_output=True, text=True, timeout=60, check=False
    )


def wisestep(environment: dict[str, str], folder: Path, *words: str) -> subprocess.CompletedProcess[str]:
    return run(environment, "-m", "wisestep_desktop", "--data-dir", str(folder), *words)


def test_a_new_timelines_key_is_kept_and_found_again(service: dict[str, str], tmp_path: Path) -> None:
    first = wisestep(service, tmp_path, "settings", "set", "appearance.theme", "dark")
    assert (first.returncode, first.stderr) == (0, "")
    told = json.loads(wisestep(service, tmp_path, "settings", "get", "appearance.theme", "--json").stdout)
    assert told["appearance.theme"]["value"] == "dark"
    assert json.loads(wisestep(service, tmp_path, "doctor", "--json").stdout)["key"] == "keyring"
    assert not (tmp_path / "timeline.db").read_bytes().startswith(b"SQLite")


def test_two_timelines_have_two_keys(service: dict[str, str], tmp_path: Path) -> None:
    for name in ("one", "two"):
        assert wisestep(service, tmp_path / name, "status").returncode == 0
    (tmp_path / "two" / "timeline.db").write_bytes((tmp_path / "one" / "timeline.db").read_bytes())
    for left_over in (tmp_path / "two").glob("timeline.db-*"):
        left_over.unlink()
    assert "key does not open" in wisestep(service, tmp_path / "two", "status").stderr


def test_a_lost_key_is_never_replaced(service: dict[str, str], tmp_path: Path) -> None:
    assert wisestep(service, tmp_path, "status").returncode == 0
    before = (tmp_path / "timeline.db").read_bytes()
    assert run(service, "-c", _FORGET, str(tmp_path)).returncode == 0
    for _ in range(2):
        lost = wisestep(service, tmp_path, "status")
        assert (lost.returncode, lost.stdout) == (1, "")
        assert "not in the keyring any more" in lost.stderr
        assert len(lost.stderr.splitlines()) == 1
    assert (tmp_path / "timeline.db").read_bytes() == before


def test_deleting_everything_forgets_the_key_too(service: dict[str, str], tmp_path: Path) -> None:
    folder = tmp_path / "kept"
    assert wisestep(service, folder, "status").returncode == 0
    done = wisestep(service, folder, "delete-all", "--yes")
    assert (done.returncode, done.stderr) == (0, "")
    assert not folder.exists()
    assert run(service, "-c", _FORGET, str(folder)).returncode != 0  # there is nothing to forget
    assert wisestep(service, folder, "status").returncode == 0  # it begins afresh


@pytest.mark.parametrize(("kept", "says"), [("no key at all", "no key of ours"), ("ab" * 16, "damaged")])
def test_what_is_no_key_is_not_used(service: dict[str, str], tmp_path: Path, kept: str, says: str) -> None:
    assert wisestep(service, tmp_path, "status").returncode == 0
    before = (tmp_path / "timeline.db").read_bytes()
    assert run(service, "-c", _REPLACE, str(tmp_path), kept).returncode == 0
    told = wisestep(service, tmp_path, "status")
    assert told.returncode == 1
    assert says in told.stderr
    assert kept not in told.stderr
    assert (tmp_path / "timeline.db").read_bytes() == before


def test_a_plain_text_keyring_is_never_used(service: dict[str, str], tmp_path: Path) -> None:
    """Where the only keyring writes plain text or nothing, there is none for us."""
    without = {name: value for name, value in service.items() if name != "DBUS_SESSION_BUS_ADDRESS"}
    told = wisestep(without | {"PYTHON_KEYRING_BACKEND": "keyring.backends.null.Keyring"}, tmp_path, "status")
    assert (told.returncode, told.stdout) == (1, "")
    assert "keyring" in told.stderr
    assert not (tmp_path / "timeline.db").exists()


class Refusing(Service):
    """A Secret Service that is there and says no to everything."""

    names = ("org.freedesktop.secrets",)

    def answer(self, message: Message, path: str, member: str) -> Message | None:  # noqa: ARG002
        return refused(message, "org.freedesktop.DBus.Error.AccessDenied", "not you")


def test_a_keyring_that_refuses_is_told_in_a_sentence(service: dict[str, str], tmp_path: Path) -> None:
    with private_bus() as address, Refusing.on(address):
        told = wisestep(service | {"DBUS_SESSION_BUS_ADDRESS": address}, tmp_path, "status")
    assert (told.returncode, told.stdout) == (1, "")
    assert told.stderr == "The keyring did not answer. Unlock or restart it, then start WiseStep again.\n"
