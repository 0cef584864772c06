"""What is in the frozen program, for both makers of installers: they install that, and remove nothing else.

Usage: ``python -m installer.windows.contents nsis|msi FOLDER FILE``.
"""

from __future__ import annotations

import hashlib
import sys
import uuid
from collections.abc import Iterator
from pathlib import Path, PurePosixPath
from xml.sax.saxutils import quoteattr

_COMPONENTS = uuid.UUID("5f0a2f0e-5a8c-5f3e-9d27-3f6c6b0a4c11")
"""Under it, each file has the same component in every version: Windows counts who uses it by that."""
_TOP = PurePosixPath()
_NAMED = {"WiseStep.exe": "Program"}
"""What wisestep.wxs speaks of, by name."""


def nsis(folder: Path) -> str:
    """Return two macros: one that installs what is in a folder, and one that removes exactly that."""
    lines = ["!macro InstallFiles"]
    for inside, names in _folders(folder):
        lines.append(f'  SetOutPath "$INSTDIR{_windows(inside)}"')
        lines += [f'  File "{folder / inside / name}"' for name in names]
    lines += ["!macroend", "", "!macro RemoveFiles"]
    for inside, names in _folders(folder):
        lines += [f'  Delete "$INSTDIR{_windows(inside / name)}"' for name in names]
    for inside, _ in reversed(list(_folders(folder))):
        if inside != _TOP:
            lines.append(f'  RMDir "$INSTDIR{_windows(inside)}"')  # only if it is empty
    return "\n".join([*lines, "!macroend", ""])


def msi(folder: Path) -> str:
    """Return a fragment for wixl and WiX: the folders, a component for each file, and a group of them all."""
    lines = ['<?xml version="1.0" encoding="utf-8"?>', '<Wix xmlns="http://schemas.microsoft.com/wix/2006/wi">']
    lines += [
        "  <Fragment>",
        '    <DirectoryRef Id="INSTALLDIR">',
        *_directory(folder, _TOP, " " * 6),
        "    </DirectoryRef>",
    ]
    lines += ["  </Fragment>", "  <Fragment>", '    <ComponentGroup Id="Files">']
    for inside, names in _folders(folder):
        lines += [f'      <ComponentRef Id="{_id("c", inside / name)}"/>' for name in names]
    return "\n".join([*lines, "    </ComponentGroup>", "  </Fragment>", "</Wix>", ""])


def _directory(folder: Path, inside: PurePosixPath, indent: str) -> Iterator[str]:
    here = folder / inside
    for path in sorted(here.iterdir()):
        name = inside / path.name
        if path.is_dir():
            yield f'{indent}<Directory Id="{_id("d", name)}" Name={quoteattr(path.name)}>'
            yield from _directory(folder, name, indent + "  ")
            yield f"{indent}</Directory>"
        else:
            guid = str(uuid.uuid5(_COMPONENTS, str(name))).upper()
            yield f'{indent}<Component Id="{_id("c", name)}" Guid="{guid}" Win64="yes">'
            yield f'{indent}  <File Id="{_id("f", name)}" Source={quoteattr(str(path))} KeyPath="yes"/>'
            yield f"{indent}</Component>"


def _folders(folder: Path) -> Iterator[tuple[PurePosixPath, list[str]]]:
    """Return each folder in it with the names of its files; a folder comes before what is in it."""
    inside = sorted({_TOP, *(PurePosixPath(each.relative_to(folder)) for each in folder.rglob("*") if each.is_dir())})
    for each in inside:
        yield each, sorted(path.name for path in (folder / each).iterdir() if path.is_file())


def _windows(name: PurePosixPath) -> str:
    return "" if name == _TOP else "\\" + str(name).replace("/", "\\")


def _id(kind: str, name: PurePosixPath) -> str:
    """Return a name of at most 72 letters, as Windows Installer has them."""
    return kind + _NAMED.get(str(name), hashlib.sha256(str(name).encode()).hexdigest()[:24])


def main(kind: str, folder: str, file: str) -> int:
    """Write one of them."""
    # makensis works in the folder of its script; wixl takes no absolute path.
    text = nsis(Path(folder).absolute()) if kind == "nsis" else msi(Path(folder))
    Path(file).write_text(text, "utf-8", newline="\n")
    return 0


if __name__ == "__main__":
    sys.exit(main(*sys.argv[1:]))
