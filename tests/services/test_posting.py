"""Sending: each entry arrives once or says why not, whatever the network and the process do."""

from __future__ import annotations

from collections.abc import Callable
from concurrent.futures import Future
from typing import Any, TypeVar

import pytest

from tests.services.office import WORDS, Office
from wisestep_desktop.adapters.store import SqlStore
from wisestep_desktop.core.entries import Charge, Entry
from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.ids import EntryId
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.ports.store import Books

T = TypeVar("T")
MATTER = 10482
CALL = ("POST", "/api/rest/timeentries")


@pytest.fixture
def queued(office: Office) -> EntryId:
    number = office.add(MATTER)
    office.courier().queue(number, WORDS)
    return number


def calls(office: Office) -> list[str]:
    """Requests about time entries, oldest first: what was asked, and the answer."""
    return [f"{one['method']} {one['status']}" for one in office.sandbox.requests() if "/timeentries" in one["path"]]


def the_one(office: Office) -> dict[str, Any]:
    [row] = office.ledger()
    return row


# The straight way -----------------------------------------------------------------------------------------------


def test_an_entry_arrives_exactly_as_shown(office: Office) -> None:
    office.set("BILLABLE_TIME_ROUNDING_SEC", "360")
    office.set("ADD_SUMMARY_TO_NARRATIVE", "TRUE")
    number = office.add(MATTER, 2_521, "Drafting <b>letter</b>")
    office.courier().queue(number, WORDS)
    [sent] = office.courier().run()
    row = the_one(office)
    assert (sent.state, sent.remote, sent.reason) == (EntryState.SENT, int(row["id"]), None)
    assert (row["actualHours"], row["billableHours"], row["isBillable"]) == ("0.70", "0.80", "T")
    assert row["description"] == sent.text_sent
    assert str(sent.text_sent).startswith("Drafting <b>letter</b>\n\nTotal worked time: 42m 1s")
    assert row["timestampDate"][:10] == sent.draft.work_date.isoformat()
    assert row["importExternalReference"] == sent.key
    assert row["links"]["action"] == str(MATTER)
    assert office.courier().next_due() is None


def test_sending_again_sends_nothing(office: Office, queued: EntryId) -> None:
    office.courier().run()
    assert office.courier().run() == ()
    with pytest.raises(BadInput, match=r"entry\.not_ours"):
        office.courier().queue(queued, WORDS)
    assert len(office.ledger()) == 1


def test_non_billable_time_is_billed_nought(office: Office) -> None:
    number = office.add(MATTER, charge=Charge.NON_BILLABLE)
    office.courier().queue(number, WORDS)
    [sent] = office.courier().run()
    assert sent.reason is None
    assert (the_one(office)["isBillable"], the_one(office)["billableHours"]) == ("F", "0.00")


@pytest.mark.usefixtures("queued")
def test_what_it_bills_is_decided_when_it_is_queued(office: Office) -> None:
    office.set("BILLABLE_TIME_ROUNDING_SEC", "3600")
    office.courier().run()
    assert the_one(office)["billableHours"] == "0.70"


@pytest.mark.usefixtures("queued")
def test_what_actionstep_changes_is_told(office: Office) -> None:
    office.sandbox.set_switch("org_rules", "round")
    number = office.add(MATTER, 2_600)
    office.courier().queue(number, WORDS)
    office.courier().run()
    sent = office.entry(number)
    assert (sent.state, sent.reason, sent.detail) == (EntryState.SENT, "sent.rounded", "billed_hours")
    assert f"{sent.billed_sent}" == "0.80"


# No -------------------------------------------------------------------------------------------------------------


def test_a_closed_matter_is_asked_about_first(office: Office, queued: EntryId) -> None:
    office.sandbox.close_matter(MATTER)
    [refused] = office.courier().run()
    assert (refused.state, refused.reason) == (EntryState.REFUSED, "matter.closed")
    assert office.ledger() == []
    office.sync()
    with pytest.raises(BadInput, match=r"matter\.closed"):
        office.courier().queue(queued, WORDS)
    office.courier().queue(queued, WORDS, closed_too=True)
    [sent] = office.courier().run()
    assert sent.state is EntryState.SENT


@pytest.mark.parametrize("fate", ["delete_matter", "restrict_matter"])
@pytest.mark.usefixtures("queued")
def test_a_matter_that_is_gone_refuses_the_entry_and_keeps_it(office: Office, fate: str) -> None:
    getattr(office.sandbox, fate)(MATTER)
    [refused] = office.courier().run()
    assert (refused.state, refused.reason) == (EntryState.REFUSED, "matter.gone")
    assert refused.draft.narrative == "Drafting letter"
    assert office.courier().next_due() is None


def test_a_refusal_keeps_the_servers_words(office: Office) -> None:
    office.sandbox.set_switch("org_rules", "enforce")
    number = office.add(MATTER)
    office.courier().queue(number, WORDS)
    [refused] = office.courier().run()
    assert (refused.state, refused.reason) == (EntryState.REFUSED, "refused.request")
    assert "quick code" in str(refused.detail).lower()
    assert office.ledger() == []


@pytest.mark.parametrize(("seconds", "matter", "code"), [(2_520, None, "entry.no_matter")])
def test_an_entry_without_a_matter_is_not_queued(office: Office, seconds: int, matter: int | None, code: str) -> None:
    number = office.add(matter, seconds)  # type: ignore[arg-type]
    with pytest.raises(BadInput, match=code):
        office.courier().queue(number, WORDS)
    assert office.entry(number).state is EntryState.DRAFT


# Later ----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    ("fault", "waits", "reason"),
    [
        ("429=40:1@POST timeentries", 40, "net.rate_limit"),
        ("503=7:1@POST timeentries", 7, "net.maintenance"),
    ],
)
@pytest.mark.usefixtures("queued")
def test_busy_means_later_as_long_as_asked(office: Office, fault: str, waits: int, reason: str) -> None:
    office.sandbox.inject(fault)
    [waiting] = office.courier().run()
    assert (waiting.state, waiting.reason) == (EntryState.QUEUED, reason)
    due = office.courier().next_due()
    assert due == office.clock.read().wall + waits * 1_000
    assert office.courier().run() == ()
    office.clock.advance(waits * 1_000)
    [sent] = office.courier().run()
    assert sent.state is EntryState.SENT
    assert len(office.ledger()) == 1


def test_the_network_is_away(office: Office, queued: EntryId) -> None:
    other = office.add(MATTER)
    office.courier().queue(other, WORDS)
    office.sandbox.close()
    touched = office.courier().run()
    assert [entry.id for entry in touched] == [queued]  # the rest is not even tried
    assert {entry.state for entry in office.entries()} == {EntryState.QUEUED}
    assert office.entry(queued).reason in {"net.unreachable", "net.dropped"}


def test_a_revoked_sign_in_keeps_the_queue(office: Office, queued: EntryId) -> None:
    office.sandbox.revoke()
    [waiting] = office.courier().run()
    assert (waiting.state, waiting.reason) == (EntryState.QUEUED, "sign_in.again")
    office.connect()
    office.drain()
    assert office.entry(queued).state is EntryState.SENT
    assert len(office.ledger()) == 1


@pytest.mark.usefixtures("queued")
def test_two_senders_never_send_at_once(office: Office) -> None:
    with office.courier()._turn.take() as ours:
        assert ours
        assert office.courier().run() == ()
    assert office.ledger() == []


# Nobody knows ---------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(
    "fault", ["create-then-drop", "create-then-500", "create-then-502", "create-then-504", "create-then-half-body"]
)
@pytest.mark.usefixtures("queued")
def test_what_arrived_unheard_is_found_and_not_sent_again(office: Office, fault: str) -> None:
    office.sandbox.inject(f"{fault}:1")
    [sent] = office.courier().run()
    assert sent.state is EntryState.SENT
    assert sent.remote == int(the_one(office)["id"])
    assert [call.split()[0] for call in calls(office)].count("POST") == 1
    after = calls(office)[[call.split()[0] for call in calls(office)].index("POST") + 1 :]
    assert after
    assert all(call.startswith("GET") for call in after)


@pytest.mark.usefixtures("queued")
def test_what_did_not_arrive_is_looked_up_late_enough_before_it_is_sent_again(office: Office) -> None:
    office.sandbox.inject("drop-before-create:1")
    [uncertain] = office.courier().run()
    assert (uncertain.state, uncertain.reason) == (EntryState.UNCERTAIN, "send.uncertain.dropped")
    office.clock.advance(9_900)
    assert office.courier().run() == ()
    office.clock.advance(100)
    [missed] = office.courier().run()
    assert missed.state is EntryState.QUEUED
    assert office.ledger() == []
    [sent] = office.courier().run()
    assert sent.state is EntryState.SENT
    posts = [index for index, call in enumerate(calls(office)) if call.startswith("POST")]
    assert len(posts) == 2
    between = calls(office)[posts[0] + 1 : posts[1]]
    assert between
    assert all(call.startswith("GET 2") for call in between)


def test_a_late_row_is_found_and_not_doubled(office: Office, queued: EntryId) -> None:
    """The row appears only while we wait, as with a slow server: the look-up after the wait finds it."""
    office.sandbox.inject("drop-before-create:1")
    office.courier().run()
    entry = office.entry(queued)
    person = office.store.read(lambda books: books.settings.fact("connection.person"))
    assert person is not None
    office.practice.create(_order(office, entry))
    office.clock.advance(10_000)
    [sent] = office.courier().run()
    assert (sent.state, len(office.ledger())) == (EntryState.SENT, 1)


@pytest.mark.usefixtures("queued")
def test_it_is_found_by_the_day_where_the_server_ignores_the_key(office: Office) -> None:
    office.sandbox.set_switch("extref_filter", "ignored")
    office.sandbox.inject("create-then-drop:1")
    [sent] = office.courier().run()
    assert sent.state is EntryState.SENT
    assert len(office.ledger()) == 1


def test_a_double_that_somebody_else_made_is_told_and_not_added_to(office: Office, queued: EntryId) -> None:
    office.sandbox.inject("drop-before-create:1")
    office.courier().run()
    for _ in range(2):
        office.practice.create(_order(office, office.entry(queued)))
    office.clock.advance(10_000)
    [twice] = office.courier().run()
    assert (twice.state, twice.reason, twice.detail) == (EntryState.UNCERTAIN, "send.found_twice", "2")
    assert len(office.ledger()) == 2


def test_signed_out_between_the_order_and_the_look_up_it_stays_uncertain(office: Office, queued: EntryId) -> None:
    office.sandbox.inject("create-then-drop:1")
    store = Interrupted(office.store, 3, office.sandbox.revoke)
    office.courier(store).run()
    assert office.entry(queued).state is EntryState.UNCERTAIN
    office.connect()
    office.drain()
    assert office.entry(queued).state is EntryState.SENT
    assert [call.split()[0] for call in calls(office)].count("POST") == 1


def test_a_crash_before_the_order_is_doubted_long_enough(office: Office, queued: EntryId) -> None:
    with pytest.raises(Killed):
        office.courier(Interrupted(office.store, 2, die)).run()
    assert office.entry(queued).state is EntryState.SENDING
    crashed_at = office.clock.read().wall
    [doubted] = office.courier().run()
    assert (doubted.state, doubted.reason) == (EntryState.UNCERTAIN, "send.uncertain.crashed")
    assert office.courier().next_due() == crashed_at + 90_000
    office.clock.advance(89_999)
    assert office.courier().run() == ()
    assert office.ledger() == []
    office.drain()
    assert (office.entry(queued).state, len(office.ledger())) == (EntryState.SENT, 1)


def test_a_crash_after_the_order_sends_nothing_twice(office: Office, queued: EntryId) -> None:
    with pytest.raises(Killed):
        office.courier(Interrupted(office.store, 3, die, after=False)).run()
    assert (office.entry(queued).state, len(office.ledger())) == (EntryState.SENDING, 1)
    office.courier().run()
    assert office.entry(queued).state is EntryState.SENT
    assert [call.split()[0] for call in calls(office)].count("POST") == 1


@pytest.mark.parametrize("fault", ["token-html:*", "token-500:*", "token-drop:*"])
def test_a_sick_token_address_leaves_the_entry_queued(office: Office, queued: EntryId, fault: str) -> None:
    office.sandbox.expire_access_tokens()
    office.sandbox.inject(fault)
    [waiting] = office.courier().run()
    assert waiting.state is EntryState.QUEUED
    office.sandbox.clear_faults()
    office.drain()
    assert office.entry(queued).state is EntryState.SENT
    assert len(office.ledger()) == 1


def _order(office: Office, entry: Entry) -> Any:  # noqa: ANN401
    from wisestep_desktop.services import facts  # noqa: PLC0415
    from wisestep_desktop.services.orders import order  # noqa: PLC0415

    return order(entry, office.store.read(facts.person).participant)


# Anything at any time -------------------------------------------------------------------------------------------


class Killed(BaseException):
    """The process died here."""


class Interrupted:
    """The real store, and something that happens at the n-th write: before it, or once it is durable."""

    def __init__(self, store: SqlStore, at: int, happens: Callable[[], object], *, after: bool = True) -> None:
        self._store, self._left, self._happens, self._after = store, at, happens, after

    def write(self, job: Callable[[Books], T]) -> Future[T]:
        self._left -= 1
        if self._left == 0 and not self._after:
            self._happens()
        future = self._store.write(job)
        future.exception()
        if self._left == 0 and self._after:
            self._happens()
        return future

    def read(self, job: Callable[[Books], T]) -> T:
        return self._store.read(job)

    def close(self) -> None:
        """The test closes the store itself."""


def die() -> None:
    raise Killed


def test_a_type_that_became_non_billable_later_is_not_billed(office: Office) -> None:
    [free] = [
        each for each in office.store.read(lambda books: books.matters.activity_types()) if each.name == "Marketing"
    ]
    number = office.add(MATTER, activity_type=free.id)
    office.set("ACTIVITY_TYPES_NON_BILLABLE", "marketing")
    office.courier().queue(number, WORDS)
    office.courier().run()
    [record] = office.ledger()
    assert (record["isBillable"], record["billableHours"]) == ("F", "0.00")
