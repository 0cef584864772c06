"""Starting with the computer, if the person wants that: read back from the system, never remembered by us."""

from __future__ import annotations

from collections.abc import Sequence
from typing import Protocol


class Autostart(Protocol):
    """Whether the program starts when this person signs in. For no other person, and without special rights."""

    def state(self) -> bool:
        """Tell whether it does, as the system sees it now; the person may have changed that in its own settings.

        Raises:
            AutostartFailed: if that cannot be read.
        """
        ...

    def enable(self, command: Sequence[str]) -> None:
        """Start ``command`` from the next sign-in on, in place of any earlier one.

        Args:
            command: the program's path and its arguments.

        Raises:
            AutostartFailed: if the system refuses; then all is as before.
        """
        ...

    def disable(self) -> None:
        """Start nothing any more; fine if nothing was to be started.

        Raises:
            AutostartFailed: if the system refuses.
        """
        ...
