"""Starting with a Linux desktop, by the freedesktop.org Autostart specification."""

from __future__ import annotations

import configparser
import os
from collections.abc import Sequence
from pathlib import Path
from typing import Final

from wisestep_desktop.adapters.system import autostart_file

FILE: Final = "wisestep.desktop"
_GROUP: Final = "Desktop Entry"
_NAME: Final = "WiseStep Desktop"


class XdgAutostart:
    """Keeps the promises of ``ports.autostart.Autostart``.

    An administrator may have put an entry for everybody into a folder of the system. A person's own entry of the same
    name hides it, as the specification has it; that is how it is switched off here.

    Args:
        folder: of this person's entries; None means ``autostart`` in ``$XDG_CONFIG_HOME``, or in ``~/.config``.
        everybodys: folders of entries for everybody, the first wins; None means ``autostart`` in ``$XDG_CONFIG_DIRS``.
    """

    def __init__(self, folder: Path | None = None, everybodys: Sequence[Path] | None = None) -> None:
        self._path = (folder or _config() / "autostart") / FILE
        self._everybodys = [each / FILE for each in (_everybodys() if everybodys is None else everybodys)]

    def state(self) -> bool:
        """Tell whether there is an entry that is neither hidden nor switched off."""
        content = autostart_file.read(self._path)
        return self._starts_for_everybody() if content is None else _starts(content)

    def enable(self, command: Sequence[str]) -> None:
        """Write the entry."""
        line = " ".join(map(_quoted, command))
        autostart_file.write(self._path, _written(f"Exec={line}\nTerminal=false\n"))

    def disable(self) -> None:
        """Remove the entry, or hide the one for everybody."""
        if self._starts_for_everybody():
            autostart_file.write(self._path, _written("Hidden=true\n"))
        else:
            autostart_file.remove(self._path)

    def _starts_for_everybody(self) -> bool:
        found = (autostart_file.read(path) for path in self._everybodys)
        content = next((each for each in found if each is not None), None)
        return content is not None and _starts(content)


def _written(lines: str) -> bytes:
    return f"[{_GROUP}]\nType=Application\nName={_NAME}\n{lines}".encode()


def _starts(content: bytes) -> bool:
    entry = _entry(content)
    on = entry.get("X-GNOME-Autostart-enabled", "true") != "false"  # what the settings of some desktops write
    return bool(entry.get("Exec")) and entry.get("Hidden", "false") != "true" and on


def _config() -> Path:
    told = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    return told if told.is_absolute() else Path.home() / ".config"  # the specification ignores a relative one


def _everybodys() -> list[Path]:
    told = os.environ.get("XDG_CONFIG_DIRS") or "/etc/xdg"
    return [Path(each) / "autostart" for each in told.split(":") if Path(each).is_absolute()]


def _entry(content: bytes) -> dict[str, str]:
    """Return the entry of a file; nothing of one that a desktop would not read either."""
    parser = configparser.RawConfigParser(strict=False, delimiters=("=",), comment_prefixes=("#",))
    parser.optionxform = str  # type: ignore[assignment,method-assign]  # keys differ by case
    try:
        parser.read_string(content.decode("utf-8"))
        return dict(parser.items(_GROUP))
    except (configparser.Error, UnicodeDecodeError):
        return {}


def _quoted(word: str) -> str:
    """Quote one argument of ``Exec``: first as an argument, then as a string, as the specification has it."""
    argument = "".join(f"\\{char}" if char in '"`$\\' else char for char in word).replace("%", "%%")
    return '"' + argument.replace("\\", "\\\\").replace("\n", "\\n").replace("\t", "\\t").replace("\r", "\\r") + '"'
