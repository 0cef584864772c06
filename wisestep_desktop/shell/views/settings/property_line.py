"""One property: its name and who decided it, its editor, what it does, or what is wrong with what is put in."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QFont, QFontDatabase, QFontMetrics, QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QLabel, QWidget

from wisestep_desktop.core.activity import same_type
from wisestep_desktop.core.errors import BadSetting
from wisestep_desktop.core.property_lines import text_of
from wisestep_desktop.core.setting_values import Value, listed
from wisestep_desktop.core.settings import PROPERTIES, Setting, Settings, read
from wisestep_desktop.services.preferences import Preference
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.property_words import told
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.setting_words import source_word
from wisestep_desktop.shell.theme import sized
from wisestep_desktop.shell.views.settings.property_editors import WIDTH, editor_of
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button, column, words
from wisestep_desktop.shell.words import tr

NARROW = 660
"""Pixels below which the parts of a line stand under one another."""
_APART = 20


class PropertyLine(QWidget):
    """Holds what a person wants a property to be until it is saved; ``edited`` tells that this changed."""

    edited = Signal()

    def __init__(self, known: Setting) -> None:
        super().__init__()
        self.known = known
        self._standing: Preference | None = None
        self._problem: BadSetting | None = None
        self.editor = editor_of(known)
        self.editor.edited.connect(self._edited)
        self._source = words("", pixels=11, name="dim")
        self._effect = words("", wrap=True)
        self._example = words("", pixels=12, name="dim", wrap=True)
        self._wrong = words("", name="wrong", wrap=True)
        self._nearest = button("", "link")
        self._nearest.setProperty("tight", True)  # noqa: FBT003  Qt's own signature
        self._nearest.clicked.connect(self._put_nearest)
        self._lay_out()
        self.setFocusProxy(self.editor)

    @property
    def pending(self) -> str | None:
        """Return the text that is put in and not saved; None where it means what is in force."""
        standing = self._standing
        if standing is None or standing.locked:
            return None
        try:
            value = read(self.known, self.editor.text())
        except BadSetting:
            return self.editor.text()
        return None if value == standing.value else self.editor.text()

    @property
    def problem(self) -> BadSetting | None:
        """Return what is wrong with what is put in, as far as that is known."""
        return self._problem

    def show_preference(self, standing: Preference) -> None:
        """Take the property as it stands; what a person is about to change is left alone unless it is decided above."""
        dirty = self.pending is not None and not standing.locked
        self._standing = standing
        self._source.setText(source_word(standing.source))
        self.editor.lock(locked=standing.locked)
        if not dirty:
            self.reset()

    def reset(self) -> None:
        """Put back what is in force."""
        standing = self._standing
        if standing is not None and standing.value is not None:
            self.editor.put("" if standing.value == self.known.default else text_of(standing.value))
        self.tell(None)

    def put(self, text: str) -> None:
        """Take a text as if it were typed."""
        self.editor.put(text)
        self._check(text)

    def tell(self, problem: BadSetting | None) -> None:
        """Say what is wrong, or what the property does."""
        self._problem = problem
        self.editor.mark(wrong=problem is not None)
        for part in (self._effect, self._example):
            part.setVisible(problem is None)
        self._wrong.setVisible(problem is not None)
        nearest = "" if problem is None else str(problem.params.get("nearest", ""))
        self._nearest.setVisible(bool(nearest))
        if problem is None:
            self._describe(read(self.known, self.editor.text()))
            return
        self._wrong.setText(_in_words(problem))
        self._nearest.setText(tr("Did you mean “{name}”?", name=nearest).replace("&", "&&"))
        self._nearest.setAccessibleName(tr("Put in “{name}”", name=nearest))

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Stand side by side, or under one another."""
        super().resizeEvent(event)
        narrow = self.width() < scaled(NARROW)
        wanted = QBoxLayout.Direction.TopToBottom if narrow else QBoxLayout.Direction.LeftToRight
        if self._box.direction() is not wanted:
            self._box.setDirection(wanted)
            self._box.setSpacing(scaled(6 if narrow else _APART))

    def _lay_out(self) -> None:
        name = QLabel(self.known.name)
        name.setTextFormat(Qt.TextFormat.PlainText)
        name.setFont(name_font(name.font()))
        left, right = QWidget(), QWidget()
        left.setLayout(column(name, self._source, space=2))
        left.setMinimumWidth(name_width(name.font()))
        said = column(self._effect, self._example, flow(self._wrong, self._nearest, space=6), space=2)
        right.setLayout(said)
        self._box = QBoxLayout(QBoxLayout.Direction.LeftToRight, self)
        self._box.setContentsMargins(0, scaled(8), 0, scaled(8))
        self._box.setSpacing(scaled(_APART))
        for part in (left, self.editor, right):
            self._box.addWidget(part)
        self._box.setAlignment(self.editor, Qt.AlignmentFlag.AlignTop | Qt.AlignmentFlag.AlignLeading)
        self._box.setAlignment(left, Qt.AlignmentFlag.AlignTop)
        self._box.setStretch(2, 1)
        right.setMinimumHeight(scaled(36))

    def _edited(self) -> None:
        self._check(self.editor.text())
        self.edited.emit()

    def _check(self, text: str) -> None:
        try:
            read(self.known, text)
        except BadSetting as wrong:
            self.tell(wrong)
        else:
            self.tell(None)

    def _describe(self, value: Value) -> None:
        said = told(self.known.name, value)
        self._effect.setText(said.effect)
        self._example.setText(said.example)
        self.editor.setAccessibleDescription(f"{said.effect} {said.example}")

    def _put_nearest(self) -> None:
        problem = self._problem
        if problem is None:
            return
        wrong, nearest = same_type(str(problem.params["value"])), str(problem.params["nearest"])
        names = Settings({self.known.name: self.editor.text()}).names(self.known.name)
        put = listed(dict.fromkeys(nearest if same_type(name) == wrong else name for name in names))
        self.editor.put(put)
        self._edited()
        self.editor.setFocus(Qt.FocusReason.OtherFocusReason)


def name_font(font: QFont) -> QFont:
    """Return the font of a property's name: of one width, as in the files it comes from."""
    fixed = QFontDatabase.systemFont(QFontDatabase.SystemFont.FixedFont)
    made = sized(font, 12)
    made.setFamilies([fixed.family()])
    return made


def name_width(font: QFont) -> int:
    """Return the room that the longest name needs."""
    return max(QFontMetrics(font).horizontalAdvance(each.name) for each in PROPERTIES) + 2


def column_widths(font: QFont) -> tuple[int, int, int]:
    """Return how wide names and editors are, and how far apart, for the headings above them."""
    return name_width(name_font(font)), scaled(WIDTH), scaled(_APART)


def _in_words(problem: BadSetting) -> str:
    if problem.reason == "no_activity_type":
        return tr("No activity type is called “{name}”.", name=problem.params["value"])
    return explain(problem)
