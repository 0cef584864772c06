"""A turn belongs to one holder at a time, and ends with it however it ends."""

from __future__ import annotations

import subprocess
import sys
from pathlib import Path

import pytest

from wisestep_desktop.adapters.system.turn import FileTurn
from wisestep_desktop.core.errors import StoreError

HOLD = """
import sys
from pathlib import Path
from wisestep_desktop.adapters.system.turn import FileTurn
with FileTurn(Path(sys.argv[1])).take() as ours:
    print(ours, flush=True)
    sys.stdin.read()
"""


def test_only_one_holds_it_and_it_comes_back(tmp_path: Path) -> None:
    turn = FileTurn(tmp_path / "a.lock")
    with turn.take() as first:
        with FileTurn(tmp_path / "a.lock").take() as second:
            assert (first, second) == (True, False)
        with FileTurn(tmp_path / "b.lock").take() as other:
            assert other
    with turn.take() as again:
        assert again


def test_a_killed_holder_gives_it_back(tmp_path: Path) -> None:
    place = tmp_path / "a.lock"
    holder = subprocess.Popen(
        [sys.executable, "-c", HOLD, str(place)], stdin=subprocess.PIPE, stdout=subprocess.PIPE, text=True
    )
    assert holder.stdout is not None
    assert holder.stdout.readline().strip() == "True"
    with FileTurn(place).take() as ours:
        assert not ours
    holder.kill()
    holder.communicate()
    with FileTurn(place).take() as ours:
        assert ours


def test_a_place_that_cannot_be_is_named(tmp_path: Path) -> None:
    (tmp_path / "file").touch()
    with pytest.raises(StoreError) as refused, FileTurn(tmp_path / "file" / "a.lock").take():
        pass
    assert refused.value.code == "store.no_folder"
