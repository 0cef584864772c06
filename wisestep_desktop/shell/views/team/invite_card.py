"""Inviting: for how long, with the client secret or without; then a link, a file and the text of an e-mail."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QCheckBox, QComboBox, QFileDialog, QLineEdit, QVBoxLayout, QWidget

from wisestep_desktop.core.errors import BadInput
from wisestep_desktop.core.instants import local_date
from wisestep_desktop.core.invitation import SUFFIX
from wisestep_desktop.services.inviting import Invited
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.team_words import letter
from wisestep_desktop.shell.views.day_parts import long_date
from wisestep_desktop.shell.views.entry_parts import field_of
from wisestep_desktop.shell.views.team.card import Card
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button, column, row, words
from wisestep_desktop.shell.words import tr


class InviteCard(Card):
    """A form, and what came of it below."""

    asked = Signal(object, bool)
    """Days or None, and whether the secret goes along."""

    def __init__(self, desk: Desk) -> None:
        super().__init__()
        self._desk = desk
        self._invited: Invited | None = None
        self._days = QComboBox()
        self._days.setAccessibleName(tr("Good for"))
        for days, text in ((14, tr("two weeks")), (1, tr("one day")), (60, tr("two months")), (None, tr("ever"))):
            self._days.addItem(text, days)
        self._days.setMinimumWidth(scaled(140))
        self._secret = QCheckBox(tr("With the client secret, sealed under a code"))
        self.make = button(tr("Make an invitation"))
        self.make.clicked.connect(lambda: self.asked.emit(self._days.currentData(), self._secret.isChecked()))
        self.link = QLineEdit()
        self.link.setReadOnly(True)
        self.link.setAccessibleName(tr("Link of the invitation"))
        self._code = QLineEdit()
        self._code.setReadOnly(True)
        self._code.setAccessibleName(tr("Code, to be told another way"))
        self._code.setMaximumWidth(scaled(200))
        self._made = QWidget()
        self._made.setLayout(self._result())
        self._made.hide()
        about = tr(
            "Everybody may get the same link; send it by e-mail. It works wherever the team's place can be reached, "
            "until it expires."
        )
        form = flow(words(tr("Good for")), self._days, self._secret, self.make, space=12)
        self.lay_out(tr("Invite"), about, form, self.said, self._made)

    def show_invited(self, invited: Invited) -> None:
        """Show an invitation that was made."""
        self._invited = invited
        self.link.setText(invited.link)
        self.link.setCursorPosition(0)
        self._code.setText(invited.code)
        self._coded.setVisible(bool(invited.code))
        self._made.show()
        self.say("")

    def save_to(self, file: Path) -> None:
        """Write the invitation as a file."""
        if self._invited is None:
            return
        try:
            file.write_bytes(self._invited.file)
        except OSError as error:
            self.refused(BadInput("team.file_not_written", file=str(file), reason=error.strerror or ""))
            return
        self.say(tr("Saved as {file}.", file=file.name))

    def _result(self) -> QVBoxLayout:
        copy = button(tr("Copy the link"))
        copy.clicked.connect(self._copy_link)
        mail = button(tr("Copy an e-mail"), hint=tr("Copy the text of an e-mail that invites"))
        mail.clicked.connect(self._copy_letter)
        save = button(tr("Save as a file…"))
        save.clicked.connect(self._choose)
        self._coded = QWidget()
        told = tr("Tell this code another way, such as on the telephone. It is not kept here.")
        self._coded.setLayout(column(field_of(tr("Code"), self._code), words(told, name="dim", wrap=True), space=4))
        return column(row(self.link), flow(copy, mail, save), self._coded, space=8)

    def _copy_link(self) -> None:
        QGuiApplication.clipboard().setText(self.link.text())
        self.say(tr("The link is copied."))

    def _copy_letter(self) -> None:
        invited = self._invited
        if invited is None:
            return
        expires = invited.invitation.expires
        until = "" if expires is None else long_date(local_date(expires, self._desk.clock.zone()))
        QGuiApplication.clipboard().setText(letter(invited, until))
        self.say(tr("The text of an e-mail is copied. The code is not in it."))

    def _choose(self) -> None:
        if self._invited is None:
            return
        box = QFileDialog(self, tr("Save the invitation"), self._invited.file_name, f"WiseStep (*{SUFFIX})")
        box.setAcceptMode(QFileDialog.AcceptMode.AcceptSave)
        box.setDefaultSuffix(SUFFIX.removeprefix("."))
        box.fileSelected.connect(lambda file: self.save_to(Path(file)))
        box.open()
