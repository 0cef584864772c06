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

    Args:
        folder: of the entries; None means ``autostart`` in ``$XDG_CONFIG_HOME``, or in ``~/.config``.
    """

    def __init__(self, folder: Path | None = None) -> None:
        self._path = (folder or _config() / "autostart") / FILE

    def state(self) -> bool:
        """Tell whether there is an entry that is neither hidden nor switched off."""
        content = autostart_file.read(self._path)
        entry = _entry(content) if content is not None else {}
        on = entry.get("X-GNOME-Autostart-enabled", "true") != "false"  # what the settings of some desktops write
        return bool(entry.get("Exec")) and entry.get("Hidden", "false") != "true" and on

    def enable(self, command: Sequence[str]) -> None:
        """Write the entry."""
        line = " ".join(map(_quoted, command))
        entry = f"[{_GROUP}]\nType=Application\nName={_NAME}\nExec={line}\nTerminal=false\n"
        autostart_file.write(self._path, entry.encode())

    def disable(self) -> None:
        """Remove the entry."""
        autostart_file.remove(self._path)


def _config() -> Path:
    told = Path(os.environ.get("XDG_CONFIG_HOME", ""))
    return told if told.is_absolute() else Path.home() / ".config"  # the specification ignores a relative one


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
