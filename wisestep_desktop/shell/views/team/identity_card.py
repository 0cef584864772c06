"""A team's name and logo, as its members see them."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.services.team_standing import Standing
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.sentences import sentence
from wisestep_desktop.shell.views.entry_parts import field_of
from wisestep_desktop.shell.views.team.card import Card
from wisestep_desktop.shell.views.team.parts import logo_label, logo_of
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button
from wisestep_desktop.shell.words import tr

_MOST = 20_000_000
"""Bytes of a picture that is looked at; it is made small before it is published."""


class IdentityCard(Card):
    """A field, and a picture to choose."""

    named = Signal(str)
    logo_chosen = Signal(object)
    """Bytes of a small PNG; empty for none."""

    def __init__(self) -> None:
        super().__init__()
        self._name = QLineEdit()
        self._name.setAccessibleName(tr("Name of the team"))
        self._name.setMaximumWidth(scaled(360))
        self._name.editingFinished.connect(self._give)
        choose = button(tr("Choose a logo…"))
        choose.clicked.connect(self._choose)
        self._remove = button(tr("No logo"), "flat")
        self._remove.clicked.connect(lambda: self.logo_chosen.emit(b""))
        self._shown = ""
        name = field_of(tr("Name of the team"), self._name)
        self.lay_out(tr("Name and logo"), "", name, self.lines, flow(choose, self._remove), self.said)

    def show_standing(self, now: Standing) -> None:
        """Show what is so, draft included."""
        self._shown = now.pending.name
        if not self._name.hasFocus():
            self._name.setText(self._shown)
        logo = logo_label(now.pending.logo, now.pending.name) or QWidget()
        self.show_lines(logo)
        logo.setVisible(bool(now.pending.logo))
        self._remove.setVisible(bool(now.pending.logo))
        self.say("")

    def refused(self, error: WiseStepError) -> None:
        """Say what cannot be so; the old one stays."""
        super().refused(error)
        self._name.setText(self._shown)

    def take_logo(self, file: Path) -> None:
        """Take a picture from a file."""
        try:
            with file.open("rb") as stream:
                data = stream.read(_MOST + 1)
        except OSError as error:
            self.say(sentence("team.file_unreadable", {"file": file.name, "reason": error.strerror or ""}), "wrong")
            return
        logo = logo_of(data) if len(data) <= _MOST else None
        if logo is None:
            self.say(sentence("team.bad_logo"), "wrong")
            return
        self.logo_chosen.emit(logo)

    def _give(self) -> None:
        if self._name.text().strip() != self._shown:
            self.named.emit(self._name.text().strip())

    def _choose(self) -> None:
        box = QFileDialog(self, tr("Choose a logo"), "", tr("Pictures (*.png *.jpg *.jpeg *.bmp *.webp *.gif)"))
        box.setFileMode(QFileDialog.FileMode.ExistingFile)
        box.fileSelected.connect(lambda file: self.take_logo(Path(file)))
        box.open()
