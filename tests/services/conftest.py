"""One sandbox a module where a test does not mind what others left there, and offices in it."""

from __future__ import annotations

import contextlib
from collections.abc import Callable, Iterator
from pathlib import Path

import pytest

from tests.services.office import Office
from tests.services.reading_firm import Firm
from wisestep_desktop.sandbox.practice import Sandbox

MakeOffice = Callable[..., Office]


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(matters=60) as running:
        yield running


@pytest.fixture
def office(sandbox: Sandbox, tmp_path: Path) -> Iterator[Office]:
    """Signed in and synced."""
    with Office(tmp_path, sandbox) as made:
        made.connect()
        made.sync()
        yield made


@pytest.fixture
def firm(tmp_path: Path) -> Iterator[Firm]:
    with contextlib.closing(Firm(tmp_path)) as made:
        yield made
