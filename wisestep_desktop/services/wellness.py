"""Since when each signal is as it is, and which stretches are in doubt because one was not well."""

from __future__ import annotations

from dataclasses import dataclass

from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.ports.capture import Health, SignalHealth, SignalName
from wisestep_desktop.services.held import Ailed

_IN_DOUBT = frozenset({SignalName.TITLES, SignalName.IDLE})
"""Signals without which what was recorded is in doubt. The others are told in the health page alone."""


@dataclass(frozen=True, slots=True)
class Since:
    """A signal's health, and since when it has been so."""

    health: SignalHealth
    at: Instant


class Wellness:
    """What the watcher said of its signals. Used under the recorder's lock; ``told`` is safe from any thread."""

    def __init__(self) -> None:
        self.told: tuple[Since, ...] = ()

    def take(self, at: Instant, signals: tuple[SignalHealth, ...]) -> tuple[Ailed, ...]:
        """Take the health of all signals; return the stretches of doubt that ended."""
        before = {each.health.signal: each for each in self.told}
        self.told = tuple(
            known if (known := before.get(each.signal)) is not None and known.health == each else Since(each, at)
            for each in signals
        )
        still = set(self.told)
        return tuple(_ailed(each, at) for each in before.values() if each not in still and _doubtful(each))

    def so_far(self, at: Instant) -> tuple[Ailed, ...]:
        """Return the stretches of doubt that go on, as far as ``at``."""
        return tuple(_ailed(each, at) for each in self.told if _doubtful(each))


def _doubtful(since: Since) -> bool:
    return since.health.signal in _IN_DOUBT and since.health.health is not Health.WORKS


def _ailed(since: Since, at: Instant) -> Ailed:
    return Ailed(Span(since.at, max(since.at, at)), since.health)
