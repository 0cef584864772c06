"""The judge of the practice day must see what is wrong, or its verdict is worth nothing."""

from __future__ import annotations

from typing import Any

from wisestep_desktop.shell.practice import compare
from wisestep_desktop.shell.practice.compare import Diary

AT = "2026-03-02T09:00:{:02d}.000+00:00"
START = compare.milliseconds(AT.format(0))


def day(*rows: tuple[str, int, int]) -> dict[str, Any]:
    return {
        "rows": [
            {"title": title, "start": AT.format(start), "end": AT.format(end), "milliseconds": (end - start) * 1_000}
            for title, start, end in rows
        ],
        "presence": [{"state": "active", "start": AT.format(rows[0][1]), "end": AT.format(rows[-1][2])}],
    }


def diary(*stays: tuple[str, int, int]) -> Diary:
    made = Diary()
    for title, start, end in stays:
        made.front(title, START + start * 1_000)
        made.end(START + end * 1_000)
    return made


def record(**more: object) -> dict[str, Any]:
    told = {
        "id": 7,
        "importExternalReference": "ws-1",
        "timestampDate": "2026-03-02T00:00:00+11:00",
        "actualHours": "0.10",
        "billableHours": "0.10",
        "isBillable": "T",
        "description": "Advising",
        "links": {"action": "10482"},
    }
    return {**told, **more}


ENTRY = {
    "entry": 1,
    "reference": "ws-1",
    "actionstep_id": 7,
    "date": "2026-03-02",
    "matter": 10482,
    "worked_hours": "0.10",
    "billed_hours": "0.10",
    "billable": True,
    "text_sent": "Advising",
    "state": "sent",
}


def test_a_day_that_fits_says_nothing() -> None:
    lived = diary(("A", 0, 10), ("B", 10, 30))
    told = day(("A", 0, 10), ("B", 10, 30))
    assert compare.seconds_differ(lived, told, "(private)") == []
    assert compare.time_differs(lived, told) == []
    assert compare.entries_differ([ENTRY], [record()]) == []


def test_a_second_in_the_wrong_row_is_seen() -> None:
    lived = diary(("A", 0, 10), ("B", 10, 30))
    assert len(compare.seconds_differ(lived, day(("A", 0, 13), ("B", 13, 30)), "(private)")) == 2


def test_a_hole_in_the_day_is_seen() -> None:
    lived = diary(("A", 0, 10), ("B", 10, 30))
    [line] = compare.time_differs(lived, day(("A", 0, 10), ("B", 12, 30)))
    assert "28000 ms accounted for of 30000 ms" in line


def test_time_lost_at_the_end_is_seen() -> None:
    lived = diary(("A", 0, 10), ("B", 10, 30))
    [line] = compare.time_differs(lived, day(("A", 0, 10), ("B", 10, 25)))
    assert "by the robot's clock" in line


def test_every_field_that_differs_is_seen() -> None:
    others = record(
        id=8, actualHours="0.20", billableHours="0.30", isBillable="F", description="x", links={"action": "1"}
    )
    lines = compare.entries_differ([ENTRY], [others])
    assert [line.split()[2] for line in lines] == ["id", "matter", "worked", "billed", "billable", "text"]


def test_lost_and_foreign_records_are_seen() -> None:
    [lost, foreign] = compare.entries_differ([ENTRY], [record(importExternalReference="ws-2")])
    assert "not in Actionstep" in lost
    assert "nobody here sent it" in foreign
    assert compare.duplicates([record(), record(id=8)]) == 1
