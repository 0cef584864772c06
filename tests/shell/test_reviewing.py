"""Everything a person can do to the rows of a normal day, with keys and the mouse on the real widgets."""

from __future__ import annotations

from collections.abc import Callable
from datetime import timedelta

import pytest
from PySide6.QtCore import QPoint, Qt
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QWidget

from tests import eight_hours
from tests.shell.conftest import Room
from tests.shell.evening import (
    DEED,
    INBOX,
    SHIFT,
    anywhere,
    changes,
    choose,
    click,
    day_of,
    draft_of,
    fingerprint,
    go_to,
    index_of,
    items,
    named,
    panel,
    press,
    said,
)
from wisestep_desktop.core.ids import MatterId
from wisestep_desktop.services import review
from wisestep_desktop.services.searching import Found
from wisestep_desktop.services.timeline import DayRow, RowState
from wisestep_desktop.shell.models.day import ITEM_ROLE
from wisestep_desktop.shell.models.day_items import Arrangement, Away, EntryLine, Filter, Heading, VisitLine

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


def test_del_on_time_added_by_hand_discards_it_and_undo_brings_it_back(evening: Room) -> None:
    office = evening.office
    day, wish = day_of(evening).day, review.Wish(MatterId(10482), narrative="Call with counsel")
    office.store.write(lambda books: review.add_by_hand(books, day, 1_800, wish, office.clock.zone_name())).result()
    evening.window.refresh()
    evening.until(lambda: items(evening, EntryLine))
    go_to(evening, items(evening, EntryLine)[0])
    changes(evening, lambda: press(evening, Qt.Key.Key_Delete))
    assert not items(evening, EntryLine)


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
    for key in "aruvgjsx":
        press(evening, key)
    press(evening, Qt.Key.Key_Delete)
    through: list[None] = []
    evening.tasks.run(lambda: None, through.append, lambda _error: None)
    evening.until(lambda: through and not evening.window._page._reading)
    assert fingerprint(evening) == before


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
