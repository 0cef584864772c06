"""The text of an entry, exactly as it goes out."""

from __future__ import annotations

from decimal import Decimal

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.core.entries import Figures
from wisestep_desktop.core.narrative import Activity, Additions, SummaryWords, duration, text_to_send, tidy

WORDS = SummaryWords(
    "Total worked time: {worked}", "Total chargeable time: {billed}", "Charged at {percent} %", "{time}  {title}"
)
SUMMARY = Additions(summary=True)
FIGURES = Figures(10_000, Decimal("2.78"), 10_080, Decimal("2.80"))


@pytest.mark.parametrize(
    ("seconds", "shown"),
    [(0, "0s"), (1, "1s"), (60, "1m"), (61, "1m 1s"), (3_600, "1h"), (3_605, "1h 0m 5s"), (10_000, "2h 46m 40s")],
)
def test_durations(seconds: int, shown: str) -> None:
    assert duration(seconds) == shown


@given(st.integers(0, 10**6))
def test_a_duration_can_be_read_back(seconds: int) -> None:
    unit = {"h": 3_600, "m": 60, "s": 1}
    assert sum(int(part[:-1]) * unit[part[-1]] for part in duration(seconds).split()) == seconds


def test_without_a_summary_the_words_go_out_as_they_are() -> None:
    assert (
        text_to_send("Drafting <b>letter</b> {worked}", FIGURES, WORDS, Additions())
        == "Drafting <b>letter</b> {worked}"
    )


def test_the_summary_follows_after_an_empty_line() -> None:
    assert text_to_send("Drafting {braces}", FIGURES, WORDS, SUMMARY) == (
        "Drafting {braces}\n\nTotal worked time: 2h 46m 40s\nTotal chargeable time: 2.80h"
    )


def test_the_summary_stands_alone_where_nothing_was_written() -> None:
    assert text_to_send("", FIGURES, WORDS, SUMMARY).startswith("Total worked time")


def test_the_list_stands_between_narrative_and_summary_and_says_what_was_done_for_how_long() -> None:
    listed = Additions(activities=(Activity(61, "Deed {v3}.docx"), Activity(5, "Inbox")))
    assert text_to_send("Drafting", FIGURES, WORDS, listed) == "Drafting\n\n1m 1s  Deed {v3}.docx\n5s  Inbox"
    both = Additions(summary=True, activities=listed.activities, weighting=80)
    told = text_to_send("Drafting", FIGURES, WORDS, both).split("\n\n")
    assert [part.split("\n")[0][:8] for part in told] == ["Drafting", "1m 1s  D", "Total wo"]
    assert told[2].endswith("Charged at 80 %"), "time that is weighted says so"


def test_a_narrative_keeps_its_lines_and_loses_what_could_deceive() -> None:
    assert tidy("\n first \n\n\u202esecond\x00\n", 100) == "first\n\nsecond"


@given(st.text(st.characters(codec=None, exclude_categories=()), max_size=40), st.integers(1, 30))
def test_a_tidy_narrative_is_bounded_and_stays_as_it_is(text: str, longest: int) -> None:
    kept = tidy(text, longest)
    kept.encode("utf-8")
    assert len(kept) <= longest
    assert kept == kept.strip()
    assert tidy(kept, longest) == kept
