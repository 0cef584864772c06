"""Settings, facts and the grant in SQL. The grant is as safe as the timeline: both are encrypted under one key."""

from __future__ import annotations

import json
from collections.abc import Mapping
from dataclasses import asdict

from wisestep_desktop.adapters.store.connection import Connection
from wisestep_desktop.core.layers import Source, in_force
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.sign_in import Grant

_GRANT = "connection.grant"


class SqlSettings:
    """Implements ``ports.store.SettingBook``."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def all(self) -> dict[str, str]:
        """Return the texts in force."""
        above = self.above()
        return in_force(self.mine(), above) if above else self.mine()

    def mine(self) -> dict[str, str]:
        """Return what the person set."""
        return dict(self._db.execute("SELECT name, value FROM setting"))

    def above(self) -> dict[Source, dict[str, str]]:
        """Return what the team and the administrator decided."""
        found: dict[Source, dict[str, str]] = {}
        for source, name, value in self._db.execute("SELECT source, name, value FROM decided"):
            found.setdefault(Source(source), {})[name] = value
        return found

    def put(self, name: str, text: str) -> None:
        """Set a setting of the person's; a blank text forgets it."""
        self._put("setting", name, text.strip() or None)

    def decide(self, source: Source, texts: Mapping[str, str]) -> None:
        """Keep what the team or the administrator decides, in place of what they decided before."""
        self._db.execute("DELETE FROM decided WHERE source = ?", (source,))
        for name, text in texts.items():
            self._db.execute("INSERT INTO decided VALUES (?, ?, ?)", (source, name, text))

    def fact(self, name: str) -> str | None:
        """Return a fact about the connection."""
        row = self._db.execute("SELECT value FROM fact WHERE name = ?", (name,)).fetchone()
        return str(row[0]) if row else None

    def put_fact(self, name: str, text: str | None) -> None:
        """Keep or forget a fact."""
        self._put("fact", name, text)

    def forget_facts(self, beginning: str) -> None:
        """Forget every fact whose name begins so."""
        self._db.execute("DELETE FROM fact WHERE substr(name, 1, ?) = ?", (len(beginning), beginning))

    def grant(self) -> Grant | None:
        """Return the grant of the connection."""
        text = self.fact(_GRANT)
        if text is None:
            return None
        told = json.loads(text)
        return Grant(**{**told, "expires": Instant(told["expires"]), "renewed": Instant(told["renewed"])})

    def put_grant(self, grant: Grant | None) -> None:
        """Keep or forget the grant."""
        self.put_fact(_GRANT, None if grant is None else json.dumps(asdict(grant)))

    def _put(self, table: str, name: str, text: str | None) -> None:
        if text is None:
            self._db.execute(f"DELETE FROM {table} WHERE name = ?", (name,))  # noqa: S608  our own literals
        else:
            self._db.execute(
                f"INSERT INTO {table} VALUES (?, ?) ON CONFLICT DO UPDATE SET value = excluded.value",  # noqa: S608
                (name, text),
            )
