"""The Windows installer, on a fresh Windows computer under Wine each time."""

from __future__ import annotations

import json
import re
import subprocess
from collections.abc import Iterator
from datetime import UTC, datetime
from pathlib import Path

import pytest

from installer.tests.older import DAY, KEY, OLDER, assert_kept, write_timeline
from installer.tests.windows_program import APP_PATH, FROZEN, INVITATION, LINKS, RUN, UNINSTALL, console, files_in, home
from installer.tests.wine import Computer, computer, windows_name
from wisestep_desktop import __version__
from wisestep_desktop.core.invitation import SUFFIX

FAILED, NEWER_IS_THERE, STILL_RUNS, NO_SPACE, DATA_STAYS = 2, 3, 4, 6, 9


@pytest.fixture(scope="module")
def installed(setup: Path) -> Iterator[Computer]:
    """A computer on which one person installed it; nothing here changes that."""
    with computer("installed") as found:
        assert found.status_of(setup, "/S", "/AUTOSTART") == 0
        yield found


def uninstall(computer: Computer, *words: str, everybody: bool = False) -> None:
    """Uninstall as Windows does it silently: what was started ends at once, and a copy of it does the work."""
    root = "HKLM" if everybody else "HKCU"
    told = computer.value(rf"{root}\{UNINSTALL}\WiseStep", "QuietUninstallString")
    assert told is not None
    program, *switches = told.replace('"', "").rsplit(" ", 1)
    assert computer.status_of(program, *switches, *words) == 0
    computer.until(lambda: not home(computer, everybody=everybody).exists(), "the end of the uninstallation")


def traces(computer: Computer) -> list[str]:
    """What of ours is in the registry, but for a key of a timeline: Wine keeps its Credential Manager there."""
    found = [name for root in ("HKCU", "HKLM") for name in computer.registry(rf"{root}\Software")]
    return [
        name for name in found if "wisestep" in name.casefold() and not re.search("UserData|Credential Manager", name)
    ]


def test_one_person_has_every_file_and_the_shortcut(installed: Computer) -> None:
    files = files_in(home(installed))
    assert files == files_in(FROZEN) | {"uninstall.exe"}
    assert {"WiseStep.exe", "wisestep.com", "_internal/PySide6/QtWebEngineProcess.exe"} <= files
    shortcut = installed.person / "AppData/Roaming/Microsoft/Windows/Start Menu/Programs/WiseStep.lnk"
    assert "WiseStep.exe".encode("utf-16-le") in shortcut.read_bytes() or b"WiseStep.exe" in shortcut.read_bytes()
    assert not (installed.disk / "Program Files/WiseStep").exists()


def test_windows_knows_the_program_its_links_and_its_files(installed: Computer) -> None:
    entry = rf"HKCU\{UNINSTALL}\WiseStep"
    place = rf"C:\users\{installed.person.name}\AppData\Local\Programs\WiseStep"
    assert installed.value(entry, "DisplayVersion") == __version__
    assert installed.value(entry, "Publisher") == "The WiseStep Desktop authors"
    assert installed.value(entry, "InstallLocation") == place
    assert installed.value(entry, "QuietUninstallString") == rf'"{place}\uninstall.exe" /S'
    size = int((installed.value(entry, "EstimatedSize") or "").removeprefix("dword:"), 16)
    assert 200_000 < size < 420_000  # kilobytes
    for kind in (LINKS, INVITATION):
        assert installed.value(rf"HKCU\{kind}\shell\open\command") == rf'"{place}\WiseStep.exe" "%1"'
    assert installed.value(rf"HKCU\{LINKS}", "URL Protocol") == ""
    assert installed.value(rf"HKCU\Software\Classes\{SUFFIX}") == "WiseStep.Invitation"
    assert installed.value(rf"HKCU\{APP_PATH}") == rf"{place}\WiseStep.exe"
    assert not installed.registry(rf"HKLM\{UNINSTALL}\WiseStep")


def test_every_part_works_that_wine_can_run(installed: Computer) -> None:
    done = installed.run(console(installed), "selftest", "--json")
    assert done.status == 0, done.said
    told = json.loads(done.said)
    states = {part["part"]: part["outcome"] for part in told["parts"]}
    assert [part for part, state in states.items() if state != "passed"] == ["sign-in-window"]
    assert states["sign-in-window"] == "not_run"
    assert {"keyring", "app", "capture", "send", "notices", "second-start", "quit"} <= set(states)


def test_the_console_twin_is_found_first_and_prints(installed: Computer) -> None:
    place = windows_name(home(installed))
    done = installed.run("cmd", "/c", f"cd /d {place} && wisestep --version")
    assert (done.status, done.said.strip()) == (0, f"wisestep {__version__}")
    assert installed.run(console(installed), "no-such-command").status == 2


def test_both_programs_say_what_they_are(installed: Computer) -> None:
    for name, description in (
        ("WiseStep.exe", "WiseStep Desktop"),
        ("wisestep.com", "WiseStep Desktop (command line)"),
    ):
        content = (home(installed) / name).read_bytes()
        for text in (description, __version__, "The WiseStep Desktop authors", name):
            assert text.encode("utf-16-le") in content, (name, text)
        assert b"\x89PNG" in content  # the icon


def test_starting_at_sign_in_was_chosen_and_the_person_may_change_it(installed: Computer) -> None:
    place = rf"C:\users\{installed.person.name}\AppData\Local\Programs\WiseStep"
    command = rf'"{place}\WiseStep.exe" run --hidden'
    assert installed.value(rf"HKCU\{RUN}", "WiseStep") == command
    twin = console(installed)
    assert installed.ask(twin, "autostart") == {"starts": True}
    assert installed.ask(twin, "autostart", "off") == {"starts": False}
    assert installed.ask(twin, "autostart", "on") == {"starts": True}
    written = installed.value(rf"HKCU\{RUN}", "WiseStep")
    assert written is not None
    assert written.replace('"', "") == command.replace('"', "")


def test_a_link_reaches_the_program_that_runs(installed: Computer) -> None:
    command = installed.value(rf"HKCU\{LINKS}\shell\open\command")
    assert command is not None
    program = command.split('"')[1]
    variables = {"WISESTEP_DATA_DIR": r"C:\links"}
    with installed.running(home(installed) / "WiseStep.exe", "run", "--hidden", **variables) as first:
        installed.until((installed.disk / "links/program.lock").exists, "the program")
        second = installed.run(program, "wisestep://join/nothing", **variables)
        assert second.status == 0  # it handed its argument over, and ended
        assert first.poll() is None
        log = installed.disk / "links/wisestep.log"
        assert installed.run(console(installed), "quit", **variables).status == 0
        assert first.wait(60) == 0
        assert "Traceback" not in log.read_text("utf-8")


def test_an_upgrade_keeps_the_time_and_nothing_of_the_old_files(
    fresh: Computer, older_setup: Path, setup: Path, tmp_path: Path
) -> None:
    before_all = fresh.files()
    assert fresh.status_of(older_setup, "/S") == 0
    assert (home(fresh) / "_internal/only-in-an-older.txt").exists()
    key = tmp_path / "key"
    key.write_text(KEY)
    mine = {"WISESTEP_KEY_FILE": windows_name(key)}
    fresh.data.mkdir()
    before = write_timeline(fresh.data)
    assert fresh.status_of(setup, "/S") == 0
    assert fresh.value(rf"HKCU\{UNINSTALL}\WiseStep", "DisplayVersion") == __version__
    assert files_in(home(fresh)) == files_in(FROZEN) | {"uninstall.exe"}
    assert fresh.value(rf"HKCU\{RUN}", "WiseStep") is None  # nobody chose it
    assert_kept(fresh.data, before, fresh.ask(console(fresh), "timeline", "--date", DAY, **mine))

    assert fresh.status_of(older_setup, "/S") == NEWER_IS_THERE
    assert fresh.value(rf"HKCU\{UNINSTALL}\WiseStep", "DisplayVersion") == __version__
    assert not (home(fresh) / "_internal/only-in-an-older.txt").exists()

    uninstall(fresh)
    assert traces(fresh) == []
    left = {each for each in fresh.files() - before_all if "Local/WiseStep" not in each}
    assert left <= {f"users/{fresh.person.name}/AppData/Local/Programs"}
    assert (fresh.data / "timeline.db").exists()  # a person's time stays unless they say otherwise

    assert fresh.status_of(older_setup, "/S") == 0
    assert len(fresh.ask(console(fresh), "timeline", "--date", DAY, **mine)["rows"]) == 1
    fresh.environment |= mine
    uninstall(fresh, "/PURGE")
    assert not fresh.data.exists()
    assert traces(fresh) == []


def test_what_runs_is_ended_in_order_and_goes_on_after_the_upgrade(
    fresh: Computer, older_setup: Path, setup: Path
) -> None:
    assert fresh.status_of(older_setup, "/S") == 0
    twin = console(fresh)
    assert fresh.run(twin, "settings", "set", "privacy.consent", "2026-03-02T09:00:00+00:00").status == 0

    def presence() -> list[dict[str, str]]:
        return list(fresh.ask(twin, "timeline")["presence"])

    with fresh.running(home(fresh) / "WiseStep.exe", "run", "--hidden") as app:
        fresh.until(presence, "the first look at who is there")
        began = datetime.now(UTC)
        assert fresh.status_of(setup, "/S") == 0
        assert app.wait(30) == 0
        assert datetime.fromisoformat(presence()[0]["end"]) >= began  # not only up to the last time it saved
        fresh.until(lambda: len(presence()) > 1, "that it goes on, hidden")
        assert fresh.runs("WiseStep.exe")
        assert fresh.run(twin, "quit").status == 0
        fresh.until(lambda: not fresh.runs("WiseStep.exe"), "its end")
    log = (fresh.data / "wisestep.log").read_text("utf-8")
    assert "Traceback" not in log


def test_what_does_not_end_is_not_replaced(fresh: Computer, older_setup: Path, setup: Path) -> None:
    assert fresh.status_of(older_setup, "/S") == 0
    before = {path: path.stat().st_mtime_ns for path in home(fresh).rglob("*") if path.is_file()}
    with fresh.running(console(fresh), "record") as busy:  # nobody asks that one to end
        fresh.until((fresh.data / "recording.lock").exists, "the recording")
        assert fresh.status_of(setup, "/S") == STILL_RUNS
        assert {path: path.stat().st_mtime_ns for path in home(fresh).rglob("*") if path.is_file()} == before
        assert fresh.value(rf"HKCU\{UNINSTALL}\WiseStep", "DisplayVersion") == OLDER
        assert busy.poll() is None
    assert fresh.run(console(fresh), "--version").status == 0
    # As a power cut leaves it: what was there is aside, what is new is half there.
    for name in ("WiseStep.exe", "_internal"):
        (home(fresh) / name).rename(home(fresh) / f"{name}.old")
    (home(fresh) / "_internal").mkdir()
    assert fresh.status_of(setup, "/S") == 0
    assert files_in(home(fresh)) == files_in(FROZEN) | {"uninstall.exe"}


@pytest.fixture
def small(fresh: Computer) -> Iterator[Path]:
    """A folder on a disk that has room for one version, and not for two."""
    folder = fresh.disk / "small"
    folder.mkdir()
    subprocess.run(["mount", "-t", "tmpfs", "-o", "size=500M", "tmpfs", str(folder)], check=True)
    try:
        yield folder
    finally:
        fresh.end_everything()
        subprocess.run(["umount", "--lazy", str(folder)], check=True)


def test_an_upgrade_that_fails_on_the_way_leaves_the_old_version_working(
    fresh: Computer, small: Path, older_setup: Path, setup: Path
) -> None:
    assert fresh.status_of(older_setup, "/S", r"/D=C:\small\WiseStep") == 0
    before = files_in(small)
    assert fresh.status_of(setup, "/S") == FAILED
    assert files_in(small) == before
    assert fresh.value(rf"HKCU\{UNINSTALL}\WiseStep", "DisplayVersion") == OLDER
    assert fresh.run(small / "WiseStep/wisestep.com", "--version").status == 0
    assert fresh.status_of(setup, "/S", "/ALLUSERS", r"/D=C:\small\Another") == FAILED
    assert not (small / "Another").exists()
    # Where the disk tells its size, it does not even begin.
    (fresh.folder / "prefix/dosdevices/s:").symlink_to(small)
    assert fresh.status_of(setup, "/S", r"/D=S:\Other") == NO_SPACE
    assert not (small / "Other").exists()


def test_for_everybody_it_is_the_computers_and_starts_for_each(fresh: Computer, older_setup: Path) -> None:
    before = fresh.files()
    assert fresh.status_of(older_setup, "/S", "/ALLUSERS", "/AUTOSTART") == 0
    twin = console(fresh, everybody=True)
    place = r"C:\Program Files\WiseStep"
    assert fresh.value(rf"HKLM\{RUN}", "WiseStep") == rf'"{place}\WiseStep.exe" run --hidden'
    assert fresh.value(rf"HKLM\{LINKS}\shell\open\command") == rf'"{place}\WiseStep.exe" "%1"'
    assert not [name for name in fresh.registry(r"HKCU\Software") if "wisestep" in name.casefold()]
    assert fresh.ask(twin, "autostart") == {"starts": True}
    off = fresh.run(twin, "autostart", "off")
    assert off.status == 1
    assert "Only they can switch that off." in off.said
    # What another installation registered is not this one's to remove.
    fresh.run("reg", "add", rf"HKCU\{RUN}", "/v", "WiseStep", "/d", r'"C:\elsewhere\WiseStep.exe" run --hidden', "/f")
    (home(fresh, everybody=True) / "somebody's.txt").touch()
    told = fresh.value(rf"HKLM\{UNINSTALL}\WiseStep", "UninstallString")
    assert told is not None
    assert fresh.run(told.strip('"'), "/S").status == 0
    fresh.until(lambda: not twin.exists() and not fresh.registry(rf"HKLM\{UNINSTALL}\WiseStep"), "the uninstallation")
    fresh.until(lambda: not (home(fresh, everybody=True) / "_internal").exists(), "the end of it")
    assert "elsewhere" in (fresh.value(rf"HKCU\{RUN}", "WiseStep") or "")
    assert [path.name for path in home(fresh, everybody=True).iterdir()] == ["somebody's.txt"]
    assert not [name for name in traces(fresh) if "HKEY_LOCAL_MACHINE" in name]
    assert not {each for each in fresh.files() - before if each.endswith(".lnk")}


def test_a_legal_hold_keeps_the_time_and_without_one_it_goes_with_its_key(fresh: Computer, older_setup: Path) -> None:
    assert fresh.status_of(older_setup, "/S") == 0
    assert fresh.run(console(fresh), "settings", "set", "retention.legal_hold", "TRUE").status == 0
    # So it works in place, and tells how it went; itself it cannot remove then.
    here = rf"_?=C:\users\{fresh.person.name}\AppData\Local\Programs\WiseStep"
    assert fresh.status_of(home(fresh) / "uninstall.exe", "/S", "/PURGE", here) == DATA_STAYS
    assert [path.name for path in home(fresh).iterdir()] == ["uninstall.exe"]
    assert (fresh.data / "timeline.db").exists()
    assert traces(fresh) == []
    keys = r"HKCU\Software\Wine\Credential Manager"
    assert "Generic: WiseStep" in str(fresh.registry(keys))  # and so does its key
    assert fresh.status_of(older_setup, "/S") == 0
    assert fresh.run(console(fresh), "settings", "set", "retention.legal_hold", "FALSE").status == 0
    uninstall(fresh, "/PURGE")
    assert not fresh.data.exists()
    assert "Generic: WiseStep" not in str(fresh.registry(keys))
