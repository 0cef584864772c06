"""What can be said of an absence, each by one word and one key. Translatable; no Qt."""

from __future__ import annotations

from dataclasses import dataclass

from wisestep_desktop.core.stated import Occupation
from wisestep_desktop.shell.words import tr


@dataclass(frozen=True, slots=True)
class Answer:
    """One thing that an absence may have been.

    Attributes:
        text: as shown.
        mark: which of its characters is the key that says it.
    """

    occupation: Occupation
    text: str
    mark: int

    @property
    def key(self) -> str:
        """Return the key, in capitals."""
        return self.text[self.mark].upper()


def answers(*, possible: bool = False) -> tuple[Answer, ...]:
    """Return what an absence may have been; quiet reading is counted, or it was a break."""
    if possible:
        return (
            _answer(Occupation.READING, tr("&count it")),
            _answer(Occupation.PRIVATE, tr("&private")),
            _answer(Occupation.BREAK, tr("&leave it out")),
        )
    return (
        _answer(Occupation.HEARING, tr("&hearing")),
        _answer(Occupation.TRAVEL, tr("&travel")),
        _answer(Occupation.CALL, tr("&call")),
        _answer(Occupation.MEETING, tr("&meeting")),
        _answer(Occupation.PRIVATE, tr("&private")),
        _answer(Occupation.BREAK, tr("&lunch")),
    )


def answered(key: str, *, possible: bool) -> Occupation | None:
    """Return what a key says of an absence, None if it says nothing."""
    return next((each.occupation for each in answers(possible=possible) if each.key == key.upper()), None)


def offered(*, possible: bool) -> str:
    """Return what can be said of an absence, for who cannot see the line."""
    told = ", ".join(f"{each.text} ({each.key})" for each in answers(possible=possible))
    return tr("What was it? {answers}", answers=told)


def _answer(occupation: Occupation, text: str) -> Answer:
    """Read the key from the sign before it, as in menus."""
    at = max(0, text.find("&"))
    return Answer(occupation, text.replace("&", "", 1), at)
