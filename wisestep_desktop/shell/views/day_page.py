"""A day: its bar, its rows, and the desk beside them where entries are made. Everything done here can be taken back."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QShowEvent
from PySide6.QtWidgets import QFrame, QLineEdit, QWidget

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.core.ids import RowId
from wisestep_desktop.core.instants import local_date
from wisestep_desktop.core.spans import Instant, Span
from wisestep_desktop.services.learning import Offer
from wisestep_desktop.services.searching import Found
from wisestep_desktop.services.timeline import Day, DayRow, RowState, read_day
from wisestep_desktop.shell import texts
from wisestep_desktop.shell.connection import ActionstepDesk
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.discretion import Discretion, covered
from wisestep_desktop.shell.models.day import DayModel
from wisestep_desktop.shell.models.day_items import Arrangement, EntryLine, Filter
from wisestep_desktop.shell.recording import Recording
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.views.day_desks import DayDesks
from wisestep_desktop.shell.views.day_parts import EARLIEST, Stock, long_date, short_date, why_empty
from wisestep_desktop.shell.views.day_search import DaySearch
from wisestep_desktop.shell.views.elsewhere import Elsewhere
from wisestep_desktop.shell.views.entry_panel import EntryPanel
from wisestep_desktop.shell.views.entry_parts import Subject
from wisestep_desktop.shell.views.list_bar import ListBar
from wisestep_desktop.shell.views.review_desk import Choice
from wisestep_desktop.shell.views.row_choice import RowChoice
from wisestep_desktop.shell.views.side import Side
from wisestep_desktop.shell.widgets.day_bar import DayBar
from wisestep_desktop.shell.widgets.parts import column, frame, row
from wisestep_desktop.shell.widgets.row_delegate import RowDelegate
from wisestep_desktop.shell.widgets.row_list import RowList
from wisestep_desktop.shell.words import tr


class DayPage(QWidget):
    """Shows one day at a time and turns its rows into entries."""

    shown = Signal(object)
    """A day was read and is shown."""
    day_wanted = Signal(object)
    learned_wanted = Signal()
    sheet_wanted = Signal()
    chosen_view = Signal(object, object)
    """Another filter or order was chosen."""

    def __init__(
        self,
        desk: Desk,
        tasks: Tasks,
        theme: Theme,
        recording: Recording,
        actionstep: ActionstepDesk,
        discretion: Discretion,
    ) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._theme = theme
        self._recording = recording
        self._discretion = discretion
        self._day = self.today
        self._reading = False
        self._again = False
        self._stock = Stock()
        self._make_parts()
        self.desks = DayDesks(desk, tasks, actionstep, recording, self, self)
        self._lay_out()
        self._wire()
        self._stock_up()

    @property
    def day(self) -> date:
        """Return the day shown."""
        return self._day

    @property
    def today(self) -> date:
        """Return today, where the person is."""
        return local_date(self._desk.clock.read().wall, self._desk.clock.zone())

    def go_to(self, day: date) -> None:
        """Show another day; what lies in the future is the present, and nobody recorded anything before 2000."""
        self._day = max(EARLIEST, min(day, self.today))
        self._list.clearSelection()
        self.desks.sure.hide()  # it asked about rows of the day before
        self.refresh()

    def refresh(self) -> None:
        """Read the day again; while one reading runs, one more is enough."""
        if self._reading:
            self._again = True
            return
        self._reading = True
        self._tasks.run(self._read, self._show, self._read_failed)

    def _read(self) -> Day:
        """Read the day, off the Qt thread."""
        wanted, zone, now = self._day, self._desk.clock.zone(), self._desk.clock.read().wall
        return self._desk.store.read(lambda books: read_day(books, wanted, zone, now))

    def showEvent(self, event: QShowEvent) -> None:
        """Show the day as it is by now."""
        super().showEvent(event)
        self.refresh()

    def focus_list(self) -> None:
        """Put the keyboard on the rows."""
        self._list.setFocus()

    def focus_search(self) -> None:
        """Put the keyboard on the search."""
        self._tools.focus_search()

    def press_filter(self, number: int) -> None:
        """Choose a filter by its number, from 1."""
        self._tools.press(number)

    def show_filter(self, wanted: Filter) -> None:
        """Choose a filter, and the first row it shows."""
        self._tools.choose(wanted)
        self._list.setFocus()
        first = next((each.row.id for each in self._model.rows()), None)
        if first is not None:
            self._select([first])

    def begin_view(self, wanted: Filter, arrangement: Arrangement) -> None:
        """Show what was chosen last time."""
        self._tools.begin(wanted, arrangement)

    @property
    def entry(self) -> EntryPanel:
        """Return where rows become an entry."""
        return self._panel

    def show_the_day(self) -> None:
        """Select nothing: the desk beside the list is about the day as a whole."""
        self._side.close_form()
        self._list.clearSelection()
        self._list.setFocus()

    def add_time(self) -> None:
        """Open the form for time that no window saw."""
        now = self._desk.clock.read().wall
        self._side.setCurrentWidget(self._side.add)
        self._side.add.begin(self._day, self._desk.clock.zone(), now, today=self._day == self.today)

    def _make_parts(self) -> None:
        self._bar = DayBar(self, lambda: self._theme.tokens)
        self.search = QLineEdit()
        self.search.setPlaceholderText(tr("Search all days"))
        self.search.setAccessibleName(tr("Search all days"))
        self.search.setClearButtonEnabled(True)
        self._tools = ListBar(self, self.search)
        self._model = DayModel(self, long_date)
        self._list = RowList(self)
        self._list.setModel(self._model)
        self._delegate = RowDelegate(self._list, lambda: self._theme.tokens, self._desk.clock.zone, long_date)
        self._list.setItemDelegate(self._delegate)
        self._side = Side(self, self._desk.lists)
        self._panel = self._side.entry
        self._elsewhere = Elsewhere()
        self._choice = RowChoice(self._list, self._model)
        self._search = DaySearch(self._desk, self._tasks, self._model, self._choice)

    def _lay_out(self) -> None:
        bar = frame("bar", column(self._bar, space=0), margins=(0, 0, 0, 0))
        bar.setProperty("edge", "bottom")
        left = QFrame()
        above, below = (self.desks.offer, self._tools), (self.desks.sure, self.desks.done, self._elsewhere)
        stacked = column(*above, self._list, *below, space=0)
        stacked.setStretch(2, 1)
        left.setLayout(stacked)
        work = row(left, self._side, space=0)
        work.setStretch(0, 63)
        work.setStretch(1, 37)
        body = column(bar, work, space=0)
        body.setStretch(1, 1)
        self.setLayout(body)

    def _wire(self) -> None:
        self._tools.narrowed.connect(self._narrow)
        self._tools.arranged.connect(self._arrange)
        self._tools.add_asked.connect(self.add_time)
        self._search.found.connect(self._count)
        self._list.selectionModel().selectionChanged.connect(self._selected)
        self._list.doubleClicked.connect(lambda _index: self._opened())
        self._list.stepped.connect(self._step)
        self._panel.released.connect(self._list.setFocus)
        self._panel.closed.connect(self.show_the_day)
        self._bar.picked.connect(self._pick)
        self.desks.wire(self._model, self._list, self._choice, self._delegate, self._side)
        self.desks.keys.found_wanted.connect(self._opened)
        self.desks.keys.sheet_wanted.connect(self.sheet_wanted)
        self.desks.taught.connect(self._offered)
        self.desks.stated.connect(self._state_shown)
        self.desks.learned_wanted.connect(self.learned_wanted)
        self._side.left.connect(self.focus_list)
        self._side.day.filter_asked.connect(self.show_filter)
        self._side.day.gap_asked.connect(self._next_gap)
        self._side.day.entry_asked.connect(self._select_entry)
        self._discretion.changed.connect(self._hide_names)
        self._theme.changed.connect(self._list.viewport().update)
        self.desks.stocked.connect(self._stock_up)

    def _step(self, days: int) -> None:
        self.day_wanted.emit(date.fromordinal(self._day.toordinal() + days))

    def _show(self, day: Day) -> None:
        self._reading = False
        day = covered(day) if self._discretion.hides else day
        if day.day == self._day:
            chosen = [each.row.id for each in self._chosen()]
            self._display(day, lambda _day: chosen)
            self.desks.looked_at(day)
        if self._again:
            self._again = False
            self.refresh()

    def _display(self, day: Day, choose: Choice) -> None:
        """Show a day; the rows to select are chosen once the list is that of the day."""
        zone = self._desk.clock.zone()
        current = self._choice.current()
        self._bar.show_day(day, zone)
        self._model.show_day(day, zone)
        self._select(choose(day), again=True)
        self._choice.keep(current)
        self._count()
        self._elsewhere.show_records(day.records.elsewhere, day.matters)
        self._side.day.show_day(day)
        self.shown.emit(day)

    def _read_failed(self, error: WiseStepError) -> None:
        self._reading = False
        self._list.say_instead(explain(error))

    def _select(self, rows: Sequence[RowId], *, again: bool = False) -> None:
        """Select rows again after the model was rebuilt; a row that became a draft keeps its place."""
        self._choice.select(rows)
        self._selected(again=again)

    def _select_entry(self, entry: object) -> None:
        """Show an entry: its rows selected, or its own line."""
        self._tools.choose(Filter.ALL)
        self._choice.entry(entry)

    def _next_gap(self) -> None:
        """Go to the first absence that is worth a question."""
        day = self._model.day
        self._tools.choose(Filter.ALL)
        if day is not None and day.gaps:
            self._list.setFocus()
            self._pick(day.gaps[0].span.start)

    def _pick(self, at: Instant) -> None:
        """Go to the line that covers an instant, whatever filter hides it."""
        if not self._choice.at(at):
            self._tools.choose(Filter.ALL)
            self._choice.at(at)

    def _state_shown(self, span: Span) -> None:
        """Select the open rows inside a stretch that was just said to be work: they may need a matter."""

        def inside(day: Day) -> list[RowId]:
            rows = [
                each for each in day.rows if each.state is RowState.OPEN and each.row.span.clip(span) == each.row.span
            ]
            return [each.row.id for each in rows]

        def then() -> None:
            subject = self._panel.subject
            if subject is not None and any(each.matter is None for each in subject.rows):
                self._panel.ask_for_matter()
            else:
                self._list.setFocus()

        self.follow(inside, then)

    def _count(self) -> None:
        self._tools.show_counts(self._model.count)
        today = self._day == self.today
        empty = self._model.rowCount() == 0
        said = why_empty(narrowed=self._tools.narrow, today=today, running=self._recording.running)
        self._list.say_instead(said if empty else "")

    def _narrow(self) -> None:
        self.chosen_view.emit(self._tools.filter, self._tools.arrangement)
        chosen = [each.row.id for each in self._chosen()]
        self._model.narrow(self._tools.filter, self._tools.text)
        self._search.look_for("" if self._discretion.hides else self._tools.text)
        self._select(chosen)  # what is no longer shown is no longer selected, and the panel must know
        self._count()

    def _arrange(self, arrangement: Arrangement) -> None:
        self.chosen_view.emit(self._tools.filter, arrangement)
        chosen = [each.row.id for each in self._chosen()]
        self._model.arrange(arrangement)
        self._select(chosen)

    def _hide_names(self) -> None:
        """Read the day again, with names or without; finds and offers have names too."""
        self.desks.offer.put_away()
        self._search.look_for("" if self._discretion.hides else self._tools.text)
        self.refresh()

    def _opened(self) -> None:
        """Go to the day of a find."""
        item = self._choice.current()
        if isinstance(item, Found):
            wanted = item.since
            self._tools.clear_search()
            self.day_wanted.emit(item.day)
            QTimer.singleShot(0, self, lambda: self._once_shown(lambda: self._pick(wanted)))

    def _once_shown(self, act: Callable[[], None]) -> None:
        """Do something once the day wanted is shown."""

        def shown(_day: Day) -> None:
            self.shown.disconnect(shown)
            act()

        self.shown.connect(shown)

    def _chosen(self) -> list[DayRow]:
        return self._choice.rows()

    def _selected(self, *_changed: object, again: bool = False) -> None:
        day = self._model.day
        chosen = [each for each in self._chosen() if each.state not in (RowState.PRIVATE, RowState.TRASH)]
        lines = [item for item in self._choice.items() if isinstance(item, EntryLine)]
        if day is None or not (chosen or lines) or self._discretion.hides:
            self._side.show_subject(None, again=again and not self._discretion.hides)
            return
        self._side.show_subject(self._subject(day, chosen, lines), again=again)

    def _subject(self, day: Day, chosen: list[DayRow], lines: list[EntryLine]) -> Subject | None:
        entries = {each.row.entry for each in chosen} | {each.entry.id for each in lines}
        number = entries.pop() if len(entries) == 1 else None
        entry = next((each for each in day.entries if each.id == number), None) if number is not None else None
        if entry is not None:
            rows = [each for each in day.rows if each.row.entry == entry.id]
        else:
            rows = [each for each in chosen if each.state is RowState.OPEN]
            if not rows:
                return None
        sent = day.records.of(entry.id) if entry is not None else None
        due = day.due.get(entry.id) if entry is not None else None
        until = "" if due is None else texts.time_of_day(due, self._desk.clock.zone())
        return Subject(
            tuple(rows), entry, day.day, short_date(day.day), sent, day.records.elsewhere, until, day.matters
        )

    def _stock_up(self) -> None:
        self._tasks.run(lambda: self._desk.store.read(self._stock.catalogue), self.desks.supply, self._read_failed)

    def follow(self, choose: Choice, then: Callable[[], None], *, in_sight: bool = False) -> None:
        """Read the day shown again, select rows in it, then go on; ``in_sight``: even if no filter shows them."""

        def followed(day: Day) -> None:
            if day.day == self._day and not self._discretion.hides:
                self._display(day, choose)
                if in_sight and not self._chosen():
                    self._tools.choose(Filter.ALL)
                    self._tools.clear_search()
                    self._select(choose(day))
            then()

        self._tasks.run(self._read, followed, self._read_failed)

    def refused(self, error: WiseStepError) -> None:
        """Say why something was not done, in the form that it was asked in."""
        said = explain(error)
        shown = self._side.currentWidget()
        if shown is self._side.add:
            self._side.add.refuse(said)
        elif shown is self._side.split:
            self._side.split.refuse(said)
        elif shown is self._side.entry:
            self._panel.refuse(error.code, said)
        else:
            self.desks.done.tell(said, False)  # noqa: FBT003  a Qt slot
        self.refresh()

    def _offered(self, offer: Offer) -> None:
        if not self._discretion.hides:
            self.desks.offer.ask(offer)
