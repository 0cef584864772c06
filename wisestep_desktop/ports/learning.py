"""What corrections taught, as it is kept."""

from __future__ import annotations

from collections.abc import Iterable
from typing import Protocol

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.learning import Feature, Lesson, Phrase


class LearningBook(Protocol):
    """Lessons and phrases. It holds what titles said, so what is forgotten there is forgotten here."""

    def lessons(self) -> tuple[Lesson, ...]:
        """Return everything learned, newest first."""
        ...

    def about(self, features: Iterable[Feature]) -> tuple[Lesson, ...]:
        """Return what was learned about some features."""
        ...

    def put(self, lessons: Iterable[Lesson]) -> None:
        """Keep lessons, each in place of what was known of its feature and matter."""
        ...

    def drop(self, lesson: Lesson) -> None:
        """Forget a lesson; one that is not there does no harm."""
        ...

    def phrases(self) -> tuple[Phrase, ...]:
        """Return what the person calls matters, by text."""
        ...

    def put_phrase(self, phrase: Phrase) -> None:
        """Keep a phrase; the same words mean one matter, the newest."""
        ...

    def drop_phrase(self, text: str) -> None:
        """Forget a phrase; one that is not there does no harm."""
        ...

    def decline(self, key: str, matter: MatterId) -> None:
        """Keep that a phrase is not to be offered for a matter again."""
        ...

    def is_declined(self, key: str, matter: MatterId) -> bool:
        """Tell whether it was declined."""
        ...

    def version(self) -> int:
        """Return a number that grows whenever a lesson changes; a phrase changes the matters' one."""
        ...

    def forget(self) -> None:
        """Forget everything: another organisation's matters have other numbers."""
        ...
