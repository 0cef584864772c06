"""The process that sends, and that is killed: the courier over a real store, in a hurry."""

from __future__ import annotations

import sys
import time
from pathlib import Path

import requests

from tests.fakes.clock import FakeClock
from tests.services.office import Office
from wisestep_desktop.services import facts
from wisestep_desktop.services.facts import ConnectionState

SIGN_IN_AGAIN = 3
STUCK = 4


class HurriedClock(FakeClock):
    """The real time, and all the waiting that was skipped, also by processes before this one.

    What is skipped here has passed at the sandbox too, whose ``control`` address is told: its late work is done by its
    clock, so that no order is late only because nobody here really waited.
    """

    def __init__(self, folder: Path, control: str | None = None) -> None:
        self._control = control
        self._file = folder / "skipped"
        skipped = int(self._file.read_text()) if self._file.exists() else 0
        self._skipped = skipped
        super().__init__(int(time.time() * 1_000) + skipped, "Australia/Sydney")

    def advance(self, millis: int) -> None:
        """Skip a wait. A kill in the middle of it must leave no later process ahead of the sandbox, nor behind us."""
        if self._control is not None:
            requests.post(f"{self._control}/advance", json={"seconds": millis / 1_000}, timeout=10).raise_for_status()
        self._skipped += millis
        after = self._file.with_suffix(".new")
        after.write_text(str(self._skipped))
        after.replace(self._file)
        super().advance(millis)


def send_everything(folder: str, control: str) -> None:
    """Send until nothing is owed; the exit status says what keeps it from that."""
    office = Office(Path(folder), None, clock=HurriedClock(Path(folder), control))  # type: ignore[arg-type]
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
