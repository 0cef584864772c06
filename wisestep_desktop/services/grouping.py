"""Entries made by themselves: the tagged rows of a day, an entry for each matter and kind of work."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Callable, Iterable, Mapping, Sequence
from dataclasses import dataclass, replace

from wisestep_desktop.core.facts_of_work import Fact, Order, main_kind
from wisestep_desktop.core.ids import EntryId, MatterId, RowId
from wisestep_desktop.core.lists import Lists
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.work import WorkKind, WorkRules, kind_of
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import activity_types, narratives, rearranging, review
from wisestep_desktop.services.matching import Recogniser
from wisestep_desktop.services.review import Wish
from wisestep_desktop.services.timeline import Day, DayRow, RowState

Say = Callable[[Sequence[Fact]], str]
"""Puts facts into words; the shell has the words."""

SMALL = 6 * 60_000
"""Milliseconds; less of a kind of work goes with the matter's main work of the day, for nobody bills so little."""

_OF_ITS_OWN = frozenset({WorkKind.CALL, WorkKind.MEET, WorkKind.COURT, WorkKind.TRAVEL})
"""Kinds that are an entry however short they are: clients ask for them one by one."""

_ALIKE = {WorkKind.THINK: WorkKind.REVIEW, WorkKind.CALCULATE: WorkKind.DRAFT}
"""Kinds that a bill calls by one name."""

_PASSING = frozenset({WorkKind.ADMINISTER, WorkKind.OTHER})


@dataclass(frozen=True, slots=True)
class Scribe:
    """Says what entries say by themselves.

    Attributes:
        lists: kinds of work, and names of activity types.
        recogniser: with the matters in force.
        say: puts facts into words.
    """

    lists: Lists
    recogniser: Recogniser
    say: Say

    def wish(self, books: Books, rows: Iterable[DayRow], matter: MatterId | None) -> Wish:
        """Return the likely activity type, and a narrative of facts alone, none of which names another client."""
        known = None if matter is None else books.matters.matter(matter)
        facts = narratives.facts_of_rows(rows, known, self.lists.work, order=Order.TIME)
        told = narratives.without_strangers(books, self.recogniser, facts, matter, self.lists.tasks)
        kind = main_kind(facts)
        chosen = activity_types.default_type(books, matter, kind, self.lists.work.types)
        return Wish(matter, activity_type=chosen, narrative=self.say(told))


@dataclass(frozen=True, slots=True)
class Group:
    """Rows that make one entry.

    Attributes:
        kind: of work, the most of it.
        into: a draft of the same matter and kind that they go into, if there is one.
    """

    matter: MatterId
    kind: WorkKind
    rows: tuple[DayRow, ...]
    into: EntryId | None = None

    @property
    def worked(self) -> int:
        """Milliseconds."""
        return sum(row.row.worked for row in self.rows)


def groups_of(day: Day, rules: WorkRules) -> tuple[Group, ...]:
    """Return the entries that the open, tagged rows of a day make, by matter and kind of work, longest first."""
    by_matter: defaultdict[MatterId, dict[WorkKind, list[DayRow]]] = defaultdict(dict)
    for row in day.rows:
        if row.state is RowState.OPEN and row.matter is not None:
            kind = kind_of(row.window, rules)
            by_matter[row.matter].setdefault(_ALIKE.get(kind, kind), []).append(row)
    drafts = _drafts(day, rules)
    groups = (
        Group(matter, kind, tuple(rows), drafts.get((matter, kind)))
        for matter, kinds in by_matter.items()
        for kind, rows in _gathered(kinds).items()
    )
    return tuple(sorted(groups, key=lambda group: (-group.worked, group.matter, group.kind)))


def group_day(books: Books, day: Day, scribe: Scribe, zone_name: str) -> tuple[EntryId, ...]:
    """Make the entries of a day's tagged rows, each with its activity type and its narrative; return them.

    Rows that came later go into the draft of the same matter and kind; what a person wrote there stays.
    """
    made = []
    for group in groups_of(day, scribe.lists.work):
        rows = [row.row.id for row in group.rows]
        if group.into is None:
            wish = scribe.wish(books, group.rows, group.matter)
            made.append(review.draft_rows(books, day, rows, wish, zone_name))
        else:
            _add(books, day, group, rows, scribe)
            made.append(group.into)
    return tuple(made)


def _gathered(kinds: Mapping[WorkKind, list[DayRow]]) -> dict[WorkKind, list[DayRow]]:
    """Let what is too short to bill go with the most of the matter's work."""
    spent = {kind: sum(row.row.worked for row in rows) for kind, rows in kinds.items()}
    others = [kind for kind in kinds if kind not in _OF_ITS_OWN]
    if not others:
        return dict(kinds)
    named = [kind for kind in others if kind not in _PASSING] or others
    main = max(named, key=lambda kind: (spent[kind], kind))
    gathered: dict[WorkKind, list[DayRow]] = {}
    for kind, rows in kinds.items():
        small = kind in others and (spent[kind] < SMALL or kind in _PASSING)
        gathered.setdefault(main if small else kind, []).extend(rows)
    return gathered


def _drafts(day: Day, rules: WorkRules) -> dict[tuple[MatterId, WorkKind], EntryId]:
    """Return the drafts of a day that later rows may go into, by matter and main kind."""
    found: dict[tuple[MatterId, WorkKind], EntryId] = {}
    for entry in day.entries:
        rows = [row for row in day.rows if row.row.entry == entry.id]
        if entry.state is not EntryState.DRAFT or entry.draft.matter is None or not rows:
            continue
        spent: defaultdict[WorkKind, int] = defaultdict(int)
        for row in rows:
            kind = kind_of(row.window, rules)
            spent[_ALIKE.get(kind, kind)] += row.row.worked
        found.setdefault((entry.draft.matter, max(spent, key=lambda kind: (spent[kind], kind))), entry.id)
    return found


def _add(books: Books, day: Day, group: Group, rows: Sequence[RowId], scribe: Scribe) -> None:
    """Put rows into a draft; its narrative is made anew only if it is still the one that was made by itself."""
    if group.into is None:
        return
    before = [row for row in day.rows if row.row.entry == group.into]
    draft = review.editable(books, group.into).draft
    own = draft.narrative == scribe.wish(books, before, group.matter).narrative
    rearranging.move_rows(books, day, rows, group.into)
    if own:
        again = scribe.wish(books, (*before, *group.rows), group.matter)
        review.edit(books, group.into, replace(Wish.of(draft), narrative=again.narrative))
