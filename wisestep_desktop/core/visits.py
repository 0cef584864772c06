"""Visits: which window was in front, closed at the moment of change. No gap and no overlap, by construction."""

from __future__ import annotations

from dataclasses import dataclass

from wisestep_desktop.core.observation import Window, WindowSample
from wisestep_desktop.core.spans import Instant, Span


@dataclass(frozen=True, slots=True)
class Visit:
    """One uninterrupted stay in one window."""

    span: Span
    window: Window


@dataclass(frozen=True, slots=True)
class OpenVisit:
    """The stay going on."""

    start: Instant
    window: Window

    def until(self, at: Instant) -> Visit:
        """Return the stay as far as ``at``: what a checkpoint writes and what closing it leaves."""
        return Visit(Span(self.start, max(self.start, at)), self.window)


def look(open_visit: OpenVisit | None, sample: WindowSample) -> tuple[OpenVisit, Visit | None]:
    """Take a sample: the same window goes on, another one closes the stay at the sample's instant.

    A sample older than the open stay is taken at the stay's start, so that spans never overlap; a stay that
    would be empty leaves no visit behind.
    """
    if open_visit is None:
        return OpenVisit(sample.at, sample.window), None
    if open_visit.window == sample.window:
        return open_visit, None
    closed = open_visit.until(sample.at)
    start = closed.span.end
    return OpenVisit(start, sample.window), closed if closed.span.length else None
