"""Whether a person was at the computer, from inputs, calls, locks and sleeps. No clock: each signal has its instant.

Three answers, not two: *active* by hand, *present* without a touch but with evidence (a call, the same document before
and after), *away*. Locked and asleep are away at once, whatever else was going on.
"""

from __future__ import annotations

from dataclasses import dataclass, replace
from enum import StrEnum

from wisestep_desktop.core.spans import Instant, Span

IDLE_LIMIT = 180_000
"""Milliseconds without input after which the person no longer counts as active, from the last input on."""

SETTLING = 30_000
"""Milliseconds after a touch in which what it opened comes to the front; what is there then is what is read."""

LONGEST_READING = 20 * 60_000
"""Milliseconds that reading without a touch may last; whoever takes longer went for coffee."""

LONGEST_CALL = 4 * 3_600_000
"""Milliseconds that a call counts without a touch: a meeting left open overnight is no work."""


class Presence(StrEnum):
    """Who was there."""

    ACTIVE = "active"
    PRESENT = "present"
    AWAY = "away"
    LOCKED = "locked"
    ASLEEP = "asleep"


class Proof(StrEnum):
    """Why somebody counts as present without a touch."""

    CALL = "call"
    READING = "reading"


@dataclass(frozen=True, slots=True)
class PresenceSpan:
    """One uninterrupted stretch of one presence; ``proof`` only where it is *present*."""

    span: Span
    presence: Presence
    proof: Proof | None = None

    @property
    def counts(self) -> bool:
        """Tell whether this is worked time by itself. Quiet reading is only offered: it is possible work."""
        return self.presence is Presence.ACTIVE or self.proof is Proof.CALL


@dataclass(frozen=True, slots=True)
class Idle:
    """The system says that the last input was ``idle`` milliseconds before ``at``.

    Attributes:
        reading: names the document in front if it is one that is read, else None; compared, never shown.
    """

    at: Instant
    idle: int
    reading: str | None = None


@dataclass(frozen=True, slots=True)
class Calling:
    """A meeting application took the microphone (``on``), or let go of it."""

    at: Instant
    on: bool


@dataclass(frozen=True, slots=True)
class Dark:
    """The display went off: nobody reads a dark screen."""

    at: Instant


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


Signal = Idle | Calling | Dark | Locked | Unlocked | Slept


@dataclass(frozen=True, slots=True)
class Attendance:
    """The presence going on, and since when.

    Attributes:
        presence: what holds now.
        since: when it began; the stretch before is closed.
        heard: the newest instant any signal spoke of.
        touched: the newest input known.
        proof: why somebody is present without a touch.
        locked: whether the session is locked, also while asleep.
        calling: whether a meeting application holds the microphone.
        trusted: whether that may count: not after a sleep or the longest call, until somebody touches something.
        reading: what was in front when the touching ended, if it is something that is read.
        dark: whether the display went off, or the computer slept, and nobody touched anything since.
    """

    presence: Presence
    since: Instant
    heard: Instant
    touched: Instant
    proof: Proof | None = None
    locked: bool = False
    calling: bool = False
    trusted: bool = True
    reading: str | None = None
    dark: bool = False

    def until(self, at: Instant) -> PresenceSpan:
        """Return the open stretch as far as ``at``."""
        return PresenceSpan(Span(self.since, max(self.since, at)), self.presence, self.proof)


Step = tuple[Attendance, tuple[PresenceSpan, ...]]


def arrive(signal: Idle, *, limit: int = IDLE_LIMIT) -> Attendance:
    """Begin to watch; a person idle for longer than the limit already is away from the start."""
    presence = Presence.AWAY if signal.idle >= limit else Presence.ACTIVE
    touched = Instant(signal.at - max(0, signal.idle))
    return Attendance(presence, signal.at, signal.at, touched, reading=signal.reading)


def observe(now: Attendance, signal: Signal, *, limit: int = IDLE_LIMIT) -> Step:
    """Take one signal; return what holds now and the stretches that it closed, in order and without gaps.

    Leaving off is back-dated to the last input, so a closed stretch may end before instants told earlier.
    Coming back counts from the input that proves it, and decides what the quiet stretch was. Lock and sleep count at
    once. Signals that come late (before ``heard``) are taken at ``heard``.
    """
    at = max(signal.gap.end if isinstance(signal, Slept) else signal.at, now.heard)
    now = replace(now, heard=at)
    match signal:
        case Idle(_, idle, reading):
            return _hear_idle(now, at, idle, reading, limit)
        case Calling(_, on):
            return _hear_call(now, at, on=on)
        case Dark():
            now = replace(now, reading=None, dark=True)
            in_call = now.calling and now.trusted
            return _turn(now, Presence.AWAY, at) if now.presence is Presence.ACTIVE and not in_call else (now, ())
        case Locked():
            return _turn(replace(now, locked=True), Presence.LOCKED, at)
        case Unlocked():
            if not now.locked:
                return now, ()
            return _turn(replace(now, locked=False, touched=at), Presence.ACTIVE, at)
        case Slept(gap):
            now = replace(now, trusted=False, reading=None, dark=True)
            asleep, closed = _turn(now, Presence.ASLEEP, max(gap.start, now.since))
            # Computers wake by themselves at night: only a touch tells that somebody is there.
            awake, slept = _turn(asleep, Presence.LOCKED if now.locked else Presence.AWAY, at)
            return awake, closed + slept


def _hear_idle(now: Attendance, at: Instant, idle: int, reading: str | None, limit: int) -> Step:
    if now.locked:
        return now, ()
    touched = Instant(at - max(0, idle))
    before = now
    if touched > now.touched:
        after = touched > now.since
        now = replace(now, touched=touched, trusted=now.trusted or after, dark=now.dark and not after)
    if (touched > before.touched or idle < SETTLING) and not now.dark:
        now = replace(now, reading=reading)
    if idle >= limit:
        return _stay_quiet(now, at)
    came = touched > now.since or (touched == now.since and not now.dark)
    if now.presence is not Presence.ACTIVE and came:
        return _come_back(before, now, touched, reading)
    return now, ()


def _stay_quiet(now: Attendance, at: Instant) -> Step:
    """Nobody touched anything for the limit: present in a call, else away, from the last input on."""
    in_call = now.calling and now.trusted
    if now.presence is Presence.ACTIVE:
        since = Instant(max(now.touched, now.since))
        return _turn(now, Presence.PRESENT, since, Proof.CALL) if in_call else _turn(now, Presence.AWAY, since)
    if now.proof is Proof.CALL and at - now.since >= LONGEST_CALL:
        return _turn(replace(now, trusted=False), Presence.AWAY, Instant(now.since + LONGEST_CALL))
    return now, ()


def _come_back(before: Attendance, now: Attendance, touched: Instant, reading: str | None) -> Step:
    """Close the quiet stretch; if the same document was in front on both sides it was possible work."""
    now, closed = _turn(now, Presence.ACTIVE, touched)
    kept = before.reading is not None and before.reading == reading
    if kept and before.presence is Presence.AWAY and closed and closed[0].span.length <= LONGEST_READING:
        closed = (replace(closed[0], presence=Presence.PRESENT, proof=Proof.READING),)
    return now, closed


def _hear_call(now: Attendance, at: Instant, *, on: bool) -> Step:
    now = replace(now, calling=on)
    if on and now.presence is Presence.AWAY and now.trusted:
        return _turn(now, Presence.PRESENT, at, Proof.CALL)
    if not on and now.proof is Proof.CALL:
        return _turn(now, Presence.AWAY, at)
    return now, ()


def _turn(now: Attendance, presence: Presence, at: Instant, proof: Proof | None = None) -> Step:
    """End the open stretch at ``at``; an empty stretch leaves no trace."""
    if (presence, proof) == (now.presence, now.proof):
        return now, ()
    after = replace(now, presence=presence, proof=proof, since=at, heard=max(now.heard, at))
    closed = now.until(at)
    return after, (closed,) if closed.span.length else ()
