"""The days of the week as tabs, each with what was worked; the one shown is marked."""

from __future__ import annotations

from collections.abc import Mapping
from datetime import date, timedelta

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QTabBar, QWidget

from wisestep_desktop.shell import texts
from wisestep_desktop.shell.habits import weekday
from wisestep_desktop.shell.words import tr


class DayTabs(QTabBar):
    """Seven tabs; those of days to come cannot be chosen."""

    day_wanted = Signal(object)

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("days")
        self.setAccessibleName(tr("Days of the week"))
        self.setDrawBase(False)
        self.setExpanding(True)
        self.setUsesScrollButtons(False)
        self._monday = date(2000, 1, 3)
        for _ in range(7):
            self.addTab("")
        self.currentChanged.connect(lambda number: self.day_wanted.emit(self._monday + timedelta(days=number)))

    def show_day(self, day: date, today: date, worked: Mapping[date, int]) -> None:
        """Show the week of a day; ``worked`` has milliseconds of the days it is known of."""
        self._monday = day - timedelta(days=day.weekday())
        with QSignalBlocker(self):
            for number in range(7):
                each = self._monday + timedelta(days=number)
                name = weekday(each)
                told = texts.spoken(worked[each]) if worked.get(each) else ""
                self.setTabText(number, f"{name} {each.day}" + (f"   {told}" if told else ""))
                self.setTabEnabled(number, each <= today)
                self.setTabToolTip(number, tr("{time} worked", time=told) if told else tr("Nothing recorded"))
            self.setCurrentIndex(day.weekday())
