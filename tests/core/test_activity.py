"""Which activity types are offered, found as they are typed, and guessed only where one alone can be meant."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.adapters.system.lists import load
from wisestep_desktop.core.activity import Offer, TypeSearch, nearest_type, offered_types, type_for_kind, unknown_types
from wisestep_desktop.core.errors import BadSetting
from wisestep_desktop.core.ids import ActivityTypeId
from wisestep_desktop.core.matters import ActivityType
from wisestep_desktop.core.settings import Settings, read, setting
from wisestep_desktop.core.utbms import UtbmsCode, UtbmsUse, usable
from wisestep_desktop.core.work import WorkKind
from wisestep_desktop.shell.words import resources

STEMS = load(resources()).work.types
DEFAULTS = Settings({})


def types(*names: str) -> tuple[ActivityType, ...]:
    return tuple(ActivityType(ActivityTypeId(number), name) for number, name in enumerate(names, 1))


def offers(*names: str) -> tuple[Offer, ...]:
    return offered_types(types(*names), DEFAULTS)


def guessed(kind: str, *names: str, **settings: str) -> str | None:
    known = types(*names)
    told = Settings({f"activity.{name}": text for name, text in settings.items()})
    found = type_for_kind(WorkKind(kind), offered_types(known, told), told, STEMS)
    return next((each.name for each in known if each.id == found), None)


@pytest.mark.parametrize(
    ("kind", "names", "name"),
    [
        ("draft", ("Drafting", "Review", "Call"), "Drafting"),
        ("draft", ("Draft", "Redrafting fee"), "Draft"),
        ("draft", ("Draft letter", "Draft deed"), None),  # either may be meant
        ("draft", ("Review",), None),
        ("review", ("A104 Review/analyze", "A103 Draft/revise"), "A104 Review/analyze"),
        ("review", ("L110 Review of facts", "Perusal"), "Perusal"),  # a task code is never guessed
        ("draft", ("L210 Drafting pleadings",), None),
        ("draft", ("B110 Drafting schedules",), None),
        ("call", ("Telephone Attendance", "Attendance"), "Telephone Attendance"),
        ("court", ("Court attendance", "Attendance"), "Court attendance"),
        ("research", ("Legal Research",), "Legal Research"),
        ("travel", ("TRAVEL",), "TRAVEL"),
        ("other", ("Other",), None),
    ],
)
def test_a_type_is_guessed_only_where_one_alone_fits(kind: str, names: tuple[str, ...], name: str | None) -> None:
    assert guessed(kind, *names) == name


def test_what_the_person_says_of_a_kind_outranks_what_names_say() -> None:
    assert guessed("draft", "Drafting", "Review / analyse", by_kind="draft=review / ANALYSE") == "Review / analyse"
    assert guessed("draft", "Drafting", by_kind="draft=Gone") is None
    assert guessed("draft", "L210 Pleadings", by_kind="draft=L210 Pleadings") == "L210 Pleadings"


def test_a_type_that_is_not_offered_is_not_guessed() -> None:
    assert guessed("draft", "Drafting", "Review", enabled="Review") is None
    assert guessed("draft", "Drafting", "Review", enabled="Review", by_kind="draft=Drafting") is None


def test_types_are_enabled_and_relabelled() -> None:
    told = Settings({"activity.enabled": "drafting, Court", "activity.labels": "Drafting=Writing, Court = In court"})
    known = types("Drafting", "Review", "Court")
    assert [each.label for each in offered_types(known, told)] == ["In court", "Writing"]
    kept = known[1].id
    assert [each.label for each in offered_types(known, told, kept)] == ["In court", "Review", "Writing"]
    assert [each.label for each in offered_types(known, DEFAULTS)] == ["Court", "Drafting", "Review"]


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("activity.by_kind", "draft", "pairs"),
        ("activity.by_kind", "=Drafting", "pairs"),
        ("activity.by_kind", "draft=", "pairs"),
        ("activity.by_kind", "dance=Drafting", "work_kind"),
        ("activity.by_kind", "draft=One, DRAFT=Two", "twice"),
        ("activity.labels", "Drafting", "pairs"),
        ("narrative.template", "poem", "one_of_sentence_list_blank"),
    ],
)
def test_what_settings_refuse(name: str, text: str, reason: str) -> None:
    with pytest.raises(BadSetting) as refused:
        read(setting(name), text)
    assert refused.value.reason == reason


def test_a_name_with_an_equals_sign_or_a_comma_in_it() -> None:
    assert read(setting("activity.by_kind"), '"draft = Letters, short", call=A=B') == (
        "draft=Letters, short",
        "call=A=B",
    )


def test_names_that_no_type_has_and_the_nearest_one() -> None:
    told = Settings({"activity.by_kind": "draft=Draftin, call=Telephone", "activity.enabled": "Telephone , Court"})
    known = types("Drafting", "telephone")
    assert unknown_types("activity.by_kind", told, known) == ("Draftin",)
    assert unknown_types("activity.enabled", told, known) == ("Court",)
    assert nearest_type("Draftin", known) == "Drafting"
    assert nearest_type("Draftin", ()) == ""
    assert nearest_type("ÿÿ", known) in {"Drafting", "telephone"}


# --- Typed --------------------------------------------------------------------------------------------------------

SEARCH = TypeSearch(
    offers("Court attendance", "Drafting", "Émail to client", "Long telephone call", "Telephone", "Phones")
)


@pytest.mark.parametrize(
    ("typed", "found"),
    [
        ("tele", ["Telephone", "Long telephone call"]),
        ("EMAIL", ["Émail to client"]),
        ("cli em", ["Émail to client"]),
        ("phone", ["Phones", "Long telephone call", "Telephone"]),
        ("att", ["Court attendance"]),
        ("raft", ["Drafting"]),
        ("xyz", []),
    ],
)
def test_what_is_typed_finds(typed: str, found: list[str]) -> None:
    assert [each.label for each in SEARCH.find(typed)] == found


def test_nothing_typed_shows_the_first_ones() -> None:
    assert len(SEARCH.find(" ", most=3)) == 3
    assert TypeSearch().find("a") == []


@given(st.text(max_size=20), st.integers(1, 5))
def test_no_more_is_found_than_asked_for_and_nothing_twice(typed: str, most: int) -> None:
    found = SEARCH.find(typed, most)
    assert len(found) <= most
    assert len({each.type.id for each in found}) == len(found)


# --- UTBMS --------------------------------------------------------------------------------------------------------

CODES = (
    UtbmsCode("A101", "Activity", "Plan and prepare for"),
    UtbmsCode("A103", "Activity", "Draft/revise", enabled=False),
    UtbmsCode("L100", "Litigation", "Case assessment"),
    UtbmsCode("L110", "Litigation", "Fact investigation", parent="L100"),
    UtbmsCode("B110", "Bankruptcy", "Case administration"),
)


def test_codes_are_offered_only_where_the_matter_wants_them() -> None:
    assert usable(CODES, None) == usable(CODES, UtbmsUse(wanted=False)) == ((), ())
    tasks, activities = usable(CODES, UtbmsUse(wanted=True, category="Litigation"))
    assert [each.code for each in tasks] == ["L110"]
    assert [each.code for each in activities] == ["A101"]
    assert [each.code for each in usable(CODES, UtbmsUse(wanted=True))[0]] == ["L110", "B110"]
