"""How well each signal works, since when, what it means, and what was chosen to watch this desktop."""

from __future__ import annotations

from collections.abc import Callable
from datetime import tzinfo

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QDialog, QFrame, QGridLayout, QVBoxLayout, QWidget

from wisestep_desktop.ports.capture import Health
from wisestep_desktop.services.wellness import Since
from wisestep_desktop.shell import health, texts
from wisestep_desktop.shell.guides import guide, steps_for
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.recording import Recording
from wisestep_desktop.shell.sentences import explain, sentence
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.views.guide_page import guide_card
from wisestep_desktop.shell.widgets.parts import button, column, fill_scrolling, frame, row, words
from wisestep_desktop.shell.words import tr

_MARKS = {Health.WORKS: "✓", Health.DEGRADED: "~", Health.OFF: "–"}


class HealthPage(QWidget):
    """A column of cards; shows what is so now whenever recording changes."""

    def __init__(self, recording: Recording, theme: Theme, zone: Callable[[], tzinfo], version: str) -> None:
        super().__init__()
        self._recording = recording
        self._theme = theme
        self._zone = zone
        self._version = version
        self._copy = button(tr("Copy for your administrator"), hint=tr("Copy names and codes, no titles"))
        self._copy.clicked.connect(self._copied)
        self._cards = column(space=16)
        whole = column(
            row(words(tr("Health"), pixels=17, strong=True), 1, self._copy),
            self._cards,
            1,
            space=16,
        )
        fill_scrolling(self, whole)
        recording.changed.connect(self.refresh)
        recording.stored.connect(self.refresh)
        theme.changed.connect(self.refresh)
        self._shown: object = None
        self.refresh()

    def refresh(self) -> None:
        """Show what is so now; nothing is rebuilt while nothing changed."""
        trouble, signals, choice = self._recording.trouble, self._recording.signals, self._recording.choice
        now = (str(trouble), signals, choice, self._theme.tokens)
        if now == self._shown:
            return
        self._shown = now
        _empty(self._cards)
        needs = None if trouble is None else guide(trouble.code)
        steps = needs or steps_for([each.health for each in signals], choice)
        if steps is not None:
            self._cards.addWidget(guide_card(steps))
        elif trouble is not None:
            self._cards.addWidget(frame("card", column(words(explain(trouble), name="care", wrap=True))))
        if signals:
            self._cards.addWidget(self._signals(signals))
        if choice:
            self._cards.addWidget(self._chosen())

    def _signals(self, signals: tuple[Since, ...]) -> QFrame:
        grid = QGridLayout()
        grid.setHorizontalSpacing(scaled(20))
        grid.setVerticalSpacing(scaled(14))
        grid.setColumnStretch(1, 1)
        title = words(tr("Signals"), strong=True)
        grid.addWidget(title, 0, 0)
        grid.addWidget(words(health.headline(signals), name="dim"), 0, 1)
        for line, each in enumerate(signals, start=1):
            told = each.health
            serious = health.is_serious(each)
            tone = "care" if serious else "dim" if told.health is not Health.WORKS else "good"
            grid.addWidget(words(health.signal_name(told.signal)), line, 0, Qt.AlignmentFlag.AlignTop)
            about = sentence(told.reason) if told.reason else health.purpose(told.signal)
            grid.addWidget(words(about, name="" if serious else "dim", wrap=True), line, 1)
            mark = words(f"{_MARKS[told.health]}  {health.health_word(told.health)}", name=tone)
            since = words(tr("since {time}", time=texts.time_of_day(each.at, self._zone())), pixels=12, name="dim")
            grid.addWidget(mark, line, 2, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(since, line, 3, Qt.AlignmentFlag.AlignTop)
        return frame("card", grid)

    def _chosen(self) -> QFrame:
        grid = QGridLayout()
        grid.setHorizontalSpacing(scaled(20))
        grid.setVerticalSpacing(scaled(10))
        grid.setColumnStretch(2, 1)
        grid.addWidget(words(tr("How this desktop is watched"), strong=True), 0, 0, 1, 3)
        for line, chosen in enumerate(self._recording.choice, start=1):
            grid.addWidget(words(health.need(chosen.need)), line, 0, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words(health.technology(chosen.name)), line, 1, Qt.AlignmentFlag.AlignTop)
            grid.addWidget(words(health.why_chosen(chosen), pixels=12, name="dim", wrap=True), line, 2)
        return frame("card", grid)

    def _copied(self) -> None:
        told = health.report(self._recording.choice, self._recording.signals, self._version)
        QGuiApplication.clipboard().setText(told)
        self._copy.setText(tr("Copied"))


class HealthWindow(QDialog):
    """The page in a window of its own; never modal."""

    def __init__(self, page: HealthPage, parent: QWidget) -> None:
        super().__init__(parent)
        self.setWindowTitle(tr("WiseStep: health"))
        self.resize(860, 640)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(page)


def _empty(layout: QVBoxLayout) -> None:
    while (item := layout.takeAt(0)) is not None:
        widget = item.widget()
        if widget is not None:
            widget.hide()
            widget.deleteLater()
