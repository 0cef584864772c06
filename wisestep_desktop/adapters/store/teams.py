"""Teams in SQL. A profile is kept as it was published, so that it can be verified again."""

from __future__ import annotations

import json
from collections.abc import Sequence
from typing import Any

from wisestep_desktop.adapters.store.connection import Connection
from wisestep_desktop.core.ids import TeamId
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.team import Membership

_COLUMNS = "id, place, owner, profile, active, joined, checked, trouble, news, secret, draft"


class SqlTeams:
    """Implements ``ports.team.TeamBook``."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def memberships(self) -> tuple[Membership, ...]:
        """Return all, by when they were joined."""
        rows = self._db.execute(f"SELECT {_COLUMNS} FROM team ORDER BY joined, id")  # noqa: S608  our own literals
        return tuple(map(_membership, rows))

    def membership(self, team: TeamId) -> Membership | None:
        """Return one."""
        return next((each for each in self.memberships() if each.team == team), None)

    def active(self) -> Membership | None:
        """Return the one whose settings hold."""
        return next((each for each in self.memberships() if each.active), None)

    def put(self, membership: Membership) -> None:
        """Keep a membership; where it is the active one, no other is."""
        if membership.active:
            self._db.execute("UPDATE team SET active = 0 WHERE id <> ?", (membership.team,))
        trouble = membership.trouble and json.dumps([membership.trouble, dict(membership.params)])
        self._db.execute(
            f"INSERT OR REPLACE INTO team ({_COLUMNS}) VALUES (?, ?, ?, ?, ?, ?, ?, ?, ?, ?, ?)",  # noqa: S608  ours
            (
                membership.team,
                membership.place,
                membership.owner,
                membership.profile,
                int(membership.active),
                membership.joined,
                membership.checked,
                trouble,
                json.dumps(membership.news),
                membership.secret,
                membership.draft,
            ),
        )

    def drop(self, team: TeamId) -> None:
        """Forget a team."""
        self._db.execute("DELETE FROM team WHERE id = ?", (team,))


def _membership(row: Sequence[Any]) -> Membership:
    code, params = json.loads(row[7]) if row[7] else (None, {})
    return Membership(
        team=TeamId(row[0]),
        place=row[1],
        owner=bytes(row[2]),
        profile=bytes(row[3]),
        active=bool(row[4]),
        joined=Instant(row[5]),
        checked=None if row[6] is None else Instant(row[6]),
        trouble=code,
        params=params,
        news=tuple(json.loads(row[8])),
        secret=row[9],
        draft=row[10],
    )
