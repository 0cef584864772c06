"""How fast we ask. Actionstep's limits are unpublished and move with load, so the pace finds them by itself.

Pure: time comes in as a number and waiting is somebody else's.
"""

from __future__ import annotations

from collections.abc import Callable

_SLOWEST = 60_000
_STEP_BACK = 1_000
_CREEP = 0.9
"""Milliseconds, and the share of the pause that is left after each answer that went well."""

_LONGEST_HOLD = 3_600
"""Seconds; a server that asks to be left alone for longer is asked again all the same."""


class Pace:
    """The pause between two requests: doubled by each "too many requests", creeping back while all goes well.

    Args:
        least: the shortest pause in milliseconds, as the settings have it now.
    """

    def __init__(self, least: Callable[[], int]) -> None:
        self._least = least
        self._extra = 0.0
        self._last: int | None = None
        self._hold = 0

    @property
    def pause(self) -> int:
        """Return the pause in force, in milliseconds."""
        return min(_SLOWEST, self._least() + round(self._extra))

    def wait(self, now: int) -> int:
        """Return how many milliseconds to wait before the next request may begin at ``now``."""
        return 0 if self._last is None else max(0, self._last + self.pause - now)

    def held(self, now: int) -> int:
        """Return for how many milliseconds from ``now`` Actionstep asked not to be asked anything."""
        return max(0, self._hold - now)

    def began(self, now: int) -> None:
        """Say that a request begins."""
        self._last = now

    def went_well(self) -> None:
        """Say that Actionstep had no objection: the pause shrinks towards the least."""
        self._extra = self._extra * _CREEP if self._extra > 10 else 0.0

    def was_too_fast(self, now: int, seconds: int | None = None) -> None:
        """Say that Actionstep asked for less: the pause doubles, at first to a second more.

        Args:
            now: when it said so.
            seconds: for how long it wants to be left alone, where it says; nobody is believed beyond an hour.
        """
        self._hold = max(self._hold, now + min(seconds or 0, _LONGEST_HOLD) * 1_000)
        self._extra = min(_SLOWEST, max(_STEP_BACK, 2 * self.pause - self._least()))
