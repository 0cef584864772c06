"""What is missing before WiseStep can record, why it is asked for, and the steps that mend it."""

from __future__ import annotations

from PySide6.QtCore import Qt, Signal
from PySide6.QtWidgets import QFrame, QLabel, QVBoxLayout, QWidget

from wisestep_desktop.shell.guides import Guide
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.widgets.parts import button, column, frame, row, words
from wisestep_desktop.shell.words import tr


def guide_card(guide: Guide, *below: QWidget) -> QFrame:
    """Return a card with title, reason, numbered steps, and what works meanwhile."""
    steps = column(space=10)
    for number, text in enumerate(guide.steps, start=1):
        mark = words(str(number), strong=True, name="step")
        mark.setAlignment(Qt.AlignmentFlag.AlignCenter)
        mark.setFixedSize(scaled(24), scaled(24))
        told = words(text, wrap=True)
        told.setTextInteractionFlags(Qt.TextInteractionFlag.TextSelectableByMouse)
        line = row(mark, told, space=12)
        line.setAlignment(mark, Qt.AlignmentFlag.AlignTop)
        line.setStretch(1, 1)
        steps.addLayout(line)
    parts: list[QLabel | QVBoxLayout] = [
        words(guide.title, pixels=15, strong=True, wrap=True),
        words(guide.why, name="dim", wrap=True),
        steps,
        words(guide.meanwhile, name="dim", wrap=True),
    ]
    inside = column(*parts, space=14)
    if below:
        inside.addLayout(row(1, *below))
    return frame("card", inside, margins=(24, 20, 24, 20))


class GuidePage(QWidget):
    """The card in the middle of the window, with a way to try again and a way past it."""

    again = Signal()
    passed = Signal()

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self._guide: Guide | None = None
        self._card: QFrame | None = None
        self._again = button("", "primary")
        self._again.clicked.connect(self.again)
        self._past = button("", "flat")
        self._past.clicked.connect(self.passed)
        self._outer = QVBoxLayout(self)

    def show_guide(self, guide: Guide) -> None:
        """Show other steps."""
        if guide == self._guide:
            return
        self._guide = guide
        self._again.setText(guide.act or tr("Try again"))
        self._past.setText(guide.past or tr("Go on without recording"))
        while self._outer.takeAt(0) is not None:
            pass
        for button_kept in (self._again, self._past):
            button_kept.setParent(self)
        if self._card is not None:
            self._card.hide()
            self._card.deleteLater()
        self._card = guide_card(guide, self._past, self._again)
        self._card.setMaximumWidth(scaled(640))
        middle = row(1, self._card, 1)
        middle.setStretch(1, 20)
        self._outer.addStretch(1)
        self._outer.addLayout(middle)
        self._outer.addStretch(2)

    def focus_first(self) -> None:
        """Put the keyboard on the way on."""
        self._again.setFocus(Qt.FocusReason.OtherFocusReason)
