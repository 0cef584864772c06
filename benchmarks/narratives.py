"""How long it takes to look a narrative over, to make one, and to find an activity type as it is typed."""

from __future__ import annotations

import random
import time
from pathlib import Path
from statistics import quantiles

from benchmarks.matching import FIRM, firm, titles
from wisestep_desktop.adapters.system.lists import load
from wisestep_desktop.core.activity import Offer, TypeSearch
from wisestep_desktop.core.facts_of_work import Seen, facts_of_work
from wisestep_desktop.core.ids import ActivityTypeId, RowId
from wisestep_desktop.core.matching import Matcher
from wisestep_desktop.core.matters import ActivityType
from wisestep_desktop.core.narrative_checks import NarrativeRules, checked
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.shell.words import resources

Row = tuple[str, str, str]

_TYPES = 10_000


def looking_over(_folder: Path) -> list[Row]:
    """How long a narrative takes against 20,000 matters: labelled ones, and some as long as they may be."""
    matters, words = firm(FIRM), load(resources()).tasks
    matcher, by_id = Matcher(matters), {each.id: each for each in matters}
    file = Path(__file__).parents[1] / "tests" / "data" / "narratives.tsv"
    texts = [line.split("\t")[2] for line in file.read_text("utf-8").splitlines()[1:]]
    named = [f"{text}; see {matters[97 * place].name}" for place, text in enumerate(texts)]
    long = ["; ".join(random.Random(seed).choices(named, k=60))[:4_000] for seed in range(20)]
    rules, rows = NarrativeRules(("fallback position",)), []
    for what, some in (("a narrative", texts + named), ("4,000 characters", long)):
        times = []
        for text in some * 3:
            before = time.perf_counter()
            checked(text, matters[5], matcher.named(text), by_id, words, rules)
            times.append((time.perf_counter() - before) * 1_000)
        cuts = quantiles(times[len(some) :], n=20)
        rows.append((f"look {what} over, 20,000 matters, p50 / p95", "≤ 5 ms", f"{cuts[9]:.3f} / {cuts[-1]:.3f} ms"))
    return rows


def suggesting(_folder: Path) -> list[Row]:
    """How long a narrative of a long day's rows takes."""
    matters, rules = firm(1_000), load(resources()).work
    windows = list(titles(matters, 200))
    seen = [Seen(RowId(f"{at:x}-{at}"), each, Instant(at * 60_000), 60_000) for at, each in enumerate(windows)]
    began = time.perf_counter()
    for _ in range(10):
        facts_of_work(seen, matters[5], rules)
    took = (time.perf_counter() - began) * 100
    return [("facts of 200 rows", "", f"{took:.1f} ms")]


def picking_types(_folder: Path) -> list[Row]:
    """How long a keystroke takes among 10,000 activity types."""
    chance = random.Random(5)
    words = (
        "Draft",
        "Review",
        "Telephone",
        "Court",
        "Attendance",
        "Lease",
        "Deed",
        "Advice",
        "Long",
        "Short",
        "Meeting",
    )
    offers = [
        Offer(each, each.name)
        for number in range(_TYPES)
        for each in [ActivityType(ActivityTypeId(number), f"{' '.join(chance.choices(words, k=3))} {number}")]
    ]
    search, times = TypeSearch(offers), []
    for typed in ("d", "de", "court att", "rev 12", "hone", "xyz", "ease", "draft lease 99"):
        for _ in range(20):
            before = time.perf_counter()
            search.find(typed)
            times.append((time.perf_counter() - before) * 1_000)
    cuts = quantiles(times, n=20)
    return [("a keystroke among 10,000 activity types, p50 / p95", "≤ 5 ms", f"{cuts[9]:.2f} / {cuts[-1]:.2f} ms")]
