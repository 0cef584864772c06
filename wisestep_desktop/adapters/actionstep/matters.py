"""Matters over the line: walks that know whether something may have slipped through.

Walking by id ("beyond the last one seen") cannot skip a matter, whatever is deleted meanwhile. Whether Actionstep
honours that filter, ignores or refuses it is not documented, so the answers decide; where it is no help we turn pages.
"""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import UTC, timedelta
from typing import TypeVar

from wisestep_desktop.adapters.actionstep import wire
from wisestep_desktop.adapters.actionstep.answers import cannot_be_asked
from wisestep_desktop.adapters.actionstep.line import MOST_PAGES, PAGE_SIZE, Line
from wisestep_desktop.core.errors import Refused
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.instants import to_datetime
from wisestep_desktop.core.matters import Matter, MatterMark
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.practice import MarkPage, MatterPage, Page

_MARKS = "id,status,modifiedTimestamp,isDeleted"
_FIELDS = f"{_MARKS},name,reference,isBillableOverride,actionType,primaryParticipants,billSettings"
_OVERLAP = timedelta(hours=26)
"""How a filter without an offset is read is not documented (API notes, 3.3): any zone's midnight lies within this."""
_AT_ONCE = 50

_R = TypeVar("_R", Matter, MatterMark)


class MatterDesk:
    """Asks for matters."""

    def __init__(self, line: Line) -> None:
        self._line = line

    def matters(self, after: MatterId | None) -> Iterator[MatterPage]:
        """Walk whole matters by id."""
        return self._walk({**self._wanted(), "sort": "id"}, after, _matters)

    def marks(self, after: MatterId | None) -> Iterator[MarkPage]:
        """Walk what tells whether matters changed, by id."""
        return self._walk({"fields[actions]": _MARKS, "sort": "id"}, after, _marks)

    def changed(self, since: Instant) -> Iterator[MatterPage]:
        """Walk the matters changed since an instant, less the overlap; tell whether the filter was honoured."""
        first = Instant(since - int(_OVERLAP.total_seconds()) * 1_000)
        asked = to_datetime(first, UTC).strftime("%Y-%m-%dT%H:%M:%S")
        query = {**self._wanted(), "modifiedTimestamp_gteq": asked, "sort": "modifiedTimestamp"}
        oldest = first - int(_OVERLAP.total_seconds()) * 1_000
        try:
            for told, found in self._line.pages("actions", query):
                rows = _matters(told, found)
                honoured = all(each.modified is None or each.modified >= oldest for each in rows)
                yield Page(rows, wire.paging(told, "actions")[0] or 0, exact=honoured)
        except Refused as refused:
            if not cannot_be_asked(refused):
                raise
            yield Page((), 0, exact=False)

    def named(self, matters: Sequence[MatterId]) -> tuple[Matter, ...]:
        """Return the matters with these ids."""
        found: dict[MatterId, Matter] = {}
        for start in range(0, len(matters), _AT_ONCE):
            wanted = matters[start : start + _AT_ONCE]
            query = {**self._wanted(), "id_in": ",".join(map(str, wanted))}
            try:
                here = {each.id: each for each in _matters(*self._line.page("actions", query, 1))}
            except Refused as refused:
                if not cannot_be_asked(refused):
                    raise
                here = {}
            if not here or here.keys() - set(wanted):  # the filter was refused or ignored: each by itself, then
                here = {each.id: each for each in map(self.matter, wanted) if each is not None}
            found.update(here)
        return tuple(each for each in found.values() if not each.gone)

    def matter(self, matter: MatterId) -> Matter | None:
        """Return one matter as it is right now."""
        try:
            told = self._line.ask(f"actions/{matter}", self._wanted())
        except Refused as refused:
            if refused.params.get("status") in (403, 404) and refused.code != "refused.scope":
                return None
            raise
        for found in _matters(told, wire.rows(told, "actions")):
            if found.id == matter and not found.gone:
                return found
        return None

    def _wanted(self) -> dict[str, str]:
        """Return what we want to know of a matter, and nothing more of its clients than their names."""
        beside = {
            "primaryParticipants": ("participants", "id,displayName"),
            "actionType": ("actiontypes", "id,isBillable"),
            "billSettings": ("actionbillsettings", "id,isBillable"),
        }
        held = {name: what for name, what in beside.items() if self._line.may(what[0])}
        return {
            "fields[actions]": _FIELDS,
            **({"include": ",".join(held)} if held else {}),
            **{f"fields[{resource}]": fields for resource, fields in held.values()},
        }

    def _walk(
        self,
        query: Mapping[str, str],
        after: MatterId | None,
        read: Callable[[wire.Payload, tuple[wire.Row, ...]], tuple[_R, ...]],
    ) -> Iterator[Page[_R]]:
        last = after
        for _ in range(MOST_PAGES):
            beyond = {} if last is None else {"id_gt": str(last)}
            try:
                told, found = self._line.page("actions", {**query, **beyond}, 1)
            except Refused as refused:
                if last is None or not cannot_be_asked(refused):
                    raise
                yield from self._turn_pages(query, read, 1 if after == last else 2)
                return
            rows = read(told, found)
            if not rows:
                return
            ids = [row.id for row in rows]
            if last is not None and min(ids) <= last:
                yield from self._turn_pages(query, read, 1 if after == last else 2)
                return
            exact = ids == sorted(set(ids))
            yield Page(rows, wire.paging(told, "actions")[0] or 0, exact=exact)
            if not exact or wire.is_last(told, "actions", 1, full=len(found) >= PAGE_SIZE):
                if not exact:
                    yield from self._turn_pages(query, read, 2)
                return
            last = max(ids)

    def _turn_pages(
        self,
        query: Mapping[str, str],
        read: Callable[[wire.Payload, tuple[wire.Row, ...]], tuple[_R, ...]],
        first: int,
    ) -> Iterator[Page[_R]]:
        for number, (told, found) in enumerate(self._line.pages("actions", query, first=first), start=first):
            count = wire.paging(told, "actions")[0]
            left = 0 if count is None else max(0, count - (number - 1) * PAGE_SIZE)
            yield Page(read(told, found), left, exact=False)


def _matters(told: wire.Payload, found: tuple[wire.Row, ...]) -> tuple[Matter, ...]:
    known = wire.beside(told)
    return tuple(wire.matter(row, known) for row in found)


def _marks(_told: wire.Payload, found: tuple[wire.Row, ...]) -> tuple[MatterMark, ...]:
    return tuple(wire.mark(row) for row in found)
