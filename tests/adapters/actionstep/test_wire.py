"""Any answer is read or refused; nothing a server says makes anything else happen."""

from __future__ import annotations

import json
from decimal import Decimal
from typing import Any
from zoneinfo import ZoneInfo

import pytest
from hypothesis import given, settings
from hypothesis import strategies as st

from wisestep_desktop.adapters.actionstep import entries_wire, wire
from wisestep_desktop.adapters.actionstep.answers import Answer, refusal, unavailable
from wisestep_desktop.core.errors import Misunderstood

SYDNEY = ZoneInfo("Australia/Sydney")
FIELDS = st.sampled_from(
    [
        "id", "name", "reference", "status", "links", "primaryParticipants", "modifiedTimestamp", "isDeleted",
        "timestampDate", "actualHours", "billableHours", "isBillable", "owner", "action", "quickCode", "description",
        "importExternalReference", "createdTimestamp", "billReference", "quickcode", "useForTimeEntry", "participant",
        "displayName", "actions", "participants", "linked", "meta", "paging", "recordCount", "pageCount", "nextPage",
        "debug", "time", "errors", "detail", "code", "title",
    ]
)  # fmt: skip
atoms = st.one_of(
    st.none(),
    st.booleans(),
    st.integers(-(10**20), 10**20),
    st.floats(),
    st.text(max_size=12),
    st.sampled_from(
        [
            "T", "F", "10482", "0.70", "1e999999999", "-1E-99999999", "NaN", "Infinity", "2026-03-16T00:00:00+11:00",
            "0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "2026-03-16", "2026-03-16 00:00:00+11",
            "2026-03-16 14:05:12 +1100 (Australia/Sydney)", "x (../../etc/passwd)", "(", "\ud800",
        ]
    ),
)  # fmt: skip
documents = st.recursive(
    atoms,
    lambda inner: st.lists(inner, max_size=3) | st.dictionaries(FIELDS | st.text(max_size=5), inner, max_size=6),
    max_leaves=25,
)
objects = st.dictionaries(FIELDS, documents, max_size=10)


def read_everything(told: dict[str, Any]) -> None:
    for resource in ("actions", "participants", "timeentries"):
        wire.paging(told, resource)
        wire.names_by_id(wire.linked(told, resource))
    wire.session_zone(told)
    for row in (*wire.rows(told, "actions"), told):
        for read in (
            lambda row=row: wire.matter(row, wire.Beside({}, {}, {})),
            lambda row=row: wire.activity_type(row),
            lambda row=row: wire.participant(row),
            lambda row=row: entries_wire.recorded(row, SYDNEY),
            lambda row=row: entries_wire.recorded(row, None),
        ):
            try:
                read()
            except Misunderstood as refused:
                assert refused.code.startswith("answer.")  # noqa: PT017  any other error fails the test


@given(objects)
@settings(max_examples=400)
def test_any_object_is_read_or_misunderstood(told: dict[str, Any]) -> None:
    try:
        read_everything(told)
    except Misunderstood as refused:
        assert refused.code in {"answer.no_rows", "answer.bad_row"}  # noqa: PT017


@given(st.binary(max_size=60) | documents.map(lambda told: json.dumps(told).encode()))
def test_any_body_is_an_envelope_or_misunderstood(body: bytes) -> None:
    try:
        assert isinstance(wire.payload(body), dict)
    except Misunderstood as refused:
        assert refused.code in {"answer.no_json", "answer.no_object"}  # noqa: PT017


@pytest.mark.parametrize("body", [b"[" * 100_000, b'{"a":' * 50_000, b"9" * 10_000, b'{"id": ' + b"9" * 10_000 + b"}"])
def test_hostile_bodies(body: bytes) -> None:
    with pytest.raises(Misunderstood):
        wire.payload(body)


@given(objects, st.integers(400, 499), st.none() | st.text(max_size=8))
def test_any_refusal_has_a_code_and_bounded_words(told: dict[str, Any], status: int, retry: str | None) -> None:
    answer = Answer(status, json.dumps(told).encode(), retry)
    refused = refusal(answer, "timeentries")
    assert refused.code.startswith("refused.")
    assert len(str(refused.params.get("detail", ""))) <= 300
    waits = unavailable(Answer(429, b"", retry)).retry_after
    assert waits is None or 0 <= waits < 100_000


def test_the_servers_words_are_kept() -> None:
    body = {
        "errors": [{"status": 400, "code": "AS-1500", "title": "Invalid Resource", "detail": "Required:\u202e x\n<b>"}]
    }
    told = refusal(Answer(400, json.dumps(body).encode()), "timeentries")
    assert told.params == {
        "status": 400, "resource": "timeentries", "code": "AS-1500", "detail": "Required: x <b>",
    }  # fmt: skip
    scope = refusal(Answer(403, b'{"error": "insufficient_scope"}'), "quickcodes")
    assert scope.code == "refused.scope"


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("0.70", Decimal("0.70")),
        (0.7, Decimal("0.7")),
        (2, Decimal(2)),
        (" 1.5 ", Decimal("1.5")),
        ("1e999999999", None),
        ("1e-999999999", None),
        ("NaN", None),
        ("Infinity", None),
        (True, None),
        (None, None),
        ("x", None),
        ([], None),
    ],
)
def test_hours(told: object, found: Decimal | None) -> None:
    assert wire.decimal(told) == found


@pytest.mark.parametrize(
    ("told", "found"),
    [
        ("10482", 10_482), (10_482, 10_482), (0, 0), ("0", 0), (-1, None), ("-1", None), ("1.0", None), (1.0, None),
        ("", None), (True, None), ("9" * 16, None), (10**15, None), ("\u0661", None), (" 1", None), (None, None),
    ],
)  # fmt: skip
def test_ids(told: object, found: int | None) -> None:
    assert wire.whole(told) == found


def test_one_row_many_rows_and_none() -> None:
    row = {"id": 1}
    assert wire.rows({"quickcodes": row}, "quickcodes") == (row,)
    assert wire.rows({"QuickCodes": [row, row]}, "quickcodes") == (row, row)
    assert wire.rows({}, "quickcodes") == ()
    assert wire.rows({"quickcodes": []}, "quickcodes") == ()
    for bad, code in (({"else": []}, "answer.no_rows"), ({"quickcodes": ["x"]}, "answer.bad_row")):
        with pytest.raises(Misunderstood, match=code):
            wire.rows(bad, "quickcodes")


@pytest.mark.parametrize(
    ("shown", "zone", "day"),
    [
        ("2026-03-16T00:00:00+11:00", SYDNEY, "2026-03-16"),
        ("2026-03-15T13:00:00+00:00", SYDNEY, "2026-03-16"),
        ("2026-03-15T13:00:00+00:00", None, "2026-03-15"),
        ("2026-03-16T00:00:00", SYDNEY, "2026-03-16"),
        ("2026-03-16", SYDNEY, "2026-03-16"),
    ],
)
def test_the_work_date_is_the_organisations(shown: str, zone: ZoneInfo | None, day: str) -> None:
    row = {"id": 1, "timestampDate": shown, "actualHours": "0.7", "links": {"owner": "26"}}
    assert entries_wire.recorded(row, zone).work_date.isoformat() == day


@pytest.mark.parametrize("shown", ["0001-01-01T00:00:00+14:00", "9999-12-31T23:59:59-14:00", "1900-01-01"])
def test_a_date_at_the_end_of_history_is_no_date(shown: str) -> None:
    row = {"id": 1, "timestampDate": shown, "actualHours": "0.7", "links": {"owner": "26"}}
    with pytest.raises(Misunderstood):
        entries_wire.recorded(row, SYDNEY)


@pytest.mark.parametrize("missing", ["id", "timestampDate", "actualHours", "links"])
def test_a_record_without_what_matters_is_misunderstood_by_field(missing: str) -> None:
    row: dict[str, Any] = {"id": 1, "timestampDate": "2026-03-16", "actualHours": "0.7", "links": {"owner": "26"}}
    del row[missing]
    with pytest.raises(Misunderstood) as refused:
        entries_wire.recorded(row, None)
    assert missing in str(refused.value.params["field"])
