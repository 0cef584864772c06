"""The computer's clock: what the contract cannot ask of a clock set by hand."""

from __future__ import annotations

import os
import sys
import time
from collections.abc import Iterator
from datetime import datetime, timedelta
from pathlib import Path
from zoneinfo import ZoneInfo

import pytest

from wisestep_desktop.adapters.system.clock import ZONE_GOOD_FOR, SystemClock, awake_clock

if sys.platform == "win32":
    pytest.skip("the zone of Windows comes from the registry", allow_module_level=True)


@pytest.fixture(autouse=True)
def zone_of_the_process(monkeypatch: pytest.MonkeyPatch) -> Iterator[None]:
    """Let a test set TZ; afterwards the process is back in its own zone."""
    before = os.environ.get("TZ")
    yield
    monkeypatch.undo()
    assert os.environ.get("TZ") == before
    time.tzset()


def test_the_wall_clock_is_the_computers() -> None:
    before = time.time_ns() // 1_000_000
    wall = SystemClock().read().wall
    assert before <= wall <= time.time_ns() // 1_000_000


def test_the_awake_clock_is_the_one_that_stops_in_sleep() -> None:
    before = time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1_000_000
    awake = awake_clock()
    assert before <= awake <= time.clock_gettime_ns(time.CLOCK_MONOTONIC) // 1_000_000


def test_a_changed_variable_is_seen_at_once(monkeypatch: pytest.MonkeyPatch) -> None:
    clock = SystemClock()
    monkeypatch.setenv("TZ", "Australia/Sydney")
    assert clock.zone_name() == "Australia/Sydney"
    assert datetime(2026, 1, 1, tzinfo=clock.zone()).utcoffset() == timedelta(hours=11)
    monkeypatch.setenv("TZ", "Asia/Kolkata")
    assert clock.zone_name() == "Asia/Kolkata"
    assert datetime(2026, 1, 1, tzinfo=clock.zone()).utcoffset() == timedelta(hours=5, minutes=30)


def test_a_broken_variable_means_utc_and_no_crash(monkeypatch: pytest.MonkeyPatch) -> None:
    monkeypatch.setenv("TZ", "Nowhere/AtAll")
    clock = SystemClock()
    assert clock.zone_name() == "UTC"
    assert datetime(2026, 1, 1, tzinfo=clock.zone()).utcoffset() == timedelta()


def test_a_moved_link_is_seen_after_a_minute_awake(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    monkeypatch.setenv("TZ", str(tmp_path / "localtime"))
    link, now = tmp_path / "localtime", [0]
    link.symlink_to(_zone_file("Europe/Lisbon"))
    clock = SystemClock(awake=lambda: now[0], localtime=link)
    assert clock.zone_name() == "Europe/Lisbon"
    link.unlink()
    link.symlink_to(_zone_file("America/New_York"))
    now[0] += ZONE_GOOD_FOR - 1
    assert clock.zone_name() == "Europe/Lisbon", "the file system is not asked again and again"
    now[0] += 1
    assert clock.zone_name() == "America/New_York"


def test_a_zone_without_a_name_is_named_by_its_offset(monkeypatch: pytest.MonkeyPatch, tmp_path: Path) -> None:
    nameless = tmp_path / "somewhere"
    nameless.write_bytes(_zone_file("Asia/Tokyo").read_bytes())
    monkeypatch.setenv("TZ", str(nameless))
    clock = SystemClock(localtime=nameless)
    assert clock.zone_name() == "Etc/GMT-9", "Etc names count westwards"
    assert datetime.now(ZoneInfo(clock.zone_name())).utcoffset() == timedelta(hours=9)
    assert datetime.now(clock.zone()).utcoffset() == timedelta(hours=9)


def _zone_file(name: str) -> Path:
    path = Path("/usr/share/zoneinfo") / name
    if not path.exists():
        pytest.skip("this system has no zone files")
    return path
