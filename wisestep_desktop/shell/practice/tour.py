"""The practice day that drives itself: real windows, signing in, syncing, reviewing, sending; every second checked."""

from __future__ import annotations

import json
import shutil
import sys
import tempfile
import time
from collections.abc import Callable, Iterator, Sequence
from contextlib import ExitStack
from dataclasses import dataclass
from pathlib import Path
from typing import Any

from PySide6.QtGui import QGuiApplication

from wisestep_desktop.shell.practice import compare
from wisestep_desktop.shell.practice.compare import Diary
from wisestep_desktop.shell.practice.house import House, control
from wisestep_desktop.shell.practice.robot import (
    Child,
    PracticeFailed,
    activate,
    click,
    keys,
    point,
    screenshot,
    type_text,
    until,
    whole_screen,
    window_named,
)
from wisestep_desktop.shell.words import tr

OWN = "WiseStep"
SIGN_IN = "Connect to Actionstep — WiseStep Desktop"
PRIVATE = "(private)"

PLAN: tuple[tuple[str, str, float], ...] = (
    ("Word", "Deed of settlement – HAR-2024-017 v3.docx – Word", 5.0),
    ("Outlook", "RE: Harbour Holdings v Quay Pty Ltd – revised terms – Message", 4.0),
    ("Acrobat", "HAR-2024-017 lease 2019.pdf – Adobe Acrobat", 3.0),
    ("KeePassXC", "Passwords – KeePassXC", 2.0),
    ("Google Chrome", "Matter 10990 | Actionstep – Google Chrome", 4.0),
    ("Outlook", "Marlow, Jane – probate timetable – Message", 3.0),
    ("Google Chrome", "Limitation of actions – Westlaw – Google Chrome", 2.0),
    ("Word", "Costs agreement – Smith 10611 / Jones 10877.docx – Word", 3.0),
    ("Word", "EST-2025-004 – Deed of family arrangement.docx – Word", 4.0),
    ("Acrobat", "<b>Invoice</b> 2024 & $10482.pdf – Adobe Acrobat", 1.5),
    ("Word", "Deed of settlement – HAR-2024-017 v3.docx – Word", 3.0),
    ("Outlook", "CON-2026-112 contract for 4 Wharf Road – Message", 3.0),
)
"""Application, title, seconds in front. Two matters in one title, a price that looks like one, a private window."""

REVIEW: tuple[tuple[str, str], ...] = (
    ("10482", "Settling the deed with Quay's solicitors; considering the 2019 lease"),
    ("10990", "Advising on the deed of family arrangement and the probate timetable"),
    ("10877", "Reviewing the contract for 4 Wharf Road"),
)
"""Matter to look for, and what to say. The connection breaks after the second row was created."""


@dataclass(slots=True)
class Outcome:
    """What one practice day came to: milliseconds, counts, and lines about whatever did not fit."""

    elapsed: int
    accounted: int
    start_to_capturing: float
    timeline: dict[str, Any]
    entries: list[dict[str, Any]]
    ledger: list[dict[str, Any]]
    dropped: int
    mismatches: list[str]
    screenshots: list[str]


class Day:
    """One practice day in one scheme."""

    def __init__(self, house: House, into: Path, scheme: str) -> None:
        self._house = house
        self._into = into
        self._scheme = scheme
        self._diary = Diary()
        self._shots: list[str] = []
        self._stages: dict[str, Child] = {}
        self._control = ""
        self._own = ""

    def run(self) -> Outcome:
        """Live the day from first start to quit, then compare."""
        with ExitStack() as stack:
            sandbox = stack.enter_context(self._house.sandbox("--matters", "1600", "--fault", "slow=0.4:*@GET actions"))
            facts = sandbox.read()
            self._control = facts["control_url"]
            self._house.furnish(facts)
            for name, value in (
                ("BILLABLE_TIME_ROUNDING_SEC", "360"),
                ("appearance.theme", self._scheme),
                ("privacy.excluded_applications", "KeePassXC"),
            ):
                self._house.set(name, value)
            app = stack.enter_context(self._house.app())
            consented = self._agree(app)
            for application in dict.fromkeys(application for application, _, _ in PLAN):
                self._stages[application] = stack.enter_context(self._house.stage(application))
            try:
                self._work()
                self._sign_in(facts)
                self._review()
            except PracticeFailed:
                whole_screen(self._into / f"stopped-{self._scheme}.png")
                raise
            self._diary.end(_now())
            status = app.end()
            return self._judge(consented, status)

    def _agree(self, app: Child) -> int:
        self._own = until(lambda: window_named(OWN) or None, "the first window")
        activate(self._own)
        self._shoot(self._own, "first-run", settle=0.6)
        keys("Return")
        self._shoot(self._own, "first-run-consent", settle=0.4)
        agreed = _now()
        self._diary.front(OWN, agreed)
        keys("Return")
        until(lambda: self._timeline()["rows"] or None, "the first row")
        keys("Escape")  # past what else the first run offers
        if not app.running():
            raise PracticeFailed("the program ended")
        return agreed

    def _work(self) -> None:
        """Switch among real windows as an attorney does."""
        for application, title, seconds in PLAN:
            told = self._stages[application].tell({"title": title})
            activate(str(told["window"]))
            self._diary.front(PRIVATE if application == "KeePassXC" else title, _now())
            time.sleep(seconds)  # the work itself: this is what the day consists of
        self._go_home()

    def _go_home(self) -> None:
        activate(self._own)
        self._diary.front(OWN, _now())

    def _sign_in(self, facts: dict[str, Any]) -> None:
        own = self._own
        click(own, -190, 26)  # Connect to Actionstep, before the bell and the menu
        window = until(lambda: window_named(SIGN_IN) or None, "the sign-in window")
        activate(window)
        self._diary.front(SIGN_IN, _now())
        until(lambda: self._asked("/api/oauth/authorize") or None, "the sign-in page")
        self._settle(1.2)
        person = facts["users"][0]
        type_text(person["email"])
        self._shoot(window, "sign-in", settle=0.4)
        keys("Tab")
        type_text(person["password"])
        keys("Return")
        until(lambda: self._asked("/api/oauth/organisation") or None, "the choice of organisation")
        self._settle(0.8)
        self._shoot(window, "sign-in-organisation")
        keys("Return")
        until(lambda: self._asked("/api/oauth/consent") or None, "the question for consent")
        self._settle(0.8)
        self._shoot(window, "sign-in-consent")
        keys("Return")
        until(lambda: not window_named(SIGN_IN) or None, "the sign-in window to close")
        self._go_home()
        until(lambda: self._asked("/api/rest/actions", times=3) or None, "the sync to begin")
        self._shoot(own, "syncing")
        until(lambda: self._house.ask("status")["last_sync"], "the sync to end")
        control(self._control, "/clear-faults", {})
        self._settle(1.0)

    def _review(self) -> None:
        own = self._own
        self._shoot(own, "timeline", settle=1.0)
        for number, (matter, narrative) in enumerate(REVIEW, start=1):
            keys("ctrl+4", "ctrl+f", "ctrl+a")  # among the rows with a certain matter, those of this one
            type_text(matter)
            keys("ctrl+l", "ctrl+a", "ctrl+e")
            type_text(narrative)
            if number == 2:
                control(self._control, "/fault", {"spec": "create-then-drop:1"})
            self._shoot(own, f"entry-{number}" if number > 1 else "entry-panel", settle=0.4)
            keys("ctrl+Return")
            until(lambda count=number: len(self._sent()) == count or None, f"entry {number} to be sent")  # type: ignore[misc]
            self._settle(0.8)
        keys("ctrl+f", "ctrl+a", "Delete", "ctrl+1", "ctrl+l", "Down")
        self._shoot(own, "sent", settle=1.0)

    def _judge(self, consented: int, status: int) -> Outcome:
        timeline = self._house.ask("timeline")
        entries = self._house.ask("entries")
        ledger = control(self._control, "/ledger")
        first = compare.milliseconds(timeline["rows"][0]["start"])
        # The robot's own first stay began when it agreed; recording began a moment later.
        diary = Diary([(title, max(start, first), end) for title, start, end in self._diary.stays])
        mismatches = [
            *compare.seconds_differ(diary, timeline, PRIVATE),
            *compare.time_differs(diary, timeline),
            *compare.entries_differ(entries, ledger),
        ]
        if status:
            mismatches.append(f"the program ended with status {status}")
        if (self._house.folder / "app.log").read_text(errors="replace").strip():
            mismatches.append("the program complained; see app.log")
        return Outcome(
            elapsed=compare.elapsed(timeline),
            accounted=compare.accounted(timeline),
            start_to_capturing=(first - consented) / 1_000,
            timeline=timeline,
            entries=entries,
            ledger=ledger,
            dropped=sum(asked["fault"] == "create-then-drop" for asked in self._requests()),
            mismatches=[f"{self._scheme}: {line}" for line in mismatches],
            screenshots=self._shots,
        )

    def _timeline(self) -> dict[str, Any]:
        told: dict[str, Any] = self._house.ask("timeline")
        return told

    def _sent(self) -> list[dict[str, Any]]:
        return [entry for entry in self._house.ask("entries") if entry["state"] == "sent"]

    def _requests(self) -> list[dict[str, Any]]:
        told: list[dict[str, Any]] = control(self._control, "/requests")
        return told

    def _asked(self, path: str, times: int = 1) -> bool:
        hits = [asked for asked in self._requests() if str(asked["path"]).split("?", 1)[0] == path]
        return len(hits) >= times

    def _settle(self, seconds: float) -> None:
        """Let a page or a list be painted; a person would look at it at least as long."""
        time.sleep(seconds)

    def _shoot(self, window: str, name: str, *, settle: float = 0.0) -> None:
        self._settle(settle)
        point(window, -4, -4)  # so that nothing looks hovered
        self._settle(0.15)
        file = self._into / f"{name}-{self._scheme}.png"
        screenshot(window, file)
        self._shots.append(file.name)


def _now() -> int:
    return time.time_ns() // 1_000_000


def run_tour(command: Sequence[str], into: Path, schemes: Sequence[str], say: Callable[[str], None]) -> bool:
    """Live the day in each scheme, write screenshots and ``report.json``; tell whether everything fits.

    Raises:
        PracticeFailed: if the day could not be lived to its end; the logs are in ``into`` all the same.
    """
    into.mkdir(parents=True, exist_ok=True)
    application = QGuiApplication([sys.argv[0]])
    outcomes: list[Outcome] = []
    for scheme in schemes:
        folder = Path(tempfile.mkdtemp(prefix="wisestep-demo-"))
        try:
            outcomes.append(Day(House(command, folder), into, scheme).run())
        finally:
            _keep_logs(folder, into)
            shutil.rmtree(folder, ignore_errors=True)
    del application
    report = _report(outcomes)
    (into / "report.json").write_text(json.dumps(report, indent=2) + "\n", "utf-8")
    for line in (*_table(outcomes), json.dumps(report, indent=2)):
        say(line)
    return not report["mismatches"] and not report["duplicates"]


def _keep_logs(folder: Path, into: Path) -> None:
    for log in folder.glob("*.log"):
        shutil.copy(log, into / log.name)


def _report(outcomes: Sequence[Outcome]) -> dict[str, Any]:
    rows = [row for outcome in outcomes for row in outcome.timeline["rows"]]
    ledger = [record for outcome in outcomes for record in outcome.ledger]
    return {
        "elapsed_seconds": round(sum(outcome.elapsed for outcome in outcomes) / 1_000),
        "accounted_seconds": round(sum(outcome.accounted for outcome in outcomes) / 1_000),
        "rows": len(rows),
        "tagged_rows": sum(row["matter"] is not None for row in rows),
        "entries": sum(len(outcome.entries) for outcome in outcomes),
        "sandbox_entries": len(ledger),
        "mismatches": [line for outcome in outcomes for line in outcome.mismatches],
        "duplicates": sum(compare.duplicates(outcome.ledger) for outcome in outcomes),
        "dropped_after_create": sum(outcome.dropped for outcome in outcomes),
        "screenshots": [name for outcome in outcomes for name in outcome.screenshots],
        "start_to_capturing_seconds": [round(outcome.start_to_capturing, 3) for outcome in outcomes],
        "private_seconds": sum(outcome.timeline["totals"]["private"] for outcome in outcomes),
    }


def _table(outcomes: Sequence[Outcome]) -> Iterator[str]:
    """Return the day as lines: every row, then every entry."""
    for outcome in outcomes:
        for row in outcome.timeline["rows"]:
            title = tr("Private") if row["state"] == "private" else row["title"] or tr("No window in front")
            told = (row["start"][11:19], f"{row['seconds']:>4} s", f"{row['matter'] or '-':>6}", f"{row['state']:<8}")
            yield "  ".join((*told, title[:70]))
        for entry in outcome.entries:
            yield tr(
                "entry {entry}: matter {matter}, worked {worked_hours} h, billed {billed_hours} h, {state} as "
                "{actionstep_id}",
                **entry,
            )
