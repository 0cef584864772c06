"""What speaks for a matter, in words."""

from __future__ import annotations

import pytest

from wisestep_desktop.core.matching import Evidence
from wisestep_desktop.core.matter_keys import Kind
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.shell.evidence_words import certainty, evidence


@pytest.mark.parametrize(
    ("p", "words"), [(1.0, "almost certain"), (0.95, "almost certain"), (0.7, "likely"), (0.31, "possible")]
)
def test_probability_is_a_word(p: float, words: str) -> None:
    assert certainty(p) == words


def test_every_kind_of_evidence_has_words() -> None:
    for kind in Kind:
        for find in (Evidence(kind, "Marlow", 0, 6, Instant(0)), Evidence(kind, "", 0, 0)):
            told = evidence(find)
            assert told
            assert "{" not in told
            assert "None" not in told
