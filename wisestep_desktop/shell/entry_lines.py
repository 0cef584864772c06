"""Visits and entries of a day in words. Translatable; no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import tzinfo

from wisestep_desktop.core.entries import Entry
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.instants import SECOND, to_datetime
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.spans import Span
from wisestep_desktop.shell import texts
from wisestep_desktop.shell.formats import clock_to_the_second
from wisestep_desktop.shell.models.day_items import VisitLine
from wisestep_desktop.shell.words import tr


def visit_words(line: VisitLine, zone: tzinfo | None) -> str:
    """Return one stay: from when to when, to the second, and how long."""
    return f"{from_to(line.span, zone)}, {exactly(line.span.length)}"


def from_to(span: Span, zone: tzinfo | None) -> str:
    """Return when a stay began and ended, to the second."""
    if zone is None:
        return ""
    start, end = (clock_to_the_second(to_datetime(at, zone)) for at in (span.start, span.end))
    return tr("{start} to {end}", start=start, end=end)


def exactly(millis: int) -> str:
    """Return a duration to the second: ``3 min 29 s``."""
    seconds = (millis + SECOND // 2) // SECOND
    minutes, rest = divmod(seconds, 60)
    if not minutes:
        return tr("{seconds} s", seconds=rest)
    return tr("{minutes} min {seconds:02d} s", minutes=minutes, seconds=rest)


def entry_words(entry: Entry, matters: Mapping[MatterId, Matter]) -> str:
    """Return an entry that no row shows: what it says, for which matter, how long, and how it stands."""
    matter = entry.draft.matter
    named = no_matter(entry.state) if matter is None else texts.matter_name(matter, matters)
    said = entry_title(entry)
    return ", ".join((said, named, texts.spoken(entry.draft.worked_seconds * SECOND), state_words(entry.state)))


def no_matter(state: EntryState) -> str:
    """Return what stands for a matter where there is none: of what is sent, none is to come any more."""
    return tr("no matter") if state is EntryState.SENT else tr("no matter yet")


def entry_title(entry: Entry) -> str:
    """Return the first line of what an entry says."""
    return entry.draft.narrative.split("\n", 1)[0] or tr("Time without a narrative")


def state_words(state: EntryState) -> str:
    """Return how an entry stands, in a word or two."""
    return {
        EntryState.DRAFT: tr("Draft"),
        EntryState.QUEUED: tr("Waits to be sent"),
        EntryState.SENDING: tr("Sending"),
        EntryState.SENT: tr("Sent"),
        EntryState.REFUSED: tr("Not sent"),
        EntryState.UNCERTAIN: tr("Checking with Actionstep"),
    }[state]
