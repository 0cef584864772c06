"""How large a built program is, against its budget, and what is in it, so that two builds can be compared.

Usage: ``python -m installer.freezing.measuring FOLDER KIND LISTING``.
"""

from __future__ import annotations

import hashlib
import sys
import tomllib
from collections.abc import Iterator
from dataclasses import dataclass
from pathlib import Path

_DATA = Path(__file__).with_name("budgets.toml")


@dataclass(frozen=True, slots=True)
class Size:
    """How large something is.

    Attributes:
        size: bytes; a file that is linked to counts once.
        files: how many.
    """

    size: int
    files: int


def measure(folder: Path) -> Size:
    """Return how large a folder is."""
    files = [path for path in _files(folder) if not path.is_symlink()]
    return Size(sum(path.stat().st_size for path in files), len(files))


def excess(kind: str, found: Size) -> str | None:
    """Return by what a build of a kind (``full``, ``slim``) is over its budget, or None."""
    budget = tomllib.loads(_DATA.read_text("utf-8"))[kind]
    if found.size > budget["unpacked"] * 1_000_000:
        return f"{found.size / 1e6:.1f} MB unpacked, more than the {budget['unpacked']} MB that budgets.toml allows"
    if found.files > budget["files"]:
        return f"{found.files} files, more than the {budget['files']} that budgets.toml allows"
    return None


def too_large(installer: Path) -> str | None:
    """Return by what an installer is over its budget, or None. The longest ending that fits counts."""
    budgets = tomllib.loads(_DATA.read_text("utf-8"))["installers"]
    ends = [end for end in budgets if installer.name.endswith(end)]
    if not ends:
        return f"{installer.name} has no budget"
    most = budgets[max(ends, key=len)]
    size = installer.stat().st_size / 1e6
    return (
        f"{installer.name} has {size:.1f} MB, more than the {most} MB that budgets.toml allows" if size > most else None
    )


def listing(folder: Path) -> str:
    """Return a line for each file, by name: its SHA-256 and its name, or where a link leads."""
    lines = []
    for path in _files(folder):
        name = path.relative_to(folder).as_posix()
        told = f"-> {path.readlink()}" if path.is_symlink() else hashlib.sha256(path.read_bytes()).hexdigest()
        lines.append(f"{told}  {name}\n")
    return "".join(sorted(lines, key=lambda line: line.partition("  ")[2]))


def _files(folder: Path) -> Iterator[Path]:
    return (path for path in folder.rglob("*") if path.is_symlink() or path.is_file())


def main(folder: str, kind: str, listed: str) -> int:
    """Print how large a build is and write what is in it; return 1 if it is too large."""
    found = measure(Path(folder))
    print(f"{kind}: {found.size / 1e6:.1f} MB in {found.files} files")
    Path(listed).write_text(listing(Path(folder)), "utf-8")
    over = excess(kind, found)
    if over is not None:
        print(f"The {kind} build is too large: {over}.", file=sys.stderr)
    return 0 if over is None else 1


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
