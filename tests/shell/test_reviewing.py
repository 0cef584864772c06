"""Everything a person can do to a normal day from the window, with keys and the mouse on the real widgets."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import timedelta
from typing import TypeVar

import pytest
from PySide6.QtCore import QModelIndex, QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QAbstractButton, QLabel, QLineEdit, QListWidget, QPlainTextEdit, QWidget

from tests import eight_hours
from tests.shell.conftest import Room
from wisestep_desktop.core.entries import Entry
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.core.posting import EntryState
from wisestep_desktop.services import review
from wisestep_desktop.services.searching import Found
from wisestep_desktop.services.timeline import Day, DayRow, RowState
from wisestep_desktop.shell.models.day import ITEM_ROLE
from wisestep_desktop.shell.models.day_items import Arrangement, Away, EntryLine, Filter, Heading, VisitLine
from wisestep_desktop.shell.views.entry_panel import EntryPanel

CONTROL = Qt.KeyboardModifier.ControlModifier
SHIFT = Qt.KeyboardModifier.ShiftModifier
DEED = "Deed of settlement HAR-2024-017 v3.docx - Word"
ESTATE = "EST-2025-004 Deed of family arrangement.docx - Word"
CLAIM = "SMI-2025-031 Statement of claim.docx - Word"
INBOX = "Inbox - Outlook"
T = TypeVar("T")


def day_of(room: Room) -> Day:
    day = room.window._page._model.day
    assert day is not None
    return day


def fingerprint(room: Room) -> object:
    """Return what a day is made of, as far as a person can see."""
    day = day_of(room)
    rows = [(each.row.id, each.state, each.matter, each.row.worked, each.row.entry) for each in day.rows]
    return rows, [(each.id, each.state, each.draft) for each in day.entries], day.stated, day.gaps


def items(room: Room, kind: type[T]) -> list[T]:
    model = room.window._page._model
    found = (model.item(model.index(number)) for number in range(model.rowCount()))
    return [each for each in found if isinstance(each, kind)]


def index_of(room: Room, wanted: object) -> QModelIndex:
    model = room.window._page._model
    return next(model.index(n) for n in range(model.rowCount()) if model.item(model.index(n)) == wanted)


def named(room: Room, title: str, *states: RowState) -> list[DayRow]:
    return [r for r in day_of(room).rows if r.window.title == title and (not states or r.state in states)]


def choose(room: Room, *rows: DayRow) -> None:
    """Select rows and put the keyboard on the list."""
    room.window._page.focus_list()
    room.window._page._select([each.row.id for each in rows])
    assert {each.row.id for each in room.window._page._chosen()} == {each.row.id for each in rows}


def go_to(room: Room, item: object) -> None:
    """Go to a line that is no row."""
    rows = room.window._page._list
    rows.setFocus()
    rows.setCurrentIndex(index_of(room, item))


def press(room: Room, key: Qt.Key | str, held: Qt.KeyboardModifier = Qt.KeyboardModifier.NoModifier) -> None:
    QTest.keyClick(room.window._page._list, key, held)


def anywhere(room: Room, key: Qt.Key, held: Qt.KeyboardModifier = CONTROL) -> None:
    QTest.keyClick(room.window.focusWidget() or room.window, key, held)


def click(room: Room, text: str, inside: QWidget | None = None) -> None:
    """Click a button by what stands on it."""
    place = inside or room.window
    found = [each for each in place.findChildren(QAbstractButton) if each.isVisible() and each.text() == text]
    assert found, f"no button says {text}"
    QTest.mouseClick(found[0], Qt.MouseButton.LeftButton)


def said(widget: QWidget) -> str:
    parts = [each for each in widget.findChildren(QWidget) if each.isVisibleTo(widget)]
    texts = [each.text() for each in parts if isinstance(each, QLabel | QAbstractButton | QLineEdit)]
    texts += [each.toPlainText() for each in parts if isinstance(each, QPlainTextEdit)]
    for each in parts:
        if isinstance(each, QListWidget):
            texts += [each.item(number).text() for number in range(each.count())]
    return "\n".join(texts)


def panel(room: Room) -> EntryPanel:
    return room.window._page.entry


def changes(room: Room, act: Callable[[], object]) -> None:
    """Do something that changes the day; take it back and do it again, to the row."""
    before = fingerprint(room)
    act()
    room.until(lambda: fingerprint(room) != before)
    room.until(lambda: not room.window._page._reading)
    after = fingerprint(room)
    room.window._page.focus_list()  # a field takes Ctrl+Z for what is typed in it
    anywhere(room, Qt.Key.Key_Z)
    room.until(lambda: fingerprint(room) == before)
    anywhere(room, Qt.Key.Key_Z, CONTROL | SHIFT)
    room.until(lambda: fingerprint(room) == after)


def grouped(room: Room) -> tuple[Entry, ...]:
    """Make the entries of the day."""
    anywhere(room, Qt.Key.Key_G)
    room.until(lambda: day_of(room).entries)
    return day_of(room).entries


def draft_of(room: Room, *rows: DayRow) -> Entry:
    """Make a draft of rows with a key, and show it."""
    before = {each.id for each in day_of(room).entries}
    choose(room, *rows)
    press(room, "g")
    room.until(lambda: {each.id for each in day_of(room).entries} - before)
    made = next(each for each in day_of(room).entries if each.id not in before)
    show(room, made)
    return made


def show(room: Room, entry: Entry) -> None:
    room.window._page._select_entry(entry.id)
    room.until(lambda: (now := panel(room).subject) is not None and now.entry is not None and now.entry.id == entry.id)
    room.window._page.focus_list()


def entry_now(room: Room, entry: Entry) -> Entry:
    return room.office.entry(entry.id)


# keys on rows


def test_a_says_yes_and_r_says_no_to_a_matter(evening: Room) -> None:
    row = next(r for r in day_of(evening).rows if r.state is RowState.OPEN and not r.matter and r.match.candidates)
    choose(evening, row)
    changes(evening, lambda: press(evening, "a"))
    accepted = next(r for r in day_of(evening).rows if r.row.id == row.row.id)
    assert accepted.matter is not None
    choose(evening, accepted)
    changes(evening, lambda: press(evening, "r"))
    assert next(r for r in day_of(evening).rows if r.row.id == row.row.id).matter is None


def test_g_makes_an_entry_of_the_rows_chosen(evening: Room) -> None:
    rows = named(evening, DEED)
    choose(evening, *rows)
    changes(evening, lambda: press(evening, "g"))
    assert {r.row.entry for r in named(evening, DEED)} == {day_of(evening).entries[0].id}
    assert len(day_of(evening).entries) == 1


def test_n_and_e_go_to_what_is_left(evening: Room) -> None:
    press(evening, "n")
    found = evening.window._page._choice.current()
    assert isinstance(found, DayRow)
    assert found.matter is None
    press(evening, "e")
    assert isinstance(evening.window._page._choice.current(), Away)


def test_v_shows_the_visits_and_hides_them(evening: Room) -> None:
    row = named(evening, DEED)[0]
    choose(evening, row)
    press(evening, "v")
    assert {each.span for each in items(evening, VisitLine)} == set(row.row.spans)
    press(evening, "v")
    assert not items(evening, VisitLine)


def test_question_mark_opens_the_sheet_of_keys(evening: Room) -> None:
    press(evening, "?", SHIFT)
    sheet = evening.window.others.window("keys")
    assert sheet is not None
    evening.until(sheet.isVisible)
    sheet.close()


def test_enter_goes_to_the_narrative(evening: Room) -> None:
    choose(evening, named(evening, DEED)[0])
    press(evening, Qt.Key.Key_Return)
    assert panel(evening)._narrative.hasFocus()


def test_enter_on_time_added_by_hand_goes_to_its_narrative(evening: Room) -> None:
    office = evening.office
    wish = review.Wish(MatterId(10482), narrative="Conference with counsel")
    day = day_of(evening).day
    office.store.write(lambda books: review.add_by_hand(books, day, 1_800, wish, office.clock.zone_name())).result()
    evening.window.refresh()
    evening.until(lambda: items(evening, EntryLine))
    go_to(evening, items(evening, EntryLine)[0])
    evening.until(lambda: panel(evening).subject is not None)
    press(evening, Qt.Key.Key_Return)
    assert panel(evening)._narrative.hasFocus()


def test_trash_and_back(evening: Room) -> None:
    row = named(evening, INBOX, RowState.OPEN)[0]
    choose(evening, row)
    changes(evening, lambda: press(evening, Qt.Key.Key_Delete))
    anywhere(evening, Qt.Key.Key_8)
    evening.until(lambda: [each.row.id for each in evening.rows()] == [row.row.id])
    choose(evening, evening.rows()[0])
    changes(evening, lambda: press(evening, "u"))
    assert next(r for r in day_of(evening).rows if r.row.id == row.row.id).state is RowState.OPEN


def test_trash_twice_asks_once_and_then_it_is_gone(evening: Room) -> None:
    row = named(evening, INBOX, RowState.OPEN)[0]
    choose(evening, row)
    press(evening, Qt.Key.Key_Delete)
    evening.until(lambda: named(evening, INBOX, RowState.TRASH))
    anywhere(evening, Qt.Key.Key_8)
    choose(evening, evening.rows()[0])
    press(evening, Qt.Key.Key_Delete)
    sure = evening.window._page.desks.sure
    assert sure.isVisible()
    assert "cannot be brought back" in said(sure)
    assert named(evening, INBOX, RowState.TRASH), "nothing is gone before the yes"
    assert sure._no.hasFocus(), "Enter without reading keeps it"
    click(evening, "Delete", sure)
    evening.until(lambda: not named(evening, INBOX, RowState.TRASH))
    evening.until(lambda: not evening.window._page._reading)
    anywhere(evening, Qt.Key.Key_Z)
    evening.until(lambda: "There is nothing to take back." in said(evening.window._page.desks.done))
    assert not named(evening, INBOX, RowState.TRASH)


def test_a_question_about_deleting_does_not_outlive_its_day(evening: Room) -> None:
    choose(evening, named(evening, INBOX, RowState.OPEN)[0])
    press(evening, Qt.Key.Key_Delete)
    evening.until(lambda: named(evening, INBOX, RowState.TRASH))
    anywhere(evening, Qt.Key.Key_8)
    choose(evening, evening.rows()[0])
    press(evening, Qt.Key.Key_Delete)
    assert evening.window._page.desks.sure.isVisible()
    evening.window.go_to(day_of(evening).day - timedelta(days=1))
    assert not evening.window._page.desks.sure.isVisible()


def test_split_a_row_at_a_stay_and_join_it_again(evening: Room) -> None:
    row = max(named(evening, DEED), key=lambda each: len(each.row.spans))
    choose(evening, row)
    press(evening, "s")
    form = evening.window._page._side.split
    assert form.isVisible()
    assert form._pieces.hasFocus()
    QTest.keyClick(form._pieces, Qt.Key.Key_Home)
    QTest.keyClick(form._pieces, Qt.Key.Key_Down)
    changes(evening, lambda: click(evening, "Split", form))
    parts = [r for r in named(evening, DEED) if row.row.span.start <= r.row.span.start < row.row.span.end]
    assert [each.row.spans for each in parts] == [row.row.spans[:1], row.row.spans[1:]]
    choose(evening, parts[1])
    changes(evening, lambda: press(evening, "j"))
    assert row.row.spans in [each.row.spans for each in named(evening, DEED)]


def test_split_an_entry_by_the_rows_ticked_and_merge_it_again(evening: Room) -> None:
    rows = [r for r in day_of(evening).rows if r.matter == 10482 and r.state is RowState.OPEN][:6]
    subject_rows = [r for r in rows if r.window.title == DEED][:3]
    entry = draft_of(evening, *subject_rows)
    press(evening, "s")
    form = evening.window._page._side.split
    assert form.isVisible()
    assert form._pieces.count() == len(subject_rows)
    for number in range(form._pieces.count()):
        form._pieces.item(number).setCheckState(Qt.CheckState.Checked if number == 0 else Qt.CheckState.Unchecked)
    changes(evening, lambda: click(evening, "Split", form))
    assert len(day_of(evening).entries) == 2
    assert sum(e.draft.worked_seconds for e in day_of(evening).entries) == pytest.approx(
        entry.draft.worked_seconds, abs=1
    )
    choose(evening, *named(evening, DEED, RowState.DRAFT))
    changes(evening, lambda: press(evening, "m"))
    assert len(day_of(evening).entries) == 1


# absences


@pytest.mark.parametrize(("key", "occupation"), [("h", "hearing"), ("p", "private"), ("l", "break")])
def test_an_absence_is_answered_by_a_key(evening: Room, key: str, occupation: str) -> None:
    away = next(each for each in items(evening, Away) if each.asked and not each.possible)
    go_to(evening, away)
    changes(evening, lambda: press(evening, key))
    assert {str(each.occupation) for each in day_of(evening).stated} == {occupation}
    assert sum(each.span.length for each in day_of(evening).stated) == away.span.length


def test_an_answer_is_taken_where_its_word_is_clicked(evening: Room) -> None:
    rows = evening.window._page._list
    away = next(each for each in items(evening, Away) if each.possible)
    go_to(evening, away)
    where = rows.visualRect(index_of(evening, away))
    from PySide6.QtWidgets import QStyleOptionViewItem  # noqa: PLC0415

    option = QStyleOptionViewItem()
    rows.initViewItemOption(option)
    option.rect = where
    delegate = evening.window._page._delegate
    at = next(
        QPoint(x, where.center().y())
        for x in range(where.left(), where.right())
        if delegate._answer_at(option, away, QPoint(x, where.center().y())) == "break"
    )
    changes(evening, lambda: QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at + QPoint(12, 0)))
    assert [str(each.occupation) for each in day_of(evening).stated] == ["break"]


def test_a_letter_that_says_nothing_of_an_absence_does_nothing(evening: Room) -> None:
    away = next(each for each in items(evening, Away) if each.asked and not each.possible)
    before = fingerprint(evening)
    go_to(evening, away)
    for key in "aruvgjmsx":
        press(evening, key)
    press(evening, Qt.Key.Key_Delete)
    evening.until(lambda: not evening.window._page._reading)
    assert {str(each.occupation) for each in day_of(evening).stated} == set()
    assert fingerprint(evening) == before or day_of(evening).entries == ()


# days, filters, order, search


def test_arrows_turn_days_and_weeks(evening: Room) -> None:
    day = day_of(evening).day
    for key, held, days in (
        (Qt.Key.Key_Left, Qt.KeyboardModifier.NoModifier, -1),
        (Qt.Key.Key_Right, Qt.KeyboardModifier.NoModifier, 0),
        (Qt.Key.Key_Left, SHIFT, -7),
        (Qt.Key.Key_Right, SHIFT, 0),
    ):
        press(evening, key, held)
        assert evening.window.day == day + timedelta(days=days)


def test_control_and_a_number_filters(evening: Room) -> None:
    shown = {}
    for number, wanted in enumerate(Filter, start=1):
        anywhere(evening, Qt.Key(Qt.Key.Key_0.value + number))
        assert evening.window._page._tools.filter is wanted
        shown[wanted] = len(evening.rows())
    assert shown[Filter.ALL] == shown[Filter.TAGGED] + shown[Filter.UNTAGGED] + shown[Filter.PRIVATE]
    assert shown[Filter.UNTAGGED] > shown[Filter.SUGGESTED] > 0
    assert shown[Filter.SENT] == shown[Filter.FAILED] == shown[Filter.TRASH] == 0
    assert shown[Filter.PRIVATE] == 1
    assert "No rows fit here" in evening.window._page._list.accessibleDescription()


def test_the_next_window_has_the_filter_and_the_order(evening: Room, make_room: Callable[..., Room]) -> None:
    anywhere(evening, Qt.Key.Key_4)
    order = evening.window._page._tools._order
    order.setFocus()
    QTest.keyClick(order, Qt.Key.Key_Down)
    evening.until(
        lambda: evening.office.store.read(lambda books: books.settings.all()).get("review.arrangement") == "matter"
    )
    other = make_room()
    other.until(lambda: other.window._page._tools.filter is Filter.TAGGED)
    assert other.window._page._tools.arrangement is Arrangement.MATTER
    assert other.window._page._model.wanted.arrangement is Arrangement.MATTER


def test_by_matter_there_are_headings_with_sums(evening: Room) -> None:
    evening.window._page._tools._order.setCurrentIndex(1)
    heading = next(each for each in items(evening, Heading) if each.matter == 10482)
    assert "Harbour Holdings" in heading.text
    assert heading.told, "it says how much"


def test_search_finds_other_days_and_opens_one(evening: Room) -> None:
    office, zone = evening.office, evening.office.clock.zone()
    earlier = day_of(evening).day - timedelta(days=3)
    office.store.write(lambda books: eight_hours.live(books, office.recogniser, earlier, zone)).result()
    anywhere(evening, Qt.Key.Key_F)
    search = evening.window._page.search
    assert search.hasFocus()
    QTest.keyClicks(search, "costs agree")
    evening.until(lambda: items(evening, Found))
    found = items(evening, Found)[0]
    assert found.day == earlier
    go_to(evening, found)
    press(evening, Qt.Key.Key_Return)
    assert evening.window.day == earlier
    evening.until(lambda: [r.window.title for r in evening.window._page._chosen()] == [eight_hours.TWO_MATTERS])
    assert not search.text()


def test_a_double_click_on_a_find_opens_its_day(evening: Room) -> None:
    office, zone = evening.office, evening.office.clock.zone()
    earlier = day_of(evening).day - timedelta(days=9)
    office.store.write(lambda books: eight_hours.live(books, office.recogniser, earlier, zone)).result()
    evening.window._page.search.setText("costs agreement")
    evening.until(lambda: items(evening, Found))
    rows = evening.window._page._list
    index = index_of(evening, items(evening, Found)[0])
    rows.scrollTo(index)
    at = rows.visualRect(index).center()
    QTest.mouseClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
    QTest.mouseDClick(rows.viewport(), Qt.MouseButton.LeftButton, pos=at)
    assert evening.window.day == earlier


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


def test_what_is_previewed_is_what_is_sent(evening: Room) -> None:
    entry = draft_of(evening, *named(evening, ESTATE))
    box = panel(evening)._billing
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


# names hidden


def test_nothing_is_readable_while_names_are_hidden(evening: Room) -> None:
    office, zone = evening.office, evening.office.clock.zone()
    earlier = day_of(evening).day - timedelta(days=3)
    office.store.write(lambda books: eight_hours.live(books, office.recogniser, earlier, zone)).result()
    draft_of(evening, *named(evening, DEED)[:2])
    press(evening, "s")
    assert evening.window._page._side.split.isVisible()
    evening.window._page.search.setText("deed")
    evening.until(lambda: items(evening, Found))
    evening.discretion.ask(True)
    evening.until(lambda: not any("deed" in r.window.title.casefold() for r in day_of(evening).rows))
    model = evening.window._page._model
    roles = (Qt.ItemDataRole.DisplayRole, Qt.ItemDataRole.ToolTipRole, Qt.ItemDataRole.AccessibleDescriptionRole)
    told = [str(model.index(n).data(role) or "") for n in range(model.rowCount()) for role in roles]
    told += [said(evening.window), *(each.accessibleName() for each in evening.window.findChildren(QWidget))]
    whole = "\n".join(told)
    for name in ("Deed of", "Harbour", "HAR-2024", "EST-2025", "Marlow"):
        assert name not in whole
    assert ITEM_ROLE


def test_empty_days_say_why(evening: Room) -> None:
    evening.window.go_to(day_of(evening).day - timedelta(days=40))
    evening.until(lambda: "Nothing was recorded on this day." in evening.window._page._list.accessibleDescription())
    assert "Nothing to review." in said(evening.window._page._side.day)
