"""Reading over REST: the switches and the odd organisations, rows 28 and 30 to 35 of the specification."""

from typing import Any

import pytest

from tests.sandbox.people import Person

MATTER_KEYS = {
    *("id", "name", "reference", "priority", "status", "statusTimestamp", "isBillableOverride", "createdTimestamp"),
    *("modifiedTimestamp", "isDeleted", "deletedBy", "deletedTimestamp", "isFavorite", "overrideBillingStatus"),
    *("lastAccessTimestamp", "importExternalReference", "amlReviewStatus", "links"),
}
MATTER_LINKS = {
    *("assignedTo", "division", "actionType", "primaryParticipants", "step", "billSettings", "relatedActions"),
}


def ids(rows: list[dict[str, Any]]):
    return [row["id"] for row in rows]


# -- row 13, where an operator may be honoured or not -------------------------------------------------------------


@pytest.mark.parametrize(
    ("switch", "question"),
    [
        ("id_filter", "actions?id_gt=999999"),
        ("modified_filter", "actions?modifiedTimestamp_gteq=2999-01-01T00:00:00"),
        ("entry_filters", "timeentries?owner_eq=1"),
        ("entry_filters", "timeentries?timestampDate_gteq=2999-01-01T00:00:00"),
        ("quickcode_filter", "quickcodes?useForTimeEntry_eq=F&id_lt=300"),
    ],
)
def test_row_13_a_filter_is_honoured_ignored_or_refused(terry: Person, switch: str, question: str) -> None:
    assert terry.get(question).status_code == 204
    terry.sandbox.set_switch(switch, "400")
    refused = terry.get(question)
    assert (refused.status_code, refused.json()["errors"]["title"]) == (400, "Invalid Filter")
    if switch != "quickcode_filter":
        terry.sandbox.set_switch(switch, "ignored")
        assert terry.get(question).status_code == 200


# -- rows 28 and 30 to 35 --------------------------------------------------------------------------------------


@pytest.mark.parametrize("key", ["quickcodes", "QuickCodes"])
def test_row_28_quick_code_key(terry: Person, key: str) -> None:
    terry.sandbox.set_switch("quickcode_key", key)
    body = terry.get("quickcodes?useForTimeEntry_eq=T&pageSize=200").json()
    assert set(body) == {"links", key, "meta"}
    assert set(body["meta"]["paging"]) == {key}
    names = {row["quickCode"] for row in body[key]}
    assert {"Non-Billable", "Marketing", "Client Communications", "Drafting", "Review / analyse"} <= names
    assert "Court attendance" in names
    assert "Search fees" not in names


def test_row_30_deleted_matters_are_hidden_or_listed(terry: Person) -> None:
    terry.sandbox.delete_matter(10990)
    assert terry.rows("actions?id_eq=10990") == []
    assert terry.get("actions/10990").status_code == 404
    terry.sandbox.set_switch("deleted_visible", "listed")
    row = terry.rows("actions?id_eq=10990")[0]
    assert row["isDeleted"] == "T"
    assert row["deletedTimestamp"] is not None


def test_row_31_the_session_zone_changes_offsets_and_not_instants(terry: Person) -> None:
    before = terry.rows("actions/10482")[0]["modifiedTimestamp"]
    entry = terry.rows("timeentries/430101")[0]
    assert entry["timestampDate"] == "2026-03-10T00:00:00+11:00"
    terry.sandbox.set_switch("session_tz", "Australia/Adelaide")
    after = terry.get("actions/10482").json()
    assert after["actions"]["modifiedTimestamp"].endswith(("+10:30", "+09:30"))
    assert after["actions"]["modifiedTimestamp"] != before
    assert "(Australia/Adelaide)" in after["meta"]["debug"]["time"]
    assert terry.rows("timeentries/430101")[0]["timestampDate"] == "2026-03-09T23:30:00+10:30"
    assert terry.rows("divisions")[0]["timezoneName"] == "Australia/Sydney"


@pytest.mark.parametrize(("position", "answer"), [("off", 404), ("404", 404), ("403", 403)])
def test_row_32_an_organisation_without_enhanced_billing(terry: Person, position: str, answer: int) -> None:
    terry.sandbox.set_switch("ebm", position)
    assert terry.get("timeentries?pageSize=1").status_code == answer
    assert terry.post_entry().status_code == answer
    record = {
        "startTimestamp": "2026-03-16T09:30:00+11:00",
        "actualHours": "1.00",
        "billableHours": "1.00",
        "notes": "Drafting letter of demand",
        "links": {"action": "10482", "activity": "5", "division": "1", "owner": "26", "createdBy": "26"},
    }
    made = terry.call("POST", "timerecords", json={"timerecords": record})
    assert made.status_code == 201
    stored = made.json()["timerecords"]
    assert {name: stored[name] for name in record if name != "links"} == {
        name: value for name, value in record.items() if name != "links"
    }
    assert set(stored) == {*record, "id", "createdTimestamp"}
    assert set(stored["links"]) == {"task", "activity", "division", "createdBy", "owner", "action", "rate"}
    assert len(terry.rows("timerecords?action_eq=10482&sort=-id")) == 1
    assert ids(terry.rows("timerecordactivities")) == [5, 6]


def test_row_33_null_texts_and_unasked_side_loading(terry: Person) -> None:
    entry = terry.rows("timeentries/430103")[0]
    assert (entry["description"], entry["startTime"]) == (None, None)
    assert "linked" not in terry.get("timeentries").json()
    terry.sandbox.set_switch("sideload_owners", "on")
    assert ids(terry.get("timeentries").json()["linked"]["participants"]) == [26]


def test_row_35_unknown_fields_appear(terry: Person) -> None:
    matter = terry.rows("actions/10482")[0]
    assert set(matter) > MATTER_KEYS
    assert set(matter["links"]) == MATTER_LINKS
    entry = terry.rows("timeentries/430101")[0]
    assert {"approvalState"} <= set(entry)
    assert {"costCentre"} <= set(entry["links"])


def test_without_the_newest_fields_a_matter_has_exactly_the_captured_ones(terry: Person) -> None:
    terry.sandbox.set_switch("new_fields", "off")
    matter = terry.rows("actions/10482")[0]
    assert set(matter) == MATTER_KEYS
    assert set(matter["links"]) == MATTER_LINKS


def test_bill_settings_rates_divisions_and_utbms_codes_can_be_read(terry: Person) -> None:
    settings = terry.rows("actionbillsettings/10482")[0]
    assert (settings["id"], settings["isBillable"], settings["defaultTimeEntryBehavior"]) == (10482, "T", "Bill")
    assert settings["links"]["currency"] == "AUD"
    assert {row["rate"] for row in terry.rows("rates")} == {"400.00", "620.00", "520.00"}
    assert terry.rows("divisions")[0]["timezoneOffset"] in (36_000, 39_600)
    assert [row["id"] for row in terry.rows("utbmscodes")] == [
        "A102",
        "A103",
        "A106",
        "A111",
        "L100",
        "L110",
        "L120",
        "P100",
    ]
    assert terry.rows("utbmscodes/A103")[0]["description"] == "Draft/revise"


def test_a_walk_sees_changes_made_between_its_pages(terry: Person) -> None:
    first = terry.rows("actions?sort=id&pageSize=5")
    terry.sandbox.close_matter(first[0]["id"])
    again = terry.rows("actions?sort=id&pageSize=5")
    assert again[0]["status"] == "Closed"
    assert again[0]["modifiedTimestamp"] > first[0]["modifiedTimestamp"]
    changed = terry.rows("actions?modifiedTimestamp_gteq=2026-04-01T00:00:00&sort=modifiedTimestamp")
    assert ids(changed) == [first[0]["id"]]


@pytest.mark.parametrize(("media", "status"), [("lenient", 200), ("jsonapi10", 200), ("strict", 406)])
def test_what_happens_without_the_vendor_type(terry: Person, media: str, status: int) -> None:
    terry.sandbox.set_switch("media", media)
    answer = terry.call("GET", "actions/10482", headers={"Accept": "*/*"})
    assert answer.status_code == status
    expected = {"lenient": "actions", "jsonapi10": "data", "strict": "errors"}[media]
    assert expected in answer.json()
    assert terry.get("actions/10482").json()["actions"]["id"] == 10482
