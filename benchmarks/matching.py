"""How long it takes to take in a firm's matters, to read a title, and to read a year's titles again."""

from __future__ import annotations

import random
import secrets
import time
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path
from statistics import quantiles

from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.matching import Matcher
from wisestep_desktop.core.matter_search import MatterSearch
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services.matching import Recogniser

Row = tuple[str, str, str]

FIRM, YEAR = 20_000, 24_000
"""Matters of a large firm, and distinct titles of an attorney's year."""

_SYLLABLES = [
    "bar",
    "ken",
    "low",
    "mor",
    "tan",
    "vel",
    "dor",
    "lin",
    "har",
    "wick",
    "son",
    "ley",
    "gate",
    "field",
    "ton",
    "by",
    "ash",
    "wood",
    "stone",
    "mere",
    "col",
    "fen",
    "rid",
]
_KINDS = ("Lease", "Debt recovery", "Purchase of {n} {w} Road", "Parenting orders", "Tax objection", "Merger")
_PAPERS = ("Letter to other side", "Deed of release v3", "Advice", "Chronology", "Costs agreement", "File note")
_SILENT = ("Inbox (3) - Outlook", "Weather this week - Google Chrome", "Team lunch - Calendar", "Timesheet policy.pdf")


def firm(size: int, seed: int = 7) -> list[Matter]:
    """Return as many matters as a firm might have: disputes, conveyances, estates, companies; most with a reference."""
    chance = random.Random(seed)
    words = sorted({"".join(chance.choices(_SYLLABLES, k=chance.choice((2, 2, 3)))).title() for _ in range(4_000)})
    common = chance.sample(words, 60)  # a firm has its Smiths

    def name() -> str:
        return chance.choice(common if chance.random() < 0.2 else words)

    def matter(number: int) -> Matter:
        client = f"{name()}, {name()}" if number % 2 else f"{name()} {name()} Pty Ltd"
        short = client.split(",", maxsplit=1)[0].removesuffix(" Pty Ltd")
        match number % 4:
            case 0:
                called = f"{short} v {name()} Holdings Ltd"
            case 1:
                called = f"Estate of {short}"
            case _:
                called = f"{short} - {chance.choice(_KINDS).format(n=chance.randrange(1, 300), w=name())}"
        reference = None if number % 3 == 0 else f"{short[:3].upper()}-20{number % 27:02d}-{number // 27:04d}"
        return Matter(MatterId(10_000 + number), called, reference, clients=(client,))

    return [matter(number) for number in range(size)]


def titles(matters: list[Matter], count: int, seed: int = 8) -> Iterator[Window]:
    """Yield windows of an attorney's year: half of them say which matter, in one way or another."""
    chance = random.Random(seed)
    for number in range(count):
        matter, paper = chance.choice(matters), chance.choice(_PAPERS)
        match number % 6:
            case 0:
                yield Window("Word", f"{matter.reference or matter.id} {paper} {number}.docx - Word")
            case 1:
                yield Window("Word", f"{matter.name} - {paper} {number}.docx - Word")
            case 2:
                yield Window("Outlook", f"RE: {matter.clients[0]}: {paper} ({number}) - Message (HTML)")
            case _:
                yield Window("Chrome", f"{chance.choice(_SILENT)} {number}")


def taking_in(_folder: Path) -> list[Row]:
    """Build time and memory for three sizes of firm, and the time for one changed matter."""
    rows: list[Row] = []
    for size in (1_000, FIRM, 100_000):
        matters = firm(size)
        before, began = _resident(), time.perf_counter()
        matcher = Matcher(matters)
        built, grown = time.perf_counter() - began, _resident() - before
        began = time.perf_counter()
        matcher.index.changed([replace(matters[5], name="Renamed v Somebody")], ())
        renamed = (time.perf_counter() - began) * 1_000
        told = f"{built:.2f} s, {grown:.0f} MB; one renamed matter {renamed:.1f} ms"
        rows.append((f"taking in {size:,} matters", "", told))
    return rows


def reading(_folder: Path) -> list[Row]:
    """How long one title takes against 20,000 matters, through the whole pipeline."""
    matters = firm(FIRM)
    matcher = Matcher(matters)
    windows = list(titles(matters, 6_000))
    times: list[float] = []
    for window in windows:
        before = time.perf_counter()
        matcher.match(window.title, window.application)
        times.append((time.perf_counter() - before) * 1_000)
    times = times[1_000:]  # the first ones fill caches
    cuts = quantiles(times, n=20)
    return [("match one title, 20,000 matters, p50 / p95", "≤ 2 ms (0.1)", f"{cuts[9]:.3f} / {cuts[-1]:.3f} ms")]


def reading_again(folder: Path) -> list[Row]:
    """How long a year's titles take in the encrypted file: after one rename, and after everything changed."""
    store = SqlStore(folder, secrets.token_bytes(32), "bench")
    matters = firm(FIRM)
    store.write(lambda books: books.matters.put_matters(matters)).result()
    recogniser = Recogniser()

    def fill(books: Books) -> None:
        for number, window in enumerate(titles(matters, YEAR)):
            books.timeline.open_visit(Instant(number * 1_000), window)

    store.write(fill).result()
    began = time.perf_counter()
    recogniser.rematch(store)
    first = time.perf_counter() - began
    renamed = replace(matters[4], name="Renamed Partners v Somebody Else")
    store.write(lambda books: books.matters.put_matters([renamed])).result()
    began = time.perf_counter()
    count = recogniser.rematch(store)
    narrow = time.perf_counter() - began
    store.write(lambda books: books.settings.put("SHOW_CLOSED_CASES", "TRUE")).result()
    store.write(lambda books: books.settings.put_fact("titles.matched", None)).result()
    began = time.perf_counter()
    recogniser.rematch(store)
    every = time.perf_counter() - began
    store.close()
    return [
        ("rematch a year (24,000 titles) after one rename", "≤ 1 s (0.2)", f"{narrow:.2f} s, {count} titles read"),
        ("the same after a full rebuild, in the background", "", f"{every:.2f} s ({first:.2f} with building)"),
    ]


def picking(_folder: Path) -> list[Row]:
    """How long a keystroke in the field for the matter takes, typing what people remember of 300 matters."""
    chance = random.Random(7)
    matters = firm(FIRM)
    search = MatterSearch(matters)
    times: list[float] = []
    for matter in chance.sample(matters, 300):
        begun = " ".join(word[: chance.randrange(2, 6)] for word in chance.sample(matter.name.split(), 2))
        reference = (matter.reference or "").replace("-", "")
        for typed in (str(matter.id), reference, begun):
            for upto in range(1, len(typed) + 1):
                before = time.perf_counter()
                search.find(typed[:upto])
                times.append((time.perf_counter() - before) * 1_000)
    told = f"{quantiles(times, n=20)[-1]:.2f} ms, worst {max(times):.1f} ms"
    return [("picker: a keystroke over 20,000 matters, p95", "≤ 50 ms", told)]


def _resident() -> float:
    """Return the memory this process holds, MB."""
    return int(Path("/proc/self/statm").read_text().split()[1]) * 4096 / 1e6
