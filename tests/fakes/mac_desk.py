"""A Mac with Word in front, for the tests of what is told of it."""

from __future__ import annotations

from tests.fakes.appkit import FakeMac, MacApp, MacWindow
from tests.fakes.cocoa import Ticker
from wisestep_desktop.adapters.capture.appkit import GAP, AppKitWindows
from wisestep_desktop.core.observation import Window
from wisestep_desktop.ports.capture import Health

DENIED = [(Health.DEGRADED, "capture.no_accessibility"), (Health.OFF, "capture.no_accessibility")]
WELL = [(Health.WORKS, None), (Health.WORKS, None)]
LEASE = "file:///Users/ada/Matters/Lease%20%E2%80%93%20Smith.docx"


class Desk:
    """A Mac with Word in front, watched by a clock that only moves when told."""

    def __init__(self) -> None:
        self.clock = Ticker()
        self.mac = FakeMac(self.clock)
        self.lease = MacWindow("Lease", LEASE)
        self.word = MacApp("Microsoft Word", "com.microsoft.Word", focused=self.lease)
        self.inbox = MacWindow("Inbox")
        self.mail = MacApp("Mail", "com.apple.mail", focused=self.inbox)
        self.mac.activate(self.word)

    def watch(self) -> AppKitWindows:
        source = AppKitWindows(self.mac, self.mac, clock=self.clock)
        source.start()
        return source

    def look(self, source: AppKitWindows, after: int = GAP) -> tuple[Window, ...]:
        self.clock.pass_by(after)
        return source.news()


def well(source: AppKitWindows) -> list[tuple[Health, str | None]]:
    return [(each.health, each.reason) for each in source.health()]
