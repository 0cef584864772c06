"""Where no matter is required, time without one goes out: never billed, found again, compared, changed and exported."""

from __future__ import annotations

from datetime import date
from pathlib import Path

import pytest

from tests.services.office import WORDS, Office
from wisestep_desktop.bootstrap.files import exporter_of
from wisestep_desktop.core.entries import Charge
from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.ids import EntryId, MatterId
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.records import Standing
from wisestep_desktop.ports.export import Format, Sheaf
from wisestep_desktop.sandbox.practice import Sandbox
from wisestep_desktop.services import exporting, properties, records, review
from wisestep_desktop.services.orders import as_sent

MATTER = 10482
LEGACY = "users participants actions actiontypes quickcodes timeentries timerecords timerecordactivities divisions"


@pytest.fixture(params=["timeentries", "timerecords"])
def free(request: pytest.FixtureRequest, tmp_path: Path) -> object:
    """Return an office that may send without a matter, in the newer or the older way."""
    switches = {"ebm": "off"} if request.param == "timerecords" else {}
    with Sandbox(matters=60, switches=switches) as sandbox, Office(tmp_path, sandbox) as office:
        office.set("connection.scopes", LEGACY)
        office.connect()
        office.sync()
        office.set("review.require_matter", "FALSE")
        office.set("BILLABLE_TIME_ROUNDING_SEC", "360")
        yield office, request.param


def send(office: Office, number: EntryId) -> None:
    office.courier().queue(number, WORDS)
    office.drain()
    assert office.entry(number).state is EntryState.SENT, office.entry(number).reason


def test_where_one_is_required_the_entry_stays(office: Office) -> None:
    number = office.add(None)  # type: ignore[arg-type]
    for text in ("", "TRUE"):
        office.set("review.require_matter", text)
        with pytest.raises(BadInput, match=r"entry\.no_matter"):
            office.courier().queue(number, WORDS)
    assert office.entry(number).state is EntryState.DRAFT
    assert office.ledger() == []


@pytest.mark.parametrize("charge", [None, Charge.BILL, Charge.HIDE, Charge.NO_CHARGE, Charge.NON_BILLABLE])
def test_it_goes_out_as_nobodys_time(free: tuple[Office, str], charge: Charge | None) -> None:
    office, resource = free
    number = office.add(None, 2_521, "Reading", charge=charge, with_summary=True)  # type: ignore[arg-type]
    kept = office.entry(number).draft
    draft, told, text = office.store.read(lambda books: as_sent(books, kept, WORDS))
    assert (draft.charge, f"{told.worked_hours}", f"{told.billed_hours}") == (Charge.NON_BILLABLE, "0.70", "0.00")
    assert "Total chargeable time: 0.00h" in text
    send(office, number)
    sent = office.entry(number)
    [row] = office.sandbox.ledger(resource=resource)
    assert (row["actualHours"], row["billableHours"]) == ("0.70", "0.00")
    assert row["links"].get("action") is None
    assert row.get("isBillable", "F") == "F"
    assert (sent.reason, sent.draft.matter, sent.draft.charge) == (None, None, Charge.NON_BILLABLE)
    assert sent.text_sent == text


def test_it_is_found_again_whatever_the_network_does(free: tuple[Office, str]) -> None:
    office, resource = free
    other = office.add(None, 2_521, "Reading")  # type: ignore[arg-type]
    send(office, other)
    number = office.add(None, 1_200, "Training")  # type: ignore[arg-type]
    office.sandbox.set_switch("extref_filter", "ignored")
    office.courier().queue(number, WORDS)
    office.sandbox.inject("create-then-drop:1")
    office.drain()
    assert office.entry(number).state is EntryState.SENT
    assert len(office.sandbox.ledger(resource=resource)) == 2


def test_it_is_looked_at_changed_and_taken_back(free: tuple[Office, str]) -> None:
    office, resource = free
    number = office.add(None, 2_521, "Reading")  # type: ignore[arg-type]
    send(office, number)
    day = office.entry(number).draft.work_date
    found = records.look(office.store, office.clock, office.practice, day)
    assert [(each.entry.id, each.standing) for each in found.sent] == [(number, Standing.AS_SENT)]
    assert found.elsewhere == ()
    wish = review.Wish(MatterId(MATTER), None, "Reading for a client", Charge.BILL)
    changed = records.amend(office.store, office.practice, number, wish, WORDS)
    [row] = office.sandbox.ledger(resource=resource)
    assert (row["links"]["action"], row["billableHours"], changed.reason) == (str(MATTER), "0.80", None)
    back = records.amend(office.store, office.practice, number, review.Wish(None, None, "Reading"), WORDS)
    [row] = office.sandbox.ledger(resource=resource)
    assert (row["links"].get("action"), row["billableHours"], back.reason) == (None, "0.00", None)
    found = records.look(office.store, office.clock, office.practice, day)
    assert [each.standing for each in found.sent] == [Standing.AS_SENT]
    assert records.recall(office.store, office.practice, number).state is EntryState.DRAFT
    assert office.sandbox.ledger(resource=resource) == []


def test_a_closed_matter_elsewhere_is_no_business_of_it(free: tuple[Office, str]) -> None:
    office, _ = free
    office.sandbox.close_matter(MATTER)
    send(office, office.add(None, 600, "Reading"))  # type: ignore[arg-type]
    asked = [one["path"] for one in office.sandbox.requests() if f"/actions/{MATTER}" in one["path"]]
    assert asked == []


def test_a_firm_that_requires_one_says_so(free: tuple[Office, str]) -> None:
    office, resource = free
    office.sandbox.set_switch("org_rules", "enforce")
    number = office.add(None, 360, "Reading")  # type: ignore[arg-type]
    office.courier().queue(number, WORDS)
    office.drain()
    refused = office.entry(number)
    assert (refused.state, refused.reason) == (EntryState.REFUSED, "refused.request")
    assert "matter" in str(refused.detail).lower()
    assert office.sandbox.ledger(resource=resource) == []
    office.sandbox.set_switch("org_rules", "ignore")
    office.store.write(
        lambda books: review.edit(books, number, review.Wish(MatterId(MATTER), narrative="Now"))
    ).result()
    send(office, number)
    [row] = office.sandbox.ledger(resource=resource)
    assert (row["links"]["action"], row["billableHours"]) == (str(MATTER), "0.10")


def test_it_is_exported_as_it_went_out(free: tuple[Office, str], tmp_path: Path) -> None:
    office, _ = free
    send(office, office.add(None, 2_521, "Reading"))  # type: ignore[arg-type]
    office.add(None, 600, "Training")  # type: ignore[arg-type]
    office.add(MATTER, 600, "Letter")
    sheaf = office.store.read(
        lambda books: exporting.gather(books, office.clock, None, None, exporting.Which.ALL, _Headings())
    )
    assert [(each.matter, f"{each.billed_hours}", each.charge) for each in sheaf.entries] == [
        (None, "0.00", Charge.NON_BILLABLE), (None, "0.00", Charge.NON_BILLABLE), (MATTER, "0.20", Charge.BILL),
    ]  # fmt: skip
    office.set("export.ledes.law_firm_id", "FIRM")
    for kind in Format:
        target = tmp_path / f"out.{kind}"
        count = exporter_of(kind).write(_with_firm(office), target, force=True)
        assert count == (1 if kind is Format.LEDES else 3)


def test_what_properties_would_do_leaves_it_alone(free: tuple[Office, str]) -> None:
    office, _ = free
    office.add(None, 120, "Reading")  # type: ignore[arg-type]
    today = office.entries()[0].draft.work_date
    found = office.store.read(
        lambda books: properties.effect(
            books, office.recogniser, {"BILLABLE_TIME_ROUNDING_SEC": "900"}, today, office.clock.zone(), WORDS
        )
    )
    assert (found.drafts, found.changes) == (1, ())
    made = office.store.read(
        lambda books: properties.effect(
            books, office.recogniser, {"review.require_matter": "TRUE"}, today, office.clock.zone(), WORDS
        )
    )
    assert len(made.changes) == 1  # a matter would still be to come, and then it would be billed


class _Headings(dict[str, str]):
    def __missing__(self, name: str) -> str:
        return name


def _with_firm(office: Office) -> Sheaf:
    first, last = date(2000, 1, 1), date(2040, 1, 1)
    return office.store.read(
        lambda books: exporting.gather(books, office.clock, first, last, exporting.Which.ALL, _Headings())
    )
