"""The main window: which day, the day itself, and how the program is doing."""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from datetime import date, timedelta
from decimal import Decimal
from functools import partial

from PySide6.QtCore import QTimer, Signal
from PySide6.QtGui import QCloseEvent, QHideEvent, QKeyEvent, QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QMainWindow, QStackedWidget, QWidget

from wisestep_desktop.core.settings import Settings
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services.timeline import Day, worked_by_day
from wisestep_desktop.shell.connection import ActionstepDesk
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.discretion import Discretion
from wisestep_desktop.shell.models.day_items import Arrangement, Filter
from wisestep_desktop.shell.notice_board import NoticeBoard
from wisestep_desktop.shell.recording import Recording
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.views.bars import ConnectionBar
from wisestep_desktop.shell.views.bell import Bell
from wisestep_desktop.shell.views.day_page import DayPage
from wisestep_desktop.shell.views.day_tabs import DayTabs
from wisestep_desktop.shell.views.first_run import FirstSteps
from wisestep_desktop.shell.views.head_bar import HeadBar
from wisestep_desktop.shell.views.other_windows import OtherWindows
from wisestep_desktop.shell.views.stage import Stage
from wisestep_desktop.shell.views.status_bar import StatusBar
from wisestep_desktop.shell.views.week_page import WeekPage
from wisestep_desktop.shell.widgets.parts import column, frame
from wisestep_desktop.shell.widgets.reading_order import follow_reading
from wisestep_desktop.shell.widgets.row_list import step_of
from wisestep_desktop.shell.widgets.tall import Tall
from wisestep_desktop.shell.words import tr

_GROW_EVERY = 5_000


@dataclass(frozen=True, slots=True)
class _Week:
    """What the head and the foot say about the week of a day."""

    worked: dict[date, int]
    goal: Decimal
    filter: Filter
    arrangement: Arrangement


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
        self._desk = desk
        self._tasks = tasks
        self._theme = theme
        self._recording = recording
        self._actionstep = actionstep
        self._discretion = discretion
        self._week_told: _Week | None = None
        self._seen = False
        self._view = (Filter.ALL, Arrangement.HOUR)
        self.setWindowTitle("WiseStep")
        self.resize(1240, 800)
        self.setMinimumSize(920, 560)
        self._connection = ConnectionBar(actionstep, theme, self)
        self._page = DayPage(desk, tasks, theme, recording, actionstep, discretion)
        self._week_page = WeekPage(desk, tasks, theme, discretion)
        self._board = NoticeBoard(desk, tasks, recording, actionstep, self)
        self._bell = Bell(self._board, theme)
        self._head = HeadBar(theme, self, self._page.search, self._connection.chip, self._bell)
        self.others = OtherWindows(desk, tasks, theme, recording, discretion, self)
        self._tabs = DayTabs(self)
        self._status = StatusBar(recording, theme, discretion, self)
        self._lay_out()
        self._wire()
        self._fill_menu()
        self._make_shortcuts()
        self._head.show_day(self._page.day, self._page.today)
        self._settle()
        self._read_week(first=True)

    @property
    def day(self) -> date:
        """Return the day shown."""
        return self._page.day

    def go_to(self, day: date) -> None:
        """Show another day; what lies in the future is the present."""
        self._page.go_to(day)
        self._head.show_day(self._page.day, self._page.today)
        if self._head.week:
            self._week_page.go_to(self._page.day)
        self._show_week()
        self._read_week()

    def refresh(self) -> None:
        """Read the day again."""
        self._page.refresh()

    def refresh_notices(self) -> None:
        """Read again what waits for the person."""
        self._board.refresh()

    def showEvent(self, event: QShowEvent) -> None:
        """Follow the recording while the day is looked at."""
        self._recording.followed = True
        super().showEvent(event)
        self._read_week()

    def hideEvent(self, event: QHideEvent) -> None:
        """Let the recording go on by itself."""
        self._recording.followed = False
        super().hideEvent(event)

    def closeEvent(self, event: QCloseEvent) -> None:
        """Hide: the tray goes on. Without a tray, closing the window is quitting."""
        event.accept()
        self.quit_asked.emit()

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Go a day or a week with the arrow keys, wherever nothing else wants them."""
        step = step_of(event, mirrored=self.isRightToLeft())
        if step and self._stage.shows_day:
            self.go_to(self.day + timedelta(days=7 * step if self._head.week and abs(step) == 1 else step))
            return
        super().keyPressEvent(event)

    def _lay_out(self) -> None:
        tabs = frame("bar", column(self._tabs, space=0), margins=(12, 0, 12, 0))
        tabs.setProperty("edge", "bottom")
        day = QWidget()
        self._pages = QStackedWidget()
        self._day_page = Tall(self._page)
        self._pages.addWidget(self._day_page)
        self._pages.addWidget(self._week_page)
        body = column(self._connection.notice, tabs, self._pages, self._status, space=0)
        body.setStretch(2, 1)
        day.setLayout(body)
        first = FirstSteps(self._desk, self._tasks, self._actionstep)
        self._stage = Stage(day, self._head, self._recording, self._theme, self, first)
        whole = QWidget()
        layout = column(self._head, self._connection.progress, self._stage, space=0)
        layout.setStretch(2, 1)
        whole.setLayout(layout)
        self.setCentralWidget(whole)
        follow_reading(self)

    def _wire(self) -> None:
        self._head.stepped.connect(lambda days: self.go_to(self.day + timedelta(days=days)))
        self._head.day_wanted.connect(self.go_to)
        self._tabs.day_wanted.connect(self.go_to)
        self._page.day_wanted.connect(self.go_to)
        self._page.shown.connect(self._shown)
        self._page.learned_wanted.connect(self.show_learned)
        self._page.sheet_wanted.connect(self.others.keys)
        self._page.chosen_view.connect(self._keep_view)
        self._page.search.textEdited.connect(self._search_in_the_day)
        self._recording.changed.connect(self._settle)
        self._recording.stored.connect(self._heard)
        self._recording.stored.connect(self._grown)
        self._head.week_wanted.connect(lambda week: self.show_week(week=week))
        self._week_page.day_asked.connect(self._open_day)
        self.others.day_asked.connect(self._open_day)
        self.others.changed.connect(self.refresh)
        self.others.changed.connect(self._board.refresh)
        self.others.changed.connect(self._page.desks.stocked)
        self.others.add_connections(self._actionstep)
        self._connection.set_up_asked.connect(lambda: self.others.settings("connections"))
        self._wire_bell()
        self._status.health_asked.connect(self.show_health)
        self._status.timer.stop_asked.connect(self._page.desks.deeds.stop_timer)
        self._actionstep.synced.connect(self.refresh)
        grow = QTimer(self)
        grow.setInterval(_GROW_EVERY)
        grow.timeout.connect(self._grown)
        grow.start()

    def _wire_bell(self) -> None:
        bell, actionstep = self._bell, self._actionstep
        bell.connect_asked.connect(actionstep.connect_to_actionstep)
        bell.sync_asked.connect(actionstep.sync)
        bell.refused_asked.connect(self._open_refused)
        bell.day_asked.connect(self._open_day)
        bell.health_asked.connect(self.show_health)
        bell.timer_stop_asked.connect(self._stop_timer)
        self.others.listen(bell)

    def _make_shortcuts(self) -> None:
        page, desks = self._page, self._page.desks
        of_the_day: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Ctrl+L", page.focus_list),
            ("Ctrl+M", page.entry.focus_matter),
            ("Ctrl+E", page.entry.focus_narrative),
            ("Ctrl+N", page.add_time),
            ("Escape", page.show_the_day),
            ("Ctrl+S", page.entry.keep),
            ("Ctrl+Z", desks.review.undo),
            ("Ctrl+Shift+Z", desks.review.redo),
            ("Ctrl+Y", desks.review.redo),
            ("Ctrl+G", desks.group_day),
            ("Ctrl+Shift+Return", desks.send_day),
            *((f"Ctrl+{number}", partial(page.press_filter, number)) for number in range(1, 9)),
        )
        of_the_window: tuple[tuple[str, Callable[[], None]], ...] = (
            ("Ctrl+T", lambda: self.go_to(page.today)),
            ("Alt+Left", lambda: self.go_to(self.day - timedelta(days=1))),
            ("Alt+Right", lambda: self.go_to(self.day + timedelta(days=1))),
            ("Ctrl+F", self._search),
            ("Ctrl+Shift+L", self.show_learned),
            ("Ctrl+W", lambda: self.show_week(week=not self._head.week)),
            ("Ctrl+R", self.others.report),
            ("Ctrl+,", self.others.settings),
            ("Ctrl+B", self._bell.click),
            ("F1", self.others.keys),
        )
        self._day_keys = [self._key(*each) for each in of_the_day]
        self._window_keys = [self._key(*each) for each in of_the_window]
        self._stage.currentChanged.connect(self._allow_keys)
        self._pages.currentChanged.connect(self._allow_keys)
        self._allow_keys()

    def _key(self, keys: str, act: Callable[[], None]) -> QShortcut:
        made = QShortcut(QKeySequence(keys), self)
        made.activated.connect(act)
        return made

    def _allow_keys(self) -> None:
        """Let keys act on what can be seen, and on nothing behind it: a day is not sent from the week's page."""
        day = self._stage.shows_day
        for each in self._window_keys:
            each.setEnabled(day)
        seen = day and self._pages.currentWidget() is self._day_page
        for each in self._day_keys:
            each.setEnabled(seen)
        for act in self._day_acts:
            act.setEnabled(seen)

    def _search_in_the_day(self) -> None:
        """Show what is found: it is listed in the day."""
        if self._head.week:
            self.show_week(week=False)
            self._page.search.setFocus()

    def _search(self) -> None:
        """Search in the day's list, wherever one is."""
        if self._head.week:
            self.show_week(week=False)
        self._page.focus_search()

    def _fill_menu(self) -> None:
        menu = self._head.menu
        review = self._page.desks.review
        self._day_acts = (menu.addAction(tr("Undo"), review.undo), menu.addAction(tr("Redo"), review.redo))
        menu.addSeparator()
        menu.addAction(tr("Reports…"), self.others.report)
        menu.addAction(tr("Not sent yet…"), self.others.radar)
        menu.addAction(tr("What WiseStep has learned…"), self.others.learned)
        menu.addAction(tr("Health…"), self.others.health)
        menu.addAction(tr("Settings…"), self.others.settings)
        menu.addAction(tr("Keys…"), self.others.keys)
        menu.addSeparator()
        looks = menu.addMenu(tr("Look"))
        for choice, text in (("system", tr("As the system")), ("light", tr("Light")), ("dark", tr("Dark"))):
            looks.addAction(text, partial(self._choose_look, choice))

    def _choose_look(self, choice: str) -> None:
        self._theme.choose(choice)
        self._put("appearance.theme", choice)

    def _settle(self) -> None:
        self._stage.focus_first()  # only a widget that has its window takes the keyboard
        if self._stage.shows_day and (self._stage.hasFocus() or self.focusWidget() is None):
            self._page.focus_list()

    def show_health(self) -> None:
        """Open the health of every signal."""
        self.others.health()

    def show_learned(self) -> None:
        """Open the list of what was learned."""
        self.others.learned()

    def show_week(self, *, week: bool) -> None:
        """Show the week of the day, or the day again."""
        self._pages.setCurrentWidget(self._week_page if week else self._day_page)
        self._tabs.setVisible(not week)
        self._head.show_week(week=week)
        if week:
            self._week_page.go_to(self.day)
            self._week_page.focus_first()
        else:
            self._page.refresh()
            self._page.focus_list()

    def _open_day(self, day: date) -> None:
        """Show a day that was asked for from elsewhere."""
        self.show_week(week=False)
        self.go_to(day)
        self.raise_()
        self.activateWindow()

    def _open_refused(self, day: date) -> None:
        self._open_day(day)
        self._page.show_filter(Filter.FAILED)

    def _stop_timer(self) -> None:
        self._page.desks.deeds.stop_timer()
        self._board.refresh()

    def _heard(self) -> None:
        state = self._recording.state
        self._discretion.hear(state is not None and state.calling)

    def _grown(self) -> None:
        if not self.isVisible():
            return
        if self._head.week:
            self._week_page.refresh()
        elif self.day == self._page.today:
            self.refresh()

    def _shown(self, day: Day) -> None:
        """Say what was worked on the day that was read, and in its week; the first one gets the keyboard."""
        if self._tabs.hasFocus() and not self._seen:
            self._page.focus_list()
        self._seen = True
        self._head.show_day(day.day, self._page.today)
        told = self._week_told
        worked = day.totals.worked
        if told is not None:
            told.worked[day.day] = worked
        self._show_week()
        week = sum(told.worked.values()) if told is not None else worked
        self._status.show_day(day, week, told.goal if told is not None else Decimal(0))

    def _show_week(self) -> None:
        told = self._week_told
        self._tabs.show_day(self.day, self._page.today, told.worked if told is not None else {})

    def _read_week(self, *, first: bool = False) -> None:
        """Read what was worked on each day of the week shown."""
        monday = self.day - timedelta(days=self.day.weekday())
        zone = self._desk.clock.zone()

        def read(books: Books) -> _Week:
            settings = Settings(books.settings.all())
            goal = settings.value("review.goal_hours")
            return _Week(
                worked_by_day(books, monday, monday + timedelta(days=6), zone),
                goal if isinstance(goal, Decimal) else Decimal(0),
                Filter(settings.text("review.filter")),
                Arrangement(settings.text("review.arrangement")),
            )

        def done(week: _Week) -> None:
            self._week_told = week
            self._show_week()
            if first:
                self._view = week.filter, week.arrangement
                self._page.begin_view(week.filter, week.arrangement)

        self._tasks.run(lambda: self._desk.store.read(read), done, lambda _error: None)

    def _keep_view(self, wanted: Filter, arrangement: Arrangement) -> None:
        """Remember filter and order: they are the same on the next day and at the next start."""
        if (wanted, arrangement) == self._view:
            return
        self._view = wanted, arrangement
        self._put("review.filter", wanted)
        self._put("review.arrangement", arrangement)

    def _put(self, name: str, text: str) -> None:
        self._tasks.run(
            lambda: self._desk.store.write(lambda books: books.settings.put(name, text)).result(),
            lambda _done: None,
            lambda _error: None,
        )
