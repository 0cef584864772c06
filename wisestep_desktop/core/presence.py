"""Whether a person was at the computer, from inputs, locks and sleeps. No clock: each signal carries its instant."""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from wisestep_desktop.core.spans import Instant, Span

IDLE_LIMIT = 180_000
"""Milliseconds without input after which the person counts as away, from the last input on."""


class Presence(StrEnum):
    """Who was there."""

    ACTIVE = "active"
    AWAY = "away"
    LOCKED = "locked"
    ASLEEP = "asleep"


@dataclass(frozen=True, slots=True)
class PresenceSpan:
    """One uninterrupted stretch of one presence."""

    span: Span
    presence: Presence


@dataclass(frozen=True, slots=True)
class Idle:
    """The system says that the last input was ``idle`` milliseconds before ``at``."""

    at: Instant
    idle: int


@dataclass(frozen=True, slots=True)
class Locked:
    """The session was locked."""

    at: Instant


@dataclass(frozen=True, slots=True)
class Unlocked:
    """The session was unlocked, which takes a person."""

    at: Instant


@dataclass(frozen=True, slots=True)
class Slept:
    """The computer did not run during ``gap``, or nobody knows what happened in it."""

    gap: Span


Signal = Idle | Locked | Unlocked | Slept


@dataclass(frozen=True, slots=True)
class Attendance:
    """The presence going on, and since when.

    Attributes:
        presence: what holds now.
        since: when it began; the stretch before is closed.
        heard: the newest instant any signal spoke of.
        locked: whether the session is locked, also while asleep.
    """

    presence: Presence
    since: Instant
    heard: Instant
    locked: bool = False

    def until(self, at: Instant) -> PresenceSpan:
        """Return the open stretch as far as ``at``."""
        return PresenceSpan(Span(self.since, max(self.since, at)), self.presence)


def arrive(signal: Idle, *, limit: int = IDLE_LIMIT) -> Attendance:
    """Begin to watch; a person idle for longer than the limit already is away from the start."""
    presence = Presence.AWAY if signal.idle >= limit else Presence.ACTIVE
    return Attendance(presence, signal.at, signal.at)


def observe(now: Attendance, signal: Signal, *, limit: int = IDLE_LIMIT) -> tuple[Attendance, tuple[PresenceSpan, ...]]:
    """Take one signal; return what holds now and the stretches that it closed, in order and without gaps.

    Going away is back-dated to the last input, so a closed stretch may end before instants told earlier.
    Coming back counts from the input that proves it. Lock and sleep count at once. Signals that come late
    (before ``heard``) are taken at ``heard``.
    """
    match signal:
        case Idle(at, idle):
            return _hear_idle(replace(now, heard=max(now.heard, at)), max(at, now.heard), idle, limit)
        case Locked(at):
            return _turn(replace(now, locked=True), Presence.LOCKED, max(at, now.heard), max(at, now.heard))
        case Unlocked(at):
            at = max(at, now.heard)
            if not now.locked:
                return replace(now, heard=at), ()
            return _turn(replace(now, locked=False), Presence.ACTIVE, at, at)
        case Slept(gap):
            start, end = max(gap.start, now.since), max(gap.end, now.heard)
            asleep, closed = _turn(now, Presence.ASLEEP, start, start)
            after = Presence.LOCKED if now.locked else Presence.ACTIVE
            awake, slept = _turn(asleep, after, end, end)
            return awake, closed + slept


def _hear_idle(now: Attendance, at: Instant, idle: int, limit: int) -> tuple[Attendance, tuple[PresenceSpan, ...]]:
    if now.locked:
        return now, ()
    last_input = Instant(at - max(0, idle))
    if now.presence is Presence.ACTIVE and idle >= limit:
        return _turn(now, Presence.AWAY, max(last_input, now.since), at)
    if now.presence is not Presence.ACTIVE and idle < limit and last_input > now.since:
        return _turn(now, Presence.ACTIVE, last_input, at)
    return now, ()


def _turn(
    now: Attendance, presence: Presence, at: Instant, heard: Instant
) -> tuple[Attendance, tuple[PresenceSpan, ...]]:
    """End the open stretch at ``at``; an empty stretch leaves no trace."""
    after = replace(now, presence=presence, since=at, heard=max(now.heard, heard))
    if presence is now.presence:
        return replace(after, since=now.since), ()
    closed = PresenceSpan(Span(now.since, max(now.since, at)), now.presence)
    return after, (closed,) if closed.span.length else ()
