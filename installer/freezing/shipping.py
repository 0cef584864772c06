"""The last step of a build: the papers beside the installers, their sizes against the budgets, and their checksums.

Usage: ``python -m installer.freezing.shipping``, in the project's folder.
"""

from __future__ import annotations

import hashlib
import shutil
import sys
from pathlib import Path

from installer.freezing.bundle import FOLDER
from installer.freezing.measuring import too_large
from installer.freezing.papers import BILL, NOTICES
from wisestep_desktop import __version__

SUMS = "SHA256SUMS"
INSTALLERS = ("*.deb", "*.exe", "*.msi", "*.dmg")
EDITIONS = {"full": "linux", "slim": "linux-slim", "windows": "windows"}
"""Folders of builds, and what their papers are called by."""


def ship(builds: Path, dist: Path, version: str, *, packed_small: bool = True) -> list[str]:
    """Put the papers beside the installers and write the checksums; print every size; return what is wrong.

    Args:
        builds: folder of the frozen programs.
        dist: folder of the installers.
        version: of the program.
        packed_small: whether the installers were packed as for a release, so that their size can be judged.
    """
    wrong = []
    for build, edition in EDITIONS.items():
        papers = builds / build / "WiseStep" / "_internal" / FOLDER
        if not papers.is_dir():
            wrong.append(f"There is no {edition} build.")
            continue
        shutil.copyfile(papers / BILL, dist / f"wisestep_{version}_{edition}.cdx.json")
        shutil.copyfile(papers / NOTICES, dist / f"wisestep_{version}_{edition}_{NOTICES}")
    installers = sorted(file for pattern in INSTALLERS for file in dist.glob(pattern))
    wrong += [over for file in installers if (over := too_large(file)) and packed_small]
    for file in installers:
        print(f"{file.stat().st_size / 1e6:8.1f} MB  {file.name}")
    if not packed_small:
        print("Packed fast, for a test: these sizes are not those of a release, and are not judged.")
    files = sorted(file for file in dist.iterdir() if file.is_file() and file.name != SUMS)
    lines = (f"{hashlib.sha256(file.read_bytes()).hexdigest()}  {file.name}\n" for file in files)
    (dist / SUMS).write_text("".join(lines), "utf-8", newline="\n")
    return wrong


def main(*, packed_small: bool) -> int:
    """Ship what was built; return 1 if something is missing or too large."""
    wrong = ship(Path("build/freeze"), Path("dist"), __version__, packed_small=packed_small)
    for each in wrong:
        print(each, file=sys.stderr)
    return 1 if wrong else 0


if __name__ == "__main__":
    sys.exit(main(packed_small="--packed-fast" not in sys.argv))
