"""One organisation of the sandbox: its records, who may see which, and the lock around them.

Knows who sees what and how an entry gets onto a bill. Refuses to know HTTP, filters and how a record is written down.
"""

import threading
from collections.abc import Sequence
from dataclasses import dataclass, field, replace
from datetime import date
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

from wisestep_desktop.sandbox.clock import day_of

RESOURCE_NAMES: tuple[str, ...] = (
    "users",
    "participants",
    "actions",
    "actiontypes",
    "actionbillsettings",
    "quickcodes",
    "timeentries",
    "timerecords",
    "timerecordactivities",
    "rates",
    "divisions",
    "utbmscodes",
    "bills",
)

Id = int | str


@dataclass(frozen=True, slots=True)
class User:
    """A person who can sign in. `id` and `participant` are different numbers, as in the real service."""

    id: int
    participant: int
    email: str
    password: str = field(repr=False)
    has_authority: bool
    rate: int
    organisations: tuple[str, ...]


@dataclass(slots=True)
class Participant:
    """A person or company known to the firm."""

    id: int
    first: str
    last: str
    is_company: bool
    modified: int

    @property
    def display(self) -> str:
        """`Last, First`, or the company's name."""
        return self.last if self.is_company or not self.first else f"{self.last}, {self.first}"

    @property
    def initials(self) -> str:
        """First letters of first and last name."""
        return (self.first[:1] + self.last[:1]).upper()


@dataclass(frozen=True, slots=True)
class Matter:
    """A matter. Instants are seconds since 1970 UTC; `only_for` holds the user ids that may see a restricted one.

    `utbms` names the set of its task codes where its time wants UTBMS codes.
    """

    id: int
    name: str
    reference: str | None
    status: str
    type_id: int
    assigned: int
    clients: tuple[int, ...]
    created: date
    modified: int
    deleted: int | None = None
    only_for: frozenset[int] | None = None
    utbms: str | None = None


Record = Any
"""A User, Participant, Matter or, for every other resource, a dict by wire name with unconverted values."""


class Firm:
    """The records of one organisation. Take `lock` around any reading or writing of more than one of them."""

    def __init__(self, key: str, title: str, zone: ZoneInfo) -> None:
        self.key = key
        self.title = title
        self.zone = zone
        self.lock = threading.RLock()
        self._tables: dict[str, dict[Id, Record]] = {name: {} for name in RESOURCE_NAMES}
        self._tables["actionbillsettings"] = self._tables["actions"]
        self._versions = dict.fromkeys(RESOURCE_NAMES, 0)
        self._sorted: dict[str, list[Id]] = {}
        self._by_reference: dict[str, list[int]] = {}
        self._next_id = {"timeentries": 430200, "timerecords": 9001, "bills": 8801}
        self.history: frozenset[Id] = frozenset()

    def version(self, resource: str) -> tuple[int, int]:
        """Changes whenever a list of this resource could have changed for anybody."""
        return self._versions[resource], self._versions["actions"]

    def put(self, resource: str, record: Record) -> None:
        """Store a new record or one in place of the old one with its id."""
        ident = record["id"] if isinstance(record, dict) else record.id
        table = self._tables[resource]
        if ident not in table:
            self._sorted.pop(resource, None)
        if resource == "timeentries":
            self._index_reference(table.get(ident), record)
        table[ident] = record
        self._versions[resource] += 1
        if resource == "actions":
            self._sorted.pop("actionbillsettings", None)

    def fill(self, resource: str, records: Sequence[Record]) -> None:
        """Store many at once."""
        for record in records:
            self.put(resource, record)

    def remove(self, resource: str, ident: Id) -> None:
        """Take a record away; raises KeyError when it is not there."""
        record = self._tables[resource].pop(ident)
        if resource == "timeentries":
            self._index_reference(record, None)
        self._sorted.pop(resource, None)
        self._versions[resource] += 1

    def find(self, resource: str, ident: Id) -> Record:
        """The record with this id, visible or not; None when there is none."""
        return self._tables[resource].get(ident)

    def ids(self, resource: str) -> list[Id]:
        """All ids in ascending order; not to be changed by the caller."""
        known = self._sorted.get(resource)
        if known is None:
            known = sorted(self._tables[resource], key=lambda ident: (isinstance(ident, str), ident))
            self._sorted[resource] = known
        return known

    def entries_referenced(self, reference: str) -> list[int]:
        """Ids of the time entries with exactly this external reference, ascending."""
        return sorted(self._by_reference.get(reference, ()))

    def fresh_id(self, resource: str) -> int:
        """The next id of a resource that grows; ids are never used twice."""
        self._next_id[resource] += 1
        return self._next_id[resource]

    def is_open_to(self, user: User, resource: str, record: Record) -> bool:
        """Whether this user may know of the record: restricted matters and what hangs on them are hidden."""
        if resource in ("actions", "actionbillsettings"):
            return record.only_for is None or user.id in record.only_for
        if resource in ("timeentries", "timerecords") and record["action"] is not None:
            matter: Matter | None = self._tables["actions"].get(int(record["action"]))
            return matter is None or self.is_open_to(user, "actions", matter)
        return True

    def change_matter(self, ident: int, now: float, **changes: object) -> None:
        """Change a matter and its modification time; raises KeyError when there is none with this id."""
        matter: Matter = self._tables["actions"][ident]
        self.put("actions", replace(matter, modified=int(now), **changes))  # type: ignore[arg-type]

    def bill(self, ident: int, now: float) -> str:
        """Put a time entry on a new bill and give the bill's reference; raises KeyError without such an entry."""
        with self.lock:
            entry: dict[str, Any] = self._tables["timeentries"][ident]
            number = self.fresh_id("bills")
            reference = f"INV-{number - 8801 + 2042}"
            self.put("timeentries", {**entry, "billReference": reference})
            self.put("bills", _bill_row(number, reference, entry, int(now), self.zone))
        return reference

    def _index_reference(self, old: dict[str, Any] | None, new: dict[str, Any] | None) -> None:
        if old is not None and old["importExternalReference"] is not None:
            self._by_reference[old["importExternalReference"]].remove(old["id"])
        if new is not None and new["importExternalReference"] is not None:
            self._by_reference.setdefault(new["importExternalReference"], []).append(new["id"])


def _bill_row(number: int, reference: str, entry: dict[str, Any], now: int, zone: ZoneInfo) -> dict[str, Any]:
    net = entry["billableAmount"]
    with_tax = (net * Decimal("1.10")).quantize(Decimal("0.01"))
    return {
        "id": number,
        "status": "Closed",
        "ourReference": reference,
        "theirReference": None,
        "currency": "AUD",
        "invoiceDate": day_of(now, zone),
        "dueDate": day_of(now + 7 * 86_400, zone),
        "totalInclusive": with_tax,
        "totalExclusive": net,
        "totalSalesTax": with_tax - net,
        "totalPaid": Decimal(0),
        "totalDue": with_tax,
        "createdTimestamp": now,
        "modifiedTimestamp": now,
        "deletedTimestamp": None,
        "division": "1",
        "action": [entry["action"]] if entry["action"] else [],
        "theirParticipant": None,
    }
