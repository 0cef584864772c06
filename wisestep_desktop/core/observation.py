"""What an operating system told us, as values: a window in front, an input, a lock, two clocks."""

from __future__ import annotations

from dataclasses import dataclass

from wisestep_desktop.core.spans import Instant

LONGEST_TITLE = 1_024
"""Characters kept of an application name, title or document; a hostile title must not grow the file."""


@dataclass(frozen=True, slots=True)
class Window:
    """A window as shown to the person. Empty texts mean that nothing is in front (a bare desktop)."""

    application: str
    title: str
    document: str | None = None
    private: bool = False

    def __repr__(self) -> str:
        return "Window(private)" if self.private else "Window(…)"  # a title must not reach a log by accident


NOTHING = Window("", "")
"""No window is in front."""

PRIVATE = Window("", "", private=True)
"""An excluded window: all that is ever known of it."""


@dataclass(frozen=True, slots=True)
class WindowSample:
    """The window in front from ``at`` on, by the wall clock of the moment the system told us."""

    at: Instant
    window: Window


@dataclass(frozen=True, slots=True)
class ClockReading:
    """Two clocks read together.

    Attributes:
        wall: what the computer believes the time is; it can be set, forwards and backwards.
        awake: milliseconds since some fixed point; never set, and it stands still while the computer sleeps.
    """

    wall: Instant
    awake: int


def clean(text: str, longest: int = LONGEST_TITLE) -> str:
    """Return a text fit for keeping: valid UTF-8, one line, no control or direction characters, bounded length."""
    kept = text[: 4 * longest].encode("utf-8", "replace").decode("utf-8")
    if not kept.isprintable():  # what breaks a line or hides is not printable; most titles are, and this is every event
        kept = "".join(" " if _breaks(char) else char for char in kept)
    return " ".join(kept.split())[:longest].rstrip()


_DIRECTION = frozenset("\u061c\u200e\u200f\u202a\u202b\u202c\u202d\u202e\u2066\u2067\u2068\u2069\ufeff")


def _breaks(char: str) -> bool:
    """Tell control and direction characters: they could make a title look like another one."""
    code = ord(char)
    return code < 32 or 127 <= code < 160 or char in "\u2028\u2029" or char in _DIRECTION
