"""The sign-in window around the page: whose page it is, what goes wrong, and the way out to one's own browser.

Knows widgets and words; knows no engine. What it shows comes from signals, what the person decides goes out as one
answer.
"""

from __future__ import annotations

from collections.abc import Callable
from dataclasses import dataclass
from enum import Enum
from urllib.parse import urlsplit

from PySide6.QtCore import QSize, Qt, Signal, Slot
from PySide6.QtGui import QCloseEvent, QFont, QKeySequence, QShortcut
from PySide6.QtWidgets import (
    QFrame,
    QHBoxLayout,
    QLabel,
    QProgressBar,
    QPushButton,
    QStackedWidget,
    QVBoxLayout,
    QWidget,
)

from wisestep_desktop.shell.icons import pixmap
from wisestep_desktop.shell.metrics import margins, scaled
from wisestep_desktop.shell.signin.origin_bar import OriginBar
from wisestep_desktop.shell.theme import sized
from wisestep_desktop.shell.tokens import Tokens
from wisestep_desktop.shell.widgets.reading_order import follow_reading
from wisestep_desktop.shell.words import tr

_SENTENCE = 320
"""Pixels: a line of a sentence that stands alone is no longer than this."""


class Trouble(Enum):
    """Why no page can be shown."""

    UNREACHABLE = "unreachable"
    CERTIFICATE = "certificate"
    STOPPED = "stopped"


@dataclass(frozen=True, slots=True)
class Choice:
    """One button of a notice."""

    text: str
    act: Callable[[], None]


class SignInWindow(QWidget):
    """Shows one sign-in; gives exactly one answer.

    Args:
        view: what shows the page.
        tokens: the colours.
        heading: the name of what is being done.
    """

    answered = Signal(dict)
    """``{"cancelled": True}`` or ``{"switch": "system"}``; the return address is the engine's to tell."""
    retry_wanted = Signal()
    back_wanted = Signal()
    outside_wanted = Signal(str)
    """The person agreed to open an address in their own browser."""

    def __init__(self, view: QWidget, tokens: Tokens, heading: str = "") -> None:
        super().__init__()
        self._view = view
        self._tokens = tokens
        self._answered = False
        self.setObjectName("signin")
        self.setWindowTitle(heading or tr("Connect to Actionstep"))
        self.setAccessibleName(self.windowTitle())
        self.resize(QSize(560, 720))
        self.setMinimumSize(QSize(380, 420))
        self._origin = OriginBar(tokens, self)
        self._notice = _Notice(self)
        self._progress = _progress_line()
        self._trouble = _TroubleCard(tokens, self.retry_wanted.emit)
        self._stack = QStackedWidget()
        self._stack.addWidget(view)
        self._stack.addWidget(self._trouble)
        view.setAccessibleName(tr("Sign-in page"))
        layout = QVBoxLayout(self)
        layout.setContentsMargins(0, 0, 0, 0)
        layout.setSpacing(0)
        for part in (self._header(), self._origin, self._progress, self._notice):
            layout.addWidget(part)
        layout.addWidget(self._stack, 1)
        layout.addWidget(_footer(self.font()))
        follow_reading(self)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Close), self, self.close)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Back), self, self.back_wanted.emit)
        QShortcut(QKeySequence(QKeySequence.StandardKey.Refresh), self, self.retry_wanted.emit)
        self.dress(tokens)
        view.setFocus(Qt.FocusReason.OtherFocusReason)  # never a button: an early Return must not press it

    def dress(self, tokens: Tokens) -> None:
        """Take other colours, as when the system turns dark."""
        self._tokens = tokens
        self._origin.dress(tokens)
        self._trouble.dress(tokens)
        self.setStyleSheet(
            f"#signin {{ background: {tokens.panel}; }}"
            f"#origin {{ background: {tokens.ground}; border-bottom: 1px solid {tokens.line}; }}"
            f"#notice {{ background: {tokens.care_soft}; border-bottom: 1px solid {tokens.line}; }}"
            f"#loading {{ background: transparent; border-radius: 0; min-height: 2px; max-height: 2px; }}"
            f"#loading::chunk {{ background: {tokens.accent}; border-radius: 0; }}"
        )

    @Slot(str, bool)
    def show_origin(self, url: str, clean: bool) -> None:  # noqa: FBT001  a signal's argument has no name
        """Say whose page it is, and whether it came over a clean connection."""
        self._origin.show_origin(url, clean=clean)

    @Slot(int)
    def show_progress(self, percent: int) -> None:
        """Show how far loading is; 100 hides the line without moving anything."""
        self._progress.setValue(0 if percent >= 100 else max(percent, 8))
        if percent < 100 and self._stack.currentWidget() is self._view:
            self._notice.hide()

    @Slot()
    def show_page(self) -> None:
        """Show the page, and let the person type into it at once."""
        came_back = self._stack.currentWidget() is not self._view
        self._stack.setCurrentWidget(self._view)
        if came_back or self.focusWidget() is None or self.isActiveWindow():
            self._view.setFocus(Qt.FocusReason.OtherFocusReason)

    @Slot(Trouble)
    def show_trouble(self, trouble: Trouble) -> None:
        """Say calmly why there is no page."""
        self._trouble.tell(_sentence(trouble))
        self._stack.setCurrentWidget(self._trouble)
        self._origin.lose_trust()

    @Slot(str, bool)
    def ask_outside(self, url: str, clicked: bool) -> None:  # noqa: FBT001  a signal's argument has no name
        """Ask before anything leaves this window; a page that leaves by itself is only told of."""
        host = urlsplit(url).hostname or ""
        if clicked:
            opened = Choice(tr("Open in my browser"), lambda: self._open_outside(url))
            self.notify(tr("{host} is another website.", host=host), opened)
        else:
            switch = Choice(tr("Use my browser instead"), self._switch)
            self.notify(tr("The sign-in goes on at {host}, which this window may not show.", host=host), switch)

    @Slot()
    def tell_refused(self) -> None:
        """Say that a click led nowhere, and why."""
        self.notify(tr("That link does not belong to the sign-in, so it was not opened."))

    def notify(self, text: str, choice: Choice | None = None) -> None:
        """Show one sentence above the page, with at most one thing to do."""
        self._notice.tell(text, choice)

    def quiet(self) -> None:
        """Take the sentence away again."""
        self._notice.hide()

    def closeEvent(self, event: QCloseEvent) -> None:
        """Count a closed window as a sign-in that was called off."""
        self._answer({"cancelled": True})
        super().closeEvent(event)

    def _open_outside(self, url: str) -> None:
        self._notice.hide()
        self.outside_wanted.emit(url)

    @Slot()
    def _switch(self) -> None:
        self._answer({"switch": "system"})

    def _answer(self, answer: dict[str, object]) -> None:
        if not self._answered:
            self._answered = True
            self.answered.emit(answer)

    def _header(self) -> QFrame:
        bar = _bar("bottom", 48)
        heading = QLabel(self.windowTitle())
        heading.setFont(sized(self.font(), 15, weight=QFont.Weight.DemiBold))
        switch = QPushButton(tr("Use my browser instead"))
        switch.setObjectName("flat")
        switch.setAccessibleDescription(tr("Closes this window and signs in with your own browser."))
        switch.setAutoDefault(True)
        switch.clicked.connect(self._switch)
        layout = QHBoxLayout(bar)
        layout.setContentsMargins(*margins(20, 0, 20, 0))
        layout.addWidget(heading, 1)
        layout.addWidget(switch)
        return bar


class _Notice(QFrame):
    """One sentence in a bar, and one button."""

    def __init__(self, parent: QWidget) -> None:
        super().__init__(parent)
        self.setObjectName("notice")
        self._text = QLabel()
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._button = QPushButton()
        self._button.setAutoDefault(True)
        self._button.clicked.connect(self._act)
        self._choice: Choice | None = None
        layout = QHBoxLayout(self)
        layout.setContentsMargins(*margins(16, 8, 16, 8))
        layout.setSpacing(scaled(12))
        layout.addWidget(self._text, 1)
        layout.addWidget(self._button)
        self.hide()

    def tell(self, text: str, choice: Choice | None) -> None:
        self._choice = choice
        self._text.setText(text)
        self.setAccessibleName(text)
        self._button.setVisible(choice is not None)
        self._button.setText(choice.text if choice else "")
        self.show()

    @Slot()
    def _act(self) -> None:
        if self._choice is not None:
            self._choice.act()


class _TroubleCard(QWidget):
    """Stands where the page would be: one sentence, one action."""

    def __init__(self, tokens: Tokens, retry: Callable[[], None]) -> None:
        super().__init__()
        self._icon = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        self._text = QLabel(alignment=Qt.AlignmentFlag.AlignHCenter)
        self._text.setTextFormat(Qt.TextFormat.PlainText)
        self._text.setWordWrap(True)
        self._text.setFixedWidth(_SENTENCE)
        self._retry = QPushButton(tr("Try again"))
        self._retry.setObjectName("primary")
        self._retry.setAutoDefault(True)  # Return presses it
        self._retry.clicked.connect(retry)
        layout = QVBoxLayout(self)
        layout.setSpacing(scaled(16))
        layout.addStretch(2)
        for part in (self._icon, self._text, self._retry):
            layout.addWidget(part, 0, Qt.AlignmentFlag.AlignHCenter)
        layout.addStretch(3)
        self.dress(tokens)

    def dress(self, tokens: Tokens) -> None:
        self._icon.setPixmap(pixmap("alert", tokens.care, 28, self.devicePixelRatioF()))

    def tell(self, text: str) -> None:
        self._text.setText(text)
        self._text.setFixedHeight(self._text.heightForWidth(_SENTENCE))
        self.setAccessibleName(text)
        self._retry.setFocus(Qt.FocusReason.OtherFocusReason)


def _sentence(trouble: Trouble) -> str:
    match trouble:
        case Trouble.UNREACHABLE:
            return tr("Actionstep's sign-in page can't be reached. Check the connection, then try again.")
        case Trouble.CERTIFICATE:
            return tr(
                "The page could not prove that it is Actionstep's, so it was not opened. Ask whoever looks after your "
                "network."
            )
        case Trouble.STOPPED:
            return tr("The sign-in page stopped working. Nothing was sent; try again.")


def _bar(edge: str, height: int) -> QFrame:
    bar = QFrame()
    bar.setObjectName("bar")
    bar.setProperty("edge", edge)
    bar.setMinimumHeight(height)
    return bar


def _footer(font: QFont) -> QFrame:
    bar = _bar("top", 40)
    text = QLabel(
        tr("WiseStep does not read or keep what you type here. The window forgets everything when it closes.")
    )
    text.setObjectName("dim")
    text.setWordWrap(True)
    text.setFont(sized(font, 12))
    layout = QVBoxLayout(bar)
    layout.setContentsMargins(*margins(16, 4, 16, 4))
    layout.addWidget(text)
    return bar


def _progress_line() -> QProgressBar:
    line = QProgressBar()
    line.setObjectName("loading")
    line.setTextVisible(False)
    line.setRange(0, 100)
    line.setFixedHeight(2)
    line.setAccessibleName(tr("Loading"))
    return line
