"""Recognises matters in titles against the cache, once per title, and again when the cache changes."""

from __future__ import annotations

import threading

from wisestep_desktop.core.matching import VERSION, Match, Matcher
from wisestep_desktop.core.settings import Settings
from wisestep_desktop.ports.store import Books, Store
from wisestep_desktop.ports.timeline import Title

_BATCH = 500


class Recogniser:
    """Holds the matcher in force. Safe from any thread; the matcher is swapped whole."""

    def __init__(self) -> None:
        self._matcher = Matcher(())
        self._version = ""
        self._swap = threading.Lock()

    @property
    def version(self) -> str:
        """Return the name of matcher and cache in force."""
        return self._version

    def match(self, title: str) -> Match:
        """Return what a title says now."""
        return self._matcher.match(title)

    def says_the_same(self, one: str, other: str) -> bool:
        """Tell whether two titles name the same matters, so that they may be kept as one."""
        if one == other:
            return True
        mine, theirs = self.match(one), self.match(other)
        ours = {candidate.matter for candidate in mine.candidates}
        return mine.assigned == theirs.assigned and ours == {candidate.matter for candidate in theirs.candidates}

    def refresh(self, books: Books) -> bool:
        """Build the matcher anew if the cache or the settings changed; tell whether they did."""
        closed_too, version = _in_force(books)
        with self._swap:
            if version == self._version:
                return False
            self._matcher = Matcher(
                matter for matter in books.matters.matters() if matter.offered(closed_too=closed_too)
            )
            self._version = version
        return True

    def settle(self, books: Books, title: Title) -> None:
        """Keep what the present matcher says of a title, unless it is kept already."""
        if title.matched != self._version:
            books.timeline.save_matches([(title.id, self.match(title.window.title))], self._version)

    def rematch(self, store: Store) -> int:
        """Match every title again that another matcher matched; return how many. Waits for the store."""
        done = 0
        while batch := store.write(self._rematch_some).result():
            done += batch
        return done

    def _rematch_some(self, books: Books) -> int:
        _, version = _in_force(books)
        titles = books.timeline.unmatched(version, _BATCH)
        if not titles:
            return 0  # and the matcher, which costs more than all the rest, is not even built
        self.refresh(books)
        books.timeline.save_matches(((title.id, self.match(title.window.title)) for title in titles), self._version)
        return len(titles)


def _in_force(books: Books) -> tuple[bool, str]:
    """Return whether closed matters count, and the name of the matcher and cache that belong together now."""
    closed_too = Settings(books.settings.all()).flag("SHOW_CLOSED_CASES")
    return closed_too, f"{VERSION}.{books.matters.version()}.{int(closed_too)}"
