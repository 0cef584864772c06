"""All settings as they stand, read together; what a person changes goes through here, and is heard by every line."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import replace

from PySide6.QtCore import QObject, Signal

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.core.layers import Source
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import preferences
from wisestep_desktop.services.preferences import Preference
from wisestep_desktop.shell import formats
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.discretion import Discretion
from wisestep_desktop.shell.setting_words import source_word
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.words import tr

_TONES = {Source.DEFAULT: "", Source.MINE: "mine", Source.TEAM: "locked", Source.POLICY: "locked"}

Refused = Callable[[WiseStepError], None]


class SettingValues(QObject):
    """Reads and changes settings off the Qt thread.

    Signals: ``read`` whenever everything was read again; ``changed`` with the name of what a person changed here, after
    it took effect where it can.
    """

    read = Signal()
    changed = Signal(str)

    def __init__(self, desk: Desk, tasks: Tasks, theme: Theme, discretion: Discretion, parent: QObject) -> None:
        super().__init__(parent)
        self._desk = desk
        self._tasks = tasks
        self._theme = theme
        self._discretion = discretion
        self._standing: dict[str, Preference] = {}

    def standing(self, name: str) -> Preference | None:
        """Return a setting as it stood when it was last read; None before that."""
        return self._standing.get(name)

    def refresh(self, failed: Refused | None = None) -> None:
        """Read everything again; ``failed`` hears why that could not be."""
        self._tasks.run(
            lambda: self._desk.store.read(preferences.preferences), self._take, failed or (lambda _error: None)
        )

    def change(self, name: str, text: str, refused: Refused) -> None:
        """Set a setting of the person's; ``refused`` hears why it stays as it was."""

        def write(books: Books) -> tuple[Preference, ...]:
            preferences.change(books, name, text)
            return preferences.preferences(books)

        def done(standing: tuple[Preference, ...]) -> None:
            self._take(standing)
            self._apply(name)
            self.changed.emit(name)

        self._tasks.run(lambda: self._desk.store.write(write).result(), done, refused)

    def take_back(self, name: str, refused: Refused) -> None:
        """Take back what a person decided of a setting."""
        self.change(name, "", refused)

    def said_of(self, standing: Preference) -> tuple[str, str]:
        """Return who decided a setting, in words, and the tone of the chip that says so."""
        return source_word(standing.source), _TONES[standing.source]

    def back_words(self) -> str:
        """Return what it is called to take back what was decided."""
        return tr("Back to the default")

    def _take(self, standing: tuple[Preference, ...]) -> None:
        self._standing = {each.name: each for each in standing}
        self.read.emit()

    def _apply(self, name: str) -> None:
        """Let what can take effect at once do so; the rest is read where it is used, or at the next start."""
        value = self._standing[name].value
        match name:
            case "appearance.theme":
                self._theme.choose(str(value))
            case "appearance.durations":
                formats.write_as(replace(formats.formats(), durations=str(value)))
            case "privacy.hide_names_in_calls":
                self._discretion.hide_in_calls(bool(value))
            case "review.day_start_hour":
                self._desk.days_begin(int(str(value)))
            case _:
                pass
