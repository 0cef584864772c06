"""Reports, files and imports by command: shapes as promised, files that others read, a sentence for a failure."""

from __future__ import annotations

import json
from collections.abc import Callable
from datetime import date
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest

from tests.adapters.export.readers import read_ledes, read_rfc4180
from tests.cli.conftest import Wisestep, schema
from tests.cli.test_day import DAY, worked
from tests.services.office import SqlStore
from tests.services.test_importing import LEASE, NINE, VAULT, afk, export, window
from wisestep_desktop.core.entries import Charge, Draft, Entry
from wisestep_desktop.core.ids import ActivityTypeId, EntryId, MatterId, RemoteEntryId
from wisestep_desktop.core.matters import ActivityType, Matter
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.ports.store import Books

MARCH = ("--from", "2026-03-01", "--to", "2026-03-31")


def fill(folder: Path) -> None:
    """An hour in windows, a sent entry, a draft that is rounded up, and an hour that is given away."""
    worked(folder)
    store = SqlStore(folder / "data", bytes.fromhex("5e" * 32), "0.0.1")

    def job(books: Books) -> None:
        books.matters.put_matters(
            [Matter(MatterId(10482), "Harbour v Quay", "HAR-2024-017", clients=("Harbour Holdings",)),
             Matter(MatterId(10611), "Smith lease", clients=("Smith",))]
        )  # fmt: skip
        books.matters.put_activity_types([ActivityType(ActivityTypeId(3), "Drafting")])
        for day, matter, seconds, charge, text in (
            (16, 10482, 3_600, Charge.BILL, "=cmd|'/C calc'!A0"),
            (17, 10611, 61, Charge.BILL, "Zoë: “lease”"),
            (18, 10611, 3_600, Charge.NON_BILLABLE, "Training"),
        ):
            draft = Draft(date(2026, 3, day), "Australia/Sydney", MatterId(matter), ActivityTypeId(3), text, charge,
                          by_hand=seconds * 1_000)  # fmt: skip
            number = books.entries.add(draft)
            if day == 16:
                books.entries.put(
                    Entry(EntryId(number), draft, EntryState.SENT, remote=RemoteEntryId(77), text_sent=text,
                          billed_sent=Decimal("1.10"))
                )  # fmt: skip

    store.write(job).result()
    store.close()


@pytest.fixture
def filled(wisestep: Wisestep) -> Wisestep:
    wisestep("settings", "set", "BILLABLE_TIME_ROUNDING_SEC", "360")
    fill(wisestep.folder)
    return wisestep


@pytest.mark.parametrize("by", ["matter", "client", "activity-type", "day"])
def test_a_report_adds_up_by_anything(filled: Wisestep, by: str) -> None:
    told = filled("report", *MARCH, "--by", by, "--json").value("report")
    for name, value in told["total"].items():
        if isinstance(value, int):
            assert sum(line[name] for line in told["lines"]) == value
    total = told["total"]
    assert (total["captured_seconds"], total["worked_seconds"], total["sent_hours"]) == (1_800, 7_261, "1.10")
    assert (total["billed_seconds"], total["given_away_seconds"]) == (3_960 + 360, 3_600)
    assert (total["rounding_seconds"], total["realisation"]) == (360 + 299, "59.5")


def test_a_report_in_words_with_a_goal(filled: Wisestep) -> None:
    filled("settings", "set", "review.goal_hours", "7,5")
    said = filled("report", *MARCH).out
    assert "10482 Harbour v Quay" in said
    assert "Rounding added 11 min to 1 h 01 worked." in said
    assert "1 h 00 given away: non-billable, at no charge or hidden." in said
    assert "Goal: 1 h 00 sent of 165 h 00 for 22 working days." in said
    assert filled("report", *MARCH, "--json").value("report")["goal"]["hours_a_day"] == "7.5"


def test_every_format_is_read_by_somebody_else(filled: Wisestep, tmp_path: Path) -> None:
    filled("settings", "set", "export.ledes.law_firm_id", "98-7654321")
    filled("settings", "set", "export.timekeeper_id", "TT")
    readers: dict[str, Callable[[Path], int]] = {
        "csv": lambda file: len(read_rfc4180(file.read_bytes())) - 1,
        "xlsx": lambda file: openpyxl.load_workbook(file).worksheets[0].max_row - 1,
        "ledes": lambda file: len(read_ledes(file.read_bytes())),
        "json": lambda file: len(json.loads(file.read_text("utf-8"))["entries"]),
    }
    for kind, count in readers.items():
        target = tmp_path / f"out.{kind}"
        told = filled("export", "--format", kind, "--out", str(target), *MARCH, "--json").value("export")
        assert told["file"] == str(target)
        assert count(target) == told["entries"] == (2 if kind == "ledes" else 3)
        assert "exists already" in filled("export", "--format", kind, "--out", str(target), *MARCH).sentence()
        assert filled("export", "--format", kind, "--out", str(target), "--force").code == 0
    schema("export-file").validate(json.loads((tmp_path / "out.json").read_text("utf-8")))


def test_only_what_was_sent_and_only_some_days(filled: Wisestep, tmp_path: Path) -> None:
    def entries(*words: str) -> list[str]:
        target = tmp_path / "out.json"
        filled("export", "--format", "json", "--out", str(target), "--force", *words)
        return [each["date"] for each in json.loads(target.read_text("utf-8"))["entries"]]

    assert entries("--state", "sent") == ["2026-03-16"]
    assert entries("--state", "draft") == ["2026-03-17", "2026-03-18"]
    assert entries("--from", "2026-03-17", "--to", "2026-03-17") == ["2026-03-17"]
    assert entries("--to", "2026-03-01") == []


def test_what_cannot_be_exported_is_one_sentence(filled: Wisestep, tmp_path: Path) -> None:
    assert "export.ledes.law_firm_id" in filled("export", "--format", "ledes").sentence()
    filled("settings", "set", "export.ledes.law_firm_id", "98-7654321")
    assert "export.timekeeper_id" in filled("export", "--format", "ledes").sentence()
    nowhere = str(tmp_path / "nowhere" / "out.csv")
    assert str(tmp_path / "nowhere") in filled("export", "--format", "csv", "--out", nowhere).sentence()
    assert "backwards" in filled("report", "--from", "2026-03-02", "--to", "2026-03-01").sentence()
    assert "review.goal_hours" in filled("settings", "set", "review.goal_hours", "lots").sentence()
    assert "between 0 and 24" in filled("settings", "set", "review.goal_hours", "25").sentence()


def test_an_export_of_activitywatch_is_tried_then_imported_once(wisestep: Wisestep, tmp_path: Path) -> None:
    file = tmp_path / "buckets.json"
    file.write_text(export(window(0, 20, *LEASE), window(20, 10, *VAULT), there=[afk(0, 25)]), "utf-8")
    tried = wisestep("import", "activitywatch", str(file), "--dry-run", "--json").value("import")
    assert (tried["imported"], tried["visits"], tried["worked_seconds"]) == (False, 2, 1_500)
    day = NINE.date().isoformat()
    assert wisestep("timeline", "--date", day, "--json").value("timeline")["rows"] == []
    done = wisestep("import", "activitywatch", str(file), "--json").value("import")
    assert done == tried | {"imported": True}
    rows = wisestep("timeline", "--date", day, "--json").value("timeline")["rows"]
    assert [(row["title"], row["seconds"]) for row in rows] == [("Lease.docx", 1_200), (None, 300)]
    assert wisestep("import", "activitywatch", str(file)).out.startswith("Nothing new")


def test_a_file_that_is_none_is_one_sentence(wisestep: Wisestep, tmp_path: Path) -> None:
    file = tmp_path / "buckets.json"
    assert "cannot be read" in wisestep("import", "activitywatch", str(file)).sentence()
    file.write_text("{}")
    assert "no export of ActivityWatch" in wisestep("import", "activitywatch", str(file)).sentence()
    file.write_text(export(window(0, 20, *LEASE)))
    assert "--without-presence" in wisestep("import", "activitywatch", str(file)).sentence()
    assert wisestep("import", "activitywatch", str(file), "--without-presence").code == 0


def test_an_empty_timeline_reports_nothing(wisestep: Wisestep) -> None:
    told = wisestep("report", "--json").value("report")
    assert (told["lines"], told["total"]["worked_seconds"], told["goal"]) == ([], 0, None)
    assert wisestep("report", "--by", "day", "--from", DAY, "--to", DAY).code == 0
