"""Titles and names as sequences of comparable tokens that remember where they stood in the raw text."""

from __future__ import annotations

import re
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


_TOKEN = re.compile(r"[^\W_](?:[^\W_]|[\u0300-\u036f]|['\u2019\u2018\u02bc`](?=[^\W_]))*")
"""A letter or digit and what belongs to it: more of them, their accents, and apostrophes inside the word."""


def tokens(raw: str) -> tuple[Token, ...]:
    """Return the tokens of ``raw`` in order. Apostrophes inside a word do not split it; everything else does.

    Letters and digits that touch stay together ("v10482" is one token), so that a number inside a longer word is
    never mistaken for an id.
    """
    found = ((_folded(match[0]), match.start(), match.end()) for match in _TOKEN.finditer(raw))
    return tuple(Token(text, start, end) for text, start, end in found if text)


def _folded(word: str) -> str:
    text = word.lower() if word.isascii() else unicodedata.normalize("NFKC", word).casefold()
    return text if text.isalnum() else "".join(char for char in text if char.isalnum())


def words(raw: str) -> tuple[str, ...]:
    """Return the folded tokens alone: the key under which a name or reference is looked up."""
    if raw.isascii() and "'" not in raw and "`" not in raw:
        return tuple(_TOKEN.findall(raw.lower()))  # the same answer, sooner: a firm has many plain names
    return tuple(text for match in _TOKEN.finditer(raw) if (text := _folded(match[0])))
