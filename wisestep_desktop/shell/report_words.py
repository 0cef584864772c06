"""Reports in words and as JSON, and what the columns of an exported sheet are called. No Qt."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import date
from decimal import Decimal
from typing import Any

from wisestep_desktop.core.ids import ActivityTypeId, MatterId
from wisestep_desktop.core.instants import SECOND
from wisestep_desktop.core.report import By, Goal, Key, Line, Report, Sums
from wisestep_desktop.services.reporting import Account
from wisestep_desktop.shell import formats, texts
from wisestep_desktop.shell.words import tr, trn

NOTHING = "–"


def line_name(key: Key, by: By, account: Account) -> str:
    """Return what a line is about."""
    match by:
        case By.MATTER:
            if not isinstance(key, int):
                return tr("No matter")
            known = account.matters.get(MatterId(key))
            return f"{key} {known.name}" if known else tr("{matter} (no longer known)", matter=key)
        case By.CLIENT:
            return "; ".join(key) if isinstance(key, tuple) and key else tr("No client")
        case By.ACTIVITY_TYPE:
            if not isinstance(key, int):
                return tr("No activity type")
            named = account.activity_types.get(ActivityTypeId(key))
            return named.name if named else tr("{activity_type} (no longer known)", activity_type=key)
        case By.DAY:
            return key.isoformat() if isinstance(key, date) else NOTHING


def by_name(by: By) -> str:
    """Return what lines are grouped by."""
    return {
        By.MATTER: tr("Matter"),
        By.CLIENT: tr("Client"),
        By.ACTIVITY_TYPE: tr("Activity type"),
        By.DAY: tr("Day"),
    }[by]


def headings(by: By) -> tuple[str, ...]:
    """Return the headings of a table of ``cells``."""
    return (
        by_name(by),
        tr("Not drafted"),
        tr("Drafts"),
        tr("Sent"),
        tr("Worked"),
        tr("Billed"),
        tr("Realised"),
        tr("Entries"),
    )


def heading_hints() -> tuple[str, ...]:
    """Return what each heading means, a sentence each."""
    return (
        "",
        tr("Recorded and in no entry yet"),
        tr("Worked, in entries that are not sent"),
        tr("Worked, in entries that Actionstep has"),
        tr("Drafts and sent together, to the second"),
        tr("What goes on bills with an amount, after rounding"),
        tr("Billed of worked, in per cent"),
        tr("How many entries"),
    )


def cells(sums: Sums) -> tuple[str, ...]:
    """Return a line's figures, in the order of ``headings`` from the second on."""
    return (
        time(sums.captured),
        time(sums.drafted),
        time(sums.delivered),
        time(sums.worked),
        time(sums.billed),
        percent(sums.realisation),
        str(sums.entries) if sums.entries else NOTHING,
    )


def time(seconds: int) -> str:
    """Return a duration, or a dash for none."""
    return texts.spoken(seconds * SECOND) if seconds else NOTHING


def percent(share: Decimal | None) -> str:
    """Return per cent with one decimal, or a dash where there is nothing to compare with."""
    return NOTHING if share is None else tr("{share} %", share=formats.hours(share, 1))


def rounding_words(sums: Sums) -> str:
    """Return what rounding did to the bill; empty where nothing is billed."""
    charged = sums.worked - sums.given_away
    if not charged:
        return ""
    if sums.adjusted:
        return " ".join((_adjusted_words(sums), _rounded_words(sums, tr("what is billed then"))))
    worked = tr("{time} worked", time=texts.spoken(charged * SECOND))
    return _rounded_words(sums, worked)


def _adjusted_words(sums: Sums) -> str:
    """Return what weighting and the person's own figures did."""
    change = texts.spoken(abs(sums.adjusted) * SECOND)
    if sums.adjusted > 0:
        return tr("Weighting and figures of your own added {change}.", change=change)
    return tr("Weighting and figures of your own took {change} off.", change=change)


def _rounded_words(sums: Sums, worked: str) -> str:
    if not sums.rounding:
        return tr("Rounding changed nothing.")
    change = texts.spoken(abs(sums.rounding) * SECOND)
    if sums.rounding > 0:
        return tr("Rounding added {change} to {what}.", change=change, what=worked)
    return tr("Rounding took {change} off {what}.", change=change, what=worked)


def rounding_short(sums: Sums) -> str:
    """Return the same in three words, for under the figure."""
    change = texts.spoken(abs(sums.rounding) * SECOND)
    if sums.rounding > 0:
        return tr("{change} of it by rounding", change=change)
    return tr("{change} less by rounding", change=change) if sums.rounding else ""


def given_away_words(sums: Sums) -> str:
    """Return what was worked and brings nothing; empty where everything does."""
    if not sums.given_away:
        return ""
    return tr("{time} given away: non-billable, at no charge or hidden.", time=time(sums.given_away))


def goal_words(goal: Goal | None, sums: Sums) -> str:
    """Return how far the goal is reached; empty where none is set."""
    if goal is None or not goal.days:
        return ""
    sent, whole = texts.spoken(sums.delivered * SECOND), texts.spoken(goal.seconds * SECOND)
    if goal.days_due in (0, goal.days):
        return trn(
            "Goal: {sent} sent of {whole} for one working day.",
            "Goal: {sent} sent of {whole} for {count} working days.",
            goal.days,
            sent=sent,
            whole=whole,
        )
    due = texts.spoken(goal.seconds_due * SECOND)
    return tr("Goal: {sent} sent of {due} due by today, {whole} in all.", sent=sent, due=due, whole=whole)


def report_shape(report: Report, account: Account) -> dict[str, Any]:
    """Return a report as JSON; durations are whole seconds, hours and per cent texts."""
    goal = report.goal
    return {
        "first": report.first.isoformat(),
        "last": report.last.isoformat(),
        "by": report.by,
        "lines": [{**_about(line, report.by, account), **_figures(line.sums)} for line in report.lines],
        "total": _figures(report.total),
        "goal": None
        if goal is None
        else {
            "hours_a_day": str(goal.hours_a_day),
            "working_days": goal.days,
            "seconds": goal.seconds,
            "due_seconds": goal.seconds_due,
            "sent_seconds": report.total.delivered,
        },
    }


def _about(line: Line, by: By, account: Account) -> dict[str, Any]:
    key = line.key
    match by:
        case By.MATTER:
            known = account.matters.get(MatterId(key)) if isinstance(key, int) else None
            return {"matter": key, "name": known.name if known else None}
        case By.CLIENT:
            return {"clients": list(key) if isinstance(key, tuple) else []}
        case By.ACTIVITY_TYPE:
            named = account.activity_types.get(ActivityTypeId(key)) if isinstance(key, int) else None
            return {"activity_type_id": key, "activity_type": named.name if named else None}
        case By.DAY:
            return {"date": key.isoformat() if isinstance(key, date) else None}


def _figures(sums: Sums) -> dict[str, Any]:
    return {
        "captured_seconds": sums.captured,
        "drafted_seconds": sums.drafted,
        "sent_seconds": sums.delivered,
        "worked_seconds": sums.worked,
        "billed_seconds": sums.billed,
        "sent_hours": f"{sums.sent_hours:.2f}",
        "given_away_seconds": sums.given_away,
        "adjusted_seconds": sums.adjusted,
        "rounding_seconds": sums.rounding,
        "realisation": None if sums.realisation is None else f"{sums.realisation:.1f}",
        "entries": sums.entries,
    }


def as_text(lines: Sequence[Sequence[str]]) -> str:
    """Return rows for the clipboard: cells with tabs between, so that a spreadsheet takes them apart."""
    return "".join("\t".join(" ".join(cell.split()) for cell in line) + "\n" for line in lines)


def sheet_headings() -> dict[str, str]:
    """Return what the columns of an exported sheet are called, by their names."""
    return {
        "date": tr("Date"),
        "matter_id": tr("Matter id"),
        "matter": tr("Matter"),
        "matter_reference": tr("Reference"),
        "client": tr("Client"),
        "activity_type": tr("Activity type"),
        "narrative": tr("Narrative"),
        "worked_seconds": tr("Worked, seconds"),
        "worked_hours": tr("Worked, hours"),
        "billed_hours": tr("Billed, hours"),
        "charge": tr("Charge"),
        "state": tr("State"),
        "actionstep_id": tr("Actionstep id"),
        "entry": tr("Entry"),
        "reference": tr("Posting reference"),
        "task_code": tr("Task code"),
        "activity_code": tr("Activity code"),
    }
