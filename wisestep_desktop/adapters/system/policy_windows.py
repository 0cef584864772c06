r"""Policies on Windows: ``Software\Policies\WiseStep`` of the computer and of the person. Windows only."""

from __future__ import annotations

import sys

if sys.platform != "win32":
    raise ImportError("these policies exist on Windows only")

import winreg
from typing import Final

from wisestep_desktop.core.policy import Complaint, Policy, read_policy

KEY: Final = r"Software\Policies\WiseStep"
"""Group policy lets nobody but administrators write here, in either hive."""

_HIVES: Final = (("HKCU", winreg.HKEY_CURRENT_USER), ("HKLM", winreg.HKEY_LOCAL_MACHINE))
_TYPES: Final = (winreg.REG_SZ, winreg.REG_DWORD, winreg.REG_MULTI_SZ)


class RegistryPolicy:
    """Keeps the promises of ``ports.policy.PolicySource``; the computer's goes before the person's.

    Args:
        key: below both hives.
    """

    def __init__(self, key: str = KEY) -> None:
        self._key = key

    def read(self) -> Policy:
        """Return what the registry says."""
        found: list[tuple[str, dict[str, object]]] = []
        complaints: list[Complaint] = []
        for name, hive in _HIVES:
            place = f"{name}\\{self._key}"
            try:
                found.append((place, _values(hive, self._key)))
            except FileNotFoundError:
                continue
            except OSError as error:
                reason = error.strerror or type(error).__name__
                complaints.append(Complaint("policy.unreadable", {"place": place, "reason": reason}))
        return read_policy(found, complaints)


def _values(hive: int, key: str) -> dict[str, object]:
    """Return the values of a key; one of a type that no setting has is kept as nothing, to be complained of."""
    values: dict[str, object] = {}
    with winreg.OpenKey(hive, key, 0, winreg.KEY_READ | winreg.KEY_WOW64_64KEY) as opened:
        count = winreg.QueryInfoKey(opened)[1]
        for number in range(count):
            name, value, kind = winreg.EnumValue(opened, number)
            if name:  # the nameless one is the key's own
                values[name] = value if kind in _TYPES else None
    return values
