"""Whether names are hidden, because somebody else sees this screen. Nothing else changes: recording goes on."""

from __future__ import annotations

from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from wisestep_desktop.core.matching import NO_MATCH
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.observation import Window
from wisestep_desktop.services.standings import NOTHING_THERE
from wisestep_desktop.services.timeline import Day, DayRow
from wisestep_desktop.shell.words import tr


class Discretion(QObject):
    """Hides titles, matters and narratives while the person asks for it, or while a call goes on if so set."""

    changed = Signal()

    def __init__(self, parent: QObject, *, in_calls: bool = False) -> None:
        super().__init__(parent)
        self._asked = False
        self._in_calls = in_calls
        self._calling = False

    @property
    def hides(self) -> bool:
        """Tell whether names are hidden now."""
        return self._asked or (self._in_calls and self._calling)

    def ask(self, hide: bool) -> None:  # noqa: FBT001  a Qt slot
        """Hide names, or show them again, also in the call going on."""
        self._set(asked=hide, calling=self._calling and hide)

    def hide_in_calls(self, wanted: bool) -> None:  # noqa: FBT001  a setting's value
        """Hide names in calls from now on, or no longer; in the call going on too."""
        before = self.hides
        self._in_calls = wanted
        if self.hides != before:
            self.changed.emit()

    def hear(self, calling: bool) -> None:  # noqa: FBT001  a Qt slot
        """Take that a call began or ended."""
        self._set(asked=self._asked, calling=calling)

    def _set(self, *, asked: bool, calling: bool) -> None:
        before = self.hides
        self._asked, self._calling = asked, calling
        if self.hides != before:
            self.changed.emit()


def covered(day: Day) -> Day:
    """Return a day without titles, documents, names of matters and words of entries; times and numbers stay."""

    def cover(row: DayRow) -> DayRow:
        if row.window.private:
            return row
        return replace(row, window=Window(row.window.application, tr("Title hidden")), match=NO_MATCH)

    return replace(
        day,
        rows=tuple(cover(each) for each in day.rows),
        matters={number: Matter(number, tr("name hidden")) for number in day.matters},
        entries=(),
        records=NOTHING_THERE,
    )
