"""Faults on demand: rows 24 to 26 of the specification, and the written form of a fault."""

import json
import socket
import threading
import time
from collections.abc import Callable
from concurrent.futures import ThreadPoolExecutor
from email.utils import parsedate_to_datetime

import pytest
import requests

from tests.sandbox.people import MakePerson, Person
from wisestep_desktop.sandbox.faults import FAULT_KINDS, BadFaultError, FaultBox, parse_fault

MINIMAL = {
    "timestampDate": "2026-03-16T00:00:00+11:00",
    "actualHours": "1",
    "links": {"owner": "26", "createdBy": "26"},
}
REFERENCE = "tr-01JQ3V8Z5D6N0W7K4M2B9HXYEA"


def test_row_25_create_the_row_then_drop_the_connection(terry: Person, capfd: pytest.CaptureFixture[str]) -> None:
    terry.sandbox.inject("create-then-drop:1")
    with pytest.raises(requests.ConnectionError):
        terry.post_entry()
    found = terry.rows(f"timeentries?importExternalReference_eq={REFERENCE}")
    assert [row["id"] for row in found] == [row["id"] for row in terry.sandbox.ledger()]
    assert len(found) == 1
    assert terry.post_entry().status_code == 201
    log = [one for one in terry.sandbox.requests() if one["method"] == "POST" and one["path"].endswith("timeentries")]
    assert [(one["status"], one["fault"]) for one in log] == [(0, "create-then-drop"), (201, None)]
    assert capfd.readouterr() == ("", "")


def test_row_25_a_refused_entry_does_not_use_the_fault_up(terry: Person) -> None:
    terry.sandbox.inject("create-then-drop:1")
    assert terry.post_entry(actualHours="-1").status_code == 400
    with pytest.raises(requests.ConnectionError):
        terry.post_entry()


def test_row_25_drop_before_the_row_is_made(terry: Person) -> None:
    terry.sandbox.inject("drop-before-create")
    with pytest.raises(requests.ConnectionError):
        terry.post_entry()
    assert terry.sandbox.ledger() == []
    assert terry.post_entry().status_code == 201


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_row_25_create_the_row_then_fail(terry: Person, status: int) -> None:
    terry.sandbox.inject(f"create-then-{status}")
    answer = terry.post_entry()
    assert answer.status_code == status
    assert answer.headers["Content-Type"].startswith("text/html")
    assert len(terry.sandbox.ledger()) == 1


def test_row_25_create_the_row_then_answer_too_late(terry: Person) -> None:
    terry.sandbox.inject("create-then-delay=60")
    with pytest.raises(requests.ReadTimeout):
        terry.call("POST", "timeentries", json={"timeentries": MINIMAL}, timeout=0.3)
    assert len(terry.sandbox.ledger()) == 1


def test_row_25_create_the_row_then_reset_the_connection(terry: Person) -> None:
    terry.sandbox.inject("create-then-reset")
    with pytest.raises(requests.ConnectionError, match="reset"):
        terry.post_entry()
    assert len(terry.sandbox.ledger()) == 1
    assert terry.post_entry().status_code == 201


def test_row_25_say_that_a_gateway_gave_up_and_create_the_row_later(terry: Person) -> None:
    terry.sandbox.inject("create-late=30")
    assert terry.post_entry().status_code == 504
    terry.sandbox.advance(29)
    assert terry.get("timeentries").status_code == 200
    assert terry.sandbox.ledger() == []
    terry.sandbox.advance(1)
    [row] = terry.sandbox.ledger()
    assert row["importExternalReference"] == REFERENCE
    assert [row["id"] for row in terry.rows(f"timeentries?importExternalReference_eq={REFERENCE}")] == [row["id"]]


def test_row_25_say_nothing_and_create_the_row_later(terry: Person) -> None:
    terry.sandbox.inject("stall=60")
    with pytest.raises(requests.ReadTimeout):
        terry.call("POST", "timeentries", json={"timeentries": MINIMAL}, timeout=0.2)
    assert not terry.sandbox.wait_until_idle(0)
    assert terry.sandbox.wait_until_idle(10)
    assert terry.sandbox.ledger() == []
    terry.sandbox.advance(60)
    assert len(terry.sandbox.ledger()) == 1


def test_late_work_of_a_round_that_is_forgotten_is_never_done(terry: Person) -> None:
    terry.sandbox.inject("create-late=1")
    terry.post_entry()
    terry.sandbox.forget()
    terry.sandbox.advance(2)
    assert terry.sandbox.ledger() == []


def test_hanging_up_before_the_request_is_read(terry: Person) -> None:
    """A body too long for any buffer on the way cannot be got rid of."""
    terry.sandbox.inject("unread")
    with pytest.raises(requests.ConnectionError):
        terry.post_entry(description="x" * 20_000_000)
    assert terry.sandbox.ledger() == []
    assert [one["fault"] for one in terry.sandbox.requests()][-1] == "unread"


def test_resetting_any_request(terry: Person) -> None:
    terry.sandbox.inject("reset")
    with pytest.raises(requests.ConnectionError, match="reset"):
        terry.get("actions")
    assert terry.get("actions").status_code == 200


def test_closing_does_not_wait_for_waiting_faults_or_idle_connections(person: MakePerson) -> None:
    terry = person().connect()
    terry.sandbox.inject("slow=600")
    waiting = threading.Thread(target=lambda: _swallow(lambda: terry.get("actions")))
    waiting.start()
    idle = socket.create_connection(("127.0.0.1", int(terry.sandbox.base_url.rpartition(":")[2])), timeout=10)
    deadline = time.monotonic() + 10
    while terry.sandbox.pending_faults() and time.monotonic() < deadline:
        waiting.join(0.01)
    terry.sandbox.close()
    waiting.join(10)
    idle.close()
    assert not waiting.is_alive()
    names = {thread.name for thread in threading.enumerate()}
    assert not {name for name in names if "sandbox" in name or "process_request" in name}


def _swallow(call: Callable[[], object]) -> None:
    try:
        call()
    except requests.RequestException:
        return


def test_half_a_page_of_matters(terry: Person) -> None:
    terry.sandbox.inject("half-body")
    with pytest.raises((requests.exceptions.ChunkedEncodingError, requests.ConnectionError)):
        terry.get("actions?pageSize=50")
    assert terry.get("actions?pageSize=50").status_code == 200


def test_half_a_body_promises_more_than_it_holds(terry: Person) -> None:
    terry.sandbox.inject("half-body")
    port = int(terry.sandbox.base_url.rpartition(":")[2])
    with socket.create_connection(("127.0.0.1", port), timeout=10) as connection:
        token = terry.tokens["access_token"]
        ask = f"GET /api/rest/actions HTTP/1.1\r\nHost: 127.0.0.1\r\nAuthorization: Bearer {token}\r\n\r\n"
        connection.sendall(ask.encode())
        received = b""
        while part := connection.recv(65_536):
            received += part
    head, _, body = received.partition(b"\r\n\r\n")
    promised = next(
        int(line.split(b":")[1]) for line in head.split(b"\r\n") if line.lower().startswith(b"content-length")
    )
    assert len(body) == promised // 2
    with pytest.raises(json.JSONDecodeError):
        json.loads(body)


def test_html_instead_of_json(terry: Person) -> None:
    terry.sandbox.inject("html:1@actions")
    assert terry.get("quickcodes").status_code == 200
    answer = terry.get("actions")
    assert (answer.status_code, answer.headers["Content-Type"]) == (200, "text/html; charset=utf-8")


@pytest.mark.parametrize("status", [500, 502, 503, 504])
def test_server_errors_do_nothing_else(terry: Person, status: int) -> None:
    terry.sandbox.inject(f"{status}:1@POST timeentries")
    assert terry.get("timeentries").status_code == 200
    assert terry.post_entry().status_code == status
    assert terry.sandbox.ledger() == []


def test_dropping_any_request(terry: Person) -> None:
    terry.sandbox.inject("drop:2")
    for _ in range(2):
        with pytest.raises(requests.ConnectionError):
            terry.get("actions")
    assert terry.get("actions").status_code == 200


def test_a_slow_answer_is_still_the_answer(terry: Person) -> None:
    terry.sandbox.inject("slow=0.01:1")
    assert terry.get("actions").status_code == 200
    assert terry.sandbox.requests()[-1]["fault"] == "slow"


def test_token_address_answering_html(terry: Person) -> None:
    terry.sandbox.inject("token-html")
    assert terry.get("actions").status_code == 200
    answer = terry.refresh()
    assert answer.headers["Content-Type"].startswith("text/html")
    assert terry.refresh().status_code == 200


def test_token_address_losing_its_answer_has_rotated_all_the_same(terry: Person) -> None:
    terry.sandbox.inject("token-lost")
    with pytest.raises(requests.ConnectionError):
        terry.refresh()
    assert terry.refresh().json()["error"] == "invalid_grant"


def test_token_address_dropping_or_failing_has_not_rotated(terry: Person) -> None:
    terry.sandbox.inject("token-drop")
    with pytest.raises(requests.ConnectionError):
        terry.refresh()
    terry.sandbox.inject("token-500")
    assert terry.refresh().status_code == 500
    assert terry.refresh().status_code == 200


# -- row 24 ----------------------------------------------------------------------------------------------------


def test_row_24_a_429_fault_with_and_without_retry_after(terry: Person) -> None:
    terry.sandbox.inject("429=7")
    answer = terry.get("actions")
    assert (answer.status_code, answer.headers["Retry-After"], answer.content) == (429, "7", b"")
    terry.sandbox.set_switch("retry_after", "off")
    terry.sandbox.inject("429")
    assert "Retry-After" not in terry.get("actions").headers
    terry.sandbox.set_switch("retry_after", "3")
    terry.sandbox.inject("429")
    assert terry.get("actions").headers["Retry-After"] == "3"
    terry.sandbox.set_switch("retry_after", "date")
    terry.sandbox.inject("429=40")
    headers = terry.get("actions").headers
    until, now = (parsedate_to_datetime(headers[name]) for name in ("Retry-After", "Date"))
    assert abs((until - now).total_seconds() - 40) <= 1


def test_row_24_a_budget_per_session(terry: Person, person: MakePerson) -> None:
    terry.sandbox.set_switch("budget_session", "2")
    assert [terry.get("users/current").status_code for _ in range(3)] == [200, 200, 429]
    assert 1 <= int(terry.get("users/current").headers["Retry-After"]) <= 60
    assert person(terry.sandbox, "robin.hartley@hartley.example").connect().get("users/current").status_code == 200
    terry.sandbox.advance(61)
    assert terry.get("users/current").status_code == 200


@pytest.mark.parametrize("budget", ["budget_org", "budget_ip"])
def test_row_24_budgets_shared_by_an_office(terry: Person, person: MakePerson, budget: str) -> None:
    robin = person(terry.sandbox, "robin.hartley@hartley.example").connect()
    terry.sandbox.set_switch(budget, "2")
    assert [one.get("users/current").status_code for one in (terry, robin, terry)] == [200, 200, 429]


# -- row 26 ----------------------------------------------------------------------------------------------------


def test_row_26_maintenance(terry: Person) -> None:
    terry.sandbox.set_switch("maintenance", "on")
    answer = terry.get("actions")
    assert answer.status_code == 503
    assert answer.headers["Content-Type"].startswith("text/html")
    assert terry.post_entry().status_code == 503
    assert terry.sandbox.ledger() == []
    terry.sandbox.set_switch("maintenance", "off")
    assert terry.get("actions").status_code == 200


# -- the written form ------------------------------------------------------------------------------------------


def test_every_fault_of_the_table_can_be_written() -> None:
    for kind in FAULT_KINDS:
        assert parse_fault(kind.name).kind is kind


def test_a_fault_is_written_with_number_count_scope_and_chance() -> None:
    fault = parse_fault("create-then-delay=2.5:*@POST timerecords%0.25")
    assert (fault.seconds, fault.count, fault.method, fault.resource, fault.chance) == (
        2.5,
        None,
        "POST",
        "timerecords",
        0.25,
    )
    assert parse_fault("create-then-drop").method == "POST"
    assert parse_fault("429=10:3@actions").count == 3


@pytest.mark.parametrize("spec", ["", "explode", "429=x", "500:-1", "500%0", "500%2", "500@a b c", "500:1:1"])
def test_a_fault_that_cannot_be_read_is_refused(spec: str) -> None:
    with pytest.raises(BadFaultError):
        parse_fault(spec)


def test_chances_repeat_with_the_seed() -> None:
    def strikes(seed: int) -> list[bool]:
        box = FaultBox(seed)
        box.add("500:*%0.3")
        return [box.take("GET", "actions", afterwards=False) is not None for _ in range(200)]

    assert strikes(1) == strikes(1)
    assert strikes(1) != strikes(2)
    assert 20 < sum(strikes(1)) < 100


def test_faults_can_be_forgotten(terry: Person) -> None:
    terry.sandbox.inject("500:5")
    assert terry.sandbox.pending_faults() == 5
    terry.sandbox.clear_faults()
    assert terry.get("actions").status_code == 200


def test_many_at_once_get_an_entry_each_however_the_connections_end(terry: Person) -> None:
    terry.sandbox.inject("create-then-drop:*@timeentries%0.3")
    references = [f"tr-{number}" for number in range(40)]
    with ThreadPoolExecutor(8) as pool:
        list(pool.map(lambda ref: _swallow(lambda: terry.post_entry(importExternalReference=ref)), references))
    ledger = terry.sandbox.ledger()
    assert sorted(row["importExternalReference"] for row in ledger) == sorted(references)
    assert len({row["id"] for row in ledger}) == 40
    statuses = [one["status"] for one in terry.sandbox.requests() if one["method"] == "POST"][-40:]
    assert set(statuses) == {0, 201}
