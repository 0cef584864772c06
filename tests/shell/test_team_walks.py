"""Everything that windows show of teams: for keyboards, screen readers and eyes; large, in other words, never cut."""

from __future__ import annotations

import re
from collections.abc import Callable, Iterator
from contextlib import closing

import pytest
from PySide6.QtWidgets import QDialog, QLineEdit, QPushButton, QWidget

from tests.services.firm_team import TeamFirm
from tests.shell.conftest import Room
from tests.shell.test_large_text import outside
from tests.shell.test_pseudo import NO_WORDS, readable
from tests.shell.walks import troubles
from tests.shell.whole_day import cut, dressed, settle, texts_of
from wisestep_desktop.core.settings import SETTINGS
from wisestep_desktop.core.team import MemberSettings
from wisestep_desktop.shell.theme import Theme
from wisestep_desktop.shell.views.settings.window import SettingsWindow
from wisestep_desktop.shell.views.team.join_window import JoinWindow
from wisestep_desktop.shell.views.team.team_page import TeamPage

FINGERPRINT = re.compile(r"([A-Z2-9]{4}-){2,7}[A-Z2-9]{4}")
NAMES = {
    "hartley", "co", "olive", "mina", "june", "junior", "keepass", "spotify", "desktop", "json", "http",
    "https", "xxxx",
    "quick", "code", "users", "participants", "actions", "actiontypes", "quickcodes", "timeentries",
    "team", "shared", "tmp", "pytest", "of", "root", "firm", "join", "manager", "example", "callback", "practice",
    "oauth", "authorize", "token", "drafting", "draft", "quay", "legal", "rita",
}  # fmt: skip
"""People, places and programs of the tests."""


@pytest.fixture
def firm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TeamFirm]:
    with closing(TeamFirm(tmp_path_factory.mktemp("firm"))) as made:
        yield made


def page_of(room: Room) -> TeamPage:
    room.window.others.settings("team")
    window = room.window.others.window("settings")
    assert isinstance(window, SettingsWindow)
    return next(each for each in window.pages if isinstance(each, TeamPage))


def settings(room: Room) -> QWidget:
    window = room.window.others.window("settings")
    assert window is not None
    return window


def alone(room: Room, _firm: TeamFirm) -> QWidget:
    page = page_of(room)
    room.until(page._found.isVisible)
    return settings(room)


def owner(room: Room, firm: TeamFirm) -> QWidget:
    """The owner, with everything there is to see: a manager, a member, a log, a draft and an invitation."""
    page = page_of(room)
    work = room.teams.work
    firm.clock.set_wall(room.office.clock.read().wall)
    room.office.set("connection.client_secret", "s3cret")
    team = work.create("Hartley & Co", "Olive", str(firm.shared))
    other = firm.colleague()
    work.decide(team, "BILLABLE_TIME_ROUNDING_SEC", "360")
    june = MemberSettings("june@hartley.example", "June Junior", 55)
    work.edit(team, lambda draft: type(draft)(settings=draft.settings, members={june.email: june}))
    page.refresh()
    room.until(lambda: page._now is not None and page._identity.isVisible())
    page._publish_it()
    room.until(lambda: page._now is not None and page._now.profile.version == 2)
    page._invite.asked.emit(14, True)
    room.until(page._invite.link.isVisible)
    other.join(page._invite.link.text(), page._invite._code.text())
    page._managers.add_asked.emit(other.work.ask_to_manage(team, "Mina"))
    page._values.change("privacy.excluded_applications", "KeePass, Spotify", page._publish.refused)
    room.until(lambda: page._now is not None and bool(page._now.draft.settings))
    page._member.hide()
    return settings(room)


def member(room: Room, firm: TeamFirm) -> QWidget:
    page = page_of(room)
    invited = _invited(room, firm)
    offered = _joining(room, invited)
    offered._join.click()
    room.until(lambda: not offered.isVisible())
    page.refresh()
    room.until(lambda: page._now is not None and page._member.isVisible())
    page._member.request_asked.emit("Mina")
    room.until(page._member._made.isVisible)
    return settings(room)


def offer(room: Room, firm: TeamFirm) -> QWidget:
    return _joining(room, _invited(room, firm))


def second_offer(room: Room, firm: TeamFirm) -> QWidget:
    first = _joining(room, _invited(room, firm))
    first._join.click()
    room.until(lambda: not first.isVisible())
    rival = firm.colleague()
    place = firm.folder / "other"
    place.mkdir()
    return _joining(room, rival.invite(rival.create(place, "Quay Legal", "Rita")).link)


def code(room: Room, firm: TeamFirm) -> QWidget:
    firm.clock.set_wall(room.office.clock.read().wall)
    owner, team = firm.founded(lambda one: one.set("connection.client_secret", "s3cret"))
    window = _opened(room, owner.invite(team, with_secret=True).link)
    room.until(lambda: "XXXX" in _placeholders(window))
    return window


def broken(room: Room, _firm: TeamFirm) -> QWidget:
    window = _opened(room, "wisestep://join/rubbish")
    room.until(lambda: len(_buttons(window)) == 2)
    return window


def _invited(room: Room, firm: TeamFirm) -> str:
    firm.clock.set_wall(room.office.clock.read().wall)
    owner, team = firm.founded(lambda one: one.set("BILLABLE_TIME_ROUNDING_SEC", "360"))
    owner.work.decide(team, "privacy.excluded_applications", "KeePass, Spotify")
    owner.publish(team)
    return owner.invite(team).link


def _opened(room: Room, link: str) -> JoinWindow:
    window = JoinWindow(room.desk, room.teams, room.window)
    window.show()
    window.open_invitation(link)
    return window


def _joining(room: Room, link: str) -> JoinWindow:
    window = _opened(room, link)
    room.until(lambda: window._offer is not None)
    return window


def _placeholders(window: QDialog) -> str:
    return " ".join(each.placeholderText() for each in window.findChildren(QLineEdit))


def _buttons(window: QDialog) -> list[str]:
    return [each.text() for each in window.findChildren(QPushButton)]


STATES = (alone, owner, member, offer, second_offer, code, broken)
State = Callable[[Room, TeamFirm], QWidget]


@pytest.mark.parametrize(
    ("state", "scheme"),
    [*((each, "light") for each in STATES), (owner, "dark"), (offer, "dark")],
    ids=lambda each: each if isinstance(each, str) else each.__name__,
)
def test_everything_has_a_name_a_size_contrast_and_a_place_in_the_order(
    room: Room, firm: TeamFirm, state: State, scheme: str
) -> None:
    room.theme.choose(scheme)
    window = state(room, firm)
    settle()
    assert troubles(window) == []
    window.close()
    room.theme.choose("light")


@pytest.mark.parametrize(
    ("state", "look"),
    [
        *((each, ("pseudo", 100)) for each in STATES),
        *((each, ("de", 200)) for each in STATES[1:]),
        (owner, ("de", 100)),
    ],
    ids=lambda each: f"{each[0]}-{each[1]}" if isinstance(each, tuple) else each.__name__,
)
def test_nothing_is_cut(theme: Theme, room: Room, firm: TeamFirm, state: State, look: tuple[str, int]) -> None:
    with dressed(theme, look[0], look[1]):
        window = state(room, firm)
        settle()
        assert cut(window) == []
        assert outside(window) == []
        if look[0] == "pseudo":
            assert english(window) == {}
        window.close()


def english(window: QWidget) -> dict[str, set[str]]:
    known = NO_WORDS | NAMES | {word for each in SETTINGS for word in readable(each.name.casefold())}
    told = {text: readable(FINGERPRINT.sub("", text)) - known for _, text in texts_of(window)}
    return {text: words for text, words in told.items() if words and "wisestep" not in text and "tmp" not in text}
