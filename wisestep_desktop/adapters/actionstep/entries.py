"""Time entries over the line, in whichever resource the organisation has; and how to find one again."""

from __future__ import annotations

import json
import re
from collections.abc import Callable, Iterable, Mapping
from datetime import UTC, date, timedelta, timezone, tzinfo
from functools import partial
from typing import Any, Protocol
from zoneinfo import ZoneInfo, ZoneInfoNotFoundError

from wisestep_desktop.adapters.actionstep import entries_wire, legacy_wire, wire
from wisestep_desktop.adapters.actionstep.answers import cannot_be_asked
from wisestep_desktop.adapters.actionstep.line import Line
from wisestep_desktop.core.errors import Doubt, Misunderstood, Refused, Uncertain
from wisestep_desktop.core.ids import ParticipantId, RemoteEntryId
from wisestep_desktop.core.records import RecordedEntry
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.practice import TimeEntry

MODERN = "timeentries"
LEGACY = "timerecords"
_REFERENCES = "references"
_MOST_LOOKED_THROUGH = 10
"""Pages of one attorney's entries around one date; more than two thousand entries a day is nobody's."""


class Memory(Protocol):
    """What was found out about this organisation, kept until another one is connected."""

    def recall(self, name: str) -> str | None:
        """Return what was kept under a name."""
        ...

    def keep(self, name: str, value: str | None) -> None:
        """Keep or forget."""
        ...


class EntryDesk:
    """Asks for and orders time entries.

    Args:
        line: to Actionstep.
        memory: whether references can be asked for and come back, which resource takes time, and the organisation's
            zone.
    """

    def __init__(self, line: Line, memory: Memory) -> None:
        self._line = line
        self._memory = memory

    def resource(self) -> str:
        """Return what takes time in this organisation; asked once (API notes, 8).

        Raises:
            Refused: ``refused.scope``, or ``refused.no_time_resource`` if neither does.
        """
        known = self._memory.recall("resource")
        if known in (MODERN, LEGACY):
            return known
        found = self._probe()
        self._memory.keep("resource", found)
        return found

    def create(self, entry: TimeEntry) -> RecordedEntry:
        """Create a time entry, once."""
        resource = self.resource()
        try:
            answer = self._line.order("POST", resource, self._body(entry, None))
        except Refused as refused:
            if refused.params.get("status") == 404:
                self._memory.keep("resource", None)  # perhaps the organisation changed its billing mode
            raise
        return self._answered(answer.body)

    def amend(self, record: RemoteEntryId, entry: TimeEntry) -> RecordedEntry:
        """Make a record say what an entry says."""
        told = self._line.ask(f"{self.resource()}/{record}", {})
        kept = next((row for row in wire.rows(told, self.resource()) if wire.whole(row.get("id")) == record), None)
        if kept is None:
            raise Refused("refused.missing", status=204, resource=self.resource())
        answer = self._line.order("PUT", f"{self.resource()}/{record}", self._body(entry, kept))
        return self._answered(answer.body)

    def remove(self, record: RemoteEntryId) -> None:
        """Delete a record."""
        try:
            self._line.order("DELETE", f"{self.resource()}/{record}")
        except Refused as refused:
            if refused.params.get("status") != 404:
                raise

    def fetch(self, record: RemoteEntryId) -> RecordedEntry | None:
        """Return a time entry, or None."""
        try:
            told = self._line.ask(f"{self.resource()}/{record}", {})
        except Refused as refused:
            if refused.params.get("status") == 404:
                return None
            raise
        read = self._reader()
        found = [one for one in map(read, wire.rows(told, self.resource())) if one.id == record]
        self._learn_references(found)
        return found[0] if found else None

    def find(self, entry: TimeEntry, since: Instant) -> tuple[RecordedEntry, ...]:
        """Return every record that is this entry (API notes, 6)."""
        if self.resource() == LEGACY:
            second = legacy_wire.start(entry, *self._zones(entry))
            near = self._near(entry.work_date, entry)
            return tuple(record for record in near if legacy_wire.same(record, entry, second))
        exact = self._by_key(entry)
        if exact:
            return exact
        near = self._near(entry.work_date, entry)
        exact = tuple(record for record in near if record.key == entry.key)
        if exact or self._memory.recall(_REFERENCES):
            return exact
        there, began = self._line.there(since), entries_wire.start(entry, *self._zones(entry))
        alike = [record for record in near if entries_wire.same(record, entry, there, began)]
        just_so = tuple(record for record in alike if record.actual_hours == entry.actual_hours)
        return just_so or tuple(alike)

    def day(self, day: date, owner: ParticipantId) -> tuple[RecordedEntry, ...]:
        """Return every record of one person and date."""
        asked = {"owner_eq": str(owner), **entries_wire.window(self._date_field(), day)}
        found = (each for each in self._newest(asked, {}) if each.owner == owner and each.work_date == day)
        return tuple(sorted(found, key=lambda each: each.id))

    def zone(self) -> tzinfo | None:
        """Return the organisation's zone as far as anybody said."""
        name = self._memory.recall("zone")
        return None if name is None else zone_named(name)

    def _probe(self) -> str:
        try:
            self._line.ask(MODERN, {"page": "1", "pageSize": "1"})
        except Refused as refused:
            if refused.params.get("status") not in (403, 404):
                raise
            if not self._line.may(LEGACY):
                scope = refused.code == "refused.scope"
                raise refused if scope else Refused("refused.no_time_resource", scope=LEGACY) from None
        else:
            return MODERN
        self._line.ask(LEGACY, {"page": "1", "pageSize": "1"})
        return LEGACY

    def _by_key(self, entry: TimeEntry) -> tuple[RecordedEntry, ...]:
        """Ask by reference, unless Actionstep showed that it ignores or refuses the question."""
        if self._memory.recall("extref") == "ignored":
            return ()
        try:
            told = self._look({"importExternalReference_eq": entry.key}, 1)
        except Refused as refused:
            if not cannot_be_asked(refused):
                raise
            told = None
        if told is None or any(record.key != entry.key for record in told):
            self._memory.keep("extref", "ignored")
        return tuple(record for record in told or () if record.key == entry.key)

    def _near(self, day: date, entry: TimeEntry) -> tuple[RecordedEntry, ...]:
        """Return what the owner recorded on the matter around a date, newest first; on any, where there is none."""
        around = entries_wire.window(self._date_field(), day)
        if entry.matter is None:
            return self._newest({"owner_eq": str(entry.owner), **around}, {})
        on_matter = {"action_eq": str(entry.matter)}
        return self._newest({"owner_eq": str(entry.owner), **on_matter, **around}, on_matter, {})

    def _newest(self, *questions: Mapping[str, str]) -> tuple[RecordedEntry, ...]:
        """Put the first question that Actionstep understands, newest first, so that less narrow ones do as well.

        Only the filter by matter was seen at work (API notes, 2.5); rows that do not fit are the caller's to leave out.
        """
        for question in questions[:-1]:
            try:
                return self._look({**question, "sort": "-id"}, _MOST_LOOKED_THROUGH)
            except Refused as refused:
                if not cannot_be_asked(refused):
                    raise
        return self._look({**questions[-1], "sort": "-id"}, _MOST_LOOKED_THROUGH)

    def _look(self, query: Mapping[str, str], most: int) -> tuple[RecordedEntry, ...]:
        found: dict[RemoteEntryId, RecordedEntry] = {}
        read = self._reader()
        for _, rows in self._line.pages(self.resource(), query, most):
            found.update({record.id: record for record in map(read, rows)})
        self._learn_references(found.values())
        return tuple(found.values())

    def _learn_references(self, read: Iterable[RecordedEntry]) -> None:
        """Remember that references come back, from records that were read and not merely echoed by an order.

        From then on a record without one is somebody else's, however much it looks like ours.
        """
        if any(record.key is not None for record in read):
            self._memory.keep(_REFERENCES, "kept")

    def _answered(self, body: bytes) -> RecordedEntry:
        """Return the record out of the answer to an order; one that cannot be read leaves a doubt."""
        try:
            for row in wire.rows(wire.payload(body), self.resource()):
                self._learn_zone(row)
                return self._reader()(row)
        except Misunderstood:
            raise Uncertain(Doubt.GARBLED) from None
        raise Uncertain(Doubt.GARBLED)

    def _reader(self) -> Callable[[wire.Row], RecordedEntry]:
        read = legacy_wire.recorded if self.resource() == LEGACY else entries_wire.recorded
        return partial(read, organisation=self.zone())

    def _learn_zone(self, row: wire.Row) -> None:
        """Take from the date of a record just made where the organisation's midnight is, unless its divisions say."""
        at, believed = wire.instant(row.get("timestampDate")), self.zone()
        if at is None or believed is None or self._memory.recall("zone_source") == "divisions":
            return
        seen = entries_wire.midnight_zone(at, believed)
        if seen is not believed:
            self._memory.keep("zone", seen.tzname(None))
            self._memory.keep("zone_source", "dates")

    def _body(self, entry: TimeEntry, kept: wire.Row | None) -> bytes:
        attorney, organisation = self._zones(entry)
        told: dict[str, Any]
        if self.resource() == LEGACY:
            division = wire.whole(self._memory.recall("division"))
            told = legacy_wire.body(entry, attorney, organisation, division, kept)
        else:
            told = entries_wire.body(entry, attorney, organisation, kept)
        return json.dumps(told).encode()

    def _zones(self, entry: TimeEntry) -> tuple[tzinfo, tzinfo]:
        """Return the attorney's and the organisation's zone; where nobody told, they are taken for the same."""
        attorney = zone_named(entry.zone) or UTC
        return attorney, self.zone() or attorney

    def _date_field(self) -> str:
        return "startTimestamp" if self.resource() == LEGACY else "timestampDate"


def zone_named(name: str) -> tzinfo | None:
    """Return a zone by its IANA name or as a fixed offset such as ``UTC+10:30``, or None."""
    fixed = re.fullmatch(r"UTC([+-])(\d\d):(\d\d)", name)
    if fixed:
        offset = timedelta(hours=int(fixed[2]), minutes=int(fixed[3]))
        return timezone(-offset if fixed[1] == "-" else offset)
    try:
        return ZoneInfo(name)
    except (ZoneInfoNotFoundError, ValueError, OSError):
        return None
