"""The encrypted timeline on disk: the only place that knows SQL."""

from wisestep_desktop.adapters.store.store import SqlStore

__all__ = ["SqlStore"]
