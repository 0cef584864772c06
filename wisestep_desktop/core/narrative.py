"""The text that goes out with an entry: the attorney's words, and on request a summary of the figures.

The words of the summary are a template handed in by the shell; the core only fills in the numbers.
"""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field

from wisestep_desktop.core.entries import Figures
from wisestep_desktop.core.observation import clean
from wisestep_desktop.core.stated import Occupation


@dataclass(frozen=True, slots=True)
class SummaryWords:
    """Templates of what is added to a narrative, in the attorney's language.

    Attributes:
        worked: with ``{worked}``.
        billed: with ``{billed}``.
        weighted: with ``{percent}``; said only where the time is weighted.
        activity: a line of the list, with ``{time}`` and ``{title}``.
        occupations: what off-screen work is called.
    """

    worked: str
    billed: str
    weighted: str = "{percent}"
    activity: str = "{time}  {title}"
    occupations: Mapping[Occupation, str] = field(default_factory=dict)


@dataclass(frozen=True, slots=True)
class Activity:
    """A line of the list of activities: whole seconds, and what stood in the window's title."""

    seconds: int
    title: str


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


def joined(narratives: Iterable[str]) -> str:
    """Return several narratives as one, a line each; the same words are said once, blank ones not at all."""
    return "\n".join(dict.fromkeys(line for each in narratives for line in each.splitlines() if line.strip()))


@dataclass(frozen=True, slots=True)
class Additions:
    """What goes out below the narrative.

    Attributes:
        summary: whether the totals do.
        activities: the list of what was done; empty where it does not.
        weighting: per cent; named in the summary unless it is 100 or the person put the figure in.
    """

    summary: bool = False
    activities: Sequence[Activity] = ()
    weighting: int = 100


def text_to_send(narrative: str, figures: Figures, words: SummaryWords, additions: Additions) -> str:
    """Return the exact description of the time entry: narrative, list of activities, summary, where each is wanted."""
    listed = [
        words.activity.format(time=duration(each.seconds), title=each.title).strip() for each in additions.activities
    ]
    summary = [
        words.worked.format(worked=duration(figures.worked_seconds)),
        words.billed.format(billed=f"{figures.billed_hours}h"),
    ]
    if additions.weighting != 100:
        summary.append(words.weighted.format(percent=additions.weighting))
    parts = (narrative, "\n".join(listed), "\n".join(summary) if additions.summary else "")
    return "\n\n".join(part for part in parts if part)
