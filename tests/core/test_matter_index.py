"""An index that was changed says what one built afresh says; and every title that means a matter has a word of it."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import example, given
from hypothesis import strategies as st

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.matching import Matcher
from wisestep_desktop.core.matter_index import RARE_AT_MOST, MatterIndex
from wisestep_desktop.core.matter_keys import keys_of
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.normalise import words
from wisestep_desktop.services.matching import _contains

NUMBERS = [MatterId(number) for number in (7, 312, 10482, 10483, 2024, 55_001)]
NAMES = (
    "Marlow v Hartley Shipping",
    "Marlow Estate",
    "Estate of O'Brien",
    "Smith vs Jones Bros",
    "Bros Mfg",
    "Govt Dept",
    "12 St Rd",
    "田中商事 契約",
    "한국무역",
    "Zoë's Lease",
    "",
    "--",
)
REFERENCES = (None, "HS-2026/014", "TM/77", "0012.0345", "Rd-12", "1234567", "Bros 9", "A's-12", "ST/1")
CLIENTS = ("Marlow, Jane", "Hartley Shipping Pty Ltd", "Acme Co", "Zoë Łukasiewicz", "Intl Corp", "Co Ltd")

matters = st.builds(
    Matter,
    id=st.sampled_from(NUMBERS),
    name=st.sampled_from(NAMES),
    reference=st.sampled_from(REFERENCES),
    clients=st.lists(st.sampled_from(CLIENTS), max_size=2).map(tuple),
    aliases=st.lists(st.sampled_from((*NAMES, "HS-2025/9", "Rd 88")), max_size=1).map(tuple),
    phrases=st.lists(st.sampled_from(("blue folder", "the Govt job", "Marlow")), max_size=1).map(tuple),
)
steps = st.lists(
    st.tuples(
        st.lists(matters, max_size=3),
        st.lists(st.sampled_from([*NUMBERS, MatterId(99)]), max_size=2),
        st.lists(matters, max_size=2),
    ),
    max_size=6,
)
pieces = st.sampled_from(
    [text for text in (*NAMES, *REFERENCES, *CLIENTS, "HS-2025/9", "blue folder", "the Govt job") if text]
    + [*map(str, NUMBERS), "Page 3", "[312]", "Matter no 7", "draft.docx", "Marlo", "Hartly Shippin…", "Manufacturing"]
    + ["Department", "Street", "Road 12", "hs 2026 014", "A's-12", "Jane Marlow", "Smith v Jones", "Brothers"]
)
titles = st.lists(st.one_of(pieces, st.sampled_from([" ", " - ", "_", "/", "'s ", "", "-"])), max_size=7).map("".join)


def answers(index: MatterIndex, some: Iterable[str]) -> list[object]:
    matcher = Matcher(index)
    return [
        (found.assigned, sorted((each.matter, each.p, each.evidence) for each in found.candidates))
        for found in map(matcher.match, some)
    ]


def told(index: MatterIndex) -> dict[str, object]:
    """Return all that an index can be asked, whatever the order it was told in."""
    numbers = sorted(index.ids())
    return {
        "numbers": numbers,
        "offered": [number for number in NUMBERS if index.offers(number)],
        "named": {number: (index.called(number), set(index.name_of(number))) for number in numbers},
        "vocabulary": {number: index.vocabulary(number) for number in numbers},
        "by references": index.goes_by_references,
    }


def asked(index: MatterIndex, known: Iterable[Matter]) -> dict[str, object]:
    """Return what an index says to every key and word of some matters."""
    keys = {key.words for each in known for key in keys_of(each)}
    used = {word for key in keys for word in key} | {word for name in NAMES for word in words(name)}
    return {
        "postings": {key: sorted(index.postings(key)) for key in keys},
        "bearers": {word: sorted(index.bearers(word)) for word in used},
        "worth": {word: index.worth(word) for word in used},
    }


@given(steps, st.lists(titles, min_size=1, max_size=4))
def test_a_changed_index_is_like_a_new_one(
    some: list[tuple[list[Matter], list[MatterId], list[Matter]]], read: list[str]
) -> None:
    index = MatterIndex.of(())
    offered: dict[MatterId, Matter] = {}
    hidden: dict[MatterId, Matter] = {}
    seen: list[Matter] = []
    for put, gone, hide in some:
        before = told(index)
        changed = index.changed(put, gone, hide)
        assert told(index) == before  # who reads the old one is not disturbed
        index = changed
        seen += [*put, *hide]
        for number in (*gone, *(each.id for each in (*put, *hide))):
            offered.pop(number, None)
            hidden.pop(number, None)
        offered |= {each.id: each for each in put if each.id not in {other.id for other in hide}}
        hidden |= {each.id: each for each in hide}
        fresh = MatterIndex.of(offered.values(), hidden.values())
        assert told(index) == told(fresh)
        assert asked(index, seen) == asked(fresh, seen)
        assert answers(index, read) == answers(fresh, read)
        assert all(index.is_known(each) and not index.is_known(each, hidden=True) for each in offered.values())
        assert all(index.is_known(each, hidden=True) and not index.is_known(each) for each in hidden.values())


def test_a_matter_that_is_taken_out_leaves_nothing() -> None:
    one = Matter(MatterId(10482), "Marlow v Hartley", "HS-1/2", clients=("Marlow, Jane",), aliases=("Old name",))
    index = MatterIndex.of([one]).changed((), [one.id])
    assert len(index) == 0
    assert one.id not in index
    assert not index.offers(one.id)
    assert index.vocabulary(one.id) == frozenset()
    assert all(index.postings(key.words) == () for key in keys_of(one))
    assert index.bearers("marlow") == ()


def test_of_two_matters_with_one_number_the_later_counts() -> None:
    index = MatterIndex.of([Matter(MatterId(1), "Marlow lease"), Matter(MatterId(1), "Hartley lease")])
    assert index.called(MatterId(1)) == ("hartley", "lease")
    assert index.bearers("marlow") == ()


def test_hidden_matters_are_known_and_not_offered() -> None:
    index = MatterIndex.of([Matter(MatterId(1), "Marlow lease")], [Matter(MatterId(2), "Hartley lease")])
    assert MatterId(2) in index
    assert (index.offers(MatterId(1)), index.offers(MatterId(2)), index.offers(MatterId(3))) == (True, False, False)


@given(st.lists(matters, max_size=6, unique_by=lambda each: each.id), titles)
@example([Matter(MatterId(7), "Bros Mfg")], "Bros Mfg")
@example([Matter(MatterId(7), "Govt Dept")], "govt dept - minutes")
@example([Matter(MatterId(7), "Lease", "A's-12")], "A's-12")
def test_every_title_that_means_a_matter_has_a_word_of_its_vocabulary(firm: list[Matter], title: str) -> None:
    index = MatterIndex.of(firm)
    for candidate in Matcher(index).match(title).candidates:
        assert _contains(index.vocabulary(candidate.matter))(title), (title, index.vocabulary(candidate.matter))


@given(st.lists(matters, max_size=5, unique_by=lambda each: each.id), matters, titles)
def test_a_change_that_concerns_no_word_of_a_title_changes_no_answer(
    firm: list[Matter], changed: Matter, title: str
) -> None:
    before = MatterIndex.of(firm)
    after = before.changed([changed], ())
    said = before.vocabulary(changed.id) | after.vocabulary(changed.id)
    if before.goes_by_references == after.goes_by_references and not _contains(said)(title):
        assert answers(after, [title]) == answers(before, [title])


@pytest.mark.parametrize("bearers", [1, RARE_AT_MOST, RARE_AT_MOST + 1])
def test_a_word_that_many_bear_is_not_worth_looking_for(bearers: int) -> None:
    index = MatterIndex.of(Matter(MatterId(1_000 + n), f"Zebulon appeal{n}") for n in range(bearers))
    assert len(index.bearers("zebulon")) == bearers
    assert ("zebulon" in index.vocabulary(MatterId(1_000))) is index.leads("zebulon") is (bearers <= RARE_AT_MOST)
    assert "appeal0" in index.vocabulary(MatterId(1_000))


def test_rare_words_are_worth_more_and_common_ones_little() -> None:
    index = MatterIndex.of(Matter(MatterId(n), f"Zebulon lease {'Quagmire' if n == 1 else ''}") for n in range(1, 30))
    assert index.worth("quagmire") > index.worth("zebulon") > index.worth("lease") > index.worth("of") > 0
    assert index.worth("quagmire") == index.worth("neverheard")
