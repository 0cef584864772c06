"""Every pair known of the real service goes through our decoder or encoder. A pair that no test knows fails."""

from __future__ import annotations

from dataclasses import replace
from datetime import date
from decimal import Decimal
from typing import Any
from urllib.parse import parse_qs, urlsplit
from zoneinfo import ZoneInfo

import pytest

from tests.adapters.actionstep.servers import response, saying
from tests.adapters.actionstep.test_client import client
from tests.data import body_of, examples, resource_of
from wisestep_desktop.adapters.actionstep import entries_wire, legacy_wire, wire
from wisestep_desktop.adapters.actionstep.answers import Answer, refusal, unavailable
from wisestep_desktop.adapters.actionstep.oauth import ActionstepAuthorizer, _code
from wisestep_desktop.core.entries import Charge
from wisestep_desktop.core.errors import Misunderstood, SignInAgain, SignInFailed
from wisestep_desktop.core.ids import ActivityTypeId, MatterId, ParticipantId, PostingKey
from wisestep_desktop.core.settings import DEFAULT_SCOPES
from wisestep_desktop.core.spans import Instant
from wisestep_desktop.ports.practice import TimeEntry
from wisestep_desktop.ports.sign_in import AuthorizationRequest, Grant, Registration
from wisestep_desktop.services.connect import registration
from wisestep_desktop.services.preferences import Settings

SYDNEY = ZoneInfo("Australia/Sydney")
NOW = Instant(1_773_614_400_000)
NOT_OURS = {
    "actions.update": "we never change a matter",
    "actioncreate.create": "we never make a matter",
    "quickcodes.create": "we never make a quick code",
    "options": "we never ask for methods",
    "resthooks.create": "a desktop has no address that Actionstep could call",
    "resthooks.delete": "a desktop has no address that Actionstep could call",
    "resthooks.delivery": "a desktop has no address that Actionstep could call",
}
KNOWN = {one["id"]: one for one in examples()}
REST = {name: one for name, one in KNOWN.items() if resource_of(one) and name not in NOT_OURS}
READ = [name for name, one in REST.items() if one["response"]["status"] < 300 and name != "wire.jsonapi10_hazard"]
REFUSED = {
    "error.401.expired": None,
    "error.401.invalid": None,
    "error.403.insufficient_scope": "refused.scope",
    "error.403.permission": "refused.permission",
    "error.404.resource": "refused.missing",
    "error.404.record": "refused.missing",
    "error.400.json": "refused.request",
    "error.400.validation": "refused.request",
    "error.429": "net.rate_limit",
    "error.503": "net.maintenance",
    "timeentries.non_ebm": "refused.missing",
}


def test_every_pair_is_tested_or_listed_with_a_reason() -> None:
    tested = {*READ, *REFUSED, *OAUTH, "wire.jsonapi10_hazard"}
    assert set(KNOWN) == tested | set(NOT_OURS)


def decode(resource: str, told: wire.Payload) -> list[Any]:
    """Read rows as the client does."""
    beside = wire.beside(told)
    readers = {
        "users": wire.participant,
        "actions": lambda row: wire.matter(row, beside),
        "quickcodes": wire.activity_type,
        "timeentries": lambda row: entries_wire.recorded(row, SYDNEY),
        "timerecords": lambda row: legacy_wire.recorded(row, SYDNEY),
        "timerecordactivities": wire.legacy_activity,
    }
    return [readers.get(resource, dict)(row) for row in wire.rows(told, resource)]


@pytest.mark.parametrize("name", READ)
def test_every_answer_is_read(name: str) -> None:
    example = REST[name]
    body, resource = body_of(example["response"].get("body")), resource_of(example) or ""
    found = decode(resource, wire.payload(body))
    if example["response"]["status"] == 204:
        assert found == []
        return
    raw = next(value for key, value in wire.payload(body).items() if key.casefold() == resource.casefold())
    assert len(found) == (len(raw) if isinstance(raw, list) else 1)
    rows = raw if isinstance(raw, list) else [raw]
    for row, read in zip(rows, found, strict=True):
        match resource:
            case "actions":
                assert (read.id, read.name, read.status) == (row["id"], row["name"], row["status"])
            case "timeentries":
                assert (read.id, read.actual_hours) == (row["id"], Decimal(str(row["actualHours"])))
                assert read.work_date.isoformat() == row["timestampDate"][:10]
                assert read.bill_reference == row.get("billReference")
                assert (read.charge is Charge.NON_BILLABLE) == (row["isBillable"] == "F")
            case "timerecords":
                assert (read.id, read.text) == (row["id"], row.get("notes") or "")
            case "users":
                assert str(read) == row["links"]["participant"]
            case _:
                assert read


@pytest.mark.parametrize("name", REFUSED)
def test_every_no_is_understood(name: str) -> None:
    told = KNOWN[name]["response"]
    answer = Answer(told["status"], body_of(told.get("body")), told.get("headers", {}).get("Retry-After"))
    code = REFUSED[name]
    if code is None:
        status = f"{told['status']} Unauthorized"
        with saying(lambda _head: response(answer.body, status)) as (base, _):
            practice = client(base)
            with pytest.raises(SignInAgain):
                practice.whoami()
            practice.close()
        return
    error = unavailable(answer) if answer.status in (429, 503) else refusal(answer, resource_of(KNOWN[name]) or "")
    assert error.code == code


def test_a_browsers_dialect_is_refused_rather_than_misread() -> None:
    body = body_of(KNOWN["wire.jsonapi10_hazard"]["response"]["body"])
    with pytest.raises(Misunderstood):
        decode("actions", wire.payload(body))


# What we send ---------------------------------------------------------------------------------------------------

SAID = TimeEntry(
    key=PostingKey("tr-01JQ3V8Z5D6N0W7K4M2B9HXYEA"),
    work_date=date(2026, 3, 16),
    zone="Australia/Sydney",
    started=Instant(1_773_613_800_000),
    text="x",
    actual_hours=Decimal("0.70"),
    billable_hours=Decimal("0.70"),
    charge=Charge.BILL,
    matter=MatterId(50211),
    activity_type=ActivityTypeId(301),
    owner=ParticipantId(26),
)
WRITTEN = {
    "timeentries.create.billable": SAID,
    "timeentries.create.minimal": SAID,
    "timeentries.create.nonbillable": replace(SAID, charge=Charge.NON_BILLABLE, billable_hours=Decimal("0.00")),
    "timeentries.create.nocharge": replace(SAID, charge=Charge.NO_CHARGE),
    "timeentries.create.array": SAID,
    "timeentries.update": SAID,
}


@pytest.mark.parametrize("name", WRITTEN)
def test_what_we_send_has_the_shape_that_is_known_to_be_taken(name: str) -> None:
    known = KNOWN[name]["request"]["body"]["timeentries"]
    known = known[0] if isinstance(known, list) else known
    ours = entries_wire.body(WRITTEN[name], SYDNEY, SYDNEY)["timeentries"]
    assert set(known) <= set(ours)
    assert set(known["links"]) <= set(ours["links"])
    assert all(
        isinstance(value, str) for value in (*ours["links"].values(), ours["actualHours"], ours["timestampDate"])
    )
    assert ours["timestampDate"] == "2026-03-16T00:00:00+11:00"
    for field in ("isBillable", "billingBehavior"):
        if field in known:
            assert ours[field] == known[field]


def test_a_time_record_has_the_shape_that_is_known_to_be_taken() -> None:
    known = KNOWN["timerecords.create"]["request"]["body"]["timerecords"]
    ours = legacy_wire.body(SAID, SYDNEY, SYDNEY, 1)["timerecords"]
    assert set(known) == set(ours)
    assert set(known["links"]) <= set(ours["links"])
    assert ours["startTimestamp"] == "2026-03-16T09:30:00+11:00"


# Signing in -----------------------------------------------------------------------------------------------------

OAUTH = {name for name, one in KNOWN.items() if name.startswith("oauth.")}
OLD = Grant("a", "r", NOW, "https://ap-southeast-2.actionstep.com/api/rest/", "examplefirm", DEFAULT_SCOPES, NOW)


@pytest.mark.parametrize("name", sorted(OAUTH & {"oauth.authorize.request", "oauth.authorize.orgkey_prompt"}))
def test_the_address_to_open(name: str) -> None:
    known = urlsplit(KNOWN[name]["request"]["url"])
    firm = registration(Settings({"connection.client_id": "EXAMPLECLIENTID"}))
    ours = urlsplit(ActionstepAuthorizer("0", lambda: NOW).begin(firm, "http://localhost:52110/callback").url)
    assert (ours.scheme, ours.netloc, ours.path) == (known.scheme, known.netloc, known.path)
    optional = {"orgkey", "prompt"}
    assert set(parse_qs(known.query)) - optional <= set(parse_qs(ours.query))


@pytest.mark.parametrize("name", sorted(name for name in OAUTH if name.startswith("oauth.callback")))
def test_the_way_back(name: str) -> None:
    url = KNOWN[name]["request"]["url"]
    told = parse_qs(urlsplit(url).query)
    request = AuthorizationRequest("", "http://localhost:52110/callback", told["state"][0], "v")
    if "code" in told:
        assert _code(request, url) == told["code"][0]
    else:
        with pytest.raises(SignInFailed, match=r"sign_in\.declined"):
            _code(request, url)


@pytest.mark.parametrize("name", sorted(name for name in OAUTH if name.startswith("oauth.token")))
def test_tokens(name: str) -> None:
    told = KNOWN[name]["response"]
    kind = "Content-Type: application/json"
    with saying(lambda _head: response(body_of(told["body"]), f"{told['status']} x", kind)) as (base, heard):
        firm = Registration("https://x/a", f"{base}/t", "id", "secret", "http://localhost:1/c", DEFAULT_SCOPES)
        firm = replace(firm, basic="basic" in name)
        authorizer = ActionstepAuthorizer("0", lambda: NOW)
        if told["status"] >= 400:
            with pytest.raises(SignInAgain):
                authorizer.renew(firm, OLD)
            return
        if "refresh" in name:
            grant = authorizer.renew(firm, OLD)
        else:
            request = authorizer.begin(firm, "http://localhost:1/c")
            grant = authorizer.finish(firm, request, f"http://localhost:1/c?code=x&state={request.state}")
    body = told["body"]
    assert (grant.access_token, grant.refresh_token) == (body["access_token"], body["refresh_token"])
    assert grant.expires - grant.renewed == int(body["expires_in"]) * 1_000
    assert grant.api_endpoint.startswith(body["api_endpoint"].split("/api")[0])
    assert grant.organisation == body["orgkey"]
    assert (b"Authorization: Basic " in heard[0]) == ("basic" in name)
