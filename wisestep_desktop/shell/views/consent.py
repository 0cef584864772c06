"""The first thing anybody sees: what is recorded, where it stays, and that nothing starts without a yes."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QLabel, QVBoxLayout, QWidget

from wisestep_desktop.shell.icons import pixmap
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button, column, fill_scrolling, frame, row, words
from wisestep_desktop.shell.words import tr


class Consent(QWidget):
    """A card in the middle of the window."""

    agreed = Signal()
    later = Signal()

    def __init__(self, theme: Theme, parent: QWidget) -> None:
        super().__init__(parent)
        mark = QLabel()
        mark.setPixmap(pixmap("wisestep", "#0f6e84", scaled(48), self.devicePixelRatioF()))
        mark.setAccessibleName("WiseStep")
        points = column(space=14)
        for name, title, text in _points():
            points.addLayout(self._point(theme, name, title, text))
        yes = button(tr("Start recording"), "primary")
        yes.clicked.connect(self.agreed)
        yes.setDefault(True)
        no = button(tr("Not now"), "flat")
        no.clicked.connect(self.later)
        card = frame(
            "card",
            column(
                row(mark, 1),
                words(tr("Your day, written down for you"), pixels=17, strong=True),
                words(
                    tr("WiseStep notes which window is in front, so that you can turn your day into time entries."),
                    name="dim",
                    wrap=True,
                ),
                points,
                flow(no, 1, yes),
                space=16,
            ),
            margins=(28, 28, 28, 24),
        )
        card.setMaximumWidth(scaled(560))
        outer = QVBoxLayout()
        outer.addStretch(1)
        middle = row(1, card, 1)
        middle.setStretch(1, 20)
        outer.addLayout(middle)
        outer.addStretch(2)
        fill_scrolling(self, outer)
        self._yes = yes

    def focus_first(self) -> None:
        """Put the keyboard on the answer."""
        self._yes.setFocus(Qt.FocusReason.OtherFocusReason)

    def _point(self, theme: Theme, name: str, title: str, text: str) -> QVBoxLayout:
        icon = QLabel()
        icon.setPixmap(pixmap(name, theme.tokens.accent, scaled(20), self.devicePixelRatioF()))
        icon.setAlignment(Qt.AlignmentFlag.AlignTop)
        told = column(words(title, strong=True), words(text, name="dim", wrap=True), space=2)
        line = row(icon, told, space=12)
        line.setStretch(1, 1)
        holder = column()
        holder.addLayout(line)
        return holder


def _points() -> tuple[tuple[str, str, str], ...]:
    return (
        (
            "check",
            tr("What is recorded"),
            tr(
                "The application, the window's title, and whether somebody was at the computer. Never what is in the "
                "window, what you type, or pictures of the screen."
            ),
        ),
        (
            "lock",
            tr("Where it stays"),
            tr(
                "On this computer only, encrypted with a key in your system's keyring. Nobody else sees your timeline. "
                "Only the time entries you send go to Actionstep."
            ),
        ),
        (
            "pause",
            tr("You decide"),
            tr(
                "Pause at any time from the tray. Exclude applications and titles; of those, nothing but “private” is "
                "kept."
            ),
        ),
    )
