"""The properties of the connection together: taken or refused as one, and what they would do to a day's drafts."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass, field
from datetime import date, tzinfo
from decimal import Decimal

from wisestep_desktop.core.entries import Charge, Draft, Entry
from wisestep_desktop.core.errors import BadSetting
from wisestep_desktop.core.ids import EntryId, MatterId
from wisestep_desktop.core.layers import Source
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.narrative import SummaryWords
from wisestep_desktop.core.posting import OURS_TO_EDIT
from wisestep_desktop.core.property_lines import text_of
from wisestep_desktop.core.settings import PROPERTIES, Settings
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import orders, preferences
from wisestep_desktop.services.matching import Recogniser
from wisestep_desktop.services.timeline import DayRow, RowState, read_day

_CLOSED = "SHOW_CLOSED_CASES"


@dataclass(frozen=True, slots=True)
class Outgoing:
    """An entry as it would go out: hours billed with two decimals, its charge, and the exact text."""

    billed_hours: Decimal
    charge: Charge
    text: str


@dataclass(frozen=True, slots=True)
class DraftChange:
    """A draft that would go out otherwise than now."""

    entry: EntryId
    matter: MatterId | None
    before: Outgoing
    after: Outgoing


@dataclass(frozen=True, slots=True)
class Effect:
    """What other properties would do, before they are kept.

    Attributes:
        day: whose drafts and rows were looked at.
        drafts: how many drafts that day has.
        changes: those among them that would go out otherwise.
        billed_before, billed_after: hours billed by all drafts of the day, with two decimals.
        offered, hidden: closed matters that would be offered from then on, or no longer.
        rows: open rows of the day that would get a matter by themselves.
        kept: open rows of the day that keep a closed matter they have already.
    """

    day: date
    drafts: int
    changes: tuple[DraftChange, ...]
    billed_before: Decimal
    billed_after: Decimal
    offered: int = 0
    hidden: int = 0
    rows: int = 0
    kept: int = 0

    @property
    def is_nothing(self) -> bool:
        """Tell whether neither a draft nor a matter would be otherwise."""
        return not (self.changes or self.offered or self.hidden or self.rows)


def in_force(books: Books) -> dict[str, str]:
    """Return the six properties as texts that ``property_lines`` reads back; one that nobody set is blank."""
    found = (preferences.preference(books, each.name) for each in PROPERTIES)
    return {
        each.name: "" if each.source is Source.DEFAULT or each.value is None else text_of(each.value) for each in found
    }


def save(books: Books, texts: Mapping[str, str]) -> tuple[str, ...]:
    """Set settings of the person's, all or none of them when run in one transaction; return the names of those changed.

    What somebody above decided just so may be said once more.

    Raises:
        BadSetting: naming the setting and what it must be, or who decided it.
    """
    changed = []
    for name, text in texts.items():
        before = preferences.preference(books, name)
        if before.locked and Settings({before.name: text.strip()}).value(before.name) == before.value:
            continue
        after = preferences.change(books, name, text)
        if (after.value, after.source) != (before.value, before.source):
            changed.append(after.name)
    return tuple(changed)


def proposed(books: Books, texts: Mapping[str, str]) -> Settings:
    """Return the settings as they would be in force. Nothing is kept.

    Raises:
        BadSetting: as ``save`` does.
    """
    told = books.settings.all()
    for name, text in texts.items():
        before = preferences.preference(books, name)
        if before.locked and Settings({before.name: text.strip()}).value(before.name) == before.value:
            continue
        known, checked = preferences.acceptable(books, name, text)
        told[known.name] = checked
    return Settings(told)


@dataclass(frozen=True, slots=True)
class Weighed:
    """What is to be said of proposed properties: what is wrong with each, else what all of them would do.

    Attributes:
        problems: by name; where there are any, ``effect`` is None.
        effect: on the day.
        matters: those that changed drafts are for.
    """

    problems: Mapping[str, BadSetting]
    effect: Effect | None = None
    matters: Mapping[MatterId, Matter] = field(default_factory=dict)


def weigh(
    books: Books, recogniser: Recogniser, texts: Mapping[str, str], day: date, zone: tzinfo, words: SummaryWords
) -> Weighed:
    """Return what proposed properties would do, or everything that is wrong with them. Nothing is kept, or raised."""
    problems: dict[str, BadSetting] = {}
    for name, text in texts.items():
        try:
            proposed(books, {name: text})
        except BadSetting as wrong:
            problems[wrong.name] = wrong
    if problems:
        return Weighed(problems)
    found = effect(books, recogniser, texts, day, zone, words)
    told = ((each.matter, books.matters.matter(each.matter)) for each in found.changes if each.matter is not None)
    return Weighed({}, found, {number: known for number, known in told if known is not None})


def effect(
    books: Books, recogniser: Recogniser, texts: Mapping[str, str], day: date, zone: tzinfo, words: SummaryWords
) -> Effect:
    """Return what properties would do to a day. Nothing is kept.

    Args:
        books: of the store.
        recogniser: with the matters in force.
        texts: what the properties would be, by name; those that are missing stay.
        day: whose drafts and rows are looked at.
        zone: where the attorney is.
        words: of the summary.

    Raises:
        BadSetting: as ``save`` does.
    """
    now, then = Settings(books.settings.all()), proposed(books, texts)
    drafts = [each for each in books.entries.entries(day) if each.state in OURS_TO_EDIT]
    told = [(each, _outgoing(books, each.draft, now, words), _outgoing(books, each.draft, then, words))
            for each in drafts]  # fmt: skip
    before, after = now.flag(_CLOSED), then.flag(_CLOSED)
    closed = [each for each in books.matters.matters() if each.is_hidden(closed_too=False)] if before != after else []
    rows = read_day(books, day, zone).rows if closed else ()
    return Effect(
        day=day,
        drafts=len(drafts),
        changes=tuple(_change(entry, was, would) for entry, was, would in told if was != would),
        billed_before=sum((was.billed_hours for _, was, _ in told), Decimal("0.00")),
        billed_after=sum((would.billed_hours for _, _, would in told), Decimal("0.00")),
        offered=len(closed) if after else 0,
        hidden=0 if after else len(closed),
        rows=_recognised(recogniser, rows, closed) if after else 0,
        kept=0 if after else _kept(rows, closed),
    )


def _outgoing(books: Books, draft: Draft, settings: Settings, words: SummaryWords) -> Outgoing:
    charged, told, text = orders.as_sent_under(books, draft, settings, words)
    return Outgoing(told.billed_hours, charged.charge, text)


def _change(entry: Entry, before: Outgoing, after: Outgoing) -> DraftChange:
    return DraftChange(entry.id, entry.draft.matter, before, after)


def _recognised(recogniser: Recogniser, rows: tuple[DayRow, ...], closed: list[Matter]) -> int:
    """Count the rows without a matter that would have one, if closed ones counted that their titles name."""
    free = [row for row in rows if row.state is RowState.OPEN and row.matter is None and row.tagged_by is None]
    named = {find.matter for title in {row.window.title for row in free} for find in recogniser.named(title)}
    offered = [each for each in closed if each.id in named]
    if not offered:
        return 0
    read = recogniser.with_offered(offered)
    return sum(read(row.window).assigned is not None for row in free)


def _kept(rows: tuple[DayRow, ...], closed: list[Matter]) -> int:
    numbers = {each.id for each in closed}
    return sum(row.state is RowState.OPEN and row.matter in numbers for row in rows)
