"""The main window: a day's bar, its rows, and the entry made of them."""

from __future__ import annotations

from collections.abc import Callable, Sequence
from datetime import date, timedelta

from PySide6.QtCore import QItemSelection, QItemSelectionModel, Qt, QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QButtonGroup, QHBoxLayout, QLineEdit, QListView, QMainWindow, QWidget

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.core.ids import RowId
from wisestep_desktop.core.instants import local_date
from wisestep_desktop.services.learning import Offer
from wisestep_desktop.services.timeline import Day, DayRow, RowState, read_day
from wisestep_desktop.shell import texts
from wisestep_desktop.shell.connection import ActionstepDesk
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.discretion import Discretion, covered
from wisestep_desktop.shell.models.day import ITEM_ROLE, DayModel, Filter
from wisestep_desktop.shell.recording import Recording
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.views.bars import ConnectionBar
from wisestep_desktop.shell.views.day_parts import Stock, filters, long_date, short_date, why_empty
from wisestep_desktop.shell.views.draft_desk import Choice, DraftDesk
from wisestep_desktop.shell.views.elsewhere import Elsewhere
from wisestep_desktop.shell.views.entry_panel import EntryPanel
from wisestep_desktop.shell.views.entry_parts import Subject
from wisestep_desktop.shell.views.health_page import HealthPage, HealthWindow
from wisestep_desktop.shell.views.learned_page import LearnedPage, LearnedWindow
from wisestep_desktop.shell.views.offer_notice import OfferNotice
from wisestep_desktop.shell.views.row_menu import RowMenu
from wisestep_desktop.shell.views.sent_desk import SentDesk
from wisestep_desktop.shell.views.stage import Stage
from wisestep_desktop.shell.views.status_bar import StatusBar
from wisestep_desktop.shell.views.verdict_keys import VerdictKeys
from wisestep_desktop.shell.widgets.day_bar import DayBar
from wisestep_desktop.shell.widgets.parts import button, column, frame, row, words
from wisestep_desktop.shell.widgets.row_delegate import RowDelegate
from wisestep_desktop.shell.words import tr

_GROW_EVERY = 5_000


class TimelineWindow(QMainWindow):
    """Shows one day at a time and turns its rows into entries."""

    quit_asked = Signal()

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
        self._discretion = discretion
        self._desk = desk
        self._tasks = tasks
        self._theme = theme
        self._recording = recording
        self._actionstep = actionstep
        self._day = self._today()
        self._reading = False
        self._again = False
        self._health: HealthWindow | None = None
        self._learned: LearnedWindow | None = None
        self._stock = Stock()
        self.setWindowTitle("WiseStep")
        self.resize(1240, 800)
        self.setMinimumSize(900, 560)
        self._make_parts()
        self._lay_out()
        self._wire()
        self._settle()
        self._stock_up()

    @property
    def day(self) -> date:
        """Return the day shown."""
        return self._day

    def go_to(self, day: date) -> None:
        """Show another day; what lies in the future is the present."""
        self._day = min(day, self._today())
        self._list.clearSelection()
        self.refresh()

    def refresh(self) -> None:
        """Read the day again; while one reading runs, one more is enough."""
        if self._reading:
            self._again = True
            return
        self._reading = True
        wanted, zone = self._day, self._desk.clock.zone()
        self._tasks.run(
            lambda: self._desk.store.read(lambda books: read_day(books, wanted, zone)), self._show, self._read_failed
        )

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the recording while the day is looked at."""
        self._recording.followed = True
        super().showEvent(event)
        self.refresh()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the recording go on by itself."""
        self._recording.followed = False
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide: the tray goes on. Without a tray, closing the window is quitting."""
        event.accept()
        self.quit_asked.emit()

    def _make_parts(self) -> None:
        self._title = words("", pixels=17, strong=True)
        self._title.setMinimumWidth(230)
        self._back = button("‹", "flat", hint=tr("The day before"))
        self._forth = button("›", "flat", hint=tr("The day after"))
        self._to_today = button(tr("Today"), "flat")
        self._connection = ConnectionBar(self._actionstep, self._theme, self)
        self._bar = DayBar(self, lambda: self._theme.tokens)
        self._search = QLineEdit()
        self._search.setPlaceholderText(tr("Search this day"))
        self._search.setAccessibleName(tr("Search this day"))
        self._search.setClearButtonEnabled(True)
        self._search.setMaximumWidth(220)
        self._filters = QButtonGroup(self)
        self._model = DayModel(self)
        self._list = QListView()
        self._list.setObjectName("rows")
        self._list.setModel(self._model)
        self._list.setItemDelegate(RowDelegate(self._list, lambda: self._theme.tokens, self._desk.clock.zone))
        self._list.setSelectionMode(QListView.SelectionMode.ExtendedSelection)
        self._list.setVerticalScrollMode(QListView.ScrollMode.ScrollPerPixel)
        self._list.setHorizontalScrollBarPolicy(Qt.ScrollBarPolicy.ScrollBarAlwaysOff)
        self._list.setAccessibleName(tr("Time rows"))
        self._panel = EntryPanel(self)
        self._elsewhere = Elsewhere()
        self._sent = SentDesk(self._desk, self._tasks, self._actionstep, self._panel, self.refresh)
        self._drafts = DraftDesk(self._desk, self._tasks, self._actionstep, self._panel, self)
        self._verdicts = VerdictKeys(self._desk, self._tasks, self._list, self._panel, self)
        self._offer = OfferNotice(self._desk, self._tasks, self.refresh)
        self._nothing = words("", name="dim", wrap=True)
        self._nothing.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._nothing.setMargin(28)
        self._row_menu = RowMenu(self._list, self._recording, self._verdicts, self.show_learned)
        self._status = StatusBar(self._recording, self._theme, self._discretion, self)

    def _lay_out(self) -> None:
        head = frame(
            "bar",
            row(self._back, self._title, self._forth, self._to_today, 1, self._connection.chip, space=8),
            margins=(12, 9, 16, 9),
        )
        head.setProperty("edge", "bottom")
        bar = frame("bar", column(self._bar, space=0), margins=(0, 0, 0, 0))
        bar.setProperty("edge", "bottom")
        tools = QHBoxLayout()
        tools.setContentsMargins(20, 14, 20, 8)
        tools.setSpacing(4)
        for number, (_, text) in enumerate(filters()):
            pill = button(text, "pill")
            pill.setCheckable(True)
            pill.setChecked(not number)
            self._filters.addButton(pill, number)
            tools.addWidget(pill)
        tools.addStretch(1)
        tools.addWidget(self._search)
        left = QWidget()
        stacked = column(self._offer, tools, self._nothing, self._list, self._elsewhere, space=0)
        stacked.setStretch(3, 1)
        left.setLayout(stacked)
        work = row(left, self._panel, space=0)
        work.setStretch(0, 66)
        work.setStretch(1, 34)
        day = QWidget()
        body = column(self._connection.notice, bar, work, self._status, space=0)
        body.setStretch(2, 1)
        day.setLayout(body)
        self._stage = Stage(day, head, self._recording, self._theme, self)
        whole = QWidget()
        layout = column(head, self._connection.progress, self._stage, space=0)
        layout.setStretch(2, 1)
        whole.setLayout(layout)
        self.setCentralWidget(whole)

    def _wire(self) -> None:
        self._back.clicked.connect(lambda: self.go_to(self._day - timedelta(days=1)))
        self._forth.clicked.connect(lambda: self.go_to(self._day + timedelta(days=1)))
        self._to_today.clicked.connect(lambda: self.go_to(self._today()))
        self._search.textChanged.connect(self._narrow)
        self._filters.idToggled.connect(self._narrow)
        self._list.selectionModel().selectionChanged.connect(self._selected)
        self._drafts.taught.connect(self._offered)
        self._verdicts.taught.connect(self._offered)
        self._panel.released.connect(self._list.setFocus)
        self._recording.changed.connect(self._settle)
        self._recording.stored.connect(self._heard)
        self._discretion.changed.connect(self.refresh)
        self._discretion.changed.connect(self._offer.put_away)
        self._status.health_asked.connect(self.show_health)
        self._recording.stored.connect(self._grown)
        self._actionstep.synced.connect(self._stock_up)
        self._actionstep.synced.connect(self.refresh)
        self._actionstep.sent.connect(self.refresh)
        self._actionstep.changed.connect(self._stock_if_new)
        self._theme.changed.connect(self._list.viewport().update)
        for keys, act in (
            (QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Left), self._back.click),
            (QKeySequence(Qt.Modifier.ALT | Qt.Key.Key_Right), self._forth.click),
            (QKeySequence(QKeySequence.StandardKey.Find), self._search.setFocus),
            (QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_L), self._list.setFocus),
            (QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_M), self._panel.focus_matter),
            (QKeySequence(Qt.Modifier.CTRL | Qt.Key.Key_E), self._panel.focus_narrative),
            (QKeySequence(Qt.Modifier.CTRL | Qt.Modifier.SHIFT | Qt.Key.Key_L), self.show_learned),
        ):
            QShortcut(keys, self).activated.connect(act)
        for number, pill in enumerate(self._filters.buttons(), start=1):
            QShortcut(QKeySequence(f"Ctrl+{number}"), self).activated.connect(pill.click)
        grow = QTimer(self)
        grow.setInterval(_GROW_EVERY)
        grow.timeout.connect(self._grown)
        grow.start()

    def _settle(self) -> None:
        self._stage.focus_first()  # only a widget that has its window takes the keyboard
        if self._stage.shows_day and (self._stage.hasFocus() or self.focusWidget() is None):
            self._list.setFocus()

    def show_health(self) -> None:
        """Open the health page, one of them at most."""
        if self._health is None:
            page = HealthPage(self._recording, self._theme, self._desk.clock.zone, self._desk.version)
            self._health = HealthWindow(page, self)
        self._health.show()
        self._health.raise_()

    def show_learned(self) -> None:
        """Open the list of what was learned, one of them at most."""
        if self._learned is None:
            page = LearnedPage(self._desk, self._tasks, self._discretion, self.refresh)
            self._learned = LearnedWindow(page, self)
        self._learned.show()
        self._learned.raise_()

    def _offered(self, offer: Offer) -> None:
        if not self._discretion.hides:
            self._offer.ask(offer)

    def _heard(self) -> None:
        state = self._recording.state
        self._discretion.hear(state is not None and state.calling)

    def _grown(self) -> None:
        if self.isVisible() and self._day == self._today():
            self.refresh()

    def _today(self) -> date:
        return local_date(self._desk.clock.read().wall, self._desk.clock.zone())

    def _show(self, day: Day) -> None:
        self._reading = False
        day = covered(day) if self._discretion.hides else day
        if day.day == self._day:
            chosen = [each.row.id for each in self._chosen()]
            self._display(day, lambda _day: chosen)
            self._sent.look(day.day, day.records)
        if self._again:
            self._again = False
            self.refresh()

    def _display(self, day: Day, choose: Choice) -> None:
        """Show a day; the rows to select are chosen once the list is that of the day."""
        zone = self._desk.clock.zone()
        self._title.setText(long_date(day.day))
        self._forth.setEnabled(day.day < self._today())
        self._bar.show_day(day, zone)
        self._model.show_day(day, zone)
        self._select(choose(day))
        self._count()
        self._status.show_day(day)
        self._elsewhere.show_records(day.records.elsewhere, day.matters)

    def _read_failed(self, error: WiseStepError) -> None:
        self._reading = False
        self._nothing.setText(explain(error))
        self._nothing.show()

    def _select(self, rows: Sequence[RowId]) -> None:
        """Select rows again after the model was rebuilt; a row that became a draft keeps its place."""
        selection = QItemSelection()
        for each in rows:
            index = self._model.index_of(each)
            if index.isValid():
                selection.select(index, index)
        self._list.selectionModel().select(selection, QItemSelectionModel.SelectionFlag.ClearAndSelect)
        if selection.indexes() and self._list.currentIndex() not in selection.indexes():
            first = selection.indexes()[0]  # the arrow keys go on from here
            self._list.selectionModel().setCurrentIndex(first, QItemSelectionModel.SelectionFlag.NoUpdate)
        self._selected()

    def _count(self) -> None:
        for number, (wanted, text) in enumerate(filters()):
            count = self._model.count(wanted)
            self._filters.button(number).setText(text if wanted is Filter.ALL else f"{text} {count}")
        empty = self._model.rowCount() == 0
        self._nothing.setVisible(empty)
        self._list.setVisible(not empty)
        if empty:
            narrowed = bool(self._search.text()) or self._filters.checkedId() > 0
            today = self._day == self._today()
            self._nothing.setText(why_empty(narrowed=narrowed, today=today, running=self._recording.running))

    def _narrow(self) -> None:
        chosen = [each.row.id for each in self._chosen()]
        self._model.narrow(filters()[max(0, self._filters.checkedId())][0], self._search.text())
        self._select(chosen)  # what is no longer shown is no longer selected, and the panel must know
        self._count()

    def _chosen(self) -> list[DayRow]:
        items = (index.data(ITEM_ROLE) for index in sorted(self._list.selectionModel().selectedIndexes()))
        return [item for item in items if isinstance(item, DayRow)]

    def _selected(self) -> None:
        day = self._model.day
        chosen = [each for each in self._chosen() if each.state is not RowState.PRIVATE]
        if day is None or not chosen or self._discretion.hides:
            self._panel.show_subject(None)
            return
        entries = {each.row.entry for each in chosen}
        number = entries.pop() if len(entries) == 1 else None
        entry = next((each for each in day.entries if each.id == number), None) if number is not None else None
        if entry is not None:
            chosen = [each for each in day.rows if each.row.entry == entry.id]
        else:
            chosen = [each for each in chosen if each.state is RowState.OPEN]
        records = day.records
        sent = records.of(entry.id) if entry is not None else None
        due = day.due.get(entry.id) if entry is not None else None
        until = "" if due is None else texts.time_of_day(due, self._desk.clock.zone())
        about = Subject(tuple(chosen), entry, short_date(day.day), sent, records.elsewhere, until)
        self._panel.show_subject(about if chosen else None)

    def _stock_if_new(self) -> None:
        if self._actionstep.syncing:
            return
        self._stock_up()

    def _stock_up(self) -> None:
        self._tasks.run(lambda: self._desk.store.read(self._stock.catalogue), self._panel.supply, self._read_failed)

    def follow(self, choose: Choice, then: Callable[[], None], *, in_sight: bool = False) -> None:
        """Read the day shown again, select rows in it, then go on; ``in_sight``: even if no filter shows them."""

        def followed(day: Day) -> None:
            if day.day == self._day and not self._discretion.hides:
                self._display(day, choose)
                if in_sight and not self._chosen():
                    self._search.clear()
                    self._filters.button(0).setChecked(True)
                    self._select(choose(day))
            then()

        wanted, zone = self._day, self._desk.clock.zone()
        self._tasks.run(
            lambda: self._desk.store.read(lambda books: read_day(books, wanted, zone)), followed, self._read_failed
        )

    def refused(self, error: WiseStepError) -> None:
        """Say why something was not done."""
        self._panel.refuse(error.code, explain(error))
        self.refresh()
