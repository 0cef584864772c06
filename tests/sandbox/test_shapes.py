"""The sandbox answers in the shapes that are known of the real service: same keys, same kinds of values."""

from __future__ import annotations

from collections.abc import Iterator
from typing import Any
from urllib.parse import parse_qs, urlsplit

import pytest

from tests.data import examples, resource_of
from tests.sandbox.people import Person
from wisestep_desktop.sandbox import Sandbox

NOT_SERVED = {
    "actions.update": "the sandbox's matters are changed over its control address",
    "actioncreate.create": "no client of ours makes matters",
    "quickcodes.create": "no client of ours makes quick codes",
    "options": "its format is unknown",
    "resthooks.create": "webhooks need a public address",
    "resthooks.delete": "webhooks need a public address",
    "quickcodes.list.capital_key": "a switch of its own, tested with the switches",
    "timeentries.non_ebm": "its body is unknown; the status is tested with the switch",
    "wire.jsonapi10_hazard": "a switch of its own, tested with the switches",
    "error.403.permission": "its body is unknown; the status is tested with restricted matters",
    "error.403.insufficient_scope": "its body is unknown; status and code are tested with the scopes",
    "error.404.record": "its body is unknown; the status is tested by row",
    "error.400.validation": "its wording is unknown; the code is tested by row",
    "error.429": "its body is unknown; the status is tested with the budgets",
    "error.503": "its body is unknown; the status is tested with the switch",
}
KNOWN = {one["id"]: one for one in examples() if resource_of(one)}
ANSWERED = [name for name, one in KNOWN.items() if name not in NOT_SERVED and one["response"]["status"] in (200, 201)]
EMPTY = [name for name, one in KNOWN.items() if name not in NOT_SERVED and one["response"]["status"] == 204]
REFUSED = [name for name, one in KNOWN.items() if name not in NOT_SERVED and one["response"]["status"] >= 400]


@pytest.fixture(scope="module")
def person() -> Iterator[Person]:
    with Sandbox(matters=60) as sandbox:
        one = Person(sandbox)
        with one.browser:
            one.connect()
            record = {"startTimestamp": "2026-03-16T09:30:00+11:00", "actualHours": "1.00", "notes": "x"}
            for _ in range(2):
                assert one.post_entry().status_code == 201
                links = {"action": "10482", "activity": "5", "owner": "26", "createdBy": "26"}
                one.call("POST", "timerecords", json={"timerecords": {**record, "links": links}})
            sandbox.bill(430201)
            yield one


def kind(value: object) -> str:
    match value:
        case None:
            return "null"
        case bool():
            return "bool"
        case int() | float():
            return "number"
        case str():
            return "text"
        case list():
            return "list"
        case _:
            return "object"


def differences(known: dict[str, Any], ours: dict[str, Any], where: str) -> list[str]:
    """Name the keys that are missing or of another kind; null fits everything."""
    found = []
    for name, value in known.items():
        if name not in ours:
            found.append(f"{where}.{name} is missing")
        elif isinstance(value, dict) and isinstance(ours[name], dict):
            found += differences(value, ours[name], f"{where}.{name}")
        elif value is not None and ours[name] is not None and kind(value) != kind(ours[name]):
            found.append(f"{where}.{name} is {kind(ours[name])}, not {kind(value)}")
    return found


def first(told: dict[str, Any], resource: str) -> dict[str, Any]:
    rows = told[resource]
    row = rows[0] if isinstance(rows, list) else rows
    assert isinstance(row, dict)
    return row


def ask(person: Person, example: dict[str, Any]) -> dict[str, Any]:
    """Put the same kind of question; ids, names and dates are the sandbox's own."""
    parts = urlsplit(example["request"]["url"])
    resource, _, rest = parts.path.removeprefix("/api/rest/").partition("/")
    wanted = {
        name: values[0] for name, values in parse_qs(parts.query).items() if name.startswith(("fields", "include"))
    }
    if example["request"]["method"] == "POST":
        told = person.call("POST", resource, json=posted(resource))
    elif example["request"]["method"] == "PUT":
        told = person.call("PUT", f"{resource}/430202", json=posted(resource))
    else:
        ident = {"current": "/current"}.get(rest, "")
        single = rest and not ident
        if single:
            ids = [str(row["id"]) for row in person.rows(f"{resource}?pageSize=2")]
            ident = "/" + ",".join(ids[: 2 if "," in rest else 1])
        query = "&".join(f"{name}={value}" for name, value in wanted.items())
        told = person.get(f"{resource}{ident}?pageSize=2&{query}")
    assert told.status_code in (200, 201), told.text
    answer: dict[str, Any] = told.json()
    return answer


def posted(resource: str) -> dict[str, Any]:
    from tests.sandbox.people import entry_body  # noqa: PLC0415

    if resource == "timeentries":
        return {"timeentries": entry_body()}
    links = {"action": "10482", "activity": "5", "owner": "26", "createdBy": "26"}
    return {"timerecords": {"startTimestamp": "2026-03-16T09:30:00+11:00", "actualHours": "1.00", "links": links}}


@pytest.mark.parametrize("name", ANSWERED)
def test_an_answer_has_the_known_shape(person: Person, name: str) -> None:
    example = KNOWN[name]
    known, resource = example["response"]["body"], resource_of(example) or ""
    ours = ask(person, example)
    assert differences(first(known, resource), first(ours, resource), resource) == []
    assert set(known) - {"linked"} <= set(ours) | {"links", "meta"}
    for other in known.get("linked", {}):
        assert isinstance(ours.get("linked", {}).get(other, []), list)
    if "meta" in known:
        debug, paging = known["meta"].get("debug", {}), known["meta"].get("paging", {})
        assert set(debug) <= set(ours["meta"]["debug"])
        assert set(next(iter(paging.values()), {})) <= set(next(iter(ours["meta"]["paging"].values())))


@pytest.mark.parametrize("name", EMPTY)
def test_nothing_is_an_empty_204(person: Person, name: str) -> None:
    if KNOWN[name]["request"]["method"] == "DELETE":
        made = person.post_entry().json()["timeentries"]["id"]
        told = person.call("DELETE", f"timeentries/{made}")
    else:
        told = person.get(f"{resource_of(KNOWN[name])}?reference_eq=nobody-has-this")
    assert (told.status_code, told.content) == (204, b"")


@pytest.mark.parametrize("name", REFUSED)
def test_a_refusal_has_the_known_shape(person: Person, name: str) -> None:
    known = KNOWN[name]["response"]
    match name:
        case "error.401.expired":
            person.sandbox.set_switch("expires_in", "0")
            token = person.refresh().json()
            person.sandbox.set_switch("expires_in", "28800")
            told = person.call("GET", "users", headers={"Authorization": f"Bearer {token['access_token']}"})
            person.tokens = {**person.tokens, **person.refresh(token["refresh_token"]).json()}
        case "error.401.invalid":
            told = person.call("GET", "users", headers={"Authorization": "Bearer nobody"})
        case "error.404.resource":
            told = person.get("timeentriez")
        case "error.400.json":
            told = person.call("POST", "timeentries", data="{")
        case _:
            raise AssertionError(f"no question for {name}")
    assert told.status_code == known["status"]
    assert differences(known["body"], told.json(), "body") == []


def test_every_pair_is_compared_or_listed_with_a_reason() -> None:
    assert set(KNOWN) == {*ANSWERED, *EMPTY, *REFUSED, *(name for name in NOT_SERVED if name in KNOWN)}
    assert set(NOT_SERVED) <= set(KNOWN)
