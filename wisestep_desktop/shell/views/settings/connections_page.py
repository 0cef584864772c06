"""Connections: the list of them, a new one, and the properties by which they send and sync."""

from __future__ import annotations

from collections.abc import Iterable

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QScrollArea, QWidget

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.services import connection_details
from wisestep_desktop.services.connection_details import Details
from wisestep_desktop.services.facts import ConnectionState
from wisestep_desktop.shell.connection import ActionstepDesk
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.discretion import Discretion
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.property_words import told
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.views.settings.connection_card import ConnectionCard
from wisestep_desktop.shell.views.settings.connection_form import ConnectionForm
from wisestep_desktop.shell.views.settings.page import Find, SettingsPage
from wisestep_desktop.shell.views.settings.property_table import PropertyTable
from wisestep_desktop.shell.views.settings.values import SettingValues
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button, column, fill_scrolling, frame, words
from wisestep_desktop.shell.words import tr

_CARD, _NEW = "connection", "connection.new"
_INTERVALS = ("ACTION_SYNC_INTERVAL_MINUTES", "QUICK_CODE_SYNC_INTERVAL_MINUTES")


class ConnectionsPage(SettingsPage):
    """The one connection there may be, a form for another, and the properties."""

    def __init__(
        self, desk: Desk, tasks: Tasks, actionstep: ActionstepDesk, discretion: Discretion, values: SettingValues
    ) -> None:
        super().__init__("connections", tr("Connections"))
        self._values = values
        self._desk = desk
        self._tasks = tasks
        self._actionstep = actionstep
        self._details: Details | None = None
        self.new = button(tr("New connection"), "primary")
        self.card = ConnectionCard(actionstep)
        self.form = ConnectionForm(desk, tasks, actionstep)
        self.table = PropertyTable(desk, tasks, discretion)
        self._wrong = words("", name="wrong", wrap=True)
        self._lay_out()
        self._wire()
        self.refresh()

    def finds(self) -> Iterable[Find]:
        """Return the connection and each property, by its name and by what it does."""
        yield Find(_CARD, "Actionstep", tr("Connections"))
        yield Find(_NEW, self.new.text(), tr("Client id"))
        for name, line in self.table.lines.items():
            yield Find(name, name, told(name, line.known.default).effect)

    def reveal(self, name: str) -> None:
        """Bring the connection, the form or a property into view, with the keyboard on it."""
        part: QWidget = self.card if name == _CARD else self.table.lines.get(name, self.table)
        if name == _NEW:
            self.open_form()
            part = self.form
        else:
            part.setFocus(Qt.FocusReason.OtherFocusReason)
        area = self.findChild(QScrollArea, "page")
        if isinstance(area, QScrollArea):
            QTimer.singleShot(0, self, lambda: area.ensureWidgetVisible(part, 0, scaled(40)))

    def refresh(self) -> None:
        """Show what is so now."""
        self._reread()
        self.table.refresh()

    def open_form(self) -> None:
        """Ask for a new connection, or for the credentials of the one there is."""
        self.form.open_form()
        self._arrange()

    def _lay_out(self) -> None:
        nothing = column(
            words(tr("Nothing is connected yet."), strong=True),
            words(
                tr(
                    "Connect to Actionstep, and the matters of your firm are recognised in window titles. What you "
                    "send becomes time entries there; nothing else ever leaves this computer."
                ),
                name="dim",
                wrap=True,
            ),
            space=4,
        )
        self._nothing = frame("card", nothing)
        whole = column(
            flow(words(self.title, pixels=17, strong=True), 1, self.new),
            self._wrong,
            self._nothing,
            self.form,
            self.card,
            self.table,
            1,
            space=16,
        )
        for part in (self.form, self.card, self._wrong, self._nothing):
            part.hide()
        fill_scrolling(self, whole)

    def _wire(self) -> None:
        self.new.clicked.connect(self.open_form)
        self.card.edit_asked.connect(self.open_form)
        self.form.closed.connect(self._closed)
        self.table.saved.connect(self._saved)
        self.table.pending.connect(self._arrange)
        self._actionstep.changed.connect(self._follow)
        self._actionstep.synced.connect(self.refresh)
        self._values.changed.connect(self._heard)

    def _follow(self) -> None:
        self.card.show_state()
        if not self._actionstep.syncing:
            self._reread()

    def _reread(self) -> None:
        self._tasks.run(lambda: self._desk.store.read(connection_details.read_details), self._take, self._failed)

    def _take(self, details: Details) -> None:
        self._details = details
        self._wrong.hide()
        self.card.show_details(details)
        self._arrange()

    def _arrange(self) -> None:
        """Show what there is, and make one thing at most the next to do."""
        details = self._details
        if details is None:
            return
        there = details.configured or self._actionstep.state.state is not ConnectionState.DISCONNECTED
        asked = self.form.isVisibleTo(self)
        self.card.setVisible(there)
        self._nothing.setVisible(not there and not asked)
        self.new.setEnabled(not asked)
        name = "" if there or asked or self.table.changes else "primary"
        if self.new.objectName() != name:
            self.new.setObjectName(name)
            self.new.style().polish(self.new)

    def _closed(self) -> None:
        self._arrange()
        self.new.setFocus(Qt.FocusReason.OtherFocusReason)

    def _saved(self, names: tuple[str, ...]) -> None:
        self._values.refresh()
        for name in names:
            self._values.changed.emit(name)

    def _heard(self, name: str) -> None:
        """Obey another interval at once, wherever in the settings it was set."""
        if name in _INTERVALS:
            self._actionstep.replan()

    def _failed(self, error: WiseStepError) -> None:
        self._wrong.setText(explain(error))
        self._wrong.show()
