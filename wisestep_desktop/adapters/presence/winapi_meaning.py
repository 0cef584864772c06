"""What Windows' messages and numbers about a session mean. Pure: tested on any system; knows no call."""

from __future__ import annotations

from enum import Enum, auto
from ntpath import basename
from typing import Final

from wisestep_desktop.ports.power import PowerSignal

WM_QUERYENDSESSION: Final = 0x0011
WM_ENDSESSION: Final = 0x0016
WM_POWERBROADCAST: Final = 0x0218
WM_WTSSESSION_CHANGE: Final = 0x02B1

PBT_APMSUSPEND: Final = 0x04
PBT_APMRESUMECRITICAL: Final = 0x06
PBT_APMRESUMESUSPEND: Final = 0x07
PBT_APMRESUMEAUTOMATIC: Final = 0x12
PBT_POWERSETTINGCHANGE: Final = 0x8013

WTS_CONSOLE_CONNECT: Final = 1
WTS_CONSOLE_DISCONNECT: Final = 2
WTS_REMOTE_CONNECT: Final = 3
WTS_REMOTE_DISCONNECT: Final = 4
WTS_SESSION_LOCK: Final = 7
WTS_SESSION_UNLOCK: Final = 8

CONSOLE_DISPLAY_STATE: Final = "6fe69556-704a-47a0-8f24-c28d936fda47"
"""``GUID_CONSOLE_DISPLAY_STATE``: 0 off, 1 on, 2 dimmed."""

_RACE: Final = 60_000
"""Milliseconds by which an input may lie in the future of a tick read just before it; far more than it takes."""


class Said(Enum):
    """What a message says, before it is known whether that is news."""

    LOCK = auto()
    UNLOCK = auto()
    LEAVE = auto()
    ENTER = auto()
    SUSPEND = auto()
    RESUME = auto()
    DISPLAY_OFF = auto()
    DISPLAY_ON = auto()
    END = auto()
    STAY = auto()


_SESSION: Final = {
    WTS_SESSION_LOCK: Said.LOCK,
    WTS_SESSION_UNLOCK: Said.UNLOCK,
    WTS_CONSOLE_DISCONNECT: Said.LEAVE,
    WTS_REMOTE_DISCONNECT: Said.LEAVE,
    WTS_CONSOLE_CONNECT: Said.ENTER,
    WTS_REMOTE_CONNECT: Said.ENTER,
}
_POWER: Final = {
    PBT_APMSUSPEND: Said.SUSPEND,
    PBT_APMRESUMECRITICAL: Said.RESUME,
    PBT_APMRESUMESUSPEND: Said.RESUME,
    PBT_APMRESUMEAUTOMATIC: Said.RESUME,
}


def said(message: int, wparam: int, setting: tuple[str, int] | None = None) -> Said | None:
    """Return what a message says, None if it is not for us.

    Args:
        message: its number.
        wparam: its first argument.
        setting: what its second argument points to, for a power setting: its GUID in lower case, and its value.
    """
    match message:
        case 0x02B1:  # WM_WTSSESSION_CHANGE
            return _SESSION.get(wparam)
        case 0x0011:  # WM_QUERYENDSESSION; once it is answered there may be no time left
            return Said.END
        case 0x0016:  # WM_ENDSESSION; zero if another program kept the session from ending
            return Said.END if wparam else Said.STAY
        case 0x0218 if wparam == PBT_POWERSETTINGCHANGE:  # WM_POWERBROADCAST
            if setting is None or setting[0] != CONSOLE_DISPLAY_STATE:
                return None
            return Said.DISPLAY_ON if setting[1] else Said.DISPLAY_OFF
        case 0x0218:
            return _POWER.get(wparam)
    return None


class Session:
    """Remembers what was told, so that nothing is told twice: Windows says the same thing in several ways."""

    def __init__(self) -> None:
        self._locked = False
        self._left = False
        self._display = True
        self._asleep = False
        self._ending = False

    def news(self, what: Said) -> PowerSignal | None:
        """Return the signal to tell, or None if this is known already."""
        match what:
            case Said.LOCK | Said.UNLOCK | Said.LEAVE | Said.ENTER:
                return self._lock(what)
            case Said.DISPLAY_ON | Said.DISPLAY_OFF:
                known, self._display = self._display, what is Said.DISPLAY_ON
                if known is self._display:
                    return None
                return PowerSignal.DISPLAY_ON if self._display else PowerSignal.DISPLAY_OFF
            case Said.SUSPEND | Said.RESUME:
                known, self._asleep = self._asleep, what is Said.SUSPEND
                if known is self._asleep:
                    return None
                return PowerSignal.SUSPENDING if self._asleep else PowerSignal.RESUMED
            case Said.END:
                self._ending = True
                return PowerSignal.ENDING  # each time: minutes may lie between the question and the end
            case Said.STAY:
                was, self._ending = self._ending, False
                return PowerSignal.RESUMED if was else None

    def _lock(self, what: Said) -> PowerSignal | None:
        """Somebody who went to another session, or whose remote connection ended, is as absent as one who locked."""
        before = self._locked or self._left
        match what:
            case Said.LOCK:
                self._locked = True
            case Said.UNLOCK:
                self._locked = self._left = False  # somebody typed the password here
            case Said.LEAVE:
                self._left = True
            case _:
                self._left = False
        after = self._locked or self._left
        if before is after:
            return None
        return PowerSignal.LOCKED if after else PowerSignal.UNLOCKED


def idle_between(now: int, last: int) -> int:
    """Return the milliseconds from the tick ``last`` to the tick ``now``; both count in 32 bits and begin again at 0.

    An input that came after ``now`` was read counts as now.
    """
    passed = (now - last) & 0xFFFF_FFFF
    return 0 if passed > 0xFFFF_FFFF - _RACE else passed


def holder(key: str, *, packaged: bool) -> str:
    """Return the program that a key of the consent store stands for: ``zoom``, ``msteams``.

    Args:
        key: the key's name: a package family (``MSTeams_8wekyb3d8bbwe``), or a path with ``#`` for each backslash.
        packaged: whether it is a package.
    """
    if packaged:
        return key.partition("_")[0].lower()
    return basename(key.replace("#", "\\")).lower().removesuffix(".exe")
