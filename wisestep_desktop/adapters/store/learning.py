"""What corrections taught, in SQL."""

from __future__ import annotations

from collections.abc import Iterable

from wisestep_desktop.adapters.store.connection import Connection
from wisestep_desktop.adapters.store.matters import touch
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.learning import Feature, Lesson, Phrase, Trait
from wisestep_desktop.core.normalise import telling, words
from wisestep_desktop.core.spans import Instant

_LESSON = "SELECT trait, key, text, matter, accepted, refused, at FROM lesson"


class SqlLearning:
    """Implements ``ports.learning.LearningBook``."""

    def __init__(self, connection: Connection) -> None:
        self._db = connection

    def lessons(self) -> tuple[Lesson, ...]:
        """Return everything learned, newest first."""
        return tuple(_lesson(row) for row in self._db.execute(f"{_LESSON} ORDER BY at DESC, trait, key, matter"))

    def about(self, features: Iterable[Feature]) -> tuple[Lesson, ...]:
        """Return what was learned about some features."""
        rows = (
            row
            for each in features
            for row in self._db.execute(f"{_LESSON} WHERE trait = ? AND key = ?", (each.trait, each.key))
        )
        return tuple(_lesson(row) for row in rows)

    def put(self, lessons: Iterable[Lesson]) -> None:
        """Keep lessons, each in place of what was known of its feature and matter."""
        self._db.executemany(
            "INSERT OR REPLACE INTO lesson (trait, key, text, matter, accepted, refused, at)"
            " VALUES (?, ?, ?, ?, ?, ?, ?)",
            [(each.trait, each.key, each.text, each.matter, each.accepted, each.refused, each.at) for each in lessons],
        )
        grow(self._db)

    def drop(self, lesson: Lesson) -> None:
        """Forget a lesson."""
        self._db.execute(
            "DELETE FROM lesson WHERE trait = ? AND key = ? AND matter = ?", (lesson.trait, lesson.key, lesson.matter)
        )
        grow(self._db)

    def phrases(self) -> tuple[Phrase, ...]:
        """Return what the person calls matters, by text."""
        rows = self._db.execute("SELECT text, matter, at FROM phrase ORDER BY text COLLATE NOCASE, key")
        return tuple(Phrase(text, MatterId(matter), Instant(at)) for text, matter, at in rows)

    def put_phrase(self, phrase: Phrase) -> None:
        """Keep a phrase; the same words mean one matter, the newest."""
        self._db.execute(
            "INSERT OR REPLACE INTO phrase (key, text, matter, at) VALUES (?, ?, ?, ?)",
            (_key(phrase.text), phrase.text, phrase.matter, phrase.at),
        )
        touch(self._db)

    def drop_phrase(self, text: str) -> None:
        """Forget a phrase."""
        if self._db.execute("DELETE FROM phrase WHERE key = ?", (_key(text),)).rowcount:
            touch(self._db)

    def decline(self, key: str, matter: MatterId) -> None:
        """Keep that a phrase is not to be offered for a matter again."""
        self._db.execute("INSERT OR IGNORE INTO declined VALUES (?, ?)", (key, matter))

    def is_declined(self, key: str, matter: MatterId) -> bool:
        """Tell whether it was declined."""
        found = self._db.execute("SELECT 1 FROM declined WHERE key = ? AND matter = ?", (key, matter))
        return found.fetchone() is not None

    def version(self) -> int:
        """Return the number of changes."""
        row = self._db.execute("SELECT value FROM fact WHERE name = 'learning.version'").fetchone()
        return int(row[0]) if row else 0

    def forget(self) -> None:
        """Forget everything."""
        for table in ("lesson", "phrase", "declined"):
            self._db.execute(f"DELETE FROM {table}")  # noqa: S608  our own literals
        grow(self._db)
        touch(self._db)


def grow(connection: Connection) -> None:
    """Note that lessons changed."""
    connection.execute(
        "INSERT INTO fact VALUES ('learning.version', '1') ON CONFLICT DO UPDATE SET value = CAST(value AS INTEGER) + 1"
    )


def _key(text: str) -> str:
    return " ".join(telling(words(text)))


def _lesson(row: tuple[str, str, str, int, float, float, int]) -> Lesson:
    trait, key, text, matter, accepted, refused, at = row
    return Lesson(Trait(trait), key, text, MatterId(matter), accepted, refused, Instant(at))
