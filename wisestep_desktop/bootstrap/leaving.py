"""Names what looks after the folder: its files, the file of everything, what is installed, and the end of it all."""

from __future__ import annotations

from pathlib import Path
from typing import TYPE_CHECKING

from wisestep_desktop.adapters.store.store import FILE
from wisestep_desktop.adapters.system.faults import FAULTS, REPORT
from wisestep_desktop.adapters.system.logs import NAME
from wisestep_desktop.adapters.system.premises import FolderPremises
from wisestep_desktop.ports.upkeep import Archive, FileKind, Premises
from wisestep_desktop.shell.words import resources

if TYPE_CHECKING:
    from wisestep_desktop.ports.packages import Installed

PAPERS = "notices"
"""Where a build leaves its papers, among the resources."""

_FILES = {
    FileKind.COPY: (f"{FILE}.schema*",),
    FileKind.TIMELINE: (FILE, f"{FILE}-wal", f"{FILE}-shm", f"{FILE}-journal"),
    FileKind.LOG: (f"{NAME}*",),
    FileKind.CRASH: (f"{FAULTS}*", f"{REPORT}*"),
    FileKind.LOCK: ("*.lock", "program.socket"),
}
"""Names of our files; what is only left of a lock comes last."""


def premises(folder: Path) -> Premises:
    """Return the files in the folder of a timeline."""
    return FolderPremises(folder, _FILES)


def archive() -> Archive:
    """Return whoever writes everything into one file."""
    from wisestep_desktop.adapters.export.json_lines import JsonLines  # noqa: PLC0415  only where it is written

    return JsonLines()


def packages() -> Installed:
    """Return what is installed with the program."""
    from wisestep_desktop.adapters.system.packages import installed  # noqa: PLC0415  reads a hundred small files

    return installed(resources().parent, resources() / PAPERS)
