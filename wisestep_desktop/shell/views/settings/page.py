"""What a page of the settings window is, and the pages that are made of cards of lines."""

from __future__ import annotations

from collections.abc import Iterable
from dataclasses import dataclass
from functools import partial

from PySide6.QtCore import Qt, QTimer
from PySide6.QtWidgets import QFrame, QScrollArea, QVBoxLayout, QWidget

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.views.settings.line import SettingLine
from wisestep_desktop.shell.views.settings.values import SettingValues
from wisestep_desktop.shell.widgets.parts import column, fill_scrolling, frame, words

ORDER = ("general", "privacy", "matters", "connections", "team", "health", "about", "all")
"""The keys of the pages as they are listed; a page with another key comes last."""

_LIT = 1_600
"""Milliseconds for which a line that was searched for stands out."""


@dataclass(frozen=True, slots=True)
class Find:
    """Something on a page that can be searched for.

    Attributes:
        name: of a setting as in the table, or of a part of the page; ``reveal`` takes it.
        label: its name for people.
        about: more words to be found by.
    """

    name: str
    label: str
    about: str = ""


class SettingsPage(QWidget):
    """One page: whoever adds one derives from this, and fills itself with what it shows.

    Args:
        key: of ``ORDER``.
        title: as it stands in the list of pages.
    """

    def __init__(self, key: str, title: str) -> None:
        super().__init__()
        self.key = key
        self.title = title
        self.setAccessibleName(title)

    def finds(self) -> Iterable[Find]:
        """Return what can be searched for here."""
        return ()

    def reveal(self, name: str) -> None:
        """Bring something of ``finds`` into view, with the keyboard on it."""

    def refresh(self) -> None:
        """Show what is so now; called whenever the page comes to the front."""


class LinesPage(SettingsPage):
    """Cards below each other, of lines for settings and of whatever else a page has."""

    def __init__(self, key: str, title: str, values: SettingValues, theme: Theme, *, pixels: int = 17) -> None:
        super().__init__(key, title)
        self.values = values
        self.theme = theme
        self._parts: dict[str, tuple[Find, QWidget]] = {}
        self._whole = column(words(title, pixels=pixels, strong=True), space=16)
        self.message = words("", wrap=True)
        self.message.hide()
        self._whole.addWidget(self.message)
        self._lit: QWidget | None = None
        self._wanted = ""

    def settle(self) -> None:
        """Lay the page out; called once, after the last card."""
        self._whole.addStretch(1)
        fill_scrolling(self, self._whole)
        self.values.read.connect(self._reveal_wanted)  # after the lines, which are shown first then

    def add(self, part: QWidget, *finds: Find) -> None:
        """Add a card that is no line of a setting, with what it is found by."""
        self._whole.addWidget(part)
        self._parts |= {each.name: (each, part) for each in finds}

    def card(self, title: str, about: str, *names_or_parts: str | QWidget) -> QFrame:
        """Add a card of lines: settings by name, and other parts as they are."""
        inside = column(words(title, pixels=15, strong=True), space=12)
        if about:
            inside.addWidget(words(about, name="dim", wrap=True))
        for given in names_or_parts:
            part = self._line(given) if isinstance(given, str) else given
            inside.addWidget(hairline())
            inside.addWidget(part)
        made = frame("card", inside)
        self._whole.addWidget(made)
        return made

    def finds(self) -> Iterable[Find]:
        """Return every line, and what was added besides."""
        return [find for find, _ in self._parts.values()]

    def reveal(self, name: str) -> None:
        """Scroll to a line, let it stand out for a moment, and put the keyboard on its editor."""
        found = self._parts.get(name)
        if found is None:
            return
        part = found[1]
        if not part.isEnabled():  # nothing was read yet
            self._wanted = name
        target = getattr(part.editor if isinstance(part, SettingLine) else part, "target", None)
        if isinstance(target, QWidget):
            target.setFocus(Qt.FocusReason.OtherFocusReason)
        self.keep_in_view(part)
        self._light(part)

    def keep_in_view(self, part: QWidget) -> None:
        """Scroll to a part of the page, once it has its size."""
        area = self.findChild(QScrollArea, "page")
        if isinstance(area, QScrollArea):
            QTimer.singleShot(0, self, lambda: area.ensureWidgetVisible(part, 0, scaled(40)))

    def _reveal_wanted(self) -> None:
        name, self._wanted = self._wanted, ""
        if name:
            self.reveal(name)

    def say(self, text: str, name: str = "good") -> None:
        """Say something about the whole page, below its title."""
        self.message.setText(text)
        self.message.setObjectName(name)
        self.message.style().polish(self.message)
        self.message.setVisible(bool(text))

    def failed(self, error: WiseStepError) -> None:
        """Say why something was not done."""
        self.say(explain(error), "wrong")

    def refresh(self) -> None:
        """Read the settings again."""
        self.values.refresh(self.failed)

    def _line(self, name: str) -> SettingLine:
        line = SettingLine(name, self.values, self.theme, named=self.key == "all")
        line.grown.connect(partial(self.keep_in_view, line))
        self._parts[name] = Find(name, *line.searched), line
        return line

    def _light(self, part: QWidget) -> None:
        self._dim()
        self._lit = part
        label = _heading(part)
        if label is not None:
            label.setProperty("found", True)  # noqa: FBT003  Qt's own signature
            label.style().polish(label)
        QTimer.singleShot(_LIT, self, self._dim)

    def _dim(self) -> None:
        label = None if self._lit is None else _heading(self._lit)
        if label is not None:
            label.setProperty("found", False)  # noqa: FBT003  Qt's own signature
            label.style().polish(label)
        self._lit = None


def hairline() -> QFrame:
    """Return a line between two lines of a card."""
    made = QFrame()
    made.setObjectName("hairline")
    made.setFixedHeight(1)
    return made


def housed(page: SettingsPage, inside: QWidget) -> None:
    """Fill a page with a widget that scrolls by itself."""
    outer = QVBoxLayout(page)
    outer.setContentsMargins(0, 0, 0, 0)
    outer.addWidget(inside)


def _heading(part: QWidget) -> QWidget | None:
    return part.heading if isinstance(part, SettingLine) else None
