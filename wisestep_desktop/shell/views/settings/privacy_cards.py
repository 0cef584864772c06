"""The parts of the privacy page that are no settings: pausing and forgetting, and what is stored."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, QUrl, Signal
from PySide6.QtGui import QDesktopServices, QKeyEvent
from PySide6.QtWidgets import QGridLayout, QLabel, QLineEdit, QWidget

from wisestep_desktop.services.stored import Stored, stored
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.habits import day_and_month
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.pausing import HOUR, QUARTER, recording_words
from wisestep_desktop.shell.recording import Recording
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.upkeep_words import Line, stored_lines
from wisestep_desktop.shell.views.forget_questions import ask_application, ask_word
from wisestep_desktop.shell.views.settings.values import Refused
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button, column, words
from wisestep_desktop.shell.words import tr


class PauseLine(QWidget):
    """Whether recording goes on, and how to stop it for a while."""

    def __init__(self, recording: Recording) -> None:
        super().__init__()
        self._recording = recording
        self._state = words("", strong=True, wrap=True)
        pauses = (
            (tr("Pause for 15 minutes"), partial(recording.pause, QUARTER)),
            (tr("For 1 hour"), partial(recording.pause, HOUR)),
            (tr("Until tomorrow"), recording.pause_until_tomorrow),
        )
        self._pauses = []
        for text, act in pauses:
            made = button(text)
            made.clicked.connect(partial(_call, act))
            self._pauses.append(made)
        self._resume = button(tr("Resume"))
        self._resume.clicked.connect(recording.resume)
        about = tr("While it is paused, nothing reaches the disk. A pause ends by itself.")
        self.setLayout(
            column(self._state, words(about, name="dim", wrap=True), flow(*self._pauses, self._resume), space=6)
        )
        recording.changed.connect(self.refresh)
        recording.stored.connect(self.refresh)
        self.refresh()

    def refresh(self) -> None:
        """Show how recording goes."""
        text, tone = recording_words(self._recording)
        self._state.setText(text)
        name = {"care": "care", "good": "good"}.get(tone, "")
        if self._state.objectName() != name:
            self._state.setObjectName(name)
            self._state.style().polish(self._state)
        for each in self._pauses:
            each.setVisible(self._recording.running)
        self._resume.setVisible(self._recording.paused)


class ForgetLine(QWidget):
    """Takes back the last minutes at once, an application or a word after a question."""

    def __init__(self, recording: Recording) -> None:
        super().__init__()
        self._recording = recording
        about = tr("What is forgotten is gone from the disk at once. What was sent stays in Actionstep.")
        last = []
        for text, millis in ((tr("The last 15 minutes"), QUARTER), (tr("The last hour"), HOUR)):
            made = button(text, hint=tr("Forget: {what}", what=text))
            made.setToolTip("")
            made.clicked.connect(partial(_call, partial(recording.forget_last, millis)))
            last.append(made)
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("An application, or words of a title"))
        self.field.setAccessibleName(tr("What to forget"))
        self.field.setMinimumWidth(scaled(200))
        self.field.setMaximumWidth(scaled(320))
        self.application = button(tr("Forget the application…"))
        self.application.clicked.connect(self._ask_application)
        self.word = button(tr("Forget titles with it…"))
        self.word.clicked.connect(self._ask_word)
        self.field.textChanged.connect(self._allow)
        self._allow()
        self.setLayout(
            column(
                words(tr("Forget what was recorded"), strong=True),
                words(about, name="dim", wrap=True),
                flow(*last),
                flow(self.field, self.application, self.word),
                space=6,
            )
        )
        self.target = self.field
        recording.forgotten.connect(lambda _outcome: self.field.clear())

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter and Escape of the field from closing anything."""
        if event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            return
        super().keyPressEvent(event)

    def _allow(self) -> None:
        for each in (self.application, self.word):
            each.setEnabled(bool(self.field.text().strip()))

    def _ask_application(self) -> None:
        ask_application(self.field.text().strip(), self._recording, self)

    def _ask_word(self) -> None:
        ask_word(self.field.text().strip(), self._recording, self)


class StoredLine(QWidget):
    """Counts and sizes, read when the page is looked at."""

    read = Signal()

    def __init__(self, desk: Desk, tasks: Tasks) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._counts = _Table()
        self._sizes = _Table()
        folder = str(desk.folder)
        self.where = button(tr("Open the folder"), "link", hint=tr("Open the folder {folder}", folder=folder))
        self.where.setProperty("tight", True)  # noqa: FBT003  Qt's own signature
        self.where.clicked.connect(self._open)
        self.setLayout(column(flow(self._counts, self._sizes, space=40, top=True), flow(self.where), space=10))

    def refresh(self, failed: Refused) -> None:
        """Count again."""
        self._tasks.run(lambda: stored(self._desk.store, self._desk.premises), self._show, failed)

    def _open(self) -> None:
        QDesktopServices.openUrl(QUrl.fromLocalFile(str(self._desk.folder)))

    def _show(self, found: Stored) -> None:
        counts, sizes = stored_lines(found, self._desk.clock.zone(), partial(day_and_month, year=True))
        self._counts.fill(counts)
        self._sizes.fill(sizes)
        self.read.emit()


class _Table(QWidget):
    """What, and how much."""

    def __init__(self) -> None:
        super().__init__()
        self._grid = QGridLayout(self)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(scaled(20))
        self._grid.setVerticalSpacing(scaled(6))
        self._told: list[tuple[QLabel, QLabel]] = []

    def fill(self, lines: tuple[Line, ...]) -> None:
        """Show the figures; the labels stay the same."""
        while len(self._told) < len(lines):
            what, many = words("", name="dim"), words("")
            number = len(self._told)
            self._grid.addWidget(what, number, 0)
            self._grid.addWidget(many, number, 1, Qt.AlignmentFlag.AlignRight)
            self._told.append((what, many))
        for (what, many), (text, figure) in zip(self._told, lines, strict=True):
            what.setText(text)
            many.setText(figure)


def _call(act: object, _checked: bool = False) -> None:  # noqa: FBT001, FBT002  a Qt slot
    if callable(act):
        act()
