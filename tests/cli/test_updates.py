"""``wisestep updates`` beside a real https server, with documents made by the maintainers' own script."""

from __future__ import annotations

import subprocess
import sys
from collections.abc import Callable, Iterator
from dataclasses import dataclass
from http.server import BaseHTTPRequestHandler
from pathlib import Path
from typing import ClassVar

import pytest

from tests.cli.conftest import ROOT, Wisestep
from tests.fakes.https_server import https_server, own_certificate

SCRIPT = ROOT / "scripts" / "release-manifest"
FILES = {"WiseStep-9.0.0.msi": b"windows", "WiseStep-9.0.0.dmg": b"macos", "wisestep_9.0.0.deb": b"linux"}


def run_script(*words: str | Path) -> subprocess.CompletedProcess[str]:
    return subprocess.run(
        [sys.executable, str(SCRIPT), *map(str, words)], capture_output=True, text=True, timeout=60, check=False
    )


@dataclass
class Maintainer:
    """Has a key, a folder of files, and publishes documents."""

    folder: Path
    public: str = ""

    def __post_init__(self) -> None:
        (self.folder / "files").mkdir()
        for name, content in FILES.items():
            (self.folder / "files" / name).write_bytes(content)
        made = run_script("new-key", self.key)
        assert made.returncode == 0, made.stderr
        self.public = made.stdout.strip()

    @property
    def key(self) -> Path:
        return self.folder / "key"

    @property
    def document(self) -> Path:
        return self.folder / "release.json"

    def make(self, *words: str, version: str = "9.0.0", serial: int = 1) -> subprocess.CompletedProcess[str]:
        pages = [
            word for name in ("windows", "macos", "linux") for word in ("--page", f"{name}=https://a.example/{name}")
        ]
        return run_script(
            "make", "--key", self.key, "--folder", self.folder / "files", "--into", self.document,
            "--version", version, "--serial", str(serial), "--notes", "https://a.example/notes", *pages, *words,
        )  # fmt: skip

    def verify(self, key: str = "") -> subprocess.CompletedProcess[str]:
        return run_script("verify", self.document, "--key", key or self.public, "--folder", self.folder / "files")


@pytest.fixture
def maintainer(tmp_path: Path) -> Maintainer:
    folder = tmp_path / "maintainer"
    folder.mkdir()
    return Maintainer(folder)


class Server(BaseHTTPRequestHandler):
    """Answers with whatever stands in the file now."""

    file: ClassVar[Path]
    asked: ClassVar[int] = 0

    def do_GET(self) -> None:
        type(self).asked += 1
        data = type(self).file.read_bytes()
        self.send_response(200)
        self.send_header("Content-Length", str(len(data)))
        self.end_headers()
        self.wfile.write(data)

    def log_message(self, *_: object) -> None:
        """Say nothing."""


@pytest.fixture
def address(tmp_path: Path, maintainer: Maintainer, wisestep: Wisestep) -> Iterator[str]:
    """Serve the document to a program that is set up to ask for it."""
    certificate = own_certificate(tmp_path)
    Server.file, Server.asked = maintainer.document, 0
    wisestep.more["SSL_CERT_FILE"] = str(certificate)
    with https_server(Server, certificate) as served:
        for name, value in (("address", f"{served}/release.json"), ("key", maintainer.public)):
            assert wisestep("settings", "set", f"updates.{name}", value).code == 0
        yield served


def log(wisestep: Wisestep) -> list[str]:
    file = wisestep.folder / "data" / "wisestep.log"
    return file.read_text("utf-8").splitlines() if file.exists() else []


def test_by_itself_it_only_says_what_is_known(wisestep: Wisestep) -> None:
    told = wisestep("updates", "--json").value("updates")
    assert (told["later"], told["asks"], told["silenced"], told["address"]) == (None, False, False, None)
    assert wisestep("updates").out.startswith("Not checked\n")
    assert wisestep("updates", "--check").sentence() == (
        "No address is set at which new versions are told of, so nobody was asked. It is the setting updates.address."
    )


@pytest.mark.usefixtures("address")
def test_what_a_maintainer_published_is_told(wisestep: Wisestep, maintainer: Maintainer) -> None:
    made = maintainer.make("--important")
    assert made.returncode == 0, made.stderr
    told = wisestep("updates", "--check", "--json").value("updates")
    later = told["later"]
    assert (later["version"], later["important"], later["notes"]) == ("9.0.0", True, "https://a.example/notes")
    assert [each["name"] for each in later["files"]] == ["wisestep_9.0.0.deb"]
    assert told["checked"] is not None
    assert told["next_check"] is None  # nobody allowed it to ask by itself
    said = wisestep("updates").out
    assert said.startswith("Version 9.0.0 is available\n")
    assert "https://a.example/linux" in said
    assert wisestep("updates", "--skip", "9.0.0", "--json").value("updates")["skipped"]
    assert wisestep("updates", "--skip", "9").sentence().startswith("“9” is no version")
    assert Server.asked == 1


@pytest.mark.usefixtures("address")
def test_what_is_ignored_is_said_in_a_sentence_and_leaves_a_line(wisestep: Wisestep, maintainer: Maintainer) -> None:
    assert maintainer.make(serial=5).returncode == 0
    assert wisestep("updates", "--check").code == 0
    whole = maintainer.document.read_bytes()
    maintainer.document.write_bytes(whole.replace(b"9.0.0", b"9.9.9"))
    assert "changed after it was signed" in wisestep("updates", "--check").sentence()
    maintainer.document.unlink()
    assert maintainer.make(serial=4).returncode == 0
    assert "older than what was seen before" in wisestep("updates", "--check").sentence()
    told = wisestep("updates", "--json").value("updates")
    assert (told["reason_code"], told["later"]["version"]) == ("release.older", "9.0.0")
    assert [line.partition("wisestep.updates ")[2] for line in log(wisestep)] == [
        "news of versions was ignored: release.forged",
        "news of versions was ignored: release.older",
    ]


def test_offline_it_says_so_and_the_log_is_silent(wisestep: Wisestep, maintainer: Maintainer) -> None:
    for name, value in (("address", "https://127.0.0.1:9/release.json"), ("key", maintainer.public)):
        assert wisestep("settings", "set", f"updates.{name}", value).code == 0
    assert wisestep("updates", "--check").sentence().startswith("https://127.0.0.1:9/release.json cannot be reached (")
    assert log(wisestep) == []


# The script -------------------------------------------------------------------------------------------------------


def test_the_script_makes_what_it_verifies(maintainer: Maintainer) -> None:
    made = maintainer.make()
    assert made.returncode == 0, made.stderr
    assert maintainer.public in made.stdout
    assert maintainer.verify().returncode == 0
    assert run_script("public", maintainer.key).stdout.strip() == maintainer.public
    assert maintainer.key.stat().st_mode & 0o777 == 0o600
    assert maintainer.key.read_text().strip() not in made.stdout + made.stderr + maintainer.document.read_text()
    (maintainer.folder / "files" / "WiseStep-9.0.0.msi").write_bytes(b"window5")
    changed = maintainer.verify()
    assert changed.returncode == 1
    assert "WiseStep-9.0.0.msi is not the file" in changed.stderr
    other = run_script("new-key", maintainer.folder / "other").stdout.strip()
    assert "release.wrong_key" in maintainer.verify(other).stderr


@pytest.mark.parametrize(
    ("spoil", "why"),
    [
        (lambda one: one.key.chmod(0o644), "can be read by others"),
        (lambda one: one.key.write_text("abc"), "64 hexadecimal digits"),
        (lambda one: (one.folder / "files" / "notes.txt").write_text("x"), "for which system notes.txt is"),
        (lambda one: (one.folder / "files" / "WiseStep-9.0.0.dmg").unlink(), "both have to be the same"),
        (lambda one: (one.folder / "files" / "WiseStep-9.0.0.dmg").write_bytes(b""), "release.bad_field field=size"),
        (lambda one: one.make(serial=1), "programs that saw it ignore 1"),
    ],
)  # fmt: skip
def test_what_is_not_as_it_has_to_be_is_not_signed(
    maintainer: Maintainer, spoil: Callable[[Maintainer], object], why: str
) -> None:
    spoil(maintainer)
    before = maintainer.document.read_bytes() if maintainer.document.exists() else b""
    made = maintainer.make(serial=1)
    assert made.returncode == 1
    assert why in made.stderr
    assert (maintainer.document.read_bytes() if maintainer.document.exists() else b"") == before


def test_a_key_that_is_there_is_never_replaced(maintainer: Maintainer) -> None:
    before = maintainer.key.read_text()
    assert run_script("new-key", maintainer.key).returncode == 1
    assert maintainer.key.read_text() == before
