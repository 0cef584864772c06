"""Where the time of a day, a week or a month went: figures, bars and a table, and the way into a file."""

from __future__ import annotations

from datetime import date
from functools import partial
from pathlib import Path

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeySequence, QShortcut, QShowEvent
from PySide6.QtWidgets import QDialog, QFileDialog, QLabel, QVBoxLayout, QWidget

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.core.instants import local_date
from wisestep_desktop.core.periods import Period, after, around, before
from wisestep_desktop.core.report import By, Key, report
from wisestep_desktop.ports.export import Format
from wisestep_desktop.services.exporting import Which, gather
from wisestep_desktop.services.reporting import Account, account
from wisestep_desktop.shell import habits, report_words
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.discretion import Discretion
from wisestep_desktop.shell.metrics import margins, scaled
from wisestep_desktop.shell.models.report import ReportModel
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.views.report_parts import Figures, ReportTable
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button, column, frame, row, words
from wisestep_desktop.shell.widgets.pills import Pills
from wisestep_desktop.shell.widgets.report_bars import BarLegend
from wisestep_desktop.shell.widgets.tall import Tall
from wisestep_desktop.shell.words import tr, trn


class ReportPage(QWidget):
    """Reads a period whenever it is asked for, and shows it grouped as wished.

    Args:
        desk: with the store, the clock and the writers of files.
        tasks: for everything that is read or written.
        theme: whose colours the bars have.
        discretion: while names are hidden, they are hidden here too.
    """

    def __init__(self, desk: Desk, tasks: Tasks, theme: Theme, discretion: Discretion | None = None) -> None:
        super().__init__()
        self._desk = desk
        self._tasks = tasks
        self._theme = theme
        self._discretion = discretion
        self._period = Period.WEEK
        self._by = By.MATTER
        self._day = self._today()
        self._asked = 0
        self._account: Account | None = None
        self._make_parts()
        self._lay_out()
        self.setFocusPolicy(Qt.FocusPolicy.StrongFocus)
        self.setAccessibleName(tr("Reports"))
        copy = QShortcut(QKeySequence(QKeySequence.StandardKey.Copy), self)
        copy.setContext(Qt.ShortcutContext.WidgetWithChildrenShortcut)
        copy.activated.connect(self._table.copy_rows)
        theme.changed.connect(self.update)
        if discretion is not None:
            discretion.changed.connect(self._show)
        self.refresh()

    def go_to(self, day: date, period: Period | None = None) -> None:
        """Show the period around a day; what lies in the future is the present."""
        self._day = min(day, self._today())
        self._period = period or self._period
        self._periods.choose(self._period)
        self.refresh()

    def begin(self) -> None:
        """Read what is so now, and let the first Tab lead to the first button."""
        self.setFocus()
        self.refresh()

    def group_by(self, by: By) -> None:
        """Show what is shown in other lines."""
        self._by = by
        self._groups.choose(by)
        self._show()

    def refresh(self) -> None:
        """Read the period again. Of several readings only the last that was asked for is shown."""
        self._asked += 1
        asked = self._asked
        first, last = around(self._day, self._period)
        self._message.hide()
        self._title.setText(_title(first, last, self._period))
        self._forth.setEnabled(last < self._today())
        store, clock = self._desk.store, self._desk.clock
        self._tasks.run(
            lambda: account(store, clock, first, last), partial(self._take, asked), partial(self._failed, asked)
        )

    def export_to(self, file: Path, kind: Format) -> None:
        """Write the period's entries into a file; whoever named an existing one was asked already."""
        first, last = around(self._day, self._period)
        store, clock, names = self._desk.store, self._desk.clock, report_words.sheet_headings()

        def write() -> int:
            sheaf = store.read(lambda books: gather(books, clock, first, last, Which.ALL, names))
            return self._desk.exporter(kind).write(sheaf, file, force=True)

        self._tasks.run(write, partial(self._exported, file), self._not_exported)

    def ask_where(self) -> QFileDialog:
        """Ask for a file; its kind is the filter chosen."""
        first, last = around(self._day, self._period)
        kinds = {_filter(kind): kind for kind in Format}
        box = QFileDialog(self, tr("Export entries"))
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        box.setNameFilters(list(kinds))
        box.selectNameFilter(_filter(Format.XLSX))
        box.setDefaultSuffix("xlsx")
        box.selectFile(f"wisestep-{first.isoformat()}-{last.isoformat()}")
        box.filterSelected.connect(lambda chosen: box.setDefaultSuffix(_suffix(kinds[chosen])))
        box.fileSelected.connect(lambda file: self.export_to(Path(file), kinds[box.selectedNameFilter()]))
        box.open()
        return box

    def _today(self) -> date:
        return local_date(self._desk.clock.read().wall, self._desk.clock.zone())

    def _make_parts(self) -> None:
        self._title = words("", pixels=17, strong=True)
        self._title.setMinimumWidth(scaled(230))
        self._back = button("‹", "flat", hint=tr("The time before"))
        self._back.clicked.connect(lambda: self.go_to(before(self._day, self._period)))
        self._forth = button("›", "flat", hint=tr("The time after"))
        self._forth.clicked.connect(lambda: self.go_to(after(self._day, self._period)))
        self._now = button(tr("Today"), "flat")
        self._now.clicked.connect(lambda: self.go_to(self._today()))
        names = {Period.DAY: tr("Day"), Period.WEEK: tr("Week"), Period.MONTH: tr("Month")}
        self._periods = Pills({period: names[period] for period in Period}, tr("How much"))
        self._periods.chosen.connect(lambda period: self.go_to(self._day, period))
        self._groups = Pills({by: report_words.by_name(by) for by in By}, tr("Grouped by"))
        self._groups.chosen.connect(self.group_by)
        self._periods.choose(self._period)
        self._groups.choose(self._by)
        self._export = button(tr("Export…"), hint=tr("Write the entries of this time into a file"))
        self._export.clicked.connect(self.ask_where)
        self._message = words("", name="dim", wrap=True)
        self._message.hide()
        self._figures = Figures(lambda: self._theme.tokens)
        self._told = words("", name="dim", wrap=True)
        self._goal = words("", wrap=True)
        self._model = ReportModel(self)
        self._table = ReportTable(self._model, lambda: self._theme.tokens)
        self._empty = words("", name="dim", wrap=True)
        self._empty.setAlignment(Qt.AlignmentFlag.AlignCenter)
        self._again = button(tr("Try again"))
        self._again.clicked.connect(self.refresh)
        self._again.hide()

    def _lay_out(self) -> None:
        head = frame(
            "bar",
            flow(self._back, self._title, self._forth, self._periods, self._now, 1, self._export),
            margins=(12, 9, 20, 9),
        )
        head.setProperty("edge", "bottom")
        said = column(self._told, self._goal, space=4)
        sums = frame("card", column(self._figures, said, space=16))
        self._legend = BarLegend(lambda: self._theme.tokens)
        tools = flow(self._groups, 1, self._legend)
        lines = frame("card", column(self._table, space=0), margins=(8, 8, 8, 8))
        self._full = QWidget()
        full = column(sums, tools, lines, space=12)
        full.setStretch(2, 1)
        self._full.setLayout(full)
        self._bare = QWidget()
        self._bare.setLayout(column(1, self._empty, row(1, self._again, 1), 2, space=12))
        body = column(self._message, self._full, self._bare, space=12)
        body.setContentsMargins(*margins(28, 20, 28, 20))
        body.setStretch(1, 1)
        body.setStretch(2, 1)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(0, 0, 0, 0)
        whole.setSpacing(0)
        whole.addWidget(head)
        inside = QWidget()
        inside.setLayout(body)
        whole.addWidget(Tall(inside), 1)
        self._say_nothing(tr("Reading…"))

    def _take(self, asked: int, found: Account) -> None:
        if asked == self._asked:
            self._account = found
            self._show()

    def _failed(self, asked: int, error: WiseStepError) -> None:
        if asked == self._asked:
            self._account = None
            self._say_nothing(explain(error), again=True)

    def _show(self) -> None:
        found = self._account
        if found is None:
            return
        if self._discretion is not None and self._discretion.hides:
            self._say_nothing(tr("Names are hidden while others see this screen."))
            return
        made = report(found.ledger, self._by)
        if not (made.total.worked or made.total.captured or made.total.entries):
            self._say_nothing(tr("Nothing was recorded or written down in this time."))
            return
        self._model.show_report(made, lambda key: _name(key, self._by, found))
        self._figures.show_report(made)
        told = (report_words.rounding_words(made.total), report_words.given_away_words(made.total))
        _tell(self._told, " ".join(each for each in told if each))
        _tell(self._goal, report_words.goal_words(made.goal, made.total))
        self._full.show()
        self._bare.hide()
        self._export.setEnabled(bool(made.total.entries))

    def _say_nothing(self, why: str, *, again: bool = False) -> None:
        """Show a sentence in place of figures."""
        self._empty.setText(why)
        self._empty.setObjectName("care" if again else "dim")
        self._empty.style().polish(self._empty)
        self._again.setVisible(again)
        self._full.hide()
        self._bare.show()
        self._export.setEnabled(False)

    def _exported(self, file: Path, count: int) -> None:
        self._say(trn("One entry written to {file}.", "{count} entries written to {file}.", count, file=file.name))

    def _not_exported(self, error: WiseStepError) -> None:
        self._say(explain(error), "care")

    def _say(self, text: str, name: str = "dim") -> None:
        self._message.setText(text)
        self._message.setObjectName(name)
        self._message.style().polish(self._message)
        self._message.show()


class ReportWindow(QDialog):
    """The page in a window of its own; never modal."""

    def __init__(
        self, desk: Desk, tasks: Tasks, theme: Theme, parent: QWidget, discretion: Discretion | None = None
    ) -> None:
        super().__init__(parent)
        self.page = ReportPage(desk, tasks, theme, discretion)
        self.setWindowTitle(tr("WiseStep: report"))
        self.resize(1080, 720)
        self.setMinimumSize(900, 520)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(self.page)

    def showEvent(self, event: QShowEvent) -> None:
        """Show what is so now."""
        super().showEvent(event)
        self.page.begin()


def _tell(label: QLabel, text: str) -> None:
    label.setText(text)
    label.setVisible(bool(text))


def _title(first: date, last: date, period: Period) -> str:
    """Return a period as people name it."""
    match period:
        case Period.DAY:
            return habits.long_day(first, year=True)
        case Period.WEEK:
            return tr("{first} – {last}", first=habits.since(first, last), last=habits.day_and_month(last, year=True))
        case Period.MONTH:
            return habits.month_and_year(first)


def _name(key: Key, by: By, found: Account) -> str:
    if by is By.DAY and isinstance(key, date):
        return habits.short_day(key)
    return report_words.line_name(key, by, found)


def _suffix(kind: Format) -> str:
    return "txt" if kind is Format.LEDES else kind.value


def _filter(kind: Format) -> str:
    """Return what a kind of file is called in the file dialog."""
    names = {
        Format.CSV: tr("Comma-separated (*.csv)"),
        Format.XLSX: tr("Excel sheet (*.xlsx)"),
        Format.LEDES: tr("LEDES 1998B (*.txt)"),
        Format.JSON: tr("JSON (*.json)"),
    }
    return names[kind]
