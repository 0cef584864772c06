"""Reading over REST: rows 8 to 16, 19, 22 and 23 of the specification."""

import re
from typing import Any
from urllib.parse import unquote

import pytest

from tests.sandbox.people import MakePerson, Person

MATTER_KEYS = {
    *("id", "name", "reference", "priority", "status", "statusTimestamp", "isBillableOverride", "createdTimestamp"),
    *("modifiedTimestamp", "isDeleted", "deletedBy", "deletedTimestamp", "isFavorite", "overrideBillingStatus"),
    *("lastAccessTimestamp", "importExternalReference", "amlReviewStatus", "links"),
}
MATTER_LINKS = {
    *("assignedTo", "division", "actionType", "primaryParticipants", "step", "billSettings", "relatedActions"),
}
DEBUG_KEYS = {"requestTime", "mem", "server", "cb", "time", "appload", "app", "db", "dbc", "qc", "uqc", "fc", "rl"}
ERROR_KEYS = {"id", "links", "status", "code", "title", "detail", "source", "meta", "rls"}


def ids(rows: list[dict[str, Any]]):
    return [row["id"] for row in rows]


# -- rows 9 to 12 ----------------------------------------------------------------------------------------------


def test_row_9_one_row_is_an_object_more_are_an_array_none_is_204(terry: Person) -> None:
    one = terry.get("actions?reference_eq=HAR-2024-017")
    assert isinstance(one.json()["actions"], dict)
    assert one.headers["Content-Type"] == "application/vnd.api+json"
    assert isinstance(terry.get("actions?id_in=10482,10990").json()["actions"], list)
    none = terry.get("actions?reference_eq=NOPE")
    assert (none.status_code, none.content) == (204, b"")
    assert "Content-Type" not in none.headers


def test_row_9_a_last_page_of_one_row_is_an_object(terry: Person) -> None:
    count = terry.get("actions?pageSize=1").json()["meta"]["paging"]["actions"]["recordCount"]
    last = terry.get(f"actions?pageSize={count - 1}&page=2").json()
    assert isinstance(last["actions"], dict)
    assert last["meta"]["paging"]["actions"]["page"] == 2


def test_row_9_a_page_after_the_last_is_204(terry: Person) -> None:
    assert terry.get("actions?page=99").status_code == 204


def test_row_10_scalars_are_written_as_captured(terry: Person) -> None:
    matter = terry.rows("actions/10482")[0]
    assert matter["id"] == 10482
    assert matter["links"]["assignedTo"] == "26"
    assert all(isinstance(client, str) for client in matter["links"]["primaryParticipants"])
    assert matter["links"]["relatedActions"] is None
    assert (matter["isDeleted"], matter["priority"]) == ("F", 0)
    assert re.fullmatch(r"\d{4}-\d\d-\d\d", matter["createdTimestamp"])
    assert re.fullmatch(r"\d{4}-\d\d-\d\dT\d\d:\d\d:\d\d\+1[01]:00", matter["modifiedTimestamp"])
    entry = terry.rows("timeentries/430102")[0]
    assert (entry["actualHours"], entry["billableHours"], entry["billableAmount"]) == ("0.50", "0.00", "200.00")
    assert (entry["isBillable"], entry["rateUnitPrice"], entry["timerDurationSeconds"]) == ("F", None, 0)


def test_row_11_link_templates_name_a_doubled_host(terry: Person) -> None:
    envelope = terry.get("actions?include=actionType").json()
    template = envelope["links"]["actions.assignedTo"]
    assert template["type"] == "participants"
    assert template["href"].startswith("http://127.0.0.1.127.0.0.1:")
    assert template["href"].endswith("/api/rest/participants/{actions.assignedTo}")
    assert "actiontypes.primaryParticipantType" in envelope["links"]


def test_row_11_meta_debug_is_complete_and_all_text(terry: Person) -> None:
    debug = terry.get("users/current").json()["meta"]["debug"]
    assert set(debug) == DEBUG_KEYS
    assert debug.pop("rl") is None
    assert all(isinstance(value, str) for value in debug.values())
    assert re.fullmatch(r"\d{4}-\d\d-\d\d \d\d:\d\d:\d\d \+1[01]00 \(Australia/Sydney\)", debug["time"])


def test_row_12_page_size_is_50_and_at_most_200(person: MakePerson) -> None:
    terry = person(matters=450).connect()
    assert len(terry.rows("actions")) == 50
    paging = terry.get("actions?pageSize=1000").json()["meta"]["paging"]["actions"]
    assert paging["pageSize"] == 200
    assert len(terry.rows("actions?pageSize=1000")) == 200


def test_row_12_next_and_previous_pages_are_full_urls_until_null(person: MakePerson) -> None:
    terry = person(matters=450).connect()
    query = "actions?fields[actions]=id,name&sort=id&page=1&pageSize=200"
    first = terry.get(query).json()["meta"]["paging"]["actions"]
    assert first["prevPage"] is None
    second = unquote(first["nextPage"])
    assert second == f"{terry.sandbox.base_url}/api/rest/{query.replace('page=1&', 'page=2&')}"
    walked = []
    for page in range(1, first["pageCount"] + 1):
        answer = terry.get(query.replace("page=1&", f"page={page}&")).json()
        walked += ids(answer["actions"])
    assert answer["meta"]["paging"]["actions"]["nextPage"] is None
    assert walked == sorted(set(walked))
    assert len(walked) == first["recordCount"]


def test_row_12_a_next_page_without_page_in_the_query_gets_one(terry: Person) -> None:
    assert (
        terry.get("actions?pageSize=7").json()["meta"]["paging"]["actions"]["nextPage"].endswith("?pageSize=7&page=2")
    )


# -- row 13: operators, fields, include, sort, several ids -----------------------------------------------------


@pytest.mark.parametrize(
    ("query", "expected"),
    [
        ("id=10482", {10482}),
        ("id_eq=10482", {10482}),
        ("id_in=10482,10990,1", {10482, 10990}),
        ("id_gt=10900&id_lt=10991", {10990}),
        ("id_gteq=10990&id_lteq=10990", {10990}),
        ("reference_like=HAR-*", {10482, 10483}),
        ("reference_like=har-*", set()),
        ("reference_ilike=har-*", {10482, 10483}),
        ("name_ilike=*northgate*&reference_like=SMI*", {10611}),
        ("name_like=Harbour*(No 2)", {10483}),
        ("status=Closed&reference_like=QUA-2023-00*", {10305}),
        ("id_in=10482,10305&status_nteq=Closed", {10482}),
        ("id_in=10482,10305&status_ntin=Closed,Template", {10482}),
        ("id_in=10482,10483&name_ntlike=*(No 2)", {10482}),
        ("id_in=10482,10483&name_ntilike=*(NO 2)", {10482}),
        ("id_in=10482,10990&actionType_eq=28", {10990}),
        ("id_in=10482,10990&actionType=21,33", {10482}),
        ("id_in=10482,10990&actionType[id_eq]=28", {10990}),
        ("id_in=10482,10990&actionType[name_ilike]=lit*", {10482}),
        ("id_in=10482,10877&primaryParticipants[displayName_ilike]=jones*", {10877}),
        ("id_in=10482,10990&lastAccessTimestamp=:NULL", {10482, 10990}),
        ("id_in=10482,10990&reference_nteq=:NULL", {10482, 10990}),
        ("id_in=10482,10990&isDeleted_eq=F", {10482, 10990}),
        ("id_in=10482,10990&isDeleted_eq=T", set()),
        ("id_in=10482,10990&createdTimestamp_gteq=2025-01-01", {10990}),
    ],
)
def test_row_13_filter_operators(terry: Person, query: str, expected: set[int]) -> None:
    assert set(ids(terry.rows(f"actions?{query}"))) == expected


def test_row_13_timestamp_filters_compare_instants(terry: Person) -> None:
    matter = terry.rows("actions/10482")[0]
    stamp = matter["modifiedTimestamp"].replace("+", "%2B")
    assert ids(terry.rows(f"actions?id=10482&modifiedTimestamp_gteq={stamp}")) == [10482]
    assert terry.rows(f"actions?id=10482&modifiedTimestamp_gt={stamp}") == []


def test_row_13_fields(terry: Person) -> None:
    row = terry.rows("actions/10482?fields=id,name,actionType")[0]
    assert set(row) == {"id", "name", "links"}
    assert set(row["links"]) == {"actionType"}
    assert "links" not in terry.rows("actions/10482?fields[actions]=id,name")[0]
    division = terry.rows("divisions?fields=:default,lockoutTimestamp")[0]
    assert {"timezoneName", "lockoutTimestamp"} <= set(division)
    assert "lockoutTimestamp" not in terry.rows("divisions/1?fields=timezoneName")[0]


def test_row_13_include_is_keyed_by_resource_and_always_an_array(terry: Person) -> None:
    linked = terry.get(
        "actions/10482?include=actionType,assignedTo,primaryParticipants"
        "&fields[participants]=id,displayName&fields[actiontypes]=id,name"
    ).json()["linked"]
    assert linked["actiontypes"] == [{"id": 21, "name": "Litigation"}]
    assert {"id": 26, "displayName": "Tester, Terry"} in linked["participants"]
    assert {who["displayName"] for who in linked["participants"]} == {"Tester, Terry", "Harbour Holdings Pty Ltd"}
    assert "linked" not in terry.get("actions/10482").json()


def test_row_13_include_follows_chains(terry: Person) -> None:
    linked = terry.get("timeentries/430101?include=action.actionType").json()["linked"]
    assert ids(linked["actions"]) == [10482]
    assert ids(linked["actiontypes"]) == [21]


def test_row_13_sort(terry: Person) -> None:
    assert ids(terry.rows("timeentries?sort=-id")) == [430103, 430102, 430101]
    assert ids(terry.rows("timeentries?sort[timeentries]=-actualHours")) == [430103, 430101, 430102]
    rows = terry.rows("actions?sort=status,-id")
    assert [(row["status"], -row["id"]) for row in rows] == sorted((row["status"], -row["id"]) for row in rows)
    stamps = terry.rows("actions?sort=-modifiedTimestamp&pageSize=10")
    assert len(stamps) == 10


def test_row_13_a_sort_by_nothing_known_changes_nothing(terry: Person) -> None:
    assert ids(terry.rows("timeentries?sort=colour")) == [430101, 430102, 430103]


def test_row_13_null_values_are_below_all_others(terry: Person) -> None:
    assert ids(terry.rows("timeentries?sort=billReference,-id")) == [430103, 430102, 430101]
    assert ids(terry.rows("timeentries?actualHours_eq=0.8")) == [430101]
    assert ids(terry.rows("timeentries?rateUnitPrice_in=400,5")) == [430101, 430103]
    assert terry.rows("actions?id_in=10482,10990&deletedTimestamp_lt=2030-01-01T00:00:00") == []


def test_row_13_several_ids_in_one_get(terry: Person) -> None:
    assert ids(terry.rows("actions/10482,10990,10611")) == [10482, 10990, 10611]
    assert ids(terry.rows("actions/10482,1")) == [10482]


def test_row_13_several_ids_in_one_delete(terry: Person) -> None:
    made = [terry.post_entry(importExternalReference=name).json()["timeentries"]["id"] for name in ("a", "b", "c")]
    answer = terry.call("DELETE", f"timeentries/{made[0]},{made[2]}")
    assert (answer.status_code, answer.content) == (204, b"")
    assert ids(terry.sandbox.ledger()) == [made[1]]


def test_row_13_names_are_case_sensitive(terry: Person) -> None:
    assert terry.get("Actions").status_code == 404
    assert terry.rows("actions?pagesize=1") != terry.rows("actions?pageSize=1")
    assert len(terry.rows("actions?Status=Closed&id_in=10482,10990")) == 2
    assert set(terry.rows("actions/10482?fields=id,Name")[0]) == {"id"}
    terry.sandbox.set_switch("unknown_filter", "400")
    assert terry.get("actions?Status=Closed").status_code == 400


# -- rows 14 to 16 ---------------------------------------------------------------------------------------------


@pytest.mark.parametrize("query", ["colour_eq=red", "name_gt=M", "id_eq=abc", "actionType[colour]=red", "step[name]=x"])
def test_row_14_unknown_filter(terry: Person, query: str) -> None:
    everything = len(terry.rows("actions"))
    assert len(terry.rows(f"actions?{query}")) == everything
    terry.sandbox.set_switch("unknown_filter", "400")
    answer = terry.get(f"actions?{query}")
    assert answer.status_code == 400
    assert set(answer.json()["errors"]) == ERROR_KEYS


def test_row_15_the_reference_filter_is_honoured(terry: Person) -> None:
    made = terry.post_entry(importExternalReference="tr-1").json()["timeentries"]["id"]
    assert ids(terry.rows("timeentries?importExternalReference_eq=tr-1")) == [made]
    assert terry.get("timeentries?importExternalReference_eq=tr-2").status_code == 204
    assert ids(terry.rows("timeentries?importExternalReference_like=tr-*")) == [made]
    assert ids(terry.rows("timeentries?importExternalReference=:NULL")) == [430101, 430102, 430103]


def test_row_15_the_reference_filter_can_be_ignored(terry: Person) -> None:
    terry.sandbox.set_switch("extref_filter", "ignored")
    made = terry.post_entry(importExternalReference="tr-1").json()["timeentries"]["id"]
    assert ids(terry.rows("timeentries?importExternalReference_eq=tr-1")) == [430101, 430102, 430103, made]


def test_row_16_a_filter_without_offset_is_read_as_utc_or_in_the_zone_of_the_organisation(terry: Person) -> None:
    terry.post_entry(timestampDate="2026-03-16T00:00:00+11:00")
    # Midnight of the 16th in Sydney is one o'clock in the afternoon of the 15th in UTC.
    query = "timeentries?timestampDate_gteq=2026-03-16T00:00:00"
    assert terry.rows(query) == []
    terry.sandbox.set_switch("filter_tz", "org")
    assert len(terry.rows(query)) == 1
    assert len(terry.rows("timeentries?timestampDate_gteq=2026-03-16T00:00:00%2B11:00")) == 1


# -- rows 19, 22, 23 -------------------------------------------------------------------------------------------


def test_row_19_an_unknown_resource_is_404_api_resource_not_found(terry: Person) -> None:
    answer = terry.get("timeentriez")
    error = answer.json()["errors"]
    assert answer.status_code == 404
    assert set(error) == ERROR_KEYS
    assert (error["status"], error["code"], error["title"]) == (404, "AS-TBC", "API Resource Not Found")
    assert error["detail"] == "The specified Resource 'Timeentriez' does not exist"
    assert re.fullmatch(r"[0-9a-f]{40}", error["id"])
    assert error["source"] == {"pointer": None, "parameter": None}
    assert (error["links"], error["meta"], error["rls"]) == ({"about": None}, [], None)


def test_an_unknown_record_is_404_or_204(terry: Person) -> None:
    assert terry.get("timeentries/999999").status_code == 404
    terry.sandbox.set_switch("missing_record", "204")
    assert terry.get("timeentries/999999").status_code == 204


def test_methods_that_a_resource_does_not_have_are_405_and_options_lists_the_others(terry: Person) -> None:
    assert terry.call("DELETE", "actions/10482").status_code == 405
    options = terry.call("OPTIONS", "timeentries")
    assert (options.status_code, options.headers["Allow"]) == (200, "GET, POST, PUT, DELETE, OPTIONS")


def test_row_22_user_ids_are_not_participant_ids(terry: Person) -> None:
    body = terry.get("users/current?include=participant&fields[participants]=id,firstName,lastName,displayName").json()
    assert body["users"]["id"] == 11
    assert body["users"]["isCurrent"] == "T"
    assert body["users"]["emailAddress"] == "terry.tester@hartley.example"
    assert body["users"]["links"]["participant"] == "26"
    assert body["linked"]["participants"] == [
        {"id": 26, "displayName": "Tester, Terry", "firstName": "Terry", "lastName": "Tester"}
    ]
    for user in terry.rows("users"):
        assert str(user["id"]) != user["links"]["participant"]


def test_users_list_names_the_participant_only(terry: Person) -> None:
    rows = terry.rows("users")
    assert [row["isCurrent"] for row in rows] == ["T", "F", "F"]
    assert set(rows[0]) - {"lastSeenVersion"} == {
        "id",
        "isCurrent",
        "emailAddress",
        "isActive",
        "hasAuthority",
        "links",
    }
    assert set(rows[0]["links"]) == {"participant"}
    assert {"participant", "role", "division", "defaultRate"} == set(terry.rows("users/current")[0]["links"])


def test_row_23_restricted_matters_are_invisible_to_some(person: MakePerson, terry: Person) -> None:
    robin = person(terry.sandbox, "robin.hartley@hartley.example").connect()
    assert ids(robin.rows("actions?id_eq=10818")) == [10818]
    assert terry.rows("actions?id_eq=10818") == []
    assert terry.get("actions/10818").status_code == 403
    assert ids(terry.rows("actions/10818,10482")) == [10482]
    terry.sandbox.set_switch("restricted_answer", "404")
    assert terry.get("actions/10818").status_code == 404
    assert len(robin.rows("actions?pageSize=200")) > len(terry.rows("actions?pageSize=200"))


def test_row_23_time_on_a_restricted_matter_is_invisible_too(person: MakePerson, terry: Person) -> None:
    robin = person(terry.sandbox, "robin.hartley@hartley.example").connect()
    made = robin.post_entry(links={"action": "10818", "owner": "31", "createdBy": "31"})
    ident = made.json()["timeentries"]["id"]
    assert ids(robin.rows(f"timeentries?id={ident}")) == [ident]
    assert terry.rows(f"timeentries?id={ident}") == []
    assert "linked" not in terry.get(f"timeentries/430101,{ident}?include=phoneRecord").json()


def test_a_matter_that_becomes_restricted_just_disappears(terry: Person) -> None:
    assert ids(terry.rows("actions?id_eq=10482")) == [10482]
    terry.sandbox.restrict_matter(10482, 12)
    assert terry.rows("actions?id_eq=10482") == []
