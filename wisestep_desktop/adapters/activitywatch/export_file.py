"""The file that ActivityWatch's "Export all buckets" writes: windows and who was there, nothing else.

``{"buckets": {id: {"type": …, "events": [{"timestamp", "duration", "data"}, …]}, …}}``
"""

from __future__ import annotations

import math
from collections.abc import Iterator
from pathlib import Path
from typing import Any

from wisestep_desktop.adapters.activitywatch.json_stream import JsonStream, Malformed
from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.imported import Attended, Noted
from wisestep_desktop.core.instants import parse_iso
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.spans import Instant, Span

LARGEST = 500
"""Megabytes; some seven years. Whoever has more exports bucket by bucket."""

_WINDOWS, _PRESENCE = "currentwindow", "afkstatus"
_LONGEST_DAYS = 31
_STATUS = {"not-afk": True, "afk": False}
_HIDDEN = "excluded"
"""What ActivityWatch's own privacy filter writes in place of a title."""


class ActivityWatchFile:
    """Implements ``ports.importing.OtherHistory``."""

    def __init__(self, file: Path, largest: int = LARGEST) -> None:
        self._file = file
        self._largest = largest
        self._windows: dict[Window, Window] = {}

    def events(self) -> Iterator[Noted | Attended]:
        """Return every window and every presence; buckets of other kinds are passed over."""
        name = self._file.name
        try:
            if self._file.stat().st_size > self._largest * 1_000_000:
                raise BadInput("import.too_large", file=name, most=self._largest)
            with self._file.open(encoding="utf-8-sig") as file:
                yield from self._read(JsonStream(file))
        except OSError as error:
            raise BadInput("file.unreadable", file=name, reason=error.strerror or "") from error
        except (Malformed, UnicodeDecodeError) as error:
            raise BadInput("import.not_activitywatch", file=name) from error

    def _read(self, stream: JsonStream) -> Iterator[Noted | Attended]:
        found = False
        for name in stream.members():
            if name == "buckets":
                found = True
                for _bucket in stream.members():
                    yield from self._bucket(stream)
            else:
                stream.value()
        stream.end()
        if not found:
            raise Malformed("buckets")

    def _bucket(self, stream: JsonStream) -> Iterator[Noted | Attended]:
        kind = ""
        for name in stream.members():
            if name != "events":
                told = stream.value()
                kind = told if name == "type" and isinstance(told, str) else kind
                continue
            for number, _ in enumerate(stream.items(), start=1):
                made = self._event(stream.value(), kind, number)
                if made is not None:
                    yield made

    def _event(self, told: Any, kind: str, number: int) -> Noted | Attended | None:  # noqa: ANN401  whatever stands there
        data = told.get("data") if isinstance(told, dict) else None
        if not isinstance(data, dict):
            raise self._bad(number, "data")
        kind = kind or (_PRESENCE if "status" in data else _WINDOWS if "app" in data else "other")
        if kind not in (_WINDOWS, _PRESENCE):
            return None
        span = self._span(told, number)
        if kind == _PRESENCE:
            there = _STATUS.get(str(data.get("status")))
            return None if there is None else Attended(span, there)  # "unknown" is what it says when it starts
        application, title = data.get("app"), data.get("title", "")
        if not isinstance(application, str) or not isinstance(title, str):
            raise self._bad(number, "data")
        window = Window(application, "" if title == _HIDDEN else title)
        return Noted(span, self._windows.setdefault(window, window))

    def _span(self, told: dict[str, Any], number: int) -> Span:
        duration = told.get("duration", 0)
        if isinstance(duration, bool) or not isinstance(duration, int | float):
            raise self._bad(number, "duration")
        if not math.isfinite(duration) or not 0 <= duration <= _LONGEST_DAYS * 86_400:
            raise self._bad(number, "duration")
        try:
            start = parse_iso(str(told.get("timestamp")))
        except (ValueError, OverflowError):
            raise self._bad(number, "timestamp") from None
        if start < 0:
            raise self._bad(number, "timestamp")
        return Span(start, Instant(start + round(duration * 1_000)))

    def _bad(self, number: int, field: str) -> BadInput:
        return BadInput("import.bad_event", file=self._file.name, number=number, field=field)
