"""What Windows' messages mean: ticks that wrap around, locks told twice, ends that do not come."""

from __future__ import annotations

import pytest
from hypothesis import given
from hypothesis import strategies as st

from wisestep_desktop.adapters.presence.winapi_meaning import (
    CONSOLE_DISPLAY_STATE,
    Said,
    Session,
    holder,
    idle_between,
    said,
)
from wisestep_desktop.ports.power import PowerSignal

WRAP = 2**32
MINUTE = 60_000


@given(tick=st.integers(0, WRAP - 1), passed=st.integers(0, WRAP - 1 - MINUTE))
def test_idle_is_what_passed_also_across_the_wrap(tick: int, passed: int) -> None:
    assert idle_between((tick + passed) % WRAP, tick) == passed


@given(tick=st.integers(0, WRAP - 1), early=st.integers(1, MINUTE - 1))
def test_an_input_just_after_the_tick_was_read_counts_as_now(tick: int, early: int) -> None:
    assert idle_between(tick, (tick + early) % WRAP) == 0


@given(now=st.integers(0, WRAP - 1), last=st.integers(0, WRAP - 1))
def test_idle_is_never_negative_nor_endless(now: int, last: int) -> None:
    assert 0 <= idle_between(now, last) < WRAP


@pytest.mark.parametrize(
    ("message", "wide", "setting", "meant"),
    [
        (0x02B1, 7, None, Said.LOCK),
        (0x02B1, 8, None, Said.UNLOCK),
        (0x02B1, 2, None, Said.LEAVE),
        (0x02B1, 4, None, Said.LEAVE),
        (0x02B1, 1, None, Said.ENTER),
        (0x02B1, 3, None, Said.ENTER),
        (0x02B1, 5, None, None),
        (0x0218, 0x04, None, Said.SUSPEND),
        (0x0218, 0x06, None, Said.RESUME),
        (0x0218, 0x07, None, Said.RESUME),
        (0x0218, 0x12, None, Said.RESUME),
        (0x0218, 0x0A, None, None),
        (0x0218, 0x8013, (CONSOLE_DISPLAY_STATE, 0), Said.DISPLAY_OFF),
        (0x0218, 0x8013, (CONSOLE_DISPLAY_STATE, 1), Said.DISPLAY_ON),
        (0x0218, 0x8013, (CONSOLE_DISPLAY_STATE, 2), Said.DISPLAY_ON),
        (0x0218, 0x8013, ("5d3e9a59-e9d5-4b00-a6bd-ff34ff516548", 0), None),
        (0x0218, 0x8013, None, None),
        (0x0011, 0, None, Said.END),
        (0x0016, 1, None, Said.END),
        (0x0016, 0, None, Said.STAY),
        (0x000F, 7, None, None),
    ],
)
def test_a_message_says_what_microsoft_writes_of_it(
    message: int, wide: int, setting: tuple[str, int] | None, meant: Said | None
) -> None:
    assert said(message, wide, setting) is meant


def told(*what: Said) -> list[PowerSignal]:
    session = Session()
    return [signal for each in what if (signal := session.news(each)) is not None]


def test_a_lock_belongs_to_the_session_wherever_its_person_is() -> None:
    assert told(Said.LEAVE, Said.LOCK, Said.ENTER) == [PowerSignal.LOCKED]
    assert told(Said.LEAVE, Said.LOCK, Said.ENTER, Said.UNLOCK) == [PowerSignal.LOCKED, PowerSignal.UNLOCKED]
    assert told(Said.LEAVE, Said.ENTER) == [PowerSignal.LOCKED, PowerSignal.UNLOCKED]
    assert told(Said.LEAVE, Said.UNLOCK, Said.ENTER) == [PowerSignal.LOCKED, PowerSignal.UNLOCKED]
    assert told(Said.UNLOCK, Said.ENTER) == []


def test_an_end_is_told_each_time_and_taken_back_once() -> None:
    assert told(Said.END, Said.END, Said.STAY, Said.STAY) == [
        PowerSignal.ENDING,
        PowerSignal.ENDING,
        PowerSignal.RESUMED,
    ]


@given(st.lists(st.sampled_from([each for each in Said if each not in {Said.END, Said.STAY}])))
def test_neither_lock_nor_display_nor_sleep_is_told_twice_in_a_row(what: list[Said]) -> None:
    signals = told(*what)
    for bad, good in (
        (PowerSignal.LOCKED, PowerSignal.UNLOCKED),
        (PowerSignal.DISPLAY_OFF, PowerSignal.DISPLAY_ON),
        (PowerSignal.SUSPENDING, PowerSignal.RESUMED),
    ):
        heard = [signal for signal in signals if signal in {bad, good}]
        assert heard == [bad, good] * (len(heard) // 2) + [bad] * (len(heard) % 2)


@pytest.mark.parametrize(
    ("key", "packaged", "name"),
    [
        ("MSTeams_8wekyb3d8bbwe", True, "msteams"),
        ("Microsoft.SkypeApp_kzf8qxf38zg5c", True, "microsoft.skypeapp"),
        ("C:#Users#Jörg#AppData#Roaming#Zoom#bin#Zoom.exe", False, "zoom"),
        ("C:#Program Files (x86)#Google#Chrome#Application#chrome.exe", False, "chrome"),
        ("", False, ""),
        ("C:#", False, ""),
        ("_", True, ""),
    ],
)
def test_a_key_of_the_consent_store_names_a_program(key: str, packaged: bool, name: str) -> None:
    assert holder(key, packaged=packaged) == name
