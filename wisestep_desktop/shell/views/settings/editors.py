"""One editor a kind of setting: a switch, a choice, a field, a list. Each tells the text that a person wants."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Qt
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import QComboBox, QLineEdit

from wisestep_desktop.core.setting_values import (
    ByKind,
    Choice,
    Decimals,
    Flag,
    Names,
    Pairs,
    PublicKey,
    Text,
    TimeOfDay,
    WebAddress,
    Whole,
)
from wisestep_desktop.core.settings import Setting
from wisestep_desktop.services.preferences import Preference
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.setting_words import Told, choice_word
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.views.settings.editor import FIELD, Editor
from wisestep_desktop.shell.views.settings.list_editor import ListEditor
from wisestep_desktop.shell.widgets.parts import row, words
from wisestep_desktop.shell.widgets.switch import Switch
from wisestep_desktop.shell.words import tr

_NARROW, _WIDE = 140, 240
"""Pixels of a field for a number, and of one for anything."""


class SwitchEditor(Editor):
    """True or false. What is as by default is not kept as the person's own."""

    def __init__(self, known: Setting, label: str, theme: Theme) -> None:
        super().__init__()
        self._default = known.default
        self.switch = Switch(theme, tr("On"), tr("Off"))
        self.switch.setAccessibleName(label)
        self.switch.clicked.connect(self._give)
        self.setLayout(row(self.switch, 1))
        self.target = self.switch

    def show_preference(self, standing: Preference) -> None:
        """Show it on or off."""
        self.switch.setChecked(standing.value is True)
        self.switch.setEnabled(not standing.locked)

    def _give(self, on: bool) -> None:  # noqa: FBT001  a Qt slot
        self.given.emit("" if on == self._default else str(on).upper())


class ChoiceEditor(Editor):
    """One of some words."""

    def __init__(self, known: Setting, kind: Choice, label: str) -> None:
        super().__init__()
        self._known = known
        self._kind = kind
        self.box = QComboBox()
        self.box.setAccessibleName(label)
        self.box.setMinimumWidth(scaled(_WIDE))
        for word in kind.words:
            self.box.addItem(choice_word(known, word), word)
        self.box.activated.connect(self._give)
        self.setLayout(row(self.box, 1))
        self.target = self.box

    def show_preference(self, standing: Preference) -> None:
        """Show the choice; one that is not listed is added while it is in force."""
        value = str(standing.value)
        if self.box.findData(value) < 0:
            self.box.addItem(choice_word(self._known, value), value)
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(self.box.findData(value))
        self.box.setEnabled(not standing.locked)

    def _give(self, number: int) -> None:
        value = str(self.box.itemData(number))
        self.given.emit("" if value == self._known.default else value)


class FieldEditor(Editor):
    """A number, a time, an address or a text. It is told when the field is left or Enter pressed; Escape takes it back.

    A blank field is the default, which stands in it as a hint.
    """

    def __init__(self, known: Setting, said: Told) -> None:
        super().__init__()
        self._known = known
        self._shown = ""
        self._given = ""
        short = isinstance(known.read, Whole | Decimals | TimeOfDay)
        self.field = QLineEdit()
        self.field.setAccessibleName(said.label)
        self.field.setFixedSize(scaled(_NARROW if short else _WIDE), scaled(FIELD))  # a ring must not move anything
        if known.secret:
            self.field.setEchoMode(QLineEdit.EchoMode.Password)
        self.field.setPlaceholderText(self._hint())
        self.field.editingFinished.connect(self._finished)
        self.field.textEdited.connect(lambda _text: self.mark(wrong=False))
        unit = words(said.unit, name="dim")
        self.setLayout(row(self.field, unit, 1))
        unit.setVisible(bool(said.unit))  # only what has a parent: by itself it would be a window for a moment
        self.target = self.field

    def show_preference(self, standing: Preference) -> None:
        """Show what the person or somebody above put in; what is being typed is left alone."""
        self._shown = self._given = self._text_of(standing)
        self.field.setPlaceholderText(self._hint(kept=standing.value is None and standing.source != "default"))
        self.field.setReadOnly(standing.locked)
        self.field.setEnabled(not standing.locked)
        if not (self.field.property("wrong") or (self.field.hasFocus() and self.field.isModified())):
            self.field.setText(self._shown)

    def mark(self, *, wrong: bool) -> None:
        """Ring the field."""
        if self.field.property("wrong") != wrong:
            self.field.setProperty("wrong", wrong)
            self.field.style().polish(self.field)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Take back what was typed and not kept, before Escape means anything else."""
        if event.key() == Qt.Key.Key_Escape and self.field.text() != self._shown:
            self._given = self._shown
            self.field.setText(self._shown)
            self.field.setModified(False)
            self.mark(wrong=False)
            self.given.emit(self._shown)
            return
        super().keyPressEvent(event)

    def _finished(self) -> None:
        text = self.field.text().strip()
        if text == self._given or self.field.isReadOnly():
            return
        self._given = text
        self.field.setModified(False)
        self.given.emit(text)

    def _text_of(self, standing: Preference) -> str:
        if standing.value is None:
            return ""
        return standing.own if not standing.locked else str(standing.value)

    def _hint(self, *, kept: bool = False) -> str:
        if kept:
            return tr("(kept, not shown)")
        default = self._known.default
        return tr("{value} (default)", value=default) if str(default) else ""


def editor_for(known: Setting, said: Told, theme: Theme) -> Editor:
    """Return what edits a setting."""
    match known.read:
        case Flag():
            return SwitchEditor(known, said.label, theme)
        case Choice() as kind:
            return ChoiceEditor(known, kind, said.label)
        case Names() | Pairs() | ByKind():
            return ListEditor(known, said.label)
        case Text() | Whole() | Decimals() | TimeOfDay() | WebAddress() | PublicKey():
            return FieldEditor(known, said)
