"""Event hooks and the wait: what ends it, and how much work a flood of events makes."""

from __future__ import annotations

import contextlib
import ctypes
import threading
import time
from ctypes import wintypes
from pathlib import Path

import pytest

from tests.windows.inside.stage import PATIENCE, Watch, WideDesk, probe, renamed, wait_until, watch
from wisestep_desktop.adapters.capture import winapi_calls as calls
from wisestep_desktop.adapters.capture.winapi_desk import WinDesk
from wisestep_desktop.adapters.capture.winapi_waiting import POLL, MessageWaiter

LONG = 60_000


def desk_of(seen: Watch) -> WinDesk:
    desk = seen.windows._desk
    assert isinstance(desk, WinDesk)
    return desk


def test_titles_are_hooked_for_the_front_program_only_and_anew_at_each_switch(
    tmp_path: Path, monkeypatch: pytest.MonkeyPatch
) -> None:
    asked: list[tuple[int, ...]] = []

    def hook(first: int, last: int, _module: None, _procedure: object, process: int, thread: int, flags: int) -> int:
        asked.append((first, last, process, thread, flags))
        return 1_000 + len(asked)

    given_up: list[int] = []
    monkeypatch.setattr(calls.USER, "SetWinEventHook", hook)
    monkeypatch.setattr(calls.USER, "UnhookWinEvent", given_up.append)
    with probe("one") as one, probe("two", renamed(tmp_path, "second.exe")) as two, watch() as seen:
        seen.until_title("two")
        one.activate()
        seen.until_title("one")
        threads = [desk_of(seen).owner(each.handle).thread for each in (two, one)]
        pids = [desk_of(seen).owner(each.handle).process for each in (two, one)]
        seen.windows.close()
    changes = [(0x800C, 0x800C, pids[each], threads[each], 2) for each in (0, 1)]
    assert [each for each in asked if each[2]] == changes
    assert asked[0] == (3, 3, 0, 0, 2)
    assert sorted(given_up) == [1_000 + number for number in range(1, len(asked) + 1)]


def test_a_name_change_in_front_ends_the_wait_and_is_told() -> None:
    with probe() as window, watch(WideDesk()) as seen:
        seen.until_title("first")
        window.tell("count 1")
        before = time.monotonic()
        seen.waiter.wait(LONG)
        seen.look()
        assert time.monotonic() - before < POLL / 1_000
        assert seen.told[-1].title == "1 of 1"
        assert desk_of(seen).heard == 1


def test_a_change_of_the_front_window_ends_the_wait(tmp_path: Path) -> None:
    with probe("one") as one, probe("two", renamed(tmp_path, "second.exe")), watch() as seen:
        seen.until_title("two")
        heard = desk_of(seen).heard
        one.tell("front")
        seen.waiter.wait(LONG)
        assert desk_of(seen).heard == heard + 1


def test_only_the_window_in_front_is_heard(tmp_path: Path) -> None:
    with probe("one") as one, probe("two", renamed(tmp_path, "second.exe")) as two, watch(WideDesk()) as seen:
        seen.until_title("two")
        one.activate()
        seen.until_title("one")
        heard = desk_of(seen).heard
        two.tell("count 5")
        one.tell("noise 5")
        one.tell("count 1")
        seen.until(lambda: desk_of(seen).heard > heard, "not heard")
        assert desk_of(seen).heard == heard + 1
        assert seen.told[-1].title == "1 of 1"


def test_a_thousand_titles_make_little_work_and_the_last_one_is_told() -> None:
    with probe() as window, watch(WideDesk()) as seen:
        seen.until_title("first")
        looks = seen.looks
        flood = threading.Thread(target=window.tell, args=("count 1000",))
        flood.start()
        seen.until_title("1000 of 1000")
        flood.join(PATIENCE)
        told = [each.title for each in seen.told[1:]]
        assert told == list(dict.fromkeys(told))
        assert len(told) <= seen.looks - looks <= 1_000
        assert desk_of(seen).heard <= 1_000


def test_a_title_that_changes_without_a_word_is_found_by_the_poll() -> None:
    with probe() as window, watch() as seen:
        seen.until_title("first")
        window.retitle("silently")
        seen.until(lambda: seen.told[-1].title == "silently", "never found", LONG)
        assert seen.windows.poll == POLL


def test_nothing_is_heard_after_close() -> None:
    with probe() as window, watch(WideDesk()) as seen:
        seen.until_title("first")
        desk = desk_of(seen)
        seen.windows.close()
        window.tell("count 3")
        window.tell("front")
        seen.waiter.wait(0)
        assert desk.heard == 0
        seen.windows.close()


def test_a_wake_ends_the_wait_of_now_and_else_the_next() -> None:
    with contextlib.closing(MessageWaiter()) as waiter:
        waiter.watch((-1, 3))
        waiter.wake()
        before = time.monotonic()
        waiter.wait(LONG)
        waker = threading.Thread(target=waiter.wake)
        waker.start()
        waiter.wait(LONG)
        waker.join()
        assert time.monotonic() - before < POLL / 1_000


def test_a_wait_takes_no_longer_than_asked_nor_than_the_poll() -> None:
    with contextlib.closing(MessageWaiter()) as waiter:
        before = time.monotonic()
        waiter.wait(60)
        short = time.monotonic() - before
        waiter.wait(LONG)
        long = time.monotonic() - before - short
        assert 0.05 <= short < POLL / 1_000
        assert POLL / 1_000 * 0.9 <= long < LONG / 1_000 / 4


def test_a_closed_waiter_neither_waits_nor_fails() -> None:
    waiter = MessageWaiter()
    waiter.close()
    waiter.close()
    before = time.monotonic()
    waiter.wake()
    waiter.wait(LONG)
    assert time.monotonic() - before < POLL / 1_000


def test_a_nudge_from_another_thread_ends_the_wait() -> None:
    with probe(), watch() as seen:
        seen.until_title("first")
        nudger = threading.Thread(target=desk_of(seen).nudge)
        before = time.monotonic()
        nudger.start()
        seen.waiter.wait(LONG)
        nudger.join()
        assert time.monotonic() - before < POLL / 1_000


def test_our_own_window_is_read_though_its_thread_is_busy() -> None:
    user = ctypes.WinDLL("user32")
    user.CreateWindowExW.restype = wintypes.HWND
    ready, let_go, ended = threading.Event(), threading.Event(), threading.Event()
    handles: list[int] = []

    def busy() -> None:
        handles.append(user.CreateWindowExW(0, "STATIC", "our own", 0x10CF0000, 9, 9, 200, 90, None, None, None, None))
        ready.set()
        let_go.wait(PATIENCE)  # no message is answered meanwhile
        user.DestroyWindow(wintypes.HWND(handles[0]))
        ended.set()

    thread = threading.Thread(target=busy)
    thread.start()
    try:
        assert ready.wait(PATIENCE)
        desk = WinDesk()
        owner = desk.owner(handles[0])
        assert desk.title(handles[0], owner) == "our own"
        assert not let_go.is_set()
    finally:
        let_go.set()
        thread.join(PATIENCE)
    wait_until(ended.is_set, "the window's thread did not end")
