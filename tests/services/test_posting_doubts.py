"""What nobody knows for a while: late work behind a gateway, clocks that are set, records that look alike."""

from __future__ import annotations

from typing import Any

import pytest

from tests.services.office import WORDS, Office
from tests.services.test_posting import MATTER, Interrupted, Killed, die
from wisestep_desktop.core.errors import BadInput, Doubt
from wisestep_desktop.core.ids import EntryId
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.records import RecordedEntry
from wisestep_desktop.ports.practice import TimeEntry
from wisestep_desktop.services import facts, review
from wisestep_desktop.services.orders import order

DAY = 86_400_000


@pytest.fixture
def queued(office: Office) -> EntryId:
    number = office.add(MATTER)
    office.courier().queue(number, WORDS)
    return number


class Slow:
    """The practice, over a line on which each order takes its time."""

    def __init__(self, office: Office, seconds: int) -> None:
        self._office, self._seconds = office, seconds

    def create(self, entry: TimeEntry) -> RecordedEntry:
        try:
            return self._office.practice.create(entry)
        finally:
            self._office.sleep(self._seconds * 1_000)

    def __getattr__(self, name: str) -> Any:  # noqa: ANN401
        return getattr(self._office.practice, name)


def slow_courier(office: Office, seconds: int) -> Any:  # noqa: ANN401
    courier = office.courier()
    courier._practice = lambda: Slow(office, seconds)
    return courier


def posts(office: Office) -> int:
    return sum(one["method"] == "POST" and "/time" in one["path"] for one in office.sandbox.requests())


# Late -----------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize(("took", "late", "waits"), [(30, 80, 90), (60, 200, 180), (90, 260, 180)])
def test_what_a_gateway_gave_up_on_is_waited_for_as_long_as_it_may_take(
    office: Office, queued: EntryId, took: int, late: int, waits: int
) -> None:
    """After so many seconds the gateway says 504; the row appears some time after that."""
    office.sandbox.inject(f"create-late={late}:1")
    [doubted] = slow_courier(office, took).run()
    assert (doubted.state, doubted.reason) == (EntryState.UNCERTAIN, "send.uncertain.server_error")
    assert office.courier().next_due() == office.clock.read().wall + waits * 1_000
    office.sleep((late - took - 1) * 1_000)
    assert office.courier().run() == ()
    assert office.ledger() == []
    office.drain()
    assert (office.entry(queued).state, len(office.ledger()), posts(office)) == (EntryState.SENT, 1, 1)


def test_what_came_late_is_found_even_after_the_entry_was_refused(office: Office, queued: EntryId) -> None:
    """It went missing, then the matter closed; meanwhile the first attempt arrived after all."""
    office.sandbox.inject("create-late=1000:1")
    office.courier().run()
    office.sleep(10_000)
    office.courier().run()
    assert office.entry(queued).state is EntryState.QUEUED
    office.sandbox.close_matter(MATTER)
    office.courier().run()
    assert office.entry(queued).state is EntryState.REFUSED
    office.sleep(1_000_000)
    office.courier().queue(queued, WORDS, closed_too=True)
    office.drain()
    assert (office.entry(queued).state, len(office.ledger()), posts(office)) == (EntryState.SENT, 1, 1)


def test_two_records_found_before_a_second_order_are_told_and_not_added_to(office: Office, queued: EntryId) -> None:
    office.sandbox.inject("503:1@POST timeentries")
    office.courier().run()
    told = order(office.entry(queued), office.store.read(facts.person).participant)
    for _ in range(2):
        office.practice.create(told)
    office.sleep(300_000)
    [twice] = office.courier().run()
    assert (twice.state, twice.reason, twice.detail) == (EntryState.UNCERTAIN, "send.found_twice", "2")
    assert len(office.ledger()) == 2


# Clocks ---------------------------------------------------------------------------------------------------------


def test_a_clock_set_back_a_day_delays_nothing_by_a_day(office: Office, queued: EntryId) -> None:
    office.sandbox.inject("503=30:1@POST timeentries")
    office.courier().run()
    office.clock.set_wall(office.clock.read().wall - DAY)
    due = office.courier().next_due()
    assert due is not None
    assert due - office.clock.read().wall <= 3_600_000
    [sent] = office.courier().run()
    assert (sent.id, sent.state, len(office.ledger())) == (queued, EntryState.SENT, 1)


def test_a_clock_set_back_a_day_keeps_no_doubt_for_a_day(office: Office, queued: EntryId) -> None:
    office.sandbox.inject("drop-before-create:1")
    office.courier().run()
    office.clock.set_wall(office.clock.read().wall - DAY)
    began = office.clock.read().awake
    office.drain()
    assert (office.entry(queued).state, len(office.ledger())) == (EntryState.SENT, 1)
    assert office.clock.read().awake - began < 600_000


# Alike ----------------------------------------------------------------------------------------------------------


def by_hand(office: Office, hours: str) -> int:
    """Somebody types the same thing in Actionstep's own page, on that day."""
    return office.sandbox.add_entry(office.entries()[0].draft.work_date.isoformat(), hours, "Drafting letter", MATTER)


def test_where_references_come_back_a_stranger_is_never_taken_for_ours(office: Office) -> None:
    first = office.add(MATTER, narrative="Something else")
    office.courier().queue(first, WORDS)
    office.drain()  # whose record was read back, with its reference
    number = office.add(MATTER)
    office.courier().queue(number, WORDS)
    office.sandbox.inject("drop-before-create:1")
    office.courier().run()
    stranger = by_hand(office, "0.70")
    office.drain()
    sent = office.entry(number)
    assert (sent.state, len(office.ledger())) == (EntryState.SENT, 2)
    assert sent.remote != stranger


@pytest.mark.parametrize("ebm", ["on", "404"])
@pytest.mark.parametrize("stored", ["on", "off"])
@pytest.mark.parametrize("fault", ["create-then-drop:1", "create-then-reset:1", "create-then-504:1"])
def test_it_is_found_again_though_its_hours_were_rounded(office: Office, ebm: str, stored: str, fault: str) -> None:
    for name, value in {"ebm": ebm, "extref_stored": stored, "org_rules": "round", "org_rounds": "both"}.items():
        office.sandbox.set_switch(name, value)
    office.set("connection.scopes", "users participants actions quickcodes timeentries timerecords")
    office.connect()
    number = office.add(MATTER, 2_160 + 240)  # 0.67 h, which become 0.70
    office.courier().queue(number, WORDS)
    office.sandbox.inject(fault)
    office.drain()
    sent = office.entry(number)
    assert (sent.state, sent.reason, f"{sent.worked_sent}") == (EntryState.SENT, "sent.rounded", "0.70")
    assert posts(office) == 1


@pytest.mark.parametrize("filters", ["on", "ignored", "400"])
@pytest.mark.parametrize("reference", ["on", "ignored", "400"])
@pytest.mark.parametrize("ebm", ["on", "404"])
def test_it_is_found_again_whatever_can_be_asked(office: Office, filters: str, reference: str, ebm: str) -> None:
    for name, value in {"entry_filters": filters, "extref_filter": reference, "ebm": ebm}.items():
        office.sandbox.set_switch(name, value)
    office.set("connection.scopes", "users participants actions quickcodes timeentries timerecords")
    office.connect()
    number = office.add(MATTER)
    office.courier().queue(number, WORDS)
    office.sandbox.inject("create-then-drop:1")
    [sent] = office.courier().run()
    assert (sent.state, posts(office)) == (EntryState.SENT, 1)


def test_alike_but_for_the_hours_one_waits_until_the_other_is_sure(office: Office) -> None:
    """Where hours may be rounded and references are dropped, either could be taken for the other."""
    for name, value in {"extref_stored": "off", "org_rules": "round", "org_rounds": "both"}.items():
        office.sandbox.set_switch(name, value)
    numbers = [office.add(MATTER, seconds) for seconds in (2_400, 2_460)]
    for number in numbers:
        office.courier().queue(number, WORDS)
    office.sandbox.inject("drop-before-create:1")
    first, second = office.courier().run()
    assert (first.reason, second.reason) == (f"send.uncertain.{Doubt.DROPPED}", "send.twin_in_doubt")
    office.drain()
    assert [office.entry(number).state for number in numbers] == [EntryState.SENT] * 2
    assert posts(office) == 3
    assert len(office.sandbox.ledger()) == 2


def test_killed_right_after_the_answer_what_was_rounded_is_known_all_the_same(office: Office) -> None:
    office.sandbox.set_switch("org_rules", "round")
    number = office.add(MATTER, 2_600)
    office.courier().queue(number, WORDS)
    with pytest.raises(Killed):
        office.courier(Interrupted(office.store, 3, die)).run()
    sent = office.entry(number)
    assert (sent.state, sent.reason, f"{sent.billed_sent}") == (EntryState.SENT, "sent.rounded", "0.80")
    assert office.courier().run() == ()


@pytest.mark.parametrize("fault", ["create-then-503:1", "503:1@POST timeentries", "429:1@POST timeentries"])
def test_of_two_just_alike_the_second_waits_until_the_first_is_sure_even_of_a_no(office: Office, fault: str) -> None:
    """A server that is busy may have taken it all the same, and nothing tells the two records apart."""
    office.sandbox.set_switch("extref_stored", "off")
    numbers = [office.add(MATTER) for _ in range(2)]
    for number in numbers:
        office.courier().queue(number, WORDS)
    office.sandbox.inject(fault)
    office.courier().run()
    office.courier().run()
    assert [office.entry(number).state for number in numbers] == [EntryState.QUEUED] * 2
    office.drain()
    assert [office.entry(number).state for number in numbers] == [EntryState.SENT] * 2
    assert len(office.sandbox.ledger()) == 2
    assert len({office.entry(number).remote for number in numbers}) == 2


# Held back ------------------------------------------------------------------------------------------------------


def test_what_waits_is_held_back_and_sent_later_as_it_is_then(office: Office, queued: EntryId) -> None:
    held = office.store.write(lambda books: review.withdraw(books, queued)).result()
    assert (held.state, held.text_sent) == (EntryState.DRAFT, None)
    assert office.courier().run() == ()
    assert office.courier().next_due() is None
    wish = review.Wish(held.draft.matter, narrative="Drafting another letter")
    office.store.write(lambda books: review.edit(books, queued, wish)).result()
    office.courier().queue(queued, WORDS)
    office.drain()
    [row] = office.ledger()
    assert row["description"] == "Drafting another letter"


@pytest.mark.parametrize("fault", ["503=30:1@POST timeentries", "drop-before-create:1"])
def test_what_may_have_arrived_is_not_held_back(office: Office, queued: EntryId, fault: str) -> None:
    office.sandbox.inject(fault)
    office.courier().run()
    with pytest.raises(BadInput, match=r"entry\.may_be_there"):
        office.store.write(lambda books: review.withdraw(books, queued)).result()
    office.drain()
    with pytest.raises(BadInput, match=r"entry\.not_waiting"):
        office.store.write(lambda books: review.withdraw(books, queued)).result()


def test_held_back_while_it_is_being_looked_at_it_is_not_sent(office: Office, queued: EntryId) -> None:
    """Between the question about the matter and the order, the person changes their mind."""
    store = Interrupted(
        office.store, 2, lambda: office.store.write(lambda books: review.withdraw(books, queued)).result(), after=False
    )
    office.courier(store).run()
    assert (office.entry(queued).state, office.ledger()) == (EntryState.DRAFT, [])


@pytest.mark.parametrize("fault", ["503:1@POST timeentries", "drop-before-create:1", "429=1:6@actions"])
def test_that_a_closed_matter_was_confirmed_outlives_every_wait(office: Office, queued: EntryId, fault: str) -> None:
    office.sandbox.close_matter(MATTER)
    office.courier().run()
    office.courier().queue(queued, WORDS, closed_too=True)
    office.sandbox.inject(fault)
    office.drain()
    assert (office.entry(queued).state, len(office.ledger())) == (EntryState.SENT, 1)


# Away -----------------------------------------------------------------------------------------------------------


def test_while_actionstep_is_away_all_rest_longer_and_longer(office: Office) -> None:
    """An office without a network for an hour asks a few dozen times, however much waits; not twice a second."""
    for number in range(8):
        office.courier().queue(office.add(MATTER, narrative=f"Entry {number}"), WORDS)
    office.sandbox.inject("drop:*")
    courier, waits = office.courier(), []
    for _ in range(12):
        courier.run()
        due, now = courier.next_due(), office.clock.read().wall
        assert due is not None
        waits.append((due - now) // 1_000)
        office.sleep(due - now)
    assert waits[0] >= 2
    assert sorted(waits[:7]) == waits[:7]
    assert min(waits[7:]) >= 150
    assert max(waits) <= 300
    office.sandbox.clear_faults()
    courier.run()
    assert {entry.state for entry in office.entries()} == {EntryState.SENT}
    assert len(office.ledger()) == 8


def test_who_says_send_is_not_made_to_rest(office: Office, queued: EntryId) -> None:
    office.sandbox.inject("503=200:1@POST timeentries")
    courier = office.courier()
    courier.run()
    other = office.add(MATTER, narrative="Something else")
    courier.queue(other, WORDS)
    courier.run()
    assert office.entry(other).state is EntryState.SENT
    assert office.entry(queued).state is EntryState.QUEUED


def test_held_back_and_changed_while_the_matter_is_asked_about_it_stays_as_changed(
    office: Office, queued: EntryId
) -> None:
    """The matter turns out to be closed, but by then the entry is the person's again."""
    office.sandbox.close_matter(MATTER)

    def change_your_mind() -> None:
        held = office.store.write(lambda books: review.withdraw(books, queued)).result()
        wish = review.Wish(held.draft.matter, narrative="Said otherwise")
        office.store.write(lambda books: review.edit(books, queued, wish)).result()

    office.courier(Interrupted(office.store, 2, change_your_mind, after=False)).run()
    entry = office.entry(queued)
    assert (entry.state, entry.draft.narrative, office.ledger()) == (EntryState.DRAFT, "Said otherwise", [])
