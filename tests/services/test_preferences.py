"""Who decided a setting, and what others put into a list."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.office import open_store
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.core.layers import Source
from wisestep_desktop.services import preferences

NAME = "privacy.excluded_titles"


@pytest.fixture
def store(tmp_path: Path) -> Iterator[SqlStore]:
    opened = open_store(tmp_path)
    yield opened
    opened.close()


def test_what_others_put_into_a_list_is_told_with_who_did(store: SqlStore) -> None:
    store.write(lambda books: preferences.change(books, NAME, "mine")).result()
    store.write(lambda books: preferences.decide(books, Source.TEAM, {NAME: "a, b", "retention.days": "30"})).result()
    store.write(lambda books: preferences.decide(books, Source.POLICY, {NAME: "b"})).result()
    standing = store.read(lambda books: preferences.preference(books, NAME))
    assert standing.given == (("a", Source.TEAM), ("b", Source.TEAM), ("b", Source.POLICY))
    assert (standing.own, standing.locked, set(standing.value)) == ("mine", False, {"a", "b", "mine"})  # type: ignore[arg-type]
    days = store.read(lambda books: preferences.preference(books, "retention.days"))
    assert (days.given, days.locked, days.value) == ((), True, 30)
