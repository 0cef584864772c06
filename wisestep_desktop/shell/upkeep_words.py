"""What is stored, what was let go of, and what was carried away, in words and sizes. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from datetime import date, tzinfo
from decimal import Decimal

from wisestep_desktop.core.days_of_use import NEEDED, Leap
from wisestep_desktop.core.instants import local_date
from wisestep_desktop.ports.upkeep import FileKind
from wisestep_desktop.services.retention import Sweep
from wisestep_desktop.services.stored import Stored
from wisestep_desktop.shell.formats import plain
from wisestep_desktop.shell.texts import spoken
from wisestep_desktop.shell.words import tr, trn

_UNITS = ("kB", "MB", "GB", "TB")

Dated = Callable[[date], str]
"""Writes a date: the windows as people here do, the command line by ISO 8601."""

Line = tuple[str, str]
"""What something is, and how much of it there is."""


def size_words(count: int) -> str:
    """Return a number of bytes as people read it: ``812 bytes``, ``1.2 MB``."""
    if count < 1_000:
        return trn("{count} byte", "{count} bytes", count)
    power = min(len(str(count)) - 1, 3 * len(_UNITS)) // 3
    number = Decimal(count) / 1_000**power
    return f"{plain(number.quantize(Decimal('0.1') if number < 10 else Decimal(1)))} {_UNITS[power - 1]}"


def stored_lines(
    found: Stored, zone: tzinfo, dated: Dated = date.isoformat
) -> tuple[tuple[Line, ...], tuple[Line, ...]]:
    """Return what is stored: counts, and sizes on the disk."""
    of = found.census
    since = "–" if of.since is None else dated(local_date(of.since, zone))
    counts = (
        (tr("Recorded since"), since),
        (tr("Stays in windows"), str(of.visits)),
        (tr("Window titles"), str(of.titles)),
        (tr("Stretches of being there or away"), str(of.presence)),
        (tr("Rows you said something about"), str(of.tags)),
        (tr("Time you added by hand"), str(of.stated)),
        (tr("Draft entries"), str(of.drafts)),
        (tr("Entries on their way"), str(of.waiting)),
        (tr("Sent entries"), str(of.sent)),
        (tr("Entries seen in Actionstep"), str(of.records)),
        (tr("Matters"), str(of.matters)),
        (tr("Activity types"), str(of.activity_types)),
        (tr("Lessons from corrections"), str(of.lessons)),
        (tr("Names you gave"), str(of.phrases)),
    )
    sizes = (
        (tr("The timeline, encrypted"), size_words(found.size(FileKind.TIMELINE))),
        (tr("Copies from before updates, encrypted"), size_words(found.size(FileKind.COPY))),
        (tr("The program's log, without titles"), size_words(found.size(FileKind.LOG))),
        (tr("Reports of unexpected ends, without titles"), size_words(found.size(FileKind.CRASH))),
        (tr("All of it"), size_words(found.total)),
    )
    return counts, sizes


def sweep_words(sweep: Sweep, *, try_only: bool = False, dated: Dated = date.isoformat) -> tuple[str, ...]:
    """Return what was let go of, or would be, a sentence a line."""
    before = dated(date.fromisoformat(sweep.before))
    lines = []
    if not sweep.days:
        lines.append(tr("Nothing recorded before {date} is left to delete.", date=before))
    elif try_only:
        lines.append(
            trn(
                "One stay from before {date} would be deleted.",
                "{count} stays from before {date} would be deleted.",
                sweep.visits,
                date=before,
            )
        )
    else:
        lines.append(
            trn(
                "One stay from before {date} was deleted.",
                "{count} stays from before {date} were deleted.",
                sweep.visits,
                date=before,
            )
        )
    return tuple(lines)


def kept_words(sweep: Sweep) -> tuple[str, ...]:
    """Return what is old and stays all the same, a sentence a line."""
    lines = []
    if sweep.unsent:
        lines.append(
            trn(
                "One older row ({time}) has a matter and is not sent, so it stays.",
                "{count} older rows ({time}) have a matter and are not sent, so they stay.",
                sweep.unsent,
                time=spoken(sweep.unsent_millis),
            )
        )
    if sweep.drafts:
        lines.append(
            trn(
                "One older draft entry stays until you send or delete it.",
                "{count} older draft entries stay until you send or delete them.",
                sweep.drafts,
            )
        )
    return tuple(lines)


def leap_words(leap: Leap, dated: Dated = date.isoformat) -> str:
    """Return how far the clock went, and why that matters."""
    return tr(
        "Between {before} and {after} there was no day on which WiseStep ran: the computer was off, or its clock went "
        "ahead. If the clock is wrong, set it right: by a wrong clock, time that you still need would be deleted.",
        before=dated(leap.before),
        after=dated(leap.after),
    )


def waiting_words(leap: Leap | None, dated: Dated = date.isoformat) -> str:
    """Return when what is old goes by itself."""
    if leap is None:
        return tr("That happens by itself within {count} days of use.", count=NEEDED)
    waits = trn(
        "So WiseStep waits; if the clock is right, that happens by itself after one more day of use.",
        "So WiseStep waits; if the clock is right, that happens by itself after {count} more days of use.",
        leap.missing,
    )
    return f"{leap_words(leap, dated)} {waits}"


def carried_words(counts: Mapping[str, int], file: str) -> str:
    """Return how much was written, and where."""
    return trn(
        "One record written to {file}. It is not encrypted: keep it safe.",
        "{count} records written to {file}. It is not encrypted: keep it safe.",
        sum(counts.values()),
        file=file,
    )
