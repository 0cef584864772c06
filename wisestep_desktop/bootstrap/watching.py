"""Puts together what watches this desktop: each technology is tried in the order of the ladder and proves itself."""

from __future__ import annotations

import logging
import os
import sys
import threading
import time
from collections.abc import Callable
from contextlib import ExitStack
from typing import TypeVar

from wisestep_desktop.adapters.capture.waiting import SelectWaiter, Waiter
from wisestep_desktop.adapters.capture.watcher import DesktopWatcher, Sources
from wisestep_desktop.adapters.presence.nothing import NoInputs, NoMicrophone, NoPower
from wisestep_desktop.adapters.system.clock import awake_clock
from wisestep_desktop.core.choices import Chosen
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.ports.power import Power
from wisestep_desktop.ports.presence import Inputs, Microphone
from wisestep_desktop.ports.windows import Windows
from wisestep_desktop.services.ladder import Desktop, climb, ladder

_log = logging.getLogger("wisestep.capture")
T = TypeVar("T")
_LOOK = 500
"""Milliseconds between two looks whether to stop."""

# A dict, since mypy 2.4 lets wrong values into a Mapping of several classes pass.
Makers = dict[str, Callable[[], T]]


def this_desktop() -> Desktop:
    """Return what the environment says of the desktop."""
    named = os.environ.get("XDG_CURRENT_DESKTOP", "") or os.environ.get("XDG_SESSION_DESKTOP", "")
    return Desktop(
        sys.platform,
        wayland=bool(os.environ.get("WAYLAND_DISPLAY")),
        x11=bool(os.environ.get("DISPLAY")),
        names=frozenset(name.strip().casefold() for name in named.split(":") if name.strip()),
    )


def watcher() -> DesktopWatcher:
    """Return what watches this desktop, each need answered by the first technology that proves itself.

    Raises:
        NothingToWatch: if no technology tells which window is in front; nothing is recorded then.
    """
    rungs = ladder(this_desktop())
    windows, of_windows = climb("windows", rungs.windows, _windows())
    if windows is None:
        _tell(of_windows)
        raise NothingToWatch(of_windows)
    with ExitStack() as opened:  # whatever goes wrong further on, nothing stays connected
        opened.callback(windows.close)
        inputs, of_inputs = climb("inputs", rungs.inputs, _inputs())
        opened.callback((inputs or NoInputs()).close)
        power, of_power = climb("power", rungs.power, _power())
        opened.callback((power or NoPower()).close)
        microphone, of_microphone = climb("microphone", rungs.microphone, _microphones())
        opened.pop_all()
    choice = (of_windows, of_inputs, of_power, of_microphone)
    for chosen in choice:
        _tell(chosen)
    return DesktopWatcher(
        Sources(windows, inputs or NoInputs(), power or NoPower(), microphone or NoMicrophone()),
        _waiter(),
        awake_clock,
        choice,
    )


class NothingToWatch(CaptureUnavailable):
    """Nothing tells which window is in front. The code is that of the most telling attempt.

    Attributes:
        choice: what was tried.
    """

    def __init__(self, chosen: Chosen) -> None:
        codes = [each.reason for each in chosen.tried if each.reason not in {"capture.not_here", "capture.no_display"}]
        nothing = "capture.no_display" if sys.platform == "linux" else "capture.unsupported"
        super().__init__(codes[0] if codes else nothing)
        self.choice = (chosen,)


def _tell(chosen: Chosen) -> None:
    """Log a choice; codes and names of technologies only."""
    tried = ", ".join(f"{each.name}: {each.reason}" for each in chosen.tried)
    _log.info("%s: %s%s", chosen.need, chosen.name or "nothing", f" (after {tried})" if tried else "")


def _waiter() -> Waiter:
    if sys.platform == "win32":
        from wisestep_desktop.adapters.capture.winapi_waiting import MessageWaiter  # noqa: PLC0415  only on this system

        return MessageWaiter()
    if sys.platform == "darwin":
        from wisestep_desktop.adapters.capture.appkit_waiting import RunLoopWaiter  # noqa: PLC0415  only on this system

        return RunLoopWaiter()
    return SelectWaiter()


def wait_for(stop: threading.Event, seconds: float | None) -> None:
    """Wait on the main thread until told to stop, or for so long; macOS tells much only where it runs its loop."""
    if sys.platform != "darwin":
        stop.wait(seconds)
        return
    waiter = _waiter()
    end = None if seconds is None else time.monotonic() + seconds
    while not stop.is_set() and (end is None or time.monotonic() < end):
        waiter.wait(_LOOK)
    waiter.close()


def _windows() -> Makers[Windows]:
    if sys.platform == "linux":
        from wisestep_desktop.adapters.capture.gnome import GnomeWindows  # noqa: PLC0415  only on this system
        from wisestep_desktop.adapters.capture.kwin import KWinWindows  # noqa: PLC0415
        from wisestep_desktop.adapters.capture.wlroots import WlrootsWindows  # noqa: PLC0415
        from wisestep_desktop.adapters.capture.x11 import X11Windows  # noqa: PLC0415

        return {"x11": X11Windows, "wlroots": WlrootsWindows, "kwin": KWinWindows, "gnome": GnomeWindows}
    if sys.platform == "win32":
        from wisestep_desktop.adapters.capture.winapi import WinWindows  # noqa: PLC0415  only on this system

        return {"winapi": WinWindows}
    if sys.platform == "darwin":
        from wisestep_desktop.adapters.capture.appkit import AppKitWindows  # noqa: PLC0415  only on this system

        return {"appkit": AppKitWindows}
    return {}


def _inputs() -> Makers[Inputs]:
    if sys.platform == "linux":
        from wisestep_desktop.adapters.presence.idle_hint import LogindInputs  # noqa: PLC0415  only on this system
        from wisestep_desktop.adapters.presence.mutter import MutterInputs  # noqa: PLC0415
        from wisestep_desktop.adapters.presence.wayland_idle import WaylandInputs  # noqa: PLC0415
        from wisestep_desktop.adapters.presence.x11 import X11Inputs  # noqa: PLC0415

        return {"x11": X11Inputs, "wayland": WaylandInputs, "mutter": MutterInputs, "logind": LogindInputs}
    if sys.platform == "win32":
        from wisestep_desktop.adapters.presence.winapi import WinInputs  # noqa: PLC0415  only on this system

        return {"winapi": WinInputs}
    if sys.platform == "darwin":
        from wisestep_desktop.adapters.presence.quartz import QuartzInputs  # noqa: PLC0415  only on this system

        return {"quartz": QuartzInputs}
    return {}


def _power() -> Makers[Power]:
    if sys.platform == "linux":
        from wisestep_desktop.adapters.presence.both import BothPower  # noqa: PLC0415  only on this system
        from wisestep_desktop.adapters.presence.logind import LogindPower  # noqa: PLC0415
        from wisestep_desktop.adapters.presence.screensaver import ScreenSaverPower  # noqa: PLC0415

        def logind() -> Power:
            """Hear the screen saver too where there is one: not every locker tells the login manager."""
            first = LogindPower()
            try:
                return BothPower(first, ScreenSaverPower())
            except CaptureUnavailable:
                return first

        return {"logind": logind, "screensaver": ScreenSaverPower}
    if sys.platform == "win32":
        from wisestep_desktop.adapters.presence.winapi_power import WinPower  # noqa: PLC0415  only on this system

        return {"winapi": WinPower}
    if sys.platform == "darwin":
        from wisestep_desktop.adapters.presence.quartz import AppKitPower  # noqa: PLC0415  only on this system

        return {"appkit": AppKitPower}
    return {}


def _microphones() -> Makers[Microphone]:
    if sys.platform == "linux":
        from wisestep_desktop.adapters.presence.pipewire import PipewireMicrophone  # noqa: PLC0415  only on this system

        return {"pipewire": PipewireMicrophone}
    if sys.platform == "win32":
        from wisestep_desktop.adapters.presence.winapi import WinMicrophone  # noqa: PLC0415  only on this system

        return {"consent-store": WinMicrophone}
    if sys.platform == "darwin":
        from wisestep_desktop.adapters.presence.quartz import CoreAudioMicrophone  # noqa: PLC0415  only on this system

        return {"coreaudio": CoreAudioMicrophone}
    return {}
