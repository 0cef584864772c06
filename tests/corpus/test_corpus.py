"""The corpus is what it promises to be: large enough, the same every time, and its labels name matters that exist."""

from __future__ import annotations

import json
from collections import Counter
from functools import cache
from typing import Any

import pytest

from tests.corpus.__main__ import FOLDER, files
from tests.corpus.model import STYLES, split_of

BY_HAND = ("hand", "hand2")
EVERY = (*STYLES, *BY_HAND)
FOR_TUNING_ONLY = ("hand2",)
"""Firms without a held-out half: whoever tunes the matcher may read all of them."""


@cache
def titles(style: str) -> list[dict[str, Any]]:
    return [json.loads(line) for line in (FOLDER / f"{style}_titles.jsonl").read_text("utf-8").splitlines()]


@cache
def matters(style: str) -> dict[int, dict[str, Any]]:
    told = json.loads((FOLDER / f"{style}_matters.json").read_text("utf-8"))
    assert len({each["id"] for each in told}) == len(told)
    return {each["id"]: each for each in told}


def offered(style: str) -> set[int]:
    return {number for number, each in matters(style).items() if each["status"] not in ("Closed", "Template")}


def test_making_it_again_gives_exactly_the_files():
    for name, text in files().items():
        assert (FOLDER / name).read_text("utf-8") == text, f"{name} is not what python -m tests.corpus makes"


def test_it_is_large_enough():
    assert sum(len(matters(style)) for style in STYLES) >= 5_000
    assert all(len(matters(style)) >= 1_000 for style in STYLES)
    made = [title for style in STYLES for title in titles(style)]
    assert len(made) >= 3_000
    assert len({title["shape"] for title in made}) >= 40
    assert len(titles("hand")) >= 400
    assert len(titles("hand2")) >= 500
    assert sum(file.stat().st_size for file in FOLDER.iterdir()) < 3_000_000


@pytest.mark.parametrize("style", EVERY)
def test_no_title_stands_twice(style: str):
    said = [title["title"] for title in titles(style)]
    assert len(set(said)) == len(said)


def test_no_title_for_tuning_only_is_held_out_in_another_firm():
    held_out = {title["title"] for style in EVERY for title in titles(style) if title["split"] == "held_out"}
    assert not held_out & {title["title"] for style in FOR_TUNING_ONLY for title in titles(style)}


@pytest.mark.parametrize("style", FOR_TUNING_ONLY)
def test_a_firm_for_tuning_only_has_no_held_out_half(style: str):
    assert {title["split"] for title in titles(style)} == {"train"}


@pytest.mark.parametrize("style", [style for style in EVERY if style not in FOR_TUNING_ONLY])
def test_both_halves_are_of_one_size(style: str):
    said = titles(style)
    halves = Counter(title["split"] for title in said)
    assert set(halves) == {"train", "held_out"}
    assert min(halves.values()) > 0.4 * len(said)
    assert all(title["split"] == split_of(title["title"]) for title in said)


@pytest.mark.parametrize("style", EVERY)
def test_every_label_is_one_of_three_and_names_offered_matters(style: str):
    may = offered(style)
    for title in titles(style):
        label = title["label"]
        match label:
            case {"means": number, **rest}:
                assert number in may, title
                assert rest in ({}, {"partial": True}), title
            case {"ambiguous": [_, _, *_] as numbers, **rest}:
                assert not rest, title
                assert len(set(numbers)) == len(numbers), title
                assert set(numbers) <= may, title
            case {"none": True, **rest}:
                assert set(rest) <= {"closed"}, title
                closed = rest.get("closed")
                assert closed is None or matters(style)[closed]["status"] == "Closed", title
            case _:
                pytest.fail(f"{title}")


@pytest.mark.parametrize("style", STYLES)
def test_the_mix_is_that_of_a_working_day(style: str):
    kinds = Counter(
        next(kind for kind in ("means", "ambiguous", "none") if kind in each["label"]) for each in titles(style)
    )
    whole = kinds.total()
    assert 0.4 < kinds["means"] / whole < 0.5
    assert 0.15 < kinds["ambiguous"] / whole < 0.25
    assert 0.3 < kinds["none"] / whole < 0.4


@pytest.mark.parametrize("style", BY_HAND)
def test_every_title_by_hand_says_why(style: str):
    assert all(title["why"] for title in titles(style))
