"""Policies on Linux: lines of ``NAME=VALUE`` in ``/etc/wisestep/policy.d/*.conf``, in order of the files' names."""

from __future__ import annotations

from pathlib import Path

from wisestep_desktop.adapters.system.trusted_file import ROOT, folder_distrust, read_trusted
from wisestep_desktop.core.policy import Complaint, Policy, read_policy, values_of_lines

FOLDER = Path("/etc/wisestep/policy.d")
_MOST_FILES = 200


class FilePolicy:
    """Keeps the promises of ``ports.policy.PolicySource``; a later file replaces what an earlier one says.

    Args:
        folder: of the files.
        owner: to whom folder and files must belong.
    """

    def __init__(self, folder: Path = FOLDER, owner: int = ROOT) -> None:
        self._folder = folder
        self._owner = owner

    def read(self) -> Policy:
        """Return what the files say."""
        try:
            above = folder_distrust(self._folder.parent, self._owner)  # who may write there may put in another folder
            distrust = above or folder_distrust(self._folder, self._owner)
            names = sorted(each.name for each in self._folder.iterdir() if each.suffix == ".conf")
        except FileNotFoundError:
            return Policy()
        except OSError as error:
            reason = error.strerror or type(error).__name__
            return Policy(complaints=(Complaint("policy.unreadable", {"place": str(self._folder), "reason": reason}),))
        if distrust is not None:
            return Policy(complaints=(distrust,))
        found: list[tuple[str, dict[str, object]]] = []
        complaints: list[Complaint] = []
        for name in names[:_MOST_FILES]:
            values, told = self._values(self._folder / name)
            found.append((str(self._folder / name), values))
            complaints += told
        return read_policy(found, complaints)

    def _values(self, file: Path) -> tuple[dict[str, object], tuple[Complaint, ...]]:
        content = read_trusted(file, self._owner)
        if isinstance(content, Complaint):
            return {}, (content,)
        try:
            return values_of_lines((content or b"").decode("utf-8-sig"), str(file))
        except UnicodeDecodeError:
            return {}, (Complaint("policy.no_text", {"place": str(file)}),)
