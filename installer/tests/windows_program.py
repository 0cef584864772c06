"""Where the installed program is on a Windows computer, and under which names Windows knows it."""

from __future__ import annotations

from pathlib import Path

from installer.tests.wine import PROJECT, Computer

UNINSTALL = r"Software\Microsoft\Windows\CurrentVersion\Uninstall"
RUN = r"Software\Microsoft\Windows\CurrentVersion\Run"
APP_PATH = r"Software\Microsoft\Windows\CurrentVersion\App Paths\WiseStep.exe"
LINKS = r"Software\Classes\wisestep"
INVITATION = r"Software\Classes\WiseStep.Invitation"
FROZEN = PROJECT / "build" / "freeze" / "windows" / "WiseStep"
"""What the installers are made of."""


def made(folder: Path, version: str, kind: str) -> Path:
    """What make-nsis or make-msi made."""
    file = folder / f"WiseStep-{version}-x64.{kind}"
    assert file.exists(), f"{file.name} is missing: make-{'nsis' if kind == 'exe' else kind} first"
    return file


def home(computer: Computer, *, everybody: bool = False) -> Path:
    """Where it is installed."""
    return computer.disk / "Program Files/WiseStep" if everybody else computer.local / "Programs/WiseStep"


def console(computer: Computer, *, everybody: bool = False) -> Path:
    """The program with a terminal."""
    return home(computer, everybody=everybody) / "wisestep.com"


def files_in(folder: Path) -> set[str]:
    """Every file of a folder, by its path in it."""
    return {path.relative_to(folder).as_posix() for path in folder.rglob("*") if path.is_file()}
