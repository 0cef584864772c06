"""A Windows computer of its own under Wine: a fresh prefix, a display, and looks at its files and its registry."""

from __future__ import annotations

import contextlib
import json
import re
import shutil
import subprocess
import sys
import time
from collections.abc import Iterator, Mapping
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from tests.desktop import display, xdotool
from tests.windows.wine import inside, wine_at

PROJECT = Path(__file__).resolve().parents[2]
PATIENCE = 120
_MAKE = 'set -euo pipefail; source scripts/windows-parts; enter_prefix "$0"; make_prefix "$0/prefix.log"'


@dataclass(frozen=True, slots=True)
class Done:
    """How a program ended, and what it said."""

    status: int
    said: str


class Computer:
    """A Windows computer with one person.

    Args:
        folder: in which its prefix is.
        environment: of its programs.
    """

    def __init__(self, folder: Path, environment: Mapping[str, str]) -> None:
        self.folder = folder
        self.environment = dict(environment)
        self.disk = folder / "prefix" / "drive_c"
        (self.person,) = (each for each in (self.disk / "users").iterdir() if each.name != "Public")
        self.local = self.person / "AppData" / "Local"
        self.data = self.local / "WiseStep"

    def run(self, program: Path | str, *words: str, patience: float = PATIENCE, **variables: str) -> Done:
        """Run a program and wait for it; it gets pipes, for with files nothing starts under Wine."""
        pipe = subprocess.PIPE
        with subprocess.Popen(
            ["wine", str(program), *words],
            env={**self.environment, **variables},
            stdin=subprocess.DEVNULL,
            stdout=pipe,
            stderr=pipe,
        ) as process:
            try:
                said, complaints = process.communicate(timeout=patience)
            except subprocess.TimeoutExpired:
                process.kill()
                self.end_everything()
                said, complaints = process.communicate()
                raise AssertionError(f"{program} {words} did not end: {said!r} {complaints!r}") from None
        return Done(process.returncode, said.decode("utf-8", "replace") + complaints.decode("utf-8", "replace"))

    def status_of(self, program: Path | str, *words: str) -> int:
        """Run a program whose children may live on, and wait for it alone; return how it ended."""
        quiet = subprocess.DEVNULL
        command = ["wine", str(program), *words]
        with subprocess.Popen(command, env=self.environment, stdin=quiet, stdout=quiet, stderr=quiet) as process:
            try:
                return process.wait(PATIENCE)
            except subprocess.TimeoutExpired:
                self.end_everything()
                raise AssertionError(f"{command} did not end") from None

    @contextlib.contextmanager
    def running(self, program: Path | str, *words: str, **variables: str) -> Iterator[subprocess.Popen[bytes]]:
        """Start a program and leave it running; with the block it ends, at once if need be."""
        quiet = subprocess.DEVNULL
        environment = {**self.environment, **variables}
        command = ["wine", str(program), *words]
        with subprocess.Popen(command, env=environment, stdin=quiet, stdout=quiet, stderr=quiet) as process:
            try:
                yield process
            finally:
                if process.poll() is None:
                    self.end_everything()

    def ask(self, program: Path, *words: str, **variables: str) -> Any:  # noqa: ANN401
        """Run a command with ``--json`` and return what it printed."""
        done = self.run(program, *words, "--json", **variables)
        assert done.status == 0, done.said
        return json.loads(done.said)

    def registry(self, key: str) -> Mapping[str, str]:
        """Return everything below a key: where each value is, and what it is, as ``reg export`` writes it."""
        file = self.disk / "export.reg"
        file.unlink(missing_ok=True)
        self.run("reg", "export", key, r"C:\export.reg", "/y")
        if not file.exists():
            return {}
        text = file.read_bytes().decode("utf-16")
        file.unlink()
        found: dict[str, str] = {}
        where = ""
        for line in re.sub(r"\\\r?\n\s*", "", text).splitlines():
            if line.startswith("["):
                where = line[1:-1]
                found[where] = ""
            elif "=" in line and where:
                name, _, value = line.partition("=") if line.startswith("@") else line.partition('"=')
                found[f"{where}\\{name.strip(chr(34))}"] = _plain(value)
        return found

    def value(self, key: str, name: str = "@") -> str | None:
        """Return a value of a key, or None."""
        return self.registry(key).get(f"{_long(key)}\\{name}")

    def files(self) -> set[str]:
        """Return every file and folder that is not Wine's own."""
        passing = ("windows/", "users/Public/", "ProgramData/Microsoft/")
        found = (each.relative_to(self.disk).as_posix() for each in self.disk.rglob("*"))
        return {each for each in found if not each.startswith(passing) and "/Temp" not in each}

    def programs(self) -> list[str]:
        """Return the command lines of the programs that run here."""
        ours = f"WINEPREFIX={self.environment['WINEPREFIX']}".encode()
        found = []
        for process in Path("/proc").glob("[0-9]*"):
            with contextlib.suppress(OSError):  # it ended meanwhile, or is somebody else's
                if ours in (process / "environ").read_bytes().split(b"\0"):
                    found.append(
                        (process / "cmdline").read_bytes().replace(b"\0", b" ").decode(errors="replace").strip()
                    )
        return found

    def runs(self, name: str) -> bool:
        """Tell whether a program of this name runs."""
        return any(name in line for line in self.programs())

    def end_everything(self) -> None:
        """End whatever runs on this computer, at once."""
        subprocess.run(["wineserver", "-k"], env=self.environment, check=False, timeout=30, capture_output=True)

    def until(self, happened: Any, what: str) -> Any:  # noqa: ANN401
        """Wait until something holds; each look takes a while under Wine, so this does not spin."""
        deadline = time.monotonic() + PATIENCE
        while time.monotonic() < deadline:
            if found := happened():
                return found
            time.sleep(0.1)
        raise AssertionError(f"waited in vain for {what}: {self.programs()}")


def _plain(value: str) -> str:
    value = value.strip()
    return re.sub(r"\\(.)", r"\1", value[1:-1]) if value.startswith('"') else value


def _long(key: str) -> str:
    short = {"HKCU": "HKEY_CURRENT_USER", "HKLM": "HKEY_LOCAL_MACHINE", "HKCR": "HKEY_CLASSES_ROOT"}
    head, _, rest = key.partition("\\")
    return f"{short.get(head, head)}\\{rest}"


@contextlib.contextmanager
def computer(name: str) -> Iterator[Computer]:
    """Make a fresh Windows computer, and end it after use; the first time takes half a minute.

    Args:
        name: tells computers apart that are used at the same time.
    """
    folder = PROJECT / "build" / "installing"
    pristine = folder / "pristine"
    if not (pristine / "ready").exists():
        shutil.rmtree(pristine, ignore_errors=True)
        pristine.mkdir(parents=True)
        done = subprocess.run(
            ["bash", "-c", _MAKE, str(pristine)],
            cwd=PROJECT, env={"PATH": "/usr/bin:/bin", "python": sys.executable}, capture_output=True, text=True,
            check=False,
        )  # fmt: skip
        assert done.returncode == 0, done.stderr
        (pristine / "ready").touch()
    used = folder / name
    shutil.rmtree(used, ignore_errors=True)
    shutil.copytree(pristine, used, symlinks=True)
    with display() as screen, wine_at(used, screen) as environment:
        made = Computer(used, {**environment, "PYTHONUTF8": "1", "TZ": "UTC"})
        # A person's window. What Wine starts beside the first one also lives for as long as it does; were that begun by
        # a program whose output is read, the end of the output would never come.
        with made.running("notepad"):
            xdotool(screen, "search", "--sync", "--onlyvisible", "--name", "Notepad")
            yield made


def windows_name(path: Path) -> str:
    """Return a path as programs under Wine name it."""
    return inside(path)
