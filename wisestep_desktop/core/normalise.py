"""Titles and names as sequences of comparable tokens that remember where they stood in the raw text."""

from __future__ import annotations

import unicodedata
from dataclasses import dataclass


@dataclass(frozen=True, slots=True)
class Token:
    """A run of letters and digits.

    Attributes:
        text: folded (NFKC, case), for comparing only.
        start: offset in the raw text of its first character.
        end: offset just after its last one.
    """

    text: str
    start: int
    end: int


_APOSTROPHES = frozenset("'\u2019\u2018\u02bc`")


def tokens(raw: str) -> tuple[Token, ...]:
    """Return the tokens of ``raw`` in order. Apostrophes inside a word do not split it; everything else does.

    Letters and digits that touch stay together ("v10482" is one token), so that a number inside a longer word is
    never mistaken for an id.
    """
    found: list[Token] = []
    text: list[str] = []
    start = end = 0
    for offset, char in enumerate(raw):
        folded = "".join(part for part in unicodedata.normalize("NFKC", char).casefold() if part.isalnum())
        if folded:
            if not text:
                start = offset
            text.append(folded)
            end = offset + 1
        elif text and not (char in _APOSTROPHES or unicodedata.combining(char)):
            found.append(Token("".join(text), start, end))
            text = []
    if text:
        found.append(Token("".join(text), start, end))
    return tuple(found)


def words(raw: str) -> tuple[str, ...]:
    """Return the folded tokens alone: the key under which a name or reference is looked up."""
    return tuple(token.text for token in tokens(raw))
