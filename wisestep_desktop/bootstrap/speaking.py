"""In which language the program speaks: as set, else as the system prefers."""

from __future__ import annotations

from wisestep_desktop.adapters.system.languages import preferred_languages
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.shell.formats import write_for
from wisestep_desktop.shell.words import language, speak, spoken_here


def speak_as_the_system() -> None:
    """Speak the system's language, before anything is known of the person."""
    _speak("system", "spoken")


def speak_as_set(settings: Settings) -> None:
    """Speak the language that was chosen, and write durations as was chosen."""
    _speak(settings.text("appearance.language"), settings.text("appearance.durations"))


def _speak(choice: str, durations: str) -> None:
    speak(spoken_here(choice, preferred_languages()))
    write_for(language(), durations)
