"""Which WiseStep this is, whether there is a later one, what it is made of, and under which licences."""

from __future__ import annotations

from collections.abc import Callable, Iterable

from PySide6.QtCore import Qt
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QPlainTextEdit, QWidget

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.ports.packages import Installed, Package
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.icons import pixmap
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.views.settings.page import Find, SettingsPage
from wisestep_desktop.shell.views.settings.updates_card import UpdatesLine
from wisestep_desktop.shell.widgets.parts import button, column, fill_scrolling, frame, row, words
from wisestep_desktop.shell.words import tr


class AboutPage(SettingsPage):
    """The version, whether there is a later one, and the licences."""

    def __init__(self, desk: Desk, tasks: Tasks, changed: Callable[[], None] = lambda: None) -> None:
        super().__init__("about", tr("About"))
        self.updates = UpdatesLine(desk, tasks, changed)
        self._desk = desk
        self._tasks = tasks
        self._asked = False
        self._found: Installed | None = None
        self._copy = button(tr("Copy"), hint=tr("Copy versions and licences"))
        self._copy.setEnabled(False)
        self._copy.clicked.connect(self._copied)
        self._python = words("", name="dim", wrap=True)
        self._packages = words(tr("Reading…"), name="dim", wrap=True)
        self._list = QWidget()
        self._grid = QGridLayout(self._list)
        self._licence = _text(tr("Licence of WiseStep"))
        self._notices = _text(tr("Notices of others"))
        self._lay_out()

    def finds(self) -> Iterable[Find]:
        """Return the version and the licences."""
        return (
            Find("about.version", tr("Version"), tr("Which WiseStep this is")),
            Find("about.updates", tr("New versions"), tr("Whether there is a newer WiseStep")),
            Find("about.licences", tr("Licences"), tr("What WiseStep is made of, and under which licences")),
        )

    def refresh(self) -> None:
        """Read what is known of later versions; and once what is installed, which stays while the program runs."""
        self.updates.refresh()
        if not self._asked:
            self._asked = True
            self._tasks.run(self._desk.packages, self._show, self._failed)

    def _lay_out(self) -> None:
        mark = QLabel()
        mark.setPixmap(pixmap("wisestep", "#0f6e84", scaled(48), self.devicePixelRatioF()))
        mark.setAccessibleName("WiseStep")
        about = tr("Private time capture for attorneys who bill through Actionstep.")
        name = words(tr("WiseStep {version}", version=self._desk.version), pixels=15, strong=True)
        name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        told = column(name, words(about, wrap=True), self._python, space=2)
        head = row(mark, told, space=16)
        head.setStretch(1, 1)
        self._grid.setContentsMargins(0, 0, 0, 0)
        self._grid.setHorizontalSpacing(scaled(20))
        self._grid.setVerticalSpacing(scaled(8))
        self._grid.setColumnStretch(2, 1)
        self._own = self._card(tr("Licence of WiseStep"), self._licence)
        parts = self._card(tr("What it is made of"), self._packages, self._list)
        self._theirs = self._card(tr("Notices of others"), self._notices)
        whole = column(
            row(words(self.title, pixels=17, strong=True), 1, self._copy),
            frame("card", head),
            self._card(tr("New versions"), self.updates),
            self._own,
            parts,
            self._theirs,
            1,
            space=16,
        )
        fill_scrolling(self, whole)

    def _card(self, title: str, *parts: QWidget) -> QFrame:
        return frame("card", column(words(title, pixels=15, strong=True), *parts, space=12))

    def _show(self, found: Installed) -> None:
        self._found = found
        self._copy.setEnabled(True)
        self._python.setText(tr("Python {version}", version=found.python))
        self._licence.setPlainText(found.licence)
        self._own.setVisible(bool(found.licence))
        self._notices.setPlainText(found.notices)
        self._theirs.setVisible(bool(found.notices))
        self._packages.setText(
            tr("The work of others, each under its own licence.")
            if found.packages
            else tr("This installation does not say what it is made of. The licences came with its installer.")
        )
        for number, package in enumerate(found.packages):
            name = words(package.name, strong=True)
            name.setToolTip(package.home)
            self._grid.addWidget(name, number, 0, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words(package.version, name="dim"), number, 1, Qt.AlignmentFlag.AlignTop)
            self._grid.addWidget(words(package.licence or "–", name="dim", wrap=True), number, 2)

    def _copied(self) -> None:
        if self._found is not None:
            QGuiApplication.clipboard().setText(told_of(self._desk.version, self._found))
            self._copy.setText(tr("Copied"))

    def _failed(self, error: WiseStepError) -> None:
        self._packages.setText(explain(error))


def _text(name: str) -> QPlainTextEdit:
    """Return a place for a long text, which Tab leaves."""
    made = QPlainTextEdit()
    made.setReadOnly(True)
    made.setAccessibleName(name)
    made.setMinimumHeight(scaled(200))
    made.setTabChangesFocus(True)
    return made


def told_of(version: str, found: Installed) -> str:
    """Return versions and licences as lines of text."""
    return "\n".join((f"WiseStep {version}", f"Python {found.python}", *map(_line, found.packages)))


def _line(package: Package) -> str:
    return f"{package.name} {package.version}: {package.licence or '-'}"
