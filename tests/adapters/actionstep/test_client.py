"""The client against the sandbox and against hostile servers: what each answer means, and what is never done."""

from __future__ import annotations

import json
from collections.abc import Iterator
from dataclasses import replace
from datetime import date
from decimal import Decimal
from pathlib import Path

import pytest

from tests.adapters.actionstep.servers import response, saying
from tests.fakes.clock import MONDAY, FakeClock
from tests.services.office import Office
from wisestep_desktop.adapters.actionstep import http
from wisestep_desktop.adapters.actionstep.client import ActionstepPractice
from wisestep_desktop.core.entries import Charge
from wisestep_desktop.core.errors import (
    Doubt,
    Misunderstood,
    Refused,
    SignInAgain,
    Unavailable,
    Uncertain,
    WiseStepError,
)
from wisestep_desktop.core.ids import ActivityTypeId, MatterId, ParticipantId, PostingKey, RemoteEntryId
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.practice import TimeEntry
from wisestep_desktop.ports.sign_in import Grant
from wisestep_desktop.sandbox import Sandbox

ENTRY = TimeEntry(
    key=PostingKey("ws-abc"),
    work_date=date(2026, 3, 16),
    zone="Australia/Sydney",
    started=Instant(1_773_614_400_000),
    text="Drafting",
    actual_hours=Decimal("0.70"),
    billable_hours=Decimal("0.80"),
    charge=Charge.BILL,
    matter=MatterId(10482),
    activity_type=ActivityTypeId(301),
    owner=ParticipantId(26),
)


@pytest.fixture
def sandbox() -> Iterator[Sandbox]:
    with Sandbox(matters=60) as running:
        yield running


@pytest.fixture
def office(sandbox: Sandbox, tmp_path: Path) -> Iterator[Office]:
    with Office(tmp_path, sandbox) as made:
        made.connect()
        yield made


class Fixed:
    """One grant for one address, however often it is refused."""

    def __init__(self, base: str) -> None:
        now = Instant(MONDAY)
        self._grant = Grant("the-token", "refresh", now, f"{base}/api/rest/", "org", "s", now)

    def grant(self) -> Grant:
        return self._grant

    def after_refusal(self, used: Grant) -> Grant:
        return used


class Known:
    """Remembers that time entries are taken, and whatever else it is told."""

    def __init__(self) -> None:
        self.told: dict[str, str | None] = {"resource": "timeentries"}

    def recall(self, name: str) -> str | None:
        return self.told.get(name)

    def keep(self, name: str, value: str | None) -> None:
        self.told[name] = value


def client(base: str, pauses: list[float] | None = None) -> ActionstepPractice:
    wait = (pauses if pauses is not None else []).append
    return ActionstepPractice(Fixed(base), "0.0.1", wait, FakeClock(), Known(), least_pause=lambda: 0, read_seconds=0.5)


# Reading --------------------------------------------------------------------------------------------------------


def test_who_is_signed_in(office: Office) -> None:
    me = office.practice.whoami()
    assert (me.email, me.participant) == ("terry.tester@hartley.example", 26)
    assert me.name


@pytest.mark.parametrize("matters", [0, 1, 199, 200, 201, 400])
def test_any_number_of_matters(tmp_path: Path, matters: int) -> None:
    data = {"matters": [{"id": 10_000 + number, "name": f"Matter {number}"} for number in range(matters)]}
    with Sandbox(data=data) as sandbox, Office(tmp_path, sandbox) as office:
        office.connect()
        found = [matter.id for page in office.practice.matters() for matter in page.rows]
        assert found == [10_000 + number for number in range(matters)]


def test_twenty_thousand_matters(tmp_path: Path) -> None:
    with Sandbox(matters=20_000) as sandbox, Office(tmp_path, sandbox) as office:
        office.connect()
        shown = [row for row in sandbox.matters() if not row["restricted"] and not row["deleted"]]
        done = office.sync()
        assert done.matters == len(shown)
        assert done.requests <= len(shown) // 200 + 5


@pytest.mark.parametrize(
    "switch", [("quickcode_key", "QuickCodes"), ("session_tz", "Europe/London"), ("new_fields", "off")]
)
def test_dialects(office: Office, switch: tuple[str, str]) -> None:
    office.sandbox.set_switch(*switch)
    assert office.practice.activity_types()
    assert office.practice.whoami().participant == 26
    assert sum(len(page.rows) for page in office.practice.matters()) > 20


def test_a_matter_now(office: Office) -> None:
    known = office.practice.matter(MatterId(10482))
    assert known is not None
    assert known.id == 10482
    assert office.practice.matter(MatterId(999_999)) is None
    office.sandbox.set_switch("missing_record", "204")
    assert office.practice.matter(MatterId(999_999)) is None
    office.sandbox.restrict_matter(10482)
    assert office.practice.matter(MatterId(10482)) is None


# Writing --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("office_zone", ["Australia/Sydney", "Pacific/Kiritimati", "Pacific/Pago_Pago"])
@pytest.mark.parametrize(
    "laptop_zone", ["Australia/Sydney", "America/Los_Angeles", "Pacific/Auckland", "Asia/Kathmandu"]
)
def test_the_work_date_is_right_wherever_the_laptop_is(office: Office, office_zone: str, laptop_zone: str) -> None:
    office.sandbox.set_switch("org_tz", office_zone)
    office.practice.whoami()
    made = office.practice.create(replace(ENTRY, zone=laptop_zone))
    assert made.work_date == ENTRY.work_date
    back = office.practice.fetch(made.id)
    assert back is not None
    assert (back.work_date, back.key, back.text, back.billable) == (ENTRY.work_date, ENTRY.key, ENTRY.text, True)
    assert office.sandbox.ledger()[0]["timestampDate"].startswith("2026-03-16")


def test_the_start_is_told_by_the_laptops_clock(office: Office) -> None:
    office.practice.whoami()
    office.practice.create(replace(ENTRY, zone="America/Los_Angeles", started=Instant(1_773_676_800_000)))
    assert office.sandbox.ledger()[0]["startTime"] == "09:00:00"


@pytest.mark.parametrize(
    ("charge", "billable", "behaviour"),
    [
        (Charge.BILL, "T", "Bill"),
        (Charge.NO_CHARGE, "T", "No charge"),
        (Charge.HIDE, "T", "Hide"),
        (Charge.NON_BILLABLE, "F", "Bill"),
    ],
)
def test_charges(office: Office, charge: Charge, billable: str, behaviour: str) -> None:
    office.practice.create(replace(ENTRY, charge=charge))
    [row] = office.sandbox.ledger()
    assert (row["isBillable"], row["billingBehavior"]) == (billable, behaviour)


@pytest.mark.parametrize(
    ("fault", "doubt"),
    [
        ("create-then-drop:1", Doubt.DROPPED),
        ("drop-before-create:1", Doubt.DROPPED),
        ("create-then-half-body:1", Doubt.DROPPED),
        ("create-then-500:1", Doubt.SERVER_ERROR),
        ("create-then-504:1", Doubt.SERVER_ERROR),
        ("create-then-delay=30:1", Doubt.TIMED_OUT),
        ("html:1@POST timeentries", Doubt.GARBLED),
    ],
)
def test_an_order_whose_answer_is_lost_is_uncertain_and_given_once(office: Office, fault: str, doubt: Doubt) -> None:
    office.sandbox.inject(fault)
    with pytest.raises(Uncertain) as uncertain:
        office.practice.create(ENTRY)
    assert uncertain.value.doubt is doubt
    assert sum(one["method"] == "POST" and "timeentries" in one["path"] for one in office.sandbox.requests()) == 1
    found = office.practice.find(ENTRY, Instant(0))
    assert len(found) == len(office.sandbox.ledger())


@pytest.mark.parametrize(
    ("fault", "after"),
    [("429=17:1@POST timeentries", 17), ("503:1@POST timeentries", None), ("503=9:1@POST timeentries", 9)],
)
def test_busy_is_certainly_not_done(office: Office, fault: str, after: int | None) -> None:
    office.sandbox.inject(fault)
    with pytest.raises(Unavailable) as busy:
        office.practice.create(ENTRY)
    assert busy.value.retry_after == after
    assert office.sandbox.ledger() == []


def test_429_without_a_time(office: Office) -> None:
    office.sandbox.set_switch("retry_after", "off")
    office.sandbox.inject("429:1@actions")
    office.pauses.clear()
    assert office.practice.matter(MatterId(10482)) is not None
    assert office.pauses == [1.0]


@pytest.mark.parametrize(
    ("bad", "code"),
    [
        (replace(ENTRY, matter=MatterId(999_999)), "refused.missing"),
        (replace(ENTRY, activity_type=ActivityTypeId(999_999)), "refused.request"),
        (replace(ENTRY, owner=ParticipantId(999_999)), "refused.request"),
    ],
)
def test_a_refusal_says_why(office: Office, bad: TimeEntry, code: str) -> None:
    with pytest.raises(Refused) as refused:
        office.practice.create(bad)
    assert refused.value.code == code
    assert refused.value.params["resource"] == "timeentries"
    assert office.sandbox.ledger() == []


# Finding again --------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("extref", ["on", "ignored"])
@pytest.mark.parametrize("filter_tz", ["utc", "org"])
def test_an_entry_is_found_by_its_key(office: Office, extref: str, filter_tz: str) -> None:
    office.sandbox.set_switch("extref_filter", extref)
    office.sandbox.set_switch("filter_tz", filter_tz)
    made = office.practice.create(ENTRY)
    office.practice.create(replace(ENTRY, key=PostingKey("ws-other")))
    assert [record.id for record in office.practice.find(ENTRY, Instant(0))] == [made.id]
    assert office.practice.find(replace(ENTRY, key=PostingKey("ws-none")), Instant(0)) == ()


def test_what_is_gone_is_none(office: Office) -> None:
    assert office.practice.fetch(RemoteEntryId(999_999)) is None


# Manners --------------------------------------------------------------------------------------------------------


@pytest.mark.parametrize("status", ["301 Moved", "302 Found", "307 Temporary", "308 Permanent"])
def test_a_redirect_is_never_followed(status: str) -> None:
    with saying(lambda _head: response(b"{}")) as (elsewhere, stolen):
        there = f"Location: {elsewhere}/api/rest/steal"
        with saying(lambda _head: response(b"", status, there)) as (base, heard):
            practice = client(base)
            with pytest.raises(Misunderstood, match=r"answer\.redirected"):
                practice.whoami()
            with pytest.raises(Uncertain):
                practice.create(ENTRY)
            practice.close()
        assert len(heard) == 2
        assert stolen == []


def test_a_huge_body_is_not_read_to_its_end() -> None:
    body = b" " * (http.LARGEST_BODY + 1)
    with saying(lambda _head: response(body)) as (base, _):
        practice = client(base)
        with pytest.raises(Misunderstood, match=r"answer\.too_large"):
            practice.whoami()
        practice.close()


@pytest.mark.parametrize(
    ("answer", "code"),
    [
        (response(b"", "204 No Content"), "answer.no_rows"),
        (response(b""), "answer.no_json"),
        (response(b"<html>Sign in to the hotel network</html>"), "answer.no_json"),
        (response(b"[]"), "answer.no_object"),
        (response(b'{"users": {"id": 1}}'), "answer.bad_field"),
        (response(b'{"users": ["x"]}'), "answer.bad_row"),
        (response(b'{"users": [{}, {}]}'), "answer.no_rows"),
        (response(b'{"users"', length=500), "net.dropped"),
        (response(b"", "418 Teapot"), "refused.other"),
        (response(b"", "404 Not Found"), "refused.missing"),
        (response(b"", "600 Strange"), "net.server_error"),
        (b"nonsense\r\n\r\n", "net.dropped"),
        (b"", "net.dropped"),
        (b"HTTP/1.1 200 OK\r\n" + b"X: y\r\n" * 500 + b"\r\n", "net.dropped"),
        (response(b"no gzip", "200 OK", "Content-Encoding: gzip"), "net.dropped"),
    ],
)
def test_answers_that_make_no_sense(answer: bytes, code: str) -> None:
    pauses: list[float] = []
    with saying(lambda _head: answer) as (base, _):
        practice = client(base, pauses)
        with pytest.raises(WiseStepError) as error:
            practice.whoami()
        assert error.value.code == code
        with pytest.raises(WiseStepError):
            practice.create(ENTRY)
        practice.close()
    assert pauses in ([], [1.0, 2.0, 4.0])


def test_a_netrc_file_never_replaces_the_token(tmp_path: Path, monkeypatch: pytest.MonkeyPatch) -> None:
    netrc = tmp_path / "netrc"
    netrc.write_text("machine 127.0.0.1 login evil password evil\ndefault login evil password evil\n")
    netrc.chmod(0o600)
    monkeypatch.setenv("NETRC", str(netrc))
    with saying(lambda _head: response(b"", "404 Not Found")) as (base, heard):
        practice = client(base)
        with pytest.raises(Refused):
            practice.whoami()
        practice.close()
    assert b"Authorization: Bearer the-token\r\n" in heard[0]
    assert b"Basic" not in heard[0]


def test_a_token_refused_twice_asks_for_a_person() -> None:
    with saying(lambda _head: response(b"", "401 Unauthorized")) as (base, heard):
        practice = client(base)
        with pytest.raises(SignInAgain):
            practice.create(ENTRY)
        practice.close()
    assert len(heard) == 2


def test_the_addresses_a_server_links_to_are_ignored() -> None:
    """Actionstep's own links double their host (API notes, 2.4); a hostile one could name another host."""
    with saying(lambda _head: response(b"{}")) as (elsewhere, stolen):

        def page(head: bytes) -> bytes:
            number = int(head.split(b"page=")[1].split(b"&")[0])
            rows = [{"id": number * 1_000 + each, "name": "x"} for each in range(200 if number < 3 else 5)]
            following = f"{elsewhere}{elsewhere}/api/rest/actions?page={number + 1}" if number < 3 else None
            paging = {"actions": {"recordCount": 405, "pageCount": 3, "nextPage": following}}
            return response(json.dumps({"actions": rows, "meta": {"paging": paging}}).encode())

        with saying(page) as (base, heard):
            practice = client(base)
            assert sum(len(each.rows) for each in practice.matters()) == 405
            practice.close()
        assert len(heard) == 4  # one of them to see that this server cannot be asked for what lies beyond an id
        assert stolen == []


def test_a_server_without_end_does_not_keep_us_for_ever() -> None:
    def page(_head: bytes) -> bytes:
        return response(b'{"timeentries": [], "meta": {"paging": {"timeentries": {"pageCount": 99999999}}}}')

    with saying(page) as (base, heard):
        practice = client(base)
        assert practice.find(ENTRY, Instant(0)) == ()
        practice.close()
    assert len(heard) == 2


def test_nobody_there_is_certainly_not_sent() -> None:
    with saying(lambda _head: b"") as (base, _):
        pass
    practice = client(base)
    with pytest.raises(Unavailable, match=r"net\.unreachable"):
        practice.create(ENTRY)
    practice.close()
