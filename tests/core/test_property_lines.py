"""Lines of NAME=VALUE as administrators paste them: whatever the editor did to them, and each mistake by its line."""

from __future__ import annotations

import time

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.core.errors import BadInput, BadSetting, WiseStepError
from wisestep_desktop.core.property_lines import (
    MOST_BYTES,
    at_line,
    decoded,
    holdable,
    lines_of,
    read_lines,
    text_of,
)
from wisestep_desktop.core.setting_values import listed
from wisestep_desktop.core.settings import PROPERTIES, SETTINGS, Settings, setting

ROUNDING, FREE, SUMMARY = "BILLABLE_TIME_ROUNDING_SEC", "ACTIVITY_TYPES_NON_BILLABLE", "ADD_SUMMARY_TO_NARRATIVE"


@pytest.mark.parametrize(
    ("text", "found"),
    [
        ("", {}),
        ("\n\n  \n# a comment = not read\n", {}),
        (f"{ROUNDING}=360", {ROUNDING: "360"}),
        (f"{ROUNDING}=360\r\n{SUMMARY}=TRUE\r\n", {ROUNDING: "360", SUMMARY: "TRUE"}),
        (f"{ROUNDING}=360\r{SUMMARY}=TRUE", {ROUNDING: "360", SUMMARY: "TRUE"}),
        (f"\ufeff{ROUNDING}=360", {ROUNDING: "360"}),
        (f"  {ROUNDING.lower()} \t=  360  ", {ROUNDING: "360"}),
        (f"{ROUNDING}=", {ROUNDING: ""}),
        (f"{FREE}=Non-Billable, Marketing", {FREE: "Non-Billable, Marketing"}),
        (f'{FREE}="Travel, local", Admin', {FREE: '"Travel, local", Admin'}),
        (f"{FREE}=A=B, #1", {FREE: "A=B, #1"}),
        (f"{FREE}=Büro\u2028Reise", {FREE: "Büro\u2028Reise"}),
        ("review.require_activity_type=true", {"review.require_activity_type": "true"}),
        ("Activity.By_Kind=draft=Drafting", {"activity.by_kind": "draft=Drafting"}),
    ],
)
def test_what_is_pasted_is_read(text: str, found: dict[str, str]) -> None:
    assert dict(read_lines(text).texts) == found


@pytest.mark.parametrize(
    ("text", "code", "params"),
    [
        (f"\n{ROUNDING} 360", "lines.no_equals", {"line": 2, "name": f"{ROUNDING} 360"}),
        ("ROUNDING_SEC=360", "lines.unknown", {"line": 1, "name": "ROUNDING_SEC", "nearest": ROUNDING}),
        ("=360", "lines.strange", {"line": 1, "name": ""}),
        ("NO_SUCH=1", "lines.strange", {"line": 1, "name": "NO_SUCH"}),
        (f"{ROUNDING}=1\n#\n{ROUNDING.lower()}=1", "lines.twice", {"line": 3, "name": ROUNDING, "first": 1}),
        ("connection.client_secret=hunter2", "lines.not_here", {"line": 1, "name": "connection.client_secret"}),
        ("appearance.theme=dark", "lines.not_here", {"line": 1, "name": "appearance.theme"}),
        ("privacy.consent=x", "lines.not_here", {"line": 1, "name": "privacy.consent"}),
        (f"{FREE}=A\x00B", "lines.control", {"line": 1}),
        (f"#\n{SUMMARY}=yes", "setting.true_or_false", {"line": 2, "name": SUMMARY, "value": "yes"}),
        (f"{ROUNDING}=-1", "setting.whole_number", {"line": 1, "name": ROUNDING}),
        (f"{ROUNDING}=86401", "setting.from_0_to_86400", {"line": 1, "name": ROUNDING}),
        (f'{ROUNDING}="360"', "setting.whole_number", {"line": 1, "value": '"360"'}),
        (f'{FREE}="open', "setting.comma_list", {"line": 1, "name": FREE}),
    ],
)
def test_a_mistake_is_told_by_its_line_and_name(text: str, code: str, params: dict[str, object]) -> None:
    with pytest.raises((BadInput, BadSetting)) as told:
        read_lines(text)
    assert told.value.code == code
    assert {name: told.value.params.get(name) for name, wanted in params.items() if wanted is not None} == {
        name: wanted for name, wanted in params.items() if wanted is not None
    }


def test_what_is_wrong_is_repeated_only_as_far_as_a_sentence_holds() -> None:
    with pytest.raises(BadSetting) as told:
        read_lines(f"{ROUNDING}={'9' * 5_000}")
    assert len(str(told.value.params["value"])) <= 60
    with pytest.raises(BadInput) as unknown:
        read_lines("X" * 100_000 + "=1")
    assert len(str(unknown.value.params["name"])) <= 60


@pytest.mark.parametrize(
    ("data", "text"),
    [
        (b"A=1", "A=1"),
        (b"\xef\xbb\xbfA=1", "A=1"),
        ("A=ü".encode("utf-16"), "A=ü"),
        (b"\xfe\xff" + "A=ü".encode("utf-16-be"), "A=ü"),
        (b"", ""),
    ],
)
def test_bytes_become_text(data: bytes, text: str) -> None:
    assert decoded(data) == text


@pytest.mark.parametrize(
    ("data", "code"),
    [
        (b"\x89PNG\r\n\x1a\n", "lines.no_text"),
        ("A=ü".encode("latin-1"), "lines.no_text"),
        (b"\xff\xfeA", "lines.no_text"),
        (b"#" * (MOST_BYTES + 1), "lines.too_large"),
        (b"#" * 50_000_000, "lines.too_large"),
    ],
)
def test_bytes_that_are_no_properties_are_refused(data: bytes, code: str) -> None:
    with pytest.raises(BadInput, match=code):
        decoded(data)


def test_ten_thousand_activity_types_are_read_at_once() -> None:
    names = tuple(f'Type {number}, with "a name" of some length' for number in range(10_000))
    text = f"{FREE}={listed(names)}"
    began = time.perf_counter()
    found = read_lines(decoded(text.encode()))
    assert time.perf_counter() - began < 2
    assert Settings(dict(found.texts)).names(FREE) == names


def test_lines_hold_what_a_team_may_decide_and_nothing_else() -> None:
    held = {each.name for each in SETTINGS if holdable(each)}
    assert {each.name for each in PROPERTIES} < held
    assert held == {each.name for each in SETTINGS if each.of_team}
    assert not any(each.secret for each in SETTINGS if each.name in held)


names = st.text(st.characters(exclude_categories=("Cc", "Cs")), min_size=1).map(str.strip).filter(bool)


@given(st.lists(names), st.integers(0, 86_400), st.booleans())
def test_what_is_written_is_read_back(types: list[str], unit: int, summary: bool) -> None:
    values = {FREE: tuple(types), ROUNDING: unit, SUMMARY: summary}
    found = read_lines(lines_of({name: text_of(value) for name, value in values.items()}))
    assert {name: Settings(dict(found.texts)).value(name) for name in values} == values


@given(st.text())
def test_any_text_is_read_or_refused_in_a_sentence_of_ours(text: str) -> None:
    refusal: WiseStepError | None = None
    try:
        found = read_lines(text)
    except WiseStepError as told:
        refusal = told
    if refusal is None:
        assert all(setting(name).name == name for name in found.texts)
    else:
        assert int(refusal.params["line"]) >= 1


def test_an_error_of_another_setting_has_no_line() -> None:
    wrong = BadSetting(ROUNDING, "locked_by_team")
    assert read_lines(f"{SUMMARY}=TRUE").place(wrong) is wrong
    assert read_lines(f"\n{ROUNDING}=1").place(wrong).params["line"] == 2
    assert at_line(BadSetting(FREE, "no_activity_type", "X", nearest="Y"), 7).params == {
        "name": FREE, "value": "X", "nearest": "Y", "line": 7,
    }  # fmt: skip
