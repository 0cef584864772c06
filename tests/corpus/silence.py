"""Titles that mean no matter at all, many of them with a number or a word that looks as if they did."""

from __future__ import annotations

import random
import re

from tests.corpus import words, words_abroad
from tests.corpus.model import Firm, Labelled
from tests.corpus.register import Register, telling
from tests.corpus.shapes import table

_FORMS = table("silence.tsv")
_FALSE_FRIENDS = [row for row in _FORMS if re.search(r"\{(surname|word|street|given)\}", row[2])]
"""Forms with a word that is a client's elsewhere."""

PLAIN = frozenset(
    telling(" ".join((*words.SUBJECTS, *words.DOCUMENTS, "Purchase Sale Lease Mortgage over Estate Trust")))
)
"""Words of the law that prove nothing about a matter, even two of them together."""


def silent(chance: random.Random, firm: Firm, register: Register) -> Labelled | None:
    """Return a title that means no matter; ``None`` where a firm's matter happens to be called what it says."""
    named = firm.style in ("names_only", "international") or chance.random() < 0.15
    shape, app, form = chance.choice(_FALSE_FRIENDS if named and chance.random() < 0.4 else _FORMS)
    title = re.sub(r"\{(\w+)\}", lambda slot: _fill(chance, firm, register, slot[1]), form)
    if register.hinted(title, PLAIN) or any(not bare for _, bare in register.named(title)):
        return None
    if "{id}" not in form and register.named(title):
        return None
    return Labelled(title, app, shape, {"none": True})


def _fill(chance: random.Random, firm: Firm, register: Register, slot: str) -> str:
    """Return what stands in a slot; ``id`` is the number of a matter, which here means something else."""
    match slot:
        case "id":
            return str(chance.choice(register.offered).id)
        case "surname":
            people = [client for matter in register.offered for client in matter.clients if ", " in client]
            return chance.choice(people).split(", ")[0]
        case "word":
            heads = words_abroad.GERMAN_FIRMS if firm.style == "international" else words.HEADS
            return chance.choice(heads).split()[0]
        case "street":
            return f"{chance.choice(words.STREETS)} {chance.choice(words.WAYS)}"
        case "given":
            people = words_abroad.LATIN_PEOPLE if firm.style == "international" else words.GIVEN
            return chance.choice(people).split("|")[-1]
    lists = {"tail": words.TAILS, "subject": words.SUBJECTS, "document": words.DOCUMENTS, "staff": words.STAFF}
    return chance.choice(lists[slot]) if slot in lists else _number(chance, slot)


def _number(chance: random.Random, slot: str) -> str:
    match slot:
        case "money":
            return f"{chance.randrange(1, 900)},{chance.randrange(1_000):03d}.{chance.randrange(100):02d}"
        case "phone":
            return f"{chance.randrange(2, 9)} {chance.randrange(5000, 9999)} {chance.randrange(1000, 9999)}"
        case "date":
            return f"{chance.randrange(2019, 2027)}-{chance.randrange(1, 13):02d}-{chance.randrange(1, 29):02d}"
        case "time":
            return f"{chance.randrange(8, 19)}:{chance.randrange(60):02d}"
        case "hex":
            return "".join(chance.choices("0123456789abcdef", k=8))
    return str(chance.randrange(*_RANGES[slot]))


_RANGES = {"year": (1994, 2027), "small": (2, 99), "three": (100, 999), "big": (1_000, 99_999)}
