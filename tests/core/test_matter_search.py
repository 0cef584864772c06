"""Any of many matters is found by what people remember of it."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.matter_search import MatterSearch
from wisestep_desktop.core.matters import Matter, MatterStatus
from wisestep_desktop.core.normalise import words

CLOSED = MatterStatus.CLOSED
FIRM = (
    Matter(MatterId(10482), "Harbour Holdings v Quay Pty Ltd", "HAR-2024-017", clients=("Harbour Holdings Pty Ltd",)),
    Matter(MatterId(10483), "Harbour Holdings v Quay Pty Ltd (No 2)", "HAR-2025-002"),
    Matter(MatterId(10990), "Marlow Estate", "EST-2025-004", clients=("Marlow, Jane",)),
    Matter(MatterId(10991), "Marlow Estate", "EST-2025-005", CLOSED, ("Marlow, Jack",)),
    Matter(MatterId(104), "Cooper & Söhne GmbH – Lease", "LEA-9", aliases=("Old Mill Lease",), phrases=("the bakery",)),
    Matter(MatterId(10500), "Jones v 10482 Road Pty Ltd", "JON-1"),
    Matter(MatterId(2024017), "Northgate", "NOR-104"),
)
SEARCH = MatterSearch(FIRM)


def found(text: str) -> list[int]:
    return [each.id for each in SEARCH.find(text)]


@pytest.mark.parametrize(
    ("text", "matter"),
    [
        ("10482", 10482),
        ("HAR-2024-017", 10482),
        ("har2024017", 10482),
        ("har 2024/017", 10482),
        ("har20240", 10482),
        ("marl est", 10990),
        ("EST marl", 10990),
        ("est marlow ja", 10990),
        ("soh coop", 104),
        ("SÖHNE", 104),
        ("co", 104),
        ("old mill", 104),
        ("bakery", 104),
        ("quay no 2", 10483),
        ("jane", 10990),
        ("northg", 2024017),
    ],
)
def test_any_part_in_any_order_finds_it(text: str, matter: int) -> None:
    assert found(text)[0] == matter


def test_what_says_most_comes_first() -> None:
    assert found("10482") == [10482, 10500]
    assert found("104")[:2] == [104, 10482]  # the id itself, then ids that begin with it
    assert found("2024017")[:2] == [2024017, 10482]
    assert found("harbour") == [10482, 10483]


def test_open_matters_come_before_closed_ones_of_the_same_rank() -> None:
    assert found("marlow") == [10990, 10991]
    assert found("10991") == [10991]


@pytest.mark.parametrize("text", ["", "   ", "–", "zzz", "marlow quay", "😀" * 9, "x" * 100_000])
def test_what_fits_nothing_finds_nothing(text: str) -> None:
    assert found(text) == []


def test_no_more_than_asked_for() -> None:
    many = MatterSearch(Matter(MatterId(number), "Smith v Jones") for number in range(1, 200))
    assert len(many.find("smi")) == 40
    assert [each.id for each in many.find("1", 3)] == [1, 10, 11]
    assert len(many) == 199


NAMES = st.lists(
    st.sampled_from(["Marlow", "Estate", "of", "Jane", "Müller", "Ltd", "10", "株式"]), min_size=1, max_size=4
)
MATTERS = st.lists(
    st.builds(
        lambda number, name, reference, closed: Matter(
            MatterId(number), " ".join(name), reference, CLOSED if closed else MatterStatus.ACTIVE
        ),
        st.integers(1, 120),
        NAMES,
        st.sampled_from([None, "AB-10-2", "MAR 7", "X9"]),
        st.booleans(),
    ),
    max_size=12,
    unique_by=lambda each: each.id,
)


@given(
    MATTERS,
    st.lists(st.sampled_from(["mar", "MARLOW", "est", "1", "10", "mu", "ab", "x9", "limited", "株"]), min_size=1),
)
def test_it_finds_exactly_what_looking_at_every_matter_finds(matters: list[Matter], typed: list[str]) -> None:
    text = " ".join(typed)
    wanted = set()
    for each in matters:
        reference = words(each.reference or "")
        said = {str(each.id), *words(each.name), *reference}
        said |= {"".join(reference[first:]) for first in range(len(reference))}
        numbers = (str(each.id), "".join(reference))
        if all(any(word.startswith(told) for word in said) for told in words(text)) or any(
            number.startswith("".join(words(text))) for number in numbers if number
        ):
            wanted.add(each.id)
    hits = MatterSearch(matters).find(text, 100)
    assert {each.id for each in hits} == wanted
    assert len(hits) == len(wanted)


@given(MATTERS, st.data())
def test_every_matter_is_found_by_itself(matters: list[Matter], data: st.DataObject) -> None:
    if not matters:
        return
    search, one = MatterSearch(matters), data.draw(st.sampled_from(matters))
    assert search.find(str(one.id))[0] == one
    begun = [word[: data.draw(st.integers(1, len(word)))] for word in data.draw(st.permutations(words(one.name)))]
    assert one in search.find(" ".join(begun), 100)
