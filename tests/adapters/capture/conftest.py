"""One X server with a window manager for all tests of this folder; each test opens its own windows."""

from __future__ import annotations

from collections.abc import Iterator

import pytest

from tests.desktop import display


@pytest.fixture(scope="session")
def screen() -> Iterator[str]:
    """Yield the name of a display with a window manager and no window."""
    with display() as name:
        yield name
