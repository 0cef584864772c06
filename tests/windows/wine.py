"""Runs the tests that need Windows on a Windows Python under Wine, on a display of their own.

Everything that is started here is ended here, by its id; Wine's own processes by their prefix, which nobody else uses.
"""

from __future__ import annotations

import contextlib
import fcntl
import os
import socketserver
import subprocess
import sys
import threading
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path
from xml.etree import ElementTree as ET

from tests.desktop import RealWindow, display, xdotool

ROOT = Path(__file__).parents[2]
INSIDE = Path(__file__).parent / "inside"
PATIENCE = 300
"""Seconds that all the tests inside may take together."""


@dataclass(frozen=True, slots=True)
class Outcome:
    """How one test inside ended: its module, its name, and what is wrong with it, if anything is."""

    module: str
    name: str
    trouble: str


@dataclass(frozen=True, slots=True)
class Report:
    """What came of one run: each test's outcome, and what was printed."""

    outcomes: tuple[Outcome, ...]
    printed: str

    def of(self, module: str) -> tuple[Outcome, ...]:
        """Return the outcomes of one module."""
        return tuple(each for each in self.outcomes if each.module == module)


def runtime() -> Path:
    """Return the folder with prefix, Python and probes; builds it if it is not there."""
    done = subprocess.run(
        [str(ROOT / "scripts" / "windows-runtime"), sys.executable], capture_output=True, text=True, check=False
    )
    assert done.returncode == 0, done.stderr
    return Path(done.stdout.strip())


def run(*paths: str) -> Report:
    """Run these test files, relative to the repository, on Windows; words without a slash are options of pytest."""
    made = runtime()
    with _alone(made), display() as name, _hands(name) as port, wine_at(made, name) as environment:
        report = made / "report.xml"
        report.unlink(missing_ok=True)
        own = ["-X", "utf8", "-X", f"pycache_prefix={inside(made / 'cache')}"]  # ours read other paths than Wine's
        settings = ["-c", inside(INSIDE / "pytest.ini"), f"--rootdir={inside(ROOT)}"]
        files = [inside(ROOT / path) if "/" in path else path for path in paths]
        command = ["wine", str(made / "python" / "python.exe"), *own, "-m", "pytest", *settings]
        command += [f"--junitxml={inside(report)}", *files]
        environment |= {"HANDS_PORT": str(port), "PROGRAMS": inside(made)}
        printed = _printed(command, environment)
        return Report(tuple(_outcomes(report)), printed)


def _printed(command: list[str], environment: dict[str, str]) -> str:
    """Run a command with a pipe for its output: with a file, no program starts under Wine."""
    pipe = subprocess.PIPE
    with subprocess.Popen(
        command, env=environment, cwd=INSIDE, stdin=subprocess.DEVNULL, stdout=pipe, stderr=subprocess.STDOUT
    ) as process:
        try:
            return process.communicate(timeout=PATIENCE)[0].decode("utf-8", "replace")
        except subprocess.TimeoutExpired:
            process.kill()
            subprocess.run(["wineserver", "-k"], env=environment, check=False, timeout=30)
            return "out of time\n" + process.communicate()[0].decode("utf-8", "replace")


@contextlib.contextmanager
def _alone(made: Path) -> Iterator[None]:
    """Wait until no other run uses the prefix: each ends whatever runs in it."""
    with (made / "in-use").open("w") as file:
        fcntl.flock(file, fcntl.LOCK_EX)
        yield


@contextlib.contextmanager
def wine_at(made: Path, name: str) -> Iterator[dict[str, str]]:
    """Yield the environment of a prefix's programs; ends what is left of them, before and after."""
    environment = {
        "PATH": os.environ["PATH"],
        "HOME": str(made / "home"),
        "LANG": "C.UTF-8",
        "DISPLAY": name,
        "WINEPREFIX": str(made / "prefix"),
        "WINEDEBUG": "-all",
        # Without its debugger: a program that crashes would wait for it for ever.
        "WINEDLLOVERRIDES": "winemenubuilder.exe,winedbg.exe,mscoree,mshtml=d",
    }

    def end() -> None:
        subprocess.run(["wineserver", "-k"], env=environment, check=False, timeout=30, capture_output=True)

    end()  # one that started without a display stays without windows
    try:
        yield environment
    finally:
        end()


def inside(path: Path) -> str:
    """Return a path as programs under Wine name it."""
    return "Z:" + str(path).replace("/", "\\")


def _outcomes(report: Path) -> Iterator[Outcome]:
    if not report.exists():
        return
    for case in ET.parse(report).getroot().iter("testcase"):  # noqa: S314  we wrote it ourselves
        trouble = [each for each in case if each.tag in {"failure", "error", "skipped"}]
        text = "\n".join(f"{each.tag}: {each.get('message', '')}\n{each.text or ''}" for each in trouble)
        yield Outcome(case.get("classname", "").split(".")[-1], case.get("name", ""), text)


@contextlib.contextmanager
def _hands(name: str) -> Iterator[int]:
    """Listen for what a test inside wants done on the display; yield the port."""
    with _Server(name) as server:
        thread = threading.Thread(target=server.serve_forever, args=(0.05,), name="hands")
        thread.start()
        try:
            yield server.server_address[1]
        finally:
            server.shutdown()
            thread.join()


class _Server(socketserver.TCPServer):
    """Does what it is told, one after the other."""

    def __init__(self, name: str) -> None:
        super().__init__(("127.0.0.1", 0), _Line)
        self.display = name
        self.native: RealWindow | None = None

    def server_close(self) -> None:
        self.let_go()
        super().server_close()

    def let_go(self) -> None:
        if self.native is not None:
            self.native.__exit__(None, None, None)
            self.native = None


class _Line(socketserver.StreamRequestHandler):
    """One order: words between tabs, answered by ``done`` and what came of it, or ``failed`` and why."""

    server: _Server

    def handle(self) -> None:
        words = self.rfile.readline().decode().rstrip("\n").split("\t")
        try:
            answer = f"done {self._obey(words)}"
        except (AssertionError, subprocess.SubprocessError, OSError) as error:
            answer = f"failed {error!r}".replace("\n", " ")
        self.wfile.write(answer.encode() + b"\n")

    def _obey(self, words: list[str]) -> str:
        match words:
            case ["activate", number]:
                return xdotool(self.server.display, "windowactivate", "--sync", number)
            case ["native"]:
                self.server.native = RealWindow(self.server.display, "no window of Windows")
                self.server.native.activate()
            case ["native-close"]:
                self.server.let_go()
            case _:
                return xdotool(self.server.display, *words)
        return ""
