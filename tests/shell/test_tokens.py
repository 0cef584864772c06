"""The colours keep their distance from each other: arithmetic, not taste."""

import pytest

from wisestep_desktop.shell.texts import Tone
from wisestep_desktop.shell.tokens import DARK, LIGHT, Tokens, contrast
from wisestep_desktop.shell.widgets.row_paint import CHIPS

PAIRS = (
    ("text", "ground"),
    ("text", "panel"),
    ("text", "mark"),
    ("text", "accent_soft"),
    ("text", "hover"),
    ("text", "line"),
    ("dim", "ground"),
    ("dim", "hover"),
    ("dim", "accent_soft"),
    ("dim", "panel"),
    ("accent", "panel"),
    ("accent", "accent_soft"),
    ("accent", "ground"),
    ("accent", "hover"),
    ("on_accent", "accent"),
    ("good", "good_soft"),
    ("care", "care_soft"),
    ("care", "ground"),
    ("care", "panel"),
    ("wrong", "panel"),
    ("wrong", "ground"),
    ("wrong", "wrong_soft"),
)


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize(("ink", "ground"), PAIRS)
def test_words_that_matter_are_readable(tokens: Tokens, ink: str, ground: str) -> None:
    assert contrast(getattr(tokens, ink), getattr(tokens, ground)) >= 4.5


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("tone", CHIPS)
def test_every_chip_is_readable_wherever_it_stands(tokens: Tokens, tone: Tone) -> None:
    """On a row that is selected it is lifted onto the panel's colour; one without a ground stands on the list."""
    ink, ground, _ = CHIPS[tone](tokens)
    assert contrast(ink, ground or tokens.ground) >= 4.5
    assert contrast(ink, tokens.panel) >= 4.5


def test_contrast_is_what_the_guideline_says() -> None:
    assert contrast("#000000", "#ffffff") == pytest.approx(21)
    assert contrast("#777777", "#ffffff") == pytest.approx(4.48, abs=0.01)
