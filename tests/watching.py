"""The capture engine over an X server or a fake Mac, as the program puts it together."""

from __future__ import annotations

from tests.fakes.appkit import FakeMac
from tests.fakes.cocoa import FakeLoop, FastClock
from tests.fakes.quartz import FakeAudio, FakeSession
from wisestep_desktop.adapters.capture.appkit import AppKitWindows
from wisestep_desktop.adapters.capture.appkit_waiting import RunLoopWaiter
from wisestep_desktop.adapters.capture.waiting import SelectWaiter
from wisestep_desktop.adapters.capture.watcher import TICK, DesktopWatcher, Sources
from wisestep_desktop.adapters.capture.x11 import X11Windows
from wisestep_desktop.adapters.presence.nothing import NoInputs, NoMicrophone, NoPower
from wisestep_desktop.adapters.presence.quartz import AppKitPower, CoreAudioMicrophone, QuartzInputs
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


FASTER = 100
"""How many times faster than ours the clocks of a Mac's sources run: a second of theirs is ten milliseconds."""


def mac_watcher(mac: FakeMac, session: FakeSession, audio: FakeAudio, *, tick: int = TICK) -> DesktopWatcher:
    """Watch a fake Mac, whose events go through the run loop of the capture thread once it waits there."""

    def loop() -> FakeLoop:
        made = FakeLoop()
        mac.loop, session.rung = made, made.ring
        return made

    clock = FastClock(FASTER)
    sources = Sources(
        AppKitWindows(mac, mac, clock=clock),
        QuartzInputs(session),
        AppKitPower(session, clock=clock),
        CoreAudioMicrophone(audio),
    )
    return DesktopWatcher(sources, RunLoopWaiter(loop), awake_clock, tick=tick)
