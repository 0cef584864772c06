"""Narratives from what was recorded, and what to look at before one goes out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping
from dataclasses import dataclass

from wisestep_desktop.core.entries import Entry
from wisestep_desktop.core.facts_of_work import Fact, Order, Seen, facts_of_work
from wisestep_desktop.core.ids import EntryId, MatterId
from wisestep_desktop.core.matching import Matcher
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.narrative_checks import Finding, FindingKind, NarrativeRules, checked, is_telling
from wisestep_desktop.core.phrases import Style
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.core.task_words import TaskWords
from wisestep_desktop.core.work import WorkRules
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services.matching import Recogniser
from wisestep_desktop.services.timeline import DayRow, RowState

_MOST_FETCHED = 60
"""Matters looked up for one narrative; a text that names more is a list, not a narrative."""


@dataclass(frozen=True, slots=True)
class Checked:
    """What to look at in a narrative, and the matters that are named in it."""

    findings: tuple[Finding, ...]
    matters: Mapping[MatterId, Matter]


def facts_of_rows(
    rows: Iterable[DayRow], matter: Matter | None, rules: WorkRules, *, order: Order = Order.WEIGHT
) -> tuple[Fact, ...]:
    """Return what rows say was done for a matter; private and trashed ones say nothing."""
    silent = (RowState.PRIVATE, RowState.TRASH)
    seen = (
        Seen(row.row.id, row.window, row.row.spans[0].start, row.row.worked) for row in rows if row.state not in silent
    )
    return facts_of_work(seen, matter, rules, order=order)


def template(settings: Settings) -> tuple[Style, bool]:
    """Return how narratives are put together, and whether each piece says how long it took."""
    return Style(settings.text("narrative.template")), settings.flag("narrative.include_minutes")


def narrative_rules(settings: Settings) -> NarrativeRules:
    """Return what the settings ask of narratives."""
    return NarrativeRules(settings.names("narrative.excluded_words"), settings.flag("narrative.required"))


def check(books: Books, recogniser: Recogniser, text: str, matter: MatterId | None, vocabulary: TaskWords) -> Checked:
    """Return what to look at in a narrative, by the very names that titles are recognised by.

    Args:
        books: of the store.
        recogniser: with the matters in force.
        text: the narrative.
        matter: on whose bill it goes, if that is known.
        vocabulary: ``Lists.tasks``.
    """
    rules = narrative_rules(Settings(books.settings.all()))
    own = None if matter is None else books.matters.matter(matter)
    named = Matcher(recogniser.index).named(text) if own is not None and text.strip() else ()
    wanted = dict.fromkeys(find.matter for find in named if is_telling(find, text))
    fetched = ((number, books.matters.matter(number)) for number in list(wanted)[:_MOST_FETCHED])
    matters = {number: known for number, known in fetched if known is not None}
    findings = checked(text, own, named, matters, vocabulary, rules)
    told = {number for finding in findings for number in finding.matters}
    return Checked(findings, {number: each for number, each in matters.items() if number in told})


UNSEEN = frozenset({FindingKind.OTHER_CLIENT, FindingKind.EXCLUDED_WORD})
"""What nobody should send without having seen it."""


def without_strangers(
    books: Books, recogniser: Recogniser, facts: Iterable[Fact], matter: MatterId | None, vocabulary: TaskWords
) -> tuple[Fact, ...]:
    """Return the facts that name no other client: what is written by itself must not."""
    return tuple(
        fact
        for fact in facts
        if not any(
            finding.kind in UNSEEN for finding in check(books, recogniser, fact.subject, matter, vocabulary).findings
        )
    )


def unseen(
    books: Books, recogniser: Recogniser, entries: Iterable[Entry], vocabulary: TaskWords
) -> dict[EntryId, Finding]:
    """Return the drafts among some entries whose text somebody should read before it goes out, with the gravest why."""
    found: dict[EntryId, Finding] = {}
    for entry in entries:
        if entry.state is not EntryState.DRAFT:
            continue
        told = check(books, recogniser, entry.draft.narrative, entry.draft.matter, vocabulary).findings
        grave = next((finding for finding in told if finding.kind in UNSEEN), None)
        if grave is not None:
            found[entry.id] = grave
    return found
