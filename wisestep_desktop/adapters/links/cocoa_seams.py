"""What waiting on macOS asks of a run loop, as a promise: the real one keeps it, and so does a fake on any system."""

from __future__ import annotations

from typing import Protocol


class Loop(Protocol):
    """The run loop of the thread that made this. Only ``ring`` and ``close`` may come from another thread."""

    def run(self, seconds: float) -> bool:
        """Handle what comes, until something was handled, somebody rang, or ``seconds`` have passed.

        Returns:
            False, at once, where there is nothing in the loop that could ever come (``kCFRunLoopRunFinished``).
        """
        ...

    def ring(self) -> None:
        """End the run of now, or else the next one, at once."""
        ...

    def close(self) -> None:
        """Take out of the loop what was put in; may be called again."""
        ...
