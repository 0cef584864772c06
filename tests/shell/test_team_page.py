"""The team's page and the window that joins, driven over a real store, a real folder and real signatures."""

from __future__ import annotations

import contextlib
from collections.abc import Iterator
from dataclasses import replace
from pathlib import Path

import pytest
from PySide6.QtCore import Qt
from PySide6.QtGui import QColor, QImage
from PySide6.QtTest import QTest
from PySide6.QtWidgets import QLabel, QLineEdit, QMessageBox, QPushButton, QWidget

from tests.services.firm_team import Colleague, TeamFirm
from tests.shell.conftest import Room
from wisestep_desktop.core.ids import TeamId
from wisestep_desktop.core.settings import SETTINGS
from wisestep_desktop.core.team import Role
from wisestep_desktop.services.notices import NoticeKind
from wisestep_desktop.shell.notice_words import said
from wisestep_desktop.shell.views.settings.window import SettingsWindow
from wisestep_desktop.shell.views.team.join_window import JoinWindow
from wisestep_desktop.shell.views.team.team_lines import groups
from wisestep_desktop.shell.views.team.team_page import TeamPage

ROUNDING = "BILLABLE_TIME_ROUNDING_SEC"


@pytest.fixture
def firm(tmp_path_factory: pytest.TempPathFactory) -> Iterator[TeamFirm]:
    with contextlib.closing(TeamFirm(tmp_path_factory.mktemp("firm"))) as made:
        yield made


@pytest.fixture
def page(room: Room, firm: TeamFirm) -> TeamPage:
    firm.clock.set_wall(room.office.clock.read().wall)
    room.window.others.settings("team")
    window = room.window.others.window("settings")
    assert isinstance(window, SettingsWindow)
    found = next(each for each in window.pages if isinstance(each, TeamPage))
    room.until(found._found.isVisible)
    return found


def seen(part: QWidget) -> str:
    """Return everything that is to be read in a part."""
    labels = [each.text() for each in part.findChildren(QLabel) if each.isVisible()]
    return "\n".join([*labels, *(each.text() for each in part.findChildren(QPushButton) if each.isVisible())])


def press(part: QWidget, text: str) -> None:
    button = next(each for each in part.findChildren(QPushButton) if each.text() == text and each.isVisible())
    button.click()


def founded(room: Room, page: TeamPage, place: Path) -> TeamId:
    """Create a team by the form."""
    page._found.name.setText("Hartley & Co")
    page._found._owner.setText("Olive Owner")
    page._found._place.setText(str(place))
    press(page, "Create the team")
    room.until(lambda: page._now is not None and page._identity.isVisible())
    assert page._now is not None
    return page._now.membership.team


def member_of(firm: TeamFirm) -> tuple[Colleague, TeamId]:
    return firm.founded(lambda one: one.set(ROUNDING, "360"))


def joined(room: Room, page: TeamPage, link: str) -> None:
    window = JoinWindow(room.desk, room.teams, room.window)
    window.show()
    window.open_invitation(link)
    room.until(lambda: window._offer is not None)
    press(window, "Join")
    room.until(lambda: not window.isVisible())
    page.refresh()
    room.until(lambda: page._now is not None)


def test_alone_one_can_create_or_join_and_nothing_else_is_in_the_way(room: Room, page: TeamPage) -> None:
    told = seen(page)
    assert "Join a team" in told
    assert "On your own, you need no team." in told
    assert "Managers" not in told
    assert room.teams.membership is None


def test_what_cannot_be_is_said_at_the_form(room: Room, page: TeamPage, firm: TeamFirm) -> None:
    page._found.name.setText("Hartley & Co")
    press(page, "Create the team")
    room.until(page._found._wrong.isVisible)
    assert page._found._wrong.text().startswith("Your name must be")
    page._found._owner.setText("Olive")
    page._found._place.setText(str(firm.folder / "nowhere"))
    press(page, "Create the team")
    room.until(
        lambda: "Nothing is published" not in page._found._wrong.text() and "nowhere" in page._found._wrong.text()
    )


def test_the_owner_decides_publishes_and_invites(room: Room, page: TeamPage, firm: TeamFirm) -> None:
    team = founded(room, page, firm.shared)
    line = page._lines[ROUNDING]
    field = line.editor.findChild(QLineEdit)
    assert field is not None
    field.setText("360")
    QTest.keyClick(field, Qt.Key.Key_Return)
    room.until(page._publish.isVisible)
    assert "1 change is not published" in seen(page._publish)
    assert "left to each member → 360 seconds" in seen(page._publish)
    assert "Decided by the team, not published" in seen(line)
    press(page._publish, "Publish")
    room.until(lambda: "Published." in seen(page._publish) and "not published" not in seen(page._publish))
    room.until(lambda: "left to each member → 360 seconds" in seen(page._log))
    press(page._invite, "Make an invitation")
    room.until(page._invite.link.isVisible)
    one = firm.colleague()
    assert ROUNDING in one.join(page._invite.link.text())
    assert one.profile().roster.team == team


def test_a_bad_value_is_refused_at_its_line_and_a_good_one_stays(room: Room, page: TeamPage, firm: TeamFirm) -> None:
    founded(room, page, firm.shared)
    line = page._lines[ROUNDING]
    field = line.editor.findChild(QLineEdit)
    assert field is not None
    field.setText("six minutes")
    QTest.keyClick(field, Qt.Key.Key_Return)
    room.until(lambda: "whole number" in seen(line))
    assert not page._publish.isVisible()


def test_what_is_decided_can_be_left_to_each_member_again(room: Room, page: TeamPage, firm: TeamFirm) -> None:
    founded(room, page, firm.shared)
    line = page._lines["review.require_activity_type"]
    page._values.change(line.name, "", line.body._refused)  # the default, said on purpose
    room.until(lambda: "Decided by the team, not published" in seen(line))
    assert page._now is not None
    assert page._now.draft.settings == {line.name: "FALSE"}
    press(line, "Leave it to each member")
    room.until(lambda: "Left to each member" in seen(line))
    assert page._now.draft.is_empty
    assert not page._publish.isVisible()


def test_a_member_sees_what_holds_and_cannot_change_it(room: Room, page: TeamPage, firm: TeamFirm) -> None:
    owner, team = member_of(firm)
    joined(room, page, owner.invite(team).link)
    assert page._now is not None
    assert page._now.role is Role.MEMBER
    told = seen(page)
    assert "Member" in told
    assert "Version 1, published by Olive Owner" in told
    assert "360" in told
    for deciders in (page._identity, page._people, page._managers, page._invite, *page._groups):
        assert not deciders.isVisible()


def test_what_the_team_changed_later_is_taken_and_told(room: Room, page: TeamPage, firm: TeamFirm) -> None:
    owner, team = member_of(firm)
    joined(room, page, owner.invite(team).link)
    room.window.others.window("settings").close()  # type: ignore[union-attr]
    owner.work.decide(team, "review.require_activity_type", "TRUE")
    owner.publish(team)
    applied: list[tuple[str, ...]] = []
    room.teams.applied.connect(applied.append)
    room.teams.check()
    room.until(lambda: applied)
    assert applied == [("review.require_activity_type",)]
    room.window.refresh_notices()
    room.until(lambda: any(each.kind is NoticeKind.TEAM_NEWS for each in room.window._board.notices))
    notice = next(each for each in room.window._board.notices if each.kind is NoticeKind.TEAM_NEWS)
    assert said(notice, "").startswith("Your team changed “")
    assert said(notice, "").endswith("It holds from now on.")
    room.window.others.settings("team")
    room.until(lambda: room.teams.membership is not None and room.teams.membership.news == ())


def test_a_profile_that_is_not_believed_is_told_once_and_the_last_good_one_stays(
    room: Room, page: TeamPage, firm: TeamFirm
) -> None:
    owner, team = member_of(firm)
    joined(room, page, owner.invite(team).link)
    firm.published.write_bytes(firm.published.read_bytes().replace(b'"360"', b'"999"'))
    press(page, "Check now")
    room.until(lambda: "not signed by your team" in seen(page))
    room.window.refresh_notices()
    room.until(lambda: any(each.kind is NoticeKind.TEAM_TROUBLE for each in room.window._board.notices))
    assert room.office.store.read(lambda books: books.settings.all())[ROUNDING] == "360"


def test_leaving_asks_and_gives_own_settings_back(room: Room, page: TeamPage, firm: TeamFirm) -> None:
    owner, team = member_of(firm)
    joined(room, page, owner.invite(team).link)
    press(page, "Leave…")
    box = page._head.findChild(QMessageBox)
    assert box is not None
    assert "Leave Hartley & Co?" in box.text()
    press(box, "Leave")
    room.until(page._found.isVisible)
    assert ROUNDING not in room.office.store.read(lambda books: books.settings.all())


def test_a_member_becomes_a_manager_by_a_request(room: Room, page: TeamPage, firm: TeamFirm) -> None:
    owner, team = member_of(firm)
    joined(room, page, owner.invite(team).link)
    page._member._name.setText("Mina Manager")
    press(page._member, "Make a request")
    room.until(lambda: bool(page._member._request.text()))
    owner.work.add_manager(team, page._member._request.text())
    owner.publish(team)
    press(page, "Check now")
    room.until(page._invite.isVisible)
    assert not page._managers.isVisible()
    assert "Manager" in seen(page._head)


def test_the_owner_adds_and_removes_managers_and_members(room: Room, page: TeamPage, firm: TeamFirm) -> None:
    team = founded(room, page, firm.shared)
    press(page._invite, "Make an invitation")
    room.until(page._invite.link.isVisible)
    other = firm.colleague()
    other.join(page._invite.link.text())
    page._managers._request.setText(other.work.ask_to_manage(team, "Mina Manager"))
    press(page._managers, "Add a manager")
    room.until(lambda: "Mina Manager" in seen(page._managers))
    page._managers._request.setText("nonsense")
    press(page._managers, "Add a manager")
    room.until(lambda: "no whole request" in seen(page._managers))
    card = page._people
    card._email.setText("junior@hartley.example")
    card._weighting.setText("55 %")
    card._goal.setText("5,5")
    press(card, "Add")
    room.until(lambda: "55 % billed" in seen(card))
    assert "5.5 h a day" in seen(card)
    assert card._email.text() == ""
    card._email.setText("nobody")
    press(card, "Add")
    room.until(lambda: "no e-mail address" in seen(card))
    card._email.setText("x@y.example")
    card._weighting.setText("0")
    press(card, "Add")
    assert "must lie between 1 and 100" in seen(card)
    assert "3 changes" not in seen(page._publish)
    assert "2 changes are not published" in seen(page._publish)
    press(page._publish, "Discard")
    room.until(lambda: not page._publish.isVisible())
    assert "Mina Manager" not in seen(page._managers)


def test_a_logo_is_made_small_and_what_is_none_is_refused(
    room: Room, page: TeamPage, firm: TeamFirm, tmp_path: Path
) -> None:
    founded(room, page, firm.shared)
    large = QImage(1600, 800, QImage.Format.Format_RGB32)
    large.fill(QColor("#0f6e84"))
    large.save(str(tmp_path / "logo.jpg"))
    page._identity.take_logo(tmp_path / "logo.jpg")
    room.until(lambda: page._now is not None and bool(page._now.pending.logo))
    assert page._now is not None
    small = QImage.fromData(page._now.pending.logo)
    assert (small.width(), small.height()) == (256, 128)
    (tmp_path / "bad.png").write_bytes(b"\x89PNG\r\n\x1a\n" + b"x" * 900)
    page._identity.take_logo(tmp_path / "bad.png")
    assert "must be a picture" in seen(page._identity)
    page._identity.take_logo(tmp_path / "none.png")
    assert "cannot be read" in seen(page._identity)


def test_the_recovery_sheet_is_a_page_with_the_key(room: Room, page: TeamPage, firm: TeamFirm, tmp_path: Path) -> None:
    founded(room, page, firm.shared)
    page.save_sheet(tmp_path / "sheet.pdf")
    room.until(lambda: "Saved as sheet.pdf" in seen(page._managers))
    assert (tmp_path / "sheet.pdf").read_bytes().startswith(b"%PDF")
    page.save_sheet(tmp_path / "nowhere" / "sheet.pdf")
    room.until(lambda: "cannot be written" in seen(page._managers))


def test_an_invitation_with_a_secret_asks_for_its_code(room: Room, page: TeamPage, firm: TeamFirm) -> None:
    owner, team = firm.founded(lambda one: one.set("connection.client_secret", "s3cret"))
    invited = owner.invite(team, with_secret=True)
    window = JoinWindow(room.desk, room.teams, room.window)
    window.show()
    window.open_invitation(invited.link)
    room.until(lambda: "A code is needed" in seen(window))
    field = window.findChild(QLineEdit)
    assert field is not None
    field.setText("AAAA-BBBB-CCCC")
    press(window, "Open")
    room.until(lambda: "not the code" in seen(window))
    window.findChild(QLineEdit).setText(invited.code)  # type: ignore[union-attr]
    press(window, "Open")
    room.until(lambda: "Join Hartley & Co" in seen(window))
    press(window, "Join")
    room.until(lambda: not window.isVisible())
    assert page is not None


def test_no_computer_is_reached_that_only_an_invitation_names(
    room: Room, firm: TeamFirm, monkeypatch: pytest.MonkeyPatch
) -> None:
    firm.clock.set_wall(room.office.clock.read().wall)
    owner, team = firm.founded()
    membership = owner.store.read(lambda books: books.teams.membership(team))
    assert membership is not None
    owner.store.write(lambda books: books.teams.put(replace(membership, place=r"\\elsewhere\share"))).result()
    asked: list[str] = []

    def fetch(place: str, *, most: int) -> bytes:
        asked.append(place)
        return firm.published.read_bytes()[:most]

    monkeypatch.setattr(room.desk.teams().places, "fetch", fetch)
    window = JoinWindow(room.desk, room.teams, room.window)
    window.show()
    window.open_invitation(owner.invite(team).link)
    room.until(lambda: r"\\elsewhere\share" in seen(window))
    assert asked == []
    press(window, "Go on")
    room.until(lambda: window._offer is not None)
    assert asked == [r"\\elsewhere\share"]


@pytest.mark.parametrize("opened", ["wisestep://join/rubbish", "/nowhere/x.wisestep", "hello"])
def test_what_is_no_invitation_is_told_and_can_be_closed(room: Room, opened: str) -> None:
    window = JoinWindow(room.desk, room.teams, room.window)
    window.show()
    window.open_invitation(opened)
    room.until(lambda: "This invitation cannot be used" in seen(window))
    QTest.keyClick(window, Qt.Key.Key_Escape)
    assert not window.isVisible()
    assert room.teams.membership is None


def test_a_second_team_asks_whose_settings_hold(room: Room, page: TeamPage, firm: TeamFirm) -> None:
    owner, first = member_of(firm)
    joined(room, page, owner.invite(first).link)
    rival = firm.colleague()
    rival.set(ROUNDING, "36")
    other = firm.folder / "other"
    other.mkdir()
    second = rival.create(other, "Quay Legal", "Rita Rival")
    window = JoinWindow(room.desk, room.teams, room.window)
    window.show()
    window.open_invitation(rival.invite(second).link)
    room.until(lambda: "You belong to Hartley & Co too" in seen(window))
    window._theirs.setChecked(False)
    next(each for each in window._theirs.group().buttons() if each is not window._theirs).click()
    press(window, "Join")
    room.until(lambda: not window.isVisible())
    assert room.office.store.read(lambda books: books.settings.all())[ROUNDING] == "360"
    page.refresh()
    room.until(lambda: "Whose settings hold" in seen(page))
    press(page._head, "Use")
    room.until(lambda: room.teams.profile is not None and room.teams.profile.name == "Quay Legal")
    assert room.office.store.read(lambda books: books.settings.all())[ROUNDING] == "36"


def test_every_setting_a_team_may_decide_has_its_line() -> None:
    named = [name for _, _, names in groups() for name in names]
    assert sorted(named) == sorted(each.name for each in SETTINGS if each.of_team)
    assert len(named) == len(set(named))
