"""What another program reads in our files is what was put into them, and a file is whole or is not there."""

from __future__ import annotations

import csv
import io
import json
import stat
import sys
from dataclasses import replace
from datetime import date, datetime
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from hypothesis import given
from hypothesis import strategies as st
from jsonschema import Draft202012Validator

from tests.adapters.export.readers import ledes_date, read_ledes, read_rfc4180
from tests.adapters.store.disks import small_disk
from wisestep_desktop.adapters.export.csv_file import CsvFile
from wisestep_desktop.adapters.export.fields import COLUMNS
from wisestep_desktop.adapters.export.json_file import JsonFile
from wisestep_desktop.adapters.export.ledes_file import LedesFile
from wisestep_desktop.adapters.export.xlsx_file import XlsxFile
from wisestep_desktop.core.entries import LONGEST_NARRATIVE, Charge
from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.ids import EntryId, MatterId, PostingKey, RemoteEntryId
from wisestep_desktop.core.narrative import tidy
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.ports.export import ExportedEntry, Exporter, Sheaf

SCHEMA = Path(__file__).parents[3] / "docs" / "cli" / "export-file.schema.json"
texts = st.text(st.characters(codec="utf-8"), max_size=60)
clean = texts.map(lambda text: tidy(text, LONGEST_NARRATIVE))
cents = st.decimals(0, 24, places=2)
ENTRY = ExportedEntry(
    EntryId(7), date(2026, 3, 16), MatterId(10482), "Harbour Holdings v Quay", "HAR-2024-017", ("Harbour Holdings",),
    "Drafting", "Drafting letter", 2_520, Decimal("0.70"), Decimal("0.80"), Charge.BILL, EntryState.SENT,
    RemoteEntryId(9), PostingKey("ws-1"),
)  # fmt: skip
entries = st.builds(
    ExportedEntry,
    st.integers(1, 10**9).map(EntryId),
    st.dates(date(1970, 1, 1), date(2200, 1, 1)),
    st.integers(1, 10**9).map(MatterId),
    st.none() | clean,
    st.none() | clean,
    st.lists(clean, max_size=2).map(tuple),
    st.none() | clean,
    st.sampled_from(["=1+1", "+61 2", "-5", "@SUM(A1)", "http://example.test/", "12", 'He said: "no", then\nleft'])
    | clean,
    st.integers(0, 86_400),
    cents,
    cents,
    st.sampled_from(Charge),
    st.sampled_from(EntryState),
    st.none() | st.integers(1, 10**9).map(RemoteEntryId),
    st.none() | st.just(PostingKey("ws-abc")),
)
DAY = date(2026, 3, 31)
sheaves = st.lists(entries, max_size=4).map(
    lambda found: Sheaf(date(1970, 1, 1), date(2200, 1, 1), DAY, tuple(found), "Terry Tester", "TT", "98-7654321")
)
EVERY: list[Exporter] = [CsvFile(), XlsxFile(), LedesFile(), JsonFile()]
each_format = pytest.mark.parametrize("exporter", EVERY, ids=lambda each: type(each).__name__)


def sheaf(*found: ExportedEntry, **told: object) -> Sheaf:
    made = Sheaf(date(2026, 3, 1), DAY, DAY, found or (ENTRY,), "Terry Tester", "TT", "98-7654321")
    return replace(made, **told)  # type: ignore[arg-type]


@pytest.fixture(scope="module")
def folder(tmp_path_factory: pytest.TempPathFactory) -> Path:
    return tmp_path_factory.mktemp("export")


def written(exporter: Exporter, told: Sheaf, folder: Path) -> Path:
    target = folder / "out"
    exporter.write(told, target, force=True)
    return target


@given(told=sheaves)
def test_csv_is_read_by_two_readers_and_no_cell_is_a_formula(folder: Path, told: Sheaf) -> None:
    data = written(CsvFile(), told, folder).read_bytes()
    strict = read_rfc4180(data)
    assert strict == list(csv.reader(io.StringIO(data.decode("utf-8-sig"), newline=""), strict=True))
    assert strict[0] == list(COLUMNS)
    for line, entry in zip(strict[1:], told.entries, strict=True):
        row = dict(zip(COLUMNS, line, strict=True))
        assert not any(cell.startswith(("=", "+", "-", "@", "\t", "\r")) for cell in line)
        assert row["narrative"].removeprefix("'").splitlines() == entry.text.removeprefix("'").splitlines()
        assert date.fromisoformat(row["date"]) == entry.work_date
        assert (Decimal(row["billed_hours"]), int(row["worked_seconds"])) == (entry.billed_hours, entry.worked_seconds)


@given(told=sheaves)
def test_a_sheet_holds_dates_numbers_and_text_that_stays_text(folder: Path, told: Sheaf) -> None:
    target = written(XlsxFile(), told, folder)
    book = openpyxl.load_workbook(io.BytesIO(target.read_bytes()))
    [sheet] = book.worksheets
    assert sheet.freeze_panes == "A2"
    lines = list(sheet.iter_rows())
    assert [cell.value for cell in lines[0]] == list(COLUMNS)
    for line, entry in zip(lines[1:], told.entries, strict=True):
        row = dict(zip(COLUMNS, line, strict=True))
        assert all(cell.data_type in {"n", "s", "d"} and cell.hyperlink is None for cell in line)
        assert row["narrative"].data_type == "s" or not entry.text
        assert (row["narrative"].value or "").splitlines() == entry.text.splitlines()
        assert isinstance(row["date"].value, datetime)
        assert row["date"].value.date() == entry.work_date
        assert Decimal(str(row["billed_hours"].value)) == entry.billed_hours
        assert row["matter_id"].value == entry.matter


@given(told=sheaves)
def test_ledes_is_what_its_specification_says(folder: Path, told: Sheaf) -> None:
    firsts: dict[MatterId | None, ExportedEntry] = {}
    of_one_firm = tuple(  # a matter has one client and one reference, whatever is drawn
        replace(each, clients=firsts.setdefault(each.matter, each).clients,
                matter_reference=firsts[each.matter].matter_reference)
        for each in told.entries
    )  # fmt: skip
    told = replace(told, entries=of_one_firm)
    rows = read_ledes(written(LedesFile(), replace(told, rate=Decimal("412.50")), folder).read_bytes())
    billed = [each for each in told.entries if each.charge is Charge.BILL and each.billed_hours]
    found = sorted((ledes_date(row["LINE_ITEM_DATE"]), Decimal(row["LINE_ITEM_NUMBER_OF_UNITS"])) for row in rows)
    assert found == sorted((each.work_date, each.billed_hours) for each in billed)


@given(told=sheaves)
def test_json_is_what_its_schema_says(folder: Path, told: Sheaf) -> None:
    schema = json.loads(SCHEMA.read_text("utf-8"))
    Draft202012Validator.check_schema(schema)
    shape = json.loads(written(JsonFile(), told, folder).read_text("utf-8"))
    Draft202012Validator(schema).validate(shape)
    assert [each["text"] for each in shape["entries"]] == [each.text for each in told.entries]
    assert [Decimal(each["billed_hours"]) for each in shape["entries"]] == [e.billed_hours for e in told.entries]


def test_a_ledes_line_in_full(tmp_path: Path) -> None:
    entry = replace(ENTRY, text="Zoë’s lease | draft [v2]\n– sent", clients=("Łódź & Søn Pty Ltd, Trustees",))
    [row] = read_ledes(written(LedesFile(), sheaf(entry, rate=Decimal(400)), tmp_path).read_bytes())
    assert row["LINE_ITEM_DESCRIPTION"] == "Zoe's lease / draft (v2) - sent"
    assert row["CLIENT_ID"] == "?odz & Son Pty Ltd,"
    assert (row["LAW_FIRM_MATTER_ID"], row["LAW_FIRM_ID"]) == ("HAR-2024-017", "98-7654321")
    assert (row["INVOICE_TOTAL"], row["TIMEKEEPER_NAME"]) == ("320.00", "Terry Tester")
    assert [row[f"LINE_ITEM_{what}_CODE"] for what in ("TASK", "EXPENSE", "ACTIVITY")] == ["", "", ""]
    coded = replace(entry, task_code="L120", activity_code="A103", timekeeper_id="552")
    [row] = read_ledes(written(LedesFile(), sheaf(coded), tmp_path).read_bytes())
    assert [row[f"LINE_ITEM_{what}_CODE"] for what in ("TASK", "EXPENSE", "ACTIVITY")] == ["L120", "", "A103"]
    assert (row["TIMEKEEPER_ID"], row["TIMEKEEPER_NAME"]) == ("552", "")
    [row] = read_ledes(written(LedesFile(), sheaf(entry, rate=Decimal(400)), tmp_path).read_bytes())
    assert (row["INVOICE_DATE"], row["INVOICE_NUMBER"]) == ("20260331", "20260331-10482")


def test_without_a_rate_ledes_invents_none(tmp_path: Path) -> None:
    [row] = read_ledes(written(LedesFile(), sheaf(), tmp_path).read_bytes())
    assert (row["LINE_ITEM_UNIT_COST"], row["LINE_ITEM_TOTAL"], row["LINE_ITEM_NUMBER_OF_UNITS"]) == (
        "0.00", "0.00", "0.80",
    )  # fmt: skip


@pytest.mark.parametrize(
    ("told", "code"),
    [
        (sheaf(law_firm_id=" "), "export.ledes_law_firm"),
        (sheaf(timekeeper_id=""), "export.ledes_timekeeper"),
        (sheaf(replace(ENTRY, matter=None)), "export.ledes_no_matter"),
    ],
)
def test_what_ledes_needs_and_nobody_said_is_named_and_nothing_is_written(
    told: Sheaf, code: str, tmp_path: Path
) -> None:
    with pytest.raises(BadInput) as refused:
        LedesFile().write(told, tmp_path / "out", force=False)
    assert refused.value.code == code
    assert list(tmp_path.iterdir()) == []


@each_format
def test_a_file_that_exists_is_only_replaced_on_demand(exporter: Exporter, tmp_path: Path) -> None:
    target = tmp_path / "out"
    target.write_text("mine")
    with pytest.raises(BadInput) as refused:
        exporter.write(sheaf(), target, force=False)
    assert refused.value.code == "export.exists"
    assert target.read_text() == "mine"
    assert exporter.write(sheaf(), target, force=True) == 1
    assert target.read_bytes() != b"mine"
    assert [each.name for each in tmp_path.iterdir()] == ["out"]
    if sys.platform != "win32":
        assert stat.S_IMODE(target.stat().st_mode) == 0o600


@each_format
def test_a_folder_that_is_not_there_is_named(exporter: Exporter, tmp_path: Path) -> None:
    with pytest.raises(BadInput) as refused:
        exporter.write(sheaf(), tmp_path / "nowhere" / "out", force=False)
    assert (refused.value.code, refused.value.params["folder"]) == ("export.no_folder", str(tmp_path / "nowhere"))
    with pytest.raises(BadInput) as refused:
        exporter.write(sheaf(), tmp_path, force=True)
    assert refused.value.code == "export.is_folder"


@each_format
def test_a_full_disk_leaves_the_old_file_and_nothing_beside_it(exporter: Exporter, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        target = disk.path / "out"
        target.write_text("mine")
        disk.fill()
        with pytest.raises(BadInput) as refused:
            exporter.write(sheaf(*[ENTRY] * 500), target, force=True)
        assert refused.value.code == "export.disk_full"
        assert target.read_text() == "mine"
        assert sorted(each.name for each in disk.path.iterdir()) == ["ballast", "out"]


@each_format
def test_a_disk_that_may_not_be_written_to_says_so(exporter: Exporter, tmp_path: Path) -> None:
    with small_disk(tmp_path / "disk") as disk:
        disk.read_only()
        with pytest.raises(BadInput) as refused:
            exporter.write(sheaf(), disk.path / "out", force=False)
        assert refused.value.code == "export.no_permission"


def test_headings_come_in_the_persons_language(tmp_path: Path) -> None:
    target = written(XlsxFile(), sheaf(headings={"date": "Datum"}), tmp_path)
    assert openpyxl.load_workbook(io.BytesIO(target.read_bytes())).worksheets[0]["A1"].value == "Datum"
