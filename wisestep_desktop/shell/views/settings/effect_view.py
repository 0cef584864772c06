"""What changed properties would do to today's drafts, shown before they are saved, with the way there and back."""

from __future__ import annotations

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFrame, QVBoxLayout

from wisestep_desktop.services.properties import Weighed
from wisestep_desktop.shell import texts
from wisestep_desktop.shell.metrics import margins, scaled
from wisestep_desktop.shell.property_words import change_words, effect_lines
from wisestep_desktop.shell.widgets.parts import button, column, row, words
from wisestep_desktop.shell.words import tr, trn

_MOST = 6
"""Drafts that are named one by one."""
_LONGEST = 400


class EffectView(QFrame):
    """``save_asked`` and ``discard_asked`` tell which way to go."""

    save_asked = Signal()
    discard_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self.setObjectName("why")
        self._title = words(tr("Before you save"), strong=True)
        self._others = words("", name="dim", wrap=True)
        self._lines = words("", wrap=True)
        self._drafts = words("", pixels=12, name="dim", wrap=True)
        self._wrong = words("", name="wrong", wrap=True)
        self.save = button(tr("Save"), "primary")
        self.save.clicked.connect(self.save_asked)
        self.discard = button(tr("Discard"), "flat")
        self.discard.clicked.connect(self.discard_asked)
        told = column(self._title, self._others, self._lines, self._drafts, self._wrong, space=4)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*margins(16, 12, 16, 12))
        layout.setSpacing(scaled(10))
        layout.addLayout(told)
        layout.addLayout(row(self.save, self.discard, 1))
        self.wait()

    def wait(self) -> None:
        """Say that it is being looked at."""
        self._say(tr("Looking at today's drafts…"))
        self.save.setEnabled(False)

    def hold(self) -> None:
        """Say that something has to be put right first."""
        self._say(tr("Put right what is marked, or discard."))
        self.save.setEnabled(False)

    def refuse(self, sentence: str) -> None:
        """Say why nothing was saved."""
        self._wrong.setText(sentence)
        self._wrong.show()
        self.save.setEnabled(False)

    def show_weighed(self, weighed: Weighed, *, names: bool) -> None:
        """Say what saving would do; ``names`` tells whether matters may be named on this screen."""
        effect = weighed.effect
        if effect is None:
            self.hold()
            return
        self._say("\n".join(effect_lines(effect)))
        shown = effect.changes[:_MOST]
        lines = []
        for each in shown:
            matter = tr("no matter yet") if each.matter is None else texts.matter_name(each.matter, weighed.matters)
            lines.append(f"•  {matter if names else tr('A draft')}: {change_words(each)}")
        more = len(effect.changes) - len(shown)
        if more:
            lines.append(trn("and {count} more", "and {count} more", more))
        self._drafts.setText("\n".join(lines))
        self._drafts.setVisible(bool(lines))
        self.save.setEnabled(True)

    def show_others(self, others: dict[str, str]) -> None:
        """Name what is saved along with the six properties, because pasted lines said so."""
        told = ", ".join(f"{name}={text}" for name, text in others.items())
        told = told if len(told) <= _LONGEST else f"{told[: _LONGEST - 1]}…"
        self._others.setText(tr("Also from the lines: {settings}", settings=told))
        self._others.setVisible(bool(others))

    def _say(self, text: str) -> None:
        self._lines.setText(text)
        self._drafts.hide()
        self._wrong.hide()
