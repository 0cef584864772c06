"""How long a year by matter takes in a file of ten years: two million stays in windows, drafts, tags, matches."""

from __future__ import annotations

import json
import random
import time
from datetime import UTC, date
from pathlib import Path
from statistics import median

from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.adapters.store.connection import connect
from wisestep_desktop.adapters.store.store import FILE
from wisestep_desktop.adapters.system.clock import SystemClock
from wisestep_desktop.core.instants import HOUR, SECOND
from wisestep_desktop.core.report import By, report
from wisestep_desktop.services.reporting import account, keep_sums, read_account

Row = tuple[str, str, str]
KEY = bytes(range(32))
YEARS, DAYS, STAYS = 10, 250, 800
TITLES, MATTERS = 60_000, 600
ENTRIES, A_DAY = 8, 12
FIRST_YEAR = 2015


def year_by_matter(folder: Path) -> list[Row]:
    """Report the newest and an older year of a ten-year file: at first, and once the sums of its days are kept."""
    SqlStore(folder, KEY, "bench").close()
    fill(folder / FILE)
    store, clock = SqlStore(folder, KEY, "bench"), SystemClock()
    last = FIRST_YEAR + YEARS - 1
    first = date(last, 1, 1), date(last, 12, 31)
    began = time.perf_counter()
    told = report(store.read(lambda books: read_account(books, clock, *first)).ledger, By.MATTER)
    raw = (time.perf_counter() - began) * 1_000
    began = time.perf_counter()
    keep_sums(store, clock, *first)
    kept = (time.perf_counter() - began) * 1_000
    times: list[float] = []
    for _ in range(12):
        began = time.perf_counter()
        report(account(store, clock, *first).ledger, By.MATTER)
        times.append((time.perf_counter() - began) * 1_000)
    whole = date(FIRST_YEAR, 1, 1), first[1]
    keep_sums(store, clock, *whole)
    began = time.perf_counter()
    report(account(store, clock, *whole).ledger, By.MATTER)
    decade = (time.perf_counter() - began) * 1_000
    store.close()
    size = (folder / FILE).stat().st_size / 1e6
    return [
        ("year by matter, 2 million stays", "≤ 250 ms (60)", f"{median(times):.1f} ms, {len(told.lines)} lines"),
        ("year by matter, no sums kept yet", "(once)", f"{raw:.0f} ms, and {kept:.0f} ms to keep them"),
        ("ten years by matter", "", f"{decade:.0f} ms of {size:.0f} MB"),
    ]


def fill(file: Path) -> None:
    """Write the rows as the program would, by the table: two million single writes would take an hour."""
    chance = random.Random(11)
    db = connect(file, KEY)
    db.execute("BEGIN")
    triggers = db.execute("SELECT name, sql FROM sqlite_master WHERE type = 'trigger'").fetchall()
    for name, _ in triggers:
        db.execute(f"DROP TRIGGER {name}")
    db.execute("INSERT INTO application VALUES (1, 'Word')")
    evidence = [["reference", 0, 8, "HAR-2024"], ["client", 12, 30, "Harbour Holdings"]]
    db.executemany(
        "INSERT INTO title (id, digest, application, text, matched, match) VALUES (?, ?, 1, ?, 'v', ?)",
        (
            (
                number,
                number.to_bytes(12, "big"),
                f"Deed of settlement {number} – revised terms – Word",
                json.dumps([number % MATTERS + 1, [[number % MATTERS + 1, 0.98, evidence]]]) if number % 3 else None,
            )
            for number in range(1, TITLES + 1)
        ),
    )
    db.executemany(
        "INSERT INTO matter (id, name, status, clients) VALUES (?, ?, 'Active', ?)",
        ((number, f"Matter {number}", json.dumps([f"Client {number % 400}"])) for number in range(1, MATTERS + 1)),
    )
    entry = 0
    for year in range(YEARS):
        for number in range(DAYS):
            entry = _day(db, chance, FIRST_YEAR + year, number, entry)
    for _, sql in triggers:
        db.execute(sql)
    db.execute("INSERT INTO said (rowid, text) SELECT id, 'Word ' || text FROM title")
    db.execute(
        "UPDATE title SET first = seen.first, last = seen.last FROM"
        " (SELECT title, min(start) AS first, max(start) AS last FROM visit GROUP BY title) AS seen"
        " WHERE seen.title = title.id"
    )
    db.execute("COMMIT")
    db.close()


def _day(db: object, chance: random.Random, year: int, number: int, entry: int) -> int:
    """Write a day of stays among sixty windows about twelve matters; of every second one the time is in an entry."""
    day = date.fromordinal(date(year, 1, 1).toordinal() + number * 365 // DAYS)
    at = (day.toordinal() - date(1970, 1, 1).toordinal()) * 24 * HOUR + 9 * HOUR
    start = at
    matters = chance.sample(range(MATTERS), A_DAY)
    papers = chance.sample(range(TITLES // MATTERS), 5)
    windows = [paper * MATTERS + matter + 1 for paper in papers for matter in matters]
    visits = []
    for _ in range(STAYS):
        length = chance.randrange(2 * SECOND, 70 * SECOND)
        visits.append((at, length, chance.choice(windows)))
        at += length
    run = db.executemany  # type: ignore[attr-defined]
    run("INSERT INTO visit VALUES (?, ?, ?)", visits)
    step = (at - start) // 48
    run(
        "INSERT INTO presence VALUES (?, ?, ?, NULL)",
        [(start + n * step, step, "away" if n % 6 == 5 else "active") for n in range(48)],
    )
    run(
        "INSERT INTO tag VALUES (?, ?, ?, 0)",
        [(start + n % 8 * HOUR, windows[n], n % MATTERS + 1) for n in range(0, 40, 2)],
    )
    run(
        "INSERT INTO entry (id, work_date, zone, matter, narrative, charge, state) VALUES (?, ?, ?, ?, '', 'bill', ?)",
        [(entry + n + 1, day.isoformat(), str(UTC), windows[n] % MATTERS + 1, "draft") for n in range(ENTRIES)],
    )
    here = [visit for visit in visits if all((at - start) // step % 6 < 5 for at in (visit[0], sum(visit[:2]) - 1))]
    claimed = here[::2]
    run(
        "INSERT INTO entry_part VALUES (?, ?, ?, ?)",
        [(at, length, title, entry + n % ENTRIES + 1) for n, (at, length, title) in enumerate(claimed)],
    )
    return entry + ENTRIES


__all__ = ["DAYS", "FIRST_YEAR", "KEY", "YEARS", "fill", "year_by_matter"]
