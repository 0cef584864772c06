"""The six properties of the connection: put in, looked at for what they do to today's drafts, then saved together."""

from __future__ import annotations

from collections.abc import Mapping
from dataclasses import dataclass
from pathlib import Path

from PySide6.QtCore import Qt, QTimer, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QFileDialog, QFrame, QVBoxLayout, QWidget

from wisestep_desktop.core.activity import Offer, TypeSearch
from wisestep_desktop.core.errors import BadInput, BadSetting, WiseStepError
from wisestep_desktop.core.instants import local_date
from wisestep_desktop.core.layers import Source
from wisestep_desktop.core.matters import ActivityType
from wisestep_desktop.core.property_lines import Lines, lines_of
from wisestep_desktop.core.settings import PROPERTIES
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import preferences, properties
from wisestep_desktop.services.preferences import Preference
from wisestep_desktop.services.properties import Weighed
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.discretion import Discretion
from wisestep_desktop.shell.metrics import margins, scaled
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.texts import summary_words
from wisestep_desktop.shell.views.settings.effect_view import EffectView
from wisestep_desktop.shell.views.settings.page import hairline
from wisestep_desktop.shell.views.settings.paste_panel import PastePanel
from wisestep_desktop.shell.views.settings.property_line import NARROW, PropertyLine, column_widths
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button, column, row, words
from wisestep_desktop.shell.words import tr

_PAUSE = 250
"""Milliseconds without a key before it is looked what properties would do."""
_ORDER = (
    "BILLABLE_TIME_ROUNDING_SEC",
    "ACTIVITY_TYPES_NON_BILLABLE",
    "ADD_SUMMARY_TO_NARRATIVE",
    "SHOW_CLOSED_CASES",
    "ACTION_SYNC_INTERVAL_MINUTES",
    "QUICK_CODE_SYNC_INTERVAL_MINUTES",
)
"""What concerns the bill first."""


@dataclass(frozen=True, slots=True)
class _Standing:
    """The properties as they stand, and the activity types that there are."""

    preferences: tuple[Preference, ...]
    types: tuple[ActivityType, ...]


class PropertyTable(QFrame):
    """A card. ``saved`` tells the names of settings that were changed; ``pending`` whether something is put in."""

    saved = Signal(object)
    pending = Signal(bool)

    def __init__(self, desk: Desk, tasks: Tasks, discretion: Discretion) -> None:
        super().__init__()
        self.setObjectName("card")
        self._desk = desk
        self._tasks = tasks
        self._discretion = discretion
        self._asked = 0
        self._others: dict[str, str] = {}
        self._weighed: Weighed | None = None
        known = {each.name: each for each in PROPERTIES}
        self.lines = {name: PropertyLine(known[name]) for name in _ORDER}
        for line in self.lines.values():
            line.edited.connect(self._edited)
        self._make_parts()
        self._lay_out()
        self._wait = QTimer(self)
        self._wait.setSingleShot(True)
        self._wait.setInterval(_PAUSE)
        self._wait.timeout.connect(self._weigh)
        discretion.changed.connect(self._show_weighed)

    @property
    def changes(self) -> dict[str, str]:
        """Return what is put in and not saved, by name."""
        found = {name: line.pending for name, line in self.lines.items()}
        return {**{name: text for name, text in found.items() if text is not None}, **self._others}

    def refresh(self) -> None:
        """Read the properties again; what a person is about to change stays."""

        def read(books: Books) -> _Standing:
            found = tuple(preferences.preference(books, name) for name in _ORDER)
            return _Standing(found, books.matters.activity_types())

        self._tasks.run(lambda: self._desk.store.read(read), self._take, self._failed)

    def take_lines(self, lines: Lines) -> None:
        """Put lines into the table, to be looked at before they are saved."""
        self._others = {}
        for name, text in lines.texts.items():
            line = self.lines.get(name)
            if line is None:
                self._others[name] = text
            elif line.editor.isEnabled():
                line.put(text)
        self._edited()
        if not self.changes:
            self._say(tr("The lines say what is in force already."))

    def export_to(self, file: Path) -> None:
        """Write what is in force as lines."""

        def write() -> None:
            text = lines_of(self._desk.store.read(properties.in_force))
            try:
                file.write_text(text, "utf-8")
            except OSError as error:
                raise BadInput("learned.not_written", file=str(file), reason=error.strerror or "") from error

        self._tasks.run(write, lambda _done: self._say(tr("Exported to {file}.", file=file.name)), self._failed)

    def save(self) -> None:
        """Save what is put in, all of it or nothing."""
        desk, changes = self._desk, self.changes

        def job() -> tuple[str, ...]:
            changed = desk.store.write(lambda books: properties.save(books, changes)).result()
            if "SHOW_CLOSED_CASES" in changed:
                desk.recogniser.rematch(desk.store)
            return changed

        self._effect.save.setEnabled(False)
        self._tasks.run(job, self._saved, self._not_saved)

    def discard(self) -> None:
        """Put back what is in force."""
        self._others = {}
        for line in self.lines.values():
            line.reset()
        self._edited()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Name the columns only where there are some."""
        super().resizeEvent(event)
        around = self._whole.contentsMargins()
        self._heads.setVisible(self.width() - around.left() - around.right() >= scaled(NARROW))

    def _make_parts(self) -> None:
        self._about = words("", name="dim", wrap=True)
        self._import = button(tr("Import…"), hint=tr("Import lines of NAME=VALUE"))
        self._import.clicked.connect(self._open_panel)
        self._export = button(tr("Export…"), hint=tr("Export lines of NAME=VALUE"))
        self._export.clicked.connect(self._ask_where)
        self._message = words("", name="good", wrap=True)
        self._message.hide()
        self._panel = PastePanel(self._tasks)
        self._panel.given.connect(self.take_lines)
        self._panel.closed.connect(lambda: self._import.setFocus(Qt.FocusReason.OtherFocusReason))
        self._panel.hide()
        self._effect = EffectView()
        self._effect.save_asked.connect(self.save)
        self._effect.discard_asked.connect(self.discard)
        self._effect.hide()

    def _lay_out(self) -> None:
        name, value, apart = column_widths(self.font())
        heads = [words(text, pixels=11, name="dim") for text in (tr("Property"), tr("Value"), tr("What it does"))]
        heads[0].setMinimumWidth(name)
        heads[1].setFixedWidth(value)
        self._heads = QWidget()
        self._heads.setLayout(row(*heads, 1, space=apart))
        rows = column(space=0)
        for line in self.lines.values():
            rows.addWidget(hairline())
            rows.addWidget(line)
        title = words(tr("Properties"), strong=True)
        head = column(flow(title, 1, self._import, self._export), self._about, space=2)
        self._whole = whole = QVBoxLayout(self)
        whole.setContentsMargins(*margins(20, 16, 20, 12))
        whole.setSpacing(scaled(8))
        for part in (head, self._message, self._panel, self._heads, rows, self._effect):
            if isinstance(part, QWidget):
                whole.addWidget(part)
            else:
                whole.addLayout(part)

    def _take(self, standing: _Standing) -> None:
        search = TypeSearch([Offer(each, each.name) for each in standing.types])
        for preference in standing.preferences:
            line = self.lines[preference.name]
            line.editor.offer(lambda text: [offer.type.name for offer in search.find(text)])
            line.show_preference(preference)
        self._about.setText(_who({each.source for each in standing.preferences if each.locked}))
        self._edited()

    def _edited(self) -> None:
        """Look what is put in now, soon."""
        self._message.hide()
        changes = self.changes
        self._asked += 1
        self._weighed = None
        self._effect.setVisible(bool(changes))
        self._effect.show_others(self._others)
        self.pending.emit(bool(changes))
        if not changes:
            self._wait.stop()
        elif any(line.problem is not None and line.problem.reason != "no_activity_type" for line in self._changed()):
            self._wait.stop()
            self._effect.hold()
        else:
            self._effect.wait()
            self._wait.start()

    def _changed(self) -> list[PropertyLine]:
        return [line for line in self.lines.values() if line.pending is not None]

    def _weigh(self) -> None:
        desk, changes, asked = self._desk, self.changes, self._asked
        zone = desk.clock.zone()
        today, said = local_date(desk.clock.read().wall, zone), summary_words()

        def job() -> Weighed:
            return desk.store.read(lambda books: properties.weigh(books, desk.recogniser, changes, today, zone, said))

        self._tasks.run(job, lambda found: self._take_weighed(asked, found), self._failed)

    def _take_weighed(self, asked: int, weighed: Weighed) -> None:
        if asked != self._asked:
            return  # something else was put in meanwhile
        self._weighed = weighed
        self._mark(weighed.problems)
        self._show_weighed()

    def _show_weighed(self) -> None:
        if self._weighed is not None and self._effect.isVisibleTo(self):
            self._effect.show_weighed(self._weighed, names=not self._discretion.hides)
            others = [wrong for name, wrong in self._weighed.problems.items() if name not in self.lines]
            if others:
                self._effect.refuse(explain(others[0]))

    def _mark(self, problems: Mapping[str, BadSetting]) -> None:
        for name, line in self.lines.items():
            if name in problems or line.problem is not None:
                line.tell(problems.get(name))

    def _saved(self, changed: tuple[str, ...]) -> None:
        self._others = {}
        self.refresh()
        self._tasks.run(lambda: None, lambda _none: self._say(tr("Saved.")), self._failed)
        self.saved.emit(changed)

    def _not_saved(self, error: WiseStepError) -> None:
        if isinstance(error, BadSetting) and error.name in self.lines:
            self.lines[error.name].tell(error)
            self._effect.hold()
        else:
            self._effect.refuse(explain(error))

    def _open_panel(self) -> None:
        self._message.hide()
        self._panel.open_panel()

    def _ask_where(self) -> None:
        box = QFileDialog(self, tr("Export properties"), "wisestep.properties")
        box.setAttribute(Qt.WidgetAttribute.WA_DeleteOnClose)
        box.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        box.fileSelected.connect(lambda file: self.export_to(Path(file)))
        box.open()

    def _say(self, text: str, name: str = "good") -> None:
        self._message.setText(text)
        self._message.setObjectName(name)
        self._message.style().polish(self._message)
        self._message.show()

    def _failed(self, error: WiseStepError) -> None:
        self._say(explain(error), "wrong")


def _who(lockers: set[Source]) -> str:
    about = tr("You see what they do to today's drafts before they apply.")
    if Source.POLICY in lockers:
        return f"{tr('Some are set by your administrator.')} {about}"
    return f"{tr('Some are set by your team.')} {about}" if Source.TEAM in lockers else about
