"""After sending: what Actionstep has of a day, and changing or taking back what is not billed yet."""

from __future__ import annotations

import pytest

from tests.services.office import WORDS, Office
from wisestep_desktop.core.entries import Charge, Entry
from wisestep_desktop.core.errors import BadInput, Refused, Unavailable
from wisestep_desktop.core.ids import EntryId, MatterId
from wisestep_desktop.core.instants import local_date
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.records import Standing
from wisestep_desktop.services import records
from wisestep_desktop.services.review import Wish
from wisestep_desktop.services.standings import DayRecords, day_records

MATTER = 10482


@pytest.fixture
def sent(office: Office) -> Entry:
    return send(office)


def send(office: Office, narrative: str = "Drafting letter") -> Entry:
    number = office.add(MATTER, narrative=narrative)
    office.courier().queue(number, WORDS)
    office.courier().run()
    made = office.entry(number)
    assert made.state is EntryState.SENT
    return made


def look(office: Office) -> DayRecords:
    today = local_date(office.clock.read().wall, office.clock.zone())
    return records.look(office.store, office.clock, office.practice, today)


def stands(office: Office, entry: EntryId) -> Standing:
    [one] = [each for each in look(office).sent if each.entry.id == entry]
    return one.standing


def amend(office: Office, entry: EntryId, wish: Wish, *, over_theirs: bool = False) -> Entry:
    return records.amend(office.store, office.practice, entry, wish, WORDS, over_theirs=over_theirs)


def rows(office: Office) -> list[dict[str, object]]:
    return office.sandbox.ledger()


def test_a_sent_entry_stands_as_sent_then_billed(office: Office, sent: Entry) -> None:
    assert stands(office, sent.id) is Standing.AS_SENT
    bill = office.sandbox.bill(int(sent.remote or 0))
    assert stands(office, sent.id) is Standing.BILLED
    for attempt in (
        lambda: amend(office, sent.id, Wish(MatterId(MATTER), narrative="Other")),
        lambda: records.recall(office.store, office.practice, sent.id),
    ):
        with pytest.raises(Refused) as refused:
            attempt()
        assert (refused.value.code, refused.value.params["bill"]) == ("record.billed", bill)
    assert office.entry(sent.id).state is EntryState.SENT
    assert len(rows(office)) == 1


def test_a_change_is_made_there_and_here(office: Office, sent: Entry) -> None:
    wish = Wish(MatterId(MATTER), narrative="Drafting a better letter", charge=Charge.NO_CHARGE)
    after = amend(office, sent.id, wish)
    [row] = rows(office)
    assert (row["description"], row["billingBehavior"]) == ("Drafting a better letter", "No charge")
    assert (row["id"], row["importExternalReference"]) == (sent.remote, sent.key)
    assert (after.state, after.text_sent, after.reason) == (EntryState.SENT, "Drafting a better letter", None)
    assert stands(office, sent.id) is Standing.AS_SENT


@pytest.mark.parametrize("mode", ["merge", "replace"])
def test_a_change_loses_nothing_whatever_the_server_does_with_what_is_left_out(
    office: Office, sent: Entry, mode: str
) -> None:
    office.sandbox.set_switch("put_mode", mode)
    before = rows(office)[0]
    amend(office, sent.id, Wish(MatterId(MATTER), narrative="Other words"))
    after = rows(office)[0]
    for name in ("timestampDate", "actualHours", "billableHours", "isBillable", "importExternalReference", "links"):
        assert after[name] == before[name], name
    assert after["description"] == "Other words"


def test_what_was_taken_back_is_a_draft_and_goes_out_as_another(office: Office, sent: Entry) -> None:
    draft = records.recall(office.store, office.practice, sent.id)
    assert (draft.state, draft.remote, draft.key) == (EntryState.DRAFT, None, None)
    assert rows(office) == []
    assert draft.draft.worked_seconds == sent.draft.worked_seconds
    office.courier().queue(sent.id, WORDS)
    office.courier().run()
    again = office.entry(sent.id)
    assert again.state is EntryState.SENT
    assert again.key != sent.key
    assert len(rows(office)) == 1


def test_what_was_deleted_there_is_shown_and_can_be_taken_back(office: Office, sent: Entry) -> None:
    office.practice.remove(sent.remote or 0)  # type: ignore[arg-type]
    assert stands(office, sent.id) is Standing.DELETED
    with pytest.raises(Refused, match=r"record\.gone"):
        amend(office, sent.id, Wish(MatterId(MATTER)))
    assert records.recall(office.store, office.practice, sent.id).state is EntryState.DRAFT


@pytest.mark.parametrize("what", ["amend", "recall"])
def test_an_answer_that_is_lost_is_looked_up(office: Office, sent: Entry, what: str) -> None:
    office.sandbox.inject("answer-lost:1@PUT timeentries" if what == "amend" else "answer-lost:1@DELETE timeentries")
    if what == "amend":
        assert amend(office, sent.id, Wish(MatterId(MATTER), narrative="New")).text_sent == "New"
        assert rows(office)[0]["description"] == "New"
    else:
        assert records.recall(office.store, office.practice, sent.id).state is EntryState.DRAFT
        assert rows(office) == []


@pytest.mark.parametrize("what", ["amend", "recall"])
def test_a_change_that_did_not_arrive_leaves_everything_as_it_was(office: Office, sent: Entry, what: str) -> None:
    office.sandbox.inject("drop:1@PUT timeentries" if what == "amend" else "drop:1@DELETE timeentries")
    attempts = {
        "amend": lambda: amend(office, sent.id, Wish(MatterId(MATTER), narrative="New")),
        "recall": lambda: records.recall(office.store, office.practice, sent.id),
    }
    with pytest.raises(Unavailable, match=r"record\.unsure"):
        attempts[what]()
    assert office.entry(sent.id) == sent
    assert rows(office)[0]["description"] == "Drafting letter"


def test_only_sent_entries_can_be_changed_there(office: Office) -> None:
    number = office.add(MATTER)
    with pytest.raises(BadInput, match=r"entry\.not_sent"):
        records.recall(office.store, office.practice, number)
    with pytest.raises(BadInput, match=r"entry\.unknown"):
        records.recall(office.store, office.practice, EntryId(999))


def test_time_is_not_moved_to_a_matter_that_is_gone(office: Office, sent: Entry) -> None:
    other = max(matter.id for matter in office.store.read(lambda books: books.matters.matters()) if not matter.gone)
    office.sandbox.restrict_matter(other)
    with pytest.raises(Refused, match=r"matter\.gone"):
        amend(office, sent.id, Wish(MatterId(other)))
    assert rows(office)[0]["links"]["action"] == str(MATTER)  # type: ignore[index]


def test_a_look_that_fails_leaves_what_was_known(office: Office, sent: Entry) -> None:
    look(office)
    office.sandbox.inject("500:*@timeentries")
    with pytest.raises(Unavailable):
        look(office)
    today = sent.draft.work_date
    [one] = office.store.read(lambda books: day_records(books, today)).sent
    assert one.standing is Standing.AS_SENT


def test_what_was_sent_before_the_matter_closed_can_still_be_put_right(office: Office, sent: Entry) -> None:
    office.sandbox.close_matter(MATTER)
    office.sync()
    after = amend(office, sent.id, Wish(MatterId(MATTER), narrative="Drafting a better letter"))
    assert (after.text_sent, rows(office)[0]["description"]) == ("Drafting a better letter",) * 2
    with pytest.raises(BadInput, match=r"matter\.closed"):
        amend(office, sent.id, Wish(MatterId(10305), narrative="On another closed matter"))
