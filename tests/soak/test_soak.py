"""The part of ``make soak`` that every test run lives through: each value of each dimension, in a storm, with kills."""

from __future__ import annotations

import sys
from pathlib import Path

import pytest

from tests.soak.storm import DIMENSIONS, Storm, combinations
from wisestep_desktop.sandbox.practice import Sandbox

ROUNDS = 24
STEP = 37
"""No divisor of the number of combinations, so that the rounds visit every value of every dimension."""


@pytest.mark.kills
@pytest.mark.skipif(sys.platform == "win32", reason="kill -9 is a signal")
def test_whatever_strikes_each_entry_arrives_once(tmp_path: Path) -> None:
    everything = list(combinations())
    assert len(everything) == 864
    chosen = [everything[number * STEP % len(everything)] for number in range(ROUNDS)]
    for name, values in DIMENSIONS.items():
        assert {one[name] for one in chosen} == set(values)
    with Sandbox(seed=7, matters=60) as sandbox:
        storm = Storm(sandbox, 7)
        for number, switches in enumerate(chosen):
            storm.round(tmp_path / str(number), switches)
    assert storm.tally.entries == ROUNDS * 6
    assert storm.tally.faults > ROUNDS * 4
    assert storm.tally.kills > ROUNDS // 4
    assert storm.tally.program_kills > 0
