"""Everything that is known of the connection, for whoever looks at it closely; nobody is asked."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass

from wisestep_desktop.core.instants import MINUTE
from wisestep_desktop.core.layers import Source
from wisestep_desktop.core.matters import MatterStatus
from wisestep_desktop.core.settings import DEFAULT_SCOPES, Settings
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import facts, preferences
from wisestep_desktop.services.facts import Connection
from wisestep_desktop.services.preferences import Preference

CREDENTIALS = (
    "connection.environment",
    "connection.authorize_url",
    "connection.token_url",
    "connection.allowed_api_hosts",
    "connection.client_id",
    "connection.client_secret",
    "connection.relay_url",
    "connection.redirect_uri",
    "connection.browser",
)
"""The settings by which a connection is made, in the order in which they are asked for."""


@dataclass(frozen=True, slots=True)
class Details:
    """The connection with all its circumstances.

    Attributes:
        connection: as ``facts`` tells it.
        environment: production, staging or custom.
        granted: the scopes of the sign-in.
        missing: scopes that are wanted or were refused, and are not granted: signing in again asks for them.
        open_matters, closed_matters: as many as may be seen.
        next_types: when activity types are synced next, by themselves.
        configured: whether there is anything to sign in with.
        by: who decides the credentials: the person, the team or the administrator.
        pause: milliseconds between two requests at least.
    """

    connection: Connection
    environment: str
    granted: tuple[str, ...]
    missing: tuple[str, ...]
    open_matters: int
    closed_matters: int
    next_types: Instant | None
    configured: bool
    by: Source
    pause: int


def read_details(books: Books) -> Details:
    """Return all of it from one consistent picture of the store."""
    settings, grant = Settings(books.settings.all()), books.settings.grant()
    connection = facts.read_connection(books)
    granted = tuple(grant.scopes.split()) if grant else ()
    wanted = {*settings.text("connection.scopes").split(), *DEFAULT_SCOPES.split()}
    if connection.trouble is not None and connection.trouble.code == "refused.scope":
        refused = str(connection.trouble.params.get("resource", ""))
        granted = tuple(each for each in granted if each != refused)
        wanted |= {refused} - {""}
    types = books.settings.fact(facts.TYPES)
    every = settings.number("QUICK_CODE_SYNC_INTERVAL_MINUTES") * MINUTE
    seen = [each for each in books.matters.matters() if each.offered(closed_too=True)]
    closed = sum(each.status is MatterStatus.CLOSED for each in seen)
    return Details(
        connection=connection,
        environment=settings.text("connection.environment"),
        granted=granted,
        missing=tuple(sorted(wanted - set(granted))) if grant else (),
        open_matters=len(seen) - closed,
        closed_matters=closed,
        next_types=Instant(int(types) + every) if grant and types is not None else None,
        configured=bool(settings.text("connection.client_id")),
        by=_decider(credentials(books)),
        pause=settings.number("connection.pause_milliseconds"),
    )


def credentials(books: Books) -> dict[str, Preference]:
    """Return the settings by which a connection is made, as they stand."""
    return {name: preferences.preference(books, name) for name in CREDENTIALS}


def _decider(standing: dict[str, Preference]) -> Source:
    return _highest(each.source for each in standing.values() if each.locked)


def _highest(sources: Iterable[Source]) -> Source:
    found = set(sources)
    return next((each for each in (Source.POLICY, Source.TEAM) if each in found), Source.MINE)
