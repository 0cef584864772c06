"""Clocks, zone, the Credential Manager, and the encrypted timeline under a key kept in it."""

from __future__ import annotations

import subprocess
import sys
import time
import uuid
import winreg
from collections.abc import Callable, Iterator
from contextlib import closing
from datetime import UTC, datetime
from pathlib import Path
from zoneinfo import ZoneInfo

import keyring.backends.Windows
import pytest

from wisestep_desktop.adapters.secrets.keyring_vault import SERVICE, KeyringVault
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.adapters.system.clock import ZONE_GOOD_FOR, SystemClock, awake_clock
from wisestep_desktop.core.errors import KeyUnavailable
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.spans import Instant, Span

KEY = bytes(range(32))
ZONE = r"SYSTEM\CurrentControlSet\Control\TimeZoneInformation"
LOAD = """
import sys
from wisestep_desktop.adapters.secrets.keyring_vault import KeyringVault
print(KeyringVault(sys.argv[1]).load().hex())
"""


@pytest.fixture
def timeline() -> Iterator[str]:
    """Name a timeline that nobody else has, and leave no key behind."""
    name = f"test {uuid.uuid4().hex}"
    yield name
    backend = keyring.backends.Windows.WinVaultKeyring()
    if backend.get_password(SERVICE, name) is not None:
        backend.delete_password(SERVICE, name)


def test_the_wall_clock_is_the_computers() -> None:
    before = time.time_ns() // 1_000_000
    wall = SystemClock().read().wall
    assert before <= wall <= time.time_ns() // 1_000_000


def test_the_awake_clock_goes_on_evenly_while_the_computer_is_awake() -> None:
    before, awake, after = time.monotonic_ns(), awake_clock(), time.monotonic_ns()
    while time.monotonic_ns() - before < 200_000_000:
        assert awake_clock() >= awake
    end, passed, last = time.monotonic_ns(), awake_clock() - awake, time.monotonic_ns()
    step = 40  # milliseconds; the clocks of Windows move in steps of up to 16
    assert (end - after) // 1_000_000 - step <= passed <= (last - before) // 1_000_000 + step


def test_the_zone_fits_what_windows_itself_reckons_with() -> None:
    zone = SystemClock().zone()
    for moment in (datetime(2026, 1, 15, tzinfo=UTC), datetime(2026, 7, 15, tzinfo=UTC)):
        assert moment.astimezone(zone).utcoffset() == moment.astimezone().utcoffset()


@pytest.fixture
def zone_setting() -> Iterator[Callable[[str], None]]:
    """Set the computer's zone in the registry, as its settings do; put it back afterwards."""
    with winreg.OpenKey(winreg.HKEY_LOCAL_MACHINE, ZONE, 0, winreg.KEY_ALL_ACCESS) as key:
        before = winreg.QueryValueEx(key, "TimeZoneKeyName")[0]
        yield lambda name: winreg.SetValueEx(key, "TimeZoneKeyName", 0, winreg.REG_SZ, name)
        winreg.SetValueEx(key, "TimeZoneKeyName", 0, winreg.REG_SZ, before)


@pytest.mark.parametrize(
    ("setting", "name"),
    [
        ("W. Europe Standard Time", "Europe/Berlin"),
        ("AUS Eastern Standard Time", "Australia/Sydney"),
        ("Newfoundland Standard Time", "America/St_Johns"),
    ],
)
def test_a_zone_set_in_windows_is_seen_within_a_minute_awake(
    zone_setting: Callable[[str], None], setting: str, name: str
) -> None:
    now = [0]
    clock = SystemClock(lambda: now[0])
    before = clock.zone_name()
    zone_setting(setting)
    assert clock.zone_name() == before
    now[0] += ZONE_GOOD_FOR
    assert clock.zone_name() == name
    assert clock.zone().utcoffset(datetime(2026, 1, 15)) == ZoneInfo(name).utcoffset(datetime(2026, 1, 15))  # noqa: DTZ001


def test_a_key_is_kept_in_the_credential_manager_and_another_process_finds_it(timeline: str) -> None:
    vault = KeyringVault(timeline)
    assert vault.load() is None
    vault.keep(KEY)
    assert vault.load() == KEY
    done = subprocess.run(
        [sys.executable, "-X", "utf8", "-c", LOAD, timeline], capture_output=True, text=True, check=True, timeout=60
    )
    assert done.stdout.strip() == KEY.hex()


def test_a_visit_survives_in_the_encrypted_file_and_only_the_key_opens_it(timeline: str, tmp_path: Path) -> None:
    KeyringVault(timeline).keep(KEY)
    start, title = Instant(1_790_000_000_000), "契約書 – Schriftsatz Müller 👩‍⚖️"
    with closing(SqlStore(tmp_path / "Jörg", KeyringVault(timeline).load() or b"", "1")) as store:
        store.write(lambda books: books.timeline.open_visit(start, Window("Probe Editor", title))).result()
        store.write(lambda books: books.timeline.extend_visit(start, Instant(start + 60_000))).result()
        path = store.path
    content = path.read_bytes()
    assert not content.startswith(b"SQLite format 3")
    assert "Müller".encode() not in content
    with closing(SqlStore(tmp_path / "Jörg", KeyringVault(timeline).load() or b"", "1")) as store:
        visits = store.read(lambda books: books.timeline.visits(Span(start, Instant(start + 1))))
        titles = store.read(lambda books: books.timeline.titles([each.title for each in visits]))
        assert [each.window for each in titles.values()] == [Window("Probe Editor", title)]
        assert [each.span.end - each.span.start for each in visits] == [60_000]
    with pytest.raises(KeyUnavailable):
        SqlStore(tmp_path / "Jörg", bytes(32), "1")
