"""Whether somebody is there, on a Mac: inputs, the session's signals, and who listens to the microphone.

Knows what the answers mean; the calls are next door.
"""

from __future__ import annotations

import logging
import math
import os
import re
import sys
import threading
import time
from collections import deque
from collections.abc import Callable
from typing import Final

from wisestep_desktop.adapters.presence.quartz_seams import AudioProcesses, Said, Session
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.ports.capture import Health, SignalHealth, SignalName
from wisestep_desktop.ports.power import PowerSignal

if sys.platform == "darwin":
    from wisestep_desktop.adapters.presence.coreaudio_calls import RealAudioProcesses
    from wisestep_desktop.adapters.presence.quartz_calls import RealSession

    def _session() -> Session:
        return RealSession()

    def _audio() -> AudioProcesses:
        try:
            return RealAudioProcesses()
        except OSError:
            raise CaptureUnavailable("capture.microphone_unknown") from None
else:

    def _session() -> Session:
        raise CaptureUnavailable("capture.not_here")

    def _audio() -> AudioProcesses:
        raise CaptureUnavailable("capture.not_here")


LOOK: Final = 1_000
"""Milliseconds between two looks at the lock, in case its notification does not come."""

SETTLES: Final = 2_000
"""Milliseconds for which a notification counts more than a look: the window server may not have written it down yet."""

WAIT: Final = 2.0
"""Seconds for which we hold up sleep or log-out; the system waits longer, for all programs together."""

_SPEECH: Final = ("com.apple.speech", "com.apple.corespeech", "com.apple.dictation", "com.apple.voicecontrol")
"""How the bundles begin of the system's own listeners: "Hey Siri" keeps one of them listening day and night."""

_HELPER: Final = re.compile(r"\.helper(\.\w+)?$")
"""How the bundles end of processes in which browsers, and what is built like them, take in sound for themselves."""

_log = logging.getLogger(__name__)


def _awake() -> int:
    return time.monotonic_ns() // 1_000_000


class QuartzInputs:
    """Keeps the promises of ``ports.presence.Inputs``; only asked. Counts hands only, not what programs type.

    Args:
        session: None means the real one.

    Raises:
        CaptureUnavailable: ``capture.no_idle`` without a session, or ``capture.not_here`` on other systems.
    """

    name = "quartz"

    def __init__(self, session: Session | None = None) -> None:
        self._session = session if session is not None else _session()
        self._works = True
        if self.idle() is None:
            raise CaptureUnavailable("capture.no_idle")

    def start(self) -> None:
        """Do nothing: it is only asked."""

    def fileno(self) -> int:
        """Return -1: it is only asked."""
        return -1

    def idle(self) -> int | None:
        """Return the milliseconds since the last key, click or movement; None without a session."""
        seconds = self._session.idle()
        self._works = seconds is not None and math.isfinite(seconds)
        return max(0, round(1_000 * seconds)) if seconds is not None and self._works else None

    def health(self) -> SignalHealth:
        """Return the health of idle."""
        if self._works:
            return SignalHealth(SignalName.IDLE, Health.WORKS)
        return SignalHealth(SignalName.IDLE, Health.OFF, "capture.no_idle")

    def close(self) -> None:
        """Do nothing: nothing is held."""


class AppKitPower:
    """Keeps the promises of ``ports.power.Power``.

    Notifications come on the main thread, and whoever posts that the computer will sleep waits until they are heard. So
    the main thread hands SUSPENDING and ENDING to the capture thread, and waits there until all is ``written``; on the
    capture thread itself ``urgent`` is called. A switch to another person's session counts as a lock.

    Args:
        session: None means the real one.
        clock: milliseconds of a clock that is never set.

    Raises:
        CaptureUnavailable: ``capture.no_session_signals`` without a session, or ``capture.not_here`` on other systems.
    """

    name = "appkit"

    def __init__(self, session: Session | None = None, *, clock: Callable[[], int] = _awake) -> None:
        self._session = session if session is not None else _session()
        self._clock = clock
        self._urgent: Callable[[PowerSignal], None] | None = None
        self._thread = 0
        self._lock = threading.Lock()
        self._pending: deque[PowerSignal] = deque()
        self._written = threading.Event()
        self._locked = self._away = self._told_locked = False
        self._display_on = True
        self._next_look = 0
        self._sees = True
        self._hears = self._closed = False
        if self._session.state() is None:
            raise CaptureUnavailable("capture.no_session_signals")

    def start(self, urgent: Callable[[PowerSignal], None]) -> None:
        """Listen; the thread that calls this is the capture thread."""
        self._urgent, self._thread = urgent, threading.get_ident()
        self._session.listen(self._hear)

    def fileno(self) -> int:
        """Return -1: the signals come with the thread's run loop."""
        return -1

    def drain(self) -> tuple[PowerSignal, ...]:
        """Return what was said since the last time; looks at the lock itself once a second."""
        now = self._clock()
        with self._lock:
            due = now >= self._next_look and not self._closed
        if due:
            self._look(now)
        with self._lock:
            told = tuple(self._pending)
            self._pending.clear()
        return told

    def written(self) -> None:
        """Let whoever waits on the main thread go on."""
        self._written.set()

    def health(self) -> tuple[SignalHealth, ...]:
        """Return the health of lock and sleep; a sleep is told only where notifications come."""
        lock = (Health.WORKS, None) if self._sees else (Health.OFF, "capture.no_session_signals")
        sleep = (Health.WORKS, None) if self._hears else (Health.DEGRADED, "capture.sleep_from_clocks")
        return SignalHealth(SignalName.LOCK, *lock), SignalHealth(SignalName.SLEEP, *sleep)

    def close(self) -> None:
        """Listen no more; may be called again."""
        self._closed = True
        self._written.set()
        self._session.close()

    def _look(self, now: int) -> None:
        state = self._session.state()
        self._hears = self._hears or self._session.is_live()
        with self._lock:
            if now < self._next_look:  # a notification came meanwhile, and knows better
                return
            self._next_look = now + LOOK
            self._sees = state is not None
            if state is not None:
                self._locked, self._away = state.locked, not state.on_console
                self._tell_lock()

    def _hear(self, what: Said) -> None:
        """Take a notification, on any thread; it has been taken in when this returns."""
        if self._closed:
            return
        self._hears = True
        signal = self._meant(what)
        if signal is None:
            self._session.ring()
        elif threading.get_ident() == self._thread:
            self._tell_urgently(signal)
        else:
            self._hand_over(signal)

    def _meant(self, what: Said) -> PowerSignal | None:
        """Take what can wait; return what cannot."""
        with self._lock:
            match what:
                case Said.WILL_SLEEP:
                    return PowerSignal.SUSPENDING
                case Said.WILL_POWER_OFF:
                    return PowerSignal.ENDING
                case Said.DID_WAKE:
                    self._pending.append(PowerSignal.RESUMED)
                case Said.SCREENS_OFF | Said.SCREENS_ON:
                    self._turn_display(on=what is Said.SCREENS_ON)
                case Said.LOCKED | Said.UNLOCKED:
                    self._locked = what is Said.LOCKED
                    self._tell_lock()
                    self._next_look = self._clock() + SETTLES
                case Said.AWAY | Said.BACK:
                    self._away = what is Said.AWAY
                    self._tell_lock()
                    self._next_look = self._clock() + SETTLES
        return None

    def _tell_urgently(self, signal: PowerSignal) -> None:
        try:
            if self._urgent is not None:
                self._urgent(signal)
        except Exception as error:  # noqa: BLE001  a fault of ours must not pass through Cocoa, which would end us
            _log.error("power.urgent kind=%s", type(error).__name__)

    def _hand_over(self, signal: PowerSignal) -> None:
        with self._lock:
            self._written.clear()
            self._pending.append(signal)
        if self._closed:
            self._written.set()
        self._session.ring()
        self._written.wait(WAIT)

    def _turn_display(self, *, on: bool) -> None:
        if on is not self._display_on:
            self._display_on = on
            self._pending.append(PowerSignal.DISPLAY_ON if on else PowerSignal.DISPLAY_OFF)

    def _tell_lock(self) -> None:
        locked = self._locked or self._away
        if locked is not self._told_locked:
            self._told_locked = locked
            self._pending.append(PowerSignal.LOCKED if locked else PowerSignal.UNLOCKED)


class CoreAudioMicrophone:
    """Keeps the promises of ``ports.presence.Microphone``; only asked.

    Names are bundle identifiers in small letters; a helper process goes by the name of its application.

    Args:
        audio: None means the real one.
        own: our bundle identifier, which is never told; our own process is not either.

    Raises:
        CaptureUnavailable: ``capture.microphone_unknown`` before macOS 14, or ``capture.not_here`` on other systems.
    """

    name = "coreaudio"

    def __init__(self, audio: AudioProcesses | None = None, own: str = "org.wisestep.desktop") -> None:
        self._audio = audio if audio is not None else _audio()
        self._own = own.lower()
        self._works = True
        if self._audio.all() is None:
            raise CaptureUnavailable("capture.microphone_unknown")

    def start(self) -> None:
        """Do nothing: it is only asked."""

    def fileno(self) -> int:
        """Return -1: it is only asked."""
        return -1

    def holders(self) -> frozenset[str]:
        """Return who takes in sound, without the system's own listeners and programs that have no bundle."""
        found = self._audio.all()
        self._works = found is not None
        listening = [each for each in found or () if self._audio.listens(each)]
        bundles = {self._audio.bundle(each).strip().lower() for each in listening if not self._is_ours(each)}
        names = {_HELPER.sub("", bundle) for bundle in bundles}
        return frozenset(name for name in names - {"", self._own} if not name.startswith(_SPEECH))

    def health(self) -> SignalHealth:
        """Return the health of the microphone signal."""
        if self._works:
            return SignalHealth(SignalName.MICROPHONE, Health.WORKS)
        return SignalHealth(SignalName.MICROPHONE, Health.OFF, "capture.microphone_unknown")

    def close(self) -> None:
        """Do nothing: nothing is held."""

    def _is_ours(self, audio: int) -> bool:
        return self._audio.process(audio) == os.getpid()
