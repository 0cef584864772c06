"""A list of names or pairs: each with a button that takes it out, and a field for another one."""

from __future__ import annotations

from functools import partial
from itertools import pairwise

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QPushButton, QWidget

from wisestep_desktop.core.setting_values import Names, listed
from wisestep_desktop.core.settings import Setting, Settings
from wisestep_desktop.services.preferences import Preference
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.setting_words import given_words
from wisestep_desktop.shell.views.settings.editor import FIELD, Editor
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button, column, words
from wisestep_desktop.shell.words import tr


class ListEditor(Editor):
    """Adds and takes out. What a team or an administrator put in is shown and stays."""

    below = True

    def __init__(self, known: Setting, label: str) -> None:
        super().__init__()
        self._known = known
        self._label = label
        self._own: tuple[str, ...] = ()
        self._shown: Preference | None = None
        self._chips = QWidget()
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Add a name") if isinstance(known.read, Names) else tr("Add as name=value"))
        self.field.setAccessibleName(tr("Add to: {what}", what=label))
        self.field.setMinimumWidth(scaled(160))
        self.field.setMaximumWidth(scaled(300))
        self.field.setFixedHeight(scaled(FIELD))
        self.field.textEdited.connect(lambda _text: self.mark(wrong=False))
        self.field.returnPressed.connect(self._add)
        self.add = button(tr("Add"), hint=tr("Add to: {what}", what=label))
        self.add.setToolTip("")
        self.add.clicked.connect(self._add)
        self._all = column(flow(self.field, self.add), self._chips, space=6)
        self.setLayout(self._all)
        self.target = self.field

    def show_preference(self, standing: Preference) -> None:
        """Show every name, the person's own with a button."""
        if self._shown == standing:
            return
        self._shown = standing
        own = Settings({self._known.name: standing.own}).names(self._known.name)
        in_force = standing.value if isinstance(standing.value, tuple) else ()
        self._own = () if standing.locked else own
        chips: list[QWidget] = [words(given_words(*each), name="chip") for each in dict.fromkeys(standing.given)]
        chips += map(self._chip, self._own)
        chips += [words(name, name="chip") for name in in_force if standing.locked]
        self._replace(chips)
        if self.field.text().strip() in self._own:
            self.field.clear()
        for part in (self.field, self.add):
            part.setVisible(not standing.locked)

    def mark(self, *, wrong: bool) -> None:
        """Ring the field."""
        if self.field.property("wrong") != wrong:
            self.field.setProperty("wrong", wrong)
            self.field.style().polish(self.field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Keep Enter, which adds, from the window; Escape empties the field before it means anything else."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter):
            event.accept()
        elif event.key() == Qt.Key.Key_Escape and self.field.text():
            self.field.clear()
            self.mark(wrong=False)
            self.given.emit(listed(self._own))
        else:
            super().keyPressEvent(event)

    def _add(self) -> None:
        name = self.field.text().strip()
        if name and name not in self._own:
            self.given.emit(listed((*self._own, name)))
        elif name:
            self.field.clear()

    def _take_out(self, name: str) -> None:
        self.field.setFocus(Qt.FocusReason.OtherFocusReason)  # the button goes, and with it the keyboard's place
        self.given.emit(listed(each for each in self._own if each != name))

    def _chip(self, name: str) -> QPushButton:
        taken = button(f"{name}  ×", "chip", hint=tr("Take out: {name}", name=name))
        taken.setToolTip("")
        taken.clicked.connect(partial(self._take_out, name))
        return taken

    def _replace(self, chips: list[QWidget]) -> None:
        """Show others in their place; Tab leads through them after the button that adds."""
        held, fresh = self._chips, QWidget()
        fresh.setLayout(flow(*chips, space=6))
        self._all.replaceWidget(held, fresh)
        self._chips = fresh
        fresh.setVisible(bool(chips))
        for one, other in pairwise((self.add, *(each for each in chips if isinstance(each, QPushButton)))):
            QWidget.setTabOrder(one, other)
        held.hide()
        held.deleteLater()
