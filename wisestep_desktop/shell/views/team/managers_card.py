"""Who may publish: the owner lets others, and keeps a key on paper; a member asks with a key of their own."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Signal
from PySide6.QtGui import QGuiApplication
from PySide6.QtWidgets import QLineEdit, QVBoxLayout, QWidget

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.core.team import Role
from wisestep_desktop.services.team_standing import Standing
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button, column, frame, row, words
from wisestep_desktop.shell.words import tr


class ManagersCard(QWidget):
    """For the owner: managers, and the recovery sheet."""

    add_asked = Signal(str)
    remove_asked = Signal(object)
    sheet_asked = Signal()

    def __init__(self) -> None:
        super().__init__()
        self._lines = QWidget()
        self._holder = column(self._lines, space=0)
        self._request = QLineEdit()
        self._request.setAccessibleName(tr("Request of a manager"))
        self._request.setPlaceholderText("wisestep-manager:…")
        self._request.returnPressed.connect(self._add)
        add = button(tr("Add a manager"))
        add.clicked.connect(self._add)
        self._said = words("", name="wrong", wrap=True)
        self._said.hide()
        sheet = button(tr("Recovery sheet…"), hint=tr("Save a sheet with the owner's key, to be printed"))
        sheet.clicked.connect(self.sheet_asked)
        about = tr(
            "Managers decide and invite as you do, each with a key of their own. Whoever is removed decides nothing "
            "any more from the next version on. A manager makes the request under Settings, Team."
        )
        line = row(self._request, add)
        line.setStretch(0, 1)
        paper = tr("Your key is in this computer's keyring. If the computer is lost, only the sheet brings it back.")
        whole = column(
            words(tr("Managers"), pixels=15, strong=True),
            words(about, name="dim", wrap=True),
            self._holder,
            line,
            self._said,
            space=10,
        )
        whole.addSpacing(scaled(8))
        for part in (words(tr("The owner's key"), pixels=15, strong=True), words(paper, name="dim", wrap=True)):
            whole.addWidget(part)
        whole.addLayout(flow(sheet))
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame("card", whole))

    def show_standing(self, now: Standing) -> None:
        """Show who may publish, draft included."""
        lines = QWidget()
        inside = column(space=2)
        for each in now.pending.roster.managers:
            drop = button(tr("Remove"), "link", hint=tr("Remove {name}", name=each.name))
            drop.clicked.connect(partial(self.remove_asked.emit, each.key))
            inside.addLayout(row(words(each.name), drop, 1))
        if not now.pending.roster.managers:
            inside.addWidget(words(tr("Only you decide so far."), name="dim"))
        lines.setLayout(inside)
        self._holder.replaceWidget(self._lines, lines)
        self._lines.hide()
        self._lines.deleteLater()
        self._lines = lines

    def say(self, text: str, name: str = "good") -> None:
        """Say what came of it."""
        self._said.setText(text)
        self._said.setObjectName(name)
        self._said.style().polish(self._said)
        self._said.setVisible(bool(text))

    def added(self) -> None:
        """Make room for the next."""
        self._request.clear()
        self.say("")

    def refused(self, error: WiseStepError) -> None:
        """Say what cannot be so."""
        self.say(explain(error), "wrong")

    def _add(self) -> None:
        if self._request.text().strip():
            self.add_asked.emit(self._request.text())


class MemberCard(QWidget):
    """For members: ask to be a manager, or come back as the owner."""

    request_asked = Signal(str)
    recovery_asked = Signal(str)

    def __init__(self) -> None:
        super().__init__()
        self._name = QLineEdit()
        self._name.setAccessibleName(tr("Your name"))
        self._name.setPlaceholderText(tr("Your name"))
        self._name.setMaximumWidth(scaled(240))
        self._name.returnPressed.connect(lambda: self.request_asked.emit(self._name.text()))
        make = button(tr("Make a request"))
        make.clicked.connect(lambda: self.request_asked.emit(self._name.text()))
        self._key = QLineEdit()
        self._key.setAccessibleName(tr("Key from the recovery sheet"))
        self._key.setPlaceholderText(tr("Key from the recovery sheet"))
        self._key.setEchoMode(QLineEdit.EchoMode.Password)
        self._key.returnPressed.connect(lambda: self.recovery_asked.emit(self._key.text()))
        take = button(tr("Take the key"))
        take.clicked.connect(lambda: self.recovery_asked.emit(self._key.text()))
        self._said = words("", wrap=True)
        self._said.hide()
        self._request = QLineEdit()
        self._request.setReadOnly(True)
        self._request.setAccessibleName(tr("Your request, for the owner"))
        copy = button(tr("Copy"), hint=tr("Copy the request"))
        copy.clicked.connect(self._copy)
        self._made = QWidget()
        made = row(self._request, copy)
        made.setStretch(0, 1)
        self._made.setLayout(made)
        self._made.hide()
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        outer.addWidget(frame("card", self._inside(make, take)))

    def show_standing(self, now: Standing) -> None:
        """Show it to members only."""
        self.setVisible(now.role is Role.MEMBER)

    def show_request(self, request: str) -> None:
        """Show a request that was made."""
        self._request.setText(request)
        self._request.setCursorPosition(0)
        self._made.show()
        self._say(tr("Send this to the team's owner. It is no secret; the key itself stays here."), "dim")

    def recovered(self) -> None:
        """Forget what was typed."""
        self._key.clear()
        self._say("", "dim")

    def refused(self, error: WiseStepError) -> None:
        """Say what cannot be so."""
        self._say(explain(error), "wrong")

    def _inside(self, make: QWidget, take: QWidget) -> QVBoxLayout:
        about = tr("Managers decide for the team. Make a request, and send it to the owner, who lets you.")
        back = tr("Are you the owner, on a new computer? Type the key from your recovery sheet.")
        line = row(self._key, take)
        line.setStretch(0, 1)
        return column(
            words(tr("Become a manager"), pixels=15, strong=True),
            words(about, name="dim", wrap=True),
            row(self._name, make, 1),
            self._made,
            self._said,
            words(back, name="dim", wrap=True),
            line,
            space=10,
        )

    def _copy(self) -> None:
        QGuiApplication.clipboard().setText(self._request.text())

    def _say(self, text: str, name: str) -> None:
        self._said.setText(text)
        self._said.setObjectName(name)
        self._said.style().polish(self._said)
        self._said.setVisible(bool(text))
