"""All that is kept of a person as records, in SQL that says what each is called outside. No key, grant or secret."""

from __future__ import annotations

from collections.abc import Iterator
from datetime import UTC

from wisestep_desktop.adapters.store.connection import Connection
from wisestep_desktop.core.errors import BadSetting
from wisestep_desktop.core.instants import to_datetime
from wisestep_desktop.core.settings import setting
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.upkeep import Fact, Record

_WINDOW = "a.name AS application, t.text AS title, t.document"
_TITLE = "LEFT JOIN title t ON t.id = x.title LEFT JOIN application a ON a.id = t.application"
_AT = "at:"
"""Begins the name of a column that holds an instant; it is given as text, under the name without it."""

_KINDS = """
setting         SELECT name, value FROM setting ORDER BY name
matter          SELECT id, name, reference, status, clients FROM matter ORDER BY id
matter_alias    SELECT matter, text FROM matter_alias ORDER BY matter, text
activity_type   SELECT id, name FROM activity_type ORDER BY id
visit           SELECT x.start AS "at:start", x.length AS milliseconds, x.title IS NULL AS private, [window],
                t.assigned AS recognised FROM visit x [title] ORDER BY x.start
presence        SELECT start AS "at:start", length AS milliseconds, state, proof FROM presence ORDER BY start
ailment         SELECT signal, start AS "at:start", length AS milliseconds, health, reason FROM ailment ORDER BY start
stated          SELECT x.start AS "at:start", x.length AS milliseconds, x.occupation, x.timed, [window]
                FROM stated x [title] ORDER BY x.start
tag             SELECT x.hour AS "at:hour", [window], x.matter, x.trashed FROM tag x [title] ORDER BY x.hour, x.title
cut             SELECT x.at AS "at:at", [window] FROM cut x [title] ORDER BY x.at
entry           SELECT id, work_date, zone, matter, activity_type, narrative, charge, by_hand AS milliseconds_by_hand,
                state, posting_key, remote AS actionstep_id, text_sent, worked_sent, billed_sent, billed, reason,
                detail, task_code, activity_code, timekeeper FROM entry ORDER BY id
entry_part      SELECT x.entry, x.start AS "at:start", x.length AS milliseconds, [window] FROM entry_part x [title]
                ORDER BY x.start
record          SELECT id AS actionstep_id, work_date, text, actual_hours, billable_hours, charge, matter,
                activity_type, bill_reference, gone FROM record ORDER BY work_date, id
lesson          SELECT trait, text, matter, accepted, refused, at AS "at:at" FROM lesson ORDER BY trait, key, matter
phrase          SELECT text, matter, at AS "at:at" FROM phrase ORDER BY key
declined        SELECT key AS text, matter FROM declined ORDER BY key, matter
activity_choice SELECT matter, kind AS work, activity_type, times, at AS "at:at" FROM activity_choice
                ORDER BY matter, kind, activity_type
expired_sum     SELECT start AS "at:start", until AS "at:until", nullif(matter, 0) AS matter, millis AS milliseconds
                FROM expired ORDER BY start, matter
"""
"""A kind a line, with its query; what is indented goes on."""


def everything(connection: Connection) -> Iterator[Record]:
    """Return every record, kind by kind; a year's visits are never in memory at once."""
    for kind, sql in _queries():
        rows = connection.execute(sql)
        names = [column[0] for column in rows.description]
        for row in rows:
            if kind != "setting" or not _is_secret(row[0]):
                yield kind, dict(_told(name, value) for name, value in zip(names, row, strict=True))


def _queries() -> Iterator[tuple[str, str]]:
    for part in _KINDS.replace("\n  ", "  ").split("\n"):
        kind, _, sql = part.partition(" ")
        if kind:
            yield kind, sql.replace("[window]", _WINDOW).replace("[title]", _TITLE)


def _told(name: str, value: Fact) -> tuple[str, Fact]:
    if not name.startswith(_AT) or not isinstance(value, int):
        return name, value
    return name.removeprefix(_AT), to_datetime(Instant(value), UTC).isoformat(timespec="milliseconds")


def _is_secret(name: str) -> bool:
    """Tell whether a setting is a secret; one that this program does not know may be."""
    try:
        return setting(name).secret
    except BadSetting:
        return True
