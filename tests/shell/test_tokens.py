"""The colours keep their distance from each other: arithmetic, not taste."""

import pytest

from wisestep_desktop.shell.tokens import DARK, LIGHT, Tokens, contrast

PAIRS = (
    ("text", "ground"),
    ("text", "panel"),
    ("text", "mark"),
    ("text", "accent_soft"),
    ("dim", "ground"),
    ("dim", "panel"),
    ("accent", "panel"),
    ("accent", "accent_soft"),
    ("on_accent", "accent"),
    ("good", "good_soft"),
    ("care", "care_soft"),
    ("care", "ground"),
    ("wrong", "wrong_soft"),
)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_words_that_matter_are_readable(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


def test_contrast_is_what_the_guideline_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
