"""What the tests of installers share: nothing is skipped, what is missing is a failure."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from installer.tests.older import OLDER
from installer.tests.root import Root
from installer.tests.windows_program import made
from installer.tests.wine import Computer, computer
from wisestep_desktop import __version__

PROJECT = Path(__file__).resolve().parents[2]
DIST = PROJECT / "dist"


@pytest.fixture(scope="session")
def dist() -> Path:
    """The folder of what ``make installer`` made."""
    assert DIST.is_dir(), "make installer first"
    return DIST


@pytest.fixture(scope="module")
def root() -> Root:
    """A Debian 12 with a desktop and without WiseStep; made once, cleaned by the tests that install."""
    debian = Root(PROJECT / "build" / "root")
    debian.install_desktop()
    return debian


@pytest.fixture(scope="module")
def setup(dist: Path) -> Path:
    """The installer."""
    return made(dist, __version__, "exe")


@pytest.fixture(scope="module")
def older_setup(dist: Path) -> Path:
    """The installer of an older version."""
    return made(dist.parent / "build" / "older", OLDER, "exe")


@pytest.fixture(scope="module")
def package(dist: Path) -> Path:
    """The package for group policy."""
    return made(dist, __version__, "msi")


@pytest.fixture(scope="module")
def older_package(dist: Path) -> Path:
    """The package of an older version."""
    return made(dist.parent / "build" / "older", OLDER, "msi")


@pytest.fixture
def fresh() -> Iterator[Computer]:
    """A Windows computer on which nobody installed anything."""
    with computer("fresh") as found:
        yield found
