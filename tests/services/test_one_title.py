"""Titles that differ only in what comes and goes are one row; titles that name other matters never are."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.fakes.clock import FakeClock
from tests.services.office import open_store
from tests.services.recording_desk import Desk
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.instants import SECOND
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.observation import Window


@pytest.fixture
def desk(tmp_path: Path) -> Iterator[Desk]:
    store = open_store(tmp_path)
    matters = [Matter(MatterId(10482), "Marlow v Hartley", "77"), Matter(MatterId(10483), "Wattle Lease", "78")]
    store.write(lambda books: books.matters.put_matters(matters)).result()
    made = Desk(store, FakeClock())
    store.read(made.recogniser.refresh)
    yield made
    store.close()


def rows(desk: Desk) -> dict[str, tuple[float, int | None]]:
    desk.recorder.close()
    return {row.window.title: (row.row.worked / SECOND, row.matter) for row in desk.day().rows}


def test_a_mailbox_with_ever_other_counts_is_one_row(desk: Desk) -> None:
    for count in range(60):
        desk.look(Window("Google Chrome", f"Inbox ({count}) - terry@hartley.example - Gmail - Google Chrome"))
        desk.work(5 * SECOND)
    assert rows(desk) == {"Inbox (0) - terry@hartley.example - Gmail - Google Chrome": (300, None)}


def test_a_number_that_names_a_matter_is_no_count(desk: Desk) -> None:
    desk.look(Window("Google Chrome", "(77) Costs agreement - Actionstep - Google Chrome"))
    desk.work(10 * SECOND)
    desk.look(Window("Google Chrome", "(78) Costs agreement - Actionstep - Google Chrome"))
    desk.work(20 * SECOND)
    told = rows(desk)
    assert len(told) == 2, told
    assert sorted(seconds for seconds, _ in told.values()) == [10, 20]
