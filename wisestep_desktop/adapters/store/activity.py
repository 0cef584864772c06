"""Choices of activity types, and UTBMS codes, in SQL."""

from __future__ import annotations

from collections.abc import Sequence

from wisestep_desktop.adapters.store.connection import Connection
from wisestep_desktop.core.ids import ActivityTypeId, MatterId
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.core.utbms import UtbmsCode, UtbmsUse
from wisestep_desktop.core.work import WorkKind
from wisestep_desktop.ports.activity import Choice

_CHOICE = "SELECT matter, kind, activity_type, times, at FROM activity_choice"


class SqlActivity:
    """Implements ``ports.activity.ActivityBook``."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def chose(self, matter: MatterId, kind: WorkKind, activity_type: ActivityTypeId, at: Instant) -> None:
        """Keep that a type was picked."""
        self._db.execute(
            "INSERT INTO activity_choice VALUES (?, ?, ?, 1, ?)"
            " ON CONFLICT DO UPDATE SET times = times + 1, at = max(at, excluded.at)",
            (matter, kind, activity_type, at),
        )

    def last(self, matter: MatterId, kind: WorkKind) -> Choice | None:
        """Return what was picked last for a matter and a kind of work."""
        row = self._db.execute(
            f"{_CHOICE} WHERE matter = ? AND kind = ? ORDER BY at DESC, times DESC, activity_type LIMIT 1",
            (matter, kind),
        ).fetchone()
        return _choice(row) if row else None

    def choices(self) -> tuple[Choice, ...]:
        """Return every choice, the newest first; kinds of a newer program are left out."""
        rows = self._db.execute(f"{_CHOICE} ORDER BY at DESC, matter, kind, activity_type")
        return tuple(_choice(row) for row in rows if row[1] in {*WorkKind})

    def drop(self, matter: MatterId, kind: WorkKind) -> None:
        """Forget what was picked for a matter and a kind of work."""
        self._db.execute("DELETE FROM activity_choice WHERE matter = ? AND kind = ?", (matter, kind))

    def utbms_codes(self) -> tuple[UtbmsCode, ...]:
        """Return the codes of the organisation, by code."""
        rows = self._db.execute("SELECT code, category, description, enabled, parent FROM utbms_code ORDER BY code")
        return tuple(UtbmsCode(code, group, text, bool(enabled), parent) for code, group, text, enabled, parent in rows)

    def put_utbms_codes(self, codes: Sequence[UtbmsCode]) -> None:
        """Replace the codes."""
        self._db.execute("DELETE FROM utbms_code")
        self._db.executemany(
            "INSERT OR REPLACE INTO utbms_code VALUES (?, ?, ?, ?, ?)",
            [(each.code, each.category, each.description, int(each.enabled), each.parent) for each in codes],
        )

    def utbms_use(self, matter: MatterId) -> UtbmsUse | None:
        """Return whether a matter wants codes, as Actionstep last said."""
        row = self._db.execute("SELECT wanted, category FROM utbms_use WHERE matter = ?", (matter,)).fetchone()
        return UtbmsUse(bool(row[0]), row[1]) if row else None

    def put_utbms_use(self, matter: MatterId, use: UtbmsUse) -> None:
        """Keep whether a matter wants codes."""
        self._db.execute("INSERT OR REPLACE INTO utbms_use VALUES (?, ?, ?)", (matter, int(use.wanted), use.category))

    def forget(self) -> None:
        """Forget everything."""
        for table in ("activity_choice", "utbms_code", "utbms_use"):
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608  our own literals


def _choice(row: tuple[int, str, int, int, int]) -> Choice:
    matter, kind, activity_type, times, at = row
    return Choice(MatterId(matter), WorkKind(kind), ActivityTypeId(activity_type), times, Instant(at))
