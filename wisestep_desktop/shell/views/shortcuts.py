"""Every key of the program on one sheet."""

from __future__ import annotations

from PySide6.QtCore import Qt
from PySide6.QtGui import QFont, QFontMetrics, QKeySequence, QShortcut
from PySide6.QtWidgets import QGridLayout, QVBoxLayout, QWidget

from wisestep_desktop.shell import gap_words
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.theme import sized
from wisestep_desktop.shell.widgets.parts import fill_scrolling, words
from wisestep_desktop.shell.words import tr

Keys = tuple[tuple[str, str], ...]
_WIDEST, _HIGHEST = 800, 740
"""Pixels that fit on every screen."""


def sheet() -> tuple[tuple[str, Keys], ...]:
    """Return the keys by place: what is pressed, and what it does."""
    return (
        (tr("Anywhere"), _anywhere()),
        (tr("In the list"), _in_the_list()),
        (tr("In the entry"), _in_the_entry()),
    )


def _anywhere() -> Keys:
    return (
        (tr("Left, Right"), tr("A day back, a day on")),
        (tr("Shift+Left, Shift+Right"), tr("A week back, a week on")),
        (_named("Ctrl+T"), tr("Today")),
        (_named("Ctrl+W"), tr("Day or week")),
        (_named("Ctrl+F"), tr("Search all days")),
        (f"{_named('Ctrl+1')} … 8", tr("Filters")),
        (_named("Ctrl+N"), tr("Add time, or start a timer")),
        (f"{_named('Ctrl+Z')}, {_named('Ctrl+Shift+Z')}", tr("Undo, redo")),
        (_named("Ctrl+G"), tr("Make entries of everything that has a matter")),
        (tr("Ctrl+Shift+Enter"), tr("Send the day")),
        (_named("Ctrl+R"), tr("Reports")),
        (_named("Ctrl+B"), tr("Notifications")),
        (_named("Ctrl+,"), tr("Settings")),
        ("F1", tr("This sheet")),
    )


def _named(keys: str) -> str:
    """Return keys as they are called here: ``Strg+T`` on a German keyboard, signs on a Mac."""
    return QKeySequence(keys).toString(QKeySequence.SequenceFormat.NativeText)


def _in_the_list() -> Keys:
    gaps = ", ".join(each.key for each in gap_words.answers())
    return (
        (tr("Up, Down; Shift extends"), tr("Choose rows")),
        ("N", tr("To the next row without a matter")),
        ("E", tr("To the next absence to explain")),
        ("A", tr("Accept the matter suggested")),
        ("R", tr("Not this matter")),
        ("G", tr("Make an entry of the rows chosen")),
        ("S", tr("Split")),
        ("J", tr("Join what was split")),
        ("M", tr("Merge entries")),
        ("V", tr("Show the visits")),
        (tr("Del"), tr("Into the trash; once more: delete")),
        ("U", tr("Out of the trash, or out of the entry")),
        (tr("Enter"), tr("To the narrative")),
        (gaps, tr("On an absence: say what it was")),
        ("?", tr("This sheet")),
    )


def _in_the_entry() -> Keys:
    return (
        (_named("Ctrl+M"), tr("To the matter")),
        (_named("Ctrl+E"), tr("To the narrative")),
        (_named("Ctrl+L"), tr("Back to the list")),
        (tr("Ctrl+Enter"), tr("Send")),
        (_named("Ctrl+S"), tr("Keep as draft")),
        (tr("Esc"), tr("Back to the day")),
    )


class ShortcutSheet(QWidget):
    """A window of its own, closed by Escape."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent, Qt.WindowType.Window)
        self.setWindowTitle(tr("Keys"))
        self.setMinimumSize(460, 420)
        self.resize(min(scaled(520), _WIDEST), min(scaled(660), _HIGHEST))
        whole = QVBoxLayout()
        whole.setSpacing(scaled(8))
        strong = sized(self.font(), 13, weight=QFont.Weight.DemiBold)
        measure = QFontMetrics(strong).horizontalAdvance
        widest = max(measure(key) for _, keys in sheet() for key, _ in keys)
        for place, keys in sheet():
            whole.addWidget(words(place, pixels=15, strong=True))
            grid = QGridLayout()
            grid.setHorizontalSpacing(scaled(20))
            grid.setVerticalSpacing(scaled(6))
            grid.setColumnStretch(1, 1)
            grid.setColumnMinimumWidth(0, min(widest, scaled(205)))
            for number, (key, does) in enumerate(keys):
                grid.addWidget(words(key, strong=True, wrap=True), number, 0)
                grid.addWidget(words(does, wrap=True), number, 1)
            whole.addLayout(grid)
            whole.addSpacing(scaled(12))
        whole.addStretch(1)
        fill_scrolling(self, whole)
        QShortcut(QKeySequence(Qt.Key.Key_Escape), self).activated.connect(self.close)
