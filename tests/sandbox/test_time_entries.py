"""Writing time entries: rows 17 to 21, 27, 29 and 34 of the specification, and what the service makes of them."""

from typing import Any

import pytest
import requests

from tests.sandbox.people import MakePerson, Person, entry_body

ENTRY_KEYS = {
    *("id", "timestampDate", "description", "actualHours", "billableHours", "createdTimestamp", "startTime"),
    *("timerStatus", "timerStartedClientTimestamp", "timerDurationSeconds", "billingBehavior", "rateUnitPrice"),
    *("rateSource", "rateTimestamp", "billableAmountType", "billableAmount", "isBillable"),
    *("importExternalReference", "billReference", "links"),
}
ENTRY_LINKS = {
    *("task", "quickCode", "createdBy", "owner", "action", "rate", "utbmsActivityCode", "utbmsTaskCode"),
    *("utbmsTimekeeperCode", "phoneRecord"),
}


def made(answer: requests.Response):
    assert answer.status_code in (200, 201), answer.text
    return answer.json()["timeentries"]


def error(answer: requests.Response):
    assert answer.headers["Content-Type"] == "application/vnd.api+json"
    return answer.status_code, answer.json()["errors"]["code"]


def test_a_billable_entry_comes_back_as_captured(terry: Person) -> None:
    terry.sandbox.set_switch("new_fields", "off")
    entry = made(terry.post_entry())
    assert set(entry) == ENTRY_KEYS
    assert set(entry["links"]) == ENTRY_LINKS
    entry.pop("createdTimestamp")
    assert entry == {
        "id": 430201,
        "timestampDate": "2026-03-16T00:00:00+11:00",
        "description": "Drafting letter of demand",
        "actualHours": "0.70",
        "billableHours": "0.70",
        "startTime": "09:30:00",
        "timerStatus": "Stopped",
        "timerStartedClientTimestamp": None,
        "timerDurationSeconds": 0,
        "billingBehavior": "Bill",
        "rateUnitPrice": "400.00",
        "rateSource": "Timekeeper",
        "rateTimestamp": None,
        "billableAmountType": "Calculated",
        "billableAmount": "280.00",
        "isBillable": "T",
        "importExternalReference": "tr-01JQ3V8Z5D6N0W7K4M2B9HXYEA",
        "billReference": None,
        "links": {
            "task": None,
            "quickCode": "301",
            "createdBy": "26",
            "owner": "26",
            "action": "10482",
            "rate": "19",
            "utbmsActivityCode": None,
            "utbmsTaskCode": None,
            "utbmsTimekeeperCode": None,
            "phoneRecord": None,
        },
    }
    stored = terry.sandbox.ledger()[0]
    stored.pop("createdTimestamp")
    assert stored == entry
    assert terry.rows("timeentries/430201")[0]["billableAmount"] == "280.00"


def test_a_non_billable_entry_has_no_rate_and_keeps_an_amount(terry: Person) -> None:
    entry = made(terry.post_entry(actualHours="0.30", billableHours="0.00", isBillable="F", billingBehavior=...))
    assert (entry["isBillable"], entry["billableHours"], entry["billingBehavior"]) == ("F", "0.00", "Bill")
    assert (entry["rateUnitPrice"], entry["rateSource"], entry["links"]["rate"]) == (None, "Default", None)
    assert entry["billableAmount"] == "120.00"


def test_a_no_charge_entry_is_worth_nothing(terry: Person) -> None:
    entry = made(terry.post_entry(actualHours="0.10", billableHours="0.10", billingBehavior="No charge"))
    assert (entry["billingBehavior"], entry["rateUnitPrice"], entry["billableAmount"]) == (
        "No charge",
        "400.00",
        "0.00",
    )


def test_the_smallest_body_without_a_matter_is_non_billable(terry: Person) -> None:
    body = {
        "timestampDate": "2026-03-16 00:00:00+11",
        "actualHours": "0",
        "links": {"createdBy": "26", "owner": "26"},
    }
    entry = made(terry.call("POST", "timeentries", json={"timeentries": body}))
    assert entry["timestampDate"] == "2026-03-16T00:00:00+11:00"
    assert (entry["isBillable"], entry["actualHours"], entry["billableAmount"]) == ("F", "0.00", "0.00")
    assert (entry["description"], entry["startTime"], entry["links"]["action"]) == (None, None, None)


def test_time_without_a_matter_is_never_billable_whatever_was_sent(terry: Person) -> None:
    entry = made(terry.post_entry(links={"action": ...}))
    assert (entry["isBillable"], entry["billableHours"], entry["rateUnitPrice"]) == ("F", "0.00", None)


@pytest.mark.parametrize(
    ("sent", "stored"),
    [
        ("2026-03-16T00:00:00+11:00", "2026-03-16T00:00:00+11:00"),
        # The mistakes the document fears: a wrong offset, or UTC midnight with the wrong sign of things.
        ("2026-03-16T00:00:00+13:00", "2026-03-15T00:00:00+11:00"),
        ("2026-03-16T00:00:00-05:00", "2026-03-16T00:00:00+11:00"),
        ("2026-03-16T23:00:00-05:00", "2026-03-17T00:00:00+11:00"),
        # Summer time ends on 5 April 2026: the offset is that of the day.
        ("2026-04-06T00:00:00+11:00", "2026-04-05T00:00:00+11:00"),
        ("2026-04-06T00:00:00+10:00", "2026-04-06T00:00:00+10:00"),
    ],
)
def test_the_work_date_is_worked_out_in_the_zone_of_the_organisation(terry: Person, sent: str, stored: str) -> None:
    assert made(terry.post_entry(timestampDate=sent))["timestampDate"] == stored


def test_another_organisation_zone(person: MakePerson) -> None:
    terry = person(switches={"org_tz": "America/New_York"}).connect()
    assert terry.rows("divisions")[0]["timezoneName"] == "America/New_York"
    entry = made(terry.post_entry(timestampDate="2026-03-16T00:00:00+11:00"))
    assert entry["timestampDate"] == "2026-03-15T00:00:00-04:00"


def test_numbers_are_taken_like_strings_and_kept_to_two_decimals(terry: Person) -> None:
    entry = made(terry.post_entry(actualHours=0.255, billableHours=1, links={"owner": 26}))
    assert (entry["actualHours"], entry["billableHours"], entry["links"]["owner"]) == ("0.26", "1.00", "26")


def test_two_entries_with_the_same_reference_are_two_entries(terry: Person) -> None:
    terry.post_entry()
    terry.post_entry()
    assert len(terry.sandbox.ledger()) == 2


# -- rows 17 to 21 ---------------------------------------------------------------------------------------------


def test_row_17_an_unwrapped_body_is_400(terry: Person) -> None:
    answer = terry.call("POST", "timeentries", json=entry_body())
    assert answer.status_code == 400
    assert terry.sandbox.ledger() == []
    assert terry.call("POST", "timeentries", json={"timeentry": entry_body()}).status_code == 400
    assert terry.call("POST", "timeentries", json=[entry_body()]).status_code == 400


def test_row_17_a_one_element_array_is_accepted(terry: Person) -> None:
    answer = terry.call("POST", "timeentries", json={"timeentries": [entry_body()]})
    assert isinstance(answer.json()["timeentries"], dict)
    assert len(terry.sandbox.ledger()) == 1


def test_several_records_are_kept_all_or_none(terry: Person) -> None:
    bad = entry_body(actualHours="-1")
    assert terry.call("POST", "timeentries", json={"timeentries": [entry_body(), bad]}).status_code == 400
    assert terry.sandbox.ledger() == []
    answer = terry.call("POST", "timeentries", json={"timeentries": [entry_body(), entry_body()]})
    assert len(answer.json()["timeentries"]) == 2


@pytest.mark.parametrize("status", ["201", "200"])
def test_row_18_post_status(terry: Person, status: str) -> None:
    terry.sandbox.set_switch("post_status", status)
    assert terry.post_entry().status_code == int(status)


def test_row_19_broken_json_is_400_as_1302(terry: Person) -> None:
    answer = terry.call("POST", "timeentries", data='{"timeentries":')
    assert error(answer) == (400, "AS-1302")
    problem = answer.json()["errors"]
    assert (problem["title"], problem["detail"]) == ("Invalid JSON Message", "Unable to decode the JSON message")
    assert problem["meta"] == {"json": "", "json_last_error": 4, "json_last_error_msg": "Syntax error"}


@pytest.mark.parametrize(("field", "code"), [("billableHours", "TR01"), ("actualHours", "TR02")])
def test_row_19_negative_hours(terry: Person, field: str, code: str) -> None:
    assert error(terry.post_entry(**{field: "-1.00"})) == (400, code)
    assert terry.sandbox.ledger() == []


@pytest.mark.parametrize("field", ["timestampDate", "actualHours", "owner", "createdBy"])
def test_row_20_a_missing_required_field_is_400_as_1500(terry: Person, field: str) -> None:
    fields = {"links": {field: ...}} if field in ("owner", "createdBy") else {field: ...}
    answer = terry.post_entry(**fields)
    assert error(answer) == (400, "AS-1500")
    assert field in answer.json()["errors"]["detail"]
    assert terry.sandbox.ledger() == []


@pytest.mark.parametrize("field", ["owner", "createdBy"])
@pytest.mark.parametrize("ident", ["11", "60001", "999999"])
def test_row_21_owner_and_recorder_must_be_participants_of_system_users(terry: Person, field: str, ident: str) -> None:
    assert error(terry.post_entry(links={field: ident})) == (400, "TR03")


def test_row_21_recording_for_a_colleague_is_possible(terry: Person) -> None:
    entry = made(terry.post_entry(links={"owner": "31"}))
    assert (entry["links"]["owner"], entry["links"]["createdBy"]) == ("31", "26")
    assert entry["rateUnitPrice"] == "620.00"


@pytest.mark.parametrize(
    "fields",
    [
        {"timestampDate": "16/03/2026"},
        {"timestampDate": "2026-03-16"},
        {"actualHours": "half"},
        {"actualHours": True},
        {"actualHours": "NaN"},
        {"isBillable": True},
        {"isBillable": "yes"},
        {"billingBehavior": "No Charge"},
        {"timerStatus": "Done"},
        {"startTime": "25:00:00"},
        {"description": 5},
        {"links": {"owner": "me"}},
        {"links": {"quickCode": "999"}},
        {"links": {"quickCode": "316"}},
    ],
)
def test_nonsense_is_400_and_leaves_nothing_behind(terry: Person, fields: dict[str, Any]) -> None:
    assert terry.post_entry(**fields).status_code == 400
    assert terry.sandbox.ledger() == []


def test_a_matter_that_is_not_to_be_had_is_403_or_404(terry: Person) -> None:
    assert terry.post_entry(links={"action": "99"}).status_code == 404
    assert terry.post_entry(links={"action": "10818"}).status_code == 403
    terry.sandbox.set_switch("restricted_answer", "404")
    assert terry.post_entry(links={"action": "10818"}).status_code == 404
    terry.sandbox.delete_matter(10990)
    assert terry.post_entry(links={"action": "10990"}).status_code == 404
    assert terry.sandbox.ledger() == []


@pytest.mark.parametrize(("mode", "status"), [("accept", 201), ("reject", 400)])
def test_a_closed_matter_takes_time_or_not(terry: Person, mode: str, status: int) -> None:
    terry.sandbox.set_switch("closed_matter", mode)
    assert terry.post_entry(links={"action": "10305"}).status_code == status


# -- row 27 ----------------------------------------------------------------------------------------------------


def test_row_27_rules_ignored(terry: Person) -> None:
    entry = made(terry.post_entry(actualHours="0.04", billableHours="0.04", links={"quickCode": ...}))
    assert (entry["actualHours"], entry["billableHours"]) == ("0.04", "0.04")


def test_row_27_hours_worked_are_rounded_too_where_the_switch_says_so(terry: Person) -> None:
    terry.sandbox.set_switch("org_rules", "round")
    terry.sandbox.set_switch("org_rounds", "both")
    row = terry.post_entry(actualHours="0.67", billableHours="0.67").json()["timeentries"]
    assert (row["actualHours"], row["billableHours"]) == ("0.70", "0.70")
    terry.sandbox.set_switch("org_rules", "enforce")
    refused = terry.post_entry(actualHours="0.67", billableHours="0.70")
    assert (refused.status_code, "actualHours" in refused.json()["errors"]["detail"]) == (400, True)


def test_row_27_rules_rounding_silently(terry: Person) -> None:
    terry.sandbox.set_switch("org_rules", "round")
    entry = made(terry.post_entry(actualHours="0.04", billableHours="0.04"))
    assert (entry["actualHours"], entry["billableHours"], entry["billableAmount"]) == ("0.04", "0.10", "40.00")
    assert made(terry.post_entry(actualHours="0.2", billableHours="0.20"))["billableHours"] == "0.20"


def test_row_27_rules_enforced(terry: Person) -> None:
    terry.sandbox.set_switch("org_rules", "enforce")
    assert error(terry.post_entry(links={"quickCode": ...})) == (400, "AS-1500")
    assert error(terry.post_entry(links={"action": ...})) == (400, "AS-1500")
    assert error(terry.post_entry(billableHours="0.04")) == (400, "AS-1500")
    assert terry.post_entry().status_code == 201


# -- rows 29 and 34 --------------------------------------------------------------------------------------------


def test_row_29_a_billed_entry_shows_its_bill_and_cannot_be_touched(terry: Person) -> None:
    ident = made(terry.post_entry())["id"]
    reference = terry.sandbox.bill(ident)
    assert terry.rows(f"timeentries/{ident}")[0]["billReference"] == reference
    assert terry.rows("bills?action[id_eq]=10482")[0]["ourReference"] == reference
    put = terry.call("PUT", f"timeentries/{ident}", json={"timeentries": entry_body(description="changed")})
    assert put.status_code == 400
    assert terry.call("DELETE", f"timeentries/{ident}").status_code == 400
    assert terry.sandbox.ledger()[0]["description"] == "Drafting letter of demand"


def test_row_29_billed_edit_allowed(terry: Person) -> None:
    terry.sandbox.set_switch("billed_edit", "allow")
    ident = made(terry.post_entry())["id"]
    reference = terry.sandbox.bill(ident)
    put = terry.call("PUT", f"timeentries/{ident}", json={"timeentries": entry_body(description="changed")})
    assert put.status_code == 200
    assert put.json()["timeentries"]["billReference"] == reference
    assert terry.call("DELETE", f"timeentries/{ident}").status_code == 204
    assert terry.sandbox.ledger() == []


def test_row_34_put_merges(terry: Person) -> None:
    ident = made(terry.post_entry())["id"]
    answer = terry.call("PUT", f"timeentries/{ident}", json={"timeentries": {"actualHours": "0.90"}})
    entry = made(answer)
    assert answer.status_code == 200
    assert (entry["id"], entry["actualHours"], entry["billableHours"]) == (ident, "0.90", "0.70")
    assert entry["description"] == "Drafting letter of demand"
    assert entry["links"]["quickCode"] == "301"


def test_row_34_put_replaces(terry: Person) -> None:
    terry.sandbox.set_switch("put_mode", "replace")
    ident = made(terry.post_entry())["id"]
    partial = terry.call("PUT", f"timeentries/{ident}", json={"timeentries": {"actualHours": "0.90"}})
    assert error(partial) == (400, "AS-1500")
    body = entry_body(description=..., importExternalReference=..., links={"quickCode": ...})
    entry = made(terry.call("PUT", f"timeentries/{ident}", json={"timeentries": body}))
    assert (entry["description"], entry["importExternalReference"], entry["links"]["quickCode"]) == (None, None, None)
    assert terry.get("timeentries?importExternalReference_eq=tr-01JQ3V8Z5D6N0W7K4M2B9HXYEA").status_code == 204


def test_a_full_put_prices_anew_and_keeps_when_it_was_made(terry: Person) -> None:
    before = made(terry.post_entry())
    terry.sandbox.advance(3600)
    body = entry_body(actualHours="0.90", billableHours="0.90", description="Drafting letter of demand and cover email")
    after = made(terry.call("PUT", f"timeentries/{before['id']}", json={"timeentries": body}))
    assert (after["billableAmount"], after["createdTimestamp"]) == ("360.00", before["createdTimestamp"])


def test_delete_is_204_and_then_404(terry: Person) -> None:
    ident = made(terry.post_entry())["id"]
    answer = terry.call("DELETE", f"timeentries/{ident}")
    assert (answer.status_code, answer.content) == (204, b"")
    assert terry.call("DELETE", f"timeentries/{ident}").status_code == 404
    assert terry.get(f"timeentries/{ident}").status_code == 404


def test_the_fallback_query_for_a_lost_answer_finds_the_entry(terry: Person) -> None:
    ident = made(terry.post_entry())["id"]
    rows = terry.rows(
        "timeentries?owner_eq=26&action_eq=10482&timestampDate_gteq=2026-03-15T00:00:00"
        "&timestampDate_lteq=2026-03-17T23:59:59&sort=-id&pageSize=200"
    )
    assert [row["id"] for row in rows] == [ident]


def test_utbms_codes_are_taken_only_where_the_matter_wants_them(terry: Person) -> None:
    codes = {"utbmsActivityCode": "A103", "utbmsTaskCode": "L110"}
    entry = made(terry.post_entry(links={"action": "10611", **codes}))
    assert {name: entry["links"][name] for name in codes} == codes
    assert error(terry.post_entry(links={**codes})) == (400, "AS-1500")
    assert error(terry.post_entry(links={"action": "10611", "utbmsTaskCode": "L999"})) == (400, "AS-1500")
    assert error(terry.post_entry(links={"action": "10611", "utbmsActivityCode": "A111"})) == (400, "AS-1500")
