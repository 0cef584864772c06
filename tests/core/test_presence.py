"""Who was there: stretches that tile the time, going away back-dated to the last input, lock and sleep at once."""

from __future__ import annotations

from itertools import pairwise

import pytest
from hypothesis import given
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from wisestep_desktop.core.presence import (
    IDLE_LIMIT,
    Attendance,
    Idle,
    Locked,
    Presence,
    PresenceSpan,
    Signal,
    Slept,
    Unlocked,
    arrive,
    observe,
)
from wisestep_desktop.core.spans import Instant, Span

S = 1_000


def told(*signals: Signal, idle: int = 0) -> list[tuple[str, int, int]]:
    """Presence as text with seconds since the start; the open stretch is last."""
    now = arrive(Idle(Instant(0), idle * S))
    closed: list[PresenceSpan] = []
    for signal in signals:
        now, ended = observe(now, signal)
        closed.extend(ended)
    closed.append(now.until(now.heard))
    return [(stay.presence.value, stay.span.start // S, stay.span.end // S) for stay in closed]


def idle(at: int, seconds: int) -> Idle:
    return Idle(Instant(at * S), seconds * S)


def locked(at: int) -> Locked:
    return Locked(Instant(at * S))


def unlocked(at: int) -> Unlocked:
    return Unlocked(Instant(at * S))


def slept(start: int, end: int) -> Slept:
    return Slept(Span(Instant(start * S), Instant(end * S)))


@pytest.mark.parametrize(
    ("signals", "expected"),
    [
        ([idle(5, 0), idle(10, 2)], [("active", 0, 10)]),
        ([idle(100, 100), idle(179, 179)], [("active", 0, 179)]),
        ([idle(100, 10), idle(270, 180)], [("active", 0, 90), ("away", 90, 270)]),
        ([idle(300, 200), idle(500, 3)], [("active", 0, 100), ("away", 100, 497), ("active", 497, 500)]),
        ([locked(60)], [("active", 0, 60), ("locked", 60, 60)]),
        ([locked(60), idle(400, 0), unlocked(500)], [("active", 0, 60), ("locked", 60, 500), ("active", 500, 500)]),
        ([idle(300, 200), locked(310)], [("active", 0, 100), ("away", 100, 310), ("locked", 310, 310)]),
        ([slept(60, 3_600)], [("active", 0, 60), ("asleep", 60, 3_600), ("away", 3_600, 3_600)]),
        ([locked(50), slept(60, 90)], [("active", 0, 50), ("locked", 50, 60), ("asleep", 60, 90), ("locked", 90, 90)]),
        # The computer wakes by itself at night: nobody comes, so nothing after the sleep is work.
        ([slept(60, 600), idle(700, 800)], [("active", 0, 60), ("asleep", 60, 600), ("away", 600, 700)]),
        ([unlocked(20)], [("active", 0, 20)]),
        ([locked(60), locked(70)], [("active", 0, 60), ("locked", 60, 70)]),
    ],
)
def test_a_day_in_small(signals: list[Signal], expected: list[tuple[str, int, int]]) -> None:
    assert told(*signals) == expected


def test_whoever_starts_idle_is_away_from_the_start() -> None:
    assert told(idle(10, 210), idle(20, 1), idle=200) == [("away", 0, 19), ("active", 19, 20)]


def test_the_limit_is_the_persons_own() -> None:
    now = arrive(Idle(Instant(0), 0), limit=30_000)
    now, closed = observe(now, Idle(Instant(40_000), 30_000), limit=30_000)
    assert now.presence is Presence.AWAY
    assert [stay.span for stay in closed] == [Span(Instant(0), Instant(10_000))]


class Watched(RuleBasedStateMachine):
    """Any order of signals, late ones and contradicting ones included."""

    @initialize(idle_for=st.integers(0, 400_000))
    def begin(self, idle_for: int) -> None:
        self.clock = 1_000_000
        self.now: Attendance = arrive(Idle(Instant(self.clock), idle_for))
        self.began = self.now.since
        self.closed: list[PresenceSpan] = []
        self.locked_at: int | None = None
        self.asleep: list[Span] = []

    def hear(self, signal: Signal) -> None:
        self.now, closed = observe(self.now, signal)
        self.closed.extend(closed)

    @rule(step=st.integers(-5_000, 400_000), idle_for=st.integers(0, 500_000))
    def tick(self, step: int, idle_for: int) -> None:
        self.clock = max(0, self.clock + step)
        self.hear(Idle(Instant(self.clock), idle_for))

    @rule(step=st.integers(-5_000, 100_000))
    def lock(self, step: int) -> None:
        self.clock += step
        self.hear(Locked(Instant(self.clock)))
        assert self.now.presence is Presence.LOCKED

    @rule(step=st.integers(-5_000, 100_000))
    def unlock(self, step: int) -> None:
        self.clock += step
        self.hear(Unlocked(Instant(self.clock)))
        assert self.now.presence is not Presence.LOCKED

    @rule(step=st.integers(0, 50_000), length=st.integers(1, 10_000_000))
    def sleep(self, step: int, length: int) -> None:
        start = max(self.clock + step, self.now.heard)
        self.clock = start + length
        gap = Span(Instant(start), Instant(self.clock))
        self.hear(Slept(gap))
        self.asleep.append(gap)

    @invariant()
    def stretches_tile_the_time(self) -> None:
        ends = [stay.span for stay in self.closed]
        assert all(left.end == right.start for left, right in pairwise(ends))
        assert all(stay.span.length for stay in self.closed)
        if ends:
            assert ends[0].start == self.began
            assert ends[-1].end == self.now.since
        else:
            assert self.now.since == self.began
        assert self.now.since <= self.now.heard

    @invariant()
    def sleep_is_never_work(self) -> None:
        worked = [stay.span for stay in self.closed if stay.presence is Presence.ACTIVE]
        assert not any(gap.clip(span) for gap in self.asleep for span in worked)


TestWatched = Watched.TestCase


@given(st.lists(st.tuples(st.integers(0, 60_000), st.integers(0, 400_000)), max_size=30))
def test_no_more_than_the_limit_ever_counts_after_the_last_input(ticks: list[tuple[int, int]]) -> None:
    now, at, last_input = arrive(Idle(Instant(0), 0)), 0, 0
    for step, idle_for in ticks:
        at += step
        last_input = max(last_input, at - idle_for)
        now, _ = observe(now, Idle(Instant(at), at - last_input))
        if now.presence is Presence.ACTIVE:
            assert at - last_input < IDLE_LIMIT
        else:
            assert now.since <= last_input
