"""Makes the matters of a firm whose clients write in many scripts."""

# ruff: noqa: RUF001

from __future__ import annotations

import random
from collections.abc import Iterator

from tests.corpus import words_abroad as abroad

_CLIENTS = 640


def matters(chance: random.Random) -> Iterator[dict[str, object]]:
    """Yield matters without end."""
    clients = _clients(chance)
    while True:
        client, subjects, versus = chance.choice(clients)
        short = _short(client)
        if chance.random() < 0.35:
            _, other = _one(chance, chance.choice(_SCRIPTS))
            if other == client:
                continue
            name, parties = f"{short} {versus} {_short(other)}", (short, _short(other))
        else:
            subject = chance.choice(subjects if chance.random() < 0.75 else abroad.ENGLISH_SUBJECTS)
            name, parties = f"{short} - {subject}", (short,)
        draft: dict[str, object] = {"name": name, "clients": (client,), "parties": parties}
        if chance.random() < 0.3:
            draft["reference"] = _reference(chance, short)
        yield draft


def _reference(chance: random.Random, client: str) -> str:
    letters = "".join(char for char in client.upper() if char.isalpha())[:3]
    year, number = chance.randrange(2021, 2026), chance.randrange(1, 999)
    return chance.choice((f"{year}-{number:04d}", f"{letters}/{year}/{number:03d}", f"I-{year % 100}-{number:04d}"))


_SCRIPTS = ("german", "latin", "french", "cyrillic", "greek", "arabic", "hebrew", "cjk", "vietnamese", "turkish")
_WEIGHTS = (20, 18, 10, 14, 9, 6, 6, 18, 8, 8)

_PEOPLE = {
    "german": abroad.LATIN_PEOPLE,
    "latin": abroad.LATIN_PEOPLE,
    "french": abroad.LATIN_PEOPLE,
    "cyrillic": abroad.CYRILLIC_PEOPLE,
    "greek": abroad.GREEK_PEOPLE,
    "arabic": abroad.ARABIC_PEOPLE,
    "hebrew": abroad.HEBREW_PEOPLE,
    "cjk": abroad.CJK_PEOPLE,
    "vietnamese": abroad.VIETNAMESE_PEOPLE,
    "turkish": abroad.LATIN_PEOPLE,
}
_FIRMS = {
    "german": (abroad.GERMAN_FIRMS, ("GmbH", "AG", "GmbH & Co. KG", "OHG")),
    "latin": (abroad.GERMAN_FIRMS + abroad.TURKISH_FIRMS, ("S.p.A.", "B.V.", "Oy", "Sp. z o.o.")),
    "french": (abroad.FRENCH_FIRMS, ("SARL", "S.A.", "SAS")),
    "cyrillic": (abroad.CYRILLIC_FIRMS, ("ООО", "ЗАО")),
    "greek": (abroad.GREEK_FIRMS, ("Α.Ε.", "ΕΠΕ")),
    "arabic": (abroad.ARABIC_FIRMS, ("",)),
    "hebrew": (abroad.HEBREW_FIRMS, ("",)),
    "cjk": (abroad.CJK_FIRMS, ("株式会社", "有限会社", "合同会社")),
    "vietnamese": (abroad.VIETNAMESE_FIRMS, ("", "TNHH")),
    "turkish": (abroad.TURKISH_FIRMS, ("A.Ş.", "Ltd. Şti.")),
}
_SUBJECTS = {
    "german": abroad.GERMAN_SUBJECTS,
    "latin": abroad.GERMAN_SUBJECTS + abroad.ENGLISH_SUBJECTS,
    "french": abroad.FRENCH_SUBJECTS,
    "cyrillic": abroad.CYRILLIC_SUBJECTS,
    "greek": abroad.GREEK_SUBJECTS,
    "arabic": abroad.ARABIC_SUBJECTS,
    "hebrew": abroad.HEBREW_SUBJECTS,
    "cjk": abroad.CJK_SUBJECTS,
    "vietnamese": abroad.VIETNAMESE_SUBJECTS,
    "turkish": abroad.TURKISH_SUBJECTS,
}
_VERSUS = {"german": "./.", "french": "c.", "cyrillic": "против", "cjk": "対"}


def _one(chance: random.Random, script: str) -> tuple[str, str]:
    """Return a script and a client who writes in it."""
    if chance.random() < 0.55:
        people = _PEOPLE[script]
        surname, given = chance.choice(people).split("|")[0], chance.choice(people).split("|")[1]
        return script, f"{surname}, {given}"
    names, forms = _FIRMS[script]
    name, form = chance.choice(names), chance.choice(forms)
    if script == "cjk":
        return script, f"{form}{name}" if chance.random() < 0.6 else f"{name}{form}"
    if script == "cyrillic":
        return script, f"{form} {name}"
    return script, f"{name} {form}".strip()


def _clients(chance: random.Random) -> list[tuple[str, tuple[str, ...], str]]:
    found: dict[str, tuple[str, ...]] = {}
    versus: dict[str, str] = {}
    for _ in range(_CLIENTS):
        script, client = _one(chance, chance.choices(_SCRIPTS, _WEIGHTS)[0])
        found[client] = _SUBJECTS[script]
        versus[client] = _VERSUS.get(script, "v")
    return [(client, subjects, versus[client]) for client, subjects in found.items()]


def _short(client: str) -> str:
    """Return a person in the order of speech, and a company as it is."""
    surname, comma, given = client.partition(", ")
    if not comma:
        return client
    return f"{surname}{given}" if ord(surname[0]) > 0x2E80 else f"{given} {surname}"
