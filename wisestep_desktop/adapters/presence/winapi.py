"""Whether somebody is there, as Windows tells it: last input, lock, user switch, sleep, display, microphone.

The session's messages go to a hidden window on the capture thread: a message-only window would not get them. What must
be written before the session ends is written inside the window's procedure: once that has answered, Windows may end the
process. Windows only.
"""

from __future__ import annotations

import sys

if sys.platform != "win32":
    raise ImportError("this presence exists on Windows only")

import contextlib
import ctypes
import winreg
from typing import Final

from wisestep_desktop.adapters.presence import winapi_calls as calls
from wisestep_desktop.adapters.presence.winapi_meaning import holder, idle_between
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.ports.capture import Health, SignalHealth, SignalName

CONSENT_STORE: Final = r"Software\Microsoft\Windows\CurrentVersion\CapabilityAccessManager\ConsentStore\microphone"
_UNPACKAGED: Final = "NonPackaged"
_STILL: Final = "LastUsedTimeStop"
_MOST_PROGRAMS: Final = 512


class WinInputs:
    """Keeps the promises of ``ports.presence.Inputs``.

    Raises:
        CaptureUnavailable: ``capture.no_last_input``.
    """

    def __init__(self) -> None:
        self._works = True
        if self.idle() is None:
            raise CaptureUnavailable("capture.no_last_input")

    @property
    def name(self) -> str:
        """Return ``winapi``."""
        return "winapi"

    def start(self) -> None:
        """Do nothing: the last input is only asked for."""

    def fileno(self) -> int:
        """Return -1."""
        return -1

    def idle(self) -> int | None:
        """Return the milliseconds since the last input in this session."""
        last = calls.LastInput(ctypes.sizeof(calls.LastInput))
        self._works = bool(calls.USER.GetLastInputInfo(ctypes.byref(last)))
        return idle_between(calls.KERNEL.GetTickCount(), last.tick) if self._works else None

    def health(self) -> SignalHealth:
        """Return the health of idle."""
        if self._works:
            return SignalHealth(SignalName.IDLE, Health.WORKS)
        return SignalHealth(SignalName.IDLE, Health.OFF, "capture.no_last_input")

    def close(self) -> None:
        """Do nothing."""


class WinMicrophone:
    """Keeps the promises of ``ports.presence.Microphone`` by the list that Windows shows under its privacy settings.

    Args:
        place: the key of the list, below this user's.

    An older Windows has no such list; then this is off, and comes to life should the list appear.
    """

    def __init__(self, place: str = CONSENT_STORE) -> None:
        self._place = place
        self._works = False
        self.holders()

    @property
    def name(self) -> str:
        """Return ``consent-store``."""
        return "consent-store"

    def start(self) -> None:
        """Do nothing: the list is only asked for."""

    def fileno(self) -> int:
        """Return -1."""
        return -1

    def holders(self) -> frozenset[str]:
        """Return the programs whose last use of a microphone has not ended."""
        try:
            packaged = _holding(self._place, packaged=True)
        except OSError:
            self._works = False
            return frozenset()
        self._works = True
        with contextlib.suppress(OSError):  # no such program was ever allowed to listen
            return packaged | _holding(rf"{self._place}\{_UNPACKAGED}", packaged=False)
        return packaged

    def health(self) -> SignalHealth:
        """Return the health of the microphone signal."""
        if self._works:
            return SignalHealth(SignalName.MICROPHONE, Health.WORKS)
        return SignalHealth(SignalName.MICROPHONE, Health.OFF, "capture.no_consent_store")

    def close(self) -> None:
        """Do nothing: no key stays open."""


def _holding(place: str, *, packaged: bool) -> frozenset[str]:
    """Return the programs in one part of the list that hold the microphone; one may vanish while it is read.

    Raises:
        OSError: if there is no such part.
    """
    found: set[str] = set()
    with winreg.OpenKey(winreg.HKEY_CURRENT_USER, place) as part:
        for number in range(min(winreg.QueryInfoKey(part)[0], _MOST_PROGRAMS)):
            with contextlib.suppress(OSError):
                key = winreg.EnumKey(part, number)
                with winreg.OpenKey(part, key) as program:
                    if winreg.QueryValueEx(program, _STILL)[0] == 0:
                        found.add(holder(key, packaged=packaged))
    return frozenset(found - {""})
