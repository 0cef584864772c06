"""What a search finds, a line each; Enter or a click opens the page at it."""

from __future__ import annotations

from collections.abc import Sequence
from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QPushButton, QWidget

from wisestep_desktop.core.redaction import folded
from wisestep_desktop.shell.views.settings.page import Find, SettingsPage, hairline
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button, column, fill_scrolling, frame, words
from wisestep_desktop.shell.words import tr


class Results(QWidget):
    """The page that is shown while something is searched for."""

    opened = Signal(object, str)

    def __init__(self) -> None:
        super().__init__()
        self.setAccessibleName(tr("What was found"))
        self._buttons: list[QPushButton] = []
        self._shown: QWidget | None = None
        self._title = words(tr("What was found"), pixels=17, strong=True)
        self._none = words("", name="dim", wrap=True)
        self._whole = column(self._title, self._none, space=16)
        self._whole.addStretch(1)
        fill_scrolling(self, self._whole)

    def show_finds(self, text: str, every: Sequence[tuple[SettingsPage, Find]]) -> None:
        """Show what has every word of a text in its name or in what it does, names first, each thing once."""
        found = found_by(text, every)
        self._none.setText(tr("No setting is called or does that. Try another word."))
        self._none.setVisible(not found)
        self._buttons = []
        inside = column(space=8)
        for number, (page, find) in enumerate(found):
            if number:
                inside.addWidget(hairline())
            inside.addWidget(self._line(page, find))
        fresh = frame("card", inside)
        if self._shown is not None:
            self._shown.hide()
            self._shown.deleteLater()
        self._shown = fresh
        self._whole.insertWidget(2, fresh)
        fresh.setVisible(bool(found))

    def open_first(self) -> None:
        """Open what stands first."""
        if self._buttons:
            self._buttons[0].click()

    def focus_first(self) -> None:
        """Put the keyboard on what stands first."""
        if self._buttons:
            self._buttons[0].setFocus()

    def _line(self, page: SettingsPage, find: Find) -> QWidget:
        opens = button(find.label, "link")
        opens.setProperty("tight", True)  # noqa: FBT003  Qt's own signature
        opens.clicked.connect(partial(self.opened.emit, page, find.name))
        self._buttons.append(opens)
        line = column(flow(opens, 1, words(page.title, pixels=12, name="dim")), space=2)
        if find.about:
            line.addWidget(words(find.about, name="dim", wrap=True))
        made = QWidget()
        made.setLayout(line)
        return made


def found_by(text: str, every: Sequence[tuple[SettingsPage, Find]]) -> list[tuple[SettingsPage, Find]]:
    """Return what a text finds, what is called so before what does so; of a setting on two pages the first."""
    wanted = folded(text).split()
    called: list[tuple[SettingsPage, Find]] = []
    does: list[tuple[SettingsPage, Find]] = []
    seen = set[str]()
    for page, find in every:
        name, whole = folded(find.label), folded(f"{find.label} {find.about} {find.name} {page.title}")
        if find.name in seen or not all(word in whole for word in wanted):
            continue
        seen.add(find.name)
        (called if all(word in name for word in wanted) else does).append((page, find))
    return called + does
