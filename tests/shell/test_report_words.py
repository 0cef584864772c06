"""What a report says in sentences: which figure came from what, and how far the goal is."""

from __future__ import annotations

from decimal import Decimal

import pytest

from wisestep_desktop.core.report import Goal, Sums
from wisestep_desktop.shell.report_words import as_text, given_away_words, goal_words, percent, rounding_words

HOUR = 3_600


@pytest.mark.parametrize(
    ("sums", "said"),
    [
        (Sums(), ""),
        (Sums(delivered=HOUR, given_away=HOUR), ""),
        (Sums(delivered=HOUR, billed=HOUR), "Rounding changed nothing."),
        (Sums(drafted=22_200, billed=24_720), "Rounding added 42 min to 6 h 10 worked."),
        (Sums(delivered=HOUR, billed=HOUR - 60), "Rounding took 1 min off 1 h 00 worked."),
        (
            Sums(drafted=HOUR, billed=2_160, adjusted=-1_800),
            "Weighting and figures of your own took 30 min off. Rounding added 6 min to what is billed then.",
        ),
        (
            Sums(drafted=HOUR, billed=5_400, adjusted=1_800),
            "Weighting and figures of your own added 30 min. Rounding changed nothing.",
        ),
    ],
)
def test_where_what_is_billed_comes_from(sums: Sums, said: str) -> None:
    assert rounding_words(sums) == said


def test_what_is_given_away_is_told_apart() -> None:
    assert given_away_words(Sums(drafted=HOUR)) == ""
    assert given_away_words(Sums(drafted=HOUR, given_away=1_860)).startswith("31 min given away")


def test_the_goal_says_what_is_due_by_today() -> None:
    sums = Sums(delivered=2 * HOUR)
    assert goal_words(None, sums) == ""
    assert goal_words(Goal(Decimal(7), 5, 5), sums) == "Goal: 2 h 00 sent of 35 h 00 for 5 working days."
    assert goal_words(Goal(Decimal(7), 1, 1), sums) == "Goal: 2 h 00 sent of 7 h 00 for one working day."
    assert goal_words(Goal(Decimal(7), 5, 2), sums) == "Goal: 2 h 00 sent of 14 h 00 due by today, 35 h 00 in all."


def test_per_cent_and_the_clipboard() -> None:
    assert (percent(None), percent(Decimal("93.2"))) == ("–", "93.2 %")
    assert as_text([("a\tb", "c\nd"), ("1", "2")]) == "a b\tc d\n1\t2\n"
