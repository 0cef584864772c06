"""The days of a week in words: what is left to do of each, and how a screen reader says it. No Qt."""

from __future__ import annotations

from wisestep_desktop.core.instants import MINUTE
from wisestep_desktop.services.day_sum import Kind
from wisestep_desktop.services.week import Week, WeekDay
from wisestep_desktop.shell.texts import spoken
from wisestep_desktop.shell.words import tr, trn


def kinds() -> tuple[tuple[Kind, str], ...]:
    """Return what is told apart in the bars, as the day calls it."""
    return (
        (Kind.SENT, tr("sent")),
        (Kind.DRAFT, tr("drafts")),
        (Kind.TAGGED, tr("tagged")),
        (Kind.UNTAGGED, tr("untagged")),
        (Kind.PRIVATE, tr("private")),
        (Kind.POSSIBLE, tr("possible")),
    )


def left_to_do(day: WeekDay) -> tuple[str, bool]:
    """Return the first thing that is left to do of a day, and whether it is trouble."""
    if day.refused:
        return trn("one entry not sent", "{count} entries not sent", day.refused), True
    if day.drafts:
        return trn("one draft to send", "{count} drafts to send", day.drafts), False
    if day.tagged >= MINUTE:
        return tr("{time} to draft", time=spoken(day.tagged)), False
    if day.untagged >= MINUTE:
        return tr("{time} without a matter", time=spoken(day.untagged)), False
    if day.waiting:
        return trn("one entry on its way", "{count} entries on their way", day.waiting), False
    return (tr("all sent"), False) if day.sent else ("", False)


def spoken_day(day: WeekDay) -> str:
    """Return a day as a screen reader says it: every figure that its bar shows."""
    if day.is_empty:
        return tr("nothing recorded")
    figures = (
        (day.sent, tr("{time} sent")),
        (day.tagged, tr("{time} with a matter, to draft")),
        (day.untagged, tr("{time} without a matter")),
        (day.totals.private, tr("{time} private")),
        (day.totals.possible, tr("{time} possible")),
    )
    parts = [tr("{time} worked", time=spoken(day.worked))]
    if day.goal:
        parts.append(tr("goal {time}", time=spoken(day.goal)))
    parts += [text.format(time=spoken(millis)) for millis, text in figures if millis]
    told, _ = left_to_do(day)
    return ", ".join([*parts, told] if told and told not in parts else parts)


def summary(week: Week) -> str:
    """Return a week in one sentence."""
    worked = spoken(week.worked)
    if week.goal:
        return tr("{worked} worked of {goal} in this week.", worked=worked, goal=spoken(week.goal))
    return tr("{worked} worked in this week.", worked=worked)
