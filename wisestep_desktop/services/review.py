"""What the attorney does with rows: tag them, make them into drafts, change drafts, type in time, throw away."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace
from datetime import date, tzinfo

from wisestep_desktop.core.entries import LONGEST_NARRATIVE, Charge, Draft, Entry, parts_of
from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.ids import ActivityTypeId, EntryId, MatterId, ParticipantId, RowId, TitleId
from wisestep_desktop.core.instants import SECOND
from wisestep_desktop.core.narrative import tidy
from wisestep_desktop.core.posting import IN_FLIGHT, OURS_TO_EDIT, EntryState, Move, moved
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.store import Books, row_hour_and_title
from wisestep_desktop.ports.timeline import Tag
from wisestep_desktop.services.timeline import Day, DayRow, RowState, read_day

MOST_BY_HAND = 24 * 3600
"""Seconds of time typed in for one day."""


@dataclass(frozen=True, slots=True)
class Wish:
    """What a person wants an entry to say.

    Attributes:
        charge: None lets the matter and the activity type decide.
        work_date: None keeps the entry's, or takes that of its rows.
        billed: whole seconds to bill in place of what was worked; None lets that decide.
        with_summary, with_list: None lets the settings decide.
        timekeeper: whose time it is; None means the person signed in.
        task_code, activity_code: UTBMS codes.
    """

    matter: MatterId | None
    activity_type: ActivityTypeId | None = None
    narrative: str = ""
    charge: Charge | None = None
    work_date: date | None = None
    billed: int | None = None
    with_summary: bool | None = None
    with_list: bool | None = None
    timekeeper: ParticipantId | None = None
    task_code: str | None = None
    activity_code: str | None = None

    @classmethod
    def of(cls, draft: Draft) -> Wish:
        """Return the wish that a draft stays as it is."""
        return cls(
            draft.matter,
            draft.activity_type,
            draft.narrative,
            draft.charge,
            draft.work_date,
            draft.billed,
            draft.with_summary,
            draft.with_list,
            draft.timekeeper,
            draft.task_code,
            draft.activity_code,
        )


def tag_row(books: Books, row: RowId, matter: MatterId | None) -> None:
    """Put a matter, or deliberately none, on an open row; the matcher never changes it again.

    Raises:
        BadInput: if there is no such row or matter.
    """
    hour, title = _hour_and_title(row)
    if title is None:
        raise BadInput("row.private", row=row)
    if not books.timeline.titles([title]):
        raise BadInput("row.unknown", row=row)
    _known_matter(books, matter)
    books.timeline.put_tag(Tag(title, hour, matter))


def draft_rows(books: Books, day: Day, rows: Sequence[RowId], wish: Wish, zone_name: str) -> EntryId:
    """Make one draft of some open rows of a day.

    Raises:
        BadInput: if a row is unknown, private, in the trash or taken, or the matter is unknown.
    """
    by_id = {row.row.id: row for row in day.rows}
    chosen: list[DayRow] = []
    for row in rows:
        if row not in by_id:
            raise BadInput("row.unknown", row=row)
        if by_id[row].state is RowState.TRASH:
            raise BadInput("row.trashed", row=row)
        chosen.append(by_id[row])
    if not chosen:
        raise BadInput("rows.none")
    parts = parts_of([row.row for row in chosen])
    bare = Draft(day.day, zone_name, None, parts=parts, started=parts[0].span.start)
    return books.entries.add(wished(books, bare, wish))


def draft_tagged(books: Books, day: date, zone: tzinfo, zone_name: str) -> tuple[EntryId, ...]:
    """Make one draft for each matter that open rows of a day are tagged with."""
    read = read_day(books, day, zone)
    by_matter: defaultdict[MatterId, list[RowId]] = defaultdict(list)
    for row in read.rows:
        if row.state is RowState.OPEN and row.matter is not None:
            by_matter[row.matter].append(row.row.id)
    return tuple(draft_rows(books, read, rows, Wish(matter), zone_name) for matter, rows in by_matter.items())


def add_by_hand(books: Books, day: date, seconds: int, wish: Wish, zone_name: str) -> EntryId:
    """Make a draft of time that no window saw.

    Raises:
        BadInput: if the time is not between a second and a day, or the matter or activity type is unknown.
    """
    if not 0 < seconds <= MOST_BY_HAND:
        raise BadInput("seconds.range", seconds=seconds, most=MOST_BY_HAND)
    return books.entries.add(wished(books, Draft(day, zone_name, None, by_hand=seconds * SECOND), wish))


def edit(books: Books, entry: EntryId, wish: Wish) -> Entry:
    """Change what a draft says; its time stays.

    Raises:
        BadInput: if there is no such entry, or it is on its way or sent.
    """
    known = editable(books, entry)
    changed = wished(books, known.draft, wish)
    after = replace(
        known, draft=changed, state=EntryState.DRAFT, text_sent=None, billed_sent=None, reason=None, detail=None
    )
    books.entries.put(after)
    return after


def wished(books: Books, draft: Draft, wish: Wish) -> Draft:
    """Return a draft that says what a person wants; its time stays.

    Raises:
        BadInput: if the matter or activity type is unknown, or the billed time is out of range.
    """
    if wish.billed is not None and not 0 <= wish.billed <= MOST_BY_HAND:
        raise BadInput("billed.range", seconds=wish.billed, most=MOST_BY_HAND)
    return replace(
        draft,
        work_date=wish.work_date or draft.work_date,
        matter=_known_matter(books, wish.matter),
        activity_type=_known_activity(books, wish.activity_type),
        narrative=tidy(wish.narrative, LONGEST_NARRATIVE),
        charge=_charge(books, wish),
        billed=wish.billed,
        with_summary=wish.with_summary,
        with_list=wish.with_list,
        timekeeper=wish.timekeeper,
        task_code=wish.task_code,
        activity_code=wish.activity_code,
    )


def withdraw(books: Books, entry: EntryId) -> Entry:
    """Take back an entry that waits to be sent, and for which no order was given yet; it is a draft again.

    Raises:
        BadInput: if there is no such entry, it does not wait, or Actionstep may have it already.
    """
    known = books.entries.entry(entry)
    if known is None:
        raise BadInput("entry.unknown", entry=entry)
    if known.state not in IN_FLIGHT:
        raise BadInput("entry.not_waiting", entry=entry, state=known.state)
    attempts = next((record.attempts for record in books.entries.outbox() if record.entry == entry), 0)
    if known.state is not EntryState.QUEUED or attempts:
        raise BadInput("entry.may_be_there", entry=entry)
    state = moved(known.state, Move.WITHDRAW)
    draft = replace(known, state=state, text_sent=None, billed_sent=None, reason=None, detail=None)
    books.entries.settle(draft)
    return draft


def discard(books: Books, entry: EntryId) -> None:
    """Take a draft apart; its rows are open again.

    Raises:
        BadInput: if there is no such entry, or it is on its way or sent.
    """
    books.entries.remove(editable(books, entry).id)


def editable(books: Books, entry: EntryId) -> Entry:
    """Return an entry that may still be changed.

    Raises:
        BadInput: if there is no such entry, or it is on its way or sent.
    """
    known = books.entries.entry(entry)
    if known is None:
        raise BadInput("entry.unknown", entry=entry)
    if known.state not in OURS_TO_EDIT:
        raise BadInput("entry.not_ours", entry=entry, state=known.state)
    return known


def activity_type_named(books: Books, name: str) -> ActivityTypeId:
    """Return the activity type with a name, regardless of case and spaces.

    Raises:
        BadInput: if there is none.
    """
    wanted = same_name(name)
    for known in books.matters.activity_types():
        if same_name(known.name) == wanted:
            return known.id
    raise BadInput("activity_type.unknown", name=name)


def same_name(name: str) -> str:
    """Return a name for comparing: case and spaces do not count."""
    return " ".join(name.casefold().split())


def non_billable_names(settings: Settings) -> frozenset[str]:
    """Return the activity types that are never billed, for comparing with ``same_name``."""
    return frozenset(same_name(name) for name in settings.names("ACTIVITY_TYPES_NON_BILLABLE"))


def unknown_non_billable(settings: Settings, names: Iterable[str]) -> tuple[str, ...]:
    """Return the names in ACTIVITY_TYPES_NON_BILLABLE that no activity type has: the client would be billed."""
    known = {same_name(name) for name in names}
    return tuple(name for name in settings.names("ACTIVITY_TYPES_NON_BILLABLE") if same_name(name) not in known)


def _charge(books: Books, wish: Wish) -> Charge:
    if wish.charge is not None:
        return wish.charge
    matter = None if wish.matter is None else books.matters.matter(wish.matter)
    if matter is not None and matter.billable is False:
        return Charge.NON_BILLABLE
    known = None if wish.activity_type is None else books.matters.activity_type(wish.activity_type)
    free = non_billable_names(Settings(books.settings.all()))
    return Charge.NON_BILLABLE if known and same_name(known.name) in free else Charge.BILL


def _hour_and_title(row: RowId) -> tuple[Instant, TitleId | None]:
    try:
        return row_hour_and_title(row)
    except ValueError:
        raise BadInput("row.unknown", row=row) from None


def _known_matter(books: Books, matter: MatterId | None) -> MatterId | None:
    if matter is not None and books.matters.matter(matter) is None:
        raise BadInput("matter.unknown", matter=matter)
    return matter


def _known_activity(books: Books, activity_type: ActivityTypeId | None) -> ActivityTypeId | None:
    if activity_type is not None and books.matters.activity_type(activity_type) is None:
        raise BadInput("activity_type.unknown", name=activity_type)
    return activity_type
