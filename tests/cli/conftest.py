"""The program as somebody starts it: a process with its own data directory, beside a sandbox that is a process too."""

from __future__ import annotations

import json
import os
import re
import subprocess
import sys
from collections.abc import Iterator
from dataclasses import dataclass, field
from pathlib import Path
from typing import Any
from urllib.parse import urlsplit

import pytest
import requests
from jsonschema import Draft202012Validator

ROOT = Path(__file__).parents[2]
SCHEMAS = ROOT / "docs" / "cli"
COMMAND = [sys.executable, "-m", "wisestep_desktop"]
PATIENCE = 60


def schema(name: str) -> Draft202012Validator:
    told = json.loads((SCHEMAS / f"{name}.schema.json").read_text("utf-8"))
    Draft202012Validator.check_schema(told)
    return Draft202012Validator(told)


@dataclass(frozen=True, slots=True)
class Said:
    """What a command said, and how it ended."""

    code: int
    out: str
    err: str

    def values(self, name: str) -> list[Any]:
        """Return every JSON value it printed, each as its schema wants it, and nothing else printed."""
        assert self.code == 0, self.err
        told = [json.loads(line) for line in self.out.splitlines()]
        for each in told:
            schema(name).validate(each)
        return told

    def value(self, name: str) -> Any:  # noqa: ANN401
        [told] = self.values(name)
        return told

    def sentence(self) -> str:
        """Return the one sentence of a failure; there is no trace and nothing on stdout."""
        assert self.code == 1, self
        assert self.out == ""
        assert "Traceback" not in self.err
        assert len(self.err.splitlines()) == 1, self.err
        assert self.err.rstrip().endswith((".", "…")), self.err
        return self.err.strip()


@dataclass(slots=True)
class Wisestep:
    """Runs commands on one data directory."""

    folder: Path
    more: dict[str, str] = field(default_factory=dict)

    def environment(self) -> dict[str, str]:
        usual = {"PATH": os.environ["PATH"], "HOME": str(self.folder), "LANG": "C.UTF-8", "TZ": "Australia/Sydney"}
        usual |= {"WISESTEP_DATA_DIR": str(self.folder / "data"), "WISESTEP_KEY_FILE": str(self.folder / "key")}
        return {name: value for name, value in (usual | self.more).items() if value}

    def __call__(self, *words: str, stdin: bytes = b"") -> Said:
        done = subprocess.run(
            [*COMMAND, *words], cwd=ROOT, env=self.environment(), input=stdin, capture_output=True, timeout=PATIENCE,
            check=False,
        )  # fmt: skip
        return Said(done.returncode, done.stdout.decode(), done.stderr.decode())

    def start(self, *words: str) -> subprocess.Popen[bytes]:
        """Start a command that goes on; the caller ends it."""
        pipe = subprocess.PIPE
        return subprocess.Popen([*COMMAND, *words], cwd=ROOT, env=self.environment(), stdout=pipe, stderr=pipe)


def made_key(folder: Path) -> None:
    key = folder / "key"
    key.write_text("5e" * 32)
    key.chmod(0o600)


@pytest.fixture
def wisestep(tmp_path: Path) -> Wisestep:
    made_key(tmp_path)
    return Wisestep(tmp_path)


@dataclass(slots=True)
class RunningSandbox:
    """A sandbox in a process of its own."""

    told: dict[str, Any]
    process: subprocess.Popen[bytes]

    def control(self, what: str, **body: object) -> Any:  # noqa: ANN401
        url = f"{self.told['control_url']}/{what}"
        answer = requests.post(url, json=body, timeout=10) if body else requests.get(url, timeout=10)
        assert answer.status_code == 200, answer.text
        return answer.json()


@pytest.fixture(scope="module")
def sandbox(tmp_path_factory: pytest.TempPathFactory) -> Iterator[RunningSandbox]:
    folder = tmp_path_factory.mktemp("sandbox")
    with Wisestep(folder).start("sandbox", "--matters", "60") as process:
        try:
            assert process.stdout is not None
            told = json.loads(process.stdout.readline())
            schema("sandbox").validate(told)
            yield RunningSandbox(told, process)
        finally:
            process.terminate()
    assert process.returncode == 0


def configure(wisestep: Wisestep, sandbox: RunningSandbox) -> None:
    settings = {"environment": "custom"}
    settings |= {name: sandbox.told[name] for name in ("authorize_url", "token_url", "client_id", "client_secret")}
    for name, value in settings.items():
        assert wisestep("settings", "set", f"connection.{name}", value).code == 0


def answer_pages(authorize_url: str) -> None:
    """Sign in as a person would, and let the browser follow the way back to whoever listens."""
    with requests.Session() as browser:
        page = browser.get(authorize_url, timeout=10)
        base = authorize_url.partition("/authorize")[0]
        forms = (
            ("signin", {"email": "terry.tester@hartley.example", "password": "practice"}),
            ("organisation", {"org": "hartleyco"}),
            ("consent", {"decision": "accept"}),
        )
        found = re.search(r'name="ticket" value="([^"]+)"', page.text)
        assert found is not None
        for step, form in forms:
            page = browser.post(f"{base}/{step}", data={"ticket": found[1], **form}, allow_redirects=False, timeout=10)
        back = page.headers["Location"]
        assert urlsplit(back).hostname == "127.0.0.1"
        assert browser.get(back, timeout=10).status_code == 200


def sign_in(wisestep: Wisestep) -> list[Any]:
    """Connect with the system browser's part played here; return what the command printed."""
    with wisestep.start("connect", "--browser", "system", "--no-open") as process:
        try:
            assert process.stdout is not None
            first = json.loads(process.stdout.readline())
            answer_pages(first["authorize_url"])
            rest, errors = process.communicate(timeout=PATIENCE)
        finally:
            process.kill()
    assert process.returncode == 0, errors
    told = [first, *map(json.loads, rest.splitlines())]
    for each in told:
        schema("connect").validate(each)
    return told
