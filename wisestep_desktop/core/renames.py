"""How often one program may rename its window before only the last name of each second is told.

A window that shows a clock, a progress or a spinner renames itself up to a hundred times a second. Each rename told
costs a title in the timeline and a match; the time is the same window's whatever it is called meanwhile.
"""

from __future__ import annotations

from dataclasses import dataclass, replace

from wisestep_desktop.core.observation import NOTHING, Window

BURST = 10
"""Renames that are told at once: browsing and opening documents never get there."""

REFILL = 1_000
"""Milliseconds after which another rename may be told."""


@dataclass(frozen=True, slots=True)
class Renames:
    """What was told and what waits.

    Attributes:
        told: the window told last.
        waiting: a newer name of it that is not told yet.
        allowance: renames that may be told at once.
        filled: when the allowance was last counted, milliseconds on the awake clock.
    """

    told: Window = NOTHING
    waiting: Window | None = None
    allowance: int = BURST
    filled: int = 0

    @property
    def due(self) -> int | None:
        """Return when what waits may be told, or None if nothing waits."""
        return None if self.waiting is None else self.filled + REFILL


def take(renames: Renames, window: Window, now: int) -> tuple[Renames, Window | None]:
    """Take a window; return it if it is to be told now. Another program's window always is."""
    renames = _refilled(renames, now)
    if window == renames.told:
        return replace(renames, waiting=None), None
    if window.application != renames.told.application:
        return replace(renames, told=window, waiting=None), window
    if renames.allowance:
        return replace(renames, told=window, waiting=None, allowance=renames.allowance - 1), window
    return replace(renames, waiting=window), None


def overdue(renames: Renames, now: int) -> tuple[Renames, Window | None]:
    """Return the window that waited, once it may be told."""
    return (renames, None) if renames.waiting is None else take(renames, renames.waiting, now)


def _refilled(renames: Renames, now: int) -> Renames:
    earned = (now - renames.filled) // REFILL
    if earned <= 0:
        return renames
    if renames.allowance + earned >= BURST:
        return replace(renames, allowance=BURST, filled=now)
    return replace(renames, allowance=renames.allowance + earned, filled=renames.filled + earned * REFILL)
