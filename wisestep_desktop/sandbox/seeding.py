"""Makes up a firm from a seed: the same seed and size give the same firm, name for name.

Knows how a firm's register looks. Refuses to know how it is served.
"""

import random
from collections.abc import Iterator
from datetime import date, timedelta
from typing import Any, NamedTuple
from zoneinfo import ZoneInfo

from wisestep_desktop.sandbox import names
from wisestep_desktop.sandbox.clock import utc_day
from wisestep_desktop.sandbox.firm import Firm, Matter, Participant, User
from wisestep_desktop.sandbox.house import DEMO, STAFF, USERS, DemoMatter, add_house_records

ANCHOR = date(2026, 3, 14)
"""The last day anything seeded was touched; fixed, so that a seed means the same firm on every day."""

_ANCHOR_INSTANT = utc_day(2026, 3, 14)
_DAY = 86_400
_FIRST_CLIENT = 60_001


class BadDataError(ValueError):
    """Data for a firm that does not have the described shape."""


class Area(NamedTuple):
    """A field of practice: its matter type, the prefix of its references, its share and its names."""

    type_id: int
    prefix: str
    share: int
    templates: tuple[str, ...]
    company: bool


AREAS: tuple[Area, ...] = (
    Area(
        21,
        "",
        22,
        ("{short} v {other}", "{short} v {other}", "{short} v {council} Council", "{short} ats {other}"),
        company=True,
    ),
    Area(
        28,
        "EST",
        13,
        ("Estate of the late {initial}. {last}", "{last} Estate", "Estate of {first} {last}"),
        company=False,
    ),
    Area(
        33, "CON", 20, ("{last} – Purchase of {number} {street}", "{last} – Sale of {number} {street}"), company=False
    ),
    Area(34, "LEA", 10, ("{short} – Lease of Level {level}", "{short} – Lease of {number} {street}"), company=True),
    Area(
        35, "FAM", 9, ("{last} & {last2} – Property settlement", "{last} & {last2} – Parenting orders"), company=False
    ),
    Area(36, "EMP", 6, ("{last} – Unfair dismissal", "{last} v {other} – General protections"), company=False),
    Area(
        37,
        "COM",
        9,
        ("{short} – Shareholders agreement", "{short} – Acquisition of {other}", "{short} – Terms of trade"),
        company=True,
    ),
    Area(38, "WIL", 6, ("{last} – Will and powers of attorney",), company=False),
    Area(39, "DBT", 5, ("{short} – Debt recovery from {other}",), company=True),
)


class _Words:
    """Draws names; one `random` call a word, because 100,000 matters ask for a million of them."""

    def __init__(self, seed: int) -> None:
        self._chance = random.Random(seed).random  # noqa: S311 - a firm that can be made again, not a secret
        self.chance = self._chance

    def one(self, words: tuple[str, ...]) -> str:
        return words[int(self._chance() * len(words))]

    def upto(self, top: int) -> int:
        return int(self._chance() * top)

    def company(self) -> str:
        name = f"{self.one(names.COMPANY_FIRST)} {self.one(names.COMPANY_SECOND)}"
        return f"{name.replace('_', ' ')} {self.one(names.COMPANY_FORM)}"


def seeded_firm(key: str, title: str, zone: ZoneInfo, *, seed: int, matters: int) -> Firm:
    """A firm with exactly so many matters, restricted and deleted ones counted; the well-known ones come first."""
    firm = Firm(key, title, zone)
    add_house_records(firm, _ANCHOR_INSTANT)
    words = _Words(seed)
    demo = DEMO[:matters]
    next_client = _add_demo(firm, demo)
    people, companies = _add_clients(firm, words, next_client, matters)
    taken = {row.id for row in DEMO}
    counters: dict[tuple[str, int], int] = {}
    ids = _rising_ids(words, taken)
    firm.fill("actions", [_matter(next(ids), words, people, companies, counters) for _ in range(matters - len(demo))])
    return firm


def _rising_ids(words: _Words, taken: set[int]) -> Iterator[int]:
    ident = 10_000
    while True:
        ident += 1 + (words.upto(4) if words.chance() < 0.6 else 0)
        if ident not in taken:
            yield ident


def _add_demo(firm: Firm, demo: tuple[DemoMatter, ...]) -> int:
    client = _FIRST_CLIENT
    for row in demo:
        last, _, first = row.client.partition(", ")
        firm.put("participants", Participant(client, first, last, not first, _ANCHOR_INSTANT - _DAY * 30))
        firm.put("actions", matter_from_demo(row, client))
        client += 1
    return client


def matter_from_demo(row: DemoMatter, client: int) -> Matter:
    """One of the matters every firm of ten or more has."""
    return Matter(
        id=row.id,
        name=row.name,
        reference=row.reference,
        status=row.status,
        type_id=row.type_id,
        assigned=26,
        clients=(client,),
        created=date(row.year, 2, 3),
        modified=_ANCHOR_INSTANT - _DAY * (row.id % 20),
        only_for=frozenset({12}) if row.restricted else None,
        utbms=row.utbms,
    )


def _add_clients(firm: Firm, words: _Words, first_id: int, matters: int) -> tuple[list[Participant], list[Participant]]:
    people: list[Participant] = []
    companies: list[Participant] = []
    ident = first_id
    for turn in range(max(4, matters * 3 // 5)):
        ident += 1 + words.upto(3)
        touched = _ANCHOR_INSTANT - words.upto(700) * _DAY
        if turn % 5 < 3:
            people.append(
                Participant(
                    ident, words.one(names.FIRST_NAMES), words.one(names.SURNAMES), is_company=False, modified=touched
                )
            )
        else:
            companies.append(Participant(ident, "", words.company(), is_company=True, modified=touched))
    firm.fill("participants", people)
    firm.fill("participants", companies)
    return people, companies


def _matter(
    ident: int,
    words: _Words,
    people: list[Participant],
    companies: list[Participant],
    counters: dict[tuple[str, int], int],
) -> Matter:
    area = _area(words.upto(100))
    pool = companies if area.company and words.chance() < 0.8 else people
    client = pool[int(words.chance() ** 1.6 * len(pool))]
    second = people[words.upto(len(people))] if words.chance() < 0.12 else None
    created = ANCHOR - timedelta(days=words.upto(1200))
    name = _name(area, client, words)
    if words.chance() < 0.02:
        name += " (No 2)"
    age = (ANCHOR - created).days
    luck = words.chance()
    return Matter(
        id=ident,
        name=name,
        reference=None if words.chance() < 0.02 else _reference(area, client, created.year, counters),
        status="Active" if luck < 0.78 else "Closed" if luck < 0.92 else "Inactive" if luck < 0.98 else "Template",
        type_id=area.type_id,
        assigned=STAFF[words.upto(len(STAFF))],
        clients=(client.id, second.id) if second and second.id != client.id else (client.id,),
        created=created,
        modified=_ANCHOR_INSTANT - words.upto(age * _DAY + 1),
        deleted=_ANCHOR_INSTANT - _DAY if words.chance() < 0.01 else None,
        only_for=frozenset({(12, 13)[words.upto(2)]}) if words.chance() < 0.02 else None,
    )


def _area(draw: int) -> Area:
    for area in AREAS:
        draw -= area.share
        if draw < 0:
            return area
    return AREAS[0]


def _name(area: Area, client: Participant, words: _Words) -> str:
    last = client.last
    short = last.removesuffix(" Pty Ltd").removesuffix(" Ltd") if client.is_company else last
    template = area.templates[words.upto(len(area.templates))]
    return template.format(
        short=short,
        last=short,
        first=client.first or short,
        initial=(client.first or short)[0],
        last2=words.one(names.SURNAMES),
        other=words.company() if words.chance() < 0.7 else words.one(names.SURNAMES),
        council=words.one(names.COUNCILS),
        number=1 + words.upto(240),
        street=words.one(names.STREETS),
        level=1 + words.upto(40),
    )


def _reference(area: Area, client: Participant, year: int, counters: dict[tuple[str, int], int]) -> str:
    prefix = area.prefix or "".join(letter for letter in client.last.upper() if "A" <= letter <= "Z")[:3]
    # The well-known matters use numbers below 200.
    number = counters.get((prefix, year), 200) + 1
    counters[prefix, year] = number
    return f"{prefix}-{year}-{number:03d}"


def firm_from_data(key: str, title: str, zone: ZoneInfo, data: dict[str, Any]) -> Firm:
    """A firm whose matters and quick codes come from a file instead.

    Takes {"matters":[{"id","name","reference","status","clients":[…]}], "quickcodes":[{"id","name"}]}; either may be
    missing. Raises BadDataError for anything that is not so.
    """
    try:
        return _firm_from_rows(Firm(key, title, zone), data)
    except (ValueError, KeyError, TypeError, AttributeError) as wrong:
        raise BadDataError(f"matters or quickcodes are not as described: {wrong!r}") from wrong


def _firm_from_rows(firm: Firm, data: dict[str, Any]) -> Firm:
    add_house_records(firm, _ANCHOR_INSTANT, quickcodes=data.get("quickcodes"))
    known: dict[str, int] = {}
    for row in data.get("matters", ()):
        for client in row.get("clients", ()):
            if client not in known:
                known[client] = _FIRST_CLIENT + len(known)
                last, _, first = client.partition(", ")
                firm.put("participants", Participant(known[client], first, last, not first, _ANCHOR_INSTANT))
        firm.put("actions", _matter_from_row(row, known))
    return firm


def _matter_from_row(row: dict[str, Any], known: dict[str, int]) -> Matter:
    return Matter(
        id=int(row["id"]),
        name=str(row["name"]),
        reference=row.get("reference"),
        status=row.get("status") or "Active",
        type_id=33,
        assigned=26,
        clients=tuple(known[client] for client in row.get("clients", ())),
        created=date(2026, 1, 12),
        modified=_ANCHOR_INSTANT,
    )


def users_of(key: str) -> tuple[User, ...]:
    """The people who may choose this organisation after signing in."""
    return tuple(user for user in USERS if key in user.organisations)
