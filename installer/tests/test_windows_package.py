"""The package for group policy, on a fresh Windows computer under Wine."""

from __future__ import annotations

from pathlib import Path

from installer.tests.windows_program import APP_PATH, FROZEN, INVITATION, LINKS, RUN, UNINSTALL, console, files_in, home
from installer.tests.wine import Computer, windows_name
from wisestep_desktop import __version__
from wisestep_desktop.core.invitation import SUFFIX


def msiexec(computer: Computer, *words: str) -> int:
    return computer.status_of("msiexec", *words, "/qn")


def test_the_package_installs_for_everybody_upgrades_and_goes(
    fresh: Computer, older_package: Path, package: Path
) -> None:
    before = fresh.files()
    there = {name: fresh.registry(rf"{name}\Software") for name in ("HKCU", "HKLM")}
    assert msiexec(fresh, "/i", windows_name(older_package), "AUTOSTART=1") == 0
    place = r"C:\Program Files\WiseStep"
    assert fresh.value(rf"HKLM\{RUN}", "WiseStep") == rf'"{place}\WiseStep.exe" run --hidden'
    assert (home(fresh, everybody=True) / "_internal/only-in-an-older.txt").exists()
    fresh.data.mkdir()
    (fresh.data / "timeline.db").write_bytes(b"somebody's time")

    assert msiexec(fresh, "/i", windows_name(package)) == 0
    assert files_in(home(fresh, everybody=True)) == files_in(FROZEN)
    for kind in (LINKS, INVITATION):
        assert fresh.value(rf"HKLM\{kind}\shell\open\command") == rf'"{place}\WiseStep.exe" "%1"'
    assert fresh.value(rf"HKLM\Software\Classes\{SUFFIX}") == "WiseStep.Invitation"
    assert fresh.value(rf"HKLM\{APP_PATH}") == rf"{place}\WiseStep.exe"
    assert fresh.value(rf"HKLM\{RUN}", "WiseStep")  # chosen once, kept
    assert [name for name in fresh.files() - before if name.endswith("Programs/WiseStep.lnk")]
    versions = {
        value for name, value in fresh.registry(rf"HKLM\{UNINSTALL}").items() if name.endswith("DisplayVersion")
    }
    assert versions == {__version__}
    done = fresh.run(console(fresh, everybody=True), "--version")
    assert done.said.strip() == f"wisestep {__version__}"

    assert msiexec(fresh, "/i", windows_name(older_package)) == 1603 & 0xFF  # as much of it as Linux passes on
    assert not (home(fresh, everybody=True) / "_internal/only-in-an-older.txt").exists()

    assert msiexec(fresh, "/i", windows_name(package), "AUTOSTART=0", "REINSTALL=ALL") == 0
    assert msiexec(fresh, "/x", windows_name(package)) == 0
    data = f"users/{fresh.person.name}/AppData/Local/WiseStep"
    assert fresh.files() - before == {data, f"{data}/timeline.db"}
    for name, earlier in there.items():
        left = {each for each in fresh.registry(rf"{name}\Software").keys() - earlier.keys() if "Installer" not in each}
        assert not left


def test_the_package_ends_what_runs(fresh: Computer, older_package: Path, package: Path) -> None:
    assert msiexec(fresh, "/i", windows_name(older_package)) == 0
    program = home(fresh, everybody=True) / "WiseStep.exe"
    with fresh.running(program, "run", "--hidden") as app:
        fresh.until((fresh.data / "program.lock").exists, "the program")
        fresh.until((fresh.data / "timeline.db").exists, "its timeline")
        assert msiexec(fresh, "/i", windows_name(package)) == 0
        assert app.wait(30) == 0
    assert fresh.run(console(fresh, everybody=True), "--version").said.strip() == f"wisestep {__version__}"
