"""Figures measured inside one process: the store, the matcher, the sync, and a title's way to the disk."""

from __future__ import annotations

import random
import threading
import time
from datetime import UTC
from pathlib import Path
from statistics import median, quantiles

from benchmarks.windows import XWindow
from wisestep_desktop import bootstrap
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.adapters.system.clock import SystemClock
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.instants import HOUR, SECOND, local_date
from wisestep_desktop.core.matching import Matcher
from wisestep_desktop.core.matter_search import MatterSearch
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.presence import Presence, PresenceSpan
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services.capture import Recorder, Rules
from wisestep_desktop.services.matching import Recogniser
from wisestep_desktop.services.timeline import read_day

Row = tuple[str, str, str]
KEY = bytes(range(32))
DAYS, EVENTS, TITLES = 250, 690, 24_000


def title_to_stored(folder: Path) -> list[Row]:
    """A title changes on a real display; how long until it is durable in the encrypted file."""
    store = SqlStore(folder, KEY, "bench")
    stored = threading.Event()
    recorder = Recorder(store, SystemClock(), Recogniser(), lambda _books: Rules(), stored=stored.set)
    watcher = bootstrap.watcher()
    delays: list[float] = []
    with XWindow("Bench", "warming up") as window:
        watcher.start(recorder)
        stored.wait(5)
        for number in range(60):
            time.sleep(1.1)  # as fast as one window may rename itself for long
            stored.clear()
            began = time.perf_counter()
            window.retitle(f"Deed {number} – HAR-2024-{number:03d}.docx – Word")
            if stored.wait(5):
                delays.append((time.perf_counter() - began) * 1_000)
    watcher.close()
    recorder.close()
    store.close()
    return [
        ("title change → stored, p50", "", f"{median(delays):.2f} ms"),
        ("title change → stored, p95", "≤ 50 ms (10)", f"{quantiles(delays, n=20)[-1]:.2f} ms of {len(delays)}"),
    ]


def _year(store: SqlStore) -> Instant:
    """Write a year of an attorney's windows; return its last instant."""
    chance = random.Random(7)
    windows = [Window(app, f"{_phrase(chance)} – {app}") for app in chance.choices(_APPS, k=TITLES)]
    at = 1_760_000_000_000

    def day(books: Books) -> None:
        nonlocal at
        start = at
        for _ in range(EVENTS):
            length = chance.randrange(2 * SECOND, 80 * SECOND)
            books.timeline.open_visit(Instant(at), chance.choice(windows))
            books.timeline.extend_visit(Instant(at), Instant(at + length))
            at += length
        for number in range(48):
            begin = start + number * (at - start) // 48
            end = start + (number + 1) * (at - start) // 48
            presence = Presence.AWAY if number % 6 == 5 else Presence.ACTIVE
            books.timeline.put_presence(PresenceSpan(Span(Instant(begin), Instant(end)), presence))

    for _ in range(DAYS):
        store.write(day).result()
        at += 14 * HOUR
    return Instant(at - 14 * HOUR)


_APPS = ("Word", "Outlook", "Google Chrome", "Adobe Acrobat", "Microsoft Teams", "Excel")
_WORDS = tuple(
    "deed lease settlement estate purchase contract advice council harbour northgate quay holdings wharf".split()  # noqa: SIM905
)


def _phrase(chance: random.Random) -> str:
    return f"{' '.join(chance.choices(_WORDS, k=7))} {chance.randrange(10_000, 99_999)}.docx"


def bytes_per_event(folder: Path) -> list[Row]:
    """How much of the disk a year takes, encrypted."""
    store = SqlStore(folder, KEY, "bench")
    _year(store)
    store.close()
    size = sum(file.stat().st_size for file in folder.iterdir())
    events = DAYS * (EVENTS + 48)
    return [
        ("storage, encrypted, per event (a year)", "≤ 60 bytes (45)", f"{size / events:.1f} bytes, {size / 1e6:.1f} MB")
    ]


def day_view(folder: Path) -> list[Row]:
    """How long it takes to read one day of a year-old file."""
    store = SqlStore(folder, KEY, "bench")
    last = _year(store)
    day = local_date(Instant(last - HOUR), UTC)
    times: list[float] = []
    rows = 0
    for _ in range(12):
        began = time.perf_counter()
        rows = len(store.read(lambda books: read_day(books, day, UTC)).rows)
        times.append((time.perf_counter() - began) * 1_000)
    store.close()
    return [("day of a year-old file, read (not painted)", "≤ 100 ms (40)", f"{median(times):.1f} ms, {rows} rows")]


def _matters(chance: random.Random) -> list[Matter]:
    return [
        Matter(
            MatterId(10_000 + number),
            " ".join(chance.choices(_WORDS, k=4)).title(),
            f"{chance.choice(_WORDS)[:3].upper()}-20{number % 27:02d}-{number % 1000:03d}",
            clients=(f"{chance.choice(_WORDS).title()}, {chance.choice(_WORDS).title()}",),
        )
        for number in range(20_000)
    ]


def matching(_folder: Path) -> list[Row]:
    """How long one title takes against 20,000 matters, and a year of titles after a sync."""
    chance = random.Random(7)
    matters = _matters(chance)
    began = time.perf_counter()
    matcher = Matcher(matters)
    built = time.perf_counter() - began
    titles = [_phrase(chance) for _ in range(TITLES)]
    times: list[float] = []
    began = time.perf_counter()
    for title in titles:
        before = time.perf_counter()
        matcher.match(title)
        times.append((time.perf_counter() - before) * 1_000)
    whole = time.perf_counter() - began
    return [
        ("match one title, 20,000 matters, p95", "≤ 2 ms (0.1)", f"{quantiles(times, n=20)[-1]:.3f} ms"),
        (
            "rematch a year (24,000 titles) plus building the matcher",
            "≤ 1 s (0.2)",
            f"{whole + built:.2f} s ({built:.2f} building)",
        ),
    ]


def picking(_folder: Path) -> list[Row]:
    """How long a keystroke in the field for the matter takes, typing what people remember of 300 matters."""
    chance = random.Random(7)
    matters = _matters(chance)
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
    return [
        (
            "picker: a keystroke over 20,000 matters, p95",
            "≤ 50 ms",
            f"{quantiles(times, n=20)[-1]:.2f} ms, worst {max(times):.1f} ms",
        )
    ]
