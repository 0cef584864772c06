"""One correction suggests; the same title confirmed twice is certain; what was refused stays refused."""

from __future__ import annotations

from collections.abc import Iterable

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.learning import (
    CONSISTENT,
    HALF_LIFE,
    Feature,
    Lesson,
    Trait,
    features,
    fresh,
    instructive,
    offer,
    recall,
    taught,
)
from wisestep_desktop.core.matching import Kind, Match, Matcher
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.observation import PRIVATE, Window
from wisestep_desktop.core.spans import Instant

AT = Instant(1_800_000_000_000)
DAY = 86_400_000
ONE, TWO = MatterId(10482), MatterId(10483)
MATCHER = Matcher([Matter(ONE, "Marlow v Hartley Shipping"), Matter(TWO, "Lease of Wattle Grove")])
NOTES = Window("Word", "Zebulon affair - Word", "C:\\Zebulon\\notes.docx")


def keys(window: Window, trait: Trait) -> list[str]:
    return [each.key for each in features(window) if each.trait is trait]


def lesson(
    trait: Trait, key: str, matter: MatterId = ONE, *, accepted: float = 0.0, refused: float = 0.0, at: Instant = AT
) -> Lesson:
    return Lesson(trait, key, key, matter, accepted, refused, at)


def after(window: Window, *said: tuple[MatterId, bool]) -> list[Lesson]:
    """Return what is known after some words about a window, each for every trait."""
    known: dict[tuple[Trait, str, MatterId], Lesson] = {}
    for matter, meant in said:
        for each in features(window):
            before = known.get((each.trait, each.key, matter)) or fresh(each, each.key, matter, AT)
            known[each.trait, each.key, matter] = taught(before, AT, meant=meant)
    return list(known.values())


def match(window: Window, lessons: Iterable[Lesson]) -> Match:
    by_feature: dict[tuple[Trait, str], tuple[Lesson, ...]] = {}
    for each in lessons:
        by_feature[each.trait, each.key] = (*by_feature.get((each.trait, each.key), ()), each)
    return MATCHER.match(window.title, window.application, recall(features(window), by_feature))


# what can be learned from ---------------------------------------------------------------------------------------


def test_a_title_its_folder_and_its_parts_can_be_learned_from() -> None:
    window = Window("Word", "Zebulon letter - Settlement Okonkwo - Word", "C:\\Cases\\Zebulon\\letter.docx")
    assert keys(window, Trait.TITLE) == ["zebulon letter - settlement okonkwo"]
    assert keys(window, Trait.FOLDER) == ["c:\\cases\\zebulon"]
    assert keys(window, Trait.PART) == ["zebulon letter", "settlement okonkwo"]


@pytest.mark.parametrize("window", [PRIVATE, Window("Word", ""), Window("", "")])
def test_a_window_that_shows_nothing_teaches_nothing(window: Window) -> None:
    assert features(window) == ()


@pytest.mark.parametrize(
    ("application", "title"),
    [
        ("Word", "Zebulon - Word"),
        ("Google Chrome", "Zebulon - Google Chrome"),
        ("Tool of Ours", "Zebulon - Tool of Ours"),
    ],
)
def test_the_name_of_the_program_teaches_nothing(application: str, title: str) -> None:
    assert keys(Window(application, title), Trait.PART) == ["zebulon"]


@pytest.mark.parametrize("part", ["Draft", "12345", "of the", "Letter of Demand to", "abc", "--", "2024"])
def test_words_that_all_use_teach_nothing_by_themselves(part: str) -> None:
    assert "zebulon" in keys(Window("Word", f"{part} | Zebulon"), Trait.PART)
    told = [each for each in keys(Window("Word", f"{part} | Zebulon"), Trait.PART) if each != "zebulon"]
    assert told in ([], ["letter demand to"])


def test_counts_and_marks_make_no_other_lesson() -> None:
    assert keys(Window("Outlook", "Inbox (3) - Zebulon - Outlook"), Trait.TITLE) == keys(
        Window("Outlook", "Inbox (12) - Zebulon - Outlook"), Trait.TITLE
    )


@given(st.text(max_size=60), st.sampled_from(["Word", "Google Chrome", ""]))
def test_features_know_where_they_stand(title: str, application: str) -> None:
    for each in features(Window(application, title, "/a/b")):
        assert 0 <= each.start <= each.end <= len(title)
        assert each.key or each.trait is Trait.TITLE
        assert (each.start == each.end) is (each.trait is Trait.FOLDER)


# what a word about it changes -----------------------------------------------------------------------------------


def test_what_was_said_counts_and_older_words_count_less() -> None:
    once = taught(fresh(Feature(Trait.PART, "zebulon"), "Zebulon", ONE, AT), AT, meant=True)
    at_once = taught(once, AT, meant=True)
    later = taught(once, Instant(AT + HALF_LIFE), meant=True)
    much_later = taught(once, Instant(AT + 4 * HALF_LIFE), meant=True)
    assert (once.accepted, at_once.accepted, later.accepted, much_later.accepted) == (1.0, 2.0, 1.5, 1.0625)
    assert later.at == AT + HALF_LIFE


def test_a_clock_that_was_set_back_does_no_harm() -> None:
    once = taught(fresh(Feature(Trait.PART, "zebulon"), "Zebulon", ONE, AT), AT, meant=True)
    again = taught(once, Instant(AT - 5 * HALF_LIFE), meant=True)
    assert (again.accepted, again.at) == (2.0, AT)


@given(st.lists(st.booleans(), min_size=1, max_size=8))
def test_the_newest_word_counts(said: list[bool]) -> None:
    known = fresh(Feature(Trait.TITLE, "zebulon"), "Zebulon", ONE, AT)
    for meant in said:
        known = taught(known, AT, meant=meant)
    assert (known.accepted > known.refused) is said[-1]
    assert min(known.accepted, known.refused) == 0


# what it comes to -----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "window",
    [
        NOTES,
        Window("Word", "Zebulon affair - Okonkwo letter - Wimble - Quillon - Word"),
        Window("Outlook", "Zebulon affair"),
        Window("Acrobat", "scan0001.pdf", "/home/jane/Zebulon/scan0001.pdf"),
    ],
)
def test_one_correction_suggests_and_does_not_assign(window: Window) -> None:
    found = match(window, after(window, (ONE, True)))
    assert found.assigned is None
    assert [each.matter for each in found.candidates] == [ONE]
    assert found.candidates[0].p > 0.5
    assert all(find.kind is Kind.LEARNED and find.at == AT for find in found.candidates[0].evidence)


def test_the_same_title_confirmed_again_is_certain() -> None:
    assert match(NOTES, after(NOTES, (ONE, True), (ONE, True))).assigned == ONE


def test_other_titles_of_the_same_folder_and_parts_are_only_suggested() -> None:
    other = Window("Word", "Zebulon affair - costs - Word", "C:\\Zebulon\\costs.docx")
    known = after(NOTES, *[(ONE, True)] * 9)
    found = match(other, known)
    assert found.assigned is None
    assert found.candidates[0].matter == ONE
    assert {find.text for find in found.candidates[0].evidence} == {"", "Zebulon affair"}


def test_a_refusal_sticks() -> None:
    named = Window("Word", "Marlow v Hartley Shipping - Word")
    assert match(named, ()).assigned == ONE
    refused = [lesson(Trait.TITLE, keys(named, Trait.TITLE)[0], refused=1.0)]
    assert match(named, refused).candidates == ()
    assert match(named, [*refused, lesson(Trait.PART, keys(named, Trait.PART)[0], accepted=9.0)]).candidates == ()
    assert match(Window("Word", "Marlow v Hartley Shipping 2 - Word"), refused).assigned == ONE


def test_a_part_that_was_refused_speaks_against_and_forbids_nothing() -> None:
    window = Window("Word", "Marlow v Hartley Shipping - Okonkwo - Word")
    refused = [lesson(Trait.PART, "okonkwo", refused=1.0)]
    found = match(window, refused)
    assert found.assigned is None
    assert [each.matter for each in found.candidates] == [ONE]
    assert found.candidates[0].p < match(window, ()).candidates[0].p


def test_more_words_weigh_more_up_to_a_bound() -> None:
    weights: list[float] = []
    for times in (1, 2, 3, 5, 50, 500):
        known = lesson(Trait.PART, "zebulon affair", accepted=float(times))
        weights += [each.weight for each in recall(features(NOTES), {(known.trait, known.key): (known,)})]
    assert weights == sorted(weights)
    assert weights[0] < weights[2]
    assert weights[-1] == weights[-2] == 4.0


def test_two_matters_that_were_learned_are_told_apart_by_neither() -> None:
    known = [lesson(Trait.PART, "zebulon affair", matter, accepted=3.0) for matter in (ONE, TWO)]
    found = match(NOTES, known)
    assert found.assigned is None
    assert {each.matter for each in found.candidates} == {ONE, TWO}


# a phrase to offer ----------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("times", "offered"), [(1, False), (2, False), (CONSISTENT, True), (9, True)])
def test_a_phrase_is_offered_after_the_third_time(times: int, offered: bool) -> None:
    found = offer(after(NOTES, *[(ONE, True)] * times), ONE)
    assert (found is not None and found.key == "zebulon affair") is offered


def test_three_times_within_days_are_three_times() -> None:
    known = fresh(Feature(Trait.PART, "zebulon"), "Zebulon", ONE, AT)
    for day in (0, 5, 10):
        known = taught(known, Instant(AT + day * DAY), meant=True)
    assert offer([known], ONE) is not None


def test_three_times_in_years_are_not() -> None:
    known = fresh(Feature(Trait.PART, "zebulon"), "Zebulon", ONE, AT)
    for year in (0, 1, 2):
        known = taught(known, Instant(AT + year * 365 * DAY), meant=True)
    assert offer([known], ONE) is None


def test_nothing_is_offered_that_another_matter_claims() -> None:
    known = after(NOTES, *[(ONE, True)] * 4)
    assert offer([*known, lesson(Trait.PART, "zebulon affair", TWO, accepted=1.0)], ONE) is None
    assert offer([*known, lesson(Trait.PART, "zebulon affair", TWO, refused=1.0)], ONE) is not None
    assert offer(known, TWO) is None


def test_only_parts_are_offered_and_the_shortest_first() -> None:
    known = [
        lesson(Trait.TITLE, "z", accepted=9.0),
        lesson(Trait.FOLDER, "zz", accepted=9.0),
        lesson(Trait.PART, "zebulon affair", accepted=9.0),
        lesson(Trait.PART, "okonkwo", accepted=9.0),
    ]
    found = offer(known, ONE)
    assert found is not None
    assert found.key == "okonkwo"
    assert offer(known[:2], ONE) is None


def test_a_title_that_tells_nothing_remembers_a_no_but_no_yes() -> None:
    inbox = features(Window("Outlook", "Call 12 - Outlook"))
    assert [each.trait for each in inbox] == [Trait.TITLE]
    assert instructive(inbox) == ()
    telling = features(Window("Word", "Zebulon affair - Word"))
    assert instructive(telling) == telling
