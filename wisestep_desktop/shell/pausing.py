"""How recording goes in words, and the pauses that end by themselves: for the tray and the windows alike."""

from __future__ import annotations

from PySide6.QtWidgets import QMenu

from wisestep_desktop.shell.recording import Recording
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.words import tr

QUARTER, HOUR = 15 * 60_000, 60 * 60_000


def recording_words(recording: Recording) -> tuple[str, str]:
    """Return how recording goes in words, and the tone to say it in."""
    trouble, state = recording.trouble, recording.state
    if trouble is not None:
        return tr("▲ {why}", why=explain(trouble)), "care"
    if recording.paused:
        until = None if state is None else state.until
        if until is None:
            return tr("❚❚ Paused: nothing is recorded"), "care"
        return tr("❚❚ Paused until {time}: nothing is recorded", time=recording.wall(until)), "care"
    if recording.running:
        return (tr("● Recording, in a call"), "good") if state and state.calling else (tr("● Recording"), "good")
    return tr("○ Not recording"), "dim"


def fill_pauses(menu: QMenu, recording: Recording) -> None:
    """Offer the pauses that end by themselves."""
    menu.addAction(tr("For 15 minutes"), lambda: recording.pause(QUARTER))
    menu.addAction(tr("For 1 hour"), lambda: recording.pause(HOUR))
    menu.addAction(tr("Until tomorrow"), recording.pause_until_tomorrow)
