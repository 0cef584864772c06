"""What the first two pages say before anybody agrees to anything. No Qt."""

from __future__ import annotations

from dataclasses import dataclass

from wisestep_desktop.shell.words import tr


@dataclass(frozen=True, slots=True)
class Point:
    """An icon, what it is about, and two sentences at most."""

    icon: str
    title: str
    text: str


@dataclass(frozen=True, slots=True)
class Page:
    """A heading, a sentence, and points."""

    title: str
    text: str
    points: tuple[Point, ...] = ()


def opening_page() -> Page:
    """Return what is recorded and where it stays."""
    return Page(
        tr("Your day, written down for you"),
        tr("Nothing is recorded until you choose “Start recording” on the next page."),
        (
            Point(
                "check",
                tr("What is recorded"),
                tr(
                    "Which window is in front: the application, its title and document, and whether somebody was at "
                    "the computer."
                ),
            ),
            Point(
                "lock",
                tr("Where it stays"),
                tr(
                    "On this computer only, encrypted with a key in your system's keyring. Only the time entries you "
                    "send go to Actionstep."
                ),
            ),
        ),
    )


def consent_page() -> Page:
    """Return what never is recorded, and what the person decides."""
    return Page(
        tr("What never is recorded"),
        tr("Nobody else sees your timeline, and you can forget any part of it."),
        (
            Point(
                "close",
                tr("Never"),
                tr("What is in a window, what you type, pictures of the screen, sound."),
            ),
            Point(
                "pause",
                tr("You decide"),
                tr(
                    "Pause at any time from the tray. Exclude applications and titles; of those, nothing but “private” "
                    "is kept."
                ),
            ),
        ),
    )
