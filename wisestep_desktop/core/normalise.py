"""Titles and names as sequences of comparable tokens that remember where they stood in the raw text.

Neither case nor width, accents, Unicode form, possessives nor usual abbreviations make a difference between two tokens.
Scripts without spaces between words give one token for each character, so that a name can be found inside a sentence.
"""

from __future__ import annotations

import re
import unicodedata
from collections.abc import Iterator
from dataclasses import dataclass

from wisestep_desktop.core.name_words import SAME, SKIPPED


@dataclass(frozen=True, slots=True)
class Token:
    """A run of letters and digits, or one character of a script without spaces.

    Attributes:
        text: folded, for comparing only.
        start: offset in the raw text of its first character.
        end: offset just after its last one.
    """

    text: str
    start: int
    end: int


_MARKS = "\u0300-\u036f\u0591-\u05bd\u05bf\u05c1\u05c2\u064b-\u065f\u0670\u3099\u309a\uff9e\uff9f"
"""Accents, vowel points and voicing marks: they belong to the letter before them."""

_TOKEN = re.compile(rf"[^\W_](?:[^\W_]|[{_MARKS}]|['\u2019\u2018\u02bc`](?=[^\W_]))*")
"""A letter or digit and what belongs to it: more of them, their marks, and apostrophes inside the word."""

_DENSE = "\u1100-\u11ff\u3040-\u30ff\u3400-\u9fff\uac00-\ud7a3\uf900-\ufaff\uff66-\uff9d\U00020000-\U0003ffff"
"""Scripts that set no spaces between words, or join endings to names: Han, kana, hangul, also taken apart."""

_SYLLABLE = "[\u1100-\u115f][\u1160-\u11a7][\u11a8-\u11ff]?"
"""A hangul syllable as a Mac writes it into the names of files: letter by letter."""

_IS_DENSE = re.compile(f"[{_DENSE}]")
_PIECE = re.compile(rf"(?:{_SYLLABLE}|[{_DENSE}])[{_MARKS}]*|[^{_DENSE}]+")
_POSSESSIVE = re.compile(rf"(?<=[\w{_MARKS}])['\u2019\u2018\u02bc`][sS]$")
_ACCENTS = re.compile("[\u0300-\u036f]")
_LETTERS = str.maketrans(
    {"ø": "o", "đ": "d", "ð": "d", "ł": "l", "\u0131": "i", "æ": "ae", "œ": "oe", "þ": "th", "ħ": "h"}
)
"""Letters that no rule of Unicode takes apart."""
_WIDE = {code: code - 0xFEE0 for code in range(0xFF01, 0xFF5F)} | {0x3000: 0x20, 0xFFE1: 0xA3, 0xFFE5: 0xA5}


def narrow(raw: str) -> str:
    """Return a text with letters, digits and signs of full width in their usual width; every offset stays."""
    return raw if raw.isascii() else raw.translate(_WIDE)


def tokens(raw: str) -> tuple[Token, ...]:
    """Return the tokens of ``raw`` in order. Apostrophes inside a word do not split it; everything else does.

    Letters and digits that touch stay together ("v10482" is one token), so that a number inside a longer word is
    never mistaken for an id.
    """
    return tuple(_tokens(raw))


def words(raw: str) -> tuple[str, ...]:
    """Return the folded tokens alone."""
    if raw.isascii() and "'" not in raw and "`" not in raw:
        return tuple(SAME.get(word, word) for word in _TOKEN.findall(raw.lower()))  # sooner: most names are plain
    return tuple(token.text for token in _tokens(raw))


def telling(found: tuple[str, ...]) -> tuple[str, ...]:
    """Return words without those that people put in and leave out as they like; all of them if nothing else is left."""
    return tuple(word for word in found if word not in SKIPPED) or found


def _tokens(raw: str) -> Iterator[Token]:
    for match in _TOKEN.finditer(narrow(raw)):
        word, start = match[0], match.start()
        if word.isascii() or not _IS_DENSE.search(word):
            text = _folded(word)
            if text:
                yield Token(text, start, match.end())
            continue
        for piece in _PIECE.finditer(word):
            text = _folded(piece[0])
            if text:
                yield Token(text, start + piece.start(), start + piece.end())


def _folded(word: str) -> str:
    word = _POSSESSIVE.sub("", word)
    if word.isascii():
        text = word.lower()
    else:
        told = unicodedata.normalize("NFKC", word).casefold()
        text = unicodedata.normalize("NFKC", _ACCENTS.sub("", unicodedata.normalize("NFKD", told)))
        text = text.casefold().translate(_LETTERS)
    if not text.isalnum() or "\u02bc" in text:  # Unicode takes that apostrophe for a letter
        text = "".join(char for char in text if char.isalnum() and char != "\u02bc")
    return SAME.get(text, text)
