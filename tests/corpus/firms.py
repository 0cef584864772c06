"""Makes the matters of five invented firms, each of which keeps its matters in a style of its own."""

from __future__ import annotations

import random
from collections.abc import Callable, Iterator

from tests.corpus import firms_abroad, words
from tests.corpus.model import STYLES, Firm, FirmMatter

MATTERS = 1_060
"""Of each firm."""


def firm(style: str) -> Firm:
    """Return the firm of a style; the same matters every time."""
    chance = random.Random(f"firm {style}")  # noqa: S311 - the same corpus every time
    ids = _ids(chance)
    drafts = _STYLES[style](chance)
    matters: list[FirmMatter] = []
    while len(matters) < MATTERS:
        draft = next(drafts)
        status = chance.choices(("Active", "Closed", "Inactive", "Template"), (83, 11, 5, 1))[0]
        matters.append(
            FirmMatter(
                ids[len(matters)],
                draft["name"],
                draft.get("reference"),
                status,
                draft["clients"],
                draft.get("aliases", ()),
                draft.get("parties", ()),
            )
        )
    return Firm(style, tuple(matters))


def _ids(chance: random.Random) -> list[int]:
    """Return numbers as Actionstep counts them: a few old short ones, some that look like years, mostly five digits."""
    four = [1066, 1984, 2001, 2019, 2024, 2025, *chance.sample(range(2_100, 9_999), 40)]
    five = chance.sample(range(10_000, 70_000), MATTERS - len(four) - 80)
    six = chance.sample(range(100_000, 160_000), 80)
    return sorted(four + five + six)


# --- Clients --------------------------------------------------------------------------------------------------


def person(chance: random.Random) -> str:
    """Return a person as Actionstep shows one: "Marlow, Jane"."""
    return f"{chance.choice(words.SURNAMES)}, {chance.choice(words.GIVEN)}"


def company(chance: random.Random) -> str:
    """Return a company with its legal form."""
    middle = f" {chance.choice(words.HEADS)}" if chance.random() < 0.12 else ""
    form = chance.choice(words.FORMS)
    return f"{chance.choice(words.HEADS)}{middle} {chance.choice(words.TAILS)}{form and ' '}{form}"


def short(client: str) -> str:
    """Return a client as matter names write it: the surname, or the company without its legal form."""
    surname, comma, _ = client.partition(",")
    if comma:
        return surname
    for form in sorted(set(words.FORMS) - {""}, key=len, reverse=True):
        if client.endswith(f" {form}"):
            return client[: -len(form) - 1]
    return client


def _clients(chance: random.Random, people: float, number: int) -> list[str]:
    """Return distinct clients, a part of them people."""
    found: dict[str, None] = {}
    while len(found) < number:
        found[person(chance) if chance.random() < people else company(chance)] = None
    return list(found)


def address(chance: random.Random) -> str:
    """Return a street and number."""
    return f"{chance.randrange(1, 240)} {chance.choice(words.STREETS)} {chance.choice(words.WAYS)}"


def _subject(chance: random.Random) -> str:
    kind = chance.random()
    if kind < 0.35:
        return f"{chance.choice(('Purchase of', 'Sale of', 'Lease of', 'Mortgage over'))} {address(chance)}"
    return chance.choice(words.SUBJECTS)


def _versus(chance: random.Random, client: str, clients: list[str]) -> tuple[str, tuple[str, ...]]:
    """Return the name of a dispute; now and then the other side is a client elsewhere."""
    other = chance.choice(clients) if chance.random() < 0.12 else _clients(chance, 0.4, 1)[0]
    sides = (short(client), short(other)) if chance.random() < 0.6 else (_plain(client), _plain(other))
    if chance.random() < 0.25:
        sides = (sides[1], sides[0])
    return f"{sides[0]} v {sides[1]}", sides


def _plain(client: str) -> str:
    surname, comma, given = client.partition(", ")
    return f"{given} {surname}" if comma else client


def _former(chance: random.Random, client: str) -> tuple[str, ...]:
    """Return a former name, for a few."""
    if chance.random() >= 0.06:
        return ()
    return (f"{chance.choice(words.HEADS)} {chance.choice(words.TAILS)} re {short(client)}",)


# --- Styles ---------------------------------------------------------------------------------------------------


def _mixed(chance: random.Random, clients: list[str], disputes: float) -> dict[str, object]:
    client = clients[min(int(chance.expovariate(1 / (len(clients) / 2.2))), len(clients) - 1)]
    if chance.random() < disputes:
        name, parties = _versus(chance, client, clients)
    else:
        parties = (short(client),)
        name = (
            f"{chance.choice((short(client), _plain(client)))}{chance.choice((' - ', ' - ', ' re '))}{_subject(chance)}"
        )
    return {"name": name, "clients": (client,), "parties": parties, "aliases": _former(chance, client)}


def _integers(chance: random.Random) -> Iterator[dict[str, object]]:
    clients = _clients(chance, 0.5, 620)
    while True:
        draft = _mixed(chance, clients, 0.45)
        if chance.random() < 0.08:
            draft["reference"] = f"{short(str(draft['clients'][0]))[:3].upper()}/{chance.randrange(100, 999)}"  # type: ignore[index]
        yield draft


def _client_matter(chance: random.Random) -> Iterator[dict[str, object]]:
    clients = _clients(chance, 0.3, 420)
    numbers = chance.sample(range(10_000, 99_999), 300)
    numbers += chance.sample(range(30, 999), 120)
    taken: dict[str, int] = {}
    forms = [chance.choices(("{:05d}-{:04d}", "{:05d}.{:04d}", "{:05d}/{:04d}"), (7, 2, 1))[0] for _ in clients]
    while True:
        draft = _mixed(chance, clients, 0.2)
        client = str(draft["clients"][0])  # type: ignore[index]
        place = clients.index(client)
        taken[client] = taken.get(client, 0) + 1
        matter = taken[client] if numbers[place] > 999 else 100 + 17 * taken[client] + place % 300
        draft["reference"] = forms[place].format(numbers[place], matter)
        yield draft


def _dockets(chance: random.Random) -> Iterator[dict[str, object]]:
    clients = _clients(chance, 0.45, 600)
    taken: set[str] = set()
    while True:
        draft = _mixed(chance, clients, 0.8)
        reference = _docket(chance, short(str(draft["clients"][0])))  # type: ignore[index]
        if reference not in taken:
            taken.add(reference)
            yield draft | {"reference": reference}


def _docket(chance: random.Random, client: str) -> str:
    letters = "".join(char for char in client.upper() if char.isalpha())[:3]
    judge = "".join(chance.choices("ABCDEFGHJKLMNPRSTW", k=3))
    year = chance.randrange(2021, 2026)
    forms = (
        f"{chance.randrange(1, 9)}:{year % 100}-cv-{chance.randrange(100, 9_999):05d}-{judge}",
        f"VID {chance.randrange(20, 1400)}/{year}",
        f"NSD {chance.randrange(20, 1400)}/{year}",
        f"[{year}] NSWSC {chance.randrange(10, 1700)}",
        f"HC-{year}-{chance.randrange(10, 4_000):06d}",
        f"B {chance.randrange(100, 900)}/{year % 100}",
        f"{letters}/{year}/{chance.randrange(1, 90)}",
        f"{letters}-{year}-{chance.randrange(1, 400):03d}",
    )
    return chance.choices(forms, (3, 2, 1, 1, 2, 1, 5, 5))[0]


def _names_only(chance: random.Random) -> Iterator[dict[str, object]]:
    clients = [*_clients(chance, 0.65, 560), *words.COMMON_COMPANIES]
    while True:
        client = chance.choice(clients)
        kind = chance.random()
        if kind < 0.3:
            draft = _mixed(chance, [client], 0.0)
        elif kind < 0.55:
            name, parties = _versus(chance, client, clients)
            draft = {"name": name, "clients": (client,), "parties": parties}
        elif kind < 0.7:
            draft = _estate(chance)
        elif kind < 0.85:
            draft = _family(chance)
        else:
            draft = {"name": short(client) if "," not in client else client, "clients": (client,)}
        yield draft | ({"aliases": _former(chance, client)} if kind < 0.3 else {})


def _estate(chance: random.Random) -> dict[str, object]:
    surname, given = chance.choice(words.SURNAMES), chance.choice(words.GIVEN)
    name = chance.choice(
        (
            f"Estate of the late {given} {surname}",
            f"{surname} Estate",
            f"{surname} Estate No 2",
            f"{surname} Family Trust",
            f"In the matter of {given} {surname}, deceased",
            f"Re {surname} Superannuation Fund",
        )
    )
    return {"name": name, "clients": (f"{surname}, {chance.choice(words.GIVEN)}",), "parties": (surname,)}


def _family(chance: random.Random) -> dict[str, object]:
    surname, one, two = chance.choice(words.SURNAMES), *chance.sample(words.GIVEN, 2)
    name = f"{surname}, {one} & {surname}, {two}" if chance.random() < 0.5 else f"{surname}, {one} & {two}"
    if chance.random() < 0.4:
        name += f" - {_subject(chance)}"
    return {"name": name, "clients": (f"{surname}, {one}", f"{surname}, {two}"), "parties": (surname,)}


_STYLES: dict[str, Callable[[random.Random], Iterator[dict[str, object]]]] = {
    "integers": _integers,
    "client_matter": _client_matter,
    "dockets": _dockets,
    "names_only": _names_only,
    "international": firms_abroad.matters,
}
assert tuple(_STYLES) == STYLES
