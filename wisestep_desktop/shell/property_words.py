"""What each property does, in a sentence with an example from its value; and what a change does to a day. No Qt."""

from __future__ import annotations

from collections.abc import Callable, Mapping
from dataclasses import dataclass
from decimal import Decimal

from wisestep_desktop.core.entries import Charge
from wisestep_desktop.core.rounding import hours, round_up
from wisestep_desktop.core.setting_values import Value
from wisestep_desktop.services.properties import DraftChange, Effect, Outgoing
from wisestep_desktop.shell import formats
from wisestep_desktop.shell.words import tr, trn

_EXAMPLE = 120
"""Seconds of work in the example: what the article itself takes."""
_NAMED = 3
"""Activity types that a sentence names before it counts."""


@dataclass(frozen=True, slots=True)
class Told:
    """What a property does, and an example or a limit of it."""

    effect: str
    example: str


def told(name: str, value: Value) -> Told:
    """Return what a property does with a value; ``name`` is exact."""
    return _TELLERS[name](value)


def figure(number: Decimal) -> str:
    """Return hours with as many places as they need, one at least: ``0.1``, ``0.04``."""
    short = number.normalize()
    return formats.hours(number, 1 if short == short.quantize(Decimal("0.1")) else 2)


def length(seconds: int) -> str:
    """Return a length of time to the second: ``2 min 00 s``."""
    return tr("{minutes} min {seconds:02d} s", minutes=seconds // 60, seconds=seconds % 60)


def _rounding(value: Value) -> Told:
    unit = value if isinstance(value, int) else 0
    billed = figure(hours(round_up(_EXAMPLE, unit)))
    if unit < 2:
        exact = tr("Billed time is not rounded up.")
        return Told(exact, tr("{time} is billed as {hours} h.", time=length(_EXAMPLE), hours=billed))
    if unit % 60:
        steps = tr("Billed time is rounded up to steps of {seconds} s.", seconds=unit)
    else:
        steps = trn(
            "Billed time is rounded up to whole minutes.", "Billed time is rounded up to {count}-minute steps.",
            unit // 60,
        )  # fmt: skip
    example = tr("{time} at {seconds} s is billed as {hours} h.", time=length(_EXAMPLE), seconds=unit, hours=billed)
    return Told(steps, example)


def _non_billable(value: Value) -> Told:
    names = value if isinstance(value, tuple) else ()
    if not names:
        return Told(tr("No activity type is non-billable by itself."), tr("Each entry can still be so."))
    shown = ", ".join(names[:_NAMED])
    more = len(names) - _NAMED
    if more > 0:
        shown = trn("{names} and one more", "{names} and {count} more", more, names=shown)
    return Told(tr("Never billed: {names}.", names=shown), tr("An hour of it goes out with 0 h billed."))


def _summary(value: Value) -> Told:
    if value is True:
        return Told(
            tr("Below your narrative, an entry says the time worked and charged."),
            tr("Each entry can still go without."),
        )
    return Told(tr("Entries go out with your narrative only."), tr("Each entry can still add its summary."))


def _closed(value: Value) -> Told:
    if value is True:
        return Told(
            tr("Closed matters are offered and recognised like others."),
            tr("Before anything is sent there, you are asked."),
        )
    return Told(tr("Closed matters are not offered and not recognised."), tr("Rows that have one keep it."))


def _matters(value: Value) -> Told:
    minutes = _count(value)
    return Told(
        trn("Matters are synced every minute.", "Matters are synced every {count} minutes.", minutes),
        trn("A new one is here after a minute.", "A new one is here after {count} minutes at most.", minutes),
    )


def _types(value: Value) -> Told:
    minutes = _count(value)
    return Told(
        trn("Activity types are synced every minute.", "Activity types are synced every {count} minutes.", minutes),
        trn("A new one is here after a minute.", "A new one is here after {count} minutes at most.", minutes),
    )


def _count(value: Value) -> int:
    return value if isinstance(value, int) else 1


_TELLERS: Mapping[str, Callable[[Value], Told]] = {
    "BILLABLE_TIME_ROUNDING_SEC": _rounding,
    "ACTIVITY_TYPES_NON_BILLABLE": _non_billable,
    "ADD_SUMMARY_TO_NARRATIVE": _summary,
    "SHOW_CLOSED_CASES": _closed,
    "ACTION_SYNC_INTERVAL_MINUTES": _matters,
    "QUICK_CODE_SYNC_INTERVAL_MINUTES": _types,
}


def charges() -> dict[Charge, str]:
    """Return what becomes of an entry on the bill, in words."""
    return {
        Charge.BILL: tr("billed"),
        Charge.NO_CHARGE: tr("no charge"),
        Charge.HIDE: tr("hidden"),
        Charge.NON_BILLABLE: tr("non-billable"),
    }


def effect_lines(effect: Effect) -> tuple[str, ...]:
    """Return what a change does to a day, a sentence each, the money first."""
    lines = [_drafts_line(effect)]
    if effect.offered:
        lines.append(
            trn("One closed matter would be offered.", "{count} closed matters would be offered.", effect.offered)
        )
    if effect.hidden:
        lines.append(
            trn("One closed matter would no longer be offered.",
                "{count} closed matters would no longer be offered.", effect.hidden)
        )  # fmt: skip
    if effect.rows:
        lines.append(
            trn(
                "One row of the day would get its matter.",
                "{count} rows of the day would get their matter.",
                effect.rows,
            )
        )
    if effect.kept:
        lines.append(trn("One row keeps its closed matter.", "{count} rows keep their closed matters.", effect.kept))
    return tuple(lines)


def _drafts_line(effect: Effect) -> str:
    if not effect.drafts:
        return tr("There are no drafts on that day, so nothing else changes there.")
    if not effect.changes:
        return trn(
            "The draft of the day stays as it is.", "All {count} drafts of the day stay as they are.", effect.drafts
        )
    changed = trn(
        "{count} of {of} draft changes.", "{count} of {of} drafts change.", len(effect.changes), of=effect.drafts
    )
    if effect.billed_before == effect.billed_after:
        return changed
    billed = tr(
        "Billed {before} h before, {after} h after.",
        before=formats.hours(effect.billed_before), after=formats.hours(effect.billed_after),
    )  # fmt: skip
    return f"{changed} {billed}"


def change_words(change: DraftChange) -> str:
    """Return what becomes otherwise of one draft: hours, charge, text, as far as they do."""
    before, after = change.before, change.after
    found = []
    if before.billed_hours != after.billed_hours:
        told_hours = (formats.hours(before.billed_hours), formats.hours(after.billed_hours))
        found.append(tr("{before} h → {after} h", before=told_hours[0], after=told_hours[1]))
    if before.charge != after.charge:
        found.append(f"{charges()[before.charge]} → {charges()[after.charge]}")
    if before.text != after.text:
        found.append(_text_words(before, after))
    return " · ".join(found)


def _text_words(before: Outgoing, after: Outgoing) -> str:
    if len(after.text) > len(before.text) and after.text.startswith(before.text):
        return tr("with the summary")
    if len(before.text) > len(after.text) and before.text.startswith(after.text):
        return tr("without the summary")
    return tr("other figures in the summary")
