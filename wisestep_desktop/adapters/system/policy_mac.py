"""Policies on macOS: the preferences that a management profile puts into ``/Library/Managed Preferences``."""

from __future__ import annotations

import plistlib
from pathlib import Path
from xml.parsers.expat import ExpatError

from wisestep_desktop.adapters.system.trusted_file import ROOT, read_trusted
from wisestep_desktop.core.policy import Complaint, Policy, read_policy

FOLDER = Path("/Library/Managed Preferences")
FILE = "org.wisestep.desktop.plist"
_BROKEN = (
    plistlib.InvalidFileException,
    ExpatError,
    ValueError,
    TypeError,
    AttributeError,
    LookupError,
    RecursionError,
)


class ManagedPreferences:
    """Keeps the promises of ``ports.policy.PolicySource``; what is said for the person goes first.

    Args:
        user: whose own policy counts besides the computer's; a name without a slash.
        folder: of the managed preferences.
        owner: to whom folders and files must belong.
    """

    def __init__(self, user: str, folder: Path = FOLDER, owner: int = ROOT) -> None:
        own = [folder / user / FILE] if user and "/" not in user and user not in (".", "..") else []
        self._files = [folder / FILE, *own]
        self._owner = owner

    def read(self) -> Policy:
        """Return what the files say."""
        found: list[tuple[str, dict[str, object]]] = []
        complaints: list[Complaint] = []
        for file in self._files:
            content = read_trusted(file, self._owner)
            if isinstance(content, Complaint):
                complaints.append(content)
                continue
            if content is None:
                continue
            values = _values(content)
            if values is None:
                complaints.append(Complaint("policy.no_plist", {"place": str(file)}))
            else:
                found.append((str(file), values))
        return read_policy(found, complaints)


def _values(content: bytes) -> dict[str, object] | None:
    try:
        told = plistlib.loads(content)
    except _BROKEN:
        return None
    if not isinstance(told, dict):
        return None
    return {name: value for name, value in told.items() if isinstance(name, str)}
