"""Teams from end to end but for the windows: real stores, real signatures, a real folder."""

from __future__ import annotations

import contextlib
import shutil
from collections.abc import Iterator
from dataclasses import replace
from decimal import Decimal
from pathlib import Path

import pytest

from tests.services.firm_team import TeamFirm
from wisestep_desktop.core.errors import BadInput, BadSetting, Unavailable
from wisestep_desktop.core.instants import HOUR
from wisestep_desktop.core.policy import Policy
from wisestep_desktop.core.team import MemberSettings, Role
from wisestep_desktop.services import membership
from wisestep_desktop.services.believing import fingerprint
from wisestep_desktop.services.publishing import publish_as_file

ROUNDING = "BILLABLE_TIME_ROUNDING_SEC"


@pytest.fixture
def firm(tmp_path: Path) -> Iterator[TeamFirm]:
    with contextlib.closing(TeamFirm(tmp_path)) as made:
        yield made


def refused(code: str) -> pytest.RaisesExc[BadInput]:
    return pytest.raises(BadInput, check=lambda error: error.code == code)


def test_what_the_owner_decides_holds_for_whoever_joins(firm: TeamFirm) -> None:
    owner, team = firm.founded(lambda one: one.set("connection.client_id", "hartley-desktop"))
    owner.work.decide(team, ROUNDING, "360")
    assert owner.value(ROUNDING) == 0  # a draft decides nothing
    assert owner.publish(team) == (ROUNDING,)
    member = firm.colleague()
    member.set(ROUNDING, "900")
    changed = member.join(owner.invite(team).link)
    assert set(changed) == {ROUNDING, "connection.client_id"}
    told = member.preference(ROUNDING)
    assert (told.value, told.source, told.locked, told.own) == (360, "team", True, "900")
    with pytest.raises(BadSetting) as locked:
        member.set(ROUNDING, "36")
    assert locked.value.reason == "locked_by_team"
    assert member.standing(team).role is Role.MEMBER


def test_a_member_follows_what_is_published_later(firm: TeamFirm) -> None:
    owner, team = firm.founded()
    member = firm.colleague()
    member.join(owner.invite(team).link)
    owner.work.decide(team, "SHOW_CLOSED_CASES", "TRUE")
    owner.publish(team)
    assert member.value("SHOW_CLOSED_CASES") is False
    assert member.check().changed == ("SHOW_CLOSED_CASES",)
    assert member.value("SHOW_CLOSED_CASES") is True
    active = member.store.read(lambda books: books.teams.active())
    assert active is not None
    assert active.news == ("SHOW_CLOSED_CASES",)
    member.store.write(membership.looked_at).result()
    assert member.check().changed == ()
    owner.work.decide(team, "SHOW_CLOSED_CASES", "")
    owner.publish(team)
    assert member.check().changed == ("SHOW_CLOSED_CASES",)
    assert member.value("SHOW_CLOSED_CASES") is False


def test_leaving_gives_own_settings_back(firm: TeamFirm) -> None:
    owner, team = firm.founded(lambda one: one.set(ROUNDING, "360"))
    member = firm.colleague()
    member.set(ROUNDING, "900")
    member.join(owner.invite(team).link)
    assert member.value(ROUNDING) == 360
    membership.leave(member.tools, team)
    assert (member.value(ROUNDING), member.preference(ROUNDING).source) == (900, "mine")
    with refused("team.unknown"):
        membership.leave(member.tools, team)


def test_one_team_decides_at_a_time(firm: TeamFirm) -> None:
    owner, first = firm.founded(lambda one: one.set(ROUNDING, "360"))
    other_folder = firm.folder / "other"
    other_folder.mkdir()
    rival = firm.colleague()
    rival.set(ROUNDING, "36")
    second = rival.create(other_folder, "Quay Legal", "Rita Rival")
    member = firm.colleague()
    member.join(owner.invite(first).link)
    offer = membership.read_offer(member.tools, rival.invite(second).link)
    assert (offer.profile.name, offer.other, offer.known) == ("Quay Legal", "Hartley & Co", False)
    membership.join(member.tools, offer, activate=False)
    assert member.value(ROUNDING) == 360
    assert membership.use(member.tools, second) == (ROUNDING,)
    assert member.value(ROUNDING) == 36
    assert membership.use(member.tools, None) == (ROUNDING,)
    assert member.value(ROUNDING) == 0
    assert len(member.store.read(lambda books: books.teams.memberships())) == 2


def test_what_is_said_of_a_member_holds_for_them_alone(firm: TeamFirm) -> None:
    owner, team = firm.founded()
    owner.work.decide(team, "billing.weighting_percent", "90")
    junior = MemberSettings("Junior@Hartley.example", "June Junior", 55, Decimal("5.5"))
    owner.work.edit(team, lambda draft: replace(draft, members={junior.email: junior}))
    owner.publish(team)
    link = owner.invite(team).link
    one, other = firm.colleague(), firm.colleague()
    for each in (one, other):
        each.join(link)
    one.sign_in("junior@hartley.EXAMPLE")
    other.sign_in("senior@hartley.example")
    assert (one.value("billing.weighting_percent"), one.value("review.goal_hours")) == (55, Decimal("5.5"))
    assert (other.value("billing.weighting_percent"), other.value("review.goal_hours")) == (90, Decimal(0))


def test_a_secret_travels_under_a_code_only(firm: TeamFirm) -> None:
    owner, team = firm.founded()
    with refused("team.no_secret"):
        owner.invite(team, with_secret=True)
    owner.set("connection.client_secret", "s3cret")
    invited = owner.invite(team, with_secret=True)
    assert b"s3cret" not in invited.file
    assert b"s3cret" not in firm.published.read_bytes()
    member = firm.colleague()
    with refused("invitation.code_needed"):
        member.join(invited.link)
    with refused("invitation.wrong_code"):
        member.join(invited.link, "AAAA-BBBB-CCCC")
    member.join(invited.file, invited.code.lower().replace("-", " "))
    told = member.preference("connection.client_secret")
    assert (told.value, told.source, told.locked) == (None, "team", True)
    assert member.store.read(lambda books: books.settings.all())["connection.client_secret"] == "s3cret"


def test_a_sealed_secret_fits_its_own_invitation_only(firm: TeamFirm) -> None:
    owner, team = firm.founded(lambda one: one.set("connection.client_secret", "s3cret"))
    one, other = owner.invite(team, with_secret=True), owner.invite(team, with_secret=True)
    context = membership.seal_context(team, other.invitation.id)
    assert owner.tools.signatures.unseal(one.code, one.invitation.sealed, context) is None


def test_an_invitation_ends(firm: TeamFirm) -> None:
    owner, team = firm.founded()
    link = owner.invite(team, days=1).link
    member = firm.colleague()
    offer = membership.read_offer(member.tools, link)
    firm.clock.advance(25 * HOUR)
    with refused("invitation.expired"):
        member.join(link)
    with refused("invitation.expired"):
        membership.join(member.tools, offer)
    assert member.store.read(lambda books: books.teams.memberships()) == ()


def test_an_invitation_opened_twice_changes_nothing(firm: TeamFirm) -> None:
    owner, team = firm.founded(lambda one: one.set(ROUNDING, "360"))
    invited = owner.invite(team)
    member = firm.colleague()
    assert member.join(invited.link) == (ROUNDING,)
    offer = membership.read_offer(member.tools, invited.file)
    assert offer.known
    assert membership.join(member.tools, offer) == ()
    assert len(member.store.read(lambda books: books.teams.memberships())) == 1


@pytest.mark.parametrize(
    "broken",
    [
        lambda link: link[:-3],
        lambda link: link.replace("wisestep://join/", "wisestep://join/A"),
        lambda link: link.replace("wisestep", "https"),
        lambda _link: "wisestep://join/",
        lambda _link: "hello",
        lambda _link: "",
        lambda _link: "{}",
        lambda _link: "wisestep://join/" + "A" * 50_000,
    ],
)
def test_a_broken_invitation_is_refused_with_a_sentence(firm: TeamFirm, broken: object) -> None:
    owner, team = firm.founded()
    member = firm.colleague()
    with pytest.raises(BadInput, check=lambda error: error.code.startswith("invitation.")):
        member.join(broken(owner.invite(team).link))  # type: ignore[operator]


@pytest.mark.parametrize("around", ["<{}>", " {}\r\n", '"{}"', "{}/", "\ufeff{}"])
def test_what_mail_programs_do_to_links_is_forgiven(firm: TeamFirm, around: str) -> None:
    owner, team = firm.founded()
    link = owner.invite(team).link
    folded = f"{link[:70]}\r\n {link[70:]}"
    firm.colleague().join(around.format(folded).encode())


def test_two_managers_at_once_lose_nothing(firm: TeamFirm) -> None:
    owner, manager, team = firm.with_manager()
    manager.work.decide(team, ROUNDING, "360")
    owner.work.decide(team, "SHOW_CLOSED_CASES", "TRUE")
    owner.publish(team)
    with pytest.raises(BadInput) as told:
        manager.publish(team)
    assert told.value.code == "team.published_meanwhile"
    assert told.value.params["name"] == "Olive Owner"
    standing = manager.standing(team)
    assert standing.draft.settings == {ROUNDING: "360"}
    assert standing.pending.settings == {ROUNDING: "360", "SHOW_CLOSED_CASES": "TRUE"}
    manager.publish(team)
    assert set(owner.check().changed) == {ROUNDING}
    assert owner.profile().settings == {ROUNDING: "360", "SHOW_CLOSED_CASES": "TRUE"}
    assert [(each.by, each.what) for each in owner.profile().log] == [
        ("Olive Owner", "managers"),
        ("Olive Owner", "SHOW_CLOSED_CASES"),
        ("Mina Manager", ROUNDING),
    ]


def test_a_publisher_who_was_cut_off_is_finished_by_the_next(firm: TeamFirm) -> None:
    owner, manager, team = firm.with_manager()
    before = firm.published.read_bytes()
    owner.work.decide(team, ROUNDING, "360")
    owner.publish(team)
    firm.published.write_bytes(before)  # as if killed before the last step
    manager.work.decide(team, "SHOW_CLOSED_CASES", "TRUE")
    with refused("team.published_meanwhile"):
        manager.publish(team)
    assert manager.profile().settings == {ROUNDING: "360"}
    assert firm.published.read_bytes() != before
    manager.publish(team)
    owner.check()
    assert owner.profile().settings == {ROUNDING: "360", "SHOW_CLOSED_CASES": "TRUE"}


def test_a_publisher_who_was_killed_before_it_was_noted_has_nothing_left_to_publish(firm: TeamFirm) -> None:
    owner, team = firm.founded()
    owner.work.decide(team, ROUNDING, "360")
    before = owner.store.read(lambda books: books.teams.membership(team))
    assert before is not None
    owner.publish(team)
    owner.store.write(lambda books: books.teams.put(before)).result()  # as if killed after the folder had it
    with refused("team.published_meanwhile"):
        owner.publish(team)
    assert owner.standing(team).draft.is_empty
    with refused("team.nothing_to_publish"):
        owner.publish(team)


def test_rubbish_under_the_name_of_the_next_edition_is_passed_over(firm: TeamFirm) -> None:
    owner, team = firm.founded()
    (firm.shared / "editions" / "000001-000002.wisestep-profile").write_bytes(b"rubbish")
    owner.work.decide(team, ROUNDING, "360")
    owner.publish(team)
    assert owner.profile().edition == (1, 3)
    member = firm.colleague()
    member.join(owner.invite(team).link)
    assert member.value(ROUNDING) == 360


def test_a_manager_may_not_say_who_manages_and_a_member_nothing(firm: TeamFirm) -> None:
    owner, manager, team = firm.with_manager()
    assert manager.standing(team).role is Role.MANAGER
    with refused("team.owner_only"):
        manager.work.remove_manager(team, manager.standing(team).profile.roster.managers[0].key)
    member = firm.colleague()
    member.join(owner.invite(team).link)
    with refused("team.not_yours"):
        member.work.decide(team, ROUNDING, "36")
    with refused("team.not_yours"):
        member.invite(team)


def test_a_manager_who_was_removed_decides_nothing_any_more(firm: TeamFirm) -> None:
    owner, manager, team = firm.with_manager()
    member = firm.colleague()
    member.join(manager.invite(team).link)
    key = manager.standing(team).profile.roster.managers[0].key
    owner.work.remove_manager(team, key)
    manager.work.decide(team, ROUNDING, "86400")
    owner.publish(team)
    member.check()
    good = firm.published.read_bytes()
    # The one removed never looks at the folder again, and goes on publishing by the roster they know.
    (firm.shared / "editions").rename(firm.shared / "elsewhere")
    firm.published.unlink()
    manager.publish(team)
    told = member.check()
    assert told.trouble is not None
    assert told.trouble.code == "profile.older"
    assert member.value(ROUNDING) == 0
    fresh = firm.colleague()
    with refused("profile.older"):
        fresh.join(owner.invite(team).link)
    with refused("invitation.by_nobody"):
        firm.published.write_bytes(good)
        fresh.join(manager.invite(team).link)


def test_the_owners_word_goes_before_however_high_a_number_a_manager_gave(firm: TeamFirm) -> None:
    owner, manager, team = firm.with_manager()
    for number in range(2, 8):
        (firm.shared / "editions" / f"{2:06d}-{number:06d}.wisestep-profile").write_bytes(b"x")
    manager.work.decide(team, ROUNDING, "86400")
    manager.publish(team)
    assert manager.profile().edition[1] >= 8
    owner.check()
    owner.work.remove_manager(team, owner.profile().roster.managers[0].key)
    owner.work.decide(team, ROUNDING, "")
    owner.publish(team)
    assert manager.check().changed == (ROUNDING,)
    assert manager.standing(team).role is Role.MEMBER


@pytest.mark.parametrize("gone", ["file", "folder"])
def test_whoever_cannot_reach_the_folder_keeps_the_last_good_one(firm: TeamFirm, gone: str) -> None:
    owner, team = firm.founded(lambda one: one.set(ROUNDING, "360"))
    member = firm.colleague()
    member.join(owner.invite(team).link)
    if gone == "file":
        firm.published.unlink()
    else:
        firm.shared.rename(firm.folder / "away")
    told = member.check()
    assert isinstance(told.trouble, Unavailable)
    assert told.trouble.code == "team.place.nothing_there"
    assert member.value(ROUNDING) == 360
    active = member.store.read(lambda books: books.teams.active())
    assert active is not None
    assert active.trouble == "team.place.nothing_there"
    owner.work.decide(team, ROUNDING, "36")
    if gone == "folder":
        with pytest.raises(Unavailable):
            owner.publish(team)
        assert owner.standing(team).draft.settings == {ROUNDING: "36"}
        (firm.folder / "away").rename(firm.shared)
    owner.publish(team)
    assert member.check().changed == (ROUNDING,)
    active = member.store.read(lambda books: books.teams.active())
    assert active is not None
    assert active.trouble is None


def test_a_folder_that_has_a_team_takes_no_second_one(firm: TeamFirm) -> None:
    firm.founded()
    rival = firm.colleague()
    with refused("team.place.taken"):
        rival.create(firm.shared)
    assert rival.keys.kept == {}
    assert rival.store.read(lambda books: books.teams.memberships()) == ()


@pytest.mark.parametrize(
    ("name", "owner", "place", "code"),
    [
        (" ", "Olive", "/x", "team.bad_team_name"),
        ("x" * 200, "Olive", "/x", "team.bad_team_name"),
        ("a\nb", "Olive", "/x", "team.bad_team_name"),
        ("Hartley", "", "/x", "team.bad_your_name"),
        ("Hartley", "Olive", "shared", "team.bad_place"),
        ("Hartley", "Olive", "http://example.com/x", "team.bad_place"),
        ("Hartley", "Olive", "https://", "team.bad_place"),
    ],
)
def test_a_team_that_cannot_be_so_is_not_made(firm: TeamFirm, name: str, owner: str, place: str, code: str) -> None:
    one = firm.colleague()
    with refused(code):
        one.work.create(name, owner, place)
    with pytest.raises(Unavailable):
        one.work.create("Hartley", "Olive", str(firm.folder / "nowhere"))
    assert one.keys.kept == {}


def test_a_team_moves_and_invitations_lead_to_where_it_is(firm: TeamFirm) -> None:
    owner, team = firm.founded()
    member = firm.colleague()
    member.join(owner.invite(team).link)
    elsewhere = firm.folder / "elsewhere"
    with refused("team.bad_place"):
        membership.move(owner.tools, team, "a folder")
    with pytest.raises(Unavailable):
        membership.move(owner.tools, team, str(elsewhere))
    shutil.copytree(firm.shared, elsewhere)
    other = firm.folder / "other"
    other.mkdir()
    firm.colleague().create(other)
    with refused("profile.other_team"):
        membership.move(owner.tools, team, str(other))
    assert owner.standing(team).membership.place == str(firm.shared)
    membership.move(owner.tools, team, str(elsewhere))
    owner.work.decide(team, ROUNDING, "360")
    assert owner.publish(team) == (ROUNDING,)
    assert member.check().changed == ()
    assert member.join(owner.invite(team).link) == (ROUNDING,)
    assert member.standing(team).membership.place == str(elsewhere)


def test_the_recovery_sheet_brings_the_owner_back(firm: TeamFirm) -> None:
    owner, team = firm.founded()
    sheet = owner.work.recovery(team)
    new = firm.colleague()
    new.join(owner.invite(team).link)
    for wrong in ("", "hello", sheet[:-2], sheet.replace(sheet[0], "7" if sheet[0] != "7" else "6", 1)):
        with refused("team.bad_recovery"):
            new.work.recover(team, wrong)
    assert new.work.recover(team, sheet.lower().replace(" ", "-")).role is Role.OWNER
    new.work.decide(team, ROUNDING, "36")
    new.publish(team)
    assert owner.check().changed == (ROUNDING,)
    with refused("team.bad_recovery"):
        new.work.recover(team, firm.colleague().work.ask_to_manage.__doc__ or "")


def test_what_a_team_decides_is_checked_where_it_is_typed(firm: TeamFirm) -> None:
    owner, team = firm.founded()
    for name, text, reason in (
        (ROUNDING, "six", "whole_number"),
        ("appearance.theme", "dark", "not_theirs"),
        ("connection.client_secret", "x", "not_theirs"),
        ("no.such", "x", "unknown"),
    ):
        with pytest.raises(BadSetting) as told:
            owner.work.decide(team, name, text)
        assert told.value.reason == reason
    with refused("team.nothing_to_publish"):
        owner.publish(team)
    owner.work.decide(team, ROUNDING, "360")
    owner.work.decide(team, ROUNDING, "")
    assert owner.standing(team).draft.is_empty
    with refused("team.bad_email"):
        owner.work.edit(team, lambda draft: replace(draft, members={"x": MemberSettings("x")}))
    with refused("team.bad_logo"):
        owner.work.edit(team, lambda draft: replace(draft, logo=b"GIF89a"))


def test_where_the_place_is_an_address_profiles_are_uploaded_by_hand(
    firm: TeamFirm, monkeypatch: pytest.MonkeyPatch
) -> None:
    """The address is played; how one is read stands in the tests of places."""
    owner, member = firm.colleague(), firm.colleague()
    there: list[bytes] = []

    def fetch(_place: str, *, most: int) -> bytes:
        if not there:
            raise Unavailable("team.place.nothing_there", place=_place)
        return there[-1][: most + 1]

    for one in (owner, member):
        monkeypatch.setattr(one.tools.places, "fetch", fetch)
    team = owner.work.create("Hartley & Co", "Olive Owner", "https://hartley.example/team")
    publish_as_file(owner.tools, team, there.append)
    member.join(owner.invite(team).link)
    owner.work.decide(team, ROUNDING, "360")
    with refused("team.place.read_only"):
        owner.publish(team)

    def full(_data: bytes) -> None:
        raise BadInput("team.file_not_written")

    with refused("team.file_not_written"):
        publish_as_file(owner.tools, team, full)
    assert owner.standing(team).draft.settings == {ROUNDING: "360"}
    publish_as_file(owner.tools, team, there.append)
    assert member.check().changed == (ROUNDING,)
    with refused("team.not_yours"):
        publish_as_file(member.tools, team, there.append)


def test_an_administrator_puts_a_computer_into_a_team(firm: TeamFirm) -> None:
    owner, team = firm.founded(lambda one: one.set(ROUNDING, "360"))
    letters = fingerprint(owner.profile().roster.owner.key)
    policy = Policy(team_place=str(firm.shared), team_fingerprint=letters.lower().replace("-", " "))
    member = firm.colleague()
    assert membership.check(member.tools, policy).changed == (ROUNDING,)
    assert membership.check(member.tools, policy) == membership.Checked()
    with refused("team.by_policy"):
        membership.leave(member.tools, team, policy)
    moved = firm.folder / "moved"
    firm.shared.rename(moved)
    told = membership.check(member.tools, replace(policy, team_place=str(moved)))
    assert told.trouble is None
    assert member.store.read(lambda books: [each.place for each in books.teams.memberships()]) == [str(moved)]
    membership.leave(member.tools, team, Policy())
    assert member.value(ROUNDING) == 0


def test_a_profile_with_another_key_than_the_administrator_named_is_not_used(firm: TeamFirm) -> None:
    firm.founded(lambda one: one.set(ROUNDING, "360"))
    member = firm.colleague()
    for letters in ("", "AAAA-BBBB-CCCC-DDDD-EEEE-FFFF-GGGG-HHHH"):
        told = membership.check(member.tools, Policy(team_place=str(firm.shared), team_fingerprint=letters))
        assert told.trouble is not None
        assert told.trouble.code == "team.policy_fingerprint"
    firm.published.unlink()
    told = membership.check(member.tools, Policy(team_place=str(firm.shared), team_fingerprint="AAAA"))
    assert isinstance(told.trouble, Unavailable)
    assert member.store.read(lambda books: books.teams.memberships()) == ()
    assert member.value(ROUNDING) == 0


def test_a_fingerprint_is_the_same_for_everybody(firm: TeamFirm) -> None:
    owner, team = firm.founded()
    member = firm.colleague()
    member.join(owner.invite(team).link)
    told = {fingerprint(each.profile().roster.owner.key) for each in (owner, member)}
    assert len(told) == 1
    assert len(next(iter(told)).split("-")) == 8
