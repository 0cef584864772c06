"""Moving time about: between rows, between entries, into the trash and out of it. No second is lost or doubled."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from wisestep_desktop.core.entries import Entry, Part
from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.ids import EntryId, RowId
from wisestep_desktop.core.instants import SECOND
from wisestep_desktop.core.narrative import joined
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.spans import Instant, Span, subtract
from wisestep_desktop.ports.store import Books
from wisestep_desktop.ports.timeline import Tag
from wisestep_desktop.services.off_screen import unstate
from wisestep_desktop.services.review import editable
from wisestep_desktop.services.timeline import Day, DayRow, RowState

_NOT_NOW = {
    RowState.OPEN: "row.is_open",
    RowState.DRAFT: "row.is_draft",
    RowState.SENT: "row.is_sent",
    RowState.TRASH: "row.is_trash",
    RowState.PRIVATE: "row.is_private",
}
"""Why a row that stands so cannot be meant."""


def chosen(day: Day, rows: Iterable[RowId], *, among: frozenset[RowState]) -> tuple[DayRow, ...]:
    """Return rows of a day by id.

    Raises:
        BadInput: if there are none, or one is unknown or not in one of the states.
    """
    by_id = {row.row.id: row for row in day.rows}
    found = []
    for wanted in rows:
        row = by_id.get(wanted)
        if row is None:
            raise BadInput("row.unknown", row=wanted)
        if row.state not in among:
            raise BadInput(_NOT_NOW[row.state], row=wanted)
        found.append(row)
    if not found:
        raise BadInput("rows.none")
    return tuple(found)


def cut_row(books: Books, day: Day, row: RowId, at: Instant) -> None:
    """Cut an open row in two at a whole second; both halves keep what was said of it.

    Raises:
        BadInput: if there is no such open row, or the instant is not inside it.
    """
    (known,) = chosen(day, [row], among=frozenset({RowState.OPEN}))
    at = Instant(at // SECOND * SECOND)
    title = known.row.title
    if title is None or not known.row.span.start < at < known.row.span.end:
        raise BadInput("cut.outside", row=row)
    tag = _tag_of(books, known)
    books.stated.put_cut(title, at)
    if tag is not None:
        books.timeline.put_tag(replace(tag, hour=at))


def join_rows(books: Books, day: Day, row: RowId) -> None:
    """Take back the cut that an open row begins with; the first half's tag holds for both.

    Raises:
        BadInput: if there is no such open row, or no cut.
    """
    (known,) = chosen(day, [row], among=frozenset({RowState.OPEN}))
    title, at = known.row.title, known.row.since
    around = Span(Instant(at - 1), Instant(at + 1))
    if title is None or at not in books.stated.cuts(around).get(title, ()):
        raise BadInput("cut.none", row=row)
    books.stated.drop_cut(title, at)
    books.timeline.drop_tag(title, at)


def trash_rows(books: Books, day: Day, rows: Sequence[RowId]) -> None:
    """Put open rows, and rows of drafts, into the trash: they are not worked time until they are taken out again.

    Raises:
        BadInput: if a row is unknown, private, in the trash, sent or on its way.
    """
    picked = chosen(day, rows, among=frozenset({RowState.OPEN, RowState.DRAFT}))
    _release(books, picked)
    for row in picked:
        if row.row.title is not None:
            books.timeline.put_tag(Tag(row.row.title, row.row.since, row.matter, trashed=True))


def restore_rows(books: Books, day: Day, rows: Sequence[RowId]) -> None:
    """Take rows out of the trash; a matter that was on them is on them again.

    Raises:
        BadInput: if a row is not in the trash.
    """
    for row in chosen(day, rows, among=frozenset({RowState.TRASH})):
        if row.row.title is None:
            continue
        if row.matter is None:
            books.timeline.drop_tag(row.row.title, row.row.since)
        else:
            books.timeline.put_tag(Tag(row.row.title, row.row.since, row.matter))


def delete_rows(books: Books, day: Day, rows: Sequence[RowId]) -> int:
    """Delete rows in the trash for good: what was captured then is gone. Return the milliseconds.

    Raises:
        BadInput: if a row is not in the trash.
    """
    picked = chosen(day, rows, among=frozenset({RowState.TRASH}))
    for row in picked:
        if row.row.title is not None:
            books.timeline.drop_tag(row.row.title, row.row.since)
        unstate(books, row.row.spans)
        for span in row.row.spans:
            books.forgetting.span(span)
    return sum(row.row.worked for row in picked)


def move_rows(books: Books, day: Day, rows: Sequence[RowId], into: EntryId) -> None:
    """Put rows, open or of other drafts, into a draft. Drafts that nothing is left of are gone.

    Raises:
        BadInput: if a row is private, in the trash, sent or on its way, or the entry is not a draft.
    """
    picked = chosen(day, rows, among=frozenset({RowState.OPEN, RowState.DRAFT}))
    picked = tuple(row for row in picked if row.row.entry != into)
    _release(books, picked)
    target = editable(books, into)
    _put_parts(books, target, (*target.draft.parts, *_parts(picked)))


def release_rows(books: Books, day: Day, rows: Sequence[RowId]) -> None:
    """Take rows out of their drafts; they are open again, under the matter of their draft.

    Raises:
        BadInput: if a row is in no draft.
    """
    picked = chosen(day, rows, among=frozenset({RowState.DRAFT}))
    _release(books, picked)
    for row in picked:
        if row.row.title is not None and row.matter is not None:
            books.timeline.put_tag(Tag(row.row.title, row.row.since, row.matter))


def split_entry(books: Books, day: Day, rows: Sequence[RowId]) -> EntryId:
    """Make an entry of its own of some rows of one draft; both say the same until they are changed.

    Raises:
        BadInput: if the rows are not of one draft, or are all of it.
    """
    picked = chosen(day, rows, among=frozenset({RowState.DRAFT}))
    owners = {row.row.entry for row in picked}
    owner = owners.pop()
    if owners or owner is None:
        raise BadInput("split.several")
    known = editable(books, owner)
    moved = _parts(picked)
    rest = _without(known.draft.parts, moved)
    if not rest and not known.draft.by_hand:
        raise BadInput("split.all", entry=owner)
    _put_parts(books, known, rest)
    began = min(part.span.start for part in moved)
    return books.entries.add(replace(known.draft, parts=moved, by_hand=0, started=began, billed=None))


def merge_entries(books: Books, entries: Sequence[EntryId]) -> EntryId:
    """Make one draft of several of one day: the first keeps matter and activity type, texts follow one another.

    Raises:
        BadInput: if there are fewer than two, one is no draft, or they differ in date, matter or timekeeper.
    """
    known = [editable(books, entry) for entry in dict.fromkeys(entries)]
    if len(known) < 2:
        raise BadInput("merge.one")
    drafts = [entry.draft for entry in known]
    if len({draft.work_date for draft in drafts}) > 1:
        raise BadInput("merge.work_date")
    if len({draft.matter for draft in drafts}) > 1:
        raise BadInput("merge.matter")
    if len({draft.timekeeper for draft in drafts}) > 1:
        raise BadInput("merge.timekeeper")
    for entry in known[1:]:
        books.entries.remove(entry.id)
    figures = [draft.billed for draft in drafts]
    whole = replace(
        drafts[0],
        narrative=joined(draft.narrative for draft in drafts),
        by_hand=sum(draft.by_hand for draft in drafts),
        billed=None if None in figures else sum(figure for figure in figures if figure is not None),
    )
    parts = tuple(part for draft in drafts for part in draft.parts)
    _put_parts(books, replace(known[0], draft=whole), parts)
    return known[0].id


@dataclass(frozen=True, slots=True)
class _Claim:
    """What some rows claim of one entry."""

    entry: EntryId
    parts: tuple[Part, ...]


def _release(books: Books, rows: Sequence[DayRow]) -> None:
    """Take rows out of the drafts they are in; a draft without time left is gone."""
    for claim in _claims(rows):
        known = editable(books, claim.entry)
        _put_parts(books, known, _without(known.draft.parts, claim.parts))


def _claims(rows: Sequence[DayRow]) -> tuple[_Claim, ...]:
    by_entry: defaultdict[EntryId, list[DayRow]] = defaultdict(list)
    for row in rows:
        if row.row.entry is not None:
            by_entry[row.row.entry].append(row)
    return tuple(_Claim(entry, _parts(some)) for entry, some in by_entry.items())


def _parts(rows: Iterable[DayRow]) -> tuple[Part, ...]:
    found = (Part(row.row.title, span) for row in rows if row.row.title is not None for span in row.row.spans)
    return tuple(sorted(found, key=lambda part: part.span))


def _without(parts: Sequence[Part], taken: Sequence[Part]) -> tuple[Part, ...]:
    return tuple(
        Part(part.title, span)
        for part in parts
        for span in subtract((part.span,), (each.span for each in taken if each.title == part.title))
    )


def _put_parts(books: Books, entry: Entry, parts: Sequence[Part]) -> None:
    """Keep a draft with other time; one without any is gone."""
    ordered = tuple(sorted(parts, key=lambda part: part.span))
    if not ordered and not entry.draft.by_hand:
        books.entries.remove(entry.id)
        return
    draft = replace(entry.draft, parts=ordered, started=ordered[0].span.start if ordered else None)
    fresh = replace(entry, draft=draft, state=EntryState.DRAFT, text_sent=None, billed_sent=None)
    books.entries.put(replace(fresh, reason=None, detail=None))


def _tag_of(books: Books, row: DayRow) -> Tag | None:
    within = Span(row.row.since, Instant(row.row.since + 1))
    return next((tag for tag in books.timeline.tags(within) if tag.title == row.row.title), None)
