"""How people write a matter into a title: its number, its name, a part of it, and what fingers do to it."""

from __future__ import annotations

import random
import re
import unicodedata
from dataclasses import dataclass

from tests.corpus import words, words_abroad
from tests.corpus.model import FirmMatter
from tests.corpus.register import folded, telling, unspaced

KINDS = {
    "integers": {
        "id": 22, "id in context": 12, "id and name": 18, "name": 22, "near": 7, "cut": 6, "party": 9, "reference": 6,
        "alias": 3,
    },
    "client_matter": {
        "reference": 36, "reference changed": 16, "reference and name": 14, "name": 15, "near": 6, "cut": 4, "party": 7,
        "alias": 2,
    },
    "dockets": {
        "reference": 34, "reference changed": 16, "reference and name": 14, "name": 16, "near": 6, "cut": 5, "party": 7,
        "alias": 2,
    },
    "names_only": {"name": 56, "near": 14, "cut": 10, "party": 16, "alias": 4},
    "international": {
        "id": 10, "id in context": 6, "id and name": 12, "reference": 12, "reference changed": 6, "name": 36, "near": 8,
        "party": 8,
    },
}  # fmt: skip
"""How often each style's firm writes what."""


@dataclass(frozen=True, slots=True)
class Mention:
    """A piece of text that means a matter.

    Attributes:
        kind: how it was written, as in ``KINDS``.
        text: the piece.
        words: those by which the matter is told, as they stand there.
        sure: those of them that were not changed.
    """

    kind: str
    text: str
    words: tuple[str, ...] = ()
    sure: tuple[str, ...] = ()


def mention(chance: random.Random, style: str, matter: FirmMatter) -> Mention | None:
    """Write a matter in one of the style's ways; ``None`` where that way does not suit it."""
    kinds = KINDS[style]
    kind = chance.choices(list(kinds), list(kinds.values()))[0]
    return mention_as(chance, kind, matter)


def mention_as(chance: random.Random, kind: str, matter: FirmMatter) -> Mention | None:
    """Write a matter in a given way."""
    match kind:
        case "name":
            return Mention(kind, _name(chance, matter), telling(matter.name))
        case "alias":
            return Mention("name", matter.aliases[0], telling(matter.aliases[0])) if matter.aliases else None
        case "near":
            return _near(chance, matter.name)
        case "cut":
            return _cut(chance, matter.name)
        case "party":
            return _party(chance, matter)
    return _number(chance, kind, matter) if kind[0] == "i" or matter.reference else None


def _number(chance: random.Random, kind: str, matter: FirmMatter) -> Mention:
    """Write a matter by its id or its reference."""
    number = str(matter.id if kind[0] == "i" else matter.reference)
    if kind.endswith("name"):
        name = _name(chance, matter)
        return Mention(kind, chance.choice((f"{number} {name}", f"{number} - {name}", f"{name} ({number})")))
    if kind == "reference changed":
        return Mention(kind, _changed(chance, number))
    forms = {"id": _ALONE, "id in context": _CONTEXTS, "reference": (*_ALONE, "Our ref {}")}[kind]
    return Mention(kind, chance.choice(forms).format(number))


_ALONE = ("{}", "{}", "{}", "[{}]", "({})")
_CONTEXTS = ("Matter {}", "matter no {}", "File {}", "Our ref: {}", "Our Ref {}", "Action {}", "Matter #{}", "ref {}")


def _changed(chance: random.Random, reference: str) -> str:
    """Return a reference with its separators left out, or others in their place, or in small letters."""
    way = chance.choice(("none", "other", "other", "small"))
    if way == "none":
        return re.sub(r"[\W_]+", "", reference)
    if way == "small" and reference.lower() != reference:
        return reference.lower()
    return re.sub(r"[-./: ]+", chance.choice(" _.-"), reference)


def _name(chance: random.Random, matter: FirmMatter) -> str:
    """Return a name as people write it: with another "v", other dashes, in other letters, its legal forms left out."""
    name = matter.name
    for client in matter.clients:
        if ", " in client and chance.random() < 0.12:
            name = name.replace(spoken(client), client)  # the other way round
    if " v " in name:
        name = name.replace(" v ", chance.choice((" v ", " v ", " v. ", " vs ", " vs. ", " -v- ", " V ")))
    if chance.random() < 0.35:
        name = re.sub(r" (Pty Ltd|Limited|Ltd|LLC|Inc|plc|LLP|GmbH|AG|SARL|SAS)(?= |$)", "", name)
    if chance.random() < 0.3:
        name = name.replace(" - ", chance.choice((" – ", ": ", " ", " re "))).replace(
            " re ", chance.choice((" - ", " re "))
        )
    if chance.random() < 0.1:
        name = name.replace(" & ", " and ")
    return letters(chance, name)


def letters(chance: random.Random, text: str) -> str:
    """Return a text in capitals, in decomposed or wide letters, or without its accents; mostly as it is."""
    way = chance.random()
    if way < 0.06:
        changed = text.upper()
    elif way < 0.11:
        changed = text.lower()
    elif text.isascii():
        return text
    elif way < 0.25:
        changed = unicodedata.normalize("NFD", text)
    elif way < 0.35 and not unspaced(text):
        plain = unicodedata.normalize("NFD", text)
        changed = unicodedata.normalize("NFC", "".join(char for char in plain if not "\u0300" <= char <= "\u036f"))
    else:
        return text
    return changed if folded(changed) == folded(text) else text


def _near(chance: random.Random, name: str) -> Mention | None:
    """Return a name with one or two letters wrong in one of its longer words."""
    found = [word for word in re.findall(r"[^\W\d_]{5,}", name) if not unspaced(word)]
    if not found:
        return None
    word = chance.choice(found)
    at = chance.randrange(1, len(word) - 2)
    wrong = chance.choice(
        (
            word[:at] + word[at + 1] + word[at] + word[at + 2 :],
            word[:at] + word[at + 1 :],
            word[:at] + word[at] + word[at:],
            word[:at] + chance.choice("aeionrst") + word[at + 1 :],
        )
    )
    if folded(wrong) == folded(word):
        return None
    text = name.replace(word, wrong, 1)
    return Mention("near", text, telling(text), telling(name.replace(word, "", 1)))


def _cut(chance: random.Random, name: str) -> Mention | None:
    """Return the beginning of a name, cut off within a word."""
    if len(name) < 14 or unspaced(name):
        return None
    text = name[: chance.randrange(len(name) // 2, len(name) - 2)]
    if not text[-2:].isalpha():
        return None
    return Mention("cut", text + chance.choice(("…", "...", "…")), telling(text), telling(text)[:-1])


def _party(chance: random.Random, matter: FirmMatter) -> Mention | None:
    """Return less than the name: both sides in short, one side, or the client as people say it."""
    if len(matter.parties) == 2 and chance.random() < 0.5:
        sides = [_head(side) for side in matter.parties]
        text = f"{sides[0]} {chance.choice(('v', 'v.', 'vs', '-v-'))} {sides[1]}"
        return Mention("both sides", text, telling(text))
    client = chance.choice(matter.clients)
    surname, comma, given = client.partition(", ")
    if comma and not unspaced(client) and chance.random() < 0.15:
        text = chance.choice(("{g}. {s}", "{g} {s}", "{s}, {g}.")).format(g=given[0], s=surname)
        return Mention("initial", text, telling(surname))
    text = chance.choice((client, spoken(client), spoken(client), _head(client)))
    told = telling(text)
    if chance.random() < 0.15 and text.isascii():
        text += "'s"
    return Mention("party", text, told) if told else None


def spoken(client: str) -> str:
    """Return "Jane Marlow" for "Marlow, Jane"."""
    surname, comma, given = client.partition(", ")
    if not comma:
        return client
    return surname + given if unspaced(surname) else f"{given} {surname}"


def _head(party: str) -> str:
    """Return what a side is called for short: a surname, or the first word of a company."""
    surname, comma, _ = party.partition(", ")
    if comma or unspaced(party):
        return surname
    said = party.split()
    if party in words.COMMON_COMPANIES or said[0] in words_abroad.NO_NAMES:
        return party
    if len(said) == 2 and said[1] not in _TAILS:
        return said[1]
    return said[0] if len(said[0]) > 3 else party


_TAILS = frozenset((*words.TAILS, "Limited", "LLC", "GmbH", "AG", "SARL"))


# --- The thing a window shows ---------------------------------------------------------------------------------

_VERSIONS = ("", "", "", "", "", " v3", " v2.1", " FINAL", " (2)", " - Copy", " 2024-03-01", " draft 4", " signed",
    " 12 March 2024", " copy (2)", " FINAL v2", " 20240301", " (clean)", " rev B", " - AB comments")  # fmt: skip


def thing(chance: random.Random, kind: str, ending: str, text: str, document: str) -> str:
    """Return what a window shows: a file, a mail, a folder, a page or a talk about what ``text`` means."""
    cut = text.endswith(("…", "..."))
    if kind in ("file", "folder", "path"):
        text = _for_files(chance, text)
    match kind:
        case "file":
            shown = _file(chance, text, document, cut=cut) + ("" if cut else ending)
        case "mail":
            shown = chance.choice(_CUT if cut else _MAILS).format(m=text, d=document)
        case "folder" | "record":
            shown = text
        case "path":
            tail = "" if cut else f"\\{document}{ending}" if ending or chance.random() < 0.6 else ""
            shown = f"{chance.choice(_ROOTS)}\\{text}{tail}"
        case "page":
            shown = text if cut else chance.choice(("{m}", "{m} - {d}", "{d} | {m}")).format(m=text, d=document)
        case _:
            shown = chance.choice(_CUT[-2:] if cut else _TALKS).format(m=text, d=document)
    return shown


_ROOTS = ("D:\\Matters", "P:\\Clients", "\\\\server\\files\\Matters", "C:\\Users\\ottilie\\Documents")
_MAILS = (
    "RE: {m} - {d}",
    "Re: {m}: {d}",
    "FW: {d} - {m}",
    "{d} [{m}]",
    "{m} - {d}",
    "RE: FW: {m}",
    "{d} re {m}",
    "AW: {m} | {d}",
)
_CUT = ("RE: {m}", "FW: {d} - {m}", "{m}", "{d} - {m}")
_TALKS = ("{m} - {d}", "{d} - {m}", "{m}", "{d} re {m}", "{m} {d}")
_FILES = ("{m} - {d}", "{m} - {d}", "{d} - {m}", "{m} {d}", "{d} ({m})", "{d} re {m}", "{m}_{d}", "{d}, {m}")


def _file(chance: random.Random, text: str, document: str, *, cut: bool) -> str:
    if cut:
        return chance.choice(("{m}", "{d} - {m}")).format(m=text, d=document)
    way = chance.random()
    if way > 0.95:
        return f"{text} - {document[: max(3, len(document) - 4)]}{chance.choice(('…', '...'))}"
    name = chance.choice(_FILES).format(m=text, d=document) + chance.choice(_VERSIONS)
    if way < 0.14:
        return name.replace(" - ", "_").replace(" ", "_")
    if way < 0.17:
        return name.replace(" - ", ".").replace(" ", ".")
    if way < 0.21:
        return name.replace(" - ", "-").replace(" ", "-")
    return name


def _for_files(chance: random.Random, text: str) -> str:
    """Return a text without what file names may not have."""
    text = text.replace(" ./. ", " gegen ").replace('"', "")
    return re.sub(r" ?[:/\\] ?", chance.choice(("-", "_", "-", " ", ".")), text)
