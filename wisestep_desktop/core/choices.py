"""Which technology answers which need on this computer, and what was tried before it."""

from __future__ import annotations

from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Tried:
    """A technology that did not answer, and the code of why."""

    name: str
    reason: str


@dataclass(frozen=True, slots=True)
class Chosen:
    """What answers one need.

    Attributes:
        need: ``windows``, ``inputs``, ``power`` or ``microphone``.
        name: the technology, or None if nothing answered.
        tried: what was tried before it, in order.
    """

    need: str
    name: str | None
    tried: tuple[Tried, ...] = ()


Choice = tuple[Chosen, ...]
"""One for each need, windows first."""
