"""Figures of the whole tray app as a process: start, CPU, memory."""

from __future__ import annotations

import json
import os
import secrets
import subprocess
import sys
import time
from collections.abc import Iterator
from contextlib import contextmanager
from pathlib import Path
from typing import Any
from urllib.parse import urljoin

import requests

from benchmarks.windows import XWindow
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.bootstrap import Program, open_program
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.ports.sign_in import AuthorizationRequest
from wisestep_desktop.services import connect, facts, preferences

Row = tuple[str, str, str]
_ALWAYS = Span(Instant(0), Instant(10**14))


def furnish(folder: Path) -> dict[str, str]:
    """Make a timeline whose owner has agreed to be recorded; return the environment that leads there."""
    folder.mkdir(parents=True, exist_ok=True)
    key = folder / "key"
    key.touch(mode=0o600)
    key.write_text(secrets.token_hex(32))
    os.environ.update(WISESTEP_DATA_DIR=str(folder / "data"), WISESTEP_KEY_FILE=str(key))
    with open_program(None) as program:
        program.store.write(lambda books: preferences.change(books, "privacy.consent", "bench")).result()
    return dict(os.environ)


SOURCE = (sys.executable, "-m", "wisestep_desktop")
FROZEN = (str(Path(__file__).parent.parent / "build/freeze/full/WiseStep/WiseStep"),)
"""The two forms of the program; the second is what ``scripts/freeze`` leaves, and what an attorney runs."""


def start(environment: dict[str, str], *command: str, program: tuple[str, ...] = SOURCE) -> subprocess.Popen[bytes]:
    """Start a command of ours in silence; the hidden tray app, if none is named."""
    arguments = [*program, *(command or ("run", "--hidden"))]
    return subprocess.Popen(arguments, env=environment, stdout=subprocess.DEVNULL)


def frozen() -> tuple[str, ...]:
    """Return how to start the installed form; it is frozen now if it is not yet there."""
    if not Path(FROZEN[0]).exists():
        subprocess.run([str(Path(__file__).parent.parent / "scripts/freeze"), "full"], check=True, stdout=sys.stderr)
    return FROZEN


def start_to_capturing(folder: Path) -> list[Row]:
    """From starting the process until the first visit is durable, five times, from source and as it is installed."""
    bar = "≤ 1.5 s (0.7)"
    return [
        ("start → capturing, median of five", bar, f"{_start_to_capturing(folder / 'source', SOURCE):.2f} s"),
        ("start → capturing, installed form, median of five", bar,
         f"{_start_to_capturing(folder / 'frozen', frozen()):.2f} s"),
    ]  # fmt: skip


def _start_to_capturing(folder: Path, program: tuple[str, ...]) -> float:
    times: list[float] = []
    for number in range(5):
        environment = furnish(folder / str(number))
        store = SqlStore(
            folder / str(number) / "data", bytes.fromhex((folder / str(number) / "key").read_text()), "bench"
        )
        with XWindow("Bench", "in front"):
            began = time.perf_counter()
            process = start(environment, program=program)
            while not store.read(lambda books: books.timeline.visits(_ALWAYS)):
                time.sleep(0.005)
                if process.poll() is not None:
                    raise SystemExit("the program ended")
            times.append(time.perf_counter() - began)
        process.terminate()
        process.wait()
        store.close()
    return sorted(times)[2]


def cpu(pid: int) -> float:
    """Return CPU seconds used so far by all threads, to the nanosecond."""
    return sum(int((task / "schedstat").read_text().split()[0]) for task in Path(f"/proc/{pid}/task").iterdir()) / 1e9


def pss(pid: int) -> int:
    """Return the proportional set size in KiB."""
    for line in Path(f"/proc/{pid}/smaps_rollup").read_text().splitlines():
        if line.startswith("Pss:"):
            return int(line.split()[1])
    return 0


@contextmanager
def practice_sandbox(folder: Path, *words: str) -> Iterator[dict[str, Any]]:
    """Run the practice Actionstep as a process of its own."""
    folder.mkdir(parents=True, exist_ok=True)
    process = subprocess.Popen(
        [sys.executable, "-m", "wisestep_desktop", "sandbox", *words], stdout=subprocess.PIPE, text=True
    )
    if process.stdout is None:
        raise SystemExit("the sandbox said nothing")
    try:
        yield json.loads(process.stdout.readline())
    finally:
        process.terminate()
        process.wait()


@contextmanager
def signed_in(folder: Path, told: dict[str, Any]) -> Iterator[Program]:
    """Open a fresh timeline that is connected to the practice Actionstep."""
    furnish(folder)
    with open_program(None) as program:
        names = ("authorize_url", "token_url", "client_id", "client_secret", "redirect_uri")
        for name, value in (("environment", "custom"), *((name, told[name]) for name in names)):
            setting = f"connection.{name}"
            program.store.write(lambda books, s=setting, v=value: preferences.change(books, s, v)).result()  # type: ignore[misc]
        connect.connect(program.store, program.authorizer, _Robot(told["users"][0]))
        person = program.practice.whoami()
        program.store.write(lambda books: facts.keep_person(books, person)).result()
        yield program


class _Robot:
    """Answers the practice sign-in pages as a browser would."""

    def __init__(self, person: dict[str, str]) -> None:
        self._person = person

    def prepare(self, redirect_uri: str) -> str:
        return redirect_uri.replace(":0/", ":49151/")

    def close(self) -> None:
        pass

    def ask(self, request: AuthorizationRequest, _hosts: object, _announce: object) -> str:
        with requests.Session() as browser:
            page = browser.get(request.url, timeout=10)
            for answer in (
                {"email": self._person["email"], "password": self._person["password"]},
                {"org": "hartleyco"},
            ):
                page = browser.post(
                    urljoin(page.url, _action(page.text)), {"ticket": _ticket(page.text), **answer}, timeout=10
                )
            last = browser.post(
                urljoin(page.url, _action(page.text)),
                {"ticket": _ticket(page.text), "decision": "accept"},
                allow_redirects=False,
                timeout=10,
            )
        return last.headers["Location"]


def _action(page: str) -> str:
    return page.split('action="', 1)[1].split('"', 1)[0]


def _ticket(page: str) -> str:
    return page.split('name="ticket" value="', 1)[1].split('"', 1)[0]
