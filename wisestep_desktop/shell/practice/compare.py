"""Holds what the robot did against what the timeline says, and what was sent against what arrived. Pure."""

from __future__ import annotations

from collections import defaultdict
from collections.abc import Iterable, Mapping, Sequence
from dataclasses import dataclass, field
from datetime import datetime
from decimal import Decimal
from typing import Any

Shape = Mapping[str, Any]
TOLERANCE = 1_000
"""Milliseconds by which a title's sum may differ: the robot's clock and the X server's answers are not the same."""


@dataclass(slots=True)
class Diary:
    """Which window the robot put in front, and from when to when, by its own clock in UTC milliseconds."""

    stays: list[tuple[str, int, int]] = field(default_factory=list)
    _front: tuple[str, int] | None = None

    def front(self, title: str, now: int) -> None:
        """Note that another window is in front from ``now`` on."""
        self.end(now)
        self._front = (title, now)

    def end(self, now: int) -> None:
        """Note that the stay going on is over."""
        if self._front is not None:
            title, since = self._front
            self.stays.append((title, since, now))
            self._front = None

    def sums(self) -> dict[str, int]:
        """Return milliseconds by title."""
        told: defaultdict[str, int] = defaultdict(int)
        for title, start, end in self.stays:
            told[title] += end - start
        return dict(told)


def seconds_differ(diary: Diary, timeline: Shape, private: str) -> list[str]:
    """Return a line for each title whose recorded time is not what the robot spent there; ``private`` has no title."""
    recorded: defaultdict[str, int] = defaultdict(int)
    for row in timeline["rows"]:
        recorded[row["title"] or private] += row["milliseconds"]
    expected = diary.sums()
    titles = [*expected, *(title for title in recorded if title not in expected)]
    return [
        f"time: {title!r} {expected.get(title, 0)} ms in front, {recorded.get(title, 0)} ms recorded"
        for title in titles
        if abs(expected.get(title, 0) - recorded.get(title, 0)) > TOLERANCE
    ]


def elapsed(timeline: Shape) -> int:
    """Return the milliseconds from the first to the last recorded instant."""
    stretches = [*timeline["rows"], *timeline["presence"]]
    starts = [milliseconds(each["start"]) for each in stretches]
    return max(milliseconds(each["end"]) for each in stretches) - min(starts)


def accounted(timeline: Shape) -> int:
    """Return the milliseconds that rows hold, plus those in which nobody was there, each counted where it stands."""
    worked = sum(row["milliseconds"] for row in timeline["rows"])
    away = [stay for stay in timeline["presence"] if stay["state"] != "active" and stay["proof"] != "call"]
    return int(worked) + sum(milliseconds(stay["end"]) - milliseconds(stay["start"]) for stay in away)


def time_differs(diary: Diary, timeline: Shape) -> list[str]:
    """Return a line if the day does not add up by itself, or is not as long as the robot's own clock says."""
    lines: list[str] = []
    if accounted(timeline) != elapsed(timeline):
        lines.append(f"time: {accounted(timeline)} ms accounted for of {elapsed(timeline)} ms")
    by_robot = diary.stays[-1][2] - diary.stays[0][1]
    if abs(by_robot - elapsed(timeline)) > TOLERANCE:
        lines.append(f"time: {elapsed(timeline)} ms recorded, {by_robot} ms by the robot's clock")
    return lines


def entries_differ(entries: Iterable[Shape], ledger: Iterable[Shape]) -> list[str]:
    """Return a line for each field in which a sent entry and its record differ, and for each that has no partner."""
    records = {record["importExternalReference"]: record for record in ledger}
    lines: list[str] = []
    for entry in entries:
        record = records.pop(entry["reference"], None)
        if record is None:
            lines.append(f"entry {entry['entry']}: not in Actionstep")
            continue
        pairs = {
            "id": (entry["actionstep_id"], record["id"]),
            "date": (entry["date"], record["timestampDate"][:10]),
            "matter": (str(entry["matter"]), record["links"]["action"]),
            "worked": (Decimal(entry["worked_hours"]), Decimal(record["actualHours"])),
            "billed": (Decimal(entry["billed_hours"]), Decimal(record["billableHours"])),
            "billable": (entry["billable"], record["isBillable"] == "T"),
            "text": (entry["text_sent"] or "", record["description"] or ""),
            "state": (entry["state"], "sent"),
        }
        lines += [
            f"entry {entry['entry']}: {name} {ours!r}, there {there!r}"
            for name, (ours, there) in pairs.items()
            if ours != there
        ]
    lines += [f"record {record['id']}: nobody here sent it" for record in records.values()]
    return lines


def duplicates(ledger: Sequence[Shape]) -> int:
    """Return how many records repeat another one's reference."""
    references = [record["importExternalReference"] for record in ledger]
    return len(references) - len(set(references))


def milliseconds(text: str) -> int:
    """Return an ISO time in UTC milliseconds."""
    return round(datetime.fromisoformat(text).timestamp() * 1_000)
