"""What somebody sees of where the time went, takes to the clipboard, and writes into a file."""

from __future__ import annotations

import csv
import io
from datetime import date, timedelta
from decimal import Decimal
from pathlib import Path

import openpyxl
import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QFileDialog

from tests.adapters.export.readers import read_rfc4180
from tests.shell.conftest import Room
from tests.shell.test_recognising import both, said
from wisestep_desktop.core.entries import Charge, Draft, Entry
from wisestep_desktop.core.errors import StoreError
from wisestep_desktop.core.ids import MatterId, RemoteEntryId
from wisestep_desktop.core.instants import day_span, local_date
from wisestep_desktop.core.observation import Window
from wisestep_desktop.core.periods import Period, around
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.core.presence import Presence, PresenceSpan
from wisestep_desktop.core.report import By
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.ports.export import Format
from wisestep_desktop.ports.store import Books
from wisestep_desktop.shell.models.report import BAR, FIRST_FIGURE, ReportModel
from wisestep_desktop.shell.views.report_page import ReportWindow

MINUTE = 60_000
ROWS = (
    (0, 10482, 95, Charge.BILL, "1.60"), (0, 10611, 47, Charge.BILL, None), (0, 10990, 130, Charge.BILL, "2.20"),
    (1, 10482, 215, Charge.BILL, "3.60"), (1, 10877, 31, Charge.NO_CHARGE, None), (1, None, 12, Charge.BILL, None),
    (2, 10990, 52, Charge.BILL, None), (2, 10611, 160, Charge.BILL, "2.70"), (2, 10482, 20, Charge.NON_BILLABLE, None),
)  # fmt: skip


def monday(room: Room) -> date:
    today = local_date(room.office.clock.read().wall, room.office.clock.zone())
    return around(today - timedelta(days=7), Period.WEEK)[0]


def fill(room: Room) -> None:
    """A week before this one: entries sent and not, and windows that are in none yet."""
    first, zone = monday(room), room.office.clock.zone()

    def job(books: Books) -> None:
        types = books.matters.activity_types()
        for number, (after, matter, minutes, charge, sent) in enumerate(ROWS):
            draft = Draft(
                first + timedelta(days=after), zone.key, None if matter is None else MatterId(matter),
                types[number % 3].id, "Drafting", charge, by_hand=minutes * MINUTE,
            )  # fmt: skip
            made = books.entries.add(draft)
            if sent is not None:
                books.entries.put(
                    Entry(made, draft, EntryState.SENT, remote=RemoteEntryId(number + 1), text_sent="Drafting",
                          billed_sent=Decimal(sent))
                )  # fmt: skip
        at = Instant(day_span(first + timedelta(days=3), zone).start + 9 * 60 * MINUTE)
        for title, minutes in (("10482 - Letter.docx", 38), ("Marlow Estate 10990 - probate.docx", 64), ("Inbox", 21)):
            end = Instant(at + minutes * MINUTE)
            books.timeline.open_visit(at, Window("Word", title))
            books.timeline.extend_visit(at, end)
            books.timeline.put_presence(PresenceSpan(Span(at, end), Presence.ACTIVE))
            at = end

    room.office.store.write(job).result()
    room.office.recogniser.rematch(room.office.store)


@pytest.fixture
def report(connected: Room) -> ReportWindow:
    window = ReportWindow(
        connected.recording._desk, connected.tasks, connected.theme, connected.window, connected.discretion
    )
    window.show()
    connected.qtbot.waitExposed(window)
    return window


def model(window: ReportWindow) -> ReportModel:
    return window.page._model


def line(window: ReportWindow, row: int) -> list[str]:
    told = model(window)
    return [str(told.index(row, column).data() or "") for column in range(told.columnCount()) if column != BAR]


def last_week(room: Room, window: ReportWindow) -> None:
    fill(room)
    window.page.go_to(monday(room))
    room.until(lambda: model(window).rowCount() > 1)


def test_a_week_adds_up_and_says_what_rounding_did(connected: Room, report: ReportWindow) -> None:
    connected.office.set("review.goal_hours", "7.5")
    last_week(connected, report)
    both(connected, report, "report-week")
    lines = [line(report, row) for row in range(model(report).rowCount())]
    assert [each[0].split()[0] for each in lines] == ["10482", "10990", "10611", "10877", "No", "Total"]
    assert lines[0][1:] == ["38 min", "20 min", "5 h 10", "5 h 30", "5 h 12", "94.5 %", "3"]
    assert lines[-1][1:] == ["2 h 03", "2 h 42", "10 h 00", "12 h 42", "12 h 00", "94.5 %", "9"]
    told = said(report)
    assert "Rounding added 9 min to 11 h 51 worked." in told
    assert "51 min given away: non-billable, at no charge or hidden." in told
    assert "Goal: 10 h 00 sent of 37 h 30 for 5 working days." in told


@pytest.mark.parametrize("by", By)
def test_every_grouping_shows_the_same_total(connected: Room, report: ReportWindow, by: By) -> None:
    last_week(connected, report)
    total = line(report, model(report).rowCount() - 1)
    report.page._groups.pill(by).click()
    assert line(report, model(report).rowCount() - 1) == total
    both(connected, report, f"report-by-{by}")


def test_a_screen_reader_hears_headings_lines_and_what_a_bar_shows(connected: Room, report: ReportWindow) -> None:
    last_week(connected, report)
    table, told = report.page._table, model(report)
    assert table.accessibleName() == "Report"
    assert told.headerData(FIRST_FIGURE, Qt.Orientation.Horizontal) == "Not drafted"
    hint = told.headerData(FIRST_FIGURE, Qt.Orientation.Horizontal, Qt.ItemDataRole.ToolTipRole)
    assert hint == "Recorded and in no entry yet"
    heard = told.index(0, BAR).data(Qt.ItemDataRole.AccessibleTextRole)
    assert heard == "5 h 10 sent, 20 min drafts, 38 min not drafted"
    assert report.page._figures._worked.accessibleName() == "Worked: 12 h 42"


def test_rows_go_to_the_clipboard_with_their_headings(connected: Room, report: ReportWindow) -> None:
    last_week(connected, report)
    table = report.page._table
    table.setFocus()
    table.choose(1)
    assert table.chosen() == [1]
    QTest.keyClick(table, Qt.Key.Key_C, Qt.KeyboardModifier.ControlModifier)
    copied = list(csv.reader(io.StringIO(QGuiApplication.clipboard().text()), delimiter="\t"))
    assert copied[0] == ["Matter", "Not drafted", "Drafts", "Sent", "Worked", "Billed", "Realised", "Entries"]
    assert copied[1:] == [line(report, 1)]
    report.page.group_by(By.MATTER)
    assert table.chosen() == [1], "what is read again stays chosen"
    table.clearSelection()
    table.copy_rows()
    assert len(QGuiApplication.clipboard().text().splitlines()) == model(report).rowCount() + 1


def test_steps_from_week_to_week_and_never_into_the_future(connected: Room, report: ReportWindow) -> None:
    page = report.page
    connected.until(lambda: page._account is not None)
    assert not page._forth.isEnabled()
    page._back.click()
    assert page._forth.isEnabled()
    assert page._day == around(page._today() - timedelta(days=7), Period.WEEK)[1]
    page._periods.pill(Period.MONTH).click()
    connected.until(lambda: page._account is not None and page._account.ledger.first.day == 1)
    page._now.click()
    page._periods.pill(Period.DAY).click()
    connected.until(lambda: page._account is not None and page._account.ledger.first == page._today())
    assert str(page._today().year) in page._title.text()


def test_an_empty_time_says_so(connected: Room, report: ReportWindow) -> None:
    report.page.go_to(date(2020, 1, 1))
    connected.until(lambda: "Nothing was recorded" in said(report))
    assert not report.page._export.isEnabled()
    both(connected, report, "report-empty")


def test_what_cannot_be_read_says_why_and_can_be_tried_again(
    connected: Room, report: ReportWindow, monkeypatch: pytest.MonkeyPatch
) -> None:
    last_week(connected, report)

    def fails(_job: object) -> None:
        raise StoreError("store.damaged")

    with monkeypatch.context() as broken:
        broken.setattr(connected.office.store, "read", fails)
        report.page.refresh()
        connected.until(lambda: "The timeline is damaged" in said(report))
        both(connected, report, "report-error")
    report.page._again.click()
    connected.until(report.page._full.isVisible)


def test_names_are_hidden_while_others_see_the_screen(connected: Room, report: ReportWindow) -> None:
    last_week(connected, report)
    connected.discretion.ask(True)
    assert "Names are hidden" in said(report)
    assert not report.page._table.isVisible()
    connected.discretion.ask(False)
    assert report.page._table.isVisible()


@pytest.mark.parametrize("kind", [Format.CSV, Format.XLSX])
def test_the_entries_of_the_week_go_into_a_file(
    connected: Room, report: ReportWindow, tmp_path: Path, kind: Format
) -> None:
    last_week(connected, report)
    file = tmp_path / f"out.{kind}"
    report.page.export_to(file, kind)
    connected.until(lambda: f"9 entries written to {file.name}." in said(report))
    both(connected, report, "report-exported")
    if kind is Format.CSV:
        assert len(read_rfc4180(file.read_bytes())) == len(ROWS) + 1
    else:
        assert openpyxl.load_workbook(file).worksheets[0].max_row == len(ROWS) + 1


def test_what_ledes_lacks_is_said_in_the_window(connected: Room, report: ReportWindow, tmp_path: Path) -> None:
    last_week(connected, report)
    report.page.export_to(tmp_path / "out.txt", Format.LEDES)
    connected.until(lambda: "export.ledes.law_firm_id" in said(report))
    assert list(tmp_path.glob("out*")) == []


def test_the_file_dialog_never_blocks_and_offers_every_kind(connected: Room, report: ReportWindow) -> None:
    last_week(connected, report)
    report.page._export.click()
    box = report.page.findChild(QFileDialog)
    assert box is not None
    assert len(box.nameFilters()) == len(Format)
    assert box.defaultSuffix() == "xlsx"
    box.filterSelected.emit(box.nameFilters()[0])
    assert box.defaultSuffix() == "csv"
    box.reject()
