"""The Debian package: on a fresh Debian 12: used by an ordinary person without a network, upgraded, removed."""

from __future__ import annotations

import json
import shutil
from collections.abc import Iterator
from contextlib import closing
from pathlib import Path

import pytest

from installer.tests.older import DAY, KEY, OLDER, assert_kept, write_timeline
from installer.tests.root import PERSON, Root
from wisestep_desktop import __version__
from wisestep_desktop.adapters.store.connection import connect


@pytest.fixture(scope="module")
def bare(root: Root) -> dict[str, str]:
    """What the system holds before anything of ours is installed, its dependencies already there."""
    root.as_root("sh", "-c", "apt-get purge -y -q wisestep wisestep-slim 2>/dev/null || true")
    return dict(root.files())


def prepare(root: Root, folder: Path) -> dict[str, str]:
    """Make an empty folder and a key file for a person; return what makes a command use them."""
    shutil.rmtree(folder, ignore_errors=True)
    folder.mkdir()
    (folder / "key").write_text(KEY)
    inside = f"/{folder.relative_to(root.folder)}"
    root.as_root("chown", "-R", f"{PERSON}:{PERSON}", inside)
    root.as_root("chmod", "-R", "go=", inside)
    return {"WISESTEP_DATA_DIR": inside, "WISESTEP_KEY_FILE": f"{inside}/key"}


def written_by_an_older(root: Root, folder: Path) -> bytes:
    """Leave a timeline as an older version wrote it; return its file."""
    before = write_timeline(folder)
    root.as_root("chown", "-R", f"{PERSON}:{PERSON}", f"/{folder.relative_to(root.folder)}")
    return before


def package(dist: Path, version: str, end: str = ".deb") -> Path:
    found = [each for each in dist.glob(f"wisestep_{version}_*{end}") if end != ".deb" or ".slim." not in each.name]
    assert len(found) == 1, found
    return found[0]


def install(root: Root, file: Path) -> None:
    shutil.copy(file, root.folder / "tmp" / file.name)
    root.as_root("apt-get", "install", "-y", "-q", "--no-install-recommends", "--allow-downgrades", f"/tmp/{file.name}")
    (root.folder / "tmp" / file.name).unlink()


@pytest.fixture
def installed(root: Root, dist: Path, bare: dict[str, str]) -> Iterator[Root]:  # noqa: ARG001  it looks first
    install(root, package(dist, __version__))
    shutil.rmtree(root.home / ".local", ignore_errors=True)
    yield root
    root.as_root("apt-get", "purge", "-y", "-q", "wisestep")


def test_an_ordinary_person_finds_every_part_working(installed: Root) -> None:
    done = installed.at_a_desktop("wisestep selftest --json")
    assert done.returncode == 0, done.stdout + done.stderr
    told = json.loads(done.stdout)
    states = {part["part"]: part["outcome"] for part in told["parts"]}
    assert set(states.values()) == {"passed"}, states
    assert {"sign-in-window", "keyring", "app", "capture", "send", "notices"} <= set(states)


def test_the_desktop_knows_the_program_its_links_and_its_files(installed: Root) -> None:
    known = (installed.folder / "usr/share/applications/mimeinfo.cache").read_text()
    assert "x-scheme-handler/wisestep=wisestep.desktop" in known
    assert "application/x-wisestep-invitation=wisestep.desktop" in known
    assert "*.wisestep" in (installed.folder / "usr/share/mime/globs2").read_text()
    installed.as_root("desktop-file-validate", "/usr/share/applications/wisestep.desktop")
    for size in ("48x48/apps/wisestep.png", "256x256/apps/wisestep.png", "scalable/apps/wisestep.svg"):
        assert (installed.folder / "usr/share/icons/hicolor" / size).stat().st_size > 200
    assert (
        installed.folder / "usr/share/gnome-shell/extensions/focused-window@wisestep-desktop/metadata.json"
    ).exists()


def test_nobody_else_may_change_it_and_nothing_runs_with_more_rights(installed: Root) -> None:
    for path in (installed.folder / "opt/wisestep").rglob("*"):
        about = path.lstat()
        assert about.st_uid == 0, path
        assert path.is_symlink() or not about.st_mode & 0o6022, (path, oct(about.st_mode))


def test_starting_at_sign_in_is_the_persons_choice_and_starts_the_app_without_a_terminal(installed: Root) -> None:
    asked = installed.as_person("wisestep autostart --json")
    assert json.loads(asked.stdout) == {"starts": False}
    assert json.loads(installed.as_person("wisestep autostart on --json").stdout) == {"starts": True}
    entry = (installed.home / ".config/autostart/wisestep.desktop").read_text()
    assert 'Exec="/opt/wisestep/WiseStep" "run" "--hidden"' in entry
    assert json.loads(installed.as_person("wisestep autostart off --json").stdout) == {"starts": False}


@pytest.mark.usefixtures("bare")
def test_an_upgrade_keeps_the_time_and_migrates_it_with_a_copy(root: Root, dist: Path) -> None:
    install(root, package(dist.parent / "build" / "older", OLDER))
    data = root.home / "data"
    mine = prepare(root, data)
    before = written_by_an_older(root, data)
    install(root, package(dist, __version__))
    done = root.as_person(f"wisestep timeline --date {DAY} --json", TZ="UTC", **mine)
    assert done.returncode == 0, done.stderr
    assert_kept(data, before, json.loads(done.stdout))
    root.as_root("apt-get", "purge", "-y", "-q", "wisestep")
    assert (data / "timeline.db").exists()  # a person's time is not the package's to delete


def test_what_a_newer_version_wrote_is_left_alone_and_said(installed: Root) -> None:
    data = installed.home / "newer"
    mine = prepare(installed, data)
    written_by_an_older(installed, data)
    with closing(connect(data / "timeline.db", bytes.fromhex(KEY))) as connection:
        connection.execute("PRAGMA user_version = 9000")
        connection.execute("PRAGMA wal_checkpoint(TRUNCATE)")
    before = (data / "timeline.db").read_bytes()
    done = installed.as_person("wisestep status", **mine)
    assert (done.returncode, done.stderr.strip()) == (
        1, f"This timeline was written by a newer WiseStep ({OLDER}). Update WiseStep to open it."
    )  # fmt: skip
    assert (data / "timeline.db").read_bytes() == before


def test_it_goes_without_a_trace_but_for_what_people_recorded(root: Root, dist: Path, bare: dict[str, str]) -> None:
    install(root, package(dist, __version__))
    kept = {name for name in root.files() if name not in bare}
    assert {"opt/wisestep/WiseStep", "usr/bin/wisestep"} <= kept
    root.as_root("apt-get", "purge", "-y", "-q", "wisestep")
    assert {name for name in root.files() if "wisestep" in name.casefold()} == set()


@pytest.mark.usefixtures("bare")
def test_the_slim_edition_signs_in_by_the_systems_browser_and_says_what_it_is_without(root: Root, dist: Path) -> None:
    install(root, package(dist, __version__, ".slim.deb"))
    try:
        done = root.at_a_desktop("wisestep selftest --json")
        assert done.returncode == 0, done.stdout + done.stderr
        states = {part["part"]: part["outcome"] for part in json.loads(done.stdout)["parts"]}
        assert [part for part, state in states.items() if state != "passed"] == ["sign-in-window"]
        assert states["sign-in-window"] == "not_run"
    finally:
        root.as_root("apt-get", "purge", "-y", "-q", "wisestep-slim")
