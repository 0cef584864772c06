"""What must not be recorded. Applied before a window is stored, matched or logged."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass
from fnmatch import translate

from wisestep_desktop.core.errors import BadSetting
from wisestep_desktop.core.observation import PRIVATE, Window, clean

_MOST_WILDCARDS = 8
"""Stars in one pattern; more make matching slow without making it clearer."""


@dataclass(frozen=True, slots=True)
class Exclusions:
    """Windows whose existence is all that is kept.

    Attributes:
        applications: names as the timeline shows them, compared without regard to case and ``.exe``.
        titles: patterns for a whole title, ``*`` for anything and ``?`` for one character, regardless of case;
            a pattern without either means "contains".
    """

    applications: frozenset[str]
    titles: tuple[re.Pattern[str], ...]

    def __contains__(self, window: Window) -> bool:
        if _application_key(window.application) in self.applications:
            return True
        title = _fold(window.title)
        return any(pattern.match(title) for pattern in self.titles)


def exclusions(applications: tuple[str, ...], titles: tuple[str, ...]) -> Exclusions:
    """Build the exclusions from what a person typed; blank lines mean nothing.

    Raises:
        BadSetting: ``privacy.excluded_titles`` if a pattern has more wildcards than a title can need.
    """
    return Exclusions(
        frozenset(_application_key(name) for name in applications if name.strip()),
        tuple(_pattern(text.strip()) for text in titles if text.strip()),
    )


def redact(window: Window, excluded: Exclusions) -> Window:
    """Return the window fit for keeping, or ``PRIVATE`` where an exclusion holds."""
    # The exclusions see the whole title: bounding it first could hide the words that make it private.
    whole = Window(clean(window.application), clean(window.title, longest=16_384), window.document)
    if window.private or whole in excluded:
        return PRIVATE
    document = clean(window.document) if window.document else None
    return Window(whole.application, clean(whole.title), document or None)


def _application_key(name: str) -> str:
    return name.strip().casefold().removesuffix(".exe")


def _pattern(text: str) -> re.Pattern[str]:
    if text.count("*") > _MOST_WILDCARDS:
        raise BadSetting("privacy.excluded_titles", "too_many_wildcards", text)
    wild = text if any(char in text for char in "*?") else f"*{text}*"
    return re.compile(translate(_fold(wild).replace("[", "[[]")))  # only two characters are wild


def _fold(text: str) -> str:
    """Return a text for comparing: neither case nor the way a letter is put together nor spaces count."""
    folded = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(folded.split())
