"""Translation for everything people read, in windows and on the command line. Knows no sentence itself, and no Qt."""

from __future__ import annotations

import gettext
from functools import cache
from pathlib import Path


def resources() -> Path:
    """Return the folder of icons, translations and texts, in a source tree, a wheel or a frozen program."""
    package = Path(__file__).resolve().parent.parent
    inside = package / "_resources"
    return inside if inside.is_dir() else package.parent / "resources"


@cache
def _catalogue() -> gettext.NullTranslations:
    return gettext.translation("wisestep", resources() / "translations", fallback=True)


def tr(text: str, /, **params: object) -> str:
    """Return ``text`` in the person's language with ``{names}`` filled in.

    The text is looked up before it is filled in, so it must be a literal, never an f-string.
    """
    translated = _catalogue().gettext(text)
    return translated.format(**params) if params else translated


def trn(one: str, many: str, /, count: int, **params: object) -> str:
    """Return the form for ``count``, with ``{count}`` and other names filled in."""
    return _catalogue().ngettext(one, many, count).format(count=count, **params)


def N_(text: str) -> str:
    """Mark a text for the translators."""
    return text
