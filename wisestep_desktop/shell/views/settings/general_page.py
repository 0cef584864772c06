"""How the program starts, looks and reminds, and what it takes for a day's work."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker
from PySide6.QtWidgets import QWidget

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.views.settings.line import EDITORS
from wisestep_desktop.shell.views.settings.page import Find, LinesPage
from wisestep_desktop.shell.views.settings.values import SettingValues
from wisestep_desktop.shell.widgets.parts import column, row, words
from wisestep_desktop.shell.widgets.switch import Switch
from wisestep_desktop.shell.words import tr

_START = "start"


class GeneralPage(LinesPage):
    """Starting, look, the day, reminders."""

    def __init__(self, desk: Desk, tasks: Tasks, values: SettingValues, theme: Theme) -> None:
        super().__init__("general", tr("General"), values, theme)
        self.start = StartLine(desk, tasks, theme)
        card = self.card(tr("Start"), "", self.start)
        self._parts[_START] = Find(_START, self.start.label, self.start.about), self.start
        card.setAccessibleName(tr("Start"))
        self.card(
            tr("Look and language"),
            "",
            "appearance.theme",
            "appearance.language",
            "appearance.text_percent",
            "appearance.durations",
        )
        self.card(
            tr("The day"),
            "",
            "capture.idle_limit_seconds",
            "capture.calls",
            "review.day_start_hour",
            "review.shortest_gap_minutes",
            "review.goal_hours",
        )
        self.card(
            tr("Reminders and messages"), "", "review.remind_after_days", "review.remind_at", "notifications.system"
        )
        self.card(tr("New versions"), "", "updates.check")
        self.settle()

    def refresh(self) -> None:
        """Read the settings, and what the system says of starting."""
        super().refresh()
        self.start.refresh()


class StartLine(QWidget):
    """Whether the program starts when the person signs in: what the system says, which anybody may change there."""

    def __init__(self, desk: Desk, tasks: Tasks, theme: Theme) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._on = False
        self.label = tr("Start with the computer")
        self.about = tr("WiseStep lives in the tray and can only note what it sees. Your system keeps this choice.")
        self.switch = Switch(theme, tr("On"), tr("Off"))
        self.switch.setAccessibleName(self.label)
        self.switch.setEnabled(False)  # until the system was asked
        self.switch.clicked.connect(self._keep)
        self._refusal = words("", name="wrong", wrap=True)
        self._refusal.hide()
        said = column(
            words(self.label, strong=True, wrap=True),
            words(f"{self.about} {tr('Default: {value}.', value=tr('off'))}", name="dim", wrap=True),
            self._refusal,
            1,
            space=3,
        )
        holder = QWidget()
        holder.setLayout(column(self.switch, 1))
        holder.setMinimumWidth(scaled(EDITORS))
        whole = row(said, holder, space=24)
        whole.setStretch(0, 1)
        self.setLayout(whole)
        self.target = self.switch

    def refresh(self) -> None:
        """Ask the system."""
        self._tasks.run(lambda: self._desk.autostart().state(), self._show, self._refused)

    def _show(self, on: bool) -> None:  # noqa: FBT001  a task's result
        self._on = on
        self._refusal.hide()
        with QSignalBlocker(self.switch):
            self.switch.setChecked(on)
        self.switch.setEnabled(True)

    def _keep(self, wanted: bool) -> None:  # noqa: FBT001  a Qt slot
        desk = self._desk

        def keep() -> bool:
            system = desk.autostart()
            if wanted:
                system.enable(desk.own_command("run", "--hidden"))
            else:
                system.disable()
            return system.state()

        self._tasks.run(keep, self._show, self._refused)

    def _refused(self, error: WiseStepError) -> None:
        self.switch.setChecked(self._on)
        self._refusal.setText(explain(error))
        self._refusal.show()
