"""What is known of the connection besides its grant: who, which organisation, when it last synced, what went wrong."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import dataclass, field
from enum import StrEnum
from urllib.parse import urlsplit

from wisestep_desktop.core.errors import NotConnected, SignInFailed, Unavailable, WiseStepError
from wisestep_desktop.core.ids import ParticipantId
from wisestep_desktop.core.instants import HOUR
from wisestep_desktop.core.matters import Person
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.store import Books

SIGN_IN_LASTS = 21 * 24 * HOUR
"""Milliseconds for which a refresh token is good (API notes, 1.8)."""
_SOON = 7 * 24 * HOUR
_PERSON = "connection.person"
SYNCED = "sync.last"
WALKED = "sync.walked"
FULL = "sync.full"
TYPES = "sync.types"
HIGH_WATER = "sync.high_water"
"""The newest change of any matter, by Actionstep's clock."""
WALK = "sync.walk"
WALKS = "sync.walks"
STRANGE = "sync.strange"
"""The walk that missed most of what was known, until another one says the same or otherwise."""
LEARNT = "actionstep."
"""How the names begin under which the connection keeps what it found out about the organisation."""
_LEARNT_NAMES = ("resource", "extref", "references", "zone", "zone_source", "division")
_TROUBLE = "connection.trouble"
_ORGANISATION = "connection.organisation"


class ConnectionState(StrEnum):
    """How the connection is."""

    DISCONNECTED = "disconnected"
    SYNCING = "syncing"
    READY = "ready"
    SIGN_IN_AGAIN = "sign_in_again"
    ERROR = "error"


@dataclass(frozen=True, slots=True)
class Trouble:
    """What went wrong: the code of its sentence, and what the sentence names."""

    code: str
    params: Mapping[str, str | int] = field(default_factory=dict)

    @property
    def asks_to_sign_in(self) -> bool:
        """Tell whether only signing in can mend it."""
        return self.code.startswith("sign_in.")


@dataclass(frozen=True, slots=True)
class Connection:
    """The connection as it is known without asking anybody.

    Attributes:
        state: never ``SYNCING`` here; only whoever syncs knows that.
        trouble: what went wrong last.
        organisation: the org key.
        matters, activity_types: how many are offered.
        outbox: entries owed.
        refused: entries that were not sent and wait for the person.
        region: where Actionstep keeps the organisation, as its own address says.
        sign_in_ends: when the sign-in ends unless Actionstep is reached before.
    """

    state: ConnectionState
    trouble: Trouble | None
    organisation: str | None
    person: Person | None
    matters: int
    activity_types: int
    last_sync: Instant | None
    next_sync: Instant | None
    outbox: int
    region: str | None = None
    sign_in_ends: Instant | None = None
    refused: int = 0

    def ends_soon(self, now: Instant) -> bool:
        """Tell whether Actionstep was not reached for so long that the sign-in is about to end."""
        return self.sign_in_ends is not None and self.sign_in_ends - now < _SOON


def learnt(books: Books) -> dict[str, str]:
    """Return what was found out about how this organisation's Actionstep answers, for whoever looks into trouble."""
    found = ((name, books.settings.fact(LEARNT + name)) for name in _LEARNT_NAMES)
    return {name: text for name, text in found if text is not None}


def read_connection(books: Books) -> Connection:
    """Return the connection from one consistent picture of the store."""
    grant = books.settings.grant()
    settings = Settings(books.settings.all())
    synced = books.settings.fact(SYNCED)
    last = None if synced is None else Instant(int(synced))
    trouble = _trouble(books)
    if grant is None:
        state = ConnectionState.DISCONNECTED
    elif trouble is None:
        state = ConnectionState.READY
    else:
        state = ConnectionState.SIGN_IN_AGAIN if trouble.asks_to_sign_in else ConnectionState.ERROR
    interval = settings.number("ACTION_SYNC_INTERVAL_MINUTES") * 60_000
    return Connection(
        state=state,
        trouble=trouble if grant else None,
        organisation=grant.organisation if grant else None,
        person=_person(books) if grant else None,
        matters=books.matters.count(),
        activity_types=len(books.matters.activity_types()),
        last_sync=last if grant else None,
        next_sync=Instant(last + interval) if grant and last is not None else None,
        outbox=len(books.entries.outbox()),
        region=region_of(grant.api_endpoint) if grant else None,
        sign_in_ends=Instant(grant.renewed + SIGN_IN_LASTS) if grant else None,
        refused=books.entries.count(EntryState.REFUSED),
    )


def region_of(api_endpoint: str) -> str | None:
    """Return the region an address such as ``https://ap-southeast-2.actionstep.com/…`` names, if it names one."""
    host = urlsplit(api_endpoint).hostname or ""
    region, _, domain = host.partition(".")
    return region if domain in {"actionstep.com", "actionstepstaging.com"} else None


def person(books: Books) -> Person:
    """Return who is signed in.

    Raises:
        NotConnected: if nobody is.
    """
    found = _person(books) if books.settings.grant() else None
    if found is None:
        raise NotConnected
    return found


def _person(books: Books) -> Person | None:
    text = books.settings.fact(_PERSON)
    if text is None:
        return None
    told = json.loads(text)
    return Person(ParticipantId(told["participant"]), told["name"], told["email"])


def keep_person(books: Books, found: Person) -> None:
    """Keep who is signed in, as Actionstep just said."""
    told = {"participant": found.participant, "name": found.name, "email": found.email}
    books.settings.put_fact(_PERSON, json.dumps(told))
    books.settings.put_fact(_TROUBLE, None)


def keep_synced(books: Books, now: Instant) -> None:
    """Keep that everything was walked."""
    books.settings.put_fact(SYNCED, str(now))
    books.settings.put_fact(_TROUBLE, None)


def keep_trouble(books: Books, error: WiseStepError | None) -> None:
    """Keep what went wrong, or that nothing is wrong any more.

    That a sign-in ended is not forgotten because Actionstep cannot be reached just now.
    """
    before = _trouble(books)
    if isinstance(error, Unavailable) and before is not None and before.asks_to_sign_in:
        return
    told = None if error is None else json.dumps({"code": error.code, "params": dict(error.params)})
    books.settings.put_fact(_TROUBLE, told)


def _trouble(books: Books) -> Trouble | None:
    told = books.settings.fact(_TROUBLE)
    if told is None:
        return None
    if not told.startswith("{"):  # written by the first versions
        return Trouble(told)
    kept = json.loads(told)
    return Trouble(kept["code"], kept["params"])


def last_person(books: Books) -> Person | None:
    """Return who signed in last, whether or not they still are."""
    return _person(books)


def forget_what_was_seen(books: Books) -> None:
    """Forget what another person could see in Actionstep: matters, records, and how far they were walked."""
    books.matters.forget()
    books.records.forget()
    books.settings.forget_facts("sync.")


def keep_organisation(books: Books, organisation: str) -> None:
    """Keep whose matters are in the cache. Another organisation's matters and tags are forgotten first.

    Raises:
        SignInFailed: ``sign_in.other_organisation`` while entries for the one before are not sent: the same number
            may be another client's matter there.
    """
    known = books.settings.fact(_ORGANISATION)
    if known is not None and known != organisation:
        unsent = sum(entry.state is not EntryState.SENT for entry in books.entries.entries())
        if unsent:
            raise SignInFailed("sign_in.other_organisation", known=known, organisation=organisation, count=unsent)
        forget_what_was_seen(books)
        books.timeline.forget_tags()
        books.learning.forget()
        books.activity.forget()
        books.settings.put_fact(_PERSON, None)
    books.settings.forget_facts(LEARNT)  # another consent may reach elsewhere
    books.settings.put_fact(_ORGANISATION, organisation)
