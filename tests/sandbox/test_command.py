"""The command and the control address, from another process as the program uses them."""

import json
import os
import re
import signal
import subprocess
import sys
from pathlib import Path

import pytest
import requests

from tests.sandbox.people import Person, StartSandbox
from wisestep_desktop.sandbox.faults import FAULT_KINDS
from wisestep_desktop.sandbox.practice import Sandbox
from wisestep_desktop.sandbox.switches import SWITCHES

PROMISED = {"authorize_url", "token_url", "api_endpoint", "client_id", "client_secret", "redirect_uri", "pid"}
COMMAND = [sys.executable, "-m", "wisestep_desktop.sandbox"]


def test_the_manual_names_every_switch_and_every_fault() -> None:
    manual = (Path(__file__).parents[2] / "docs" / "sandbox.md").read_text()
    named = set(re.findall(r"`([A-Za-z0-9_-]+)`", manual))
    assert {switch.name for switch in SWITCHES} <= named
    assert {value for switch in SWITCHES for value in switch.values} <= named
    assert {kind.name for kind in FAULT_KINDS} <= named


def post(url: str, body: object):
    return requests.post(url, json=body, timeout=10)


@pytest.mark.skipif(sys.platform == "win32", reason="SIGTERM does not reach a process there")
@pytest.mark.parametrize("stop", [signal.SIGTERM, signal.SIGINT])
def test_the_command_prints_one_line_serves_and_stops_at_a_signal(tmp_path: Path, stop: signal.Signals) -> None:
    data = tmp_path / "firm.json"
    data.write_text(json.dumps({"matters": [{"id": 5, "name": "Only one", "reference": "X-1", "status": "Active"}]}))
    words = ["--data", str(data), "--switch", "expires_in=5", "ebm=off", "--fault", "create-then-drop:2", "--seed", "3"]
    with subprocess.Popen([*COMMAND, *words], stdout=subprocess.PIPE, stderr=subprocess.PIPE, text=True) as process:
        line = json.loads(process.stdout.readline())
        assert set(line) >= PROMISED
        assert line["pid"] == process.pid
        assert requests.get(line["authorize_url"], timeout=10).status_code == 400
        control = line["control_url"]
        assert [row["name"] for row in requests.get(f"{control}/matters", timeout=10).json()] == ["Only one"]
        assert requests.get(f"{control}/switches", timeout=10).json()["expires_in"] == "5"
        assert requests.get(f"{control}/faults", timeout=10).json() == {"pending": 2, "struck": {}}
        os.kill(process.pid, stop)
        rest, errors = process.communicate(timeout=20)
        assert (process.returncode, rest, errors) == (0, "", "")


@pytest.mark.parametrize(
    ("words", "status", "names"),
    [
        (["--switch", "put_mode=mix"], 2, "put_mode"),
        (["--switch", "put_mode"], 2, "NAME=VALUE"),
        (["--fault", "explode"], 2, "explode"),
        (["--matters", "-1"], 2, "--matters"),
        (["--data", "/nowhere/firm.json"], 1, "/nowhere/firm.json"),
    ],
)
def test_a_command_that_cannot_start_says_why(words: list[str], status: int, names: str) -> None:
    done = subprocess.run([*COMMAND, *words], capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == status
    assert names in done.stderr
    assert "Traceback" not in done.stderr
    assert done.stdout == ""


def test_a_data_file_of_the_wrong_shape_is_said_so(tmp_path: Path) -> None:
    data = tmp_path / "firm.json"
    data.write_text('{"matters": [{"title": "no id"}]}')
    done = subprocess.run([*COMMAND, "--data", str(data)], capture_output=True, text=True, timeout=30, check=False)
    assert done.returncode == 1
    assert str(data) in done.stderr
    assert "Traceback" not in done.stderr


def test_the_control_address_looks_in_and_steers(terry: Person) -> None:
    control = terry.sandbox.control_url
    assert control != terry.sandbox.base_url
    ident = terry.post_entry().json()["timeentries"]["id"]
    assert [row["id"] for row in requests.get(f"{control}/ledger", timeout=10).json()] == [ident]
    assert len(requests.get(f"{control}/ledger?history=1", timeout=10).json()) == 4
    assert requests.get(f"{control}/requests", timeout=10).json()[-1]["status"] == 201
    assert post(f"{control}/bill", {"id": ident}).json()["billReference"].startswith("INV-")
    assert post(f"{control}/switch", {"name": "post_status", "value": "200"}).status_code == 200
    assert terry.post_entry().status_code == 200
    assert post(f"{control}/fault", {"spec": "500"}).status_code == 200
    assert terry.get("actions").status_code == 500
    post(f"{control}/fault", {"spec": "500:9"})
    assert post(f"{control}/clear-faults", {}).status_code == 200
    assert post(f"{control}/close-matter", {"id": 10482}).status_code == 200
    assert terry.rows("actions/10482")[0]["status"] == "Closed"
    assert post(f"{control}/delete-matter", {"id": 10990}).status_code == 200
    assert post(f"{control}/restrict-matter", {"id": 10611, "users": [12]}).status_code == 200
    assert terry.rows("actions?id_in=10990,10611") == []
    assert post(f"{control}/advance", {"seconds": 28_800}).status_code == 200
    assert terry.get("actions").json()["error"] == "expired_token"
    terry.tokens = terry.refresh().json()
    assert post(f"{control}/expire", {}).status_code == 200
    assert terry.get("actions").status_code == 401
    assert post(f"{control}/revoke", {}).status_code == 200
    assert terry.refresh().status_code == 400


@pytest.mark.parametrize(
    ("path", "body"),
    [
        ("/switch", {"name": "colour", "value": "red"}),
        ("/switch", {}),
        ("/fault", {"spec": "explode"}),
        ("/bill", {"id": 1}),
        ("/close-matter", {"id": "x"}),
    ],
)
def test_the_control_address_refuses_what_makes_no_sense(start: StartSandbox, path: str, body: object) -> None:
    answer = post(start().control_url + path, body)
    assert answer.status_code == 400
    assert answer.json()["error"]


def test_the_control_address_takes_nothing_from_web_pages_and_the_api_knows_nothing_of_it(start: StartSandbox) -> None:
    sandbox: Sandbox = start()
    form = requests.post(f"{sandbox.control_url}/revoke", data={"a": "b"}, timeout=10)
    assert form.status_code == 415
    assert (
        requests.get(f"{sandbox.control_url}/ledger", headers={"Host": "evil.example"}, timeout=10).status_code == 421
    )
    assert requests.get(f"{sandbox.base_url}/ledger", timeout=10).status_code == 404
    assert requests.get(f"{sandbox.control_url}/api/rest/actions", timeout=10).status_code == 404


def test_the_end_of_stdin_ends_it_where_that_was_asked_for() -> None:
    pipe = subprocess.PIPE
    with subprocess.Popen([*COMMAND, "--until-stdin-ends"], stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:
        assert json.loads(process.stdout.readline())["pid"] == process.pid
        _, errors = process.communicate(timeout=20)  # closes its stdin
        assert (process.returncode, errors) == (0, "")
