"""What is stored, what is old, and the two ways out, as commands."""

from __future__ import annotations

import json

from tests.cli.conftest import Wisestep
from tests.services.test_importing import LEASE, NINE, afk, export, window
from wisestep_desktop.adapters.system.turn import FileTurn
from wisestep_desktop.core.days_of_use import NEEDED


def test_what_is_stored_is_told(wisestep: Wisestep) -> None:
    told = wisestep("stored", "--json").value("stored")
    assert told["visits"] == 0
    assert told["bytes"] == sum(each["bytes"] for each in told["files"])
    assert {each["kind"] for each in told["files"]} >= {"timeline"}
    out = wisestep("stored").out
    assert "Window titles" in out
    assert "The timeline, encrypted" in out


def test_what_is_old_is_let_go_of(wisestep: Wisestep) -> None:
    told = wisestep("retention", "--dry-run", "--json").value("retention")
    assert (told["visits"], told["dry_run"]) == (0, True)
    assert "is left to delete" in wisestep("retention").out
    wisestep("settings", "set", "retention.legal_hold", "TRUE")
    assert wisestep("retention", "--json").value("retention") == {"before": None}
    assert wisestep("retention").out.strip() == "Everything is kept."


def test_by_a_clock_that_went_ahead_old_time_goes_only_after_a_yes(wisestep: Wisestep) -> None:
    file = wisestep.folder / "buckets.json"
    file.write_text(export(window(0, 20, *LEASE), there=[afk(0, 25)]), "utf-8")
    wisestep("import", "activitywatch", str(file))
    told = wisestep("retention", "--dry-run", "--json").value("retention")
    assert (told["visits"], told["clock"]["before"], told["clock"]["days_of_use"]) == (
        1,
        NINE.date().isoformat(),
        NEEDED,
    )
    assert "its clock went ahead" in wisestep("retention", "--dry-run").out
    assert "say --clock-is-right" in wisestep("retention").sentence()
    assert "One stay" in wisestep("retention", "--clock-is-right").out
    told = wisestep("retention", "--json").value("retention")
    assert (told["visits"], told["clock"]) == (0, None)


def test_everything_is_taken_along(wisestep: Wisestep) -> None:
    wisestep("settings", "set", "review.goal_hours", "7")
    wisestep("settings", "set", "connection.client_secret", "hunter2")
    file = wisestep.folder / "all.jsonl"
    told = wisestep("export-all", str(file), "--json").value("export-all")
    assert told["records"] == {"about": 1, "setting": 1}
    lines = [json.loads(line) for line in file.read_text("utf-8").splitlines()]
    assert [each["kind"] for each in lines] == ["about", "setting"]
    assert "exists already" in wisestep("export-all", str(file)).sentence()
    assert "not encrypted" in wisestep("export-all", str(file), "--force").out


def test_everything_is_deleted_only_after_a_yes(wisestep: Wisestep) -> None:
    assert wisestep("stored").code == 0
    assert wisestep("delete-all").code == 2
    wisestep("settings", "set", "retention.legal_hold", "TRUE")
    assert "legal hold" in wisestep("delete-all", "--yes").sentence()
    wisestep("settings", "set", "retention.legal_hold", "FALSE")
    wisestep("settings", "set", "review.goal_hours", "7")
    with FileTurn(wisestep.folder / "data" / "recording.lock").take():
        assert "Quit it first" in wisestep("delete-all", "--yes").sentence()
    assert wisestep("delete-all", "--yes", "--json").value("delete-all") == {"deleted": True}
    told = wisestep("settings", "get", "review.goal_hours", "--json").value("settings")
    assert told["review.goal_hours"]["source"] == "default"
