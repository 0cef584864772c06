"""Readers of our files that share nothing with the writers: RFC 4180 letter by letter, LEDES from its specification."""

from __future__ import annotations

import re
from datetime import date, datetime
from decimal import Decimal

LEDES_FIELDS = [
    "INVOICE_DATE",
    "INVOICE_NUMBER",
    "CLIENT_ID",
    "LAW_FIRM_MATTER_ID",
    "INVOICE_TOTAL",
    "BILLING_START_DATE",
    "BILLING_END_DATE",
    "INVOICE_DESCRIPTION",
    "LINE_ITEM_NUMBER",
    "EXP/FEE/INV_ADJ_TYPE",
    "LINE_ITEM_NUMBER_OF_UNITS",
    "LINE_ITEM_ADJUSTMENT_AMOUNT",
    "LINE_ITEM_TOTAL",
    "LINE_ITEM_DATE",
    "LINE_ITEM_TASK_CODE",
    "LINE_ITEM_EXPENSE_CODE",
    "LINE_ITEM_ACTIVITY_CODE",
    "TIMEKEEPER_ID",
    "LINE_ITEM_DESCRIPTION",
    "LAW_FIRM_ID",
    "LINE_ITEM_UNIT_COST",
    "TIMEKEEPER_NAME",
    "TIMEKEEPER_CLASSIFICATION",
    "CLIENT_MATTER_ID",
]
MOST = {
    "INVOICE_NUMBER": 20,
    "CLIENT_ID": 20,
    "LAW_FIRM_MATTER_ID": 20,
    "LINE_ITEM_NUMBER": 20,
    "TIMEKEEPER_ID": 20,
    "LAW_FIRM_ID": 20,
    "TIMEKEEPER_NAME": 30,
    "TIMEKEEPER_CLASSIFICATION": 10,
    "CLIENT_MATTER_ID": 20,
}
REQUIRED = ("INVOICE_DATE", "INVOICE_NUMBER", "CLIENT_ID", "LAW_FIRM_MATTER_ID", "INVOICE_TOTAL", "LINE_ITEM_NUMBER",
            "EXP/FEE/INV_ADJ_TYPE", "LINE_ITEM_NUMBER_OF_UNITS", "LINE_ITEM_TOTAL", "LINE_ITEM_DATE", "TIMEKEEPER_ID",
            "LAW_FIRM_ID", "LINE_ITEM_UNIT_COST")  # fmt: skip


def read_rfc4180(data: bytes) -> list[list[str]]:
    """Read CSV as the RFC has it: CR LF after every record, quotes only where they belong, every record as long."""
    assert data.startswith(b"\xef\xbb\xbf")
    text = data.decode("utf-8-sig")
    assert text.endswith("\r\n")
    records, record, at = [], [], 0
    while at < len(text):
        if text[at] == '"':
            value, at = "", at + 1
            while True:
                end = text.index('"', at)
                value, at = value + text[at:end], end + 1
                if text[at : at + 1] != '"':
                    break
                value, at = value + '"', at + 1
        else:
            found = re.compile(r'[^",\r\n]*').match(text, at)
            assert found is not None
            value, at = found[0], found.end()
        record.append(value)
        if text[at] == ",":
            at += 1
            continue
        assert text[at : at + 2] == "\r\n", repr(text[at : at + 5])
        records.append(record)
        record, at = [], at + 2
    assert len({len(each) for each in records}) == 1
    return records


def read_ledes(data: bytes) -> list[dict[str, str]]:
    """Read LEDES 1998B, and hold it to what the specification demands of every line and every invoice."""
    text = data.decode("ascii")
    lines = text.split("\r\n")
    assert lines.pop() == ""
    assert all(line.endswith("[]") and line.count("[]") == 1 for line in lines)
    assert lines[0] == "LEDES1998B[]"
    assert lines[1][:-2].split("|") == LEDES_FIELDS
    rows = []
    for line in lines[2:]:
        values = line[:-2].split("|")
        assert len(values) == 24
        row = dict(zip(LEDES_FIELDS, values, strict=True))
        _check(row)
        rows.append(row)
    for number in {row["INVOICE_NUMBER"] for row in rows}:
        invoice = [row for row in rows if row["INVOICE_NUMBER"] == number]
        total = sum(Decimal(row["LINE_ITEM_TOTAL"]) for row in invoice)
        assert {Decimal(row["INVOICE_TOTAL"]) for row in invoice} == {total}
        assert len({row["LINE_ITEM_NUMBER"] for row in invoice}) == len(invoice)
        assert len({(row["CLIENT_ID"], row["LAW_FIRM_MATTER_ID"]) for row in invoice}) == 1
    return rows


def ledes_date(text: str) -> date:
    assert len(text) == 8
    return datetime.strptime(text, "%Y%m%d").date()  # noqa: DTZ007  a date has no zone


def _check(row: dict[str, str]) -> None:
    assert all(row[name] for name in REQUIRED), row
    assert all(len(row[name]) <= most for name, most in MOST.items())
    assert len(row["LINE_ITEM_DESCRIPTION"]) <= 15_000
    for name in ("INVOICE_DATE", "BILLING_START_DATE", "BILLING_END_DATE", "LINE_ITEM_DATE"):
        ledes_date(row[name])
    assert ledes_date(row["BILLING_START_DATE"]) <= ledes_date(row["LINE_ITEM_DATE"])
    assert ledes_date(row["LINE_ITEM_DATE"]) <= ledes_date(row["BILLING_END_DATE"])
    assert row["EXP/FEE/INV_ADJ_TYPE"] == "F"
    units, rate = Decimal(row["LINE_ITEM_NUMBER_OF_UNITS"]), Decimal(row["LINE_ITEM_UNIT_COST"])
    due = units * rate + Decimal(row["LINE_ITEM_ADJUSTMENT_AMOUNT"])
    assert abs(Decimal(row["LINE_ITEM_TOTAL"]) - due) <= Decimal("0.005")
