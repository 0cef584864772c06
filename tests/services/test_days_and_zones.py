"""Time arrives on the attorney's day, whatever zones office, session and laptop are in; in elder organisations too."""

from __future__ import annotations

from collections.abc import Callable, Iterator
from datetime import date, datetime
from pathlib import Path
from typing import Any
from zoneinfo import ZoneInfo

import pytest

from tests.services.office import WORDS, Office
from wisestep_desktop.core.entries import Charge, Draft, Entry
from wisestep_desktop.core.ids import EntryId, MatterId
from wisestep_desktop.core.instants import from_datetime
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.sandbox.practice import Sandbox
from wisestep_desktop.services import records
from wisestep_desktop.services.review import Wish
from wisestep_desktop.shell.sentences import sentence

MATTER = 10482
SCOPES = "users participants actions actiontypes quickcodes timeentries timerecords timerecordactivities divisions"
ZONES = (
    "Australia/Sydney",
    "Australia/Adelaide",
    "Asia/Kolkata",
    "America/St_Johns",
    "Pacific/Auckland",
    "Pacific/Pago_Pago",
)
DAYS = (date(2026, 4, 5), date(2026, 10, 4), date(2026, 3, 8), date(2026, 11, 1), date(2026, 6, 30))
"""The nights on which the clocks change in Australia and in North America, and one quiet day."""
Make = Callable[..., Office]


@pytest.fixture
def make(tmp_path: Path) -> Iterator[Make]:
    made: list[Office] = []
    sandbox = Sandbox(matters=60)

    def start(zone: str = "Australia/Sydney", scopes: str = SCOPES, **switches: str) -> Office:
        for name, value in switches.items():
            sandbox.set_switch(name, value)
        office = Office(tmp_path / str(len(made)), sandbox, zone)
        made.append(office)
        office.set("connection.scopes", scopes)
        office.connect()
        office.sync()
        return office

    yield start
    for office in made:
        office.close()
    sandbox.close()


def send(
    office: Office, day: date, zone: str, hour: int | None = 9, seconds: int = 2_520, text: str = "Drafting"
) -> Entry:
    """Send time that began on the attorney's own clock at that hour, or that was typed in by hand."""
    started = (
        None if hour is None else from_datetime(datetime(day.year, day.month, day.day, hour, 30, tzinfo=ZoneInfo(zone)))
    )
    draft = Draft(day, zone, MatterId(MATTER), narrative=text, by_hand=seconds * 1_000, started=started)
    number: EntryId = office.store.write(lambda books: books.entries.add(draft)).result()
    office.courier().queue(number, WORDS)
    office.courier().run()
    return office.entry(number)


def rows(office: Office, resource: str = "timeentries") -> list[dict[str, Any]]:
    return office.sandbox.ledger(resource=resource)


@pytest.mark.parametrize("organisation", ZONES)
@pytest.mark.parametrize("laptop", ZONES)
def test_the_day_is_the_attorneys(make: Make, organisation: str, laptop: str) -> None:
    office = make(laptop, org_tz=organisation)
    for day in DAYS:
        sent = send(office, day, laptop, hour=23)
        assert (sent.state, sent.reason) == (EntryState.SENT, None)
        assert rows(office)[-1]["timestampDate"][:10] == day.isoformat()
        assert rows(office)[-1]["startTime"] == "23:30:00"


@pytest.mark.parametrize("session", ["Pacific/Auckland", "America/Los_Angeles", "Asia/Kolkata", "Europe/London"])
@pytest.mark.parametrize("scopes", [SCOPES, SCOPES.replace(" divisions", "")])
def test_a_session_in_another_zone_moves_no_day(make: Make, session: str, scopes: str) -> None:
    """Without the divisions only the session's zone is told; a date that comes back shows the organisation's."""
    office = make(scopes=scopes, session_tz=session, org_tz="Australia/Sydney")
    for day in DAYS:
        sent = send(office, day, "Australia/Sydney")
        assert (sent.state, sent.reason) == (EntryState.SENT, None)
        assert rows(office)[-1]["timestampDate"][:10] == day.isoformat()
    assert len(rows(office)) == len(DAYS)


@pytest.mark.parametrize("filter_tz", ["utc", "org"])
@pytest.mark.parametrize("laptop", ["Pacific/Auckland", "Pacific/Pago_Pago"])
def test_lost_answers_are_found_on_any_day(make: Make, filter_tz: str, laptop: str) -> None:
    office = make(laptop, org_tz="Australia/Adelaide", filter_tz=filter_tz, extref_filter="ignored")
    for day in DAYS:
        office.sandbox.inject("create-then-drop:1")
        assert send(office, day, laptop).state is EntryState.SENT
    assert len(rows(office)) == len(DAYS)


@pytest.mark.parametrize("skew", ["-7200", "0", "7200"])
@pytest.mark.parametrize("fault", ["create-then-drop:1", "create-then-500:1", "create-then-half-body:1"])
def test_without_references_and_with_clocks_that_differ_it_is_found_all_the_same(
    make: Make, skew: str, fault: str
) -> None:
    office = make(extref_stored="off", extref_filter="400", clock_skew=skew)
    office.sandbox.inject(fault)
    sent = send(office, date(2026, 3, 16), "Australia/Sydney", hour=None)
    assert sent.state is EntryState.SENT
    assert len(rows(office)) == 1


def test_two_entries_alike_are_never_taken_for_each_other(make: Make) -> None:
    office = make(extref_stored="off")
    day = date(2026, 3, 16)
    for _ in range(3):
        office.sandbox.inject("create-then-drop:1")
        office.sandbox.inject("500:9@GET timeentries")
        send(office, day, "Australia/Sydney", hour=None)
        office.sandbox.clear_faults()
    office.drain()
    entries = office.entries()
    assert {entry.state for entry in entries} == {EntryState.SENT}
    assert len({entry.remote for entry in entries}) == len(rows(office)) == 3


@pytest.mark.parametrize("ebm", ["404", "403"])
def test_an_elder_organisation_takes_time_records(make: Make, ebm: str) -> None:
    office = make("America/Los_Angeles", ebm=ebm, org_tz="Australia/Sydney")
    assert {each.name for each in office.store.read(lambda books: books.matters.activity_types())}
    for day in DAYS:
        sent = send(office, day, "America/Los_Angeles", hour=23, text=f"On {day}")
        assert (sent.state, sent.reason) == (EntryState.SENT, None)
        [row] = [one for one in rows(office, "timerecords") if one["notes"] == f"On {day}"]
        assert row["startTimestamp"].startswith(f"{day}T23:30:00")
    assert rows(office) == []
    [last, *_] = [entry for entry in office.entries() if entry.draft.work_date == DAYS[-1]]
    wish = Wish(MatterId(MATTER), narrative="Other words", charge=Charge.NON_BILLABLE)
    after = records.amend(office.store, office.practice, last.id, wish, WORDS)
    assert after.reason is None
    found = records.look(office.store, office.clock, office.practice, DAYS[-1])
    assert [each.standing.value for each in found.sent] == ["as_sent"]
    assert records.recall(office.store, office.practice, last.id).state is EntryState.DRAFT
    assert len(rows(office, "timerecords")) == len(DAYS) - 1


def test_what_an_elder_organisation_cannot_say_is_refused_with_the_reason(make: Make) -> None:
    office = make(ebm="404")
    number = office.add(MATTER, charge=Charge.NO_CHARGE)
    office.courier().queue(number, WORDS)
    office.courier().run()
    refused = office.entry(number)
    assert (refused.state, refused.reason) == (EntryState.REFUSED, "refused.legacy_charge")
    assert rows(office, "timerecords") == []


def test_an_elder_organisation_without_the_right_says_which(make: Make) -> None:
    office = make()
    office.sandbox.set_switch("ebm", "404")
    office.set("connection.scopes", "users participants actions actiontypes quickcodes timeentries")
    office.connect()
    number = office.add(MATTER)
    office.courier().queue(number, WORDS)
    office.courier().run()
    parked = office.entry(number)
    assert (parked.state, parked.reason) == (EntryState.REFUSED, "refused.no_time_resource")
    assert "timerecords" in sentence(parked.reason)
