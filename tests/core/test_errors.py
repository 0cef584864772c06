"""Errors carry codes and parameters, never words or content."""

from __future__ import annotations

from wisestep_desktop.core.errors import (
    BadInput,
    BadSetting,
    Doubt,
    NotConnected,
    Unavailable,
    Uncertain,
    WiseStepError,
)


def test_an_error_shows_its_code_and_what_it_names() -> None:
    assert str(BadInput("matter.unknown", matter=7)) == "matter.unknown matter=7"
    assert str(NotConnected()) == "connection.none"


def test_a_bad_setting_names_the_setting() -> None:
    error = BadSetting("SHOW_CLOSED_CASES", "true_or_false", "maybe")
    assert (error.code, error.params) == (
        "setting.true_or_false",
        {"name": "SHOW_CLOSED_CASES", "value": "maybe"},
    )


def test_every_doubt_has_a_code_of_its_own() -> None:
    assert {Uncertain(doubt).code for doubt in Doubt} == {f"send.uncertain.{doubt.value}" for doubt in Doubt}


def test_unavailable_keeps_how_long_to_wait_apart_from_what_it_names() -> None:
    error = Unavailable("net.rate_limit", retry_after=7)
    assert isinstance(error, WiseStepError)
    assert (error.retry_after, error.params) == (7, {})
