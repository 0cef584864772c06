"""What corrections teach, kept and taken back; and what a new phrase would change before it is kept."""

from __future__ import annotations

from collections.abc import Iterable, Sequence
from dataclasses import dataclass, replace

from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.ids import MatterId, TitleId
from wisestep_desktop.core.learning import (
    Feature,
    Lesson,
    Phrase,
    Trait,
    features,
    fresh,
    instructive,
    offer,
    rivalled,
    taught,
)
from wisestep_desktop.core.matching import Match
from wisestep_desktop.core.matter_keys import told
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.name_words import GENERIC
from wisestep_desktop.core.normalise import telling, words
from wisestep_desktop.core.observation import Window, clean
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services.matching import Recogniser

LONGEST_PHRASE = 120
"""Characters of a phrase."""

AHEAD = 0.1
"""By how much more probable a suggestion must be than the next to be the one that is meant by "yes"."""

BACK = 90 * 86_400_000
"""Milliseconds that "what if" looks back."""


@dataclass(frozen=True, slots=True)
class Offer:
    """A phrase that could be one of a matter's names: the same was said three times and nothing else."""

    text: str
    matter: MatterId


@dataclass(frozen=True, slots=True)
class Move:
    """What a phrase would change: a title with open time, what it is tagged with now and then, and how much time.

    Attributes:
        window: whose title it is.
        before: the matter assigned now, if any.
        after: the matter it would be.
        millis: worked or not: the time in it in the last 90 days that no entry claims and no person tagged.
    """

    window: Window
    before: MatterId | None
    after: MatterId | None
    millis: int


def teach(
    books: Books,
    recogniser: Recogniser,
    titles: Iterable[TitleId],
    meant: MatterId | None,
    at: Instant,
    *,
    refused: MatterId | None = None,
) -> Offer | None:
    """Learn that some titles mean a matter, or do not mean one; read them again.

    Args:
        books: of one transaction.
        recogniser: reads the titles again.
        titles: those spoken of.
        meant: the matter they mean, if the person said so.
        at: now.
        refused: the matter they do not mean; without it the one assigned, or all that are likeliest alike.

    Returns:
        A phrase to offer, if the same was said often enough.
    """
    found = books.timeline.titles(titles)
    offered: Offer | None = None
    for title in found.values():
        traits = features(title.window)
        known = books.learning.about(traits)
        doubtful = foremost(title.match) if refused is None else (refused,)
        lessons = _accepted(traits, known, title.window, meant, at) if meant is not None else []
        for said in doubtful:
            if said != meant:
                lessons += _refused(traits, known, title.window, said, at)
        books.learning.put(lessons)
        if meant is not None:
            offered = offered or _offer(books, traits, meant)
    recogniser.read_again(books, found)
    return offered


def foremost(match: Match) -> tuple[MatterId, ...]:
    """Return the matter assigned or suggested first, or all that are suggested first alike: none of them is ahead."""
    if match.assigned is not None:
        return (match.assigned,)
    return tuple(each.matter for each in match.candidates if match.candidates[0].p - each.p < AHEAD)


def _accepted(
    traits: Sequence[Feature], known: Sequence[Lesson], window: Window, meant: MatterId, at: Instant
) -> list[Lesson]:
    """Return lessons that every trait means a matter, and any other less than before."""
    lessons = [
        taught(replace(_of(known, each, meant) or fresh(each, "", meant, at), text=_text(each, window)), at, meant=True)
        for each in instructive(traits)
    ]
    lessons += (rivalled(other, at) for other in known if other.matter != meant and other.accepted > 0)
    return lessons


def _refused(
    traits: Sequence[Feature], known: Sequence[Lesson], window: Window, said: MatterId, at: Instant
) -> list[Lesson]:
    """Return lessons that this very title does not mean a matter, nor what was learned of its other traits."""
    concerned = [(each, _of(known, each, said)) for each in traits]
    return [
        taught(lesson or fresh(each, _text(each, window), said, at), at, meant=False)
        for each, lesson in concerned
        if each.trait is Trait.TITLE or lesson is not None
    ]


def _of(known: Iterable[Lesson], feature: Feature, matter: MatterId) -> Lesson | None:
    wanted = feature.trait, feature.key, matter
    return next((each for each in known if (each.trait, each.key, each.matter) == wanted), None)


def _text(feature: Feature, window: Window) -> str:
    return window.title[feature.start : feature.end] or feature.key


def _offer(books: Books, traits: Sequence[Feature], matter: MatterId) -> Offer | None:
    found = offer(books.learning.about(traits), matter)
    if found is None or books.learning.is_declined(found.key, matter):
        return None
    known = books.matters.matter(matter)
    if known is None or found.key in {" ".join(telling(words(text))) for text in (known.name, *known.phrases)}:
        return None
    return Offer(found.text, matter)


def decline(books: Books, offered: Offer) -> None:
    """Never offer this phrase for this matter again."""
    books.learning.decline(" ".join(telling(words(offered.text))), offered.matter)


def add_phrase(books: Books, text: str, matter: MatterId, at: Instant) -> Phrase:
    """Let some words mean a matter from now on.

    Raises:
        BadInput: as ``checked_phrase`` does.
    """
    phrase = checked_phrase(books, text, matter, at)
    books.learning.put_phrase(phrase)
    return phrase


def checked_phrase(books: Books, text: str, matter: MatterId, at: Instant) -> Phrase:
    """Return words as a phrase that may be kept.

    Raises:
        BadInput: if they are blank, too long, too common to mean anything, or the matter is unknown.
    """
    text = clean(text, LONGEST_PHRASE + 1)  # it is shown and kept: one line, and nothing that hides
    found = telling(words(text))
    if not found or not any(len(word) > 1 for word in found):
        raise BadInput("phrase.blank")
    if len(text) > LONGEST_PHRASE:
        raise BadInput("phrase.too_long", most=LONGEST_PHRASE)
    if all(word in GENERIC or (word.isdigit() and len(word) < 4) for word in found) and len(found) < 3:
        raise BadInput("phrase.too_common", text=text)
    if books.matters.matter(matter) is None:
        raise BadInput("matter.unknown", matter=matter)
    return Phrase(text, matter, at)


def what_if(books: Books, recogniser: Recogniser, text: str, matter: MatterId, now: Instant) -> tuple[Move, ...]:
    """Return which open time of the last 90 days a phrase would move, the longest first. Keeps nothing."""
    wanted, known = told(text), books.matters.matter(matter)
    if not wanted or known is None:
        return ()
    trial = recogniser.trial(_with_phrase(books, text, known))
    open_time = books.timeline.open_time(Span(Instant(max(0, now - BACK)), now))
    titles = books.timeline.titles(open_time)
    moves = []
    for title in titles.values():
        if wanted[0] not in words(title.window.title):
            continue
        after = trial(title.window).assigned
        if after != title.match.assigned:
            moves.append(Move(title.window, title.match.assigned, after, open_time[title.id]))
    return tuple(sorted(moves, key=lambda each: (-each.millis, each.window.title)))


def _with_phrase(books: Books, text: str, known: Matter) -> list[Matter]:
    """Return the matters that another phrase changes: one has it, and whichever had the same words has them no more."""
    key, held = telling(words(text)), books.learning.phrases()
    before = {each.matter for each in held if telling(words(each.text)) == key and each.matter != known.id}
    losing = [each for number in before if (each := books.matters.matter(number)) is not None]
    left = [replace(each, phrases=tuple(p for p in each.phrases if telling(words(p)) != key)) for each in losing]
    return [replace(known, phrases=(*known.phrases, text)), *left]
