"""The windows besides the main one, each made, and its modules loaded, when first asked for; one of each at most."""

from __future__ import annotations

from collections.abc import Callable
from typing import TYPE_CHECKING

from PySide6.QtCore import QObject, Signal
from PySide6.QtWidgets import QWidget

from wisestep_desktop.shell.connection import ActionstepDesk
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.discretion import Discretion
from wisestep_desktop.shell.recording import Recording
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.views.bell import Bell

if TYPE_CHECKING:
    from wisestep_desktop.shell.views.settings.connections_page import ConnectionsPage
    from wisestep_desktop.shell.views.settings.pages import MakePage
    from wisestep_desktop.shell.views.settings.values import SettingValues


class OtherWindows(QObject):
    """Opens them over the main window."""

    day_asked = Signal(object)
    changed = Signal()
    """Something was changed that the day shows."""

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        theme: Theme,
        recording: Recording,
        discretion: Discretion,
        parent: QWidget,
    ) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._theme = theme
        self._recording = recording
        self._discretion = discretion
        self._parent = parent
        self._open: dict[str, QWidget] = {}
        self._further: list[MakePage] = []

    def add_page(self, make: MakePage) -> None:
        """Add a page to the settings; to be called before they are first opened."""
        self._further.append(make)

    def add_connections(self, actionstep: ActionstepDesk) -> None:
        """Add the page of connections to the settings."""

        def make(values: SettingValues) -> ConnectionsPage:
            from wisestep_desktop.shell.views.settings.connections_page import ConnectionsPage  # noqa: PLC0415  see above

            return ConnectionsPage(self._desk, self._tasks, actionstep, self._discretion, values)

        self.add_page(make)

    def listen(self, bell: Bell) -> None:
        """Open what the bell asks for."""
        bell.radar_asked.connect(self.radar)
        bell.setting_asked.connect(self.settings)
        bell.crash_asked.connect(self.crash)

    def crash(self) -> None:
        """Open the report of an unexpected end, as it is now."""
        self._show("crash", self._make_crash)

    def settings(self, wanted: str = "") -> None:
        """Open the settings, at a page by its key, or at a setting by its name."""
        from wisestep_desktop.shell.views.settings.window import SettingsWindow  # noqa: PLC0415  see above

        self._show("settings", self._make_settings)
        window = self._open["settings"]
        if wanted and isinstance(window, SettingsWindow):
            window.open_at(wanted)

    def health(self) -> None:
        """Open the health of every signal."""
        self._show("health", self._make_health)

    def learned(self) -> None:
        """Open the list of what was learned."""
        self._show("learned", self._make_learned)

    def report(self) -> None:
        """Open the reports."""
        self._show("report", self._make_report)

    def radar(self) -> None:
        """Open the list of what is not sent."""
        self._show("radar", self._make_radar)

    def keys(self) -> None:
        """Open the sheet of keys."""
        self._show("keys", self._make_keys)

    def window(self, name: str) -> QWidget | None:
        """Return a window that was opened before."""
        return self._open.get(name)

    def _show(self, name: str, make: Callable[[], QWidget]) -> None:
        if name not in self._open:
            self._open[name] = make()
        window = self._open[name]
        window.show()
        window.raise_()
        window.activateWindow()

    def _make_health(self) -> QWidget:
        from wisestep_desktop.shell.views.health_page import HealthPage, HealthWindow  # noqa: PLC0415  see above

        page = HealthPage(self._recording, self._theme, self._desk.clock.zone, self._desk.version)
        return HealthWindow(page, self._parent)

    def _make_learned(self) -> QWidget:
        from wisestep_desktop.shell.views.learned_page import LearnedPage, LearnedWindow  # noqa: PLC0415  see above

        page = LearnedPage(self._desk, self._tasks, self._discretion, self.changed.emit)
        return LearnedWindow(page, self._parent)

    def _make_settings(self) -> QWidget:
        from wisestep_desktop.shell.views.settings.pages import SettingsMaker  # noqa: PLC0415  see above
        from wisestep_desktop.shell.views.settings.window import SettingsWindow  # noqa: PLC0415  see above

        maker = SettingsMaker(
            self._desk, self._tasks, self._theme, self._recording, self._discretion, self.changed.emit
        )
        return SettingsWindow(maker.pages(self, self._further), self._parent)

    def _make_keys(self) -> QWidget:
        from wisestep_desktop.shell.views.shortcuts import ShortcutSheet  # noqa: PLC0415  see above

        return ShortcutSheet(self._parent)

    def _make_crash(self) -> QWidget:
        from wisestep_desktop.shell.views.crash_window import CrashWindow  # noqa: PLC0415  see above

        window = CrashWindow(self._desk, self._tasks, self._parent)
        window.settled.connect(self.changed)
        return window

    def _make_report(self) -> QWidget:
        from wisestep_desktop.shell.views.report_page import ReportWindow  # noqa: PLC0415  see above

        return ReportWindow(self._desk, self._tasks, self._theme, self._parent, self._discretion)

    def _make_radar(self) -> QWidget:
        from wisestep_desktop.shell.views.radar_page import RadarWindow  # noqa: PLC0415  see above

        window = RadarWindow(self._desk, self._tasks, self._discretion, self._parent)
        window.day_asked.connect(self.day_asked)
        return window
