"""What stands in every title of a person tells no matter, however few matters bear it."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.office import open_store
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services.matching import Recogniser

MATTER = Matter(MatterId(20_001), "Vanehesketh meeting", clients=("Vanehesketh Ltd",))


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    with contextlib.closing(open_store(tmp_path)) as made:
        yield made


@pytest.mark.parametrize(("mailbox", "assigned"), [("ottilie@vanehesketh.example", None), ("somebody", 20_001)])
def test_the_firms_own_name_in_every_title_is_no_evidence(store: SqlStore, mailbox: str, assigned: int | None) -> None:
    title = Window("Outlook", f"Vanehesketh meeting – minutes – {mailbox} – Outlook")

    def fill(books: Books) -> None:
        books.matters.put_matters([MATTER])
        for number in range(300):
            books.timeline.open_visit(Instant(number), Window("Outlook", f"Letter {number} – {mailbox} – Outlook"))
        books.timeline.open_visit(Instant(1_000), title)

    store.write(fill).result()
    recogniser = Recogniser()
    recogniser.rematch(store)
    assert recogniser.match(title).assigned == assigned
    assert [each.matter for each in recogniser.match(title).candidates] == [20_001]
