"""Narratives in words: what was done, from facts alone, and what to look at before a narrative goes out. No Qt."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from wisestep_desktop.core.facts_of_work import Fact
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.instants import MINUTE
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.narrative_checks import Finding, FindingKind
from wisestep_desktop.core.phrases import Style, Suggestion, put_together
from wisestep_desktop.core.work import WorkKind
from wisestep_desktop.shell.words import N_, tr, trn

_FIRST: Mapping[WorkKind, str] = {
    WorkKind.DRAFT: N_("Drafting {subject}"),
    WorkKind.REVIEW: N_("Reviewing {subject}"),
    WorkKind.CORRESPOND: N_("Correspondence regarding {subject}"),
    WorkKind.CALL: N_("Telephone call: {subject}"),
    WorkKind.MEET: N_("Meeting: {subject}"),
    WorkKind.RESEARCH: N_("Research: {subject}"),
    WorkKind.COURT: N_("Attendance at court: {subject}"),
    WorkKind.TRAVEL: N_("Travel: {subject}"),
    WorkKind.THINK: N_("Considering {subject}"),
    WorkKind.CALCULATE: N_("Calculations: {subject}"),
    WorkKind.ADMINISTER: N_("File management: {subject}"),
    WorkKind.OTHER: N_("Work on {subject}"),
}
_NEXT: Mapping[WorkKind, str] = {
    WorkKind.DRAFT: N_("drafting {subject}"),
    WorkKind.REVIEW: N_("reviewing {subject}"),
    WorkKind.CORRESPOND: N_("correspondence regarding {subject}"),
    WorkKind.CALL: N_("telephone call: {subject}"),
    WorkKind.MEET: N_("meeting: {subject}"),
    WorkKind.RESEARCH: N_("research: {subject}"),
    WorkKind.COURT: N_("attendance at court: {subject}"),
    WorkKind.TRAVEL: N_("travel: {subject}"),
    WorkKind.THINK: N_("considering {subject}"),
    WorkKind.CALCULATE: N_("calculations: {subject}"),
    WorkKind.ADMINISTER: N_("file management: {subject}"),
    WorkKind.OTHER: N_("work on {subject}"),
}
"""Within a sentence. Two tables, for not every language may write a capital small."""

_BARE_FIRST: Mapping[WorkKind, str] = {
    WorkKind.CALL: N_("Telephone call"),
    WorkKind.MEET: N_("Meeting"),
    WorkKind.COURT: N_("Attendance at court"),
    WorkKind.TRAVEL: N_("Travel"),
}
_BARE_NEXT: Mapping[WorkKind, str] = {
    WorkKind.CALL: N_("telephone call"),
    WorkKind.MEET: N_("meeting"),
    WorkKind.COURT: N_("attendance at court"),
    WorkKind.TRAVEL: N_("travel"),
}
"""Of what the person noted down without a subject."""


def narrative_of(facts: Sequence[Fact], style: Style, *, minutes: bool = False) -> Suggestion:
    """Return a narrative that says what was done and nothing else.

    Args:
        facts: in the order in which they are told.
        style: as ``narrative.template`` says.
        minutes: whether each piece says how long it took, in whole minutes, at least one.
    """
    return put_together(facts, style, lambda fact, first: _said(fact, first=first, minutes=minutes))


def _said(fact: Fact, *, first: bool, minutes: bool) -> str:
    if fact.subject:
        said = tr((_FIRST if first else _NEXT)[fact.kind], subject=fact.subject)
    elif fact.kind in _BARE_FIRST:
        said = tr((_BARE_FIRST if first else _BARE_NEXT)[fact.kind])
    else:
        return ""
    if not minutes:
        return said
    return tr("{said} ({minutes} min)", said=said, minutes=max(1, (fact.millis + MINUTE // 2) // MINUTE))


def finding_sentence(finding: Finding, text: str, matters: Mapping[MatterId, Matter]) -> str:
    """Return what to look at in a narrative, in one sentence.

    Args:
        finding: what was found.
        text: the narrative.
        matters: those the finding names.
    """
    said = _quoted(text[finding.start : finding.end])
    names = ", ".join(_named(matter, matters) for matter in finding.matters)
    match finding.kind:
        case FindingKind.OTHER_CLIENT:
            return tr("“{said}” means another client's matter ({matters}). This client would read it.", said=said,
                      matters=names)  # fmt: skip
        case FindingKind.SAME_CLIENT:
            return tr("“{said}” means another matter of this client ({matters}).", said=said, matters=names)
        case FindingKind.EXCLUDED_WORD:
            return tr("“{said}” is a word you keep out of narratives.", said=said)
        case FindingKind.VAGUE:
            return tr("“{said}” does not say what it was about. Name the document, the person or the point.", said=said)
        case FindingKind.LUMPED:
            return tr("Several tasks are told as one. One entry for each, or a time for each, is paid more readily.")
        case FindingKind.BLANK:
            return tr("The narrative is empty, and your settings ask for one.")
        case FindingKind.TOO_LONG:
            return tr("The narrative is too long; what is marked would be cut off.")


def _quoted(said: str) -> str:
    told = " ".join(said.split())
    return told if len(told) <= 60 else f"{told[:59].rstrip()}…"


def _named(matter: MatterId, matters: Mapping[MatterId, Matter]) -> str:
    known = matters.get(matter)
    return str(matter) if known is None else f"{matter} {known.name}"


def kept_back_words(count: int) -> str:
    """Return that drafts were not sent with the day, because somebody should read them first."""
    return trn(
        "{count} draft was kept back: its text names another client or a word you excluded. Read it, then send it.",
        "{count} drafts were kept back: their texts name another client or a word you excluded. Read them, then send "
        "them.",
        count,
    )
