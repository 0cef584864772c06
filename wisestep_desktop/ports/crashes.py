"""What is left of a program that ended unexpectedly."""

from __future__ import annotations

from typing import Protocol


class CrashShelf(Protocol):
    """The one report that is kept. It never leaves the computer by itself."""

    def report(self) -> str | None:
        """Return the report, exactly as it would be saved; None where there is none."""
        ...

    def discard(self) -> None:
        """Delete the report, if there is one.

        Raises:
            StoreError: ``erase.left`` if it cannot be deleted.
        """
        ...

    def trim(self) -> None:
        """Keep what the running program wrote down from growing for ever; to be called now and then."""
        ...
