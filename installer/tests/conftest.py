"""What the tests of installers share: nothing is skipped, what is missing is a failure."""

from __future__ import annotations

from pathlib import Path

import pytest

from installer.tests.root import Root

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
    made = Root(PROJECT / "build" / "root")
    made.install_desktop()
    return made
