"""The sandbox as an adversary: every switch from outside, storms that repeat, matters that vanish, rows that repeat."""

from __future__ import annotations

from typing import Any

import pytest
import requests

from tests.sandbox.people import MakePerson, Person
from wisestep_desktop.sandbox import Sandbox
from wisestep_desktop.sandbox.faults import FAULT_KINDS, FaultBox
from wisestep_desktop.sandbox.switches import SWITCHES, Switch


def control(sandbox: Sandbox, what: str, **body: object) -> Any:  # noqa: ANN401
    url = f"{sandbox.control_url}/{what}"
    told = requests.post(url, json=body, timeout=10) if body else requests.get(url, timeout=10)
    assert told.status_code == 200, told.text
    return told.json()


def another(switch: Switch) -> str:
    if switch.number:
        return "7"
    if switch.signed:
        return "-90"
    return next((value for value in switch.values if value != switch.default), "Asia/Kolkata")


@pytest.mark.parametrize("switch", SWITCHES, ids=lambda switch: switch.name)
def test_every_switch_can_be_put_from_outside(terry: Person, switch: Switch) -> None:
    control(terry.sandbox, "switch", name=switch.name, value=another(switch))
    assert control(terry.sandbox, "switches")[switch.name] == another(switch)
    requests.post(f"{terry.sandbox.control_url}/forget", json={}, timeout=10)
    assert control(terry.sandbox, "switches")[switch.name] == switch.default


def test_a_new_round_begins_with_nothing(terry: Person) -> None:
    terry.post_entry()
    terry.sandbox.inject("500:3")
    terry.get("actions")
    terry.sandbox.forget()
    assert terry.sandbox.ledger() == []
    assert terry.sandbox.requests() == []
    assert terry.sandbox.struck() == {}
    assert terry.sandbox.pending_faults() == 0


@pytest.mark.parametrize(("fault", "status"), [("matter-closes", 201), ("matter-vanishes", 403)])
def test_a_matter_changes_between_the_look_and_the_order(terry: Person, fault: str, status: int) -> None:
    terry.sandbox.inject(fault)
    assert terry.get("actions/10482").json()["actions"]["status"] == "Active"
    assert terry.post_entry().status_code == status
    after = terry.get("actions/10482")
    assert after.status_code == 403 or after.json()["actions"]["status"] == "Closed"


def test_a_token_answer_names_a_foreign_host(terry: Person) -> None:
    terry.sandbox.inject("wrong-endpoint")
    assert terry.refresh().json()["api_endpoint"] == "https://collector.example/api/"


def test_a_body_drips_in_whole(terry: Person) -> None:
    whole = terry.get("actions?pageSize=50").json()["actions"]
    terry.sandbox.inject("drip=0.1")
    assert terry.get("actions?pageSize=50").json()["actions"] == whole


def test_rows_repeat_while_the_pages_are_turned(terry: Person) -> None:
    ids = [row["id"] for row in terry.rows("actions?sort=id&pageSize=200")]
    terry.sandbox.set_switch("page_overlap", "3")
    seen = [row["id"] for page in range(1, 30) for row in terry.rows(f"actions?sort=id&pageSize=10&page={page}")]
    assert sorted(set(seen)) == ids
    assert len(seen) > len(ids)
    last = terry.get("actions?sort=id&pageSize=10").json()["meta"]["paging"]["actions"]["pageCount"]
    assert terry.get(f"actions?sort=id&pageSize=10&page={last}").status_code == 200


def test_the_clock_may_be_wrong_everywhere(person: MakePerson) -> None:
    person = person(switches={"clock_skew": "-3600"}).connect()
    entry = person.post_entry()
    made = entry.json()["timeentries"]["createdTimestamp"]
    right = Person(person.sandbox)
    person.sandbox.set_switch("clock_skew", "0")
    with right.browser:
        later = right.connect().post_entry()
    assert entry.headers["Date"] < later.headers["Date"] or entry.headers["Date"][5:7] != later.headers["Date"][5:7]
    assert made < later.json()["timeentries"]["createdTimestamp"]


def test_a_storm_repeats_and_fits_what_is_asked() -> None:
    def strikes(seed: int) -> list[str | None]:
        box = FaultBox(seed)
        box.add("storm:*%0.5")
        asked = [("POST", "timeentries"), ("GET", "actions"), ("POST", "token"), ("POST", "timerecords")] * 50
        found = [box.take(*one, afterwards=after) for one in asked for after in (False, True)]
        return [None if fault is None else fault.kind.name for fault in found]

    assert strikes(3) == strikes(3)
    assert strikes(3) != strikes(4)
    kinds = {kind.name: kind for kind in FAULT_KINDS}
    box = FaultBox(1)
    box.add("storm:*")
    drawn = [fault.kind.name for _ in range(300) if (fault := box.take("POST", "token", afterwards=False))]
    assert {kinds[name].resource for name in drawn} == {"token"}
    assert sum(box.struck().values()) == len(drawn) > 100
