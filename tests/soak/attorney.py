"""The process that sends, and that is killed: the courier over a real store, in a hurry."""

from __future__ import annotations

import sys
import time
from pathlib import Path

from tests.fakes.clock import FakeClock
from tests.services.office import Office
from wisestep_desktop.services import facts
from wisestep_desktop.services.facts import ConnectionState

SIGN_IN_AGAIN = 3
STUCK = 4


class HurriedClock(FakeClock):
    """The real time, and all the waiting that was skipped, also by processes before this one."""

    def __init__(self, folder: Path) -> None:
        self._file = folder / "skipped"
        skipped = int(self._file.read_text()) if self._file.exists() else 0
        self._skipped = skipped
        super().__init__(int(time.time() * 1_000) + skipped, "Australia/Sydney")

    def advance(self, millis: int) -> None:
        """Skip a wait; kept first, so that no later process lives earlier."""
        self._skipped += millis
        after = self._file.with_suffix(".new")
        after.write_text(str(self._skipped))
        after.replace(self._file)
        super().advance(millis)


def send_everything(folder: str) -> None:
    """Send until nothing is owed; the exit status says what keeps it from that."""
    office = Office(Path(folder), None, clock=HurriedClock(Path(folder)))  # type: ignore[arg-type]
    courier = office.courier()
    for _ in range(400):
        courier.run()
        due = courier.next_due()
        if due is None:
            office.close()
            sys.exit(0)
        if office.store.read(facts.read_connection).state is ConnectionState.SIGN_IN_AGAIN:
            office.close()
            sys.exit(SIGN_IN_AGAIN)
        office.clock.advance(max(1, due - office.clock.read().wall))
    office.close()
    sys.exit(STUCK)
