"""The first key of a timeline: made once, whoever starts at the same moment."""

from __future__ import annotations

from pathlib import Path

import pytest

from wisestep_desktop.adapters.system.turn import FileTurn
from wisestep_desktop.bootstrap import _key
from wisestep_desktop.core.errors import KeyUnavailable, StoreError


class Vault:
    """Keeps a key in memory; ``late`` is what another program kept between our two looks."""

    kind = "memory"

    def __init__(self, late: bytes | None = None) -> None:
        self.kept: list[bytes] = []
        self._answers: list[bytes | None] = [None, late]

    def load(self) -> bytes | None:
        return self._answers.pop(0) if self._answers else (self.kept[-1] if self.kept else None)

    def keep(self, key: bytes) -> None:
        self.kept.append(key)


def test_a_new_timeline_gets_a_key_of_its_own(tmp_path: Path) -> None:
    one, other = Vault(), Vault()
    assert len(_key(tmp_path, one)) == 32
    assert _key(tmp_path, other) != one.kept[0]
    assert [len(one.kept), len(other.kept)] == [1, 1]


def test_while_another_program_makes_the_key_nobody_makes_a_second(tmp_path: Path) -> None:
    vault = Vault()
    with FileTurn(tmp_path / "key.lock").take(), pytest.raises(StoreError) as refused:
        _key(tmp_path, vault)
    assert (refused.value.code, vault.kept) == ("store.busy", [])


def test_a_key_that_came_meanwhile_is_taken(tmp_path: Path) -> None:
    vault = Vault(late=b"k" * 32)
    assert _key(tmp_path, vault) == b"k" * 32
    assert vault.kept == []


def test_an_old_timeline_never_gets_a_new_key(tmp_path: Path) -> None:
    (tmp_path / "timeline.db").touch()
    vault = Vault()
    with pytest.raises(KeyUnavailable):
        _key(tmp_path, vault)
    assert vault.kept == []
