"""Starting with Windows, by this person's Run key or the computer's. Windows only."""

from __future__ import annotations

import sys

if sys.platform != "win32":
    raise ImportError("this autostart exists on Windows only")

import contextlib
import subprocess
import winreg
from collections.abc import Iterator, Sequence
from contextlib import contextmanager
from typing import Final

from wisestep_desktop.core.errors import AutostartFailed, AutostartForEverybody

RUN: Final = r"Software\Microsoft\Windows\CurrentVersion\Run"
APPROVED: Final = r"Software\Microsoft\Windows\CurrentVersion\Explorer\StartupApproved\Run"
"""Where Task Manager and the settings write down that a person switched an entry off."""

VALUE: Final = "WiseStep"


class RegistryAutostart:
    """Keeps the promises of ``ports.autostart.Autostart``.

    An administrator may have put an entry for everybody into the computer's own Run key. Windows runs both, and has no
    place in which one person could switch that one off: its ``StartupApproved`` is the computer's too.

    Args:
        value: the name of the entry.
    """

    def __init__(self, value: str = VALUE) -> None:
        self._value = value

    def state(self) -> bool:
        """Tell whether there is an entry that nobody switched off, this person's or everybody's."""
        return self._starts(winreg.HKEY_CURRENT_USER) or self._starts_for_everybody()

    def enable(self, command: Sequence[str]) -> None:
        """Write the entry, and take back that it was switched off; nothing where everybody's does it already."""
        if self._starts_for_everybody():
            self._forget()  # both would start it twice
            return
        with _translated(RUN):
            with winreg.CreateKey(winreg.HKEY_CURRENT_USER, RUN) as key:
                winreg.SetValueEx(key, self._value, 0, winreg.REG_SZ, subprocess.list2cmdline(command))
            self._remove(APPROVED)

    def disable(self) -> None:
        """Remove the entry.

        Raises:
            AutostartForEverybody: if an administrator has it start for everybody; this person's entry is gone then.
        """
        self._forget()
        if self._starts_for_everybody():
            raise AutostartForEverybody(rf"HKEY_LOCAL_MACHINE\{RUN}")

    def _starts_for_everybody(self) -> bool:
        return self._starts(winreg.HKEY_LOCAL_MACHINE)

    def _starts(self, whose: int) -> bool:
        with _translated(RUN):
            command, approval = self._read(whose, RUN), self._read(whose, APPROVED)
        off = isinstance(approval, bytes) and approval[:1] != b"" and bool(approval[0] & 1)
        return bool(command) and not off

    def _forget(self) -> None:
        with _translated(RUN):
            self._remove(RUN)
            self._remove(APPROVED)

    def _read(self, whose: int, place: str) -> object:
        with contextlib.suppress(FileNotFoundError), winreg.OpenKey(whose, place) as key:
            return winreg.QueryValueEx(key, self._value)[0]
        return None

    def _remove(self, place: str) -> None:
        with (
            contextlib.suppress(FileNotFoundError),
            winreg.OpenKey(winreg.HKEY_CURRENT_USER, place, 0, winreg.KEY_SET_VALUE) as key,
        ):
            winreg.DeleteValue(key, self._value)


@contextmanager
def _translated(place: str) -> Iterator[None]:
    try:
        yield
    except OSError as error:
        raise AutostartFailed(place, error.strerror or type(error).__name__) from error
