"""Names that are only partly in a title: how far two words are apart, and what is suggested from pieces."""

from __future__ import annotations

from functools import cache

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.likeness import Likeness, alike, distance
from wisestep_desktop.core.matching import Kind, Matcher
from wisestep_desktop.core.matter_index import MatterIndex
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.normalise import tokens


def slowly(one: str, other: str) -> int:
    """Return the restricted edit distance, straight from its definition."""

    @cache
    def of(i: int, j: int) -> int:
        if not i or not j:
            return i + j
        least = min(of(i - 1, j) + 1, of(i, j - 1) + 1, of(i - 1, j - 1) + (one[i - 1] != other[j - 1]))
        if i > 1 and j > 1 and one[i - 1] == other[j - 2] and one[i - 2] == other[j - 1]:
            least = min(least, of(i - 2, j - 2) + 1)
        return least

    return of(len(one), len(other))


said = st.lists(
    st.sampled_from(
        [
            "Marlow",
            "Hartley",
            "Shippin",
            "Shipping",
            "Zebulon",
            "Quillon",
            "appeal",
            "Okonkwo",
            "Wattel",
            "xyz",
            "v",
            "re",
        ]
    ),
    max_size=9,
)
letters = st.text("abcé", max_size=9)


@given(letters, letters, st.integers(0, 6))
def test_the_distance_of_two_words(one: str, other: str, most: int) -> None:
    assert distance(one, other, most) == min(slowly(one, other), most + 1)


@given(letters, letters)
def test_the_distance_is_the_same_from_both_sides(one: str, other: str) -> None:
    assert distance(one, other, 9) == distance(other, one, 9)
    assert (distance(one, other, 9) == 0) is (one == other)


@pytest.mark.parametrize(
    ("one", "other", "apart"),
    [
        ("marlow", "marlow", 0),
        ("marlow", "marlwo", 1),
        ("marlow", "marow", 1),
        ("marlow", "marlowe", 1),
        ("marlow", "barlow", 1),
        ("hartley", "harltye", 2),
        ("ca", "abc", 3),  # restricted: what was swapped is not touched again
        ("", "abc", 3),
    ],
)
def test_slips_of_the_hand(one: str, other: str, apart: int) -> None:
    assert distance(one, other, 5) == apart


FIRM = (
    Matter(MatterId(1), "Marlow v Hartley Shipping"),
    Matter(MatterId(2), "Featherstonehaugh conveyance Wattle"),
    Matter(MatterId(3), "Quillon Zebulon merger"),
    Matter(MatterId(4), "Zebulon appeal", clients=("Okonkwo, Adaeze",)),
)
INDEX = MatterIndex.of(FIRM)
MATCHER = Matcher(INDEX)


def likely(title: str, cut: frozenset[int] = frozenset(), explained: frozenset[str] = frozenset()) -> list[Likeness]:
    return alike(INDEX, tokens(title), cut, explained)


def suggested(title: str) -> list[int]:
    found = MATCHER.match(title)
    assert found.assigned is None
    return [each.matter for each in found.candidates]


@pytest.mark.parametrize(
    ("title", "means"),
    [
        ("Hartley Shipping against Marlow", 1),  # another order
        ("Marlow and Hartly Shipping letter", 1),  # a letter missing
        ("Marlow re Hartely", 1),  # two swapped
        ("Featherstonehaugh", 2),
        ("Wattle - Featherstonhaugh contract.docx", 2),  # two wrong in a long word
        ("Wattle - Featherstone… - Word", 2),  # cut off
        ("Merger of Zebulon with Quillon", 3),
        ("Call with Adaeze Okonkwo re Zebulon", 4),
    ],
)
def test_a_name_in_part_suggests(title: str, means: int) -> None:
    assert suggested(title)[0] == means


@pytest.mark.parametrize(
    "title",
    [
        "Marlo",  # nothing whole leads there
        "Hartl Shipp",
        "Shipping",  # that many names bear
        "conveyance merger appeal",
        "xylophone",
        "Feather",
    ],
)
def test_too_little_of_a_name_suggests_nothing(title: str) -> None:
    assert suggested(title) == []


def test_a_word_with_a_letter_wrong_counts_less_than_a_whole_one() -> None:
    whole, wrong, missing = (
        likely(title)[0] for title in ("Marlow Hartley letter", "Marlow Hartlye letter", "Marlow letter")
    )
    assert whole.worth > wrong.worth > missing.worth
    assert (whole.exact, wrong.exact, missing.exact) == (True, False, True)
    assert whole.share == wrong.share > missing.share
    assert (whole.places, wrong.places, missing.places) == ((0, 1), (0, 1), (0,))


def test_only_a_word_that_was_cut_off_may_be_short() -> None:
    assert likely("Wattle Feather", cut=frozenset({1}))[0].places == (0, 1)
    assert likely("Wattle Feather")[0].places == (0,)
    assert likely("Wattle Fea", cut=frozenset({1}))[0].places == (0,)


@pytest.mark.parametrize("title", ["Marlow barley", "Marlow Hartleyssss", "Marlow H4rtley", "Marlow Hart"])
def test_another_word_is_no_slip_of_the_hand(title: str) -> None:
    assert likely(title)[0].places == (0,)


def test_one_word_of_a_title_stands_for_one_word_of_a_name() -> None:
    index = MatterIndex.of([Matter(MatterId(1), "Zebulon Hartley Hartleys")])
    found = alike(index, tokens("Zebulon Hartlex"), frozenset(), frozenset())[0]
    assert found.places == (0, 1)
    assert found.share < 1


def test_words_that_mean_another_matter_count_and_lead_nowhere() -> None:
    assert likely("notes and letters", explained=frozenset({"zebulon"})) == []
    alone, beside = likely("Quillon notes"), likely("Quillon notes", explained=frozenset({"zebulon"}))
    assert beside[0].share > alone[0].share
    assert beside[0].places == alone[0].places == (0,)


@given(said)
def test_what_is_likest_comes_first_whatever_the_order(said: list[str]) -> None:
    found = likely(" ".join(said))
    assert [each.worth for each in found] == sorted((each.worth for each in found), reverse=True)
    turned = likely(" ".join(reversed(said)))
    assert {(each.matter, round(each.worth, 9), round(each.share, 9)) for each in found} == {
        (each.matter, round(each.worth, 9), round(each.share, 9)) for each in turned
    }
    assert all(0 <= each.share <= 1 + 1e-9 for each in found)


@given(said)
def test_a_likeness_alone_assigns_nothing(said: list[str]) -> None:
    found = MATCHER.match(" ".join(said))
    kinds = {find.kind for each in found.candidates for find in each.evidence if each.matter == found.assigned}
    assert kinds != {Kind.LIKENESS}
