"""Distances that grow with the text: everything here is said for a text of 13 pixels. No Qt, no drawing."""

from __future__ import annotations

from wisestep_desktop.shell.tokens import STEP

BODY = 13
"""Pixels of the text for which distances are said."""


class _Force:
    """How much larger than usual the text is; one figure per process, set by the theme."""

    factor = 1.0


def grow(pixels: float) -> None:
    """Take the size of the text, in pixels, for all distances from here on; in steps of a twentieth."""
    _Force.factor = max(1.0, round(pixels / BODY * 20) / 20)


def scaled(pixels: int) -> int:
    """Return a distance as it is with the text in force; hairlines and rings stay as thin as they are."""
    return pixels if abs(pixels) <= 2 else round(pixels * _Force.factor)


def inset(pixels: int) -> int:
    """Return a radius, never more than the half of what is as high as twice of it."""
    return int(pixels * _Force.factor)


def margins(left: int, top: int, right: int, bottom: int) -> tuple[int, int, int, int]:
    """Return four distances at once, as layouts want them."""
    return scaled(left), scaled(top), scaled(right), scaled(bottom)


def space(steps: int) -> int:
    """Return a number of steps, of which every distance is made."""
    return scaled(steps * STEP)
