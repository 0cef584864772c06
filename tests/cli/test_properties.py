"""``wisestep properties``: out, in, and what a file would do to a day; each mistake in one sentence with its line."""

from __future__ import annotations

from pathlib import Path

import pytest

from tests.cli.conftest import RunningSandbox, Wisestep, configure, sign_in
from wisestep_desktop.core.settings import PROPERTIES

pytestmark = pytest.mark.journey
DAY = "2026-03-16"
PASTED = "\ufeff# from the administrator\r\n\r\nbillable_time_rounding_sec = 360\r\nADD_SUMMARY_TO_NARRATIVE=TRUE\r\n"


def file_of(wisestep: Wisestep, text: str | bytes) -> str:
    file = wisestep.folder / "given.properties"
    file.write_bytes(text if isinstance(text, bytes) else text.encode())
    return str(file)


@pytest.fixture
def connected(wisestep: Wisestep, sandbox: RunningSandbox) -> Wisestep:
    configure(wisestep, sandbox)
    sign_in(wisestep)
    assert wisestep("sync").code == 0
    return wisestep


def test_what_is_exported_is_imported_again(wisestep: Wisestep) -> None:
    assert wisestep("properties", "export").out == "".join(f"{each.name}=\n" for each in PROPERTIES)
    done = wisestep("properties", "import", file_of(wisestep, PASTED), "--json").value("properties")
    assert done == {
        "read": ["BILLABLE_TIME_ROUNDING_SEC", "ADD_SUMMARY_TO_NARRATIVE"],
        "changed": ["BILLABLE_TIME_ROUNDING_SEC", "ADD_SUMMARY_TO_NARRATIVE"],
    }
    out = wisestep("properties", "export").out
    assert "BILLABLE_TIME_ROUNDING_SEC=360\n" in out
    told = wisestep("properties", "export", "--json").value("properties")["properties"]
    assert (told["ADD_SUMMARY_TO_NARRATIVE"], told["SHOW_CLOSED_CASES"]) == ("TRUE", "")
    again = wisestep("properties", "import", "-", "--json", stdin=out.encode()).value("properties")
    assert (len(again["read"]), again["changed"]) == (6, [])
    assert "One setting changed." in wisestep("properties", "import", "-", stdin=b"SHOW_CLOSED_CASES=true").out


@pytest.mark.parametrize(
    ("text", "words"),
    [
        ("BILLABLE_TIME_ROUNDING_SEC=360\nSHOW_CLOSED_CASES=yes\n", ("Line 2", "SHOW_CLOSED_CASES", "“yes”")),
        (
            "BILLABLE_TIME_ROUNDING_SEC=360\nBILLABLE_ROUNDING=36\n",
            ("Line 2", "BILLABLE_ROUNDING", "BILLABLE_TIME_ROUNDING_SEC"),
        ),
        ("SHOW_CLOSED_CASES=TRUE\nshow_closed_cases=FALSE\n", ("Line 2", "SHOW_CLOSED_CASES", "line 1")),
        ("SHOW_CLOSED_CASES=TRUE\nnonsense\n", ("Line 2", "nonsense", "NAME=VALUE")),
        (b"\x00\x01\xff\xfe\x89", ("no text",)),
        (b"#" * 5_000_000, ("4 MB",)),
    ],
)
def test_nothing_is_taken_where_anything_is_wrong(
    wisestep: Wisestep, text: str | bytes, words: tuple[str, ...]
) -> None:
    for action in ("import", "preview"):
        told = wisestep("properties", action, file_of(wisestep, text)).sentence()
        assert all(each in told for each in words), told
    assert "=360" not in wisestep("properties", "export").out
    assert "TRUE" not in wisestep("properties", "export").out


def test_a_file_that_is_not_there_is_named(wisestep: Wisestep, tmp_path: Path) -> None:
    assert "nowhere" in wisestep("properties", "import", str(tmp_path / "nowhere")).sentence()


def test_the_day_is_shown_before_anything_is_taken(connected: Wisestep) -> None:
    kinds = [each["name"] for each in connected("activity-types", "--json").value("activity-types")]
    one, other = kinds[:2]
    for seconds, kind in (("120", one), ("360", other)):
        added = connected(
            "add", "--matter", "10482", "--date", DAY, "--seconds", seconds, "--activity-type", kind, "--json"
        )  # fmt: skip
        added.value("add")
    file = file_of(connected, f"BILLABLE_TIME_ROUNDING_SEC=360\nACTIVITY_TYPES_NON_BILLABLE={other}\n")
    told = connected("properties", "preview", file, "--date", DAY, "--json").value("properties")
    assert (told["drafts"], told["billed_before"], told["billed_after"]) == (2, "0.13", "0.10")
    assert [(each["after"]["billed_hours"], each["after"]["charge"]) for each in told["changes"]] == [
        ("0.10", "bill"), ("0.00", "non_billable"),
    ]  # fmt: skip
    said = connected("properties", "preview", file, "--date", DAY).out
    assert "2 of 2 drafts change. Billed 0.13 h before, 0.10 h after." in said
    assert "billed → non-billable" in said
    assert "=360" not in connected("properties", "export").out
    nobody = connected("properties", "import", file_of(connected, f"#\nACTIVITY_TYPES_NON_BILLABLE={one}x\n"))
    assert nobody.sentence().startswith("Line 2: ACTIVITY_TYPES_NON_BILLABLE: there is no activity type")
    assert one in nobody.err
