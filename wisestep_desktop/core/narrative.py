"""The text that goes out with an entry: the attorney's words, and on request a summary of the figures.

The words of the summary are a template handed in by the shell; the core only fills in the numbers.
"""

from __future__ import annotations

from dataclasses import dataclass

from wisestep_desktop.core.entries import Figures
from wisestep_desktop.core.observation import clean


@dataclass(frozen=True, slots=True)
class SummaryWords:
    """Templates of the summary's lines with ``{worked}`` and ``{billed}``, in the attorney's language."""

    worked: str
    billed: str


def duration(seconds: int) -> str:
    """Return a duration as ``2h 46m 40s``, without leading zero units; zero is ``0s``."""
    minutes, rest = divmod(seconds, 60)
    hours, minutes = divmod(minutes, 60)
    parts = [f"{hours}h"] if hours else []
    if minutes or (hours and rest):
        parts.append(f"{minutes}m")
    if rest or not parts:
        parts.append(f"{rest}s")
    return " ".join(parts)


def tidy(text: str, longest: int) -> str:
    """Return a narrative fit for storing: line by line clean, no empty lines at the ends, bounded."""
    lines = [clean(line, longest) for line in text[: 4 * longest].splitlines()]
    return "\n".join(lines).strip()[:longest].rstrip()


def text_to_send(narrative: str, figures: Figures, words: SummaryWords | None) -> str:
    """Return the exact description of the time entry; ``words`` adds the summary."""
    if words is None:
        return narrative
    lines = [
        words.worked.format(worked=duration(figures.worked_seconds)),
        words.billed.format(billed=f"{figures.billed_hours}h"),
    ]
    return "\n\n".join(part for part in (narrative, "\n".join(lines)) if part)
