"""A whole day on the command line: connect, sync, add, send; every shape as promised."""

from __future__ import annotations

import json
import re
from pathlib import Path

import pytest

from tests.cli.conftest import RunningSandbox, Wisestep, answer_pages, configure, sign_in
from tests.services.office import SqlStore
from wisestep_desktop.core.instants import SECOND, parse_iso
from wisestep_desktop.core.observation import PRIVATE, Window
from wisestep_desktop.core.presence import Presence, PresenceSpan
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.ports.store import Books

pytestmark = pytest.mark.journey
DAY = "2026-03-16"


def worked(folder: Path) -> None:
    """Put an hour into the timeline, as a recorder would."""
    store = SqlStore(folder / "data", bytes.fromhex("5e" * 32), "0.0.1")
    start = parse_iso(f"{DAY}T09:00:00+11:00")

    def job(books: Books) -> None:
        at = start
        for window, seconds in (
            (Window("Word", "10482 - Letter of demand.docx"), 1_200),
            (PRIVATE, 300),
            (Window("Mail", "Inbox \u202e (3)"), 600),
        ):
            end = Instant(at + seconds * SECOND)
            books.timeline.open_visit(at, window)
            books.timeline.extend_visit(at, end)
            books.timeline.put_presence(PresenceSpan(Span(at, end), Presence.ACTIVE))
            at = end

    store.write(job).result()
    store.close()


@pytest.fixture
def connected(wisestep: Wisestep, sandbox: RunningSandbox) -> Wisestep:
    configure(wisestep, sandbox)
    sign_in(wisestep)
    return wisestep


def test_a_day_from_sign_in_to_sent(wisestep: Wisestep, sandbox: RunningSandbox) -> None:
    configure(wisestep, sandbox)
    before = wisestep("status", "--json").value("status")
    assert (before["connected"], before["state"], before["user"]) == (False, "disconnected", None)
    announced, done = sign_in(wisestep)
    assert announced["authorize_url"].startswith(sandbox.told["authorize_url"])
    assert done["organisation"] == "hartleyco"
    synced = wisestep("sync", "--json").value("sync")
    assert synced["matters"] == synced["added"] > 20
    status = wisestep("status", "--json").value("status")
    assert (status["state"], status["matters"], status["user"]) == ("ready", synced["matters"], done["user"])
    assert status["last_sync"] < status["next_sync"]
    [matter] = wisestep("matters", "--json", "10482").value("matters")
    assert matter["id"] == 10482
    types = wisestep("activity-types", "--json").value("activity-types")
    assert len(types) == synced["activity_types"]
    wisestep("settings", "set", "BILLABLE_TIME_ROUNDING_SEC", "360")
    worked(wisestep.folder)
    day = wisestep("timeline", "--date", DAY, "--json").value("timeline")
    assert [(row["seconds"], row["matter"], row["state"]) for row in day["rows"]] == [
        (1_200, 10482, "open"),
        (300, None, "private"),
        (600, None, "open"),
    ]
    assert day["rows"][0]["start"] == f"{DAY}T09:00:00.000+11:00"
    assert day["totals"] == {
        "elapsed": 2_100,
        "active": 1_800,
        "private": 300,
        "possible": 0,
        "away": 0,
        "tagged": 1_200,
        "sent": 0,
    }
    tagged = wisestep("tag", day["rows"][2]["id"], "10482", "--json").value("tag")
    assert tagged["matter"] == 10482
    drafted = wisestep("draft", "--date", DAY, "--json").value("draft")["entries"]
    assert len(drafted) == 1
    name = types[0]["name"]
    added = wisestep(
        "add", "--matter", "10482", "--date", DAY, "--seconds", "61", "--activity-type", name, "--narrative",
        "Call; \u201cquoted\u201d", "--json",
    ).value("add")["entry"]  # fmt: skip
    entries = wisestep("entries", "--date", DAY, "--json").value("entries")
    assert [(each["entry"], each["worked_seconds"], each["billed_hours"], each["state"]) for each in entries] == [
        (drafted[0], 1_800, "0.50", "draft"),
        (added, 61, "0.10", "draft"),
    ]
    dry = wisestep("send", "--date", DAY, "--dry-run", "--json").value("send")
    assert (dry["sent"], len(dry["entries"])) == (0, 2)
    sent = wisestep("send", "--date", DAY, "--json").value("send")
    assert (sent["sent"], sent["refused"], sent["uncertain"], sent["queued"]) == (2, 0, 0, 0)
    ledger = {int(row["id"]): row for row in sandbox.control("ledger")}
    for each in sent["entries"]:
        row = ledger[each["actionstep_id"]]
        assert (row["description"], row["actualHours"], row["billableHours"]) == (
            each["text_sent"], each["worked_hours"], each["billed_hours"],
        )  # fmt: skip
    assert wisestep("send", "--date", DAY, "--json").value("send")["entries"] == []
    assert wisestep("outbox", "--json").value("outbox") == []
    after = wisestep("timeline", "--date", DAY, "--json").value("timeline")
    assert after["totals"]["sent"] == 1_800
    gone = wisestep("disconnect", "--json").value("disconnect")
    assert gone["was_connected"] is True
    assert "Not connected" in wisestep("send", "--date", DAY).sentence()


def test_a_sandbox_that_went_away(wisestep: Wisestep) -> None:
    with wisestep.start("sandbox", "--matters", "3") as process:
        try:
            assert process.stdout is not None
            configure(wisestep, RunningSandbox(json.loads(process.stdout.readline()), process))
            sign_in(wisestep)
        finally:
            process.terminate()
    assert "cannot be reached" in wisestep("sync", "--json").sentence()
    status = wisestep("status", "--json").value("status")
    assert (status["connected"], status["state"]) == (True, "error")
    assert "cannot be reached" in status["reason"]


def test_a_doubt_is_settled_before_send_returns(connected: Wisestep, sandbox: RunningSandbox) -> None:
    connected("sync")
    number = connected("add", "--matter", "10482", "--date", DAY, "--seconds", "600", "--json").value("add")["entry"]
    sandbox.control("fault", spec="create-then-drop:1")
    sent = connected("send", "--json").value("send")
    assert [(each["entry"], each["state"]) for each in sent["entries"]] == [(number, "sent")]
    keys = [row["importExternalReference"] for row in sandbox.control("ledger")]
    assert keys.count(sent["entries"][0]["reference"]) == 1


def test_a_refusal_is_told_and_ends_with_one(connected: Wisestep, sandbox: RunningSandbox) -> None:
    connected("sync")
    connected("add", "--matter", "10482", "--date", DAY, "--seconds", "600")
    sandbox.control("switch", name="org_rules", value="enforce")
    try:
        said = connected("send", "--json")
    finally:
        sandbox.control("switch", name="org_rules", value="ignore")
    assert said.code == 1
    told = type(said)(0, said.out, said.err).value("send")
    assert (told["sent"], told["refused"]) == (0, 1)
    assert "quick code" in told["entries"][0]["reason"]


def test_what_waits_says_why(connected: Wisestep, sandbox: RunningSandbox) -> None:
    connected("sync")
    connected("add", "--matter", "10482", "--date", DAY, "--seconds", "600")
    sandbox.control("fault", spec="503=60:1@POST timeentries")
    told = connected("send", "--json").value("send")
    assert told["queued"] == 1
    [waiting] = connected("outbox", "--json").value("outbox")
    assert (waiting["state"], waiting["attempts"]) == ("queued", 1)
    assert "maintained" in waiting["reason"]
    assert connected("status", "--json").value("status")["outbox"] == 1


def test_the_wrong_secret_is_one_sentence(wisestep: Wisestep, sandbox: RunningSandbox) -> None:
    configure(wisestep, sandbox)
    wisestep("settings", "set", "connection.client_secret", "wrong")
    with wisestep.start("connect", "--browser", "system", "--no-open") as process:
        try:
            assert process.stdout is not None
            address = re.search(rb'"authorize_url": "([^"]+)"', process.stdout.readline())
            assert address is not None
            answer_pages(address[1].decode())
            out, err = process.communicate(timeout=60)
        finally:
            process.kill()
    assert (process.returncode, out) == (1, b"")
    assert b"client_secret" in err
    assert b"Traceback" not in err
    assert len(err.splitlines()) == 1
