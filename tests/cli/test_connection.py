"""The connection on the command line: any server that follows the document, and what becomes of what was sent."""

from __future__ import annotations

import json
import os
import re
import subprocess
from collections.abc import Iterator
from pathlib import Path

import pytest
import requests

from tests.cli.conftest import COMMAND, PATIENCE, ROOT, RunningSandbox, Wisestep, configure, sign_in
from tests.fakes.other_actionstep import CLIENT, SECRET, OtherActionstep

pytestmark = pytest.mark.journey
DAY = "2026-03-16"


@pytest.fixture
def other() -> Iterator[OtherActionstep]:
    with OtherActionstep() as running:
        yield running


@pytest.fixture
def connected(wisestep: Wisestep, sandbox: RunningSandbox) -> Wisestep:
    configure(wisestep, sandbox)
    assert wisestep("settings", "set", "connection.pause_milliseconds", "0").code == 0
    sign_in(wisestep)
    assert wisestep("sync").code == 0
    return wisestep


def settle_on(wisestep: Wisestep, other: OtherActionstep) -> None:
    told = {
        "environment": "custom",
        "authorize_url": f"{other.oauth}/oauth/authorize",
        "token_url": f"{other.oauth}/oauth/token",
        "client_id": CLIENT,
        "client_authentication": "basic",
        "allowed_api_hosts": other.api.removeprefix("http://"),
        "pause_milliseconds": "0",
    }
    for name, value in told.items():
        assert wisestep("settings", "set", f"connection.{name}", value).code == 0
    assert wisestep("settings", "set", "connection.client_secret", "-", stdin=SECRET.encode() + b"\n").code == 0


def walk_through(url: str) -> requests.Response:
    return requests.get(url, timeout=10)


def test_every_command_works_with_any_server_that_follows_the_document(
    wisestep: Wisestep, other: OtherActionstep
) -> None:
    settle_on(wisestep, other)
    with wisestep.start("connect", "--browser", "system", "--no-open") as process:
        assert process.stdout is not None
        url = json.loads(process.stdout.readline())["authorize_url"]
        assert walk_through(url).status_code == 200
        rest, errors = process.communicate(timeout=PATIENCE)
    assert process.returncode == 0, errors
    assert json.loads(rest) == {
        "connected": True, "organisation": "otherfirm", "user": "alex@other.test", "region": None,
    }  # fmt: skip
    assert wisestep("sync", "--json").value("sync")["matters"] == 5
    assert [each["name"] for each in wisestep("activity-types", "--json").value("activity-types")] == ["Advice"]
    entry = wisestep("add", "--matter", "50201", "--date", DAY, "--seconds", "2520", "--json").value("add")["entry"]
    assert [one["entry"] for one in wisestep("entries", "--json").value("entries")] == [entry]
    sent = wisestep("send", "--json").value("send")
    assert (sent["sent"], sent["refused"], sent["uncertain"]) == (1, 0, 0)
    assert wisestep("outbox", "--json").value("outbox") == []
    [row] = other.entries.values()
    assert (row["actualHours"], row["timestampDate"][:10], row["links"]["owner"]) == (0.7, DAY, "26")
    status = wisestep("status", "--json").value("status")
    assert (status["state"], status["organisation"], status["outbox"]) == ("ready", "otherfirm", 0)
    assert set(other.asked) <= {"users", "actions", "quickcodes", "timeentries"}


def test_doctor_tells_what_was_found_out_about_the_organisation(connected: Wisestep, sandbox: RunningSandbox) -> None:
    assert connected("add", "--matter", "10482", "--date", "2026-03-02", "--seconds", "600").code == 0
    sandbox.control("switch", name="extref_filter", value="ignored")
    sandbox.control("fault", spec="create-then-drop:1")
    try:
        assert connected("send", "--json").value("send")["sent"] == 1
    finally:
        sandbox.control("switch", name="extref_filter", value="on")
    told = connected("doctor", "--json").value("doctor")["actionstep"]
    assert (told["resource"], told["extref"], told["references"]) == ("timeentries", "ignored", "kept")
    assert "actionstep references" in connected("doctor").out


def test_the_address_can_be_pasted_where_no_port_can_be_opened(wisestep: Wisestep, other: OtherActionstep) -> None:
    settle_on(wisestep, other)
    assert wisestep("settings", "set", "connection.redirect_uri", "https://firm.example/signed-in").code == 0
    assert "connect --paste" in wisestep("connect", "--browser", "system", "--no-open").sentence()
    pipe, words, environment = subprocess.PIPE, [*COMMAND, "connect", "--paste"], wisestep.environment()
    with subprocess.Popen(words, cwd=ROOT, env=environment, stdin=pipe, stdout=pipe, stderr=pipe, text=True) as process:
        assert process.stdout is not None
        url = json.loads(process.stdout.readline())["authorize_url"]
        answer = requests.get(url, timeout=10, allow_redirects=False)
        out, errors = process.communicate(answer.headers["Location"] + "\n", timeout=PATIENCE)
    assert process.returncode == 0, errors
    assert json.loads(out)["organisation"] == "otherfirm"


def test_what_was_sent_is_shown_changed_and_taken_back(connected: Wisestep, sandbox: RunningSandbox) -> None:
    added = connected(
        "add", "--matter", "10482", "--date", DAY, "--seconds", "2520", "--narrative", "Drafting", "--json"
    )
    entry = str(added.value("add")["entry"])
    connected("send", "--json").value("send")
    sandbox.control("add-entry", date=DAY, hours="0.50", text="Call", matter=10482)
    shown = connected("records", "--date", DAY, "--json").value("records")
    assert [(one["standing"], one["text"], one["worked_hours"]) for one in shown] == [
        ("as_sent", "Drafting", "0.70"),
        ("elsewhere", "Call", "0.50"),
    ]
    assert connected("records", "--date", DAY, "--offline", "--json").value("records") == shown
    changed = connected("amend", entry, "--narrative", "Drafting more", "--charge", "no_charge", "--json")
    assert changed.value("amend")["narrative"] == "Drafting more"
    number = shown[0]["actionstep_id"]
    sandbox.control("change-entry", id=number, fields={"description": "Changed"})
    assert "nothing was overwritten" in connected("amend", entry, "--narrative", "Mine").sentence()
    assert connected("amend", entry, "--narrative", "Mine", "--over-theirs").code == 0
    assert connected("recall", entry, "--json").value("recall")["state"] == "draft"
    left = connected("records", "--date", DAY, "--json").value("records")
    assert [one["standing"] for one in left] == ["elsewhere"]
    again = connected("send", "--json").value("send")
    assert again["sent"] == 1
    sent = again["entries"][0]["actionstep_id"]
    sandbox.control("bill", id=sent)
    assert re.search("on bill INV-", connected("recall", entry).sentence())


def test_nothing_secret_is_found_anywhere(wisestep: Wisestep, other: OtherActionstep, tmp_path: Path) -> None:
    """A whole journey, then everything written to disk, every output and every process is searched for canaries."""
    settle_on(wisestep, other)
    title, narrative = "Canary-Title 50201 Zebra.docx", "Canary-Narrative privileged advice"
    outputs: list[bytes] = []
    with wisestep.start("connect", "--browser", "system", "--no-open") as process:
        assert process.stdout is not None
        url = json.loads(process.stdout.readline())["authorize_url"]
        place = Path(f"/proc/{process.pid}")
        outputs += [(place / "cmdline").read_bytes(), (place / "environ").read_bytes()]
        walk_through(url)
        outputs += process.communicate(timeout=PATIENCE)
    added = ("add", "--matter", "50201", "--date", DAY, "--seconds", "600", "--narrative", narrative, "--json")
    for words in (
        ("sync",),
        added,
        ("send",),
        ("status",),
        ("outbox",),
        ("settings", "list"),
        ("match", "--json", title),
    ):
        said = wisestep(*words)
        assert said.code == 0, said
        shown_on_purpose = words[0] in ("match", "entries")
        outputs += [said.err.encode(), b"" if shown_on_purpose else said.out.encode()]
    failed = wisestep("settings", "set", "connection.client_secret", "-", stdin=b"Canary-Wrong-Secret\n")
    outputs += [failed.out.encode(), failed.err.encode()]
    canaries = [one.encode() for one in (*other.secrets, narrative, "Canary-Wrong-Secret", "Zebra")]
    files = [file for file in tmp_path.rglob("*") if file.is_file()]
    assert any(file.name == "timeline.db" for file in files)
    for name, text in [*((str(file), file.read_bytes()) for file in files), *(("output", text) for text in outputs)]:
        for canary in canaries:
            assert canary not in text, f"{canary!r} in {name}"
    assert os.environ.get("WISESTEP_DATA_DIR") is None
