"""What of PyInstaller's findings becomes the program, and the papers that go with it. Called by ``build.spec``."""

from __future__ import annotations

import sys
from collections.abc import Iterable, Sequence
from pathlib import Path

from installer.freezing import licences, papers
from installer.freezing.origins import Origins, Part, UnknownOrigin
from installer.freezing.trimming import Trim

Entry = tuple[str, str, str]
"""As PyInstaller has it: name in the bundle, path here, kind."""

FOLDER = "wisestep_desktop/_resources/notices"
"""Where the program finds its papers."""

_MADE = {"base_library.zip", "PySide6/qt.conf"}
"""What the build itself writes; the second where the browser's process is to find its files, on Windows."""
_SYSTEM = ("/lib/", "/lib64/", "/usr/lib/", "/usr/lib64/")


def chosen(entries: Iterable[Entry], trim: Trim, origins: Origins) -> list[Entry]:
    """Return what goes into the program.

    A library of a Linux system is left to the system, which mends its weaknesses: the package depends on it instead.

    Raises:
        UnknownOrigin: if it is not known where something is from.
    """
    kept = []
    for name, source, kind in entries:
        plain = name.replace("\\", "/")
        if not trim.keeps(plain):
            continue
        if kind != "SYMLINK" and plain not in _MADE:
            try:
                origins.of(Part(plain, source))
            except UnknownOrigin:
                if sys.platform == "linux" and source.startswith(_SYSTEM):
                    continue
                raise
        kept.append((name, source, kind))
    there = {name for name, _, _ in kept}
    return [each for each in kept if each[2] != "SYMLINK" or each[1] in there]


def write_papers(
    version: str, entries: Iterable[Entry], code: Iterable[Entry], origins: Origins, into: Path
) -> list[Entry]:
    """Write the bill of materials and the notices; return them as further entries.

    Args:
        version: of the program.
        entries: files of the program.
        code: Python modules in it.
        origins: tells where they are from.
        into: an existing folder.

    Raises:
        LicenceRefused: if something is under a licence that is not allowed.
    """
    content = papers.ingredients(_parts([*entries, *code]), origins, licences.read())
    written = {papers.BILL: papers.bill(version, content), papers.NOTICES: papers.notices(content)}
    found: list[Entry] = []
    for name, text in written.items():
        (into / name).write_text(text, "utf-8", newline="\n")
        found.append((f"{FOLDER}/{name}", str(into / name), "DATA"))
    return found


def _parts(entries: Sequence[Entry]) -> Iterable[Part]:
    for name, source, kind in entries:
        plain = name.replace("\\", "/")
        if kind != "SYMLINK" and source not in ("", "-", "built-in", "frozen"):
            yield Part(plain, "" if plain in _MADE else source)
