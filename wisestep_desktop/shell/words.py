"""Translation for everything people read, in windows and on the command line. Knows no sentence itself, and no Qt.

Catalogues are made by ``scripts/translations`` from what translators edit (docs/adr/0019).
"""

from __future__ import annotations

import gettext
from pathlib import Path

from wisestep_desktop.shell.pseudo import Pseudo

ENGLISH = "en"
PSEUDO = "pseudo"
"""Every text accented and longer, to find what was never translated or has no room."""


def resources() -> Path:
    """Return the folder of icons, translations and texts, in a source tree, a wheel or a frozen program."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "_resources"
    return inside if inside.is_dir() else package.parent / "resources"


class _Voice:
    """The language in force; one per process. English is what stands in the code and needs no catalogue."""

    language = ENGLISH
    catalogue = gettext.NullTranslations()


def speak(language: str) -> None:
    """Say everything in this language from here on; one without a catalogue is said in English."""
    if language == PSEUDO:
        catalogue: gettext.NullTranslations = Pseudo()
    else:
        catalogue = gettext.translation("wisestep", resources() / "translations", [language], fallback=True)
    _Voice.language, _Voice.catalogue = language, catalogue


def language() -> str:
    """Return the language in force, such as ``de``."""
    return _Voice.language


def languages() -> tuple[str, ...]:
    """Return the languages that there are, English first."""
    there = (folder.parent.parent.name for folder in (resources() / "translations").glob("*/LC_MESSAGES/wisestep.mo"))
    return (ENGLISH, *sorted(there))


def spoken_here(choice: str, preferred: tuple[str, ...]) -> str:
    """Return the language for a choice: itself, or for ``system`` the first preferred one that there is.

    Args:
        choice: as ``appearance.language`` says.
        preferred: the system's languages, best first, as ``de_AT`` or ``de-AT``.
    """
    if choice != "system":
        return choice
    known = languages()
    asked = (each.replace("-", "_").partition("_")[0].casefold() for each in preferred)
    return next((each for each in asked if each in known), ENGLISH)


def tr(text: str, /, **params: object) -> str:
    """Return ``text`` in the person's language with ``{names}`` filled in.

    The text is looked up before it is filled in, so it must be a literal, never an f-string.
    """
    translated = _Voice.catalogue.gettext(text) if text else ""  # to gettext, nothing means the catalogue's head
    return translated.format(**params) if params else translated


def trn(one: str, many: str, /, count: int, **params: object) -> str:
    """Return the form for ``count``, with ``{count}`` and other names filled in."""
    return _Voice.catalogue.ngettext(one, many, count).format(count=count, **params)


def N_(text: str) -> str:
    """Mark a text for the translators."""
    return text
