"""What the entry panel says: the choices, the evidence in words, and how an entry stands. No widget."""

from __future__ import annotations

from collections.abc import Sequence

from wisestep_desktop.core.entries import Charge, Entry
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.matching import Evidence, Kind
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.services.timeline import DayRow
from wisestep_desktop.shell.sentences import sentence
from wisestep_desktop.shell.words import tr

LIKELY = 0.3
"""How probable a candidate must be to be offered."""


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


def evidence(find: Evidence) -> str:
    """Return why a find speaks for a matter."""
    match find.kind:
        case Kind.ID:
            return tr("“{text}” is its number", text=find.text)
        case Kind.REFERENCE:
            return tr("“{text}” is its reference", text=find.text)
        case Kind.NAME:
            return tr("“{text}” is its name", text=find.text)
        case Kind.CLIENT:
            return tr("“{text}” is its client", text=find.text)
        case Kind.ALIAS:
            return tr("“{text}” is what it was called before", text=find.text)


def standing(entry: Entry | None) -> tuple[str, str]:
    """Return what to say about an entry's fate, and in which tone."""
    if entry is None or (entry.state is EntryState.DRAFT and entry.reason is None):
        return "", "dim"
    why = sentence(entry.reason, {"matter": entry.draft.matter, "entry": entry.id}) if entry.reason else ""
    detail = f"{why} ({entry.detail})" if entry.detail else why
    match entry.state:
        case EntryState.SENT:
            sent = tr("Sent. It is number {number} in Actionstep.", number=entry.remote)
            return (f"{sent} {detail}".strip(), "care" if why else "dim")
        case EntryState.REFUSED:
            return (tr("Not sent. {why}", why=detail), "wrong")
        case EntryState.QUEUED | EntryState.SENDING:
            return (tr("Waits to be sent. {why}", why=detail).strip(), "dim")
        case EntryState.UNCERTAIN:
            return (detail, "care")
        case EntryState.DRAFT:
            return (detail, "care")


def contested(rows: Sequence[DayRow], matter: MatterId | None) -> int:
    """Return how many rows speak for other matters and not for this one: they may have slipped into the selection."""
    if matter is None:
        return 0
    told = ([each for each in row.match.candidates if each.p >= LIKELY] for row in rows)
    return sum(bool(likely) and (len(likely) > 1 or likely[0].matter != matter) for likely in told)
