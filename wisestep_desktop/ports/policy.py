"""What an administrator decided for this computer or person, read where the system keeps such things."""

from __future__ import annotations

from typing import Protocol

from wisestep_desktop.core.policy import Policy


class PolicySource(Protocol):
    """One system's place for policies. Only an administrator may be able to change what it believes."""

    def read(self) -> Policy:
        """Return the policy as it is now; an empty one where there is none.

        Never raises: what cannot be read or believed is a complaint, and everything else holds.
        """
        ...
