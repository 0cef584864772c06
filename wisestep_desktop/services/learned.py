"""What was learned, looked at as a whole: named with its matter, taken back, handed out."""

from __future__ import annotations

from collections.abc import Iterable, Mapping, Sequence
from collections.abc import Set as AbstractSet
from dataclasses import dataclass

from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.ids import MatterId, TitleId
from wisestep_desktop.core.learning import Lesson, Phrase, Trait, features
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.ports.store import Books
from wisestep_desktop.ports.timeline import Title
from wisestep_desktop.services.learning import BACK, add_phrase
from wisestep_desktop.services.matching import Recogniser


@dataclass(frozen=True, slots=True)
class Everything:
    """All that was learned.

    Attributes:
        phrases: what the person calls matters, by text.
        lessons: what corrections taught, newest first.
        matters: those named, as far as they are known.
    """

    phrases: tuple[Phrase, ...]
    lessons: tuple[Lesson, ...]
    matters: Mapping[MatterId, Matter]


def everything(books: Books) -> Everything:
    """Return all that was learned."""
    phrases, lessons = books.learning.phrases(), books.learning.lessons()
    wanted = {each.matter for each in phrases} | {each.matter for each in lessons}
    known = {number: books.matters.matter(number) for number in wanted}
    return Everything(phrases, lessons, {number: each for number, each in known.items() if each is not None})


def spread(books: Books, recogniser: Recogniser, taught: Iterable[TitleId], among: Iterable[TitleId]) -> None:
    """Read those titles again that share a trait with some that were just corrected: what was learned shows at once."""
    titles = books.timeline.titles({*taught})
    said = {(each.trait, each.key) for title in titles.values() for each in features(title.window)}
    others = books.timeline.titles({*among} - titles.keys())
    recogniser.read_again(books, _concerned(others.values(), said))


def _concerned(titles: Iterable[Title], said: AbstractSet[tuple[Trait, str]]) -> list[TitleId]:
    return [title.id for title in titles if any((each.trait, each.key) in said for each in features(title.window))]


def forget_lessons(books: Books, recogniser: Recogniser, lessons: Sequence[Lesson], now: Instant) -> int:
    """Forget some lessons, and read the open titles again that they spoke of; return how many titles."""
    for lesson in lessons:
        books.learning.drop(lesson)
    said = {(lesson.trait, lesson.key) for lesson in lessons}
    open_time = books.timeline.open_time(Span(Instant(max(0, now - BACK)), now))
    titles = books.timeline.titles(open_time)
    concerned = _concerned(titles.values(), said)
    recogniser.read_again(books, concerned)
    return len(concerned)


def forget_all_lessons(books: Books, recogniser: Recogniser, now: Instant) -> int:
    """Forget every lesson; phrases stay. Return how many lessons there were."""
    lessons = books.learning.lessons()
    forget_lessons(books, recogniser, lessons, now)
    return len(lessons)


def change_phrase(books: Books, before: str, text: str, matter: MatterId, at: Instant) -> Phrase:
    """Put a phrase in the place of another.

    Raises:
        BadInput: if the new one cannot be used; then the old one stays.
    """
    made = add_phrase(books, text, matter, at)
    if made.text != before:
        books.learning.drop_phrase(before)
        books.learning.put_phrase(made)  # written a little differently, the two are one phrase
    return made


def drop_phrase(books: Books, text: str) -> None:
    """Forget a phrase.

    Raises:
        BadInput: if there is none with these words.
    """
    before = len(books.learning.phrases())
    books.learning.drop_phrase(text)
    if len(books.learning.phrases()) == before:
        raise BadInput("phrase.unknown", text=text)
