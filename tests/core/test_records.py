"""How sent entries stand in Actionstep, and what was made elsewhere."""

from __future__ import annotations

from dataclasses import replace
from datetime import date, timedelta
from decimal import Decimal

import pytest

from wisestep_desktop.core.entries import Charge, Draft, Entry
from wisestep_desktop.core.ids import EntryId, MatterId, ParticipantId, PostingKey, RemoteEntryId
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.records import RecordedEntry, Standing, differences, elsewhere, standing

DAY = date(2026, 3, 16)
SENT = Entry(
    EntryId(1),
    Draft(DAY, "Australia/Sydney", MatterId(7), by_hand=2_520_000),
    EntryState.SENT,
    key=PostingKey("k"),
    remote=RemoteEntryId(9),
    text_sent="Drafting\n\nletter",
    billed_sent=Decimal("0.80"),
)
RECORD = RecordedEntry(
    RemoteEntryId(9), PostingKey("k"), DAY, "Drafting letter", Decimal("0.70"), Decimal("0.80"), Charge.BILL,
    MatterId(7), None, ParticipantId(26),
)  # fmt: skip


@pytest.mark.parametrize(
    ("record", "stands"),
    [
        (None, Standing.UNSEEN),
        (RECORD, Standing.AS_SENT),
        (replace(RECORD, text="Other"), Standing.CHANGED),
        (replace(RECORD, text="Other", bill_reference="INV-1"), Standing.BILLED),
        (replace(RECORD, locked=True), Standing.LOCKED),
        (replace(RECORD, gone=True, bill_reference="INV-1"), Standing.DELETED),
    ],
)
def test_standing(record: RecordedEntry | None, stands: Standing) -> None:
    assert standing(SENT, record) is stands


@pytest.mark.parametrize(
    ("change", "name"),
    [
        ({"work_date": DAY + timedelta(days=1)}, "work_date"),
        ({"actual_hours": Decimal("0.75")}, "worked_hours"),
        ({"billable_hours": Decimal("1.00")}, "billed_hours"),
        ({"charge": Charge.HIDE}, "charge"),
        ({"matter": None}, "matter"),
        ({"text": "Drafting"}, "text"),
    ],
)
def test_each_difference_has_a_name(change: dict[str, object], name: str) -> None:
    assert differences(SENT, RECORD) == ()
    assert differences(SENT, replace(RECORD, **change)) == (name,)  # type: ignore[arg-type]


def test_what_is_ours_by_id_or_key_was_not_made_elsewhere() -> None:
    doubtful = replace(SENT, id=EntryId(2), state=EntryState.UNCERTAIN, remote=None, key=PostingKey("other"))
    ours = [RECORD, replace(RECORD, id=RemoteEntryId(10), key=PostingKey("other"))]
    foreign = replace(RECORD, id=RemoteEntryId(11), key=None)
    gone = replace(foreign, id=RemoteEntryId(12), gone=True)
    assert elsewhere([*ours, gone, foreign], [SENT, doubtful]) == (foreign,)
