"""Makes the pages that the settings window always has; others add theirs through ``OtherWindows.add_page``."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import QObject

from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.discretion import Discretion
from wisestep_desktop.shell.recording import Recording
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.views.health_page import HealthPage
from wisestep_desktop.shell.views.learned_page import LearnedPage
from wisestep_desktop.shell.views.settings.about_page import AboutPage
from wisestep_desktop.shell.views.settings.all_page import AllSettingsPage
from wisestep_desktop.shell.views.settings.general_page import GeneralPage
from wisestep_desktop.shell.views.settings.matters_page import MattersPage
from wisestep_desktop.shell.views.settings.page import Find, SettingsPage, housed
from wisestep_desktop.shell.views.settings.privacy_page import PrivacyPage
from wisestep_desktop.shell.views.settings.values import SettingValues
from wisestep_desktop.shell.words import tr

MakePage = Callable[[SettingValues], SettingsPage]
"""Makes a page over the values that all pages share."""


class HealthOnAPage(SettingsPage):
    """The health of every signal, as in the window of its own."""

    def __init__(self, inside: HealthPage) -> None:
        super().__init__("health", tr("Health"))
        self._inside = inside
        housed(self, inside)

    def finds(self) -> tuple[Find, ...]:
        """Return the page itself."""
        return (Find("health", self.title, tr("Health of every signal")),)

    def refresh(self) -> None:
        """Show what is so now."""
        self._inside.refresh()


class SettingsMaker:
    """Makes the pages, and what they share.

    Args:
        changed: hears whenever rows may look or mean otherwise than before.
    """

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        theme: Theme,
        recording: Recording,
        discretion: Discretion,
        changed: Callable[[], None],
    ) -> None:
        self._desk = desk
        self._tasks = tasks
        self._theme = theme
        self._recording = recording
        self._discretion = discretion
        self._changed = changed

    def pages(self, parent: QObject, further: Iterable[MakePage] = ()) -> list[SettingsPage]:
        """Make every page anew, and those that others add, over values that belong to ``parent``."""
        values = SettingValues(self._desk, self._tasks, self._theme, self._discretion, parent)
        values.changed.connect(lambda _name: self._changed())
        desk = self._desk
        health = HealthPage(self._recording, self._theme, desk.clock.zone, desk.version)
        learned = LearnedPage(desk, self._tasks, self._discretion, self._changed, pixels=15)
        privacy = PrivacyPage(desk, self._tasks, values, self._theme, self._recording)
        privacy.keeping.swept.connect(self._changed)
        own: list[SettingsPage] = [
            GeneralPage(desk, self._tasks, values, self._theme),
            privacy,
            MattersPage(learned, values, self._theme),
            HealthOnAPage(health),
            AboutPage(desk, self._tasks, self._changed),
            AllSettingsPage(values, self._theme),
        ]
        return own + [make(values) for make in further]
