"""Actionstep's REST interface as ``ports.practice.Practice``: one line, and a desk for each kind of question."""

from __future__ import annotations

from collections.abc import Callable, Iterator, Mapping, Sequence
from datetime import date

from wisestep_desktop.adapters.actionstep import utbms_wire, wire
from wisestep_desktop.adapters.actionstep.answers import cannot_be_asked
from wisestep_desktop.adapters.actionstep.entries import LEGACY, EntryDesk, Memory, zone_named
from wisestep_desktop.adapters.actionstep.line import Grants, Line
from wisestep_desktop.adapters.actionstep.matters import MatterDesk
from wisestep_desktop.core.errors import Misunderstood, Refused
from wisestep_desktop.core.ids import MatterId, ParticipantId, RemoteEntryId
from wisestep_desktop.core.matters import ActivityType, Matter, Person
from wisestep_desktop.core.records import RecordedEntry
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.core.utbms import UtbmsCode, UtbmsUse
from wisestep_desktop.ports.clock import Clock
from wisestep_desktop.ports.practice import MarkPage, MatterPage, TimeEntry


class ActionstepPractice:
    """One signed-in connection.

    Args:
        grants: hands out access tokens.
        version: of the program, for the user agent.
        pause: waits that many seconds between two tries; raises to give up.
        clock: for pace and for telling the clocks apart.
        memory: what was found out about the organisation.
        least_pause: milliseconds between two requests at least.
        read_seconds: how long to wait for a silent server.
    """

    def __init__(
        self,
        grants: Grants,
        version: str,
        pause: Callable[[float], None],
        clock: Clock,
        memory: Memory,
        *,
        least_pause: Callable[[], int],
        read_seconds: float = 90,
    ) -> None:
        self._line = Line(grants, version, pause, clock, least_pause=least_pause, read_seconds=read_seconds)
        self._line.heard = self._overhear
        self._memory = memory
        self._matters = MatterDesk(self._line)
        self._entries = EntryDesk(self._line, memory)

    def whoami(self) -> Person:
        """Return who is signed in."""
        told = self._line.ask("users/current", {"include": "participant", "fields[participants]": "id,displayName"})
        users = wire.rows(told, "users")
        if len(users) != 1:
            raise Misunderstood("answer.no_rows", resource="users")
        participant = wire.participant(users[0])
        names = wire.names_by_id(wire.linked(told, "participants"))
        email = wire.text(users[0].get("emailAddress"), 256)
        division = wire.link(users[0], "division")
        self._memory.keep("division", None if division is None else str(division))
        return Person(participant, names.get(participant) or email, email)

    def zone(self) -> str | None:
        """Return the zone of the person's division, else the one answers give away."""
        if self._line.may("divisions"):
            try:
                rows = self._rows("divisions", {})
            except Refused:
                rows = []
            own = wire.whole(self._memory.recall("division"))
            rows.sort(key=lambda row: wire.whole(row.get("id")) != own)
            names = (wire.text(row.get("timezoneName"), 64) for row in rows)
            name = next((name for name in names if zone_named(name)), None)
            if name is not None:
                self._memory.keep("zone", name)
                self._memory.keep("zone_source", "divisions")
        return self._memory.recall("zone")

    def matters(self, after: MatterId | None = None) -> Iterator[MatterPage]:
        """Walk every visible matter by id."""
        return self._matters.matters(after)

    def marks(self, after: MatterId | None = None) -> Iterator[MarkPage]:
        """Walk what tells whether matters changed."""
        return self._matters.marks(after)

    def changed(self, since: Instant) -> Iterator[MatterPage]:
        """Walk the matters changed since an instant."""
        return self._matters.changed(since)

    def named(self, matters: Sequence[MatterId]) -> tuple[Matter, ...]:
        """Return the matters with these ids."""
        return self._matters.named(matters)

    def matter(self, matter: MatterId) -> Matter | None:
        """Return one matter as it is right now."""
        return self._matters.matter(matter)

    def activity_types(self) -> tuple[ActivityType, ...]:
        """Return every activity type for time."""
        if self._entries.resource() == LEGACY:
            found = map(wire.legacy_activity, self._rows("timerecordactivities", {}))
            return tuple({each.id: each for each in found}.values())
        try:
            rows = self._rows("quickcodes", {"useForTimeEntry_eq": "T"})
        except Refused as refused:
            if not cannot_be_asked(refused):
                raise
            rows = self._rows("quickcodes", {})  # the flag is in the rows as well
        codes = map(wire.activity_type, rows)
        return tuple({each.id: each for each in codes if each is not None}.values())

    def utbms_codes(self) -> tuple[UtbmsCode, ...] | None:
        """Return the organisation's UTBMS codes, or None where they may not be asked for."""
        if not self._line.may("utbmscodes"):
            return None
        try:
            codes = map(utbms_wire.code, self._rows("utbmscodes", {}))
            return tuple({each.code: each for each in codes if each is not None}.values())
        except Refused:
            return None

    def utbms_use(self, matter: MatterId) -> UtbmsUse | None:
        """Return whether a matter wants UTBMS codes, or None where nobody says."""
        if not self._line.may("actionbillsettings"):
            return None
        try:
            told = self._line.ask(f"actionbillsettings/{matter}", {})
        except Refused:
            return None
        found = [row for row in wire.rows(told, "actionbillsettings") if wire.whole(row.get("id")) == matter]
        return utbms_wire.use(found[0]) if found else None

    def create(self, entry: TimeEntry) -> RecordedEntry:
        """Create a time entry, once."""
        return self._entries.create(entry)

    def fetch(self, entry: RemoteEntryId) -> RecordedEntry | None:
        """Return a time entry, or None."""
        return self._entries.fetch(entry)

    def find(self, entry: TimeEntry, since: Instant) -> tuple[RecordedEntry, ...]:
        """Return every record that is this entry."""
        return self._entries.find(entry, since)

    def day(self, day: date, owner: ParticipantId) -> tuple[RecordedEntry, ...]:
        """Return every record of one person and work date."""
        return self._entries.day(day, owner)

    def amend(self, record: RemoteEntryId, entry: TimeEntry) -> RecordedEntry:
        """Make a record say what an entry says."""
        return self._entries.amend(record, entry)

    def remove(self, record: RemoteEntryId) -> None:
        """Delete a record."""
        self._entries.remove(record)

    def pace(self) -> int:
        """Return the pause in force between two requests, in milliseconds."""
        return self._line.pace

    def requests(self) -> int:
        """Return how many requests were made."""
        return self._line.requests

    def close(self) -> None:
        """Let the connections go."""
        self._line.close()

    def _rows(self, resource: str, query: Mapping[str, str]) -> list[wire.Row]:
        return [row for _, found in self._line.pages(resource, query) for row in found]

    def _overhear(self, told: wire.Payload) -> None:
        """Take the zone an answer gives away, which is the session's, unless the divisions told a better one."""
        name = wire.session_zone(told)
        if name and not self._memory.recall("zone_source") and self._memory.recall("zone") != name and zone_named(name):
            self._memory.keep("zone", name)
