"""What a person's corrections teach: which folder, which part of a title, which very title goes with which matter.

Pure counting. A correction suggests at once and is never forgotten by accident; only the same title, twice confirmed,
or a phrase that the person agreed to assigns a matter by itself. Everything learned can be read, changed and deleted.
"""

from __future__ import annotations

import re
from collections.abc import Iterable, Iterator, Mapping, Sequence
from dataclasses import dataclass, replace
from enum import StrEnum

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.name_words import GENERIC
from wisestep_desktop.core.normalise import telling, words
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.core.titles import plain

HALF_LIFE = 90 * 86_400_000
"""Milliseconds after which what was learned counts half, once something newer is learned about it."""

CONSISTENT = 3
"""Times the same was said, and nothing else, before a phrase is offered as one of the matter's names."""


class Trait(StrEnum):
    """What of a window a lesson is about."""

    TITLE = "title"
    FOLDER = "folder"
    PART = "part"


@dataclass(frozen=True, slots=True)
class Feature:
    """A trait of one window.

    Attributes:
        trait: which.
        key: folded, for comparing.
        start: offset in the raw title where it stands.
        end: offset just after; equal to ``start`` for what the title does not show.
    """

    trait: Trait
    key: str
    start: int = 0
    end: int = 0


@dataclass(frozen=True, slots=True)
class Lesson:
    """What was said about one feature and one matter.

    Attributes:
        trait: which.
        key: of the feature.
        text: as it stood in the title when it was last said; for people.
        matter: the matter.
        accepted: how often it was meant, older times counting less.
        refused: how often it was not, likewise.
        at: when something was last said.
    """

    trait: Trait
    key: str
    text: str
    matter: MatterId
    accepted: float
    refused: float
    at: Instant

    @property
    def is_refused(self) -> bool:
        """Tell whether it was last said that the matter is not meant."""
        return self.refused > self.accepted


@dataclass(frozen=True, slots=True)
class Phrase:
    """Words that, by the person's own word, mean a matter."""

    text: str
    matter: MatterId
    at: Instant


@dataclass(frozen=True, slots=True)
class Learned:
    """What lessons say of one window for one matter.

    Attributes:
        matter: the matter.
        weight: log-odds, negative where it was refused.
        never: whether the person said that this very title does not mean it.
        start: offset of what it was learned from; equal to ``end`` for what the title does not show.
        end: offset just after.
        at: when it was last said.
    """

    matter: MatterId
    weight: float
    never: bool
    start: int
    end: int
    at: Instant


_PARTS = re.compile(r"\s+[-\u2013\u2014|\u00b7>]\s+|[\\/]+|:\s+")
_FOLDER = re.compile(r"^(.*)[\\/][^\\/]+$")


def features(window: Window) -> tuple[Feature, ...]:
    """Return what can be learned from a window: its title, its document's folder, and each telling part of its title.

    What only names the program teaches nothing: three documents of one matter do not make "Word" its name.
    """
    if window.private or not window.title:
        return ()
    found = [Feature(Trait.TITLE, plain(window), 0, len(window.title))]
    if window.document and (folder := _FOLDER.match(window.document)):
        found.append(Feature(Trait.FOLDER, folder[1].casefold()))
    kept, program = {*words(plain(window))}, " ".join(telling(words(window.application)))  # it says of which program
    parts = {
        part.key: part for part in _parts(window.title) if kept.issuperset(part.key.split()) and part.key != program
    }
    return (*found, *parts.values())


def instructive(found: Sequence[Feature]) -> tuple[Feature, ...]:
    """Return the features by which a yes is remembered: a title of which no part tells anything is everybody's.

    "Inbox - Outlook" may be refused for a matter, but saying once that it was one must not give it the next day's.
    """
    tells = any(each.trait is Trait.PART for each in found)
    return tuple(each for each in found if tells or each.trait is not Trait.TITLE)


def _parts(title: str) -> Iterator[Feature]:
    edges = [0, *(place for gap in _PARTS.finditer(title) for place in gap.span()), len(title)]
    for start, end in zip(edges[::2], edges[1::2], strict=True):
        told = telling(words(title[start:end]))
        if any(_tells(word) for word in told) and len(told) <= 12:
            yield Feature(Trait.PART, " ".join(told), start, end)


def _tells(word: str) -> bool:
    return word not in GENERIC and (len(word) > 3 or not word.isascii()) and not word.isdigit()


def fresh(feature: Feature, text: str, matter: MatterId, at: Instant) -> Lesson:
    """Return a lesson that says nothing yet."""
    return Lesson(feature.trait, feature.key, text, matter, 0.0, 0.0, at)


def taught(known: Lesson, at: Instant, *, meant: bool) -> Lesson:
    """Return a lesson after one more word about it; what was said before counts less the longer ago it was."""
    faded = 0.5 ** (max(0, at - known.at) / HALF_LIFE)
    accepted, refused = (known.accepted * faded + 1, 0.0) if meant else (0.0, known.refused * faded + 1)
    return replace(known, accepted=accepted, refused=refused, at=max(at, known.at))


def rivalled(known: Lesson, at: Instant) -> Lesson:
    """Return a lesson after the same feature meant another matter.

    A title means one matter, so the one before was wrong. A part or a folder may be shared: what it taught counts half.
    """
    if known.trait is Trait.TITLE:
        return taught(known, at, meant=False)
    return replace(known, accepted=known.accepted / 2)


def recall(found: Iterable[Feature], lessons: Mapping[tuple[Trait, str], tuple[Lesson, ...]]) -> tuple[Learned, ...]:
    """Return what lessons say of a window's features."""
    return tuple(
        Learned(
            lesson.matter,
            _weight(lesson),
            feature.trait is Trait.TITLE and lesson.is_refused,
            feature.start,
            feature.end,
            lesson.at,
        )
        for feature in found
        for lesson in lessons.get((feature.trait, feature.key), ())
    )


def _weight(lesson: Lesson) -> float:
    if lesson.is_refused:
        return -4.0
    more = max(0.0, lesson.accepted - 1.0)
    match lesson.trait:
        case Trait.TITLE:
            return min(6.0, 4.0 + 1.5 * more)
        case Trait.FOLDER:
            return min(4.4, 2.6 + 0.7 * more)
        case Trait.PART:
            return min(4.0, 1.5 + 1.0 * more)


def offer(lessons: Iterable[Lesson], matter: MatterId) -> Lesson | None:
    """Return the part of a title that was said often enough, of this matter only, to be offered as its name.

    Args:
        lessons: all that is known of the features of the window just corrected.
        matter: what it was corrected to.
    """
    by_key: dict[str, list[Lesson]] = {}
    for lesson in lessons:
        if lesson.trait is Trait.PART:
            by_key.setdefault(lesson.key, []).append(lesson)
    sure = [
        mine[0]
        for about in by_key.values()
        if (mine := [each for each in about if each.matter == matter and each.accepted > CONSISTENT - 0.5])
        and not any(each.matter != matter and each.accepted > 0.25 for each in about)
    ]
    return min(sure, key=lambda each: (len(each.key), each.key)) if sure else None
