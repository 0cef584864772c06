"""Everything a person can do to the entries of a normal day, with keys and the mouse on the real widgets."""

from __future__ import annotations

from collections.abc import Sequence
from datetime import timedelta

from PySide6.QtCore import Qt
from PySide6.QtTest import QTest

from tests.shell.conftest import Room
from tests.shell.evening import (
    CLAIM,
    CONTROL,
    DEED,
    ESTATE,
    INBOX,
    SHIFT,
    anywhere,
    changes,
    choose,
    click,
    day_of,
    draft_of,
    entry_now,
    index_of,
    items,
    named,
    panel,
    said,
    show,
)
from wisestep_desktop.core.entries import Entry
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.services.timeline import DayRow, RowState
from wisestep_desktop.shell.models.day_items import Heading

# dragging


def drop(room: Room, rows: Sequence[DayRow], onto: object) -> None:
    model = room.window._page._model
    data = model.mimeData([model.index_of(each.row.id) for each in rows])
    told = b"".join(bytes(data.data(kind).data()) for kind in data.formats()).decode()
    assert data.formats() == ["application/x-wisestep-rows"]
    assert not any(word in told for row in rows for word in row.window.title.split() if len(word) > 4)
    model.dropMimeData(data, Qt.DropAction.MoveAction, -1, 0, index_of(room, onto))


def test_rows_are_dropped_on_a_draft_and_under_a_matter(evening: Room) -> None:
    deed, other = named(evening, DEED)[:2]
    entry = draft_of(evening, deed)
    target = next(r for r in named(evening, DEED) if r.row.entry == entry.id)
    changes(evening, lambda: drop(evening, [other], target))
    assert {r.row.entry for r in named(evening, DEED, RowState.DRAFT)} == {entry.id}
    assert len(named(evening, DEED, RowState.DRAFT)) == 2
    evening.window._page._tools._order.setCurrentIndex(1)
    heading = next(each for each in items(evening, Heading) if each.matter == 10990)
    inbox = named(evening, INBOX, RowState.OPEN)[0]
    changes(evening, lambda: drop(evening, [inbox], heading))
    assert next(r for r in day_of(evening).rows if r.row.id == inbox.row.id).matter == 10990


# the entry


def test_the_billed_figure_is_typed(evening: Room) -> None:
    draft_of(evening, *named(evening, DEED))
    figure = panel(evening)._billing._billed
    for typed, seconds in (("0.6", 2_160), ("1:30", 5_400)):
        figure.setFocus()
        figure.selectAll()
        QTest.keyClicks(figure, typed)
        QTest.keyClick(figure, Qt.Key.Key_Return)
        assert panel(evening).wish().billed == seconds
    assert "put in by you" in said(panel(evening))
    figure.selectAll()
    QTest.keyClicks(figure, "as much as can be")
    QTest.keyClick(figure, Qt.Key.Key_Tab)
    assert panel(evening)._billing._wrong.isVisible()
    assert panel(evening)._billing._wrong.text()
    assert panel(evening).wish().billed == 5_400
    assert figure.text() == "1.5"
    click(evening, "As worked", panel(evening))
    assert panel(evening).wish().billed is None


def test_rounding_and_weighting_are_explained(evening: Room) -> None:
    evening.office.set("billing.weighting_percent", "50")
    evening.window._page._stock_up()
    evening.until(lambda: panel(evening)._catalogue.weighting == 50)
    draft_of(evening, *named(evening, DEED))
    assert "weighting" in panel(evening)._billing._rounding.text()
    assert "rounding" in panel(evening)._billing._rounding.text()


def test_no_way_back_is_offered_for_what_goes_out(evening: Room) -> None:
    draft_of(evening, *named(evening, ESTATE))
    done = evening.window._page.desks.done
    evening.until(done.isVisible)
    evening.window._page.desks.send_day()
    evening.until(lambda: any(each.state is EntryState.SENT for each in evening.office.entries()))
    assert not done.isVisible()


def test_what_is_previewed_is_what_is_sent(evening: Room) -> None:
    entry = draft_of(evening, *named(evening, ESTATE))
    box = panel(evening)._additions
    box._summary.click()
    box._list.click()
    box._preview.click()
    evening.until(lambda: "worked" in panel(evening)._as_sent.text() and ESTATE[:20] in panel(evening)._as_sent.text())
    previewed = panel(evening)._as_sent.text().split("\n\n", 1)[1]
    anywhere(evening, Qt.Key.Key_Return)
    evening.until(lambda: entry_now(evening, entry).state is EntryState.SENT)
    assert [row["description"] for row in evening.office.ledger()] == [previewed]


def test_the_work_date_and_the_timekeeper_go_along(evening: Room) -> None:
    evening.office.set("connection.timekeepers", "Priya Raman=31")
    evening.window._page._stock_up()
    evening.until(lambda: panel(evening)._catalogue.people)
    entry = draft_of(evening, *named(evening, ESTATE))
    details = panel(evening)._details
    click(evening, "More…", details)
    details._date.setDate(details._date.date().addDays(-2))
    keeper = details._timekeeper
    keeper.setFocus()
    QTest.keyClicks(keeper, "Pri")
    QTest.keyClick(keeper, Qt.Key.Key_Return)
    assert panel(evening).wish().timekeeper == 31
    anywhere(evening, Qt.Key.Key_S)
    evening.until(lambda: entry_now(evening, entry).draft.timekeeper == 31)
    moved = day_of(evening).day - timedelta(days=2)
    assert entry_now(evening, entry).draft.work_date == moved
    show(evening, entry_now(evening, entry))
    anywhere(evening, Qt.Key.Key_Return)
    evening.until(lambda: entry_now(evening, entry).state is EntryState.SENT)
    (made,) = evening.office.ledger()
    assert made["links"]["owner"] == "31"  # type: ignore[index]
    assert str(made["timestampDate"]).startswith(moved.isoformat())


def test_codes_are_offered_where_the_matter_wants_them(evening: Room) -> None:
    office = evening.office
    office.set(
        "connection.scopes",
        "users participants actions actiontypes quickcodes timeentries utbmscodes actionbillsettings",
    )
    office.connect()
    office.sync()
    draft_of(evening, *named(evening, CLAIM))
    details = panel(evening)._details
    evening.until(lambda: details._task.isVisible() and details._activity.isVisible())
    details._task.setFocus()
    QTest.keyClick(details._task, Qt.Key.Key_Down)
    assert details._task._popup.model().rowCount() > 1
    details._task._popup.hide()


def test_a_narrative_says_where_it_comes_from(evening: Room) -> None:
    choose(evening, *named(evening, ESTATE))
    evening.until(panel(evening)._narrative.toPlainText)
    panel(evening)._narrative.setFocus()
    assert panel(evening).narrative._source.isVisible()
    assert panel(evening).narrative._source.text().startswith("From: EST-2025-004")


def test_another_clients_name_is_pointed_at_and_kept_back(evening: Room) -> None:
    entry = draft_of(evening, *named(evening, ESTATE))
    text = panel(evening)._narrative
    text.setFocus()
    text.selectAll()
    QTest.keyClicks(text, "Letter about Harbour Holdings Pty Ltd")
    evening.until(lambda: "Harbour" in panel(evening).narrative._found.text())
    anywhere(evening, Qt.Key.Key_S)
    evening.until(lambda: "Harbour" in entry_now(evening, entry).draft.narrative)
    evening.window._page.show_the_day()
    evening.window.activateWindow()
    QTest.keyClick(evening.window._page._list, Qt.Key.Key_Return, CONTROL | SHIFT)
    evening.until(
        lambda: evening.window._page.desks.done.isVisible() and "kept" in said(evening.window._page.desks.done)
    )
    assert entry_now(evening, entry).state is EntryState.DRAFT
    assert not evening.office.ledger()


def test_a_closed_matter_asks(evening: Room) -> None:
    entry = draft_of(evening, *named(evening, ESTATE))
    evening.office.sandbox.close_matter(10990)
    anywhere(evening, Qt.Key.Key_Return)
    evening.until(lambda: entry_now(evening, entry).state is EntryState.REFUSED)
    evening.until(lambda: panel(evening)._send.text() == "Send anyway")
    anywhere(evening, Qt.Key.Key_Return)
    evening.until(lambda: entry_now(evening, entry).state is EntryState.SENT)


def test_a_missing_activity_type_is_said_at_the_field(evening: Room) -> None:
    evening.office.set("review.require_activity_type", "TRUE")
    entry = draft_of(evening, *named(evening, ESTATE))
    field = panel(evening)._activity
    field.clear()
    field.choose(None)
    anywhere(evening, Qt.Key.Key_Return)
    evening.until(lambda: field.property("wrong") is True)
    evening.until(field.hasFocus)
    assert panel(evening)._notice.isVisible()
    assert entry_now(evening, entry).state is EntryState.DRAFT


def test_a_matter_that_is_missing_is_said_at_the_field_where_one_is_required(evening: Room) -> None:
    entry = matterless(evening)
    assert entry.draft.matter is None
    assert not evening.window._page._side.day._send.isVisible()
    anywhere(evening, Qt.Key.Key_Return)
    evening.until(lambda: panel(evening)._matter.property("wrong") is True)
    assert "has no matter yet" in panel(evening)._notice.text()
    assert entry_now(evening, entry).state is EntryState.DRAFT


def test_where_none_is_required_it_goes_out_unbilled_and_the_panel_says_so(evening: Room) -> None:
    evening.office.set("review.require_matter", "FALSE")
    evening.window.others.changed.emit()
    evening.until(lambda: panel(evening)._catalogue.matterless)
    entry = matterless(evening)
    evening.until(lambda: "Without a matter it goes out as non-billable" in panel(evening)._notice.text())
    assert panel(evening)._billing._billed.text() in ("0.0", "0")
    assert panel(evening)._billing._rounding.text() == "Non-billable: nothing is charged."
    panel(evening)._additions._preview.click()
    evening.until(lambda: "no matter · non-billable" in panel(evening)._as_sent.text())
    anywhere(evening, Qt.Key.Key_Return)
    evening.until(lambda: entry_now(evening, entry).state is EntryState.SENT)
    row = next(r for r in evening.office.sandbox.ledger() if int(r["id"]) == entry_now(evening, entry).remote)
    assert (row["billableHours"], row["isBillable"], row["links"].get("action")) == ("0.00", "F", None)
    evening.until(lambda: any("no matter" in text and "yet" not in text for text in listed(evening)))


def matterless(room: Room) -> Entry:
    """Keep a draft of a row that has no matter, and show it."""
    choose(room, named(room, INBOX, RowState.OPEN)[0])
    room.until(panel(room)._keep.isVisible)
    panel(room)._keep.click()
    room.until(lambda: day_of(room).entries)
    entry = day_of(room).entries[0]
    show(room, entry)
    return entry


def listed(room: Room) -> list[str]:
    """Return what stands in the list of the day's entries."""
    entries = room.window._page._side.day._entries
    return [entries.item(number).text() for number in range(entries.count())]


# time no window saw


def test_time_is_added_with_and_without_a_time_of_day(evening: Room) -> None:
    for when, seconds in ((1, 1_800), (0, 900)):
        anywhere(evening, Qt.Key.Key_N)
        form = evening.window._page._side.add
        assert form._what.hasFocus()
        form._note.setText("with J. Marlow")
        form._when.setCurrentIndex(when)
        if not when:
            form._from.setTime(form._from.minimumTime().addSecs(7 * 3_600))
        form._long.setText(f"{seconds // 60} min")
        changes(evening, lambda form=form: QTest.keyClick(form._long, Qt.Key.Key_Return))
        assert not form.isVisible()
    assert [e.draft.worked_seconds for e in day_of(evening).entries] == [1_800]
    assert [each.span.length for each in day_of(evening).stated] == [900_000]


def test_a_timer_counts_and_its_row_says_so(evening: Room) -> None:
    evening.window.go_to(evening.window._page.today)
    evening.until(lambda: day_of(evening).day == evening.window._page.today)
    anywhere(evening, Qt.Key.Key_N)
    click(evening, "Start a timer", evening.window._page._side.add)
    evening.until(lambda: day_of(evening).timer is not None)
    evening.until(evening.window._status.timer.isVisible)
    evening.office.clock.advance(25 * 60_000)
    click(evening, "Stop", evening.window._status.timer)
    evening.until(lambda: day_of(evening).timer is None and day_of(evening).stated)
    row = next(r for r in day_of(evening).rows if r.row.worked == 25 * 60_000)
    index = evening.window._page._model.index_of(row.row.id)
    assert "Counted by a timer" in index.data(Qt.ItemDataRole.AccessibleTextRole)
