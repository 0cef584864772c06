"""Every unknown of Actionstep, settled each way: the same day is lived, and must come out the same."""

from __future__ import annotations

from collections.abc import Iterator
from pathlib import Path

import pytest

from tests.services.office import WORDS, Office
from tests.services.test_connect_and_sync import cached, visible
from tests.services.test_posting import MATTER
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.records import Standing
from wisestep_desktop.sandbox.practice import Sandbox
from wisestep_desktop.sandbox.switches import SWITCHES, Switch
from wisestep_desktop.services import records, review

SCOPES = "users participants actions actiontypes quickcodes timeentries timerecords timerecordactivities divisions"
NUMBERS = {
    "expires_in": ("1", "30"),
    "code_life": ("5",),
    "refresh_grace": ("0",),
    "refresh_life": ("60",),
    "page_overlap": ("1", "7"),
    "budget_session": ("40",),
    "budget_org": ("40",),
    "budget_ip": ("40",),
    "retry_after": ("0", "70"),
    "clock_skew": ("-7200", "7200"),
}
ZONES = ("Asia/Kolkata", "America/St_Johns", "Pacific/Kiritimati")
ELSEWHERE = {
    ("maintenance", "on"): "nothing works then but waiting, which test_posting lives through",
    ("pkce", "refuse"): "a setting of ours goes with it; see test_oauth",
    ("redirect_match", "exact"): "the windows ask for the registered port, which test_sign_in_windows does",
}


def settings_of(switch: Switch) -> Iterator[tuple[str, str]]:
    values = (*switch.values, *NUMBERS.get(switch.name, ()), *(ZONES if switch.zone else ()))
    assert not (switch.number or switch.signed) or switch.name in NUMBERS, f"no number of {switch.name} is tried"
    for value in values:
        if value != switch.default and (switch.name, value) not in ELSEWHERE:
            yield switch.name, value


@pytest.mark.parametrize(("name", "value"), [pair for switch in SWITCHES for pair in settings_of(switch)])
def test_the_day_comes_out_the_same(tmp_path: Path, name: str, value: str) -> None:
    with Sandbox(matters=60, switches={name: value}) as sandbox, Office(tmp_path, sandbox) as office:
        office.set("connection.scopes", SCOPES)
        office.connect()
        office.sync()
        assert cached(office) == visible(sandbox)
        kinds = {each.name: each.id for each in office.store.read(lambda books: books.matters.activity_types())}
        assert "Drafting" in kinds

        number = office.add(MATTER, activity_type=kinds["Drafting"])
        office.courier().queue(number, WORDS)
        sandbox.inject("create-then-drop:1")
        office.drain()
        sent = office.entry(number)
        resource = "timerecords" if name == "ebm" else "timeentries"
        [row] = sandbox.ledger(resource=resource)
        assert (sent.state, sent.remote, sent.reason) == (EntryState.SENT, row["id"], None)
        field = "timestampDate" if resource == "timeentries" else "startTimestamp"
        assert row[field][:10] == sent.draft.work_date.isoformat()
        assert (row["actualHours"], row["billableHours"]) == ("0.70", "0.70")

        found = records.look(office.store, office.clock, office.practice, sent.draft.work_date)
        assert [(each.entry.id, each.standing) for each in found.sent] == [(number, Standing.AS_SENT)]
        assert found.elsewhere == ()

        wish = review.Wish(sent.draft.matter, sent.draft.activity_type, "Drafting another letter")
        changed = records.amend(office.store, office.practice, number, wish, WORDS)
        [row] = sandbox.ledger(resource=resource)
        assert changed.text_sent in (row.get("description"), row.get("notes"))
        assert changed.reason is None

        assert records.recall(office.store, office.practice, number).state is EntryState.DRAFT
        assert sandbox.ledger(resource=resource) == []
        office.sync()
        assert cached(office) == visible(sandbox)
