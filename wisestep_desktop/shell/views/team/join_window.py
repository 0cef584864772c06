"""Join <team>: what an invitation leads to, what would hold then, and a yes or a no. Nothing is kept before it."""

from __future__ import annotations

from functools import partial

from PySide6.QtCore import Qt, Signal
from PySide6.QtGui import QKeyEvent
from PySide6.QtWidgets import (
    QButtonGroup,
    QDialog,
    QHBoxLayout,
    QLineEdit,
    QPushButton,
    QRadioButton,
    QVBoxLayout,
    QWidget,
)

from wisestep_desktop.core.errors import WiseStepError
from wisestep_desktop.core.invitation import Invitation, is_network_folder
from wisestep_desktop.services.believing import fingerprint
from wisestep_desktop.services.membership import Offer
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.metrics import scaled
from wisestep_desktop.shell.sentences import explain
from wisestep_desktop.shell.team_desk import TeamDesk
from wisestep_desktop.shell.team_words import decisions, summary
from wisestep_desktop.shell.views.team.parts import decided_card, logo_label, proof
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button, column, fill_scrolling, frame, row, words
from wisestep_desktop.shell.widgets.reading_order import step_as_read
from wisestep_desktop.shell.words import tr

_CODE = frozenset({"invitation.code_needed", "invitation.wrong_code"})
_SHORT = 36


class JoinWindow(QDialog):
    """Never modal. Reads the invitation, asks for its code if it has one, then shows the team.

    Args:
        desk: with the store.
        teams: opens invitations and joins.
        parent: the main window.
    """

    joined = Signal()

    def __init__(self, desk: Desk, teams: TeamDesk, parent: QWidget | None) -> None:
        super().__init__(parent)
        self._desk = desk
        self._teams = teams
        self._opened = ""
        self._offer: Offer | None = None
        self._asked = 0
        self.setWindowTitle(tr("WiseStep: join a team"))
        self.resize(680, 680)
        self.setMinimumSize(420, 360)
        outer = QVBoxLayout(self)
        outer.setContentsMargins(0, 0, 0, 0)
        self._outer = outer
        self._page: QWidget | None = None

    def open_invitation(self, opened: str) -> None:
        """Read an invitation, given as its link or the path of its file."""
        self._opened = opened
        self._offer = None
        self._asked += 1
        self._show(self._told(tr("Opening the invitation"), tr("Asking for the team's settings…")))
        self._teams.read_invitation(
            opened, partial(self._looked_at, self._asked), partial(self._failed_at, self._asked)
        )

    def focusNextPrevChild(self, forward: bool) -> bool:  # noqa: FBT001  Qt's own signature
        """Lead Tab in the order of reading, whatever was made anew."""
        return step_as_read(self, forward=forward)

    def keyPressEvent(self, event: QKeyEvent) -> None:
        """Press the button that has the keyboard with Enter; close with Escape: a no."""
        held = self.focusWidget()
        if event.key() == Qt.Key.Key_Escape:
            self.close()
        elif event.key() in (Qt.Key.Key_Return, Qt.Key.Key_Enter) and isinstance(held, QPushButton):
            held.click()
        else:
            super().keyPressEvent(event)

    def _looked_at(self, asked: int, invitation: Invitation) -> None:
        """Ask before a computer is reached that only the invitation names: Windows would sign in there at once."""
        if asked != self._asked:
            return
        if not is_network_folder(invitation.place):
            self._read("")
            return
        told = tr(
            "{name} invites you. The team's settings are at {place}. Go on if that is a computer of your firm.",
            name=invitation.host,
            place=invitation.place,
        )
        on = button(tr("Go on"), "primary")
        on.clicked.connect(lambda: self._read(""))
        self._show(self._told(tr("Join {team}", team=invitation.name), told), on)
        on.setFocus(Qt.FocusReason.OtherFocusReason)

    def _read(self, code: str) -> None:
        self._asked += 1
        asked = self._asked

        def done(offer: Offer) -> None:
            if asked == self._asked:
                self._take(offer)

        self._teams.read_offer(self._opened, code, done, partial(self._failed_at, asked))

    def _failed_at(self, asked: int, error: WiseStepError) -> None:
        if asked == self._asked:
            self._failed(error)

    def _take(self, offer: Offer) -> None:
        self._offer = offer
        mine = self._desk.store.read(lambda books: books.settings.mine())
        self._show(self._offered(offer, mine))
        self._join.setFocus(Qt.FocusReason.OtherFocusReason)

    def _failed(self, error: WiseStepError) -> None:
        if error.code in _CODE:
            self._ask_code(error)
            return
        page = self._told(tr("This invitation cannot be used"), explain(error), "care")
        again = button(tr("Try again"), "primary")
        again.clicked.connect(lambda: self.open_invitation(self._opened))
        self._show(page, again)
        again.setFocus(Qt.FocusReason.OtherFocusReason)

    def _ask_code(self, error: WiseStepError) -> None:
        """Ask for what opens the client secret; the invitation itself needs none."""
        wrong = error.code == "invitation.wrong_code"
        first = explain(error) if not wrong else tr("The code is told to you another way, such as on the telephone.")
        code = QLineEdit()
        code.setAccessibleName(tr("Code"))
        code.setPlaceholderText("XXXX-XXXX-XXXX")
        code.setMaximumWidth(scaled(240))
        said = words(explain(error) if wrong else "", name="wrong", wrap=True)
        said.setVisible(wrong)
        page = column(words(tr("A code is needed"), pixels=17, strong=True), words(first, name="dim", wrap=True), code)
        page.addWidget(said)
        on = button(tr("Open"), "primary")
        on.clicked.connect(lambda: self._read(code.text()))
        code.returnPressed.connect(on.click)
        self._show(page, on)
        code.setFocus(Qt.FocusReason.OtherFocusReason)

    def _offered(self, offer: Offer, mine: dict[str, str]) -> QVBoxLayout:
        profile = offer.profile
        items = decisions(profile.decided_for(None), mine)
        privacy = tr(
            "What WiseStep records stays on this computer; nobody in the team can see it. Leave at any time, and your "
            "own settings hold again."
        )
        whole = column(self._head(offer), words(privacy, wrap=True), decided_card(items, summary(items)), space=16)
        if offer.other is not None:
            whole.addWidget(self._which(offer, offer.other))
        whole.addWidget(_right_team(offer))
        self._wrong = words("", name="wrong", wrap=True)
        self._wrong.hide()
        whole.addWidget(self._wrong)
        return whole

    def _head(self, offer: Offer) -> QHBoxLayout:
        name = offer.profile.name
        title = tr("You belong to {team} already", team=name) if offer.known else tr("Join {team}", team=name)
        said = column(words(title, pixels=17, strong=True, wrap=True), space=2)
        said.addWidget(words(tr("{name} invites you.", name=offer.invitation.host), name="dim", wrap=True))
        logo = logo_label(offer.profile.logo, name)
        line = row(said, space=16) if logo is None else row(logo, said, space=16)
        line.setStretch(line.count() - 1, 1)
        return line

    def _which(self, offer: Offer, other: str) -> QWidget:
        """Ask whose settings hold, where there is a team already."""
        self._theirs, own = QRadioButton(_short(offer.profile.name)), QRadioButton(_short(other))
        self._theirs.setChecked(True)
        group = QButtonGroup(self)
        for each in (self._theirs, own):
            group.addButton(each)
        about = tr("Whose settings shall hold from now on? You can change this under Settings, Team.")
        told = column(
            words(tr("You belong to {team} too", team=other), strong=True),
            words(about, name="dim", wrap=True),
            self._theirs,
            own,
        )
        return frame("card", told)

    def _join_it(self) -> None:
        offer = self._offer
        if offer is None:
            return
        self._join.setEnabled(False)
        activate = offer.other is None or self._theirs.isChecked()
        self._teams.join(offer, activate=activate, done=self._done, failed=self._not_joined)

    def _done(self) -> None:
        self.joined.emit()
        self.close()

    def _not_joined(self, error: WiseStepError) -> None:
        self._join.setEnabled(True)
        self._wrong.setText(explain(error))
        self._wrong.show()

    def _told(self, title: str, text: str, name: str = "dim") -> QVBoxLayout:
        return column(words(title, pixels=17, strong=True, wrap=True), words(text, name=name, wrap=True))

    def _show(self, said: QVBoxLayout, *acts: QWidget) -> None:
        """Show a page: what is said scrolls, what can be done stays below it."""
        page = QWidget()
        page.setAccessibleName(self.windowTitle())
        said.addStretch(1)
        fill_scrolling(page, said)
        no = button(tr("Close") if not acts and self._offer is None else tr("Not now"), "flat")
        no.clicked.connect(self.close)
        right: list[QWidget] = list(acts)
        if self._offer is not None:
            self._join = button(tr("Join") if not self._offer.known else tr("Take the new address"), "primary")
            self._join.clicked.connect(self._join_it)
            right = [self._join]
        foot = frame("bar", flow(1, no, *right), margins=(28, 12, 28, 12))
        foot.setProperty("edge", "top")
        whole = QWidget()
        inside = column(page, foot, space=0)
        inside.setStretch(0, 1)
        whole.setLayout(inside)
        if self._page is not None:
            self._outer.removeWidget(self._page)
            self._page.deleteLater()
        self._page = whole
        self._outer.addWidget(whole)
        whole.show()  # at once, so that it can take the keyboard


def _short(name: str) -> str:
    """Return as much of a name as fits beside a button, which goes on below for nobody."""
    return name if len(name) <= _SHORT else f"{name[: _SHORT - 1]}…"


def _right_team(offer: Offer) -> QWidget:
    """Say how to know that it is the right team."""
    compare = tr("If you did not expect this invitation, compare these letters with your firm's.")
    told = column(words(tr("Is it the right team?"), strong=True), words(compare, name="dim", wrap=True))
    told.addWidget(proof(fingerprint(offer.profile.roster.owner.key), offer.invitation.place))
    return frame("card", told)
