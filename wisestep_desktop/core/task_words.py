"""Words of narratives: which name a task, which say nothing alone. Knows how to read the lists, and no word itself."""

from __future__ import annotations

import re
from collections.abc import Mapping
from dataclasses import dataclass, field

_NO_WORDS: frozenset[str] = frozenset()


@dataclass(frozen=True, slots=True)
class TaskWords:
    """What words of narratives mean. Every text is in small letters; several words are parted by one space.

    Attributes:
        verbs: families of tasks by the verbs that begin them.
        acts: families by the nouns that do.
        leads: words that may stand before either.
        about: words after which a verb is what a task is about.
        letters: things whose reading or writing is correspondence.
        vague: words that say nothing alone.
    """

    verbs: Mapping[str, str] = field(default_factory=dict)
    acts: Mapping[str, str] = field(default_factory=dict)
    leads: frozenset[str] = _NO_WORDS
    about: frozenset[str] = _NO_WORDS
    letters: frozenset[str] = _NO_WORDS
    vague: frozenset[str] = _NO_WORDS


_LINE = re.compile(r"(?:(\w+) (verb|act)|(lead|about|letter|word)): *(.+)")


def task_words(tasks: str, vague: str) -> TaskWords:
    """Read the two texts.

    Raises:
        ValueError: naming the line that is neither empty, nor a comment, nor a rule. The texts are ours.
    """
    families: dict[str, dict[str, str]] = {"verb": {}, "act": {}}
    plain: dict[str, set[str]] = {"lead": set(), "about": set(), "letter": set(), "word": set()}
    for number, line in enumerate([*tasks.splitlines(), *vague.splitlines()], 1):
        if not line.strip() or line.lstrip().startswith("#"):
            continue
        told = _LINE.fullmatch(line.strip())
        if told is None:
            raise ValueError(f"line {number} is no rule: {line!r}")
        texts = [each.strip() for each in told[4].split(",") if each.strip()]
        if told[1]:
            families[told[2]] |= dict.fromkeys(texts, told[1])
        else:
            plain[told[3]].update(texts)
    return TaskWords(
        families["verb"],
        families["act"],
        frozenset(plain["lead"]),
        frozenset(plain["about"]),
        frozenset(plain["letter"]),
        frozenset(plain["word"]),
    )
