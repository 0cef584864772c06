"""The outbox as a state machine: whatever breaks in whatever order, nothing is doubled and nothing is lost."""

from __future__ import annotations

import contextlib
import tempfile
from collections.abc import Iterator
from decimal import Decimal
from functools import partial
from pathlib import Path

import pytest
from hypothesis import settings
from hypothesis import strategies as st
from hypothesis.stateful import RuleBasedStateMachine, initialize, invariant, rule

from tests.services.office import WORDS, Office
from tests.services.test_posting import MATTER, Interrupted, Killed, die
from tests.soak.storm import BESIDES, DIMENSIONS, SCOPES
from wisestep_desktop.core.entries import figures
from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.posting import OURS_TO_EDIT, EntryState
from wisestep_desktop.sandbox.practice import Sandbox
from wisestep_desktop.services import review

FAULTS = (
    "create-then-drop:1",
    "create-then-500:1",
    "create-then-502:1",
    "create-then-503:1",
    "create-then-504:1",
    "create-then-half-body:1",
    "create-then-reset:1",
    "create-late=2:1",
    "unread:1",
    "reset:1@POST timeentries",
    "drop-before-create:1",
    "html:1@POST timeentries",
    "429:1@POST timeentries",
    "429=1:2",
    "503:1@POST timeentries",
    "500:1@POST timeentries",
    "answer-lost:1@timeentries",
    "answer-lost:2@GET timeentries",
    "drop:3@GET timeentries",
    "html:5@GET timeentries",
    "500:9@GET timeentries",
    "half-body:1",
    "answer-lost:1@actions",
    "429:4@actions",
    "token-500:1",
    "token-html:1",
    "wrong-endpoint:1",
    "expire:1",
    "drip:1",
    "storm:4",
    "matter-closes:1",
)
ALL = {**DIMENSIONS, **BESIDES}
ROUNDED = {Decimal(hundredths) / 100 for hundredths in range(10)}
_sandboxes: list[Sandbox] = []


@pytest.fixture(scope="module", autouse=True)
def _one_sandbox_for_all_examples() -> Iterator[None]:
    with Sandbox(matters=60) as running:
        _sandboxes.append(running)
        yield
        _sandboxes.clear()


class Sending(RuleBasedStateMachine):
    """Entries, faults, crashes, waiting, in any order; in the end each entry is in Actionstep exactly once."""

    @initialize(switches=st.fixed_dictionaries({name: st.sampled_from(each) for name, each in ALL.items()}))
    def open(self, switches: dict[str, str]) -> None:
        self.sandbox = _sandboxes[0]
        self.sandbox.forget()
        for name, value in switches.items():
            self.sandbox.set_switch(name, value)
        self.resource = "timeentries" if switches["ebm"] == "on" else "timerecords"
        self.folder = tempfile.TemporaryDirectory()
        self.office = Office(Path(self.folder.name), self.sandbox)
        self.sandbox.change_matter(MATTER, status="Active")
        self.office.set("connection.scopes", SCOPES)
        self.office.connect()
        self.office.sync()

    @rule(seconds=st.sampled_from([60, 2_520]) | st.integers(1, 20_000), summary=st.booleans())
    def add(self, seconds: int, *, summary: bool) -> None:
        """Alike but for the time, and sometimes even in that."""
        self.office.set("ADD_SUMMARY_TO_NARRATIVE", str(summary))
        number = self.office.add(MATTER, seconds, "The same words every time")
        with contextlib.suppress(BadInput):  # the matter is known to be closed
            self.office.courier().queue(number, WORDS)

    @rule(fault=st.sampled_from(FAULTS))
    def fail(self, fault: str) -> None:
        self.sandbox.inject(fault)

    @rule()
    def run(self) -> None:
        self.office.courier().run()

    @rule(at=st.integers(1, 6), after=st.booleans())
    def die(self, at: int, *, after: bool) -> None:
        try:
            self.office.courier(Interrupted(self.office.store, at, die, after=after)).run()
        except Killed:
            return

    @rule(seconds=st.sampled_from([1, 3, 20, 90, 300]))
    def wait(self, seconds: int) -> None:
        self.office.sleep(seconds * 1_000)

    @rule()
    def expire(self) -> None:
        self.sandbox.expire_access_tokens()

    @rule()
    def revoke(self) -> None:
        """Whatever waits keeps waiting until somebody signs in again."""
        self.sandbox.revoke()

    @rule()
    def sign_in(self) -> None:
        held = self.sandbox.pending_faults()
        if not held:  # a person tries until it works; that is not what is tested here
            self.office.connect()

    @rule()
    def close_the_matter(self) -> None:
        self.sandbox.close_matter(MATTER)

    @rule()
    def hold_back(self) -> None:
        """Take back what waits, where that is still allowed."""
        for entry in self.office.entries():
            if entry.state is EntryState.QUEUED:
                with contextlib.suppress(BadInput):
                    self.office.store.write(partial(review.withdraw, entry=entry.id)).result()

    @rule()
    def send_again(self) -> None:
        """Send what was held back or refused, to the closed matter too."""
        for entry in self.office.entries():
            if entry.state in OURS_TO_EDIT:
                self.office.courier().queue(entry.id, WORDS, closed_too=True)

    @invariant()
    def no_entry_is_there_twice_and_what_is_sent_is_there(self) -> None:
        if hasattr(self, "office"):
            there = {int(row["id"]): row["actualHours"] for row in self.sandbox.ledger(resource=self.resource)}
            entries = self.office.entries()
            assert len(there) <= len(entries)
            sent = [entry for entry in entries if entry.state is EntryState.SENT]
            assert len({entry.remote for entry in sent}) == len(sent)
            for entry in sent:
                worked = figures(entry.draft, unit=0).worked_hours
                rounded = entry.worked_sent  # None until the answer was kept, and where nothing was rounded
                assert Decimal(str(there[int(entry.remote or 0)])) - (rounded or worked) in (
                    {0} if rounded else ROUNDED
                )

    def teardown(self) -> None:
        if not hasattr(self, "office"):
            return
        try:
            self.sandbox.clear_faults()
            self.sandbox.change_matter(MATTER, status="Active")
            self.office.connect()
            self.send_again()
            self.office.drain()
            assert {entry.state for entry in self.office.entries()} <= {EntryState.SENT}
            rows = self.sandbox.ledger(resource=self.resource)
            assert sorted(int(row["id"]) for row in rows) == sorted(
                int(each.remote or 0) for each in self.office.entries()
            )
        finally:
            self.office.close()
            self.folder.cleanup()


TestSending = Sending.TestCase
TestSending.settings = settings(max_examples=120, stateful_step_count=18)
