"""How this person writes times of day, hours and durations. What is sent or exported is written without it. No Qt."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass, replace
from datetime import datetime, time
from decimal import Decimal

_COMMA = frozenset({"de", "es", "fr", "it", "nl", "pl"})
"""Languages that write 0,5; where the desktop says more, it is asked (shell/habits.py)."""


def _twenty_four(at: time) -> str:
    return f"{at.hour:02d}:{at.minute:02d}"


@dataclass(frozen=True, slots=True)
class Formats:
    """What differs between people.

    Attributes:
        point: between whole hours and their parts.
        durations: ``spoken``, ``clock`` or ``units``, as ``appearance.durations`` says.
        clock: how a time of day is written.
        twelve: whether a day has twice twelve hours.
    """

    point: str = "."
    durations: str = "spoken"
    clock: Callable[[time], str] = _twenty_four
    twelve: bool = False


class _Force:
    """The formats in force; one set per process."""

    formats = Formats()


def formats() -> Formats:
    """Return the formats in force."""
    return _Force.formats


def write_as(wanted: Formats) -> None:
    """Write everything so from here on."""
    _Force.formats = wanted


def write_for(language: str, durations: str) -> None:
    """Write as a language does, where nothing more is known of the person than that."""
    write_as(replace(Formats(), point="," if language in _COMMA else ".", durations=durations))


def clock(at: datetime) -> str:
    """Return a time of day: ``14:05``, or ``2:05 PM``."""
    return _Force.formats.clock(at.time())


def clock_to_the_second(at: datetime) -> str:
    """Return a time of day with its seconds: ``14:05:09``, or ``2:05:09 PM``."""
    if not _Force.formats.twelve:
        return at.strftime("%H:%M:%S")
    written = clock(at)
    minutes = f"{at.minute:02d}"
    head, _, tail = written.rpartition(minutes)
    return f"{head}{minutes}:{at.second:02d}{tail}"


def hour(at: datetime) -> str:
    """Return an hour as a mark on a scale: ``14``, or ``2``."""
    return str((at.hour % 12 or 12) if _Force.formats.twelve else at.hour)


def plain(number: Decimal) -> str:
    """Return a number with the places it has: ``7.5``, or ``7,5``."""
    return f"{number:f}".replace(".", _Force.formats.point)


def hours(number: Decimal | float, places: int = 2) -> str:
    """Return a number of hours: ``0.60``, or ``0,60``."""
    return f"{number:.{places}f}".replace(".", _Force.formats.point)


def plain_seconds(millis: int) -> str:
    """Return milliseconds as seconds with one place, or with two below a tenth of one: ``0.3``, or ``0,05``."""
    return hours(millis / 1_000, 1 if millis >= 100 or not millis else 2)
