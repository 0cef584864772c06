"""What stands below the day: whether WiseStep records, how healthy that is, today's total, and the pause."""

from __future__ import annotations

from decimal import Decimal

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QMenu, QProgressBar, QWidget

from wisestep_desktop.services.timeline import Day
from wisestep_desktop.shell import health, texts
from wisestep_desktop.shell.discretion import Discretion
from wisestep_desktop.shell.formats import plain
from wisestep_desktop.shell.metrics import margins, scaled
from wisestep_desktop.shell.pausing import fill_pauses, recording_words
from wisestep_desktop.shell.recording import Recording
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.views.timer_bar import TimerBar
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button, words
from wisestep_desktop.shell.words import tr


class StatusBar(QFrame):
    """One line; the health in it opens the page that explains it."""

    health_asked = Signal()

    def __init__(self, recording: Recording, theme: Theme, discretion: Discretion, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("bar")
        self.setProperty("edge", "top")
        self._recording = recording
        self._theme = theme
        self._state = words("", pixels=12)
        self._health = button("", "flat", hint=tr("Health of every signal"))
        self._health.clicked.connect(self.health_asked)
        self._hidden = button(tr("Names are hidden. Show them"), "link")
        self._hidden.clicked.connect(lambda: discretion.ask(False))  # noqa: FBT003  a Qt slot
        self._discretion = discretion
        self._total = words("", pixels=12)
        self._goal = QProgressBar()
        self._goal.setTextVisible(False)
        self._goal.setFixedWidth(scaled(120))
        self._goal.setAccessibleName(tr("Of the day's goal"))
        self.timer = TimerBar(self, recording.now)
        self._pause = button(tr("Pause"), "flat")
        self._pauses = QMenu(self)
        fill_pauses(self._pauses, recording)
        self._pause.clicked.connect(self._toggle)
        line = flow(
            self._state, self._health, self._hidden, self.timer, 1, self._total, self._goal, self._pause, space=12
        )
        line.setContentsMargins(*margins(20, 2, 12, 2))
        self.setLayout(line)
        recording.changed.connect(self.show_state)
        recording.stored.connect(self.show_state)
        theme.changed.connect(self.show_state)
        discretion.changed.connect(self.show_state)
        self.show_state()

    def show_day(self, day: Day, week: int, goal: Decimal) -> None:
        """Show the total of the day in view and of its week, what quiet reading might add, and the goal.

        Args:
            day: in view.
            week: milliseconds worked in its week.
            goal: hours a day; 0 is none.
        """
        worked = day.totals.worked
        told = [tr("Worked {time}", time=texts.spoken(worked))]
        if goal:
            told = [tr("Worked {time} of {goal} h", time=texts.spoken(worked), goal=plain(goal))]
        if day.totals.possible:
            told.append(tr("possible {time}", time=texts.spoken(day.totals.possible)))
        if week:
            told.append(tr("week {time}", time=texts.spoken(week)))
        self._total.setText("  ·  ".join(told))
        self._goal.setVisible(bool(goal))
        if goal:
            self._goal.setRange(0, int(goal * 3_600))
            self._goal.setValue(min(int(goal * 3_600), worked // 1_000))
        self.timer.show_timer(day.timer)

    def show_state(self) -> None:
        """Show how recording goes."""
        t = self._theme.tokens
        self._hidden.setVisible(self._discretion.hides)
        text, tone = recording_words(self._recording)
        self._state.setText(text)
        colour = {"care": t.care, "good": t.good}.get(tone, t.dim)
        self._state.setStyleSheet(f"color: {colour};")
        signals = self._recording.signals
        serious = any(health.is_serious(each) for each in signals)
        self._health.setText(health.headline(signals) or tr("Health"))
        self._health.setStyleSheet(f"QPushButton {{ color: {t.care}; }}" if serious else "")
        self._pause.setText(tr("Resume") if self._recording.paused else tr("Pause…"))
        self._pause.setVisible(self._recording.running or self._recording.paused)

    def _toggle(self) -> None:
        if self._recording.paused:
            self._recording.resume()
        else:
            self._pauses.popup(self._pause.mapToGlobal(self._pause.rect().topLeft()))
