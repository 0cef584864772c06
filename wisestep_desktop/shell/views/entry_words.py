"""What the entry panel says: the choices, and how an entry stands. No widget."""

from __future__ import annotations

from collections.abc import Sequence
from decimal import Decimal

from wisestep_desktop.core.entries import Charge, Entry
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.records import RecordedEntry, Standing
from wisestep_desktop.services.standings import SentEntry
from wisestep_desktop.services.timeline import DayRow
from wisestep_desktop.shell import formats
from wisestep_desktop.shell.sentences import why
from wisestep_desktop.shell.views.entry_parts import Subject
from wisestep_desktop.shell.words import tr, trn


def charges() -> tuple[tuple[Charge, str], ...]:
    """Return what may become of an entry on the bill, as people call it."""
    return (
        (Charge.BILL, tr("Bill")),
        (Charge.NO_CHARGE, tr("No charge")),
        (Charge.HIDE, tr("Hide")),
        (Charge.NON_BILLABLE, tr("Non-billable")),
    )


def common_matter(rows: Sequence[DayRow]) -> MatterId | None:
    """Return the one matter the rows share; two matters are nobody's to choose silently."""
    matters = {each.matter for each in rows if each.matter is not None}
    return matters.pop() if len(matters) == 1 else None


def made_elsewhere(records: Sequence[RecordedEntry], matter: MatterId | None) -> str:
    """Return a warning that Actionstep has time on a matter that day already, so that no hour is billed twice."""
    here = [each for each in records if matter is not None and each.matter == matter]
    if not here:
        return ""
    hours = sum((each.actual_hours for each in here), Decimal(0))
    return tr("Actionstep already has {hours} h on this matter that day, made elsewhere.", hours=formats.hours(hours))


def _there(sent: SentEntry | None) -> tuple[str, str]:
    """Return how a sent entry stands in Actionstep, as of the last look."""
    record = None if sent is None else sent.record
    match None if sent is None else sent.standing:
        case Standing.BILLED if record is not None:
            return tr("It is on bill {bill}, so it cannot be changed any more.", bill=record.bill_reference), "dim"
        case Standing.LOCKED:
            return tr("It is locked in Actionstep."), "dim"
        case Standing.DELETED:
            return tr("It was deleted in Actionstep. Take it back to make it a draft again."), "wrong"
        case Standing.CHANGED if record is not None:
            told = tr("It was changed in Actionstep: {hours} h there now.", hours=formats.hours(record.billable_hours))
            return f"{told} {quoted(record.text)}".strip(), "care"
        case _:
            return "", "dim"


def _until(due: str, entry: Entry) -> str:
    """Return when a waiting entry is tried next, where there is a reason to wait that time can mend."""
    if not due or entry.reason is None or entry.reason.startswith(("sign_in.", "connection.", "setting.")):
        return ""
    return tr("Next attempt at {time}.", time=due)


def quoted(text: str) -> str:
    """Return the beginning of a text, on one line, in quotation marks."""
    line = " ".join(text.split())
    return f"“{line if len(line) <= 80 else line[:79].rstrip() + '…'}”" if line else ""


def standing(entry: Entry | None, sent: SentEntry | None = None, due: str = "") -> tuple[str, str]:
    """Return what to say about an entry's fate, and in which tone; ``due`` is the time of day when it is tried next."""
    if entry is None or (entry.state is EntryState.DRAFT and entry.reason is None):
        return "", "dim"
    told = why(entry)
    match entry.state:
        case EntryState.SENT:
            number = tr("Sent. It is number {number} in Actionstep.", number=entry.remote)
            there, tone = _there(sent)
            return (f"{number} {there or told}".strip(), tone if there else "care" if told else "dim")
        case EntryState.REFUSED:
            return (tr("Not sent. {why}", why=told), "wrong")
        case EntryState.QUEUED | EntryState.SENDING:
            return (f"{tr('Waits to be sent. {why}', why=told).strip()} {_until(due, entry)}".strip(), "dim")
        case EntryState.UNCERTAIN:
            return (f"{told} {_until(due, entry)}".strip(), "care")
        case EntryState.DRAFT:
            return (told, "care")


def contested(rows: Sequence[DayRow], matter: MatterId | None) -> int:
    """Return how many rows speak for other matters and not for this one: they may have slipped into the selection."""
    if matter is None:
        return 0
    told = (row.match.offered for row in rows)
    return sum(bool(likely) and (len(likely) > 1 or likely[0].matter != matter) for likely in told)


FIELDS = {
    "entry.no_matter": "matter",
    "matter.gone": "matter",
    "matter.unknown": "matter",
    "matter.closed": "matter",
    "matter.template": "matter",
    "entry.no_activity_type": "activity_type",
    "activity_type.unknown": "activity_type",
    "entry.no_narrative": "narrative",
}
"""Which field of an entry a refusal is about."""


def notice_of(subject: Subject, matter: MatterId | None, *, ours: bool, matterless: bool = False) -> tuple[str, str]:
    """Return what to say below an entry, and in which tone: its fate, time made elsewhere, or rows that say otherwise.

    Args:
        subject: what is shown.
        matter: the one chosen.
        ours: whether it may still be changed here.
        matterless: whether it may be sent without a matter.
    """
    notice, name = standing(subject.entry, subject.sent, subject.due)
    if notice or not ours:
        return notice, name
    if matter is None and matterless:
        return tr("Without a matter it goes out as non-billable: nothing is charged."), "dim"
    elsewhere = made_elsewhere(subject.elsewhere, matter)
    if elsewhere:
        return elsewhere, "care"
    others = contested(subject.rows, matter)
    if others:
        said = trn("{count} of these rows names another matter.", "{count} of these rows name other matters.", others)
        return said, "care"
    return "", name
