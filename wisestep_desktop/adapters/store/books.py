"""All books over one connection."""

from __future__ import annotations

from wisestep_desktop.adapters.store.activity import SqlActivity
from wisestep_desktop.adapters.store.captured import SqlCaptured
from wisestep_desktop.adapters.store.connection import Connection
from wisestep_desktop.adapters.store.entries import SqlEntries
from wisestep_desktop.adapters.store.forgetting import SqlForgetting
from wisestep_desktop.adapters.store.learning import SqlLearning
from wisestep_desktop.adapters.store.matters import SqlMatters
from wisestep_desktop.adapters.store.records import SqlRecords
from wisestep_desktop.adapters.store.search import SqlSearch
from wisestep_desktop.adapters.store.settings import SqlSettings
from wisestep_desktop.adapters.store.stated import SqlStated
from wisestep_desktop.adapters.store.timeline import SqlTimeline
from wisestep_desktop.adapters.store.upkeep import SqlUpkeep


class SqlBooks:
    """What a job is handed: valid inside its transaction only."""

    __slots__ = (
        "activity",
        "captured",
        "entries",
        "forgetting",
        "learning",
        "matters",
        "records",
        "search",
        "settings",
        "stated",
        "timeline",
        "upkeep",
    )

    def __init__(self, connection: Connection) -> None:
        self.timeline = SqlTimeline(connection)
        self.stated = SqlStated(connection)
        self.captured = SqlCaptured(connection)
        self.forgetting = SqlForgetting(connection)
        self.matters = SqlMatters(connection)
        self.activity = SqlActivity(connection)
        self.learning = SqlLearning(connection)
        self.entries = SqlEntries(connection)
        self.records = SqlRecords(connection)
        self.search = SqlSearch(connection)
        self.settings = SqlSettings(connection)
        self.upkeep = SqlUpkeep(connection)
