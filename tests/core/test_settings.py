"""Settings: names in any case, values trimmed, blank is the default, and a bad value is refused by name."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.core.errors import BadSetting
from wisestep_desktop.core.setting_values import Value, is_loopback
from wisestep_desktop.core.settings import SETTINGS, Settings, read, setting

SIX: dict[str, Value] = {
    "ADD_SUMMARY_TO_NARRATIVE": False,
    "ACTIVITY_TYPES_NON_BILLABLE": (),
    "ACTION_SYNC_INTERVAL_MINUTES": 15,
    "QUICK_CODE_SYNC_INTERVAL_MINUTES": 60,
    "SHOW_CLOSED_CASES": False,
    "BILLABLE_TIME_ROUNDING_SEC": 0,
}
everything = pytest.mark.parametrize("known", SETTINGS, ids=lambda known: known.name)


def test_the_six_properties_come_first_with_their_defaults() -> None:
    assert {known.name: known.default for known in SETTINGS[:6]} == SIX


@everything
@pytest.mark.parametrize("blank", ["", " ", "\t\n "])
def test_blank_is_the_default(known: object, blank: str) -> None:
    assert read(known, blank) == known.default  # type: ignore[arg-type, attr-defined]


@pytest.mark.parametrize("name", SIX)
def test_names_are_known_in_any_case_and_with_blanks_around(name: str) -> None:
    assert setting(name.lower()).name == setting(f"  {name.title()} ").name == name


@pytest.mark.parametrize(
    ("name", "text", "value"),
    [
        ("ADD_SUMMARY_TO_NARRATIVE", " TRUE ", True),
        ("ADD_SUMMARY_TO_NARRATIVE", "true", True),
        ("SHOW_CLOSED_CASES", "False", False),
        ("ACTIVITY_TYPES_NON_BILLABLE", "Admin, Travel", ("Admin", "Travel")),
        ("ACTIVITY_TYPES_NON_BILLABLE", " Admin ,, Travel ,", ("Admin", "Travel")),
        ("ACTIVITY_TYPES_NON_BILLABLE", '"Travel, local", Admin', ("Travel, local", "Admin")),
        ("ACTIVITY_TYPES_NON_BILLABLE", '"Say ""hello"""', ('Say "hello"',)),
        ("ACTION_SYNC_INTERVAL_MINUTES", "1", 1),
        ("ACTION_SYNC_INTERVAL_MINUTES", " 1440 ", 1440),
        ("QUICK_CODE_SYNC_INTERVAL_MINUTES", "+5", 5),
        ("BILLABLE_TIME_ROUNDING_SEC", "360", 360),
        ("BILLABLE_TIME_ROUNDING_SEC", "0", 0),
        ("BILLABLE_TIME_ROUNDING_SEC", "86400", 86_400),
        ("connection.environment", "Custom", "custom"),
        ("connection.token_url", "https://example.test/token", "https://example.test/token"),
        ("connection.token_url", "http://127.0.0.1:8080/token", "http://127.0.0.1:8080/token"),
        ("connection.token_url", "http://[::1]/token", "http://[::1]/token"),
    ],
)
def test_good_values(name: str, text: str, value: Value) -> None:
    assert read(setting(name), text) == value


@pytest.mark.parametrize(
    ("name", "text", "reason"),
    [
        ("ADD_SUMMARY_TO_NARRATIVE", "yes", "true_or_false"),
        ("ADD_SUMMARY_TO_NARRATIVE", "1", "true_or_false"),
        ("SHOW_CLOSED_CASES", "TRUE FALSE", "true_or_false"),
        ("ACTION_SYNC_INTERVAL_MINUTES", "0", "from_1_to_1440"),
        ("ACTION_SYNC_INTERVAL_MINUTES", "1441", "from_1_to_1440"),
        ("ACTION_SYNC_INTERVAL_MINUTES", "15.5", "whole_number"),
        ("ACTION_SYNC_INTERVAL_MINUTES", "-1", "whole_number"),
        ("ACTION_SYNC_INTERVAL_MINUTES", "+", "whole_number"),
        ("ACTION_SYNC_INTERVAL_MINUTES", "\uff11\uff15", "whole_number"),
        ("ACTION_SYNC_INTERVAL_MINUTES", "9" * 5_000, "whole_number"),
        ("QUICK_CODE_SYNC_INTERVAL_MINUTES", "hourly", "whole_number"),
        ("BILLABLE_TIME_ROUNDING_SEC", "86401", "from_0_to_86400"),
        ("BILLABLE_TIME_ROUNDING_SEC", "6 min", "whole_number"),
        ("ACTIVITY_TYPES_NON_BILLABLE", '"Travel, local', "comma_list"),
        ("connection.environment", "test", "one_of_production_staging_custom"),
        ("connection.token_url", "http://example.test/token", "https"),
        ("connection.token_url", "http://127.0.0.1.example.test/", "https"),
        ("connection.token_url", "https://user:word@example.test/", "web_address"),
        ("connection.token_url", "https://exa mple.test/", "web_address"),
        ("connection.token_url", "https://[::1", "web_address"),
        ("connection.token_url", "https://host:99999/", "web_address"),
        ("connection.token_url", "javascript:alert(1)", "web_address"),
        ("connection.token_url", "file:///etc/passwd", "web_address"),
    ],
)
def test_bad_values_are_refused_by_name(name: str, text: str, reason: str) -> None:
    with pytest.raises(BadSetting) as refused:
        read(setting(name), text)
    assert (refused.value.name, refused.value.reason) == (name, reason)


@pytest.mark.parametrize("name", ["", "SHOW_OPEN_CASES", "connection", "SHOW_CLOSED_CASES\x00"])
def test_an_unknown_name_is_refused(name: str) -> None:
    with pytest.raises(BadSetting) as refused:
        setting(name)
    assert refused.value.reason == "unknown"


@everything
@given(text=st.text(max_size=60))
def test_any_text_is_a_value_or_refused_by_name(known: object, text: str) -> None:
    refused: list[str] = []
    try:
        read(known, text)  # type: ignore[arg-type]
    except BadSetting as error:
        refused.append(error.name)
    assert set(refused) <= {known.name}  # type: ignore[attr-defined]


@given(st.lists(st.text(st.characters(categories=("L", "N"), include_characters=', "'), min_size=1), max_size=5))
def test_any_list_of_names_can_be_written(names: list[str]) -> None:
    wanted = tuple(name.strip() for name in names if name.strip())
    quoted = ",".join('"' + name.replace('"', '""') + '"' for name in wanted)
    assert read(setting("ACTIVITY_TYPES_NON_BILLABLE"), quoted) == wanted


def test_a_stored_value_that_a_newer_rule_refuses_counts_as_the_default() -> None:
    assert Settings({"SHOW_CLOSED_CASES": "perhaps"}).flag("SHOW_CLOSED_CASES") is False


def test_asking_for_the_wrong_kind_is_a_fault_of_ours() -> None:
    settings = Settings({})
    for wrong in (settings.text, settings.number, settings.names):
        with pytest.raises(TypeError):
            wrong("SHOW_CLOSED_CASES")
    with pytest.raises(TypeError):
        settings.flag("connection.client_id")


@pytest.mark.parametrize(
    ("host", "here"),
    [
        ("127.0.0.1", True),
        ("127.255.0.9", True),
        ("localhost", True),
        ("LOCALHOST", True),
        ("::1", True),
        ("127.0.0.1.evil.test", False),
        ("127.1", False),
        ("128.0.0.1", False),
        ("0.0.0.1", False),
        ("localhost.evil.test", False),
        ("\uff11\uff12\uff17.0.0.1", False),
        ("127.0.0.256", False),
    ],
)
def test_loopback_is_this_computer_only(host: str, here: bool) -> None:
    assert is_loopback(host) is here


def test_only_the_client_secret_is_secret() -> None:
    assert [known.name for known in SETTINGS if known.secret] == ["connection.client_secret"]
