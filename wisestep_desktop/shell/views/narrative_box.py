"""The narrative: typed or suggested from facts, each piece with its rows, and what to look at before it goes out."""

from __future__ import annotations

from collections.abc import Mapping, Sequence

from PySide6.QtCore import QTimer, Signal
from PySide6.QtWidgets import QPlainTextEdit, QWidget

from wisestep_desktop.core.ids import MatterId, RowId
from wisestep_desktop.core.matters import Matter
from wisestep_desktop.core.narrative_checks import Finding
from wisestep_desktop.core.phrases import Phrase, Suggestion
from wisestep_desktop.services.timeline import DayRow
from wisestep_desktop.shell import texts
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.narrative_words import finding_sentence
from wisestep_desktop.shell.widgets.parts import button, column, row, words
from wisestep_desktop.shell.words import tr

_STILL = 350
"""Milliseconds without a key after which the text is looked over."""
_MOST_FINDINGS = 3
_MOST_SOURCES = 3


class NarrativeBox(QWidget):
    """Suggests nothing by itself where something is typed; what a person writes is only looked over."""

    suggestion_asked = Signal()
    check_asked = Signal()
    typed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._suggestion = Suggestion("", ())
        self._rows: Mapping[RowId, DayRow] = {}
        self.edit = QPlainTextEdit()
        self.edit.setAccessibleName(tr("Narrative"))
        self.edit.setTabChangesFocus(True)
        self.edit.setPlaceholderText(tr("What you did, as the client should read it"))
        self.edit.setMinimumHeight(scaled(64))
        self.edit.setMaximumHeight(scaled(88))
        self._suggest = button(tr("Suggest"), "quiet", hint=tr("Write it from what was recorded, and nothing else"))
        self._suggest.clicked.connect(self.suggestion_asked)
        self._source = words("", name="dim", pixels=11, wrap=True)
        self._found = words("", name="care", pixels=12, wrap=True)
        label = words(tr("Narrative"), name="dim", pixels=12)
        label.setBuddy(self.edit)
        layout = column(row(label, 1, self._suggest), self.edit, self._source, self._found, space=2)
        self.setLayout(layout)
        self._timer = QTimer(self)
        self._timer.setSingleShot(True)
        self._timer.setInterval(_STILL)
        self._timer.timeout.connect(self.check_asked)
        self.edit.textChanged.connect(self._changed)
        self.edit.cursorPositionChanged.connect(self._show_source)
        self._source.hide()
        self._found.hide()

    @property
    def text(self) -> str:
        """Return what is written."""
        return self.edit.toPlainText()

    def fill(self, text: str, rows: Sequence[DayRow]) -> None:
        """Show a narrative, and remember the rows it may be suggested from."""
        self._suggestion = Suggestion("", ())
        self._rows = {each.row.id: each for each in rows}
        self._found.hide()
        self.edit.setPlainText(text)

    def take(self, suggestion: Suggestion) -> None:
        """Write a suggestion; as one step, so that Ctrl+Z brings back what stood there."""
        self._suggestion = suggestion
        cursor = self.edit.textCursor()
        cursor.select(cursor.SelectionType.Document)
        cursor.insertText(suggestion.text)
        self.edit.setTextCursor(cursor)
        self._show_source()

    def show_findings(self, findings: Sequence[Finding], matters: Mapping[MatterId, Matter], text: str) -> None:
        """Show what to look at in a text, if that is still what is written."""
        if text != self.text:
            return
        said = [finding_sentence(each, text, matters) for each in findings[:_MOST_FINDINGS]]
        self._found.setText("\n".join(f"▲ {each}" for each in said))
        self._found.setVisible(bool(said))

    def set_editable(self, *, editable: bool) -> None:
        """Let the text be changed, or not."""
        self.edit.setEnabled(editable)
        self._suggest.setVisible(editable and bool(self._rows))
        if not editable:
            self._found.hide()
            self._source.hide()

    def _changed(self) -> None:
        self._timer.start()
        self.typed.emit()

    def _show_source(self) -> None:
        """Say which rows the piece at the cursor came from."""
        phrase = self._phrase_at(self.edit.textCursor().position())
        rows = [] if phrase is None else [self._rows[each] for each in phrase.rows if each in self._rows]
        named = [f"{texts.row_title(each)} ({texts.spoken(each.row.worked)})" for each in rows[:_MOST_SOURCES]]
        if len(rows) > _MOST_SOURCES:
            named.append(tr("and {count} more", count=len(rows) - _MOST_SOURCES))
        self._source.setText(tr("From: {sources}", sources="; ".join(named)) if named else "")
        self._source.setVisible(bool(named))

    def _phrase_at(self, at: int) -> Phrase | None:
        text = self.text
        for phrase in self._suggestion.phrases:
            if phrase.start <= at <= phrase.end and text[phrase.start : phrase.end] == phrase.text:
                return phrase
        return None
