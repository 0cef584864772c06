"""One editor a kind of property: a choice, a number, a list of names. Each holds a text; blank means the default."""

from __future__ import annotations

from PySide6.QtCore import QSignalBlocker, Signal
from PySide6.QtWidgets import QComboBox, QLineEdit, QWidget

from wisestep_desktop.core.errors import BadSetting
from wisestep_desktop.core.property_lines import text_of
from wisestep_desktop.core.setting_values import Flag, Names
from wisestep_desktop.core.settings import Setting, read
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.views.settings.name_list_field import Find, NameListField
from wisestep_desktop.shell.widgets.parts import column
from wisestep_desktop.shell.words import tr

WIDTH = 200
"""Pixels of an editor, for a text of 13."""


class PropertyEditor(QWidget):
    """Shows the text of a property; ``edited`` tells that a person changed it."""

    edited = Signal()

    def text(self) -> str:
        """Return what is put in; blank for the default."""
        raise NotImplementedError

    def put(self, text: str) -> None:
        """Show a text, as if nobody had typed it."""
        raise NotImplementedError

    def lock(self, *, locked: bool) -> None:
        """Let nothing be changed, or let it again."""
        raise NotImplementedError

    def mark(self, *, wrong: bool) -> None:
        """Ring it where it is refused."""

    def offer(self, find: Find) -> None:
        """Take the names that there are, where it is a list of names."""


class FlagEditor(PropertyEditor):
    """TRUE or FALSE, one of which is the default."""

    def __init__(self, known: Setting) -> None:
        super().__init__()
        self._known = known
        self.box = QComboBox()
        self.box.setAccessibleName(known.name)
        self.box.setFixedWidth(scaled(WIDTH))
        for value in (known.default, not known.default):
            text = text_of(value)
            shown = tr("{value} (default)", value=text) if value == known.default else text
            self.box.addItem(shown, "" if value == known.default else text)
        self.box.activated.connect(lambda _number: self.edited.emit())
        self.setLayout(column(self.box))
        self.setFocusProxy(self.box)

    def text(self) -> str:
        """Return TRUE or FALSE, or nothing for the default."""
        return str(self.box.currentData())

    def put(self, text: str) -> None:
        """Choose what a text means; nonsense is the default, for it is refused elsewhere."""
        try:
            value = read(self._known, text)
        except BadSetting:
            value = self._known.default
        with QSignalBlocker(self.box):
            self.box.setCurrentIndex(0 if value == self._known.default else 1)

    def lock(self, *, locked: bool) -> None:
        """Gray it."""
        self.box.setEnabled(not locked)


class FieldEditor(PropertyEditor):
    """A number or a list of names, typed; the default stands in it as a hint while it is blank."""

    def __init__(self, known: Setting) -> None:
        super().__init__()
        self.field = NameListField(known.name) if isinstance(known.read, Names) else QLineEdit()
        self.field.setAccessibleName(known.name)
        self.field.setFixedWidth(scaled(WIDTH))
        default = text_of(known.default)
        self.field.setPlaceholderText(tr("{value} (default)", value=default or tr("none")))
        self.field.textEdited.connect(lambda _text: self.edited.emit())
        self.setLayout(column(self.field))
        self.setFocusProxy(self.field)

    def text(self) -> str:
        """Return what is typed, without blanks around."""
        return self.field.text().strip()

    def put(self, text: str) -> None:
        """Show a text from its beginning."""
        self.field.setText(text)
        self.field.setCursorPosition(0)

    def lock(self, *, locked: bool) -> None:
        """Gray it."""
        self.field.setReadOnly(locked)
        self.field.setEnabled(not locked)

    def mark(self, *, wrong: bool) -> None:
        """Ring it in the colour of what is wrong."""
        if bool(self.field.property("wrong")) is not wrong:
            self.field.setProperty("wrong", wrong)
            self.field.style().polish(self.field)

    def offer(self, find: Find) -> None:
        """Offer names while they are typed."""
        if isinstance(self.field, NameListField):
            self.field.offer(find)


def editor_of(known: Setting) -> PropertyEditor:
    """Return what edits a property."""
    return FlagEditor(known) if isinstance(known.read, Flag) else FieldEditor(known)
