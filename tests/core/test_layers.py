from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.core.errors import BadSetting
from wisestep_desktop.core.layers import Source, decidable, in_force, locked_by, source_of
from wisestep_desktop.core.setting_values import Names, listed
from wisestep_desktop.core.settings import SETTINGS, Settings, setting

ROUNDING = "BILLABLE_TIME_ROUNDING_SEC"
EXCLUDED = "privacy.excluded_applications"


def test_the_strongest_word_is_in_force() -> None:
    above = {Source.TEAM: {ROUNDING: "360"}, Source.POLICY: {ROUNDING: "36"}}
    assert in_force({ROUNDING: "900"}, above) == {ROUNDING: "36"}
    assert in_force({ROUNDING: "900"}, {Source.TEAM: {ROUNDING: "360"}}) == {ROUNDING: "360"}
    assert in_force({ROUNDING: "900"}, {}) == {ROUNDING: "900"}
    known = setting(ROUNDING)
    assert source_of(known, {ROUNDING: "900"}, above) is Source.POLICY
    assert locked_by(known, above) is Source.POLICY
    assert source_of(known, {}, {}) is Source.DEFAULT
    assert source_of(known, {ROUNDING: "900"}, {}) is Source.MINE
    assert locked_by(known, {}) is None


def test_nobodys_exclusions_end_because_somebody_else_has_some() -> None:
    above = {Source.TEAM: {EXCLUDED: "KeePass, Spotify"}, Source.POLICY: {EXCLUDED: "Bank"}}
    texts = in_force({EXCLUDED: "Solitaire, Spotify"}, above)
    assert set(Settings(texts).names(EXCLUDED)) == {"KeePass", "Spotify", "Bank", "Solitaire"}
    assert len(Settings(texts).names(EXCLUDED)) == 4
    known = setting(EXCLUDED)
    assert locked_by(known, above) is None
    assert source_of(known, {EXCLUDED: "Solitaire"}, above) is Source.MINE
    assert source_of(known, {}, above) is Source.POLICY


@pytest.mark.parametrize("mine", ["", "TRUE", "FALSE"])
@pytest.mark.parametrize("team", ["", "TRUE", "FALSE"])
@pytest.mark.parametrize("policy", ["", "TRUE", "FALSE"])
def test_who_ends_a_hold_ends_nobody_elses(mine: str, team: str, policy: str) -> None:
    known = setting("retention.legal_hold")
    own = {known.name: mine} if mine else {}
    told = {Source.TEAM: team, Source.POLICY: policy}
    above = {source: {known.name: text} for source, text in told.items() if text}
    assert Settings(in_force(own, above)).flag(known.name) is ("TRUE" in (mine, team, policy))
    holder = Source.POLICY if policy == "TRUE" else Source.TEAM if team == "TRUE" else None
    assert locked_by(known, above) is holder
    assert source_of(known, own, above) is (holder or (Source.MINE if mine else Source.DEFAULT))


def test_what_is_decided_above_is_checked_before_it_is_kept() -> None:
    assert decidable(Source.TEAM, {"show_closed_cases": " TRUE ", ROUNDING: " "}) == {"SHOW_CLOSED_CASES": "TRUE"}
    for source, texts, reason in (
        (Source.TEAM, {"no.such": "1"}, "unknown"),
        (Source.TEAM, {"appearance.theme": "dark"}, "not_theirs"),
        (Source.TEAM, {"connection.client_secret": "x"}, "not_theirs"),
        (Source.POLICY, {"privacy.consent": "2026"}, "not_theirs"),
        (Source.TEAM, {ROUNDING: "six minutes"}, "whole_number"),
    ):
        with pytest.raises(BadSetting) as told:
            decidable(source, texts)
        assert told.value.reason == reason
    assert decidable(Source.POLICY, {"appearance.theme": "dark"}) == {"appearance.theme": "dark"}


def test_nobody_but_the_person_says_yes_to_being_recorded() -> None:
    assert {each.name for each in SETTINGS if each.personal} == {
        "privacy.consent", "review.arrangement", "review.filter"
    }  # fmt: skip
    assert not any(each.of_team for each in SETTINGS if each.secret or each.personal)


@given(st.lists(st.text(st.characters(exclude_categories=("Cc", "Cs", "Zs", "Zl", "Zp")), min_size=1)))
def test_a_list_is_read_back_as_it_was_written(names: list[str]) -> None:
    assert Names()("x", listed(names)) == tuple(names)
