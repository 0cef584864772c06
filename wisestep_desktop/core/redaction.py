"""What must not be recorded. Applied before a window is stored, matched or logged."""

from __future__ import annotations

import re
import unicodedata
from dataclasses import dataclass, field, replace
from fnmatch import translate

from wisestep_desktop.core.errors import BadSetting
from wisestep_desktop.core.observation import PRIVATE, Window, clean

_MOST_WILDCARDS = 8
"""Stars in one pattern; more make matching slow without making it clearer."""


@dataclass(frozen=True, slots=True)
class TitlePattern:
    """A pattern for a whole text.

    Attributes:
        core: its longest part without wildcards. Nearly no title has it, and looking for it costs next to nothing.
        whole: the pattern.
    """

    core: str
    whole: re.Pattern[str]


@dataclass(frozen=True, slots=True)
class Exclusions:
    """Windows picked by their application or their title.

    Attributes:
        applications: keys as ``application_key`` makes them.
        titles: patterns for a whole title or document, ``*`` for anything and ``?`` for one character, regardless of
            case; a pattern without either means "contains".
    """

    applications: frozenset[str]
    titles: tuple[TitlePattern, ...]

    def __contains__(self, window: Window) -> bool:
        if application_key(window.application) in self.applications:
            return True
        if not self.titles:
            return False
        texts = [folded(text) for text in (window.title, window.document) if text]
        return any(each.core in text and each.whole.match(text) for text in texts for each in self.titles)


NOBODY = Exclusions(frozenset(), ())
"""Picks no window."""


@dataclass(frozen=True, slots=True)
class Privacy:
    """Everything a person, a firm and the program say about what is kept.

    Attributes:
        excluded: windows of which nothing but the time is kept.
        masked: windows whose title and document are not kept; the application is.
        shipped: excluded too, by the lists that come with the program.
        allowed: exceptions to ``shipped``; never to ``excluded``.
    """

    excluded: Exclusions = field(default=NOBODY)
    masked: Exclusions = field(default=NOBODY)
    shipped: Exclusions = field(default=NOBODY)
    allowed: Exclusions = field(default=NOBODY)

    def hides(self, window: Window) -> bool:
        """Tell whether nothing but the time of a window may be kept."""
        return window in self.excluded or (window in self.shipped and window not in self.allowed)


def exclusions(
    applications: tuple[str, ...], titles: tuple[str, ...], setting: str = "privacy.excluded_titles"
) -> Exclusions:
    """Build exclusions from what a person typed; blank lines mean nothing.

    Raises:
        BadSetting: naming ``setting`` if a pattern has more wildcards than a title can need.
    """
    return Exclusions(
        frozenset(application_key(name) for name in applications if name.strip()),
        tuple(_pattern(text.strip(), setting) for text in titles if text.strip()),
    )


def redact(window: Window, privacy: Privacy) -> Window:
    """Return the window fit for keeping, or ``PRIVATE`` where an exclusion holds."""
    # The exclusions see the whole title: bounding it first could hide the words that make it private.
    whole = Window(clean(window.application), clean(window.title, longest=16_384), window.document)
    if window.private or privacy.hides(whole):
        return PRIVATE
    if whole in privacy.masked:
        return replace(whole, title="", document=None)
    document = clean(window.document) if window.document else None
    return Window(whole.application, clean(whole.title), document or None)


def application_key(name: str) -> str:
    """Return the key under which an application is compared: neither case, nor space around, nor ``.exe`` counts."""
    return name.strip().casefold().removesuffix(".exe")


def folded(text: str) -> str:
    """Return a text for comparing: neither case nor the way a letter is put together nor spaces count."""
    told = unicodedata.normalize("NFKC", unicodedata.normalize("NFKC", text).casefold())
    return " ".join(told.split())


def _pattern(text: str, setting: str) -> TitlePattern:
    if text.count("*") > _MOST_WILDCARDS:
        raise BadSetting(setting, "too_many_wildcards", text)
    wild = text if any(char in text for char in "*?") else f"*{text}*"
    wild = folded(wild)
    whole = re.compile(translate(wild.replace("[", "[[]")))  # only two characters are wild
    return TitlePattern(max(re.split(r"[*?]", wild), key=len), whole)
