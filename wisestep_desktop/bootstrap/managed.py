"""Where each system keeps what an administrator decided."""

from __future__ import annotations

import getpass
import sys

from wisestep_desktop.ports.policy import PolicySource


def policy_source() -> PolicySource:
    """Return where this system keeps what an administrator decided."""
    if sys.platform == "win32":
        from wisestep_desktop.adapters.system.policy_windows import RegistryPolicy  # noqa: PLC0415  one of three

        return RegistryPolicy()
    if sys.platform == "darwin":
        from wisestep_desktop.adapters.system.policy_mac import ManagedPreferences  # noqa: PLC0415  one of three

        return ManagedPreferences(getpass.getuser())
    from wisestep_desktop.adapters.system.policy_file import FilePolicy  # noqa: PLC0415  one of three

    return FilePolicy()
