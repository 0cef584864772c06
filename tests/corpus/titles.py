"""Makes labelled titles of a firm: made so that their meaning is known, then checked against all its matters."""

from __future__ import annotations

import random
import re
from collections.abc import Callable
from typing import Any

from tests.corpus import silence, words, words_abroad
from tests.corpus.model import Firm, FirmMatter, Labelled
from tests.corpus.register import Register, folded, parts, telling
from tests.corpus.shapes import SHAPES, Shape
from tests.corpus.writing import Mention, mention, mention_as, spoken, thing

MEANS, HINTED, AMBIGUOUS, NONE, CLOSED = 520, 45, 245, 390, 45
"""Titles of each firm, by what they say."""

MOST = 12
"""Matters a title may fit and still be worth a label."""

Label = dict[str, Any]


def titles(firm: Firm) -> list[Labelled]:
    """Return a firm's titles; the same every time."""
    chance = random.Random(f"titles {firm.style}")  # noqa: S311 - the same corpus every time
    register = Register(firm)
    found: dict[str, Labelled] = {}
    makers: tuple[tuple[Callable[[], Labelled | None], int], ...] = (
        (lambda: _meaning(chance, firm, register), MEANS),
        (lambda: _hinting(chance, firm, register), HINTED),
        (lambda: _doubtful(chance, firm, register), AMBIGUOUS),
        (lambda: silence.silent(chance, firm, register), NONE),
        (lambda: _closed(chance, firm, register), CLOSED),
    )
    for make, wanted in makers:
        _collect(make, wanted, found)
    return list(found.values())


def _collect(make: Callable[[], Labelled | None], wanted: int, found: dict[str, Labelled]) -> None:
    missing = wanted
    for _ in range(wanted * 400):
        made = make()
        if made and made.title not in found:
            found[made.title] = made
            missing -= 1
            if not missing:
                return
    raise AssertionError(f"only {wanted - missing} of {wanted} titles could be made")


def _document(chance: random.Random, firm: Firm, shape: Shape) -> str:
    if shape.kind == "talk":
        return chance.choice(words.TALKS)
    if firm.style == "international" and chance.random() < 0.7:
        return chance.choice(words_abroad.DOCUMENTS)
    return chance.choice(words.DOCUMENTS)


def _shown(chance: random.Random, firm: Firm, shape: Shape, text: str) -> tuple[str, str]:
    """Return a whole title about what ``text`` means, and the document words in it."""
    document = _document(chance, firm, shape)
    shown = thing(chance, shape.kind, shape.ending, text, document)
    if chance.random() < 0.03 and folded(shown.upper()) == folded(shown):
        shown = shown.upper()
    return chance.choice(shape.titles).format(x=shown), document


# --- Titles that mean one matter ------------------------------------------------------------------------------


def _meaning(chance: random.Random, firm: Firm, register: Register) -> Labelled | None:
    matter, shape = chance.choice(register.offered), chance.choice(SHAPES)
    if shape.kind == "record" and chance.random() < 0.8:
        told: Mention | None = mention_as(chance, "id and name", matter)
    else:
        told = mention(chance, firm.style, matter)
    if told is None:
        return None
    label = verdict(register, matter, told)
    if label is None or "means" not in label:
        return None
    title, document = _shown(chance, firm, shape, told.text)
    if not all(matter.id in whose for whose, _ in register.named(title)):
        return None
    if told.kind == "id" and not _beside_work(shape, title, document):
        label = {"means": matter.id, "partial": True}
    return Labelled(title, shape.app, shape.name, label)


_NUMBERING = ("xero", "myob", "softphone", "whatsapp", "court portal", "pacer", "docusign")
"""Windows that are full of other people's numbers."""


def _beside_work(shape: Shape, title: str, document: str) -> bool:
    """Tell whether a bare number stands where this firm puts its matters' numbers, or beside the words of its work."""
    if shape.name in _NUMBERING:
        return False
    return shape.kind in ("folder", "path", "record") or set(parts(document)) <= set(parts(title))


def _hinting(chance: random.Random, firm: Firm, register: Register) -> Labelled | None:
    """Return a title with no more than a client of one matter only, or the beginning of a name."""
    matter, shape = chance.choice(register.offered), chance.choice(SHAPES)
    told = mention_as(chance, chance.choice(("party", "party", "party", "cut")), matter)
    label = verdict(register, matter, told) if told else None
    if told is None or label != {"means": matter.id, "partial": True}:
        return None
    title, _ = _shown(chance, firm, shape, told.text)
    if not all(matter.id in whose for whose, _ in register.named(title)):
        return None
    return Labelled(title, shape.app, shape.name, label)


def verdict(register: Register, matter: FirmMatter, told: Mention) -> Label | None:
    """Return what a mention of a matter says to who knows all the others; ``None`` where that is not sure."""
    match told.kind:
        case "name":
            return _verdict_on_name(register, matter, told.words)
        case "near":
            return _verdict_on_near(register, matter, told)
        case "cut":
            fits = register.beginning(told.words) if told.words else set()
            return _label(matter, fits, partial=len(told.words) < 3 or len(told.words[-1]) < 3)
        case "party":
            return _label(matter, register.about(told.words), partial=True)
        case "initial":
            fits = register.about(told.words)
            return _label(matter, fits, partial=True) if fits == {matter.id} else None
        case "both sides":
            return _label(matter, register.fitting(told.words), partial=len(set(told.words)) < 2)
    return _verdict_on_number(register, matter, told)


def _label(matter: FirmMatter, fits: set[int], *, partial: bool) -> Label | None:
    if fits == {matter.id}:
        return {"means": matter.id, "partial": True} if partial else {"means": matter.id}
    if matter.id in fits and len(fits) <= MOST:
        return {"ambiguous": sorted(fits)}
    return None


def _verdict_on_name(register: Register, matter: FirmMatter, words_told: tuple[str, ...]) -> Label | None:
    """A whole name means its matter, unless another's is longer by a word or two: those are what people leave out."""
    fits = register.named_alike(words_told) | register.about(words_told)
    return _label(matter, fits, partial=len(words_told) < 2)


def _verdict_on_near(register: Register, matter: FirmMatter, told: Mention) -> Label | None:
    if register.nearly_fitting(told.words) != {matter.id}:
        return None
    sure = len(told.sure) > 1 or (told.sure and register.fitting(told.sure) == {matter.id})
    return _label(matter, {matter.id}, partial=not sure)


def _verdict_on_number(register: Register, matter: FirmMatter, told: Mention) -> Label | None:
    number = str(matter.id) if told.kind.startswith("id") else matter.reference or ""
    if register.numbered_alike(number) != {matter.id}:
        return None
    if told.kind == "id":
        return None if 1900 <= matter.id < 2100 else _label(matter, {matter.id}, partial=matter.id < 10_000)
    if told.kind == "reference changed" and re.fullmatch(r"(19|20)\d\d(0\d|1[0-2])([0-2]\d|3[01])", told.text):
        return None  # nobody could tell it from a date
    weak = told.kind == "reference changed" and (
        len("".join(parts(number))) < 7 or re.fullmatch(r"(19|20)\d{6}", told.text) is not None
    )
    return _label(matter, {matter.id}, partial=weak)


# --- Titles that fit several ----------------------------------------------------------------------------------


def _doubtful(chance: random.Random, firm: Firm, register: Register) -> Labelled | None:
    way = chance.random()
    if way < 0.35:
        return _two_matters(chance, firm, register)
    if way < 0.45:
        return _matter_and_client(chance, firm, register)
    if way < 0.6 and firm.style == "client_matter":
        return _client_number(chance, firm, register)
    matter, shape = chance.choice(register.offered), chance.choice(SHAPES)
    told = mention_as(chance, chance.choice(("party", "party", "name", "cut")), matter)
    label = verdict(register, matter, told) if told else None
    if told is None or label is None or "ambiguous" not in label:
        return None
    return _several(chance, firm, register, shape, told.text, set(label["ambiguous"]), whole=False)


def _several(
    chance: random.Random, firm: Firm, register: Register, shape: Shape, text: str, fits: set[int], *, whole: bool
) -> Labelled | None:
    """Return a title in which ``text`` fits several; none where anything else in it speaks for one of them."""
    title, document = _shown(chance, firm, shape, text)
    if register.shares_a_word(document, fits) and not whole:
        return None
    for whose, _ in register.named(title):
        if not whose & fits or (not whole and len(whose) == 1):
            return None
    return Labelled(title, shape.app, shape.name, {"ambiguous": sorted(fits)})


_SURE = ("id in context", "id and name", "name", "reference", "reference and name")


def _two_matters(chance: random.Random, firm: Firm, register: Register) -> Labelled | None:
    """Return a title that names two matters, or one by name and another by number."""
    shape = chance.choice([each for each in SHAPES if each.kind in ("file", "mail", "talk")])
    told: list[str] = []
    pair = chance.sample(register.offered, 2)
    for matter in pair:
        kinds = [
            kind for kind in _SURE if firm.style not in ("client_matter", "dockets", "names_only") or kind[:2] != "id"
        ]
        one = mention_as(chance, chance.choice(kinds), matter)
        if one is None or verdict(register, matter, one) != {"means": matter.id}:
            return None
        told.append(one.text)
    text = chance.choice(("{} and {}", "{} & {}", "{}; {}", "{} + {}", "{} - {}", "{}, {}", "{} / {}")).format(*told)
    return _several(chance, firm, register, shape, text, {matter.id for matter in pair}, whole=True)


def _matter_and_client(chance: random.Random, firm: Firm, register: Register) -> Labelled | None:
    """Return a title that names a matter whole, and beside it a client of others."""
    shape = chance.choice([each for each in SHAPES if each.kind in ("file", "mail", "talk")])
    matter, other = chance.sample(register.offered, 2)
    client = other.clients[0]
    theirs = register.about(telling(client))
    one = mention_as(chance, "name", matter)
    if len(telling(client)) < 2 or len(theirs) > 5 or matter.id in theirs or one is None:
        return None
    if verdict(register, matter, one) != {"means": matter.id}:
        return None
    text = chance.choice(("{0} - letter to {1}", "{1} re {0}", "{0} ({1})", "{0} - {1}")).format(
        one.text, spoken(client)
    )
    return _several(chance, firm, register, shape, text, {matter.id, *theirs}, whole=True)


def _client_number(chance: random.Random, firm: Firm, register: Register) -> Labelled | None:
    """Return a title with the client's half of a client-matter number."""
    matter, shape = chance.choice(register.offered), chance.choice(SHAPES)
    number = parts(matter.reference or "")[0]
    fits = {each.id for each in register.offered if parts(each.reference or "")[0] == number}
    if not 1 < len(fits) <= MOST:
        return None
    text = chance.choice(("{n} {c}", "{n}", "Client {n}", "{c} ({n})")).format(n=number, c=spoken(matter.clients[0]))
    return _several(chance, firm, register, shape, text, fits, whole=False)


# --- Titles that name a closed matter only --------------------------------------------------------------------


def _closed(chance: random.Random, firm: Firm, register: Register) -> Labelled | None:
    matter = chance.choice([each for each in firm.matters if each.status == "Closed"])
    shape = chance.choice(SHAPES)
    told = mention_as(
        chance, chance.choice(("name", "reference", "id in context", "id and name", "reference and name")), matter
    )
    if told is None or (told.kind.startswith("id") and firm.style in ("client_matter", "names_only")):
        return None
    title, _ = _shown(chance, firm, shape, told.text)
    if register.named(title) or register.hinted(title, silence.PLAIN):
        return None
    return Labelled(title, shape.app, shape.name, {"none": True, "closed": matter.id})
