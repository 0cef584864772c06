"""Hours as people type them: ``0.6``, ``0,6``, ``1:30``, ``36 min``, ``1 h 30``. Seconds out."""

from __future__ import annotations

import re
from decimal import ROUND_HALF_UP, Decimal

from wisestep_desktop.core.errors import BadInput

_HOUR = 3_600
_DECIMAL = re.compile(r"(\d{1,3})(?:[.,](\d{1,4}))?\s*h?", re.ASCII)
_CLOCK = re.compile(r"(\d{1,3})\s*(?::|h)\s*(\d{1,2})\s*(?:min|m)?", re.ASCII)
_MINUTES = re.compile(r"(\d{1,4})\s*(?:min|m)", re.ASCII)


def read_hours(text: str, *, most: int, least: int = 0) -> int:
    """Return whole seconds.

    Args:
        text: hours with a point or a comma, hours and minutes, or minutes.
        most: seconds; more is refused.
        least: seconds; less is refused.

    Raises:
        BadInput: ``hours.unreadable`` or ``hours.range``.
    """
    told = text.strip().casefold()
    seconds = _seconds(told)
    if seconds is None:
        raise BadInput("hours.unreadable", text=told[:40])
    if not least <= seconds <= most:
        raise BadInput("hours.range", most=most // _HOUR)
    return seconds


def _seconds(told: str) -> int | None:
    if found := _MINUTES.fullmatch(told):
        return int(found[1]) * 60
    if found := _CLOCK.fullmatch(told):
        return int(found[1]) * _HOUR + int(found[2]) * 60 if int(found[2]) < 60 else None
    if found := _DECIMAL.fullmatch(told):
        hours = Decimal(f"{found[1]}.{found[2] or 0}")
        return int((hours * _HOUR).to_integral_value(ROUND_HALF_UP))
    return None
