"""A firm's matters as its most careful attorney knows them: what a piece of text could mean, told by plain comparing.

It shares nothing with the program's matcher, so that the labels cannot share its mistakes. Where it and the way a
title was made disagree, the title is thrown away.
"""

# ruff: noqa: RUF001

from __future__ import annotations

import re
import unicodedata
from collections import defaultdict
from collections.abc import Iterable

from tests.corpus.model import Firm, FirmMatter

_WORD = re.compile(r"[^\W_]+(?:['\u2019][^\W_]+)*")
_BETWEEN = re.compile(r" (?:v|c\.|\./\.|против|対|-|re) ")
"""What stands between the sides of a dispute, and between a client and what is done for it."""

_LEFT_OUT = frozenset(
    """pty ltd limited llc llp inc plc corp gmbh ag co kg ohg sarl sa sas spa bv oy sp zo o ооо зао αε επε tnhh
    v vs re the of and in on at matter late deceased mr mrs ms dr for to with from by a c s contra против""".split()  # noqa: SIM905
)
"""Words that tell no matter from another."""


def folded(text: str) -> str:
    """Return text without case, accents and width: everything that may look alike is alike."""
    plain = unicodedata.normalize("NFKD", text.casefold().replace("ı", "i").replace("đ", "d").replace("ł", "l"))
    plain = plain.replace("ø", "o")
    return unicodedata.normalize("NFC", "".join(char for char in plain if not unicodedata.combining(char)))


def parts(text: str) -> tuple[str, ...]:
    """Return the words of a text; a possessive counts as the word itself."""
    words = (re.sub(r"['\u2019]s$", "", word) for word in _WORD.findall(folded(text)))
    return tuple(re.sub(r"['\u2019]", "", word) for word in words)


def telling(text: str) -> tuple[str, ...]:
    """Return the words of a text that can tell a matter from another."""
    return tuple(word for word in parts(text) if word not in _LEFT_OUT)


def unspaced(text: str) -> bool:
    """Tell whether a text is in a script that puts no spaces between words."""
    return any("\u2e80" < char < "\ud7b0" for char in text)


class Register:
    """What a firm's offered matters are called, for looking up what a text could mean."""

    def __init__(self, firm: Firm) -> None:
        self.offered = tuple(matter for matter in firm.matters if matter.offered)
        self._ids = {matter.id: matter for matter in self.offered}
        self._having: defaultdict[str, set[int]] = defaultdict(set)
        self._near: defaultdict[str, set[str]] = defaultdict(set)
        self._keys: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
        self._loosely: defaultdict[tuple[str, ...], set[int]] = defaultdict(set)
        self._pieces: dict[int, list[set[str]]] = {}
        self._unspaced: defaultdict[str, set[int]] = defaultdict(set)
        for matter in self.offered:
            self._add(matter)
        self._longest = max(map(len, self._keys))

    def _add(self, matter: FirmMatter) -> None:
        pieces = (*_BETWEEN.split(matter.name), *matter.clients, *matter.aliases)
        self._pieces[matter.id] = [set(telling(piece)) for piece in pieces]
        for text in (matter.name, *matter.clients, *matter.aliases):
            for word in telling(text):
                self._having[word].add(matter.id)
                for shorter in _without_one(word):
                    self._near[shorter].add(word)
            spoken = " ".join(reversed(text.split(", "))) if "&" not in text else text
            for form in (text, spoken, " ".join(telling(text)), " ".join(telling(spoken))):
                if len(parts(form)) > 1:
                    self._keys[parts(form)].add(matter.id)
            if unspaced(text):
                self._unspaced["".join(telling(text))].add(matter.id)
        for number in identifiers(matter):
            self._keys[number].add(matter.id)
            self._loosely[_loose(number)].add(matter.id)

    # --- What a mention could mean ----------------------------------------------------------------------------

    def fitting(self, words: Iterable[str]) -> set[int]:
        """Return the matters that have all these words in their names, their clients and their former names."""
        sets = [self._having.get(word, set()) for word in words]
        return set.intersection(*sets) if sets else set()

    def nearly_fitting(self, words: Iterable[str]) -> set[int]:
        """Return the matters that have all these words, give or take a letter or two in each."""
        sets = [
            set().union(*(self._having[word] for near in _without_two(each) for word in self._near.get(near, ())))
            | self._having.get(each, set())
            for each in words
        ]
        return set.intersection(*sets) if sets else set()

    def beginning(self, words: tuple[str, ...]) -> set[int]:
        """Return the matters that have all these words, the last of them as the beginning of one."""
        ending = {matter for word, having in self._having.items() if word.startswith(words[-1]) for matter in having}
        return (self.fitting(words[:-1]) if words[:-1] else ending) & ending

    def named_alike(self, words: Iterable[str]) -> set[int]:
        """Return the matters of which one name alone has all these words."""
        wanted = set(words)
        return {
            each
            for each in self.fitting(wanted)
            if any(wanted <= set(telling(name)) for name in (self._ids[each].name, *self._ids[each].aliases))
        }

    def numbered_alike(self, number: str) -> set[int]:
        """Return the matters whose id or reference is this one, whatever its separators and leading zeros."""
        words = parts(number)
        return self._loosely.get(_loose(words), set()) | self._loosely.get(_loose(("".join(words),)), set())

    def about(self, words: Iterable[str]) -> set[int]:
        """Return the matters of which one client, side, subject or former name alone has all these words."""
        wanted = set(words)
        return {each for each in self.fitting(wanted) if any(wanted <= piece for piece in self._pieces[each])}

    def shares_a_word(self, text: str, matters: Iterable[int]) -> bool:
        """Tell whether a text has a word of one of the matters."""
        wanted = set(matters)
        return any(self._having.get(word, set()) & wanted for word in telling(text))

    # --- What a whole title names -----------------------------------------------------------------------------

    def named(self, title: str) -> list[tuple[set[int], bool]]:
        """Return every number or whole name in a title that no longer one covers: whose it is, and if a bare id."""
        words = parts(title)
        found: list[tuple[set[int], bool]] = []
        end = 0
        for first in range(len(words)):
            for size in range(min(self._longest, len(words) - first), 0, -1):
                key = words[first : first + size]
                if first + size > end and key in self._keys and not _like_a_year(key):
                    found.append((self._keys[key], size == 1 and key[0].isdigit()))
                    end = first + size
                    break
        text = folded(title).replace(" ", "")
        found += ((matters, False) for name, matters in self._unspaced.items() if len(name) > 1 and name in text)
        return found

    def hinted(self, title: str, common: frozenset[str] = frozenset()) -> bool:
        """Tell whether a matter has two or more words of a title that are not common ones."""
        words = sorted({word for word in telling(title) if len(word) > 1 and not word.isdigit()} - common)
        seen: defaultdict[int, int] = defaultdict(int)
        for word in words:
            for matter in self._having.get(word, ()):
                seen[matter] += 1
        return any(times > 1 for times in seen.values())


def identifiers(matter: FirmMatter) -> list[tuple[str, ...]]:
    """Return the id and the reference of a matter as words, the reference also without its separators."""
    found = [parts(str(matter.id))]
    if matter.reference:
        found += [parts(matter.reference), ("".join(parts(matter.reference)),)]
    return found


def _loose(number: tuple[str, ...]) -> tuple[str, ...]:
    return tuple(word.lstrip("0") for word in number)


def _like_a_year(key: tuple[str, ...]) -> bool:
    return len(key) == 1 and key[0].isdigit() and 1900 <= int(key[0]) < 2100


def _without_one(word: str) -> set[str]:
    return {word, *(word[:at] + word[at + 1 :] for at in range(len(word)))}


def _without_two(word: str) -> set[str]:
    return {less for once in _without_one(word) for less in _without_one(once)} if len(word) > 6 else _without_one(word)
