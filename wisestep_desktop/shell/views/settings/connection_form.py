"""A new connection, or the credentials of the one there is: what to sign in to, and with what; then the sign-in."""

from __future__ import annotations

from collections.abc import Mapping

from PySide6.QtCore import QSignalBlocker, Qt, Signal
from PySide6.QtWidgets import QComboBox, QFrame, QGridLayout, QLabel, QLineEdit, QSizePolicy, QVBoxLayout, QWidget

from wisestep_desktop.core.errors import BadSetting, WiseStepError
from wisestep_desktop.core.layers import Source
from wisestep_desktop.core.property_lines import text_of
from wisestep_desktop.core.settings import Settings, setting
from wisestep_desktop.ports.store import Books
from wisestep_desktop.services import connect, connection_details, properties
from wisestep_desktop.services.facts import ConnectionState
from wisestep_desktop.services.preferences import Preference
from wisestep_desktop.shell.connection import ActionstepDesk
from wisestep_desktop.shell.connection_words import ENVIRONMENTS
from wisestep_desktop.shell.desk import Desk
from wisestep_desktop.shell.metrics import margins, scaled
from wisestep_desktop.shell.sentences import explain, sentence
from wisestep_desktop.shell.setting_words import source_word
from wisestep_desktop.shell.tasks import Tasks
from wisestep_desktop.shell.widgets.flow import flow
from wisestep_desktop.shell.widgets.parts import button, column, words
from wisestep_desktop.shell.words import tr

_WIDTH = 420
_LEAST = 12
"""Characters that a choice shows at least."""
_ENVIRONMENT, _BROWSER = "connection.environment", "connection.browser"
_CLIENT, _SECRET, _RELAY = "connection.client_id", "connection.client_secret", "connection.relay_url"
_CUSTOM = ("connection.authorize_url", "connection.token_url", "connection.allowed_api_hosts")


class _Field(QWidget):
    """An editor with what is wrong with it, or who decided it, below."""

    def __init__(self, editor: QLineEdit | QComboBox, label: QLabel, hint: str = "") -> None:
        super().__init__()
        self.editor = editor
        self.label = label
        editor.setAccessibleName(label.text())
        editor.setMaximumWidth(scaled(_WIDTH))
        if isinstance(editor, QComboBox):
            editor.setSizeAdjustPolicy(QComboBox.SizeAdjustPolicy.AdjustToMinimumContentsLengthWithIcon)
            editor.setMinimumContentsLength(_LEAST)
            editor.setSizePolicy(QSizePolicy.Policy.Expanding, QSizePolicy.Policy.Fixed)
        label.setMinimumHeight(editor.sizeHint().height())
        label.setBuddy(editor)
        self._hint = hint
        self.note = words(hint, pixels=12, name="dim", wrap=True)
        self.setLayout(column(editor, self.note, space=3))
        self.setFocusProxy(editor)
        self.tell()

    def show_line(self, *, shown: bool) -> None:
        """Show it with its label, or not."""
        self.label.setVisible(shown)
        self.setVisible(shown)

    def tell(self, wrong: str = "", by: str = "") -> None:
        """Say what is wrong, or who decided it, or nothing but the hint."""
        self.note.setText(wrong or by or self._hint)
        self.note.setObjectName("wrong" if wrong else "dim")
        self.note.style().polish(self.note)
        self.note.setVisible(bool(self.note.text()))
        self.editor.setProperty("wrong", bool(wrong))
        self.editor.style().polish(self.editor)


class ConnectionForm(QFrame):
    """``closed`` tells that it is done with, connected or not."""

    closed = Signal()

    def __init__(self, desk: Desk, tasks: Tasks, actionstep: ActionstepDesk) -> None:
        super().__init__()
        self.setObjectName("card")
        self._desk = desk
        self._tasks = tasks
        self._actionstep = actionstep
        self._standing: Mapping[str, Preference] = {}
        self._waiting = False
        self._make_parts()
        self._lay_out()
        actionstep.changed.connect(self._follow)
        actionstep.connected.connect(self._connected)
        actionstep.trouble.connect(self._troubled)

    def open_form(self) -> None:
        """Show what is set already, with the keyboard in it."""
        self._waiting = False
        self._wrong.hide()
        self._tasks.run(lambda: self._desk.store.read(connection_details.credentials), self._take, self._troubled)
        self.show()
        self.kind.setFocus(Qt.FocusReason.OtherFocusReason)

    def close_form(self) -> None:
        """Put it away; what was put in and not used for a sign-in is forgotten."""
        self._waiting = False
        self._fields[_SECRET].editor.clear()
        self.hide()
        self.closed.emit()

    def sign_in(self) -> None:
        """Keep what is put in, and open the sign-in window."""
        texts = self._wanted()
        for field in self._fields.values():
            field.tell(by=self._by(field))
        self._wrong.hide()

        def write(books: Books) -> None:
            properties.save(books, texts)
            connect.registration(Settings(books.settings.all()))

        self._begin.setEnabled(False)
        self._tasks.run(lambda: self._desk.store.write(write).result(), self._go, self._refused)

    def _make_parts(self) -> None:
        self.kind = QComboBox()
        self.kind.addItem("Actionstep")
        self.environment = QComboBox()
        for value, name in ENVIRONMENTS.items():
            self.environment.addItem(tr(name), value)
        self.environment.currentIndexChanged.connect(self._arrange)
        self.held = QComboBox()
        self.held.addItem(tr("On this computer"), "secret")
        self.held.addItem(tr("By a relay of your firm"), "relay")
        self.held.currentIndexChanged.connect(self._arrange)
        self.browser = QComboBox()
        self.browser.addItem(tr("In a window of WiseStep"), "embedded")
        self.browser.addItem(tr("In your own browser"), "system")
        self._begin = button(tr("Sign in…"), "primary")
        self._begin.clicked.connect(self.sign_in)
        self._cancel = button(tr("Cancel"), "flat")
        self._cancel.clicked.connect(self._give_up)
        self._wrong = words("", name="wrong", wrap=True)
        self._own_browser = button(tr("Use my own browser"), "link")
        self._own_browser.clicked.connect(lambda: self._begin_sign_in("system"))

    def _lay_out(self) -> None:
        self._rows = QGridLayout()
        self._rows.setColumnStretch(1, 1)
        self._rows.setHorizontalSpacing(scaled(20))
        self._rows.setVerticalSpacing(scaled(10))
        self._fields: dict[str, _Field] = {}
        self._add("", self.kind, tr("Type"))
        self._add(_ENVIRONMENT, self.environment, tr("Environment"))
        self._add(_CUSTOM[0], QLineEdit(), tr("Sign-in address"))
        self._add(_CUSTOM[1], QLineEdit(), tr("Token address"))
        self._add(_CUSTOM[2], QLineEdit(), tr("Allowed hosts"), tr("Further hosts that tokens may go to, with commas."))
        self._add(
            _CLIENT, QLineEdit(), tr("Client id"), tr("From the application your firm registered with Actionstep.")
        )
        self._held_row = self._add("held", self.held, tr("The secret is kept"))
        self._add(_SECRET, QLineEdit(), tr("Client secret"), tr("Kept encrypted, and never shown again."))
        self._add(_RELAY, QLineEdit(), tr("Relay address"), tr("It holds the secret and issues tokens for you."))
        redirect = tr("As registered; port 0 takes any free one.")
        self._add("connection.redirect_uri", QLineEdit(), tr("Redirect address"), redirect)
        self._add(_BROWSER, self.browser, tr("Sign in"))
        secret = self._fields[_SECRET].editor
        if isinstance(secret, QLineEdit):
            secret.setEchoMode(QLineEdit.EchoMode.Password)
        self._title = words(tr("New connection"), pixels=15, strong=True)
        self._about = words("", name="dim", wrap=True)
        layout = QVBoxLayout(self)
        layout.setContentsMargins(*margins(20, 16, 20, 16))
        layout.setSpacing(scaled(12))
        for part in (self._title, self._about):
            layout.addWidget(part)
        layout.addLayout(self._rows)
        layout.addLayout(flow(self._wrong, self._own_browser, space=6))
        layout.addLayout(flow(self._begin, self._cancel))
        self._wrong.hide()
        self._own_browser.hide()
        self._arrange()

    def _add(self, name: str, editor: QLineEdit | QComboBox, label: str, hint: str = "") -> _Field:
        made = _Field(editor, words(label), hint)
        number = self._rows.rowCount()
        self._rows.addWidget(made.label, number, 0, Qt.AlignmentFlag.AlignTop)
        self._rows.addWidget(made, number, 1)
        if name:
            self._fields[name] = made
        return made

    def _take(self, standing: Mapping[str, Preference]) -> None:
        """Show what is in force; what is decided above can only be read."""
        self._standing = standing
        team = self._highest()
        there = self._actionstep.state.state is not ConnectionState.DISCONNECTED
        self._title.setText(tr("Connection") if there else tr("New connection"))
        one = tr("There is a connection already; signing in takes its place.")
        self._about.setText(f"{_about(team)} {one}" if there else _about(team))
        for name, each in standing.items():
            field = self._fields[name]
            editor = field.editor
            with QSignalBlocker(editor):
                if isinstance(editor, QComboBox):
                    editor.setCurrentIndex(max(0, editor.findData(str(each.value))))
                else:
                    editor.setText("" if each.value is None else text_of(each.value))
                    editor.setPlaceholderText(_placeholder(each))
            editor.setEnabled(not each.locked)
            field.tell(by=self._by(field))
        relayed = bool(standing[_RELAY].value)
        with QSignalBlocker(self.held):
            self.held.setCurrentIndex(1 if relayed else 0)
        self.held.setEnabled(not standing[_RELAY].locked)
        self._arrange()

    def _arrange(self) -> None:
        """Ask for nothing that is not needed."""
        custom = self.environment.currentData() == "custom"
        for name in _CUSTOM:
            self._fields[name].show_line(shown=custom)
        relayed = self.held.currentData() == "relay"
        self._fields[_SECRET].show_line(shown=not relayed)
        self._fields[_RELAY].show_line(shown=relayed)

    def _wanted(self) -> dict[str, str]:
        """Return the texts that differ from what is in force."""
        texts: dict[str, str] = {}
        for name, each in self._standing.items():
            editor = self._fields[name].editor
            told = str(editor.currentData()) if isinstance(editor, QComboBox) else editor.text().strip()
            if each.locked or (name == _SECRET and not told):
                continue
            if each.value is None or told != text_of(each.value):
                texts[name] = "" if told == text_of(setting(name).default) else told
        if self.held.currentData() == "secret" and not self._standing[_RELAY].locked:
            texts[_RELAY] = ""
        return texts

    def _go(self, _kept: None) -> None:
        self._fields[_SECRET].editor.clear()
        self._begin_sign_in(None)

    def _begin_sign_in(self, kind: str | None) -> None:
        self._waiting = True
        self._own_browser.hide()
        self._wrong.hide()
        self._actionstep.connect_to_actionstep(kind)
        self._follow()

    def _follow(self) -> None:
        """Say that somebody else has the word while the sign-in window is open."""
        waits = self._actionstep.signing_in
        self._begin.setEnabled(not waits)
        self._begin.setText(tr("Waiting for you to sign in…") if waits and self._waiting else tr("Sign in…"))

    def _give_up(self) -> None:
        self._actionstep.cancel_sign_in()
        self.close_form()

    def _connected(self) -> None:
        if not self.isHidden():
            self.close_form()

    def _troubled(self, error: WiseStepError) -> None:
        """Say why there is no connection, if it was asked for here."""
        if not self._waiting or self._actionstep.signing_in:
            return
        self._waiting = False
        self._follow()
        self._refused(error)
        self._own_browser.setVisible(not isinstance(error, BadSetting))

    def _refused(self, error: WiseStepError) -> None:
        """Say what is wrong, at its field where it has one."""
        self._begin.setEnabled(True)
        field = self._fields.get(error.name) if isinstance(error, BadSetting) else None
        if field is None or field.isHidden():
            self._wrong.setText(explain(error))
            self._wrong.show()
            return
        field.tell(_about_field(error, field.label.text()))
        field.setFocus(Qt.FocusReason.OtherFocusReason)

    def _by(self, field: _Field) -> str:
        name = next((name for name, each in self._fields.items() if each is field), "")
        each = self._standing.get(name)
        return source_word(each.source) if each is not None and each.locked else ""

    def _highest(self) -> Source:
        sources = {each.source for each in self._standing.values() if each.locked}
        return Source.POLICY if Source.POLICY in sources else Source.TEAM if sources else Source.MINE


def _about(by: Source) -> str:
    match by:
        case Source.TEAM:
            return tr("Your team has filled this in. You only sign in.")
        case Source.POLICY:
            return tr("Your administrator has filled this in. You only sign in.")
        case Source.DEFAULT | Source.MINE:
            return tr("You sign in at Actionstep itself; WiseStep never sees your password.")


def _placeholder(each: Preference) -> str:
    if each.value is None:
        return tr("(kept, not shown)") if each.source is not Source.DEFAULT else ""
    return ""


def _about_field(error: WiseStepError, label: str) -> str:
    """Return what is wrong with a field, which is called as its label is."""
    if error.code == "setting.required":
        return tr("Please fill this in. Whoever registered WiseStep with Actionstep knows it.")
    return sentence(error.code, {**error.params, "name": label})
