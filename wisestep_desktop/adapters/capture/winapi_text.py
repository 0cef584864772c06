"""From what Windows says of a window to what a person calls it. Knows names and paths; makes no call to the system."""

from __future__ import annotations

from collections.abc import Iterator
from ntpath import basename, splitext
from types import MappingProxyType
from typing import Final

FRAME: Final = "applicationframehost.exe"
"""The program that owns the frames of Store apps; the app itself is a guest inside."""

OFFICE: Final = MappingProxyType(
    {
        "winword.exe": ("Word.Application", "ActiveDocument"),
        "excel.exe": ("Excel.Application", "ActiveWorkbook"),
        "powerpnt.exe": ("PowerPoint.Application", "ActivePresentation"),
    }
)
"""The programs that tell their document: how the running one is registered, and the property that holds it."""

_USUAL_TRANSLATIONS: Final = ("040904B0", "040904E4", "000004B0")
"""Where a version resource keeps its texts if it does not say where: US English or neutral, Unicode or Windows-1252."""

_MOST_TRANSLATIONS: Final = 16


def whole(text: str) -> str:
    """Return ``text`` with U+FFFD for each half of a surrogate pair: half a pair cannot be stored or printed."""
    return text.encode("utf-16-le", "surrogatepass").decode("utf-16-le", "replace")


def file_of(path: str) -> str:
    """Return the file name of a program, in lower case; nothing for no path."""
    return basename(path).lower()


def program(path: str) -> str:
    """Return a program's name from its path, without ``.exe``: for one that does not describe itself."""
    name, suffix = splitext(basename(path))
    return name if suffix.lower() == ".exe" and name else name + suffix


def translations(data: bytes) -> Iterator[str]:
    r"""Yield where a version resource may keep its texts, as eight hexadecimal digits each.

    Args:
        data: its ``\VarFileInfo\Translation``: language and code page, each 16 bits, little end first.
    """
    told = [data[at : at + 4] for at in range(0, min(len(data) - 3, 4 * _MOST_TRANSLATIONS), 4)]
    named = [f"{int.from_bytes(each[:2], 'little'):04X}{int.from_bytes(each[2:], 'little'):04X}" for each in told]
    yield from dict.fromkeys((*named, *_USUAL_TRANSLATIONS))


def is_elsewhere(path: str) -> bool:
    """Tell whether a path names another computer: reading it could take as long as the network likes."""
    plain = path.upper().removeprefix("\\\\?\\")
    return plain.startswith("UNC\\" if plain != path.upper() else "\\\\")


def belongs(path: str, title: str) -> bool:
    """Tell whether a window so titled can show this document.

    Only the first Word that was started answers for all; the window in front may belong to another one.
    """
    name = basename(path)
    return splitext(name)[0].casefold() in title.casefold() if name else False


def is_path(name: str) -> bool:
    r"""Tell a document that is stored somewhere (``C:\…``, ``\\server\…``, ``https://…``) from an unsaved one."""
    return "\\" in name or "/" in name
