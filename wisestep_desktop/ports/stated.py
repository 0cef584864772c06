"""What a person vouches for beside what was captured, and where rows were cut."""

from __future__ import annotations

from collections.abc import Mapping
from typing import Protocol

from wisestep_desktop.core.ids import TitleId
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.core.stated import Stated, Timer


class StatedBook(Protocol):
    """Stated stretches, the timer that runs, and cuts."""

    def stated(self, within: Span) -> tuple[Stated, ...]:
        """Return the stretches that touch ``within``, whole, by start."""
        ...

    def at(self, start: Instant) -> Stated | None:
        """Return the stretch that begins at an instant."""
        ...

    def put(self, stated: Stated) -> None:
        """Keep a stretch, in place of one that began at the same instant.

        Raises:
            BadInput: ``time.stated`` if another stretch covers some of it.
        """
        ...

    def drop(self, start: Instant) -> None:
        """Forget the stretch that begins at an instant; none does no harm."""
        ...

    def timer(self) -> Timer | None:
        """Return the timer that runs."""
        ...

    def put_timer(self, timer: Timer | None) -> None:
        """Keep that a timer runs, in place of another, or that none does."""
        ...

    def cuts(self, within: Span) -> Mapping[TitleId, tuple[Instant, ...]]:
        """Return where the rows of each title are cut inside ``within``, sorted."""
        ...

    def put_cut(self, title: TitleId, at: Instant) -> None:
        """Cut the rows of a title at a whole second; a cut that is there does no harm."""
        ...

    def drop_cut(self, title: TitleId, at: Instant) -> None:
        """Join the rows again."""
        ...
