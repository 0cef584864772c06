"""What the tray app asks of the sign-in window, as a value. Knows no Qt and no pipe."""

from __future__ import annotations

from dataclasses import dataclass

from wisestep_desktop.shell.signin.policy import Context


@dataclass(frozen=True, slots=True)
class Question:
    """One sign-in to show.

    Attributes:
        context: where it begins, where it ends, and what may be shown in between.
        theme: ``light``, ``dark`` or ``system``.
        heading: the window's title; empty for the usual one.
    """

    context: Context
    theme: str = "system"
    heading: str = ""
