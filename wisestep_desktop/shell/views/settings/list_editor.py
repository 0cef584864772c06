"""A list of names or pairs: each with a button that takes it out, and a field for another one."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QLineEdit, QWidget

from wisestep_desktop.core.setting_values import Names, listed
from wisestep_desktop.core.settings import Setting, Settings
from wisestep_desktop.services.preferences import Preference
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.setting_words import given_words
from wisestep_desktop.shell.views.settings.editor import Editor
from wisestep_desktop.shell.widgets.flow import Flow, flow
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
        self._chips = QWidget()
        self.field = QLineEdit()
        self.field.setPlaceholderText(tr("Add a name") if isinstance(known.read, Names) else tr("Add as name=value"))
        self.field.setAccessibleName(tr("Add to: {what}", what=label))
        self.field.setMinimumWidth(scaled(160))
        self.field.setMaximumWidth(scaled(300))
        self.field.textEdited.connect(lambda _text: self.mark(wrong=False))
        self.add = button(tr("Add"), hint=tr("Add to: {what}", what=label))
        self.add.setToolTip("")
        self.add.clicked.connect(self._add)
        self._all = column(self._chips, flow(self.field, self.add), space=6)
        self.setLayout(self._all)
        self.setFocusProxy(self.field)

    def show_preference(self, standing: Preference) -> None:
        """Show every name, the person's own with a button."""
        own = Settings({self._known.name: standing.own}).names(self._known.name)
        in_force = standing.value if isinstance(standing.value, tuple) else ()
        self._own = own if not standing.locked else ()
        chips = Flow(space=6)
        for number, (name, source) in enumerate(standing.given):
            if name not in [each for each, _ in standing.given[:number]]:
                chips.addWidget(words(given_words(name, source), name="chip"))
        for name in self._own:
            taken = button(f"{name}  ×", "chip", hint=tr("Take out: {name}", name=name))
            taken.setToolTip("")
            taken.clicked.connect(partial(self._take_out, name))
            chips.addWidget(taken)
        if standing.locked:
            for name in in_force:
                chips.addWidget(words(name, name="chip"))
        if not chips.count():
            chips.addWidget(words(tr("None."), name="dim"))
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
        """Add with Enter; Escape empties the field before it means anything else."""
        if event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and self.field.hasFocus():
            self._add()
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

    def _replace(self, chips: Flow) -> None:
        held, fresh = self._chips, QWidget()
        fresh.setLayout(chips)
        self._all.replaceWidget(held, fresh)
        self._chips = fresh
        QWidget.setTabOrder(fresh, self.field)
        held.hide()
        held.deleteLater()
