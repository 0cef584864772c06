"""Reads what ActivityWatch exports. Knows its files; never speaks to its server."""

from wisestep_desktop.adapters.activitywatch.export_file import ActivityWatchFile

__all__ = ["ActivityWatchFile"]
