"""Notices that titles have gone blank, as they do when a permission is lost without a word."""

from __future__ import annotations

from dataclasses import dataclass

from wisestep_desktop.core.observation import Window

SUSPICIOUS = 45_000
"""Milliseconds of use without a single title after which titles count as blank: told within a minute."""

STILL_THERE = 30_000
"""Milliseconds since the last input within which the computer is in use."""


@dataclass(frozen=True, slots=True)
class Blankness:
    """How long programs have been used without showing a title.

    Attributes:
        used: milliseconds of use since a title was last seen.
        last: when the last look was, milliseconds on the awake clock.
    """

    used: int = 0
    last: int | None = None

    @property
    def blank(self) -> bool:
        """Tell whether titles seem to be lost."""
        return self.used >= SUSPICIOUS


def look(state: Blankness, window: Window, idle: int | None, now: int) -> Blankness:
    """Take what is in front. A bare desktop says nothing either way, and nobody's time is no evidence."""
    if window.title or window.private:
        return Blankness(0, now)
    if not window.application or idle is None or idle > STILL_THERE or state.last is None:
        return Blankness(state.used, now)
    return Blankness(state.used + max(0, now - state.last), now)
