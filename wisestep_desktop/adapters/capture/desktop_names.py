"""From an application's id to the name a person knows: ``org.gnome.Evince`` is "Document Viewer".

Knows the folders and the few lines of desktop entries that matter (freedesktop.org, desktop entry specification 1.5:
file id, ``Name``, ``StartupWMClass``); knows no window. The name is the untranslated one, so that records stay the same
whatever language the desktop speaks.
"""

from __future__ import annotations

import os
import re
from collections.abc import Iterator, Sequence
from functools import lru_cache
from itertools import islice
from pathlib import Path

_ID = re.compile(r"[\w][\w .+@-]{0,200}")
"""An id that can be a file's name; anything else (a path, say) is never looked for."""

_REVERSE_DNS = re.compile(r"[\w-]+(?:\.[\w-]+)+\.([A-Za-z_][\w+-]*)")
_REMEMBERED = 512
"""Names kept; an attorney uses some thirty applications."""

_MOST_ENTRIES = 4_000
_LONGEST_ENTRY = 64 * 1_024
"""Bytes read of one entry: translations make them long, but not longer."""

_ESCAPES = {r"\s": " ", r"\n": " ", r"\t": " ", r"\r": " ", "\\\\": "\\"}


class DesktopNames:
    """Names by id, read from the desktop entries on this computer when first asked; never fails.

    Args:
        folders: that hold ``applications``; None means those of the environment, the person's own first.
    """

    def __init__(self, folders: Sequence[Path] | None = None) -> None:
        self._folders = tuple(folders) if folders is not None else _folders()
        self._by_class: dict[str, str] | None = None
        self.name_of = lru_cache(maxsize=_REMEMBERED)(self._find)

    def _find(self, application: str) -> str:
        """Return the name of an application id, a window class or a desktop file id; empty for an empty one."""
        plain = application.strip().removesuffix(".desktop")
        if not _ID.fullmatch(plain):
            return plain
        return self._entry(plain) or self._classes().get(plain.casefold(), "") or _last_part(plain)

    def _entry(self, plain: str) -> str:
        for name in dict.fromkeys((plain, plain.lower())):
            for folder in self._folders:
                found = _read(folder / "applications" / f"{name}.desktop").get("Name", "")
                if found:
                    return found
        return ""

    def _classes(self) -> dict[str, str]:
        """Return names by window class and by file id; read once, because nothing less finds a class."""
        if self._by_class is None:
            self._by_class = {}
            for path in islice(_entries(self._folders), _MOST_ENTRIES):
                entry = _read(path)
                for key in (entry.get("StartupWMClass", ""), path.stem):
                    if key and entry.get("Name"):
                        self._by_class.setdefault(key.casefold(), entry["Name"])
        return self._by_class


def _folders() -> tuple[Path, ...]:
    home = os.environ.get("XDG_DATA_HOME") or str(Path(os.environ.get("HOME", "/")) / ".local" / "share")
    shared = os.environ.get("XDG_DATA_DIRS") or "/usr/local/share:/usr/share"
    return tuple(Path(folder) for folder in (home, *shared.split(":")) if folder)


def _entries(folders: tuple[Path, ...]) -> Iterator[Path]:
    for folder in folders:
        try:
            yield from sorted((folder / "applications").glob("*.desktop"))
        except OSError:
            continue


def _read(path: Path) -> dict[str, str]:
    """Return the untranslated lines of an entry's main group; nothing of one that cannot be read."""
    try:
        with path.open("rb") as file:
            text = file.read(_LONGEST_ENTRY).decode("utf-8", "replace")
    except OSError:
        return {}
    lines: dict[str, str] = {}
    for line in text.partition("[Desktop Entry]")[2].splitlines()[1:]:
        if line.startswith("["):
            break
        key, equals, value = line.partition("=")
        if equals:
            lines.setdefault(key.strip(), _unescape(value.strip()))
    return lines


def _unescape(value: str) -> str:
    return re.sub(r"\\[sntr\\]", lambda found: _ESCAPES[found[0]], value).strip()


def _last_part(plain: str) -> str:
    """Return the last part of a reverse-DNS id, and a Windows program's name without its suffix."""
    if plain[-4:].casefold() == ".exe" and len(plain) > 4:
        return plain[:-4]
    found = _REVERSE_DNS.fullmatch(plain)
    return found[1] if found else plain
