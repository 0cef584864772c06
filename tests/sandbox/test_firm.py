"""The seeded firm: what is in it, that a seed repeats it, and that large ones are made and paged at once."""

import collections
import json

import pytest

from tests.sandbox.people import MakePerson, Person, StartSandbox
from wisestep_desktop.sandbox.practice import Sandbox
from wisestep_desktop.sandbox.server import PortTakenError
from wisestep_desktop.sandbox.switches import BadSwitchError

WELL_KNOWN = {
    10482: ("Harbour Holdings v Quay Pty Ltd", "HAR-2024-017", ["Harbour Holdings Pty Ltd"], "Active"),
    10990: ("Marlow Estate", "EST-2025-004", ["Marlow, Jane"], "Active"),
    10611: ("Smith v Northgate Council", "SMI-2025-031", ["Smith, Robert"], "Active"),
    10877: ("Jones – Purchase of 4 Wharf Road", "CON-2026-112", ["Jones, Amelia"], "Active"),
    10733: ("Okafor – Lease of Level 3", "LEA-2026-020", ["Okafor Design Studio Pty Ltd"], "Active"),
    10305: ("Quayside Developments – Rezoning", "QUA-2023-009", ["Quayside Developments Pty Ltd"], "Closed"),
}


@pytest.mark.parametrize(("seed", "matters"), [(1, 10), (2, 60), (77, 400)])
def test_the_well_known_matters_are_in_every_firm_of_ten_or_more(start: StartSandbox, seed: int, matters: int) -> None:
    register = {row["id"]: row for row in start(seed=seed, matters=matters).matters()}
    assert len(register) == matters
    for ident, expected in WELL_KNOWN.items():
        row = register[ident]
        assert (row["name"], row["reference"], row["clients"], row["status"]) == expected
    assert register[10818]["restricted"]


def test_the_usual_firm_has_all_sorts_of_matters(start: StartSandbox) -> None:
    register = start(matters=400).matters()
    assert {row["status"] for row in register} == {"Active", "Inactive", "Closed", "Template"}
    assert any(row["deleted"] for row in register)
    assert sum(row["restricted"] for row in register) >= 3
    assert any(row["reference"] is None for row in register)
    references = [row["reference"] for row in register if row["reference"]]
    assert len(references) == len(set(references))
    idents = [row["id"] for row in register]
    assert min(idents) > 10_000
    assert max(idents) - min(idents) > len(idents)
    families = collections.Counter(
        client.partition(",")[0] for client in {name for row in register for name in row["clients"] if ", " in name}
    )
    assert max(families.values()) > 1


def test_a_seed_is_the_same_firm_every_time_and_another_seed_another(start: StartSandbox) -> None:
    assert start(seed=5).matters() == start(seed=5).matters()
    assert start(seed=5).matters() != start(seed=6).matters()
    assert start(seed=5).client_secret == start(seed=5).client_secret


def test_an_empty_firm_and_a_firm_of_one(person: MakePerson) -> None:
    assert person(matters=0).connect().get("actions").status_code == 204
    one = person(matters=1).connect().get("actions").json()["actions"]
    assert one["id"] == 10482


def test_twenty_thousand_matters_are_walked_page_by_page(person: MakePerson) -> None:
    terry = person(matters=20_000).connect()
    query = "actions?fields[actions]=id&sort=id&pageSize=200&page="
    count = terry.get(query + "1").json()["meta"]["paging"]["actions"]["recordCount"]
    seen = [row["id"] for page in range(1, -(-count // 200) + 1) for row in terry.rows(query + str(page))]
    assert len(seen) == count == len(set(seen))
    assert count > 19_000


def test_data_replaces_matters_and_quick_codes(person: MakePerson) -> None:
    data = {
        "matters": [
            {"id": 7, "name": "A v B", "reference": "AB-1", "status": "Active", "clients": ["A Pty Ltd", "Bee, Anna"]},
            {"id": 8, "name": "Closed one", "reference": None, "status": "Closed", "clients": []},
        ],
        "quickcodes": [{"id": 1, "name": "Thinking"}],
    }
    terry = person(data=data).connect()
    answer = terry.get("actions?include=primaryParticipants").json()
    assert [row["name"] for row in answer["actions"]] == ["A v B", "Closed one"]
    assert [who["displayName"] for who in answer["linked"]["participants"]] == ["A Pty Ltd", "Bee, Anna"]
    assert answer["actions"][1]["links"]["primaryParticipants"] is None
    assert terry.get("quickcodes").json()["quickcodes"]["quickCode"] == "Thinking"
    assert terry.post_entry(links={"action": "7", "quickCode": "1"}).status_code == 201


def test_the_ledger_leaves_history_out_unless_asked(terry: Person) -> None:
    assert terry.sandbox.ledger() == []
    assert [row["id"] for row in terry.sandbox.ledger(history=True)] == [430101, 430102, 430103]


def test_the_request_log_holds_no_bodies_codes_or_tokens(terry: Person) -> None:
    terry.post_entry(description="a secret narrative")
    log = terry.sandbox.requests()
    assert [one["path"] for one in log][:2] == ["/api/oauth/authorize", "/api/oauth/signin"]
    assert (log[-1]["method"], log[-1]["path"], log[-1]["status"]) == ("POST", "/api/rest/timeentries", 201)
    text = json.dumps(log)
    for secret in ("secret narrative", terry.tokens["access_token"], terry.tokens["refresh_token"], 'practice"'):
        assert secret not in text


def test_quick_codes_come_and_go(terry: Person) -> None:
    terry.sandbox.add_quick_code(400, "Mediation")
    terry.sandbox.remove_quick_code(301)
    names = {row["id"]: row["quickCode"] for row in terry.rows("quickcodes")}
    assert names[400] == "Mediation"
    assert 301 not in names


def test_switches_are_refused_by_name_and_value(start: StartSandbox) -> None:
    sandbox = start()
    for name, value in [("colour", "red"), ("put_mode", "mix"), ("expires_in", "-1"), ("session_tz", "Mars/North")]:
        before = sandbox.switches()
        with pytest.raises(BadSwitchError):
            sandbox.set_switch(name, value)
        assert sandbox.switches() == before
    with pytest.raises(BadSwitchError):
        Sandbox(switches={"pkce": "maybe"})


def test_a_taken_port_is_refused(start: StartSandbox, capfd: pytest.CaptureFixture[str]) -> None:
    port = int(start().base_url.rpartition(":")[2])
    with pytest.raises(PortTakenError):
        Sandbox(port=port, matters=0)
    capfd.readouterr()


def test_only_loopback_names_are_answered(terry: Person) -> None:
    answer = terry.call("GET", "actions", headers={"Host": "evil.example"})
    assert answer.status_code == 421
