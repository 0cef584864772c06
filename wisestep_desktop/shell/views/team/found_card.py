"""Where there is no team: make one, or join one. One person alone needs neither."""

from __future__ import annotations

from pathlib import Path

from PySide6.QtCore import Signal
from PySide6.QtWidgets import QFileDialog, QLineEdit, QWidget

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.core.ids import TeamId
from wisestep_desktop.core.invitation import SUFFIX
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.team_desk import TeamDesk
from wisestep_desktop.shell.views.entry_parts import field_of
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button, column, frame, row, words
from wisestep_desktop.shell.words import tr

_FIELDS = 520


class FoundCard(QWidget):
    """Two cards: an invitation to open, and a team to make."""

    open_asked = Signal(str)
    made = Signal()

    def __init__(self, teams: TeamDesk) -> None:
        super().__init__()
        self._teams = teams
        self.link = _field(tr("Invitation"), "wisestep://join/…")
        self.link.returnPressed.connect(self._open)
        self.name = _field(tr("Name of the team"), tr("such as Hartley & Co"))
        self._owner = _field(tr("Your name"), tr("as the others see it"))
        self._place = _field(tr("Where it is published"), tr("a folder everybody in the firm can read"))
        for field in (self.name, self._owner, self._place):
            field.returnPressed.connect(self._create)
        self._wrong = words("", name="wrong", wrap=True)
        self._wrong.hide()
        self._make = button(tr("Create the team"), "primary")
        self._make.clicked.connect(self._create)
        self.setLayout(column(self._joining(), self._founding(), space=16))

    def _joining(self) -> QWidget:
        about = tr(
            "Paste the link out of the e-mail, or open the file that came with it. Nothing changes before you say so."
        )
        opened = button(tr("Open"))
        opened.clicked.connect(self._open)
        file = button(tr("Open a file…"), "flat")
        file.clicked.connect(self._choose_file)
        line = row(self.link, opened, file)
        line.setStretch(0, 1)
        told = column(
            words(tr("Join a team"), pixels=15, strong=True), words(about, name="dim", wrap=True), line, space=10
        )
        return frame("card", told)

    def _founding(self) -> QWidget:
        about = tr(
            "A team is a signed file in a folder of your firm: its settings hold for everybody who joins. There is no "
            "server, and nobody sees what anybody records. On your own, you need no team."
        )
        browse = button(tr("Browse…"))
        browse.clicked.connect(self._choose_folder)
        place = row(self._place, browse)
        place.setStretch(0, 1)
        holder = QWidget()
        holder.setLayout(place)
        fields = QWidget()
        fields.setMaximumWidth(scaled(_FIELDS))
        fields.setLayout(
            column(
                field_of(tr("Name of the team"), self.name),
                field_of(tr("Your name"), self._owner),
                field_of(tr("Where it is published"), holder),
                space=12,
            )
        )
        told = column(
            words(tr("Create a team"), pixels=15, strong=True),
            words(about, name="dim", wrap=True),
            fields,
            self._wrong,
            flow(self._make),
            space=12,
        )
        return frame("card", told)

    def _open(self) -> None:
        if self.link.text().strip():
            self.open_asked.emit(self.link.text().strip())
            self.link.clear()

    def _choose_file(self) -> None:
        box = QFileDialog(self, tr("Open an invitation"), "", f"WiseStep (*{SUFFIX})")
        box.setFileMode(QFileDialog.FileMode.ExistingFile)
        box.fileSelected.connect(self.open_asked)
        box.open()

    def _choose_folder(self) -> None:
        box = QFileDialog(self, tr("Where the team is published"), self._place.text() or str(Path.home()))
        box.setFileMode(QFileDialog.FileMode.Directory)
        box.fileSelected.connect(self._place.setText)
        box.open()

    def _create(self) -> None:
        name, owner, place = self.name.text(), self._owner.text(), self._place.text().strip()
        self._make.setEnabled(False)
        self._teams.act(lambda: self._teams.work.create(name, owner, place), self._created, self._refused)

    def _created(self, _team: TeamId) -> None:
        self._make.setEnabled(True)
        self._wrong.hide()
        self.made.emit()

    def _refused(self, error: WiseStepError) -> None:
        self._make.setEnabled(True)
        self._wrong.setText(explain(error))
        self._wrong.show()


def _field(name: str, hint: str) -> QLineEdit:
    made = QLineEdit()
    made.setAccessibleName(name)
    made.setPlaceholderText(hint)
    return made
