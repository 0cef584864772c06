"""The capture engine over an X server, as the program puts it together."""

from __future__ import annotations

from wisestep_desktop.adapters.capture.waiting import SelectWaiter
from wisestep_desktop.adapters.capture.watcher import TICK, DesktopWatcher, Sources
from wisestep_desktop.adapters.capture.x11 import X11Windows
from wisestep_desktop.adapters.presence.nothing import NoInputs, NoMicrophone, NoPower
from wisestep_desktop.adapters.presence.x11 import X11Inputs
from wisestep_desktop.adapters.system.clock import awake_clock
from wisestep_desktop.core.errors import CaptureUnavailable
from wisestep_desktop.ports.power import Power
from wisestep_desktop.ports.presence import Inputs


def x11_watcher(display: str | None = None, power: Power | None = None, *, tick: int = TICK) -> DesktopWatcher:
    """Watch an X display; an X server without the idle extension is watched without idle."""
    windows = X11Windows(display)
    inputs: Inputs
    try:
        inputs = X11Inputs(display)
    except CaptureUnavailable as error:
        inputs = NoInputs(error.code)
    sources = Sources(windows, inputs, power or NoPower(), NoMicrophone())
    return DesktopWatcher(sources, SelectWaiter(), awake_clock, tick=tick)
