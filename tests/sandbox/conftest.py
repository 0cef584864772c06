"""A fresh sandbox a test, and people at it."""

from collections.abc import Iterator, Mapping
from typing import Any

import pytest

from tests.sandbox.people import MakePerson, Person, StartSandbox
from wisestep_desktop.sandbox.practice import Sandbox


@pytest.fixture
def start() -> Iterator[StartSandbox]:
    running: list[Sandbox] = []

    def begin(
        *,
        seed: int = 1,
        matters: int = 60,
        data: dict[str, Any] | None = None,
        switches: Mapping[str, str] | None = None,
    ) -> Sandbox:
        running.append(Sandbox(seed=seed, matters=matters, data=data, switches=switches))
        return running[-1]

    yield begin
    for sandbox in running:
        sandbox.close()


@pytest.fixture
def person(start: StartSandbox) -> Iterator[MakePerson]:
    made: list[Person] = []

    def make(
        sandbox: Sandbox | None = None,
        email: str = "terry.tester@hartley.example",
        *,
        matters: int = 60,
        data: dict[str, Any] | None = None,
        switches: Mapping[str, str] | None = None,
    ) -> Person:
        made.append(Person(sandbox or start(matters=matters, data=data, switches=switches), email))
        return made[-1]

    yield make
    for one in made:
        one.browser.close()


@pytest.fixture
def terry(person: MakePerson) -> Person:
    """Terry Tester, signed in with every scope."""
    return person().connect()
