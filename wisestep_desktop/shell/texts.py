"""Durations, dates and chips in words. Translatable; no Qt."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from datetime import tzinfo
from enum import StrEnum

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.instants import MINUTE, SECOND, to_datetime
from wisestep_desktop.core.matters import Matter, MatterStatus
from wisestep_desktop.core.narrative import SummaryWords
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.records import Standing
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.core.stated import Occupation, occupation_of
from wisestep_desktop.services.forget import Outcome
from wisestep_desktop.services.timeline import DayRow, Mark, RowState
from wisestep_desktop.shell import formats
from wisestep_desktop.shell.words import tr, trn

_SHORT = 26


class Tone(StrEnum):
    """How a chip looks: colour never alone, the words differ too."""

    CERTAIN = "certain"
    SUGGESTED = "suggested"
    CHOOSE = "choose"
    DRAFT = "draft"
    SENT = "sent"
    QUIET = "quiet"


@dataclass(frozen=True, slots=True)
class Chip:
    """What stands in a row's matter column."""

    text: str
    tone: Tone


def spoken(millis: int) -> str:
    """Return a duration as the timeline shows it: ``45 s``, ``24 min``, ``1 h 05``; or as the person wants it."""
    wanted = formats.formats().durations
    if wanted == "units":
        return _in_units(millis)
    if wanted == "clock":
        return _as_clock(millis)
    if millis < MINUTE:
        return tr("{seconds} s", seconds=(millis + SECOND // 2) // SECOND)
    minutes = (millis + MINUTE // 2) // MINUTE
    if minutes < 60:
        return tr("{minutes} min", minutes=minutes)
    return tr("{hours} h {minutes:02d}", hours=minutes // 60, minutes=minutes % 60)


def _in_units(millis: int) -> str:
    """Return tenths of an hour, which is what is billed in; what is less than half of one is not called nothing."""
    tenths = (millis + 3 * MINUTE) // (6 * MINUTE)
    if millis and not tenths:
        return tr("< {hours} h", hours=formats.hours(0.1, 1))
    return tr("{hours} h", hours=formats.hours(tenths / 10, 1))


def _as_clock(millis: int) -> str:
    minutes = (millis + MINUTE // 2) // MINUTE
    if millis and not minutes:
        return tr("< {hours}:{minutes:02d}", hours=0, minutes=1)
    return tr("{hours}:{minutes:02d}", hours=minutes // 60, minutes=minutes % 60)


def forgotten_words(outcome: Outcome) -> tuple[str, ...]:
    """Return what was forgotten, a sentence a line."""
    told = outcome.forgotten
    if not told.visits:
        return (tr("Nothing of the kind was recorded, so there was nothing to forget."),)
    time = spoken(told.millis)
    lines = [trn("Forgotten: one stay, {time}.", "Forgotten: {count} stays, {time}.", told.visits, time=time)]
    if told.drafts:
        lines.append(
            trn("One draft entry lost that time.", "{count} draft entries lost that time.", told.drafts)
            + " "
            + tr("Check narratives you wrote yourself: they were not changed.")
        )
    if told.kept:
        lines.append(
            trn(
                "One sent entry keeps its hours and its text, as Actionstep has them; its evidence here is gone.",
                "{count} sent entries keep their hours and text, as Actionstep has them; their evidence here is gone.",
                told.kept,
            )
        )
    if not outcome.wiped:
        lines.append(tr("Another WiseStep is reading the timeline just now; its file is wiped at the next start."))
    return tuple(lines)


def absence(*, possible: bool, rested: bool = False) -> str:
    """Return what a stretch is called in which nobody touched anything."""
    if rested:
        return tr("Break")
    return tr("Quiet reading? Possible work") if possible else tr("Away")


def application_name(window: Window) -> str:
    """Return what a row shows as its application; off-screen work has none but its own name."""
    occupation = occupation_of(window)
    return window.application if occupation is None else occupations()[occupation]


def marks(row: DayRow) -> tuple[str, ...]:
    """Return what to look at before believing a row, a sentence each."""
    said = {
        Mark.LONG_RUN: tr("Two hours and more in one window without a break: please check."),
        Mark.DEGRADED: tr("Recorded while a signal did not work well: please check."),
        Mark.STATED: tr("Said by you, not recorded."),
        Mark.TIMED: tr("Counted by a timer."),
    }
    return tuple(said[mark] for mark in sorted(row.marks))


def is_doubtful(row: DayRow) -> bool:
    """Tell whether a row should be looked at twice before it is believed."""
    return not row.marks.isdisjoint((Mark.LONG_RUN, Mark.DEGRADED))


def time_of_day(at: Instant, zone: tzinfo) -> str:
    """Return an instant as the clock on the wall shows it: ``14:05``, or ``2:05 PM``."""
    return formats.clock(to_datetime(at, zone))


def clock_face(seconds: int) -> str:
    """Return whole seconds as ``0:30:04``."""
    return f"{seconds // 3600}:{seconds // 60 % 60:02d}:{seconds % 60:02d}"


def matter_name(matter: MatterId, matters: Mapping[MatterId, Matter]) -> str:
    """Return a matter's number and as much of its name as a chip holds."""
    known = matters.get(matter)
    if known is None:
        return str(matter)
    name = known.name if len(known.name) <= _SHORT else f"{known.name[: _SHORT - 1].rstrip()}…"
    if known.status is MatterStatus.CLOSED:  # before the name, which may be cut
        return tr("{matter} · closed · {name}", matter=matter, name=name)
    return f"{matter} {name}"


def chip(row: DayRow, matters: Mapping[MatterId, Matter]) -> Chip | None:
    """Return a row's chip; private rows have none."""
    match row.state:
        case RowState.PRIVATE:
            return None
        case RowState.TRASH:
            return Chip(tr("In the trash"), Tone.QUIET)
        case RowState.SENT | RowState.DRAFT:
            fate, tone = _fate(row)
            return Chip(tr("{fate} · {matter}", fate=fate, matter=_named(row, matters)), tone)
        case RowState.OPEN:
            return _open_chip(row, matters)


def _fate(row: DayRow) -> tuple[str, Tone]:
    """Return what has become of the entry a row belongs to."""
    if row.state is RowState.SENT:
        there = {
            Standing.BILLED: (tr("Billed"), Tone.SENT),
            Standing.CHANGED: (tr("Changed there"), Tone.CHOOSE),
            Standing.DELETED: (tr("Deleted there"), Tone.CHOOSE),
        }
        return there.get(row.standing or Standing.UNSEEN, (tr("Sent"), Tone.SENT))
    on_its_way = {
        EntryState.REFUSED: (tr("Not sent"), Tone.CHOOSE),
        EntryState.UNCERTAIN: (tr("Asking"), Tone.CHOOSE),
        EntryState.QUEUED: (tr("Waiting"), Tone.CERTAIN),
        EntryState.SENDING: (tr("Sending"), Tone.CERTAIN),
    }
    return on_its_way.get(row.fate or EntryState.DRAFT, (tr("Draft"), Tone.DRAFT))


def _open_chip(row: DayRow, matters: Mapping[MatterId, Matter]) -> Chip:
    if row.matter is not None:
        return Chip(matter_name(row.matter, matters), Tone.CERTAIN)
    likely = row.match.offered
    if row.tagged_by is not None or not likely:
        return Chip(tr("Which matter?"), Tone.SUGGESTED)
    if len(likely) == 1:
        known = matters.get(likely[0].matter)
        name = known.name if known else ""
        short = name if len(name) <= _SHORT else f"{name[: _SHORT - 1].rstrip()}…"
        return Chip(tr("{name}? · {matter}", name=short, matter=likely[0].matter), Tone.SUGGESTED)
    if len(likely) == 2:
        return Chip(tr("Two matters: choose"), Tone.CHOOSE)
    return Chip(tr("{count} matters: choose", count=len(likely)), Tone.CHOOSE)


def _named(row: DayRow, matters: Mapping[MatterId, Matter]) -> str:
    if row.matter is None:
        return tr("no matter") if row.state is RowState.SENT else tr("no matter yet")
    return matter_name(row.matter, matters)


def row_title(row: DayRow) -> str:
    """Return what a row shows as its title."""
    if row.state is RowState.PRIVATE:
        return tr("Private")
    if not row.window.application and not row.window.title:
        return tr("No window in front")
    occupation = occupation_of(row.window)
    if occupation is not None:
        said = occupations()[occupation]
        return tr("{occupation}: {note}", occupation=said, note=row.window.title) if row.window.title else said
    return row.window.title or row.window.application


def summary_words() -> SummaryWords:
    """Return the words of the summary that may follow a narrative."""
    return SummaryWords(
        worked=tr("Total worked time: {worked}"),
        billed=tr("Total chargeable time: {billed}"),
        weighted=tr("Charged at {percent} %"),
        activity=tr("{time}  {title}"),
        occupations=occupations(),
    )


def occupations() -> dict[Occupation, str]:
    """Return what off-screen work is called."""
    return {
        Occupation.CALL: tr("Call"),
        Occupation.MEETING: tr("Meeting"),
        Occupation.HEARING: tr("Hearing"),
        Occupation.TRAVEL: tr("Travel"),
        Occupation.THINKING: tr("Thinking"),
        Occupation.READING: tr("Reading"),
        Occupation.OTHER: tr("Other work"),
        Occupation.PRIVATE: tr("Private"),
        Occupation.BREAK: tr("Break"),
    }
