"""One connection: how it is, who and where, how far a sync is, every circumstance, and what can be done about it."""

from __future__ import annotations

from PySide6.QtCore import QLocale, Qt, Signal
from PySide6.QtWidgets import QFrame, QGridLayout, QLabel, QProgressBar, QVBoxLayout, QWidget

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.services.connect import TriedOut
from wisestep_desktop.services.connection_details import Details
from wisestep_desktop.services.facts import ConnectionState
from wisestep_desktop.shell import connection_words
from wisestep_desktop.shell.connection import ActionstepDesk
from wisestep_desktop.shell.metrics import margins, scaled
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.views.connection_menu import paste_address, when
from wisestep_desktop.shell.views.connection_notice import Mend, Notice, in_words, notice
from wisestep_desktop.shell.views.settings.page import hairline
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button, column, frame, row, words
from wisestep_desktop.shell.words import tr, trn


class ConnectionCard(QFrame):
    """Shows the one connection there may be; ``edit_asked`` tells that its credentials are to be looked at."""

    edit_asked = Signal()

    def __init__(self, actionstep: ActionstepDesk) -> None:
        super().__init__()
        self.setObjectName("card")
        self._actionstep = actionstep
        self._details: Details | None = None
        self._trouble: WiseStepError | None = None
        self._mend_now = Mend.NOTHING
        self._trying = False
        self._cells: list[tuple[QLabel, QLabel]] = []
        self._make_parts()
        self._lay_out()
        actionstep.trouble.connect(self._troubled)
        actionstep.connected.connect(self._forget_trouble)

    def show_details(self, details: Details) -> None:
        """Take the connection as it stands."""
        self._details = details
        self.show_state()

    def show_state(self) -> None:
        """Say how the connection is now, also while something goes on."""
        desk, details = self._actionstep, self._details
        said = connection_words.status(
            desk.state, signing_in=desk.signing_in, syncing=desk.syncing, progress=desk.progress, count=counted
        )
        self.state.setText(said.text)
        self.state.setAccessibleName(tr("Actionstep: {state}", state=said.text))
        if self.state.property("tone") != said.tone:
            self.state.setProperty("tone", said.tone)
            self.state.style().polish(self.state)
        connected = desk.state.state is not ConnectionState.DISCONNECTED
        again = desk.state.state is ConnectionState.SIGN_IN_AGAIN
        free = not (desk.syncing or desk.signing_in or self._trying)
        self._connect.setVisible(not desk.signing_in and (not connected or again))
        self._connect.setText(tr("Sign in again") if again else tr("Connect"))
        self._stop.setVisible(desk.signing_in)
        for part in (self.sync, self._full, self.test):
            part.setVisible(connected)
            part.setEnabled(free and not again)
        for part in (self._more, self._disconnect):
            part.setVisible(connected)
        self._show_progress()
        self._show_notice()
        if details is not None:
            self._summary.setText(connection_words.summary(details, when))
            self._fill(connection_words.lines(details, when, counted, max(details.pause, desk.pace)))
        self._inside.setVisible(connected and self._more.isChecked())
        if not connected:
            self._question.hide()

    def _make_parts(self) -> None:
        self.name = words("Actionstep", pixels=15, strong=True)
        self.state = words("", pixels=12, name="state")
        self._summary = words("", name="dim", wrap=True)
        self._progress = QProgressBar()
        self._progress.setTextVisible(False)
        self._progress.setAccessibleName(tr("Syncing matters"))
        self._progress.setFixedHeight(scaled(6))
        self._connect = button(tr("Connect"), "primary")
        self._connect.clicked.connect(self._sign_in)
        self._stop = button(tr("Cancel sign-in"))
        self._stop.clicked.connect(self._actionstep.cancel_sign_in)
        self.sync = button(tr("Sync now"))
        self.sync.clicked.connect(self._sync)
        self._more = button(tr("Details"), "flat")
        self._more.setCheckable(True)
        self._more.toggled.connect(self._unfold)
        self._disconnect = button(tr("Disconnect"), "flat")
        self._disconnect.clicked.connect(self._ask)
        self._full = button(tr("Full sync"), hint=tr("Read every matter again"))
        self._full.clicked.connect(self._actionstep.full_sync)
        self.test = button(tr("Test connection"), hint=tr("Ask Actionstep a few questions that change nothing"))
        self.test.clicked.connect(self._try_out)
        self._edit = button(tr("Credentials…"))
        self._edit.clicked.connect(self.edit_asked)
        self._said = words("", wrap=True)
        self._mend = button("", "link")
        self._mend.clicked.connect(self._mend_it)
        self._tested = words("", wrap=True, name="good")
        self._tested.hide()

    def _lay_out(self) -> None:
        self._rows = QGridLayout()
        self._rows.setColumnStretch(1, 1)
        self._rows.setHorizontalSpacing(scaled(20))
        self._rows.setVerticalSpacing(scaled(6))
        self._inside = QWidget()
        deeds = flow(self._full, self.test, self._edit)
        self._inside.setLayout(column(hairline(), self._rows, deeds, self._tested, space=12))
        self._notice = QWidget()
        self._notice.setLayout(flow(self._said, self._mend, space=6))
        ends = (self._connect, self._stop, self.sync, self._more, self._disconnect)
        whole = QVBoxLayout(self)
        whole.setContentsMargins(*margins(20, 16, 20, 16))
        whole.setSpacing(scaled(8))
        whole.addLayout(flow(self.name, self.state, 1, *ends))
        whole.addWidget(self._summary)
        whole.addWidget(self._progress)
        whole.addWidget(self._notice)
        whole.addWidget(self._make_question())
        whole.addWidget(self._inside)

    def _make_question(self) -> QFrame:
        self._told = words("", name="dim", wrap=True)
        self._yes = button(tr("Disconnect"))
        self._yes.clicked.connect(self._disconnect_now)
        self._no = button(tr("Stay connected"), "flat")
        self._no.clicked.connect(self._stay)
        asked = words(tr("Disconnect from Actionstep?"), strong=True, wrap=True)
        inside = column(asked, self._told, row(self._yes, self._no, 1), space=8)
        self._question = frame("why", inside, margins=(16, 12, 16, 12))
        self._question.hide()
        return self._question

    def _show_progress(self) -> None:
        progress = self._actionstep.progress
        self._progress.setVisible(self._actionstep.syncing)
        self._progress.setRange(0, progress.of if progress else 0)
        self._progress.setValue(progress.matters if progress else 0)

    def _show_notice(self) -> None:
        desk = self._actionstep
        ends = desk.state.sign_in_ends
        said: Notice = notice(
            desk.state,
            self._trouble,
            takes_pasted=desk.takes_pasted,
            ends_soon=desk.ends_soon,
            until="" if ends is None else when(ends),
        )
        shown = bool(said.said) and (desk.takes_pasted or not desk.signing_in)
        self._mend_now = said.mend
        tone = "wrong" if desk.state.state is ConnectionState.SIGN_IN_AGAIN else "care"
        if self._said.objectName() != tone:
            self._said.setObjectName(tone)
            self._said.style().polish(self._said)
        self._said.setText(said.said)
        self._mend.setText(in_words(said.mend))
        offered = said.mend not in (Mend.NOTHING, Mend.SIGN_IN) or self._connect.isHidden()
        self._mend.setVisible(offered and said.mend is not Mend.NOTHING)
        self._notice.setVisible(shown)

    def _fill(self, lines: list[tuple[str, str]]) -> None:
        """Show the circumstances; what is there already is only written anew."""
        for number, pair in enumerate(lines):
            if number == len(self._cells):
                cells = words("", name="dim"), words("", wrap=True)
                self._rows.addWidget(cells[0], number, 0, Qt.AlignmentFlag.AlignTop)
                self._rows.addWidget(cells[1], number, 1)
                self._cells.append(cells)
            for cell, told in zip(self._cells[number], pair, strict=True):
                cell.setText(told)
        for number, cells in enumerate(self._cells):
            for cell in cells:
                cell.setVisible(number < len(lines))

    def _unfold(self, open_now: bool) -> None:  # noqa: FBT001  a Qt slot
        self._inside.setVisible(open_now)
        self._tested.hide()

    def _sign_in(self) -> None:
        self._trouble = None
        self._actionstep.connect_to_actionstep()

    def _sync(self) -> None:
        self._trouble = None
        self._actionstep.sync()

    def _ask(self) -> None:
        waiting = self._actionstep.state.outbox
        told = [
            tr("The sign-in is forgotten on this computer. Actionstep itself is not told; you can withdraw it there.")
        ]
        if waiting:
            told.append(
                trn(
                    "{count} entry waits here until you connect again.",
                    "{count} entries wait here until then.",
                    waiting,
                )
            )
        self._told.setText(" ".join(told))
        self._question.show()
        self._no.setFocus(Qt.FocusReason.OtherFocusReason)

    def _stay(self) -> None:
        self._question.hide()
        self._disconnect.setFocus(Qt.FocusReason.OtherFocusReason)

    def _disconnect_now(self) -> None:
        self._question.hide()
        self._trouble = None
        self._actionstep.disconnect_from_actionstep()

    def _try_out(self) -> None:
        self._trying = True
        self._tell(tr("Asking Actionstep…"), "dim")
        self.show_state()
        self._actionstep.try_out(self._tried, self._not_tried)

    def _tried(self, found: TriedOut) -> None:
        self._trying = False
        self._tell(connection_words.tried_out(found, counted), "good")
        self.show_state()

    def _not_tried(self, error: WiseStepError) -> None:
        self._trying = False
        self._tell(explain(error), "wrong")
        self.show_state()

    def _tell(self, text: str, name: str) -> None:
        self._tested.setText(text)
        self._tested.setObjectName(name)
        self._tested.style().polish(self._tested)
        self._tested.show()

    def _mend_it(self) -> None:
        self._trouble = None
        match self._mend_now:
            case Mend.PASTE:
                paste_address(self._actionstep, self)
            case Mend.OWN_BROWSER:
                self._actionstep.connect_to_actionstep("system")
            case Mend.SIGN_IN:
                self._actionstep.connect_to_actionstep()
            case Mend.SYNC:
                self._actionstep.sync()
            case Mend.SET_UP:
                self.edit_asked.emit()
            case Mend.NOTHING:
                return

    def _troubled(self, error: WiseStepError) -> None:
        self._trouble = error
        self.show_state()

    def _forget_trouble(self) -> None:
        self._trouble = None
        self.show_state()


def counted(number: int) -> str:
    """Return a number as people here write it."""
    return QLocale().toString(number)
