"""What every card of the team's page is made of."""

from __future__ import annotations

from PySide6.QtWidgets import QLayout, QVBoxLayout, QWidget

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.widgets.parts import column, frame, words


class Card(QWidget):
    """A title, what it is for, its parts, and a sentence about what was just done where ``said`` is put."""

    def __init__(self) -> None:
        super().__init__()
        self.said = words("", wrap=True)
        self.said.hide()
        self._lines = QWidget()
        self.lines = column(self._lines, space=0)

    def lay_out(self, title: str, about: str, *parts: QWidget | QLayout) -> None:
        """Put the parts below each other; called once."""
        told = [words(title, pixels=15, strong=True)]
        if about:
            told.append(words(about, name="dim", wrap=True))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame("card", column(*told, *parts, space=10)))

    def show_lines(self, lines: QWidget) -> None:
        """Put other lines in place of those that ``lines`` shows."""
        self.lines.replaceWidget(self._lines, lines)
        self._lines.hide()
        self._lines.deleteLater()
        self._lines = lines
        lines.show()

    def say(self, text: str, name: str = "good") -> None:
        """Say what came of something; an empty text says nothing more."""
        self.said.setText(text)
        self.said.setObjectName(name)
        self.said.style().polish(self.said)
        self.said.setVisible(bool(text))

    def refused(self, error: WiseStepError) -> None:
        """Say why something cannot be so."""
        self.say(explain(error), "wrong")
