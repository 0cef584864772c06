"""What a person reads and can do in the sign-in window; the page itself is a plain widget here."""

from __future__ import annotations

import enum
from collections.abc import Callable

import pytest
from PySide6.QtCore import Qt, QTimer
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QApplication, QInputDialog, QLabel, QLineEdit, QPushButton, QWidget
from pytestqt.qtbot import QtBot

from tests.shell.walks import troubles
from wisestep_desktop.shell.signin.origin_bar import OriginBar
from wisestep_desktop.shell.signin.security_key import SecurityKeyDialogue
from wisestep_desktop.shell.signin.window import SignInWindow, Trouble
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.tokens import DARK, LIGHT, Tokens


@pytest.fixture
def window(qtbot: QtBot) -> SignInWindow:
    page = QLineEdit()
    made = SignInWindow(page, LIGHT)
    qtbot.addWidget(made)
    with qtbot.waitExposed(made):
        made.show()
    return made


def words(widget: QWidget) -> str:
    """Return all text a person can see."""
    shown = [each for each in widget.findChildren(QLabel) if each.isVisible()]
    buttons = [each for each in widget.findChildren(QPushButton) if each.isVisible()]
    return "\n".join([each.text() for each in shown] + [each.text() for each in buttons])


def button(widget: QWidget, text: str) -> QPushButton:
    return next(each for each in widget.findChildren(QPushButton) if each.isVisible() and each.text() == text)


def test_it_says_what_it_is_and_what_it_keeps(window: SignInWindow) -> None:
    assert "Connect to Actionstep" in words(window)
    assert "private window" in words(window)
    assert "does not read or keep what you type here" in words(window)
    assert (window.width(), window.height()) == (560, 720)


def test_every_control_has_a_name_for_those_who_listen(window: SignInWindow) -> None:
    window.show_trouble(Trouble.UNREACHABLE)
    window.ask_outside("https://help.actionstep.com/", True)
    for each in window.findChildren(QPushButton):
        assert each.text() or each.accessibleName()
    page = window.findChild(QLineEdit)
    assert page is not None
    assert page.accessibleName() == "Sign-in page"


@pytest.mark.parametrize("tokens", [LIGHT, DARK], ids=["light", "dark"])
@pytest.mark.parametrize("state", ["page", "asked", "trouble"])
def test_it_passes_the_walk_of_every_window(window: SignInWindow, theme: Theme, tokens: Tokens, state: str) -> None:
    theme.choose("dark" if tokens.dark else "light")
    window.dress(tokens)
    window.show_origin("https://go.actionstep.com/login", True)
    if state == "asked":
        window.ask_outside("https://help.actionstep.com/", True)
    if state == "trouble":
        window.show_trouble(Trouble.UNREACHABLE)
    try:
        assert troubles(window) == []
    finally:
        theme.choose("light")


def test_a_person_types_into_the_page_at_once(window: SignInWindow, qtbot: QtBot) -> None:
    window.show_page()
    qtbot.waitUntil(lambda: isinstance(QApplication.focusWidget(), QLineEdit))


@pytest.mark.parametrize(
    ("trouble", "sentence"),
    [
        (Trouble.UNREACHABLE, "can't be reached. Check the connection"),
        (Trouble.CERTIFICATE, "could not prove that it is Actionstep's"),
        (Trouble.STOPPED, "stopped working"),
    ],
)
def test_trouble_is_one_sentence_and_one_action(
    window: SignInWindow, qtbot: QtBot, trouble: Trouble, sentence: str
) -> None:
    window.show_trouble(trouble)
    assert sentence in words(window)
    with qtbot.waitSignal(window.retry_wanted):
        QTest.keyClick(button(window, "Try again"), Qt.Key.Key_Return)
    window.show_page()
    assert sentence not in words(window)


def test_nothing_leaves_the_window_unasked(window: SignInWindow) -> None:
    opened: list[str] = []
    window.outside_wanted.connect(opened.append)
    window.ask_outside("https://help.actionstep.com/reset?x=1", True)
    assert "help.actionstep.com is another website." in words(window)
    assert opened == []
    QTest.mouseClick(button(window, "Open in my browser"), Qt.MouseButton.LeftButton)
    assert opened == ["https://help.actionstep.com/reset?x=1"]
    assert "another website" not in words(window)


def test_a_sign_in_that_goes_on_elsewhere_names_the_place_and_the_way_out(window: SignInWindow, qtbot: QtBot) -> None:
    window.ask_outside("https://login.firm.example/saml", False)
    assert "goes on at login.firm.example" in words(window)
    assert "Open in my browser" not in words(window)
    notice_button = [each for each in window.findChildren(QPushButton) if each.text() == "Use my browser instead"][-1]
    with qtbot.waitSignal(window.answered) as answered:
        QTest.mouseClick(notice_button, Qt.MouseButton.LeftButton)
    assert answered.args == [{"switch": "system"}]


def test_a_host_is_shown_as_text_whatever_it_contains(window: SignInWindow) -> None:
    window.show_origin("https://a.example/<b>x</b>", True)
    assert "<b>x</b>" not in words(window)


def test_there_is_one_answer_only(window: SignInWindow) -> None:
    answers: list[object] = []
    window.answered.connect(answers.append)
    QTest.mouseClick(button(window, "Use my browser instead"), Qt.MouseButton.LeftButton)
    window.close()
    assert answers == [{"switch": "system"}]


def test_a_closed_window_is_a_sign_in_called_off(window: SignInWindow, qtbot: QtBot) -> None:
    with qtbot.waitSignal(window.answered) as answered:
        window.close()
    assert answered.args == [{"cancelled": True}]


@pytest.fixture
def bar(qtbot: QtBot) -> OriginBar:
    made = OriginBar(LIGHT)
    qtbot.addWidget(made)
    made.show()
    return made


def lock_shown(bar: OriginBar) -> bool:
    return any(label.isVisible() and not label.pixmap().isNull() for label in bar.findChildren(QLabel))


@pytest.mark.parametrize(
    ("url", "clean", "lock", "bold"),
    [
        ("https://go.actionstep.com/login", True, True, "actionstep.com"),
        ("https://go.actionstep.com/login", False, False, "actionstep.com"),
        ("https://login.firm.co.uk/", True, True, "firm.co.uk"),
        ("https://firm.com.au/", True, True, "firm.com.au"),
        ("https://xn--go-actionstep-abc.com.evil.example/", True, True, "evil.example"),
        ("http://127.0.0.1:5000/", True, False, "127.0.0.1"),
        ("http://127.0.0.1:5000/", False, False, "127.0.0.1"),
    ],
)
def test_the_padlock_and_the_part_that_counts(bar: OriginBar, url: str, clean: bool, lock: bool, bold: str) -> None:
    bar.show_origin(url, clean=clean)
    assert lock_shown(bar) is lock
    assert f"<b>{bold}</b>" in words(bar)
    assert ("practice" in words(bar).splitlines()) is ("127.0.0.1" in url)
    bar.dress(DARK)
    assert lock_shown(bar) is lock
    bar.lose_trust()
    assert not lock_shown(bar)


def test_the_origin_is_told_to_those_who_listen(bar: OriginBar) -> None:
    bar.show_origin("https://go.actionstep.com/", clean=True)
    names = [label.accessibleName() for label in bar.findChildren(QLabel)]
    assert "Page of go.actionstep.com, secured connection" in names


class KeyState(enum.Enum):
    SelectAccount = 1
    CollectPin = 2
    FinishTokenCollection = 3
    RequestFailed = 4
    Completed = 6


class PinError(enum.Enum):
    NoError = 0
    WrongPin = 2


class FakeKey:
    """A security key's request, state by state."""

    def __init__(self, state: str, error: str = "NoError") -> None:
        self._state = KeyState[state]
        self.error: enum.Enum = PinError[error]
        self.remainingAttempts = 2
        self.done: list[object] = []

    def state(self) -> enum.Enum:
        return self._state

    def userNames(self) -> list[str]:  # noqa: N802
        return ["terry", "robin"]

    def pinRequest(self) -> FakeKey:  # noqa: N802
        return self

    def setSelectedAccount(self, account: str) -> None:  # noqa: N802
        self.done.append(account)

    def setPin(self, pin: str) -> None:  # noqa: N802
        self.done.append(pin)

    def retry(self) -> None:
        self.done.append("retry")

    def cancel(self) -> None:
        self.done.append("cancel")


def answer_dialogue(window: SignInWindow, act: Callable[[QInputDialog], None]) -> None:
    """Do something in the dialogue as soon as it is open."""
    timer = QTimer(window)

    def look() -> None:
        dialogue = window.findChild(QInputDialog)
        if dialogue is not None and dialogue.isVisible():
            timer.stop()
            act(dialogue)

    timer.timeout.connect(look)
    timer.start(5)


def test_a_security_key_asks_for_account_and_pin(window: SignInWindow) -> None:
    account = FakeKey("SelectAccount")

    def choose(dialogue: QInputDialog) -> None:
        dialogue.setTextValue("robin")
        dialogue.accept()

    answer_dialogue(window, choose)
    SecurityKeyDialogue(window, account).go_on()
    assert account.done == ["robin"]
    pin = FakeKey("CollectPin", "WrongPin")
    seen: list[str] = []

    def type_pin(dialogue: QInputDialog) -> None:
        seen.append(dialogue.labelText())
        assert dialogue.textEchoMode() is QLineEdit.EchoMode.Password
        dialogue.setTextValue("1234")
        dialogue.accept()

    answer_dialogue(window, type_pin)
    SecurityKeyDialogue(window, pin).go_on()
    assert pin.done == ["1234"]
    assert seen == ["That PIN is not right. Attempts left: 2"]


@pytest.mark.parametrize("state", ["SelectAccount", "CollectPin"])
def test_a_person_may_refuse_the_security_key(window: SignInWindow, state: str) -> None:
    key = FakeKey(state)
    answer_dialogue(window, lambda dialogue: dialogue.reject())
    SecurityKeyDialogue(window, key).go_on()
    assert key.done == ["cancel"]


def test_touching_and_failing_and_ending(window: SignInWindow) -> None:
    touch, failed, done = FakeKey("FinishTokenCollection"), FakeKey("RequestFailed"), FakeKey("Completed")
    SecurityKeyDialogue(window, touch).go_on()
    assert "Touch your security key." in words(window)
    QTest.mouseClick(button(window, "Cancel"), Qt.MouseButton.LeftButton)
    assert touch.done == ["cancel"]
    SecurityKeyDialogue(window, failed).go_on()
    QTest.mouseClick(button(window, "Try again"), Qt.MouseButton.LeftButton)
    assert failed.done == ["retry"]
    SecurityKeyDialogue(window, done).go_on()
    assert "security key" not in words(window)
