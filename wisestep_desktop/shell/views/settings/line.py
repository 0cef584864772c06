"""One setting: its name, what it does, its default, who decided it, and its editor. Errors are told at the editor."""

from __future__ import annotations

from PySide6.QtCore import QSize, Qt, Signal
from PySide6.QtGui import QResizeEvent
from PySide6.QtWidgets import QBoxLayout, QWidget

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.core.layers import Source
from wisestep_desktop.core.settings import setting
from wisestep_desktop.services.preferences import Preference
from wisestep_desktop.shell.icons import pixmap
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.sentences import sentence
from wisestep_desktop.shell.setting_words import source_word, told, value_words
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.views.settings.editors import editor_for
from wisestep_desktop.shell.views.settings.values import SettingValues
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button, column, row, words
from wisestep_desktop.shell.words import tr

EDITORS = 280
"""Pixels of the column in which editors stand."""

_APART, _BELOW = 24, 8
"""Pixels between words and editor, side by side and below each other."""

_NARROW = 600
"""Pixels below which the editor stands under the words."""

_TONES = {Source.DEFAULT: "", Source.MINE: "mine", Source.TEAM: "locked", Source.POLICY: "locked"}


class SettingLine(QWidget):
    """A line for a setting. What is changed applies at once; what is refused is said here, and the old value stays.

    Args:
        name: in the table of settings.
        values: all settings as they stand.
        theme: for what is painted.
        named: whether the name in the table is shown, as the command line wants it.
    """

    grown = Signal()
    """Something was said that has to be in view."""

    def __init__(self, name: str, values: SettingValues, theme: Theme, *, named: bool = False) -> None:
        super().__init__()
        self._known = setting(name)
        self._named = named
        self._values = values
        self._theme = theme
        self._said = told(self._known)
        self._locked = False
        self.editor = editor_for(self._known, self._said, theme)
        self.editor.given.connect(self._change)
        self._lay_out()
        values.read.connect(self.refresh)
        theme.changed.connect(self._tint)
        self.refresh()

    @property
    def name(self) -> str:
        """Return the setting's name in the table."""
        return self._known.name

    @property
    def searched(self) -> tuple[str, str]:
        """Return its name for people, and what it does."""
        return self._said.label, self._said.about

    def refresh(self) -> None:
        """Show the setting as it was last read."""
        standing = self._values.standing(self.name)
        self.setEnabled(standing is not None)
        if standing is None:
            return
        self._locked = standing.locked
        self.editor.show_preference(standing)
        self._source.setText(source_word(standing.source))
        self._source.setProperty("tone", _TONES[standing.source])
        self._source.style().polish(self._source)
        self._back.setVisible(standing.source is Source.MINE or bool(standing.own and not standing.locked))
        self._about.setText(self._about_words(standing))
        self._tint()

    def resizeEvent(self, event: QResizeEvent) -> None:
        """Put the editor beside the words, or under them."""
        super().resizeEvent(event)
        beside = not self.editor.below and self.width() >= scaled(_NARROW)
        wanted = QBoxLayout.Direction.LeftToRight if beside else QBoxLayout.Direction.TopToBottom
        if self._whole.direction() is not wanted:
            self._whole.setDirection(wanted)
            self._whole.setSpacing(scaled(_APART if beside else _BELOW))
            self._edits.setMinimumWidth(scaled(EDITORS) if beside else 0)

    def _lay_out(self) -> None:
        self.heading = label = words(self._said.label, strong=True, wrap=True)
        self._lock = words("")
        self._source = words("", pixels=11, name="chip")
        self._about = words(self._said.about, name="dim", wrap=True)
        name = words(self.name, pixels=12, name="code")
        name.setVisible(self._named)
        name.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        self._error = words("", name="wrong", wrap=True)
        self._note = words("", name="good", wrap=True)
        for part in (self._error, self._note, self._lock):
            part.hide()
        self._back = button(
            tr("Back to the default"), "link", hint=tr("Back to the default: {what}", what=label.text())
        )
        self._back.setToolTip("")
        self._back.setProperty("tight", True)  # noqa: FBT003  Qt's own signature
        self._back.clicked.connect(lambda: self._change(""))
        said = column(
            flow(label, self._source, self._lock, space=8), name, self._about, self._error, self._note, 1, space=3
        )
        edits = column(self.editor, row(self._back, 1), space=4)
        edits.setAlignment(Qt.AlignmentFlag.AlignTop)
        self._edits = QWidget()
        self._edits.setLayout(edits)
        self._edits.setMinimumWidth(0 if self.editor.below else scaled(EDITORS))
        self._whole = QBoxLayout(QBoxLayout.Direction.LeftToRight)
        self._whole.setContentsMargins(0, 0, 0, 0)
        self._whole.setSpacing(scaled(_BELOW if self.editor.below else _APART))
        self._whole.addLayout(said, 1)
        self._whole.addWidget(self._edits, 0)
        if self.editor.below:
            self._whole.setDirection(QBoxLayout.Direction.TopToBottom)
        self.setLayout(self._whole)

    def _about_words(self, standing: Preference) -> str:
        if self._known.secret:
            return self._said.about
        default = tr("Default: {value}.", value=value_words(self._known, standing.default))
        return f"{self._said.about} {default}"

    def _change(self, text: str) -> None:
        standing = self._values.standing(self.name)
        if standing is not None and text == standing.own and not self._known.secret:
            self._settled()
            return
        self._values.change(self.name, text, self._refused)
        self._settled()
        if self._said.later:
            self._note.setText(tr("Takes effect when WiseStep starts next."))
            self._note.show()

    def _settled(self) -> None:
        self._error.hide()
        self._note.hide()
        self.editor.mark(wrong=False)

    def _refused(self, error: WiseStepError) -> None:
        named = {**error.params, "name": f"“{self._said.label}”"} if "name" in error.params else error.params
        self._note.hide()
        self._error.setText(sentence(error.code, named))
        self._error.show()
        self.grown.emit()
        self.editor.mark(wrong=True)
        self.editor.setAccessibleDescription(self._error.text())
        standing = self._values.standing(self.name)
        if standing is not None and not hasattr(self.editor, "field"):
            self.editor.show_preference(standing)  # a switch or a choice goes back by itself

    def _tint(self) -> None:
        self._lock.setVisible(self._locked)
        if self._locked:
            size = QSize(scaled(14), scaled(14))
            self._lock.setPixmap(pixmap("lock", self._theme.tokens.care, size.width(), self.devicePixelRatioF()))
            self._lock.setAccessibleName(tr("Locked"))
